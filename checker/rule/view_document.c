/* view_document: fields of blocks, tables, cells, documents and the set. */
#include "../document/reference.h"
#include "../text/repeat.h"
#include "regex.h"
#include "views.h"

static const hd_block *block_of(lua_State *L, const hd_view *v) {
  return &hd_view_doc(L, v)->blocks[v->a];
}
static const hd_table *table_of(lua_State *L, const hd_view *v) {
  return &hd_view_doc(L, v)->tables[v->a];
}
static const hd_cell *cell_of(lua_State *L, const hd_view *v) {
  return &table_of(L, v)->cells[v->b];
}

/* ---- block -------------------------------------------------------- */
const char *hd_block_kind_name(hd_block_kind kind) {
  static const char *const names[] = {"title",    "heading", "paragraph",
                                      "item",     "table",   "caption",
                                      "footnote", "skipped"};
  return (unsigned)kind <= HD_BLOCK_SKIPPED ? names[kind] : NULL;
}
static void get_block_kind(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_block_kind_name(block_of(L, v)->kind));
}
static void get_block_length(lua_State *L, const hd_view *v) {
  hd_span span = block_of(L, v)->span;
  lua_pushinteger(L, span.end - span.off);
}
/* U+4000 to U+9FFF begin with a byte that no other character holds. */
static void get_ideographs(lua_State *L, const hd_view *v) {
  hd_str text = hd_document_text(hd_view_doc(L, v), block_of(L, v)->span);
  hd_state_charge(L, text.n / 32);
  size_t n = 0;
  for (size_t i = 0; i < text.n; i++)
    n += (unsigned char)text.p[i] - 0xe4u <= 0xe9u - 0xe4u;
  lua_pushboolean(L, n > 0);
}
/* Is there a mark without a partner in the block, or in a cell of it? */
static void get_unpaired(lua_State *L, const hd_view *v) {
  const hd_document *doc = hd_view_doc(L, v);
  const hd_block *block = block_of(L, v);
  hd_state_charge(L, (block->span.end - block->span.off) / 32);
  bool paired = true;
  if (block->table == HD_NONE) {
    paired = hd_marks_pair(hd_document_text(doc, block->span));
  } else {
    const hd_table *t = &doc->tables[block->table];
    for (size_t i = 0; paired && i < t->n_cells; i++)
      paired = hd_marks_pair(hd_document_text(doc, t->cells[i].span));
  }
  lua_pushboolean(L, !paired);
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
  bool last = v->a + 1 >= hd_view_doc(L, v)->n_blocks;
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, last ? HD_NONE : v->a + 1);
}
static const hd_field block_fields[] = {
    HD_VIEW_EVERY,
    {"kind", "string", get_block_kind, NULL,
     "title, heading, paragraph, item, table, caption, footnote or skipped"},
    {"text", "string", hd_view_get_text, NULL,
     "the whole block, marker included"},
    {"length", "integer", get_block_length, NULL, "bytes of its text"},
    {"ideographs", "boolean", get_ideographs, NULL,
     "a Chinese character stands in it"},
    {"unpaired", "boolean", get_unpaired, NULL,
     "a quotation mark or bracket in it, or in a cell of it, has no partner; "
     "apostrophes inside words are none"},
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
    {"index", "integer", hd_view_get_index, NULL, "its number in doc.blocks"},
    {"paragraph", "integer", get_paragraph, NULL,
     "its number below its heading"},
    {"table", "table or nil", get_table, NULL, "of a block that is a table"},
    {"run_on", "boolean", get_run_on, NULL,
     "a heading that stood at the end of a paragraph"},
    {"previous", "block or nil", get_previous, NULL, "the block before"},
    {"next", "block or nil", get_next, NULL, "the block behind"},
    {"place", "place", hd_view_get_place, NULL, "where it stands"},
    {0}};
const hd_view_type hd_view_block_type = {
    "block", "A heading, paragraph, list item, table, caption or footnote.",
    block_fields};

/* ---- table, cell -------------------------------------------------- */
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

