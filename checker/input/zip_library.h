/* zip_library: libzip, loaded when the first archive is opened. */
#ifndef HD_INPUT_ZIP_LIBRARY_H
#define HD_INPUT_ZIP_LIBRARY_H
#include <stdbool.h>
#include <zip.h>

/* The functions of libzip that are used, by their names. */
#define HD_ZIP_FUNCTIONS(F)                                                    \
  F(zip_close)                                                                 \
  F(zip_discard)                                                               \
  F(zip_error_code_zip)                                                        \
  F(zip_error_init)                                                            \
  F(zip_fclose)                                                                \
  F(zip_file_add)                                                              \
  F(zip_file_replace)                                                          \
  F(zip_file_set_dostime)                                                      \
  F(zip_fopen_index)                                                           \
  F(zip_fread)                                                                 \
  F(zip_get_error)                                                             \
  F(zip_get_num_entries)                                                       \
  F(zip_name_locate)                                                           \
  F(zip_open_from_source)                                                      \
  F(zip_source_buffer)                                                         \
  F(zip_source_buffer_create)                                                  \
  F(zip_source_close)                                                          \
  F(zip_source_free)                                                           \
  F(zip_source_keep)                                                           \
  F(zip_source_open)                                                           \
  F(zip_source_read)                                                           \
  F(zip_stat_index)

typedef struct {
#define HD_ZIP_MEMBER(name) __typeof__(name) *name;
  HD_ZIP_FUNCTIONS(HD_ZIP_MEMBER)
#undef HD_ZIP_MEMBER
} hd_zip_library;

/* false where libzip is not installed. */
bool hd_zip_library_load(hd_zip_library *f);
#endif
