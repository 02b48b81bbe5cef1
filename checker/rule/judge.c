/* judge: rules and a set in, verdicts out.
 *
 * Rules run one after the other over what each names in `on`; figures are
 * sorted by kind once, links are sorted already, so a rule costs nothing for
 * what does not concern it, and its source is compiled only when there is
 * something for it. All of a rule happens in one protected call: whatever
 * goes wrong in it is a failure with its id, and the next rule runs. */
#include "trace.h"
#include "views.h"
#include <stdlib.h>

typedef struct {
  uint32_t doc, index;
} item;

struct hd_court {
  hd_host host;
  hd_narrowing narrowing;
  hd_found *found; /* words of sentences; NULL: none was asked for */
};

typedef struct {
  hd_host *host;
  const hd_set *set;
  item *claims; /* all figures, by kind, then in order */
  size_t claim_from[HD_KINDS + 1];
  hd_holders **holders; /* by document; NULL: not yet looked for */
  hd_narrowing *narrowing;
  hd_found **found;
  const hd_script *script;
  bool loaded; /* the rule's function is on the stack */
} judge;

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
  if (!j->script->on.gaps)
    return;
  const hd_gaps *gaps = hd_view_gaps(j->host, d);
  for (uint32_t i = 0; gaps && i < gaps->n; i++)
    if (j->script->on.gaps >> gaps->items[i].kind & 1)
      visit(L, j, HD_VIEW_GAP, d, i);
}

/* The sentences that hold what patterns need, found once a set. */
static const hd_holders *holders_of(judge *j, uint32_t d) {
  hd_arena *arena = j->host->arena;
  if (!j->holders)
    j->holders = hd_arena_alloc(arena, j->set->n * sizeof *j->holders);
  if (j->holders[d])
    return j->holders[d];
  const hd_needed *needed = j->host->rules->needed;
  if (!*j->found)
    *j->found = hd_found_new(j->narrowing->arena, needed);
  size_t before = hd_arena_bytes(arena);
  j->holders[d] = hd_holders_read(arena, needed, *j->found, j->set->texts[d]);
  j->host->arena_before += hd_arena_bytes(arena) - before; /* not the rule's */
  return j->holders[d];
}

/* A pattern that a document may match, and where. */
typedef struct {
  hd_pattern *pattern;
  uint32_t number;    /* of the rule's, from 1 */
  uint64_t sentences; /* of 64: those that may match it */
} candidate;

/* Of all patterns of the rule; their number. */
static size_t choose_patterns(const judge *j, const hd_holders *holders,
                              candidate *chosen) {
  size_t n = 0;
  for (size_t p = 0; p < j->script->n_patterns; p++)
    if (hd_holders_any(holders, j->script->patterns[p]))
      chosen[n++] = (candidate){.pattern = j->script->patterns[p],
                                .number = (uint32_t)p + 1};
  return n;
}

/* Every match of a pattern in a sentence. */
static void visit_matches(lua_State *L, judge *j, const candidate *chosen,
                          uint32_t d, uint32_t sentence) {
  hd_pattern *pattern = chosen->pattern;
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
    hd_match_push(L, hd_regex_code(pattern), chosen->number, n, d, sentence);
    call(L, j, d);
  }
}

/* The patterns in 64 sentences. */
static void visit_word(lua_State *L, judge *j, uint32_t d, size_t word,
                       candidate *chosen, size_t n) {
  uint64_t any = 0;
  for (size_t p = 0; p < n; p++)
    any |= chosen[p].sentences =
        hd_holders_of(j->holders[d], chosen[p].pattern, word);
  for (; any; any &= any - 1) {
    uint32_t i = (uint32_t)__builtin_ctzll(any);
    for (size_t p = 0; p < n; p++)
      if (chosen[p].sentences >> i & 1)
        visit_matches(L, j, &chosen[p], d, (uint32_t)word * 64 + i);
  }
}

static void visit_patterns(lua_State *L, judge *j, uint32_t d) {
  size_t most = j->script->n_patterns;
  if (!most)
    return;
  const hd_holders *holders = holders_of(j, d);
  candidate *chosen = hd_arena_alloc(j->host->arena, most * sizeof *chosen);
  size_t n = choose_patterns(j, holders, chosen);
  for (size_t word = 0; n && word < holders->n; word++)
    visit_word(L, j, d, word, chosen, n);
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

const char *hd_court_changed(const hd_court *court) {
  return hd_kept_changed(court->host.kept);
}

hd_verdicts *hd_court_judge(hd_court *court, hd_arena *arena, const hd_set *set,
                            hd_lang lang, volatile int *current, int skip) {
  hd_host *host = &court->host;
  const hd_rules *rules = host->rules;
  judge j = {.set = set,
             .host = host,
             .narrowing = &court->narrowing,
             .found = &court->found};
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
