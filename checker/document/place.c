/* place: from offsets of the text to the source, to a block, to words.
 *
 * In: a document. Out: lines and columns, block indexes, 第3节 第2段 and
 * table=2;row=4;column=3. All by binary search in segments, blocks, cells;
 * the last steps count code points inside one segment. */
#include "document.h"

enum { ROW_NAME = 12 }; /* most code points of a row's header in a location */

/* Index of the segment that holds off; the first if none does. */
static size_t segment_of(const hd_document *doc, uint32_t off) {
  size_t low = 0, high = doc->n_segments;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (doc->segments[middle].off <= off)
      low = middle;
    else
      high = middle;
  }
  return low;
}

hd_position hd_document_position(const hd_document *doc, uint32_t off) {
  if (doc->n_segments == 0)
    return (hd_position){1, 1, 0};
  const hd_segment *s = &doc->segments[segment_of(doc, off)];
  hd_position at = {s->line, s->column, s->source};
  hd_str source = doc->source.bytes;
  for (uint32_t i = s->off; i < off && i < doc->text.n;) {
    uint32_t cp;
    i += (uint32_t)hd_utf8_decode(doc->text.p + i, doc->text.n - i, &cp);
    if (at.source >= source.n)
      break;
    at.source += (uint32_t)hd_utf8_decode(source.p + at.source,
                                          source.n - at.source, &cp);
    at.column++;
  }
  return at;
}

bool hd_document_one_line(const hd_document *doc, hd_span span) {
  if (doc->n_segments == 0)
    return true;
  for (size_t i = segment_of(doc, span.off);
       i + 1 < doc->n_segments && doc->segments[i + 1].off < span.end; i++)
    if (doc->segments[i + 1].line != doc->segments[i].line)
      return false;
  return true;
}

hd_position hd_document_end(const hd_document *doc, uint32_t end) {
  if (end > doc->text.n)
    end = (uint32_t)doc->text.n;
  if (end == 0)
    return hd_document_position(doc, 0);
  uint32_t last = (uint32_t)hd_utf8_back(doc->text.p, end), cp;
  hd_position at = hd_document_position(doc, last);
  hd_str source = doc->source.bytes;
  at.column++;
  if (at.source < source.n)
    at.source += (uint32_t)hd_utf8_decode(source.p + at.source,
                                          source.n - at.source, &cp);
  return at;
}

uint32_t hd_document_block(const hd_document *doc, uint32_t off) {
  size_t low = 0, high = doc->n_blocks;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (doc->blocks[middle].span.off <= off)
      low = middle;
    else
      high = middle;
  }
  return (uint32_t)low;
}

/* The table whose block holds off; NULL. */
static const hd_table *table_at(const hd_document *doc, uint32_t off) {
  if (doc->n_blocks == 0)
    return NULL;
  uint32_t table = doc->blocks[hd_document_block(doc, off)].table;
  return table == HD_NONE ? NULL : &doc->tables[table];
}

/* The last cell that begins at or before off. Cells are in reading order. */
static const hd_cell *cell_at(const hd_table *t, uint32_t off) {
  size_t low = 0, high = t->n_cells;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (t->cells[middle].span.off <= off)
      low = middle;
    else
      high = middle;
  }
  return high > 0 ? &t->cells[low] : NULL;
}

static bool has_letter(hd_str s) {
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (hd_cp_is_han(cp) || hd_cp_is_letter(cp))
      return true;
  }
  return false;
}

/* The words that name a row: its first cell with letters. */
static hd_str row_name(const hd_document *doc, const hd_table *t,
                       const hd_cell *cell) {
  const hd_cell *first = cell;
  while (first > t->cells && first[-1].row == cell->row)
    first--;
  for (; first < t->cells + t->n_cells && first->row == cell->row; first++) {
    hd_str name = hd_document_text(doc, first->span);
    if (has_letter(name))
      return name;
  }
  return (hd_str){"", 0};
}

/* At most ROW_NAME code points of s, up to a tab or line end. */
static int cut(hd_str s) {
  size_t i = 0;
  for (int n = 0; i < s.n && n < ROW_NAME && (unsigned char)s.p[i] >= ' ';
       n++) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
  }
  return (int)i;
}

static const char *table_location(const hd_document *doc, hd_arena *arena,
                                  const hd_table *t, uint32_t off,
                                  hd_lang lang) {
  const hd_cell *cell = cell_at(t, off);
  bool zh = lang == HD_LANG_ZH;
  if (!cell)
    return hd_arena_format(arena, zh ? "表%u" : "table %u",
                           (unsigned)t->number);
  hd_str name = row_name(doc, t, cell);
  if (name.n == 0)
    return hd_arena_format(arena, zh ? "表%u 第%u行" : "table %u, row %u",
                           (unsigned)t->number, (unsigned)cell->row + 1);
  return hd_arena_format(
      arena, zh ? "表%u 第%u行“%.*s”" : "table %u, row %u “%.*s”",
      (unsigned)t->number, (unsigned)cell->row + 1, cut(name), name.p);
}

const char *hd_document_location(const hd_document *doc, hd_arena *arena,
                                 uint32_t off, hd_lang lang) {
  const hd_table *table = table_at(doc, off);
  if (table)
    return table_location(doc, arena, table, off, lang);
  if (doc->n_blocks == 0)
    return "";
  const hd_block *b = &doc->blocks[hd_document_block(doc, off)];
  bool zh = lang == HD_LANG_ZH;
  if (b->kind == HD_BLOCK_TITLE)
    return zh ? "标题" : "title";
  if (b->section == 0 && b->paragraph == 0)
    return "";
  if (b->section == 0)
    return hd_arena_format(arena, zh ? "第%u段" : "paragraph %u",
                           (unsigned)b->paragraph);
  if (b->paragraph == 0)
    return hd_arena_format(arena, zh ? "第%u节" : "section %u",
                           (unsigned)b->section);
  return hd_arena_format(arena,
                         zh ? "第%u节 第%u段" : "section %u, paragraph %u",
                         (unsigned)b->section, (unsigned)b->paragraph);
}

const char *hd_document_place(const hd_document *doc, hd_arena *arena,
                              uint32_t off) {
  const hd_table *table = table_at(doc, off);
  const hd_cell *cell = table ? cell_at(table, off) : NULL;
  if (!table)
    return "";
  if (!cell)
    return hd_arena_format(arena, "table=%u", (unsigned)table->number);
  return hd_arena_format(arena, "table=%u;row=%u;column=%u",
                         (unsigned)table->number, (unsigned)cell->row + 1,
                         (unsigned)cell->column + 1);
}
