/* html_text: the text of a file, block by block, with marks.
 *
 * In: the blocks of a result, and its findings and checks with their places in
 * them. Out: headings, paragraphs, items and tables. Marks may overlap: the
 * text is cut where one begins or ends, and each piece names all that lie over
 * it. A piece in doubt has the class of its worst finding (e, w, n; r: only
 * related to one), one that agrees with a check the class k, and t where that
 * figure ends and gets its tick. Marks are sorted once and swept with the
 * text. */
#include "html.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef enum { PRIMARY, RELATED, AGREES, ROLES } role;

typedef struct {
  uint32_t block, at, end; /* block counts from 1 */
  role role;
  hd_severity severity;
  size_t number;
  size_t nth; /* which of the related places, from 1 */
} mark;

typedef struct {
  hd_report *to;
  const hd_html_set *set;
  mark *marks; /* by block and place */
  size_t n, next;
  mark **active; /* those over the text at `at` */
  size_t n_active;
  const char *text; /* what is left of the block's */
  uint32_t block, at;
} sweep;

/* ---- marks ----------------------------------------------------------------
 */

static void add(sweep *s, const hd_place *at, const char *file, mark m) {
  if (at->block == 0 || at->block_len == 0 ||
      at->block > s->set->result->n_blocks || strcmp(at->file, file) != 0)
    return;
  if (m.role == AGREES && !*at->value && !strpbrk(at->text, "0123456789"))
    return; /* a word that took part in a check; ticks are for figures */
  m.block = at->block;
  m.at = at->block_at;
  m.end = at->block_at + at->block_len;
  s->marks[s->n++] = m;
}

static void add_all(sweep *s, const char *file, const hd_place *related,
                    size_t n, mark m) {
  for (size_t i = 0; i < n; i++) {
    m.nth = i + 1;
    add(s, &related[i], file, m);
  }
}

static int by_place(const void *a, const void *b) {
  const mark *x = a, *y = b;
  if (x->block != y->block)
    return x->block < y->block ? -1 : 1;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (x->role != y->role)
    return (int)x->role - (int)y->role;
  return (x->number > y->number) - (x->number < y->number);
}

static size_t count_marks(const hd_result *r) {
  size_t n = r->n_findings + r->n_checks + 1;
  for (size_t i = 0; i < r->n_findings; i++)
    n += r->findings[i].n_related;
  for (size_t i = 0; i < r->n_checks; i++)
    n += r->checks[i].n_related;
  return n;
}

static void collect(sweep *s, const char *file) {
  const hd_result *r = s->set->result;
  for (size_t i = 0; i < r->n_findings; i++) {
    const hd_finding *f = &r->findings[i];
    mark m = {.severity = f->severity, .number = s->set->findings[i]};
    if (m.number == HD_HTML_NONE)
      continue;
    add(s, &f->at, file, m);
    m.role = RELATED;
    add_all(s, file, f->related, f->n_related, m);
  }
  for (size_t i = 0; i < r->n_checks; i++) {
    const hd_check *c = &r->checks[i];
    mark m = {.role = AGREES, .number = s->set->checks[i]};
    if (m.number == HD_HTML_NONE)
      continue;
    add(s, &c->at, file, m);
    add_all(s, file, c->related, c->n_related, m);
  }
  qsort(s->marks, s->n, sizeof *s->marks, by_place);
}

/* ---- a piece of the text ----------------------------------------------------
 */

/* data-p="1 5", data-r="2.1": the numbers of the active marks of a role. */
static void put_numbers(const sweep *s, role of) {
  size_t n = 0;
  for (size_t i = 0; i < s->n_active && n < HD_HTML_MOST; i++) {
    if (s->active[i]->role != of)
      continue;
    if (n++ == 0)
      hd_write_printf(s->to, " data-%c=\"", "prk"[of]);
    else
      hd_write_text(s->to, " ");
    hd_write_printf(s->to, "%zu", s->active[i]->number);
    if (of == RELATED)
      hd_write_printf(s->to, ".%zu", s->active[i]->nth);
  }
  if (n > 0)
    hd_write_text(s->to, "\"");
}

