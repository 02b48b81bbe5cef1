/* hedui.h: find the figures of a report that disagree.
 *
 * The one public header of libhedui, and its manual.
 *
 *   hd_engine *engine;
 *   hd_options options = HD_OPTIONS_DEFAULT;
 *   engine = hd_engine_new(&options);
 *   if (hd_engine_error(engine)) { ... }
 *   hd_input input = {.name = "draft.txt"};          // read from disk
 *   hd_result *result = hd_engine_check(engine, &input, 1);
 *   for (size_t i = 0; i < result->n_findings; i++)
 *     puts(result->findings[i].message);
 *   hd_result_free(result);
 *   hd_engine_free(engine);
 *
 * An engine holds lexicons and rules; it is immutable once made and may be
 * used by several threads. A result is self-contained: it owns every string
 * it points to and outlives the engine. All strings are UTF-8 and NUL-
 * terminated; none is NULL unless said. Lines and columns are 1-based,
 * columns count Unicode code points, ends are exclusive. Nothing prints or
 * exits; failures are values. */
#ifndef HEDUI_H
#define HEDUI_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#define HD_API __attribute__((visibility("default")))
#else
#define HD_API
#endif

#define HD_VERSION "0.1.0"
#define HD_RULESET "1.0" /* the newest set of rules of this version */

typedef enum {
  HD_SEVERITY_NOTE,
  HD_SEVERITY_WARNING,
  HD_SEVERITY_ERROR
} hd_severity;
/* "note", "warning", "error"; "" for any other number. Names are static. */
HD_API const char *hd_severity_name(hd_severity severity);

/* ---- options --------------------------------------------------------- */
typedef struct {
  const char *const *rules; /* further rules: folders or .lua files */
  size_t n_rules;
  const char *const *select; /* rule ids; none: all stable ones */
  size_t n_select;
  const char *const *ignore; /* rule ids left out */
  size_t n_ignore;
  const char *const *settings; /* "RULE.PARAM=VALUE" */
  size_t n_settings;
  const char *const *lexicons; /* folders whose rows override ours */
  size_t n_lexicons;
  const char *lang;     /* of messages: "zh", "en", NULL: the report's */
  const char *doc_lang; /* of the text: "zh", "en", NULL: by its letters */
  const char *date;     /* "YYYY-MM-DD": the documents' own date, or NULL */
  size_t max_file_size; /* bytes; 0: 64 MB */
  size_t max_memory;    /* bytes of a worker; 0: 1 GB */
  unsigned timeout;     /* seconds a set; 0: 60 */
  int lenient;          /* read bad bytes as U+FFFD */
  /* "RULE=LEVEL": error, warning, note or off. LEVEL takes the place of the
   * highest severity of the rule: its findings of that severity get LEVEL,
   * those that it is less sure of are lowered to LEVEL where they are above.
   * The last one of a rule holds. */
  const char *const *severities;
  size_t n_severities;
  const char *ruleset;   /* pins the rules that run unless selected: those of
                            later sets are preview. "1.0", NULL: HD_RULESET */
  const char *revisions; /* how tracked changes of a .docx are read: "final",
                            NULL: as if accepted; "original": as if rejected */
  /* "[RULE=]DIFFERENCE": a finding whose difference is below an amount with
   * its unit ("100万元", "0.1个百分点") or below a per cent of what is expected
   * ("0.1%") is a note. Those of a rule take the place of those for all; of
   * one dimension the last one holds. */
  const char *const *least;
  size_t n_least;
} hd_options;
#define HD_OPTIONS_DEFAULT                                                     \
  { 0 }

/* ---- engine ----------------------------------------------------------- */
typedef struct hd_engine hd_engine;
/* Never NULL; the caller frees it with hd_engine_free. A bad lexicon or option
 * leaves the engine unusable, see hd_engine_error; a bad rule leaves the others
 * usable, see hd_engine_failures. The options are copied; NULL: the default. */
HD_API hd_engine *hd_engine_new(const hd_options *options);
HD_API void hd_engine_free(hd_engine *engine); /* NULL is allowed */
/* An engine that cannot be used, for the reason given, which is copied: its
 * inputs fail with it. Never NULL; freed with hd_engine_free. */
