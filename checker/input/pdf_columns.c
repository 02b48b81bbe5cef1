/* pdf_columns: pieces of a page in the order of reading.
 *
 * In: pieces of lines. Out: the same, column of text by column of text.
 *
 * Where a page is set in columns an upright strip stays white. The strip that
 * the fewest pieces cross is looked for; pieces that do cross it (titles,
 * wide tables) cut the page into bands, and a band is parted in two where
 * both sides of the strip are prose: most of their lines are full. A side is
 * looked at in the same way again, so that three columns are found too. A
 * table has white strips as well, but no full lines on both sides. */
#include "pdf.h"
#include <stdlib.h>

enum {
  BUCKETS = 1024, /* of the page's width */
  DEEPEST = 3,    /* partings inside each other */
  LEAST = 4,      /* lines on each side */
  GUTTER = 800,   /* width of the strip */
  NARROWEST = 7000
};

typedef struct {
  hd_arena *arena;
  hd_pdf_piece *spare; /* room for as many pieces */
  hd_pdf_starts *regions;
  hd_pdf_piece *all;
} sorter;

static int32_t middle_of(const hd_pdf_piece *p) {
  return p->box.y0 + (p->box.y1 - p->box.y0) / 2;
}

/* From the top, and from left to right. */
static int by_place(const void *a, const void *b) {
  const hd_pdf_piece *p = a, *q = b;
  int32_t x = middle_of(p), y = middle_of(q);
  if (x != y)
    return x < y ? -1 : 1;
  if (p->box.x0 != q->box.x0)
    return p->box.x0 < q->box.x0 ? -1 : 1;
  return p->first < q->first ? -1 : p->first > q->first;
}

static hd_pdf_box extent(const hd_pdf_piece *pieces, uint32_t n) {
  hd_pdf_box all = n ? pieces[0].box : (hd_pdf_box){0};
  for (uint32_t i = 1; i < n; i++)
    all = hd_pdf_around(all, pieces[i].box);
  return all;
}

/* ---- the strip ---------------------------------------------------------- */

/* How many pieces stand over each bucket of the width. */
static void cover(const hd_pdf_piece *pieces, uint32_t n, hd_pdf_box all,
                  uint32_t counts[BUCKETS + 1]) {
  int64_t width = hd_pdf_width(all) + 1;
  memset(counts, 0, (BUCKETS + 1) * sizeof *counts);
  for (uint32_t i = 0; i < n; i++) {
    int64_t from = pieces[i].box.x0 - all.x0, to = pieces[i].box.x1 - all.x0;
    counts[from * BUCKETS / width]++;
    counts[to * BUCKETS / width + 1]--;
  }
  for (int i = 1; i <= BUCKETS; i++)
    counts[i] += counts[i - 1];
}

/* The middle of the strip in the inner part of the page that the fewest
 * pieces cross, the widest of several; false where all are crossed by many. */
static bool find_strip(const hd_pdf_piece *pieces, uint32_t n, hd_pdf_box all,
                       int32_t *strip) {
  uint32_t counts[BUCKETS + 1], fewest = n / 4 + 1;
  int64_t width = hd_pdf_width(all) + 1;
  int best = 0, least = (int)(GUTTER * (int64_t)BUCKETS / width);
  if (width < 2 * NARROWEST)
    return false;
  cover(pieces, n, all, counts);
  for (int i = BUCKETS / 6; i < BUCKETS * 5 / 6;) {
    int from = i;
    while (i < BUCKETS * 5 / 6 && counts[i] == counts[from])
      i++;
    bool fewer = counts[from] < fewest ||
                 (counts[from] == fewest && best > 0 && i - from > best);
    if (i - from >= least && fewer) {
      fewest = counts[from];
      best = i - from;
      *strip = all.x0 + (int32_t)((from + i) / 2 * width / BUCKETS);
    }
  }
  return best > 0;
}

/* ---- prose -------------------------------------------------------------- */

/* Are most of the lines on this side of the strip full? */
static bool is_prose(const hd_pdf_piece *pieces, uint32_t n, int32_t strip,
                     bool left) {
  int32_t from = INT32_MAX, to = INT32_MIN;
  uint32_t lines = 0, full = 0;
  for (uint32_t i = 0; i < n; i++)
    if ((pieces[i].box.x0 < strip) == left) {
      from = pieces[i].box.x0 < from ? pieces[i].box.x0 : from;
      to = pieces[i].box.x1 > to ? pieces[i].box.x1 : to;
      lines++;
    }
  for (uint32_t i = 0; i < n; i++)
    full += (pieces[i].box.x0 < strip) == left &&
            hd_pdf_width(pieces[i].box) > (to - from) / 5 * 4;
  return lines >= LEAST && to - from >= NARROWEST && full * 5 >= lines * 3;
}

/* ---- parting ------------------------------------------------------------ */

static void close_region(sorter *s, const hd_pdf_piece *from) {
  uint32_t start = (uint32_t)(from - s->all);
  size_t last = s->regions->n;
  if (last == 0 || s->regions->items[last - 1] != start)
    HD_PUSH(s->arena, s->regions, start);
}

static void sort(sorter *s, hd_pdf_piece *pieces, uint32_t n, int depth);

/* Puts the pieces left of the strip before the others; their number. */
static uint32_t part(sorter *s, hd_pdf_piece *pieces, uint32_t n,
                     int32_t strip) {
  uint32_t left = 0, right = 0;
  for (uint32_t i = 0; i < n; i++)
    if (pieces[i].box.x0 < strip)
      pieces[left++] = pieces[i];
    else
      s->spare[right++] = pieces[i];
  memcpy(pieces + left, s->spare, right * sizeof *pieces);
  return left;
}

/* A band that no piece crosses; true where it was parted. */
static bool sort_band(sorter *s, hd_pdf_piece *pieces, uint32_t n,
                      int32_t strip, int depth) {
  if (!is_prose(pieces, n, strip, true) || !is_prose(pieces, n, strip, false))
    return false;
  uint32_t left = part(s, pieces, n, strip);
  sort(s, pieces, left, depth + 1);
  sort(s, pieces + left, n - left, depth + 1);
  return true;
}

static void sort(sorter *s, hd_pdf_piece *pieces, uint32_t n, int depth) {
  int32_t strip = 0;
  bool fresh = true; /* a region is to begin at the next piece */
  close_region(s, pieces);
  if (depth >= DEEPEST || !find_strip(pieces, n, extent(pieces, n), &strip))
    return;
  for (uint32_t i = 0; i < n;) {
    uint32_t end = i;
    while (end < n &&
           (pieces[end].box.x1 <= strip || pieces[end].box.x0 >= strip))
      end++;
    if (fresh && i < n)
      close_region(s, pieces + i);
    fresh = end > i && sort_band(s, pieces + i, end - i, strip, depth);
    if (fresh && end < n)
      close_region(s, pieces + end);
    i = end < n ? end + 1 : end;
  }
}

void hd_pdf_columns_sort(hd_arena *arena, hd_pdf_piece *pieces, uint32_t n,
                         hd_pdf_starts *regions) {
  sorter s = {.arena = arena, .regions = regions, .all = pieces};
  s.spare = hd_arena_alloc(arena, (n + 1) * sizeof *s.spare);
  regions->n = 0;
  if (n > 0) {
    qsort(pieces, n, sizeof *pieces, by_place);
    sort(&s, pieces, n, 0);
  }
  HD_PUSH(arena, regions, n);
}
