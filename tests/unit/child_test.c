/* child: programs fed with bytes, their limits, what they may not do. */
#include "checker/input/child.h"
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static hd_printed run(const char *const *words, const char *input) {
  hd_child child = {
      .words = words, .memory = (size_t)256 << 20, .seconds = 5, .most = 4000};
  hd_printed printed;
  hd_child_run(&child, hd_str_of(input), &printed);
  return printed;
}

static void drop(hd_printed *p) {
  hd_buffer_free(&p->out);
  hd_buffer_free(&p->err);
}

/* What the shell prints; the program is still started without a shell. */
static hd_printed shell(const char *script) {
  const char *const words[] = {"sh", "-c", script, NULL};
  return run(words, "input");
}

static void it_gets_its_input_and_is_heard(void **state) {
  (void)state;
  hd_printed p = shell("cat; echo said >&2; exit 3");
  assert_int_equal(p.end, HD_CHILD_ENDED);
  assert_int_equal(p.status, 3);
  assert_string_equal(p.out.p, "input");
  assert_string_equal(p.err.p, "said\n");
  drop(&p);
}

static void a_program_that_is_absent_is_named_so(void **state) {
  (void)state;
  const char *const words[] = {"no-such-program-of-hedui", NULL};
  hd_printed p = run(words, "");
  assert_int_equal(p.end, HD_CHILD_ABSENT);
  drop(&p);
}

static void a_relative_folder_on_the_path_is_not_searched(void **state) {
  (void)state;
  char *before = getenv("PATH");
  char kept[4096];
  snprintf(kept, sizeof kept, "%s", before ? before : "");
  setenv("PATH", ".:bin", 1);
  const char *const words[] = {"sh", NULL};
  hd_printed p = run(words, "");
  setenv("PATH", kept, 1);
  assert_int_equal(p.end, HD_CHILD_ABSENT);
  drop(&p);
}

static void its_environment_is_a_path_and_a_locale(void **state) {
  (void)state;
  setenv("HEDUI_SECRET", "draft", 1);
  const char *const words[] = {"env", NULL};
  hd_printed p = run(words, "");
  assert_non_null(strstr(p.out.p, "LC_ALL=C.UTF-8\n"));
  assert_non_null(strstr(p.out.p, "PATH="));
  assert_null(strstr(p.out.p, "HEDUI_SECRET"));
  drop(&p);
}

static void it_inherits_no_file(void **state) {
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  char script[64];
  snprintf(script, sizeof script, "echo x >&%d", ends[1]);
  hd_printed p = shell(script);
  assert_int_not_equal(p.status, 0);
  drop(&p);
  close(ends[0]);
  close(ends[1]);
}

static void much_output_ends_it(void **state) {
  (void)state;
  hd_printed p = shell("while :; do echo much; done");
  assert_int_equal(p.end, HD_CHILD_VERBOSE);
  assert_true(p.out.n <= 4001);
  drop(&p);
}

static void long_work_ends_it(void **state) {
  (void)state;
  const char *const words[] = {"sh", "-c", "while :; do :; done", NULL};
  hd_child child = {
      .words = words, .memory = (size_t)256 << 20, .seconds = 1, .most = 100};
  hd_printed p;
  hd_child_run(&child, HD_STR(""), &p);
  assert_int_equal(p.end, HD_CHILD_LATE);
  drop(&p);
}

static void sleep_ends_it_as_well(void **state) {
  (void)state;
  const char *const words[] = {"sleep", "20", NULL};
  hd_child child = {
      .words = words, .memory = (size_t)256 << 20, .seconds = 1, .most = 100};
  hd_printed p;
  hd_child_run(&child, HD_STR(""), &p);
  assert_int_equal(p.end, HD_CHILD_LATE);
  drop(&p);
}

static void memory_is_limited(void **state) {
  (void)state;
  hd_printed p = shell("ulimit -v");
  assert_int_equal(atol(p.out.p), 256 * 1024);
  drop(&p);
}

static void it_can_write_no_file(void **state) {
  (void)state;
  char path[] = "/tmp/hedui-child-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  char script[128];
  snprintf(script, sizeof script, "trap '' XFSZ; echo draft > %s", path);
  hd_printed p = shell(script);
  assert_int_equal(lseek(fd, 0, SEEK_END), 0);
  drop(&p);
  close(fd);
  unlink(path);
}

static void a_signal_is_told(void **state) {
  (void)state;
  hd_printed p = shell("ulimit -t 0; kill -SEGV $$; while :; do :; done");
  /* kill is a call that the filter forbids, where there is one */
  assert_true(p.end == HD_CHILD_KILLED || p.end == HD_CHILD_LATE);
  drop(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_gets_its_input_and_is_heard),
      cmocka_unit_test(a_program_that_is_absent_is_named_so),
      cmocka_unit_test(a_relative_folder_on_the_path_is_not_searched),
      cmocka_unit_test(its_environment_is_a_path_and_a_locale),
      cmocka_unit_test(it_inherits_no_file),
      cmocka_unit_test(much_output_ends_it),
      cmocka_unit_test(long_work_ends_it),
      cmocka_unit_test(sleep_ends_it_as_well),
      cmocka_unit_test(memory_is_limited),
      cmocka_unit_test(it_can_write_no_file),
      cmocka_unit_test(a_signal_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
