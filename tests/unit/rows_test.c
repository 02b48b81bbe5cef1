/* rows: lexicon tables as rules see them, on a folder of the test's own. */
#include "checker/base/lexicon.h"
#include "rule_sample.h"
#include <sys/stat.h>

static const char rule_text[] =
    "local rows = lexicon('zh/pairs') "
    "return { api = 1, id = 'try', severity = 'note', on = { claim = 'percent' "
    "}, summary = 'x', explain = 'x', messages = { base = '{at}' }, examples = "
    "{ bad = { { '12%', at = '12%' } }, good = { 'x' } }, "
    "check = function(item, report) "
    "local row = rows:find('甲') "
    "report { at = item, stated = #rows .. rows[2].word .. row.value .. "
    "tostring(rows:find('丙')) .. tostring(rows[3]) .. rows:any('word') } "
    "for i = 1, 40 do assert(rows:find('乙').value == '2') end "
    "assert(rows:find('丙') == nil) "
    "local name = 'vlaue' "
    "local ok, said = pcall(function() return row[name] end) "
    "report { at = item, stated = said } end }";

static void test_rows(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  const char table[] = "word\tvalue\n甲\t1\n乙\t2\n";
  const char *folder = sample_write(s, "try.lua", rule_text, strlen(rule_text));
  const char *lang = hd_arena_format(s->arena, "%s/zh", folder);
  const char *path = hd_arena_format(s->arena, "%s/pairs.tsv", lang);
  assert_int_equal(mkdir(lang, 0700), 0);
  FILE *out = fopen(path, "wb");
  assert_non_null(out);
  fputs(table, out);
  fclose(out);
  hd_error error = {0};
  hd_lexicon *lexicon = hd_lexicon_open(s->arena, &folder, 1, &error);
  assert_non_null(lexicon);
  const char *id = "try";
  hd_rule_options options = {
      .folders = &folder, .n_folders = 1, .select = &id, .n_select = 1};
  hd_rules *rules = hd_rules_open(s->arena, lexicon, &options);
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_ZH, NULL, -1);
  assert_string_equal(sample_wrong(rules, v), "");
  assert_int_equal(v->findings.n, 2);
  assert_string_equal(v->findings.items[0].stated, "2乙1nilnil乙|甲");
  assert_non_null(strstr(v->findings.items[1].stated,
                         "lexicon zh/pairs has no column 'vlaue'"));
  unlink(path);
  rmdir(lang);
  sample_remove(s, folder, "try.lua");
  hd_rules_close(rules);
  sample_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
