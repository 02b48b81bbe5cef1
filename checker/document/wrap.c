/* wrap: which lines of plain text are one paragraph.
 *
 * In: measured lines. Out: `joined` for each line that continues the one
 * before it.
 *
 * A wrapped line ends where the next word did not fit: its width, and its
 * width with the first word of the next line, lie on both sides of the width
 * of the page. So each pair of neighbours votes for the widths that it could
 * have been wrapped at, if its first line ends in the middle of a clause
 * and its second begins like no block of its own. A document of paragraphs of
 * one line each scatters its few votes; a wrapped one piles them up at its
 * widths (often more than one, a column for each part that was pasted in). A
 * pair near which a line sticks out was not wrapped and does not vote.
 * Pairs that agree with such a width are joined, also where a sentence ends
 * exactly at the line's end. Apart from that, a line that ends in a comma goes
 * on in the next. */
#include "heading.h"
#include "marker.h"
#include "plain.h"

enum {
  NARROWEST = 24, /* columns of a page */
  INDENT = 8,     /* lines that are set in farther are narrow only in tables */
  INSET = 40,     /* columns of their text, at least */
  WIDEST = 260,
  SLACK = 2, /* columns that a line may stick out or fall short */
  LONGEST_WORD = 40,
  BRACKET_BYTES = 90, /* of a line are looked through for its last bracket */
  BRACKET_LINES = 3,  /* behind the one that opens it may one be closed */
  NEAR = 4,           /* lines around a pair of which none may stick out */
  FEW = 4,            /* pairs in a document that need two votes only */
  SPACED_LEAST = 5,   /* votes where blank lines stand between the lines */
  SALUTATION = 30     /* bytes of 各位代表, */
};

/* How two neighbours stand to each other. */
typedef struct {
  uint32_t low, high; /* widths that it may have been wrapped at, low first */
  bool possible;      /* nothing forbids to join them */
  bool unfinished;    /* the first line ends in the middle of a clause */
  bool comma; /* or in a comma: such pairs are joined, but do not vote */
  bool hung;  /* behind a comma, set in farther than paragraphs begin */
} pair;

/* Punctuation that may not begin a line: 。 、 ” 》 ！ ％ ） ， ： ； ？ */
static bool closes(uint32_t cp) {
  static const uint16_t marks[] = {0x3002, 0x3001, 0x201D, 0x300B,
                                   0xFF01, 0xFF05, 0xFF09, 0xFF0C,
                                   0xFF1A, 0xFF1B, 0xFF1F};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (cp == marks[i])
      return true;
  return false;
}

/* Columns of the first word of text: to the next blank, or one ideograph with
 * the punctuation that may not begin a line. */
static uint32_t first_word(hd_str s) {
  uint32_t columns = 0, cp;
  bool han = false;
  for (size_t i = 0; i < s.n && columns < LONGEST_WORD;) {
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (cp <= ' ' || (han && !closes(cp)) ||
        (columns > 0 && !han && hd_cp_is_han(cp)))
      break;
    columns += cp >= 0x2014 ? 2 : 1;
    han = hd_cp_is_han(cp);
    if (columns > 2 && closes(cp))
      break;
  }
  return columns;
}

/* The last bracket of a line: '(' where it is open behind it, ')' where it is
 * closed, 0 where there is none in the bytes that are looked at. The first of
 * them for `first`. */
static char bracket_of(hd_str s, bool first) {
  size_t most = s.n < BRACKET_BYTES ? s.n : BRACKET_BYTES;
  for (size_t k = 0; k < most; k++) {
    size_t i = first ? k : s.n - 1 - k;
    hd_str to = {s.p, i + 1};
    if (s.p[i] == '(' || s.p[i] == ')')
      return s.p[i];
    if (hd_str_ends(to, HD_STR("（")) || hd_str_ends(to, HD_STR("）")))
      return hd_str_ends(to, HD_STR("（")) ? '(' : ')';
  }
  return 0;
}

/* Notes the lines that go on in a bracket that line i leaves open, where it is
 * closed soon: (Table, 2). */
static void note_bracketed(hd_lines *lines, size_t i) {
  if (bracket_of(hd_line_text(lines, i), false) != '(')
    return;
  for (size_t k = i + 1; k < lines->n && k <= i + BRACKET_LINES; k++) {
    char c = bracket_of(hd_line_text(lines, k), true);
    if (lines->items[k].kind != HD_LINE_TEXT || c == '(')
      return;
    if (c != ')')
      continue;
    for (; k > i; k--)
      lines->items[k].bracketed = true;
    return;
  }
}

