/* gap_around: what stands around a word that may have lost its number.
 *
 * In: a word of a sentence. Out: its sides, how it stands among the words
 * around it, and evidence that a count is due. Looks at a bounded stretch of
 * text only, so that the search stays linear. */
#include "gap_around.h"

hd_str hd_gap_before(const hd_gap_search *s, uint32_t off) {
  return (hd_str){s->text + s->sentence.off, off - s->sentence.off};
}

hd_str hd_gap_behind(const hd_gap_search *s, uint32_t off) {
  return (hd_str){s->text + off, s->sentence.end - off};
}

/* The end of what stands before off, without blanks. */
static uint32_t skip_blanks(const hd_gap_search *s, uint32_t off) {
  hd_str left = hd_gap_before(s, off);
  while (left.n && left.p[left.n - 1] == ' ')
    left.n--;
  return s->sentence.off + (uint32_t)left.n;
}

/* ---- left ------------------------------------------------------------------
 */

/* What an ASCII character at the left means. */
static hd_gap_left ascii_left(char c) {
  if (hd_ascii_is_digit(c) || hd_ascii_is_letter(c) || c == '*' || c == '_')
    return GAP_LEFT_NUMBER;
  return c == ',' || c == ';' || c == '?' || c == '!' ? GAP_LEFT_START
                                                      : GAP_LEFT_OTHER;
}

/* 5万台|套, 首台|套: is the last character of left, from `last` on, itself a
 * unit with a number before it? */
static bool is_counted(const hd_gap_search *s, hd_str left, size_t last) {
  enum { UNITS = GAP_CLASSIFIER | GAP_WEAK | GAP_DIRECT | GAP_UNIT | GAP_DATE };
  hd_str unit = {left.p + last, left.n - last}, rest = {left.p, last};
  if (last == 0 || !(hd_gap_roles(s->words, unit) & UNITS))
    return false;
  uint32_t at = skip_blanks(s, s->sentence.off + (uint32_t)last);
  return hd_gap_quantity_at(s, at) || hd_ascii_is_digit(s->text[at - 1]) ||
         hd_gap_roles_before(s->words, rest) & (GAP_LEFT | GAP_LOOSE);
}

/* Is what ends here a sign or word that joins it to a figure before it? */
static bool continues_list(const hd_gap_search *s, hd_str left, size_t last) {
  hd_str sign = {left.p + last, left.n - last};
  if (!hd_str_is(sign, "、") && !hd_str_is(sign, "和"))
    return false;
  while (last >= 6 && hd_gap_roles(s->words, (hd_str){left.p + last - 6, 6}) &
                          (GAP_BEYOND | GAP_ROUND))
    last -= 6; /* 6%左右、 */
  return last && hd_gap_quantity_at(s, s->sentence.off + (uint32_t)last);
}

/* at: where what stands to the left ends. */
static hd_gap_left look_left(const hd_gap_search *s, uint32_t at) {
  if (at == s->sentence.off)
    return GAP_LEFT_START;
  if (hd_gap_quantity_at(s, at))
    return GAP_LEFT_NUMBER;
  if ((unsigned char)s->text[at - 1] < 0x80)
    return ascii_left(s->text[at - 1]);
  hd_str left = hd_gap_before(s, at);
  if (hd_str_ends(left, HD_STR("。")))
    return GAP_LEFT_START;
  uint32_t cp;
  size_t last = hd_utf8_back(left.p, left.n);
  hd_utf8_decode(left.p + last, left.n - last, &cp);
  if (continues_list(s, left, last))
    return GAP_LEFT_LIST;
  if (cp < GAP_HAN_FIRST || cp > GAP_HAN_LAST)
    return cp == 0x3007                   ? GAP_LEFT_NUMBER
           : cp == 0x201D || cp == 0x300B ? GAP_LEFT_QUOTE
                                          : GAP_LEFT_OTHER;
  uint32_t roles = hd_gap_roles_before(s->words, left);
  if (roles & GAP_ORDINAL)
    return GAP_LEFT_ORDINAL;
  if (roles & GAP_LEFT)
    return GAP_LEFT_NUMBER;
  return is_counted(s, left, last) ? GAP_LEFT_NUMBER : GAP_LEFT_WORD;
}

/* ---- right -----------------------------------------------------------------
 */

static hd_gap_right right_of(hd_str right, uint32_t roles) {
  static const uint32_t ends[] = {',', ';', '.', '!', '?', 0x3002, 0x3001};
  uint32_t cp;
  if (right.n == 0 || roles & GAP_CLOSING)
    return GAP_RIGHT_END;
  hd_utf8_decode(right.p, right.n, &cp);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (cp == ends[i])
      return GAP_RIGHT_END;
  if (roles & GAP_SUFFIX)
    return GAP_RIGHT_OTHER;
  bool word = (cp >= GAP_HAN_FIRST && cp <= GAP_HAN_LAST) || cp == 0x201C ||
              cp == 0x300A;
  return word ? GAP_RIGHT_WORD : GAP_RIGHT_OTHER;
}

void hd_gap_look(const hd_gap_search *s, hd_gap_word *c) {
  size_t used;
  c->left_end = skip_blanks(s, c->off);
  c->left = look_left(s, c->left_end);
  hd_str right = hd_gap_behind(s, c->end);
  uint32_t roles = hd_gap_roles_at(s->words, right, &used);
  c->beyond = roles & GAP_BEYOND;
  c->about = roles & GAP_ROUND;
  if (c->beyond) {
    right = hd_gap_behind(s, c->end + (uint32_t)used);
    roles = hd_gap_roles_at(s->words, right, &used);
  }
  c->right = right_of(right, roles);
  c->closed = roles & GAP_CLOSING;
  c->rises = roles & GAP_REACH;
}

