/* rules: what the loader refuses and how it says it (the files of
 * tests/rules/refused, whose first line says what must be said), overrides,
 * selection, settings, examples. */
#include "rule_sample.h"
#include <dirent.h>

static const char *first_error(const hd_rules *rules, const char *file) {
  const hd_error *errors;
  size_t n = hd_rules_errors(rules, &errors);
  for (size_t i = 0; i < n; i++)
    if (strcmp(errors[i].file, file) == 0)
      return errors[i].message;
  return "nothing";
}

static bool has_rule(const hd_rules *rules, const char *id) {
  const hd_rule_info *list;
  size_t n = hd_rules_list(rules, &list);
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i].id, id) == 0)
      return true;
  return false;
}

static void test_refused(void **state) {
  (void)state;
  static const char *const folders[] = {"tests/rules/refused",
                                        "tests/rules/good"};
  sample *s = sample_new("12%");
  hd_rules *rules = sample_open(s, folders, 2, NULL);
  struct dirent **names;
  int n = scandir(folders[0], &names, NULL, alphasort);
  assert_true(n > 0);
  for (int i = 0; i < n; i++) {
    char line[200];
    const char *name = names[i]->d_name;
    if (strstr(name, ".lua")) {
      const char *path = hd_arena_format(s->arena, "%s/%s", folders[0], name);
      FILE *in = fopen(path, "r");
      assert_non_null(in);
      assert_non_null(fgets(line, sizeof line, in));
      fclose(in);
      line[strcspn(line, "\n")] = 0;
      if (!strstr(first_error(rules, path), line + strlen("-- expect: ")))
        fail_msg("%s: expected \"%s\", got \"%s\"", name, line,
                 first_error(rules, path));
    }
    free(names[i]);
  }
  free(names);
  assert_true(has_rule(rules, "witness"));
  assert_true(has_rule(rules, "uses-lib"));
  assert_true(has_rule(rules, "nested"));
  assert_false(has_rule(rules, "assigned-global"));
  hd_rules_close(rules);
  sample_free(s);
}

/* More patterns than a function of Lua's may have values on its stack. */
static void test_many_patterns(void **state) {
  (void)state;
  enum { PATTERNS = 2000 };
  sample *s = sample_new("12%");
  hd_buffer code = {0};
  hd_buffer_printf(&code,
                   "return { api = 1, id = \"many\", severity = \"note\", "
                   "summary = \"x\", explain = \"x\", messages = { base = "
                   "\"x\" }, on = { pattern = { ");
  for (int i = 0; i < PATTERNS; i++)
    hd_buffer_printf(&code, "\"%d甲\", ", i);
  hd_buffer_printf(&code, "} }, examples = { bad = { { \"7甲\", at = \"7甲\" "
                          "} }, good = { \"甲\" } } }");
  const char *folder = sample_write(s, "many.lua", code.p, code.n);
  hd_rules *rules = sample_open(s, &folder, 1, NULL);
  const char *path = hd_arena_format(s->arena, "%s/many.lua", folder);
  assert_string_equal(first_error(rules, path), "nothing");
  assert_true(has_rule(rules, "many"));
  sample_remove(s, folder, "many.lua");
  hd_rules_close(rules);
  hd_buffer_free(&code);
  sample_free(s);
}

static void test_bytecode(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  static const char code[] = "\x1bLua\x54\0\x19\x93\r\n\x1a\n\4\x8\x8";
  const char *folder = sample_write(s, "code.lua", code, sizeof code);
  hd_rules *rules = sample_open(s, &folder, 1, NULL);
  const char *path = hd_arena_format(s->arena, "%s/code.lua", folder);
  assert_non_null(strstr(first_error(rules, path), "binary chunk"));
  sample_remove(s, folder, "code.lua");
  hd_rules_close(rules);
  sample_free(s);
}

static const char pack_rule[] =
    "return { api = 1, id = '%s', severity = 'warning', state = '%s', "
    "on = { pattern = 'x' }, summary = 'x', explain = 'x', "
    "messages = { base = '{at}' }, examples = { bad = { { 'x', at = 'x', "
    "nth = 1, severity = 'warning' } }, good = { 'y', { 'z' } } } }\n";

