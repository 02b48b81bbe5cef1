/* judge: rules and a set in, verdicts out.
 *
 * Rules run one after the other over what each names in `on`; figures are
 * sorted by kind once, links are sorted already, so a rule costs nothing for
 * what does not concern it, and its source is compiled only when there is
 * something for it. All of a rule happens in one protected call: whatever
 * goes wrong in it is a failure with its id, and the next rule runs. */
#include "trace.h"
#include <stdlib.h>

typedef struct {
  uint32_t doc, index;
} item;

struct hd_court {
  hd_host host;
  hd_narrowing narrowing;
};

typedef struct {
  hd_host *host;
  const hd_set *set;
  item *claims; /* all figures, by kind, then in order */
  size_t claim_from[HD_KINDS + 1];
  /* By document and sentence `width` words of bits, as in hd_held; behind them
   * those of all sentences, then of each SPAN of them. NULL: not yet looked
   * for. */
  uint64_t **held;
  size_t width;
  hd_narrowing *narrowing;
  const hd_script *script;
  bool loaded; /* the rule's function is on the stack */
} judge;

enum { SPAN = 16 }; /* sentences that are passed over together */

/* Stack of a rule that runs. */
enum { AT_CHECK = 1, AT_REPORT, AT_PARAMS };

/* ---- what there is ------------------------------------------------ */
/* A counting sort of all figures by kind. */
static void sort_claims(judge *j) {
  size_t total = 0, at[HD_KINDS + 1] = {0};
  for (size_t d = 0; d < j->set->n; d++)
    for (size_t i = 0; i < j->set->claims[d]->n; i++, total++)
      at[hd_claim_quantity(j->set->claims[d], (uint32_t)i)->kind + 1]++;
  for (int k = 0; k < HD_KINDS; k++)
    at[k + 1] += at[k];
  memcpy(j->claim_from, at, sizeof at);
  j->claims = hd_arena_alloc(j->host->arena, (total + 1) * sizeof *j->claims);
  for (uint32_t d = 0; d < j->set->n; d++)
    for (uint32_t i = 0; i < j->set->claims[d]->n; i++) {
      hd_kind kind = hd_claim_quantity(j->set->claims[d], i)->kind;
      j->claims[at[kind]++] = (item){d, i};
    }
}

static bool has_language(const judge *j, uint32_t doc) {
  return hd_document_is_judged(j->set->documents[doc]) &&
         j->script->languages >> j->set->documents[doc]->lang & 1;
}

/* ---- calling a rule ----------------------------------------------- */
/* check, params = the rule's, by running its chunk */
static void make(lua_State *L, const hd_script *s) {
  const hd_host *host = hd_host_of(L);
  uint64_t before = host->spent;
  hd_state_load_code(L, s->code, s->chunk);
  lua_call(L, 0, 1);
  lua_getfield(L, -1, "check");
  lua_insert(L, -2);
  hd_params_push(L, s);
  lua_replace(L, -2);
  hd_kept_note_rule(L, host->spent - before);
}

/* check, report, params = the rule's */
static void load(lua_State *L, judge *j) {
  lua_settop(L, 0);
  if (!hd_kept_push_rule(L))
    make(L, j->script);
  hd_report_push(L);
  lua_insert(L, -2);
  j->loaded = true;
}

/* report{at = item}: what a rule without check does. */
static void report_match(lua_State *L) {
  lua_pushvalue(L, AT_REPORT);
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "at");
  lua_call(L, 1, 0);
  lua_pop(L, 1);
}

/* check(item, report, params, doc); the item is on the top. */
static void call(lua_State *L, judge *j, uint32_t doc) {
  if (!j->script->has_check) {
    report_match(L);
    return;
  }
  if (j->host->trace)
    hd_trace_begin_call(j->host->trace);
  lua_pushvalue(L, AT_CHECK);
  lua_insert(L, -2);
  lua_pushvalue(L, AT_REPORT);
  lua_pushvalue(L, AT_PARAMS);
  hd_view_push(L, HD_VIEW_DOC, doc, 0, 0);
  lua_call(L, 4, 0);
  if (j->host->cost)
    j->host->cost->calls++;
}