/* table:matching(re) */
static int table_matching(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_TABLE), *v = &view;
  hd_regex *re = hd_type_check(L, 2, HD_TYPE_REGEX);
  const hd_table *t = table_of(L, v);
  lua_newtable(L);
  for (uint32_t i = 0, found = 0; i < t->n_cells; i++) {
    hd_str text = hd_document_text(hd_view_doc(L, v), t->cells[i].span);
    if (!hd_regex_run(L, hd_regex_pattern_of(re), text, 0, PCRE2_NO_UTF_CHECK))
      continue;
    hd_view_push(L, HD_VIEW_CELL, v->doc, v->a, i);
    lua_rawseti(L, -2, (lua_Integer)++found);
  }
  return 1;
}
/* table:cell(row, column) */
static int table_cell(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_TABLE), *v = &view;
  const hd_table *t = table_of(L, v);
  lua_Integer row = luaL_checkinteger(L, 2) - 1;
  lua_Integer column = luaL_checkinteger(L, 3) - 1;
  size_t low;
  HD_FIRST_NOT(low, t->n_cells, i,
               t->cells[i].row < row ||
                   (t->cells[i].row == row && t->cells[i].column < column));
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
    HD_VIEW_EVERY,
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
    {"matching", "(re) → table of cells", NULL, table_matching,
     "the cells whose text the pattern matches, row by row"},
    {0}};
const hd_view_type hd_view_table_type = {"table", "A table.", table_fields};

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
  const hd_claims *claims = hd_view_set(L)->claims[v->doc];
  hd_span span = cell_of(L, v)->span;
  uint32_t i = hd_view_claim_at(claims, span.off);
  bool inside =
      i < claims->n && hd_claim_quantity(claims, i)->span.off < span.end;
  hd_view_push_at(L, HD_VIEW_CLAIM, v->doc, inside ? i : HD_NONE);
}
static void get_cell_unpaired(lua_State *L, const hd_view *v) {
  hd_str text = hd_document_text(hd_view_doc(L, v), cell_of(L, v)->span);
  hd_state_charge(L, text.n / 32);
  lua_pushboolean(L, !hd_marks_pair(text));
}
static void get_cell_table(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_TABLE, v->doc, v->a);
}
static const hd_field cell_fields[] = {
    HD_VIEW_EVERY,
    {"text", "string", hd_view_get_text, NULL, "what the cell holds"},
    {"row", "integer", get_row, NULL, "its row, from 1"},
    {"column", "integer", get_column, NULL, "its column, from 1"},
    {"header", "boolean", get_header, NULL, "it stands in a header row"},
    {"claim", "claim or nil", get_cell_claim, NULL, "the first figure in it"},
    {"unpaired", "boolean", get_cell_unpaired, NULL,
     "a quotation mark or bracket in it has no partner, as in block.unpaired"},
    {"table", "table", get_cell_table, NULL, "its table"},
    {"place", "place or nil", hd_view_get_place, NULL, "where its text stands"},
    {0}};
const hd_view_type hd_view_cell_type = {"cell", "A cell of a table.",
                                        cell_fields};

/* ---- doc, set ----------------------------------------------------- */
static void get_name(lua_State *L, const hd_view *v) {
  const char *name = hd_view_doc(L, v)->source.name;
  lua_pushstring(L, name ? name : "");
}
static void get_lang(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_view_doc(L, v)->lang == HD_LANG_EN ? "en" : "zh");
}
static const char *const role_names[] = {"report",   "annex",     "translation",
                                         "previous", "reference", NULL};
