/* serialise: a result as bytes, from a worker to its parent, and back.
 *
 * One function a struct names its fields; it writes them or reads them as
 * the codec says, so that both ways cannot differ. Numbers are little words
 * of the same machine; texts have their length before them. Reading checks
 * every length and number against the bytes that are left: a message that is
 * cut off or damaged is refused, whatever it holds, and costs no more memory
 * than a fixed multiple of its length. */
#include "run.h"

enum { MAGIC = 0x31524448, END = 0x444E4521 };

typedef struct {
  hd_buffer *out; /* writing; NULL: reading */
  const char *p;  /* reading: what is left */
  size_t left;
  bool bad;        /* reading: the first thing amiss */
  hd_arena *arena; /* reading: of the result */
  hd_file *files;  /* names that places share */
  size_t n_files;
} codec;

/* n bytes to or from p; zeroes where the message is too short. */
static void bytes(codec *c, void *p, size_t n) {
  if (c->out) {
    hd_buffer_add(c->out, p, n);
    return;
  }
  if (c->bad || c->left < n) {
    c->bad = true;
    memset(p, 0, n);
    return;
  }
  memcpy(p, c->p, n);
  c->p += n;
  c->left -= n;
}

static void word(codec *c, uint32_t *value) { bytes(c, value, sizeof *value); }
static void wide(codec *c, uint64_t *value) { bytes(c, value, sizeof *value); }

static void number(codec *c, int *value) {
  uint32_t w = (uint32_t)*value;
  word(c, &w);
  *value = (int)w;
}

static void size(codec *c, size_t *value) {
  uint64_t w = *value;
  wide(c, &w);
  *value = (size_t)w;
}

/* A fixed word: other versions and damaged messages do not have it. */
static void mark(codec *c, uint32_t expected) {
  uint32_t w = expected;
  word(c, &w);
  if (w != expected)
    c->bad = true;
}

static void text(codec *c, const char **value) {
  size_t n = c->out ? strlen(*value) : 0;
  size(c, &n);
  if (c->out) {
    hd_buffer_add(c->out, *value, n);
    return;
  }
  *value = "";
  if (c->bad || n > c->left) {
    c->bad = true;
    return;
  }
  if (n > 0)
    *value = hd_arena_copy(c->arena, c->p, n);
  c->p += n;
  c->left -= n;
}

/* The length of a list whose items take at least `least` bytes each, and,
 * when reading, room for it. */
static void *list(codec *c, void *items, size_t *n, size_t item, size_t least) {
  size(c, n);
  if (c->out)
    return items;
  if (c->bad || *n > c->left / least) {
    c->bad = true;
    *n = 0;
  }
  return hd_arena_alloc(c->arena, (*n + 1) * item);
}

/* A name of a file: its number among the result's files, counted from 1, or
 * 0 and the text. */
static void file_name(codec *c, const char **name) {
  uint32_t at = 0;
  for (uint32_t i = 0; c->out && i < c->n_files && at == 0; i++)
    if (c->files[i].name == *name)
      at = i + 1;
  word(c, &at);
  if (at == 0)
    text(c, name);
  else if (!c->out && at <= c->n_files)
    *name = c->files[at - 1].name;
  else if (!c->out) {
    *name = "";
    c->bad = true;
  }
}

static void place(codec *c, hd_place *p) {
  file_name(c, &p->file);
  word(c, &p->line);
  word(c, &p->column);
  word(c, &p->end_line);
  word(c, &p->end_column);
  text(c, &p->text);
  text(c, &p->location);
  text(c, &p->place);
  text(c, &p->context);
  word(c, &p->context_at);
  word(c, &p->context_len);
  wide(c, &p->source);
  wide(c, &p->source_end);
  word(c, &p->block);
  word(c, &p->block_at);
  word(c, &p->block_len);
  text(c, &p->value);
  text(c, &p->unit);
}
enum { PLACE_LEAST = 4 + 9 * 4 + 6 * 8 + 2 * 8 };

static hd_place *places(codec *c, hd_place *all, size_t *n) {
  all = list(c, all, n, sizeof *all, PLACE_LEAST);
  for (size_t i = 0; i < *n; i++)
    place(c, &all[i]);
  return all;
}

