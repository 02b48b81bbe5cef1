/* json_rows: findings, checks, claims, files as members of JSON objects, the
 * same in JSON and in JSON Lines. Names are those of the CSV columns; members
 * are only ever added. */
#include "write.h"
#include <string.h>

static void span(hd_json *json, const hd_place *at) {
  hd_json_member(json, "file", at->file);
  hd_json_count(json, "line", at->line);
  hd_json_count(json, "column", at->column);
  hd_json_count(json, "end_line", at->end_line);
  hd_json_count(json, "end_column", at->end_column);
}

void hd_json_place(hd_json *json, const hd_place *place) {
  span(json, place);
  hd_json_member(json, "location", place->location);
  hd_json_member(json, "excerpt", place->text);
  hd_json_member(json, "place", place->place);
}

static void related(hd_json *json, const hd_place *places, size_t n) {
  hd_json_key(json, "related");
  hd_json_open(json, '[');
  for (size_t i = 0; i < n; i++) {
    hd_json_open(json, '{');
    hd_json_place(json, &places[i]);
    hd_json_close(json, '}');
  }
  hd_json_close(json, ']');
}

static void counts(hd_json *json, const hd_counts *sums) {
  hd_json_count(json, "characters", sums->characters);
  hd_json_count(json, "figures", sums->figures);
  hd_json_count(json, "claims", sums->claims);
  hd_json_count(json, "links", sums->links);
  hd_json_count(json, "checks", sums->checks);
  hd_json_count(json, "agreeing", sums->agreeing);
  hd_json_count(json, "idle", sums->idle);
}

/* What was left out of a file; there only where something was. */
static void notes(hd_json *json, const hd_file *file) {
  if (file->n_notes == 0)
    return;
  hd_json_key(json, "notes");
  hd_json_open(json, '[');
  for (size_t i = 0; i < file->n_notes; i++)
    hd_json_string(json, strcmp(file->lang, "en") == 0 ? file->notes[i].en
                                                       : file->notes[i].zh);
  hd_json_close(json, ']');
}

void hd_json_file(hd_json *json, const hd_file *file) {
  hd_json_member(json, "file", file->name);
  hd_json_member(json, "status", file->failed ? "failed" : "read");
  hd_json_member(json, "encoding", file->encoding);
  hd_json_member(json, "lang", file->lang);
  counts(json, &file->counts);
  hd_json_member(json, "format", file->format);
  notes(json, file);
}

void hd_json_finding(hd_json *json, const hd_finding *finding) {
  span(json, &finding->at);
  hd_json_member(json, "location", finding->at.location);
  hd_json_member(json, "severity", hd_severity_name(finding->severity));
  hd_json_member(json, "rule", finding->rule);
  hd_json_member(json, "message", finding->message);
  hd_json_member(json, "excerpt", finding->at.text);
  related(json, finding->related, finding->n_related);
  hd_json_member(json, "stated", finding->stated);
  hd_json_member(json, "expected", finding->expected);
  hd_json_member(json, "readings", finding->readings);
  hd_json_member(json, "fingerprint", finding->fingerprint);
  hd_json_member(json, "place", finding->at.place);
}

void hd_json_check(hd_json *json, const hd_check *check) {
  span(json, &check->at);
  hd_json_member(json, "rule", check->rule);
  hd_json_member(json, "result", hd_outcome_name(check->outcome));
  related(json, check->related, check->n_related);
  hd_json_member(json, "how", check->how);
}

void hd_json_claim(hd_json *json, const hd_claim_row *claim) {
  span(json, &claim->at);
  for (int i = 0; i < HD_COLUMNS; i++)
    hd_json_member(json, hd_column_name(i), claim->fields[i]);
}

void hd_json_unread(hd_json *json, const hd_claim_row *claim) {
  hd_json_claim(json, claim);
  hd_json_member(json, "reason", claim->reason);
}

void hd_json_failure(hd_json *json, const hd_failure *failure) {
  hd_json_member(json, "file", failure->file);
  hd_json_count(json, "line", failure->line);
  hd_json_count(json, "column", failure->column);
  hd_json_member(json, "rule", failure->rule);
  hd_json_member(json, "message", failure->message);
}

void hd_json_summary(hd_json *json, const hd_counts *sums,
                     const size_t severities[3]) {
  counts(json, sums);
  hd_json_key(json, "findings");
  hd_json_open(json, '{');
  for (int i = HD_SEVERITY_ERROR; i >= HD_SEVERITY_NOTE; i--)
    hd_json_count(json, hd_severity_name((hd_severity)i), severities[i]);
  hd_json_close(json, '}');
  hd_json_count(json, "silenced", sums->silenced);
}
