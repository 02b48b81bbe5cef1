/* prepared: the built-in rules as the build has read them.
 *
 * The build opens the files of rules/ once (checker/embed/prepare.c) and
 * writes down what hd_script says of each, with its compiled code, so that a
 * run need not compile them. The code is that of the build's Lua: a library
 * that compiles a probe to other bytes is another one, and the rules are then
 * read from their source. So are the patterns where PCRE2 is not the same. */
#ifndef HD_PREPARED_H
#define HD_PREPARED_H
#include "host.h"

typedef struct {
  const char *file; /* "rules/ID.lua", "rules/lib/NAME.lua" */
  hd_str code;
  hd_rule_info info; /* id NULL: a helper; file and source are not filled */
  hd_wants on;
  hd_narrow narrow;
  unsigned languages;
  bool has_check;
  const uint16_t *patterns; /* of `on`; indexes of hd_prepared_patterns */
  size_t n_patterns;
  const hd_template *messages;
  size_t n_messages;
  const hd_example *examples;
  size_t n_examples;
} hd_prepared;

typedef struct {
  uint32_t options;
  hd_str pattern;
  hd_str code;                  /* of pcre2_serialize_encode, of this one */
  uint16_t needs[HD_NEED_SETS]; /* bits of hd_prepared_words */
  size_t n_needs;
  const hd_opening *opening;
} hd_prepared_pattern;

extern const hd_prepared hd_prepared_files[];
extern const size_t hd_prepared_count;
extern const hd_prepared_pattern hd_prepared_patterns[];
extern const size_t hd_prepared_pattern_count;
extern const hd_needed_word
    hd_prepared_words[]; /* that patterns of `on` need */
extern const size_t hd_prepared_word_count;
extern const char hd_prepared_probe[]; /* the compiled probe */
extern const size_t hd_prepared_probe_size;
extern const char hd_prepared_pcre2[]; /* what has made the code of patterns */

/* The probe as this Lua compiles it, in the arena. */
hd_str hd_prepared_probe_now(hd_arena *arena);
/* The PCRE2 that is here: its version, and what else codes hang on. */
const char *hd_prepared_pcre2_now(hd_arena *arena);
/* Are there prepared rules, and are they of this Lua? */
bool hd_prepared_usable(hd_arena *arena);
/* Fills what the build knows of a script; the patterns are interned. */
void hd_prepared_fill(hd_rules *rules, const hd_prepared *from,
                      hd_script *script);
/* Interns all patterns, before any other is; and the words they need. */
void hd_prepared_intern(hd_rules *rules);
#endif
