/* files: operands and --files-from become inputs.
 *
 * Order: operands as they are given, a folder's files in byte order in its
 * place, then the names of --files-from. A shard takes every N-th. What
 * cannot be listed is said and the rest is still checked; a file that is
 * missing is the engine's failure. */
#include "cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void add(hd_inputs *inputs, hd_input input) {
  if (inputs->n == inputs->cap) {
    inputs->cap = inputs->cap ? inputs->cap * 2 : 16;
    inputs->items =
        hd_cli_alloc(inputs->items, inputs->cap * sizeof *inputs->items);
  }
  inputs->items[inputs->n++] = input;
}

/* The bytes of a stream, `most` at most; NULL where reading failed. */
static char *slurp(FILE *in, size_t most, size_t *n) {
  size_t cap = 1 << 16, used = 0, got;
  char *text = hd_cli_alloc(NULL, cap + 1);
  while (used < most && (got = fread(text + used, 1, cap - used, in)) > 0) {
    used += got;
    if (used == cap) {
      cap *= 2;
      text = hd_cli_alloc(text, cap + 1);
    }
  }
  if (ferror(in)) {
    free(text);
    return NULL;
  }
  *n = used;
  text[used] = 0;
  return text;
}

static void say_unread(hd_cli *cli, const char *name) {
  hd_cli_say(hd_cli_word(cli, "%s 无法读取：%s", "cannot read %s: %s"), name,
             strerror(errno ? errno : EIO));
  hd_cli_raise(cli, 2);
}

/* Standard input is one draft, however often it is named. */
static void add_stdin(hd_cli *cli, hd_inputs *inputs) {
  if (cli->files_from && strcmp(cli->files_from, "-") == 0) {
    hd_cli_say(hd_cli_word(cli, "标准输入已是 --files-from，不能又是报告",
                           "standard input is --files-from and no draft"));
    hd_cli_raise(cli, 2);
    return;
  }
  for (size_t i = 0; i < inputs->n; i++)
    if (strcmp(inputs->items[i].name, "-") == 0)
      return;
  const char *name = cli->stdin_name ? cli->stdin_name : "<stdin>";
  add(inputs, (hd_input){.name = "-", .stdin_name = name});
}

static void add_folder(hd_cli *cli, hd_inputs *inputs, const char *path) {
  hd_files *files = hd_files_below(path);
  inputs->folders = hd_cli_alloc(inputs->folders,
                                 (inputs->n_folders + 1) * sizeof(hd_files *));
  inputs->folders[inputs->n_folders++] = files;
  if (files->error) {
    hd_cli_say("%s: %s", path, files->error);
    hd_cli_raise(cli, 2);
  }
  for (size_t i = 0; i < files->n; i++)
    add(inputs, (hd_input){.name = files->names[i]});
  inputs->skipped += files->skipped;
  inputs->ignored += files->ignored;
}

static void add_path(hd_cli *cli, hd_inputs *inputs, const char *path) {
  struct stat st;
  if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
    add_folder(cli, inputs, path);
  else
    add(inputs, (hd_input){.name = path});
}

/* The names in `text`, which ends with a NUL and is cut at `mark`. */
static void add_names(hd_cli *cli, hd_inputs *inputs, char *text, size_t n,
                      char mark) {
  for (char *p = text, *end = text + n; p < end;) {
    char *stop = memchr(p, mark, (size_t)(end - p));
    if (!stop)
      stop = end;
    *stop = 0;
    if (mark == '\n' && stop > p && stop[-1] == '\r')
      stop[-1] = 0;
    if (*p)
      add_path(cli, inputs, p);
    p = stop + 1;
  }
}

static void add_list(hd_cli *cli, hd_inputs *inputs, const char *path) {
  bool from_stdin = strcmp(path, "-") == 0;
  size_t n;
  errno = 0;
  FILE *in = from_stdin ? stdin : fopen(path, "rb");
  char *text = in ? slurp(in, SIZE_MAX, &n) : NULL;
  if (!text)
    say_unread(cli, path);
  if (in && !from_stdin)
    fclose(in);
  if (!text)
    return;
  hd_names_add(&cli->owned, text);
  add_names(cli, inputs, text, n, cli->null_ends ? '\0' : '\n');
}

/* Keeps every N-th input, from the I-th on. */
static void take_shard(hd_inputs *inputs, unsigned part, unsigned parts) {
  size_t kept = 0;
  for (size_t i = part - 1; i < inputs->n; i += parts)
    inputs->items[kept++] = inputs->items[i];
  inputs->n = kept;
}

void hd_inputs_open(hd_cli *cli, hd_inputs *inputs) {
  *inputs = (hd_inputs){0};
  for (size_t i = 0; i < cli->operands.n; i++) {
    const char *path = cli->operands.items[i];
    if (strcmp(path, "-") == 0)
      add_stdin(cli, inputs);
    else
      add_path(cli, inputs, path);
  }
  if (cli->files_from)
    add_list(cli, inputs, cli->files_from);
  if (cli->shard[1])
    take_shard(inputs, cli->shard[0], cli->shard[1]);
  hd_inputs_join(cli, inputs);
  if (inputs->skipped && !cli->quiet)
    hd_cli_say(hd_cli_word(cli, "跳过其他类型的文件 %zu 个",
                           "files of other kinds skipped: %zu"),
               inputs->skipped);
  if (inputs->ignored && !cli->quiet)
    hd_cli_say(hd_cli_word(cli, "按 .heduiignore 跳过 %zu 项",
                           "left out by .heduiignore: %zu"),
               inputs->ignored);
}

void hd_inputs_hold(hd_cli *cli, hd_inputs *inputs, size_t limit) {
  enum { USUAL = 64 << 20 };
  hd_input *input = &inputs->items[0];
  size_t n, most = (limit ? limit : USUAL) + 1; /* too much is seen as such */
  bool from_stdin = strcmp(input->name, "-") == 0;
  FILE *in = from_stdin ? stdin : fopen(input->name, "rb");
  char *bytes = in ? slurp(in, most, &n) : NULL;
  if (in && !from_stdin)
    fclose(in);
  if (!bytes)
    return; /* the engine says why */
  hd_names_add(&cli->owned, bytes);
  input->bytes = bytes;
  input->n_bytes = n;
  if (from_stdin)
    input->name = input->stdin_name;
}

void hd_inputs_free(hd_inputs *inputs) {
  for (size_t i = 0; i < inputs->n_folders; i++)
    hd_files_free(inputs->folders[i]);
  free(inputs->folders);
  free(inputs->annexes);
  free(inputs->items);
  *inputs = (hd_inputs){0};
}
