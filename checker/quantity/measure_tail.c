/* measure_tail: what goes on behind a figure's unit: 123元1角1分, 三块五,
 * 三斤半, 两年零三个月, 一米七五; 15 dollars and 20 cents, two hours and a
 * half.
 *
 * In: a measure read up to its unit. Out: the same with what belongs to it. */
#include "scan.h"

/* 5角, 5分钱: in 元. */
static void to_yuan(const hd_scan *scan, hd_measure *m) {
  size_t used;
  hd_number by = m->unit->factor;
  m->figure.low = hd_number_mul(m->figure.low, by);
  m->figure.high = hd_number_mul(m->figure.high, by);
  m->figure.step = hd_number_mul(m->figure.step, by);
  m->unit = hd_units_at(scan->units, "元", strlen("元"), &used);
}

static void add_coin(hd_measure *m, hd_number coin, int places, uint32_t end) {
  hd_number part = hd_number_mul(coin, hd_number_decimal(1, places));
  m->figure.low = hd_number_add(m->figure.low, part);
  m->figure.high = hd_number_add(m->figure.high, part);
  m->figure.step = hd_number_decimal(1, places);
  m->end = m->unit_span.end = end;
}

/* 三块五, 五块三毛二: a last digit without its coin, at the clause's end; it
 * counts `places` decimals. */
static void read_odd_coin(const hd_scan *scan, hd_measure *m, int places) {
  hd_figure digit;
  uint32_t length;
  if (m->figure.decimals || m->figure.scaled ||
      !(hd_digits_read(scan, m->end, &digit) ||
        hd_numeral_zh_read(scan, m->end, &digit)) ||
      hd_number_cmp(digit.high, hd_number_of(10)) >= 0 || digit.decimals)
    return;
  uint32_t cp = hd_scan_cp(scan, digit.end, &length);
  if (cp != '%' && !hd_cp_is_han(cp) && !hd_cp_is_letter(cp))
    add_coin(m, digit.low, places, digit.end);
}

/* 三个月20天, 两年零三个月, 2 hours and 30 minutes: in the smaller unit.
 * 两斤三两, 五尺三寸: in the larger one. */
static const struct {
  const char *unit, *part; /* canonical names */
  int parts;               /* that the unit has */
} compounds[] = {{"year", "month", 12},    {"month", "day", 30},
                 {"day", "hour", 24},      {"hour", "minute", 60},
                 {"minute", "second", 60}, {"week", "day", 7},
                 {"斤", "两", 10},         {"丈", "尺", 10},
                 {"尺", "寸", 10},         {"ft", "inch", 12}};

/* Adds the part, of which `parts` make the measure's unit. */
static void add_part(hd_measure *m, const hd_figure *part, int parts,
                     const hd_unit *unit) {
  hd_number one = hd_number_of(1), n = hd_number_of(parts);
  bool smaller = m->unit->kind == HD_KIND_DURATION;
  hd_number by = smaller ? n : one, share = smaller ? one : n;
  m->figure.low = hd_number_add(hd_number_mul(m->figure.low, by),
                                hd_number_div(part->low, share));
  m->figure.high = hd_number_add(hd_number_mul(m->figure.high, by),
                                 hd_number_div(part->high, share));
  m->figure.step = hd_number_div(part->step, share);
  m->unit = smaller ? unit : m->unit;
}

/* A whole number at `at`, of either kind of digits. */
static bool read_whole(const hd_scan *scan, uint32_t at, hd_figure *f) {
  bool found =
      hd_ascii_is_letter(hd_scan_byte(scan, at))
          ? hd_numeral_en_read(scan, at, f)
          : hd_digits_read(scan, at, f) || hd_numeral_zh_read(scan, at, f);
  return found && !f->fraction && !f->scaled && !f->decimals;
}

/* Where the part behind a unit may start: at once or behind 零; in English
 * behind a blank, a comma, and. */
static uint32_t part_start(const hd_scan *scan, uint32_t at) {
  if (scan->lang == HD_LANG_ZH)
    return at + (hd_scan_is(scan, at, "零") ? 3 : 0);
  uint32_t pos = at + (hd_scan_byte(scan, at) == ',');
  uint32_t next = hd_scan_blanks(scan, pos, 1);
  if (next == pos)
    return scan->high;
  return hd_scan_is(scan, next, "and ") ? next + 4 : next;
}

/* 三两 is read as two digits; the second one is the unit. */
static bool takes_liang(const hd_scan *scan, hd_figure *f) {
  if (f->number.end - f->number.off != 6 || !hd_scan_ends(scan, f->end, "两"))
    return false;
  f->end -= 3;
  f->low = f->high = hd_number_of((int64_t)f->low.num / 10);
  return true;
}

