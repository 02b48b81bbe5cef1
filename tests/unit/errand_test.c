/* Errands: work in a worker of its own, whatever becomes of it. */
#include "checker/run/run.h"
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static hd_engine *engine;

static int set_up(void **state) {
  static const hd_options options = {.timeout = 1, .max_memory = 64 << 20};
  (void)state;
  engine = hd_engine_new(&options);
  return hd_engine_error(engine) ? -1 : 0;
}

static int tear_down(void **state) {
  (void)state;
  hd_engine_free(engine);
  return 0;
}

typedef bool task(void *closure, hd_buffer *out, hd_error *error);

/* What came of it: the bytes, or "! " and the sentence; on malloc. */
static char *run(task *work, void *closure) {
  hd_arena *arena = hd_arena_new();
  hd_input input = {.name = "draft", .bytes = "", .n_bytes = 0};
  hd_errand errand = {engine, &input, work, closure};
  hd_buffer out = {0};
  const char *why = NULL;
  bool done = hd_errand_run(arena, &errand, &out, &why);
  if (!done)
    hd_buffer_printf(&out, "! %s", why);
  hd_arena_free(arena);
  return out.p;
}

static void expect(task *work, const char *wanted) {
  char *got = run(work, NULL);
  if (!strstr(got, wanted))
    fail_msg("“%s” instead of “%s”", got, wanted);
  free(got);
}

static bool write_much(void *closure, hd_buffer *out, hd_error *error) {
  (void)closure, (void)error;
  for (int i = 0; i < 1000000; i++)
    hd_buffer_puts(out, "12");
  return true;
}

static void bytes_come_back(void **state) {
  (void)state;
  char *got = run(write_much, NULL);
  assert_int_equal(strlen(got), 2000000);
  free(got);
}

static bool refuse(void *closure, hd_buffer *out, hd_error *error) {
  (void)closure;
  hd_buffer_puts(out, "half of it");
  error->message = "it is no draft";
  return false;
}

static bool loop(void *closure, hd_buffer *out, hd_error *error) {
  volatile int on = 1;
  (void)closure, (void)out, (void)error;
  while (on)
    continue;
  return true;
}

static bool crash(void *closure, hd_buffer *out, hd_error *error) {
  (void)closure, (void)error;
  hd_buffer_puts(out, "half of it");
  abort();
}

static bool take_memory(void *closure, hd_buffer *out, hd_error *error) {
  (void)closure, (void)error;
  for (size_t i = 0; i < (size_t)1 << 24; i++)
    hd_buffer_puts(out, "sixteen bytes...");
  return true;
}

static void what_goes_wrong_is_said(void **state) {
  (void)state;
  expect(refuse, "! it is no draft");
  expect(crash, "! it crashed");
  expect(loop, "! it ran longer than 1 seconds");
  if (!HD_SANITIZED)
    expect(take_memory, "! it needed more than 64 MB of memory");
}

/* What the kernel lets it do; without seccomp and Landlock, more. */
static bool reach_out(void *closure, hd_buffer *out, hd_error *error) {
  (void)closure, (void)error;
  int file = open("/etc/passwd", O_RDONLY);
  int made = open("/tmp/hedui-errand", O_WRONLY | O_CREAT, 0600);
  int net = socket(AF_INET, SOCK_STREAM, 0);
  hd_buffer_puts(out, file < 0 && made < 0 && net < 0 ? "held" : "free");
  return true;
}

static void it_is_held(void **state) {
  (void)state;
  if (strcmp(hd_sandbox_state(), "seccomp and Landlock") != 0)
    skip();
  expect(reach_out, "held");
}

static void a_file_that_is_no_docx(void **state) {
  static const char *const drafts[] = {"", "PK\x03\x04", "报告", "PK\x05\x06"};
  hd_docx_notes notes = {0};
  (void)state;
  for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
    hd_input input = {
        .name = "a.docx", .bytes = drafts[i], .n_bytes = strlen(drafts[i])};
    hd_commented *commented = hd_docx_comment(engine, &input, &notes);
    assert_non_null(commented->error);
    assert_null(commented->bytes);
    hd_commented_free(commented);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bytes_come_back),
      cmocka_unit_test(what_goes_wrong_is_said),
      cmocka_unit_test(it_is_held),
      cmocka_unit_test(a_file_that_is_no_docx),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
