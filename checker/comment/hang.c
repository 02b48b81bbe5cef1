/* hang: marks of comments in document.xml.
 *
 * In: runs, and the two points of each comment. Out: splices. All marks at
 * one byte are put together, those that end before those that begin, so that
 * a run is cut there once:
 *
 *   <w:r><w:rPr/><w:t>增长12%。</w:t></w:r>
 *   <w:r><w:rPr/><w:t>增长</w:t></w:r>[start]<w:r><w:rPr/><w:t>12%</w:t></w:r>
 *   [end]<w:r><w:rPr/><w:t>。</w:t></w:r>
 *
 * Tags and properties are copied as they are written. */
#include "hang.h"
#include "../input/markup.h"
#include <inttypes.h>
#include <stdlib.h>

typedef struct {
  const hd_point *point;
  int64_t id;
  bool starts;
} hook;

static int compare(const void *a, const void *b) {
  const hook *x = a, *y = b;
  if (x->point->off != y->point->off)
    return x->point->off < y->point->off ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts ? 1 : -1;
  return (x->id > y->id) - (x->id < y->id);
}

/* ---- what is written ------------------------------------------------------
 */

/* <w:NAME w:id="N"/>. Where the part gives Word's names no prefix, attributes
 * need one all the same, and the element brings its own. */
static void write_mark(hd_buffer *out, const hd_runs *runs, const char *name,
                       int64_t id) {
  hd_str w = runs->prefix;
  if (w.n > 0)
    hd_buffer_printf(out, "<%.*s:%s %.*s:id=\"%" PRId64 "\"/>", (int)w.n, w.p,
                     name, (int)w.n, w.p, id);
  else
    hd_buffer_printf(out, "<w:%s xmlns:w=\"%s\" w:id=\"%" PRId64 "\"/>", name,
                     hd_markup_word_uri(runs->strict), id);
}

static void write_hook(hd_buffer *out, const hd_runs *runs, const hook *h) {
  hd_str w = runs->prefix;
  const char *colon = w.n > 0 ? ":" : "";
  if (h->starts) {
    write_mark(out, runs, "commentRangeStart", h->id);
    return;
  }
  write_mark(out, runs, "commentRangeEnd", h->id);
  hd_buffer_printf(out, "<%.*s%sr>", (int)w.n, w.p, colon);
  write_mark(out, runs, "commentReference", h->id);
  hd_buffer_printf(out, "</%.*s%sr>", (int)w.n, w.p, colon);
}

static void write_close(hd_buffer *out, hd_str xml, size_t off) {
  hd_str name = hd_markup_written(xml, off);
  hd_buffer_puts(out, "</");
  hd_buffer_add(out, name.p, name.n);
  hd_buffer_puts(out, ">");
}

static void copy(hd_buffer *out, hd_str xml, size_t off, size_t end) {
  hd_buffer_add(out, xml.p + off, end - off);
}

#define PRESERVE " xml:space=\"preserve\""

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* What counts of a text: not the blanks at its ends, unless it says so. */
static hd_closed counting(const hd_runs *runs, const hd_run_child *child) {
  hd_closed part = {child->text, child->text_end};
  while (!child->kept && part.off < part.end && is_blank(runs->xml.p[part.off]))
    part.off++;
  while (!child->kept && part.off < part.end &&
         is_blank(runs->xml.p[part.end - 1]))
    part.end--;
  return part;
}

/* Does a piece of a text begin or end in a blank that counts only since the
 * text is cut there? Then it must say so. */
static bool needs_space(const hd_runs *runs, const hd_run_child *child,
                        size_t from, size_t end) {
  hd_closed part = counting(runs, child);
  const char *p = runs->xml.p;
  return !child->spaced && from < part.end && end > part.off &&
         ((from > part.off && is_blank(p[from])) ||
          (end < part.end && is_blank(p[end - 1])));
}

/* The tag of a text, its blanks kept or as they are. */
static void write_text_tag(hd_buffer *out, hd_str xml,
                           const hd_run_child *child, bool keep) {
  copy(out, xml, child->off, child->text - 1);
  hd_buffer_puts(out, keep ? PRESERVE ">" : ">");
}

/* Ends a text at off and begins another; blanks that never counted are left
 * alone in one of them. */
static void part_text(hd_splices *s, const hd_runs *runs,
                      const hd_run_child *child, size_t off, bool keep) {
  hd_buffer out = {0};
  write_close(&out, runs->xml, child->off);
  write_text_tag(&out, runs->xml, child, keep);
  hd_splice_put(s, off, (hd_str){hd_arena_copy(s->arena, out.p, out.n), out.n});
  hd_buffer_free(&out);
}

