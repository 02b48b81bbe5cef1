/* engine: the library as its users see it: options, sets, places, counts,
 * examples, files. */
#include "run_sample.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static sample_pack pack;
static hd_engine *engine;

static int set_up(void **state) {
  (void)state;
  if (!sample_open(&pack))
    return -1;
  sample_remove(&pack, "slow.lua");
  hd_options options = sample_options(&pack, 1, (hd_options)HD_OPTIONS_DEFAULT);
  engine = hd_engine_new(&options);
  if (!hd_engine_error(engine))
    return 0;
  sample_close(&pack);
  return -1;
}

static int tear_down(void **state) {
  (void)state;
  hd_engine_free(engine);
  sample_close(&pack);
  return 0;
}

static hd_input input_of(const char *name, const char *text) {
  return (hd_input){.name = name, .bytes = text, .n_bytes = strlen(text)};
}

static hd_result *check(const char *name, const char *text, unsigned want) {
  hd_input input = input_of(name, text);
  return hd_engine_check(engine, &input, 1, want);
}

/* The nth finding of the rule `zap`. */
static const hd_finding *zap(const hd_result *r, size_t nth) {
  for (size_t i = 0; i < r->n_findings; i++)
    if (strcmp(r->findings[i].rule, "zap") == 0 && nth-- == 0)
      return &r->findings[i];
  fail_msg("no such finding");
  return NULL;
}

/* ---- options ---------------------------------------------------------------
 */

static void assert_refused(hd_options options, const char *word) {
  hd_engine *e = hd_engine_new(&options);
  assert_non_null(hd_engine_error(e));
  assert_non_null(strstr(hd_engine_error(e), word));
  hd_input input = input_of("a.txt", "A zap.");
  hd_result *r = hd_engine_check(e, &input, 1, 0);
  assert_int_equal(r->n_findings, 0);
  assert_int_equal(r->n_failures, 1);
  assert_int_equal(r->files[0].failed, 1);
  hd_result_free(r);
  hd_engine_free(e);
}

static void test_options(void **state) {
  (void)state;
  assert_refused((hd_options){.lang = "fr"}, "fr");
  assert_refused((hd_options){.doc_lang = "fr"}, "fr");
  assert_refused((hd_options){.date = "2024-02-30"}, "2024-02-30");
  assert_refused((hd_options){.date = "2023-02-29"}, "2023-02-29");
  assert_refused((hd_options){.date = "2024-1-1"}, "2024-1-1");
  hd_options good = {.date = "2024-02-29", .lang = "en", .doc_lang = "zh"};
  hd_engine *e = hd_engine_new(&good);
  assert_null(hd_engine_error(e));
  hd_engine_free(e);
}

static void test_names(void **state) {
  (void)state;
  assert_string_equal(hd_severity_name(HD_SEVERITY_ERROR), "error");
  assert_string_equal(hd_outcome_name(HD_UNDECIDED), "undecided");
  assert_string_equal(hd_column_name(HD_COLUMN_TEXT), "text");
  assert_string_equal(hd_column_name(HD_COLUMN_ID), "id");
  for (int i = 0; i < HD_COLUMNS; i++)
    assert_true(*hd_column_name(i) != '\0');
  assert_string_equal(hd_column_name(HD_COLUMNS), "");
}

static void test_rules(void **state) {
  const hd_rule *rules;
  bool found = false;
  (void)state;
  size_t n = hd_engine_rules(engine, &rules);
  for (size_t i = 0; i < n; i++) {
    assert_true(i == 0 || strcmp(rules[i - 1].id, rules[i].id) < 0);
    if (strcmp(rules[i].id, "zap") == 0) {
      found = true;
      assert_false(rules[i].builtin);
      assert_true(rules[i].selected);
      assert_int_equal(rules[i].severity, HD_SEVERITY_WARNING);
      assert_string_equal(rules[i].source, sample_zap);
    }
  }
  assert_true(found);
}

/* ---- places
 * ------------------------------------------------------------------ */

