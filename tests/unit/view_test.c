/* view: fields of views, their errors, and docs/api.md, which is written from
 * the same tables: HD_UPDATE=1 writes it anew, otherwise it must agree. */
#include "checker/rule/host.h"
#include "rule_sample.h"

#define ON "on = { claim = 'percent' },"
static const char report_text[] = "甲企业40家,增长12.5%。乙企业3家。\n第二段。";

/* What `expression` is for the first percentage, as text. */
static void is(const char *expression, const char *expected) {
  char body[600];
  snprintf(body, sizeof body, "report { at = item, stated = tostring(%s) }",
           expression);
  const char *said = sample_say(report_text, ON, body);
  if (!strstr(said, expected) || (!*expected && *said))
    fail_msg("%s: expected \"%s\", got \"%s\"", expression, expected, said);
}

static void test_cells(void **state) {
  (void)state;
  hd_cell cells[] = {{.span = {0, 3}}, {.span = {3, 6}}, {.span = {0, 0}}};
  hd_table table = {.cells = cells, .n_cells = 3, .rows = 1, .columns = 3};
  for (uint32_t i = 0; i < 3; i++)
    cells[i].column = i;
  sample *s = sample_new("5%)x(1 12.5%");
  s->doc.tables = &table;
  s->doc.n_tables = 1;
  hd_rules *rules;
  hd_verdicts *v = sample_check(
      s, ON,
      "local t, out = doc.tables[1], '' "
      "for _, p in ipairs { '[(]', '^[5x]', '^$', 'y' } do "
      "for _, c in ipairs(t:matching(re.new(p))) do out = out .. c.column end "
      "out = out .. ';' end "
      "report { at = item, stated = out }",
      &rules);
  assert_string_equal(sample_wrong(rules, v), "");
  assert_string_equal(v->findings.items[0].stated, "2;12;3;;");
  hd_rules_close(rules);
  sample_free(s);
}

static void test_claim(void **state) {
  (void)state;
  is("item.text", "12.5%");
  is("item.number_text .. item.unit_text", "12.5%");
  is("item.kind .. item.unit .. item.dimension", "percent%share");
  is("item.value", "12.5");
  is("item.interval", "[12.45,12.55]");
  is("item.last_digit", "0.1");
  is("item.cell_range", "[12.45,12.55]");
  is("item.decimals", "1");
  is("item.bound", "exact");
  is("item.approx", "nil");
  is("item.is_claim", "true");
  is("item.index", "2");
  is("item.sentence.text", "甲企业40家,增长12.5%。");
  is("item.block.index", "1");
  is("item.document == doc and item.doc == doc", "true");
  is("item:has('growth')", "false");
  is("item:has('grwth')", "invalid option 'grwth'");
  is("item:place('number').text", "12.5");
  is("item:place('subject')", "nil");
  is("item:before(3) .. '|' .. item:after(4)", ",增长|。乙企业");
  is("item.subject .. item.scope .. item.period .. item.cue", "");
  is("item.list", "nil");
  is("item.first", "");
  is("item.year", "nil");
  is("#item:around(2, '') .. item:around(1, '')[1].text", "240");
  is("#item:around(2, 'x') + #item:around(0, '')", "0");
  is("item:around(-1)", "0 to 1000 figures");
  is("item.power", "0");
  is("item.vlaue", "a claim has no field 'vlaue' (did you mean 'value'?)");
  is("item[1]", "a claim has no field '1'");
  is("(function() item.value = 1 end)()", "a claim is read-only");
}

