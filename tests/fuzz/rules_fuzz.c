/* rules: a rule file through the loader. Its main chunk runs, its examples do
 * not. It is written to a file of its own first, since the loader reads files.
 */
#include "checker/run/data.h"
#include "fuzz.h"
#include <unistd.h>

static const char *folder(void) {
  static char path[] = "/tmp/hedui-fuzz-XXXXXX";
  static bool made;
  if (!made)
    fuzz_require(mkdtemp(path) != NULL, "a folder can be made");
  made = true;
  return path;
}

static void write_rule(const char *path, const uint8_t *data, size_t n) {
  FILE *f = fopen(path, "wb");
  fuzz_require(f != NULL, "the rule can be written");
  fwrite(data, 1, n, f);
  fclose(f);
}

static void remove_rule(void) {
  char path[256];
  snprintf(path, sizeof path, "%s/fuzzed.lua", folder());
  unlink(path);
  rmdir(folder());
}

static const hd_prepared *prepared_once(void) {
  static const hd_prepared *prepared;
  static hd_arena *kept; /* the image holds no pointer to it */
  if (!kept)
    prepared = hd_data_image(kept = hd_arena_new())->prepared;
  return prepared;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static bool first = true;
  char path[256];
  const char *folders[] = {path};
  snprintf(path, sizeof path, "%s/fuzzed.lua", folder());
  if (first)
    atexit(remove_rule);
  first = false;
  write_rule(path, data, n);
  hd_arena *arena = hd_arena_new();
  hd_rule_options options = {
      .folders = folders, .n_folders = 1, .prepared = prepared_once()};
  hd_rules *rules = hd_rules_open(arena, NULL, &options);
  const hd_error *errors = NULL;
  size_t n_errors = rules ? hd_rules_errors(rules, &errors) : 0;
  for (size_t i = 0; i < n_errors; i++)
    fuzz_require(errors[i].message && *errors[i].message,
                 "an error has a sentence");
  hd_rules_close(rules);
  hd_arena_free(arena);
  return 0;
}
