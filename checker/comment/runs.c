/* runs: one walk over document.xml.
 *
 * In: the bytes of the part. Out: its outermost runs with what stands in
 * them, and the marks of comments and notes, all as byte offsets. */
#include "runs.h"
#include "../input/markup.h"
#include <stdlib.h>

/* A w:sdt that is open. */
typedef struct {
  size_t off;
  bool inside; /* in a paragraph, among its runs */
  bool closed; /* for plain text, a date or a choice, or filled by Word: bound
                  to data, a citation */
} control;

typedef struct {
  hd_arena *arena;
  hd_runs *out;
  unsigned depth;
  unsigned run;  /* depth of the run that is open, 0: none */
  bool whole;    /* it is a formula */
  unsigned mark; /* and of the mark */
  HD_VEC(control) controls;
  unsigned simple;   /* open w:fldSimple */
  size_t simple_off; /* of the outermost */
  unsigned fields;   /* open fields of several runs */
  size_t field_off;  /* of the run in which the outermost begins */
  size_t paragraph;  /* number of the last one */
  size_t open;       /* paragraphs that are open */
  size_t field_paragraph;
  bool field_ends; /* in the run that is open */
} walk;

static hd_run *last_run(walk *w) {
  return &w->out->runs.items[w->out->runs.n - 1];
}

static hd_run_child *last_child(walk *w) {
  return &w->out->children.items[w->out->children.n - 1];
}

/* A formula, in a paragraph of its own or among runs. */
static bool is_math(const hd_tag *tag) {
  return hd_tag_is(tag, HD_SPACE_MATH, "oMath") ||
         hd_tag_is(tag, HD_SPACE_MATH, "oMathPara");
}

static void open_run(walk *w, const hd_tag *tag) {
  hd_run run = {.off = tag->off,
                .tag_end = tag->end,
                .properties = tag->end,
                .properties_end = tag->end,
                .child = w->out->children.n};
  w->run = w->depth;
  w->whole = is_math(tag);
  HD_PUSH(w->arena, &w->out->runs, run);
}

static void open_child(walk *w, const hd_tag *tag) {
  hd_run *run = last_run(w);
  if (w->whole)
    return;
  if (hd_tag_is(tag, HD_SPACE_WORD, "rPr")) {
    run->properties = tag->off;
    return;
  }
  hd_run_child child = {.off = tag->off,
                        .is_text = hd_tag_is(tag, HD_SPACE_WORD, "t") ||
                                   hd_tag_is(tag, HD_SPACE_WORD, "delText"),
                        .text = tag->end};
  for (const char **a = tag->attributes; child.is_text && *a; a += 2)
    if (hd_str_ends(hd_str_of(*a), HD_STR("namespace space"))) {
      child.spaced = true;
      child.kept = strcmp(a[1], "preserve") == 0;
    }
  HD_PUSH(w->arena, &w->out->children, child);
  run->n_children++;
}

