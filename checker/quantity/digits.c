/* digits: a number in Arabic digits: 1,234.5, 19·5, 1 234 567, .08, 3/4, 2 1/4,
 * ½.
 *
 * Out: a figure without its scale. Invariant: the coefficient fits in 36
 * digits; longer rows of digits are no number (they are identifiers). */
#include "scan.h"

enum { MOST_DIGITS = 36 };

/* The number being read. */
typedef struct {
  hd_int coefficient;
  int n_digits; /* read so far, for the limit */
  int significant;
} tally;

static bool take(tally *t, char c) {
  if (++t->n_digits > MOST_DIGITS)
    return false;
  t->coefficient = t->coefficient * 10 + (c - '0');
  t->significant += t->significant > 0 || c != '0';
  return true;
}

static uint32_t take_run(const hd_scan *scan, uint32_t at, tally *t) {
  while (at < scan->high && hd_ascii_is_digit(scan->s[at]) &&
         take(t, scan->s[at]))
    at++;
  return at;
}

static bool three_digits(const hd_scan *scan, uint32_t at) {
  return hd_ascii_is_digit(hd_scan_byte(scan, at)) &&
         hd_ascii_is_digit(hd_scan_byte(scan, at + 1)) &&
         hd_ascii_is_digit(hd_scan_byte(scan, at + 2)) &&
         !hd_ascii_is_digit(hd_scan_byte(scan, at + 3));
}

static bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/* grew to 12 500 farms: only words stand around it. */
static bool in_prose(const hd_scan *scan, uint32_t off, uint32_t end) {
  char next = hd_scan_byte(scan, end);
  bool closed = next == ' '
                    ? is_small_letter(hd_scan_byte(scan, end + 1))
                    : next && strchr(".,;)", next) &&
                          !hd_ascii_is_digit(hd_scan_byte(scan, end + 1));
  return closed && hd_scan_byte(scan, off - 1) == ' ' &&
         is_small_letter(hd_scan_byte(scan, off - 2)) &&
         hd_scan_context(scan, off) == HD_KINDS;
}

/* 1 234家, or 1 234 and nothing else: one plain blank groups where no second
 * figure can begin. */
static bool sure_group(const hd_scan *scan, uint32_t at) {
  uint32_t length, end = at + 4, off = at;
  while (off > scan->low && hd_ascii_is_digit(scan->s[off - 1]))
    off--;
  if (scan->cell || scan->s[off] == '0')
    return false;
  if (off == scan->low && end == scan->high)
    return true;
  char before = off > scan->low ? scan->s[off - 1] : 0;
  if (scan->lang == HD_LANG_EN)
    return in_prose(scan, off, end);
  return (unsigned char)before >= 0x80 && !hd_scan_ends(scan, off, "第") &&
         hd_scan_context(scan, off) != HD_KIND_IDENTIFIER &&
         hd_cp_is_han(hd_scan_cp(scan, end, &length)) &&
         !hd_scan_is(scan, end, "年");
}

/* Bytes of the grouping mark at `at`: comma, thin or hard blank; a plain
 * blank only where another group follows. 0: none. */
static uint32_t grouping(const hd_scan *scan, uint32_t at) {
  uint32_t length;
  uint32_t cp = hd_scan_cp(scan, at, &length);
  if (cp != ',' && cp != 0xa0 && cp != 0x2009 && cp != 0x202f && cp != ' ' &&
      cp != '\'' && cp != 0x2019)
    return 0;
  if (!three_digits(scan, at + length))
    return 0;
  if (cp == ' ' &&
      (hd_scan_byte(scan, at + 4) != ' ' || !three_digits(scan, at + 5)) &&
      !hd_scan_ends(scan, at, " ") && !sure_group(scan, at))
    return 0;
  return length;
}

static bool two_digits(const hd_scan *scan, uint32_t at) {
  return hd_scan_byte(scan, at) == ',' &&
         hd_ascii_is_digit(hd_scan_byte(scan, at + 1)) &&
         hd_ascii_is_digit(hd_scan_byte(scan, at + 2));
}

/* 12,34,567 and 1,00,000: lakhs and crores, groups of two before the last of
 * three. The end, 0 if it is none. */
static uint32_t take_lakhs(const hd_scan *scan, uint32_t at, tally *t) {
  uint32_t end = at;
  while (two_digits(scan, end) && hd_scan_byte(scan, end + 3) == ',')
    end += 3;
  if (end == at || scan->lang != HD_LANG_EN || grouping(scan, end) != 1)
    return 0;
  for (; at < end; at += 3)
    take_run(scan, at + 1, t);
  return take_run(scan, end + 1, t);
}

