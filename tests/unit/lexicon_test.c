/* Tests of checker/base/lexicon.c: the embedded tables and folders of users
 * made in a temporary place. */
#include "checker/base/lexicon.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
  hd_arena *arena;
  char folder[32], file[64];
  hd_error error;
} fixture;

static int set_up(void **state) {
  fixture *f = calloc(1, sizeof *f);
  f->arena = hd_arena_new();
  strcpy(f->folder, "/tmp/lexicon-XXXXXX");
  if (!mkdtemp(f->folder))
    return 1;
  char path[64];
  snprintf(path, sizeof path, "%s/xx", f->folder);
  mkdir(path, 0700);
  snprintf(f->file, sizeof f->file, "%s/xx/words.tsv", f->folder);
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  char path[64];
  snprintf(path, sizeof path, "%s/xx", f->folder);
  unlink(f->file);
  rmdir(path);
  rmdir(f->folder);
  hd_arena_free(f->arena);
  free(f);
  return 0;
}

static void write_file(const fixture *f, const char *text) {
  FILE *out = fopen(f->file, "wb");
  assert_non_null(out);
  fputs(text, out);
  fclose(out);
}

static hd_lexicon *open_folder(fixture *f) {
  const char *folders[] = {f->folder};
  return hd_lexicon_open(f->arena, folders, 1, &f->error);
}

static void every_embedded_table_is_read(void **state) {
  fixture *f = *state;
  hd_lexicon *lexicon = hd_lexicon_open(f->arena, NULL, 0, &f->error);
  assert_non_null(lexicon);
  const hd_table_data *tables;
  size_t n = hd_lexicon_tables(lexicon, &tables);
  for (size_t i = 0; i < n; i++) {
    assert_ptr_equal(hd_lexicon_table(lexicon, tables[i].name), &tables[i]);
    assert_true(i == 0 || strcmp(tables[i - 1].name, tables[i].name) < 0);
    assert_true(tables[i].n_columns > 0);
    for (size_t k = 0; k < tables[i].n_rows; k++)
      assert_true(tables[i].rows[k].fields[0].n > 0);
  }
  assert_null(hd_lexicon_table(lexicon, "xx/none"));
}

static void embedded_bytes_are_text(void **state) {
  (void)state;
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *file = &hd_embedded_files[i];
    assert_int_equal(file->data[file->n], 0);
    assert_int_equal(hd_utf8_invalid((const char *)file->data, file->n),
                     file->n);
    assert_int_equal(strlen((const char *)file->data), file->n);
  }
}

static void a_new_table(void **state) {
  fixture *f = *state;
  write_file(f, "\ufeff# source: a test\r\nword\tvalue\textra\r\n"
                "\r\n  一 \t1\r\nb\t\tx\r\n# end");
  hd_lexicon *lexicon = open_folder(f);
  assert_non_null(lexicon);
  const hd_table_data *table = hd_lexicon_table(lexicon, "xx/words");
  assert_non_null(table);
  assert_int_equal(table->n_rows, 2);
  assert_int_equal(hd_table_column(table, "extra"), 2);
  assert_int_equal(hd_table_column(table, "none"), -1);
  const hd_row *row = &table->rows[0];
  assert_true(hd_str_is(row->fields[0], "一"));
  assert_true(hd_str_is(hd_row_field(row, 1), "1"));
  assert_true(hd_str_is(hd_row_field(row, 2), ""));
  assert_true(hd_str_is(hd_row_field(row, -1), ""));
  assert_int_equal(row->line, 4);
  assert_string_equal(row->file, f->file);
  assert_true(hd_str_is(table->rows[1].fields[2], "x"));
}

/* The keys of xx/words, joined by blanks, each with its value. */
static const char *listing(fixture *f, const hd_lexicon *lexicon) {
  const hd_table_data *table = hd_lexicon_table(lexicon, "xx/words");
  const char *all = "";
  for (size_t i = 0; i < table->n_rows; i++) {
    hd_str key = table->rows[i].fields[0], value = table->rows[i].fields[1];
    all = hd_arena_format(f->arena, "%s %.*s=%.*s", all, (int)key.n, key.p,
                          (int)value.n, value.p);
  }
  return all;
}

static void later_folders_override(void **state) {
  fixture *f = *state;
  fixture *second = NULL;
  assert_int_equal(set_up((void **)&second), 0);
  write_file(f, "word\tvalue\na\t1\nb\t2\nb\t3\nc\t4\nd\t5\n");
  write_file(second, "word\tvalue\nb\t9\n-c\ne\t7\ne\t8\nd\t6\nd\t0\n");
  const char *folders[] = {f->folder, second->folder};
  hd_lexicon *lexicon = hd_lexicon_open(f->arena, folders, 2, &f->error);
  assert_non_null(lexicon);
  assert_string_equal(listing(f, lexicon), " a=1 b=9 d=6 e=7 e=8 d=0");
  tear_down((void **)&second);
}

static void mistakes_have_their_line(void **state) {
  fixture *f = *state;
  static const struct {
    const char *text;
    uint32_t line;
    const char *message;
  } rows[] = {
      {"word\tvalue\na\t1\t2\n", 2,
       "more fields than the header row has columns"},
      {"word\tvalue\n\n\t1\n", 3, "a row without a key"},
      {"# nothing\n", 1, "no header row"},
      {"word\t\n", 1, "a column of the header row has no name"},
      {"word\na\n\xff\n", 3, "not UTF-8"},
      {"word\n-a\n", 2, "no row “a” to remove"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    write_file(f, rows[i].text);
    assert_null(open_folder(f));
    assert_string_equal(f->error.message, rows[i].message);
    assert_int_equal(f->error.line, rows[i].line);
    assert_string_equal(f->error.file, f->file);
  }
}

static void a_folder_that_is_absent(void **state) {
  fixture *f = *state;
  const char *folders[] = {"/nonexistent/lexicon"};
  assert_null(hd_lexicon_open(f->arena, folders, 1, &f->error));
  assert_string_equal(f->error.message, "it does not exist");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(every_embedded_table_is_read, set_up,
                                      tear_down),
      cmocka_unit_test(embedded_bytes_are_text),
      cmocka_unit_test_setup_teardown(a_new_table, set_up, tear_down),
      cmocka_unit_test_setup_teardown(later_folders_override, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(mistakes_have_their_line, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(a_folder_that_is_absent, set_up,
                                      tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
