/* court: a state that judges several sets; what rules cost; marks that pair;
 * memory that is used again. */
#include "checker/rule/views.h"
#include "rule_sample.h"

/* A rule that keeps what it saw in a local of its file, in a helper's table
 * and on _ENV; it states what it finds there. */
static const char keeper[] =
    "local seen, kept = 0, {} "
    "return { api = 1, id = 'try', severity = 'note', on = { claim = 'percent' "
    "}, summary = 'x', explain = 'x', messages = { base = '{at}' }, examples = "
    "{ bad = { { '12%', at = '12%' } }, good = { 'x' } }, "
    "check = function(item, report) "
    "seen = seen + 1 kept[item] = true local n = 0 "
    "for i, c in ipairs(item.doc.claims) do if kept[c] then n = n + 1 end end "
    "report { at = item, stated = seen .. ' ' .. n .. ' ' .. item.text } end }";

/* The rule `try` alone, from its text. */
static hd_rules *open_rule(sample *s, const char *text) {
  const char *folder = sample_write(s, "try.lua", text, strlen(text));
  hd_rules *rules = sample_open(s, &folder, 1, "try");
  sample_remove(s, folder, "try.lua");
  return rules;
}

static void test_sets_are_apart(void **state) {
  (void)state;
  sample *s = sample_new("12% 34%"), *other = sample_new("56%");
  hd_rules *rules = open_rule(s, keeper);
  hd_court *court = hd_court_open(rules);
  for (int round = 0; round < 50; round++) {
    hd_verdicts *v =
        hd_court_judge(court, s->arena, &s->set, HD_LANG_EN, NULL, -1);
    assert_string_equal(sample_wrong(rules, v), "");
    assert_int_equal(v->findings.n, 2);
    assert_string_equal(v->findings.items[0].stated, "1 1 12%");
    assert_string_equal(v->findings.items[1].stated, "2 2 34%");
    v = hd_court_judge(court, s->arena, &other->set, HD_LANG_EN, NULL, -1);
    assert_int_equal(v->findings.n, 1);
    assert_string_equal(v->findings.items[0].stated, "1 1 56%");
  }
  hd_court_close(court);
  hd_rules_close(rules);
  sample_free(other);
  sample_free(s);
}

/* What rules may change of what their chunk made: `change` runs once a figure,
 * `state` is what they state then. */
static const char changer[] =
    "local n, list, deep = 0, { 7, 8 }, { a = { b = 1 } } "
    "local meta = setmetatable({}, { __index = function() return 'm' end }) "
    "local function count() n = n + 1 return n end "
    "return { api = 1, id = 'try', severity = 'note', on = { claim = 'percent' "
    "}, summary = 'x', explain = 'x', messages = { base = '{at}' }, params = { "
    "many = { 'a' } }, examples = { bad = { { '12%%', at = '12%%' } }, good = "
    "{ 'x' } }, check = function(item, report, params) "
    "if item.text == '56%%' then %s end "
    "report { at = item, stated = table.concat(list, ',') .. n .. "
    "tostring(deep.a.b) .. tostring(meta.x) .. #params.many } "
    "end }";

static void try_change(const char *change) {
  sample *s = sample_new("12% 34%"), *other = sample_new("56%");
  char text[2048];
  snprintf(text, sizeof text, changer, change);
  hd_rules *rules = open_rule(s, text);
  hd_court *court = hd_court_open(rules);
  for (int round = 0; round < 20; round++) {
    hd_verdicts *v =
        hd_court_judge(court, s->arena, &s->set, HD_LANG_EN, NULL, -1);
    assert_string_equal(sample_wrong(rules, v), "");
    assert_int_equal(v->findings.n, 2);
    assert_string_equal(v->findings.items[1].stated, "7,801m1");
    if (round % 3 == 2)
      hd_court_judge(court, s->arena, &other->set, HD_LANG_EN, NULL, -1);
  }
  hd_court_close(court);
  hd_rules_close(rules);
  sample_free(other);
  sample_free(s);
}

