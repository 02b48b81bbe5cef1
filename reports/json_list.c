/* json_list: a list that waits in memory for its turn.
 *
 * A report is written as results come, but JSON wants each list whole. The
 * long list is written through; a short one collects its values here and is
 * put into the document when the long one is done. */
#include "write.h"
#include <errno.h>
#include <stdlib.h>

void hd_json_list_open(hd_json_list *list, hd_report *report) {
  *list = (hd_json_list){0};
  list->report.out = open_memstream(&list->text, &list->n);
  if (!list->report.out) {
    report->failed = list->report.failed = ENOMEM;
    return;
  }
  list->json.report = &list->report;
  hd_json_open(&list->json, '[');
}

/* The values of the list, or NULL and the report failed. */
static const char *finish(hd_json_list *list, hd_report *report) {
  hd_json_close(&list->json, ']');
  if (fclose(list->report.out) != 0 && !list->report.failed)
    list->report.failed = ENOMEM;
  if (list->report.failed && !report->failed)
    report->failed = list->report.failed;
  return list->report.failed ? NULL : list->text;
}

void hd_json_list_close(hd_json_list *list, hd_json *json, const char *key) {
  if (!list->report.out)
    return;
  const char *text = finish(list, json->report);
  hd_json_key(json, key);
  if (text)
    hd_write_bytes(json->report, text, list->n);
  json->keyed = false;
  free(list->text);
}
