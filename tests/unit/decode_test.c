/* Tests of checker/input/decode.c, and of what input refuses to read. */
#include "checker/input/input.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
  hd_arena *arena;
  hd_source source;
  hd_error error;
} reading;

static int set_up(void **state) {
  static reading r;
  r = (reading){.arena = hd_arena_new()};
  *state = &r;
  return 0;
}

static int tear_down(void **state) {
  hd_arena_free(((reading *)*state)->arena);
  return 0;
}

#define BYTES(literal)                                                         \
  (hd_str) { literal, sizeof(literal) - 1 }

static bool decode(reading *r, hd_str bytes, bool lenient) {
  hd_source_options options = {.lenient = lenient};
  r->error = (hd_error){0};
  return hd_source_decode(r->arena, "draft.txt", bytes, &options, &r->source,
                          &r->error);
}

static void expect(reading *r, hd_str bytes, const char *text,
                   const char *encoding) {
  assert_true(decode(r, bytes, false));
  assert_string_equal(
      hd_arena_copy(r->arena, r->source.bytes.p, r->source.bytes.n), text);
  assert_string_equal(r->source.encoding, encoding);
  assert_int_equal(r->source.replaced, 0);
}

static void encodings_are_recognised(void **state) {
  reading *r = *state;
  expect(r, BYTES("增长5%"), "增长5%", "UTF-8");
  expect(r, BYTES("\xEF\xBB\xBF增长"), "增长", "UTF-8");
  expect(r, BYTES("\xFF\xFE\x2D\x4E\x35\x00"), "中5", "UTF-16LE");
  expect(r, BYTES("\xFE\xFF\x4E\x2D\x00\x35"), "中5", "UTF-16BE");
  expect(r, BYTES("\xFF\xFE\x40\xD8\x0B\xDC"), "𠀋", "UTF-16LE");
  expect(r, BYTES("\xD4\xF6\xB3\xA4\x35\x25"), "增长5%", "GB18030");
  expect(r, BYTES("\xA1\xAA\xA1\xA4\xD6\xD0"), "—·中", "GB18030");
  expect(r, BYTES("\xD4\xF6\x80 "), "增€ ", "GB18030");
  expect(r, BYTES("\x95\x32\x82\x37\xD6\xD0"), "\U00020001中", "GB18030");
  expect(r, BYTES(""), "", "UTF-8");
}

static void bad_bytes_have_a_place(void **state) {
  reading *r = *state;
  assert_false(decode(r, BYTES("一\n二\n增长5%：中\xFF"), false));
  assert_int_equal(r->error.line, 3);
  assert_int_equal(r->error.column, 7);
  assert_non_null(strstr(r->error.message, "is not UTF-8: byte 0xFF at line 3,"
                                           " column 7"));
  assert_false(decode(r, BYTES("\xD4\xF6\xFF "), false));
  assert_false(decode(r, BYTES("\xFF\xFE\x00\xD8\x35\x00"), false));
}

/* "增长" five times and the first half of a character. */
static void broken_gb18030_is_called_so(void **state) {
  reading *r = *state;
  hd_str cut = BYTES("\xD4\xF6\xB3\xA4\n\xD4\xF6\xB3\xA4\xD4\xF6\xB3\xA4"
                     "\xD4\xF6\xB3\xA4\xD4\xF6\xB3\xA4\xD4");
  assert_false(decode(r, cut, false));
  assert_non_null(strstr(r->error.message, "GB18030"));
  assert_int_equal(r->error.line, 2);
  assert_int_equal(r->error.column, 9);
  assert_true(decode(r, cut, true));
  assert_true(hd_str_is(r->source.bytes, "增长\n增长增长增长增长\uFFFD"));
  assert_string_equal(r->source.encoding, "GB18030");
  assert_int_equal(r->source.replaced, 1);
}

static void a_binary_file_is_an_error(void **state) {
  reading *r = *state;
  assert_false(decode(r, BYTES("ab\nc\0d"), true));
  assert_int_equal(r->error.line, 2);
  assert_int_equal(r->error.column, 2);
}

static void lenient_reading_replaces(void **state) {
  reading *r = *state;
  assert_true(decode(r, BYTES("增\xFF长\xE5\xA2"), true));
  assert_true(hd_str_is(r->source.bytes, "增\uFFFD长\uFFFD"));
  assert_int_equal(r->source.replaced, 2);
}

/* Half a report in UTF-8, a pasted word in GBK: it is UTF-8. */
static void a_mixture_is_utf8(void **state) {
  reading *r = *state;
  hd_str mixed = BYTES("我省经济增长百分之五\xD4\xF6\xB3\xA4，其中工业增长");
  assert_false(decode(r, mixed, false));
  assert_int_equal(r->error.column, 11);
  assert_true(decode(r, mixed, true));
  assert_string_equal(r->source.encoding, "UTF-8");
  assert_true(r->source.replaced > 0);
}

static void other_formats_are_refused(void **state) {
  reading *r = *state;
  static const struct {
    const char *name, *bytes, *words;
  } rows[] = {{"a.doc", "x", ".docx"},
              {"a.WPS", "x", ".docx"},
              {"a.txt", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".docx"},
              {"a.docx", "PK\x03\x04", "archive"},
              {"a.txt", "PK\x03\x04", "archive"},
              {"a.docx", "text", "no .docx"},
              {"a.xls", "x", ".xls files are not read"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_false(hd_source_decode(r->arena, rows[i].name,
                                  hd_str_of(rows[i].bytes), NULL, &r->source,
                                  &r->error));
    assert_non_null(strstr(r->error.message, rows[i].words));
  }
}

static void the_suffix_tells_the_format(void **state) {
  (void)state;
  assert_int_equal(hd_format_of("a/b.txt"), HD_FORMAT_TEXT);
  assert_int_equal(hd_format_of("B.MD"), HD_FORMAT_MARKDOWN);
  assert_int_equal(hd_format_of("b.markdown"), HD_FORMAT_MARKDOWN);
  assert_int_equal(hd_format_of("b.log"), HD_FORMAT_UNKNOWN);
  assert_int_equal(hd_format_of("a.md/b"), HD_FORMAT_UNKNOWN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(encodings_are_recognised),
      cmocka_unit_test(bad_bytes_have_a_place),
      cmocka_unit_test(broken_gb18030_is_called_so),
      cmocka_unit_test(a_binary_file_is_an_error),
      cmocka_unit_test(lenient_reading_replaces),
      cmocka_unit_test(a_mixture_is_utf8),
      cmocka_unit_test(other_formats_are_refused),
      cmocka_unit_test(the_suffix_tells_the_format)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
