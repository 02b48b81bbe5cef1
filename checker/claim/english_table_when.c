/* english_table_when: the period of a cell of an English table.
 *
 * In: the labels that may name it, nearest first, and the caption. Out: the
 * period. Three Months Ended over June 29, 2024 is one period; May 31, over
 * 2016 is a day, or for what flows the year that ends on it; a year below the
 * months of the caption (January–March 2018, 2019 and 2020) is those months. */
#include "english_table.h"

int hd_english_months(hd_str s) {
  static const struct {
    const char *words;
    int months;
  } rows[] = {
      {"three months", 3},       {"six months", 6},   {"nine months", 9},
      {"twelve months", 12},     {"years ended", 12}, {"year ended", 12},
      {"quarter ended", 3},      {"3 months", 3},     {"6 months", 6},
      {"9 months", 9},           {"12 months", 12},   {"quarters ended", 3},
      {"fiscal year ended", 12}, {"year ending", 12}};
  if (hd_str_find(s, HD_STR("months")) == (size_t)-1 &&
      hd_str_find(s, HD_STR(" end")) == (size_t)-1)
    return 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_label_has(s, rows[i].words))
      return rows[i].months;
  return 0;
}

/* May 31, without a year behind it. */
static void month_day(hd_str s, uint8_t *month, uint8_t *on) {
  enum { ROOM = 16 };
  bool digits = false;
  for (size_t i = 0; i < s.n; i++)
    digits = digits || hd_ascii_is_digit(s.p[i]);
  for (size_t i = 0; digits && i < HD_MONTHS; i++) {
    char name[ROOM];
    size_t n = strlen(hd_month_names[i]);
    hd_ascii_lower(name, hd_month_names[i], n);
    size_t at = hd_str_find(s, (hd_str){name, n});
    if (at >= s.n || at + n + 1 >= s.n || !hd_ascii_is_digit(s.p[at + n + 1]))
      continue;
    int day = 0;
    size_t k = at + n + 1;
    for (; k < s.n && hd_ascii_is_digit(s.p[k]) && day < 100; k++)
      day = day * 10 + s.p[k] - '0';
    while (k < s.n && (s.p[k] == ',' || s.p[k] == ' '))
      k++;
    if (day < 1 || day > 31 || (k < s.n && hd_ascii_is_digit(s.p[k])))
      continue;
    *month = (uint8_t)(i + 1);
    *on = (uint8_t)day;
  }
}

static hd_period year_of(int year, hd_span span) {
  return (hd_period){
      {(int16_t)year, 1, 1}, {(int16_t)year, 12, 31}, span, HD_FROM_TABLE};
}

/* The last year written in s that is no part of a longer number; 0. */
static int last_year(hd_str s, size_t *at) {
  for (size_t i = s.n; i >= 4; i--) {
    const char *p = s.p + i - 4;
    bool all = hd_ascii_is_digit(p[0]) && hd_ascii_is_digit(p[1]) &&
               hd_ascii_is_digit(p[2]) && hd_ascii_is_digit(p[3]);
    bool apart = (i == 4 || !(hd_ascii_is_digit(p[-1]) || p[-1] == ',')) &&
                 (i == s.n || !hd_ascii_is_digit(s.p[i]));
    int year = all ? (p[0] - '0') * 1000 + (p[1] - '0') * 100 +
                         (p[2] - '0') * 10 + p[3] - '0'
                   : 0;
    if (apart && year >= 1900 && year <= 2100) {
      *at = i - 4;
      return year;
    }
  }
  return 0;
}

/* 2002–2015 of a title that is a cell; its one year else. */
static hd_period years_in(hd_str s, hd_span span) {
  size_t at, before;
  int last = last_year(s, &at);
  if (!last)
    return (hd_period){0};
  hd_period p = year_of(last, span);
  hd_str front = {s.p, at};
  int first = last_year(front, &before);
  if (first && first < last && before + 4 < at &&
      hd_str_is((hd_str){s.p + before + 4, at - before - 4}, "–"))
    p.first.year = (int16_t)first;
  return p;
}

static hd_period period_of(const hd_quantity *q) {
  return (hd_period){q->first, q->last, q->span, HD_FROM_TABLE};
}

hd_label_when hd_label_when_read(const hd_claim_reader *r, const hd_label *l) {
  hd_label_when w = {0};
  if (!l->text.n)
    return w;
  w.months = hd_english_months(l->text);
  month_day(l->text, &w.month, &w.day);
  const hd_quantity *q = hd_cells_period(r, l->span);
  size_t at;
  int year = last_year(l->text, &at);
  if (q && q->form == HD_PERIOD_RELATIVE && l->kind != HD_LABEL_PERIOD)
    q = NULL; /* hospitalization in last year */
  w.dated = q || year;
  if (q && !(year > q->last.year)) /* change from 2016 to 2017 is 2017's */
    w.period = period_of(q);
  else if (year)
    w.period = years_in(l->text, l->span);
  return w;
}

