/* lsp: a language server on standard input and output.
 *
 * lsp_wire.c takes messages apart and sends them; lsp_text.c keeps the text of
 * an open document and tells positions of the protocol from byte offsets;
 * lsp_uri.c does so for names; lsp_settings.c makes options of what the client
 * configures; lsp_document.c keeps the open documents; lsp_check.c has them
 * checked, one after another, in a worker; lsp_place.c finds places in results;
 * lsp_diagnostics.c, lsp_hover.c, lsp_related.c and lsp_actions.c answer from a
 * result; lsp_client.c knows what the client can do; lsp.c is the table of
 * methods and the loop.
 *
 * One thread. Nothing but the loop waits; a request that needs a result which
 * is not there yet stands with its document until it comes. The text of a
 * document is the client's, always UTF-8, and is never written anywhere. */
#ifndef HD_CLI_LSP_H
#define HD_CLI_LSP_H
#include "cli.h"
#include <jansson.h>

/* Milliseconds without an edit before a check begins, unless it is said. */
enum { HD_LSP_DEBOUNCE = 2 };

/* ---- wire ---------------------------------------------------------------- */
typedef struct {
  int in, out;
  char *bytes;         /* what has come, from `used` to `n` */
  size_t n, cap, used; /* */
  size_t skip;         /* bytes to come of a body that is too long */
  bool ended, gone;    /* the client's end is closed; it reads no more */
} hd_lsp_wire;
typedef enum {
  HD_WIRE_NOTHING, /* no whole message yet */
  HD_WIRE_BODY,
  HD_WIRE_BAD /* a head without a length, or a body that is too long, was
                 passed over */
} hd_lsp_arrival;
/* Reads what is there; waits where nothing is. */
void hd_lsp_wire_fill(hd_lsp_wire *wire);
/* The next body, which stands until the next call of either. */
hd_lsp_arrival hd_lsp_wire_next(hd_lsp_wire *wire, const char **body,
                                size_t *n);
/* Sends a message, which is freed. */
void hd_lsp_wire_send(hd_lsp_wire *wire, json_t *message);
/* JSON of the bytes, or NULL. Halves of surrogate pairs, which JavaScript may
 * send, become U+FFFD. */
json_t *hd_lsp_wire_parse(const char *body, size_t n);

/* ---- text ----------------------------------------------------------------
 */
/* What `character` counts. */
typedef enum { HD_UNITS_UTF16, HD_UNITS_UTF8, HD_UNITS_UTF32 } hd_lsp_units;
typedef struct {
  char *bytes; /* UTF-8 */
  size_t n, cap;
  size_t *lines; /* where each begins */
  size_t n_lines, lines_cap;
  struct hd_lsp_mark *marks; /* what stands before each stretch of bytes */
  size_t marks_cap;
} hd_lsp_text;
typedef struct {
  size_t line, character; /* from 0 */
} hd_lsp_position;
void hd_lsp_text_set(hd_lsp_text *text, const char *bytes, size_t n);
void hd_lsp_text_free(hd_lsp_text *text);
/* Puts n bytes in the place of those from `from` to `to`. */
void hd_lsp_text_splice(hd_lsp_text *text, size_t from, size_t to,
                        const char *bytes, size_t n);
/* Beyond the end of a line: its end; inside a character: its beginning. */
size_t hd_lsp_text_offset(const hd_lsp_text *text, hd_lsp_units units,
                          hd_lsp_position at);
hd_lsp_position hd_lsp_text_position(const hd_lsp_text *text,
                                     hd_lsp_units units, size_t off);
/* The line that an offset is on; its end, without the line end. */
size_t hd_lsp_text_line(const hd_lsp_text *text, size_t off);
size_t hd_lsp_text_line_end(const hd_lsp_text *text, size_t line);
/* The offset of a place of hedui: lines end in \n alone, columns are code
 * points and a BOM is none. */
size_t hd_lsp_text_place(const hd_lsp_text *text, uint32_t line,
                         uint32_t column);
/* Bytes of a BOM before the text, 0 or 3. */
size_t hd_lsp_text_bom(const hd_lsp_text *text);

/* ---- uri -----------------------------------------------------------------
 */
/* The path of a file: URI, or what stands for one of another scheme in
 * `folder`; on malloc. */
char *hd_lsp_uri_path(const char *uri, const char *folder);
/* A file: URI of a path; on malloc. */
char *hd_lsp_uri_of(const char *path);