/* Notes what a line is apart from its neighbours. */
static void note_lines(hd_lines *lines) {
  for (size_t i = 0; i < lines->n; i++) {
    hd_line *line = &lines->items[i];
    hd_str s = hd_line_text(lines, i);
    if (line->kind != HD_LINE_TEXT)
      continue;
    line->marked = hd_marker_starts(s);
    line->alone =
        line->width <= WIDEST && (hd_has_leader(s) || hd_caption_is(s));
    note_bracketed(lines, i);
  }
}

/* What stands between two lines of text. */
typedef enum { BETWEEN_NOTHING, BETWEEN_BLANK, BETWEEN_PAGE } between;

/* The line that may be joined to line i: the next one, or the next text behind
 * one blank line or a page's end. 0 if there is none. */
static size_t next_text(const hd_lines *lines, size_t i, between *what) {
  size_t k = i + 1;
  while (k < lines->n && (lines->items[k].kind == HD_LINE_BLANK ||
                          lines->items[k].kind == HD_LINE_PAGE))
    k++;
  if (k >= lines->n || lines->items[k].kind != HD_LINE_TEXT)
    return 0;
  *what = k == i + 1             ? BETWEEN_NOTHING
          : lines->items[k].page ? BETWEEN_PAGE
                                 : BETWEEN_BLANK;
  return *what == BETWEEN_BLANK && k != i + 2 ? 0 : k;
}

/* Does s end in the middle of a clause, without any mark? Lines that end in
 * commas may be clauses of one line each and say nothing about a width. */
static bool is_unfinished(hd_str s) {
  static const char *const marks[] = {":", "：", "；", "！", "？", "，",
                                      ",", "、", "…",  "—",  NULL};
  if (hd_str_ends_any(s, marks))
    return false;
  return !hd_sentence_ends(s);
}

/* Is the indentation of line k one that continues a paragraph, whose first
 * line is `first` and whose last so far is i? */
static bool indent_continues(const hd_lines *lines, size_t first, size_t i,
                             size_t k) {
  uint32_t head = lines->items[first].indent, own = lines->items[k].indent;
  if (i > first)
    return own + 1 >= lines->items[i].indent &&
           own <= lines->items[i].indent + 1u;
  bool hanging = lines->items[first].marked && own <= head + 8u;
  return own <= head + 1u || hanging;
}

/* A line that ends in a comma and is more than a salutation or in an opening
 * bracket, or one before a mark that may not begin a line. */
static bool goes_on(hd_str s, hd_str next) {
  uint32_t cp = 0;
  if (next.n > 0)
    hd_utf8_decode(next.p, next.n, &cp);
  if (closes(cp))
    return true;
  if (hd_str_ends(s, HD_STR("《")) || hd_str_ends(s, HD_STR("（")) ||
      hd_str_ends(s, HD_STR("“")))
    return true;
  if (hd_str_ends(s, HD_STR("，")) || hd_str_ends(s, HD_STR("、")))
    return s.n > SALUTATION;
  return hd_str_ends(s, HD_STR(",")) && next.n > 0 && next.p[0] >= 'a' &&
         next.p[0] <= 'z';
}

/* Is one of the NEAR lines of text from line `from` on, in steps of one, wider
 * than the page may be? */
static bool sticks_out(const hd_lines *lines, size_t from, int step,
                       uint32_t page) {
  int left = NEAR;
  for (size_t i = from; left > 0 && i < lines->n; i += (size_t)step) {
    const hd_line *line = &lines->items[i];
    if (line->kind != HD_LINE_TEXT)
      continue;
    left--;
    if (line->width > page && !line->alone)
      return true;
  }
  return false;
}

/* Brackets of a list stand at the end of a line: 如下（. */
static bool opens_list(hd_str s) {
  return hd_str_ends(s, HD_STR("（")) || hd_str_ends(s, HD_STR("("));
}

