/* html: the reader of pages. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  hd_source_options options = {.max_bytes = 1 << 20, .lenient = true};
  fuzz_read("a.html", data, n, &options);
  return 0;
}