static void visit(lua_State *L, judge *j, hd_view_kind kind, uint32_t doc,
                  uint32_t index) {
  const hd_view at = {.kind = (uint32_t)kind, .doc = doc, .a = index};
  if (!has_language(j, doc) || !hd_narrow_passes(L, j->narrowing, &at))
    return;
  if (!j->loaded)
    load(L, j);
  hd_view_push(L, kind, doc, index, 0);
  call(L, j, doc);
}

static void visit_links(lua_State *L, judge *j) {
  const hd_links *links = j->set->links;
  for (size_t i = 0; i < links->n; i++)
    if (j->script->on.links >> links->items[i].kind & 1)
      visit(L, j, HD_VIEW_LINK, hd_link_document(&links->items[i]),
            (uint32_t)i);
}

static void visit_claims(lua_State *L, judge *j) {
  const hd_wants *on = &j->script->on;
  if (!j->claims && (on->claims || on->claim_any))
    sort_claims(j);
  for (int k = 0; k < HD_KINDS; k++) {
    if (!on->claim_any && !(on->claims >> k & 1))
      continue;
    for (size_t i = j->claim_from[k]; i < j->claim_from[k + 1]; i++) {
      item at = j->claims[i];
      if (on->claims >> k & 1 ||
          j->set->claims[at.doc]->items[at.index].is_claim)
        visit(L, j, HD_VIEW_CLAIM, at.doc, at.index);
    }
  }
}

static void visit_blocks(lua_State *L, judge *j, uint32_t d) {
  const hd_document *doc = j->set->documents[d];
  for (uint32_t i = 0; j->script->on.blocks && i < doc->n_blocks; i++)
    if (j->script->on.blocks >> doc->blocks[i].kind & 1)
      visit(L, j, HD_VIEW_BLOCK, d, i);
}

static void visit_gaps(lua_State *L, judge *j, uint32_t d) {
  const hd_gaps *gaps = j->set->gaps ? j->set->gaps[d] : NULL;
  for (uint32_t i = 0; j->script->on.gaps && gaps && i < gaps->n; i++)
    if (j->script->on.gaps >> gaps->items[i].kind & 1)
      visit(L, j, HD_VIEW_GAP, d, i);
}

/* The bits of the document's sentences, found once a set. */
static const uint64_t *words_of(judge *j, uint32_t d) {
  const hd_text *text = j->set->texts[d];
  const hd_needed *needed = j->host->rules->needed;
  hd_arena *arena = j->host->arena;
  size_t n = text->n_sentences, width = (needed->tables.n_sets + 63) / 64;
  width = j->width = width ? width : 1;
  if (!j->held)
    j->held = hd_arena_alloc(arena, j->set->n * sizeof *j->held);
  if (j->held[d])
    return j->held[d];
  size_t size = (n + 2 + n / SPAN) * width * sizeof(uint64_t);
  uint64_t *held = j->held[d] = hd_arena_alloc(arena, size);
  j->host->arena_before += size; /* not the rule's */
  for (size_t i = 0; i < n; i++) {
    hd_str s = hd_document_text(text->doc, text->sentences[i].span);
    const hd_held here = hd_needed_find(needed, s);
    for (size_t k = 0; k < width && k < HD_NEED_BITS / 64; k++) {
      held[i * width + k] = here.bits[k];
      held[n * width + k] |= here.bits[k];
      held[(n + 1 + i / SPAN) * width + k] |= here.bits[k];
    }
  }
  return held;
}

/* The patterns that a document which holds these words may match, and in
 * *firsts words of which its sentences must hold one; none: any may match. */
static size_t choose_patterns(const judge *j, const uint64_t *held,
                              hd_pattern **chosen, hd_held *firsts) {
  size_t n = 0;
  bool any = false;
  *firsts = (hd_held){{0}};
  for (size_t p = 0; p < j->script->n_patterns; p++) {
    hd_pattern *pattern = j->script->patterns[p];
    if (!hd_needed_met(pattern, held))
      continue;
    chosen[n++] = pattern;
    any = any || pattern->n_needs == 0;
    if (pattern->n_needs)
      firsts->bits[pattern->needs[0] / 64] |= (uint64_t)1
                                              << pattern->needs[0] % 64;
  }
  if (any)
    memset(firsts, 0, sizeof *firsts);
  return n;
}

