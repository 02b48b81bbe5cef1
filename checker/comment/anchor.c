/* anchor: from lines and columns to bytes of document.xml.
 *
 * In: pieces of text with the elements that gave them, runs, notes. Out: the
 * two points of a place. A point at the edge of a run lies outside it, so
 * that a figure that is a run by itself costs no cut; one at the edge of an
 * element lies between elements. */
#include "anchor.h"
#include "../input/markup.h"

/* ---- notes --------------------------------------------------------------- */

typedef struct {
  hd_arena *arena;
  hd_note_ranges *out;
  hd_mark_kind kind; /* of the references to them */
} notes_walk;

static bool is_note(const hd_tag *tag) {
  return hd_tag_is(tag, HD_SPACE_WORD, "footnote") ||
         hd_tag_is(tag, HD_SPACE_WORD, "endnote");
}

static void open_note(void *closure, const hd_tag *tag) {
  notes_walk *w = closure;
  if (!is_note(tag))
    return;
  w->kind =
      strcmp(tag->name, "footnote") == 0 ? HD_MARK_FOOTNOTE : HD_MARK_ENDNOTE;
  hd_note_range range = {hd_markup_number(tag, HD_SPACE_WORD, "id", -1),
                         tag->off, tag->end, SIZE_MAX};
  HD_PUSH(w->arena, w->out, range);
}

static void close_note(void *closure, const hd_tag *tag) {
  notes_walk *w = closure;
  if (is_note(tag) && w->out->n > 0)
    w->out->items[w->out->n - 1].end = tag->end;
}

/* Finds the references of the notes, by a map from id to note. */
static void find_shown(const notes_walk *w, const hd_runs *runs) {
  hd_map *by_id = hd_map_new(w->arena);
  bool fresh;
  for (size_t i = 0; i < w->out->n; i++) {
    const int64_t *id = &w->out->items[i].id;
    *hd_map_at(by_id, (hd_str){(const char *)id, sizeof *id}, &fresh) =
        (uint32_t)i;
  }
  for (size_t i = runs->marks.n; i-- > 0;) {
    const hd_mark *mark = &runs->marks.items[i];
    const uint32_t *note =
        hd_map_find(by_id, (hd_str){(const char *)&mark->id, sizeof mark->id});
    if (note && mark->kind == w->kind && mark->run != SIZE_MAX)
      w->out->items[*note].shown = mark->off;
  }
}

bool hd_anchor_notes(hd_arena *arena, hd_str xml, const hd_runs *runs,
                     hd_note_ranges *notes, hd_error *error) {
  static const hd_markup_events events = {open_note, close_note, NULL};
  notes_walk w = {.arena = arena, .out = notes};
  *notes = (hd_note_ranges){0};
  if (xml.n > 0 && !hd_markup_read(arena, xml, &events, &w, error))
    return false;
  find_shown(&w, runs);
  return true;
}

/* ---- pieces -------------------------------------------------------------- */

static bool before(const hd_piece *p, uint32_t line, uint32_t column) {
  return p->line < line || (p->line == line && p->column < column);
}

/* The number of pieces that begin before a place. */
static size_t pieces_before(const hd_pieces *pieces, uint32_t line,
                            uint32_t column) {
  size_t low;
  HD_FIRST_NOT(low, pieces->list.n, i,
               before(&pieces->list.items[i], line, column));
  return low;
}

/* The piece that the code point at a place is in, or else one at its side:
 * the next one (forward) or the one before. */
static const hd_piece *piece_at(const hd_pieces *pieces, uint32_t line,
                                uint32_t column, bool forward) {
  size_t i = pieces_before(pieces, line, column + 1);
  while (i > 0 && pieces->list.items[i - 1].n == 0 &&
         pieces->list.items[i - 1].line == line)
    i--; /* the line's own beginning */
  const hd_piece *p = i > 0 ? &pieces->list.items[i - 1] : NULL;
  if (p && p->line == line && column < p->column + p->n)
    return p;
  if (!forward)
    return p;
  while (i < pieces->list.n && pieces->list.items[i].n == 0)
    i++;
  return i < pieces->list.n ? &pieces->list.items[i] : p;
}

/* ---- bytes ----------------------------------------------------------------
 */

/* Bytes of the code point, entity or line end that character data has at off;
 * what is no text (<![CDATA[, ]]>, comments) has none of its own and is passed
 * over with it. */
static size_t unit(hd_str xml, size_t off, size_t end) {
  const char *stop;
  uint32_t cp;
  if (xml.p[off] == '&' && (stop = memchr(xml.p + off, ';', end - off)))
    return (size_t)(stop - xml.p) + 1 - off;
  if (xml.p[off] == '\r' && off + 1 < end && xml.p[off + 1] == '\n')
    return 2;
  return hd_utf8_decode(xml.p + off, end - off, &cp);
}

static size_t skip(hd_str xml, size_t off, size_t n) {
  for (; n > 0 && off < xml.n; n--)
    off += unit(xml, off, xml.n);
  return off;
}

/* Markup inside character data: a comment, or one end of a CDATA section. No
 * cut is made in text that has some. */
static bool is_plain(hd_str xml, const hd_run_child *child) {
  return !memchr(xml.p + child->text, '<', child->text_end - child->text);
}

static hd_point outside(const hd_runs *runs, size_t run, bool behind) {
  const hd_run *r = &runs->runs.items[run];
  return (hd_point){HD_POINT_OUTSIDE, behind ? r->end : r->off, run, 0};
}

/* The point before child `index` of a run, counted from 0; n_children: behind
 * the last. */