/* ---- cuts ------------------------------------------------------------------
 */

/* All marks at one point. The points before and behind it that are in the same
 * text, NULL: none. */
typedef struct {
  const hook *hooks;
  size_t n;
  const hd_point *before, *after;
} cut;

/* The text in front of the first cut keeps its tag; where its blanks begin to
 * count, the tag says so. */
static void keep_first(hd_splices *s, const hd_runs *runs,
                       const hd_run_child *child, size_t off) {
  size_t begin = counting(runs, child).off;
  if (!needs_space(runs, child, child->text, off))
    return;
  if (begin > child->text)
    part_text(s, runs, child, begin, true);
  else
    hd_splice_put(s, child->text - 1, HD_STR(PRESERVE));
}

/* The tag of the text behind a cut. */
static void write_behind(hd_splices *s, hd_buffer *out, const hd_runs *runs,
                         const cut *c) {
  const hd_point *point = c->hooks[0].point;
  const hd_run_child *child = &runs->children.items[point->child];
  size_t end = c->after ? c->after->off : child->text_end;
  bool keep = needs_space(runs, child, point->off, end);
  size_t last = counting(runs, child).end;
  if (!c->before)
    keep_first(s, runs, child, point->off);
  write_text_tag(out, runs->xml, child, keep);
  if (keep && !c->after && last < child->text_end)
    part_text(s, runs, child, last, false);
}

static void put_cut(hd_splices *s, const hd_runs *runs, const cut *c) {
  const hd_point *point = c->hooks[0].point;
  const hd_run *run = &runs->runs.items[point->run];
  hd_buffer out = {0};
  if (point->at == HD_POINT_INSIDE)
    write_close(&out, runs->xml, runs->children.items[point->child].off);
  if (point->at != HD_POINT_OUTSIDE)
    write_close(&out, runs->xml, run->off);
  for (size_t i = 0; i < c->n; i++)
    write_hook(&out, runs, &c->hooks[i]);
  if (point->at != HD_POINT_OUTSIDE) {
    copy(&out, runs->xml, run->off, run->tag_end);
    copy(&out, runs->xml, run->properties, run->properties_end);
  }
  if (point->at == HD_POINT_INSIDE)
    write_behind(s, &out, runs, c);
  hd_splice_put(s, point->off,
                (hd_str){hd_arena_copy(s->arena, out.p, out.n), out.n});
  hd_buffer_free(&out);
}

static bool same_text(const hd_point *a, const hd_point *b) {
  return a->at == HD_POINT_INSIDE && b->at == HD_POINT_INSIDE &&
         a->child == b->child;
}

/* Sorted hooks, those at one point together. */
static void put_cuts(hd_splices *s, const hd_runs *runs, const hook *hooks,
                     size_t n) {
  const hd_point *before = NULL;
  for (size_t i = 0, next; i < n; i = next) {
    const hd_point *point = hooks[i].point;
    for (next = i + 1; next < n && hooks[next].point->off == point->off;)
      next++;
    cut c = {.hooks = hooks + i, .n = next - i};
    if (before && same_text(before, point))
      c.before = before;
    if (next < n && same_text(hooks[next].point, point))
      c.after = hooks[next].point;
    put_cut(s, runs, &c);
    before = point;
  }
}

void hd_hang_up(hd_splices *splices, const hd_runs *runs,
                const hd_hanger *hangers, size_t n) {
  hook *hooks = hd_arena_alloc(splices->arena, (2 * n + 1) * sizeof *hooks);
  for (size_t i = 0; i < n; i++) {
    hooks[2 * i] = (hook){&hangers[i].start, hangers[i].id, true};
    hooks[2 * i + 1] = (hook){&hangers[i].end, hangers[i].id, false};
  }
  if (n > 0)
    qsort(hooks, 2 * n, sizeof *hooks, compare);
  put_cuts(splices, runs, hooks, 2 * n);
}

/* ---- taking off ------------------------------------------------------------
 */

void hd_hang_off(hd_splices *splices, const hd_runs *runs, const hd_map *ids) {
  for (size_t i = 0; i < runs->marks.n; i++) {
    const hd_mark *mark = &runs->marks.items[i];
    hd_str id = {(const char *)&mark->id, sizeof mark->id};
    if (mark->kind > HD_MARK_REFERENCE || !hd_map_find(ids, id))
      continue;
    if (mark->run != SIZE_MAX && runs->runs.items[mark->run].n_children == 1) {
      const hd_run *run = &runs->runs.items[mark->run];
      hd_splice_cut(splices, run->off, run->end);
    } else
      hd_splice_cut(splices, mark->off, mark->end);
  }
}
