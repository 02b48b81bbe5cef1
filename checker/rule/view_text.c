/* view_text: fields of documents, blocks, sentences, places, tables, gaps.
 *
 * Each row is one field: name, type and sentence for docs/api.md, getter.
 * Numbers that count (index, level, row) begin with 1. */
#include "host.h"

static const hd_set *set_of(lua_State *L) { return hd_host_of(L)->set; }
static const hd_document *doc_of(lua_State *L, const hd_view *v) {
  return set_of(L)->documents[v->doc];
}
static const hd_text *text_of(lua_State *L, const hd_view *v) {
  return set_of(L)->texts[v->doc];
}
static const hd_block *block_of(lua_State *L, const hd_view *v) {
  return &doc_of(L, v)->blocks[v->a];
}
static const hd_sentence *sentence_of(lua_State *L, const hd_view *v) {
  return &text_of(L, v)->sentences[v->a];
}
static const hd_clause *clause_of(lua_State *L, const hd_view *v) {
  return &text_of(L, v)->clauses[v->a];
}
static const hd_token *token_of(lua_State *L, const hd_view *v) {
  return &text_of(L, v)->tokens[v->a];
}
static const hd_enumerator *enumerator_of(lua_State *L, const hd_view *v) {
  return &text_of(L, v)->enumerators[v->a];
}
static const hd_table *table_of(lua_State *L, const hd_view *v) {
  return &doc_of(L, v)->tables[v->a];
}
static const hd_cell *cell_of(lua_State *L, const hd_view *v) {
  return &table_of(L, v)->cells[v->b];
}
static const hd_gap *gap_of(lua_State *L, const hd_view *v) {
  return &set_of(L)->gaps[v->doc]->items[v->a];
}

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

/* ---- what all have
 * ------------------------------------------------------------ */
static void get_text(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, hd_document_text(doc_of(L, v), span_of(set_of(L), v)));
}
static void get_type(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_view_types[v->kind]->name);
}
static void get_doc(lua_State *L, const hd_view *v) {
  hd_view_push(L, HD_VIEW_DOC, v->doc, 0, 0);
}
static void get_place(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, span_of(set_of(L), v));
}
static void get_index(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)v->a + 1);
}
/* The block that holds it. */
static void get_block(lua_State *L, const hd_view *v) {
  uint32_t off = span_of(set_of(L), v).off;
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc,
                  hd_document_block(doc_of(L, v), off));
}

uint32_t hd_view_sentence_at(const hd_text *text, uint32_t off) {
  size_t low = 0, high = text->n_sentences;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (text->sentences[middle].span.end > off)
      high = middle;
    else
      low = middle + 1;
  }
  return (uint32_t)low;
}

/* The sentence that holds its start. */
static void get_sentence(lua_State *L, const hd_view *v) {
  uint32_t off = span_of(set_of(L), v).off;
  const hd_text *text = text_of(L, v);
  uint32_t i = hd_view_sentence_at(text, off);
  bool holds = i < text->n_sentences && text->sentences[i].span.off <= off;
  hd_view_push_at(L, HD_VIEW_SENTENCE, v->doc, holds ? i : HD_NONE);
}

#define EVERY                                                                  \
  {"type", "string", get_type, NULL, "the name of this kind of view"}, {       \
    "doc", "doc", get_doc, NULL, "the document it stands in"                   \
  }

/* ---- place, clause, token
 * ------------------------------------------------------- */
static lua_Integer count_argument(lua_State *L) {
  lua_Integer n = luaL_checkinteger(L, 2);
  luaL_argcheck(L, n >= 0 && n <= 1000, 2, "0 to 1000 code points");
  return n;
}

static const hd_view *check_any(lua_State *L) {
  const hd_view *v = hd_view_to(L, 1);
  if (!v)
    luaL_error(L, "a place expected, got %s (is it x:method()?)",
               luaL_typename(L, 1));
  return hd_view_check(L, 1, v->kind);
}

