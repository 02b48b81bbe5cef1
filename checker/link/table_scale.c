/* table_scale: which of a table and its text errs in the scale.
 *
 * In: for each table the figures of the text that have the digits of a cell
 * whose row they name, at the scale that the table says and at others. Out:
 * links. Where two figures and more are off by one power of ten and none fits,
 * the table says a wrong scale ($26.6 billion, $5.6 billion, and 26,557 and
 * 5,625 in thousands); where others fit, the figure does ($5.6 million). */
#include "table_scale.h"

void hd_scale_fit(hd_scale_vote *vote, uint32_t figure) {
  vote->fit += vote->fitted != figure + 1;
  vote->fitted = figure + 1;
}

void hd_scale_add(hd_scale_vote *vote, hd_scale_off off) {
  for (uint32_t i = 0; i < vote->n; i++)
    if (vote->off[i].cell == off.cell)
      return;
  if (vote->n < HD_SCALE_OFF_MOST)
    vote->off[vote->n++] = off;
}

static void add(hd_linker *l, const hd_scale_vote *vote, hd_span anchor) {
  hd_link link = hd_link_blank(HD_LINK_TEXT_CELL);
  link.level = hd_linker_ref(l, vote->off[0].figure);
  link.base = hd_linker_ref(l, vote->off[0].cell);
  link.n_members = vote->n - 1;
  link.members = hd_arena_alloc(l->arena, vote->n * sizeof *link.members);
  for (uint32_t i = 1; i < vote->n; i++)
    link.members[i - 1] = hd_linker_ref(l, vote->off[i].figure);
  link.anchor = anchor;
  link.strength = 75;
  link.differs = "scale";
  link.reason = "the digits of a cell at another scale";
  hd_linker_add(l, link);
}

static bool is_one_power(const hd_scale_vote *vote) {
  for (uint32_t i = 1; i < vote->n; i++)
    if (vote->off[i].power != vote->off[0].power)
      return false;
  return true;
}

/* A row that is named speaks for it, four digits alone do a little. */
static unsigned weight_of(const hd_scale_vote *vote) {
  unsigned weight = 0;
  for (uint32_t i = 0; i < vote->n; i++)
    weight += vote->off[i].named ? 2 : 1;
  return weight;
}

void hd_scale_links(hd_linker *l, const hd_row_figures *rows,
                    const hd_scale_vote *votes, size_t n) {
  enum { SURE = 2, CONVINCING = 3, WHOLE = 100 };
  for (size_t i = 0; i < n; i++) {
    const hd_scale_vote *vote = &votes[i];
    bool table = vote->n >= SURE && vote->fit == 0 && is_one_power(vote) &&
                 weight_of(vote) >= CONVINCING && rows->said_at[i].end;
    bool figure =
        vote->n == 1 && vote->off[0].named == WHOLE && vote->fit >= SURE;
    if (table || figure)
      add(l, vote, table ? rows->said_at[i] : (hd_span){0, 0});
  }
}
