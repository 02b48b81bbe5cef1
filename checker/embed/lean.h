/* lean: byte code without what only people read. */
#ifndef HD_LEAN_H
#define HD_LEAN_H
#include "../base/base.h"

/* A chunk without the names of its locals. */
hd_str hd_lean_strip(hd_arena *arena, hd_str code);
/* The code of a rule, for it to be run and for nothing else; empty where its
 * text does not compile. */
hd_str hd_lean_rule(hd_arena *arena, hd_str source, const char *chunk);
#endif
