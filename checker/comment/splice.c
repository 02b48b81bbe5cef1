/* splice: insertions and cuts at byte offsets.
 *
 * In: a text and what to change in it, in any order. Out: the changed text.
 * All offsets are of the text as it was, so that no change has to know of
 * another; they are sorted once and the text is copied once. */
#include "splice.h"
#include <stdlib.h>

static void add(hd_splices *s, size_t off, size_t end, hd_str text) {
  hd_splice splice = {off, end, text, s->list.n};
  HD_PUSH(s->arena, &s->list, splice);
}

void hd_splice_put(hd_splices *splices, size_t off, hd_str text) {
  if (text.n > 0)
    add(splices, off, off, text);
}

void hd_splice_cut(hd_splices *splices, size_t off, size_t end) {
  if (end > off)
    add(splices, off, end, (hd_str){"", 0});
}

void hd_splice_append(hd_splices *splices, const hd_flat *flat, hd_str text) {
  if (!flat->root.empty) {
    hd_splice_put(splices, flat->close, text);
    return;
  }
  hd_str name = hd_markup_written(flat->xml, flat->root.off);
  char *whole = hd_arena_format(splices->arena, ">%.*s</%.*s>", (int)text.n,
                                text.p, (int)name.n, name.p);
  hd_splice_put(splices, flat->root.end - 2, hd_str_of(whole));
  hd_splice_cut(splices, flat->root.end - 2, flat->root.end);
}

static int compare(const void *a, const void *b) {
  const hd_splice *x = a, *y = b;
  if (x->off != y->off)
    return x->off < y->off ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

void hd_splice_apply(hd_splices *splices, hd_str text, hd_buffer *out) {
  size_t done = 0; /* bytes of the text that are copied or cut */
  if (splices->list.n > 1)
    qsort(splices->list.items, splices->list.n, sizeof(hd_splice), compare);
  for (size_t i = 0; i < splices->list.n; i++) {
    const hd_splice *s = &splices->list.items[i];
    if (s->off > done) {
      hd_buffer_add(out, text.p + done, s->off - done);
      done = s->off;
    }
    hd_buffer_add(out, s->text.p, s->text.n);
    if (s->end > done)
      done = s->end;
  }
  hd_buffer_add(out, text.p + done, text.n - done);
}