HD_API hd_engine *hd_engine_refused(const char *reason);
/* NULL, or the sentence why the engine cannot be used. Owned by the engine. */
HD_API const char *hd_engine_error(const hd_engine *engine);

typedef struct {
  const char *file;      /* the input or rule file */
  uint32_t line, column; /* 0 where unknown */
  const char *rule;      /* id, or "" */
  const char *message;
} hd_failure;
/* What follows returns a number and sets its last argument to so many rows,
 * owned by the engine: they are good until it is freed.
 * Rules that could not be loaded. */
HD_API size_t hd_engine_failures(const hd_engine *engine,
                                 const hd_failure **failures);
/* Things worth saying, a sentence each: overridden built-in rules, options that
 * name a rule by a former id. */
HD_API size_t hd_engine_notes(const hd_engine *engine,
                              const char *const **notes);

/* How often a built-in rule was right on reports with planted errors and on
 * published ones (rules/measured.csv), as text; "" where it was not measured.
 * precision stands with its 95 % interval; recall is of `plants` errors of the
 * rule's own kind. */
typedef struct {
  const char *true_positives, *false_positives;
  const char *precision, *low, *high;
  const char *recall, *plants;
} hd_measured;

typedef struct {
  const char *id;
  hd_severity severity; /* the highest it reports */
  int preview, selected, builtin;
  const char *file; /* "rules/ID.lua" or where it was loaded from */
  const char *summary_zh, *summary_en, *explain_zh, *explain_en;
  const char *source; /* the Lua text */
  hd_measured measured;
  const char *since; /* the rule set that brought it: "1.0" */
  const char *pack, *pack_version, *pack_licence; /* "": of no pack */
} hd_rule;
/* All rules, also those that are not selected, sorted by id. */
HD_API size_t hd_engine_rules(const hd_engine *engine, const hd_rule **rules);
/* The id of the rule that asks what `id` asked in a former version; `id` itself
 * where no rule was renamed so. Good for ever. */
HD_API const char *hd_engine_rule_id(const char *id);

/* A pack: a folder of rules with a manifest pack.lua, a table of data with
 * name, version, licence, hedui (the oldest that will do) and, where wanted,
 * summary, rules, lexicons, overrides (docs/writing-rules.md). --rules takes
 * its folder; its lexicons come before those of hd_options. */
typedef struct {
  const char *name, *version, *licence,
      *summary;            /* "" where there is no pack */
  int lists_rules;         /* its manifest names the rules */
  const hd_failure *error; /* NULL, or what is wrong with the manifest */
  void *memory;            /* private */
} hd_pack_info;
/* The pack of a folder, of its manifest, or of a rule right in the folder.
 * Never NULL; the caller frees it with hd_pack_free. */
HD_API hd_pack_info *hd_pack_open(const char *path);
HD_API void hd_pack_free(hd_pack_info *pack); /* NULL is allowed */

/* ---- configuration ----------------------------------------------------- */
/* A file .hedui.lua: a Lua chunk that returns a table of strings, numbers,
 * true and false, and tables of these. It is run without any name of Lua's
 * and may not hold functions or loops. The library reads it and says what
 * stands where; what a key means is the caller's business.
 *
 *   return {
 *     extends = "../common.lua",             -- read before it; also a list
 *     ignore = {"stale-year", "residue"},    -- rows ignore
 *     severity = {["parts-sum"] = "note"},   -- a row severity, of parts-sum
 *     params = {["shares-total"] = {least = 3}}, -- of shares-total.least
 *     least = {amount = "100万元", ["parts-sum"] = {percent = 1}},
 *                                       -- of amount, of parts-sum.percent
 *     references = {{file = "a.csv", columns = {unit = "单位"}}},
 *                                       -- of 1.file, of 1.columns.unit
 *     overrides = {{files = "*.md", lang = "en"}},
 *   } */
typedef struct {
  const char *key;    /* "ignore" */
  const char *name;   /* "", or of what it is said: "shares-total.least" */
  const char *value;  /* as text; a list of params with commas between */
  const char *type;   /* "string", "number", "boolean" */
  const char *file;   /* where it stands */
  uint32_t line;      /* 0 where unknown */
  const char *folder; /* of that file, with a slash behind it, or "": paths
                         are seen from there */
  unsigned override;  /* 0: for all files, else the override it stands in */
} hd_config_row;
typedef struct {
  const char *file;
  const hd_config_row *rows; /* in the order in which they hold: what is
                                extended, the file's own, overrides */
  size_t n;
  unsigned n_overrides;
  const hd_failure *error; /* NULL, or why it cannot be used; rows are none */
  void *memory;            /* private */
} hd_config;
/* Reads a configuration and what it extends. Never NULL; the caller frees it
 * and all that it points to with hd_config_free. */
