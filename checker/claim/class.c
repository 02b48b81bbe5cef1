/* class: the name behind what belongs to it (甲院、乙所等|科技型企业).
 *
 * In: the phrase of a Chinese figure. Out: the same from the class on, where it
 * names some members of it first. */
#include "chinese.h"

/* 光伏等一批|重点项目: the class that is named behind what belongs to it. */
static hd_span behind_examples(const hd_claim_reader *r, hd_span phrase) {
  static const char *const words[] = {"等一批", "等一系列", "等一大批"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    hd_str s = hd_document_text(r->doc, phrase);
    size_t at = hd_str_find(s, hd_str_of(words[i])), n = strlen(words[i]);
    if (at < s.n && at + n < s.n)
      phrase.off += (uint32_t)(at + n);
  }
  return phrase;
}

/* 甲院、乙所等|科技型企业: so does a list of two or more before 等. */
static hd_span behind_list(const hd_claim_reader *r, hd_span phrase) {
  enum { ROOM = 4 * 3 }; /* bytes of the class's name */
  hd_str s = hd_document_text(r->doc, phrase);
  size_t at = hd_str_find(s, HD_STR("等"));
  if (at >= s.n || hd_str_find(s, HD_STR("、")) > at || s.n - at < ROOM + 3)
    return phrase;
  hd_str class = {s.p + at + 3, s.n - at - 3};
  static const char *const words[] = {"级", "额", "次", "待",
                                      "离", "分", "效", NULL};
  if (hd_str_starts_any(class, words) || /* 等级, 等次 */
      hd_str_find(class, HD_STR("、")) < class.n ||
      hd_str_find(class, HD_STR("等")) < class.n)
    return phrase;
  phrase.off += (uint32_t)at + 3;
  return phrase;
}

hd_span hd_chinese_class(const hd_claim_reader *r, hd_span phrase) {
  return behind_list(r, behind_examples(r, phrase));
}
