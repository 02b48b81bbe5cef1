/* host: what the files of the rule stage share; no other stage includes it.
 *
 * A hd_rules holds every rule as source and as facts read from its table
 * (hd_script). A hd_host is one Lua state: it exists while rules are loaded,
 * and again while sets are judged; rules and helpers are run anew for each
 * set, so that no rule sees another set and no handle outlives what it points
 * to.
 *
 * Invariants. Lua code runs only inside hd_state_call. A C function called
 * from Lua owns no memory outside an arena or a userdata, because an error
 * jumps over it. hd_rules is written while it is opened and never after, so
 * several threads may judge with it. */
#ifndef HD_HOST_H
#define HD_HOST_H
#include "needed.h"
#include "rule.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* ---- rules -------------------------------------------------------- */
typedef struct {
  const char *key;
  const char *text[2]; /* by hd_lang; the other language where one lacks */
} hd_template;

typedef struct {
  const char *name, *value; /* of --set RULE.NAME=VALUE */
} hd_setting;

typedef struct { /* what `on` names: a bit a kind */
  uint32_t links, claims, blocks, gaps;
  bool claim_any, sentence, set;
} hd_wants;

enum { HD_NARROW_NAMES = 8 };
typedef struct {
  hd_str names[HD_NARROW_NAMES];
  size_t n;
} hd_name_list;

typedef struct { /* what `on` says beyond the kind, see narrow.c */
  bool any;      /* it says something */
  bool bounded;
  int64_t above;
  const char *where;          /* NULL: none */
  hd_name_list units, begins; /* canonical units; names of lexicons */
} hd_narrow;

/* A pattern that all states share. It is compiled when it is first used,
 * and to machine code when it has looked through enough text to be worth that,
 * by whichever thread that is. */
struct hd_pattern {
  uint32_t options;
  hd_str pattern;
  hd_str built; /* its code as the build wrote it down; empty: it has not */
  _Atomic(pcre2_code *) code;   /* NULL: not yet */
  _Atomic(pcre2_code *) fast;   /* a copy with machine code; NULL: not yet */
  _Atomic uint32_t searched;    /* bytes, while there is no machine code */
  uint16_t needs[HD_NEED_SETS]; /* bits that a text must have */
  size_t n_needs;
  const hd_opening *opening; /* where it is tried; NULL: anywhere */
};

typedef struct { /* a rule as loaded */
  hd_rule_info info;
  size_t index;               /* among all rules */
  uint32_t folder;            /* 0: built in, else 1 + index of its folder */
  hd_str source, code;        /* text; compiled */
  const struct hd_pack *pack; /* NULL: of none */
  const char *chunk;          /* name for Lua: "@rules/ID.lua" */
  const char *stem;
  hd_wants on;
  hd_narrow narrow;
  hd_pattern **patterns; /* owned by hd_rules */
  size_t n_patterns;
  unsigned languages; /* bit a hd_lang */
  bool has_check;
  hd_severity_level highest; /* of its findings: info.severity, or what the
                                user says in its place */
  HD_VEC(hd_template) messages;
  HD_VEC(hd_setting) settings;
  const hd_example *examples;
  size_t n_examples;
} hd_script;

typedef struct {
  uint32_t folder;
  const char *name; /* "sums" */
  const char *chunk;
  hd_str code; /* empty where it does not compile */
} hd_library;

struct hd_rules {
  hd_arena *arena;
  const hd_lexicon *lexicon;
  uint64_t max_instructions;
  size_t max_memory;
  hd_script **scripts; /* sorted by id */
  hd_rule_info *infos; /* the same order */
  size_t n;
  HD_VEC(hd_library) libraries;
  HD_VEC(const struct hd_pack *) packs;
  const char *version; /* of hedui */
  HD_VEC(hd_error) errors;
  HD_VEC(const char *) notes;
  HD_VEC(hd_pattern *) patterns;
  hd_pattern **pattern_slots; /* a hash table of them, half empty */
  size_t n_pattern_slots;
  hd_needed *needed;
  struct hd_material *material; /* NULL: every difference matters */
  bool reviews_own; /* a court sees whether built-in rules change what their
                       chunks made: for tests */
};

