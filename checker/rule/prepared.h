/* prepared: the built-in rules as the build has read them.
 *
 * The build opens the files of rules/ once (checker/embed/prepare.c) and
 * writes down what it has then, in the image of checker/run/data.h, so that a
 * run need neither compile scripts and patterns nor enter words. The code is
 * that of the build's Lua: a library that compiles a probe to other bytes is
 * another one, and the rules are then read from their source. So are the
 * patterns where PCRE2 is not the same. */
#ifndef HD_PREPARED_H
#define HD_PREPARED_H
#include "host.h"

struct hd_prepared {
  /* By id; without source; their patterns are those below. */
  const hd_script *scripts;
  size_t n_scripts;
  const uint16_t *files; /* of each script, among hd_embedded_files */
  const hd_library *libraries;
  size_t n_libraries;
  const hd_pattern *patterns; /* none has code but what was built */
  size_t n_patterns;
  const uint16_t *slots; /* of hd_rules: 1 + index of the pattern, 0: free */
  size_t n_slots;
  const hd_needed *needed; /* words are found in it, and none is added */
  hd_str probe;            /* compiled */
  const char *pcre2;       /* what has built the code of patterns */
};

/* The probe as this Lua compiles it, in the arena. */
hd_str hd_prepared_probe_now(hd_arena *arena);
/* The PCRE2 that is here: its version, and what else codes hang on. */
const char *hd_prepared_pcre2_now(hd_arena *arena);
/* Are the prepared rules of this Lua? */
bool hd_prepared_usable(const hd_prepared *prepared, hd_arena *arena);
/* Takes the patterns and the words they need into rules that have none yet;
 * own: more words will be added. */
void hd_prepared_take_patterns(const hd_prepared *prepared, hd_rules *rules,
                               bool own);
/* Script i of the rules that have these patterns. */
hd_script *hd_prepared_take_script(const hd_prepared *prepared,
                                   const hd_rules *rules, size_t i);
#endif
