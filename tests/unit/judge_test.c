/* judge: what each `on` dispatches, and that a hostile rule is stopped and
 * named while the findings of the others stay. Hostile rules are the files of
 * tests/rules/hostile; the first line of each says what must be said. */
#include "rule_sample.h"
#include <dirent.h>

static const char report_text[] = "甲企业40家,增长12%。乙企业3家,下降5.5%。\n"
                                  "丙企业140家,增长7%。\n";

static const char *expected_of(const char *path, char *line, int n) {
  FILE *in = fopen(path, "r");
  assert_non_null(in);
  assert_non_null(fgets(line, n, in));
  fclose(in);
  line[strcspn(line, "\n")] = 0;
  assert_true(strncmp(line, "-- expect: ", 11) == 0);
  return line + 11;
}

/* Findings of the rule `id`. */
static size_t count_findings(const hd_verdicts *v, const char *id) {
  size_t n = 0;
  for (size_t i = 0; i < v->findings.n; i++)
    n += strcmp(v->findings.items[i].rule, id) == 0;
  return n;
}

static void try_hostile(const char *name) {
  static const char *const folders[] = {"tests/rules/good",
                                        "tests/rules/hostile"};
  sample *s = sample_new(report_text);
  char *id = hd_arena_copy(s->arena, name, strlen(name) - 4), line[200];
  const char *path = hd_arena_format(s->arena, "%s/%s", folders[1], name);
  const char *expected = expected_of(path, line, sizeof line);
  const char *select[] = {id, "witness", "uses-lib", "forty"};
  hd_rule_options options = {.folders = folders,
                             .n_folders = 2,
                             .select = select,
                             .n_select = 4,
                             .prepared = sample_prepared(s->arena),
                             .max_instructions = 12000000,
                             .max_memory = 64 << 20};
  hd_rules *rules = hd_rules_open(s->arena, NULL, &options);
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, -1);
  const char *said = v->failures.n ? v->failures.items[0].message : "nothing";
  if (!strstr(said, expected))
    fail_msg("%s: expected \"%s\", got \"%s\"", name, expected, said);
  assert_int_equal(v->failures.n, 1);
  assert_string_equal(v->failures.items[0].file, id);
  assert_int_equal(count_findings(v, "witness"), 3);
  assert_int_equal(count_findings(v, "uses-lib"), 3);
  assert_int_equal(count_findings(v, "forty"), 2);
  hd_rules_close(rules);
  sample_free(s);
}

static void test_hostile(void **state) {
  (void)state;
  struct dirent **names;
  int n = scandir("tests/rules/hostile", &names, NULL, alphasort);
  assert_true(n > 0);
  for (int i = 0; i < n; i++) {
    if (strstr(names[i]->d_name, ".lua"))
      try_hostile(names[i]->d_name);
    free(names[i]);
  }
  free(names);
}

/* The rule's line is found, also where the error comes from C. */
static void test_line(void **state) {
  (void)state;
  static const char *const folders[] = {"tests/rules/hostile"};
  sample *s = sample_new(report_text);
  hd_rules *rules = sample_open(s, folders, 1, "field");
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, -1);
  assert_int_equal(v->failures.n, 1);
  assert_int_equal(v->failures.items[0].line, 12);
  assert_non_null(strstr(v->failures.items[0].message,
                         "tests/rules/hostile/field.lua:12:"));
  hd_rules_close(rules);
  sample_free(s);
}

static void test_skip_and_current(void **state) {
  (void)state;
  static const char *const folders[] = {"tests/rules/good"};
  sample *s = sample_new(report_text);
  hd_rules *rules = sample_open(s, folders, 1, "witness");
  const hd_rule_info *list;
  size_t n = hd_rules_list(rules, &list), index = 0;
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i].id, "witness") == 0)
      index = i;
  volatile int current = 99;
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, &current, -1);
  assert_int_equal(v->findings.n, 3);
  assert_int_equal(current, -1);
  v = hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, (int)index);
  assert_int_equal(v->findings.n, 0);
  hd_rules_close(rules);
  sample_free(s);
}

static void say(const char *on, const char *body, const char *expected) {
  assert_string_equal(sample_say(report_text, on, body), expected);
}