/* ---- sentences that hold them, holders.c --------------------------- */
typedef struct {
  size_t n_sentences, n;          /* n: words of 64 bits, one a sentence */
  uint64_t *of_set[HD_NEED_BITS]; /* NULL: no sentence holds one of its words */
} hd_holders;
/* found: with nothing in it, which it leaves so. */
hd_holders *hd_holders_read(hd_arena *arena, const hd_needed *needed,
                            hd_found *found, const hd_text *text);
/* Does any sentence hold what the pattern needs, as far as each of its sets
 * tells by itself? Only then ask which. */
bool hd_holders_any(const hd_holders *holders, const hd_pattern *pattern);
/* Those of the 64 sentences from 64 * word on that may match it. */
uint64_t hd_holders_of(const hd_holders *holders, const hd_pattern *pattern,
                       size_t word);

/* ---- memory of a state, heap.c ------------------------------------ */
typedef struct hd_heap hd_heap;
hd_heap *hd_heap_new(void);
void hd_heap_free(hd_heap *heap);
/* As realloc, told the old size; n 0 frees. Never NULL for n > 0. */
void *hd_heap_resize(hd_heap *heap, void *p, size_t old, size_t n);

/* ---- types of userdata, types.c ----------------------------------- */
typedef enum {
  HD_TYPE_DECIMAL,
  HD_TYPE_INTERVAL,
  HD_TYPE_LIST,
  HD_TYPE_MATCH,
  HD_TYPE_REGEX,
  HD_TYPE_ROW,
  HD_TYPE_ROWS,
  HD_TYPE_VIEW,
  HD_TYPES
} hd_type;

typedef struct { /* of a state */
  const void *metatable;
  int reference; /* in the registry */
} hd_known_type;

const char *hd_type_name(hd_type type);
/* Pushes the metatable of the type, new; once a state. */
void hd_type_open(lua_State *L, hd_type type);
/* Makes the userdata on the top one of the type. */
void hd_type_set(lua_State *L, hd_type type);
/* The userdata at index, NULL where it is none of the type; or an error. */
void *hd_type_test(lua_State *L, int index, hd_type type);
void *hd_type_check(lua_State *L, int index, hd_type type);

typedef struct hd_kept hd_kept;   /* below */
typedef struct hd_trace hd_trace; /* trace.h */

/* ---- the state ---------------------------------------------------- */
enum { HD_VIEW_KNOWN = 1024, HD_MATCH_KNOWN = 256, HD_UTF8_KNOWN = 512 };
typedef struct {    /* see view.c */
  const void *name; /* the address of the string */
  uint32_t kind;
  const struct hd_field *field;
} hd_known_field;

typedef struct {    /* see match.c */
  const void *name; /* the address of the string */
  const pcre2_code *code;
  const struct hd_match_field *field; /* NULL: the group it is */
  uint32_t group;
} hd_known_group;

typedef struct {
  lua_State *L;
  const hd_rules *rules;
  hd_rules *loading; /* the same, writable, while rules are opened */
  const hd_set *set; /* NULL while rules are opened */
  hd_arena *arena;   /* of the verdicts */
  hd_heap *heap;
  hd_kept *kept;      /* NULL: nothing is kept from set to set */
  hd_cover *cover;    /* NULL: what lines are run is not noted */
  hd_trace *trace;    /* NULL: how figures came about is not noted */
  hd_rule_cost *cost; /* of the rule that runs; NULL: not counted */
  hd_arena *scratch;  /* for numbers as text; see hd_state_scratch */
  hd_verdicts *verdicts;
  hd_lang lang;
  const hd_script *script; /* the rule that runs */
  const char *subject;     /* the last long text that is UTF-8, kept in Lua */
  /* Others by their address, until that is given back. */
  const char *utf8[HD_UTF8_KNOWN];
  hd_str text; /* the last long text of the set, kept in Lua */
  struct {
    const hd_map *map; /* names of figures: how many have it; NULL: unasked */
    uint32_t doc, kinds;
  } named; /* see sift.c */
  pcre2_match_data *match_data;
  pcre2_match_context *match_context;
  pcre2_match_context *short_context; /* of a search without machine code */
  uint64_t spent, limit;              /* instructions of this rule */
  uint64_t alarm;      /* beyond it the rule's own are counted, too */
  size_t used, cap;    /* bytes of the state */
  size_t refused;      /* the size that was refused last, 0: none */
  size_t arena_before; /* bytes of the arena when this rule began */
  size_t step;         /* instructions between two looks */
  bool stopped;        /* a limit was hit: no pcall keeps it going */
  bool memory_hit;
  bool forgets_texts; /* a text lies where forget_text looks */
  uint32_t line;      /* of the rule's file, where the last error came from */
  hd_known_field known_fields[HD_VIEW_KNOWN];
  hd_known_group known_groups[HD_MATCH_KNOWN];
  hd_known_type types[HD_TYPES];
} hd_host;

