/* gap_zh: what the files share that look for lost numbers in Chinese text.
 *
 * gap_zh.c begins at a place and judges units, shares and dates;
 * gap_classifier.c judges classifiers; gap_neighbours.c has the last word. */
#ifndef HD_GAP_ZH_H
#define HD_GAP_ZH_H
#include "gap_around.h"

/* 万元, 亿千瓦时 */
static inline bool hd_gap_is_scaled(hd_str word) {
  return hd_str_starts(word, HD_STR("万")) || hd_str_starts(word, HD_STR("亿"));
}

/* Each adds a gap where the word has lost its number: a classifier (家), one
 * that is much else (所, 户), one behind 第. */
void hd_gap_classifier(hd_gap_search *s, hd_gap_word *c);
void hd_gap_weak(hd_gap_search *s, hd_gap_word *c);
void hd_gap_ordinal(hd_gap_search *s, hd_gap_word *c);
/* 建设|所|需要, 投资|只|完成: the particle, no classifier. */
bool hd_gap_is_particle(const hd_gap_search *s, const hd_gap_word *c);

/* What stands beside the word has the last say on what the rest of it made of
 * it: gaps from `known` on. */
void hd_gap_hear_neighbours(hd_gap_search *s, hd_gap_word *c, size_t known);
#endif
