/* pattern: string functions on Lua patterns give what Lua's own give, and
 * `re` gives what PCRE2 gives. Each expression is evaluated by a rule and by
 * an ordinary Lua state. */
#include "rule_sample.h"
#include <lauxlib.h>
#include <lualib.h>

#define ON "on = { claim = 'percent' },"

static const char *by_rule(const char *expression) {
  char body[900];
  snprintf(body, sizeof body,
           "local t = table.pack(pcall(function() return %s end)) "
           "for i = 1, t.n do t[i] = tostring(t[i]) end "
           "report { at = item, stated = table.concat(t, ' ') .. '.' }",
           expression);
  return sample_say("增长12.5%。", ON, body);
}

static void same(const char *expression) {
  lua_State *L = luaL_newstate();
  char text[900];
  luaL_openlibs(L);
  snprintf(text, sizeof text,
           "local t = table.pack(pcall(function() return %s end)) "
           "for i = 1, t.n do t[i] = tostring(t[i]) end "
           "return table.concat(t, ' ') .. '.'",
           expression);
  assert_int_equal(luaL_dostring(L, text), LUA_OK);
  const char *said = by_rule(expression), *lua = lua_tostring(L, -1);
  bool both_fail = !strncmp(lua, "false", 5) && !strncmp(said, "false", 5);
  if (strcmp(lua, said) != 0 && !both_fail)
    fail_msg("%s: Lua says \"%s\", a rule \"%s\"", expression, lua, said);
  lua_close(L);
}

static void test_same_as_lua(void **state) {
  (void)state;
  static const char *const expressions[] = {
      "('hello world'):find('o w')",
      "('hello world'):find('l+')",
      "('hello world'):find('l+', -3)",
      "('hello'):find('')",
      "('hello'):find('', 10)",
      "('hello'):find('', 6)",
      "('a.b'):find('.', 1, true)",
      "('a.b'):find('%.')",
      "('a+b'):find('+', 1, true)",
      "('key = value'):match('^(%w+)%s*=%s*(%w+)$')",
      "('  trim  '):match('^%s*(.-)%s*$')",
      "('f(a(b)c)d'):match('%b()')",
      "('say \"hi\" now'):match('%b\"\"')",
      "('THE (quick) fox'):find('%f[%a]%a+%f[%A]')",
      "('THE (quick) fox'):gsub('%f[%w]%w+', '<%0>')",
      "('hello'):match('()ll()')",
      "('2024-05-06'):match('(%d+)-(%d+)-(%d+)')",
      "('aXbXc'):gsub('X', '%%')",
      "('abc'):gsub('', '-')",
      "('abc'):gsub('%w', '%0%0', 2)",
      "('hello world'):gsub('o', { o = '0' })",
      "('hello world'):gsub('%w+', function(w) return w:upper() end)",
      "('a,b,,c'):gsub(',', ';')",
      "('x=1, y=2'):gsub('(%w)=(%w)', '%2=%1')",
      "('abab'):match('(ab)%1')",
      "('[]]'):match('[]]')",
      "('a-z'):gsub('[a%-]', '.')",
      "('a-z'):gsub('[^a-y]', '.')",
      "('\\0a\\0'):gsub('%z', '.')",
      "('é中'):gsub('[\\128-\\255]', '.')",
      "('%d'):match('%%d')",
      "('x'):match('x$')",
      "('x$y'):match('x$y')",
      "('aaa'):find('a-', 2)",
      "('aaab'):match('a-b')",
      "('abc'):match('.-')",
      "('one two'):gsub('%S+', '%0!')",
      "('abc'):gsub('b', '%2')",
      "('abc'):find('[a')",
      "('abc'):find('%')",
      "('abc'):find('(a')",
      "('abc'):find('a)')",
  };
  for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
    same(expressions[i]);
}

static void rule_says(const char *expression, const char *expected) {
  const char *said = by_rule(expression);
  if (!strstr(said, expected))
    fail_msg("%s: expected \"%s\", got \"%s\"", expression, expected, said);
}

static void test_gmatch(void **state) {
  (void)state;
  rule_says("(function() local s = '' for k, v in ('a=1, b=2'):gmatch('(%w)="
            "(%w)') do s = s .. k .. v end return s end)()",
            "true a1b2.");
  rule_says("(function() local n = 0 for _ in ('abc'):gmatch('') do n = n + 1 "
            "end return n end)()",
            "true 4.");
  rule_says("(function() local s, n = re.new('\\\\d+|x*'):replace('a12b3', "
            "'%1') return s .. n end)()",
            "%1a%1b%13");
  rule_says("(function() local s = '' for w in re.new('\\\\p{Han}+'):gmatch("
            "'中文 and 数字') do s = s .. w .. ';' end return s end)()",
            "true 中文;数字;.");
}

static void test_re(void **state) {
  (void)state;
  rule_says("re.new('([0-9]+)家'):find('企业40家')", "true 7 11 40.");
  rule_says("re.new('([0-9]+)家'):match('企业40家')", "true 40.");
  rule_says("re.new('企业.'):match('企业家')", "true 企业家.");
  rule_says("re.new('TOTAL', 'i'):match('a total of')", "true total.");
  rule_says("re.new('x'):find('abc')", "true nil.");
  rule_says("re.new('(a)|(b)'):match('b')", "true nil b.");
  rule_says("re.new('a'):find('abca', 2)", "true 4 4.");
  rule_says("re.new('('):find('a')", "bad pattern at byte");
  rule_says("re.new('a', 'x')", "flags may be");
  rule_says("re.new('.'):find('\\xff')", "byte 1 of the text is no UTF-8");
  rule_says("re.new('.'):find('a\\xed\\xa0\\x80')", "byte 2 of the text is");
  rule_says("re.new('.'):find('中', 2)", "byte 2 is inside a character");
  rule_says("re.new('家'):find('企业家和专家', 10)", "true 16 18.");
  rule_says("re.nwe('a')", "did you mean 'new'?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_as_lua),
      cmocka_unit_test(test_gmatch),
      cmocka_unit_test(test_re),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