/* The class of the piece that ends at `end`. */
static const char *class_of(const sweep *s, uint32_t end) {
  static const char *const severities[] = {"n", "w", "e"};
  bool has[ROLES] = {false}, tick = false;
  int worst = HD_SEVERITY_NOTE;
  for (size_t i = 0; i < s->n_active; i++) {
    const mark *m = s->active[i];
    has[m->role] = true;
    if (m->role == PRIMARY && (int)m->severity > worst)
      worst = (int)m->severity;
    tick = tick || (m->role == AGREES && m->end == end);
  }
  if (has[PRIMARY])
    return severities[worst];
  return has[RELATED] ? "r" : tick ? "k t" : "k";
}

/* Text up to `to`, all of it under the active marks. */
static void put_piece(sweep *s, uint32_t to) {
  size_t n = to - s->at;
  if (s->n_active == 0) {
    s->text = hd_write_escaped_part(s->to, s->text, n);
    return;
  }
  const char *class = class_of(s, to);
  hd_write_printf(s->to, "<span class=\"%s\" role=\"button\" tabindex=\"%s\"",
                  class, *class == 'k' ? "-1" : "0");
  for (role of = PRIMARY; of < ROLES; of++)
    put_numbers(s, of);
  hd_write_text(s->to, ">");
  s->text = hd_write_escaped_part(s->to, s->text, n);
  hd_write_text(s->to, "</span>");
}

/* The nearest begin or end of a mark behind `at`, at most `to`. */
static uint32_t next_cut(const sweep *s, uint32_t to) {
  if (s->next < s->n && s->marks[s->next].block == s->block &&
      s->marks[s->next].at < to)
    to = s->marks[s->next].at;
  for (size_t i = 0; i < s->n_active; i++)
    if (s->active[i]->end < to)
      to = s->active[i]->end;
  return to;
}

/* Marks that begin at `at` become active, those that end there do not stay. */
static void turn(sweep *s) {
  size_t kept = 0;
  for (size_t i = 0; i < s->n_active; i++)
    if (s->active[i]->end > s->at)
      s->active[kept++] = s->active[i];
  s->n_active = kept;
  for (; s->next < s->n && s->marks[s->next].block == s->block &&
         s->marks[s->next].at <= s->at;
       s->next++)
    if (s->marks[s->next].end > s->at)
      s->active[s->n_active++] = &s->marks[s->next];
}

/* Writes the text up to `to`; where not `shown`, goes there without. */
static void advance(sweep *s, uint32_t to, bool shown) {
  while (s->at < to && *s->text) {
    turn(s);
    uint32_t cut = next_cut(s, to);
    if (shown)
      put_piece(s, cut);
    else
      for (uint32_t i = s->at; i < cut; i++)
        hd_write_decode(&s->text);
    s->at = cut;
  }
}

static void open_block(sweep *s, size_t index) {
  s->block = (uint32_t)index + 1;
  s->at = 0;
  s->n_active = 0;
  s->text = s->set->result->blocks[index].text;
  while (s->next < s->n && s->marks[s->next].block < s->block)
    s->next++;
}

/* ---- blocks -----------------------------------------------------------------
 */

/* Do the n code points of text make a figure alone? It stands to the right. */
static bool is_figure(const char *text, uint32_t n) {
  uint32_t cp;
  bool digit = false;
  for (uint32_t i = 0; i < n && (cp = hd_write_decode(&text)); i++) {
    if (cp >= 0x80 || !strchr("0123456789.,%+-() ", (int)cp))
      return false;
    digit = digit || (cp >= '0' && cp <= '9');
  }
  return digit;
}

static void put_cell(sweep *s, const hd_cell_row *cell) {
  const char *tag = cell->header ? "th" : "td";
  if (cell->len > 0)
    advance(s, cell->at, false);
  hd_write_printf(s->to, "<%s", tag);
  if (!cell->header && is_figure(s->text, cell->len))
    hd_write_text(s->to, " class=\"f\"");
  if (cell->rowspan > 1)
    hd_write_printf(s->to, " rowspan=\"%" PRIu32 "\"", cell->rowspan);
  if (cell->colspan > 1)
    hd_write_printf(s->to, " colspan=\"%" PRIu32 "\"", cell->colspan);
  hd_write_text(s->to, ">");
  if (cell->len > 0)
    advance(s, cell->at + cell->len, true);
  hd_write_printf(s->to, "</%s>", tag);
}

