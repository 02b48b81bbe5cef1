/* glob: does a pattern of gitignore name a path?
 *
 * Patterns and paths are walked part by part, a part byte by byte, as git
 * does it. A * (and a ** between parts) takes as little as it can and, where
 * the rest does not fit, one more; only the last one is ever taken up again,
 * so that the time is at most the product of both lengths. */
#include "glob.h"
#include <ctype.h>

/* ---- [...] --------------------------------------------------------------- */

static bool in_class(hd_str name, unsigned char c) {
  static const struct {
    const char *name;
    int (*holds)(int);
  } classes[] = {
      {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank},
      {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
      {"lower", islower}, {"print", isprint}, {"punct", ispunct},
      {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
  };
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (hd_str_is(name, classes[i].name))
      return classes[i].holds(c) != 0;
  return false;
}

/* The class [:name:] at `at`; its end, or 0 where there is none. */
static size_t class_end(hd_str p, size_t at) {
  if (at + 1 >= p.n || p.p[at] != '[' || p.p[at + 1] != ':')
    return 0;
  size_t end = at + 2;
  while (end < p.n && p.p[end] != ']')
    end++;
  return end < p.n && end > at + 2 && p.p[end - 1] == ':' ? end + 1 : 0;
}

/* One byte of a set, a backslash before it or not; moves behind it. */
static unsigned char set_byte(hd_str p, size_t *at) {
  if (p.p[*at] == '\\' && *at + 1 < p.n)
    ++*at;
  return (unsigned char)p.p[(*at)++];
}

/* Does the set that begins at `at` (behind its bracket) hold c? *end is behind
 * the closing bracket, 0 where there is none. */
static bool in_set(hd_str p, size_t at, unsigned char c, size_t *end) {
  bool negated = at < p.n && (p.p[at] == '!' || p.p[at] == '^'), found = false;
  at += negated;
  for (size_t first = at; at < p.n && (p.p[at] != ']' || at == first);) {
    size_t behind = class_end(p, at);
    if (behind) {
      found = found || in_class((hd_str){p.p + at + 2, behind - at - 4}, c);
      at = behind;
      continue;
    }
    unsigned char low = set_byte(p, &at), high = low;
    if (at + 1 < p.n && p.p[at] == '-' && p.p[at + 1] != ']') {
      at++;
      high = set_byte(p, &at);
    }
    found = found || (c >= low && c <= high);
  }
  *end = at < p.n ? at + 1 : 0;
  return *end && found != negated;
}

/* ---- one part ------------------------------------------------------------ */

/* Does one element of the pattern (no *) take the byte c? *next is behind
 * the element. */
static bool takes(hd_str p, size_t at, unsigned char c, size_t *next) {
  *next = at + 1;
  switch (p.p[at]) {
  case '?':
    return true;
  case '[': {
    size_t end;
    bool good = in_set(p, at + 1, c, &end);
    *next = end;
    return good;
  }
  case '\\':
    if (at + 1 >= p.n)
      return false;
    *next = at + 2;
    return (unsigned char)p.p[at + 1] == c;
  default:
    return (unsigned char)p.p[at] == c;
  }
}

static bool part_matches(hd_str p, hd_str s) {
  size_t i = 0, k = 0, star = SIZE_MAX, resume = 0, next;
  while (k < s.n) {
    if (i < p.n && p.p[i] == '*') {
      star = ++i;
      resume = k;
    } else if (i < p.n && takes(p, i, (unsigned char)s.p[k], &next)) {
      i = next;
      k++;
    } else if (star != SIZE_MAX) {
      i = star;
      k = ++resume;
    } else
      return false;
  }
  while (i < p.n && p.p[i] == '*')
    i++;
  return i == p.n;
}

/* ---- paths --------------------------------------------------------------- */

/* The part that begins at `at`. */
static hd_str part_at(hd_str s, size_t at) {
  const char *slash = memchr(s.p + at, '/', s.n - at);
  return (hd_str){s.p + at, slash ? (size_t)(slash - s.p) - at : s.n - at};
}

/* Behind the part and the slash after it; s.n + 1 behind the last one. */
static size_t behind(size_t at, hd_str part) { return at + part.n + 1; }

/* A part of two stars or more. */
static bool is_any_depth(hd_str part) {
  size_t stars = 0;
  while (stars < part.n && part.p[stars] == '*')
    stars++;
  return stars >= 2 && stars == part.n;
}

static bool path_matches(hd_str p, hd_str s) {
  size_t i = 0, k = 0, star = SIZE_MAX, resume = 0;
  while (k <= s.n) {
    hd_str part = part_at(s, k);
    hd_str wanted = i <= p.n ? part_at(p, i) : (hd_str){NULL, 0};
    if (i <= p.n && is_any_depth(wanted)) {
      i = behind(i, wanted);
      if (i > p.n)
        return true; /* the last part: all that is inside */
      star = i;
      resume = k;
    } else if (i <= p.n && part_matches(wanted, part)) {
      i = behind(i, wanted);
      k = behind(k, part);
    } else if (star != SIZE_MAX) {
      i = star;
      k = resume = behind(resume, part_at(s, resume));
    } else
      return false;
  }
  return i > p.n;
}

bool hd_glob_read(hd_str line, hd_glob *glob) {
  *glob = (hd_glob){0};
  if (line.n > 0 && line.p[line.n - 1] == '\r')
    line.n--;
  while (line.n > 0 && line.p[line.n - 1] == ' ' &&
         !(line.n > 1 && line.p[line.n - 2] == '\\'))
    line.n--;
  if (line.n == 0 || line.p[0] == '#')
    return false;
  glob->negated = line.p[0] == '!';
  if (glob->negated)
    line = (hd_str){line.p + 1, line.n - 1};
  glob->folder_only = line.n > 0 && line.p[line.n - 1] == '/';
  line.n -= glob->folder_only;
  glob->anchored = line.n > 0 && memchr(line.p, '/', line.n) != NULL;
  if (line.n > 0 && line.p[0] == '/')
    line = (hd_str){line.p + 1, line.n - 1};
  glob->text = line;
  return line.n > 0;
}

bool hd_glob_matches(const hd_glob *glob, hd_str path, bool folder) {
  if (glob->folder_only && !folder)
    return false;
  if (glob->anchored)
    return path_matches(glob->text, path);
  const char *slash = path.n ? memrchr(path.p, '/', path.n) : NULL;
  size_t from = slash ? (size_t)(slash - path.p) + 1 : 0;
  return part_matches(glob->text, (hd_str){path.p + from, path.n - from});
}
