/* library: functions of a shared library, by dlopen. */
#include "library.h"
#include <dlfcn.h>
#include <string.h>

bool hd_library_load(const char *const *names,
                     const hd_library_function *functions, size_t n,
                     void *into) {
  void *handle = NULL;
  bool all = true;
  for (; *names && !handle; names++)
    handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    return false;
  for (size_t i = 0; i < n; i++) {
    void *at = dlsym(handle, functions[i].name);
    memcpy((char *)into + functions[i].offset, &at, sizeof at);
    all = all && at;
  }
  return all;
}
