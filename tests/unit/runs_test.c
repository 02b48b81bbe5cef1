/* runs: a check in the background gives what a check that is waited for
 * gives, can be left at any time, and leaves no process behind. */
#include "run_sample.h"
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/wait.h>

#include <cmocka.h>

static sample_pack pack;

static int set_up(void **state) {
  (void)state;
  return sample_open(&pack) ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  sample_close(&pack);
  return 0;
}

static hd_engine *new_engine(void) {
  hd_options options = sample_options(&pack, 2, (hd_options)HD_OPTIONS_DEFAULT);
  hd_engine *engine = hd_engine_new(&options);
  assert_null(hd_engine_error(engine));
  return engine;
}

static const hd_input input = {
    .name = "a.txt", .bytes = "A zap of 12%.\n", .n_bytes = 14};
/* The rule needs seconds for each: no worker has done this by chance when the
 * test looks at it. */
static const char slow_text[] =
    "SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW.\n";
static const hd_input slow = {
    .name = "b.txt", .bytes = slow_text, .n_bytes = sizeof slow_text - 1};

/* The way of hedui.h. */
static hd_result *wait_for(hd_pending *pending) {
  hd_result *result;
  while (!(result = hd_pending_take(pending))) {
    struct pollfd fd = {.fd = hd_pending_fd(pending), .events = POLLIN};
    assert_true(poll(&fd, 1, hd_pending_wait(pending)) >= 0);
  }
  return result;
}

static void test_same(void **state) {
  unsigned want = HD_WANT_CHECKS | HD_WANT_CLAIMS;
  hd_engine *engine = new_engine();
  (void)state;
  hd_pending *pending = hd_engine_begin(engine, &input, want);
  hd_result *there = wait_for(pending);
  hd_result *here = hd_engine_check(engine, &input, 1, want);
  assert_null(hd_pending_take(pending));
  hd_pending_free(pending);
  hd_buffer a = {0}, b = {0};
  hd_serialise_write(&a, there);
  hd_serialise_write(&b, here);
  assert_int_equal(a.n, b.n);
  assert_memory_equal(a.p, b.p, a.n);
  assert_int_equal(sample_count(there, "zap"), 1);
  hd_buffer_free(&a);
  hd_buffer_free(&b);
  hd_result_free(here);
  hd_result_free(there);
  hd_engine_free(engine);
}

static void test_left_early(void **state) {
  hd_engine *engine = new_engine();
  (void)state;
  int64_t start = hd_milliseconds();
  hd_pending *pending = hd_engine_begin(engine, &slow, 0);
  assert_null(hd_pending_take(pending));
  assert_true(hd_pending_fd(pending) >= 0);
  assert_true(hd_pending_wait(pending) > 0);
  hd_pending_free(pending);
  hd_pending_free(NULL);
  assert_true(hd_milliseconds() - start < 2000);
  assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
  assert_int_equal(errno, ECHILD);
  hd_engine_free(engine);
}

static void test_refused(void **state) {
  hd_engine *engine = hd_engine_refused("no rules today");
  (void)state;
  hd_pending *pending = hd_engine_begin(engine, &input, 0);
  assert_int_equal(hd_pending_fd(pending), -1);
  hd_result *result = hd_pending_take(pending);
  assert_non_null(result);
  assert_string_equal(result->failures[0].message, "no rules today");
  hd_result_free(result);
  hd_pending_free(pending);
  hd_engine_free(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same),
      cmocka_unit_test(test_left_early),
      cmocka_unit_test(test_refused),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
