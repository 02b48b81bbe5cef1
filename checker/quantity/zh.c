/* zh: recognisers of Chinese figures that are no plain numbers: ordinals and
 * ranks (第9位, 前三), 翻番, words with numerals (一带一路), percentages in
 * words. */
#include "scan.h"

/* 高一|个百分点, 大三|倍: the numeral that ends the word is one of a figure. */
static bool begins_figure(const hd_scan *scan, uint32_t at, uint32_t end) {
  uint32_t length, last = hd_scan_back(scan, end);
  hd_measure m;
  return last > at && hd_scan_numeral(scan, last, &length) &&
         hd_measure_read(scan, last, &m) && m.unit &&
         (m.unit->kind == HD_KIND_POINT || m.unit->kind == HD_KIND_MULTIPLE);
}

/* Words of the lexicon in which a numeral is no figure. */
static uint32_t read_word(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_match match;
  if (!hd_trie_longest(scan->units->words, scan->s + at, scan->high - at,
                       &match))
    return 0;
  uint32_t end = at + (uint32_t)match.n;
  if (begins_figure(scan, at, end))
    return 0;
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .kind = (hd_kind)match.values[0],
                     .numeral = true};
  return end;
}

/* What stands behind 第N decides what it is. */
static hd_kind ordinal_kind(const hd_scan *scan, uint32_t at, uint32_t *end) {
  static const struct {
    const char *word;
    hd_kind kind;
  } nouns[] = {{"位次", HD_KIND_RANK},     {"位", HD_KIND_RANK},
               {"名", HD_KIND_RANK},       {"条", HD_KIND_IDENTIFIER},
               {"款", HD_KIND_IDENTIFIER}, {"章", HD_KIND_IDENTIFIER},
               {"节", HD_KIND_IDENTIFIER}, {"号", HD_KIND_IDENTIFIER},
               {"页", HD_KIND_IDENTIFIER}, {"产业", HD_KIND_NAME}};
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (hd_scan_is(scan, *end, nouns[i].word)) {
      *end += (uint32_t)strlen(nouns[i].word);
      return nouns[i].kind;
    }
  if (hd_scan_context(scan, at) == HD_KIND_RANK)
    return HD_KIND_RANK;
  const hd_unit *unit;
  bool blocked;
  uint32_t off, next = hd_unit_read(scan, *end, &unit, &off, &blocked);
  if (next && off == *end && unit->kind != HD_KIND_AMOUNT)
    *end = next;
  return HD_KIND_ORDINAL;
}

static void set_ordinal(hd_quantity *q, hd_span number, uint32_t off,
                        uint32_t end) {
  *q = (hd_quantity){
      .span = {off, end}, .number = number, .unit_span = {number.end, end}};
}

/* Behind 第9: 至12, or 和第12 before 之间; the end of the second number, 0 if
 * there is none. */
static uint32_t read_second(const hd_scan *scan, uint32_t at, uint32_t end,
                            int *second) {
  if (hd_scan_is(scan, end, "至") || hd_scan_is(scan, end, "-"))
    return hd_whole_read(scan, end + (scan->s[end] == '-' ? 1 : 3), second);
  uint32_t joined = hd_range_and(scan, at, end);
  if (!joined || !hd_scan_is(scan, joined, "第"))
    return 0;
  uint32_t more = hd_whole_read(scan, joined + 3, second);
  return more && hd_range_closes(scan, at, more) ? more : 0;
}

/* 第9位, 第三届, 第二十三条, 第1. */
static uint32_t read_ordinal(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int value, second = 0;
  uint32_t off = at + (uint32_t)strlen("第");
  if (!hd_scan_is(scan, at, "第"))
    return 0;
  uint32_t number = hd_whole_read(scan, hd_scan_blanks(scan, off, 1), &value);
  if (!number)
    return 0;
  uint32_t end = number, more = read_second(scan, at, number, &second);
  if (more)
    end = number = more;
  hd_kind kind = ordinal_kind(scan, at, &end);
  bool marker = at == scan->low && number == end &&
                (hd_scan_is(scan, end, ",") || hd_scan_is(scan, end, "、"));
  set_ordinal(q, (hd_span){off, number}, at, end);
  q->kind = marker ? HD_KIND_MARKER : kind;
  hd_quantity_value(q, value);
  if (more) {
    q->high = hd_number_of(second);
    hd_approx_close(q);
  }
  return end;
}

