/* view_link: fields of the links between figures. */
#include "views.h"

static const hd_link *link_of(lua_State *L, const hd_view *v) {
  return &hd_view_set(L)->links->items[v->a];
}
static void push_ref(lua_State *L, hd_claim_ref r) {
  hd_view_push_at(L, HD_VIEW_CLAIM, r.document, r.claim);
}
static void push_refs(lua_State *L, const hd_claim_ref *refs, uint32_t n) {
  lua_createtable(L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    push_ref(L, refs[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

uint32_t hd_link_document(const hd_link *l) {
  const hd_claim_ref refs[] = {l->whole, l->rate, l->level, l->base,
                               l->increment};
  if (l->n_members && l->members[0].claim != HD_NONE)
    return l->members[0].document;
  for (size_t i = 0; i < sizeof refs / sizeof *refs; i++)
    if (refs[i].claim != HD_NONE)
      return refs[i].document;
  return 0;
}

/* Refuses what is no kind of link. */
static void check_kind(lua_State *L, const char *kind) {
  const char *names[HD_LINK_KINDS];
  for (int i = 0; i < HD_LINK_KINDS; i++) {
    names[i] = hd_link_name((hd_link_kind)i);
    if (!kind || strcmp(kind, names[i]) == 0)
      return;
  }
  const char *near = hd_nearest(kind, names, HD_LINK_KINDS);
  luaL_error(L,
             near ? "no kind of link '%s' (did you mean '%s'?)"
                  : "no kind of link '%s'",
             kind, near);
}

void hd_view_push_links(lua_State *L, const char *kind, uint32_t doc) {
  const hd_links *links = hd_view_set(L)->links;
  lua_Integer n = 0;
  check_kind(L, kind);
  lua_newtable(L);
  hd_state_charge(L, links->n);
  for (size_t i = 0; i < links->n; i++) {
    const hd_link *l = &links->items[i];
    if ((doc != HD_NONE && hd_link_document(l) != doc) ||
        (kind && strcmp(kind, hd_link_name(l->kind)) != 0))
      continue;
    hd_view_push(L, HD_VIEW_LINK, hd_link_document(l), (uint32_t)i, 0);
    lua_rawseti(L, -2, ++n);
  }
}

static void get_link_kind(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_link_name(link_of(L, v)->kind));
}
static void get_whole(lua_State *L, const hd_view *v) {
  push_ref(L, link_of(L, v)->whole);
}
static void get_rate(lua_State *L, const hd_view *v) {
  push_ref(L, link_of(L, v)->rate);
}
static void get_increment(lua_State *L, const hd_view *v) {
  push_ref(L, link_of(L, v)->increment);
}
static void get_link_level(lua_State *L, const hd_view *v) {
  push_ref(L, link_of(L, v)->level);
}
static void get_link_base(lua_State *L, const hd_view *v) {
  push_ref(L, link_of(L, v)->base);
}
static void get_members(lua_State *L, const hd_view *v) {
  push_refs(L, link_of(L, v)->members, link_of(L, v)->n_members);
}
static void get_others(lua_State *L, const hd_view *v) {
  push_refs(L, link_of(L, v)->others, link_of(L, v)->n_others);
}
static void get_names(lua_State *L, const hd_view *v) {
  const hd_link *l = link_of(L, v);
  lua_createtable(L, (int)l->n_names, 0);
  for (uint32_t i = 0; i < l->n_names; i++) {
    hd_view_push_place(L, v->doc, l->names[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}
static void get_anchor(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, link_of(L, v)->anchor);
}
static void get_link_cue(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, link_of(L, v)->cue, false);
}
static void get_link_cue_value(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, link_of(L, v)->cue, true);
}
static void get_complete(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, link_of(L, v)->complete);
}
/* Is it one exact figure in a cell? Of none: true. */
static bool is_cell_figure(lua_State *L, hd_claim_ref r) {
  const hd_set *set = hd_view_set(L);
  if (r.claim == HD_NONE)
    return true;
  const hd_quantity *q = hd_claim_quantity(set->claims[r.document], r.claim);
  const hd_sentence *s = &set->texts[r.document]->sentences[q->sentence];
  uint32_t table = set->documents[r.document]->blocks[s->block].table;
  return q->low_known && q->high_known && s->cell != HD_NONE &&
         table != HD_NONE && hd_number_cmp(q->low, q->high) == 0;
}
static void get_tabular(lua_State *L, const hd_view *v) {
  const hd_link *l = link_of(L, v);
  const hd_claim_ref refs[] = {l->rate, l->level, l->base, l->whole};
  bool all = true;
  for (size_t i = 0; all && i < sizeof refs / sizeof *refs; i++)
    all = is_cell_figure(L, refs[i]);
  for (uint32_t i = 0; all && i < l->n_members; i++)
    all = is_cell_figure(L, l->members[i]);
  lua_pushboolean(L, all);
}
static bool is_rough_claim(lua_State *L, hd_claim_ref r) {
  return r.claim != HD_NONE &&
         hd_claim_quantity(hd_view_set(L)->claims[r.document], r.claim)
                 ->bound != HD_BOUND_EXACT;
}
static void get_rough(lua_State *L, const hd_view *v) {
  const hd_link *l = link_of(L, v);
  const hd_claim_ref refs[] = {l->rate, l->level, l->base, l->whole};
  bool rough = false;
  for (size_t i = 0; !rough && i < sizeof refs / sizeof *refs; i++)
    rough = is_rough_claim(L, refs[i]);
  for (uint32_t i = 0; !rough && i < l->n_members; i++)
    rough = is_rough_claim(L, l->members[i]);
  lua_pushboolean(L, rough);
}
static void get_same_sentence(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, link_of(L, v)->same_sentence);
}
static void get_direct(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, link_of(L, v)->direct);
}
static void get_strength(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, link_of(L, v)->strength);
}
static void get_differs(lua_State *L, const hd_view *v) {
  lua_pushstring(L, link_of(L, v)->differs); /* NULL: nil */
}
static void get_reason(lua_State *L, const hd_view *v) {
  const char *reason = link_of(L, v)->reason;
  lua_pushstring(L, reason ? reason : "");
}
static const hd_field link_fields[] = {
    {"type", "string", hd_view_get_type, NULL, "\"link\""},
    {"kind", "string", get_link_kind, NULL,
     "same_fact, parts, part_of, share_of, change_of, from_to, threshold, "
     "completion, compare, list, counted, series, rank, "
     "text_cell, same_name, cell_change, translation, previous, reference or "
     "pair"},
    {"whole", "claim or nil", get_whole, NULL, "the total"},
    {"rate", "claim or nil", get_rate, NULL, "share, growth or completion"},
    {"increment", "claim or nil", get_increment, NULL, "the difference said"},
    {"level", "claim or nil", get_link_level, NULL,
     "what was reached; `to` of a change"},
    {"base", "claim or nil", get_link_base, NULL,
     "what it is compared with; `from` of a change; threshold; plan"},
    {"members", "table of claims", get_members, NULL,
     "parts, claims of one fact, figures of a list; of a change: the multiples "
     "and yearly averages said behind it"},
    {"names", "table of places", get_names, NULL, "what is listed"},
    {"anchor", "place or nil", get_anchor, NULL,
     "the word that makes the link: 分别, 其中, 由"},
    {"cue", "string", get_link_cue, NULL, "verb of change or bound, or \"\""},
    {"cue_value", "string", get_link_cue_value, NULL,
     "its value: up, down ..."},
    {"others", "table of claims", get_others, NULL,
     "other candidates for whole or base in the passage"},
    {"complete", "boolean", get_complete, NULL, "the parts are said to be all"},
    {"tabular", "boolean", get_tabular, NULL,
     "its claims are single figures in cells of tables"},
    {"rough", "boolean", get_rough, NULL,
     "one of its claims is no exact figure: about, over"},
    {"same_sentence", "boolean", get_same_sentence, NULL,
     "all of it stands in one sentence"},
    {"direct", "boolean", get_direct, NULL,
     "the first member follows the anchor at once"},
    {"strength", "integer", get_strength, NULL, "0 to 100: how sure it is"},
    {"differs", "string or nil", get_differs, NULL,
     "the slot in which the claims differ: scope"},
    {"reason", "string", get_reason, NULL, "why they belong together"},
    {"doc", "doc", hd_view_get_doc, NULL, "the document it begins in"},
    {0}};
const hd_view_type hd_view_link_type = {
    "link", "Why claims belong together; each has a role in it.", link_fields};