static void get_yields(lua_State *L, const hd_view *v) {
  const hd_known *known = hd_view_doc(L, v)->known;
  lua_pushboolean(L, known && known->yields);
}
static void get_role(lua_State *L, const hd_view *v) {
  lua_pushstring(L, role_names[hd_view_doc(L, v)->role]);
}
static void get_length(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)hd_view_doc(L, v)->text.n);
}
static void get_blocks(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_BLOCK, v->doc, 0,
                    (uint32_t)hd_view_doc(L, v)->n_blocks);
}
static bool is_marked(const hd_block *b) {
  return b->kind == HD_BLOCK_HEADING || b->kind == HD_BLOCK_TITLE ||
         b->number > 0;
}
static void get_marked_blocks(lua_State *L, const hd_view *v) {
  const hd_document *doc = hd_view_doc(L, v);
  hd_state_charge(L, doc->n_blocks / 8);
  lua_newtable(L);
  for (uint32_t i = 0, n = 0; i < doc->n_blocks; i++)
    if (is_marked(&doc->blocks[i])) {
      hd_view_push(L, HD_VIEW_BLOCK, v->doc, i, 0);
      lua_rawseti(L, -2, ++n);
    }
}
static void get_sentences(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_SENTENCE, v->doc, 0,
                    (uint32_t)hd_view_text(L, v)->n_sentences);
}
static void get_claims(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_CLAIM, v->doc, 0,
                    (uint32_t)hd_view_set(L)->claims[v->doc]->n);
}
static void get_enumerators(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_ENUMERATOR, v->doc, 0,
                    (uint32_t)hd_view_text(L, v)->n_enumerators);
}
const hd_gaps *hd_view_gaps(hd_host *host, uint32_t doc) {
  size_t before = hd_arena_bytes(host->arena);
  const hd_gaps *gaps =
      host->set->gaps ? hd_gaps_found(host->set->gaps[doc]) : NULL;
  host->arena_before +=
      hd_arena_bytes(host->arena) - before; /* not the rule's */
  return gaps;
}
static void get_gaps(lua_State *L, const hd_view *v) {
  const hd_gaps *gaps = hd_view_gaps(hd_host_of(L), v->doc);
  hd_view_push_list(L, HD_VIEW_GAP, v->doc, 0, gaps ? (uint32_t)gaps->n : 0);
}
static void get_tables(lua_State *L, const hd_view *v) {
  hd_view_push_list(L, HD_VIEW_TABLE, v->doc, 0,
                    (uint32_t)hd_view_doc(L, v)->n_tables);
}
static void get_date(lua_State *L, const hd_view *v) {
  hd_day day = hd_view_set(L)->claims[v->doc]->quantities->clock.date;
  hd_view_push_day(L, day.month && day.day ? day : (hd_day){0, 0, 0});
}
static void get_entity(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, hd_view_set(L)->claims[v->doc]->entity);
}
/* doc:ending(marks) */
static int doc_ending(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_DOC), *v = &view;
  const hd_document *doc = hd_view_doc(L, v);
  size_t n;
  const char *marks = luaL_checklstring(L, 2, &n);
  hd_state_charge(L, doc->n_blocks / 4);
  lua_newtable(L);
  for (uint32_t i = 0, found = 0; i < doc->n_blocks; i++) {
    hd_span span = doc->blocks[i].span;
    if (hd_span_empty(span))
      continue;
    size_t last = hd_utf8_back(doc->text.p, span.end);
    if (last < span.off ||
        !memmem(marks, n, doc->text.p + last, span.end - last))
      continue;
    hd_view_push_place(L, v->doc, (hd_span){(uint32_t)last, span.end});
    lua_rawseti(L, -2, (lua_Integer)++found);
  }
  return 1;
}
/* {{first = place, second = place}, ...} */
static int push_repeats(lua_State *L, uint32_t doc, hd_repeats repeats) {
  lua_createtable(L, (int)repeats.n, 0);
  for (size_t i = 0; i < repeats.n; i++) {
    lua_createtable(L, 0, 2);
    hd_view_push_place(L, doc, repeats.items[i].first);
    lua_setfield(L, -2, "first");
    hd_view_push_place(L, doc, repeats.items[i].second);
    lua_setfield(L, -2, "second");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}
/* doc:doubles() */
static int doc_doubles(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_DOC), *v = &view;
  const hd_document *doc = hd_view_doc(L, v);
  hd_state_charge(L, doc->text.n / 32);
  return push_repeats(L, v->doc, hd_repeat_doubles(hd_host_of(L)->arena, doc));
}
/* doc:twins(least, near) */
static int doc_twins(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_DOC), *v = &view;
  lua_Integer least = luaL_checkinteger(L, 2);
  lua_Integer near = luaL_optinteger(L, 3, LUA_MAXINTEGER);
  luaL_argcheck(L, least >= 16, 2, "16 bytes or more");
  luaL_argcheck(L, near >= 1, 3, "a sentence or more");
  const hd_text *text = hd_view_text(L, v);
  hd_state_charge(L, text->n_sentences / 2);
  return push_repeats(
      L, v->doc,
      hd_repeat_twins(hd_host_of(L)->arena, text, (size_t)least, (size_t)near));
}
/* doc:links(kind) */
static int doc_links(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_DOC), *v = &view;
  hd_view_push_links(L, luaL_optstring(L, 2, NULL), v->doc);
  return 1;
}
/* doc:companions(role) */
static int doc_companions(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_DOC);
  const hd_set *set = hd_view_set(L);
  hd_role role = (hd_role)luaL_checkoption(L, 2, NULL, role_names);
  lua_newtable(L);
  for (uint32_t i = 0, n = 0; i < set->n; i++)
    if (i != view.doc && set->documents[i]->role == role) {
      hd_view_push(L, HD_VIEW_DOC, i, 0, 0);
      lua_rawseti(L, -2, ++n);
    }
  return 1;
}
static const hd_field doc_fields[] = {
    {"type", "string", hd_view_get_type, NULL, "the name of this kind of view"},
    {"name", "string", get_name, NULL, "the file"},
    {"lang", "string", get_lang, NULL, "zh or en, the text's main language"},
    {"role", "string", get_role, NULL,
     "report, annex, translation, previous or reference"},
    {"yields", "boolean", get_yields, NULL,
     "a reference that is wrong where it disagrees with the report"},
    {"companions", "(role) → table of docs", NULL, doc_companions,
     "the others of its set that have the role"},
    {"text_length", "integer", get_length, NULL, "bytes of its text"},
    {"blocks", "list of blocks", get_blocks, NULL, "all blocks, in order"},
    {"marked_blocks", "table of blocks", get_marked_blocks, NULL,
     "those that are titles or headings or have a number"},
    {"sentences", "list of sentences", get_sentences, NULL, "all sentences"},
    {"claims", "list of claims", get_claims, NULL,
     "every figure, also those that claim nothing (is_claim is false)"},
    {"enumerators", "list of enumerators", get_enumerators, NULL,
     "all enumerators inside running text"},
    {"gaps", "list of gaps", get_gaps, NULL, "where numbers were lost"},
    {"tables", "list of tables", get_tables, NULL, "all tables"},
    {"date", "string", get_date, NULL, "the document's own day, or \"\""},
    {"entity", "string", get_entity, NULL, "whose report it is, or \"\""},
    {"ending", "(marks) → table of places", NULL, doc_ending,
     "the last characters of blocks, where they are among those of the "
     "string"},
    {"doubles", "() → table of pairs", NULL, doc_doubles,
     "words that stand twice side by side, within a block or cell: "
     "pair.first, pair.second are places"},
    {"twins", "(least, near) → table of pairs", NULL, doc_twins,
     "sentences outside of tables of at least that many bytes that stood in "
     "the document before: pair.first, pair.second; with near: at most so many "
     "sentences before, or right behind such a one"},
    {"spread", "(pairs) → table of integers", NULL, hd_view_spread,
     "by each key of the table, which is two ideographs: in how many sentences "
     "they stand side by side"},
    {"links", "(kind) → table of links", NULL, doc_links,
     "the links that begin in it; without kind: all"},
    {"figures", "(kind, …) → table of claims", NULL, hd_view_figures,
     "the claims of those kinds, in order; the last argument may be a table "
     "of what they must have: claim, prose = true; aspect, modality: as the "
     "field; has: an aspect; digits, power, name: so many (bytes) at least; "
     "names: a table that has its name, or the first character of it, as a "
     "key"},
    {"recurring", "(kind, …) → table of claims", NULL, hd_view_recurring,
     "those of them outside of tables that claim something and whose name "
     "another of them has, too"},
    {0}};
