/* glued: tables that stand against the lines before or behind them.
 *
 * A paragraph that goes on with a table's header row, no blank line between
 * (表2 …… and the next line | 指标 | 单位 |), is one paragraph to the parser,
 * and the line behind the last row another row. So the source is cut there
 * and parsed part by part; the last short lines above the header row, a caption
 * and its unit, are parts of their own. So are rows whose line of dashes was
 * left out, or cut off with the page before. Not cut: fenced code, HTML blocks,
 * and what is indented. One walk over the lines. */
#include "markdown.h"

typedef struct {
  hd_str text;   /* what is walked */
  uint32_t next; /* where the line after `line` begins */
  hd_str line;
} walk;

static void step(walk *w) {
  const char *p = w->text.p + w->next;
  size_t left = w->text.n - w->next;
  const char *end = left ? memchr(p, '\n', left) : NULL;
  w->line = (hd_str){p, end ? (size_t)(end - p) : left};
  w->next += (uint32_t)(w->line.n + (end ? 1 : 0));
}

static bool is_row(hd_str line) { return line.n > 1 && line.p[0] == '|'; }

/* |---|:-:|: what stands below a header row. */
static bool is_rule(hd_str line) {
  bool dash = false;
  for (size_t i = 0; i < line.n; i++) {
    if (!strchr("|-: \r", line.p[i]))
      return false;
    dash = dash || line.p[i] == '-';
  }
  return dash && is_row(line);
}

static bool is_fence(hd_str line) {
  return hd_str_starts(line, HD_STR("```")) ||
         hd_str_starts(line, HD_STR("~~~"));
}

/* A line that may be a caption or name the unit, no end of a sentence. */
static bool is_caption(hd_str line) {
  enum { MOST = 120 };
  static const char *const ends[] = {"。", "；", "，", "：", ".",
                                     ";",  ",",  ":",  "、", NULL};
  line = hd_str_trim(line);
  if (line.n == 0 || line.n > MOST || strchr("|#>-*+<", line.p[0]))
    return false;
  return !hd_str_ends_any(line, ends);
}

/* Where the captions before offset `at` begin, the first behind `from`. */
static uint32_t captions_before(const uint32_t captions[2], uint32_t from,
                                uint32_t at) {
  for (int i = 0; i < 2; i++)
    if (captions[i] != HD_NONE && captions[i] > from)
      return captions[i];
  return at;
}

/* | a | b |, no marks of emphasis or of HTML in it. */
static bool is_bare(hd_str line) {
  static const char *const marks[] = {"**", "__", "<", "`", NULL};
  line = hd_str_trim(line);
  return is_row(line) && line.n > 2 && line.p[line.n - 1] == '|' &&
         !is_rule(line) && !hd_str_has_any(line, marks);
}

uint32_t hd_md_rows_end(hd_str source, uint32_t from) {
  enum { LEAST = 2 };
  walk w = {.text = source, .next = from};
  uint32_t rows = 0, end = from;
  for (; w.next < source.n; rows++) {
    step(&w);
    if (!is_bare(w.line))
      break;
    end = w.next;
  }
  bool alone = end == source.n || hd_str_trim(w.line).n == 0;
  return rows >= LEAST && alone ? end : from;
}

uint32_t hd_md_part_end(hd_str source, uint32_t from) {
  walk w = {.text = source, .next = from};
  uint32_t captions[2] = {HD_NONE, HD_NONE}; /* the last lines, if such */
  bool fenced = false, html = false, table = false, blank = true;
  while (w.next < source.n) {
    uint32_t at = w.next;
    step(&w);
    bool row = is_row(w.line), empty = hd_str_trim(w.line).n == 0;
    if (is_fence(w.line))
      fenced = !fenced;
    html = !empty && (html || (blank && w.line.p[0] == '<'));
    if (table && !row && !empty)
      return at;
    walk after = w;
    bool head = row && !table && !fenced && !html;
    if (head)
      step(&after);
    if (head && is_rule(after.line)) {
      if (!blank && at > from)
        return captions_before(captions, from, at);
      table = true;
    } else if (head && blank && at > from && hd_md_rows_end(source, at) > at) {
      return at;
    }
    captions[0] = captions[1];
    captions[1] = is_caption(w.line) ? at : HD_NONE;
    if (captions[1] == HD_NONE)
      captions[0] = HD_NONE;
    table = table && !empty;
    blank = empty;
  }
  return (uint32_t)source.n;
}