/* Groups behind the first 1 to 3 digits. */
static uint32_t take_groups(const hd_scan *scan, uint32_t at, tally *t,
                            bool *grouped) {
  uint32_t lakhs = t->n_digits < 3 ? take_lakhs(scan, at, t) : 0;
  if (lakhs) {
    *grouped = true;
    return lakhs;
  }
  uint32_t mark = grouping(scan, at);
  char kind = mark ? scan->s[at] : 0;
  while (mark && scan->s[at] == kind) {
    *grouped = true;
    at = take_run(scan, at + mark, t);
    mark = three_digits(scan, at + mark) ? mark : 0;
    if (mark && at + mark <= scan->high && kind == hd_scan_byte(scan, at))
      continue;
    break;
  }
  return at;
}

/* 27/61万辆, 43/25/16倍, 分别为3/5家: a list and no fraction? */
static bool is_listed(const hd_scan *scan, uint32_t at, uint32_t end) {
  static const char *const behind[] = {"万", "亿", "%", "pct", "倍", "元"};
  if (scan->lang != HD_LANG_ZH)
    return false;
  if (at > scan->low + 1 && scan->s[at - 1] == '/' &&
      (hd_ascii_is_digit(scan->s[at - 2]) || scan->s[at - 2] == '%'))
    return true;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (hd_scan_is(scan, end, behind[i]))
      return true;
  return hd_scan_ends(scan, at, "分别为") || hd_scan_ends(scan, at, "分别");
}

/* a/b behind a whole number at `at`; its end, 0 if there is none. */
static uint32_t take_fraction(const hd_scan *scan, uint32_t at, hd_int *den) {
  tally t = {0};
  if (hd_scan_byte(scan, at) != '/' ||
      !hd_ascii_is_digit(hd_scan_byte(scan, at + 1)))
    return 0;
  uint32_t end = take_run(scan, at + 1, &t);
  char next = hd_scan_byte(scan, end);
  if (t.coefficient == 0 || next == '/' || hd_ascii_is_digit(next) ||
      (next == '.' && hd_ascii_is_digit(hd_scan_byte(scan, end + 1))))
    return 0;
  *den = t.coefficient;
  return end;
}

static void set_fraction(hd_figure *f, hd_int whole, hd_int num, hd_int den,
                         uint32_t end) {
  f->low = hd_number_add(hd_number_ratio(whole, 1), hd_number_ratio(num, den));
  f->high = f->low;
  f->step = hd_number_of(0);
  f->fraction = true;
  f->number.end = f->end = end;
}

/* 121/2 per cent, 31/4%: a mixed number of old print, whose parts touch. Only
 * before a unit or a word, where no date can be meant. */
static bool take_touching(const hd_scan *scan, hd_figure *f, const tally *t,
                          hd_int den, uint32_t end) {
  hd_int num = t->coefficient % 10;
  uint32_t next = hd_scan_blanks(scan, end, 1);
  char c = hd_scan_byte(scan, next);
  bool old = (den == 2 || den == 4 || den == 8) && num % 2 == 1 && num < den;
  if (scan->lang != HD_LANG_EN || !old || t->n_digits < 2 || t->n_digits > 5 ||
      (c != '%' && (next == end || c < 'a' || c > 'z')))
    return false;
  set_fraction(f, t->coefficient / 10, num, den, end);
  return true;
}

/* 12-1/2 percent, 1-1/4 million: is what the hyphen joins the fraction of a
 * mixed number, one of halves to sixty-fourths? 4-5/6 is none. */
static bool is_halved(const hd_scan *scan, hd_int num, hd_int den) {
  bool power = den >= 2 && den <= 64 && (den & (den - 1)) == 0;
  return scan->lang == HD_LANG_EN && power && num % 2 == 1 && num < den;
}

static void take_hyphened(const hd_scan *scan, hd_figure *f, hd_int whole) {
  tally t = {0};
  hd_int den;
  uint32_t at = f->end + 1;
  if (!hd_ascii_is_digit(hd_scan_byte(scan, at)))
    return;
  uint32_t slash = take_run(scan, at, &t);
  uint32_t end = slash - at <= 2 ? take_fraction(scan, slash, &den) : 0;
  if (end && is_halved(scan, t.coefficient, den))
    set_fraction(f, whole, t.coefficient, den, end);
}