static inline hd_host *hd_host_of(lua_State *L) {
  return *(hd_host **)lua_getextraspace(L);
}

static inline const char **hd_utf8_slot(hd_host *host, uintptr_t address) {
  return &host->utf8[(address >> 4) % HD_UTF8_KNOWN];
}
/* The text of a string is UTF-8; noted where it is known how to forget it. */
static inline void hd_utf8_note(hd_host *host, const char *text) {
  if (host->forgets_texts)
    *hd_utf8_slot(host, (uintptr_t)text) = text;
}

/* state.c: a state with nothing in it that reads, writes or tells time.
 * false: no memory for a state. */
bool hd_state_open(hd_host *host, const hd_rules *rules, const hd_set *set);
void hd_state_close(hd_host *host);
/* A fresh state in place of the old one. */
void hd_state_renew(hd_host *host);
/* Makes the state ready for another set: nothing of the last is left that a
 * rule could see. */
void hd_state_begin(hd_host *host, const hd_set *set);
/* Calls f with `closure` under the limits. NULL, or the sentence why it
 * failed (in `arena`); host->line says where. */
const char *hd_state_call(hd_host *host, hd_arena *arena, lua_CFunction f,
                          void *closure, uint64_t limit);
/* What hd_state_charge does beyond the alarm. */
void hd_state_alarm(lua_State *L);
/* Counts work done in C as n instructions; an error beyond the limit. */
static inline void hd_state_charge(lua_State *L, size_t n) {
  hd_host *host = hd_host_of(L);
  host->spent += n;
  if (host->spent > host->alarm)
    hd_state_alarm(L);
}
void hd_state_push_environment(lua_State *L);
/* Loads text and gives it the environment: function(chunk). */
void hd_state_load(lua_State *L, hd_str source, const char *chunk);
/* The same from what hd_source_check compiled; never from a file. */
void hd_state_load_code(lua_State *L, hd_str code, const char *chunk);
/* Puts a read-only twin of the table on the top in its place; a name it lacks
 * is an error that calls it `what`. */
void hd_state_freeze(lua_State *L, const char *what);
/* Names of all globals, at most max; their number. */
size_t hd_state_globals(lua_State *L, const char **names, size_t max);
/* An arena for short-lived text; emptied from time to time. */
hd_arena *hd_state_scratch(hd_host *host);
/* Each puts its names into the table of globals on the top. */
void hd_globals_open(lua_State *L); /* assert, pairs, tostring ... lib */
void hd_strings_open(lua_State *L); /* string, utf8, table, math */
/* The function `name` of the table on the top charges for its first argument
 * where that is a string. */
void hd_strings_charge(lua_State *L, const char *name);
void hd_rows_open(lua_State *L); /* lexicon */
/* Copies the named functions of a standard library to the table on the top. */
void hd_state_keep(lua_State *L, lua_CFunction open, const char *const *names);
void hd_regex_open(lua_State *L);     /* re */
void hd_decimal_open(lua_State *L);   /* decimal, interval */
void hd_chance_open(lua_State *L);    /* p_value */
void hd_view_open(lua_State *L);      /* metatables of the views */
void hd_globals_forget(lua_State *L); /* drops the helpers of the last set */

/* ---- numbers ------------------------------------------------------ */
void hd_decimal_push(lua_State *L, hd_number n);
void hd_interval_push(lua_State *L, hd_interval i);
/* A decimal, or an integer as one. */
bool hd_decimal_to(lua_State *L, int index, hd_number *n);
bool hd_interval_to(lua_State *L, int index, hd_interval *i);
/* digits.c: the value of the figure as printed at index ("1,234.5", "−2.3") and
 * how many decimals it has; raises where it is none. */