HD_API hd_config *hd_config_open(const char *file);
HD_API void hd_config_free(hd_config *config); /* NULL is allowed */
/* Does an override (1 to n_overrides) hold for the input? 1 or 0. `files`, one
 * pattern of gitignore or a list, is matched from the folder of config->file
 * on. Override 0 always does, one that is not there never. */
HD_API int hd_config_holds(const hd_config *config, unsigned override,
                           const char *input);
/* The nearest .hedui.lua from the folder of `input` upwards: 1 and its path
 * in the `size` bytes at `path`, or 0, also where they are too few. It is
 * relative where it lies in the working folder. */
HD_API int hd_config_find(const char *input, char *path, size_t size);

/* ---- input ------------------------------------------------------------ */
/* What a document is in its set. Those of the first three are judged; the
 * others are what they are judged against: no finding stands in them, and
 * their files are in no result unless they could not be read. */
typedef enum {
  HD_INPUT_REPORT,
  HD_INPUT_ANNEX,
  HD_INPUT_TRANSLATION,
  HD_INPUT_PREVIOUS, /* the same report of the year before */
  HD_INPUT_REFERENCE /* a table of known figures: subject, scope, period,
                        value, unit */
} hd_input_role;
/* How a table of known figures is read. All NULL or 0: every table in it, by
 * the usual headers. */
typedef struct {
  const char *table; /* a sheet, a table of a database, the number of a table */
  const char *subject, *scope, *period, *value, *unit; /* headers of columns */
  const char *row_scope, *row_period, *row_unit; /* where a row says none */
  const char *dates; /* what a date stands for: "day", NULL; "month",
                        "quarter", "year" */
  int yields;        /* the report is right where they disagree */
} hd_reference;
typedef struct hd_input {
  const char *name;  /* path, "-" for standard input, or any name if bytes */
  const char *bytes; /* the content, or NULL: read it from name */
  size_t n_bytes;
  const char *stdin_name;  /* what to call "-", or NULL */
  const hd_engine *engine; /* of hd_engine_run: judges this input in place of
                              the engine of the call; NULL: that one */
  hd_input_role role;
  /* Read and judged with this input as one set; their own companions are not
   * looked at. */
  const struct hd_input *companions;
  size_t n_companions;
  const hd_reference *reference; /* of a HD_INPUT_REFERENCE; NULL: as usual */
} hd_input;

/* ---- result ------------------------------------------------------------ */
/* A span of a document. Lines and columns are those of the source as its format
 * counts them: of a .docx paragraphs, of a spreadsheet rows and columns, of a
 * PDF lines through all pages. */
typedef struct {
  const char *file; /* the input's name */
  uint32_t line, column, end_line, end_column;
  const char *text;     /* what stands there, one line */
  const char *location; /* for people, "" if there is none better than lines */
  const char *place;    /* for machines: table=2;row=4;column=3, "" */
  const char *context;  /* a window of the text around it, one line */
  uint32_t context_at, context_len; /* where text stands in it, code points */
  uint64_t source, source_end;      /* byte offsets in the source as UTF-8 */
  /* With HD_WANT_TEXT: the row of result->blocks it begins in, counted from 1
   * (0: in none), and where it stands in that row's text, in code points; an
   * end beyond the row is cut off. */
  uint32_t block, block_at, block_len;
  /* With HD_WANT_TEXT: the figure that stands exactly there, a decimal or
   * n/d times its scale word, and its canonical unit; else both "". */
  const char *value, *unit;
} hd_place;

/* How a finding came about (HD_WANT_WHY). A slot is what the text says about
 * a figure: name is that of a column of `hedui claims`, from says where it was
 * read: clause, earlier, sentence, list, heading, table, document, "" where it
 * is not a place's. */