/* An enumerator below `end`. */
static unsigned choice(codec *c, unsigned value, unsigned end) {
  uint32_t w = value;
  word(c, &w);
  if (w < end)
    return w;
  c->bad = true;
  return 0;
}

static void slot(codec *c, hd_slot_row *s) {
  text(c, &s->name);
  text(c, &s->value);
  text(c, &s->from);
  word(c, &s->line);
  word(c, &s->column);
  text(c, &s->words);
}

static void figure(codec *c, hd_figure_row *f) {
  place(c, &f->at);
  text(c, &f->kind);
  text(c, &f->interval);
  f->slots = list(c, f->slots, &f->n_slots, sizeof *f->slots, 4 * 8 + 2 * 4);
  for (size_t i = 0; i < f->n_slots; i++)
    slot(c, &f->slots[i]);
}

static void link(codec *c, hd_link_row *l) {
  uint32_t strength = l->strength;
  text(c, &l->kind);
  text(c, &l->reason);
  text(c, &l->differs);
  word(c, &strength);
  l->strength = strength;
  l->members = places(c, l->members, &l->n_members);
  if (!c->out)
    l->roles = hd_arena_alloc(c->arena, (l->n_members + 1) * sizeof *l->roles);
  for (size_t i = 0; i < l->n_members; i++)
    text(c, &l->roles[i]);
}

static void step(codec *c, hd_step_row *s) {
  s->kind = (hd_step_kind)choice(c, s->kind, HD_STEP_COMPARISON + 1);
  text(c, &s->left);
  text(c, &s->op);
  text(c, &s->right);
  text(c, &s->value);
  text(c, &s->difference);
  number(c, &s->holds);
  number(c, &s->other);
}

/* A word that says whether there is one, then it. */
static hd_why *why(codec *c, hd_why *w) {
  uint32_t there = w != NULL;
  word(c, &there);
  if (!there)
    return NULL;
  if (!c->out)
    w = HD_NEW(c->arena, hd_why);
  w->figures =
      list(c, w->figures, &w->n_figures, sizeof *w->figures, PLACE_LEAST);
  for (size_t i = 0; i < w->n_figures; i++)
    figure(c, &w->figures[i]);
  w->links = list(c, w->links, &w->n_links, sizeof *w->links, 4 * 8 + 4);
  for (size_t i = 0; i < w->n_links; i++)
    link(c, &w->links[i]);
  w->steps = list(c, w->steps, &w->n_steps, sizeof *w->steps, 5 * 8 + 3 * 4);
  for (size_t i = 0; i < w->n_steps; i++)
    step(c, &w->steps[i]);
  return w;
}

static void finding(codec *c, hd_finding *f) {
  place(c, &f->at);
  f->severity = (hd_severity)choice(c, f->severity, 3);
  text(c, &f->rule);
  text(c, &f->message);
  text(c, &f->stated);
  text(c, &f->expected);
  text(c, &f->readings);
  f->related = places(c, f->related, &f->n_related);
  bytes(c, f->fingerprint, 16);
  f->fingerprint[16] = '\0';
  f->why = why(c, f->why);
}

static void silence(codec *c, hd_silence *s) {
  finding(c, &s->finding);
  s->by = (hd_silencer)choice(c, s->by, HD_BY_RESOLVED + 1);
  text(c, &s->reason);
}

static void check(codec *c, hd_check *k) {
  place(c, &k->at);
  text(c, &k->rule);
  text(c, &k->how);
  k->outcome = (hd_outcome)choice(c, k->outcome, 3);
  k->related = places(c, k->related, &k->n_related);
}

static void claim(codec *c, hd_claim_row *row) {
  place(c, &row->at);
  for (int i = 0; i < HD_COLUMNS; i++)
    text(c, &row->fields[i]);
  text(c, &row->reason);
}

static void counts(codec *c, hd_counts *k) {
  size(c, &k->figures);
  size(c, &k->claims);
  size(c, &k->links);
  size(c, &k->checks);
  size(c, &k->agreeing);
  size(c, &k->idle);
  size(c, &k->characters);
  size(c, &k->silenced);
}

