/* en: recognisers of English figures that are no plain numbers: ordinals
 * (first, 42nd, twenty-fifth), multiples in one word (doubled, threefold),
 * and the last resort for tokens of letters and digits (5G, COVID-19). */
#include "scan.h"

static const hd_numeral *word_at(const hd_scan *scan, uint32_t at,
                                 uint32_t *end) {
  hd_match match;
  if (!hd_ascii_is_letter(hd_scan_byte(scan, at)) ||
      !hd_scan_word(scan, scan->units->numerals, at, &match))
    return NULL;
  *end = at + (uint32_t)match.n;
  return &scan->units->numeral.items[match.values[0]];
}

/* seventythird: the tens glued to an ordinal; its end, 0 if none. */
static uint32_t read_glued(const hd_scan *scan, uint32_t at, int64_t *value) {
  hd_match all[4];
  uint32_t end;
  size_t n =
      hd_trie_all(scan->units->numerals, scan->s + at, scan->high - at, all, 4);
  if (n == 0)
    return 0;
  const hd_numeral *tens = &scan->units->numeral.items[all[n - 1].values[0]];
  const hd_numeral *ones = word_at(scan, at + (uint32_t)all[n - 1].n, &end);
  if (tens->cls != HD_NUMERAL_TENS || !ones ||
      ones->cls != HD_NUMERAL_ORDINAL || ones->value > 9)
    return 0;
  *value = tens->value + ones->value;
  return end;
}

static void set_span(hd_quantity *q, uint32_t at, uint32_t end, hd_kind kind) {
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .kind = kind};
}

/* First, ... at the head of a sentence counts its points. */
static hd_kind ordinal_or_marker(const hd_scan *scan, uint32_t at,
                                 uint32_t end) {
  return at == scan->low && hd_scan_byte(scan, end) == ',' ? HD_KIND_MARKER
                                                           : HD_KIND_ORDINAL;
}

/* first, twenty-fifth, two hundredth. */
uint32_t hd_ordinal_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_figure f;
  uint32_t end, pos = at, length;
  int64_t value = 0;
  if (hd_scan_ends(scan, at, " per ") || hd_scan_ends(scan, at, "/"))
    return 0; /* metres per second, litres/second */
  const hd_numeral *word = word_at(scan, at, &end);
  end = word ? end : read_glued(scan, at, &value);
  if (!word && end) {
    set_span(q, at, end, HD_KIND_ORDINAL);
    q->numeral = true;
    hd_quantity_value(q, value);
    return end;
  }
  if (word && word->cls != HD_NUMERAL_ORDINAL) {
    if (word->cls == HD_NUMERAL_PART || !hd_numeral_en_read(scan, at, &f))
      return 0;
    if (f.fraction || !hd_number_is_integer(f.low) || f.low.num > 1000000000)
      return 0;
    pos = hd_scan_blanks(scan, f.end, 1);
    uint32_t cp = hd_scan_cp(scan, pos, &length);
    if (cp == '-' || cp == 0x2014 || cp == 0x2010)
      pos += length;
    else if (f.low.num % 100 == 0 && hd_scan_is(scan, pos, "and "))
      pos += 4; /* five hundred and twelfth */
    value = (int64_t)f.low.num;
    word = word_at(scan, pos, &end);
  }
  if (!word || word->cls != HD_NUMERAL_ORDINAL)
    return 0;
  value =
      word->value >= 100 && value ? value * word->value : value + word->value;
  set_span(q, at, end, ordinal_or_marker(scan, at, end));
  q->numeral = true;
  hd_quantity_value(q, value);
  return end;
}

