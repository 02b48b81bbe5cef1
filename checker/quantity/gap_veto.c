/* gap_veto: words that look as if they had lost their number, and have not.
 *
 * In: a gap that gap_zh.c found, so that this may be slow. Out: whether it is
 * none: the word is the end of a longer term (发展中国|家), 个 behind a verb of
 * one character means one (是|个|问题), a scale is a round figure
 * (超|亿元|的企业), the end of a noun of things is not counted (配套|件), or
 * the paragraph only goes on with what the line before it ends with. */
#include "gap_veto.h"
#include "gap_zh.h"

/* A word of zh/gap with the role `term` that the gap is a part of: it ends
 * there or up to three characters behind. */
static bool is_in_term(const hd_gap_search *s, const hd_gap_word *c) {
  enum { BEHIND = 3, MOST = 8, HAN = 3 };
  hd_str text = hd_gap_behind(s, s->sentence.off);
  uint32_t from = c->off - s->sentence.off, end = c->end - s->sentence.off;
  for (int k = 0; k <= BEHIND && end <= text.n; k++) {
    hd_match m[MOST];
    size_t n =
        hd_trie_back(s->words->backward, text.p, (hd_span){0, end}, m, MOST);
    for (size_t i = 0; i < n; i++)
      for (size_t v = 0; v < m[i].n_values; v++)
        if (m[i].values[v] & GAP_TERM && end - m[i].n <= from)
          return true;
    if (end == text.n)
      break;
    end += (unsigned char)text.p[end] < 0x80 ? 1 : HAN;
  }
  return false;
}

static bool is_word(const hd_gap_search *s, const hd_gap_word *c,
                    const char *word) {
  return hd_str_is((hd_str){s->text + c->off, c->end - c->off}, word);
}

/* 是|个|问题, 做|个|安民告示: behind a verb of one character, which is no part
 * of a longer one (完成|个). */
static bool is_casual(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str left = hd_gap_before(s, c->off);
  return is_word(s, c, "个") && c->left_end == c->off && left.n >= 3 &&
         hd_gap_roles(s->words, (hd_str){left.p + left.n - 3, 3}) &
             GAP_CASUAL &&
         c->right == GAP_RIGHT_WORD;
}

/* 超|亿元|的企业: one of them is enough. */
static bool is_round_class(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  return hd_gap_is_scaled(word) &&
         hd_str_starts(hd_gap_behind(s, c->end), HD_STR("的")) &&
         hd_gap_roles_before(s->words, hd_gap_before(s, c->left_end)) &
             GAP_VERGE;
}

/* 配套|件|基本满足需要, 五金|件|和普通件: what ends nouns of things, with
 * nothing that says that they are counted. */
static bool is_uncounted(const hd_gap_search *s, const hd_gap_word *c) {
  return c->roles & GAP_THING &&
         !hd_gap_has_cue(s, c->off, GAP_CUE | GAP_COUNT) &&
         !hd_gap_has_parallel(s, c) && !hd_gap_has_twin(s, c);
}

/* Is the word the first of a paragraph, and ends the line before it in the
 * middle of a sentence? A narrow page was broken there. */
static bool goes_on(const hd_gap_search *s, const hd_gap_word *c) {
  enum { LINE = 30 /* bytes: no heading */ };
  uint32_t at = c->off;
  if (at != s->sentence.off)
    return false;
  while (at && (s->text[at - 1] == '\n' || s->text[at - 1] == ' '))
    at--;
  uint32_t end = at, low = end > LINE ? end - LINE : 0;
  while (at > low && s->text[at - 1] != '\n')
    at--;
  unsigned char last = end ? (unsigned char)s->text[end - 1] : '.';
  bool mark = last < 0x80 && !hd_ascii_is_digit((char)last);
  bool stop = end >= 3 && (memcmp(s->text + end - 3, "。", 3) == 0 ||
                           memcmp(s->text + end - 3, "”", 3) == 0);
  return at == low && low && !mark && !stop;
}

bool hd_gap_is_none(const hd_gap_search *s, const hd_gap_word *c) {
  return is_in_term(s, c) || is_casual(s, c) || is_round_class(s, c) ||
         is_uncounted(s, c) || goes_on(s, c);
}