/* place:before(n) */
static int before(lua_State *L) {
  const hd_view *v = check_any(L);
  const hd_document *doc = doc_of(L, v);
  lua_Integer n = count_argument(L);
  uint32_t off = span_of(set_of(L), v).off;
  uint32_t first = doc->blocks[hd_document_block(doc, off)].span.off;
  size_t at = off;
  while (n-- > 0 && at > first)
    at = hd_utf8_back(doc->text.p, at);
  hd_view_push_str(L, (hd_str){doc->text.p + at, off - at});
  return 1;
}

/* place:after(n) */
static int after(lua_State *L) {
  const hd_view *v = check_any(L);
  const hd_document *doc = doc_of(L, v);
  lua_Integer n = count_argument(L);
  hd_span span = span_of(set_of(L), v);
  uint32_t last = doc->blocks[hd_document_block(doc, span.off)].span.end, cp;
  size_t at = span.end;
  while (n-- > 0 && at < last)
    at += hd_utf8_decode(doc->text.p + at, last - at, &cp);
  hd_view_push_str(L, (hd_str){doc->text.p + span.end, at - span.end});
  return 1;
}

#define AROUND                                                                 \
  {"before", "(n) → string", NULL, before,                                     \
   "up to n code points in front of it, within its block"},                    \
  {                                                                            \
    "after", "(n) → string", NULL, after,                                      \
        "up to n code points behind it, within its block"                      \
  }

static const hd_field place_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "what stands there"},
    {"block", "block", get_block, NULL, "the block it stands in"},
    {"sentence", "sentence or nil", get_sentence, NULL,
     "the sentence it begins in"},
    AROUND,
    {0}};
static const hd_view_type place_type = {
    "place", "A stretch of a document's text.", place_fields};

static void get_mark(lua_State *L, const hd_view *v) {
  char mark = clause_of(L, v)->mark;
  lua_pushlstring(L, &mark, mark ? 1 : 0);
}
static const hd_field clause_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "the clause without its mark"},
    {"mark", "string", get_mark, NULL,
     "what ended it: \",\" \";\" \":\" \".\" or \"\""},
    {"place", "place", get_place, NULL, "where it stands"},
    {"block", "block", get_block, NULL, "the block it stands in"},
    {"sentence", "sentence or nil", get_sentence, NULL, "its sentence"},
    AROUND,
    {0}};
static const hd_view_type clause_type = {
    "clause", "A part of a sentence between commas.", clause_fields};

static void get_class(lua_State *L, const hd_view *v) {
  static const char *const names[HD_WORD_CLASSES] = {
      "change",    "reach",  "compare",     "share",      "part",
      "total",     "aspect", "base",        "bound",      "modality",
      "indicator", "scope",  "division",    "period",     "distribute",
      "from",      "to",     "conjunction", "enumerator", "stop"};
  lua_pushstring(L, names[token_of(L, v)->word->cls]);
}
static void get_value(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, token_of(L, v)->word->value);
}
static void get_extra(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, token_of(L, v)->word->extra);
}
static const hd_field token_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "the word as printed"},
    {"class", "string", get_class, NULL,
     "the lexicon it is from: change, reach, share, part, total, aspect ..."},
    {"value", "string", get_value, NULL,
     "second column of the lexicon: up, new, more_than ..."},
    {"extra", "string", get_extra, NULL, "third column, or \"\""},
    {"place", "place", get_place, NULL, "where it stands"},
    {0}};
static const hd_view_type token_type = {
    "token", "A word of a lexicon, found in the text.", token_fields};

/* ---- block
 * ------------------------------------------------------------------------ */
