/* scanner: a text through all stages up to links, without rules. The first
 * byte chooses how it is read. */
#include "checker/link/link.h"
#include "checker/run/data.h"
#include "fuzz.h"

static const hd_data *data_once(void) {
  static const hd_data *data;
  static hd_arena *kept; /* the image holds no pointer to it */
  hd_error error = {0};
  if (!kept)
    data = hd_data_open(kept = hd_arena_new(), NULL, 0, &error);
  fuzz_require(data != NULL, "the lexicons can be read");
  return data;
}

static void check_claims(const hd_claims *claims, const hd_document *doc) {
  for (size_t i = 0; i < claims->n; i++) {
    const hd_quantity *q = hd_claim_quantity(claims, (uint32_t)i);
    fuzz_require(q->span.off <= q->span.end && q->span.end <= doc->text.n,
                 "a figure lies in the text");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  static const char *const names[] = {"a.txt", "a.md"};
  const hd_data *data = data_once();
  hd_arena *arena = hd_arena_new();
  hd_source_options options = {.max_bytes = 1 << 20, .lenient = true};
  hd_source source;
  hd_error error = {0};
  const char *name = n > 0 ? names[bytes[0] & 1] : names[0];
  hd_str text = {(const char *)bytes + (n > 0), n - (n > 0)};
  if (hd_source_decode(arena, name, text, &options, &source, &error)) {
    const hd_document *doc = hd_document_read(arena, &source);
    const hd_text *read = hd_text_read(arena, doc, data->vocabulary);
    const hd_quantities *quantities =
        hd_quantity_scan(arena, read, data->units, (hd_day){0});
    const hd_claims *claims =
        hd_claim_read(arena, quantities, data->vocabulary);
    hd_gaps_found(
        hd_gap_order(arena, quantities, data->units, data->gap_words));
    check_claims(claims, doc);
    hd_link_build(arena, &claims, 1);
  }
  hd_arena_free(arena);
  return 0;
}
