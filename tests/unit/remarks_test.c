/* Which comments of a .docx are ours, and what is said of them. */
#include "checker/input/remarks.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define SPACES                                                                 \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "  \
  "xmlns:p=\"http://schemas.microsoft.com/office/word/2010/wordml\""
#define COMMENTS(list) "<w:comments " SPACES ">" list "</w:comments>"
#define COMMENT(id, author, paragraphs)                                        \
  "<w:comment w:id=\"" id "\" w:author=\"" author "\">" paragraphs             \
  "</w:comment>"
#define P(id, text)                                                            \
  "<w:p p:paraId=\"" id "\"><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STATES(list)                                                           \
  "<e:commentsEx xmlns:e=\"http://schemas.microsoft.com/office/word/2012/"     \
  "wordml\">" list "</e:commentsEx>"
#define FINGERPRINT "0123456789abcdef"

static hd_remarks read(hd_arena *arena, const char *comments,
                       const char *states) {
  hd_remarks remarks;
  hd_error error = {0};
  assert_true(hd_remarks_read(arena, hd_str_of(comments), hd_str_of(states),
                              &remarks, &error));
  return remarks;
}

static void ours_end_in_a_fingerprint(void **state) {
  hd_arena *arena = hd_arena_new();
  static const char xml[] = COMMENTS(
      COMMENT("0", "hedui",
              P("1", "错误") P("2", "parts-sum [" FINGERPRINT "]"))
          COMMENT("4", "hedui", P("3", "x [0123456789ABCDEF]"))
              COMMENT("5", "甲", P("4", "x [" FINGERPRINT "]"))
                  COMMENT("6", "hedui", P("5", "x [" FINGERPRINT "] 不改")));
  hd_remarks remarks = read(arena, xml, "");
  (void)state;
  assert_int_equal(remarks.list.n, 4);
  assert_string_equal(remarks.list.items[0].fingerprint, FINGERPRINT);
  assert_string_equal(remarks.list.items[0].last, "2");
  assert_int_equal(remarks.list.items[0].id, 0);
  for (size_t i = 1; i < 4; i++)
    assert_string_equal(remarks.list.items[i].fingerprint, "");
  const hd_remark *last = &remarks.list.items[3];
  assert_int_equal(last->end, strlen(xml) - strlen("</w:comments>"));
  assert_memory_equal(xml + last->off, "<w:comment w:id=\"6\"", 19);
  hd_arena_free(arena);
}

/* As LibreOffice writes it, a run a piece and a line break at the end. */
static void a_fingerprint_may_be_in_pieces(void **state) {
  hd_arena *arena = hd_arena_new();
  hd_remarks remarks = read(
      arena,
      COMMENTS(COMMENT("0", "hedui",
                       "<w:p><w:r><w:t>a [0123</w:t></w:r><w:r><w:rPr/><w:t>"
                       "456789abcdef] </w:t></w:r></w:p><w:p/>")),
      "");
  (void)state;
  assert_string_equal(remarks.list.items[0].fingerprint, FINGERPRINT);
  hd_arena_free(arena);
}

static void states_are_by_the_last_paragraph(void **state) {
  hd_arena *arena = hd_arena_new();
  hd_remarks remarks = read(
      arena,
      COMMENTS(COMMENT("0", "hedui", P("1A", "a") P("2B", "[" FINGERPRINT "]"))
                   COMMENT("1", "甲", P("3C", "不改"))
                       COMMENT("2", "乙", P("4D", "好"))),
      STATES("<e:commentEx e:paraId=\"2b\" e:done=\"1\"/>"
             "<e:commentEx e:paraId=\"3C\" e:paraIdParent=\"2B\" "
             "e:done=\"0\"/>"
             "<e:commentEx e:paraId=\"1A\" e:done=\"1\"/>"
             "<e:commentEx e:paraId=\"4D\" e:done=\"0\"/>"));
  (void)state;
  assert_true(remarks.list.items[0].resolved);
  assert_true(remarks.list.items[0].answered);
  for (size_t i = 1; i < 3; i++) {
    assert_false(remarks.list.items[i].resolved);
    assert_false(remarks.list.items[i].answered);
  }
  hd_arena_free(arena);
}

static void bad_parts_are_refused(void **state) {
  hd_arena *arena = hd_arena_new();
  static const char *const bad[] = {
      "<w:comments>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
      "\xFF\xFE<\0a\0/\0>\0", "x"};
  hd_remarks remarks;
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    hd_error error = {0};
    assert_false(hd_remarks_read(arena, hd_str_of(bad[i]), hd_str_of(""),
                                 &remarks, &error));
    assert_non_null(error.message);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ours_end_in_a_fingerprint),
      cmocka_unit_test(a_fingerprint_may_be_in_pieces),
      cmocka_unit_test(states_are_by_the_last_paragraph),
      cmocka_unit_test(bad_parts_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