static void add_mark(walk *w, const hd_tag *tag) {
  static const char *const names[] = {
      [HD_MARK_START] = "commentRangeStart",
      [HD_MARK_END] = "commentRangeEnd",
      [HD_MARK_REFERENCE] = "commentReference",
      [HD_MARK_FOOTNOTE] = "footnoteReference",
      [HD_MARK_ENDNOTE] = "endnoteReference",
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (hd_tag_is(tag, HD_SPACE_WORD, names[i])) {
      hd_mark mark = {.kind = (hd_mark_kind)i,
                      .id = hd_markup_number(tag, HD_SPACE_WORD, "id", -1),
                      .off = tag->off,
                      .end = tag->end,
                      .run = w->run ? w->out->runs.n - 1 : SIZE_MAX};
      HD_PUSH(w->arena, &w->out->marks, mark);
      w->mark = w->depth;
      return;
    }
}

/* ---- what is closed -------------------------------------------------------
 */

static void close_off(walk *w, size_t off, size_t end) {
  hd_closed closed = {off, end};
  HD_PUSH(w->arena, &w->out->closed, closed);
}

/* Begins and ends of fields that are spread over runs. One that is not in a
 * single paragraph is a whole list; a link is no field that is updated. */
static void take_field_part(walk *w, const hd_tag *tag) {
  const char *type = hd_markup_attribute(tag, HD_SPACE_WORD, "fldCharType");
  if (!type || w->run == 0)
    return;
  if (strcmp(type, "begin") == 0 && w->fields++ == 0) {
    w->field_off = last_run(w)->off;
    w->field_paragraph = w->paragraph;
  }
  if (strcmp(type, "end") == 0 && w->fields > 0 && --w->fields == 0)
    w->field_ends = w->field_paragraph == w->paragraph;
}

static void end_field(walk *w) {
  size_t end = last_run(w)->end;
  hd_str field = {w->out->xml.p + w->field_off, end - w->field_off};
  if (w->field_ends && hd_str_find(field, HD_STR("HYPERLINK")) == (size_t)-1)
    close_off(w, w->field_off, end);
  w->field_ends = false;
}

static void open_closed(walk *w, const hd_tag *tag) {
  static const char *const closed[] = {
      "text",        "date",     "comboBox",    "dropDownList",
      "dataBinding", "citation", "bibliography"};
  if (tag->space != HD_SPACE_WORD)
    return;
  if (strcmp(tag->name, "sdt") == 0)
    HD_PUSH(w->arena, &w->controls,
            ((control){tag->off, w->open > 0 && w->run == 0, false}));
  if (strcmp(tag->name, "fldSimple") == 0 && w->simple++ == 0)
    w->simple_off = tag->off;
  if (strcmp(tag->name, "fldChar") == 0)
    take_field_part(w, tag);
  for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
    if (strcmp(tag->name, closed[i]) == 0 && w->controls.n > 0)
      w->controls.items[w->controls.n - 1].closed = true;
  w->paragraph += strcmp(tag->name, "p") == 0;
  w->open += strcmp(tag->name, "p") == 0;
}

static void close_closed(walk *w, const hd_tag *tag) {
  w->open -= hd_tag_is(tag, HD_SPACE_WORD, "p");
  if (hd_tag_is(tag, HD_SPACE_WORD, "sdt") && w->controls.n > 0) {
    const control *last = &w->controls.items[--w->controls.n];
    if (last->inside && last->closed)
      close_off(w, last->off, tag->end);
  }
  if (hd_tag_is(tag, HD_SPACE_WORD, "fldSimple") && --w->simple == 0)
    close_off(w, w->simple_off, tag->end);
}

static int by_place(const void *a, const void *b) {
  const hd_closed *x = a, *y = b;
  if (x->off != y->off)
    return x->off < y->off ? -1 : 1;
  return (x->end < y->end) - (x->end > y->end);
}

/* Sorts them and drops those inside others. */
static void sort_closed(hd_runs *runs) {
  size_t kept = 0;
  hd_closed *all = runs->closed.items;
  if (runs->closed.n > 1)
    qsort(all, runs->closed.n, sizeof *all, by_place);
  for (size_t i = 0; i < runs->closed.n; i++)
    if (kept == 0 || all[i].off >= all[kept - 1].end)
      all[kept++] = all[i];
  runs->closed.n = kept;
}

const hd_closed *hd_runs_closed(const hd_runs *runs, size_t off) {
  size_t low;
  HD_FIRST_NOT(low, runs->closed.n, i, runs->closed.items[i].off < off);
  const hd_closed *before = low > 0 ? &runs->closed.items[low - 1] : NULL;
  return before && off < before->end ? before : NULL;
}

/* ---- the walk --------------------------------------------------------------
 */

static void open_root(hd_runs *out, const hd_tag *tag) {
  hd_str name = hd_markup_written(out->xml, tag->off);
  hd_str written = {out->xml.p + tag->off, tag->end - tag->off};
  const char *colon = memchr(name.p, ':', name.n);
  out->prefix = (hd_str){name.p, colon ? (size_t)(colon - name.p) : 0};
  out->strict =
      hd_str_find(written, HD_STR("http://purl.oclc.org/ooxml/"
                                  "wordprocessingml/main")) != (size_t)-1;
}

static void on_open(void *closure, const hd_tag *tag) {
  walk *w = closure;
  if (w->depth++ == 0)
    open_root(w->out, tag);
  if (w->run > 0 && w->depth == w->run + 1)
    open_child(w, tag);
  else if (w->run == 0 && (hd_tag_is(tag, HD_SPACE_WORD, "r") || is_math(tag)))
    open_run(w, tag);
  add_mark(w, tag);
  open_closed(w, tag);
}

static void on_close(void *closure, const hd_tag *tag) {
  walk *w = closure;
  unsigned depth = w->depth--;
  if (depth == w->mark) {
    w->out->marks.items[w->out->marks.n - 1].end = tag->end;
    w->mark = 0;
  }
  close_closed(w, tag);
  if (w->run == 0)
    return;
  if (depth == w->run) {
    last_run(w)->end = tag->end;
    w->run = 0;
    end_field(w);
  } else if (depth == w->run + 1 && hd_tag_is(tag, HD_SPACE_WORD, "rPr"))
    last_run(w)->properties_end = tag->end;
  else if (depth == w->run + 1 && !w->whole) {
    last_child(w)->end = tag->end;
    last_child(w)->text_end = tag->off;
  }
}

bool hd_runs_read(hd_arena *arena, hd_str xml, hd_runs *runs, hd_error *error) {
  static const hd_markup_events events = {on_open, on_close, NULL};
  walk w = {.arena = arena, .out = runs};
  *runs = (hd_runs){.xml = xml};
  if (!hd_markup_read(arena, xml, &events, &w, error))
    return false;
  sort_closed(runs);
  return true;
}

/* Index of the first run that begins at off or behind; their number if none. */
static size_t first_from(const hd_runs *runs, size_t off) {
  size_t low;
  HD_FIRST_NOT(low, runs->runs.n, i, runs->runs.items[i].off < off);
  return low;
}

size_t hd_runs_at(const hd_runs *runs, size_t off) {
  size_t next = first_from(runs, off + 1);
  if (next > 0 && runs->runs.items[next - 1].end > off)
    return next - 1;
  return runs->runs.n;
}
