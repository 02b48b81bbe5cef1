/* zip_library: libzip, which brings a library of ciphers with it that costs
 * the start of a process a millisecond. */
#include "zip_library.h"
#include "../base/library.h"

bool hd_zip_library_load(hd_zip_library *f) {
  static const char *const names[] = {"libzip.so.5", "libzip.so.4", NULL};
#define ROW(name) {#name, offsetof(hd_zip_library, name)},
  static const hd_library_function functions[] = {HD_ZIP_FUNCTIONS(ROW)};
#undef ROW
  return hd_library_load(names, functions, sizeof functions / sizeof *functions,
                         f);
}
