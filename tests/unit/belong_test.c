/* Tests of checker/link: figures that belong together by the words between. */
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *said(const link_sample *s, hd_claim_ref ref) {
  if (ref.claim == HD_NONE)
    return "-";
  hd_str t = hd_document_text(s->doc, s->quantities->items[ref.claim].span);
  return hd_arena_format(s->arena, "%.*s", (int)t.n, t.p);
}

/* "level base rate increment" or "rate part whole" of each link of the kind. */
static void expect(const char *text, hd_link_kind kind, const char *wanted) {
  link_sample s = link_sample_read(text);
  const char *got = "";
  for (size_t i = 0; i < s.links->n; i++) {
    const hd_link *k = &s.links->items[i];
    if (k->kind != kind)
      continue;
    bool parts = kind == HD_LINK_SHARE_OF || kind == HD_LINK_PART_OF;
    hd_claim_ref none = {0, HD_NONE};
    hd_claim_ref member = k->n_members ? k->members[0] : none;
    got = parts
              ? hd_arena_format(s.arena, "%s%s/%s/%s; ", got, said(&s, k->rate),
                                said(&s, member), said(&s, k->whole))
              : hd_arena_format(s.arena, "%s%s/%s/%s/%s; ", got,
                                said(&s, k->level), said(&s, k->base),
                                said(&s, k->rate), said(&s, k->increment));
  }
  assert_string_equal(got, wanted);
  hd_arena_free(s.arena);
}

static void two_times(void **state) {
  (void)state;
  expect("Toy sales were $41.0 million for the year ended May 31, 2022 "
         "compared to $37.5 million for the year ended May 31, 2021.",
         HD_LINK_FROM_TO, "$41.0 million/$37.5 million/-/-; ");
  expect("Toy sales were $41 million, compared to $37 million of game sales.",
         HD_LINK_FROM_TO, "");
  expect("Refunds for the years ended May 31, 2022 and 2021 were $4.1 million "
         "and $3.2 million, respectively.",
         HD_LINK_FROM_TO, "$4.1 million/$3.2 million/-/-; ");
}

static void changes(void **state) {
  (void)state;
  expect("Use of coal decreased by 11.2 Mtoe (42.9%) to 14.9 Mtoe in 2011.",
         HD_LINK_CHANGE_OF, "14.9 Mtoe/-/42.9%/11.2 Mtoe; ");
  expect("Reserves were 900 million tonnes. This was 20 million tonnes lower "
         "(2.2%) than in 2010.",
         HD_LINK_CHANGE_OF, "900 million tonnes/-/2.2%/20 million tonnes; ");
  expect("全市入学率91.2%，同比提高1.3个百分点。", HD_LINK_CHANGE_OF,
         "91.2%/-/-/1.3个百分点; ");
  expect("全市地区生产总值增长6.1%、突破3200亿元。", HD_LINK_CHANGE_OF,
         "3200亿元/-/6.1%/-; ");
}

static void shares(void **state) {
  (void)state;
  expect("Of 90 ferries, 18 were late (including 12 [67%] in winter).",
         HD_LINK_SHARE_OF, "67%/12/-; ");
  expect("In 2019, 480 guests were asked, 72 (15%) of whom left early.",
         HD_LINK_SHARE_OF, "15%/72/480; ");
  expect("# 湖南省2023年报告\n\n外送电量315亿度，占全国2.1%。",
         HD_LINK_SHARE_OF, "2.1%/315亿度/-; ");
}

static void these(void **state) {
  (void)state;
  expect("Ships sank in 12 ports. Among these 12 ports, seven were closed.",
         HD_LINK_PART_OF, "-/seven/12; ");
  expect("Three of these seven ports were closed in one week.", HD_LINK_PART_OF,
         "-/Three/seven; ");
  expect("Twenty-six included districts had five ports.", HD_LINK_PART_OF, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_times), cmocka_unit_test(changes),
      cmocka_unit_test(shares), cmocka_unit_test(these)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