typedef struct {
  const char *name, *value, *from;
  uint32_t line, column; /* of the words, 0: there are none */
  const char *words;     /* as printed, "" */
} hd_slot_row;
typedef struct {
  hd_place at;
  const char *kind,
      *interval; /* what the figure may stand for: [31.55,31.65] */
  hd_slot_row *slots;
  size_t n_slots;
} hd_figure_row;
/* A link by which figures of the finding met. */
typedef struct {
  const char *kind, *reason, *differs; /* "from_to"; a slot, or "" */
  unsigned strength;                   /* 0 to 100: how sure it is */
  hd_place *members;                   /* its figures */
  const char **roles;                  /* of each: "level", "base", "member" */
  size_t n_members;
} hd_link_row;
/* What the rule did with figures: a field of a figure (op: "amount", left: the
 * figure as printed, right: LINE:COLUMN), an operation (op: + - * / widen round
 * ..), or a comparison. Other operands are "(n)", the nth of these steps, or a
 * constant; "" where there is none. */
typedef enum {
  HD_STEP_FIGURE,
  HD_STEP_OPERATION,
  HD_STEP_COMPARISON
} hd_step_kind;
typedef struct {
  hd_step_kind kind;
  const char *left, *op, *right;
  const char *value;      /* a number or interval; "" of a comparison */
  const char *difference; /* how far apart compared ones lie, "" */
  int holds;              /* of a comparison */
  int other; /* figures beside the finding's take part: another reading */
} hd_step_row;
typedef struct {
  hd_figure_row *figures;
  size_t n_figures;
  hd_link_row *links;
  size_t n_links;
  hd_step_row *steps;
  size_t n_steps;
} hd_why;

typedef struct {
  hd_place at;
  hd_severity severity;
  const char *rule;              /* id */
  const char *message;           /* one sentence */
  const char *stated, *expected; /* what the text says, what was recomputed:
                                    figures or words, "" where there is none */
  const char *readings;          /* readings that were tried, "" */
  hd_place *related;
  size_t n_related;
  char fingerprint[17]; /* 16 hex digits, recipe hedui/v1 */
  hd_why *why;          /* with HD_WANT_WHY; else NULL */
} hd_finding;

/* A comparison that a rule made, whatever came of it. */
typedef enum { HD_DIFFERS, HD_AGREES, HD_UNDECIDED } hd_outcome;
/* "differs", "agrees", "undecided"; "" for any other number. */
HD_API const char *hd_outcome_name(hd_outcome outcome);
typedef struct {
  hd_place at;
  const char *rule, *how; /* how: the arithmetic, "" */
  hd_outcome outcome;
  hd_place *related;
  size_t n_related;
} hd_check;

/* Columns of `hedui claims` from `text` on, in their order. */
enum {
  HD_COLUMN_TEXT,
  HD_COLUMN_KIND,
  HD_COLUMN_LOW,
  HD_COLUMN_HIGH,
  HD_COLUMN_UNIT,
  HD_COLUMN_UNIT_TEXT,
  HD_COLUMN_BOUND,
  HD_COLUMN_DECIMALS,
  HD_COLUMN_SUBJECT,
  HD_COLUMN_INDICATOR,
  HD_COLUMN_SCOPE,
  HD_COLUMN_PERIOD,
  HD_COLUMN_ASPECT,
  HD_COLUMN_BASE,
  HD_COLUMN_SECTION,
  HD_COLUMN_DIRECTION,
  HD_COLUMN_MODALITY,
  HD_COLUMN_PRICE,
  HD_COLUMN_ID,
  HD_COLUMNS
};
/* "text", "kind", ...; "" where there is no such column. */
HD_API const char *hd_column_name(int column);
typedef struct {
  hd_place at;
  const char *fields[HD_COLUMNS];
  const char *reason; /* with HD_WANT_UNREAD: why it makes no claim; "" else */
} hd_claim_row;

typedef struct {
  size_t figures, claims, links;
  size_t checks, agreeing; /* agreeing: of these checks */
  size_t idle;             /* claims that took part in no check */
  size_t characters;       /* of the text, without blanks */
  size_t silenced;         /* findings that were moved to hd_result.silenced */
} hd_counts;

/* What was left out of a file when it was read, and is no failure: hidden
 * text, embedded files. */
typedef struct {
  const char *zh, *en; /* one sentence */
} hd_file_note;

