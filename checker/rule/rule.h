/* rule: loads Lua rules, runs them over a set, collects findings and checks.
 *
 * The seam of C and Lua. Rules are loaded and validated once per engine
 * (hd_rules_open), a fresh sandboxed state per set runs them. A rule that
 * fails, runs out of instructions or memory, or reports badly becomes a
 * hd_error with its id; findings of other rules stay. */
#ifndef HD_RULE_H
#define HD_RULE_H
#include "../link/link.h"
#include "../quantity/gap.h"

typedef enum { HD_NOTE, HD_WARNING, HD_ERROR } hd_severity_level;

typedef struct {
  uint32_t document;
  hd_span span;
} hd_where;

/* What a rule did with figures before it reported: a figure with the field
 * that was asked for, an operation, or a comparison. Operands are "(n)", an
 * earlier step counted from 1, or a constant; "" where there is none. */
typedef struct {
  hd_where figure; /* empty: it is none */
  const char *left, *op, *right;
  const char *value;      /* a number or interval; "" of a comparison */
  const char *difference; /* how far apart compared ones lie, "" */
  bool compares, holds;
  bool other; /* a figure beside those of the finding takes part */
} hd_raw_step;

typedef struct { /* a finding before places are turned into lines */
  const char *rule;
  hd_severity_level severity;
  hd_where at;
  hd_where *related;
  uint32_t n_related;
  const char *message; /* in the language of messages */
  const char *stated, *expected;
  const char *readings; /* what was tried, "" */
  hd_raw_step *steps;   /* where the set is traced */
  uint32_t n_steps;
} hd_raw_finding;

typedef struct {
  const char *rule;
  int result; /* 1 agrees, 0 differs, -1 undecided */
  hd_where at;
  hd_where *related;
  uint32_t n_related;
  const char *how;
} hd_raw_check;

typedef struct {
  HD_VEC(hd_raw_finding) findings;
  HD_VEC(hd_raw_check) checks;
  HD_VEC(hd_error) failures;
} hd_verdicts;

typedef struct hd_prepared hd_prepared;
typedef struct {
  const char *const *folders;
  size_t n_folders; /* --rules */
  const char *const *select;
  size_t n_select; /* ids; 0: all stable */
  const char *const *ignore;
  size_t n_ignore;
  const char *const *settings;
  size_t n_settings; /* RULE.PARAM=VALUE */
  const char *const *severities;
  size_t n_severities;      /* RULE=error|warning|note|off */
  const char *ruleset;      /* "1.0": later rules are preview; NULL: none */
  const char *const *least; /* "[RULE=]DIFFERENCE", see material.c */
  size_t n_least;
  const hd_vocabulary *vocabulary; /* both needed to read what is in least */
  const hd_units *units;
  uint64_t max_instructions;   /* a rule a set; 0: 200 million */
  size_t max_memory;           /* bytes of a state; 0: 256 MB */
  const char *version;         /* of hedui, for packs that need one */
  const hd_prepared *prepared; /* NULL: the build has prepared nothing */
  bool anew; /* of what is prepared take the patterns alone, and read the
                built-in rules: with lexicons that are not built in */
} hd_rule_options;

typedef struct hd_rules hd_rules;
/* NULL only where nothing could be opened; otherwise broken rules are in
 * errors (arena-owned) and the rest works. Overrides of built-in rules are
 * listed in `notes`. */
hd_rules *hd_rules_open(hd_arena *arena, const hd_lexicon *lexicon,
                        const hd_rule_options *options);
/* Frees what does not live in the arena (compiled patterns); before the arena
 * is freed. NULL is allowed. */
void hd_rules_close(hd_rules *rules);

typedef struct {
  const char *id;
  hd_severity_level severity;
  bool preview, overrides, selected, builtin;
  const char *file;
  const char *summary_zh, *summary_en, *explain_zh, *explain_en;
  const char *source; /* Lua text */
  const char *since;  /* the rule set that brought it, "1.0" */
  const char *pack, *pack_version, *pack_licence; /* NULL: of no pack */
} hd_rule_info;
#define HD_FIRST_RULESET "1.0" /* of rules that do not say since when */
size_t hd_rules_list(const hd_rules *rules, const hd_rule_info **list);
/* The id of what took over the built-in rule that had `id`, itself where none
 * did: renamed.c. */
const char *hd_renamed_now(const char *id);
/* The same among rules that are loaded: one that has the id keeps it. */
const char *hd_rules_now(const hd_rules *rules, const char *id);
size_t hd_rules_errors(const hd_rules *rules, const hd_error **errors);
size_t hd_rules_notes(const hd_rules *rules, const char *const **notes);

