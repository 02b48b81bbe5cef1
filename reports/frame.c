/* frame: the places of a finding in their context, with marks below them.
 *
 *   12 | 全年出口1000亿元,比上年的800亿元增长20%。
 *      |         ~~~~~~~~           ~~~~~~~    ^^^
 *
 * In: places with a window of text around them (hd_place.context). The mark
 * of the primary place is ^, of related ones ~. Related places that stand in
 * the window of a frame share it; others get a frame each, at most FRAMES_MOST,
 * and behind them a list of line:column. Columns are counted as a terminal
 * counts: a Han character is two. */
#include "write.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { FRAMES_MOST = 6, WINDOW = 72, CELLS_MOST = 4096, MARKS_MOST = 24 };

typedef struct {
  uint32_t cp;
  char mark; /* ' ', '^' or '~' */
} cell;

typedef struct {
  cell *cells;
  size_t n;
  size_t low, high; /* the cells that are shown */
} line;

/* ---- cells --------------------------------------------------------------- */

static size_t read_cells(const char *text, cell *cells) {
  size_t n = 0;
  uint32_t cp;
  while (n < CELLS_MOST && (cp = hd_write_decode(&text)))
    cells[n++] = (cell){hd_write_visible(cp), ' '};
  return n;
}

/* Does the text of the place stand at cell `at`? */
static bool stands_at(const line *l, const char *text, size_t at) {
  uint32_t cp;
  for (; (cp = hd_write_decode(&text)); at++)
    if (at >= l->n || l->cells[at].cp != hd_write_visible(cp))
      return false;
  return true;
}

static size_t length(const char *text) {
  size_t n = 0;
  while (hd_write_decode(&text))
    n++;
  return n;
}

static void mark(line *l, size_t at, size_t n, char with) {
  for (size_t i = at; i < at + n && i < l->n; i++)
    if (l->cells[i].mark == ' ')
      l->cells[i].mark = with;
}

/* Columns of the cells low..high-1. */
static size_t columns(const line *l, size_t low, size_t high) {
  size_t n = 0;
  for (size_t i = low; i < high; i++)
    n += (size_t)hd_write_width(l->cells[i].cp);
  return n;
}

/* ---- the window ------------------------------------------------------------
 */

/* Widens low..high by turns on both sides while WINDOW columns allow it. */
static void widen(line *l) {
  size_t used = columns(l, l->low, l->high);
  bool grown = true;
  while (grown) {
    grown = false;
    if (l->low > 0) {
      size_t w = (size_t)hd_write_width(l->cells[l->low - 1].cp);
      if (used + w <= WINDOW) {
        l->low--;
        used += w;
        grown = true;
      }
    }
    if (l->high < l->n) {
      size_t w = (size_t)hd_write_width(l->cells[l->high].cp);
      if (used + w <= WINDOW) {
        l->high++;
        used += w;
        grown = true;
      }
    }
  }
}

/* Marks `at` in the frame of `main` if it stands in its context and both fit
 * into one window. The columns of two places of a line tell where. */
static bool share(line *l, const hd_place *main, const hd_place *at) {
  if (at->line != main->line || at->end_line != at->line ||
      strcmp(at->file, main->file) != 0)
    return false;
  int64_t start =
      (int64_t)main->context_at + (int64_t)at->column - (int64_t)main->column;
  size_t n = length(at->text);
  if (start < 0 || n == 0 || !stands_at(l, at->text, (size_t)start))
    return false;
  size_t low = (size_t)start < l->low ? (size_t)start : l->low;
  size_t high = (size_t)start + n > l->high ? (size_t)start + n : l->high;
  if (columns(l, low, high) > WINDOW)
    return false;
  mark(l, (size_t)start, n, '~');
  l->low = low;
  l->high = high;
  return true;
}

/* ---- writing
 * ----------------------------------------------------------------- */

static void colour(hd_report *report, const char *code) {
  if (report->colour)
    hd_write_printf(report, "\033[%sm", code);
}

static const char *const mark_colours[] = {"1;36", "1;33", "1;31"};

