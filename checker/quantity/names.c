/* names: digits that are no figure, asked before all others: addresses of
 * the web, telephone numbers, versions and section numbers, “1650” and
 * 4+4科创工程, references (6,7), markers inside a paragraph. */
#include "scan.h"

static uint32_t set(hd_quantity *q, uint32_t at, uint32_t end, hd_kind kind) {
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .kind = kind};
  return end;
}

static uint32_t digits_end(const hd_scan *scan, uint32_t at) {
  while (hd_ascii_is_digit(hd_scan_byte(scan, at)))
    at++;
  return at;
}

/* http://..., www...: passed over. */
static uint32_t read_address(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = at;
  if (!hd_scan_is(scan, at, "http") && !hd_scan_is(scan, at, "www."))
    return 0;
  while (end < scan->high && (unsigned char)scan->s[end] < 0x80 &&
         (unsigned char)scan->s[end] > ' ')
    end++;
  return set(q, at, end, HD_KINDS);
}

/* 4+4, 1+13+N, 4×4, 4·29: whole numbers joined; no sum (that has a =, or
 * decimals). */
static uint32_t read_joined(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = digits_end(scan, at), parts = 1;
  bool dotted = hd_scan_ends(scan, at, "“"); /* else 19·5 is a decimal */
  for (;;) {
    uint32_t mark = hd_scan_byte(scan, end) == '+'         ? 1
                    : hd_scan_is(scan, end, "×")           ? 2
                    : dotted && hd_scan_is(scan, end, "·") ? 2
                                                           : 0;
    uint32_t next = end + mark;
    if (!mark || end - at > 24)
      break;
    uint32_t last = digits_end(scan, next);
    if (last == next && hd_scan_byte(scan, next) >= 'A' &&
        hd_scan_byte(scan, next) <= 'Z')
      last++;
    if (last == next)
      break;
    end = last;
    parts++;
  }
  uint32_t length;
  char c = hd_scan_byte(scan, end);
  bool power = c == '^' || hd_scan_raised(scan, end, &length) >= 0 ||
               hd_scan_is(scan, end, "⁻");
  if (parts < 2 || c == '=' || c == '.' || c == '%' || end - at > 24 || power)
    return 0;
  return set(q, at, end, HD_KIND_NAME);
}

/* “1650”, “985”: digits alone between quotation marks. */
static uint32_t read_quoted(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = digits_end(scan, at);
  if (!hd_scan_ends(scan, at, "“") || !hd_scan_is(scan, end, "”"))
    return 0;
  return set(q, at, end, HD_KIND_NAME);
}

/* 1.2.3 and versions: two dots or more. 工业4.0, 3.0列车: a name. */
static uint32_t read_version(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = digits_end(scan, at), dots = 0, length;
  while (dots < 12 && hd_scan_byte(scan, end) == '.' &&
         hd_ascii_is_digit(hd_scan_byte(scan, end + 1))) {
    end = digits_end(scan, end + 1);
    dots++;
  }
  if (dots == 2 && end - at >= 8 && end - at <= 10 &&
      digits_end(scan, at) == at + 4)
    return 0; /* 2019.9.6 */
  if (dots > 1)
    return end - at > 20 || scan->s[at] == '.'
               ? 0
               : set(q, at, end, HD_KIND_IDENTIFIER);
  uint32_t back = at > scan->low ? hd_scan_back(scan, at) : at;
  bool name = dots == 1 && end - at == 3 && scan->s[end - 1] == '0' &&
              back < at && hd_cp_is_han(hd_scan_cp(scan, back, &length)) &&
              scan->s[at] > '0' && hd_cp_is_han(hd_scan_cp(scan, end, &length));
  const hd_unit *unit;
  bool blocked;
  uint32_t off;
  if (!name || hd_unit_read(scan, end, &unit, &off, &blocked) ||
      hd_units_scale(scan->units, scan->s + end, scan->high - end,
                     &(size_t){0}))
    return 0;
  return set(q, at, end, HD_KIND_NAME);
}

/* +1-222-2222-2222 */
static uint32_t read_abroad(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = digits_end(scan, at + 1), groups = 1;
  if (scan->s[at] != '+' || end == at + 1)
    return 0;
  while (groups < 8 &&
         (hd_scan_byte(scan, end) == '-' || hd_scan_byte(scan, end) == ' ') &&
         hd_ascii_is_digit(hd_scan_byte(scan, end + 1))) {
    end = digits_end(scan, end + 1);
    groups++;
  }
  return groups >= 3 ? set(q, at, end, HD_KIND_IDENTIFIER) : 0;
}

