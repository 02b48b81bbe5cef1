/* database_library: SQLite, loaded when the first database is opened. */
#ifndef HD_INPUT_DATABASE_LIBRARY_H
#define HD_INPUT_DATABASE_LIBRARY_H
#include <sqlite3.h>
#include <stdbool.h>

/* The functions of SQLite that are used, by their names. */
#define HD_DATABASE_FUNCTIONS(F)                                               \
  F(sqlite3_close)                                                             \
  F(sqlite3_column_bytes)                                                      \
  F(sqlite3_column_count)                                                      \
  F(sqlite3_column_int)                                                        \
  F(sqlite3_column_name)                                                       \
  F(sqlite3_column_text)                                                       \
  F(sqlite3_column_type)                                                       \
  F(sqlite3_db_config)                                                         \
  F(sqlite3_deserialize)                                                       \
  F(sqlite3_errmsg)                                                            \
  F(sqlite3_exec)                                                              \
  F(sqlite3_finalize)                                                          \
  F(sqlite3_limit)                                                             \
  F(sqlite3_open_v2)                                                           \
  F(sqlite3_prepare_v2)                                                        \
  F(sqlite3_progress_handler)                                                  \
  F(sqlite3_set_authorizer)                                                    \
  F(sqlite3_step)

typedef struct {
#define HD_DATABASE_MEMBER(name) __typeof__(name) *name;
  HD_DATABASE_FUNCTIONS(HD_DATABASE_MEMBER)
#undef HD_DATABASE_MEMBER
} hd_database_library;

/* false where SQLite is not installed. */
bool hd_database_library_load(hd_database_library *f);
#endif