/* The marks below the text, up to the last one. */
static void write_marks(hd_report *report, const line *l,
                        hd_severity severity) {
  size_t last = l->high;
  while (last > l->low && l->cells[last - 1].mark == ' ')
    last--;
  for (size_t i = l->low; i < last; i++) {
    const cell *c = &l->cells[i];
    bool starts = i == l->low || c[-1].mark != c->mark;
    if (starts && i > l->low)
      colour(report, "0");
    if (starts && c->mark != ' ')
      colour(report, c->mark == '^' ? mark_colours[severity] : "1;34");
    for (int w = hd_write_width(c->cp); w > 0; w--)
      hd_write_bytes(report, &c->mark, 1);
  }
  colour(report, "0");
  hd_write_text(report, "\n");
}

static void write_gutter(hd_report *report, const char *label) {
  colour(report, "2");
  hd_write_printf(report, "%7s | ", label);
  colour(report, "0");
}

static void write_line(hd_report *report, const line *l, uint32_t number,
                       hd_severity severity) {
  char label[16], bytes[4];
  snprintf(label, sizeof label, "%" PRIu32, number);
  write_gutter(report, label);
  if (l->low > 0)
    hd_write_text(report, "...");
  for (size_t i = l->low; i < l->high; i++)
    hd_write_bytes(report, bytes, hd_write_encode(l->cells[i].cp, bytes));
  hd_write_text(report, l->high < l->n ? "...\n" : "\n");
  write_gutter(report, "");
  if (l->low > 0)
    hd_write_text(report, "   ");
  write_marks(report, l, severity);
}

/* Cells, mark and first window of a place; false where it has no context. */
static bool open_line(line *l, const hd_place *at, char with) {
  l->n = read_cells(at->context, l->cells);
  if (at->context_at >= l->n || at->context_len == 0)
    return false;
  size_t end = (size_t)at->context_at + at->context_len;
  l->low = at->context_at;
  l->high = end < l->n ? end : l->n;
  mark(l, l->low, l->high - l->low, with);
  /* A mark wider than the window is shown by its head. */
  while (l->high > l->low + 1 && columns(l, l->low, l->high) > WINDOW)
    l->high--;
  return true;
}

/* A frame for `main` with all related places that it can share; done[i] says
 * which related ones are shown. */
static void write_frame(hd_report *report, line *l, const hd_finding *finding,
                        const hd_place *main, bool *done) {
  if (!open_line(l, main, main == &finding->at ? '^' : '~'))
    return;
  for (size_t i = 0; i < finding->n_related && i < MARKS_MOST; i++)
    if (!done[i])
      done[i] = share(l, main, &finding->related[i]);
  widen(l);
  if (strcmp(main->file, finding->at.file) != 0) {
    write_gutter(report, "");
    hd_write_shown(report, main->file);
    hd_write_text(report, "\n");
  }
  write_line(report, l, main->line, finding->severity);
}

/* The places that got no frame, as line:column. */
static void write_rest(hd_report *report, const hd_finding *finding,
                       const bool *done, const char *lang) {
  bool first = true;
  for (size_t i = 0; i < finding->n_related && i < MARKS_MOST; i++) {
    const hd_place *at = &finding->related[i];
    if (done[i])
      continue;
    if (first)
      hd_write_text(report, strcmp(lang, "zh") == 0 ? "  另见" : "  see also");
    first = false;
    hd_write_text(report, " ");
    if (strcmp(at->file, finding->at.file) != 0) {
      hd_write_shown(report, at->file);
      hd_write_text(report, ":");
    }
    hd_write_printf(report, "%" PRIu32 ":%" PRIu32, at->line, at->column);
  }
  if (!first)
    hd_write_text(report, "\n");
}

void hd_frame_write(hd_report *report, const hd_finding *finding,
                    const char *lang) {
  bool done[MARKS_MOST] = {false};
  size_t frames = 1;
  line l = {.cells = malloc(CELLS_MOST * sizeof(cell))};
  if (!l.cells)
    return;
  write_frame(report, &l, finding, &finding->at, done);
  for (size_t i = 0; i < finding->n_related && i < MARKS_MOST; i++) {
    if (done[i] || finding->related[i].context[0] == 0 || frames == FRAMES_MOST)
      continue;
    frames++;
    done[i] = true;
    write_frame(report, &l, finding, &finding->related[i], done);
  }
  write_rest(report, finding, done, lang);
  free(l.cells);
}