/* ---- words -----------------------------------------------------------------
 */

void hd_gap_weigh(const hd_gap_search *s, hd_gap_word *c) {
  hd_span piece = {c->off - s->sentence.off, c->end - s->sentence.off};
  hd_str text = {s->text + s->sentence.off, s->sentence.end - s->sentence.off};
  c->stand = hd_gap_stands(s->words, text, piece);
  if (c->left_end < c->off)
    c->split = hd_gap_is_split(s->words, text, c->left_end - s->sentence.off,
                               piece.off);
  uint32_t n = c->stand.left * 3;
  c->before = hd_gap_roles(s->words, (hd_str){s->text + c->off - n, n});
}

bool hd_gap_is_bound(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str text = {s->text + s->sentence.off, s->sentence.end - s->sentence.off};
  return hd_gap_bound(s->words, text, c->off - s->sentence.off) ||
         hd_gap_bound(s->words, text, c->end - s->sentence.off);
}

bool hd_gap_is_doubled(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  return hd_str_ends(hd_gap_before(s, c->off), word) ||
         hd_str_starts(hd_gap_behind(s, c->end), word);
}

bool hd_gap_has_cue(const hd_gap_search *s, uint32_t off, uint32_t roles) {
  enum { FARTHEST = 24 };
  uint32_t at = off;
  for (int k = 0; k < FARTHEST && at > s->sentence.off; k++) {
    hd_str left = hd_gap_before(s, at);
    at = s->sentence.off + (uint32_t)hd_utf8_back(left.p, left.n);
    char c = s->text[at];
    if (c == ',' || c == ';' || c == ':')
      return false;
    size_t used;
    hd_str rest = {s->text + at, off - at};
    if (hd_gap_roles_at(s->words, rest, &used) & roles)
      return true;
  }
  return false;
}

/* Does the word stand in the text with a digit before it, perhaps with 万 or
 * 余 between? */
static bool is_counted_in(hd_str text, hd_str word) {
  for (size_t off = 0; off < text.n;) {
    size_t at = hd_str_find((hd_str){text.p + off, text.n - off}, word);
    if (at == (size_t)-1)
      return false;
    hd_str left = {text.p, off + at};
    while (hd_str_ends(left, HD_STR("万")) || hd_str_ends(left, HD_STR("余")))
      left.n -= 3;
    left = hd_str_trim(left);
    if (left.n && hd_ascii_is_digit(left.p[left.n - 1]))
      return true;
    off += at + word.n;
  }
  return false;
}

/* The sentence around c, at most so many bytes to each side; *at: where c
 * begins in it. */
static hd_str window(const hd_gap_search *s, const hd_gap_word *c, size_t *at) {
  enum { NEAR = 150 };
  uint32_t from =
      c->off - s->sentence.off > NEAR ? c->off - NEAR : s->sentence.off;
  uint32_t to =
      s->sentence.end - c->end > NEAR ? c->end + NEAR : s->sentence.end;
  *at = c->off - from;
  return (hd_str){s->text + from, to - from};
}

bool hd_gap_has_twin(const hd_gap_search *s, const hd_gap_word *c) {
  size_t self;
  hd_str word = {s->text + c->off, c->end - c->off};
  hd_str near = window(s, c, &self);
  hd_str left = hd_gap_before(s, c->left_end);
  if (left.n < 3)
    return false;
  size_t last = hd_utf8_back(left.p, left.n);
  hd_str noun = {left.p + last, left.n - last};
  for (size_t off = 0; off < near.n;) {
    size_t at = hd_str_find((hd_str){near.p + off, near.n - off}, noun);
    if (at == (size_t)-1)
      return false;
    off += at + noun.n;
    bool digit = false;
    for (;
         off < near.n && (hd_ascii_is_digit(near.p[off]) || near.p[off] == ' ');
         off++)
      digit = digit || near.p[off] != ' ';
    if (digit && hd_str_starts((hd_str){near.p + off, near.n - off}, word))
      return true;
  }
  return false;
}

bool hd_gap_has_parallel(const hd_gap_search *s, const hd_gap_word *c) {
  size_t at;
  hd_str word = {s->text + c->off, c->end - c->off}, near = window(s, c, &at);
  return is_counted_in((hd_str){near.p, at}, word) ||
         is_counted_in((hd_str){near.p + at + word.n, near.n - at - word.n},
                       word);
}

bool hd_gap_follows_word(const hd_gap_word *c) {
  if (c->left != GAP_LEFT_WORD)
    return false;
  if (c->left_end < c->off)
    return !c->split;
  if (c->before & (GAP_LOOSE | GAP_LEFT | GAP_FUNCTION))
    return c->before & GAP_LOOSE && c->stand.left_unknown;
  return c->stand.left >= 2 || c->stand.left_unknown;
}

bool hd_gap_follows_derived(const hd_gap_word *c) {
  enum { NO_NOUN = GAP_LOOSE | GAP_LEFT | GAP_FUNCTION | GAP_VERGE };
  return c->left == GAP_LEFT_WORD && c->stand.left_derived &&
         !(c->before & NO_NOUN);
}

bool hd_gap_follows_governor(const hd_gap_word *c) {
  return c->left == GAP_LEFT_WORD && c->left_end == c->off &&
         c->before & (GAP_VERGE | GAP_REACH) && !(c->before & GAP_FUNCTION);
}
