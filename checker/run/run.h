/* run: the public library on top of the stages.
 *
 * In: an engine's options, names or bytes of drafts. Out: hd_result, every
 * string of which lives in one arena (result->memory).
 *
 * A set is read and judged in a working arena that is thrown away
 * (hd_reading); what the caller keeps is copied into the result's. The same
 * code runs in this process (hd_engine_check) and in a worker
 * (hd_engine_run), so that both give the same bytes. */
#ifndef HD_RUN_H
#define HD_RUN_H
#include "../input/press.h"
#include "../rule/rule.h"
#include "hedui.h"
#include <sys/types.h>

/* ---- engine ------------------------------------------------------------- */
struct hd_engine {
  hd_arena *arena; /* owns all below */
  const char *error;
  hd_options options; /* copied, defaults filled in */
  hd_day date;        /* of --date; year 0: none */
  hd_revisions revisions;
  const hd_lexicon *lexicon;
  const hd_vocabulary *vocabulary;
  const hd_units *units;
  const hd_gap_words *gap_words;
  const hd_prepared *prepared;              /* NULL: none */
  const struct hd_measured_table *measured; /* of built-in rules */
  hd_rules *rules;
  hd_failure *failures;
  size_t n_failures;
  hd_rule *list; /* of all rules, sorted by id */
  size_t n_list;
};
/* What the rule host needs to know of an engine's options. */
hd_rule_options hd_engine_rule_options(const hd_engine *engine);

/* ---- a set on its way through the stages -------------------------------- */
/* What one process or thread keeps between its sets: memory, and the state
 * in which rules run. Nothing in it tells one set of another. */
typedef struct {
  hd_arena *arena;
  hd_court *court;        /* NULL: no rules are run */
  const hd_rules *judges; /* the rules of the court */
} hd_workshop;

typedef struct {
  const hd_input *inputs;
  size_t n;
  unsigned want;
  const hd_rules *rules; /* NULL: none is run */
  volatile int *current; /* see hd_rules_judge */
  int skip;              /* index of a rule to leave out, -1: none */
  hd_cover *cover;       /* notes the lines that rules run; NULL: none */
  const hd_meter *meter; /* notes what rules cost; NULL: none */
  hd_workshop *workshop; /* kept from set to set; NULL: none */
  hd_press press;        /* how a PDF is set; its limits are the engine's */
} hd_job;

typedef struct {
  const char *name;
  bool failed;
  hd_error error;    /* where failed */
  uint32_t document; /* its index below, HD_NONE where failed */
} hd_reading_file;

typedef struct {
  hd_arena *arena; /* owns all below */
  hd_lang lang;    /* of messages */
  hd_press press;
  hd_reading_file *files;
  size_t n_files;
  const hd_document **documents; /* those that could be read */
  const hd_text **texts;
  const hd_quantities **quantities;
  const hd_claims **claims;
  hd_gaps **gaps;                /* see hd_gaps_found */
  struct hd_comments **comments; /* hedui-ignore; NULL: none */
  uint32_t *file_of;             /* document to file */
  size_t n;
  hd_links *links;       /* NULL where neither rules nor tree want them */
  hd_verdicts *verdicts; /* NULL where no rule ran */
  hd_note *compared;     /* of the first file: what of the references was */
  size_t n_compared;
} hd_reading;
/* Fills `compared`. */
void hd_compared_note(hd_reading *reading);

/* Is it standard input, or one of its companions? */
bool hd_check_reads_stdin(const hd_input *input);
/* What an input is called: standard input by the name it was given. */
const char *hd_check_name(const hd_input *input);
/* Reads and judges one set. Never NULL; the caller frees the result. */
hd_result *hd_check_run(const hd_engine *engine, const hd_job *job);

/* ---- comments: hedui-ignore in a draft ---------------------------------- */
typedef struct hd_comments hd_comments;
/* Those of a source; NULL where there are none. In plain text they are blanked
 * in a copy of it. */
hd_comments *hd_comments_read(hd_arena *arena, hd_source *source);
/* Silences findings of the document that `result` calls `file`, and remarks
 * what is wrong with a comment. */
