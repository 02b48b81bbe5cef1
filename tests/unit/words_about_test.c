/* words_about: rules/lib/evidence.lua, what speaks for two figures being one
 * fact, and what it asks: word_weight.lua, doc:spread. */
#include "checker/rule/host.h"
#include "rule_sample.h"

#define ON "on = { claim = 'count' },"

/* What `body` says of the first figure of the text as a count. */
static void says(const char *text, const char *body, const char *expected) {
  char check[800];
  snprintf(check, sizeof check,
           "if item.index > 1 then return end "
           "local a, b = doc.claims[1], doc.claims[2] "
           "report { at = item, stated = tostring(%s) }",
           body);
  const char *said = sample_say(text, ON, check);
  if (!strstr(said, expected))
    fail_msg("%s: expected \"%s\", got \"%s\"", body, expected, said);
}

/* Is the second figure, of that slip, taken for the first? */
static void one_fact(const char *text, const char *kind, bool expected) {
  char body[200];
  snprintf(body, sizeof body, "lib('evidence').outweighs(a, b, %s, -1)", kind);
  says(text, body, expected ? "true" : "false");
}

static void words_in_common_speak_for_one(void **state) {
  (void)state;
  one_fact("全年新增智能制造企业940家,数字化转型加快。\n"
           "数字化转型加快,全年新增智能制造企业904家。",
           "'transposed'", true);
  one_fact("全年新增智能制造企业940家。\n农村公路养护工程904个。",
           "'transposed'", false);
}

static void a_digit_speaks_less_than_a_swap(void **state) {
  (void)state;
  const char *text = "参展企业签订合同943份。\n新增参展企业签约934份。";
  one_fact(text, "'transposed'", true);
  one_fact(text, "'digit'", false);
}

static void one_paragraph_speaks_for_two(void **state) {
  (void)state;
  one_fact("参展企业签订合同943份。新增参展企业签约934份。", "'transposed'",
           false);
}

static void long_numbers_are_seldom_alike(void **state) {
  (void)state;
  one_fact("专项支出318746万元。\n涉及当年财政拨款318476万元。", "'transposed'",
           true);
  one_fact("专项支出318万元。\n涉及当年财政拨款381万元。", "'transposed'",
           false);
}

static void no_slip_needs_more(void **state) {
  (void)state;
  one_fact("全年新增智能制造企业940家,加快转型。\n"
           "各地扶持企业275家。",
           "nil", false);
}

static void common_words_weigh_less(void **state) {
  (void)state;
  char text[2000] = "企业40家。";
  for (int i = 0; i < 63; i++)
    strcat(text, "企业多。");
  const char *of = "lib('word_weight').of(doc, { ['企业'] = true, "
                   "['合同'] = true })";
  char body[300];
  snprintf(body, sizeof body, "%s['企业'] .. ' ' .. %s['合同']", of, of);
  says(text, body, "2.0 8.0");
}

static void pairs_are_counted_by_sentence(void **state) {
  (void)state;
  const char *text = "企业40家企业。企,业。产企业。\n企业多。";
  says(text, "doc:spread({ ['企业'] = true })['企业']", "3");
  says(text, "doc:spread({ ['业企'] = true })['业企']", "0");
  says(text, "next(doc:spread({}))", "nil");
  says(text, "doc:spread({ ['企'] = true })", "pairs of ideographs");
  says(text, "doc:spread({ ['企业多'] = true })", "pairs of ideographs");
  says(text, "doc:spread({ ['abcdef'] = true })", "pairs of ideographs");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_in_common_speak_for_one),
      cmocka_unit_test(a_digit_speaks_less_than_a_swap),
      cmocka_unit_test(one_paragraph_speaks_for_two),
      cmocka_unit_test(long_numbers_are_seldom_alike),
      cmocka_unit_test(no_slip_needs_more),
      cmocka_unit_test(common_words_weigh_less),
      cmocka_unit_test(pairs_are_counted_by_sentence),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
