/* tree: every stage of a set as text, for people and for goldens.
 *
 * In: a reading. Out: for each document its blocks, in them sentences, in
 * them figures and what was understood of them; then gaps; then the links of
 * the set. Stages are printed as they are, in their own order; all cursors
 * only move on, so that the print is linear. */
#include "run.h"

typedef struct {
  const hd_reading *r;
  hd_buffer out;
  uint32_t document;
  size_t sentence, quantity; /* next to be printed */
} tree;

enum { LONGEST = 160 }; /* bytes of a text that are shown */

/* The text of a span in quotes, cut where it is long. */
static void put_text(tree *t, uint32_t document, hd_span span) {
  const hd_document *doc = t->r->documents[document];
  bool cut = span.end - span.off > LONGEST;
  if (cut)
    span.end = (uint32_t)hd_utf8_back(doc->text.p, span.off + LONGEST);
  hd_buffer_printf(&t->out, "“%s%s”", hd_place_text(t->r->arena, doc, span),
                   cut ? "…" : "");
}

static void put_position(tree *t, uint32_t document, uint32_t off) {
  hd_position at = hd_document_position(t->r->documents[document], off);
  hd_buffer_printf(&t->out, "%u:%u", (unsigned)at.line, (unsigned)at.column);
}

/* " name=“text”", nothing where it is empty. */
static void put_field(tree *t, const char *name, hd_str value) {
  if (value.n > 0)
    hd_buffer_printf(&t->out, " %s=%.*s", name, (int)value.n, value.p);
}

static void put_name(tree *t, const char *name, const char *value) {
  if (value && *value)
    hd_buffer_printf(&t->out, " %s=%s", name, value);
}

static void put_slot(tree *t, const char *name, const hd_slot *slot) {
  static const char *const from[] = {"",     "clause",  "earlier", "sentence",
                                     "list", "heading", "table",   "document"};
  if (slot->text.n == 0)
    return;
  put_field(t, name, slot->text);
  if (slot->from != HD_FROM_NONE)
    hd_buffer_printf(&t->out, "(%s)", from[slot->from]);
}

static void print_claim(tree *t, const hd_claim *c) {
  hd_arena *arena = t->r->arena;
  hd_buffer_puts(&t->out, "\n        claim");
  put_slot(t, "subject", &c->subject);
  put_slot(t, "indicator", &c->indicator);
  put_slot(t, "scope", &c->scope);
  put_name(t, "period", hd_period_text(arena, c->period));
  put_name(t, "base", hd_period_text(arena, c->base));
  put_name(t, "aspect", hd_aspects_text(arena, c->aspects));
  if (c->direction != HD_FLOW_NONE)
    put_name(t, "direction", hd_flow_name(c->direction));
  put_name(t, "modality", hd_mode_name(c->mode));
  if (c->constant_price)
    put_name(t, "price", "constant");
  if (c->list > 0)
    hd_buffer_printf(&t->out, " list=%u[%u]", (unsigned)c->list,
                     (unsigned)c->list_index);
}

static void print_ends(tree *t, const hd_quantity *q) {
  hd_arena *arena = t->r->arena;
  if (q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) {
    hd_period period = {.first = q->first, .last = q->last};
    hd_buffer_printf(&t->out, " %s%s", hd_period_text(arena, period),
                     q->impossible ? " impossible" : "");
    return;
  }
  const char *low = q->low_known ? hd_number_text(arena, q->low) : "";
  const char *high = q->high_known ? hd_number_text(arena, q->high) : "";
  if (strcmp(low, high) == 0)
    hd_buffer_printf(&t->out, " %s", low);
  else
    hd_buffer_printf(&t->out, " %s..%s", low, high);
}

static void print_quantity(tree *t, size_t i) {
  const hd_quantity *q = &t->r->quantities[t->document]->items[i];
  const hd_claim *claim = &t->r->claims[t->document]->items[i];
  hd_buffer_printf(&t->out, "      figure %zu ", i);
  put_position(t, t->document, q->span.off);
  hd_buffer_puts(&t->out, " ");
  put_text(t, t->document, q->span);
  hd_buffer_printf(&t->out, " %s", hd_kind_name(q->kind));
  print_ends(t, q);
  if (q->unit)
    put_field(t, "unit", q->unit->canonical);
  if (q->per)
    put_field(t, "per", q->per->canonical);
  if (q->bound != HD_BOUND_EXACT)
    put_name(t, "bound", hd_bound_name(q->bound));
  for (uint8_t k = 0; k < q->n_readings && k < 2; k++)
    put_name(t, "or", hd_kind_name(q->readings[k]));
  if (claim->is_claim)
    print_claim(t, claim);
  hd_buffer_puts(&t->out, "\n");
}

static void print_sentence(tree *t, size_t i) {
  const hd_sentence *s = &t->r->texts[t->document]->sentences[i];
  const hd_quantities *q = t->r->quantities[t->document];
  hd_buffer_puts(&t->out, "    sentence ");
  put_position(t, t->document, s->span.off);
  hd_buffer_puts(&t->out, " ");
  put_text(t, t->document, s->span);
  hd_buffer_puts(&t->out, "\n");
  for (; t->quantity < q->n && q->items[t->quantity].sentence <= i;
       t->quantity++)
    print_quantity(t, t->quantity);
}

