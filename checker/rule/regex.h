/* regex: what regex.c and search.c share. */
#ifndef HD_REGEX_H
#define HD_REGEX_H
#include "host.h"

typedef struct {
  hd_pattern *shared; /* NULL where the state owns it */
  hd_pattern owned;
  hd_lua_pattern facts;
  bool utf;
} hd_regex;

static inline hd_pattern *hd_regex_pattern_of(hd_regex *re) {
  return re->shared ? re->shared : &re->owned;
}
/* The regex of the Lua pattern at index, which it takes the place of. */
hd_regex *hd_regex_of_pattern(lua_State *L, int index);
/* find, match and gmatch into the table on the top. */
void hd_search_add_methods(lua_State *L);
#endif
