/* remarks: comments.xml and commentsExtended.xml.
 *
 * In: the two parts. Out: each comment with its bytes, whether it is ours and
 * whether it is resolved. Word keeps the state of a comment under the id of
 * its last paragraph; ids are hexadecimal, in either case. */
#include "remarks.h"
#include "flat.h"

enum { DIGITS = 16, TAIL = DIGITS + 2 /* [fingerprint] */ };

typedef struct {
  hd_arena *arena;
  hd_remarks *remarks;
  unsigned depth, comment; /* depth of w:comment, 0: outside */
  bool ours, in_text;
  char tail[TAIL]; /* the last bytes of the comment's text */
  size_t n_tail;
} reading;

/* ---- comments.xml -------------------------------------------------------- */

static void open_comment(reading *r, const hd_tag *tag) {
  const char *author = hd_markup_attribute(tag, HD_SPACE_WORD, "author");
  hd_remark remark = {
      .id = hd_markup_number(tag, HD_SPACE_WORD, "id", -1),
      .last = "",
      .off = tag->off,
      .end = tag->end,
  };
  r->comment = r->depth;
  r->ours = author && strcmp(author, HD_REMARK_AUTHOR) == 0;
  r->n_tail = 0;
  HD_PUSH(r->arena, &r->remarks->list, remark);
}

static void open_paragraph(reading *r, const hd_tag *tag) {
  const char *id = hd_markup_attribute(tag, HD_SPACE_WORD_14, "paraId");
  hd_remark *remark = &r->remarks->list.items[r->remarks->list.n - 1];
  remark->last = id ? hd_arena_copy(r->arena, id, strlen(id)) : "";
}

static void on_open(void *closure, const hd_tag *tag) {
  reading *r = closure;
  r->depth++;
  if (tag->space != HD_SPACE_WORD)
    return;
  if (r->comment == 0 && strcmp(tag->name, "comment") == 0)
    open_comment(r, tag);
  else if (r->comment > 0 && strcmp(tag->name, "p") == 0)
    open_paragraph(r, tag);
  else if (r->comment > 0 && strcmp(tag->name, "t") == 0)
    r->in_text = true;
}

static bool is_fingerprint(const char *tail) {
  for (size_t i = 1; i <= DIGITS; i++)
    if (!strchr("0123456789abcdef", tail[i]))
      return false;
  return tail[0] == '[' && tail[TAIL - 1] == ']';
}

static void on_close(void *closure, const hd_tag *tag) {
  reading *r = closure;
  r->in_text = false;
  if (r->depth-- != r->comment || r->comment == 0)
    return;
  hd_remark *remark = &r->remarks->list.items[r->remarks->list.n - 1];
  remark->end = tag->end;
  r->comment = 0;
  if (r->ours && r->n_tail == TAIL && is_fingerprint(r->tail))
    memcpy(remark->fingerprint, r->tail + 1, DIGITS);
}

/* Keeps the last bytes, blanks left out. */
static void on_text(void *closure, hd_str text) {
  reading *r = closure;
  for (size_t i = 0; r->in_text && i < text.n; i++) {
    char c = text.p[i];
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
      continue;
    if (r->n_tail == TAIL)
      memmove(r->tail, r->tail + 1, --r->n_tail);
    r->tail[r->n_tail++] = c;
  }
}

/* ---- commentsExtended.xml ------------------------------------------------ */

static bool read_states(hd_arena *arena, hd_str xml, hd_remarks *remarks,
                        hd_error *error) {
  hd_flat flat;
  if (!hd_flat_read(arena, xml, &flat, error))
    return false;
  for (size_t i = 0; i < flat.rows.n; i++) {
    const hd_flat_row *row = &flat.rows.items[i];
    const char *done = hd_flat_value(row, "done");
    hd_remark_state state = {
        .last = hd_flat_value(row, "paraId"),
        .parent = hd_flat_value(row, "paraIdParent"),
        .done = strcmp(done, "1") == 0 || strcmp(done, "true") == 0,
    };
    if (hd_tag_is(&row->tag, HD_SPACE_WORD_15, "commentEx"))
      HD_PUSH(arena, &remarks->states, state);
  }
  return true;
}

/* ---- both -----------------------------------------------------------------
 */

static hd_str folded(hd_arena *arena, const char *id) {
  size_t n = strlen(id);
  char *out = hd_arena_copy(arena, id, n);
  hd_ascii_lower(out, id, n);
  return (hd_str){out, n};
}

/* Tells the comments what the states say of them: by the id of the last
 * paragraph, counted from 1 in the map. */
static void join(hd_arena *arena, hd_remarks *remarks) {
  hd_map *by_last = hd_map_new(arena);
  bool fresh;
  for (size_t i = 0; i < remarks->list.n; i++)
    if (*remarks->list.items[i].last)
      *hd_map_at(by_last, folded(arena, remarks->list.items[i].last), &fresh) =
          (uint32_t)i + 1;
  for (size_t i = 0; i < remarks->states.n; i++) {
    const hd_remark_state *state = &remarks->states.items[i];
    const uint32_t *own = hd_map_find(by_last, folded(arena, state->last));
    const uint32_t *parent = hd_map_find(by_last, folded(arena, state->parent));
    if (own && state->done)
      remarks->list.items[*own - 1].resolved = true;
    if (parent)
      remarks->list.items[*parent - 1].answered = true;
  }
}

bool hd_remarks_read(hd_arena *arena, hd_str comments, hd_str extended,
                     hd_remarks *remarks, hd_error *error) {
  static const hd_markup_events of_comments = {on_open, on_close, on_text};
  reading r = {.arena = arena, .remarks = remarks};
  *remarks = (hd_remarks){0};
  if (comments.n > 0 &&
      !hd_markup_read(arena, comments, &of_comments, &r, error))
    return false;
  if (!read_states(arena, extended, remarks, error))
    return false;
  join(arena, remarks);
  return true;
}

static void add_resolved(hd_arena *arena, const hd_remarks *remarks,
                         hd_source *source) {
  size_t n = remarks->list.n;
  source->resolved = hd_arena_alloc(arena, (n + 1) * sizeof *source->resolved);
  for (size_t i = 0; i < n; i++) {
    const hd_remark *remark = &remarks->list.items[i];
    if (remark->resolved && *remark->fingerprint)
      source->resolved[source->n_resolved++] = remark->fingerprint;
  }
}

void hd_remarks_resolved(hd_zip *zip, const hd_relations *relations,
                         hd_source *source) {
  const char *list = hd_relation_of_type(relations, "comments");
  const char *states = hd_relation_of_type(relations, "commentsExtended");
  hd_arena *arena = hd_zip_arena(zip);
  hd_str comments, extended;
  hd_remarks *remarks = HD_NEW(arena, hd_remarks);
  hd_error error;
  if (list && states && hd_zip_read(zip, list, &comments) &&
      hd_zip_read(zip, states, &extended) &&
      hd_remarks_read(arena, comments, extended, remarks, &error))
    add_resolved(arena, remarks, source);
}