static void test_place(void **state) {
  (void)state;
  hd_result *r = check("a.txt", "第一段。\n\n在这里有一个zap，还有别的。\n", 0);
  const hd_finding *f = zap(r, 0);
  assert_string_equal(f->at.file, "a.txt");
  assert_int_equal(f->at.line, 3);
  assert_int_equal(f->at.column, 7);
  assert_int_equal(f->at.end_line, 3);
  assert_int_equal(f->at.end_column, 10);
  assert_string_equal(f->at.text, "zap");
  assert_string_equal(f->at.context, "在这里有一个zap，还有别的。");
  assert_int_equal(f->at.context_at, 6);
  assert_int_equal(f->at.context_len, 3);
  assert_int_equal(f->at.source, 14 + 18);
  assert_int_equal(f->at.source_end, 14 + 21);
  assert_int_equal(strlen(f->fingerprint), 16);
  hd_result_free(r);
}

/* What was folded for reading is shown as it was written. */
static void test_printed_text(void **state) {
  (void)state;
  hd_result *r = check("a.txt", "增长１２％，有ｚａｐ；其余不变。\n", 0);
  const hd_finding *f = zap(r, 0);
  assert_string_equal(f->at.text, "ｚａｐ");
  assert_string_equal(f->at.context, "增长１２％，有ｚａｐ；其余不变。");
  hd_result_free(r);
}

static void test_window(void **state) {
  char text[400] = "";
  (void)state;
  for (int i = 0; i < 60; i++)
    strcat(text, i == 45 ? "zap" : "好");
  hd_result *r = check("a.txt", text, 0);
  const hd_finding *f = zap(r, 0);
  assert_int_equal(f->at.context_at, 30);
  assert_int_equal(f->at.context_len, 3);
  assert_int_equal(hd_utf8_count(f->at.context, strlen(f->at.context)),
                   30 + 3 + 14);
  hd_result_free(r);
}

/* ---- findings
 * ------------------------------------------------------------------ */

static void test_sorted(void **state) {
  (void)state;
  hd_input inputs[] = {input_of("b.txt", "A zap and a zap.\n"),
                       input_of("a.txt", "One more zap.\n"),
                       {.name = "no such file"}};
  hd_result *r = hd_engine_check(engine, inputs, 3, 0);
  assert_int_equal(sample_count(r, "zap"), 3);
  assert_string_equal(zap(r, 0)->at.file, "b.txt");
  assert_string_equal(zap(r, 1)->at.file, "b.txt");
  assert_true(zap(r, 0)->at.column < zap(r, 1)->at.column);
  assert_string_equal(zap(r, 2)->at.file, "a.txt");
  assert_int_equal(r->n_files, 3);
  assert_int_equal(r->files[2].failed, 1);
  assert_int_equal(r->n_failures, 1);
  assert_string_equal(r->failures[0].file, "no such file");
  hd_result_free(r);
}

static void assert_same_marks(const char *name, const char *text,
                              const hd_result *expected) {
  hd_result *r = check(name, text, 0);
  assert_int_equal(sample_count(r, "zap"), sample_count(expected, "zap"));
  for (size_t i = 0; i < sample_count(r, "zap"); i++)
    assert_string_equal(zap(r, i)->fingerprint, zap(expected, i)->fingerprint);
  hd_result_free(r);
}

/* Line ends, wraps, another format and edits elsewhere keep the marks. */
static void test_fingerprints(void **state) {
  (void)state;
  hd_result *r = check("a.txt",
                       "全省工作报告\n\n一、工作回顾\n\n"
                       "今年以来全省各地出现了一个zap，其余各项工作都在照常"
                       "进行，没有发现别的问题。\n",
                       0);
  assert_int_equal(sample_count(r, "zap"), 1);
  assert_same_marks("a.txt",
                    "全省工作报告\r\n\r\n一、工作回顾\r\n\r\n"
                    "今年以来全省各地出现了一个zap，其余各项工作都在照常"
                    "进行，没有发现别的问题。\r\n",
                    r);
  assert_same_marks("a.txt",
                    "全省工作报告\n\n一、工作回顾\n\n"
                    "今年以来全省各地出现\n了一个zap，其余各项工\n"
                    "作都在照常进行，没有\n发现别的问题。\n",
                    r);
  assert_same_marks("a.md",
                    "# 全省工作报告\n\n## 一、工作回顾\n\n"
                    "今年以来全省各地出现了**一个zap**，其余各项工作都在照常"
                    "进行，没有发现别的问题。\n",
                    r);
  assert_same_marks("other.txt",
                    "全市工作报告\n\n前面又有一段。\n\n一、工作回顾\n\n"
                    "去年和今年以来全省各地出现了一个zap，其余各项工作都已"
                    "照常进行。\n\n后面也有一段。\n",
                    r);
  hd_result_free(r);
}

