/* zip_library: libzip by dlopen.
 *
 * It brings a library of ciphers with it that costs the start of a process a
 * millisecond, and most drafts are no archives. */
#include "zip_library.h"
#include <dlfcn.h>
#include <string.h>

bool hd_zip_library_load(hd_zip_library *f) {
  void *handle = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  bool all = true;
  if (!handle)
    handle = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    return false;
#define LOAD(name)                                                             \
  {                                                                            \
    void *at = dlsym(handle, #name);                                           \
    memcpy(&f->name, &at, sizeof at);                                          \
    all = all && at;                                                           \
  }
  HD_ZIP_FUNCTIONS(LOAD)
#undef LOAD
  return all;
}
