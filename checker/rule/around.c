/* around: a figure in, those that stand near it and are called so out.
 *
 * A rule that looks for operands would ask each figure of its neighbourhood for
 * its name, most of them in vain; here the names are compared where they are.
 */
#include "views.h"

enum { MOST = 1000, ENDINGS = 64 };

typedef struct {
  hd_str texts[ENDINGS];
  size_t n;
} endings;

/* The texts from the stack index on; raises. */
static endings check_endings(lua_State *L, int from) {
  endings e = {.n = 0};
  for (int i = from; i <= lua_gettop(L); i++) {
    luaL_argcheck(L, e.n < ENDINGS, i, "64 names at most");
    hd_str *s = &e.texts[e.n++];
    s->p = luaL_checklstring(L, i, &s->n);
  }
  return e;
}

static bool ends_so(hd_str name, const endings *e) {
  for (size_t i = 0; i < e->n; i++)
    if (hd_str_ends(name, e->texts[i]))
      return true;
  return false;
}

int hd_view_around(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_CLAIM);
  const hd_claims *claims = hd_view_set(L)->claims[view.doc];
  lua_Integer reach = luaL_checkinteger(L, 2), n = 0;
  luaL_argcheck(L, reach >= 0 && reach <= MOST, 2, "0 to 1000 figures");
  const endings e = check_endings(L, 3);
  hd_state_charge(L, (size_t)reach * (1 + e.n / 4) / 2);
  lua_newtable(L);
  for (lua_Integer step = 1; step <= reach; step++)
    for (int side = -1; side <= 1; side += 2) {
      lua_Integer i = (lua_Integer)view.a + side * step;
      if (i < 0 || i >= (lua_Integer)claims->n ||
          !ends_so(claims->items[i].name, &e))
        continue;
      hd_view_push(L, HD_VIEW_CLAIM, view.doc, (uint32_t)i, 0);
      lua_rawseti(L, -2, ++n);
    }
  return 1;
}
