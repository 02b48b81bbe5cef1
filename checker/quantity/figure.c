/* figure: a number with its scale.
 *
 * 1.2万亿, 3千万, 25万6千, 2000余万, 4.2bn, five hundred thousand. Approach:
 * digits or a numeral, then any of: 余 多 来 几, a scale word, a smaller number
 * that goes on (3万4000). A unit that begins like a scale wins (千克, 百分点).
 * Invariant: low, high and step are scaled. */
#include "scan.h"

/* The scale at `at`; its end, 0 if none or if a longer unit stands there. */
static uint32_t read_scale(const hd_scan *scan, uint32_t at, hd_lang lang,
                           int *power) {
  hd_match scale, unit;
  if (!hd_scan_edge(scan, at, HD_EDGE_SCALE) ||
      !hd_trie_longest(scan->units->scales[lang], scan->s + at, scan->high - at,
                       &scale))
    return 0;
  if (hd_trie_longest(scan->units->units[lang], scan->s + at, scan->high - at,
                      &unit) &&
      unit.n > scale.n)
    return 0;
  *power = (int)scale.values[0];
  return at + (uint32_t)scale.n;
}

static void apply_scale(hd_figure *f, int power, uint32_t end) {
  hd_number by = hd_number_decimal(1, -power);
  f->low = hd_number_mul(f->low, by);
  f->high = hd_number_mul(f->high, by);
  f->step = hd_number_mul(f->step, by);
  f->scale = hd_number_mul(f->scale, by);
  f->end = end;
  f->scaled = true;
  f->fraction = false;
}

/* 余 多 来 几 right behind a number: a bound inside the figure. 几 only behind
 * a round numeral is read by the numeral itself. */
static bool read_inner(const hd_scan *scan, hd_figure *f) {
  static const struct {
    const char *word;
    hd_bound bound;
  } inner[] = {{"余", HD_BOUND_MORE_THAN},
               {"多", HD_BOUND_MORE_THAN},
               {"来", HD_BOUND_ABOUT},
               {"几", HD_BOUND_MORE_THAN}};
  if (f->bound != HD_BOUND_EXACT)
    return false;
  uint32_t length;
  for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
    if (!hd_scan_is(scan, f->end, inner[i].word))
      continue;
    const hd_unit *unit;
    bool blocked;
    int power;
    uint32_t off, next = f->end + 3;
    bool goes_on = hd_unit_read(scan, next, &unit, &off, &blocked) ||
                   read_scale(scan, next, HD_LANG_ZH, &power);
    if (inner[i].bound != HD_BOUND_MORE_THAN || i == 3) {
      if (!goes_on)
        return false;
    } else if (blocked || hd_scan_is(scan, next, "额")) {
      return false;
    }
    hd_scan_cp(scan, f->end, &length);
    f->approx = (hd_span){f->end, f->end + length};
    f->bound = inner[i].bound;
    f->end += length;
    return true;
  }
  return false;
}

/* 3万4000, 25万6千, 1亿2000万: a smaller number behind the scale. */
static void read_rest(const hd_scan *scan, hd_figure *f) {
  hd_figure rest;
  int power;
  if (!f->scaled || f->bound != HD_BOUND_EXACT ||
      (!hd_digits_read(scan, f->end, &rest) &&
       !hd_numeral_zh_read(scan, f->end, &rest)) ||
      rest.fraction || rest.bare)
    return;
  if (!rest.numeral) {
    uint32_t end = read_scale(scan, rest.end, HD_LANG_ZH, &power);
    if (end)
      apply_scale(&rest, power, end);
  }
  if (hd_number_cmp(rest.high, f->scale) >= 0 ||
      hd_number_cmp(rest.low, hd_number_of(10)) < 0)
    return;
  f->low = hd_number_add(f->low, rest.low);
  f->high = hd_number_add(f->high, rest.high);
  f->step = rest.step;
  f->scale = rest.scale;
  f->end = rest.end;
  f->number.end = rest.number.end;
}

static void read_tail_zh(const hd_scan *scan, hd_figure *f) {
  int power;
  read_inner(scan, f);
  for (int i = 0; i < 2; i++) {
    uint32_t at = f->numeral ? f->end : hd_scan_blanks(scan, f->end, 2);
    uint32_t end = read_scale(scan, at, HD_LANG_ZH, &power);
    if (!end)
      break;
    apply_scale(f, power, end);
    if (!f->numeral)
      read_rest(scan, f);
    if (!read_inner(scan, f))
      break;
  }
}

