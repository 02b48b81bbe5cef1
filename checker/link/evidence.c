/* evidence: is what speaks for two figures being one, mistyped, enough?
 *
 * In: how the digits differ, how the sentences are alike, which figures beside
 * the two agree. Out: yes or no. Each of the ways stands by itself: sentences
 * nearly the same, a fellow that agrees, digits too many for chance, names
 * that say the same. */
#include "evidence.h"

enum { TELLING = 3 }; /* digits that a name's fellow shares by no chance */

static bool enough_words(const hd_evidence *e) {
  enum { LEAST = 4, FEW = 5 };
  const hd_likeness *k = &e->like;
  if (k->shared < LEAST ||
      (k->shared < FEW && k->covered < 0.9 && k->mutual < 0.6) ||
      (e->point && k->mutual < 0.9))
    return false;
  if (!e->english)
    return k->left + k->right >= 2;
  bool both_own = k->own[0] && k->own[1];
  bool reworded = k->mutual >= 0.6 && k->left && k->right && e->digits > 2;
  return (k->left || k->right >= 2) &&
         !(both_own &&
           (e->slip == HD_SLIP_DIGIT || !(e->others.agree || reworded)));
}

/* Sentences of which another figure agrees as well. */
static bool fits_agreeing(const hd_evidence *e) {
  uint32_t fewer = e->others.a < e->others.b ? e->others.a : e->others.b;
  double agree = (double)e->others.agree / (fewer ? fewer : 1);
  double covered = e->like.covered;
  bool same = !e->like.own[0] && !e->like.own[1];
  if (agree < 0.5)
    return false;
  if (e->slip == HD_SLIP_SWAP)
    return covered >= 0.55;
  if (e->slip == HD_SLIP_POWER)
    return covered >= 0.8 && e->digits > 1;
  if (e->digits > 2)
    return same ? covered >= 0.6 && (covered >= 0.8 || agree > 0.6)
                : covered >= 0.8 && e->like.mutual >= 0.7;
  return e->digits == 2 && covered >= 0.9 && e->others.agree >= 2;
}

static bool fits_alone(const hd_evidence *e) {
  enum { MANY = 6, NEAR = 3 };
  const hd_likeness *k = &e->like;
  if (e->slip == HD_SLIP_SWAP)
    return k->covered >= (e->english ? 0.65 : 0.5);
  if (e->digits < 2)
    return false;
  if (e->slip == HD_SLIP_POWER)
    return k->covered >= 0.8 && (!e->english || k->mutual > 0.6);
  if (e->digits > 2)
    return k->covered >= 0.8;
  return !e->english && k->covered >= 0.95 && k->shared >= MANY &&
         k->left >= NEAR;
}

/* The same sentence, word for word. */
static bool is_copy(const hd_evidence *e) {
  enum { MANY = 8, NEAR = 2 };
  const hd_likeness *k = &e->like;
  return k->mutual >= 0.95 && k->shared >= MANY && k->left >= NEAR &&
         k->right >= NEAR && e->digits >= 2 && e->others.agree == e->others.a &&
         e->others.agree == e->others.b;
}

/* $18.5 million and $18.5 billion: two figures seldom share all digits. */
static bool is_rescaled(const hd_evidence *e) {
  enum { FEW = 2, MORE = 4 };
  const hd_likeness *k = &e->like;
  if (!e->scaled || e->digits < 2 || k->left + k->right == 0)
    return false;
  return e->digits >= TELLING ? k->shared >= FEW && k->covered >= 0.4
                              : k->shared >= MORE && k->covered >= 0.6;
}

bool hd_evidence_has_digits(const hd_evidence *e) {
  return e->slip != HD_SLIP_POWER && e->significant >= HD_EVIDENCE_LONG;
}

bool hd_evidence_is_long(const hd_evidence *e) {
  enum { LONGER = 6 };
  return hd_evidence_has_digits(e) &&
         e->like.shared >= (e->significant >= LONGER ? 1 : 2);
}

/* Two of three digits or more swapped, between nearly the same words. */
static bool is_swapped(const hd_evidence *e) {
  enum { DIGITS_LEAST = 3, WORDS = 4 };
  const hd_likeness *k = &e->like;
  if (e->slip != HD_SLIP_SWAP || e->digits < DIGITS_LEAST ||
      k->left + k->right == 0)
    return false;
  if (e->others.agree)
    return k->close >= 0.6;
  return !(e->others.a && e->others.b) && k->shared >= WORDS && k->close >= 0.7;
}

/* 94% and 64%, and again 94% and 46%: digits swapped beside a figure that
 * agrees, where what stands next to one is all about the other. */
static bool is_paired(const hd_evidence *e) {
  enum { WORDS = 4, NEAREST = 3 };
  const hd_likeness *k = &e->like;
  uint32_t fewer = e->others.a < e->others.b ? e->others.a : e->others.b;
  return e->slip == HD_SLIP_SWAP && e->english && e->others.agree &&
         e->others.agree * 2 >= fewer && !(k->own[0] && k->own[1]) &&
         k->shared >= WORDS && k->left + k->right >= NEAREST && k->close >= 0.5;
}

/* 归属于母公司股东的净利润41.3亿元, and 归母净利润43.1亿元: names that say the
 * same, or one of which says it within the other's and the digits of which
 * only a slip could have made so alike. */
bool hd_evidence_may_be_renamed(const hd_evidence *e) {
  if (e->english || e->point || e->digits < (e->rate ? TELLING : 2))
    return false;
  return e->slip == HD_SLIP_SWAP || e->digits >= TELLING;
}

static bool is_renamed(const hd_evidence *e) {
  enum { MORE = 4 };
  if (!hd_evidence_may_be_renamed(e))
    return false;
  if (e->slip != HD_SLIP_SWAP || e->digits < TELLING)
    return e->name == HD_GIST_EQUAL;
  return e->name >= HD_GIST_WITHIN ||
         (e->name == HD_GIST_SHORT && e->digits >= MORE) ||
         (e->name >= HD_GIST_SHARED && e->others.agree);
}

/* One digit tells nothing but its place. */
bool hd_evidence_may(const hd_evidence *e, uint32_t near) {
  if (e->digits < 2 && e->slip != HD_SLIP_SWAP)
    return false;
  return near >= 2 || (near && (e->english || e->slip != HD_SLIP_DIGIT)) ||
         hd_evidence_has_digits(e) || hd_evidence_may_be_renamed(e);
}

bool hd_evidence_may_beside(const hd_evidence *e, uint32_t near) {
  enum { NEAREST = 3 };
  if (e->scaled || hd_evidence_has_digits(e) || is_renamed(e))
    return true;
  if (e->others.a && e->others.b && !e->others.agree)
    return false;
  return e->english || e->slip != HD_SLIP_DIGIT || e->digits > 2 ||
         near >= NEAREST || e->others.agree >= 2;
}

bool hd_evidence_convinces(const hd_evidence *e) {
  if (is_rescaled(e) || hd_evidence_is_long(e) || is_swapped(e) ||
      is_paired(e) || is_renamed(e))
    return true;
  if (!enough_words(e))
    return false;
  if (is_copy(e))
    return true;
  if (e->others.agree)
    return fits_agreeing(e);
  return !(e->others.a && e->others.b) && fits_alone(e);
}
