/* page_text: the text of a page, as a browser shows it.
 *
 * In: tokens of text. Out: copies of the source in the open block or cell,
 * opened where none is: white space is one blank, and none between Han where
 * it holds a line end; references are the character they stand for; soft
 * hyphens and marks without width are left out; <br> is a line end, of which
 * two, or one before an indented line, part paragraphs. */
#include "heading.h"
#include "page.h"

/* What a byte may begin. */
enum { PLAIN, BLANK, REFERENCE, MAYBE };

static uint8_t class_of(unsigned char c) {
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return BLANK;
  if (c == '&')
    return REFERENCE;
  return c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF ? MAYBE : PLAIN;
}

/* Bytes of a mark without width: U+00AD, U+200B to U+200F, U+2060, U+FEFF. */
static uint32_t invisible(hd_str s) {
  const unsigned char *p = (const unsigned char *)s.p;
  if (s.n >= 2 && p[0] == 0xC2 && p[1] == 0xAD)
    return 2;
  if (s.n < 3)
    return 0;
  bool zero = p[0] == 0xE2 && ((p[1] == 0x80 && p[2] >= 0x8B && p[2] <= 0x8F) ||
                               (p[1] == 0x81 && p[2] == 0xA0));
  return zero || (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) ? 3 : 0;
}