/* ---- client --------------------------------------------------------------
 */
typedef struct {
  hd_lsp_units units;
  bool related;        /* diagnostics with related information */
  bool tags;           /* ... and tags */
  bool version;        /* ... and the version of the text */
  bool markdown;       /* hover in Markdown */
  bool watches;        /* watches files when it is asked to */
  bool shows;          /* window/showDocument */
  bool literals;       /* code actions that are no commands */
  bool document_edits; /* edits with versions */
  bool pulls;          /* asks for diagnostics; then none are sent */
  bool configures;     /* workspace/configuration */
} hd_lsp_client;
void hd_lsp_client_read(hd_lsp_client *client, const json_t *capabilities);
/* What the server can do, for that client. */
json_t *hd_lsp_client_answer(const hd_lsp_client *client);

/* ---- documents and checks ------------------------------------------------
 */
typedef struct hd_lsp hd_lsp;
typedef struct hd_lsp_document hd_lsp_document;
/* Answers a request about a document from its result. */
typedef json_t *hd_lsp_answer(hd_lsp *lsp, hd_lsp_document *doc,
                              const json_t *params);
typedef struct {
  json_t *id, *params;
  hd_lsp_answer *answer;
} hd_lsp_waiting;
struct hd_lsp_document {
  char *uri, *path; /* path: of the file, for its configuration */
  char *name;       /* what the engine is told: its suffix is the format's */
  char *language;
  json_t *version; /* as the client counts, or null */
  hd_lsp_text text;
  hd_group *group;   /* NULL: to be found again */
  hd_result *result; /* of the last check; NULL: none yet */
  unsigned have;     /* HD_WANT_... of that result */
  bool fresh;        /* it is that of the text as it stands */
  bool due;          /* a check is to begin at `when` */
  int64_t when;      /* milliseconds */
  char *said;        /* failures that the client was told, NULL */
  hd_lsp_waiting *waiting;
  size_t n_waiting;
};

/* The check that runs; at most one does. */
typedef struct {
  hd_pending *pending; /* NULL: none runs */
  hd_lsp_document *doc;
  hd_input input;
  unsigned want;
  int64_t since; /* milliseconds */
  char *bytes;   /* of its input */
} hd_lsp_running;

typedef enum {
  HD_LSP_NEW,
  HD_LSP_READY,
  HD_LSP_SHUT,
  HD_LSP_DONE
} hd_lsp_state;

struct hd_lsp {
  hd_cli *cli; /* of the command line alone; its language is the client's */
  hd_lsp_wire wire;
  hd_lsp_client client;
  hd_lsp_state state;
  int status;  /* of the exit */
  char *root;  /* the folder of the workspace, "" */
  long parent; /* its process, 0: not known */
  hd_lsp_document **documents;
  size_t n_documents;
  hd_cli options;   /* of the command line and of the client */
  hd_names words;   /* what `options` was read from; those from n_given on are
                       the client's, on malloc */
  hd_groups groups; /* of all documents, by `options` */
  hd_lsp_running running;
};

hd_lsp_document *hd_lsp_document_find(hd_lsp *lsp, const json_t *params);
void hd_lsp_did_open(hd_lsp *lsp, const json_t *params);
void hd_lsp_did_change(hd_lsp *lsp, const json_t *params);
void hd_lsp_did_save(hd_lsp *lsp, const json_t *params);
void hd_lsp_did_close(hd_lsp *lsp, const json_t *params);
void hd_lsp_documents_free(hd_lsp *lsp);

/* A check of the document is due, now or when it has been quiet. */
void hd_lsp_check_soon(hd_lsp *lsp, hd_lsp_document *doc, bool now);
/* Takes what has come of the check that runs, begins the next one. */
void hd_lsp_check_step(hd_lsp *lsp);
/* Ends the check of a document, if that is what runs; NULL: any. */
void hd_lsp_check_drop(hd_lsp *lsp, const hd_lsp_document *doc);
/* Milliseconds until hd_lsp_check_step is worth calling, -1: no need. */
int hd_lsp_check_wait(const hd_lsp *lsp);
/* No document has a group any more; the check that runs is ended. */
void hd_lsp_groups_drop(hd_lsp *lsp);
/* Configurations are read again, and all documents checked. */
void hd_lsp_check_anew(hd_lsp *lsp);
/* Answers now, or when there is a result with what the answer wants. */
void hd_lsp_wait(hd_lsp *lsp, hd_lsp_document *doc, const json_t *id,
                 const json_t *params, hd_lsp_answer *answer);
