/* needed_anchor: where in a word its anchor is.
 *
 * The best one is that which fewest places of a text have, by a rough estimate
 * of how often bytes stand side by side in reports, times the words that are
 * asked for at each. */
#include "needed_anchor.h"

const unsigned char hd_needed_told[256] = {
    0,   1,   2,   3,   4,   5,   6,   7,   8,   2,   2,   2,   2,   2,   14,
    15,  16,  17,  18,  19,  20,  21,  22,  23,  24,  25,  26,  27,  28,  29,
    30,  31,  2,   33,  34,  35,  36,  37,  38,  39,  40,  41,  42,  43,  44,
    45,  46,  47,  48,  49,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,
    60,  61,  62,  63,  64,  65,  66,  67,  68,  69,  70,  71,  72,  73,  74,
    75,  76,  77,  78,  79,  80,  81,  82,  83,  84,  85,  86,  87,  88,  89,
    90,  91,  92,  93,  94,  95,  96,  97,  98,  99,  100, 101, 102, 103, 104,
    105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134,
    135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149,
    150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164,
    165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179,
    180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194,
    195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209,
    210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224,
    225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239,
    240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254,
    255};

enum { DIGITS = 27, BLANKS, HIGH, SIGNS, CONTROLS };
#define LETTERS                                                                \
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,   \
      22, 23, 24, 25, 26
#define FOUR(c) c, c, c, c
#define SIXTEEN(c) FOUR(c), FOUR(c), FOUR(c), FOUR(c)
const unsigned char hd_needed_classes[256] = {CONTROLS,       CONTROLS,
                                              BLANKS,         CONTROLS,
                                              FOUR(CONTROLS), CONTROLS,
                                              BLANKS,         BLANKS,
                                              BLANKS,         BLANKS,
                                              BLANKS,         CONTROLS,
                                              CONTROLS,       SIXTEEN(CONTROLS),
                                              BLANKS,         SIGNS,
                                              SIGNS,          SIGNS,
                                              FOUR(SIGNS),    FOUR(SIGNS),
                                              FOUR(SIGNS),    FOUR(DIGITS),
                                              FOUR(DIGITS),   DIGITS,
                                              DIGITS,         SIGNS,
                                              SIGNS,          FOUR(SIGNS),
                                              SIGNS,          LETTERS,
                                              SIGNS,          SIGNS,
                                              SIGNS,          SIGNS,
                                              SIGNS,          SIGNS,
                                              LETTERS,        SIGNS,
                                              SIGNS,          SIGNS,
                                              SIGNS,          CONTROLS,
                                              SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                              SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                              SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                              SIXTEEN(HIGH),  SIXTEEN(HIGH)};

typedef enum { LETTER, CAPITAL, FIGURE, SPACE, LEAD, REST, SIGN } byte_kind;

static byte_kind kind_of(char c) {
  if (c >= 'a' && c <= 'z')
    return LETTER;
  if (c >= 'A' && c <= 'Z')
    return CAPITAL;
  if (c == HD_NEED_DIGIT || hd_ascii_is_digit(c))
    return FIGURE;
  if (c == HD_NEED_BLANK || hd_need_is_blank(c))
    return SPACE;
  return (unsigned char)c >= 0xc0   ? LEAD
         : (unsigned char)c >= 0x80 ? REST
                                    : SIGN;
}

/* Of letters, so many in a thousand. */
static const int letters[26] = {65, 12, 22, 34, 100, 18, 16, 50, 60,
                                2,  6,  33, 20, 57,  60, 15, 1,  50,
                                50, 75, 22, 8,  19,  2,  16, 1};

/* How often two such bytes stand side by side, by a rough estimate, in a
 * million; of letters a fraction of it. */
static double share_of(const char *p) {
  static const int shares[7][7] = {
      /* a     A    0    _     lead rest sign */
      {870, 1, 1, 3800, 2, 1, 60},         /* letter */
      {25, 10, 1, 65, 1, 1, 5},            /* capital */
      {1, 1, 1500, 500, 200, 1, 105},      /* figure */
      {3700, 600, 660, 2250, 690, 1, 740}, /* space */
      {1, 1, 1, 1, 1, 3000, 1},            /* lead */
      {1, 1, 150, 250, 3000, 300, 900},    /* rest */
      {18, 5, 85, 1770, 500, 1, 30}};      /* sign */
  byte_kind first = kind_of(p[0]), second = kind_of(p[1]);
  double share = shares[first][second];
  if (first == LETTER)
    share *= letters[p[0] - 'a'] / 40.;
  if (second == LETTER)
    share *= letters[p[1] - 'a'] / 40.;
  for (int i = 0; i < 2; i++)
    share *= p[i] == HD_NEED_DIGIT ? 10 : 1;
  return share;
}

size_t hd_needed_width(hd_str word, size_t at) {
  if (hd_needed_is_three(word.p[at]))
    return at + 3 <= word.n ? 3 : 0;
  return at + 2 <= word.n ? 2 : 0;
}

/* Which part of the places with a key are followed by c. */
static double part_of(char c) {
  static const double parts[7] = {0, .02, .02, .2, .02, .02, .03};
  byte_kind kind = kind_of(c);
  if (kind == LETTER)
    return letters[c - 'a'] / 1000.;
  return c == HD_NEED_DIGIT ? .2 : parts[kind];
}

size_t hd_needed_told_by(hd_str word, size_t at) {
  size_t n = HD_TOLD_LEAST;
  while (n < HD_TOLD_MOST && at + n < word.n && word.p[at + n] != HD_NEED_DIGIT)
    n++;
  return n;
}

/* How often what is asked for there stands in a text, as share_of. */
static double share_at(hd_str word, size_t at) {
  if (hd_needed_width(word, at) == 3)
    return at + 3 == word.n ? 300 : 30; /* by a guess */
  double share = share_of(word.p + at);
  for (size_t k = HD_TOLD_LEAST; k < hd_needed_told_by(word, at); k++)
    share *= part_of(word.p[at + k]);
  return share;
}

/* The head at which the word would be entered there, one of several where it
 * begins with classes of digits. */
static uint32_t head_of(hd_str word, size_t at) {
  char bytes[HD_TOLD_MOST];
  size_t told = hd_needed_told_by(word, at);
  memcpy(bytes, word.p + at, told);
  for (size_t k = 0; k < HD_TOLD_LEAST; k++)
    if (bytes[k] == HD_NEED_DIGIT)
      bytes[k] = '0';
  return hd_needed_head(bytes, told);
}

/* How many words are in the list that it would be in there. */
static size_t crowd_at(const hd_needed_own *own, hd_str word, size_t at) {
  if (hd_needed_width(word, at) == 2)
    return own->crowds[hd_needed_head_slot(head_of(word, at),
                                           hd_needed_told_by(word, at))];
  uint32_t key = own->of_char[hd_needed_char(word.p + at)];
  if (!key || at + 3 == word.n)
    return 0;
  return own->lengths[hd_needed_slot(
      key, hd_needed_follow(word.p + at + 3, word.n - at - 3))];
}

size_t hd_needed_choose(const hd_needed_own *own, hd_str word) {
  enum { FEW = 6 /* words that are asked for as fast as a list is found */ };
  double least = 1e12;
  size_t best = 0;
  for (size_t i = 0; i < word.n; i++) {
    if (((unsigned char)word.p[i] & 0xc0) == 0x80 || !hd_needed_width(word, i))
      continue;
    double cost = share_at(word, i) * (double)(FEW + crowd_at(own, word, i));
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}
