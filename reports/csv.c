/* csv: the table that other programs read; its columns are a contract.
 *
 * Out: UTF-8, a header always, every field quoted (libcsv's csv_write), LF
 * ends, no CR or LF inside a field. A text field that a spreadsheet would
 * take for a formula gets a leading ', unless it is a number with its unit;
 * what is no UTF-8 (a file's name may hold any bytes) becomes U+FFFD. */
#include "write.h"
#include <csv.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { RELATED_MOST = 24 };

typedef struct {
  char *p;
  size_t n, cap;
} bytes;

typedef struct {
  bytes raw;    /* the field */
  bytes quoted; /* the field as csv_write gives it */
  bool filled;  /* a field stands before on this line */
} state;

/* Room for n more bytes; false, and the report failed, where there is none. */
static bool reserve(hd_report *report, bytes *b, size_t n) {
  if (b->n + n <= b->cap)
    return true;
  size_t cap = (b->n + n) * 2 + 256;
  char *p = realloc(b->p, cap);
  if (!p) {
    report->failed = ENOMEM;
    return false;
  }
  b->p = p;
  b->cap = cap;
  return true;
}

static void add(hd_report *report, bytes *b, const char *p, size_t n) {
  if (!reserve(report, b, n))
    return;
  memcpy(b->p + b->n, p, n);
  b->n += n;
}

/* ---- fields ----------------------------------------------------------------
 */

/* Digits with their grouping and decimal marks, at least one digit. */
static const char *skip_digits(const char *s) {
  if (!isdigit((unsigned char)*s))
    return NULL;
  while (isdigit((unsigned char)*s) ||
         ((*s == '.' || *s == ',') && isdigit((unsigned char)s[1])))
    s++;
  return s;
}

/* Is the whole field a signed number with its unit (-3.5%, +12亿元, -5 km)? A
 * unit has letters only, so that no formula can follow the sign. */
static bool is_figure(const char *s) {
  if (*s != '+' && *s != '-')
    return false;
  s = skip_digits(s + 1);
  if (!s)
    return false;
  if (*s == ' ')
    s++;
  while (isalpha((unsigned char)*s) || *s == '%' || (unsigned char)*s >= 0x80)
    s++;
  return *s == 0;
}

static bool needs_guard(const char *s) {
  return *s && strchr("=+-@\t\r", *s) && !is_figure(s);
}

/* What is in `raw` as a quoted field of the line. */
static void put_raw(hd_report *report, state *s) {
  if (s->filled)
    hd_write_text(report, ",");
  s->filled = true;
  size_t n = csv_write(NULL, 0, s->raw.p, s->raw.n);
  s->quoted.n = 0;
  if (reserve(report, &s->quoted, n))
    hd_write_bytes(report, s->quoted.p,
                   csv_write(s->quoted.p, n, s->raw.p, s->raw.n));
  s->raw.n = 0;
}

/* Adds text to the field: one line, valid UTF-8. */
static void add_text(hd_report *report, state *s, const char *text) {
  char out[4];
  uint32_t cp;
  while ((cp = hd_write_decode(&text))) {
    if (cp == '\n' || cp == '\r')
      cp = ' ';
    add(report, &s->raw, out, hd_write_encode(cp, out));
  }
}

static void put(hd_report *report, const char *text) {
  state *s = report->state;
  if (needs_guard(text))
    add(report, &s->raw, "'", 1);
  add_text(report, s, text);
  put_raw(report, s);
}

static void put_number(hd_report *report, uint32_t n) {
  char text[16];
  snprintf(text, sizeof text, "%" PRIu32, n);
  put(report, text);
}

static void end_line(hd_report *report) {
  state *s = report->state;
  s->filled = false;
  hd_write_text(report, "\n");
}

/* ---- places
 * ------------------------------------------------------------------ */

static void put_span(hd_report *report, const hd_place *at) {
  put(report, at->file);
  put_number(report, at->line);
  put_number(report, at->column);
  put_number(report, at->end_line);
  put_number(report, at->end_column);
}

/* FILE# as in a URI; a leading - is encoded too, so that the field never looks
 * like a formula. */
static void add_file(hd_report *report, state *s, const char *name) {
  char text[4];
  if (*name == '-') {
    add(report, &s->raw, "%2D", 3);
    name++;
  }
  for (; *name; name++)
    add(report, &s->raw, text, hd_write_uri_byte((unsigned char)*name, text));
  add(report, &s->raw, "#", 1);
}