static void look(const hd_label *l, hd_label_when *out) {
  const hd_label_when *w = &l->when;
  out->months = out->months ? out->months : w->months;
  if (!out->day && w->day) {
    out->month = w->month;
    out->day = w->day;
  }
  if (!out->period.first.year && w->dated)
    out->period = w->period;
}

static bool whole_year(const hd_period *p) {
  return p->first.year == p->last.year && p->first.month <= 1 &&
         p->first.day <= 1 &&
         (p->last.month == 0 || (p->last.month == 12 && p->last.day == 31));
}

static bool one_day(const hd_period *p) {
  return p->first.day && p->first.year == p->last.year &&
         p->first.month == p->last.month && p->first.day == p->last.day;
}

/* The caption's: of its block, or of the title that is a cell. The months of
 * January–March 2018, 2019 and 2020 are those of the last year. */
static hd_period caption_period(const hd_claim_reader *r,
                                const hd_table_when *w) {
  const hd_quantity *q = hd_cells_period(r, w->caption);
  if (q) {
    hd_period p = period_of(q);
    for (;
         whole_year(&p) && q > r->q->items && q[-1].span.off >= w->caption.off;
         q--) {
      hd_period b = period_of(&q[-1]);
      if (q[-1].kind != HD_KIND_PERIOD || whole_year(&b) || one_day(&b) ||
          b.first.year != b.last.year)
        continue;
      b.first.year = b.last.year = p.last.year;
      return b;
    }
    return p;
  }
  hd_str s = hd_label_read(r, w->caption, false).text;
  return years_in(s, w->caption);
}

hd_period hd_table_period(const hd_table_when *w) {
  hd_label_when f = {0};
  look(w->row, &f);
  for (size_t i = w->n; i > 0; i--)
    look(&w->headers[i - 1], &f);
  look(w->group, &f);
  hd_period over = w->over;
  int month = hd_month_named(w->row->text);
  if (!f.period.first.year) {
    f.period = over;
    if (month && over.first.year && over.first.year == over.last.year) {
      f.period.first = (hd_day){over.first.year, (uint8_t)month, 1};
      f.period.last =
          (hd_day){over.first.year, (uint8_t)month,
                   (uint8_t)hd_days_in_month(over.first.year, month)};
    }
    return f.period;
  }
  hd_period *p = &f.period;
  int months = f.months ? f.months : one_day(p) && !w->stock ? w->months : 0;
  if (!f.day && !f.months)
    f.month = w->month, f.day = w->day;
  if (whole_year(p) && f.day) {
    p->first = p->last = (hd_day){p->last.year, f.month, f.day};
    if (w->stock || !months)
      return *p;
  }
  if (one_day(p) && months && !w->stock) {
    p->first = hd_english_first(p->last, months);
  } else if (whole_year(p) && over.first.month && !whole_year(&over) &&
             over.first.year == over.last.year) {
    p->first = (hd_day){p->first.year, over.first.month, over.first.day};
    p->last = (hd_day){p->last.year, over.last.month, over.last.day};
  }
  return *p;
}

void hd_table_when_add(hd_table_when *w, const hd_label *stub) {
  if (stub->when.months)
    w->months = stub->when.months;
  if (stub->when.day) {
    w->month = stub->when.month;
    w->day = stub->when.day;
  }
}

hd_table_when hd_table_when_read(const hd_claim_reader *r, hd_span caption,
                                 bool of_table) {
  enum { SHORT = 200 };
  hd_table_when w = {.caption = caption};
  if (hd_span_empty(caption) ||
      (!of_table && caption.end - caption.off > SHORT))
    return w;
  hd_str s = hd_label_read(r, caption, false).text;
  month_day(s, &w.month, &w.day);
  w.months = hd_english_months(s);
  w.over = caption_period(r, &w);
  return w;
}

bool hd_table_stock(hd_str s) {
  static const char *const words[] = {
      "assets",      "liabilities", "equity",   "debt",     "receivable",
      "payable",     "inventories", "goodwill", "backlog",  "deposits",
      "borrowings",  "balance",     "notes",    "cash and", "working capital",
      "receivables", "securities"};
  return hd_label_has_any(s, words, sizeof words / sizeof *words);
}