/* Equal places are told apart by their order. */
static void test_ordinals(void **state) {
  (void)state;
  hd_result *r = check("a.txt",
                       "今年以来各地出现了一个zap没有别的问题。\n\n"
                       "今年以来各地出现了一个zap没有别的问题。\n",
                       0);
  assert_int_equal(sample_count(r, "zap"), 2);
  assert_string_not_equal(zap(r, 0)->fingerprint, zap(r, 1)->fingerprint);
  hd_result_free(r);
}

/* ---- claims and counts
 * ------------------------------------------------------------ */

static const char *field(const hd_result *r, const char *text, int column) {
  for (size_t i = 0; i < r->n_claims; i++)
    if (strcmp(r->claims[i].fields[HD_COLUMN_TEXT], text) == 0)
      return r->claims[i].fields[column];
  fail_msg("no row of %s", text);
  return "";
}

static void test_claims(void **state) {
  (void)state;
  hd_result *r = check("a.txt",
                       "2023年全省进口2165.6亿元，增长14.6%，"
                       "其中三分之一来自机电产品。\n",
                       HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  assert_int_equal(r->n_findings, 0);
  assert_int_equal(r->n_claims, r->counts.figures);
  assert_string_equal(field(r, "2165.6亿元", HD_COLUMN_LOW), "216560000000");
  assert_string_equal(field(r, "2165.6亿元", HD_COLUMN_UNIT), "CNY");
  assert_string_equal(field(r, "2165.6亿元", HD_COLUMN_UNIT_TEXT), "亿元");
  assert_string_equal(field(r, "2165.6亿元", HD_COLUMN_DECIMALS), "1");
  assert_string_equal(field(r, "14.6%", HD_COLUMN_KIND), "percent");
  assert_string_equal(field(r, "14.6%", HD_COLUMN_DIRECTION), "up");
  assert_string_equal(field(r, "三分之一", HD_COLUMN_LOW), "1/3");
  assert_string_equal(field(r, "2023年", HD_COLUMN_LOW), "2023-01-01");
  assert_string_equal(field(r, "2023年", HD_COLUMN_HIGH), "2023-12-31");
  for (size_t i = 1; i < r->n_claims; i++)
    assert_true(r->claims[i - 1].at.source_end <= r->claims[i].at.source);
  hd_result_free(r);
}

/* Ids differ, and an edit elsewhere keeps them. */
static void test_claim_ids(void **state) {
  (void)state;
  hd_result *a = check("a.txt", "全市新增企业12家，新增企业12家，关闭3家。\n",
                       HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  hd_result *b = check("b.txt",
                       "前面又说明了情况。\n\n"
                       "全市新增企业12家，新增企业12家，关闭3家。\n",
                       HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  assert_int_equal(a->n_claims, 3);
  assert_string_not_equal(a->claims[0].fields[HD_COLUMN_ID],
                          a->claims[1].fields[HD_COLUMN_ID]);
  assert_string_equal(a->claims[1].fields[HD_COLUMN_ID],
                      b->claims[1].fields[HD_COLUMN_ID]);
  assert_string_equal(a->claims[2].fields[HD_COLUMN_ID],
                      b->claims[2].fields[HD_COLUMN_ID]);
  hd_result_free(a);
  hd_result_free(b);
}

static void test_counts(void **state) {
  (void)state;
  hd_result *r = check("a.txt", "全市新增企业12家。\n", 0);
  assert_int_equal(r->counts.figures, 1);
  assert_int_equal(r->counts.claims, 1);
  assert_int_equal(r->counts.idle, 1);
  assert_int_equal(r->counts.characters, 10);
  assert_int_equal(r->n_claims, 0);
  assert_int_equal(r->n_checks, 0);
  assert_string_equal(r->tree, "");
  hd_result_free(r);
  r = check("a.txt", "", 0);
  assert_int_equal(r->counts.figures, 0);
  assert_int_equal(r->n_failures, 0);
  hd_result_free(r);
}

static void test_checks(void **state) {
  (void)state;
  hd_result *r = check("a.txt", "A zap here.\n", HD_WANT_CHECKS);
  assert_int_equal(r->n_checks, r->counts.checks);
  assert_true(r->n_checks >= 1);
  assert_int_equal(r->checks[0].outcome, HD_DIFFERS);
  assert_string_equal(r->checks[0].rule, "zap");
  hd_result_free(r);
}

static void test_tree(void **state) {
  (void)state;
  hd_result *r = check("a.txt", "全市新增企业12家。\n", HD_WANT_TREE);
  assert_non_null(strstr(r->tree, "document a.txt"));
  assert_non_null(strstr(r->tree, "“12家”"));
  hd_result_free(r);
}

/* ---- examples and files
 * -------------------------------------------------------------- */

typedef struct {
  size_t n, failed;
} trials;

static void count_trial(void *closure, const hd_trial *trial) {
  trials *t = closure;
  t->n++;
  t->failed += !trial->passed;
  assert_int_equal(trial->passed, *trial->message == '\0');
}

static void test_examples(void **state) {
  trials t = {0, 0};
  (void)state;
  hd_engine_test(engine, "zap", count_trial, &t);
  assert_int_equal(t.n, 2);
  assert_int_equal(t.failed, 0);
}

static void test_files(void **state) {
  (void)state;
  sample_write(&pack, "b.txt", "b");
  sample_write(&pack, "a.md", "a");
  hd_files *files = hd_files_below(pack.folder);
  assert_null(files->error);
  assert_int_equal(files->n, 2);
  assert_non_null(strstr(files->names[0], "/a.md"));
  assert_non_null(strstr(files->names[1], "/b.txt"));
  assert_int_equal(files->skipped, 1); /* zap.lua */
  hd_files_free(files);
  sample_remove(&pack, "a.md");
  sample_remove(&pack, "b.txt");
  files = hd_files_below("no such folder");
  assert_non_null(files->error);
  hd_files_free(files);
}

/* What a step says outlives the state that the rule ran in. */
static void test_why(void **state) {
  (void)state;
  static const char text[] = "新开工重大项目318个,其中省级重点项目346个。";
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *made = hd_engine_new(&options);
  hd_input input = {.name = "x.txt", .bytes = text, .n_bytes = sizeof text - 1};
  hd_result *result = hd_engine_check(made, &input, 1, HD_WANT_WHY);
  size_t ends = 0;
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_why *why = result->findings[i].why;
    assert_non_null(why);
    for (size_t k = 0; k < why->n_steps; k++)
      ends += strcmp(why->steps[k].op, "low") == 0;
  }
  assert_true(result->n_findings > 0);
  assert_true(ends > 0);
  hd_result_free(result);
  result = hd_engine_check(made, &input, 1, 0);
  assert_null(result->findings[0].why);
  hd_result_free(result);
  hd_engine_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_options),      cmocka_unit_test(test_names),
      cmocka_unit_test(test_rules),        cmocka_unit_test(test_place),
      cmocka_unit_test(test_printed_text), cmocka_unit_test(test_window),
      cmocka_unit_test(test_sorted),       cmocka_unit_test(test_fingerprints),
      cmocka_unit_test(test_ordinals),     cmocka_unit_test(test_claims),
      cmocka_unit_test(test_claim_ids),    cmocka_unit_test(test_counts),
      cmocka_unit_test(test_checks),       cmocka_unit_test(test_tree),
      cmocka_unit_test(test_examples),     cmocka_unit_test(test_why),
      cmocka_unit_test(test_files),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
