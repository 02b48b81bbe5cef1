/* Tests of checker/input/xml.c and zip.c: elements of a part, and what is
 * refused. */
#include "checker/input/xml.h"
#include "package_sample.h"

typedef struct {
  char log[512];
} tape;

static void note(tape *t, const char *sign, const char *s, size_t n) {
  size_t at = strlen(t->log);
  snprintf(t->log + at, sizeof t->log - at, "%s%.*s ", sign, (int)n, s);
}

static void start_p(void *data, hd_xml *xml) {
  const char *value = hd_xml_attribute(xml, "val");
  note(data, "<p=", value ? value : "-", value ? strlen(value) : 1);
}

static void end_p(void *data) { note(data, ">", "p", 1); }

static void start_skipped(void *data, hd_xml *xml) {
  note(data, "<", "skipped", 7);
  hd_xml_skip(xml);
}

static void end_skipped(void *data) { note(data, ">", "skipped", 7); }

static void start_math(void *data, hd_xml *xml) {
  (void)xml;
  note(data, "<", "math", 4);
}

static void take_text(void *data, hd_str s) { note(data, "'", s.p, s.n); }

static bool read_part(const char *text, tape *t, hd_error *error) {
  static const hd_xml_word words[] = {
      {HD_XML_WORD, "p", start_p, end_p},
      {HD_XML_MATH, "p", start_math, NULL},
      {HD_XML_WORD, "skip", start_skipped, end_skipped}};
  static const hd_xml_reader reader = {words, 3, take_text};
  archive a = {.parts = 0};
  hd_arena *arena = hd_arena_new();
  *t = (tape){""};
  *error = (hd_error){0};
  put_part(&a, "a.xml", hd_str_of(text));
  close_archive(&a);
  hd_zip *zip = hd_zip_open(arena, (hd_str){a.out.p, a.out.n}, error);
  assert_non_null(zip);
  assert_true(hd_zip_has(zip, "A.XML"));
  assert_false(hd_zip_has(zip, "b.xml"));
  bool good = hd_xml_read(zip, "a.xml", &reader, t);
  if (error->message) /* it outlives the arena */
    snprintf(t->log, sizeof t->log, "%s", error->message);
  hd_zip_close(zip);
  hd_arena_free(arena);
  hd_buffer_free(&a.out);
  return good;
}

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define MATH OFFICE "math"

static void expect_log(const char *text, const char *wanted) {
  tape t;
  hd_error error;
  if (!read_part(text, &t, &error))
    fail_msg("%s", t.log);
  assert_string_equal(t.log, wanted);
}

static void elements_are_known_by_namespace(void **state) {
  (void)state;
  expect_log("<w:p xmlns:w='" WORD "' w:val='1'/>", "<p=1 >p ");
  expect_log("<p xmlns='" STRICT "' val='2'/>", "<p=2 >p ");
  expect_log("<w:p xmlns:w='urn:other' w:val='1'/>", "");
  expect_log("<p/>", "");
  expect_log("<x:p xmlns:x='" MATH "'/>", "<math ");
  /* a prefix bound anew is the new one inside, the old one behind */
  expect_log("<w:a xmlns:w='" WORD "'><w:b xmlns:w='" MATH "'><w:p/></w:b>"
             "<w:p/></w:a>",
             "<math <p=- >p ");
  expect_log("<a:b:c xmlns:a='" WORD "'/>", "");
}

static void text_comes_in_one_piece(void **state) {
  (void)state;
  expect_log("<w:p xmlns:w='" WORD "'>a&amp;b<![CDATA[<c>]]>&#x4E00;<!-- -->d"
             "<w:p/>e</w:p>",
             "<p=- 'a&b<c>一d <p=- >p 'e >p ");
}

static void what_is_skipped_calls_nothing(void **state) {
  (void)state;
  expect_log("<w:p xmlns:w='" WORD "'><w:skip>a<w:p/><w:skip><w:p/></w:skip>"
             "</w:skip><w:p/></w:p>",
             "<p=- <skipped <p=- >p >p ");
}

static void expect_refused(const char *text, const char *words) {
  tape t;
  hd_error error;
  assert_false(read_part(text, &t, &error));
  if (!strstr(t.log, words))
    fail_msg("%s", t.log);
}

static void what_is_no_office_file_is_refused(void **state) {
  (void)state;
  expect_refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type");
  expect_refused("<!DOCTYPE a><a/>", "document type");
  expect_refused("<a><b></a>", "a.xml is no sound XML: mismatched tag");
  expect_refused("<a>&unknown;</a>", "undefined entity");
  expect_refused("", "no element found");
  expect_refused("<a>\xFF</a>", "not well-formed");
}

static void depth_has_a_limit(void **state) {
  (void)state;
  hd_buffer deep = {0};
  for (int i = 0; i < 1001; i++)
    hd_buffer_puts(&deep, "<a>");
  hd_buffer_add(&deep, "", 1);
  expect_refused(deep.p, "more than 1,000 elements deep");
  hd_buffer_free(&deep);
}

static void prefixes_have_a_limit(void **state) {
  (void)state;
  hd_buffer many = {0};
  hd_buffer_puts(&many, "<a");
  for (int i = 0; i < 1001; i++)
    hd_buffer_printf(&many, " xmlns:p%d='x'", i);
  hd_buffer_add(&many, "/>", 3);
  expect_refused(many.p, "more than 1,000 prefixes");
  hd_buffer_free(&many);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(elements_are_known_by_namespace),
      cmocka_unit_test(text_comes_in_one_piece),
      cmocka_unit_test(what_is_skipped_calls_nothing),
      cmocka_unit_test(what_is_no_office_file_is_refused),
      cmocka_unit_test(depth_has_a_limit),
      cmocka_unit_test(prefixes_have_a_limit)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