/* 404-539-4410, 0731-85591234, 13800000000, 002099. */
static uint32_t read_number_code(const hd_scan *scan, uint32_t at,
                                 hd_quantity *q) {
  uint32_t end = digits_end(scan, at), first = end - at, groups = 1;
  while (groups < 8 && hd_scan_byte(scan, end) == '-' &&
         hd_ascii_is_digit(hd_scan_byte(scan, end + 1))) {
    end = digits_end(scan, end + 1);
    groups++;
  }
  uint32_t digits = end - at - (groups - 1);
  char next = hd_scan_byte(scan, end);
  bool area =
      groups == 2 && first == 3 && digits == 7 && hd_scan_ends(scan, at, ") ");
  bool phone = area || (groups >= 3 && first >= 3 && digits >= 9) ||
               (groups == 2 && scan->s[at] == '0' && digits >= 9);
  bool plain = groups == 1 && next != '.' && next != ',' && next != '/';
  bool code = plain && ((first >= 5 && scan->s[at] == '0') || first == 18);
  bool mobile = plain && first == 11 && scan->s[at] == '1' &&
                scan->s[at + 1] >= '3' && (unsigned char)next < 0x80 &&
                !hd_ascii_is_letter(next);
  if (!phone && !code && !mobile)
    return 0;
  return set(q, at, end, HD_KIND_IDENTIFIER);
}

/* 18-B, 990-T: one capital behind the hyphen is no unit. */
static uint32_t read_lettered(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  uint32_t end = digits_end(scan, at);
  char letter = hd_scan_byte(scan, end + 1), next = hd_scan_byte(scan, end + 2);
  char before = at > scan->low ? scan->s[at - 1] : ' ';
  if (hd_scan_byte(scan, end) != '-' || letter < 'A' || letter > 'Z' ||
      hd_ascii_is_letter(next) || hd_ascii_is_digit(next) ||
      (before != ' ' && before != '(' && before != '/'))
    return 0;
  return set(q, at, end + 2, HD_KIND_NAME);
}

/* 10.15585/mmwr.mm6844a1 */
static uint32_t read_doi(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  if (!hd_scan_is(scan, at, "10."))
    return 0;
  uint32_t end = digits_end(scan, at + 3);
  if (end - at < 7 || hd_scan_byte(scan, end) != '/')
    return 0;
  while (end < scan->high && (unsigned char)scan->s[end] < 0x80 &&
         (unsigned char)scan->s[end] > ' ')
    end++;
  return set(q, at, end, HD_KIND_IDENTIFIER);
}

/* 68(44);993–998 and 2019;68:993: volume, issue and pages of a journal. */
static uint32_t read_citation(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  uint32_t end = digits_end(scan, at);
  char before = at > scan->low ? scan->s[at - 1] : 0;
  char more = at > scan->low + 1 ? scan->s[at - 2] : 0;
  bool behind = (before == ';' || before == ':') &&
                (more == ')' || (before == ';' && hd_ascii_is_digit(more)));
  bool issue = hd_scan_byte(scan, end) == '(' &&
               hd_ascii_is_digit(hd_scan_byte(scan, end + 1)) &&
               scan->lang == HD_LANG_EN;
  if (issue) {
    uint32_t close = digits_end(scan, end + 1);
    issue = hd_scan_byte(scan, close) == ')' &&
            (hd_scan_byte(scan, close + 1) == ';' ||
             hd_scan_byte(scan, close + 1) == ':');
    end = issue ? close + 1 : end;
  }
  if (!issue && (!behind || scan->cell))
    return 0;
  while (hd_ascii_is_digit(hd_scan_byte(scan, end)) ||
         (hd_scan_byte(scan, end) == ':' &&
          hd_ascii_is_digit(hd_scan_byte(scan, end + 1))) ||
         hd_scan_is(scan, end, "–"))
    end += hd_scan_is(scan, end, "–") ? 3 : 1;
  return set(q, at, end, HD_KIND_IDENTIFIER);
}

/* Only digits, commas, dashes and blanks from `at` to a ')' or '(' . */
static bool list_to(const hd_scan *scan, uint32_t at, int step, char stop) {
  for (int i = 0; i < 40; i++, at += (uint32_t)step) {
    char c = hd_scan_byte(scan, at);
    if (c == stop)
      return true;
    if (!hd_ascii_is_digit(c) && c != ',' && c != ' ' && c != '-' &&
        c != '\xe2' && c != '\x80' && c != '\x93')
      return false;
  }
  return false;
}