typedef struct {
  const char *name, *encoding, *lang; /* lang: "zh" or "en" */
  int failed;                         /* it could not be read; see failures */
  uint32_t replaced; /* bad sequences read as U+FFFD (lenient) */
  hd_counts counts;
  const char *format; /* "text", "markdown", ...; "" where it failed */
  hd_file_note *notes;
  size_t n_notes;
} hd_file;

/* Something to say of a comment hedui-ignore in a draft. */
typedef enum {
  HD_REMARK_UNUSED,   /* the rule ran and found nothing there */
  HD_REMARK_NO_RULE,  /* there is no such rule; near: the likely one, or "" */
  HD_REMARK_MALFORMED /* it is not RULE[, RULE]: reason */
} hd_remark_kind;
typedef struct {
  const char *file;
  uint32_t line, column;
  hd_remark_kind kind;
  const char *rule, *near;
} hd_remark;

/* A finding that is not to be reported, with what says so. */
typedef enum {
  HD_BY_COMMENT,  /* hedui-ignore in the draft */
  HD_BY_BASELINE, /* an entry of a baseline */
  HD_BY_CHANGE,   /* it stood in the old version as well (--diff) */
  HD_BY_RESOLVED  /* its comment in the .docx (hd_docx_comment) is resolved */
} hd_silencer;
typedef struct {
  hd_finding finding;
  hd_silencer by;
  const char *reason; /* as its author gave it, "" */
} hd_silence;

/* The text as it was read, a row a block in reading order (HD_WANT_TEXT). */
typedef enum {
  HD_ROW_TITLE,
  HD_ROW_HEADING,
  HD_ROW_PARAGRAPH,
  HD_ROW_ITEM,
  HD_ROW_TABLE,
  HD_ROW_CAPTION,
  HD_ROW_FOOTNOTE,
  HD_ROW_SKIPPED /* code and the like: nothing in it is read */
} hd_row_kind;
/* "title", "heading", ...; static. */
HD_API const char *hd_row_kind_name(hd_row_kind kind);
typedef struct {
  uint32_t row, column, rowspan, colspan; /* row and column from 0 */
  int header;
  uint32_t at, len; /* its text in that of the table, code points */
} hd_cell_row;
typedef struct {
  const char *file;
  hd_row_kind kind;
  uint32_t level;     /* of a heading, 1 outermost; of an item */
  int run_on;         /* a heading at whose end its paragraph goes on */
  uint32_t line;      /* of the source, where it begins */
  const char *text;   /* as the source prints it, markers included, one line */
  hd_cell_row *cells; /* of a table, by row and column */
  size_t n_cells;
} hd_block_row;

typedef struct {
  hd_file *files;
  size_t n_files;
  hd_finding *findings; /* by file, place, rule */
  size_t n_findings;
  hd_check *checks; /* by file, place, rule; filled if asked for */
  size_t n_checks;
  hd_claim_row *claims; /* in reading order; filled if asked for */
  size_t n_claims;
  const char *tree; /* the stages, if asked for, else "" */
  hd_failure *failures;
  size_t n_failures;
  hd_counts counts;
  void *memory;         /* private */
  hd_silence *silenced; /* as they were silenced one after another */
  size_t n_silenced;
  hd_remark *remarks;
  size_t n_remarks;
  hd_block_row *blocks; /* by file; filled if asked for */
  size_t n_blocks;
} hd_result;

/* What a call is to return beside findings and counts. */
enum {
  HD_WANT_CHECKS = 1,
  HD_WANT_CLAIMS = 2,
  HD_WANT_TREE = 4,
  HD_WANT_NO_RULES = 8,
  HD_WANT_UNREAD = 16, /* with HD_WANT_CLAIMS: the figures of which no claim
                          could be made, and digits that are no figure */
  HD_WANT_TEXT = 32,   /* the text, and where in it each place stands */
  HD_WANT_WHY = 64     /* how each finding came about */
};

/* Checks n inputs as one set in this process, without the limits of a worker.
 * What cannot be read, and a rule that fails, is among the failures of the
 * result. Never NULL; the caller frees it with hd_result_free. */
HD_API hd_result *hd_engine_check(const hd_engine *engine,
                                  const hd_input *inputs, size_t n,
                                  unsigned want);
