/* config_lines: where the keys of a configuration stand in its text.
 *
 * A Lua table does not know its lines, and a message without one sends people
 * searching. So the text is cut into tokens, and the constructor behind
 * `return` is followed: NAME =, ["NAME"] =, or one more element of a list.
 * What stands elsewhere (a local table that is returned) has no line, which is
 * no error. Words that make a program of it are refused here. */
#include "config.h"
#include <stdio.h>

typedef enum { NAME, STRING, SIGN } token_type;

typedef struct {
  token_type type;
  hd_str text; /* of a string: what is between its quotes, as written */
  uint32_t line;
} token;

typedef struct {
  hd_arena *arena;
  hd_str source;
  size_t at;
  uint32_t line;
  HD_VEC(token) tokens;
} lexer;

/* ---- tokens -------------------------------------------------------------- */

static char peek(const lexer *x, size_t ahead) {
  return x->at + ahead < x->source.n ? x->source.p[x->at + ahead] : '\0';
}

static void step(lexer *x, size_t n) {
  for (; n > 0 && x->at < x->source.n; n--)
    x->line += x->source.p[x->at++] == '\n';
}

/* Bytes of the opening [==[ at the place, 0: there is none. */
static size_t long_opening(const lexer *x) {
  size_t n = 1;
  if (peek(x, 0) != '[')
    return 0;
  while (peek(x, n) == '=')
    n++;
  return peek(x, n) == '[' ? n + 1 : 0;
}

/* Moves behind the long bracket whose opening has n bytes; its inside. */
static hd_str skip_long(lexer *x, size_t n) {
  step(x, n);
  size_t from = x->at, equals = n - 2;
  while (x->at < x->source.n) {
    size_t k = 1;
    if (peek(x, 0) == ']')
      while (peek(x, k) == '=')
        k++;
    if (peek(x, 0) == ']' && k == equals + 1 && peek(x, k) == ']')
      break;
    step(x, 1);
  }
  hd_str inside = {x->source.p + from, x->at - from};
  step(x, n);
  return inside;
}

static hd_str skip_quoted(lexer *x) {
  char quote = peek(x, 0);
  step(x, 1);
  size_t from = x->at;
  while (x->at < x->source.n && peek(x, 0) != quote)
    step(x, peek(x, 0) == '\\' ? 2 : 1);
  hd_str inside = {x->source.p + from, x->at - from};
  step(x, 1);
  return inside;
}

static bool is_word(char c) {
  return hd_ascii_is_letter(c) || c == '_' || (c >= '0' && c <= '9');
}

static void add(lexer *x, token_type type, hd_str text, uint32_t line) {
  token t = {type, text, line};
  HD_PUSH(x->arena, &x->tokens, t);
}

static void skip_comment(lexer *x) {
  step(x, 2);
  size_t n = long_opening(x);
  if (n)
    skip_long(x, n);
  else
    while (x->at < x->source.n && peek(x, 0) != '\n')
      step(x, 1);
}

static void read_token(lexer *x) {
  uint32_t line = x->line;
  size_t from = x->at, n = long_opening(x);
  char c = peek(x, 0);
  if (n)
    add(x, STRING, skip_long(x, n), line);
  else if (c == '"' || c == '\'')
    add(x, STRING, skip_quoted(x), line);
  else if (is_word(c)) {
    while (is_word(peek(x, 0)))
      step(x, 1);
    add(x, NAME, (hd_str){x->source.p + from, x->at - from}, line);
  } else {
    step(x, c == '=' && peek(x, 1) == '=' ? 2 : 1);
    add(x, SIGN, (hd_str){x->source.p + from, x->at - from}, line);
  }
}

static void read_tokens(lexer *x) {
  while (x->at < x->source.n) {
    char c = peek(x, 0);
    if (c == ' ' || (c >= '\t' && c <= '\r'))
      step(x, 1);
    else if (c == '-' && peek(x, 1) == '-')
      skip_comment(x);
    else
      read_token(x);
  }
}

/* ---- the table ----------------------------------------------------------- */

