/* outline: see outline.h. */
#include "outline.h"
#include <stdlib.h>

typedef struct {
  hd_outline *o;
  size_t at;
  uint32_t line, column;
} lexer;

static char peek(const lexer *l, size_t ahead) {
  size_t at = l->at + ahead;
  return at < l->o->source.n ? l->o->source.p[at] : '\0';
}

static void step(lexer *l, size_t n) {
  for (; n > 0 && l->at < l->o->source.n; n--, l->at++) {
    unsigned char c = (unsigned char)l->o->source.p[l->at];
    if (c == '\n') {
      l->line++;
      l->column = 1;
    } else if ((c & 0xc0) != 0x80) {
      l->column++;
    }
  }
}

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Level of a long bracket [==[ that begins here, -1: none. */
static int long_level(const lexer *l) {
  size_t n = 1;
  if (peek(l, 0) != '[')
    return -1;
  while (peek(l, n) == '=')
    n++;
  return peek(l, n) == '[' ? (int)n - 1 : -1;
}

/* To behind ]==]. */
static void skip_long(lexer *l, int level) {
  step(l, (size_t)level + 2);
  for (; l->at < l->o->source.n; step(l, 1)) {
    size_t n = 1;
    if (peek(l, 0) != ']')
      continue;
    while (peek(l, n) == '=')
      n++;
    if (peek(l, n) == ']' && (int)n - 1 == level) {
      step(l, n + 1);
      return;
    }
  }
}

static void skip_short(lexer *l) {
  char quote = peek(l, 0);
  for (step(l, 1); l->at < l->o->source.n && peek(l, 0) != quote; step(l, 1))
    if (peek(l, 0) == '\\')
      step(l, 1);
  step(l, 1);
}

/* Blanks and comments; a first line that begins with # too. */
static void skip_blank(lexer *l) {
  for (;;) {
    char c = peek(l, 0);
    if (l->at == 0 && c == '#') {
      while (l->at < l->o->source.n && peek(l, 0) != '\n')
        step(l, 1);
    } else if (c == '-' && peek(l, 1) == '-') {
      step(l, 2);
      int level = long_level(l);
      if (level >= 0)
        skip_long(l, level);
      else
        while (l->at < l->o->source.n && peek(l, 0) != '\n')
          step(l, 1);
    } else if (l->at < l->o->source.n &&
               (c == ' ' || (c >= '\t' && c <= '\r'))) {
      step(l, 1);
    } else {
      return;
    }
  }
}

static void skip_number(lexer *l) {
  bool hex = peek(l, 0) == '0' && (peek(l, 1) | 0x20) == 'x';
  while (is_alpha(peek(l, 0)) || is_digit(peek(l, 0)) || peek(l, 0) == '.') {
    char low = peek(l, 0) | 0x20;
    step(l, 1);
    if ((low == 'e' && !hex) || (low == 'p' && hex))
      if (peek(l, 0) == '+' || peek(l, 0) == '-')
        step(l, 1);
  }
}

/* How many bytes the mark has. */
static size_t mark_length(const lexer *l) {
  static const char *const marks[] = {
      "...", "..", "==", "~=", "<=", ">=", "//", "<<", ">>", "::"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t n = strlen(marks[i]);
    if (l->at + n <= l->o->source.n &&
        memcmp(l->o->source.p + l->at, marks[i], n) == 0)
      return n;
  }
  return 1;
}

static hd_lua_token_kind skip_token(lexer *l) {
  char c = peek(l, 0);
  int level = long_level(l);
  if (is_alpha(c)) {
    while (is_alpha(peek(l, 0)) || is_digit(peek(l, 0)))
      step(l, 1);
    return HD_LUA_NAME;
  }
  if (is_digit(c) || (c == '.' && is_digit(peek(l, 1)))) {
    skip_number(l);
    return HD_LUA_NUMBER;
  }
  if (c == '"' || c == '\'' || level >= 0) {
    if (level >= 0)
      skip_long(l, level);
    else
      skip_short(l);
    return HD_LUA_STRING;
  }
  step(l, mark_length(l));
  return HD_LUA_MARK;
}

hd_outline hd_outline_read(hd_arena *arena, hd_str source) {
  hd_outline o = {.arena = arena, .source = source};
  lexer l = {.o = &o, .line = 1, .column = 1};
  for (skip_blank(&l); l.at < source.n; skip_blank(&l)) {
    hd_lua_token t = {.line = l.line, .column = l.column};
    size_t from = l.at;
    t.kind = skip_token(&l);
    t.text = (hd_str){source.p + from, l.at - from};
    HD_PUSH(arena, &o.tokens, t);
  }
  return o;
}

bool hd_outline_is(const hd_outline *o, size_t i, const char *text) {
  return i < o->tokens.n && o->tokens.items[i].kind != HD_LUA_STRING &&
         hd_str_is(o->tokens.items[i].text, text);
}

/* ---- strings ------------------------------------------------------ */
/* \x41 \065 \u{4e00} \z and the letters: the bytes; s moves behind it. */
static size_t unescape(hd_str *s, char *out) {
  static const char letters[] = "abfnrtv\\\"'\n";
  static const char bytes[] = "\a\b\f\n\r\t\v\\\"'\n";
  const char *at = s->n ? strchr(letters, *s->p) : NULL;
  char digits[12] = "";
  size_t n = 0, used = 0;
  if (s->n && at && *at) {
    *out = bytes[at - letters];
    s->p++, s->n--;
    return 1;
  }
  if (s->n && *s->p == 'z') {
    for (s->p++, s->n--; s->n && (unsigned char)*s->p <= ' '; s->p++, s->n--)
      ;
    return 0;
  }
  bool hex = s->n && *s->p == 'x', code = s->n > 1 && *s->p == 'u';
  size_t most = hex ? 2 : code ? 10 : 3;
  used = hex ? 1 : code ? 2 : 0;
  while (n < most && used < s->n && s->p[used] != '}' &&
         (hex || code || is_digit(s->p[used])))
    digits[n++] = s->p[used++];
  used += code && used < s->n;
  unsigned long value = strtoul(digits, NULL, hex || code ? 16 : 10);
  s->p += used, s->n -= used;
  if (code)
    return hd_utf8_encode((uint32_t)value, out);
  *out = (char)value;
  return n > 0;
}

hd_str hd_outline_string(const hd_outline *o, size_t i) {
  hd_str s = o->tokens.items[i].text;
  if (s.n && s.p[0] == '[') {
    size_t level = 2;
    while (level < s.n && s.p[level - 1] == '=')
      level++;
    if (s.n < 2 * level)
      return (hd_str){"", 0};
    s = (hd_str){s.p + level, s.n - 2 * level};
    bool end = s.n && s.p[0] == '\n';
    return (hd_str){s.p + end, s.n - end};
  }
  char *out = hd_arena_alloc(o->arena, s.n + 8);
  size_t n = 0;
  s = s.n >= 2 ? (hd_str){s.p + 1, s.n - 2} : (hd_str){"", 0};
  while (s.n > 0)
    if (*s.p != '\\') {
      out[n++] = *s.p;
      s.p++, s.n--;
    } else {
      s.p++, s.n--;
      n += unescape(&s, out + n);
    }
  return (hd_str){out, n};
}

/* ---- tables ------------------------------------------------------- */
static bool is_any(const hd_outline *o, size_t i, const char *const *words) {
  for (; *words; words++)
    if (hd_outline_is(o, i, *words))
      return true;
  return false;
}

/* The token behind the value that begins at `at`: a comma or the end of its
 * table. Functions hold commas of their own, between function, if, do, repeat
 * and end, until. */
static size_t end_of_value(const hd_outline *o, size_t at) {
  static const char *const opening[] = {"(",  "{",  "[",      "function",
                                        "if", "do", "repeat", NULL};
  static const char *const closing[] = {")", "}", "]", "end", "until", NULL};
  static const char *const between[] = {",", ";", NULL};
  for (size_t depth = 0; at < o->tokens.n; at++) {
    if (is_any(o, at, opening))
      depth++;
    else if (is_any(o, at, closing) && depth-- == 0)
      return at;
    else if (depth == 0 && is_any(o, at, between))
      return at;
  }
  return at;
}

bool hd_outline_next(const hd_outline *o, hd_outline_walk *walk,
                     hd_outline_field *field) {
  size_t at = walk->next;
  while (hd_outline_is(o, at, ",") || hd_outline_is(o, at, ";"))
    at++;
  if (at >= o->tokens.n || hd_outline_is(o, at, "}"))
    return false;
  *field = (hd_outline_field){.at = at, .first = at};
  bool named = o->tokens.items[at].kind == HD_LUA_NAME;
  if (named && hd_outline_is(o, at + 1, "=")) {
    field->key = o->tokens.items[at].text;
    field->first = at + 2;
  } else if (hd_outline_is(o, at, "[") && at + 3 < o->tokens.n &&
             hd_outline_is(o, at + 2, "]") && hd_outline_is(o, at + 3, "=")) {
    bool string = o->tokens.items[at + 1].kind == HD_LUA_STRING;
    field->key =
        string ? hd_outline_string(o, at + 1) : o->tokens.items[at + 1].text;
    field->first = at + 4;
  } else {
    field->index = ++walk->index;
  }
  field->end = walk->next = end_of_value(o, field->first);
  return field->end > at; /* { ) }: what closes nothing ends the table */
}

size_t hd_outline_returned(const hd_outline *o) {
  size_t found = SIZE_MAX, depth = 0;
  static const char *const opening[] = {"(",  "{",  "[",      "function",
                                        "if", "do", "repeat", NULL};
  static const char *const closing[] = {")", "}", "]", "end", "until", NULL};
  for (size_t i = 0; i < o->tokens.n; i++) {
    if (depth == 0 && hd_outline_is(o, i, "return") &&
        hd_outline_is(o, i + 1, "{"))
      found = i + 1;
    if (is_any(o, i, opening))
      depth++;
    else if (is_any(o, i, closing) && depth > 0)
      depth--;
  }
  return found;
}

bool hd_outline_find(const hd_outline *o, size_t table, const char *const *path,
                     hd_outline_field *field) {
  for (; *path; path++) {
    bool found = false;
    if (!hd_outline_is(o, table, "{"))
      return false;
    hd_outline_walk walk = {.next = table + 1};
    while (!found && hd_outline_next(o, &walk, field))
      found = **path == '#' ? !field->key.p &&
                                  field->index == strtoul(*path + 1, NULL, 10)
                            : field->key.p && hd_str_is(field->key, *path);
    if (!found)
      return false;
    table = field->first;
  }
  return true;
}