static void test_changes_are_seen(void **state) {
  (void)state;
  static const char *const changes[] = {
      "",
      "n = n + 1",
      "count()",
      "list[1] = 8",
      "list[3] = 9",
      "list[2] = nil",
      "list = { 7 }",
      "deep.a.b = 2",
      "deep.a.b = 1.0",
      "deep.a = { b = 3 }",
      "deep.a.c = 4 deep.a.b = true",
      "setmetatable(meta, { __index = function() return 'x' end })",
      "getmetatable(meta).__index = function() return 'y' end",
      "meta.x = 'z'",
      "list[item] = true list[1] = 5",
      "params.many[2] = 'b'",
      "local x = deep deep = { a = { b = 5 } }",
      "table.insert(list, 9)",
      "table.sort(list, function(a, b) return a > b end)",
      "n = 5 error('no')"};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
    try_change(changes[i]);
}

/* A rule that hits a limit fails in the same words each time, and its findings
 * are not told twice though it is tried twice. */
static void test_limits_are_the_same(void **state) {
  (void)state;
  static const char text[] =
      "return { api = 1, id = 'try', severity = 'note', on = { claim = "
      "'percent' }, summary = 'x', explain = 'x', messages = { base = '{at}' "
      "}, examples = { bad = { { '12%', at = '12%' } }, good = { 'x' } }, "
      "check = function(item, report) report { at = item } "
      "while true do local x = 1 end end }";
  sample *s = sample_new("12%");
  hd_rules *rules = open_rule(s, text);
  hd_court *court = hd_court_open(rules);
  for (int round = 0; round < 3; round++) {
    hd_verdicts *v =
        hd_court_judge(court, s->arena, &s->set, HD_LANG_EN, NULL, -1);
    assert_int_equal(v->findings.n, 1);
    assert_int_equal(v->failures.n, 1);
    assert_non_null(strstr(sample_wrong(rules, v), "stopped after"));
  }
  hd_court_close(court);
  hd_rules_close(rules);
  sample_free(s);
}

/* A table of memo() is empty at the beginning of each set; what the head of a
 * file put there is there again. */
static const char rememberer[] =
    "local seen, filled = memo(), memo() filled.x = 7 "
    "setmetatable(seen, { __index = function() return 5 end }) "
    "return { api = 1, id = 'try', severity = 'note', on = { claim = 'percent' "
    "}, summary = 'x', explain = 'x', messages = { base = '{at}' }, examples = "
    "{ bad = { { '12%', at = '12%' } }, good = { 'x' } }, "
    "check = function(item, report) "
    "local n = 0 for key in pairs(seen) do n = n + 1 end "
    "seen[item.text] = true "
    "report { at = item, stated = n .. ' ' .. filled.x .. ' ' .. seen.y } "
    "filled.x = filled.x + 1 end }";

static void test_memo(void **state) {
  (void)state;
  sample *s = sample_new("12% 34%");
  hd_rules *rules = open_rule(s, rememberer);
  hd_court *court = hd_court_open(rules);
  for (int round = 0; round < 20; round++) {
    hd_verdicts *v =
        hd_court_judge(court, s->arena, &s->set, HD_LANG_EN, NULL, -1);
    assert_string_equal(sample_wrong(rules, v), "");
    assert_int_equal(v->findings.n, 2);
    assert_string_equal(v->findings.items[0].stated, "0 7 5");
    assert_string_equal(v->findings.items[1].stated, "1 8 5");
  }
  hd_court_close(court);
  hd_rules_close(rules);
  sample_free(s);
}

/* A pattern that is interpreted at first and machine code later: what it finds
 * and where it gives up is the same. */
static const char searcher[] =
    "local hard, easy = re.new('^(?:a|aa)+$'), re.new('(a+)(b?)') "
    "return { api = 1, id = 'try', severity = 'note', on = { claim = 'percent' "
    "}, summary = 'x', explain = 'x', messages = { base = '{at}' }, examples = "
    "{ bad = { { '12%', at = '12%' } }, good = { 'x' } }, "
    "check = function(item, report) "
    "local fine, why = pcall(hard.find, hard, string.rep('a', 60) .. 'b') "
    "local from, to, a, b = easy:find('xxaaab') "
    "report { at = item, stated = tostring(fine) .. from .. to .. a .. b .. "
    "tostring(hard:find('aab')) .. tostring(why):sub(-20) } end }";

