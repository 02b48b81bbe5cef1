/* config: what a .hedui.lua says, and where. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/hedui-config-XXXXXX";

static int set_up(void **state) {
  (void)state;
  return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  char command[64];
  snprintf(command, sizeof command, "rm -rf %s", folder);
  return chdir("/") == 0 ? system(command) : -1;
}

static void write_file(const char *name, const char *text) {
  FILE *out = fopen(name, "w");
  assert_non_null(out);
  fputs(text, out);
  fclose(out);
}

static hd_config *open_text(const char *text) {
  write_file(".hedui.lua", text);
  return hd_config_open(".hedui.lua");
}

static void assert_row(const hd_config *c, size_t i, const char *wanted) {
  char got[256];
  assert_in_range(i, 0, c->n - 1);
  const hd_config_row *r = &c->rows[i];
  snprintf(got, sizeof got, "%s %s=%s (%s) %s:%u %u", r->key, r->name, r->value,
           r->type, r->file, (unsigned)r->line, r->override);
  assert_string_equal(got, wanted);
}

static void rows_come_in_order(void **state) {
  (void)state;
  hd_config *c = open_text("-- what holds for all\n"
                           "return {\n"
                           "  lang = 'zh', fail_on = [[warning]],\n"
                           "  ignore = {\n"
                           "    \"b\", -- a list keeps its order\n"
                           "    \"a\" },\n"
                           "  severity = { [\"parts-sum\"] = \"note\",\n"
                           "    residue = \"off\" },\n"
                           "  params = { [\"x-y\"] = { least = 3,\n"
                           "    words = {\"一\", \"二\"}, strict = true } },\n"
                           "}\n");
  assert_null(c->error);
  assert_int_equal(c->n, 9);
  assert_row(c, 0, "fail_on =warning (string) .hedui.lua:3 0");
  assert_row(c, 1, "ignore =b (string) .hedui.lua:5 0");
  assert_row(c, 2, "ignore =a (string) .hedui.lua:6 0");
  assert_row(c, 3, "lang =zh (string) .hedui.lua:3 0");
  assert_row(c, 4, "params x-y.least=3 (number) .hedui.lua:9 0");
  assert_row(c, 5, "params x-y.strict=true (boolean) .hedui.lua:10 0");
  assert_row(c, 6, "params x-y.words=一,二 (string) .hedui.lua:10 0");
  assert_row(c, 7, "severity parts-sum=note (string) .hedui.lua:7 0");
  assert_row(c, 8, "severity residue=off (string) .hedui.lua:8 0");
  hd_config_free(c);
}

static void least_has_one_name_or_two(void **state) {
  (void)state;
  hd_config *c = open_text("return { least = { amount = {'1元', '2吨'},\n"
                           " ['parts-sum'] = { percent = 0.1 } } }");
  assert_null(c->error);
  assert_int_equal(c->n, 3);
  assert_row(c, 0, "least amount=1元 (string) .hedui.lua:1 0");
  assert_row(c, 1, "least amount=2吨 (string) .hedui.lua:1 0");
  assert_row(c, 2, "least parts-sum.percent=0.1 (number) .hedui.lua:2 0");
  hd_config_free(c);
}

static void overrides_hold_for_their_files(void **state) {
  (void)state;
  hd_config *c = open_text("return { overrides = {\n"
                           " { files = '*.md', lang = 'en' },\n"
                           " { files = {'/drafts/', 'a/**/x.txt'},\n"
                           "   ignore = {'r'} } }, lang = 'zh' }");
  assert_null(c->error);
  assert_int_equal(c->n_overrides, 2);
  assert_row(c, 0, "lang =zh (string) .hedui.lua:4 0");
  assert_row(c, 1, "lang =en (string) .hedui.lua:2 1");
  assert_row(c, 2, "ignore =r (string) .hedui.lua:4 2");
  assert_true(hd_config_holds(c, 0, "x"));
  assert_true(hd_config_holds(c, 1, "sub/x.md"));
  assert_false(hd_config_holds(c, 1, "x.txt"));
  assert_true(hd_config_holds(c, 2, "drafts/x/y.txt"));
  assert_true(hd_config_holds(c, 2, "a/b/c/x.txt"));
  assert_false(hd_config_holds(c, 2, "b/drafts/x.txt"));
  assert_false(hd_config_holds(c, 3, "x.txt"));
  hd_config_free(c);
}

static void what_is_extended_comes_first(void **state) {
  (void)state;
  assert_int_equal(system("mkdir -p base"), 0);
  write_file("base/one.lua", "return { extends = '../.hedui.lua',\n"
                             "rules = {'mine'} }");
  hd_config *c = open_text("return {\nextends = {'base/one.lua'},\n"
                           "rules = 'own' }");
  assert_null(c->error);
  assert_int_equal(c->n, 2);
  assert_row(c, 0, "rules =mine (string) base/one.lua:2 0");
  assert_string_equal(c->rows[0].folder, "base/");
  assert_row(c, 1, "rules =own (string) .hedui.lua:3 0");
  assert_string_equal(c->rows[1].folder, "");
  hd_config_free(c);
}

