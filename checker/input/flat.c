/* flat: the rows of a list in XML.
 *
 * In: the bytes of a part. Out: the tags one level below its root, with their
 * attributes and bytes. */
#include "flat.h"

typedef struct {
  hd_arena *arena;
  hd_flat *out;
  unsigned depth;
} walk;

/* A tag that outlives the event. */
static hd_tag keep(hd_arena *arena, const hd_tag *tag) {
  hd_tag kept = *tag;
  size_t n = 0;
  while (tag->attributes[n])
    n++;
  kept.name = hd_arena_copy(arena, tag->name, strlen(tag->name));
  kept.attributes = hd_arena_alloc(arena, (n + 1) * sizeof *kept.attributes);
  for (size_t i = 0; i < n; i++)
    kept.attributes[i] =
        hd_arena_copy(arena, tag->attributes[i], strlen(tag->attributes[i]));
  return kept;
}

static void on_open(void *closure, const hd_tag *tag) {
  walk *w = closure;
  w->depth++;
  if (w->depth == 1)
    w->out->root = keep(w->arena, tag);
  if (w->depth != 2)
    return;
  hd_flat_row row = {keep(w->arena, tag), tag->end};
  HD_PUSH(w->arena, &w->out->rows, row);
}

static void on_close(void *closure, const hd_tag *tag) {
  walk *w = closure;
  if (w->depth == 1)
    w->out->close = tag->off;
  if (w->depth == 2)
    w->out->rows.items[w->out->rows.n - 1].end = tag->end;
  w->depth--;
}

bool hd_flat_read(hd_arena *arena, hd_str xml, hd_flat *flat, hd_error *error) {
  static const hd_markup_events events = {on_open, on_close, NULL};
  walk w = {.arena = arena, .out = flat};
  *flat = (hd_flat){.xml = xml};
  return xml.n == 0 || hd_markup_read(arena, xml, &events, &w, error);
}

const char *hd_flat_value(const hd_flat_row *row, const char *name) {
  for (const char **a = row->tag.attributes; *a; a += 2) {
    const char *blank = strrchr(*a, ' ');
    if (strcmp(blank ? blank + 1 : *a, name) == 0)
      return a[1];
  }
  return "";
}
