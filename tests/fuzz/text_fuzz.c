/* text: the decoder and the reader of plain text. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  hd_source_options options = {.max_bytes = 1 << 20, .lenient = true};
  fuzz_read("a.txt", data, n, &options);
  return 0;
}
