/* git: files as a revision has them.
 *
 * In: a folder, a revision, names of files in it. Out: their bytes. git runs
 * as a child with an argument vector, once to resolve the revision and once
 * for all files (cat-file --batch, asked through memory that is its standard
 * input, so that neither waits for the other). Nothing is written anywhere.
 * Variables that point git to another repository, as hooks set them, are left
 * out: the repository is that of the folder. */
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

typedef struct {
  char *p;
  size_t n;
} bytes;

/* The environment without GIT_DIR and the like; on malloc. */
static char **clean_environment(void) {
  static const char *const others[] = {
      "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX="};
  size_t n = 0, kept = 0;
  while (environ[n])
    n++;
  char **copy = hd_cli_alloc(NULL, (n + 1) * sizeof *copy);
  for (size_t i = 0; i < n; i++) {
    bool other = false;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
      other = other || strncmp(environ[i], others[k], strlen(others[k])) == 0;
    if (!other)
      copy[kept++] = environ[i];
  }
  copy[kept] = NULL;
  return copy;
}

static bytes read_all(int fd) {
  bytes all = {NULL, 0};
  size_t cap = 0;
  for (;;) {
    if (all.n == cap) {
      cap = cap ? cap * 2 : 1 << 16;
      all.p = hd_cli_alloc(all.p, cap);
    }
    ssize_t got = read(fd, all.p + all.n, cap - all.n);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return all;
    all.n += (size_t)got;
  }
}

/* Starts git with `in` as its standard input; 0 or errno. */
static int start(char *const argv[], int in, int out, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  char **environment = clean_environment();
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
  int error = posix_spawnp(pid, "git", &actions, NULL, argv, environment);
  posix_spawn_file_actions_destroy(&actions);
  free(environment);
  return error;
}

/* Runs git; its exit status, or -1 where it could not be run. */
static int run(char *const argv[], bytes in, bytes *out) {
  int ends[2], status, error;
  pid_t pid;
  *out = (bytes){NULL, 0};
  int question = memfd_create("question", MFD_CLOEXEC);
  if (question < 0 || pipe2(ends, O_CLOEXEC) != 0) {
    if (question >= 0)
      close(question);
    return -1;
  }
  bool asked = write(question, in.p, in.n) == (ssize_t)in.n &&
               lseek(question, 0, SEEK_SET) == 0;
  error = asked ? start(argv, question, ends[1], &pid) : EIO;
  close(ends[1]);
  close(question);
  if (error == 0)
    *out = read_all(ends[0]);
  close(ends[0]);
  if (error)
    return -1;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR)
      return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The commit that a revision names, on malloc, or NULL with the sentence
 * said. */
static char *resolve(hd_cli *cli, const char *folder, const char *revision) {
  char *wanted = NULL;
  bytes out;
  if (asprintf(&wanted, "%s^{commit}", revision) < 0)
    return NULL;
  char *argv[] = {(char[]){"git"},
                  (char[]){"-C"},
                  (char *)(uintptr_t)folder,
                  (char[]){"rev-parse"},
                  (char[]){"--verify"},
                  (char[]){"--quiet"},
                  (char[]){"--end-of-options"},
                  wanted,
                  NULL};
  int status = run(argv, (bytes){(char[]){""}, 0}, &out);
  free(wanted);
  size_t n = 0;
  while (n < out.n && out.p[n] != '\n')
    n++;
  char *commit = status == 0 && n > 0 ? strndup(out.p, n) : NULL;
  free(out.p);
  if (commit)
    return commit;
  if (status < 0)
    hd_cli_say(hd_cli_word(cli, "无法运行 git", "git cannot be run"));
  else if (status == 128)
    hd_cli_say(
        hd_cli_word(cli, "%s 不在 git 仓库中", "%s is in no git repository"),
        folder);
  else
    hd_cli_say(hd_cli_word(cli, "%s 的仓库中没有版本 %s",
                           "the repository of %s has no revision %s"),
               folder, revision);
  return NULL;
}

/* "COMMIT:./NAME", one a line. A name with a line end cannot be asked for. */
static bytes ask(const char *commit, hd_old_file *files, size_t n) {
  bytes in = {NULL, 0};
  FILE *out = open_memstream(&in.p, &in.n);
  for (size_t i = 0; out && i < n; i++)
    fprintf(out, "%s:./%s\n", commit,
            strchr(files[i].name, '\n') ? "" : files[i].name);
  if (!out || fclose(out) != 0)
    in = (bytes){NULL, 0};
  return in;
}

/* One answer, "HASH blob SIZE\n...\n" or "... missing\n", from `at` on; the
 * place behind it, 0 where it is none. */
static size_t take_answer(bytes out, size_t at, hd_old_file *file) {
  const char *line = out.p + at;
  const char *end = at < out.n ? memchr(line, '\n', out.n - at) : NULL;
  if (!end)
    return 0;
  size_t next = (size_t)(end - out.p) + 1;
  size_t head = (size_t)(end - line);
  const char *size = memrchr(line, ' ', head);
  if (!size || size[1] < '0' || size[1] > '9')
    return next; /* missing */
  size_t n = strtoull(size + 1, NULL, 10);
  if (n > out.n - next)
    return 0;
  bool blob = size - line > 5 && memcmp(size - 5, " blob", 5) == 0;
  if (blob) {
    file->bytes = hd_cli_alloc(NULL, n + 1);
    memcpy(file->bytes, out.p + next, n);
    file->n_bytes = n;
  }
  return next + n + 1;
}

int hd_git_read(hd_cli *cli, const char *folder, const char *revision,
                hd_old_file *files, size_t n) {
  bytes out;
  char *commit = resolve(cli, folder, revision);
  if (!commit)
    return 2;
  bytes in = ask(commit, files, n);
  free(commit);
  char *argv[] = {(char[]){"git"},           (char[]){"-C"},
                  (char *)(uintptr_t)folder, (char[]){"cat-file"},
                  (char[]){"--batch"},       NULL};
  int status = run(argv, in, &out);
  size_t at = 0, answers = 0;
  for (; answers < n && (answers == 0 || at > 0); answers++)
    at = take_answer(out, at, &files[answers]);
  free(in.p);
  free(out.p);
  if (status == 0 && at > 0)
    return 0;
  hd_cli_say(hd_cli_word(cli, "git 未能给出 %s 的旧版本",
                         "git did not give the old files of %s"),
             folder);
  return 2;
}
