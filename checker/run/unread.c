/* unread: why a figure makes no claim, and the digits that no reader took for
 * a figure.
 *
 * In: a figure with its claim, or a stretch of text between two figures. Out:
 * a reason, one of a few words that stay the same in every version, or the
 * next digits there. Dates and periods say when other figures hold; they are
 * unread only where their days are not known. */
#include "run.h"

static const char *date_reason(const hd_quantity *q) {
  if (q->impossible)
    return "impossible date";
  return q->form != HD_PERIOD_NONE && q->first.year == 0 ? "no year" : "";
}

const char *hd_unread_reason(const hd_quantity *q, const hd_claim *claim) {
  switch (q->kind) {
  case HD_KIND_MARKER:
    return "marker";
  case HD_KIND_IDENTIFIER:
    return "identifier";
  case HD_KIND_NAME:
    return "name";
  case HD_KIND_ORDINAL:
    return "ordinal";
  case HD_KIND_DATE:
  case HD_KIND_PERIOD:
    return date_reason(q);
  default:
    break;
  }
  if (!claim->is_claim)
    return "rate";
  return claim->subject.text.n == 0 && claim->indicator.text.n == 0
             ? "no subject"
             : "";
}

/* Digits, and marks between two of them. */
static uint32_t run_end(const hd_document *doc, uint32_t at, uint32_t end) {
  const char *p = doc->text.p;
  while (at < end && (hd_ascii_is_digit(p[at]) ||
                      ((p[at] == '.' || p[at] == ',') && at + 1 < end &&
                       hd_ascii_is_digit(p[at + 1]))))
    at++;
  return at;
}

hd_span hd_unread_next(const hd_document *doc, hd_span between,
                       const char **reason) {
  for (uint32_t at = between.off; at < between.end; at++) {
    if (!hd_ascii_is_digit(doc->text.p[at]))
      continue;
    const hd_block *block = &doc->blocks[hd_document_block(doc, at)];
    *reason = block->kind == HD_BLOCK_SKIPPED ? "skipped" : "not understood";
    return (hd_span){at, run_end(doc, at, between.end)};
  }
  return (hd_span){between.end, between.end};
}
