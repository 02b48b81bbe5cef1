/* lsp: the methods of the language server, and its loop.
 *
 * In: messages. Out: answers, and the exit status of the protocol: 0 where
 * shutdown came before exit, else 1. The loop waits for the client and for the
 * worker of the check that runs; it takes all that the client has sent before
 * it begins a check, so that edits that come together cost one. */
#include "lsp.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LOOK_FOR_PARENT = 5000 /* milliseconds */ };

/* ---- messages out ---------------------------------------------------------
 */

static void send_message(hd_lsp *lsp, json_t *message) {
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  hd_lsp_wire_send(&lsp->wire, message);
}

void hd_lsp_reply(hd_lsp *lsp, const json_t *id, json_t *result) {
  send_message(lsp, json_pack("{s:O, s:o}", "id", id, "result",
                              result ? result : json_null()));
}

void hd_lsp_fail(hd_lsp *lsp, const json_t *id, int code, const char *message) {
  send_message(lsp, json_pack("{s:O, s:{s:i, s:s}}", "id", id, "error", "code",
                              code, "message", message));
}

void hd_lsp_notify(hd_lsp *lsp, const char *method, json_t *params) {
  send_message(lsp,
               json_pack("{s:s, s:o}", "method", method, "params", params));
}

void hd_lsp_request(hd_lsp *lsp, const char *method, json_t *params) {
  send_message(lsp, json_pack("{s:s, s:s, s:o}", "id", method, "method", method,
                              "params", params));
}

void hd_lsp_show(hd_lsp *lsp, int type, const char *text) {
  json_t *message = json_string(text);
  if (!message) /* bytes that are no UTF-8 */
    message = json_string("a failure whose message cannot be shown");
  hd_lsp_notify(lsp, "window/showMessage",
                json_pack("{s:i, s:o}", "type", type, "message", message));
}

/* ---- the life of the server -----------------------------------------------
 */

static const char *string_of(const json_t *object, const char *name) {
  const char *s = json_string_value(json_object_get(object, name));
  return s ? s : "";
}

/* The folder that the client works in, "" where it says none. */
static char *find_root(const json_t *params) {
  const json_t *folders = json_object_get(params, "workspaceFolders");
  const char *uri = string_of(json_array_get(folders, 0), "uri");
  if (!*uri)
    uri = string_of(params, "rootUri");
  return *uri ? hd_lsp_uri_path(uri, "")
              : strdup(string_of(params, "rootPath"));
}

/* The options of the client, in an object of their own or as they are. */
static const json_t *own_section(const json_t *settings) {
  const json_t *own = json_object_get(settings, "hedui");
  return json_is_object(own) ? own : settings;
}

/* Is the process that started the server gone? Its end of the pipe may be held
 * open by others. */
static bool parent_is_gone(const hd_lsp *lsp) {
  return lsp->parent > 0 && kill((pid_t)lsp->parent, 0) < 0 && errno == ESRCH;
}

static void on_initialize(hd_lsp *lsp, const json_t *id, const json_t *params) {
  const char *locale = string_of(params, "locale");
  if (*locale)
    lsp->cli->chinese = strncmp(locale, "zh", 2) == 0;
  lsp->parent = (long)json_integer_value(json_object_get(params, "processId"));
  if (parent_is_gone(lsp)) /* it is none that can be seen from here */
    lsp->parent = 0;
  free(lsp->root);
  lsp->root = find_root(params);
  hd_lsp_client_read(&lsp->client, json_object_get(params, "capabilities"));
  lsp->state = HD_LSP_READY;
  hd_lsp_reply(lsp, id, hd_lsp_client_answer(&lsp->client));
  hd_lsp_settings(
      lsp, own_section(json_object_get(params, "initializationOptions")));
}

static void on_initialized(hd_lsp *lsp, const json_t *params) {
  (void)params;
  if (lsp->client.watches)
    hd_lsp_request(lsp, "client/registerCapability",
                   json_pack("{s:[{s:s, s:s, s:{s:[{s:s}]}}]}", "registrations",
                             "id", "configurations", "method",
                             "workspace/didChangeWatchedFiles",
                             "registerOptions", "watchers", "globPattern",
                             "**/.hedui{.lua,-baseline.jsonl}"));
}

