/* Tests of checker/text/construction.c, link/construe.c, link/construed.c. */
#include "checker/text/construction.h"
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static hd_str figure(const link_sample *s, hd_claim_ref ref) {
  if (ref.claim == HD_NONE)
    return HD_STR("-");
  return hd_document_text(s->doc, s->quantities->items[ref.claim].span);
}

/* The last link of the kind: whole, rate, level, base and members. */
static void expect(const char *text, hd_link_kind kind, const char *roles) {
  link_sample s = link_sample_read(text);
  const hd_link *k = NULL, *next;
  for (size_t n = 0; (next = link_sample_find(&s, kind, n)); n++)
    if (strcmp(next->reason, "said by a construction") == 0)
      k = next;
  if (!roles) {
    assert_null(k);
    hd_arena_free(s.arena);
    return;
  }
  assert_non_null(k);
  const hd_claim_ref refs[] = {k->whole, k->rate, k->level, k->base};
  const char *all = "";
  for (size_t i = 0; i < 4 + k->n_members; i++) {
    hd_str t = figure(&s, i < 4 ? refs[i] : k->members[i - 4]);
    all =
        hd_arena_format(s.arena, "%s%s%.*s", all, i ? "|" : "", (int)t.n, t.p);
  }
  assert_string_equal(all, roles);
  hd_arena_free(s.arena);
}

static void shares(void **state) {
  (void)state;
  expect("Seventeen out of 68 schools, or 25%, were closed.", HD_LINK_SHARE_OF,
         "68|25%|-|-|Seventeen");
  expect("The pass rate was 92.5%, with 740 of 800 candidates passing.",
         HD_LINK_SHARE_OF, "800|92.5%|-|-|740");
  expect("A quarter of the budget, $12 million out of $48 million, is lent.",
         HD_LINK_SHARE_OF, "$48 million|A quarter|-|-|$12 million");
  expect("Seventeen out of 68 schools were closed, and 25% of pupils moved.",
         HD_LINK_SHARE_OF, NULL);
}

static void changes(void **state) {
  (void)state;
  expect("Profit fell 15% to $34.0m (2022: $40.0m).", HD_LINK_FROM_TO,
         "-|15%|$34.0m|$40.0m");
  expect("The mean age at first birth rose from 26.4 to 28.9 years.",
         HD_LINK_FROM_TO, "-|-|28.9 years|26.4");
  expect("Cover rose from 38% (64 of 169) in 2000 to 70% (125 of 178) in 2016, "
         "then fell to 54% (96 of 179).",
         HD_LINK_FROM_TO, "-|-|54%|70%");
  expect("The limit of $50,000 will be raised to $150,000.", HD_LINK_FROM_TO,
         "-|-|$150,000|$50,000");
  expect("It rose to 295 tonnes in 2007, before falling and then rising again "
         "to 293 tonnes in 2013.",
         HD_LINK_FROM_TO, NULL);
  expect("Rainfall was below normal: 412 mm against an average of 530 mm.",
         HD_LINK_FROM_TO, "-|-|412 mm|530 mm");
}

static void parts(void **state) {
  (void)state;
  expect("Staff cost $40,000, rent $25,000 and power $15,000, bringing the "
         "total to $80,000.",
         HD_LINK_PARTS, "$80,000|-|-|-|$40,000|$25,000|$15,000");
  expect("Power came from coal (128 TWh), gas (96 TWh) and wind (32 TWh).",
         HD_LINK_PARTS, NULL);
  expect("Of 500 records, 120 were bad and 310 were old, leaving 70 for us.",
         HD_LINK_PARTS, "500|-|-|-|120|310|70");
}

static void two_sentences(void **state) {
  (void)state;
  expect("Cases were seen in 148 pupils and 37 teachers. Among these 185 "
         "cases, nine were light.",
         HD_LINK_PARTS, "185|-|-|-|148|37");
  expect("Revenue is put at $41.0 billion. With expenditure at $38.2 billion, "
         "a surplus of $2.8 billion is expected.",
         HD_LINK_PARTS, "$41.0 billion|-|-|-|$38.2 billion|$2.8 billion");
  expect("Revenue is put at $41.0 billion. With expenditure at $43.2 billion, "
         "a deficit of $2.2 billion is expected.",
         HD_LINK_PARTS, "$43.2 billion|-|-|-|$41.0 billion|$2.2 billion");
  expect("We met 14 men and 12 women, and four left. Of these 22, all spoke.",
         HD_LINK_PARTS, NULL);
}

static void without_base(void **state) {
  (void)state;
  expect("The vote gets a rise of $3.6 million, or 7.5 per cent on the vote of "
         "$48.0 million.",
         HD_LINK_CHANGE_OF, "-|7.5 per cent|-|$48.0 million");
  expect("The grant is $1,260 million which is $60 million or 5 per cent more "
         "than before.",
         HD_LINK_CHANGE_OF, "-|5 per cent|$1,260 million|-");
  expect("Costs rose by $6 million or 10%, compared with the rise of $4 "
         "million a year before.",
         HD_LINK_CHANGE_OF, NULL);
}

/* What a row is refused for; NULL: it is taken. */
static const char *refused(const char *row) {
  char folder[] = "/tmp/construction-XXXXXX", path[64], file[96];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/en", folder);
  assert_int_equal(mkdir(path, 0700), 0);
  snprintf(file, sizeof file, "%s/constructions.tsv", path);
  FILE *out = fopen(file, "wb");
  assert_non_null(out);
  fprintf(out, "# source: test\nconstruction\trelation\n%s\n", row);
  fclose(out);
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  const char *folders[] = {folder};
  const hd_lexicon *lexicon = hd_lexicon_open(arena, folders, 1, &error);
  assert_non_null(lexicon);
  hd_constructions *c = hd_constructions_read(arena, lexicon, &error);
  hd_arena_free(arena);
  unlink(file);
  rmdir(path);
  rmdir(folder);
  return c ? NULL : error.message;
}

static void rows(void **state) {
  (void)state;
  assert_null(refused("<P> of <W> [,] or <R>\tshare"));
  assert_non_null(refused("~ of <W>\tshare"));
  assert_non_null(refused("<P> of  <W>\tshare"));
  assert_non_null(refused("<P> @none <W>\tshare"));
  assert_null(refused("<W> . of these <P> ( <R> )\tshare"));
  assert_non_null(refused("<W> of . <P> ( <R> )\tshare"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares),       cmocka_unit_test(changes),
      cmocka_unit_test(parts),        cmocka_unit_test(two_sentences),
      cmocka_unit_test(without_base), cmocka_unit_test(rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