HD_API void hd_result_free(hd_result *result); /* NULL is allowed */

/* Moves findings to `silenced`, those for which `reason_of` returns a reason;
 * NULL keeps a finding. It is asked once for each, in their order; reasons are
 * copied. The counts of the result and of the finding's file follow. */
typedef const char *hd_reason_of(void *closure, const hd_finding *finding);
HD_API void hd_result_silence(hd_result *result, hd_silencer by,
                              hd_reason_of *reason_of, void *closure);

/* Checks n sets of one file each in worker processes (jobs of them, 0: as
 * many as processors), each with limits of memory, time and system calls,
 * and calls `done` for each in the order of `inputs` in this process; the
 * result is freed behind it. A worker that dies or hangs is run once more
 * without the rule it was in; that rule (or the file) is a failure of that
 * result. Returns 0, or 1 where no worker could be started (the message is
 * then a failure of each result). `done` returning non-zero ends the run. */
typedef int hd_done(void *closure, hd_result *result);
HD_API int hd_engine_run(const hd_engine *engine, const hd_input *inputs,
                         size_t n, unsigned jobs, unsigned want, hd_done *done,
                         void *closure);

/* ---- a check one need not wait for --------------------------------------
 * For programs that have other things to wait for, an editor's server:
 *
 *   hd_pending *pending = hd_engine_begin(engine, &input, 0);
 *   while (!(result = hd_pending_take(pending))) {
 *     struct pollfd fds[] = {{.fd = hd_pending_fd(pending), .events = POLLIN},
 *                            ...};
 *     poll(fds, n, hd_pending_wait(pending));
 *     ...
 *   }
 *   hd_pending_free(pending);                                            */
typedef struct hd_pending hd_pending;
/* Begins to check one set in a worker process, as hd_engine_run does. Never
 * NULL. The input and all that it points to stay as they are until it is
 * freed, and the engine until then too; it is for one thread. */
HD_API hd_pending *hd_engine_begin(const hd_engine *engine,
                                   const hd_input *input, unsigned want);
/* Where something is to be read when hd_pending_take is worth calling; -1: it
 * is so now. It may be another one after each call of that. */
HD_API int hd_pending_fd(const hd_pending *pending);
/* After so many milliseconds it is worth calling as well. */
HD_API int hd_pending_wait(const hd_pending *pending);
/* The result, once; the caller frees it. NULL where it has not come yet, or was
 * taken. Never waits. */
HD_API hd_result *hd_pending_take(hd_pending *pending);
/* Ends the check, wherever it is. NULL is allowed. */
HD_API void hd_pending_free(hd_pending *pending);

/* ---- comments in a .docx ------------------------------------------------ */
/* A comment at a place of a .docx. Line and columns are those of hd_place. */
typedef struct {
  uint32_t line, column, end_line, end_column;
  const char *text;        /* paragraphs end in \n */
  const char *fingerprint; /* of its finding; it goes behind the last paragraph
                              and tells the comment again in a later run */
} hd_docx_note;
typedef struct {
  const hd_docx_note *notes; /* in the order in which they are to be listed */
  size_t n;
  const char *date; /* of the comments, "2025-01-16T00:00:00Z"; NULL: when the
                       file says it was last changed, else none */
} hd_docx_notes;
typedef struct {
  const char *bytes; /* the commented .docx; NULL where it failed */
  size_t n_bytes;
  const char *error; /* NULL, or the sentence why */
  void *memory;      /* private */
} hd_commented;
/* A copy of a .docx with comments by the author hedui. All parts of the file
 * but its comments, the list of its parts and the marks in its text are copied
 * byte for byte. Comments of an earlier call are replaced or, where their
 * fingerprint is not among the notes, removed; those that are resolved, that
 * have replies or that are by others stay, and a note whose comment is
 * resolved is left out. Where Word allows no comment (text boxes, notes) it
 * stands at what holds the place. The file is read in a worker process with
 * the limits of the engine's options. Standard input cannot be read again:
 * give its bytes. Never NULL; the caller frees it. */
HD_API hd_commented *hd_docx_comment(const hd_engine *engine,
                                     const hd_input *input,
                                     const hd_docx_notes *notes);
HD_API void hd_commented_free(hd_commented *commented); /* NULL is allowed */