const char *hd_block_kind_name(hd_block_kind kind) {
  static const char *const names[] = {"title",    "heading", "paragraph",
                                      "item",     "table",   "caption",
                                      "footnote", "skipped"};
  return (unsigned)kind <= HD_BLOCK_SKIPPED ? names[kind] : NULL;
}
static void get_block_kind(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_block_kind_name(block_of(L, v)->kind));
}
static void get_level(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, block_of(L, v)->level);
}
static void get_number(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, block_of(L, v)->number);
}
static void get_block_mark(lua_State *L, const hd_view *v) {
  static const char *const names[] = {
      "",       "han_comma", "han_paren", "han_chapter", "dot",  "paren",
      "circle", "decimal",   "letter",    "roman",       "word", "bullet"};
  lua_pushstring(L, names[block_of(L, v)->mark]);
}
static void get_marker(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, block_of(L, v)->marker);
}
static void get_body(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, block_of(L, v)->body);
}
static void get_heading(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, block_of(L, v)->heading);
}
static void get_paragraph(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, block_of(L, v)->paragraph);
}
static void get_table(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_TABLE, v->doc, block_of(L, v)->table);
}
static void get_run_on(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, block_of(L, v)->run_on);
}
static void get_previous(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, v->a ? v->a - 1 : HD_NONE);
}
static void get_next(lua_State *L, const hd_view *v) {
  bool last = v->a + 1 >= doc_of(L, v)->n_blocks;
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, last ? HD_NONE : v->a + 1);
}
static const hd_field block_fields[] = {
    EVERY,
    {"kind", "string", get_block_kind, NULL,
     "title, heading, paragraph, item, table, caption, footnote or skipped"},
    {"text", "string", get_text, NULL, "the whole block, marker included"},
    {"level", "integer", get_level, NULL,
     "of a heading: 1 outermost; of an item: how deep it is nested"},
    {"number", "integer", get_number, NULL, "what its marker says; 0: nothing"},
    {"mark", "string", get_block_mark, NULL,
     "how the marker is written: han_comma 一、, han_paren (一), han_chapter "
     "第一章, dot 1., paren (1), circle ①, decimal 1.2, letter A., roman I., "
     "word, bullet; \"\" without one"},
    {"marker", "place or nil", get_marker, NULL, "the marker"},
    {"body", "place or nil", get_body, NULL, "what stands behind the marker"},
    {"heading", "block or nil", get_heading, NULL, "the heading above it"},
    {"index", "integer", get_index, NULL, "its number in doc.blocks"},
    {"paragraph", "integer", get_paragraph, NULL,
     "its number below its heading"},
    {"table", "table or nil", get_table, NULL, "of a block that is a table"},
    {"run_on", "boolean", get_run_on, NULL,
     "a heading that stood at the end of a paragraph"},
    {"previous", "block or nil", get_previous, NULL, "the block before"},
    {"next", "block or nil", get_next, NULL, "the block behind"},
    {"place", "place", get_place, NULL, "where it stands"},
    {0}};
static const hd_view_type block_type = {
    "block", "A heading, paragraph, list item, table, caption or footnote.",
    block_fields};

/* ---- sentence
 * ---------------------------------------------------------------------- */
static void get_clauses(lua_State *L, const hd_view *v) {
  const hd_sentence *s = sentence_of(L, v);
  hd_view_push_list(L, HD_VIEW_CLAUSE, v->doc, s->first_clause, s->n_clauses);
}
static void get_tokens(lua_State *L, const hd_view *v) {
  const hd_sentence *s = sentence_of(L, v);
  hd_view_push_list(L, HD_VIEW_TOKEN, v->doc, s->first_token, s->n_tokens);
}
static void get_sentence_claims(lua_State *L, const hd_view *v) {
  const hd_claims *claims = set_of(L)->claims[v->doc];
  hd_span span = sentence_of(L, v)->span;
  uint32_t first = hd_view_claim_at(claims, span.off);
  uint32_t last = first;
  while (last < claims->n &&
         hd_claim_quantity(claims, last)->span.off < span.end)
    last++;
  hd_view_push_list(L, HD_VIEW_CLAIM, v->doc, first, last - first);
}
static void get_cell_of(lua_State *L, const hd_view *v) {
  const hd_sentence *s = sentence_of(L, v);
  uint32_t table = doc_of(L, v)->blocks[s->block].table;
  if (s->cell == HD_NONE || table == HD_NONE)
    lua_pushnil(L);
  else
    hd_view_push(L, HD_VIEW_CELL, v->doc, table, s->cell);
}

static bool is_boundary(hd_str s, size_t off) {
  return off >= s.n || ((unsigned char)s.p[off] & 0xc0) != 0x80;
}

