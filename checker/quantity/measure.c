/* measure: a figure with its sign, its currency and its unit.
 *
 * 人民币8亿元, US$4.2bn, -3.2%, 200公斤/年, 123元1角1分, 三斤半, 9-month. The
 * span covers sign, currency, number, scale and unit. Units are tried in the
 * sentence's language first, then in the other. */
#include "scan.h"

/* The longest row of the units at `at`; its end. none: rows that are no unit
 * count. */
static uint32_t find_row(const hd_scan *scan, uint32_t at, bool none,
                         const hd_unit_row **row) {
  uint32_t best = 0;
  if (!hd_scan_edge(scan, at, HD_EDGE_UNIT))
    return 0;
  for (int i = 0; i < 2; i++) {
    hd_lang lang = i == 0 ? scan->lang : (hd_lang)!scan->lang;
    const hd_trie *trie = scan->units->units[lang];
    hd_match all[8];
    size_t n = at < scan->high
                   ? hd_trie_all(trie, scan->s + at, scan->high - at, all, 8)
                   : 0;
    while (n > 0) {
      const hd_match *m = &all[--n];
      uint32_t end = at + (uint32_t)m->n;
      char last = scan->s[end - 1], next = hd_scan_byte(scan, end);
      if (!none && !scan->units->rows.items[m->values[0]].unit)
        continue;
      if ((hd_ascii_is_letter(last) &&
           (hd_ascii_is_letter(next) || hd_ascii_is_digit(next))) ||
          (hd_ascii_is_digit(last) && hd_ascii_is_digit(next)))
        continue;
      if (end > best) {
        best = end;
        *row = &scan->units->rows.items[m->values[0]];
      }
      break;
    }
    hd_match match;
    if (lang == HD_LANG_EN && hd_ascii_is_letter(hd_scan_byte(scan, at)) &&
        hd_scan_word(scan, trie, at, &match) && match.n > 2 &&
        at + match.n > best) {
      best = at + (uint32_t)match.n;
      *row = &scan->units->rows.items[match.values[0]];
    }
  }
  return best;
}

/* Does the " at `at` close a quotation? An odd number of them stands before it
 * in the sentence. */
static bool closes_quote(const hd_scan *scan, uint32_t at) {
  enum { REACH = 240 };
  bool open = false;
  uint32_t low = at - scan->low > REACH ? at - REACH : scan->low;
  while (at-- > low)
    open = open != (scan->s[at] == '"');
  return open;
}

uint32_t hd_unit_read(const hd_scan *scan, uint32_t at, const hd_unit **unit,
                      uint32_t *off, bool *blocked) {
  const hd_unit_row *row = NULL;
  *unit = NULL;
  *blocked = false;
  *off = hd_scan_blanks(scan, at, 2);
  char c = hd_scan_byte(scan, *off);
  if ((c == '-' || c == '(' || c == '[') &&
      hd_ascii_is_letter(hd_scan_byte(scan, *off + 1)))
    ++*off;
  uint32_t end = find_row(scan, *off, true, &row);
  if (!end)
    return 0;
  if (c == '"' && closes_quote(scan, *off))
    return 0;
  *unit = row->unit;
  *blocked = !row->unit;
  if (hd_ascii_is_letter(scan->s[end - 1]) && hd_scan_byte(scan, end) == '-' &&
      hd_ascii_is_letter(hd_scan_byte(scan, end + 1)))
    return 0; /* one patient-week */
  bool inside = c == '(' || c == '[';
  if (inside && hd_scan_byte(scan, end) != (c == '(' ? ')' : ']')) {
    *unit = NULL; /* 5 million (USD 2 million) */
    return 0;
  }
  if (!row->unit)
    return 0;
  return end + inside;
}