/* 前三, 前10位, 前列 is none: a rank of at most N. */
static uint32_t read_top(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  static const char *const nouns[] = {"位", "名", "强"};
  int value;
  uint32_t off = at + (uint32_t)strlen("前");
  if (!hd_scan_is(scan, at, "前"))
    return 0;
  uint32_t number = hd_whole_read(scan, off, &value), end = number;
  if (!number || value == 0)
    return 0;
  for (size_t i = 0; i < 3; i++)
    if (hd_scan_is(scan, number, nouns[i]))
      end = number + 3;
  uint32_t length;
  bool open = end == number && hd_cp_is_han(hd_scan_cp(scan, end, &length)) &&
              !hd_scan_is(scan, end, "的");
  if (open && hd_scan_context(scan, at) != HD_KIND_RANK)
    return 0;
  const hd_unit *unit;
  bool blocked;
  uint32_t unit_off;
  if (end == number && hd_unit_read(scan, end, &unit, &unit_off, &blocked))
    return 0;
  set_ordinal(q, (hd_span){off, number}, at, end);
  q->kind = HD_KIND_RANK;
  q->bound = HD_BOUND_AT_MOST;
  q->approx = (hd_span){at, off};
  hd_quantity_value(q, value);
  return end;
}

/* 翻一番 is twice, 翻两番 four times, 翻番 twice. */
static uint32_t read_fan(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int value = 1;
  uint32_t off = at + (uint32_t)strlen("翻");
  if (!hd_scan_is(scan, at, "翻"))
    return 0;
  if (hd_scan_is(scan, off, "了"))
    off += 3;
  uint32_t number = hd_whole_read(scan, off, &value);
  if (!number) {
    value = 1;
    number = off;
  }
  if (!hd_scan_is(scan, number, "番") || value < 1 || value > 20)
    return 0;
  uint32_t end = number + 3;
  set_ordinal(q, (hd_span){off, number}, at, end);
  q->kind = HD_KIND_MULTIPLE;
  if (hd_scan_is(scan, end, "以上")) {
    q->bound = HD_BOUND_AT_LEAST;
    q->approx = (hd_span){end, end + 6};
  }
  hd_quantity_value(q, (int64_t)1 << value);
  return end;
}

/* 一半: one half. */
static uint32_t read_half(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  if (!hd_scan_is(scan, at, "一半"))
    return 0;
  uint32_t end = at + 6;
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .kind = HD_KIND_RATIO,
                     .numeral = true,
                     .digits = 1,
                     .low = hd_number_ratio(1, 2),
                     .high = hd_number_ratio(1, 2),
                     .last_digit = hd_number_of(0),
                     .scale = hd_number_of(1)};
  q->bound = hd_approx_before(scan, at, false, &q->approx);
  if (q->bound == HD_BOUND_EXACT)
    q->bound = hd_approx_after(scan, end, &q->approx);
  hd_approx_close(q);
  return end;
}

const hd_recogniser_row hd_recognisers_zh[] = {
    {HD_START_WORD, 1, read_word},
    {HD_START_DATE | HD_START_DIGIT | HD_START_NUMERAL | HD_START_YEARS, 1,
     hd_date_zh_read},
    {HD_START_ORDER, 1, read_ordinal},
    {HD_START_ORDER, 1, read_top},
    {HD_START_ORDER, 1, read_fan},
    {HD_START_NUMERAL, 1, read_half},
    {0, 0, NULL}};