static pair look(const hd_lines *lines, size_t first, size_t i, size_t k) {
  const hd_line *line = &lines->items[i], *next = &lines->items[k];
  hd_str s = hd_line_text(lines, i), t = hd_line_text(lines, k);
  pair p = {0};
  if (line->parts > 2 || next->parts > 2 || line->alone || next->alone ||
      (line->width > WIDEST && !next->bracketed && !goes_on(s, t)))
    return p;
  bool marker = next->marked && (!next->bracketed || opens_list(s));
  p.hung = next->indent >= INDENT && next->indent > line->indent &&
           (hd_str_ends(s, HD_STR("，")) || goes_on(s, t));
  if (marker || !(indent_continues(lines, first, i, k) || p.hung))
    return p;
  p.possible = true;
  p.unfinished = is_unfinished(s);
  p.comma = hd_str_ends(s, HD_STR("，")) || hd_str_ends(s, HD_STR("、")) ||
            hd_str_ends(s, HD_STR(","));
  bool blank = hd_join_needs_blank(s, t);
  p.low = line->width > SLACK ? line->width - SLACK : 0;
  p.high = line->width + first_word(t) + blank;
  uint32_t least = line->indent < INDENT ? NARROWEST : INSET;
  if (line->width < line->indent + least || line->width > WIDEST ||
      next->width > p.high + SLACK) /* it is no line of that page */
    p.low = p.high = 0;
  return p;
}

/* ---- votes -------------------------------------------------------------- */
typedef struct {
  uint32_t votes[WIDEST + 64]; /* pairs that could be wrapped at a width */
  uint32_t pairs;
  uint32_t needed; /* votes that join */
} ballot;

/* Lines that are set with blank lines between them are counted apart: between
 * paragraphs of one line there are blank lines too. */
typedef struct {
  ballot next, spaced;
} ballots;

static ballot *ballot_of(ballots *all, between what) {
  return what == BETWEEN_BLANK ? &all->spaced : &all->next;
}

static void add_vote(ballot *b, const pair *p) {
  b->pairs++;
  for (uint32_t w = p->low; w <= p->high; w++)
    b->votes[w]++;
}

/* May the pair of lines i and k vote? The second one must be as wide as the
 * page or end its paragraph, and not begin as a sentence does in English. */
static bool may_vote(const hd_lines *lines, size_t i, size_t k, const pair *p) {
  uint32_t page = p->high + SLACK;
  hd_str next = hd_line_text(lines, k);
  if (next.n > 0 && next.p[0] >= 'A' && next.p[0] <= 'Z')
    return false;
  return p->possible && p->unfinished && p->high > 0 &&
         (lines->items[k].width >= p->low || !is_unfinished(next)) &&
         !sticks_out(lines, i - 1, -1, page) &&
         !sticks_out(lines, k + 1, 1, page);
}

/* Each pair votes for the widths between its low and high end. */
static void vote(const hd_lines *lines, ballots *all) {
  size_t first = 0;
  between what = BETWEEN_NOTHING;
  for (size_t i = 0; i < lines->n; i++) {
    if (lines->items[i].kind != HD_LINE_TEXT)
      continue;
    size_t k = next_text(lines, i, &what);
    pair p = k ? look(lines, first, i, k) : (pair){0};
    if (!p.possible)
      first = k ? k : i + 1;
    if (may_vote(lines, i, k, &p))
      add_vote(ballot_of(all, what), &p);
  }
}

static uint32_t max(uint32_t a, uint32_t b) { return a > b ? a : b; }

static void count_votes(ballots *all) {
  all->next.needed = max(all->next.pairs / 10, all->next.pairs <= FEW ? 2 : 3);
  all->spaced.needed = max(all->spaced.pairs / 4, SPACED_LEAST);
}

/* The most votes for a width that the pair agrees with. */
static uint32_t support(const ballot *b, const pair *p) {
  uint32_t most = 0;
  for (uint32_t w = p->low; w <= p->high; w++)
    most = max(most, b->votes[w]);
  return p->high ? most : 0;
}

static bool is_joined(const ballot *b, const pair *p, between what) {
  uint32_t votes = support(b, p);
  if (p->unfinished || p->comma)
    return votes >= b->needed;
  return what != BETWEEN_PAGE && votes >= 2 * b->needed &&
         votes * 4 >= b->pairs;
}

void hd_wrap_find(hd_lines *lines) {
  ballots *all = HD_NEW(lines->b->arena, ballots);
  between what = BETWEEN_NOTHING;
  size_t first = 0;
  note_lines(lines);
  vote(lines, all);
  count_votes(all);
  for (size_t i = 0; i < lines->n; i++) {
    if (lines->items[i].kind != HD_LINE_TEXT)
      continue;
    if (!lines->items[i].joined)
      first = i;
    size_t k = next_text(lines, i, &what);
    pair p = k ? look(lines, first, i, k) : (pair){0};
    if (!p.possible)
      continue;
    bool on = what == BETWEEN_NOTHING &&
              (lines->items[k].bracketed || p.hung ||
               goes_on(hd_line_text(lines, i), hd_line_text(lines, k)));
    lines->items[k].joined = on || is_joined(ballot_of(all, what), &p, what);
  }
}
