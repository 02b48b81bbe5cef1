/* clock: the document's own date and the years it reports on.
 *
 * The date: what the caller says, else the first full date in the title or
 * the first lines, else the year after the one that a heading looks back on.
 * The years: of the first heading that looks back (2024年工作
 * 回顾), else of the title (a work report of 2025 reports on 2024), else the
 * date's own. A year that is not known stays 0. */
#include "scan.h"

enum { LEAD_BYTES = 3000 };

/* May a date that names its year start at `at`? A digit, a Chinese numeral or
 * a capital, not inside a number or word. */
static bool date_start(const hd_scan *scan, uint32_t at) {
  uint32_t length, cp = hd_scan_cp(scan, at, &length);
  char before = at > scan->low ? scan->s[at - 1] : 0;
  if (cp < 0x80)
    return hd_ascii_is_digit((char)cp)
               ? !hd_ascii_is_digit(before)
               : cp >= 'A' && cp <= 'Z' && !hd_ascii_is_letter(before);
  return cp < 0x10000 && scan->units->of[cp].chinese;
}

/* 较2021年同期, 从2020年以来: what is compared with, or since when. */
static bool is_base(const hd_scan *scan, const hd_quantity *q) {
  static const char *const before[] = {"较", "比", "与", "从", "自", "自从"};
  static const char *const behind[] = {"以来", "同期", "相比", "起"};
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (hd_scan_ends(scan, q->span.off, before[i]))
      return true;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (hd_scan_is(scan, q->span.end, behind[i]))
      return true;
  return false;
}

/* The first date at or behind `low` that names its year and tells when. */
static bool next_date(const hd_scan *scan, uint32_t low, hd_quantity *q) {
  for (uint32_t at = low; at < scan->high; at++) {
    unsigned char c = (unsigned char)scan->s[at];
    if ((c >= 0x80 && c < 0xe3) || !date_start(scan, at))
      continue;
    uint32_t end = hd_date_zh_read(scan, at, q);
    if (!end && c < 0x80)
      end = hd_date_digits_read(scan, at, q);
    if (!end && c < 0x80)
      end = hd_date_en_read(scan, at, q);
    if (end && (q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) &&
        q->form == HD_PERIOD_ABSOLUTE && q->first.year && !is_base(scan, q))
      return true;
  }
  return false;
}

/* What a title says of its year: review, plan or neither. */
static hd_calendar_role title_role(const hd_scan *scan, int *offset) {
  for (uint32_t at = scan->low; at < scan->high; at++) {
    uint32_t end;
    if (((unsigned char)scan->s[at] & 0xc0) == 0x80)
      continue;
    const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
    if (entry && entry->role >= HD_CALENDAR_REVIEW) {
      *offset = entry->value;
      return entry->role;
    }
  }
  return HD_CALENDAR_ROLES;
}

int16_t hd_clock_heading(const hd_scan *scan, hd_span span) {
  hd_scan inner = *scan;
  hd_quantity q;
  inner.low = span.off;
  inner.high = span.end;
  return next_date(&inner, span.off, &q) && q.first.year == q.last.year
             ? q.first.year
             : 0;
}

/* The first full date of the lead, or (whole false) its first year; not behind
 * `limit`. */
static hd_day lead_date(const hd_scan *scan, bool whole, uint32_t limit) {
  const hd_document *doc = scan->text->doc;
  hd_scan inner = *scan;
  for (size_t i = 0; i < doc->n_blocks && i < 40; i++) {
    const hd_block *block = &doc->blocks[i];
    hd_quantity q;
    if (block->span.off > LEAD_BYTES || block->span.off >= limit)
      break;
    if (block->kind == HD_BLOCK_SKIPPED)
      continue;
    inner.low = block->span.off;
    inner.high = block->span.end < LEAD_BYTES ? block->span.end : LEAD_BYTES;
    for (uint32_t at = inner.low; next_date(&inner, at, &q); at = q.span.end)
      if (whole ? q.kind == HD_KIND_DATE : q.first.year == q.last.year)
        return q.first;
  }
  return (hd_day){0};
}