/* The second part of 2 1/4: a fraction behind blanks. */
static void take_mixed(const hd_scan *scan, hd_figure *f, hd_int whole) {
  tally t = {0};
  hd_int den;
  if (hd_scan_byte(scan, f->end) == '-') {
    take_hyphened(scan, f, whole);
    return;
  }
  uint32_t at = hd_scan_blanks(scan, f->end, 2);
  bool joined = at > f->end && hd_scan_is(scan, at, "and ");
  at += joined ? (uint32_t)strlen("and ") : 0;
  if (at == f->end || !hd_ascii_is_digit(hd_scan_byte(scan, at)))
    return;
  uint32_t slash = take_run(scan, at, &t);
  uint32_t end = slash - at <= 2 ? take_fraction(scan, slash, &den) : 0;
  if (end && den < 100 && (!joined || t.coefficient < den))
    set_fraction(f, whole, t.coefficient, den, end);
}

static bool read_sign_fraction(const hd_scan *scan, uint32_t at, hd_figure *f) {
  static const struct {
    uint32_t cp;
    int num, den;
  } signs[] = {{0xbd, 1, 2},   {0xbc, 1, 4},   {0xbe, 3, 4},   {0x2153, 1, 3},
               {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5},
               {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215a, 5, 6}, {0x215b, 1, 8},
               {0x215c, 3, 8}, {0x215d, 5, 8}, {0x215e, 7, 8}};
  uint32_t length;
  uint32_t cp = hd_scan_cp(scan, at, &length);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (signs[i].cp == cp) {
      *f = (hd_figure){.number = {at, at}, .scale = hd_number_of(1)};
      set_fraction(f, 0, signs[i].num, signs[i].den, at + length);
      return true;
    }
  return false;
}

/* 2½, 2 ½: a sign behind a whole number. */
static bool take_sign(const hd_scan *scan, hd_figure *f) {
  hd_figure part;
  uint32_t at = hd_scan_blanks(scan, f->end, 1);
  unsigned char c = (unsigned char)hd_scan_byte(scan, at);
  if ((c != 0xc2 && c != 0xe2) || !read_sign_fraction(scan, at, &part))
    return false;
  f->low = f->high = hd_number_add(f->low, part.low);
  f->step = hd_number_of(0);
  f->fraction = true;
  f->number.end = f->end = part.end;
  return true;
}

bool hd_digits_read(const hd_scan *scan, uint32_t at, hd_figure *f) {
  tally t = {0};
  if (!hd_ascii_is_digit(hd_scan_byte(scan, at)) &&
      hd_scan_byte(scan, at) != '.')
    return read_sign_fraction(scan, at, f);
  *f = (hd_figure){.number = {at, at}, .scale = hd_number_of(1)};
  uint32_t end = take_run(scan, at, &t);
  bool whole = true;
  if (end - at >= 1 && end - at <= 3)
    end = take_groups(scan, end, &t, &f->grouped);
  uint32_t point = hd_scan_byte(scan, end) == '.' ? 1
                   : hd_scan_is(scan, end, "·")   ? 2
                                                  : 0;
  if (point && hd_ascii_is_digit(hd_scan_byte(scan, end + point)) &&
      !hd_note_mark_behind_year(scan, at, end) &&
      (point == 1 || !hd_scan_ends(scan, at, "“"))) {
    int before = t.n_digits;
    end = take_run(scan, end + point, &t);
    f->decimals = (uint8_t)(t.n_digits - before);
    whole = false;
  }
  if (t.n_digits == 0 || t.n_digits > MOST_DIGITS)
    return false;
  f->number.end = f->end = end;
  f->digits = (uint8_t)(t.significant ? t.significant : 1);
  f->low = f->high = hd_number_decimal(t.coefficient, f->decimals);
  f->step = hd_number_decimal(1, f->decimals);
  hd_int den;
  uint32_t slash = whole ? take_fraction(scan, end, &den) : 0;
  if (slash && is_listed(scan, at, slash))
    slash = 0;
  if (slash && !take_touching(scan, f, &t, den, slash))
    set_fraction(f, 0, t.coefficient, den, slash);
  else if (!slash && whole && !f->grouped && !take_sign(scan, f))
    take_mixed(scan, f, t.coefficient);
  return true;
}

uint32_t hd_whole_read(const hd_scan *scan, uint32_t at, int *value) {
  uint32_t end = at;
  *value = 0;
  if (hd_ascii_is_digit(hd_scan_byte(scan, at))) {
    while (hd_ascii_is_digit(hd_scan_byte(scan, end)) && end - at < 8)
      *value = *value * 10 + (scan->s[end++] - '0');
    return hd_ascii_is_digit(hd_scan_byte(scan, end)) ? 0 : end;
  }
  hd_figure spare;
  const hd_figure *f = hd_numeral_zh_peek(scan, at, &spare);
  if (!f || !hd_number_is_integer(f->low) || !hd_number_is_integer(f->high) ||
      f->low.num != f->high.num || f->low.num > 9999)
    return 0;
  *value = (int)f->low.num;
  return f->end;
}
