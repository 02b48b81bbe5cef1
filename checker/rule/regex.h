/* regex: what regex.c and search.c share. */
#ifndef HD_REGEX_H
#define HD_REGEX_H
#include "host.h"

typedef struct {
  const pcre2_code *code;
  pcre2_code *owned; /* the same where the state owns it, else NULL */
  hd_lua_pattern facts;
  bool utf;
} hd_regex;

#define HD_REGEX_NAME "re"
/* The regex of the Lua pattern at index, which it takes the place of. */
hd_regex *hd_regex_of_pattern(lua_State *L, int index);
/* find, match and gmatch into the table on the top. */
void hd_search_add_methods(lua_State *L);
#endif