static void test_pack(void **state) {
  (void)state;
  sample *s = sample_new("x");
  const char *text =
      hd_arena_format(s->arena, pack_rule, "audit/own-rule", "preview");
  const char *folder = sample_write(s, "own-rule.lua", text, strlen(text));
  hd_rules *rules = sample_open(s, &folder, 1, NULL);
  const hd_rule_info *list;
  size_t n = hd_rules_list(rules, &list), found = n;
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i].id, "audit/own-rule") == 0)
      found = i;
  assert_true(found < n);
  assert_true(list[found].preview);
  assert_false(list[found].selected);
  assert_false(list[found].builtin);
  assert_int_equal(list[found].severity, HD_WARNING);
  hd_example *examples;
  assert_int_equal(
      hd_rules_examples(s->arena, rules, "audit/own-rule", &examples), 3);
  assert_true(examples[0].bad);
  assert_string_equal(examples[0].at, "x");
  assert_string_equal(examples[0].severity, "warning");
  assert_string_equal(examples[2].text, "z");
  assert_int_equal(examples[2].index, 2);
  hd_rules_close(rules);
  rules = sample_open(s, &folder, 1, "audit/own-rule");
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, -1);
  assert_int_equal(v->findings.n, 1);
  assert_string_equal(v->findings.items[0].message, "x");
  sample_remove(s, folder, "own-rule.lua");
  hd_rules_close(rules);
  sample_free(s);
}

static void test_override(void **state) {
  (void)state;
  sample *s = sample_new("x");
  const char *text = hd_arena_format(s->arena, pack_rule, "witness", "stable");
  const char *folder = sample_write(s, "witness.lua", text, strlen(text));
  const char *folders[] = {"tests/rules/good/", folder};
  hd_rules *rules = sample_open(s, folders, 2, NULL);
  const char *const *notes;
  size_t n = hd_rules_notes(rules, &notes);
  assert_int_equal(n, 1);
  assert_non_null(strstr(notes[0], "witness.lua overrides"));
  sample_remove(s, folder, "witness.lua");
  hd_rules_close(rules);
  sample_free(s);
}

/* What is said about one setting; "" where it is taken. */
static const char *set(sample *s, const char *setting) {
  static const char *const folders[] = {"tests/rules/good"};
  hd_rule_options options = {.folders = folders,
                             .n_folders = 1,
                             .prepared = sample_prepared(s->arena),
                             .settings = &setting,
                             .n_settings = 1};
  hd_rules *rules = hd_rules_open(s->arena, NULL, &options);
  const char *said = "";
  const hd_error *errors;
  size_t n = hd_rules_errors(rules, &errors);
  for (size_t i = 0; i < n; i++)
    if (strncmp(errors[i].file, "--set", 5) == 0)
      said = errors[i].message;
  hd_rules_close(rules);
  return said;
}

static void test_settings(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  assert_string_equal(set(s, "settings.least=4"), "");
  assert_string_equal(set(s, "settings.share=0.25"), "");
  assert_string_equal(set(s, "settings.words=a,b"), "");
  assert_string_equal(set(s, "settings.strict=false"), "");
  assert_string_equal(set(s, "settings.least=x"),
                      "least must be a whole number, not \"x\"");
  assert_string_equal(set(s, "settings.share=x"),
                      "share must be a decimal number, not \"x\"");
  assert_string_equal(set(s, "settings.strict=x"),
                      "strict must be true or false, not \"x\"");
  assert_string_equal(set(s, "settings.lest=4"),
                      "there is no parameter 'lest' (did you mean 'least'?)");
  assert_string_equal(set(s, "witnes.least=4"),
                      "no rule 'witnes' (did you mean 'witness'?)");
  assert_string_equal(set(s, "nothing"), "'nothing' is not RULE.PARAM=VALUE");
  sample_free(s);
}

static void test_settings_reach_the_rule(void **state) {
  (void)state;
  static const char *const folders[] = {"tests/rules/good"};
  static const char *const settings[] = {
      "settings.least=4", "settings.share=0.25", "settings.words=c,d"};
  static const char *const select[] = {"settings"};
  sample *s = sample_new("12%");
  hd_rule_options options = {.folders = folders,
                             .n_folders = 1,
                             .prepared = sample_prepared(s->arena),
                             .select = select,
                             .n_select = 1,
                             .settings = settings,
                             .n_settings = 3};
  hd_rules *rules = hd_rules_open(s->arena, NULL, &options);
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, -1);
  assert_int_equal(v->findings.n, 1);
  assert_string_equal(v->findings.items[0].message, "4 0.25 true c、d");
  hd_rules_close(rules);
  sample_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_many_patterns),
      cmocka_unit_test(test_bytecode),
      cmocka_unit_test(test_pack),
      cmocka_unit_test(test_override),
      cmocka_unit_test(test_settings),
      cmocka_unit_test(test_settings_reach_the_rule),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
