/* write: what the formats share.
 *
 * The sink writes to report->out and keeps its first error in
 * report->failed; behind an error every write is dropped, so that no format
 * has to check one. Text of a draft is hostile: what reaches a file or a
 * terminal through these functions is valid UTF-8. */
#ifndef HD_WRITE_H
#define HD_WRITE_H
#include "report.h"
#include <stdbool.h>

/* ---- sink ------------------------------------------------------------- */
void hd_write_bytes(hd_report *report, const char *p, size_t n);
void hd_write_text(hd_report *report, const char *s); /* as it is */
void hd_write_printf(hd_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Code points that would move a terminal's cursor or reorder its line are
 * written as U+FFFD, line ends and tabs as a blank. */
void hd_write_shown(hd_report *report, const char *s);
/* The same for XML and HTML, in text and between double quotes. */
void hd_write_escaped(hd_report *report, const char *s);
/* At most n code points of it; what is left. */
const char *hd_write_escaped_part(hd_report *report, const char *s, size_t n);

/* A format's own state in report->state, all zero; NULL, and the report has
 * failed, where there is no memory. The format frees it. */
void *hd_write_state(hd_report *report, size_t size);

/* ---- UTF-8 ------------------------------------------------------------- */
/* The code point at *s, which moves behind it; 0 at the end (it stays). Bytes
 * that are no UTF-8 give U+FFFD, one each. */
uint32_t hd_write_decode(const char **s);
/* Columns of a terminal: 0 for marks that combine, 2 for East Asian wide and
 * full-width ones, else 1. */
int hd_write_width(uint32_t cp);
/* cp, or what stands for it where it must not be shown. */
uint32_t hd_write_visible(uint32_t cp);
/* UTF-8 of cp into out; its length, at most 4. */
size_t hd_write_encode(uint32_t cp, char *out);

/* One byte of a file's name as it stands in a URI: itself, or %XX. Kept are
 * letters, digits and . _ ~ / -. The length, at most 3. */
size_t hd_write_uri_byte(unsigned char byte, char out[4]);

/* ---- rows --------------------------------------------------------------- */
/* Is the finding to be written? */
bool hd_write_wanted(const hd_report *report, const hd_finding *finding);
/* Was the check made where the finding stands, and does not say the same? */
bool hd_write_other_check(const hd_check *check, const hd_finding *finding);
/* The file of this name; NULL. */
const hd_file *hd_write_file(const hd_result *result, const char *name);
/* Do its places have lines that an editor could go to? Those of Word, PDF and
 * spreadsheets count paragraphs, lines of pages, rows. true for NULL. */
bool hd_write_has_lines(const hd_file *file);
/* "zh" or "en": report->lang, or else the language of the file. */
const char *hd_write_lang(const hd_report *report, const hd_result *result,
                          const char *file);
/* The same of the report's own words: that of the first file of the result
 * that could be read, else `known`. */
const char *hd_write_own_lang(const hd_report *report, const hd_result *result,
                              const char *known);
/* The rule of this id; NULL. */
const hd_rule *hd_write_rule(const hd_report *report, const char *id);
/* `zh` or `en` by the language; the other where that is empty. */
const char *hd_write_either(const char *lang, const char *zh, const char *en);

/* ---- JSON --------------------------------------------------------------- */
/* A streaming writer: commas and escapes are its own.
 *
 *   hd_json json = {.report = report};
 *   hd_json_open(&json, '{');
 *   hd_json_key(&json, "line");
 *   hd_json_number(&json, 12);
 *   hd_json_close(&json, '}'); */
enum { HD_JSON_DEPTH = 16 };
typedef struct {
  hd_report *report;
  unsigned depth;
  bool filled[HD_JSON_DEPTH]; /* a value stands before on this level */
  bool keyed;                 /* a key waits for its value */
  bool breaks;                /* the next value starts a line */
} hd_json;
void hd_json_open(hd_json *json, char bracket);
void hd_json_close(hd_json *json, char bracket);
void hd_json_break(hd_json *json);
void hd_json_key(hd_json *json, const char *key);
void hd_json_string(hd_json *json, const char *s);
void hd_json_number(hd_json *json, uint64_t n);
void hd_json_member(hd_json *json, const char *key, const char *s);
void hd_json_count(hd_json *json, const char *key, uint64_t n);

void hd_json_flag(hd_json *json, const char *key, bool value);

/* A list that waits in memory while another one is written:
 * list->json takes its values; close puts it into `json` as the member `key`
 * and frees it. Its first error becomes the report's. */
typedef struct {
  hd_report report; /* writes to memory */
  hd_json json;
  char *text;
  size_t n;
} hd_json_list;
void hd_json_list_open(hd_json_list *list, hd_report *report);
void hd_json_list_close(hd_json_list *list, hd_json *json, const char *key);

/* Members of the object that is open; the same in JSON and JSON Lines. */
void hd_json_file(hd_json *json, const hd_file *file);
/* Line, column, location, excerpt, place: of a finding's other places. */
void hd_json_place(hd_json *json, const hd_place *place);
void hd_json_finding(hd_json *json, const hd_finding *finding);
void hd_json_check(hd_json *json, const hd_check *check);
void hd_json_claim(hd_json *json, const hd_claim_row *claim);
/* The same with the member `reason`. */
void hd_json_unread(hd_json *json, const hd_claim_row *claim);
void hd_json_failure(hd_json *json, const hd_failure *failure);
/* severities: findings written, by hd_severity. */
void hd_json_summary(hd_json *json, const hd_counts *sums,
                     const size_t severities[3]);

/* ---- frames of the text format ------------------------------------------ */
/* The places of a finding in their context, with marks below. */
void hd_frame_write(hd_report *report, const hd_finding *finding,
                    const char *lang);

/* ---- formats ------------------------------------------------------------ */
#define HD_WRITE_FORMAT(name)                                                  \
  void hd_##name##_begin(hd_report *report);                                   \
  void hd_##name##_result(hd_report *report, const hd_result *result);         \
  void hd_##name##_end(hd_report *report, const hd_counts *sums);
HD_WRITE_FORMAT(text)
HD_WRITE_FORMAT(csv)
HD_WRITE_FORMAT(json)
HD_WRITE_FORMAT(jsonl)
HD_WRITE_FORMAT(sarif)
HD_WRITE_FORMAT(junit)
HD_WRITE_FORMAT(github)
HD_WRITE_FORMAT(html)
HD_WRITE_FORMAT(docx)

/* The object toolComponent of SARIF as the member `driver`: hedui and its
 * rules. */
void hd_sarif_driver(hd_json *json, const hd_report *report, const char *lang);
#endif
