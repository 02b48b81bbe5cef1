/* pattern: Lua patterns in, PCRE2 patterns out.
 *
 * Lua's own matcher backtracks in C where no hook counts; PCRE2 has match
 * limits. Both match leftmost with the same greed, so each item translates by
 * itself: a set of bytes becomes a class, `-` a lazy star, %b a recursive
 * group defined behind the pattern, %f two lookarounds. Patterns are over
 * bytes, as in Lua. */
#include "host.h"
#include <ctype.h>

typedef struct {
  bool has[256];
} byte_set;

typedef struct {
  const char *p, *end;
  luaL_Buffer *out;
  hd_lua_pattern *facts;
  char balanced[9][2]; /* the pairs of %b, defined at the end */
  unsigned n_balanced;
  uint32_t depth;
  const char *error;
} reader;

static void put(reader *r, const char *s) { luaL_addstring(r->out, s); }

static void put_byte(reader *r, unsigned byte) {
  static const char hex[] = "0123456789abcdef";
  char text[5] = {'\\', 'x', hex[byte >> 4], hex[byte & 15], 0};
  put(r, text);
}

/* [\x41-\x5a...]; an empty set matches nothing. Of all bytes it is a point,
 * for PCRE2 knows that what begins with .* need be tried but once. */
static void put_set(reader *r, const byte_set *set) {
  bool any = false;
  if (!memchr(set->has, false, sizeof set->has)) {
    put(r, ".");
    return;
  }
  put(r, "[");
  for (unsigned i = 0; i < 256; i++) {
    if (!set->has[i])
      continue;
    unsigned last = i;
    while (last < 255 && set->has[last + 1])
      last++;
    put_byte(r, i);
    put(r, "-");
    put_byte(r, last);
    i = last;
    any = true;
  }
  put(r, any ? "]" : "^\\x00-\\xff]");
}

static bool in_class(int letter, unsigned byte) {
  bool ascii = byte < 128;
  int c = (int)byte;
  switch (letter) {
  case 'a':
    return ascii && isalpha(c);
  case 'c':
    return ascii && iscntrl(c);
  case 'd':
    return ascii && isdigit(c);
  case 'g':
    return ascii && isgraph(c);
  case 'l':
    return ascii && islower(c);
  case 'p':
    return ascii && ispunct(c);
  case 's':
    return ascii && isspace(c);
  case 'u':
    return ascii && isupper(c);
  case 'w':
    return ascii && isalnum(c);
  case 'z':
    return c == 0;
  default:
    return ascii && isxdigit(c);
  }
}

/* Adds what %c stands for: a class, its complement or the byte itself. */
static void add_escape(byte_set *set, unsigned char c) {
  int letter = c < 128 ? tolower(c) : 0;
  if (!letter || !strchr("acdglpsuwxz", letter)) {
    set->has[c] = true;
    return;
  }
  for (unsigned i = 0; i < 256; i++)
    if (in_class(letter, i) == (c == letter))
      set->has[i] = true;
}

/* A set behind its `[`; leaves p behind the `]`. */
static void read_set(reader *r, byte_set *set) {
  bool complement = r->p < r->end && *r->p == '^';
  r->p += complement;
  for (bool first = true;; first = false) {
    if (r->p >= r->end) {
      r->error = "malformed pattern (missing ']')";
      return;
    }
    unsigned char c = (unsigned char)*r->p++;
    if (c == ']' && !first)
      break;
    if (c == '%' && r->p < r->end) {
      add_escape(set, (unsigned char)*r->p++);
    } else if (r->end - r->p >= 2 && r->p[0] == '-' && r->p[1] != ']') {
      for (unsigned i = c; i <= (unsigned char)r->p[1]; i++)
        set->has[i] = true;
      r->p += 2;
    } else {
      set->has[c] = true;
    }
  }
  for (unsigned i = 0; complement && i < 256; i++)
    set->has[i] = !set->has[i];
}

