/* spaced: Markdown that sets a blank line behind each line of a page.
 *
 * A conversion that does so makes a paragraph of each line. In: the source as
 * the parser may see it. Out: the same, or a copy of the same length in which
 * the blank lines that part a paragraph's lines end no more (a blank stands
 * for their line end), so that the parser reads the lines as one paragraph.
 * Which they are tells wrap.c, as for plain text. Nothing is read twice where
 * hardly a line ends in the middle of a clause before a blank line. */
#include "heading.h"
#include "markdown.h"
#include "plain.h"

enum { LEAST = 5 }; /* such lines make it worth a look */

/* Does a line of Markdown's own begin here: a heading, a row, an item? */
static bool is_own(hd_str line) {
  return line.n == 0 || strchr("#|>*+-<!`~[=_\\$:", line.p[0]) != NULL;
}

/* May the line end in the middle of a clause? */
static bool is_open(hd_str line) {
  char last = line.n ? line.p[line.n - 1] : '.';
  return last == ',' || hd_ascii_is_letter(last) || hd_ascii_is_digit(last) ||
         ((unsigned char)last >= 0x80 && !hd_sentence_ends(line));
}

/* May the two be lines of one page, as far as their bytes tell: the first one
 * neither narrow nor a whole paragraph, the second one not far longer? */
static bool may_be_set(hd_str line, hd_str next) {
  enum { NARROW = 24, WIDE = 2 * 260, WORD = 64 };
  return line.n >= NARROW && line.n <= WIDE && next.n <= 2 * (line.n + WORD);
}

/* Enough lines with a blank line behind that go on in the next but one? */
static bool is_worth(hd_str s) {
  hd_str before = {0};
  bool blank = false;
  int n = 0;
  for (size_t from = 0; from < s.n && n < LEAST;) {
    const char *nl = memchr(s.p + from, '\n', s.n - from);
    size_t end = nl ? (size_t)(nl - s.p) : s.n;
    hd_str line = hd_str_trim((hd_str){s.p + from, end - from});
    from = end + 1;
    if (line.n == 0) {
      blank = true;
      continue;
    }
    char first = line.p[0];
    bool goes_on = (first >= 'a' && first <= 'z') || (first & 0x80);
    n += blank && goes_on && may_be_set(before, line) && !is_own(before) &&
         is_open(before);
    before = line;
    blank = false;
  }
  return n >= LEAST;
}

/* Lines that Markdown reads as no text, and those in fences. */
static void leave_out(hd_lines *lines, uint32_t from) {
  bool fenced = false;
  for (size_t i = 0; i < lines->n; i++) {
    hd_line *line = &lines->items[i];
    hd_str s = hd_line_text(lines, i);
    bool fence =
        hd_str_starts(s, HD_STR("```")) || hd_str_starts(s, HD_STR("~~~"));
    fenced = fenced != fence;
    if (line->kind == HD_LINE_TEXT &&
        (fenced || fence || is_own(s) || line->off < from))
      line->kind = HD_LINE_MARKUP;
  }
}

const char *hd_md_spaced(hd_build *b, const char *base, uint32_t from) {
  if (!is_worth((hd_str){b->source.p + from, b->source.n - from}))
    return base;
  hd_lines lines = hd_plain_lines(b);
  leave_out(&lines, from);
  hd_wrap_find(&lines);
  char *copy = NULL;
  for (size_t i = 2; i < lines.n; i++) {
    if (!lines.items[i].joined || lines.items[i - 1].kind != HD_LINE_BLANK ||
        lines.items[i - 2].kind != HD_LINE_TEXT)
      continue;
    if (!copy) {
      copy = hd_arena_alloc(b->arena, b->source.n + 1);
      memcpy(copy, base, b->source.n);
    }
    for (uint32_t at = lines.items[i].off; at-- > lines.items[i - 1].off;)
      copy[at] = ' ';
  }
  return copy ? copy : base;
}
