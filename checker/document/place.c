/* place: from offsets of the text to the source, to a block, to words.
 *
 * In: a document. Out: lines and columns, block indexes, 第3节 第2段 and
 * table=2;row=4;column=3. All by binary search in segments, blocks, cells;
 * the last steps count code points inside one segment. Where the source was
 * extracted, its layout tells pages, notes and cells, and what lines and
 * columns are where they are not those of its text. */
#include "../input/layout.h"
#include "document.h"

enum { ROW_NAME = 12 }; /* most code points of a row's header in a location */

size_t hd_document_segment(const hd_document *doc, uint32_t off) {
  return doc->n_segments ? hd_last_at(&doc->segments->off, doc->n_segments,
                                      sizeof *doc->segments, off)
                         : 0;
}

/* The same in lines and code points of the source's text. */
hd_position hd_document_source_position(const hd_document *doc, uint32_t off) {
  if (doc->n_segments == 0)
    return (hd_position){1, 1, 0};
  const hd_segment *s = &doc->segments[hd_document_segment(doc, off)];
  hd_str source = doc->source.bytes;
  uint32_t end = off < doc->text.n ? off : (uint32_t)doc->text.n;
  size_t points =
      end > s->off ? hd_utf8_count(doc->text.p + s->off, end - s->off) : 0;
  hd_position at = {s->line, s->column + (uint32_t)points, s->source};
  if (at.source < source.n)
    at.source += (uint32_t)hd_utf8_skip(source.p + at.source,
                                        source.n - at.source, &points);
  at.column -= (uint32_t)points;
  return at;
}

/* What the layout says of a line of the source; NULL. */
static const hd_laid *laid_at(const hd_document *doc, uint32_t line) {
  const hd_layout *layout = doc->source.layout;
  return layout && line > 0 && line <= layout->n ? &layout->lines[line - 1]
                                                 : NULL;
}

hd_position hd_document_position(const hd_document *doc, uint32_t off) {
  hd_position at = hd_document_source_position(doc, off);
  const hd_laid *laid = laid_at(doc, at.line);
  if (laid && laid->line > 0) {
    at.line = laid->line;
    at.column = laid->place;
  }
  return at;
}

const char *hd_document_sheet(const hd_document *doc, uint32_t off) {
  const hd_laid *laid =
      laid_at(doc, hd_document_source_position(doc, off).line);
  return laid ? laid->sheet : NULL;
}