/* Every match of a pattern in a sentence. */
static void visit_matches(lua_State *L, judge *j, hd_pattern *pattern,
                          uint32_t d, uint32_t sentence) {
  const hd_text *text = j->set->texts[d];
  hd_str s = hd_document_text(text->doc, text->sentences[sentence].span);
  uint32_t options = PCRE2_NO_UTF_CHECK;
  for (size_t at = 0; at <= s.n;) {
    int n = hd_regex_run(L, pattern, s, at, options | PCRE2_NOTEMPTY);
    if (n == 0)
      return;
    if (!j->loaded) { /* loading may match too: match again */
      load(L, j);
      continue;
    }
    at = pcre2_get_ovector_pointer(j->host->match_data)[1];
    hd_match_push(L, hd_regex_code(pattern), n, d, sentence);
    call(L, j, d);
  }
}

/* The words of bits in which firsts has any: few, and so soon asked for each
 * sentence. */
typedef struct {
  size_t n, at[HD_NEED_BITS / 64];
  uint64_t bits[HD_NEED_BITS / 64];
} few_words;

static few_words few_of(const hd_held *firsts) {
  few_words few = {0};
  for (size_t i = 0; i < HD_NEED_BITS / 64; i++)
    if (firsts->bits[i]) {
      few.at[few.n] = i;
      few.bits[few.n++] = firsts->bits[i];
    }
  return few;
}

/* Of no words: any sentence. */
static inline bool may_match(const few_words *few, const uint64_t *held) {
  uint64_t both = few->n == 0;
  for (size_t i = 0; i < few->n; i++)
    both |= few->bits[i] & held[few->at[i]];
  return both != 0;
}

/* The patterns in the sentences from..to. */
static void visit_span(lua_State *L, judge *j, uint32_t d, uint32_t from,
                       uint32_t to, const few_words *few, hd_pattern **chosen,
                       size_t n) {
  const uint64_t *held = j->held[d] + from * j->width;
  for (uint32_t i = from; i < to; i++, held += j->width)
    if (may_match(few, held))
      for (size_t p = 0; p < n; p++)
        if (hd_needed_met(chosen[p], held))
          visit_matches(L, j, chosen[p], d, i);
}

static void visit_patterns(lua_State *L, judge *j, uint32_t d) {
  const hd_text *text = j->set->texts[d];
  uint32_t all = (uint32_t)text->n_sentences;
  size_t most = j->script->n_patterns;
  if (!most)
    return;
  const uint64_t *held = words_of(j, d);
  hd_pattern **chosen = hd_arena_alloc(j->host->arena, most * sizeof *chosen);
  hd_held firsts;
  size_t n =
      choose_patterns(j, held + text->n_sentences * j->width, chosen, &firsts);
  const few_words few = few_of(&firsts);
  const uint64_t *spans = held + (all + 1) * j->width;
  for (uint32_t i = 0; n && i < all; i += SPAN, spans += j->width)
    if (may_match(&few, spans))
      visit_span(L, j, d, i, all - i < SPAN ? all : i + SPAN, &few, chosen, n);
}

static void visit_sentences(lua_State *L, judge *j, uint32_t d) {
  if (!has_language(j, d))
    return;
  for (uint32_t i = 0;
       j->script->on.sentence && i < j->set->texts[d]->n_sentences; i++)
    visit(L, j, HD_VIEW_SENTENCE, d, i);
  visit_patterns(L, j, d);
}

static void visit_set(lua_State *L, judge *j) {
  bool any = false; /* a rule of ours has nothing to say of an empty one */
  for (uint32_t d = 0; !any && d < j->set->n; d++)
    any = has_language(j, d) &&
          (j->set->texts[d]->n_sentences > 0 || !j->script->info.builtin);
  if (!j->script->on.set || !any)
    return;
  if (!j->loaded)
    load(L, j);
  hd_view_push(L, HD_VIEW_SET, 0, 0, 0);
  call(L, j, 0);
}