/* sentence:place(from, to): bytes as string.find gives them. */
static int sentence_place(lua_State *L) {
  const hd_view *v = hd_view_check(L, 1, HD_VIEW_SENTENCE);
  hd_span span = sentence_of(L, v)->span;
  hd_str text = hd_document_text(doc_of(L, v), span);
  lua_Integer from = luaL_checkinteger(L, 2), to = luaL_checkinteger(L, 3);
  if (from < 1 || to < from || to > (lua_Integer)text.n)
    return luaL_error(L, "place(%I, %I) is not inside the %I bytes of it", from,
                      to, (lua_Integer)text.n);
  if (!is_boundary(text, (size_t)from - 1) || !is_boundary(text, (size_t)to))
    return luaL_error(L, "place(%I, %I) cuts a character in two", from, to);
  hd_view_push(L, HD_VIEW_PLACE, v->doc, span.off + (uint32_t)from - 1,
               span.off + (uint32_t)to);
  return 1;
}

static const hd_field sentence_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "the sentence with its end mark"},
    {"index", "integer", get_index, NULL, "its number in doc.sentences"},
    {"block", "block", get_block, NULL, "the block it stands in"},
    {"cell", "cell or nil", get_cell_of, NULL, "the cell that it fills"},
    {"clauses", "list of clauses", get_clauses, NULL, "its clauses"},
    {"tokens", "list of tokens", get_tokens, NULL,
     "the words of lexicons in it, in order"},
    {"claims", "list of claims", get_sentence_claims, NULL,
     "every figure in it, also those that claim nothing"},
    {"place", "(from, to) → place", NULL, sentence_place,
     "bytes from to to of its text, 1-based, both included"},
    {0}};
static const hd_view_type sentence_type = {
    "sentence", "A sentence, or what a table cell holds.", sentence_fields};

/* ---- enumerator, gap
 * ------------------------------------------------------------------ */
static void get_enumerator_number(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, enumerator_of(L, v)->number);
}
static void get_series(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, enumerator_of(L, v)->series);
}
static const hd_field enumerator_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "as printed: 一是, 首先, (1), first"},
    {"number", "integer", get_enumerator_number, NULL, "which of its series"},
    {"series", "integer", get_series, NULL,
     "the same for members written in one form"},
    {"index", "integer", get_index, NULL, "its number in doc.enumerators"},
    {"place", "place", get_place, NULL, "where it stands"},
    {"block", "block", get_block, NULL, "the block it stands in"},
    {"sentence", "sentence or nil", get_sentence, NULL, "its sentence"},
    AROUND,
    {0}};
static const hd_view_type enumerator_type = {
    "enumerator", "A number of an enumeration inside running text.",
    enumerator_fields};

static void get_gap_kind(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_gap_name(gap_of(L, v)->kind));
}
static void get_gap_strength(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, gap_of(L, v)->strength);
}
static const hd_field gap_fields[] = {
    EVERY,
    {"kind", "string", get_gap_kind, NULL,
     "unit, classifier, approximator, date, range, currency or noun"},
    {"strength", "integer", get_gap_strength, NULL,
     "0 to 100: how sure it is that a number was lost"},
    {"text", "string", get_text, NULL, "the unit or word that lost its number"},
    {"place", "place", get_place, NULL, "where it stands"},
    {"block", "block", get_block, NULL, "the block it stands in"},
    {"sentence", "sentence or nil", get_sentence, NULL, "its sentence"},
    AROUND,
    {0}};
static const hd_view_type gap_type = {"gap", "A place where a number was lost.",
                                      gap_fields};

/* ---- table, cell
 * ---------------------------------------------------------------------- */
static void get_rows(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, table_of(L, v)->rows);
}
static void get_columns(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, table_of(L, v)->columns);
}
static void get_header_rows(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, table_of(L, v)->header_rows);
}
static void get_caption(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, table_of(L, v)->caption);
}
static void get_table_number(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, table_of(L, v)->number);
}
static void get_cells(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_CELL, v->doc, v->a,
                    (uint32_t)table_of(L, v)->n_cells);
}

