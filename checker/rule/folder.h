/* folder: the files that a path of --rules stands for. */
#ifndef HD_FOLDER_H
#define HD_FOLDER_H
#include "pack.h"

typedef struct {
  const char *path;
  bool helper; /* of lib/ */
} hd_rule_file;
typedef HD_VEC(hd_rule_file) hd_rule_files;

/* Helpers, then rules, in byte order: one rule with the helpers beside it; or
 * all of a folder and of the folders in it; or what its pack (NULL: none)
 * names. false and *error where a folder cannot be read or is a pack of its
 * own. In the arena. */
bool hd_folder_list(hd_arena *arena, const char *path, const hd_pack *pack,
                    hd_rule_files *files, hd_error *error);
#endif
