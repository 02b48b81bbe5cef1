/* trace: how a rule came to a figure, for hd_set.traced.
 *
 * Every decimal and interval that is made while a rule runs is a node: a field
 * of a figure, an operation on two other nodes, or a constant. A node is found
 * by the address of its userdata, which is entered again whenever one is made
 * there, so that an address always means what lives at it now. Comparisons are
 * nodes too. When a rule reports, the comparisons of this call of check that
 * have to do with the figures of the finding, and what they were computed
 * from, become its steps; those with figures beyond it are other readings. */
#ifndef HD_TRACE_H
#define HD_TRACE_H
#include "host.h"

hd_trace *hd_trace_new(void);
void hd_trace_free(hd_trace *trace); /* NULL is allowed */
/* A rule begins; check is called. */
void hd_trace_begin_rule(hd_trace *trace);
void hd_trace_begin_call(hd_trace *trace);

/* The userdata on the top was made. */
void hd_trace_enter(lua_State *L, hd_interval value);
/* It is a field of the view. */
void hd_trace_field(lua_State *L, const hd_view *view, const char *field);
/* It (or, of a comparison, the boolean on the top) is `op` of the values at 1
 * and, where operands is 2, at 2. */
void hd_trace_operation(lua_State *L, const char *op, int operands);
void hd_trace_comparison(lua_State *L, const char *op);

/* The steps behind a finding that is reported now, in the arena of the
 * verdicts. */
hd_raw_step *hd_trace_steps(const hd_host *host, const hd_raw_finding *finding,
                            uint32_t *n);
#endif