static void test_text(void **state) {
  (void)state;
  is("doc.name .. doc.lang .. doc.role", "sample.txtzhreport");
  is("#doc.claims .. #doc.sentences .. #doc.blocks", "332");
  is("doc.claims[3].text", "3");
  is("doc.claims[4]", "nil");
  is("doc.claims.n", "a list has [1] to [#list], no field 'n'");
  is("doc.blocks[1].next.text", "第二段。");
  is("doc.blocks[1].previous", "nil");
  is("doc.blocks[2].body.text", "第二段。");
  is("doc.blocks[2].marker", "nil");
  is("doc.blocks[2].heading", "nil");
  is("doc.blocks[1].kind", "paragraph");
  is("item.sentence.clauses[2].text", "增长12.5%。");
  is("item.sentence.clauses[1].mark", ",");
  is("#item.sentence.claims", "2");
  is("#item.sentence.tokens", "0");
  is("item.sentence:place(1, 3).text", "甲");
  is("item.sentence:place(1, 3).sentence == item.sentence", "true");
  is("item.sentence:place(2, 3)", "cuts a character in two");
  is("doc:ending('。')[2].block.index .. #doc:ending(',')", "20");
  is("#doc:doubles() + #doc:twins(20)", "0");
  is("item.sentence:place(0, 3)", "is not inside");
  is("item.sentence:place(1, 3):after(2)", "企业");
  is("doc.date .. doc.entity", "");
  is("#doc:figures('percent') .. doc:figures('percent', 'count')[3].text",
     "13");
  is("doc:figures('grwth')", "no kind of figure");
  is("#doc.gaps + #doc.tables + #doc.enumerators", "0");
}

/* What a table behind the kinds asks of figures. */
static void test_asked(void **state) {
  (void)state;
  is("#doc:figures('count', 'percent', { claim = true })", "3");
  is("#doc:figures('count', { aspect = 'level' })", "0");
  is("#doc:figures('count', { has = 'growth' })", "0");
  is("#doc:figures('count', { modality = 'actual' }) .. "
     "#doc:figures('count', { modality = 'target' })",
     "20");
  is("#doc:figures('count', { power = 0 }) .. "
     "#doc:figures('count', { power = 1 })",
     "20");
  is("#doc:figures('count', { names = { [''] = true } }) .. "
     "#doc:figures('count', { names = {} }) .. "
     "#doc:figures('count', { name = 1 })",
     "200");
  is("doc:figures('count', { apect = 'level' })",
     "figures cannot be asked for 'apect'");
  is("doc:figures('count', { has = 'grwth' })", "'grwth' is no aspect");
  is("doc:figures('count', { modality = 'x' })", "'x' is no modality");
}

/* One thing is one value: it serves as a key. Places compare by cover. */
static void test_identity(void **state) {
  (void)state;
  is("({ [item] = 'seen' })[doc.claims[2]]", "seen");
  is("item.sentence == doc.sentences[1]", "true");
  is("item:place() == item:place('text')", "true");
  is("item:place() == item:place('number')", "false");
  is("({ [item:place()] = 'seen' })[item:place('text')]", "seen");
  is("item", "claim 12.5%");
  is("(function() local n = 0 for i, c in ipairs(doc.claims) do n = n + i "
     "end return n end)()",
     "6");
  is("(function() local n = 0 for i, c in pairs(doc.claims) do n = n + i "
     "end return n end)()",
     "6");
}

static void test_sandbox(void **state) {
  (void)state;
  is("(function() local s = '' for k in pairs({ b = 1, a = 2, [3] = 1, [1] = "
     "1, [true] = 1 }) do s = s .. tostring(k) end return s end)()",
     "13abtrue");
  is("next({ b = 1, a = 2 })", "a");
  is("next({})", "nil");
  is("next({ 1, 2 }, 1)", "2");
  is("{}", "table");
  is("print", "unknown global 'print'");
  is("string.format('%s %s', {}, item)", "table claim 12.5%");
  is("string.format('%p', {})", "no use for %p");
  is("getmetatable('')", "nil");
  is("setmetatable({}, { __index = { x = 5 } }).x", "5");
  is("setmetatable({}, { __mode = 'k' })", "may not set __mode");
  is("setmetatable(string, {})", "metatable is protected");
  is("math.random", "unknown function math. 'random'");
  is("params.lest", "unknown parameter 'lest' (did you mean 'least'?)");
  is("params.least + #params.words", "4");
  is("(function() params.least = 1 end)()", "read-only");
  is("report.agree", "report has agrees and undecided, no 'agree'");
  is("lexicon('zh/none')", "there is no lexicon 'zh/none'");
}

