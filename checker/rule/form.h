/* form: what the files that read a rule's table share. */
#ifndef HD_FORM_H
#define HD_FORM_H
#include "host.h"

/* Copies the string at index into the arena of the rules. */
const char *hd_form_keep(lua_State *L, int index);
/* Refuses fields of the table at index that are not in known. */
void hd_form_check_known(lua_State *L, int index, const char *where,
                         const char *const *known, size_t n);
#define CHECK_KNOWN(L, index, where, known)                                    \
  hd_form_check_known((L), (index), (where), (known),                          \
                      sizeof(known) / sizeof *(known))
/* Pushes t[name], which must be of the type. */
void hd_form_need(lua_State *L, int index, const char *name, int type);
/* Index of the string on the top among names; raises. */
int hd_form_choose(lua_State *L, const char *where, const char *const *names,
                   size_t n);

/* example.c: reads `examples` of the table at 1. */
void hd_form_read_examples(lua_State *L, hd_script *s);
#endif