static void file(codec *c, hd_file *f) {
  text(c, &f->name);
  text(c, &f->encoding);
  text(c, &f->lang);
  number(c, &f->failed);
  word(c, &f->replaced);
  counts(c, &f->counts);
  text(c, &f->format);
  f->notes = list(c, f->notes, &f->n_notes, sizeof *f->notes, 2 * 8);
  for (size_t i = 0; i < f->n_notes; i++) {
    text(c, &f->notes[i].zh);
    text(c, &f->notes[i].en);
  }
}
enum { FILE_LEAST = 4 * 8 + 2 * 4 + 8 * 8 + 8 };

static void failure(codec *c, hd_failure *f) {
  file_name(c, &f->file);
  word(c, &f->line);
  word(c, &f->column);
  text(c, &f->rule);
  text(c, &f->message);
}

static void cell(codec *c, hd_cell_row *cell) {
  word(c, &cell->row);
  word(c, &cell->column);
  word(c, &cell->rowspan);
  word(c, &cell->colspan);
  number(c, &cell->header);
  word(c, &cell->at);
  word(c, &cell->len);
}
enum { CELL_LEAST = 7 * 4 };

static void block(codec *c, hd_block_row *b) {
  file_name(c, &b->file);
  b->kind = (hd_row_kind)choice(c, b->kind, HD_ROW_SKIPPED + 1);
  word(c, &b->level);
  number(c, &b->run_on);
  word(c, &b->line);
  text(c, &b->text);
  b->cells = list(c, b->cells, &b->n_cells, sizeof *b->cells, CELL_LEAST);
  for (size_t i = 0; i < b->n_cells; i++)
    cell(c, &b->cells[i]);
}
enum { BLOCK_LEAST = 5 * 4 + 2 * 8 };

static void remark(codec *c, hd_remark *m) {
  file_name(c, &m->file);
  word(c, &m->line);
  word(c, &m->column);
  m->kind = (hd_remark_kind)choice(c, m->kind, 3);
  text(c, &m->rule);
  text(c, &m->near);
}

/* The whole of it; the lists in the order of the struct. */
static void result(codec *c, hd_result *r) {
  mark(c, MAGIC);
  r->files = list(c, r->files, &r->n_files, sizeof *r->files, FILE_LEAST);
  for (size_t i = 0; i < r->n_files; i++)
    file(c, &r->files[i]);
  c->files = r->files;
  c->n_files = r->n_files;
  r->findings =
      list(c, r->findings, &r->n_findings, sizeof *r->findings, PLACE_LEAST);
  for (size_t i = 0; i < r->n_findings; i++)
    finding(c, &r->findings[i]);
  r->checks = list(c, r->checks, &r->n_checks, sizeof *r->checks, PLACE_LEAST);
  for (size_t i = 0; i < r->n_checks; i++)
    check(c, &r->checks[i]);
  r->claims = list(c, r->claims, &r->n_claims, sizeof *r->claims, PLACE_LEAST);
  for (size_t i = 0; i < r->n_claims; i++)
    claim(c, &r->claims[i]);
  text(c, &r->tree);
  r->failures = list(c, r->failures, &r->n_failures, sizeof *r->failures, 28);
  for (size_t i = 0; i < r->n_failures; i++)
    failure(c, &r->failures[i]);
  r->silenced =
      list(c, r->silenced, &r->n_silenced, sizeof *r->silenced, PLACE_LEAST);
  for (size_t i = 0; i < r->n_silenced; i++)
    silence(c, &r->silenced[i]);
  r->remarks = list(c, r->remarks, &r->n_remarks, sizeof *r->remarks, 32);
  for (size_t i = 0; i < r->n_remarks; i++)
    remark(c, &r->remarks[i]);
  counts(c, &r->counts);
  r->blocks = list(c, r->blocks, &r->n_blocks, sizeof *r->blocks, BLOCK_LEAST);
  for (size_t i = 0; i < r->n_blocks; i++)
    block(c, &r->blocks[i]);
  mark(c, END);
}

void hd_serialise_write(hd_buffer *out, const hd_result *r) {
  hd_result shallow = *r; /* the codec takes what it could also fill */
  codec c = {.out = out};
  result(&c, &shallow);
}

hd_result *hd_serialise_read(const char *p, size_t n) {
  hd_result *r = hd_result_new();
  codec c = {.p = p, .left = n, .arena = r->memory};
  result(&c, r);
  if (!c.bad && c.left == 0)
    return r;
  hd_result_free(r);
  return NULL;
}
