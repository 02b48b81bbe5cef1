/* shown: the text as it was read, for reports that print it.
 *
 * In: a reading. Out: a row for each block of its documents, as the source
 * prints it, and for each place the row that it begins in and the code points
 * before it there. Code points are counted from the last place on, to either
 * side: places come nearly in order, and a block may be as long as a file. */
#include "run.h"

struct hd_shown {
  hd_arena *arena;
  const hd_reading *r;
  uint32_t *first; /* by document: index of the row of its first block */
  /* Where the last place stood. */
  uint32_t document, block, off, count;
};

const char *hd_row_kind_name(hd_row_kind kind) {
  static const char *const names[] = {"title",    "heading", "paragraph",
                                      "item",     "table",   "caption",
                                      "footnote", "skipped"};
  return names[kind];
}

/* ---- rows --------------------------------------------------------------- */

static hd_row_kind kind_of(hd_block_kind kind) {
  static const hd_row_kind kinds[] = {
      [HD_BLOCK_TITLE] = HD_ROW_TITLE,
      [HD_BLOCK_HEADING] = HD_ROW_HEADING,
      [HD_BLOCK_PARAGRAPH] = HD_ROW_PARAGRAPH,
      [HD_BLOCK_ITEM] = HD_ROW_ITEM,
      [HD_BLOCK_TABLE] = HD_ROW_TABLE,
      [HD_BLOCK_CAPTION] = HD_ROW_CAPTION,
      [HD_BLOCK_FOOTNOTE] = HD_ROW_FOOTNOTE,
      [HD_BLOCK_SKIPPED] = HD_ROW_SKIPPED,
  };
  return kinds[kind];
}

static uint32_t count(const hd_document *doc, uint32_t from, uint32_t to) {
  return (uint32_t)hd_utf8_count(doc->text.p + from, to - from);
}

/* Cells stand in the text of their block, one behind the other. */
static void add_cells(hd_arena *arena, const hd_document *doc,
                      const hd_block *block, hd_block_row *row) {
  const hd_table *table = &doc->tables[block->table];
  uint32_t off = block->span.off, at = 0;
  row->cells = hd_arena_alloc(arena, (table->n_cells + 1) * sizeof *row->cells);
  row->n_cells = table->n_cells;
  for (size_t i = 0; i < table->n_cells; i++) {
    const hd_cell *cell = &table->cells[i];
    row->cells[i] = (hd_cell_row){
        .row = cell->row,
        .column = cell->column,
        .rowspan = cell->rowspan > 0 ? cell->rowspan : 1,
        .colspan = cell->colspan > 0 ? cell->colspan : 1,
        .header = cell->header || cell->row < table->header_rows,
    };
    if (hd_span_empty(cell->span) || cell->span.off < off)
      continue;
    at += count(doc, off, cell->span.off);
    off = cell->span.off;
    row->cells[i].at = at;
    row->cells[i].len = count(doc, cell->span.off, cell->span.end);
  }
}

static hd_block_row build_row(hd_arena *arena, const hd_document *doc,
                              const hd_block *block, const char *file) {
  hd_block_row row = {
      .file = file,
      .kind = kind_of(block->kind),
      .level = block->level,
      .run_on = block->run_on,
      .line = block->line,
      .text = hd_place_text(arena, doc, block->span),
  };
  if (block->table != HD_NONE)
    add_cells(arena, doc, block, &row);
  return row;
}

hd_shown *hd_shown_build(hd_arena *arena, const hd_reading *r,
                         hd_block_row **rows, size_t *n) {
  hd_shown *shown = HD_NEW(r->arena, hd_shown);
  uint32_t *first = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *first);
  size_t total = 0;
  for (size_t d = 0; d < r->n; d++) {
    first[d] = (uint32_t)total;
    if (hd_document_is_judged(r->documents[d]))
      total += r->documents[d]->n_blocks;
  }
  *rows = hd_arena_alloc(arena, (total + 1) * sizeof **rows);
  *n = 0;
  for (size_t d = 0; d < r->n; d++)
    for (size_t i = 0; hd_document_is_judged(r->documents[d]) &&
                       i < r->documents[d]->n_blocks;
         i++)
      (*rows)[(*n)++] =
          build_row(arena, r->documents[d], &r->documents[d]->blocks[i],
                    r->files[r->file_of[d]].name);
  *shown =
      (hd_shown){.arena = arena, .r = r, .first = first, .document = HD_NONE};
  return shown;
}

/* ---- places ------------------------------------------------------------- */

/* Code points of the block before off. */
static uint32_t count_to(hd_shown *shown, uint32_t document, uint32_t block,
                         uint32_t off) {
  const hd_document *doc = shown->r->documents[document];
  if (shown->document != document || shown->block != block) {
    shown->document = document;
    shown->block = block;
    shown->off = doc->blocks[block].span.off;
    shown->count = 0;
  }
  if (off >= shown->off)
    shown->count += count(doc, shown->off, off);
  else
    shown->count -= count(doc, off, shown->off);
  shown->off = off;
  return shown->count;
}

void hd_shown_point(hd_shown *shown, hd_where where, hd_place *place) {
  const hd_document *doc = shown->r->documents[where.document];
  if (where.span.end == 0 || doc->n_blocks == 0 || !hd_document_is_judged(doc))
    return;
  hd_span span = hd_place_widen(doc, where.span);
  uint32_t block = hd_document_block(doc, span.off);
  hd_span whole = doc->blocks[block].span;
  if (span.off < whole.off || span.off >= whole.end)
    return;
  if (span.end > whole.end)
    span.end = whole.end;
  place->block = shown->first[where.document] + block + 1;
  place->block_at = count_to(shown, where.document, block, span.off);
  place->block_len = count(doc, span.off, span.end);
  hd_claims_value(shown->arena, shown->r, where, place);
}