/* 42nd, 4th. */
static uint32_t read_digit_ordinal(const hd_scan *scan, uint32_t at,
                                   hd_quantity *q) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  int value;
  hd_figure f;
  uint32_t number = hd_whole_read(scan, at, &value);
  if (hd_scan_byte(scan, number) == ',' && hd_digits_read(scan, at, &f) &&
      f.grouped && hd_number_is_integer(f.low) && /* the 1,000th */
      f.low.num <= 1000 * 1000 * 1000) {
    number = f.end;
    value = (int)f.low.num;
  }
  for (size_t i = 0; number && i < 4; i++)
    if (hd_scan_is(scan, number, endings[i]) &&
        !hd_ascii_is_letter(hd_scan_byte(scan, number + 2))) {
      set_span(q, at, number + 2, HD_KIND_ORDINAL);
      q->number.end = q->unit_span.off = number;
      hd_quantity_value(q, value);
      return number + 2;
    }
  return 0;
}

/* ranked 3rd, ninth place: an ordinal that is a place among others? */
static bool is_place(const hd_scan *scan, const hd_quantity *q) {
  return q->kind == HD_KIND_ORDINAL &&
         (hd_scan_context(scan, q->span.off) == HD_KIND_RANK ||
          hd_scan_is(scan, q->span.end, " place ") ||
          hd_scan_is(scan, q->span.end, " place.") ||
          hd_scan_is(scan, q->span.end, " place,"));
}

/* An ordinal, or two with between (the tenth and the fifteenth). */
static uint32_t read_ordinals(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  hd_quantity to;
  bool letter = hd_ascii_is_letter(scan->s[at]);
  uint32_t end = letter ? hd_ordinal_en_read(scan, at, q)
                        : read_digit_ordinal(scan, at, q);
  if (end && is_place(scan, q))
    q->kind = HD_KIND_RANK;
  uint32_t joined = end ? hd_range_and(scan, at, end) : 0;
  if (joined && hd_scan_is(scan, joined, "the "))
    joined += 4;
  if (!joined ||
      !(letter ? hd_ordinal_en_read(scan, joined, &to)
               : read_digit_ordinal(scan, joined, &to)) ||
      hd_number_cmp(q->low, to.low) >= 0)
    return end;
  q->span.end = q->number.end = to.span.end;
  q->unit_span = (hd_span){to.span.end, to.span.end};
  q->high = to.high;
  hd_approx_close(q);
  return q->span.end;
}

/* doubled, threefold, halved. */
static uint32_t read_multiple(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  uint32_t end;
  const hd_numeral *word = word_at(scan, at, &end);
  if (!word ||
      (word->cls != HD_NUMERAL_MULTIPLE && word->cls != HD_NUMERAL_HALVED))
    return 0;
  for (uint32_t i = at; i < end; i++)
    if (scan->s[i] == ' ')
      end = i; /* double|the rate: the first word is the figure */
  set_span(q, at, end, HD_KIND_MULTIPLE);
  q->numeral = true;
  q->bound = hd_approx_before(scan, at, false, &q->approx);
  hd_quantity_value(q, word->value);
  if (word->cls == HD_NUMERAL_HALVED)
    q->low = q->high = hd_number_ratio(1, 2);
  q->last_digit = hd_number_of(0);
  hd_approx_close(q);
  return end;
}

/* Letters, digits and - . of one token behind `at`. */
static uint32_t token_end(const hd_scan *scan, uint32_t at) {
  while (at < scan->high) {
    char c = scan->s[at], next = hd_scan_byte(scan, at + 1);
    if (!hd_ascii_is_letter(c) && !hd_ascii_is_digit(c) &&
        !((c == '-' || c == '.' || c == '/') &&
          (hd_ascii_is_digit(next) || (next >= 'A' && next <= 'Z'))))
      break;
    at++;
  }
  return at;
}

/* 5G, 10-K: digits and then letters that are no unit. */
static uint32_t read_digit_name(const hd_scan *scan, uint32_t at,
                                hd_quantity *q) {
  uint32_t end = at;
  while (hd_ascii_is_digit(hd_scan_byte(scan, end)) ||
         (hd_scan_byte(scan, end) == '.' &&
          hd_ascii_is_digit(hd_scan_byte(scan, end + 1))))
    end++;
  char c = hd_scan_byte(scan, end), next = hd_scan_byte(scan, end + 1);
  bool form = c == '-' && next >= 'A' && next <= 'Z' &&
              !hd_ascii_is_letter(hd_scan_byte(scan, end + 2));
  if (!hd_ascii_is_letter(c) && !form)
    return 0;
  end = token_end(scan, end);
  set_span(q, at, end, HD_KIND_NAME);
  return end;
}

