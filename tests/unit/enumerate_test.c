/* Tests of checker/text/enumerate.c and enumerate_en.c. */
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The enumerators of the text, "text=number" each, with blanks between. */
static void expect(const char *text, const char *wanted) {
  link_sample s = link_sample_read(text);
  const char *all = "";
  for (size_t i = 0; i < s.text->n_enumerators; i++) {
    const hd_enumerator *e = &s.text->enumerators[i];
    hd_str word = hd_document_text(s.doc, e->span);
    all = hd_arena_format(s.arena, "%s%s%.*s=%u", all, i ? " " : "",
                          (int)word.n, word.p, (unsigned)e->number);
  }
  assert_string_equal(all, wanted);
  hd_arena_free(s.arena);
}

static void chinese_forms(void **state) {
  (void)state;
  expect("今年做三件事:一是修路。二是架桥；三是植树。", "一是=1 二是=2 三是=3");
  expect("一要快,二要好,十二要稳。", "一要=1 二要=2 十二要=12");
  expect("第一,修路。第二,架桥。其三,植树。", "第一=1 第二=2 其三=3");
  expect("首先修路。其次架桥。最后,植树。", "首先=1 其次=2 最后=0");
  expect("职责为:(1)预算；(2)决算。", "(1)=1 (2)=2");
  expect("职责为:①预算；②决算。", "①=1 ②=2");
  expect("一是生产、二是销售、三是服务。", "一是=1 二是=2 三是=3");
}

static void english_forms(void **state) {
  (void)state;
  expect("First, we build. Second, we mend. Finally, we rest.",
         "First=1 Second=2 Finally=0");
  expect("There are two changes. First, more; and second, less.",
         "First=1 second=2");
  expect("Four groups: 1) boys, 2) girls, 3) men, and 4) women.",
         "1)=1 2)=2 3)=3 4)=4");
  expect("Four groups: 1) boys, 2) girls, 3) men and 4) women.",
         "1)=1 2)=2 3)=3 4)=4");
}

static void english_brackets(void **state) {
  (void)state;
  expect("It is used to (a) train, (b) buy and (d) mend.", "(a)=1 (b)=2 (d)=4");
  expect("(i) The board met. (ii) It met. (iv) It met.", "(i)=1 (ii)=2 (iv)=4");
  expect("We will: a) raise fees; b) close two; d) sell land.",
         "a)=1 b)=2 d)=4");
  expect("The aims are (g) one, (h) two and (i) three.", "(g)=7 (h)=8 (i)=9");
  expect("Under paragraphs (a) and (c) of section (b) costs (see (d)) rose.",
         "");
}

static void what_only_looks_like_one(void **state) {
  (void)state;
  expect("一、二、三产业比重调整。二、三产业增长。", "");
  expect("第二产业增长5%,第三产业增长6%。再次感谢各位。", "");
  expect("Second pillar, the fund. A third of it grew (3).", "");
  expect("统一是关键,十一要放假安排已定,其二十人参加。", "十一要=11");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chinese_forms),
      cmocka_unit_test(english_forms),
      cmocka_unit_test(english_brackets),
      cmocka_unit_test(what_only_looks_like_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
