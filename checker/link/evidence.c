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

typedef struct {
  int close, mutual, shared, left, right; /* words: see hd_likeness */
  int none, one, all;                     /* no other figures; some agree */
  int next, other;                        /* the figures next to the two */
  int more, once, less;                   /* how often each is told */
  int base;
} weights;

enum { CHINESE, ENGLISH };
static const weights weights_of[] = {
    [CHINESE] = {.close = 145,
                 .mutual = 33,
                 .shared = 14,
                 .left = 24,
                 .right = 29,
                 .none = 85,
                 .one = 111,
                 .all = 119,
                 .next = 90,
                 .other = -32,
                 .base = -98},
    [ENGLISH] = {.close = 53,
                 .mutual = -246,
                 .shared = 35,
                 .left = 40,
                 .right = 19,
                 .none = 74,
                 .one = 109,
                 .all = 125,
                 .next = 87,
                 .other = -17,
                 .more = 51,
                 .once = 159,
                 .less = -22,
                 .base = -442},
};

static const weights *weights_for(const hd_evidence *e) {
  return &weights_of[e->english ? ENGLISH : CHINESE];
}

/* Words, nearest words to the left and right, and times that count. */
enum { SHARED_MOST = 10, LEFT_MOST = 3, RIGHT_MOST = 2, TOLD_MOST = 4 };

static int at_most(uint32_t n, int most) {
  return n < (uint32_t)most ? (int)n : most;
}

/* Of the words about them. */
static int weight_of_words(const hd_evidence *e) {
  const hd_likeness *k = &e->like;
  const weights *of = weights_for(e);
  double w = of->close * k->close + of->mutual * k->mutual;
  w += of->shared * at_most(k->shared, SHARED_MOST);
  w += of->left * at_most(k->left, LEFT_MOST);
  w += of->right * at_most(k->right, RIGHT_MOST);
  return (int)w;
}