typedef struct {
  const char *path; /* of the table, with a joint behind it */
  uint32_t count;   /* of its elements without a key */
  bool in_value;    /* behind the = of an entry, or in an element */
  bool followed;    /* false: brackets of an expression */
} frame;

typedef struct {
  const lexer *x;
  hd_map *lines;
  HD_VEC(frame) frames;
  const char *key; /* path of the entry that is being read */
} follower;

static bool is(const lexer *x, size_t i, const char *sign) {
  return i < x->tokens.n && x->tokens.items[i].type != STRING &&
         hd_str_is(x->tokens.items[i].text, sign);
}

/* Notes the key of an entry with its line. */
static void note(follower *f, hd_str key, uint32_t line) {
  const frame *top = &f->frames.items[f->frames.n - 1];
  bool fresh;
  f->key = hd_arena_format(f->x->arena, "%s%.*s", top->path, (int)key.n, key.p);
  uint32_t *at = hd_map_at(f->lines, hd_str_of(f->key), &fresh);
  *at = line;
}

/* An entry begins at token i; the token behind its = or before its value. */
static size_t begin_entry(follower *f, size_t i) {
  const lexer *x = f->x;
  const token *t = &x->tokens.items[i];
  frame *top = &f->frames.items[f->frames.n - 1];
  char number[16];
  top->in_value = true;
  if (t->type == NAME && is(x, i + 1, "=")) {
    note(f, t->text, t->line);
    return i + 2;
  }
  if (is(x, i, "[") && is(x, i + 2, "]") && is(x, i + 3, "=")) {
    note(f, t[1].text, t->line);
    return i + 4;
  }
  snprintf(number, sizeof number, "%u", (unsigned)++top->count);
  note(f, hd_str_of(number), t->line);
  return i;
}

static void push(follower *f, const char *path, bool followed) {
  frame fresh = {.path = path, .followed = followed, .in_value = !followed};
  HD_PUSH(f->x->arena, &f->frames, fresh);
}

/* Takes token i, which is no beginning of an entry. */
static void take(follower *f, size_t i) {
  const lexer *x = f->x;
  frame *top = f->frames.n ? &f->frames.items[f->frames.n - 1] : NULL;
  if (is(x, i, "{") && !top && i > 0 && is(x, i - 1, "return"))
    push(f, "", true);
  else if (is(x, i, "{") && top && top->followed && f->key &&
           f->frames.n < HD_CONFIG_DEPTH) {
    push(f, hd_arena_format(x->arena, "%s" HD_CONFIG_JOINT, f->key), true);
  } else if (is(x, i, "{") || is(x, i, "(") || is(x, i, "["))
    push(f, "", false);
  else if (top && (is(x, i, "}") || is(x, i, ")") || is(x, i, "]")))
    f->frames.n--;
  else if (top && top->followed && (is(x, i, ",") || is(x, i, ";")))
    top->in_value = false;
  f->key = NULL;
}

static void follow(follower *f) {
  const lexer *x = f->x;
  for (size_t i = 0; i < x->tokens.n; i++) {
    const frame *top = f->frames.n ? &f->frames.items[f->frames.n - 1] : NULL;
    if (top && top->followed && !top->in_value && !is(x, i, "}"))
      i = begin_entry(f, i);
    take(f, i);
  }
}

static const token *find_program(const lexer *x) {
  static const char *const words[] = {"function", "while", "for",
                                      "repeat",   "goto",  NULL};
  for (size_t i = 0; i < x->tokens.n; i++)
    for (const char *const *w = words; *w; w++)
      if (is(x, i, *w))
        return &x->tokens.items[i];
  return NULL;
}

bool hd_config_lines(hd_arena *arena, hd_str source, hd_map *lines,
                     hd_error *error) {
  lexer x = {.arena = arena, .source = source, .line = 1};
  read_tokens(&x);
  const token *program = find_program(&x);
  if (program) {
    error->line = program->line;
    error->message = hd_arena_format(
        arena, "'%.*s': a configuration is a table, without functions or loops",
        (int)program->text.n, program->text.p);
    return false;
  }
  follower f = {.x = &x, .lines = lines};
  follow(&f);
  return true;
}