/* A currency that may stand before a number at `at`; its end. */
static uint32_t read_prefix(const hd_scan *scan, uint32_t at,
                            const hd_unit **unit) {
  const hd_unit_row *row = NULL;
  hd_match all[6];
  uint32_t best = 0;
  for (int lang = 0; lang < 2; lang++) {
    size_t n = hd_trie_all(scan->units->units[lang], scan->s + at,
                           scan->high - at, all, 6);
    if (n == 0)
      continue;
    const hd_match *m = &all[n - 1];
    row = &scan->units->rows.items[m->values[0]];
    if (row->before && at + m->n > best) {
      best = at + (uint32_t)m->n;
      *unit = row->unit;
    }
  }
  if (!best && hd_ascii_is_letter(scan->s[at]) &&
      hd_scan_word(scan, scan->units->units[HD_LANG_EN], at, all)) {
    row = &scan->units->rows.items[all[0].values[0]];
    *unit = row->unit;
    best = row->before ? at + (uint32_t)all[0].n : 0;
  }
  if (!best) { /* usd, rmb */
    char upper[4] = {0};
    hd_match match;
    for (int i = 0;
         i < 3 && hd_ascii_is_letter(hd_scan_byte(scan, at + (uint32_t)i)); i++)
      upper[i] = (char)(scan->s[at + (uint32_t)i] & ~0x20);
    if (upper[2] &&
        hd_trie_longest(scan->units->units[HD_LANG_EN], upper, 3, &match) &&
        match.n == 3 && !hd_ascii_is_letter(hd_scan_byte(scan, at + 3))) {
      row = &scan->units->rows.items[match.values[0]];
      *unit = row->unit;
      best = row->before ? at + 3 : 0;
    }
  }
  return best;
}

/* Is 负 at `at` the end of a word: 减负, 税负, 自负? */
static bool ends_word(const hd_scan *scan, uint32_t at) {
  static const char *const heads[] = {"减", "税", "债", "自", "正", "胜", "背",
                                      "担", "肩", "抱", "減", "稅", "債", "勝",
                                      "擔", "欠", "辜", "轻", "重"};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (at >= scan->low + 3 && memcmp(scan->s + at - 3, heads[i], 3) == 0)
      return true;
  return false;
}

/* A sign before the number: its length, 0 if none. A hyphen between
 * letters or figures is none. */
static uint32_t read_sign(const hd_scan *scan, uint32_t at, bool *negative) {
  static const char *const words[] = {"minus ",    "negative ", "Minus ",
                                      "Negative ", "minus-",    "Minus-"};
  uint32_t length;
  uint32_t cp = hd_scan_cp(scan, at, &length);
  for (size_t i = 0; cp < 0x80 && hd_ascii_is_letter((char)cp) &&
                     i < sizeof words / sizeof *words;
       i++)
    if (hd_scan_is(scan, at, words[i])) {
      *negative = true;
      return (uint32_t)strlen(words[i]);
    }
  char before = at > scan->low ? scan->s[at - 1] : 0;
  *negative =
      cp == '-' || cp == 0x2212 || cp == 0x2013 || cp == 0x8d1f || cp == 0x8ca0;
  if (cp == 0x8d1f || cp == 0x8ca0) { /* 负 負 */
    *negative = !ends_word(scan, at);
    return *negative ? length : 0;
  }
  if (hd_scan_is(scan, at, "零下")) {
    *negative = true;
    return 6;
  }
  if (!*negative && cp != '+' && cp != 0xb1)
    return 0;
  if (hd_scan_byte(scan, at + length) == ' ' && at > scan->low)
    return 0; /* a dash between words */
  if (hd_ascii_is_digit(before) || hd_ascii_is_letter(before) ||
      before == ')' || before == '%' || before == '-' ||
      (cp == '-' && (unsigned char)before >= 0x80 &&
       hd_scan_byte(scan, at + 1) == '-'))
    return 0;
  return length;
}

/* per: 元/平方米, 公斤/年, 元每吨. */
static void read_per(const hd_scan *scan, hd_measure *m) {
  const hd_unit_row *row = NULL;
  uint32_t at = m->end;
  if (hd_scan_byte(scan, at) == '/')
    at++;
  else if (hd_scan_is(scan, at, "每"))
    at += 3;
  else
    return;
  uint32_t end = find_row(scan, at, false, &row);
  if (!end || !row->unit)
    return;
  m->per = row->unit;
  m->end = m->unit_span.end = end;
}

/* 比三十大, 三分之二强: 大 and 强 compare, they make no name. */
static bool compares(const hd_scan *scan, const hd_measure *m, uint32_t off) {
  return (hd_scan_ends(scan, m->off, "比") && hd_scan_is(scan, off, "大")) ||
         (m->figure.fraction && hd_scan_is(scan, off, "强"));
}

/* Table 3B, Room 12m: the letter belongs to what is numbered. */
static bool is_lettered(const hd_scan *scan, const hd_measure *m,
                        uint32_t end) {
  return end == m->figure.end + 1 && hd_ascii_is_letter(scan->s[end - 1]) &&
         hd_scan_context(scan, m->off) == HD_KIND_IDENTIFIER;
}