/* table:cell(row, column) */
static int table_cell(lua_State *L) {
  const hd_view *v = hd_view_check(L, 1, HD_VIEW_TABLE);
  const hd_table *t = table_of(L, v);
  lua_Integer row = luaL_checkinteger(L, 2) - 1;
  lua_Integer column = luaL_checkinteger(L, 3) - 1;
  size_t low = 0, high = t->n_cells;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const hd_cell *c = &t->cells[middle];
    if (c->row < row || (c->row == row && c->column < column))
      low = middle + 1;
    else
      high = middle;
  }
  if (low < t->n_cells && t->cells[low].row == row &&
      t->cells[low].column == column)
    hd_view_push(L, HD_VIEW_CELL, v->doc, v->a, (uint32_t)low);
  else
    lua_pushnil(L);
  return 1;
}

static void get_table_block(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, table_of(L, v)->block);
}
static const hd_field table_fields[] = {
    EVERY,
    {"rows", "integer", get_rows, NULL, "how many rows"},
    {"columns", "integer", get_columns, NULL, "how many columns"},
    {"header_rows", "integer", get_header_rows, NULL, "how many are headers"},
    {"caption", "block or nil", get_caption, NULL, "its caption or unit line"},
    {"number", "integer", get_table_number, NULL,
     "which table of the document"},
    {"block", "block", get_table_block, NULL, "the block that it is"},
    {"cells", "list of cells", get_cells, NULL, "all cells, row by row"},
    {"cell", "(row, column) → cell or nil", NULL, table_cell,
     "the cell whose top left corner is there; both count from 1"},
    {0}};
static const hd_view_type table_type = {"table", "A table.", table_fields};

static void get_row(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)cell_of(L, v)->row + 1);
}
static void get_column(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)cell_of(L, v)->column + 1);
}
static void get_header(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, cell_of(L, v)->header);
}
static void get_cell_claim(lua_State *L, const hd_view *v) {
  const hd_claims *claims = set_of(L)->claims[v->doc];
  hd_span span = cell_of(L, v)->span;
  uint32_t i = hd_view_claim_at(claims, span.off);
  bool inside =
      i < claims->n && hd_claim_quantity(claims, i)->span.off < span.end;
  hd_view_push_at(L, HD_VIEW_CLAIM, v->doc, inside ? i : HD_NONE);
}
static void get_cell_table(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_TABLE, v->doc, v->a);
}
static const hd_field cell_fields[] = {
    EVERY,
    {"text", "string", get_text, NULL, "what the cell holds"},
    {"row", "integer", get_row, NULL, "its row, from 1"},
    {"column", "integer", get_column, NULL, "its column, from 1"},
    {"header", "boolean", get_header, NULL, "it stands in a header row"},
    {"claim", "claim or nil", get_cell_claim, NULL, "the first figure in it"},
    {"table", "table", get_cell_table, NULL, "its table"},
    {"place", "place or nil", get_place, NULL, "where its text stands"},
    {0}};
static const hd_view_type cell_type = {"cell", "A cell of a table.",
                                       cell_fields};

/* ---- doc, set
 * ------------------------------------------------------------------------- */
