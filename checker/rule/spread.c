/* spread: in how many sentences of a document pairs of ideographs stand: how
 * much a pair tells. One walk through the text for all pairs that are asked
 * for, which are few, so that no index of the document is made. */
#include "views.h"

typedef struct {
  uint32_t key;  /* both characters; 0: free */
  uint32_t n;    /* sentences */
  uint32_t last; /* the last of them, counted from 1 */
} slot;

typedef struct {
  slot *slots;
  uint32_t mask;
} wanted;

enum { HAN = 3 }; /* bytes of an ideograph */

/* Of the two characters that s begins with, 0: they are no ideographs. */
static uint32_t key_of(hd_str s) {
  uint32_t first, second;
  if (s.n < (size_t)2 * HAN || (unsigned char)s.p[0] < 0xE4 ||
      (unsigned char)s.p[HAN] < 0xE4 ||
      hd_utf8_decode(s.p, s.n, &first) != HAN ||
      hd_utf8_decode(s.p + HAN, s.n - HAN, &second) != HAN)
    return 0;
  return first << 16 | second;
}

static slot *slot_of(const wanted *w, uint32_t key) {
  uint32_t i = (uint32_t)(hd_hash_step(1, key) >> 32) & w->mask;
  while (w->slots[i].key && w->slots[i].key != key)
    i = (i + 1) & w->mask;
  return &w->slots[i];
}

static void count(const wanted *w, const hd_text *text) {
  for (uint32_t i = 0; i < text->n_sentences; i++) {
    hd_str s = hd_document_text(text->doc, text->sentences[i].span);
    for (size_t off = 0; off + HAN < s.n; off++) {
      if ((unsigned char)s.p[off] < 0xE4)
        continue;
      uint32_t key = key_of((hd_str){s.p + off, s.n - off});
      slot *found = key ? slot_of(w, key) : NULL;
      off += HAN - 1;
      if (found && found->key && found->last != i + 1) {
        found->last = i + 1;
        found->n++;
      }
    }
  }
}

static hd_str key_at(lua_State *L, int i) {
  hd_str s;
  s.p = luaL_checklstring(L, i, &s.n);
  luaL_argcheck(L, s.n == (size_t)2 * HAN && key_of(s), 2,
                "pairs of ideographs");
  return s;
}

/* The keys of the table at 2, each in its slot. */
static wanted read_wanted(lua_State *L) {
  uint32_t n = 0, room = 8;
  luaL_checktype(L, 2, LUA_TTABLE);
  for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1))
    n++;
  while (room < n * 4)
    room *= 2;
  wanted w = {hd_arena_alloc(hd_host_of(L)->arena, room * sizeof(slot)),
              room - 1};
  memset(w.slots, 0, room * sizeof(slot));
  for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
    uint32_t key = key_of(key_at(L, -2));
    slot_of(&w, key)->key = key;
  }
  return w;
}

/* doc:spread(pairs) */
int hd_view_spread(lua_State *L) {
  const hd_view v = hd_view_check(L, 1, HD_VIEW_DOC);
  const hd_text *text = hd_view_text(L, &v);
  wanted w = read_wanted(L);
  hd_state_charge(L, text->doc->text.n / 32);
  count(&w, text);
  lua_newtable(L);
  for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
    lua_pushvalue(L, -2);
    lua_pushinteger(L, slot_of(&w, key_of(key_at(L, -3)))->n);
    lua_rawset(L, 3);
  }
  return 1;
}
