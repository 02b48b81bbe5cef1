/* top: how many are among the first of a kind (80个学科进入前1%、7个进入前1‰).
 *
 * In: claims in order. Out: PART_OF links from the figure of the smaller top
 * to that of the larger one beside it: who is in the first is in the second.
 * One look ahead a claim. */
#include "linker.h"

/* Is figure k the bound of a top: 前1%, 前100名, 前10? */
static bool is_top(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  if (q->kind != HD_KIND_PERCENT && q->kind != HD_KIND_RANK &&
      q->kind != HD_KIND_COUNT)
    return false;
  uint32_t off = q->span.off;
  hd_str before = {l->doc->text.p, off};
  return hd_str_ends(before, HD_STR("前")) ||
         hd_str_starts(hd_document_text(l->doc, q->span), HD_STR("前"));
}

static bool is_count(const hd_linker *l, size_t k) {
  return hd_linker_figure(l, k)->kind == HD_KIND_COUNT &&
         hd_linker_figure(l, k)->unit && !is_top(l, k);
}

static bool is_smaller(const hd_linker *l, size_t a, size_t b) {
  return hd_number_cmp(hd_linker_figure(l, a)->high,
                       hd_linker_figure(l, b)->high) < 0;
}

/* 3个学科跻身“双一流”,新增前1‰学科1个: the comma parts the count from the top.
 */
static bool are_parted(const hd_linker *l, size_t count, size_t top) {
  hd_str gap = hd_linker_gap(l, count, top);
  return hd_str_find(gap, HD_STR(",")) != (size_t)-1;
}

static void add(hd_linker *l, size_t part, size_t whole) {
  hd_linker_add(l, hd_linker_part(l, l->order[whole], l->order[part],
                                  "the smaller top is in the larger"));
}

void hd_link_tops(hd_linker *l) {
  for (size_t k = 0; k + 3 < l->n_order; k++) {
    if (!is_top(l, k + 1) || !is_top(l, k + 3) || !is_count(l, k) ||
        !is_count(l, k + 2) || are_parted(l, k, k + 1) ||
        are_parted(l, k + 2, k + 3) ||
        hd_linker_claim(l, k)->sentence != hd_linker_claim(l, k + 3)->sentence)
      continue;
    const hd_quantity *p = hd_linker_figure(l, k),
                      *q = hd_linker_figure(l, k + 2);
    if (p->unit != q->unit ||
        hd_linker_figure(l, k + 1)->kind != hd_linker_figure(l, k + 3)->kind)
      continue;
    if (is_smaller(l, k + 3, k + 1))
      add(l, k + 2, k);
    else if (is_smaller(l, k + 1, k + 3))
      add(l, k, k + 2);
  }
}
