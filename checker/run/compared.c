/* compared: what of a table of known figures was held against a report.
 *
 * In: a set with its links. Out: a note of its first file for each table: how
 * many rows were compared, how many could not be and why, and the names of
 * those that the report does not have, as far as there is room: an auditor who
 * misspells a name must not take silence for agreement. */
#include "../document/reference.h"
#include "run.h"

enum { NAMES = 5 };

typedef struct {
  size_t compared, undated, unread, absent;
  hd_str names[NAMES]; /* of those that are absent */
} tally;

/* The claim that the row's value is; HD_NONE: it is none. */
static uint32_t claim_of(const hd_claims *claims, const hd_known_row *row) {
  size_t low;
  HD_FIRST_NOT(low, claims->n, i,
               hd_claim_quantity(claims, (uint32_t)i)->span.end <= row->value);
  bool found = low < claims->n && claims->items[low].is_claim &&
               hd_claim_quantity(claims, (uint32_t)low)->span.off <= row->value;
  return found ? (uint32_t)low : HD_NONE;
}

/* Which claims of document d are the base of a REFERENCE link. */
static bool *find_compared(const hd_reading *r, size_t d) {
  bool *compared = hd_arena_alloc(r->arena, r->claims[d]->n + 1);
  for (size_t i = 0; i < r->links->n; i++) {
    const hd_link *k = &r->links->items[i];
    if (k->kind == HD_LINK_REFERENCE && k->base.document == d)
      compared[k->base.claim] = true;
  }
  return compared;
}

static tally count(const hd_reading *r, size_t d) {
  const hd_known *known = r->documents[d]->known;
  const bool *compared = find_compared(r, d);
  tally t = {0};
  for (size_t i = 0; i < known->n; i++) {
    const hd_known_row *row = &known->rows[i];
    uint32_t claim = claim_of(r->claims[d], row);
    if (row->first.year == 0)
      t.undated++;
    else if (claim == HD_NONE)
      t.unread++;
    else if (compared[claim])
      t.compared++;
    else if (t.absent++ < NAMES)
      t.names[t.absent - 1] = row->name;
  }
  return t;
}

/* "A、B、C……" */
static const char *join(hd_arena *arena, const tally *t, bool zh) {
  const char *text = "";
  for (size_t i = 0; i < t->absent && i < NAMES; i++)
    text = hd_arena_format(arena, "%s%s%.*s", text,
                           i == 0 ? "" : (zh ? "、" : ", "), (int)t->names[i].n,
                           t->names[i].p);
  return t->absent > NAMES
             ? hd_arena_format(arena, "%s%s", text, zh ? "……" : ", ...")
             : text;
}

static const char *say_number(hd_arena *arena, const char *text,
                              const char *what, size_t n) {
  return n ? hd_arena_format(arena, "%s%s%zu", text, what, n) : text;
}

static const char *say(const hd_reading *r, size_t d, const tally *t, bool zh) {
  hd_arena *a = r->arena;
  const char *name = r->files[r->file_of[d]].name;
  const char *text = hd_arena_format(
      a,
      zh ? "参考表 %s 的 %zu 行中，与报告核对了 %zu 行"
         : "of the reference %s, %zu rows, it was held against %zu",
      name, r->documents[d]->known->n, t->compared);
  text = say_number(a, text,
                    zh ? "；没有时期：" : "; without a period: ", t->undated);
  text = say_number(a, text,
                    zh ? "；未能读懂：" : "; not understood: ", t->unread);
  if (t->absent == 0)
    return text;
  return hd_arena_format(
      a, zh ? "%s；报告中没有 %zu 行（%s）" : "%s; not in the report: %zu (%s)",
      text, t->absent, join(a, t, zh));
}

void hd_compared_note(hd_reading *r) {
  if (!r->links || !r->verdicts)
    return;
  r->compared = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *r->compared);
  for (size_t d = 0; d < r->n; d++) {
    if (!r->documents[d]->known)
      continue;
    tally t = count(r, d);
    r->compared[r->n_compared++] =
        (hd_note){say(r, d, &t, true), say(r, d, &t, false)};
  }
}