/* scp-173m: a code in small letters; mid-19th, sub-50nm are words with a
 * prefix. */
static bool is_small_code(const hd_scan *scan, uint32_t at, uint32_t end) {
  static const char *const prefixes[] = {
      "mid",  "pre", "post",  "sub", "non",  "over", "under", "up", "down",
      "plus", "all", "multi", "ex",  "semi", "near", "by",    NULL};
  hd_str word = {scan->s + at, end - at};
  uint32_t digits = end + 1;
  for (size_t i = 0; i < word.n; i++)
    if (word.p[i] < 'a')
      return false;
  if (hd_str_is_any(word, prefixes))
    return false;
  while (hd_ascii_is_digit(hd_scan_byte(scan, digits)))
    digits++;
  return hd_scan_byte(scan, end) == '-' && digits > end + 1 &&
         hd_ascii_is_letter(hd_scan_byte(scan, digits)) &&
         !hd_ascii_is_letter(hd_scan_byte(scan, digits + 1)) && word.n > 1;
}

/* GDP7.39万元, CPI2.1%: a measure that Chinese sets its figure behind. */
static bool is_measure(hd_str word) {
  static const char *const words[] = {"GDP", "GNP", "GNI", "CPI",
                                      "PPI", "PMI", NULL};
  return hd_str_is_any(word, words);
}

/* stood at24.3%: the blank before a figure was lost. */
static bool is_glued(const hd_scan *scan, uint32_t at, uint32_t end) {
  static const char *const words[] = {"at",   "to",   "of",  "by",   "in",
                                      "from", "was",  "is",  "were", "and",
                                      "with", "than", "over"};
  hd_str word = {scan->s + at, end - at};
  if (scan->lang != HD_LANG_EN && is_measure(word))
    return true;
  bool blank = at == scan->low || scan->s[at - 1] == ' ';
  for (size_t i = 0; blank && i < sizeof words / sizeof *words; i++)
    if (hd_str_is(word, words[i]))
      return true;
  return false;
}

/* T3, COVID-19, PM2.5: letters and then digits. */
static uint32_t read_letter_name(const hd_scan *scan, uint32_t at,
                                 hd_quantity *q) {
  uint32_t end = at;
  bool capitals = true;
  for (; hd_ascii_is_letter(hd_scan_byte(scan, end)); end++)
    capitals = capitals && scan->s[end] <= 'Z';
  char c = hd_scan_byte(scan, end);
  uint32_t month;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &month);
  bool proper = scan->s[at] <= 'Z' && c == '-' &&
                !(entry && entry->role == HD_CALENDAR_MONTH);
  bool joined = (capitals || proper) && (c == '-' || c == '/') &&
                hd_ascii_is_digit(hd_scan_byte(scan, end + 1));
  if (!hd_ascii_is_digit(c) && !joined && !is_small_code(scan, at, end))
    return 0;
  if (hd_ascii_is_digit(c) && is_glued(scan, at, end))
    return 0;
  end = token_end(scan, end);
  set_span(q, at, end, HD_KIND_NAME);
  return end;
}

const hd_recogniser_row hd_recognisers_en[] = {
    {HD_START_LETTER | HD_START_DIGIT, 3, hd_date_en_read},
    {HD_START_DIGIT, 3, hd_date_digits_read},
    {HD_START_LETTER | HD_START_DIGIT, 3, read_ordinals},
    {HD_START_LETTER, 3, read_multiple},
    {HD_START_DIGIT | HD_START_NUMERAL, 3, hd_ratio_read},
    {HD_START_DIGIT | HD_START_LETTER, 2, hd_odds_read},
    {HD_START_DIGIT | HD_START_NUMERAL | HD_START_SIGN | HD_START_LETTER, 3,
     hd_number_read},
    {HD_START_DIGIT, 3, read_digit_name},
    {HD_START_LETTER, 3, read_letter_name},
    {0, 0, NULL}};
