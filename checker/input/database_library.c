/* database_library: SQLite by dlopen; most sets have no database. */
#include "database_library.h"
#include "../base/library.h"

bool hd_database_library_load(hd_database_library *f) {
  static const char *const names[] = {"libsqlite3.so.0", NULL};
#define ROW(name) {#name, offsetof(hd_database_library, name)},
  static const hd_library_function functions[] = {HD_DATABASE_FUNCTIONS(ROW)};
#undef ROW
  return hd_library_load(names, functions, sizeof functions / sizeof *functions,
                         f);
}
