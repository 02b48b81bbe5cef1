/* layout: the lines of an extracted source, put together.
 *
 * In: lines with their text. Out: the source's bytes, a line end behind each
 * line, and the layout of the same lines. */
#include "layout.h"

hd_layout *hd_layout_build(hd_arena *arena, const hd_laid_text *lines, size_t n,
                           hd_source *source) {
  hd_layout *layout = HD_NEW(arena, hd_layout);
  size_t bytes = 0;
  for (size_t i = 0; i < n; i++)
    bytes += lines[i].text.n + 1;
  char *text = hd_arena_alloc(arena, bytes + 1);
  source->bytes = (hd_str){text, bytes};
  source->encoding = "UTF-8";
  source->layout = layout;
  layout->lines = hd_arena_alloc(arena, (n + 1) * sizeof *layout->lines);
  layout->n = n;
  for (size_t i = 0; i < n; i++) {
    layout->lines[i] = lines[i].laid;
    if (lines[i].text.n > 0)
      memcpy(text, lines[i].text.p, lines[i].text.n);
    text += lines[i].text.n;
    *text++ = '\n';
  }
  return layout;
}

void hd_source_left_out(hd_arena *arena, hd_source *source, hd_note what,
                        size_t n) {
  size_t count = source->n_notes;
  if (n == 0)
    return;
  hd_note *notes = hd_arena_alloc(arena, (count + 1) * sizeof *notes);
  if (count > 0)
    memcpy(notes, source->notes, count * sizeof *notes);
  notes[count] = (hd_note){hd_arena_format(arena, "%s：%zu", what.zh, n),
                           hd_arena_format(arena, "%s: %zu", what.en, n)};
  source->notes = notes;
  source->n_notes++;
}