static void on_shutdown(hd_lsp *lsp, const json_t *id, const json_t *params) {
  (void)params;
  hd_lsp_check_drop(lsp, NULL);
  for (size_t i = 0; i < lsp->n_documents; i++) {
    lsp->documents[i]->due = false;
    hd_lsp_waiting_fail(lsp, lsp->documents[i], HD_LSP_CANCELLED,
                        "the server is shut down");
  }
  lsp->state = HD_LSP_SHUT;
  hd_lsp_reply(lsp, id, json_null());
}

static void on_end(hd_lsp *lsp, const json_t *params) {
  (void)params;
  lsp->status = lsp->state == HD_LSP_SHUT ? 0 : 1;
  lsp->state = HD_LSP_DONE;
}

static void on_cancel(hd_lsp *lsp, const json_t *params) {
  const json_t *id = json_object_get(params, "id");
  if (id)
    hd_lsp_waiting_cancel(lsp, id);
}

/* ---- configuration ---------------------------------------------------------
 */

static void take_settings(hd_lsp *lsp, const json_t *settings) {
  hd_lsp_groups_drop(lsp);
  hd_lsp_settings(lsp, own_section(settings));
  hd_lsp_check_anew(lsp);
}

/* A client that keeps its settings to itself is asked for them. */
static void on_configuration(hd_lsp *lsp, const json_t *params) {
  const json_t *settings = json_object_get(params, "settings");
  if (json_is_object(json_object_get(settings, "hedui")))
    take_settings(lsp, settings);
  else if (lsp->client.configures)
    hd_lsp_request(lsp, "workspace/configuration",
                   json_pack("{s:[{s:s}]}", "items", "section", "hedui"));
}

static void on_watched(hd_lsp *lsp, const json_t *params) {
  (void)params;
  hd_lsp_check_anew(lsp);
}

/* What a client answers; of its answers only the settings matter. */
static void on_response(hd_lsp *lsp, const json_t *message) {
  const json_t *settings =
      json_array_get(json_object_get(message, "result"), 0);
  if (strcmp(string_of(message, "id"), "workspace/configuration") == 0 &&
      json_is_object(settings))
    take_settings(lsp, settings);
}

/* ---- methods ----------------------------------------------------------------
 */

typedef void on_request(hd_lsp *lsp, const json_t *id, const json_t *params);
typedef void on_notification(hd_lsp *lsp, const json_t *params);
typedef struct {
  const char *name;
  on_request *request;           /* one of these three */
  on_notification *notification; /* */
  hd_lsp_answer *answer;         /* about a document */
} method;

static const method methods[] = {
    {"initialize", on_initialize, NULL, NULL},
    {"initialized", NULL, on_initialized, NULL},
    {"shutdown", on_shutdown, NULL, NULL},
    {"exit", NULL, on_end, NULL},
    {"$/cancelRequest", NULL, on_cancel, NULL},
    {"textDocument/didOpen", NULL, hd_lsp_did_open, NULL},
    {"textDocument/didChange", NULL, hd_lsp_did_change, NULL},
    {"textDocument/didSave", NULL, hd_lsp_did_save, NULL},
    {"textDocument/didClose", NULL, hd_lsp_did_close, NULL},
    {"textDocument/diagnostic", NULL, NULL, hd_lsp_pull},
    {"textDocument/hover", NULL, NULL, hd_lsp_hover},
    {"textDocument/definition", NULL, NULL, hd_lsp_definition},
    {"textDocument/references", NULL, NULL, hd_lsp_references},
    {"textDocument/codeAction", NULL, NULL, hd_lsp_actions},
    {"workspace/executeCommand", hd_lsp_execute, NULL, NULL},
    {"workspace/didChangeConfiguration", NULL, on_configuration, NULL},
    {"workspace/didChangeWatchedFiles", NULL, on_watched, NULL},
};

static const method *find_method(const char *name) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (strcmp(methods[i].name, name) == 0)
      return &methods[i];
  return NULL;
}

static void call_request(hd_lsp *lsp, const method *m, const json_t *id,
                         const json_t *params) {
  bool begins = m && m->request == on_initialize;
  if (lsp->state == HD_LSP_NEW && !begins)
    hd_lsp_fail(lsp, id, HD_LSP_NOT_INITIALIZED,
                "the first request is initialize");
  else if (lsp->state == HD_LSP_SHUT)
    hd_lsp_fail(lsp, id, HD_LSP_INVALID_REQUEST, "the server is shut down");
  else if (!m || m->notification)
    hd_lsp_fail(lsp, id, HD_LSP_METHOD_NOT_FOUND, "no such request");
  else if (begins && lsp->state != HD_LSP_NEW)
    hd_lsp_fail(lsp, id, HD_LSP_INVALID_REQUEST, "it is initialized");
  else if (m->request)
    m->request(lsp, id, params);
  else {
    hd_lsp_document *doc = hd_lsp_document_find(lsp, params);
    if (doc)
      hd_lsp_wait(lsp, doc, id, params, m->answer);
    else
      hd_lsp_fail(lsp, id, HD_LSP_INVALID_PARAMS, "no such document is open");
  }
}

