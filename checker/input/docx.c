/* docx: the text of a .docx and what its paragraphs are.
 *
 * In: the archive and its main part. Out: a source of one line a paragraph
 * (w:p), empty ones too: the body in order, a table cell by cell in its
 * place, then footnotes, then endnotes; and the layout of these lines. Styles
 * and numbering are read first, then the parts with paragraphs, each in one
 * walk; tables that only hold other tables are then taken away, and the lines
 * are put together. */
#include "docx.h"
#include "pieces.h"
#include "remarks.h"
#include <stdlib.h>

/* A table with smaller ones in it keeps them as text of its cells; one that
 * holds a larger one only arranges the page, and one of a single column is a
 * box around text. Parents stand before children, so a walk backwards knows
 * the children first. */
static void find_frames(hd_docx *d) {
  for (size_t i = d->tables.n; i-- > 0;) {
    hd_docx_table *t = &d->tables.items[i];
    hd_docx_table *parent =
        t->parent == UINT32_MAX ? NULL : &d->tables.items[t->parent];
    if (parent && (t->around || t->cells >= parent->cells))
      parent->around = true;
    t->around = t->around || !t->wide;
  }
  uint32_t number = 0;
  for (size_t i = 0; i < d->tables.n; i++) {
    hd_docx_table *t = &d->tables.items[i];
    const hd_docx_table *parent =
        t->parent == UINT32_MAX ? NULL : &d->tables.items[t->parent];
    t->inside = parent && (parent->inside || !parent->around);
    if (t->inside && parent->inside) { /* it stands where its parent does */
      t->row = parent->row;
      t->col = parent->col;
    }
    t->number = t->inside ? parent->number : t->around ? 0 : ++number;
  }
}

/* A line of a table gets the number that its table has at last. */
static void settle_line(const hd_docx *d, hd_laid *laid) {
  if (!laid->table)
    return;
  const hd_docx_table *t = &d->tables.items[laid->table - 1];
  laid->table = t->number;
  if (t->inside) {
    laid->row = t->row;
    laid->col = t->col;
  }
  if (laid->kind != HD_LAID_SKIPPED && t->number) {
    laid->kind = HD_LAID_CELL;
    laid->marker = laid->marker && *laid->marker ? laid->marker : NULL;
  }
}

/* Settles every line and puts them together, and where pages turn in them. */
static void put_together(hd_docx *d) {
  size_t at = 0, turn = 0;
  for (size_t i = 0; i < d->lines.n; i++) {
    hd_laid *laid = &d->lines.items[i].laid;
    laid->page = d->paged ? laid->page : 0;
    settle_line(d, laid);
  }
  hd_layout *layout =
      hd_layout_build(d->arena, d->lines.items, d->lines.n, d->x->source);
  layout->turns = hd_arena_alloc(d->arena, (d->turns.n + 1) * sizeof(hd_turn));
  for (size_t i = 0; d->paged && i < d->lines.n; i++) {
    for (; turn < d->turns.n && d->turns.items[turn].line <= i; turn++)
      layout->turns[layout->n_turns++] = (hd_turn){
          (uint32_t)at + d->turns.items[turn].at, d->turns.items[turn].page};
    at += d->lines.items[i].text.n + 1;
  }
}

static int by_place(const void *a, const void *b) {
  const hd_piece *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (x->off > y->off) - (x->off < y->off);
}

/* Of a paragraph that holds a text box some come behind those of the box. */
static void sort_pieces(const hd_docx *d) {
  hd_pieces *pieces = d->x->options->pieces;
  if (pieces && pieces->list.n > 1)
    qsort(pieces->list.items, pieces->list.n, sizeof(hd_piece), by_place);
}

/* The part of this type; NULL for none, or where the file names one that is
 * not in it, as what converters write does: the text is there without it. */
static const char *part_of(hd_docx *d, const hd_relations *relations,
                           const char *type) {
  const char *part = hd_relation_of_type(relations, type);
  if (!part || hd_zip_has(d->zip, part))
    return part;
  d->missing++;
  return NULL;
}

static bool read_stories(hd_docx *d, const char *main,
                         const hd_relations *relations) {
  const char *footnotes = part_of(d, relations, "footnotes");
  const char *endnotes = part_of(d, relations, "endnotes");
  d->page = 1;
  if (!hd_docx_read_story(d, main, HD_STORY_BODY))
    return false;
  d->page = 0;
  return (!footnotes || hd_docx_read_story(d, footnotes, HD_STORY_FOOTNOTES)) &&
         (!endnotes || hd_docx_read_story(d, endnotes, HD_STORY_ENDNOTES));
}

bool hd_docx_read(const hd_extraction *x, hd_zip *zip, const char *main) {
  hd_docx *d = HD_NEW(x->arena, hd_docx);
  hd_relations relations = {0};
  *d = (hd_docx){.arena = x->arena, .zip = zip, .x = x};
  d->notes[0] = hd_map_new(x->arena);
  d->notes[1] = hd_map_new(x->arena);
  if (!hd_package_relations(zip, main, &relations))
    return false;
  d->styles = hd_styles_read(zip, part_of(d, &relations, "styles"));
  d->numbering =
      d->styles ? hd_numbering_read(zip, part_of(d, &relations, "numbering"))
                : NULL;
  if (!d->numbering || !read_stories(d, main, &relations))
    return false;
  sort_pieces(d);
  find_frames(d);
  put_together(d);
  hd_remarks_resolved(zip, &relations, x->source);
  hd_source_left_out(
      x->arena, x->source,
      (hd_note){"未读隐藏文字的字数", "characters of hidden text not read"},
      d->hidden);
  hd_source_left_out(
      x->arena, x->source,
      (hd_note){"文件中缺少的部件数", "parts missing in the file"}, d->missing);
  hd_source_left_out(x->arena, x->source,
                     (hd_note){"未读图表数", "charts not read"}, d->charts);
  hd_source_left_out(x->arena, x->source,
                     (hd_note){"未读嵌入的文件数", "embedded files not read"},
                     d->embedded);
  return true;
}