const hd_view_type hd_view_doc_type = {
    "doc", "A document. As a place it stands for the document as a whole.",
    doc_fields};

static void get_documents(lua_State *L, const hd_view *v) {
  (void)v;
  const hd_set *set = hd_view_set(L);
  lua_createtable(L, (int)set->n, 0);
  for (uint32_t i = 0, k = 0; i < set->n; i++) {
    if (!hd_document_is_judged(set->documents[i]))
      continue;
    hd_view_push(L, HD_VIEW_DOC, i, 0, 0);
    lua_rawseti(L, -2, ++k);
  }
}
/* set:links(kind) */
static int set_links(lua_State *L) {
  hd_view_check(L, 1, HD_VIEW_SET);
  hd_view_push_links(L, luaL_optstring(L, 2, NULL), HD_NONE);
  return 1;
}
static const hd_field set_fields[] = {
    {"type", "string", hd_view_get_type, NULL, "the name of this kind of view"},
    {"documents", "table of docs", get_documents, NULL,
     "the documents that are judged together; what they are judged against is "
     "among their companions"},
    {"links", "(kind) → table of links", NULL, set_links,
     "all links; of that kind where it is given"},
    {0}};
const hd_view_type hd_view_set_type = {
    "set", "What is judged together: one document, or several.", set_fields};