/* Which layers of the kernel hold those workers: "seccomp and Landlock", or
 * what this kernel lacks. A static string. */
HD_API const char *hd_sandbox_state(void);

/* Files below the folder `path` that hedui reads, in byte order, without those
 * that a .heduiignore (gitignore syntax) there or in a folder above names; a
 * file is itself, whatever its suffix. The array and its strings are owned by
 * `files`, freed by hd_files_free. */
typedef struct {
  const char **names;
  size_t n, skipped; /* skipped: other suffixes */
  const char *error; /* NULL, or why it failed; then there are no names */
  void *memory;      /* private */
  size_t ignored;    /* files and folders that a .heduiignore names */
} hd_files;
/* Never NULL. */
HD_API hd_files *hd_files_below(const char *path);
HD_API void hd_files_free(hd_files *files); /* NULL is allowed */

/* ---- examples in rule files ------------------------------------------- */
typedef struct {
  const char *rule;
  const char *name; /* "bad 2" */
  int passed;
  const char *message; /* what was expected and what came, "" if passed */
} hd_trial;
/* Runs the examples of rule `id` (NULL: of all) in this process. Calls `done`
 * for each, never where there is no such rule or the engine cannot be used; a
 * trial is good until `done` returns. */
typedef void hd_tried(void *closure, const hd_trial *trial);
HD_API void hd_engine_test(const hd_engine *engine, const char *id,
                           hd_tried *done, void *closure);

/* Which lines inside functions of rules, and of helpers of their folder, were
 * run by examples; what stands at the head of a file runs whenever it is
 * loaded, and is not counted. */
typedef struct hd_coverage hd_coverage;
typedef struct {
  const char *file;
  uint32_t lines, run;    /* with code; of them run */
  const uint32_t *missed; /* the others, in order */
  size_t n_missed;
} hd_coverage_row;
HD_API hd_coverage *hd_coverage_new(void);
HD_API void hd_coverage_free(hd_coverage *coverage); /* NULL is allowed */
/* Sorted by file; good until the next call or hd_coverage_free. */
HD_API size_t hd_coverage_rows(hd_coverage *coverage,
                               const hd_coverage_row **rows);
/* As hd_engine_test; each rule's own examples count for it. */
HD_API void hd_engine_test_covering(const hd_engine *engine, const char *id,
                                    hd_coverage *coverage, hd_tried *done,
                                    void *closure);
/* The source of rule `id` in which bad examples that gave exactly one finding
 * of the rule expect what they gave (at, nth, severity), or NULL where none
 * differs or can be rewritten. Text of examples, their number and the good ones
 * are never touched. Calls `done` for each example that fails: passed where it
 * was rewritten, the message says to what, or why it was not. NUL-terminated,
 * on malloc: the caller frees it with free(). */
HD_API char *hd_engine_test_update(const hd_engine *engine, const char *id,
                                   hd_tried *done, void *closure);

/* ---- what is weak in rules ---------------------------------------------- */
/* check: load (it cannot be used), translation, placeholder, message, pattern,
 * dead, untried. */
typedef struct {
  const char *file;
  uint32_t line, column; /* from 1; 0 where unknown */
  const char *rule;      /* "" where it could not be loaded */
  const char *check, *zh, *en;
} hd_lint_row;
typedef struct {
  hd_lint_row *rows; /* by file and place */
  size_t n;
  void *memory; /* private */
} hd_lint;
/* Of the rules with these ids (NULL: all), with all that could not be loaded.
 * Never NULL; the caller frees it with hd_lint_free. */
HD_API hd_lint *hd_engine_lint(const hd_engine *engine, const char *const *ids,
                               size_t n);
HD_API void hd_lint_free(hd_lint *lint); /* NULL is allowed */

/* ---- the Lua API, for people and their tools ---------------------------- */
typedef enum {
  HD_API_MARKDOWN, /* docs/api.md */
  HD_API_LUALS,    /* a ---@meta file for the Lua language server */
  HD_API_LUACHECK  /* a .luacheckrc */
} hd_api_form;
/* What a rule can see and call, written from the tables that rules are served
 * from. NUL-terminated UTF-8 on malloc: the caller frees it with free(). */
HD_API char *hd_api_text(hd_api_form form);
#ifdef __cplusplus
}
#endif
#endif
