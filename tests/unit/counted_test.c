/* Tests of checker/link/counted.c, announced.c and coordination.c. */
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The n-th COUNTED link of the text has these names ("" : there is none). */
static const hd_link *names_of(link_sample *s, const char *text, size_t n,
                               const char *wanted) {
  *s = link_sample_read(text);
  const hd_link *link = link_sample_find(s, HD_LINK_COUNTED, n);
  assert_string_equal(link ? link_sample_names(s, link) : "", wanted);
  return link;
}

static void expect(const char *text, const char *wanted) {
  link_sample s;
  names_of(&s, text, 0, wanted);
  hd_arena_free(s.arena);
}

static void lists_behind(void **state) {
  (void)state;
  link_sample s;
  const hd_link *link =
      names_of(&s, "清查六类(即:矿产、林业、水利、能源、土地、数据)资源。", 0,
               "矿产|林业|水利|能源|土地|数据");
  assert_int_equal(link->strength, 95);
  assert_true(link->complete);
  hd_arena_free(s.arena);
  expect("3种有色金属:铜、铅、锌。", "铜|铅|锌");
  expect("办好3件实事:新建学校10所；改造道路2公里,绿化3处；植树。",
         "新建学校10所|改造道路2公里,绿化3处|植树");
  expect("The three categories include cities, towns, and villages.",
         "cities|towns|villages");
}

static void counts_that_share_a_list(void **state) {
  (void)state;
  link_sample s;
  const hd_link *link =
      names_of(&s, "提出“三项政策、一项改革”,即收购、销售、运行,加快改革。", 0,
               "收购|销售|运行|加快改革");
  assert_int_equal(link->n_others, 1);
  assert_true(link->strength < 80);
  hd_arena_free(s.arena);
}

static void lists_before(void **state) {
  (void)state;
  expect("推进钢铁、化工、建材三大行业改造。", "推进钢铁|化工|建材");
  expect("推进钢铁、化工和建材三大行业改造。", "推进钢铁|化工和建材");
  expect("推进“甲、乙两个品种”认证。", "甲|乙");
}

static void open_lists(void **state) {
  (void)state;
  link_sample s;
  const hd_link *link =
      names_of(&s, "发展电子、汽车等五大产业集群。", 0, "发展电子|汽车");
  assert_false(link->complete);
  hd_arena_free(s.arena);
}

static void numbered_lists(void **state) {
  (void)state;
  expect("抓好两件事:一是修路。要求:一要快,二要好。二是架桥。", "一是|二是");
  expect("今年抓好以下两个方面工作:\n\n(一)工业\n\n1.技改\n\n2.招商\n\n"
         "(二)农业\n\n三、保障\n",
         "(一)|(二)");
  expect("There are at least two limitations. First, it is small. Second, it "
         "is short.\n",
         "First|Second");
  expect("Two boxes were new in 2011 for:\n\n- Travellers\n\n- Arabs\n\nIt "
         "was so.\n",
         "Travellers|Arabs");
}

static void no_lists(void **state) {
  (void)state;
  expect("新增技术中心、研究中心3家。", "");
  expect("国内国际两个市场、两种资源。", "");
  expect("17个县(市、区)完成验收。", "");
  expect("发展钢铁、化工,实施三大工程。", "");
  expect("完善钢铁、化工政策,推动水泥、玻璃实施两大工程。", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lists_behind),
      cmocka_unit_test(counts_that_share_a_list),
      cmocka_unit_test(lists_before),
      cmocka_unit_test(open_lists),
      cmocka_unit_test(numbered_lists),
      cmocka_unit_test(no_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