hd_number hd_digits_check(lua_State *L, int index, int *decimals);
/* interval(printed [, decimals]): half a unit of the last digit about it. */
hd_interval hd_digits_interval(lua_State *L);

enum {
  HD_MATCH_STEPS = 1000000, /* of one match of a pattern */
  HD_SHORT_STEPS = 1000     /* the same where it is interpreted first */
};
/* ---- regular expressions ------------------------------------------ */
/* The pattern that all states share; NULL and *error (owned by rules) where it
 * is bad. Only while rules are opened. */
hd_pattern *hd_regex_intern(hd_rules *rules, hd_str pattern, uint32_t options,
                            const char **error);
const pcre2_code *hd_regex_code(hd_pattern *pattern);
/* Frees its code. */
void hd_regex_drop(hd_pattern *pattern);
/* Why re.new(pattern) fails, in the arena; NULL: it does not. */
const char *hd_regex_wrong(hd_arena *arena, hd_str pattern);
/* A Lua pattern as a PCRE2 pattern over bytes. NULL or what is wrong. */
typedef struct {
  bool anchored;      /* began with ^ */
  uint32_t groups;    /* captures */
  uint32_t positions; /* bit i: capture i is () */
} hd_lua_pattern;
const char *hd_pattern_translate(hd_str pattern, luaL_Buffer *out,
                                 hd_lua_pattern *facts);
/* find, match, gmatch, gsub on Lua patterns, into the table on the top. */
void hd_search_add_functions(lua_State *L);
/* Number of groups + 1, 0: none; raises where a limit is hit. */
int hd_regex_run(lua_State *L, hd_pattern *pattern, hd_str subject,
                 size_t start, uint32_t options);

/* ---- views -------------------------------------------------------- */
typedef enum {
  HD_VIEW_SET,
  HD_VIEW_DOC,
  HD_VIEW_BLOCK,
  HD_VIEW_SENTENCE,
  HD_VIEW_CLAUSE,
  HD_VIEW_TOKEN,
  HD_VIEW_ENUMERATOR,
  HD_VIEW_TABLE,
  HD_VIEW_CELL,
  HD_VIEW_GAP,
  HD_VIEW_CLAIM,
  HD_VIEW_LINK,
  HD_VIEW_PLACE,
  HD_VIEW_TYPES
} hd_view_kind;

typedef struct { /* a handle; the thing itself stays in the set */
  uint32_t kind, doc;
  uint32_t a, b; /* index; table and cell; offset and end of a place */
} hd_view;

/* One field: its name, the type and sentence for docs/api.md, and what
 * pushes its value; a method has `call` in place of `get`. */
typedef struct hd_field {
  const char *name, *type;
  void (*get)(lua_State *L, const hd_view *view);
  lua_CFunction call;
  const char *about;
} hd_field;

typedef struct {
  const char *name, *about;
  const hd_field *fields; /* ends with a NULL name */
} hd_view_type;
extern const hd_view_type *const hd_view_types[HD_VIEW_TYPES];

void hd_view_push(lua_State *L, hd_view_kind kind, uint32_t doc, uint32_t a,
                  uint32_t b);
/* nil where index is HD_NONE. */
void hd_view_push_at(lua_State *L, hd_view_kind kind, uint32_t doc,
                     uint32_t index);
/* nil where the span is empty. */
void hd_view_push_place(lua_State *L, uint32_t doc, hd_span span);
/* Items first..first+n-1 of that kind, read-only. */
void hd_view_push_list(lua_State *L, hd_view_kind kind, uint32_t doc,
                       uint32_t first, uint32_t n);
void hd_view_push_str(lua_State *L, hd_str s);
/* The string at index is not collected: its address names it for ever. */
void hd_view_keep_name(lua_State *L, int index);
/* ipairs of a list at 1: pushes its three values; false: it is none. */
bool hd_view_list_ipairs(lua_State *L);
/* ---- narrow.c ------------------------------------------------------ */
typedef struct { /* kept from set to set */
  hd_host *host;
  hd_arena *arena;
  struct hd_openings **openings; /* by rule; NULL: not yet made */
} hd_narrowing;
/* Fills script->narrow from the table at index; the kinds are filled. */
void hd_narrow_read(lua_State *L, int index, hd_script *script);
/* Is the item one that the rule that runs wants? */
bool hd_narrow_passes(lua_State *L, hd_narrowing *n, const hd_view *item);