/* All of one rule, inside the protected call. */
static int run(lua_State *L) {
  judge *j = lua_touserdata(L, 1);
  lua_settop(L, 0);
  j->loaded = false;
  visit_links(L, j);
  visit_claims(L, j);
  for (uint32_t d = 0; d < j->set->n; d++) {
    visit_blocks(L, j, d);
    visit_gaps(L, j, d);
    visit_sentences(L, j, d);
  }
  visit_set(L, j);
  return 0;
}

/* ---- all rules ---------------------------------------------------- */
static void fail(judge *j, const char *message) {
  const hd_script *s = j->script;
  hd_arena *arena = j->host->arena;
  if (j->host->line)
    message = hd_arena_format(arena, "%s:%u: %s", s->chunk + 1, j->host->line,
                              message);
  hd_error e = {.file = s->info.id, .line = j->host->line, .message = message};
  HD_PUSH(arena, &j->host->verdicts->failures, e);
}

/* Limits are counted from what other rules and sets left in the state, so one
 * that is hit there counts only if it is hit in a fresh state too. */
static void run_script(void *closure) {
  judge *j = closure;
  hd_host *host = j->host;
  hd_verdicts *v = host->verdicts;
  size_t findings = v->findings.n, checks = v->checks.n;
  for (bool fresh = false;; fresh = true) {
    if (host->trace)
      hd_trace_begin_rule(host->trace);
    host->arena_before = hd_arena_bytes(host->arena);
    const char *message =
        hd_state_call(host, host->arena, run, j, host->rules->max_instructions);
    bool limit = message && (host->stopped || host->memory_hit);
    if (message && (!limit || fresh))
      fail(j, message);
    if (host->cost)
      host->cost->counted += host->spent;
    if (!limit || (fresh && !host->memory_hit))
      return;
    hd_state_renew(host); /* what it hoards is given back */
    if (fresh)
      return;
    v->findings.n = findings;
    v->checks.n = checks;
  }
}

static void run_rule(judge *j, size_t i) {
  const hd_meter *meter = j->set->meter;
  j->script = j->host->script = j->host->rules->scripts[i];
  j->host->cost = meter && meter->costs ? &meter->costs[i] : NULL;
  if (meter && meter->around)
    meter->around(i, run_script, j);
  else
    run_script(j);
  j->host->cost = NULL;
}

hd_court *hd_court_open(const hd_rules *rules) {
  hd_court *court = calloc(1, sizeof *court);
  if (!court || !hd_state_open(&court->host, rules, NULL))
    hd_memory_out();
  court->host.kept = hd_kept_new(rules);
  court->narrowing.host = &court->host;
  court->narrowing.arena = hd_arena_new();
  return court;
}

void hd_court_close(hd_court *court) {
  if (!court)
    return;
  hd_state_close(&court->host);
  hd_kept_free(court->host.kept);
  hd_arena_free(court->narrowing.arena);
  free(court);
}

hd_verdicts *hd_court_judge(hd_court *court, hd_arena *arena, const hd_set *set,
                            hd_lang lang, volatile int *current, int skip) {
  hd_host *host = &court->host;
  const hd_rules *rules = host->rules;
  judge j = {.set = set, .host = host, .narrowing = &court->narrowing};
  host->arena = arena;
  host->verdicts = HD_NEW(arena, hd_verdicts);
  host->lang = lang;
  host->cover = set->cover;
  host->trace = set->traced ? hd_trace_new() : NULL;
  hd_state_begin(host, set);
  for (size_t i = 0; i < rules->n; i++) {
    if (!rules->scripts[i]->info.selected || (int)i == skip)
      continue;
    if (current)
      *current = (int)i;
    run_rule(&j, i);
  }
  if (current)
    *current = -1;
  hd_trace_free(host->trace);
  host->trace = NULL;
  host->cover = NULL;
  host->set = NULL;
  return host->verdicts;
}

hd_verdicts *hd_rules_judge(hd_arena *arena, const hd_rules *rules,
                            const hd_set *set, hd_lang lang,
                            volatile int *current, int skip) {
  hd_court *court = hd_court_open(rules);
  hd_verdicts *v = hd_court_judge(court, arena, set, lang, current, skip);
  hd_court_close(court);
  return v;
}
