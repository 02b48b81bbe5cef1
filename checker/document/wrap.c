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
 * widths (often more than one, a column for each part that was pasted in).
 * Pairs that agree with such a width are joined, also where a sentence ends
 * exactly at the line's end. Apart from that, a line that ends in a comma goes
 * on in the next. */
#include "heading.h"
#include "marker.h"
#include "plain.h"

enum {
  NARROWEST = 20, /* columns of a page */
  WIDEST = 260,
  SLACK = 2, /* columns that a line may stick out or fall short */
  LONGEST_WORD = 40,
  FEW = 4,        /* pairs in a document that need two votes only */
  SALUTATION = 30 /* bytes of 各位代表, */
};

/* How two neighbours stand to each other. */
typedef struct {
  uint32_t low, high; /* widths that it may have been wrapped at, low first */
  bool possible;      /* nothing forbids to join them */
  bool unfinished;    /* the first line ends in the middle of a clause */
} pair;

/* Punctuation that may not begin a line. */
static bool closes(uint32_t cp) {
  return cp == 0x3002 || cp == 0x3001 || cp == 0x201D || cp == 0x300B ||
         (cp >= 0xFF01 && cp <= 0xFF1F);
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
  }
}

/* The index of the line that line i + 1.. may be joined to i: the next one,
 * or the next text behind a page's end. 0 if there is none. */
static size_t next_text(const hd_lines *lines, size_t i) {
  size_t k = i + 1;
  while (k < lines->n && (lines->items[k].kind == HD_LINE_BLANK ||
                          lines->items[k].kind == HD_LINE_PAGE))
    k++;
  if (k >= lines->n || lines->items[k].kind != HD_LINE_TEXT)
    return 0;
  return k == i + 1 || lines->items[k].page ? k : 0;
}

/* Does s end in the middle of a clause, without any mark? Lines that end in
 * commas may be clauses of one line each and say nothing about a width. */
static bool is_unfinished(hd_str s) {
  static const char *const marks[] = {":",  "：", "；", "！", "？",
                                      "，", ",",  "、", "…",  "—"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_str_ends(s, hd_str_of(marks[i])))
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

/* A line that ends in a comma and is more than a salutation. */
static bool goes_on(hd_str s, hd_str next) {
  if (hd_str_ends(s, HD_STR("，")) || hd_str_ends(s, HD_STR("、")))
    return s.n > SALUTATION;
  return hd_str_ends(s, HD_STR(",")) && next.n > 0 && next.p[0] >= 'a' &&
         next.p[0] <= 'z';
}

static pair look(const hd_lines *lines, size_t first, size_t i, size_t k) {
  const hd_line *line = &lines->items[i], *next = &lines->items[k];
  hd_str s = hd_line_text(lines, i), t = hd_line_text(lines, k);
  pair p = {0};
  if (line->parts > 2 || next->parts > 2 || line->alone || next->alone ||
      (line->width > WIDEST && !goes_on(s, t)))
    return p;
  if (next->marked || !indent_continues(lines, first, i, k))
    return p;
  p.possible = true;
  p.unfinished = is_unfinished(s);
  bool blank = hd_join_needs_blank(s, t);
  p.low = line->width > SLACK ? line->width - SLACK : 0;
  p.high = line->width + first_word(t) + blank;
  if (line->width < NARROWEST || line->width > WIDEST)
    p.low = p.high = 0;
  return p;
}

/* ---- votes -------------------------------------------------------------- */
typedef struct {
  uint32_t votes[WIDEST + 64]; /* pairs that could be wrapped at a width */
  uint32_t pairs;
} ballot;

/* Each pair votes for the widths between its low and high end. */
static void vote(const hd_lines *lines, ballot *out) {
  int32_t steps[WIDEST + 64] = {0};
  size_t first = 0;
  for (size_t i = 0; i < lines->n; i++) {
    if (lines->items[i].kind != HD_LINE_TEXT)
      continue;
    size_t k = next_text(lines, i);
    pair p = k ? look(lines, first, i, k) : (pair){0};
    if (!p.possible)
      first = k ? k : i + 1;
    if (!p.possible || !p.unfinished || p.high == 0)
      continue;
    out->pairs++;
    steps[p.low]++;
    steps[p.high + 1]--;
  }
  int32_t sum = 0;
  for (size_t w = 0; w < WIDEST + 64; w++)
    out->votes[w] = (uint32_t)(sum += steps[w]);
}

/* The most votes for a width that the pair agrees with. */
static uint32_t support(const ballot *b, const pair *p) {
  uint32_t most = 0;
  for (uint32_t w = p->low; w <= p->high; w++)
    most = b->votes[w] > most ? b->votes[w] : most;
  return p->high ? most : 0;
}

static bool is_joined(const hd_lines *lines, const ballot *b, const pair *p,
                      size_t i, size_t k) {
  if (!p->possible)
    return false;
  uint32_t share = b->pairs / 10, least = b->pairs <= FEW ? 2 : 3;
  uint32_t needed = share > least ? share : least;
  uint32_t votes = support(b, p);
  if (p->unfinished && votes >= needed)
    return true;
  if (!p->unfinished && k == i + 1 && votes >= 2 * needed &&
      votes * 4 >= b->pairs)
    return true;
  return k == i + 1 && goes_on(hd_line_text(lines, i), hd_line_text(lines, k));
}

void hd_wrap_find(hd_lines *lines) {
  ballot *b = HD_NEW(lines->b->arena, ballot);
  note_lines(lines);
  vote(lines, b);
  size_t first = 0;
  for (size_t i = 0; i < lines->n; i++) {
    if (lines->items[i].kind != HD_LINE_TEXT)
      continue;
    if (!lines->items[i].joined)
      first = i;
    size_t k = next_text(lines, i);
    if (!k)
      continue;
    pair p = look(lines, first, i, k);
    lines->items[k].joined = is_joined(lines, b, &p, i, k);
  }
}