static void get_name(lua_State *L, const hd_view *v) {
  const char *name = doc_of(L, v)->source.name;
  lua_pushstring(L, name ? name : "");
}
static void get_lang(lua_State *L, const hd_view *v) {
  lua_pushstring(L, doc_of(L, v)->lang == HD_LANG_EN ? "en" : "zh");
}
static void get_role(lua_State *L, const hd_view *v) {
  static const char *const names[] = {"report", "annex", "previous",
                                      "reference", "translation"};
  lua_pushstring(L, names[doc_of(L, v)->role]);
}
static void get_length(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)doc_of(L, v)->text.n);
}
static void get_blocks(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_BLOCK, v->doc, 0,
                    (uint32_t)doc_of(L, v)->n_blocks);
}
static void get_sentences(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_SENTENCE, v->doc, 0,
                    (uint32_t)text_of(L, v)->n_sentences);
}
static void get_claims(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_CLAIM, v->doc, 0,
                    (uint32_t)set_of(L)->claims[v->doc]->n);
}
static void get_enumerators(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_ENUMERATOR, v->doc, 0,
                    (uint32_t)text_of(L, v)->n_enumerators);
}
static void get_gaps(lua_State *L, const hd_view *v) {
  const hd_gaps *gaps = set_of(L)->gaps ? set_of(L)->gaps[v->doc] : NULL;
  hd_view_push_list(L, HD_VIEW_GAP, v->doc, 0, gaps ? (uint32_t)gaps->n : 0);
}
static void get_tables(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_TABLE, v->doc, 0,
                    (uint32_t)doc_of(L, v)->n_tables);
}
static void get_date(lua_State *L, const hd_view *v) {
  hd_day day = set_of(L)->claims[v->doc]->quantities->clock.date;
  char text[40] = "";
  if (day.year && day.month && day.day)
    snprintf(text, sizeof text, "%04d-%02u-%02u", day.year, day.month, day.day);
  lua_pushstring(L, text);
}
static void get_entity(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, set_of(L)->claims[v->doc]->entity);
}
/* doc:links(kind) */
static int doc_links(lua_State *L) {
  const hd_view *v = hd_view_check(L, 1, HD_VIEW_DOC);
  hd_view_push_links(L, luaL_optstring(L, 2, NULL), v->doc);
  return 1;
}
static const hd_field doc_fields[] = {
    {"type", "string", get_type, NULL, "the name of this kind of view"},
    {"name", "string", get_name, NULL, "the file"},
    {"lang", "string", get_lang, NULL, "zh or en, the text's main language"},
    {"role", "string", get_role, NULL,
     "report, annex, previous, reference or translation"},
    {"text_length", "integer", get_length, NULL, "bytes of its text"},
    {"blocks", "list of blocks", get_blocks, NULL, "all blocks, in order"},
    {"sentences", "list of sentences", get_sentences, NULL, "all sentences"},
    {"claims", "list of claims", get_claims, NULL,
     "every figure, also those that claim nothing (is_claim is false)"},
    {"enumerators", "list of enumerators", get_enumerators, NULL,
     "all enumerators inside running text"},
    {"gaps", "list of gaps", get_gaps, NULL, "where numbers were lost"},
    {"tables", "list of tables", get_tables, NULL, "all tables"},
    {"date", "string", get_date, NULL, "the document's own day, or \"\""},
    {"entity", "string", get_entity, NULL, "whose report it is, or \"\""},
    {"links", "(kind) → table of links", NULL, doc_links,
     "the links that begin in it; without kind: all"},
    {0}};
static const hd_view_type doc_type = {
    "doc", "A document. As a place it stands for the document as a whole.",
    doc_fields};

static void get_documents(lua_State *L, const hd_view *v) {
  (void)v;
  size_t n = set_of(L)->n;
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    hd_view_push(L, HD_VIEW_DOC, (uint32_t)i, 0, 0);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}
/* set:links(kind) */
static int set_links(lua_State *L) {
  hd_view_check(L, 1, HD_VIEW_SET);
  hd_view_push_links(L, luaL_optstring(L, 2, NULL), HD_NONE);
  return 1;
}
static const hd_field set_fields[] = {
    {"type", "string", get_type, NULL, "the name of this kind of view"},
    {"documents", "table of docs", get_documents, NULL,
     "the documents that are judged together"},
    {"links", "(kind) → table of links", NULL, set_links,
     "all links; of that kind where it is given"},
    {0}};
static const hd_view_type set_type = {
    "set", "What is judged together: one document, or several.", set_fields};

extern const hd_view_type hd_view_claim_type, hd_view_link_type;
const hd_view_type *const hd_view_types[HD_VIEW_TYPES] = {
    [HD_VIEW_SET] = &set_type,
    [HD_VIEW_DOC] = &doc_type,
    [HD_VIEW_BLOCK] = &block_type,
    [HD_VIEW_SENTENCE] = &sentence_type,
    [HD_VIEW_CLAUSE] = &clause_type,
    [HD_VIEW_TOKEN] = &token_type,
    [HD_VIEW_ENUMERATOR] = &enumerator_type,
    [HD_VIEW_TABLE] = &table_type,
    [HD_VIEW_CELL] = &cell_type,
    [HD_VIEW_GAP] = &gap_type,
    [HD_VIEW_CLAIM] = &hd_view_claim_type,
    [HD_VIEW_LINK] = &hd_view_link_type,
    [HD_VIEW_PLACE] = &place_type};
