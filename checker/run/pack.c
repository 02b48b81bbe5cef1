/* pack: the manifest of a pack, for those who write into it. */
#include "../rule/pack.h"
#include "run.h"

hd_pack_info *hd_pack_open(const char *path) {
  hd_arena *arena = hd_arena_new();
  hd_pack_info *info = HD_NEW(arena, hd_pack_info);
  hd_error error;
  const hd_pack *pack = hd_pack_read(arena, path, HD_VERSION, &error);
  *info = (hd_pack_info){"", "", "", "", 0, NULL, arena};
  if (pack) {
    info->name = pack->name;
    info->version = pack->version;
    info->licence = pack->licence;
    info->summary = pack->summary ? pack->summary : "";
    info->lists_rules = pack->rules.n > 0;
  } else if (error.message) {
    hd_failure *failure = HD_NEW(arena, hd_failure);
    *failure = (hd_failure){error.file, error.line, 0, "", error.message};
    info->error = failure;
  }
  return info;
}

void hd_pack_free(hd_pack_info *pack) {
  if (pack)
    hd_arena_free(pack->memory);
}