static void print_block(tree *t, size_t i) {
  static const char *const kinds[] = {"title",    "heading", "paragraph",
                                      "item",     "table",   "caption",
                                      "footnote", "skipped"};
  const hd_document *doc = t->r->documents[t->document];
  const hd_block *b = &doc->blocks[i];
  const hd_text *text = t->r->texts[t->document];
  hd_buffer_printf(&t->out, "  %s", kinds[b->kind]);
  if (b->level > 0)
    hd_buffer_printf(&t->out, " level %u", (unsigned)b->level);
  hd_buffer_puts(&t->out, " ");
  put_position(t, t->document, b->span.off);
  if (!hd_span_empty(b->marker)) {
    hd_buffer_puts(&t->out, " marker ");
    put_text(t, t->document, b->marker);
    hd_buffer_printf(&t->out, " number %u", (unsigned)b->number);
  }
  if (b->table != HD_NONE && b->kind == HD_BLOCK_TABLE)
    hd_buffer_printf(&t->out, " %u rows %u columns",
                     (unsigned)doc->tables[b->table].rows,
                     (unsigned)doc->tables[b->table].columns);
  hd_buffer_puts(&t->out, "\n");
  for (; t->sentence < text->n_sentences &&
         text->sentences[t->sentence].block <= i;
       t->sentence++)
    print_sentence(t, t->sentence);
}

static void print_gaps(tree *t) {
  const hd_gaps *gaps = hd_gaps_found(t->r->gaps[t->document]);
  for (size_t i = 0; i < gaps->n; i++) {
    hd_buffer_printf(&t->out, "  gap %s ", hd_gap_name(gaps->items[i].kind));
    put_position(t, t->document, gaps->items[i].span.off);
    hd_buffer_puts(&t->out, " ");
    put_text(t, t->document, gaps->items[i].span);
    hd_buffer_printf(&t->out, " strength %u\n",
                     (unsigned)gaps->items[i].strength);
  }
}

static void print_document(tree *t) {
  const hd_document *doc = t->r->documents[t->document];
  const hd_claims *claims = t->r->claims[t->document];
  t->sentence = t->quantity = 0;
  hd_buffer_printf(&t->out, "document %s %s %s",
                   t->r->files[t->r->file_of[t->document]].name,
                   doc->source.encoding, doc->lang == HD_LANG_EN ? "en" : "zh");
  put_field(t, "entity", claims->entity);
  hd_buffer_puts(&t->out, "\n");
  for (size_t i = 0; i < claims->n_aliases; i++) {
    hd_buffer_puts(&t->out, "  alias");
    put_field(t, "name", claims->aliases[i].name);
    put_field(t, "full", claims->aliases[i].full);
    hd_buffer_puts(&t->out, "\n");
  }
  for (size_t i = 0; i < doc->n_blocks; i++)
    print_block(t, i);
  print_gaps(t);
}

/* " role “figure” 4:12" */
static void put_ref(tree *t, const char *role, hd_claim_ref ref) {
  if (ref.claim == HD_NONE)
    return;
  const hd_quantity *q = &t->r->quantities[ref.document]->items[ref.claim];
  hd_buffer_printf(&t->out, " %s ", role);
  put_text(t, ref.document, q->span);
  hd_buffer_puts(&t->out, " ");
  put_position(t, ref.document, q->span.off);
}

static void print_link(tree *t, const hd_link *link) {
  hd_buffer_printf(&t->out, "link %s", hd_link_name(link->kind));
  put_ref(t, "whole", link->whole);
  put_ref(t, "rate", link->rate);
  put_ref(t, "increment", link->increment);
  put_ref(t, "level", link->level);
  put_ref(t, "base", link->base);
  for (uint32_t i = 0; i < link->n_members; i++)
    put_ref(t, "member", link->members[i]);
  for (uint32_t i = 0; i < link->n_others; i++)
    put_ref(t, "other", link->others[i]);
  if (link->n_names > 0)
    hd_buffer_printf(&t->out, " names %u", (unsigned)link->n_names);
  hd_buffer_printf(&t->out, " strength %u", (unsigned)link->strength);
  put_name(t, "differs", link->differs);
  if (link->complete)
    hd_buffer_puts(&t->out, " complete");
  if (link->reason && *link->reason)
    hd_buffer_printf(&t->out, " (%s)", link->reason);
  hd_buffer_puts(&t->out, "\n");
}

const char *hd_tree_print(hd_arena *arena, const hd_reading *r) {
  tree t = {.r = r};
  for (t.document = 0; t.document < r->n; t.document++)
    print_document(&t);
  for (size_t i = 0; r->links && i < r->links->n; i++)
    print_link(&t, &r->links->items[i]);
  const char *text = hd_result_text(arena, (hd_str){t.out.p, t.out.n});
  hd_buffer_free(&t.out);
  return text;
}