/* One-letter scales count where money or a capital makes them sure. */
static bool sure_scale(const hd_scan *scan, uint32_t off, uint32_t end,
                       bool glued, bool money) {
  uint32_t n = end - off;
  char c = scan->s[off];
  if (n > 1)
    return true;
  if (!glued && c != 'k' && c != 'K' && !money)
    return false;
  return money || c == 'k' || c == 'K' || ((c == 'M' || c == 'B') && glued);
}

static bool ends_here(const hd_scan *scan, uint32_t end) {
  char next = hd_scan_byte(scan, end);
  return !hd_is_letter(next) && !hd_is_digit(next) && next != '/';
}

/* dozens behind digits: 3 dzs. */
static bool read_dozen(const hd_scan *scan, hd_figure *f) {
  hd_match match;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  if (at == f->end || !hd_is_letter(hd_scan_byte(scan, at)) ||
      !hd_scan_word(scan, scan->units->numerals, at, &match))
    return false;
  const hd_numeral *word = &scan->units->numeral.items[match.values[0]];
  if (word->cls != HD_NUMERAL_DOZEN)
    return false;
  hd_number by = hd_number_of(word->value);
  f->low = hd_number_mul(f->low, by);
  f->high = hd_number_mul(f->high, by);
  f->step = hd_number_mul(f->step, by);
  f->scale = by;
  f->scaled = true;
  f->end = at + (uint32_t)match.n;
  return true;
}

/* million, bn, k behind a number in English. */
static void read_tail_en(const hd_scan *scan, hd_figure *f, bool money) {
  if (read_dozen(scan, f))
    return;
  for (int i = 0; i < 2; i++) {
    hd_match match;
    uint32_t at = hd_scan_blanks(scan, f->end, 2);
    if (hd_scan_byte(scan, at) == '-' && at == f->end &&
        hd_is_letter(hd_scan_byte(scan, at + 1)))
      at++;
    if (!hd_is_letter(hd_scan_byte(scan, at)) ||
        !hd_scan_edge(scan, at, HD_EDGE_SCALE))
      return;
    if (!hd_scan_word(scan, scan->units->scales[HD_LANG_EN], at, &match) &&
        !hd_trie_longest(scan->units->scales[HD_LANG_EN], scan->s + at,
                         scan->high - at, &match))
      return;
    if (match.n == 1 && at > f->end && scan->s[at - 1] == '-')
      return; /* Form 8-K */
    uint32_t end = at + (uint32_t)match.n;
    if (!ends_here(scan, end) ||
        !sure_scale(scan, at, end, at == f->end, money))
      return;
    apply_scale(f, (int)match.values[0], end);
  }
}

/* 3 million and a half, 3 hundred and one: what goes on behind the scale. */
static void read_and(const hd_scan *scan, hd_figure *f) {
  hd_figure rest;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  if (!f->scaled || f->decimals || at == f->end ||
      !hd_scan_is(scan, at, "and ") ||
      !hd_is_letter(hd_scan_byte(scan, at + 4)) ||
      !hd_numeral_en_read(scan, at + 4, &rest))
    return;
  if (rest.fraction && rest.low.den == 2 &&
      (hd_scan_is(scan, at + 4, "a half") ||
       hd_scan_is(scan, at + 4, "one half")))
    rest.low = hd_number_mul(rest.low, f->scale);
  else if (rest.fraction || hd_number_cmp(rest.low, hd_number_of(100)) >= 0 ||
           hd_number_cmp(f->scale, hd_number_of(1000)) > 0)
    return;
  f->low = f->high = hd_number_add(f->low, rest.low);
  f->step =
      rest.fraction ? hd_number_div(f->scale, hd_number_of(2)) : rest.step;
  f->end = f->number.end = rest.end;
}

bool hd_figure_read(const hd_scan *scan, uint32_t at, bool money,
                    hd_figure *f) {
  char c = hd_scan_byte(scan, at);
  if (hd_is_letter(c))
    return hd_numeral_en_read(scan, at, f);
  if (!hd_digits_read(scan, at, f) && !hd_numeral_zh_read(scan, at, f))
    return false;
  if (f->fraction && f->numeral)
    return true;
  char next = hd_scan_byte(scan, f->end);
  if (next && ((unsigned char)next >= 0x80 || next == ' '))
    read_tail_zh(scan, f);
  if (!f->scaled && !f->numeral)
    read_tail_en(scan, f, money);
  if (!f->numeral && scan->lang == HD_LANG_EN)
    read_and(scan, f);
  return true;
}
