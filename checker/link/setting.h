/* setting: whose figures those of a passage are, where only the passage says
 * it: the level of government whose accounts it tells (市级, 市本级, 高新区),
 * the account (政府性基金, 失业保险基金), the people (农村居民), a span of
 * years (“十四五”), whom the sentence begins with (小学招生4.56万人,毕业生……),
 * the report, where a file holds several, and whether it is what was planned
 * (批准的预算). 教育支出12亿元 in the list of what the city itself spends and
 * 124.7亿元 in that of the whole city are two facts. */
#ifndef HD_SETTING_H
#define HD_SETTING_H
#include "linker.h"

typedef struct hd_setting {
  uint32_t place;   /* 0: the report's own, or not said */
  uint32_t account; /* 0: not said; so are the others */
  uint32_t people, years;
  uint32_t report; /* of a file that holds several, see setting_report.h */
  uint32_t head; /* the claim that its sentence begins with, HD_NONE: itself */
  bool plan;     /* of what was approved, with no word of its being done */
  bool among;    /* its sentence begins with 其中 */
} hd_setting;

/* Neighbours mostly share one. */
typedef struct hd_settings {
  uint32_t *of; /* each quantity's, among the items */
  HD_VEC(hd_setting) items;
} hd_settings;

static inline const hd_setting *hd_setting_of(const hd_linker *l,
                                              uint32_t quantity) {
  return &l->settings->items.items[l->settings->of[quantity]];
}
/* The settings of the document's claims; none for English. */
void hd_setting_read(hd_linker *l);
/* Do the two stand in settings of which only one can be meant? */
bool hd_setting_differs(const hd_linker *l, const hd_claim *a,
                        const hd_claim *b);
/* A number that claims have in common unless they differ in place, years or
 * plan. */
uint64_t hd_setting_mark(const hd_linker *l, const hd_claim *c);
/* So that they can be no one fact? A whole and its part of the next sentence
 * cannot, either. */
bool hd_setting_parts(const hd_linker *l, const hd_claim *a, const hd_claim *b);
#endif