enum { COLUMNS_MOST = 1024 };
typedef struct {
  uint32_t
      until[COLUMNS_MOST]; /* by column, the first row that is free again */
  uint32_t row, column;    /* where the next cell stands */
} grid;

/* The cell; before it empty ones where no cell of a row above reaches. */
static void place_cell(sweep *s, grid *g, const hd_cell_row *cell) {
  if (cell->column >= COLUMNS_MOST)
    return;
  for (uint32_t c = g->column; c < cell->column; c++)
    if (g->until[c] <= g->row)
      hd_write_text(s->to, "<td></td>");
  put_cell(s, cell);
  g->column = cell->column + cell->colspan;
  for (uint32_t c = cell->column; c < g->column && c < COLUMNS_MOST; c++)
    g->until[c] = g->row + cell->rowspan;
}

static void put_table(sweep *s, const hd_block_row *row) {
  grid g = {.row = 0};
  hd_write_printf(s->to, "<div class=\"b\" data-line=\"%" PRIu32 "\"><table>",
                  row->line);
  for (size_t i = 0; i < row->n_cells;) {
    g.row = row->cells[i].row;
    g.column = 0;
    hd_write_text(s->to, "<tr>");
    for (; i < row->n_cells && row->cells[i].row == g.row; i++)
      place_cell(s, &g, &row->cells[i]);
    hd_write_text(s->to, "</tr>\n");
  }
  hd_write_text(s->to, "</table></div>\n");
}

/* The tag of a block, NULL for a table. */
static const char *tag_of(const hd_block_row *row) {
  static const char *const headings[] = {"h3", "h3", "h4", "h5", "h6"};
  switch (row->kind) {
  case HD_ROW_TITLE:
    return "h2";
  case HD_ROW_HEADING:
    return row->run_on ? "p" : headings[row->level < 4 ? row->level : 4];
  case HD_ROW_TABLE:
    return NULL;
  case HD_ROW_SKIPPED:
    return "pre";
  default:
    return "p";
  }
}

static void put_all(sweep *s) { advance(s, UINT32_MAX, true); }

/* A heading that runs on stands in the paragraph that it begins. The index of
 * the next block. */
static size_t put_run_on(sweep *s, size_t i) {
  const hd_result *r = s->set->result;
  hd_write_text(s->to, "<strong>");
  put_all(s);
  hd_write_text(s->to, "</strong>");
  if (i + 1 >= r->n_blocks || r->blocks[i + 1].kind != HD_ROW_PARAGRAPH ||
      strcmp(r->blocks[i + 1].file, r->blocks[i].file) != 0)
    return i + 1;
  open_block(s, i + 1);
  put_all(s);
  return i + 2;
}

/* The block `i`, and what belongs to it; the index of the next. */
static size_t put_block(sweep *s, size_t i) {
  const hd_block_row *row = &s->set->result->blocks[i];
  const char *tag = tag_of(row);
  open_block(s, i);
  if (!tag) {
    put_table(s, row);
    return i + 1;
  }
  hd_write_printf(s->to, "<%s class=\"b %s\" data-line=\"%" PRIu32 "\">", tag,
                  hd_row_kind_name(row->kind), row->line);
  if (row->run_on)
    i = put_run_on(s, i);
  else {
    put_all(s);
    i++;
  }
  hd_write_printf(s->to, "</%s>\n", tag);
  return i;
}

void hd_html_text(hd_report *to, const hd_html_set *set, const char *file) {
  const hd_result *r = set->result;
  size_t n = count_marks(r);
  sweep s = {.to = to,
             .set = set,
             .marks = malloc(n * sizeof *s.marks),
             .active = malloc(n * sizeof *s.active)};
  if (s.marks && s.active) {
    collect(&s, file);
    for (size_t i = 0; i < r->n_blocks;)
      i = strcmp(r->blocks[i].file, file) == 0 ? put_block(&s, i) : i + 1;
  } else
    to->failed = ENOMEM;
  free(s.marks);
  free(s.active);
}