/* 去年工作回顾: does it look back on the year before the report's? */
static bool looks_back(const hd_scan *scan) {
  hd_str s = {scan->s + scan->low, scan->high - scan->low};
  return hd_str_find(s, HD_STR("去年")) < s.n ||
         hd_str_find(s, HD_STR("过去一年")) < s.n;
}

/* The years that a heading or title reports on; false if it names none. */
static bool heading_years(const hd_scan *scan, hd_span span, bool title,
                          hd_clock *clock) {
  hd_scan inner = *scan;
  hd_quantity q;
  int offset = 0;
  inner.low = span.off;
  inner.high = span.end;
  hd_calendar_role role = title_role(&inner, &offset);
  bool dated = next_date(&inner, inner.low, &q);
  if (!dated && !title && role == HD_CALENDAR_REVIEW && looks_back(&inner)) {
    hd_day own = lead_date(scan, false, span.off);
    q.first = q.last = own.year ? own : lead_date(scan, false, LEAD_BYTES);
    dated = q.first.year != 0;
    q.first.year = q.last.year = (int16_t)(q.first.year - (own.year != 0));
  }
  if (!dated)
    return false;
  if (!title && role != HD_CALENDAR_REVIEW)
    return false;
  int first = q.first.year, last = q.last.year;
  if (role == HD_CALENDAR_PLAN) {
    first += offset;
    last += offset;
  }
  clock->year_first = hd_day_of(first, 1, 1);
  clock->year_last = hd_day_of(last, 12, 31);
  return true;
}

/* Block i where it is short enough for a title. Of the first block, into which
 * Markdown runs a page's first lines, the first line where it has the words of
 * a title; empty: none. */
static hd_span title_line(const hd_scan *scan, size_t i) {
  enum { LONGEST = 300 };
  hd_span span = scan->text->doc->blocks[i].span;
  if (span.end - span.off < LONGEST || i > 0)
    return span.end - span.off < LONGEST ? span : (hd_span){0, 0};
  uint32_t low = span.off, high = span.off + LONGEST;
  while (low + 1 < high) { /* bisects for the line's end */
    uint32_t end = low + (high - low) / 2;
    if (hd_document_one_line(scan->text->doc, (hd_span){span.off, end}))
      low = end;
    else
      high = end;
  }
  hd_scan inner = *scan;
  inner.low = span.off;
  inner.high = low;
  bool titled = high < span.off + LONGEST &&
                title_role(&inner, &(int){0}) != HD_CALENDAR_ROLES;
  return titled ? (hd_span){span.off, low} : (hd_span){0, 0};
}

/* True where a heading that looks back names them. */
static bool find_years(const hd_scan *scan, hd_clock *clock) {
  const hd_document *doc = scan->text->doc;
  for (size_t i = 0; i < doc->n_blocks; i++)
    if (doc->blocks[i].kind == HD_BLOCK_HEADING &&
        heading_years(scan, doc->blocks[i].span, false, clock))
      return true;
  for (size_t i = 0; i < doc->n_blocks && i < 6; i++) {
    hd_block_kind kind = doc->blocks[i].kind;
    bool titled = kind == HD_BLOCK_TITLE || kind == HD_BLOCK_HEADING || i == 0;
    hd_span span = title_line(scan, i);
    if (titled && !hd_span_empty(span) &&
        heading_years(scan, span, true, clock))
      return false;
  }
  if (!clock->date.year) {
    int said = lead_date(scan, false, LEAD_BYTES).year;
    clock->year_first = hd_day_of(said, 1, 1);
    clock->year_last = hd_day_of(said, 12, 31);
    return false;
  }
  int year = clock->date.year - (clock->date.month <= 3);
  clock->year_first = hd_day_of(year, 1, 1);
  clock->year_last = hd_day_of(year, 12, 31);
  return false;
}

hd_clock hd_clock_read(const hd_scan *scan, hd_day date) {
  hd_clock clock = {.date = date};
  if (!clock.date.year)
    clock.date = lead_date(scan, true, LEAD_BYTES);
  bool review = find_years(scan, &clock);
  if (!clock.date.year && clock.year_last.year)
    clock.date =
        review ? hd_day_of(clock.year_last.year + 1, 1, 1) : clock.year_last;
  return clock;
}