/* 零下5度, 气温5度: not kilowatt hours. */
static void take_temperature(const hd_scan *scan, hd_measure *m) {
  size_t used;
  if (hd_scan_ends(scan, m->end, "度") &&
      hd_str_is(m->unit->canonical, "kWh") &&
      (hd_scan_is(scan, m->off, "零下") || hd_scan_ends(scan, m->off, "零上") ||
       hd_scan_context(scan, m->off) == HD_KIND_TEMPERATURE))
    m->unit = hd_units_at(scan->units, "℃", strlen("℃"), &used);
}

static void negate(hd_figure *f) {
  hd_number low = f->low;
  f->low = hd_number_sub(hd_number_of(0), f->high);
  f->high = hd_number_sub(hd_number_of(0), low);
}

/* Do the letters at `at` begin a currency that stands before numbers? */
static bool may_be_prefix(const hd_scan *scan, uint32_t at) {
  size_t letters;
  uint32_t run = hd_ascii_run(scan->s + at, scan->high - at, &letters);
  return scan->units->prefixes[run / 8] >> run % 8 & 1;
}

/* -, $ and the like before the number: where the number starts. */
static uint32_t read_head(const hd_scan *scan, uint32_t at, hd_measure *m,
                          const hd_unit **currency) {
  uint32_t pos = at + read_sign(scan, at, &m->negative);
  if (pos == at)
    m->negative = false;
  if (hd_scan_byte(scan, pos) == ' ' && pos > at)
    pos = hd_scan_blanks(scan, pos, 1);
  char c = hd_scan_byte(scan, pos);
  if (hd_ascii_is_digit(c) || !c || c == '(')
    return pos;
  if (!hd_scan_edge(scan, pos, HD_EDGE_PREFIX) ||
      (hd_ascii_is_letter(c) && !may_be_prefix(scan, pos)))
    return pos;
  uint32_t end = read_prefix(scan, pos, currency);
  if (!end)
    return pos;
  pos = hd_scan_blanks(scan, end, 2);
  if (!m->negative && hd_scan_byte(scan, pos) != '(') {
    uint32_t sign = read_sign(scan, pos, &m->negative);
    pos += hd_ascii_is_letter(scan->s[end - 1]) ? 0 : sign;
    m->negative = m->negative && sign && !hd_ascii_is_letter(scan->s[end - 1]);
  }
  return pos;
}

/* 两个半月, 一个半百分点: a half stands before the unit, or is all there is. */
static void take_half(const hd_scan *scan, hd_measure *m) {
  const hd_unit *unit;
  bool blocked;
  uint32_t off, length, at = m->end + (uint32_t)strlen("个半");
  if (!hd_scan_is(scan, m->end, "个半") || m->figure.decimals)
    return;
  uint32_t end = hd_unit_read(scan, at, &unit, &off, &blocked);
  bool sure =
      end && (unit->kind == HD_KIND_DURATION || unit->kind == HD_KIND_POINT);
  if (!sure && hd_cp_is_han(hd_scan_cp(scan, at, &length)))
    return;
  m->figure.low = hd_number_add(m->figure.low, hd_number_ratio(1, 2));
  m->figure.high = hd_number_add(m->figure.high, hd_number_ratio(1, 2));
  m->figure.step = hd_number_of(0);
  m->end = m->figure.end = at;
}

/* Which unit holds, the currency before the number or what stands behind it up
 * to `end`; where that ends, 0 if it is not taken. 元 behind 港币 says no more,
 * a code behind $ says more, and usd 20 begins another figure. */
static uint32_t take_currency(const hd_scan *scan, hd_measure *m,
                              const hd_unit *currency, uint32_t end) {
  bool money = end && m->unit->kind == HD_KIND_AMOUNT &&
               hd_str_starts(m->unit->dimension, HD_STR("money:"));
  bool yuan = money && hd_scan_ends(scan, end, "元");
  uint32_t back = hd_scan_blanks_back(scan, m->figure.number.off);
  bool word = back > scan->low && hd_ascii_is_letter(scan->s[back - 1]);
  if (money && m->unit != currency && !yuan && !word)
    return end;
  bool degree = currency->kind == HD_KIND_TEMPERATURE && end &&
                hd_scan_ends(scan, end, "度");
  m->unit = currency;
  return degree || (money && (yuan || !word)) ? end : 0;
}

/* half an hour, a quarter of a percent, 0.3 of a percentage point: the unit
 * behind a part of one; its end, 0 if there is none. */
