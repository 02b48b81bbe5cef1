/* view_common: where views stand, and the fields that several kinds have. */
#include "views.h"

const hd_view_type *const hd_view_types[HD_VIEW_TYPES] = {
    [HD_VIEW_SET] = &hd_view_set_type,
    [HD_VIEW_DOC] = &hd_view_doc_type,
    [HD_VIEW_BLOCK] = &hd_view_block_type,
    [HD_VIEW_SENTENCE] = &hd_view_sentence_type,
    [HD_VIEW_CLAUSE] = &hd_view_clause_type,
    [HD_VIEW_TOKEN] = &hd_view_token_type,
    [HD_VIEW_ENUMERATOR] = &hd_view_enumerator_type,
    [HD_VIEW_TABLE] = &hd_view_table_type,
    [HD_VIEW_CELL] = &hd_view_cell_type,
    [HD_VIEW_GAP] = &hd_view_gap_type,
    [HD_VIEW_CLAIM] = &hd_view_claim_type,
    [HD_VIEW_LINK] = &hd_view_link_type,
    [HD_VIEW_PLACE] = &hd_view_place_type,
};

/* The span of a view within its document. */
static hd_span span_of(const hd_set *set, const hd_view *v) {
  const hd_document *doc = set->documents[v->doc];
  const hd_text *text = set->texts[v->doc];
  switch ((hd_view_kind)v->kind) {
  case HD_VIEW_BLOCK:
    return doc->blocks[v->a].span;
  case HD_VIEW_SENTENCE:
    return text->sentences[v->a].span;
  case HD_VIEW_CLAUSE:
    return text->clauses[v->a].span;
  case HD_VIEW_TOKEN:
    return text->tokens[v->a].span;
  case HD_VIEW_ENUMERATOR:
    return text->enumerators[v->a].span;
  case HD_VIEW_TABLE:
    return doc->blocks[doc->tables[v->a].block].span;
  case HD_VIEW_CELL:
    return doc->tables[v->a].cells[v->b].span;
  case HD_VIEW_GAP:
    return set->gaps[v->doc]->items[v->a].span;
  case HD_VIEW_CLAIM:
    return hd_claim_quantity(set->claims[v->doc], v->a)->span;
  case HD_VIEW_LINK:
    return set->links->items[v->a].anchor;
  default:
    return (hd_span){v->a, v->b};
  }
}

hd_where hd_view_place(const hd_set *set, const hd_view *v) {
  if (v->kind != HD_VIEW_DOC)
    return (hd_where){v->doc, span_of(set, v)};
  const hd_str text = set->documents[v->doc]->text;
  uint32_t cp;
  size_t n = text.n ? hd_utf8_decode(text.p, text.n, &cp) : 0;
  return (hd_where){v->doc, {0, (uint32_t)n}};
}

/* ---- what all have ------------------------------------------------ */
/* The last long text is kept, so that the sentence of many links is not copied
 * for each of them. The documents of a set stay where they are. */
void hd_view_get_text(lua_State *L, const hd_view *v) {
  enum { LONG = 256 };
  static const char key;
  hd_host *host = hd_host_of(L);
  hd_str s = hd_document_text(hd_view_doc(L, v), span_of(hd_view_set(L), v));
  if (s.n <= LONG) {
    hd_view_push_str(L, s);
    return;
  }
  if (host->text.p == s.p && host->text.n == s.n) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &key);
    return;
  }
  hd_view_push_str(L, s);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  host->text = s;
}
void hd_view_get_type(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_view_types[v->kind]->name);
}
void hd_view_get_doc(lua_State *L, const hd_view *v) {
  hd_view_push(L, HD_VIEW_DOC, v->doc, 0, 0);
}
void hd_view_get_place(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, span_of(hd_view_set(L), v));
}
void hd_view_get_index(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)v->a + 1);
}
/* The block that holds it. */
void hd_view_get_block(lua_State *L, const hd_view *v) {
  uint32_t off = span_of(hd_view_set(L), v).off;
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc,
                  hd_document_block(hd_view_doc(L, v), off));
}

/* The first sentence whose end lies behind off. */
static uint32_t sentence_at(const hd_text *text, uint32_t off) {
  size_t low;
  HD_FIRST_NOT(low, text->n_sentences, i, text->sentences[i].span.end <= off);
  return (uint32_t)low;
}

/* The sentence that holds its start. */
void hd_view_get_sentence(lua_State *L, const hd_view *v) {
  uint32_t off = span_of(hd_view_set(L), v).off;
  const hd_text *text = hd_view_text(L, v);
  uint32_t i = sentence_at(text, off);
  bool holds = i < text->n_sentences && text->sentences[i].span.off <= off;
  hd_view_push_at(L, HD_VIEW_SENTENCE, v->doc, holds ? i : HD_NONE);
}

static lua_Integer count_argument(lua_State *L) {
  lua_Integer n = luaL_checkinteger(L, 2);
  luaL_argcheck(L, n >= 0 && n <= 1000, 2, "0 to 1000 code points");
  return n;
}

/* place:before(n) */
int hd_view_before(lua_State *L) {
  const hd_view view = hd_view_check_any(L, 1), *v = &view;
  const hd_document *doc = hd_view_doc(L, v);
  lua_Integer n = count_argument(L);
  uint32_t off = span_of(hd_view_set(L), v).off;
  uint32_t first = doc->blocks[hd_document_block(doc, off)].span.off;
  size_t at = off;
  while (n-- > 0 && at > first)
    at = hd_utf8_back(doc->text.p, at);
  hd_view_push_str(L, (hd_str){doc->text.p + at, off - at});
  return 1;
}

/* place:after(n) */
int hd_view_after(lua_State *L) {
  const hd_view view = hd_view_check_any(L, 1), *v = &view;
  const hd_document *doc = hd_view_doc(L, v);
  lua_Integer n = count_argument(L);
  hd_span span = span_of(hd_view_set(L), v);
  uint32_t last = doc->blocks[hd_document_block(doc, span.off)].span.end;
  hd_str behind = {doc->text.p + span.end, 0};
  size_t points = (size_t)n;
  if (span.end < last)
    behind.n = hd_utf8_skip(behind.p, last - span.end, &points);
  hd_view_push_str(L, behind);
  return 1;
}