static void test_dispatch(void **state) {
  (void)state;
  say("on = { claim = 'percent' },", "report { at = item }", "12%|5.5%|7%");
  say("on = { claim = { 'percent', 'count' } },", "report { at = item }",
      "40|3|140|12%|5.5%|7%");
  say("on = { claim = 'any' },", "report { at = item }",
      "40|3|140|12%|5.5%|7%");
  say("on = { claim = 'date' },", "report { at = item }", "");
  say("on = { block = 'paragraph' },",
      "report { at = item, stated = item.index }", "1|2");
  say("on = { block = 'heading' },", "report { at = item }", "");
  say("on = { sentence = true },", "report { at = item, stated = item.index }",
      "1|2|3");
  say("on = { pattern = [[(?<n>[0-9]+)家]] },",
      "report { at = item, stated = item.n .. '/' .. item[1] .. '/' .. "
      "item.sentence.index .. '/' .. item:place(1).text }",
      "40/40/1/40|3/3/2/3|140/140/3/140");
  say("on = { pattern = [[(?<n>[0-9.]+)(?:家|(?<p>%))]] },",
      "local next = item:next_figure() report { at = item, stated = "
      "item:figure('n').text .. '/' .. (next and next.text or '') .. "
      "tostring(item:figure('p')) }",
      "40/12%nil|12%/nil|3/5.5%nil|5.5%/nil|140/7%nil|7%/nil");
  say("on = { pattern = { '甲', '丙' } },", "report { at = item }", "甲|丙");
  say("on = { pattern = { '乙乙', '丙', '甲' } },",
      "report { at = item, stated = item.pattern }", "3|2");
  say("on = { pattern = '丙', set = true },",
      "report { at = item.type == 'set' and item.documents[1] or item, "
      "stated = item.type }",
      "match|set");
  say("", "report { at = item.documents[1], stated = item.type }", "set");
  say("languages = 'en', on = { claim = 'any' },", "report { at = item }", "");
  say("on = { claim = 'percent', sentence = true },",
      "report { at = item, stated = item.type }",
      "claim|claim|claim|sentence|sentence|sentence");
}

static void test_narrow(void **state) {
  (void)state;
  say("on = { claim = 'percent', above = 7 },", "report { at = item }", "12%");
  say("on = { claim = 'any', above = 6, unit = { '家', '%' } },",
      "report { at = item }", "12%|7%");
  say("on = { claim = 'any', unit = 'kg' },", "report { at = item }", "");
  say("on = { claim = 'any', where = 'numeral' },", "report { at = item }", "");
  say("on = { claim = 'percent', sentence = true, above = 7 },",
      "report { at = item, stated = item.type }",
      "claim|sentence|sentence|sentence");
  say("on = { block = 'any', where = 'text' },", "report { at = item }",
      "on.where: a block has no field 'text' that is true or false");
  say("on = { sentence = true, above = 7 },", "report { at = item }",
      "on.above is of figures: on.claim is missing");
  say("on = { above = 7 },", "report { at = item }", "on names nothing");
}

static void test_links(void **state) {
  (void)state;
  sample *s = sample_new(report_text);
  hd_claim_ref none = {0, HD_NONE}, members[2] = {{0, 0}, {0, 4}};
  hd_link links[2];
  memset(links, 0, sizeof links);
  for (int i = 0; i < 2; i++) {
    links[i].whole = links[i].rate = links[i].increment = none;
    links[i].level = links[i].base = none;
  }
  links[0].kind = HD_LINK_SAME_FACT;
  links[0].members = members;
  links[0].n_members = 2;
  links[0].differs = "scope";
  links[1].kind = HD_LINK_CHANGE_OF;
  links[1].rate = (hd_claim_ref){0, 1};
  links[1].anchor = (hd_span){0, 3};
  s->links.items = links;
  s->links.n = 2;
  hd_verdicts *v = sample_check(
      s, "on = { link = 'same_fact' },",
      "report { at = item.members[1], related = { item.members[2] }, message "
      "= 'sum', expected = item.differs, values = { total = item.members } } "
      "if item.level or #doc:links('change_of') ~= 1 or "
      "doc:links('change_of')[1].anchor.text ~= '甲' then error('links') end",
      NULL);
  assert_int_equal(v->failures.n, 0);
  assert_int_equal(v->findings.n, 1);
  assert_string_equal(v->findings.items[0].message, "40, 140|40|scope|140|{x}");
  assert_int_equal(v->findings.items[0].n_related, 1);
  assert_int_equal(v->checks.n, 1);
  assert_int_equal(v->checks.items[0].result, 0);
  sample_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hostile),  cmocka_unit_test(test_line),
      cmocka_unit_test(test_dispatch), cmocka_unit_test(test_links),
      cmocka_unit_test(test_narrow),   cmocka_unit_test(test_skip_and_current),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
