/* script_library: OpenCC by dlopen; its dictionaries take four milliseconds
 * to open, and most drafts are in simplified script. */
#include "script_library.h"
#include "../base/library.h"

bool hd_script_library_load(hd_script_library *f) {
  static const char *const names[] = {"libopencc.so.1.1", NULL};
#define ROW(name) {#name, offsetof(hd_script_library, name)},
  static const hd_library_function functions[] = {HD_SCRIPT_FUNCTIONS(ROW)};
#undef ROW
  return hd_library_load(names, functions, sizeof functions / sizeof *functions,
                         f);
}
