/* docs: every Lua block of docs/writing-rules.md is a whole rule that loads
 * and whose examples hold, tried as a user would: from a folder, through the
 * public header alone. */
#include "include/hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char page_name[] = "docs/writing-rules.md";

static char *read_page(void) {
  FILE *in = fopen(page_name, "rb");
  assert_non_null(in);
  char *text = calloc(1, 1 << 20);
  assert_true(fread(text, 1, (1 << 20) - 1, in) > 0);
  fclose(in);
  return text;
}

/* Writes the block as FOLDER/ID.lua; copies the id to `id`. */
static void write_rule(const char *folder, const char *block, size_t n,
                       char id[64]) {
  const char *at = strstr(block, "id = \"");
  assert_non_null(at);
  assert_int_equal(sscanf(at, "id = \"%63[a-z0-9-]\"", id), 1);
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.lua", folder, id);
  FILE *out = fopen(path, "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(block, 1, n, out), n);
  fclose(out);
}

static void note(void *closure, const hd_trial *trial) {
  int *counts = closure;
  counts[trial->passed ? 0 : 1]++;
  if (!trial->passed)
    print_error("%s, %s: %s\n", trial->rule, trial->name, trial->message);
}

static void try_rules(const char *folder, char ids[][64], size_t n) {
  hd_options options = HD_OPTIONS_DEFAULT;
  int counts[2] = {0, 0};
  options.rules = &folder;
  options.n_rules = 1;
  hd_engine *engine = hd_engine_new(&options);
  assert_null(hd_engine_error(engine));
  const hd_failure *failures;
  size_t failed = hd_engine_failures(engine, &failures);
  for (size_t i = 0; i < failed; i++)
    if (strncmp(failures[i].file, folder, strlen(folder)) == 0)
      fail_msg("%s:%u: %s", failures[i].file, failures[i].line,
               failures[i].message);
  for (size_t i = 0; i < n; i++)
    hd_engine_test(engine, ids[i], note, counts);
  assert_true(counts[0] >= 2 * (int)n);
  assert_int_equal(counts[1], 0);
  hd_engine_free(engine);
}

static void test_writing_rules(void **state) {
  (void)state;
  char folder[256], ids[32][64], *page = read_page();
  const char *base = getenv("TMPDIR");
  size_t n = 0;
  snprintf(folder, sizeof folder, "%s/hedui-docs-XXXXXX",
           base ? base : P_tmpdir);
  assert_non_null(mkdtemp(folder));
  for (char *p = strstr(page, "```lua\n"); p; p = strstr(p, "```lua\n")) {
    p += strlen("```lua\n");
    char *end = strstr(p, "\n```");
    assert_non_null(end);
    assert_true(n < 32);
    write_rule(folder, p, (size_t)(end - p) + 1, ids[n++]);
    p = end + 4;
  }
  assert_true(n >= 5);
  try_rules(folder, ids, n);
  for (size_t i = 0; i < n; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.lua", folder, ids[i]);
    unlink(path);
  }
  rmdir(folder);
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_writing_rules)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