/* Fails the requests that wait for a document with an error. */
void hd_lsp_waiting_fail(hd_lsp *lsp, hd_lsp_document *doc, int code,
                         const char *message);
/* The same of one request; false where none with this id waits. */
bool hd_lsp_waiting_cancel(hd_lsp *lsp, const json_t *id);

/* ---- answers -------------------------------------------------------------
 */
/* The language of messages about a document. */
bool hd_lsp_chinese(const hd_lsp *lsp, const hd_lsp_document *doc);
void hd_lsp_publish(hd_lsp *lsp, hd_lsp_document *doc);
hd_lsp_answer hd_lsp_pull, hd_lsp_hover, hd_lsp_definition, hd_lsp_references,
    hd_lsp_actions;
/* One of them. */
json_t *hd_lsp_diagnostic(const hd_lsp *lsp, const hd_lsp_document *doc,
                          const hd_finding *finding);
/* workspace/executeCommand; the one command there is selects a range. */
#define HD_LSP_SELECT "hedui.select"
void hd_lsp_execute(hd_lsp *lsp, const json_t *id, const json_t *params);

/* ---- places --------------------------------------------------------------
 */
/* Does the place stand in the document? */
bool hd_lsp_place_own(const hd_lsp_document *doc, const hd_place *at);
/* Does it hold the offset of the document's text? */
bool hd_lsp_place_holds(const hd_lsp_document *doc, const hd_place *at,
                        size_t off);
/* Offsets of a place of the document, never the same. */
void hd_lsp_place_span(const hd_lsp_document *doc, const hd_place *at,
                       size_t *from, size_t *to);
json_t *hd_lsp_position_json(hd_lsp_position at);
json_t *hd_lsp_range(const hd_lsp *lsp, const hd_lsp_document *doc, size_t from,
                     size_t to);
json_t *hd_lsp_place_range(const hd_lsp *lsp, const hd_lsp_document *doc,
                           const hd_place *at);
/* {uri, range}, in this document or in another file. */
json_t *hd_lsp_location(const hd_lsp *lsp, const hd_lsp_document *doc,
                        const hd_place *at);
/* The offset that params.position gives; false where it gives none. */
bool hd_lsp_params_offset(const hd_lsp *lsp, const hd_lsp_document *doc,
                          const json_t *position, size_t *off);

/* ---- messages ------------------------------------------------------------
 */
enum {
  HD_LSP_PARSE_ERROR = -32700,
  HD_LSP_INVALID_REQUEST = -32600,
  HD_LSP_METHOD_NOT_FOUND = -32601,
  HD_LSP_INVALID_PARAMS = -32602,
  HD_LSP_NOT_INITIALIZED = -32002,
  HD_LSP_CANCELLED = -32800,
  HD_LSP_CONTENT_MODIFIED = -32801
};
/* The result is taken over. */
void hd_lsp_reply(hd_lsp *lsp, const json_t *id, json_t *result);
void hd_lsp_fail(hd_lsp *lsp, const json_t *id, int code, const char *message);
/* params are taken over. */
void hd_lsp_notify(hd_lsp *lsp, const char *method, json_t *params);
void hd_lsp_request(hd_lsp *lsp, const char *method, json_t *params);
/* window/showMessage: 1 error, 2 warning, 3 information. */
void hd_lsp_show(hd_lsp *lsp, int type, const char *text);

/* ---- settings ------------------------------------------------------------
 */
/* Sets lsp->options to those of the command line and, behind them, those that
 * the client configures: an object whose members are options of the command
 * line, as there or in camel case; NULL: none. What is wrong is shown. No
 * group may be left that has the options of before. */
void hd_lsp_settings(hd_lsp *lsp, const json_t *settings);
void hd_lsp_settings_free(hd_lsp *lsp);
/* What is said on stderr between the two, on malloc, "" if nothing. */
typedef struct {
  FILE *before, *into;
  char *text;
  size_t n;
} hd_lsp_hearing;
void hd_lsp_hear(hd_lsp_hearing *hearing);
char *hd_lsp_heard(hd_lsp_hearing *hearing);
#endif
