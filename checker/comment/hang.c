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

/* Does text that is cut at both or one of its ends begin or end in a blank?
 * Then it must say that blanks count. */
static bool needs_space(const hd_runs *runs, const hd_run_child *child,
                        size_t from, size_t end) {
  return !child->spaced &&
         ((from > child->text && is_blank(runs->xml.p[from])) ||
          (end < child->text_end && is_blank(runs->xml.p[end - 1])));
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

/* The tag of the text behind a cut; in front of the first cut of a text the
 * tag that is there may need to say more. */
static void write_text_tag(hd_splices *s, hd_buffer *out, const hd_runs *runs,
                           const cut *c) {
  const hd_point *point = c->hooks[0].point;
  const hd_run_child *child = &runs->children.items[point->child];
  size_t end = c->after ? c->after->off : child->text_end;
  if (!c->before && needs_space(runs, child, child->text, point->off))
    hd_splice_put(s, child->text - 1, HD_STR(PRESERVE));
  copy(out, runs->xml, child->off, child->text - 1);
  if (needs_space(runs, child, point->off, end))
    hd_buffer_puts(out, PRESERVE);
  hd_buffer_puts(out, ">");
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
    write_text_tag(s, &out, runs, c);
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
