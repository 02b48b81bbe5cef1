/* views: what the files of views share (view_*.c).
 *
 * A field's getter gets the handle and pushes exactly one value. */
#ifndef HD_VIEWS_H
#define HD_VIEWS_H
#include "host.h"

static inline const hd_set *hd_view_set(lua_State *L) {
  return hd_host_of(L)->set;
}
static inline const hd_document *hd_view_doc(lua_State *L, const hd_view *v) {
  return hd_view_set(L)->documents[v->doc];
}
static inline const hd_text *hd_view_text(lua_State *L, const hd_view *v) {
  return hd_view_set(L)->texts[v->doc];
}

/* Getters of fields that several kinds have. */
void hd_view_get_text(lua_State *L, const hd_view *v);
void hd_view_get_type(lua_State *L, const hd_view *v);
void hd_view_get_doc(lua_State *L, const hd_view *v);
void hd_view_get_place(lua_State *L, const hd_view *v);
void hd_view_get_index(lua_State *L, const hd_view *v);
void hd_view_get_block(lua_State *L, const hd_view *v);    /* by its start */
void hd_view_get_sentence(lua_State *L, const hd_view *v); /* by its start */
/* Those of a document, looked for when first asked for: what that takes of the
 * arena is not the rule's. NULL: none are wanted. */
const hd_gaps *hd_view_gaps(hd_host *host, uint32_t doc);
int hd_view_before(lua_State *L);  /* view:before(n) */
int hd_view_after(lua_State *L);   /* view:after(n) */
int hd_view_around(lua_State *L);  /* claim:around(n, ending, ...), around.c */
int hd_view_figures(lua_State *L); /* doc:figures(kind, ...), sift.c */
int hd_view_spread(lua_State *L);  /* doc:spread(pairs), spread.c */
int hd_view_recurring(lua_State *L); /* doc:recurring(kind, ...), sift.c */
/* Pushes the text of a lexicon's word, or its value; "" for NULL. */
void hd_view_push_cue(lua_State *L, const hd_word *word, bool value);

/* Pushes a day as exact as it is known: "2023-05-01", "2023-05", "2023", "". */
void hd_view_push_day(lua_State *L, hd_day day);

/* marks.c: do “” ‘’ 《》 〈〉 「」 『』 【】 () [] open and close in pairs,
 * each kind for itself, and is the number of straight quotes even? An
 * apostrophe inside a word is no mark. */
bool hd_marks_pair(hd_str text);

#define HD_VIEW_EVERY                                                          \
  {"type", "string", hd_view_get_type, NULL, "the name of this kind of view"}, \
  {                                                                            \
    "doc", "doc", hd_view_get_doc, NULL, "the document it stands in"           \
  }

#define HD_VIEW_AROUND                                                         \
  {"before", "(n) → string", NULL, hd_view_before,                             \
   "up to n code points in front of it, within its block"},                    \
  {                                                                            \
    "after", "(n) → string", NULL, hd_view_after,                              \
        "up to n code points behind it, within its block"                      \
  }

extern const hd_view_type hd_view_place_type, hd_view_clause_type,
    hd_view_token_type, hd_view_sentence_type, hd_view_enumerator_type,
    hd_view_gap_type, hd_view_block_type, hd_view_table_type, hd_view_cell_type,
    hd_view_doc_type, hd_view_set_type, hd_view_claim_type, hd_view_link_type;
#endif
