/* evidence: is what speaks for two figures being one, mistyped, enough?
 *
 * In: how the digits differ, how the sentences are alike, which figures beside
 * the two agree, what they are called. Out: yes or no. Words, figures and
 * names are weighed together; digits too many for chance and names that say
 * the same stand by themselves. */
#include "evidence.h"

enum { TELLING = 3 }; /* digits that a name's fellow shares by no chance */

/* ---- weights ------------------------------------------------------------
 * The logarithm, in hundredths, of how much likelier it is to see what stands
 * about the two where one fact is told twice than where two facts are. The
 * weights are those of a logistic regression of pairs of equal figures against
 * pairs a slip apart; docs/decisions.md says of which texts. */

enum { CLOSE = 145, MUTUAL = 33, SHARED = 14, LEFT = 24, RIGHT = 29 };
/* Words, and nearest words to the left and right, that count. */
enum { SHARED_MOST = 10, LEFT_MOST = 3, RIGHT_MOST = 2 };

/* Of the words about them. */
static int weight_of_words(const hd_evidence *e) {
  const hd_likeness *k = &e->like;
  double w = CLOSE * k->close + MUTUAL * k->mutual;
  w += SHARED * (int)(k->shared < SHARED_MOST ? k->shared : SHARED_MOST);
  w += LEFT * (int)(k->left < LEFT_MOST ? k->left : LEFT_MOST);
  w += RIGHT * (int)(k->right < RIGHT_MOST ? k->right : RIGHT_MOST);
  return (int)w;
}

/* The most that words can weigh of which so many of the nearest agree. */
static int weight_at_most(uint32_t near) {
  enum { NEAR_MOST = LEFT_MOST + RIGHT_MOST };
  return CLOSE + MUTUAL + SHARED * SHARED_MOST +
         RIGHT * (int)(near < NEAR_MOST ? near : NEAR_MOST);
}

/* Rates of many things grow in the same Chinese words: there it matters what
 * they are called. */
static int weight_of_names(const hd_evidence *e) {
  enum { SAME = 98, HALF = 56, RATE = 97 };
  if (e->english)
    return 0;
  int name = e->name >= HD_GIST_SHORT    ? SAME
             : e->name == HD_GIST_SHARED ? HALF
                                         : 0;
  return name - (e->rate ? RATE : 0);
}

/* Of the figures beside them and of their names. */
static int weight_beside(const hd_evidence *e) {
  enum { BASE = -98, NONE = 85, ONE = 111, ALL = 119, NEXT = 90, OTHER = -32 };
  uint32_t fewer = e->others.a < e->others.b ? e->others.a : e->others.b;
  int w = BASE + NEXT * (int)e->next.equal + OTHER * (int)e->next.other;
  if (fewer == 0)
    w += NONE;
  else if (e->others.agree)
    w += ONE + (int)(ALL * e->others.agree / fewer);
  return w + weight_of_names(e);
}

/* What it must weigh, by language, slip and the digits that tell something: so
 * much that of the pairs a slip apart in 31 million characters as published
 * some ten are linked, in each row. */
static int weight_asked(const hd_evidence *e) {
  enum { NEVER = 10000, MOST = 6 };
  static const int asked[2][HD_SLIP_POWER + 1][MOST + 1] = {
      {[HD_SLIP_SWAP] = {NEVER, NEVER, 110, 40, 0, -100, -100},
       [HD_SLIP_DIGIT] = {NEVER, 450, 320, 300, 90, 0, -100},
       [HD_SLIP_POWER] = {NEVER, NEVER, 90, 0, 0, -100, -100}},
      {[HD_SLIP_SWAP] = {NEVER, NEVER, 220, 120, 0, -100, -100},
       [HD_SLIP_DIGIT] = {NEVER, 640, 560, 400, 150, 0, -100},
       [HD_SLIP_POWER] = {NEVER, NEVER, 150, 60, 0, -100, -100}},
  };
  uint32_t digits = e->significant < MOST ? e->significant : MOST;
  return asked[e->english][e->slip][digits];
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

bool hd_evidence_may(const hd_evidence *e, uint32_t near) {
  return near || hd_evidence_has_digits(e) || hd_evidence_may_be_renamed(e);
}

bool hd_evidence_may_beside(const hd_evidence *e, uint32_t near) {
  return e->scaled || hd_evidence_has_digits(e) || is_renamed(e) ||
         weight_beside(e) + weight_at_most(near) >= weight_asked(e);
}

bool hd_evidence_convinces(const hd_evidence *e) {
  if (is_rescaled(e) || hd_evidence_is_long(e) || is_renamed(e))
    return true;
  return !e->like.denied &&
         (e->like.left + e->like.right || hd_evidence_has_digits(e) ||
          hd_evidence_may_be_renamed(e)) &&
         weight_beside(e) + weight_of_words(e) >= weight_asked(e);
}