/* (6,7): a reference to the literature; (1) at a clause's head: a marker.
 * Behind a number, 465 (14), it is a figure. */
static uint32_t read_reference(const hd_scan *scan, uint32_t at,
                               hd_quantity *q) {
  char before = at > scan->low ? scan->s[at - 1] : 0;
  if (before != '(' && before != ',' && before != ' ' && before != '-' &&
      before != '\x93' && before != '%')
    return 0;
  uint32_t end = digits_end(scan, at);
  if (at > scan->low && scan->s[at - 1] == '%' && end - at < 3 &&
      !hd_ascii_is_letter(hd_scan_byte(scan, end)))
    return set(q, at, end, HD_KIND_IDENTIFIER); /* 3.6%1: a footnote */
  if (end - at > 3 || at == scan->low || scan->cell ||
      !strchr("(, -\x93", scan->s[at - 1]) || !list_to(scan, at - 1, -1, '(') ||
      !list_to(scan, end, 1, ')'))
    return 0;
  hd_figure f;
  if (hd_digits_read(scan, at, &f) && f.grouped)
    return 0; /* (1,234) */
  uint32_t open = at;
  while (scan->s[open - 1] != '(')
    open--;
  uint32_t back = hd_scan_blanks_back(scan, open - 1);
  if (back == scan->low ||
      (back > scan->low && strchr(";:,", scan->s[back - 1])) ||
      hd_scan_ends(scan, back, "。"))
    return set(q, at, end, HD_KIND_MARKER);
  if (hd_ascii_is_digit(scan->s[back - 1]) || scan->s[back - 1] == '%')
    return 0;
  if (scan->lang == HD_LANG_ZH)
    return end - at < 3 && scan->s[end] == ')' && scan->s[at - 1] == '('
               ? set(q, at, end, HD_KIND_MARKER)
               : 0;
  return set(q, at, end, HD_KIND_IDENTIFIER);
}

/* 1、 2. at the head of a clause inside a paragraph. */
static uint32_t read_marker(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = digits_end(scan, at), length;
  bool head = at == scan->low || scan->s[at - 1] == ';' ||
              scan->s[at - 1] == ':' || hd_scan_ends(scan, at, "。");
  if (!head || end - at > 2 || scan->cell)
    return 0;
  uint32_t behind = hd_scan_is(scan, end, "、")      ? end + 3
                    : hd_scan_byte(scan, end) == '.' ? end + 1
                                                     : 0;
  if (!behind || behind >= scan->high)
    return 0;
  behind = hd_scan_blanks(scan, behind, 2);
  uint32_t cp = hd_scan_cp(scan, behind, &length);
  bool year = (cp == '1' || cp == '2') && hd_scan_byte(scan, end) == '.' &&
              digits_end(scan, behind) == behind + 4 &&
              hd_cp_is_han(hd_scan_cp(scan, behind + 4, &length));
  if (!hd_cp_is_letter(cp) && !hd_cp_is_han(cp) && cp != 0x201c && !year)
    return 0;
  if (hd_scan_numeral(scan, behind, &length))
    return 0;
  return set(q, at, end, HD_KIND_MARKER);
}

/* 〔2023〕5号, [2023]: the year of a document's number. */
static uint32_t read_bracketed(const hd_scan *scan, uint32_t at,
                               hd_quantity *q) {
  uint32_t end = digits_end(scan, at);
  if (!(hd_scan_ends(scan, at, "〔") && hd_scan_is(scan, end, "〕")) &&
      !(hd_scan_ends(scan, at, "[") && hd_scan_is(scan, end, "]")))
    return 0;
  return set(q, at, end, HD_KIND_IDENTIFIER);
}

const hd_recogniser_row hd_recognisers_names[] = {
    {HD_START_LETTER, 3, read_address},
    {HD_START_DIGIT, 3, read_doi},
    {HD_START_DIGIT, 3, read_joined},
    {HD_START_DIGIT, 3, read_quoted},
    {HD_START_DIGIT, 3, read_version},
    {HD_START_DIGIT, 3, read_number_code},
    {HD_START_DIGIT, 2, read_lettered},
    {HD_START_DIGIT, 2, read_citation},
    {HD_START_SIGN, 3, read_abroad},
    {HD_START_DIGIT, 3, read_reference},
    {HD_START_DIGIT, 3, read_marker},
    {HD_START_DIGIT, 3, read_bracketed},
    {0, 0, NULL}};
