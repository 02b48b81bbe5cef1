/* state: limits fall at the same place each time, a state is given back
 * whole, and one set of rules serves several threads. */
#include "checker/rule/host.h"
#include "rule_sample.h"
#include <pthread.h>

static hd_rules *open_good(sample *s) {
  static const char *const folders[] = {"tests/rules/good"};
  return sample_open(s, folders, 1, "uses-lib");
}

/* while true do end */
static int spin(lua_State *L) {
  const char *text = lua_touserdata(L, 1);
  hd_state_load(L, hd_str_of(text), "=spin");
  lua_call(L, 0, 0);
  return 0;
}

static void test_limits(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_rules *rules = open_good(s);
  char endless[] = "while true do end";
  char caught[] = "while true do pcall(function() while true do end end) end";
  char large[] = "local t = {} for i = 1, 1e9 do t[i] = {} end";
  char fine[] = "local n = 0 for i = 1, 1000 do n = n + i end";
  uint64_t spent = 0;
  hd_host host;
  for (int i = 0; i < 3; i++) {
    memset(&host, 0, sizeof host);
    assert_true(hd_state_open(&host, rules, &s->set));
    const char *said = hd_state_call(&host, s->arena, spin, endless, 1000000);
    assert_non_null(strstr(said, "stopped after 1000000 instructions"));
    assert_true(i == 0 || host.spent == spent);
    spent = host.spent;
    assert_non_null(hd_state_call(&host, s->arena, spin, caught, 1000000));
    assert_null(hd_state_call(&host, s->arena, spin, fine, 1000000));
    if (i < 2)
      hd_state_close(&host);
  }
  assert_non_null(
      strstr(hd_state_call(&host, s->arena, spin, large, UINT64_MAX / 2),
             "more than 32 MB of memory"));
  assert_true(host.memory_hit);
  hd_state_close(&host);
  assert_null(host.L);
  assert_int_equal(host.used, 0);
  hd_rules_close(rules);
  sample_free(s);
}

/* A built-in rule that asks little is not counted, one that asks for much
 * stops at the same place each time, and its memory is collected. */
static void test_built_in(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_rules *rules = open_good(s);
  const hd_script script = {.info = {.builtin = true}, .chunk = "@r.lua"};
  char quiet[] = "local n = 0 for i = 1, 2000000 do n = n + i end";
  char endless[] = "local t = {} while true do t[1] = {} end";
  char large[] = "for i = 1, 4000 do local t = ('x'):rep(10000 + i) end";
  uint64_t spent = 0;
  for (int i = 0; i < 3; i++) {
    hd_host host = {.script = &script};
    assert_true(hd_state_open(&host, rules, &s->set));
    assert_null(hd_state_call(&host, s->arena, spin, quiet, 1000000));
    assert_null(hd_state_call(&host, s->arena, spin, large, 10000000));
    const char *said = hd_state_call(&host, s->arena, spin, endless, 1000000);
    assert_non_null(strstr(said, "stopped after 1000000 instructions"));
    assert_true(i == 0 || host.spent == spent);
    spent = host.spent;
    hd_state_close(&host);
  }
  hd_rules_close(rules);
  sample_free(s);
}

/* Text is text: bytecode that looks like it came from us is refused. */
static int load_binary(lua_State *L) {
  hd_state_load(L, (hd_str){"\x1bLua", 4}, "=code");
  return 0;
}

static void test_mode(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_rules *rules = open_good(s);
  hd_host host = {0};
  assert_true(hd_state_open(&host, rules, &s->set));
  assert_non_null(strstr(
      hd_state_call(&host, s->arena, load_binary, NULL, 1000), "binary chunk"));
  hd_state_close(&host);
  hd_rules_close(rules);
  sample_free(s);
}

typedef struct {
  const hd_rules *rules;
  size_t findings;
} job;

static void *judge_often(void *closure) {
  job *j = closure;
  for (int i = 0; i < 50; i++) {
    sample *s = sample_new("甲增长12%,乙增长13%。\n丙增长14.5%。");
    hd_verdicts *v =
        hd_rules_judge(s->arena, j->rules, &s->set, HD_LANG_ZH, NULL, -1);
    j->findings += v->findings.n;
    sample_free(s);
  }
  return NULL;
}

static void test_threads(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_rules *rules = open_good(s);
  pthread_t threads[4];
  job jobs[4];
  for (int i = 0; i < 4; i++) {
    jobs[i] = (job){rules, 0};
    assert_int_equal(pthread_create(&threads[i], NULL, judge_often, &jobs[i]),
                     0);
  }
  for (int i = 0; i < 4; i++) {
    pthread_join(threads[i], NULL);
    assert_int_equal(jobs[i].findings, 150);
  }
  hd_rules_close(rules);
  sample_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_built_in),
      cmocka_unit_test(test_mode),
      cmocka_unit_test(test_threads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