/* The view at index, or an error that names what is there. */
hd_view hd_view_check(lua_State *L, int index, hd_view_kind kind);
hd_view hd_view_check_any(lua_State *L, int index);
/* Document and span of anything that has one; false otherwise. */
bool hd_view_where(lua_State *L, int index, hd_where *where);
hd_where hd_view_place(const hd_set *set, const hd_view *view);
/* Pushes the text of any value for messages; an error for what has none. */
void hd_view_describe(lua_State *L, int index);
/* The first claim whose end lies behind off. */
uint32_t hd_view_claim_at(const hd_claims *claims, uint32_t off);
void hd_view_push_links(lua_State *L, const char *kind, uint32_t doc);
uint32_t hd_link_document(const hd_link *link);
/* A match of `on.pattern` in a sentence, by the rule's pattern of that number
 * (from 1); from the host's match data. */
void hd_match_push(lua_State *L, const pcre2_code *code, uint32_t pattern,
                   int groups, uint32_t doc, uint32_t sentence);
void hd_match_open(lua_State *L);
bool hd_match_where(lua_State *L, int index, hd_where *where);
const char *hd_block_kind_name(hd_block_kind kind);

/* ---- what is kept from set to set, kept.c -------------------------- */
hd_kept *hd_kept_new(const hd_rules *rules);
void hd_kept_free(hd_kept *kept);
/* The state is gone, and what was kept in it. NULL is allowed. */
void hd_kept_reset(hd_kept *kept);
void hd_kept_open(lua_State *L); /* memo */
/* Pushes check and params of the rule that runs; false: not kept, its chunk
 * must be run. */
bool hd_kept_push_rule(lua_State *L);
/* check and params are on the top, and stay, fresh from the chunk, which took
 * so many instructions. */
void hd_kept_note_rule(lua_State *L, uint64_t cost);
/* A helper's chunk begins; it has ended, and the helper is on the top; one
 * that is loaded is used. */
void hd_kept_begin_helper(lua_State *L);
void hd_kept_note_helper(lua_State *L, size_t helper, uint64_t cost);
void hd_kept_use_helper(lua_State *L, size_t helper);
/* Before a set: drops what the set before has changed. */
void hd_kept_review(lua_State *L);
/* The rule or helper that last changed what its chunk made, as far as it was
 * reviewed; NULL: none. */
const char *hd_kept_changed(const hd_kept *kept);

/* ---- loading ------------------------------------------------------ */
/* Reads the table on the top into script. Raises with the sentence. */
void hd_form_read(lua_State *L, hd_script *script);

/* ---- choice: which rules run, and how high they report ------------------ */
/* Selection, pinned rule set, severities; wrong ones are errors of `rules`. */
void hd_choice_make(hd_rules *rules, const hd_rule_options *options);
/* The rule `id`, or NULL and an error with the nearest name. */
hd_script *hd_choice_script(hd_rules *rules, const char *option, hd_str id);
/* ---- material.c: differences that are too small to matter ---------------- */
typedef struct hd_material hd_material;
/* Reads what the user says; wrong ones are errors of `rules`. */
void hd_material_open(hd_rules *rules, const hd_rule_options *options);
/* Makes a note of a finding whose difference does not matter. */
void hd_material_lower(hd_host *host, hd_raw_finding *finding);
typedef struct {
  uint32_t line;
  const char *message;
} hd_complaint;
typedef HD_VEC(hd_complaint) hd_complaints;
/* What the function on the top does that a rule must not do (an assigned or
 * unknown global, a decimal == a number), by line. *code is the function as
 * bytes for hd_state_load_code. */
hd_complaints hd_source_check(lua_State *L, hd_arena *arena, hd_str *code);
/* Pushes params with the settings in them, read-only. The rule's table is on
 * the top and stays. */
void hd_params_push(lua_State *L, const hd_script *script);
/* Pushes the report function. */
void hd_report_push(lua_State *L);
void hd_report_open(lua_State *L);
/* Pushes the template filled; `values` and `fields` are stack indexes of
 * tables or 0. */
void hd_message_push(lua_State *L, const char *key, int values, int fields);
#endif