/* The most that words can weigh of which so many of the nearest agree. */
static int weight_at_most(const hd_evidence *e, uint32_t near) {
  const weights *of = weights_for(e);
  int side = of->left > of->right ? of->left : of->right;
  return of->close + (of->mutual > 0 ? of->mutual : 0) +
         of->shared * SHARED_MOST +
         side * at_most(near, LEFT_MOST + RIGHT_MOST);
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

/* A figure that was mistyped stands in the text once, that which was meant
 * often more. */
static int weight_of_times(const hd_evidence *e) {
  const weights *of = weights_for(e);
  return of->more * (at_most(e->told.more, TOLD_MOST) - 1) +
         of->less * (at_most(e->told.less, TOLD_MOST) - 1) +
         (e->told.less == 1 ? of->once : 0);
}

/* Of the figures beside them, of their names and of how often they are told. */
static int weight_beside(const hd_evidence *e) {
  const weights *of = weights_for(e);
  uint32_t fewer = e->others.a < e->others.b ? e->others.a : e->others.b;
  int w =
      of->base + of->next * (int)e->next.equal + of->other * (int)e->next.other;
  if (fewer == 0)
    w += of->none;
  else if (e->others.agree)
    w += of->one + (int)((uint32_t)of->all * e->others.agree / fewer);
  return w + weight_of_names(e) + weight_of_times(e);
}

/* What it must weigh, by language, slip and the digits that tell something: so
 * much that of the pairs a slip apart in 31 million characters as published
 * some ten are linked, in each row; of English ones with four digits and more,
 * which hardly ever are a slip apart by chance, none. */
static int weight_asked(const hd_evidence *e) {
  enum { NEVER = 10000, ALWAYS = -10000, MOST = 6 };
  static const int asked[2][HD_SLIP_POWER + 1][MOST + 1] = {
      {[HD_SLIP_SWAP] = {NEVER, NEVER, 110, 40, 0, -100, -100},
       [HD_SLIP_DIGIT] = {NEVER, 450, 320, 300, 90, 0, -100},
       [HD_SLIP_POWER] = {NEVER, NEVER, 90, 0, 0, -100, -100}},
      {[HD_SLIP_SWAP] = {NEVER, NEVER, 5, -45, -175, ALWAYS, ALWAYS},
       [HD_SLIP_DIGIT] = {NEVER, 373, 350, 166, -30, -250, -250},
       [HD_SLIP_POWER] = {NEVER, NEVER, 60, 0, -120, -200, -200}},
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

/* Four digits are told apart by whether the sentences have any word in common:
 * where two digits are swapped any word counts, where one differs it must
 * stand beside the two. */
static int weight_asked_of_words(const hd_evidence *e) {
  enum { MORE = 110, LESS = -50 };
  int weight = weight_asked(e);
  if (!e->english || e->significant != HD_EVIDENCE_TELLING)
    return weight;
  if (e->slip == HD_SLIP_SWAP && e->like.shared)
    return weight + LESS;
  if (e->slip == HD_SLIP_DIGIT && e->like.left + e->like.right == 0)
    return weight + MORE;
  return weight;
}

bool hd_evidence_has_digits(const hd_evidence *e) {
  return !e->reworded && e->significant >= (e->english ? HD_EVIDENCE_TELLING
                                                       : HD_EVIDENCE_LONG);
}

bool hd_evidence_is_long(const hd_evidence *e) {
  enum { LONGER = 6 };
  return !e->reworded && e->significant >= HD_EVIDENCE_LONG &&
         e->like.shared >= (e->significant >= LONGER ? 1 : 2);
}

/* 归属于母公司股东的净利润41.3亿元, and 归母净利润43.1亿元: names that say the
 * same, or one of which says it within the other's and the digits of which
 * only a slip could have made so alike. */
static bool may_be_renamed(const hd_evidence *e) {
  if (e->english || e->point || e->digits < (e->rate ? TELLING : 2))
    return false;
  return e->slip == HD_SLIP_SWAP || e->digits >= TELLING;
}

static bool is_renamed(const hd_evidence *e) {
  enum { MORE = 4 };
  if (!may_be_renamed(e))
    return false;
  if (e->slip != HD_SLIP_SWAP || e->digits < TELLING)
    return e->name == HD_GIST_EQUAL;
  return e->name >= HD_GIST_WITHIN ||
         (e->name == HD_GIST_SHORT && e->digits >= MORE) ||
         (e->name >= HD_GIST_SHARED && e->others.agree);
}

bool hd_evidence_may_be_tuple(const hd_evidence *e) {
  return e->english && e->slip == HD_SLIP_SWAP && e->significant >= TELLING;
}

/* All figures beside the one stand beside the other, or those beside the other
 * beside the one: 42 of 981 (4.3%), 42 of 918 (4.3%). */
static bool is_tuple(const hd_evidence *e) {
  enum { MORE = 2 };
  uint32_t fewer = e->others.a < e->others.b ? e->others.a : e->others.b;
  if (!e->english || e->significant < TELLING || !fewer ||
      e->others.agree < fewer)
    return false;
  return e->slip == HD_SLIP_SWAP ||
         (e->slip == HD_SLIP_DIGIT && e->others.agree >= MORE);
}

bool hd_evidence_may(const hd_evidence *e, uint32_t near) {
  return near || hd_evidence_has_digits(e) || may_be_renamed(e) ||
         hd_evidence_may_be_tuple(e);
}

bool hd_evidence_may_beside(const hd_evidence *e, uint32_t near) {
  return e->scaled || hd_evidence_has_digits(e) || is_renamed(e) ||
         is_tuple(e) ||
         weight_beside(e) + weight_at_most(e, near) >= weight_asked(e);
}

bool hd_evidence_convinces(const hd_evidence *e) {
  bool near = e->like.left + e->like.right > 0;
  if (is_rescaled(e) || hd_evidence_is_long(e) || is_renamed(e) ||
      (is_tuple(e) && (near || hd_evidence_may_be_tuple(e))))
    return true;
  return !e->like.denied &&
         (near || hd_evidence_has_digits(e) || may_be_renamed(e)) &&
         weight_beside(e) + weight_of_words(e) >= weight_asked_of_words(e);
}