bool hd_document_one_line(const hd_document *doc, hd_span span) {
  if (doc->n_segments == 0)
    return true;
  for (size_t i = hd_document_segment(doc, span.off);
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
  at.column++; /* of a cell of a sheet, too: one column on */
  if (at.source < source.n)
    at.source += (uint32_t)hd_utf8_decode(source.p + at.source,
                                          source.n - at.source, &cp);
  return at;
}

uint32_t hd_document_block(const hd_document *doc, uint32_t off) {
  return doc->n_blocks
             ? (uint32_t)hd_last_at(&doc->blocks->span.off, doc->n_blocks,
                                    sizeof *doc->blocks, off)
             : 0;
}

/* The table whose block holds off; NULL. */
const hd_table *hd_document_table(const hd_document *doc, uint32_t off) {
  if (doc->n_blocks == 0)
    return NULL;
  uint32_t table = doc->blocks[hd_document_block(doc, off)].table;
  return table == HD_NONE ? NULL : &doc->tables[table];
}

const hd_cell *hd_table_cell(const hd_table *t, uint32_t off) {
  return t->n_cells ? &t->cells[hd_last_at(&t->cells->span.off, t->n_cells,
                                           sizeof *t->cells, off)]
                    : NULL;
}

/* The words that name a row: its first cell with letters. */
static hd_str row_name(const hd_document *doc, const hd_table *t,
                       const hd_cell *cell) {
  const hd_cell *first = cell;
  while (first > t->cells && first[-1].row == cell->row)
    first--;
  for (; first < t->cells + t->n_cells && first->row == cell->row; first++) {
    hd_str name = hd_document_text(doc, first->span);
    if (hd_utf8_has_letter(name))
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
  const hd_cell *cell = hd_table_cell(t, off);
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

static const char *block_location(const hd_document *doc, hd_arena *arena,
                                  uint32_t off, hd_lang lang) {
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

/* ---- places of extracted sources ---------------------------------------- */

/* The page on which a place stands; 0: unknown. */
static uint32_t page_of(const hd_layout *layout, const hd_laid *laid,
                        hd_position at) {
  const hd_turn *turns = layout->turns;
  size_t low;
  /* turns that begin at or before the place */
  HD_FIRST_NOT(low, layout->n_turns, i, turns[i].source <= at.source);
  uint32_t turned = low > 0 ? turns[low - 1].page : 0;
  return laid->page > 0 && turned > laid->page ? turned : laid->page;
}

/* A sheet's cell: its name in letters and digits, C7. */
static const char *cell_name(hd_arena *arena, const hd_laid *laid) {
  char letters[8];
  size_t at = sizeof letters;
  for (uint32_t n = laid->place; n > 0 && at > 0; n = (n - 1) / 26)
    letters[--at] = (char)('A' + (n - 1) % 26);
  return hd_arena_format(arena, "%.*s%u", (int)(sizeof letters - at),
                         letters + at, (unsigned)laid->line);
}

/* "脚注3", "page 12": where in the container it stands, before or behind
 * what is said of the block. */
static const char *container_location(const hd_document *doc, hd_arena *arena,
                                      uint32_t off, const char *block,
                                      hd_lang lang) {
  if (!doc->source.layout)
    return block;
  hd_position at = hd_document_source_position(doc, off);
  const hd_laid *laid = laid_at(doc, at.line);
  bool zh = lang == HD_LANG_ZH;
  if (!laid)
    return block;
  if (laid->sheet)
    return hd_arena_format(arena, zh ? "工作表“%s” %s" : "sheet “%s” %s",
                           laid->sheet, cell_name(arena, laid));
  if (laid->footnote)
    block = hd_arena_format(arena,
                            zh ? (laid->endnote ? "尾注%u" : "脚注%u")
                               : (laid->endnote ? "endnote %u" : "footnote %u"),
                            (unsigned)laid->footnote);
  uint32_t page = page_of(doc->source.layout, laid, at);
  if (page == 0)
    return block;
  return hd_arena_format(arena, zh ? "%s%s第%u页" : "%s%sp. %u", block,
                         *block ? (zh ? " " : ", ") : "", (unsigned)page);
}

const char *hd_document_location(const hd_document *doc, hd_arena *arena,
                                 uint32_t off, hd_lang lang) {
  const hd_table *table = hd_document_table(doc, off);
  const char *block = table ? table_location(doc, arena, table, off, lang)
                            : block_location(doc, arena, off, lang);
  return container_location(doc, arena, off, block, lang);
}

/* A name in which ; is %3B and % is %25, so that places can be cut at ; */
static const char *escape(hd_arena *arena, const char *name) {
  char *out = hd_arena_alloc(arena, strlen(name) * 3 + 1), *p = out;
  for (; *name; name++) {
    bool plain = *name != ';' && *name != '%';
    memcpy(p, plain ? name : *name == ';' ? "%3B" : "%25", plain ? 1 : 3);
    p += plain ? 1 : 3;
  }
  return out;
}

/* `place`, and behind it one more of its parts. */
static const char *join(hd_arena *arena, const char *place, const char *part) {
  return *place ? hd_arena_format(arena, "%s;%s", place, part) : part;
}

static const char *container_place(const hd_layout *layout, const hd_laid *laid,
                                   hd_arena *arena, hd_position at) {
  const char *place = "";
  uint32_t page = page_of(layout, laid, at);
  if (page)
    place = hd_arena_format(arena, "page=%u", (unsigned)page);
  if (laid->sheet)
    return join(arena, place,
                hd_arena_format(arena, "sheet=%s;cell=%s",
                                escape(arena, laid->sheet),
                                cell_name(arena, laid)));
  if (laid->table)
    place = join(arena, place,
                 hd_arena_format(arena, "table=%u;row=%u;column=%u",
                                 (unsigned)laid->table, (unsigned)laid->row + 1,
                                 (unsigned)laid->col + 1));
  if (laid->footnote)
    place = join(arena, place,
                 hd_arena_format(arena, "%s=%u",
                                 laid->endnote ? "endnote" : "footnote",
                                 (unsigned)laid->footnote));
  return place;
}

const char *hd_document_place(const hd_document *doc, hd_arena *arena,
                              uint32_t off) {
  if (doc->source.layout) {
    hd_position at = hd_document_source_position(doc, off);
    const hd_laid *laid = laid_at(doc, at.line);
    if (laid)
      return container_place(doc->source.layout, laid, arena, at);
  }
  const hd_table *table = hd_document_table(doc, off);
  const hd_cell *cell = table ? hd_table_cell(table, off) : NULL;
  if (!table)
    return "";
  if (!cell)
    return hd_arena_format(arena, "table=%u", (unsigned)table->number);
  return hd_arena_format(arena, "table=%u;row=%u;column=%u",
                         (unsigned)table->number, (unsigned)cell->row + 1,
                         (unsigned)cell->column + 1);
}
