/* office: an archive around one part that is fuzzed, the others as they must
 * be. Bytes that begin with PK are taken for a whole archive. */
#ifndef HD_FUZZ_OFFICE_H
#define HD_FUZZ_OFFICE_H
#include "fuzz.h"
#include "tests/unit/package_sample.h"

typedef struct {
  const char *name; /* of the input */
  const part *parts;
  size_t n;
  const char *const *fuzzed; /* names of parts the bytes may be */
  size_t n_fuzzed;
} office_package;

static inline void fuzz_office(const office_package *p, const uint8_t *data,
                               size_t n) {
  hd_source_options options = {.max_bytes = 1 << 20};
  if (n < 2 || memcmp(data, "PK", 2) == 0) {
    fuzz_read(p->name, data, n, &options);
    return;
  }
  archive a = {0};
  const char *chosen = p->fuzzed[data[0] % p->n_fuzzed];
  for (size_t i = 0; i < p->n; i++)
    if (strcmp(p->parts[i].name, chosen) != 0)
      put_part(&a, p->parts[i].name, hd_str_of(p->parts[i].bytes));
  put_part(&a, chosen, (hd_str){(const char *)data + 1, n - 1});
  close_archive(&a);
  fuzz_read(p->name, (const uint8_t *)a.out.p, a.out.n, &options);
  hd_buffer_free(&a.out);
  hd_buffer_free(&a.directory);
}
#endif