static void read_compound(const hd_scan *scan, hd_measure *m) {
  hd_figure part;
  const hd_unit *unit = NULL;
  bool blocked;
  uint32_t off, at = part_start(scan, m->end);
  if ((m->unit->kind != HD_KIND_DURATION && m->unit->kind != HD_KIND_AMOUNT) ||
      m->figure.decimals || m->figure.scaled || !read_whole(scan, at, &part))
    return;
  bool liang = hd_str_is(m->unit->canonical, "斤") &&
               (hd_scan_is(scan, part.end, "两") || takes_liang(scan, &part));
  uint32_t end = liang ? part.end + 3
                       : hd_unit_read(scan, part.end, &unit, &off, &blocked);
  size_t used;
  if (end && hd_str_is(m->unit->canonical, "hour") &&
      hd_str_is(unit->canonical, "分")) /* 2小时30分 */
    unit = hd_units_at(scan->units, "分钟", strlen("分钟"), &used);
  for (size_t i = 0; end && i < sizeof compounds / sizeof *compounds; i++) {
    int parts = compounds[i].parts;
    if (!hd_str_is(m->unit->canonical, compounds[i].unit) ||
        !(liang || hd_str_is(unit->canonical, compounds[i].part)) ||
        hd_number_cmp(part.high, hd_number_of(parts)) >= 0)
      continue;
    add_part(m, &part, parts, unit);
    m->end = m->unit_span.end = end;
    return;
  }
}

/* 一米七五, 1米75, 三十八度五: decimals behind 米 and 度, at the clause's
 * end. */
static void read_decimals(const hd_scan *scan, hd_measure *m) {
  hd_figure part;
  uint32_t length;
  bool degree = m->unit->kind == HD_KIND_TEMPERATURE && !m->figure.fraction &&
                hd_scan_ends(scan, m->end, "度");
  bool metre =
      hd_scan_ends(scan, m->end, "米") && hd_str_is(m->unit->canonical, "m");
  if ((!degree && !metre) || m->figure.decimals || m->figure.scaled ||
      !read_whole(scan, m->end, &part) || part.low.num > (degree ? 9 : 99))
    return;
  uint32_t cp = hd_scan_cp(scan, part.end, &length);
  uint32_t n = part.number.end - part.number.off;
  if (cp != '%' && !hd_cp_is_han(cp) && !hd_cp_is_letter(cp))
    add_coin(m, part.low, (int)(part.numeral ? n / 3 : n), part.end);
}

/* 角 and 分 behind 元; 半 behind a unit; 整 behind money. */
static void read_tail(const hd_scan *scan, hd_measure *m) {
  static const struct {
    const char *word;
    int places;
  } coins[] = {{"角", 1}, {"毛", 1}, {"分", 2}};
  hd_figure coin;
  bool money = hd_str_is(m->unit->canonical, "CNY");
  if (money && hd_number_cmp(m->unit->factor, hd_number_of(1)) < 0)
    to_yuan(scan, m);
  if (money && hd_scan_ends(scan, m->end, "块"))
    read_odd_coin(scan, m, 1);
  if (money && hd_scan_ends(scan, m->end, "毛"))
    read_odd_coin(scan, m, 2);
  for (size_t i = 0; money && i < 3; i++) {
    uint32_t at = m->end;
    if ((hd_digits_read(scan, at, &coin) ||
         hd_numeral_zh_read(scan, at, &coin)) &&
        hd_number_cmp(coin.low, hd_number_of(100)) < 0 &&
        hd_scan_is(scan, coin.end, coins[i].word)) {
      add_coin(m, coin.low, coins[i].places, coin.end + 3);
      if (coins[i].places == 1)
        read_odd_coin(scan, m, 2);
    }
  }
  if (money && hd_scan_is(scan, m->end, "钱"))
    m->end = m->unit_span.end = m->end + 3;
  if (money && hd_scan_is(scan, m->end, "人民币"))
    m->end = m->unit_span.end = m->end + 9;
  if (!money) {
    read_compound(scan, m);
    read_decimals(scan, m);
  }
  bool half =
      hd_scan_is(scan, m->end, "半") && m->unit->kind != HD_KIND_COUNT &&
      (m->unit->kind != HD_KIND_DURATION || m->figure.numeral) &&
      !hd_scan_is(scan, m->end, "半年") && !hd_scan_is(scan, m->end, "半导体");
  if (half) {
    hd_number part = hd_number_ratio(1, 2);
    m->figure.low = hd_number_add(m->figure.low, part);
    m->figure.high = hd_number_add(m->figure.high, part);
    m->end = m->unit_span.end = m->end + 3;
  }
}

