/* Tests of checker/input/walk.c and read.c, in a folder of their own. */
#include "checker/input/input.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const names[] = {"b.txt",      "a.md",      "A.markdown",
                                    ".hidden.md", "~$c.docx",  "c.docx",
                                    "d.csv",      "sub/x.txt", ".git/y.txt"};
enum { N_NAMES = sizeof names / sizeof *names };

typedef struct {
  hd_arena *arena;
  char folder[64];
} place;

static const char *inside(const place *p, const char *name) {
  return hd_arena_format(p->arena, "%s/%s", p->folder, name);
}

static int set_up(void **state) {
  static place p;
  const char *root = getenv("TMPDIR");
  p.arena = hd_arena_new();
  snprintf(p.folder, sizeof p.folder, "%.40s/hedui-walk-XXXXXX",
           root ? root : "/tmp");
  if (!mkdtemp(p.folder) || mkdir(inside(&p, "sub"), 0700) != 0 ||
      mkdir(inside(&p, ".git"), 0700) != 0)
    return -1;
  for (size_t i = 0; i < N_NAMES; i++) {
    FILE *f = fopen(inside(&p, names[i]), "w");
    if (!f)
      return -1;
    fputs("增长5%。\n", f);
    fclose(f);
  }
  *state = &p;
  return symlink("b.txt", inside(&p, "link.txt"));
}

static int tear_down(void **state) {
  place *p = *state;
  for (size_t i = 0; i < N_NAMES; i++)
    unlink(inside(p, names[i]));
  unlink(inside(p, "link.txt"));
  rmdir(inside(p, "sub"));
  rmdir(inside(p, ".git"));
  int failed = rmdir(p->folder);
  hd_arena_free(p->arena);
  return failed;
}

static void a_folder_is_walked_in_byte_order(void **state) {
  place *p = *state;
  static const char *const wanted[] = {"A.markdown", "a.md",  "b.txt",
                                       "c.docx",     "d.csv", "sub/x.txt"};
  hd_walked walked;
  hd_error error;
  assert_true(hd_walk(p->arena, inside(p, ""), &walked, &error));
  assert_int_equal(walked.n, 6);
  assert_int_equal(walked.skipped, 0);
  assert_int_equal(walked.ignored, 0);
  for (size_t i = 0; i < walked.n; i++)
    assert_string_equal(walked.files[i], inside(p, wanted[i]));
}

static void a_file_is_returned_as_it_is(void **state) {
  place *p = *state;
  hd_walked walked;
  hd_error error;
  const char *path = inside(p, "d.csv");
  assert_true(hd_walk(p->arena, path, &walked, &error));
  assert_int_equal(walked.n, 1);
  assert_string_equal(walked.files[0], path);
  assert_false(hd_walk(p->arena, inside(p, "none"), &walked, &error));
  assert_non_null(error.message);
}

static bool read_it(place *p, const char *name, size_t most, hd_source *s,
                    hd_error *error) {
  hd_source_options options = {.max_bytes = most};
  return hd_source_read(p->arena, inside(p, name), NULL, &options, s, error);
}

static void files_are_read_whole_up_to_a_limit(void **state) {
  place *p = *state;
  hd_source s;
  hd_error error = {0};
  assert_true(read_it(p, "b.txt", 12, &s, &error));
  assert_true(hd_str_is(s.bytes, "增长5%。\n"));
  assert_int_equal(s.format, HD_FORMAT_TEXT);
  assert_false(read_it(p, "b.txt", 11, &s, &error));
  assert_false(read_it(p, "none.txt", 99, &s, &error));
  assert_string_equal(error.message, "there is no such file");
  assert_false(read_it(p, "sub", 99, &s, &error));
  assert_true(read_it(p, "d.csv", 99, &s, &error));
  assert_int_equal(s.format, HD_FORMAT_CSV);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_folder_is_walked_in_byte_order),
      cmocka_unit_test(a_file_is_returned_as_it_is),
      cmocka_unit_test(files_are_read_whole_up_to_a_limit)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
