/* figure: a number with its scale.
 *
 * 1.2万亿, 3千万, 25万6千, 2000余万, 4.2bn, 1e10, five hundred thousand.
 * Approach: digits or a numeral, then any of: 余 多 来 几, a scale word, a
 * smaller number that goes on (3万4000). A unit that begins like a scale wins
 * (千克, 百分点). Invariant: low, high and step are scaled. */
#include "scan.h"

/* The longest scale at `at` that keeps value below limit; its end. */
static uint32_t read_low_scale(const hd_scan *scan, uint32_t at,
                               hd_number value, hd_number limit, int *power) {
  hd_match all[4];
  size_t n = hd_scan_edge(scan, at, HD_EDGE_SCALE)
                 ? hd_trie_all(scan->units->scales[HD_LANG_ZH], scan->s + at,
                               scan->high - at, all, 4)
                 : 0;
  while (n-- > 0) {
    *power = (int)all[n].values[0];
    hd_number scaled = hd_number_mul(value, hd_number_decimal(1, -*power));
    if (hd_number_cmp(scaled, limit) < 0)
      return at + (uint32_t)all[n].n;
  }
  return 0;
}

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

/* 一亿三千多万: the scale is that of what stands behind the larger one, and
 * stays below it. 一万二千多万 has no larger one. */
static hd_number larger_part(const hd_figure *f, hd_number by) {
  if (!f->numeral || f->bound == HD_BOUND_EXACT || by.num <= 1 ||
      f->low.den != 1)
    return hd_number_of(0);
  hd_int rest = f->low.num % by.num, larger = f->low.num - rest;
  return hd_number_ratio(rest > 0 && rest < larger / by.num ? larger : 0, 1);
}