/* dollars and forty-five cents, 15 dollars 50. */
static void read_cents(const hd_scan *scan, hd_measure *m) {
  hd_figure cents;
  uint32_t at = hd_scan_blanks(scan, m->end, 1);
  if (hd_scan_is(scan, at, "and "))
    at += 4;
  if (at == m->end || scan->lang != HD_LANG_EN ||
      m->unit->kind != HD_KIND_AMOUNT || m->figure.decimals ||
      !(hd_str_starts(m->unit->dimension, HD_STR("money:")) ||
        hd_str_is(m->unit->dimension, "pounds")) ||
      !hd_ascii_is_letter(hd_scan_byte(scan, m->end - 1)) ||
      !hd_figure_read(scan, at, false, &cents) || cents.scaled ||
      cents.fraction || hd_number_cmp(cents.low, hd_number_of(100)) >= 0)
    return;
  const hd_unit *unit;
  bool blocked;
  uint32_t off, end = hd_unit_read(scan, cents.end, &unit, &off, &blocked);
  bool coin = end && (hd_str_is(unit->canonical, "cent") ||
                      hd_str_is(unit->canonical, "penny"));
  bool pounds = hd_str_is(m->unit->dimension, "pounds");
  bool bare = !end && !pounds && cents.end + 1 >= scan->high &&
              cents.number.end - cents.number.off == 2;
  if (!coin && !bare)
    return;
  size_t used;
  if (pounds)
    m->unit = hd_units_at(scan->units, "GBP", 3, &used);
  if (bare)
    end = cents.end;
  m->figure.low = hd_number_add(
      m->figure.low, hd_number_mul(cents.low, hd_number_decimal(1, 2)));
  m->figure.high = m->figure.low;
  m->figure.step = hd_number_decimal(1, 2);
  m->end = m->unit_span.end = end;
}

/* two hours and a half: its end, 0 if there is none. */
static uint32_t read_and_half(const hd_scan *scan, uint32_t at,
                              hd_number *part) {
  static const struct {
    const char *word;
    int parts;
  } words[] = {{" and a half", 2}, {" and a quarter", 4}};
  for (size_t i = 0; i < 2; i++)
    if (hd_scan_is(scan, at, words[i].word)) {
      *part = hd_number_ratio(1, words[i].parts);
      return at + (uint32_t)strlen(words[i].word);
    }
  return 0;
}

static void add_half(const hd_scan *scan, hd_measure *m) {
  hd_number part;
  uint32_t end = hd_ascii_is_letter(hd_scan_byte(scan, m->end - 1)) &&
                         hd_scan_byte(scan, m->end) == ' '
                     ? read_and_half(scan, m->end, &part)
                     : 0;
  if (!end || m->figure.decimals || m->unit->kind == HD_KIND_COUNT)
    return;
  m->figure.low = hd_number_add(m->figure.low, part);
  m->figure.high = m->figure.low;
  m->figure.step = hd_number_of(0);
  m->end = m->unit_span.end = end;
}

void hd_measure_tail_read(const hd_scan *scan, hd_measure *m) {
  read_tail(scan, m);
  read_cents(scan, m);
  add_half(scan, m);
}

bool hd_article_measure_read(const hd_scan *scan, uint32_t at, hd_measure *m) {
  hd_match match;
  hd_number part;
  bool blocked;
  uint32_t off;
  if (!hd_scan_word(scan, scan->units->numerals, at, &match) ||
      scan->units->numeral.items[match.values[0]].cls != HD_NUMERAL_ARTICLE)
    return false;
  uint32_t behind = at + (uint32_t)match.n;
  *m = (hd_measure){.off = at};
  uint32_t end = hd_unit_read(scan, behind, &m->unit, &off, &blocked);
  uint32_t half = end ? read_and_half(scan, end, &part) : 0;
  if (!half ||
      (m->unit->kind != HD_KIND_DURATION && m->unit->kind != HD_KIND_AMOUNT))
    return false;
  m->figure = (hd_figure){.number = {at, behind},
                          .end = behind,
                          .low = hd_number_add(hd_number_of(1), part),
                          .scale = hd_number_of(1),
                          .step = hd_number_of(0),
                          .digits = 1,
                          .numeral = true};
  m->figure.high = m->figure.low;
  m->unit_span = (hd_span){off, half};
  m->end = half;
  return true;
}