static uint32_t read_unit_of_part(const hd_scan *scan, hd_measure *m,
                                  uint32_t *off) {
  static const char *const links[] = {"of an ", "of a ", "of one ", "an ",
                                      "a "};
  uint32_t at = hd_scan_blanks(scan, m->end, 1);
  const hd_unit *unit;
  bool blocked;
  bool tenths = m->figure.decimals && !m->figure.scaled &&
                hd_number_cmp(m->figure.low, hd_number_of(1)) < 0;
  if (!tenths && (!m->figure.fraction ||
                  !hd_ascii_is_letter(scan->s[m->figure.number.off])))
    return 0;
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    if (!hd_scan_is(scan, at, links[i]))
      continue;
    uint32_t pos = at + (uint32_t)strlen(links[i]);
    uint32_t end = hd_unit_read(scan, pos, &unit, off, &blocked);
    bool share =
        end && (unit->kind == HD_KIND_PERCENT || unit->kind == HD_KIND_POINT);
    if (!end || unit->kind == HD_KIND_COUNT || unit->kind > HD_KIND_DURATION ||
        (tenths && !share))
      return 0;
    m->unit = unit;
    return end;
  }
  return 0;
}

/* (1,234) in a table is negative, where no word stands before it: in 45 (12)
 * and in a sentence (3) it is not. */
static bool opens_negative(const hd_scan *scan, uint32_t at) {
  if (!scan->cell || hd_scan_byte(scan, at) != '(' ||
      !hd_ascii_is_digit(hd_scan_byte(scan, at + 1)))
    return false;
  for (uint32_t i = at; i-- > scan->low;)
    if (hd_ascii_is_digit(scan->s[i]) || hd_ascii_is_letter(scan->s[i]))
      return false;
  return true;
}

/* $(345) million: behind the sign of a currency it is a loss everywhere. */
static bool opens_loss(const hd_scan *scan, uint32_t at) {
  char next = hd_scan_byte(scan, at + 1);
  return hd_scan_byte(scan, at) == '(' && hd_ascii_is_digit(next) &&
         (next != '0' || hd_scan_byte(scan, at + 2) == '.') &&
         (hd_scan_ends(scan, at, "$") || hd_scan_ends(scan, at, "£") ||
          hd_scan_ends(scan, at, "€") || hd_scan_ends(scan, at, "¥"));
}

/* 10 degrees below zero: the unit says the sign. */
static bool is_below_zero(const hd_scan *scan, const hd_measure *m) {
  return m->unit && m->unit->kind == HD_KIND_TEMPERATURE &&
         hd_scan_ends(scan, m->end, " zero");
}

bool hd_measure_read(const hd_scan *scan, uint32_t at, hd_measure *m) {
  const hd_unit *currency = NULL;
  *m = (hd_measure){.off = at};
  uint32_t pos = read_head(scan, at, m, &currency);
  bool loss = currency && opens_loss(scan, pos);
  bool bracket = loss || opens_negative(scan, pos);
  pos += bracket;
  if (pos >= scan->high ||
      !hd_figure_read(scan, pos, currency != NULL, &m->figure) ||
      (bracket && hd_scan_byte(scan, m->figure.end) != ')'))
    return false;
  m->figure.end += bracket;
  if (loss && !m->figure.scaled)
    hd_figure_scale_en(scan, &m->figure, true);
  m->negative = m->negative || bracket;
  m->end = m->figure.end;
  take_half(scan, m);
  uint32_t off, end = hd_unit_read(scan, m->end, &m->unit, &off, &m->blocked);
  if (!end && (m->figure.fraction || m->figure.decimals))
    end = read_unit_of_part(scan, m, &off);
  if (end && (compares(scan, m, off) || is_lettered(scan, m, end))) {
    m->unit = NULL;
    end = 0;
  }
  if (m->figure.scaled && m->figure.end > m->figure.number.end)
    m->unit_span = (hd_span){m->figure.number.end, m->figure.end};
  else
    m->unit_span = (hd_span){m->end, m->end};
  if (currency)
    end = take_currency(scan, m, currency, end);
  if (end) {
    m->unit_span.off = m->figure.scaled ? m->unit_span.off : off;
    m->end = m->unit_span.end = end;
    take_temperature(scan, m);
    hd_measure_tail_read(scan, m);
  }
  if (m->unit)
    read_per(scan, m);
  m->negative = m->negative || is_below_zero(scan, m);
  if (m->negative)
    negate(&m->figure);
  return true;
}