void hd_comments_apply(hd_comments *comments, const hd_document *doc,
                       const char *file, const hd_rules *rules,
                       hd_result *result);

/* ---- building a result -------------------------------------------------- */
/* Copies what `want` asks for into a result of its own. */
hd_result *hd_result_build(const hd_reading *reading, unsigned want);
/* An empty result with room for one file and no finding. */
hd_result *hd_result_new(void);
/* A result that says only that `file` failed and why. */
hd_result *hd_result_failed(const char *file, const char *rule,
                            const char *message);
/* Adds a failure; the strings are copied. */
void hd_result_fail(hd_result *result, hd_failure failure);
/* A NUL-terminated copy in the result's arena; "" of nothing. */
const char *hd_result_text(hd_arena *arena, hd_str s);

/* A span that is never empty: an empty one grows by the code point behind
 * it, at the end of the text by the one before. */
hd_span hd_place_widen(const hd_document *doc, hd_span span);
/* The place of a span in the result's arena. */
hd_place hd_place_build(hd_arena *arena, const hd_reading *reading,
                        hd_where where);
/* The text of a span as it is printed in the source, on one line. */
const char *hd_place_text(hd_arena *arena, const hd_document *doc,
                          hd_span span);

/* The text of a set as rows, and where in them places stand. */
typedef struct hd_shown hd_shown;
hd_shown *hd_shown_build(hd_arena *arena, const hd_reading *reading,
                         hd_block_row **rows, size_t *n);
/* Fills block, block_at, block_len, value and unit of a place. It is cheap
 * where places follow one another. */
void hd_shown_point(hd_shown *shown, hd_where where, hd_place *place);
/* What the figure is, as in the columns low and unit; "" where its ends
 * differ. */
void hd_claims_value(hd_arena *arena, const hd_reading *reading, hd_where where,
                     hd_place *place);

/* Rows of all quantities in reading order; or (unread) of those that make no
 * claim and of the digits that are no quantity, with the reason. */
hd_claim_row *hd_claims_build(hd_arena *arena, const hd_reading *reading,
                              bool unread, size_t *n);
/* How a finding came about, in the memory of the result. */
hd_why *hd_why_build(hd_arena *arena, const hd_reading *reading,
                     const hd_raw_finding *finding);
/* Why a figure makes no claim: marker, identifier, name, ordinal, rate, no
 * subject, impossible date, no year; "" where it makes one. */
const char *hd_unread_reason(const hd_quantity *quantity,
                             const hd_claim *claim);
/* The next digits between two figures, empty at the end, and why they are
 * none: skipped, not understood. */
hd_span hd_unread_next(const hd_document *doc, hd_span between,
                       const char **reason);
/* The stages as text for people. */
const char *hd_tree_print(hd_arena *arena, const hd_reading *reading);

/* ---- fingerprint: recipe hedui/v1 --------------------------------------- */
/* All of the recipe but the ordinal: rule id; the text of `at` with eight
 * code points before and four behind it; the related texts sorted. Folded in
 * width, without white space; the parts end in the byte FF, which no text
 * holds. In the arena. */
hd_str hd_fingerprint_key(hd_arena *arena, const char *rule, hd_str text,
                          hd_span at, const hd_str *related, size_t n);
/* 16 hex digits over the key and its ordinal (1, 2, ...), and a NUL. */
void hd_fingerprint_write(hd_str key, uint32_t ordinal, char out[17]);

/* ---- serialise ---------------------------------------------------------- */
void hd_serialise_write(hd_buffer *out, const hd_result *result);
/* NULL where the bytes are no complete result. */
hd_result *hd_serialise_read(const char *p, size_t n);

/* ---- workers ------------------------------------------------------------ */
/* Shared by a worker and its parent. */
typedef struct {
  volatile int current; /* index of the rule now running, -1: none */
  volatile int waiting; /* it reads standard input: no time is counted */
  char pad[56];         /* a cache line each */
} hd_worker_slot;

typedef struct {
  uint64_t index; /* of the input */
  int64_t skip;   /* index of a rule to leave out, -1: none */
} hd_worker_order;

