/* pack: a folder of rules with a manifest, pack.lua.
 *
 *   return {
 *     name = "audit",            -- a-z, 0-9 and -; ids are audit/RULE
 *     version = "1.2.0",
 *     licence = "MIT",
 *     hedui = "0.1",             -- the oldest hedui it works with
 *     summary = "…",             -- may be left out, as all below
 *     rules = {"a", "inner/b"},  -- files without .lua; left out: all of them
 *     lexicons = {"lexicon"},    -- folders of tables, as --lexicon
 *     overrides = {"parts-sum"}, -- built-in rules that it has its own of
 *   }
 *
 * A manifest is data (config.h); what it names lies in the folder. A folder
 * without one is no pack. */
#ifndef HD_PACK_H
#define HD_PACK_H
#include "../base/base.h"

typedef HD_VEC(const char *) hd_pack_names;
typedef struct hd_pack {
  const char *folder, *manifest; /* paths */
  const char *name, *version, *licence, *hedui, *summary;
  hd_pack_names rules, lexicons, overrides; /* lexicons: paths */
} hd_pack;

/* The pack that a path of --rules is: its folder, its manifest, or a rule
 * right in the folder. NULL where there is none, or, with error->message, where
 * the manifest is wrong. version: of this hedui. In the arena. */
hd_pack *hd_pack_read(hd_arena *arena, const char *path, const char *version,
                      hd_error *error);
bool hd_pack_overrides(const hd_pack *pack, const char *id);
/* The folder that a path of --rules stands for, and whether it is a rule. */
const char *hd_pack_folder(hd_arena *arena, const char *path, bool *rule);
#endif