static void assert_wrong(const char *text, unsigned line, const char *word) {
  hd_config *c = open_text(text);
  assert_non_null(c->error);
  if (c->error->line != line || !strstr(c->error->message, word))
    fail_msg("%s: %u: %s", text, (unsigned)c->error->line, c->error->message);
  assert_int_equal(c->n, 0);
  hd_config_free(c);
}

static void assert_many_are_wrong(const char *head, const char *piece, size_t n,
                                  unsigned line) {
  char *text = malloc(strlen(head) + n * strlen(piece) + 8), *end = text;
  assert_non_null(text);
  end += sprintf(end, "%s", head);
  for (size_t i = 0; i < n; i++)
    end += sprintf(end, "%s", piece);
  sprintf(end, "} }");
  assert_wrong(text, line, line ? "10000 entries" : "overflow");
  free(text);
}

/* What a file of a megabyte may not make of the memory. */
static void small_files_stay_small(void **state) {
  (void)state;
  assert_wrong("return { overrides = { [0] = { files = 'x' } } }", 1,
               "numbered from 1");
  assert_wrong("return { overrides = { [-1] = { files = 'x' } } }", 1,
               "numbered from 1");
  assert_wrong("return { overrides = { [4000000000] = { files = 'x' } } }", 1,
               "numbered from 1");
  assert_many_are_wrong("return { ", "{", 400000, 0);
  assert_many_are_wrong("local t = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }\n"
                        "return { ignore = {",
                        "t,", 2000, 2);
}

static void wrong_ones_are_refused(void **state) {
  (void)state;
  assert_wrong("return {\n lang = \n}", 3, "unexpected");
  assert_wrong("\nreturn 'x'", 0, "returns a table");
  assert_wrong("return {\nlang = zh }", 2, "quotes");
  assert_wrong("\n\nfor i = 1, 2 do end return {}", 3, "loops");
  assert_wrong("return {\n lang = (function() return 'zh' end)() }", 2,
               "functions");
  assert_wrong("local t = {} t.t = t return t", 0, "nested");
  assert_wrong("return { a = { b = { 'x' } } }", 1, "one value");
  assert_wrong("return {\n severity = { 'x' } }", 2, "names");
  assert_wrong("return {\n severity = 'x' }", 2, "RULE");
  assert_wrong("return {\n params = { x = 1 } }", 2, "PARAM");
  assert_wrong("return {\n overrides = { { lang = 'zh' } } }", 0, "files");
  assert_wrong("return {\n overrides = { files = 'x' } }", 2, "list of");
  assert_wrong("return {\n extends = 'none.lua' }", 2, "no such file");
  assert_wrong("return {\n extends = 'bad.lua' }", 2, "no such file");
  assert_wrong("\x1bLua", 0, "binary chunk");
  assert_wrong("return { x = ('a'):rep(99) }", 1, "index a string");
  assert_wrong("local s = 'xxxxxxxx' return { s .. os.time() }", 1, "os");
  char bomb[4096] = "local s = 'aaaaaaaaaaaaaaaa' ";
  for (int i = 0; i < 40; i++)
    strcat(bomb, "s = s .. s ");
  strcat(bomb, "return { lang = s }");
  assert_wrong(bomb, 0, "memory");
}

static void the_nearest_is_found(void **state) {
  (void)state;
  char path[4096];
  write_file(".hedui.lua", "return {}");
  assert_int_equal(system("mkdir -p sub/deep"), 0);
  assert_true(hd_config_find("sub/deep/x.txt", path, sizeof path));
  assert_string_equal(path, ".hedui.lua");
  write_file("sub/.hedui.lua", "return {}");
  assert_true(hd_config_find("sub/deep/x.txt", path, sizeof path));
  assert_string_equal(path, "sub/.hedui.lua");
  assert_true(hd_config_find("x.txt", path, sizeof path));
  assert_string_equal(path, ".hedui.lua");
  assert_false(hd_config_find("/x.txt", path, sizeof path));
  assert_false(hd_config_find("x.txt", path, 4));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_come_in_order),
      cmocka_unit_test(least_has_one_name_or_two),
      cmocka_unit_test(overrides_hold_for_their_files),
      cmocka_unit_test(what_is_extended_comes_first),
      cmocka_unit_test(small_files_stay_small),
      cmocka_unit_test(wrong_ones_are_refused),
      cmocka_unit_test(the_nearest_is_found)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