static void put_related(hd_report *report, const char *file,
                        const hd_place *places, size_t n) {
  state *s = report->state;
  for (size_t i = 0; i < n && i < RELATED_MOST; i++) {
    const hd_place *at = &places[i];
    char text[64];
    if (i > 0)
      add(report, &s->raw, " ", 1);
    if (strcmp(at->file, file) != 0)
      add_file(report, s, at->file);
    snprintf(text, sizeof text, "%" PRIu32 ":%" PRIu32 "-%" PRIu32 ":%" PRIu32,
             at->line, at->column, at->end_line, at->end_column);
    add(report, &s->raw, text, strlen(text));
  }
  put_raw(report, s);
}

static void put_excerpts(hd_report *report, const hd_place *places, size_t n) {
  state *s = report->state;
  if (n == 1) {
    put(report, places->text);
    return;
  }
  if (n > 0 && needs_guard(places->text))
    add(report, &s->raw, "'", 1);
  for (size_t i = 0; i < n && i < RELATED_MOST; i++) {
    if (i > 0)
      add_text(report, s, " ¦ ");
    add_text(report, s, places[i].text);
  }
  put_raw(report, s);
}

/* ---- rows
 * --------------------------------------------------------------------- */

static void put_finding(hd_report *report, const hd_finding *finding) {
  const hd_place *at = &finding->at;
  put_span(report, at);
  put(report, at->location);
  put(report, hd_severity_name(finding->severity));
  put(report, finding->rule);
  put(report, finding->message);
  put(report, at->text);
  put_related(report, at->file, finding->related, finding->n_related);
  put_excerpts(report, finding->related, finding->n_related);
  put(report, finding->stated);
  put(report, finding->expected);
  put(report, finding->fingerprint);
  put(report, at->place);
  end_line(report);
}

static void put_check(hd_report *report, const hd_check *check) {
  put_span(report, &check->at);
  put(report, check->rule);
  put(report, hd_outcome_name(check->outcome));
  put_related(report, check->at.file, check->related, check->n_related);
  put(report, check->how);
  end_line(report);
}

static void put_claim(hd_report *report, const hd_claim_row *claim) {
  put_span(report, &claim->at);
  for (int i = 0; i < HD_COLUMNS; i++)
    put(report, claim->fields[i]);
  if (report->listing == HD_LISTING_UNREAD)
    put(report, claim->reason);
  end_line(report);
}

/* ---- the format
 * ------------------------------------------------------------------ */

static void put_header(hd_report *report) {
  static const char *const place[] = {"file", "line", "column", "end_line",
                                      "end_column"};
  static const char *const finding[] = {
      "location", "severity",        "rule",   "message",  "excerpt",
      "related",  "related_excerpt", "stated", "expected", "fingerprint",
      "place"};
  static const char *const check[] = {"rule", "result", "related", "how"};
#define PUT_NAMES(names)                                                       \
  for (size_t i = 0; i < sizeof(names) / sizeof *(names); i++)                 \
    put(report, (names)[i]);
  PUT_NAMES(place)
  if (hd_listing_claims(report->listing)) {
    for (int i = 0; i < HD_COLUMNS; i++)
      put(report, hd_column_name(i));
    if (report->listing == HD_LISTING_UNREAD)
      put(report, "reason");
  } else if (report->listing == HD_LISTING_CHECKS) {
    PUT_NAMES(check)
  } else {
    PUT_NAMES(finding)
  }
  end_line(report);
}

void hd_csv_begin(hd_report *report) {
  if (!hd_write_state(report, sizeof(state)))
    return;
  if (report->bom)
    hd_write_text(report, "\xEF\xBB\xBF");
  put_header(report);
}

void hd_csv_result(hd_report *report, const hd_result *result) {
  if (report->failed)
    return;
  if (hd_listing_claims(report->listing)) {
    for (size_t i = 0; i < result->n_claims; i++)
      put_claim(report, &result->claims[i]);
  } else if (report->listing == HD_LISTING_CHECKS) {
    for (size_t i = 0; i < result->n_checks; i++)
      put_check(report, &result->checks[i]);
  } else {
    for (size_t i = 0; i < result->n_findings; i++)
      if (hd_write_wanted(report, &result->findings[i]))
        put_finding(report, &result->findings[i]);
  }
}

void hd_csv_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  (void)sums;
  if (s) {
    free(s->raw.p);
    free(s->quoted.p);
  }
  free(s);
  report->state = NULL;
}