typedef struct {
  const hd_engine *engine;
  const hd_input *inputs;
  unsigned want;
  int ruleset;    /* of Landlock, -1: none */
  int stdin_copy; /* memory that keeps standard input, -1: none */
  int channel;    /* the worker's end */
  size_t memory;  /* bytes of address space it may have in all */
  pid_t parent;
  hd_worker_slot *slot;
} hd_worker_start;
/* The life of a worker: orders in, results out, until the channel ends. */
_Noreturn void hd_worker_run(const hd_worker_start *start);
/* What a process gives up before it opens a draft; it ends where its parent
 * is gone already. */
void hd_worker_settle(const hd_worker_start *start);
/* Why a worker ended, as the end of a sentence. status: of waitpid, -1:
 * unknown; late: it was ended for its time. */
const char *hd_worker_explain(hd_arena *arena, const hd_options *options,
                              int status, bool late);

/* ---- pool: many sets in worker processes --------------------------------- */
typedef struct hd_pool hd_pool;
/* As hd_engine_run has it; the inputs stay where they are. NULL where there is
 * no memory to share with workers. */
hd_pool *hd_pool_open(const hd_engine *engine, const hd_input *inputs, size_t n,
                      unsigned jobs, unsigned want);
/* Hands out work, waits `most` milliseconds at most until a worker speaks, and
 * ends those that are late. False where no worker could be started. */
bool hd_pool_step(hd_pool *pool, int most);
/* The result whose turn it is, which is the caller's; NULL: it has not come. */
hd_result *hd_pool_next(hd_pool *pool);
/* Of a pool with one worker: where it speaks, -1 while it has no work, and the
 * milliseconds until it is late. */
int hd_pool_channel(const hd_pool *pool);
int hd_pool_patience(const hd_pool *pool);
/* Ends the workers, whatever they are doing. */
void hd_pool_close(hd_pool *pool);

/* ---- errands: one piece of work in a worker of its own ------------------- */
typedef struct {
  const hd_engine *engine; /* for the limits */
  const hd_input *input;   /* that may be opened */
  /* Runs in the worker: adds to out. false and a sentence in *error. */
  bool (*work)(void *closure, hd_buffer *out, hd_error *error);
  void *closure;
} hd_errand;
/* Runs it and adds what it wrote to out. false and a sentence, in the arena,
 * where it failed, died or took too long. */
bool hd_errand_run(hd_arena *arena, const hd_errand *errand, hd_buffer *out,
                   const char **why);

/* ---- channel ------------------------------------------------------------ */
/* All n bytes, or false: the other end is gone. */
bool hd_channel_write(int fd, const void *bytes, size_t n);
bool hd_channel_read(int fd, void *p, size_t n);

/* In the length of a worker's message: it is no result but a PDF. */
#define HD_CHANNEL_QUESTION (1ULL << 63)
/* Has the parent run pdftotext; an hd_press_call, closure: the channel. */
bool hd_channel_ask(void *closure, hd_str pdf, hd_printed *printed);
/* Runs it and answers; the life of a process that the parent forked. */
_Noreturn void hd_channel_answer(int fd, const hd_press_limits *limits,
                                 hd_str pdf, pid_t parent);
/* What pdftotext may use under an engine's options. */
hd_press_limits hd_check_press_limits(const hd_options *options);

/* ---- sandbox ------------------------------------------------------------ */
/* A Landlock ruleset that lets the inputs be read, or -1. */
int hd_sandbox_prepare(const hd_input *inputs, size_t n);
/* Gives up all but reading those files, memory, and writing to `channel`
 * and `copy` (-1: none). What the kernel lacks is left out. */
void hd_sandbox_enter(int ruleset, int channel, int copy);
/* The filter of system calls alone. */
void hd_filter_install(int channel, int copy);
/* Bytes of address space that this process holds, 0 where unknown. */
size_t hd_sandbox_mapped(void);
/* No core dump, and no more address space than `memory` bytes. */
void hd_sandbox_limit(size_t memory);
/* Ends the process when it has used so many more seconds of processor. */
void hd_sandbox_clock(unsigned seconds);

#if defined(__SANITIZE_ADDRESS__)
#define HD_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HD_SANITIZED 1
#endif
#endif
#ifndef HD_SANITIZED
#define HD_SANITIZED 0
#endif
#endif
