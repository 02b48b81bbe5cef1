/* read: a file or standard input, whole, to a decoded source.
 *
 * In: a path and limits. Out: an hd_source, or one sentence why not. The
 * bytes are read with read(2), so that pipes and files that grow while they
 * are read are no special case. */
#include "decode.h"
#include "format.h"
#include "script.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *explain(hd_arena *arena, int code) {
  static const struct {
    int code;
    const char *sentence;
  } known[] = {
      {ENOENT, "there is no such file"},
      {ENOTDIR, "there is no such file"},
      {EACCES, "no permission to read it"},
      {EISDIR, "it is a folder, not a file"},
      {ELOOP, "its symbolic links go round in circles"},
      {ENAMETOOLONG, "its name is too long"},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (known[i].code == code)
      return known[i].sentence;
  return hd_arena_format(arena, "it cannot be read (error %d)", code);
}

static bool fail(hd_error *error, const char *message) {
  error->message = message;
  return false;
}

/* Room for what is left of the file, at least 64 KB, never much above the
 * limit. */
static size_t first_room(int fd, size_t max_bytes) {
  enum { LEAST = 64 * 1024 };
  struct stat st;
  size_t wanted = LEAST;
  if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
    wanted = (size_t)st.st_size + 1;
  return wanted > max_bytes ? max_bytes + 1 : wanted;
}

/* Reads fd to its end; false and errno, EFBIG above the limit. */
static bool read_all(hd_arena *arena, int fd, size_t max_bytes, hd_str *out) {
  size_t cap = first_room(fd, max_bytes), n = 0;
  char *p = hd_arena_alloc(arena, cap);
  for (;;) {
    if (n == cap) {
      if (cap > max_bytes) {
        errno = EFBIG;
        return false;
      }
      p = hd_vec_grow(arena, p, &cap, 1);
    }
    ssize_t got = read(fd, p + n, cap - n);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return false;
    if (got == 0)
      break;
    n += (size_t)got;
  }
  *out = (hd_str){p, n};
  errno = EFBIG;
  return n <= max_bytes;
}

/* The container's text, which is no larger than a file may be. */
static bool extract(hd_extractor *extractor, const hd_extraction *x) {
  if (!extractor(x))
    return false;
  if (x->source->bytes.n > x->options->max_bytes)
    return fail(x->error,
                hd_arena_format(x->arena,
                                "its text is larger than the limit of %zu "
                                "bytes",
                                x->options->max_bytes));
  return true;
}

static hd_source_options with_defaults(const hd_source_options *options) {
  enum { MOST = 64 << 20 };
  hd_source_options o = options ? *options : (hd_source_options){0};
  o.max_bytes = o.max_bytes ? o.max_bytes : MOST;
  return o;
}

static bool decode(hd_arena *arena, const char *name, hd_str bytes,
                   const hd_source_options *options, hd_source *source,
                   hd_error *error) {
  hd_source_options o = with_defaults(options);
  *source = (hd_source){.name = name, .format = hd_format_of(name)};
  *error = (hd_error){.file = name};
  const char *refusal = hd_format_refuse(name, bytes);
  if (refusal)
    return fail(error, refusal);
  if (bytes.n > UINT32_MAX / 4)
    return fail(error, "it is larger than one gigabyte");
  hd_extraction x = {arena, name, bytes, &o, source, error};
  hd_extractor *extractor = hd_format_extractor(name, bytes);
  if (extractor)
    return extract(extractor, &x);
  source->format = hd_format_find(name, bytes);
  bool page = source->format == HD_FORMAT_HTML;
  hd_decoding how = {.lenient = o.lenient || page,
                     .charset = page ? hd_charset_of_page(bytes) : NULL};
  return hd_decode(arena, bytes, how, source, error);
}

bool hd_source_decode(hd_arena *arena, const char *name, hd_str bytes,
                      const hd_source_options *options, hd_source *source,
                      hd_error *error) {
  if (!decode(arena, name, bytes, options, source, error))
    return false;
  hd_script_simplify(arena, source);
  return true;
}

bool hd_source_bytes(hd_arena *arena, const char *path, size_t max_bytes,
                     hd_str *bytes, hd_error *error) {
  bool is_stdin = strcmp(path, "-") == 0;
  int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail(error, explain(arena, errno));
  bool all = read_all(arena, fd, max_bytes, bytes);
  int code = errno;
  if (!is_stdin)
    close(fd);
  if (!all && code == EFBIG)
    return fail(error, hd_arena_format(
                           arena, "it is larger than the limit of %zu bytes",
                           max_bytes));
  return all || fail(error, explain(arena, code));
}

bool hd_source_read(hd_arena *arena, const char *path, const char *stdin_name,
                    const hd_source_options *options, hd_source *source,
                    hd_error *error) {
  bool named = strcmp(path, "-") == 0 && stdin_name;
  const char *name = named ? stdin_name : path;
  hd_str bytes;
  error->file = name;
  return hd_source_bytes(arena, path, with_defaults(options).max_bytes, &bytes,
                         error) &&
         hd_source_decode(arena, name, bytes, options, source, error);
}
