/* Tests of checker/link/evidence.c. */
#include "checker/link/evidence.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { TRIES = 400000 };

static uint64_t state_of_draws = 1;

/* One of 0 .. n - 1, in a fixed order. */
static uint32_t draw(uint32_t n) {
  state_of_draws = hd_hash_step(state_of_draws, 7);
  return (uint32_t)(state_of_draws >> 33) % n;
}

static double part(void) { return draw(21) / 20.0; }

static hd_evidence any_evidence(void) {
  hd_evidence e = {.slip = (hd_slip)(1 + draw(3)),
                   .significant = 1 + draw(7),
                   .english = draw(2),
                   .name = (hd_gist_likeness)draw(HD_GIST_EQUAL + 1)};
  e.digits = e.slip == HD_SLIP_SWAP ? e.significant + draw(2) : e.significant;
  e.point = draw(4) == 0;
  e.rate = !e.point && draw(2);
  e.scaled = e.slip == HD_SLIP_POWER && draw(2);
  e.like = (hd_likeness){.shared = draw(12),
                         .left = draw(5),
                         .right = draw(5),
                         .covered = part(),
                         .close = part(),
                         .mutual = part()};
  e.others = (hd_beside_fellows){draw(4), draw(4), draw(4)};
  e.next = (hd_beside_sides){draw(3), draw(3)};
  e.like.denied = draw(9) == 0;
  e.told.less = 1 + draw(3);
  e.told.more = e.told.less + draw(4);
  return e;
}

/* What is asked before the sentences are compared refuses nothing that would
 * convince. */
static void early_answers_refuse_no_evidence(void **state) {
  (void)state;
  uint32_t convinced = 0, refused = 0;
  for (int i = 0; i < TRIES; i++) {
    hd_evidence e = any_evidence();
    uint32_t near = e.like.left + e.like.right;
    bool may = hd_evidence_may(&e, near) && hd_evidence_may_beside(&e, near);
    if (hd_evidence_convinces(&e))
      assert_true(may);
    if (hd_evidence_is_long(&e))
      assert_true(hd_evidence_has_digits(&e) && may);
    convinced += hd_evidence_convinces(&e);
    refused += !may;
  }
  assert_true(convinced > TRIES / 50 && refused > TRIES / 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(early_answers_refuse_no_evidence),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
