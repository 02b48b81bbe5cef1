/* database: tables of SQLite, read as a reference. */
#include "checker/document/reference.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  hd_source_options options = {
      .max_bytes = 1 << 20, .lenient = true, .reference = true};
  fuzz_read("a.db", data, n, &options);
  return 0;
}
