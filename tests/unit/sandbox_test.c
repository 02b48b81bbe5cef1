/* sandbox: what a worker can and cannot do. Each try is made in a process of
 * its own, which ends with 0 where it went as expected. */
#include "run_sample.h"
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cmocka.h>

static sample_pack pack;
static char draft[512], other[512];

static int set_up(void **state) {
  (void)state;
  if (!sample_open(&pack) || !sample_write(&pack, "draft.txt", "draft") ||
      !sample_write(&pack, "other.txt", "other"))
    return -1;
  sample_path(&pack, "draft.txt", draft, sizeof draft);
  sample_path(&pack, "other.txt", other, sizeof other);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  sample_remove(&pack, "draft.txt");
  sample_remove(&pack, "other.txt");
  sample_close(&pack);
  return 0;
}

static bool has(const char *layer) {
  const char *state = hd_sandbox_state();
  const char *missing = strstr(state, "this kernel has no");
  const char *at = strstr(state, layer);
  return at && (!missing || at < missing);
}

/* Runs `attempt` inside the sandbox of a worker for the draft. */
static int inside(int (*attempt)(int channel)) {
  int ends[2], status = -1;
  hd_input input = {.name = draft};
  assert_int_equal(pipe(ends), 0);
  int ruleset = hd_sandbox_prepare(&input, 1);
  pid_t pid = fork();
  if (pid == 0) {
    hd_sandbox_limit((size_t)1 << 30);
    hd_sandbox_enter(ruleset, ends[1], -1);
    _exit(attempt(ends[1]));
  }
  assert_int_equal(waitpid(pid, &status, 0), pid);
  if (ruleset >= 0)
    close(ruleset);
  close(ends[0]);
  close(ends[1]);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

static int try_allowed(int channel) {
  char text[16];
  int fd = open(draft, O_RDONLY);
  if (fd < 0 || read(fd, text, sizeof text) != 5)
    return 1;
  close(fd);
  void *p = malloc(10 << 20);
  if (!p)
    return 2;
  free(p);
  return write(channel, "x", 1) == 1 ? 0 : 3;
}

static int try_other(int channel) {
  (void)channel;
  return open(other, O_RDONLY) < 0 && errno == EACCES ? 0 : 1;
}

static int try_writing(int channel) {
  (void)channel;
  if (open(draft, O_WRONLY) >= 0 || open(draft, O_RDWR) >= 0)
    return 1;
  return open(draft, O_RDONLY | O_TRUNC) < 0 && unlink(draft) < 0 ? 0 : 2;
}

static int try_output(int channel) {
  (void)channel;
  return write(STDOUT_FILENO, "x", 1) < 0 && errno == EPERM ? 0 : 1;
}

static int try_socket(int channel) {
  (void)channel;
  return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1;
}

static int try_process(int channel) {
  (void)channel;
  pid_t pid = fork();
  if (pid == 0)
    _exit(9);
  if (pid > 0)
    return 1;
  char *const arguments[] = {"true", NULL};
  execv("/bin/true", arguments);
  return errno == EPERM ? 0 : 2;
}

static int try_others(int channel) {
  (void)channel;
  return kill(getppid(), 0) < 0 && errno == EPERM ? 0 : 1;
}

static int try_core(int channel) {
  struct rlimit core;
  (void)channel;
  return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 ? 0 : 1;
}

static int try_memory(int channel) {
  (void)channel;
  return malloc((size_t)2 << 30) ? 1 : 0;
}

static void test_allowed(void **state) {
  (void)state;
  assert_int_equal(inside(try_allowed), 0);
  assert_int_equal(inside(try_core), 0);
}

static void test_calls(void **state) {
  (void)state;
  if (!has("seccomp"))
    skip();
  assert_int_equal(inside(try_writing), 0);
  assert_int_equal(inside(try_output), 0);
  assert_int_equal(inside(try_socket), 0);
  assert_int_equal(inside(try_process), 0);
  assert_int_equal(inside(try_others), 0);
  assert_int_equal(access(draft, F_OK), 0);
}

static void test_files(void **state) {
  (void)state;
  if (!has("Landlock"))
    skip();
  assert_int_equal(inside(try_other), 0);
}

static void test_memory(void **state) {
  (void)state;
  if (HD_SANITIZED)
    skip(); /* no limit of memory there */
  assert_int_equal(inside(try_memory), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_allowed),
      cmocka_unit_test(test_calls),
      cmocka_unit_test(test_files),
      cmocka_unit_test(test_memory),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