static hd_point between(const hd_runs *runs, size_t run, size_t index) {
  const hd_run *r = &runs->runs.items[run];
  if (index == 0 || index == r->n_children)
    return outside(runs, run, index > 0);
  const hd_run_child *child = &runs->children.items[r->child + index];
  return (hd_point){HD_POINT_BETWEEN, child->off, run, r->child + index};
}

/* The child of a run that byte `off` is in; n_children: none. */
static size_t child_at(const hd_runs *runs, const hd_run *run, size_t off) {
  size_t i = 0;
  while (i < run->n_children && runs->children.items[run->child + i].end <= off)
    i++;
  return i;
}

/* The point k code points into the text of the element at off; `behind` says
 * to which side of an element that cannot be cut. */
static hd_point point_in(const hd_runs *runs, size_t off, uint32_t k,
                         bool behind) {
  size_t run = hd_runs_at(runs, off);
  const hd_run *r = &runs->runs.items[run];
  size_t index = child_at(runs, r, off);
  if (index == r->n_children)
    return outside(runs, run, behind);
  const hd_run_child *child = &runs->children.items[r->child + index];
  if (!child->is_text || child->off != off || !is_plain(runs->xml, child))
    return between(runs, run, index + behind);
  hd_str xml = {runs->xml.p, child->text_end};
  size_t begin = child->text; /* blanks that do not count were not read */
  while (!child->kept && begin < xml.n && (unsigned char)xml.p[begin] <= ' ')
    begin++;
  size_t at = skip(xml, begin, k);
  if (at <= begin || at >= child->text_end)
    return between(runs, run, index + (at > begin));
  return (hd_point){HD_POINT_INSIDE, at, run, r->child + index};
}

/* ---- places ---------------------------------------------------------------
 */

/* The note that byte `off` of its part is in, NULL. */
static const hd_note_range *note_at(const hd_note_ranges *notes, size_t off) {
  size_t low;
  HD_FIRST_NOT(low, notes->n, i, notes->items[i].off <= off);
  return low > 0 && off < notes->items[low - 1].end ? &notes->items[low - 1]
                                                    : NULL;
}

/* The element of document.xml that shows a piece: its own, or the number of
 * its note; SIZE_MAX where there is none. */
static size_t shown_at(const hd_anchors *a, const hd_piece *piece) {
  if (piece->story != HD_STORY_BODY) {
    const hd_note_range *note =
        note_at(&a->notes[piece->story - HD_STORY_FOOTNOTES], piece->off);
    return note ? note->shown : SIZE_MAX;
  }
  bool in_run = hd_runs_at(a->runs, piece->off) < a->runs->runs.n;
  return in_run ? piece->off : SIZE_MAX;
}

static bool has_text(const hd_anchors *a, const hd_piece *piece) {
  return piece->story == HD_STORY_BODY && piece->n > 0 &&
         hd_runs_at(a->runs, piece->off) < a->runs->runs.n;
}

/* The last piece of the body that has text, NULL. */
static const hd_piece *last_piece(const hd_anchors *a) {
  const hd_piece *items = a->pieces->list.items;
  size_t low;
  /* notes stand behind the body */
  HD_FIRST_NOT(low, a->pieces->list.n, i, items[i].story == HD_STORY_BODY);
  while (low > 0 && !has_text(a, &items[low - 1]))
    low--;
  return low > 0 ? &items[low - 1] : NULL;
}

/* For a place that has no run: the character next to it, of a piece that
 * stands behind it or, where there is none, at the end of the body. */
static bool take_nearest(const hd_anchors *a, const hd_piece *behind,
                         hd_point *start, hd_point *end) {
  bool forward = behind && has_text(a, behind);
  const hd_piece *piece = forward ? behind : last_piece(a);
  if (piece) {
    uint32_t k = forward ? 0 : piece->n - 1;
    *start = point_in(a->runs, piece->off, k, false);
    *end = point_in(a->runs, piece->off, k + 1, true);
  } else if (a->runs->runs.n > 0) { /* a draft of notes */
    *start = outside(a->runs, a->runs->runs.n - 1, false);
    *end = outside(a->runs, a->runs->runs.n - 1, true);
  }
  return a->runs->runs.n > 0;
}

/* A point in what is closed goes to one side of it. */
static void leave_closed(const hd_runs *runs, hd_point *point, bool behind) {
  const hd_closed *closed = hd_runs_closed(runs, point->off);
  if (closed)
    *point = (hd_point){HD_POINT_OUTSIDE, behind ? closed->end : closed->off,
                        point->run, 0};
}

bool hd_anchor_find(const hd_anchors *a, const hd_comment_place *place,
                    hd_point *start, hd_point *end) {
  uint32_t last = place->end_column > 1 ? place->end_column - 1 : 1;
  const hd_piece *from = piece_at(a->pieces, place->line, place->column, true);
  const hd_piece *to = piece_at(a->pieces, place->end_line, last, false);
  size_t at = from ? shown_at(a, from) : SIZE_MAX;
  size_t till = to ? shown_at(a, to) : SIZE_MAX;
  bool found = at != SIZE_MAX && till != SIZE_MAX;
  if (found) {
    bool own = from->line == place->line && from->story == HD_STORY_BODY;
    uint32_t skipped =
        own && place->column > from->column ? place->column - from->column : 0;
    uint32_t taken = last + 1 > to->column ? last + 1 - to->column : to->n;
    *start = point_in(a->runs, at, skipped, false);
    *end = point_in(a->runs, till, taken < to->n ? taken : to->n, true);
    found = end->off > start->off;
  }
  if (!found && !take_nearest(a, from, start, end))
    return false;
  leave_closed(a->runs, start, false);
  leave_closed(a->runs, end, true);
  return true;
}
