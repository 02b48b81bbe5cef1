/* pdf: lines, tables and paragraphs made of what pdftotext prints; the bytes
 * are taken for its output. */
#include "checker/input/press.h"
#include "fuzz.h"

static bool press(void *closure, hd_str pdf, hd_printed *printed) {
  const hd_str *bytes = closure;
  (void)pdf;
  printed->end = HD_CHILD_ENDED;
  hd_buffer_add(&printed->out, bytes->p, bytes->n);
  return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  hd_str bytes = {(const char *)data, n};
  hd_press by_hand = {.call = press, .closure = &bytes};
  hd_source_options options = {.max_bytes = 1 << 20, .press = &by_hand};
  static const uint8_t head[] = "%PDF-1.7";
  fuzz_read("a.pdf", head, sizeof head - 1, &options);
  return 0;
}
