/* cover: which lines of a rule its examples run.
 *
 * Counted are lines inside functions: what stands at the head of a file runs
 * whenever it is loaded and says nothing. A line has code where an instruction
 * of a function that can be reached stands on it; Lua's line hook says which
 * lines were run. */
#ifndef HD_COVER_H
#define HD_COVER_H
#include "host.h"

/* Does the rule that runs want its lines noted? */
bool hd_cover_wanted(const hd_host *host);
/* A line event of the hook. */
void hd_cover_line(lua_State *L, lua_Debug *ar);
#endif