/* Bytes of a wide blank: U+00A0, U+2000 to U+200A, U+3000. */
static uint32_t wide_blank(hd_str s) {
  const unsigned char *p = (const unsigned char *)s.p;
  if (s.n >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
    return 2;
  if (s.n < 3)
    return 0;
  bool wide = (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x80 && p[2] <= 0x8A) ||
              (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80);
  return wide ? 3 : 0;
}

static hd_str text_so_far(const hd_page *p) {
  return hd_build_since(p->b, p->cell ? p->cell_off : HD_NONE);
}

/* ---- between two texts -------------------------------------------------- */

/* A line behind <br>: does it begin a paragraph of its own? */
static bool begins_block(const hd_page *p, hd_str line) {
  if (p->cell || p->kind != HD_BLOCK_PARAGRAPH)
    return false;
  if (p->line == HD_BREAK_BLOCK || p->indent > 1)
    return true;
  return hd_break_is_block(text_so_far(p), line, true);
}

/* Writes what the white space and line ends before the text at `at` come to.
 */
static void join(hd_page *p, uint32_t at, uint32_t end) {
  hd_str before = text_so_far(p);
  hd_str behind = {p->b->source.p + at, end - at};
  bool blank = p->space && !p->newline && p->line == HD_BREAK_NONE;
  if (p->line != HD_BREAK_NONE && begins_block(p, behind)) {
    hd_page_close(p);
    hd_page_open(p);
  } else if (before.n > 0 && before.p[before.n - 1] != ' ' &&
             (blank || p->newline || p->line != HD_BREAK_NONE)) {
    if (blank || hd_join_needs_blank(before, behind))
      hd_build_put(p->b, " ", 1);
  }
}

/* Text comes: a block is open, what parts it from the last is written. */
static void begin_text(hd_page *p, uint32_t at, uint32_t end) {
  if (!p->open && !p->cell)
    hd_page_open(p);
  else if (p->space || p->line != HD_BREAK_NONE)
    join(p, at, end);
  p->space = p->newline = false;
  p->indent = 0;
  p->line = HD_BREAK_NONE;
  p->bold_seen = p->bold_seen || p->bold > 0;
  p->plain_seen = p->plain_seen || p->bold == 0;
}

/* ---- raised text -------------------------------------------------------- */

/* Takes the raised text at `at`: 10<sup>5</sup> is 10^5, García<sup>1</sup>
 * García¹, km<sup>2</sup> km². Returns what is behind it, `at` if it is
 * written like any other. */
static uint32_t take_raised(hd_page *p, uint32_t at) {
  char c = p->b->source.p[at];
  hd_str before = text_so_far(p);
  bool digit = before.n > 0 && before.p[before.n - 1] >= '0' &&
               before.p[before.n - 1] <= '9';
  if (p->sup_begins && digit) {
    hd_build_place(p->b, at, "^", 1);
    p->sup = 0;
    p->sup_begins = false;
    return at;
  }
  p->sup_begins = false;
  const char *sign = hd_raised(c);
  if (!sign)
    return at;
  hd_build_place(p->b, at, sign, strlen(sign));
  return at + 1;
}

/* ---- runs --------------------------------------------------------------- */

/* Where a run that can be copied as it is ends: at white space of more than
 * one blank, a reference, what has no width. */
static uint32_t run_end(hd_str s, uint32_t from, uint32_t end) {
  uint32_t at = from + 1;
  for (; at < end; at++) {
    uint8_t class = class_of((unsigned char)s.p[at]);
    if (class == PLAIN)
      continue;
    if (class == MAYBE && !invisible((hd_str){s.p + at, end - at}))
      continue;
    bool single = s.p[at] == ' ' && at + 1 < end &&
                  class_of((unsigned char)s.p[at + 1]) == PLAIN;
    if (!single)
      break;
  }
  return at;
}

/* The reference at `at`; returns what is behind it. */
static uint32_t take_reference(hd_page *p, uint32_t at, uint32_t end) {
  char out[HD_ENTITY_ROOM];
  size_t used = 1;
  size_t n =
      hd_page_entity(p, (hd_str){p->b->source.p + at, end - at}, &used, out);
  if (n == 1 && out[0] == ' ') {
    p->space = true; /* blanks that do not break are blanks */
  } else if (n == 0) {
    begin_text(p, at, end);
    hd_build_copy(p->b, at, at + 1);
  } else if (invisible((hd_str){out, n}) != n) {
    begin_text(p, at, end);
    hd_build_place(p->b, at, out, n);
  }
  return at + (uint32_t)used;
}

/* Behind the blanks of all kinds at `at`; counts the wide ones. */
static uint32_t skip_indent(hd_page *p, uint32_t at, uint32_t end) {
  hd_str s = p->b->source;
  while (at < end) {
    hd_str rest = {s.p + at, end - at};
    char out[HD_ENTITY_ROOM];
    size_t used = wide_blank(rest);
    if (used == 0 && s.p[at] == '&' &&
        (hd_page_entity(p, rest, &used, out) != 1 || out[0] != ' '))
      used = 0;
    if (used == 0)
      break;
    p->indent++;
    at += (uint32_t)used;
  }
  return at;
}

/* Behind the white space at `at`; <pre> keeps its line ends. */
static uint32_t take_blanks(hd_page *p, uint32_t at, uint32_t end) {
  const char *s = p->b->source.p;
  uint32_t lines = 0;
  for (; at < end && class_of((unsigned char)s[at]) == BLANK; at++)
    lines += s[at] == '\n' ||
             (s[at] == '\r' && !(at + 1 < end && s[at + 1] == '\n'));
  p->space = true;
  p->newline = p->newline || lines > 0;
  if (p->pre > 0 && lines > 0)
    p->line =
        lines > 1 || p->line != HD_BREAK_NONE ? HD_BREAK_BLOCK : HD_BREAK_LINE;
  return at;
}

/* The printed text at `at`, as far as it can be copied at once. */
static uint32_t take_printed(hd_page *p, uint32_t at, uint32_t end) {
  begin_text(p, at, end);
  if (p->sup == 0) {
    uint32_t behind = run_end(p->b->source, at, end);
    hd_build_copy(p->b, at, behind);
    return behind;
  }
  uint32_t behind = take_raised(p, at);
  if (behind > at)
    return behind;
  for (behind++;
       behind < end && ((unsigned char)p->b->source.p[behind] & 0xC0) == 0x80;
       behind++)
    ;
  hd_build_copy(p->b, at, behind);
  return behind;
}

static uint32_t take_some(hd_page *p, uint32_t at, uint32_t end) {
  hd_str rest = {p->b->source.p + at, end - at};
  uint8_t class = class_of((unsigned char)rest.p[0]);
  if (class == BLANK)
    return take_blanks(p, at, end);
  if (p->line != HD_BREAK_NONE || (!p->open && !p->cell)) {
    uint32_t behind = skip_indent(p, at, end);
    if (behind > at)
      return behind;
  }
  uint32_t width = class == MAYBE ? invisible(rest) : 0;
  if (width > 0)
    return at + width;
  return class == REFERENCE ? take_reference(p, at, end)
                            : take_printed(p, at, end);
}

void hd_page_run(hd_page *p, uint32_t from, uint32_t end) {
  while (from < end)
    from = take_some(p, from, end);
}

void hd_page_text(hd_page *p, const hd_page_node *node) {
  const hd_page_scan *scan = p->tree->scan;
  uint32_t left = node->n;
  for (uint32_t i = node->token; left > 0 && i < scan->tokens.n; i++) {
    const hd_page_token *t = &scan->tokens.items[i];
    if (t->tag != HD_TAG_TEXT)
      continue;
    p->space = p->space || t->flags & HD_PAGE_SPACE;
    p->newline = p->newline || t->flags & HD_PAGE_NEWLINE;
    hd_page_run(p, t->from, t->end);
    left--;
  }
}