static bool is_id(const json_t *id) {
  return json_is_integer(id) || json_is_string(id);
}

static void dispatch(hd_lsp *lsp, const json_t *message) {
  const json_t *id = json_object_get(message, "id");
  const json_t *params = json_object_get(message, "params");
  const json_t *name = json_object_get(message, "method");
  if (!json_is_string(name)) {
    if (json_object_get(message, "result") || json_object_get(message, "error"))
      on_response(lsp, message);
    else
      hd_lsp_fail(lsp, is_id(id) ? id : json_null(), HD_LSP_INVALID_REQUEST,
                  "a message has a method");
    return;
  }
  const method *m = find_method(json_string_value(name));
  if (is_id(id))
    call_request(lsp, m, id, params);
  else if (m && m->notification &&
           (lsp->state == HD_LSP_READY || m->notification == on_end))
    m->notification(lsp, params);
}

/* ---- the loop ---------------------------------------------------------------
 */

static void take_messages(hd_lsp *lsp) {
  const char *body;
  size_t n;
  hd_lsp_arrival arrival;
  while (lsp->state != HD_LSP_DONE &&
         (arrival = hd_lsp_wire_next(&lsp->wire, &body, &n)) !=
             HD_WIRE_NOTHING) {
    json_t *message =
        arrival == HD_WIRE_BODY ? hd_lsp_wire_parse(body, n) : NULL;
    if (message)
      dispatch(lsp, message);
    else
      hd_lsp_fail(lsp, json_null(), HD_LSP_PARSE_ERROR,
                  arrival == HD_WIRE_BODY ? "the body is no JSON"
                                          : "the head gives no usable "
                                            "Content-Length");
    json_decref(message);
  }
}

/* Waits for the client, the worker, or the time of the next check. True where
 * the client has sent something. */
static bool wait_for_something(const hd_lsp *lsp) {
  int fd = lsp->running.pending ? hd_pending_fd(lsp->running.pending) : -1;
  int wait = hd_lsp_check_wait(lsp);
  struct pollfd fds[2] = {{.fd = lsp->wire.in, .events = POLLIN},
                          {.fd = fd, .events = POLLIN}};
  if (lsp->running.pending && fd < 0)
    wait = 0;
  if (wait < 0 || wait > LOOK_FOR_PARENT)
    wait = LOOK_FOR_PARENT;
  return poll(fds, 2, wait) > 0 && fds[0].revents != 0;
}

static void run(hd_lsp *lsp) {
  while (lsp->state != HD_LSP_DONE && !lsp->wire.ended && !lsp->wire.gone &&
         !parent_is_gone(lsp)) {
    bool sent = wait_for_something(lsp);
    if (sent) {
      hd_lsp_wire_fill(&lsp->wire);
      take_messages(lsp);
    }
    if (!sent || lsp->running.pending)
      hd_lsp_check_step(lsp);
  }
}

/* Takes the client's ends for the wire alone: who reads standard input now
 * finds its end, and what is printed goes to standard error. */
static bool take_ends(hd_lsp_wire *wire) {
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  wire->in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  wire->out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  bool good = null >= 0 && wire->in >= 0 && wire->out >= 0 &&
              dup2(null, STDIN_FILENO) >= 0 &&
              dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
  if (null >= 0)
    close(null);
  return good;
}

int hd_lsp_command(hd_cli *cli) {
  hd_lsp lsp = {.cli = cli, .status = 1, .root = strdup("")};
  if (cli->operands.n > 0) {
    hd_cli_say(hd_cli_word(cli, "lsp 不接受文件：%s", "lsp takes no file: %s"),
               cli->operands.items[0]);
    free(lsp.root);
    return 2;
  }
  if (take_ends(&lsp.wire))
    run(&lsp);
  hd_lsp_check_drop(&lsp, NULL);
  hd_lsp_documents_free(&lsp);
  hd_groups_free(&lsp.groups);
  hd_lsp_settings_free(&lsp);
  free(lsp.wire.bytes);
  free(lsp.root);
  return lsp.status;
}