/* Which lines of rules were run (cover.c). */
typedef struct hd_cover hd_cover;
hd_cover *hd_cover_new(void);
void hd_cover_free(hd_cover *cover); /* NULL is allowed */
/* From now on lines of this rule are noted, and of helpers of its folder that
 * it calls. */
void hd_cover_begin(hd_cover *cover, const hd_rules *rules, const char *id);
typedef struct {
  const char *file;
  uint32_t lines, run;    /* with code inside functions; of them run */
  const uint32_t *missed; /* those that were not, in order */
  uint32_t n_missed;
} hd_cover_file;
/* Sorted by name; good until hd_cover_free. */
size_t hd_cover_files(hd_cover *cover, const hd_cover_file **files);

/* What rules cost, one entry a rule in the order of hd_rules_list; added to. */
typedef struct {
  uint64_t calls;   /* of check */
  uint64_t counted; /* as its limit counts: Lua's instructions and C's work */
} hd_rule_cost;
typedef struct {
  hd_rule_cost *costs; /* NULL: not counted, which takes its time */
  /* Must run the rule: go(closure); NULL: none */
  void (*around)(size_t rule, void (*go)(void *), void *closure);
} hd_meter;

/* Everything a set knows: one entry a document. */
typedef struct {
  const hd_links *links;
  const hd_document *const *documents;
  const hd_text *const *texts;
  const hd_claims *const *claims;
  hd_gaps *const *gaps; /* see hd_gaps_found */
  size_t n;
  bool traced;           /* findings get their steps */
  hd_cover *cover;       /* NULL: none */
  const hd_meter *meter; /* NULL: none */
} hd_set;

/* Where rules are judged: a Lua state that outlives a set, to save what it
 * costs to make one. Every rule is run anew for each set, so that none sees
 * another set. For one thread at a time. */
typedef struct hd_court hd_court;
hd_court *hd_court_open(const hd_rules *rules);
void hd_court_close(hd_court *court); /* NULL is allowed */
/* The built-in rule or helper that was last seen to change what its chunk
 * made, which another set would see; NULL: none, or its rules were opened
 * without being asked to review those (hd_rules, reviews_own). */
const char *hd_court_changed(const hd_court *court);

/* Runs every selected rule. lang: of messages. current (may be NULL): a
 * place, shared with the parent process, where the index of the rule now
 * running is noted; skip: index of a rule to leave out, or -1. */
hd_verdicts *hd_court_judge(hd_court *court, hd_arena *arena, const hd_set *set,
                            hd_lang lang, volatile int *current, int skip);
/* The same in a court of its own. */
hd_verdicts *hd_rules_judge(hd_arena *arena, const hd_rules *rules,
                            const hd_set *set, hd_lang lang,
                            volatile int *current, int skip);

/* The examples of a rule, for `hedui test`. */
enum { HD_EXAMPLE_COMPANIONS = 4 };
typedef struct {
  const char *name; /* of the file */
  hd_role role;
  const char *text;
} hd_example_file;

typedef struct {
  const char *rule;
  bool bad;
  const char *text;
  const char *at;
  uint32_t nth;         /* bad: the text the finding stands at */
  const char *severity; /* "" or what it must be */
  uint32_t index;       /* 1-based among its kind */
  /* what it is judged with: `with` and `files` of the example */
  hd_example_file companions[HD_EXAMPLE_COMPANIONS];
  uint32_t n_companions;
} hd_example;
size_t hd_rules_examples(hd_arena *arena, const hd_rules *rules, const char *id,
                         hd_example **examples);

/* What a bad example gave in place of what it expects. */
typedef struct {
  uint32_t index;       /* of the example among the bad ones, from 1 */
  const char *at;       /* the text the finding stands at */
  uint32_t nth;         /* which of them in the example, from 1 */
  const char *severity; /* NULL: as it was */
  bool done;            /* it was written into the text */
} hd_expectation;
/* The source of a rule with these expectations in it. One that is not written
 * out as literals stays, and is not done. In the arena. */
hd_str hd_example_rewrite(hd_arena *arena, hd_str source, hd_expectation *list,
                          size_t n);

/* Something weak in a rule that loads (lint.c). */
typedef struct {
  const char *file;
  uint32_t line, column;
  const char *rule, *check; /* "translation", "dead", ... */
  const char *text[2];      /* by hd_lang */
} hd_lint_note;
/* Of the rule `id`, in the order of its text; in the arena. */
size_t hd_rules_lint(hd_arena *arena, const hd_rules *rules, const char *id,
                     hd_lint_note **notes);

/* What a rule sees, in the words of docs/api.md (api.c), as annotations for
 * the Lua language server, and as a .luacheckrc (luals.c). */
void hd_api_write(hd_buffer *b);
void hd_api_write_luals(hd_buffer *b);
void hd_api_write_luacheck(hd_buffer *b);
#endif