/* One byte's worth of pattern and the quantifier behind it. */
static void read_single(reader *r) {
  byte_set set = {0};
  unsigned char c = (unsigned char)*r->p++;
  if (c == '.')
    memset(set.has, true, sizeof set.has);
  else if (c == '[')
    read_set(r, &set);
  else if (c != '%')
    set.has[c] = true;
  else if (r->p < r->end)
    add_escape(&set, (unsigned char)*r->p++);
  else
    r->error = "malformed pattern (ends with '%')";
  put_set(r, &set);
  if (r->p >= r->end || !*r->p || !strchr("*+-?", *r->p))
    return;
  char q = *r->p++;
  put(r, q == '-' ? "*?" : (char[]){q, 0});
}

static void read_balanced(reader *r) {
  if (r->end - r->p < 4 || r->n_balanced == 9) {
    r->error = "malformed pattern (arguments of '%b')";
    return;
  }
  memcpy(r->balanced[r->n_balanced++], r->p + 2, 2);
  r->p += 4;
  put(r, (char[]){'(', '?', '&', 'b', (char)('0' + r->n_balanced), ')', 0});
}

/* %f[set]: the byte before is outside the set, the one behind is in it; both
 * ends of the text count as byte 0. */
static void read_frontier(reader *r) {
  byte_set set = {0}, outside;
  r->p += 2;
  if (r->p >= r->end || *r->p++ != '[') {
    r->error = "missing '[' after '%f' in pattern";
    return;
  }
  read_set(r, &set);
  for (unsigned i = 0; i < 256; i++)
    outside.has[i] = !set.has[i];
  put(r, set.has[0] ? "(?<=" : "(?<!");
  put_set(r, set.has[0] ? &outside : &set);
  put(r, set.has[0] ? ")(?!" : ")(?=");
  put_set(r, set.has[0] ? &outside : &set);
  put(r, ")");
}

static void read_group(reader *r) {
  bool position = r->end - r->p >= 2 && r->p[1] == ')';
  if (++r->facts->groups > 31)
    r->error = "too many captures";
  else if (position)
    r->facts->positions |= 1u << r->facts->groups;
  r->depth += !position;
  r->p += position ? 2 : 1;
  put(r, position ? "()" : "(");
}

static void read_item(reader *r) {
  char c = *r->p, next = r->end - r->p >= 2 ? r->p[1] : 0;
  if (c == '(') {
    read_group(r);
  } else if (c == ')') {
    if (r->depth-- == 0)
      r->error = "invalid pattern capture";
    r->p++;
    put(r, ")");
  } else if (c == '$' && r->p + 1 == r->end) {
    r->p++;
    put(r, "\\z");
  } else if (c == '%' && next == 'b') {
    read_balanced(r);
  } else if (c == '%' && next == 'f') {
    read_frontier(r);
  } else if (c == '%' && next >= '1' && next <= '9') {
    put(r, (char[]){'\\', 'g', '{', next, '}', 0});
    r->p += 2;
  } else {
    read_single(r);
  }
}

/* (?(DEFINE)(?<b1>X(?:[^XY]|(?&b1))*Y)) for each %b. */
static void put_balanced(reader *r) {
  for (unsigned i = 0; i < r->n_balanced; i++) {
    unsigned char x = (unsigned char)r->balanced[i][0];
    unsigned char y = (unsigned char)r->balanced[i][1];
    byte_set inside;
    memset(inside.has, true, sizeof inside.has);
    inside.has[x] = inside.has[y] = false;
    char digit[2] = {(char)('1' + i), 0};
    put(r, "(?(DEFINE)(?<b");
    put(r, digit);
    put(r, ">");
    put_byte(r, x);
    put(r, "(?:");
    put_set(r, &inside);
    if (x != y) {
      put(r, "|(?&b");
      put(r, digit);
      put(r, ")");
    }
    put(r, ")*+");
    put_byte(r, y);
    put(r, "))");
  }
}

const char *hd_pattern_translate(hd_str pattern, luaL_Buffer *out,
                                 hd_lua_pattern *facts) {
  reader r = {.p = pattern.p, .end = pattern.p + pattern.n, .out = out};
  r.facts = facts;
  *facts = (hd_lua_pattern){0};
  if (pattern.n && *r.p == '^') {
    facts->anchored = true;
    r.p++;
  }
  while (r.p < r.end && !r.error)
    read_item(&r);
  if (!r.error && r.depth)
    r.error = "unfinished capture";
  if (!r.error)
    put_balanced(&r);
  return r.error;
}