static void test_searching(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_rules *rules = open_rule(s, searcher);
  hd_court *court = hd_court_open(rules);
  for (int round = 0; round < 60; round++) {
    hd_verdicts *v =
        hd_court_judge(court, s->arena, &s->set, HD_LANG_EN, NULL, -1);
    assert_string_equal(sample_wrong(rules, v), "");
    assert_int_equal(v->findings.n, 1);
    assert_string_equal(v->findings.items[0].stated,
                        "false36aaabnilmatch limit exceeded");
  }
  hd_court_close(court);
  hd_rules_close(rules);
  sample_free(s);
}

static size_t gone_around;
static void around(size_t rule, void (*go)(void *), void *closure) {
  gone_around = rule;
  go(closure);
}

/* What a rule costs is counted, the same each time, and changes no finding. */
static void test_meter(void **state) {
  (void)state;
  sample *s = sample_new("12% 34%");
  hd_rules *rules = open_rule(s, keeper);
  const hd_rule_info *list;
  size_t n = hd_rules_list(rules, &list), mine = 0;
  while (mine < n && strcmp(list[mine].id, "try") != 0)
    mine++;
  hd_rule_cost *costs = hd_arena_alloc(s->arena, n * sizeof *costs);
  hd_meter meter = {costs, around};
  s->set.meter = &meter;
  uint64_t first = 0;
  for (int round = 1; round <= 2; round++) {
    gone_around = SIZE_MAX;
    costs[mine] = (hd_rule_cost){0};
    hd_verdicts *v =
        hd_rules_judge(s->arena, rules, &s->set, HD_LANG_EN, NULL, -1);
    assert_int_equal(v->findings.n, 2);
    assert_int_equal(gone_around, mine);
    assert_int_equal(costs[mine].calls, 2);
    assert_true(costs[mine].counted > 50);
    first = first ? first : costs[mine].counted;
    assert_int_equal(costs[mine].counted, first);
  }
  hd_rules_close(rules);
  sample_free(s);
}

static void test_marks(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool pair;
  } rows[] = {
      {"", true},
      {"a (b [c] d) e", true},
      {"“甲”、《乙》和〈丙〉「丁」『戊』【己】‘庚’", true},
      {"(a [b) c]", true}, /* each kind for itself */
      {"“甲", false},
      {"甲”", false},
      {"》甲《", false},
      {"(1) a 2)", false},
      {"\"a\" and \"b", false},
      {"the \"one, the \"other", false},
      {"the \"one\", the \"other\"", true},
      {"the 'one and others", false},
      {"the 'one', the 'other'", true},
      {"it doesn't matter: years' end, 5'10\" and 6\"", true},
      {"it doesn’t matter", true},
      {"the years’ end", false},
      {"。、甲", true}, /* other marks that begin with the same byte */
      {"(\xe2\x80", false},
      {"\xe3\x80", true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_marks_pair(hd_str_of(rows[i].text)) != rows[i].pair)
      fail_msg("“%s”", rows[i].text);
}

static void test_reset(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  for (int round = 0; round < 4; round++) {
    for (size_t n = 1; n < 3000000; n = n * 3 + 1) {
      unsigned char *p = hd_arena_alloc(arena, n);
      for (size_t i = 0; i < n; i++)
        if (p[i])
          fail_msg("round %d: byte %zu of %zu is not zero", round, i, n);
      memset(p, 0xff, n);
    }
    assert_true(hd_arena_bytes(arena) > 3000000);
    hd_arena_reset(arena);
    assert_int_equal(hd_arena_bytes(arena), 0);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sets_are_apart),
                                     cmocka_unit_test(test_changes_are_seen),
                                     cmocka_unit_test(test_limits_are_the_same),
                                     cmocka_unit_test(test_memo),
                                     cmocka_unit_test(test_searching),
                                     cmocka_unit_test(test_meter),
                                     cmocka_unit_test(test_marks),
                                     cmocka_unit_test(test_reset)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