static void test_reports(void **state) {
  (void)state;
  sample *s = sample_new(report_text);
  hd_verdicts *v = sample_check(
      s, ON,
      "report.agrees { at = item, how = '1 + 1 = 2', related = doc.claims } "
      "report.undecided { at = item.sentence, how = { key = 'sum', values = { "
      "total = item.interval, stated = 1, expected = item.value, related1 = "
      "'r' } } } "
      "report { at = item, severity = 'note', stated = 5, expected = "
      "interval(1, 2), readings = { 'a', 'b' }, related = item.sentence }",
      NULL);
  assert_int_equal(v->failures.n, 0);
  assert_int_equal(v->checks.n, 3);
  assert_int_equal(v->checks.items[0].result, 1);
  assert_string_equal(v->checks.items[0].how, "1 + 1 = 2");
  assert_int_equal(v->checks.items[0].n_related, 3);
  assert_int_equal(v->checks.items[1].result, -1);
  assert_string_equal(v->checks.items[1].how, "[12.45,12.55]|1|12.5|r|{x}");
  const hd_raw_finding *f = &v->findings.items[0];
  assert_int_equal(f->severity, HD_NOTE);
  assert_string_equal(f->stated, "5");
  assert_string_equal(f->expected, "[1,2]");
  assert_string_equal(f->readings, "a, b");
  assert_string_equal(f->message, "12.5%");
  assert_string_equal(f->rule, "try");
  sample_free(s);
}

/* Every kind that a rule may name stands in the page. */
static void find_names(const char *page) {
  for (int i = 0; i < HD_LINK_KINDS; i++)
    if (!strstr(page, hd_link_name((hd_link_kind)i)))
      fail_msg("no word on links %s", hd_link_name((hd_link_kind)i));
  for (int i = 0; i < HD_KINDS; i++)
    if (!strstr(page, hd_kind_name((hd_kind)i)))
      fail_msg("no word on figures %s", hd_kind_name((hd_kind)i));
  for (int i = 0; i < HD_GAP_KINDS; i++)
    if (!strstr(page, hd_gap_name((hd_gap_kind)i)))
      fail_msg("no word on gaps %s", hd_gap_name((hd_gap_kind)i));
}

/* ---- pages -----------------------------------------------------------------
 */

/* Holds a stored page against what the tables say; HD_UPDATE writes it. */
static void hold_page(const char *path, void (*write)(hd_buffer *),
                      void (*look)(const char *)) {
  hd_buffer page = {0};
  write(&page);
  hd_buffer_add(&page, "", 1);
  page.n--;
  if (look)
    look(page.p);
  if (getenv("HD_UPDATE")) {
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(page.p, 1, page.n, out), page.n);
    fclose(out);
  }
  FILE *in = fopen(path, "rb");
  assert_non_null(in);
  char *stored = calloc(1, page.n + 2);
  size_t n = fread(stored, 1, page.n + 1, in);
  fclose(in);
  if (n != page.n || memcmp(stored, page.p, n) != 0)
    fail_msg("%s is not what the tables say: run this test with HD_UPDATE=1",
             path);
  free(stored);
  hd_buffer_free(&page);
}

static void test_pages(void **state) {
  (void)state;
  hold_page("docs/api.md", hd_api_write, find_names);
  hold_page("editors/lua/hedui.lua", hd_api_write_luals, NULL);
  hold_page("editors/lua/luacheckrc", hd_api_write_luacheck, NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_claim),    cmocka_unit_test(test_cells),
      cmocka_unit_test(test_text),     cmocka_unit_test(test_asked),
      cmocka_unit_test(test_identity), cmocka_unit_test(test_sandbox),
      cmocka_unit_test(test_reports),  cmocka_unit_test(test_pages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