static void apply_scale(hd_figure *f, int power, uint32_t end) {
  hd_number by = hd_number_decimal(1, -power);
  hd_number larger = larger_part(f, by);
  f->low = hd_number_sub(f->low, larger);
  f->high = hd_number_sub(f->high, larger);
  f->low = hd_number_add(hd_number_mul(f->low, by), larger);
  f->high = hd_number_add(hd_number_mul(f->high, by), larger);
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

static void read_tail_zh(const hd_scan *scan, hd_figure *f,
                         const hd_number *limit);

/* The largest power of ten that divides a whole number. */
static hd_number round_to(hd_number a) {
  hd_int by = 1;
  while (a.den == 1 && a.num > 0 && a.num % (by * 10) == 0)
    by *= 10;
  return hd_number_ratio(by, 1);
}

/* The smaller number that goes on at f's end; false if there is none. It may
 * be in characters (零四千) and have scales of its own (2千3百万). */
static bool read_smaller(const hd_scan *scan, const hd_figure *f,
                         hd_figure *rest) {
  uint32_t length, more, at = f->end;
  const hd_numeral *zero = hd_scan_numeral(scan, at, &length);
  bool said = zero && zero->cls == HD_NUMERAL_DIGIT && zero->value == 0 &&
              (hd_ascii_is_digit(hd_scan_byte(scan, at + length)) ||
               hd_scan_numeral(scan, at + length, &more));
  if (said)
    at += length;
  if ((!hd_digits_read(scan, at, rest) &&
       !hd_numeral_zh_read(scan, at, rest)) ||
      rest->fraction || rest->bare)
    return false;
  if (rest->numeral)
    rest->scale = round_to(rest->low);
  else
    read_tail_zh(scan, rest, &f->scale);
  return hd_number_cmp(rest->high, f->scale) < 0 &&
         (said || hd_number_cmp(rest->low, hd_number_of(10)) >= 0) &&
         !hd_scan_is(scan, rest->end, "年") &&
         !hd_scan_is(scan, rest->end, "月");
}

/* 1万2: a last digit behind the scale counts a tenth of it. */
static void read_last_digit(const hd_scan *scan, hd_figure *f) {
  uint32_t length;
  char c = hd_scan_byte(scan, f->end);
  if (!f->scaled || f->decimals || f->bound != HD_BOUND_EXACT || c < '1' ||
      c > '9' || hd_number_cmp(f->scale, hd_number_of(10000)) < 0)
    return;
  uint32_t cp = hd_scan_cp(scan, f->end + 1, &length);
  if (cp == '%' || cp == '.' || hd_ascii_is_digit((char)cp) ||
      hd_cp_is_han(cp) || hd_cp_is_letter(cp) || scan->cell)
    return;
  f->step = hd_number_div(f->scale, hd_number_of(10));
  f->low = hd_number_add(f->low, hd_number_mul(f->step, hd_number_of(c - '0')));
  f->high = f->low;
  f->end = f->number.end = f->end + 1;
}

/* 3万4000, 25万6千, 200亿零四千230: smaller numbers behind the scale. */
static void read_rest(const hd_scan *scan, hd_figure *f) {
  hd_figure rest;
  while (f->scaled && f->bound == HD_BOUND_EXACT &&
         hd_number_cmp(f->scale, hd_number_of(1)) > 0 &&
         read_smaller(scan, f, &rest)) {
    f->low = hd_number_add(f->low, rest.low);
    f->high = hd_number_add(f->high, rest.high);
    f->step = rest.step;
    f->scale = rest.scale;
    f->end = rest.end;
    f->number.end = rest.number.end;
    f->bound = rest.bound;
    f->approx = rest.approx;
  }
}

/* Scales and what goes on behind them; limit: the figure stays below it. */
static void read_tail_zh(const hd_scan *scan, hd_figure *f,
                         const hd_number *limit) {
  int power;
  read_inner(scan, f);
  for (int i = 0; i < 3; i++) {
    uint32_t at = f->numeral ? f->end : hd_scan_blanks(scan, f->end, 2);
    uint32_t end = read_scale(scan, at, HD_LANG_ZH, &power);
    if (end && limit)
      end = read_low_scale(scan, at, f->high, *limit, &power);
    if (!end)
      break;
    apply_scale(f, power, end);
    if (!f->numeral) {
      read_rest(scan, f);
      read_last_digit(scan, f);
    }
    if (!read_inner(scan, f) && f->end == end)
      break;
  }
}

/* One-letter scales count where money or a capital makes them sure. */
static bool sure_scale(const hd_scan *scan, const hd_figure *f, hd_span word,
                       bool money) {
  char c = scan->s[word.off];
  bool glued = word.off == f->end;
  if (word.end - word.off > 1)
    return true;
  if (!money && !f->decimals &&
      hd_scan_context(scan, f->number.off) == HD_KIND_IDENTIFIER)
    return false; /* Table 3B */
  if (c == 'G')
    return glued && f->decimals; /* 5G is a name */
  uint32_t dashed = glued ? 0 : hd_date_dash(scan, word.end);
  if (dashed && hd_ascii_is_digit(hd_scan_byte(scan, dashed)))
    return false; /* 17 K-12 schools */
  if (!glued && c != 'k' && c != 'K' && !money)
    return false;
  return money || c == 'k' || c == 'K' || ((c == 'M' || c == 'B') && glued);
}

static bool ends_here(const hd_scan *scan, uint32_t end) {
  char next = hd_scan_byte(scan, end);
  return !hd_ascii_is_letter(next) && !hd_ascii_is_digit(next) && next != '/';
}

/* dozens behind digits: 3 dzs. */
static bool read_dozen(const hd_scan *scan, hd_figure *f) {
  hd_match match;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  if (at == f->end || !hd_ascii_is_letter(hd_scan_byte(scan, at)) ||
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

void hd_figure_scale_en(const hd_scan *scan, hd_figure *f, bool money) {
  if (read_dozen(scan, f))
    return;
  for (int i = 0; i < 2; i++) {
    hd_match match;
    uint32_t at = hd_scan_blanks(scan, f->end, 2);
    if (hd_scan_byte(scan, at) == '-' && at == f->end &&
        hd_ascii_is_letter(hd_scan_byte(scan, at + 1)))
      at++;
    if (!hd_ascii_is_letter(hd_scan_byte(scan, at)) ||
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
        !sure_scale(scan, f, (hd_span){at, end}, money))
      return;
    apply_scale(f, (int)match.values[0], end);
  }
}

/* 17 and a half thousand, 3 and a half years. */
static void read_half_en(const hd_scan *scan, hd_figure *f) {
  static const char half[] = " and a half ";
  if (f->fraction || f->decimals || f->grouped || f->digits > 3 ||
      !hd_scan_is(scan, f->end, half))
    return;
  f->low = f->high = hd_number_add(f->low, hd_number_ratio(1, 2));
  f->step = hd_number_of(0);
  f->end = f->number.end = f->end + (uint32_t)strlen(half) - 1;
}

/* 3 crore 20 lakh, 3 million 450 thousand: a smaller scale goes on. */
static void read_smaller_en(const hd_scan *scan, hd_figure *f) {
  hd_figure rest;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  if (!f->scaled || f->decimals || at == f->end ||
      hd_number_cmp(f->scale, hd_number_of(1000)) <= 0 ||
      !hd_ascii_is_digit(hd_scan_byte(scan, at)) ||
      !hd_digits_read(scan, at, &rest) || rest.fraction || rest.decimals)
    return;
  uint32_t number = rest.end;
  hd_figure_scale_en(scan, &rest, false);
  if (!rest.scaled || rest.end < number + 3 ||
      hd_number_cmp(rest.high, f->scale) >= 0)
    return;
  f->low = f->high = hd_number_add(f->low, rest.low);
  f->step = rest.step;
  f->scale = rest.scale;
  f->end = rest.end;
  f->number.end = rest.number.end;
}

/* 3 million and a half, 3 hundred and one: what goes on behind the scale. */
static void read_and(const hd_scan *scan, hd_figure *f) {
  hd_figure rest;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  if (!f->scaled || f->decimals || at == f->end ||
      !hd_scan_is(scan, at, "and ") ||
      !hd_ascii_is_letter(hd_scan_byte(scan, at + 4)) ||
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

/* 两又二分之一, 2又1/2: the fraction behind a whole number. */
static void read_mixed(const hd_scan *scan, hd_figure *f) {
  hd_figure part;
  uint32_t at = f->end + (uint32_t)strlen("又");
  if (!hd_scan_is(scan, f->end, "又") || f->fraction || f->decimals ||
      (!hd_digits_read(scan, at, &part) &&
       !hd_numeral_zh_read(scan, at, &part)) ||
      !part.fraction || hd_number_cmp(part.low, hd_number_of(1)) >= 0)
    return;
  f->low = f->high = hd_number_add(f->low, part.low);
  f->step = hd_number_of(0);
  f->fraction = true;
  f->weak = false;
  f->end = f->number.end = part.end;
}

/* Where the power behind a base that ends at `at` starts: behind ^, or a raised
 * one (⁶, ⁻³) at once; 0 if there is none. */
static uint32_t power_start(const hd_scan *scan, uint32_t at) {
  uint32_t length, more;
  if (hd_scan_byte(scan, at) == '^')
    return at + 1;
  bool minus = hd_scan_cp(scan, at, &length) == 0x207b;
  return hd_scan_raised(scan, minus ? at + length : at, &more) >= 0 ? at : 0;
}

/* Where the exponent of 1.2×10^5, 5×10⁶ or 1e10 starts; 0 if there is none. */
static uint32_t find_exponent(const hd_scan *scan, uint32_t end) {
  static const char *const tens[] = {"×10",  "x10",  "*10",  "·10",
                                     "x 10", "× 10", "* 10", "· 10"};
  char c = hd_scan_byte(scan, end), next = hd_scan_byte(scan, end + 1);
  if (!c || !strchr(" exE*\xc2\xc3", c))
    return 0;
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  for (size_t i = 0; i < sizeof tens / sizeof *tens; i++)
    if (hd_scan_is(scan, pos, tens[i]))
      return power_start(scan, pos + (uint32_t)strlen(tens[i]));
  bool letter = (hd_scan_is(scan, end, "e") || hd_scan_is(scan, end, "E")) &&
                (hd_ascii_is_digit(next) || next == '-' || next == '+');
  return letter ? end + 1 : 0;
}

/* The raised whole number at `at` with its sign (⁻⁵); its end. */
static uint32_t read_raised(const hd_scan *scan, uint32_t at, int *power) {
  uint32_t length;
  bool minus = hd_scan_cp(scan, at, &length) == 0x207b;
  at += minus ? length : 0;
  *power = 0;
  if (hd_scan_raised(scan, at, &length) < 0)
    return 0; /* 26.8^§ */
  for (int digit;
       (digit = hd_scan_raised(scan, at, &length)) >= 0 && *power < 100;
       at += length)
    *power = *power * 10 + digit;
  if (minus)
    *power = -*power;
  return at;
}

/* The whole number at `at` with its sign; its end, 0 if there is none. */
static uint32_t read_power(const hd_scan *scan, uint32_t at, int *power) {
  if ((unsigned char)hd_scan_byte(scan, at) >= 0x80)
    return read_raised(scan, at, power);
  char sign = hd_scan_byte(scan, at);
  at += sign == '-' || sign == '+';
  uint32_t end = hd_ascii_is_digit(hd_scan_byte(scan, at))
                     ? hd_whole_read(scan, at, power)
                     : 0;
  char next = hd_scan_byte(scan, end);
  if (!end || hd_ascii_is_letter(next) || next == '-' || next == '^')
    return 0;
  if (sign == '-')
    *power = -*power;
  return end;
}

static void read_exponent(const hd_scan *scan, hd_figure *f) {
  uint32_t at = find_exponent(scan, f->end);
  int power;
  uint32_t end = at ? read_power(scan, at, &power) : 0;
  if (!end || power > 15 || power < -15)
    return;
  apply_scale(f, power, end);
  f->number.end = end;
}

/* 2^10, 10^6, 1.1^23: a number to the power of another; 34.5^1 is a footnote.
 */
static void raise(const hd_scan *scan, hd_figure *f) {
  int power;
  bool ten = hd_number_cmp(f->low, hd_number_of(10)) == 0;
  char mark = hd_scan_byte(scan, f->end);
  uint32_t start = mark == '^' || (ten && mark) ? power_start(scan, f->end) : 0;
  uint32_t end = start ? read_power(scan, start, &power) : 0;
  if (!end)
    return;
  bool base = ten || hd_number_cmp(f->low, hd_number_of(2)) == 0;
  if (power > 99 || power < -99 || (!base && power > 0 && power < 10))
    return;
  hd_number value = hd_number_of(1);
  for (int i = 0; i < (power < 0 ? -power : power); i++)
    value = hd_number_mul(value, f->low);
  if (power < 0)
    value = hd_number_div(hd_number_of(1), value);
  if (hd_number_is_nan(value))
    return;
  f->low = f->high = value;
  f->step = hd_number_of(1);
  f->decimals = 0;
  f->number.end = f->end = end;
}

bool hd_figure_read(const hd_scan *scan, uint32_t at, bool money,
                    hd_figure *f) {
  char c = hd_scan_byte(scan, at);
  if (hd_ascii_is_letter(c))
    return hd_numeral_en_read(scan, at, f);
  if (!hd_digits_read(scan, at, f) && !hd_numeral_zh_read(scan, at, f))
    return false;
  if (f->fraction && f->numeral)
    return true;
  if (!f->numeral && !f->decimals && hd_scan_is(scan, f->end, "分之"))
    return hd_part_zh_read(scan, f); /* 3分之2 */
  if (!f->numeral && !f->fraction) {
    read_exponent(scan, f);
    raise(scan, f);
  }
  read_mixed(scan, f);
  char next = hd_scan_byte(scan, f->end);
  if (next && ((unsigned char)next >= 0x80 || next == ' '))
    read_tail_zh(scan, f, NULL);
  if (!f->scaled && !f->numeral && next == ' ')
    read_half_en(scan, f);
  if (!f->scaled && !f->numeral)
    hd_figure_scale_en(scan, f, money);
  if (!f->numeral && scan->lang == HD_LANG_EN) {
    read_smaller_en(scan, f);
    read_and(scan, f);
  }
  return true;
}
