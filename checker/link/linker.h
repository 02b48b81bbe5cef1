/* linker: what the files of the link stage share. Each file finds the links of
 * one family in one document and adds them; build.c calls them in order. */
#ifndef HD_LINKER_H
#define HD_LINKER_H
#include "link.h"

enum { HD_GROUP_MOST = 24 }; /* members named by one link */
enum {
  HD_FRAMED = 30
}; /* strength of a SAME_NAME link of framed_en.c, framed_zh.c, verbatim_en.c
    */

typedef struct {
  hd_arena *arena;         /* of the links */
  hd_arena *own;           /* of indexes, given back when all links are made */
  const hd_claims *claims; /* of the document being linked */
  const hd_quantities *q;
  const hd_text *text;
  const hd_document *doc;
  uint32_t document;
  uint32_t *order; /* indexes of the claims in reading order, durations
                      (十年共增加……) left out: they part nothing; those with
                      decimals (37.2 years of age) measure something */
  size_t n_order;
  struct hd_settings *settings; /* of the claims (setting.h), NULL: none */
  HD_VEC(hd_link) links;
} hd_linker;

/* Makes this document the one that is linked. */
void hd_linker_enter(hd_linker *l, const hd_claims *claims, uint32_t document);
/* A link with every role absent. */
hd_link hd_link_blank(hd_link_kind kind);
hd_claim_ref hd_linker_ref(const hd_linker *l, uint32_t claim);
void hd_linker_add(hd_linker *l, hd_link link);
/* A link of which the n claims (indexes into order) are the members. */
hd_link hd_linker_group(const hd_linker *l, hd_link_kind kind,
                        const size_t *items, uint32_t n);
/* A PART_OF link of one part, said directly. */
hd_link hd_linker_part(const hd_linker *l, uint32_t whole, uint32_t part,
                       const char *reason);
/* The parts one behind the other, as a key of a map. */
hd_str hd_linker_key(const hd_linker *l, const hd_str *parts, size_t n);
/* Claim and quantity of the k-th claim in reading order. */
static inline const hd_claim *hd_linker_claim(const hd_linker *l, size_t k) {
  return &l->claims->items[l->order[k]];
}
static inline const hd_quantity *hd_linker_figure(const hd_linker *l,
                                                  size_t k) {
  return &l->q->items[l->order[k]];
}
/* The first k whose figure begins at off or behind it; n_order if none does. */
size_t hd_linker_figure_from(const hd_linker *l, uint32_t off);
/* May the two be compared: one kind and one dimension? */
bool hd_linker_comparable(const hd_linker *l, size_t a, size_t b);
/* May `change` be the difference of two figures like `level`: points of
 * percentages, else what can be compared with them? */
bool hd_linker_differs_by(const hd_linker *l, size_t level, size_t change);
/* Makes figure k the link's rate where it is a percentage, else its increment.
 */
void hd_linker_set_change(const hd_linker *l, size_t k, hd_link *link);
/* said.c: makes the multiples and yearly averages that figures from `after` on
 * say of the link's change its members. */
void hd_link_said(const hd_linker *l, size_t level, size_t after,
                  hd_link *link);
/* Do they have one name, or does the longer end in the shorter (three Han
 * characters at least)? */
bool hd_linker_one_name(const hd_claim *a, const hd_claim *b);
/* mean.c: is it an average, a price, per unit? Those of parts add up to none.
 */
bool hd_linker_is_mean(const hd_linker *l, const hd_claim *c);
/* during.c: is one of them of a part of the other's time? */
bool hd_linker_within_time(const hd_claim *a, const hd_claim *b);
/* The text between two offsets; empty where to <= from. */
hd_str hd_linker_between(const hd_linker *l, uint32_t from, uint32_t to);
/* The text between two figures, a before b. */
static inline hd_str hd_linker_gap(const hd_linker *l, size_t a, size_t b) {
  return hd_linker_between(l, hd_linker_figure(l, a)->span.end,
                           hd_linker_figure(l, b)->span.off);
}
/* Is there a claim b, in the sentence of claim a? */
static inline bool hd_linker_one_sentence(const hd_linker *l, size_t a,
                                          size_t b) {
  return b < l->n_order &&
         hd_linker_claim(l, a)->sentence == hd_linker_claim(l, b)->sentence;
}
/* The first (or last) token of a class in sentence s that lies in span. */
const hd_token *hd_linker_token(const hd_linker *l, uint32_t sentence,
                                hd_span span, hd_word_class cls, bool last);

void hd_link_from_to(hd_linker *l);
void hd_link_changes(hd_linker *l);
void hd_link_past(hd_linker *l); /* behind hd_link_changes */
void hd_link_compared(hd_linker *l);
void hd_link_times(hd_linker *l);
void hd_link_reasons(hd_linker *l);
void hd_link_parts(hd_linker *l);
void hd_link_brackets(hd_linker *l); /* Chinese */
void hd_link_shares(hd_linker *l);
void hd_link_thresholds(hd_linker *l);
void hd_link_lists(hd_linker *l);
void hd_link_counted(hd_linker *l);
void hd_link_same(hd_linker *l);
void hd_link_triples_english(hd_linker *l); /* behind all of changes */
void hd_link_same_english(hd_linker *l);
void hd_link_same_slots(hd_linker *l); /* English */
void hd_link_kindred_english(hd_linker *l);
void hd_link_parts_english(hd_linker *l);
void hd_link_names(hd_linker *l);
void hd_link_framed_english(hd_linker *l);
void hd_link_framed_chinese(hd_linker *l);
void hd_link_partitions(hd_linker *l);
void hd_link_share_lists(hd_linker *l);
void hd_link_addends(hd_linker *l);
void hd_link_twins(hd_linker *l);
void hd_link_restated(hd_linker *l);
void hd_link_regions(hd_linker *l);
void hd_link_stocks(hd_linker *l);
void hd_link_nested(hd_linker *l);
void hd_link_plans(hd_linker *l);
void hd_link_tops(hd_linker *l);
void hd_link_tables(hd_linker *l);
void hd_link_constructions(hd_linker *l);     /* English */
void hd_link_lone_english(hd_linker *l);      /* behind all of changes */
void hd_link_lone_sums_english(hd_linker *l); /* behind all of parts */
void hd_link_hundreds_english(hd_linker *l);
void hd_link_shares_in_share_english(hd_linker *l);
void hd_link_scales_english(hd_linker *l);
void hd_link_units_again_english(hd_linker *l);
/* Within each of the n documents, and of each with the one before it where
 * their languages differ. */
void hd_link_across(hd_linker *l, const hd_claims *const *documents, size_t n);
/* Figures of the judged documents and the rows of tables of known figures. */
void hd_link_known(hd_linker *l, const hd_claims *const *documents, size_t n);
/* same.c: can the claim's name and unit tell it from others? */
bool hd_same_specific(const hd_linker *l, const hd_claim *c);
/* Is it of places that were only counted (四县有学校265所)? */
bool hd_same_of_places(const hd_linker *l, const hd_claim *c);
void hd_link_translations(hd_linker *l, const hd_claims *const *documents,
                          size_t n);
#endif
