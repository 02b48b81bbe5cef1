/* lint: what is weak in a rule that loads.
 *
 * In: a rule as loaded, and its text as tokens (outline.c) for places. Out:
 * notes in the order of the text. Only what is surely so is said: texts and
 * patterns are those that the loader read; of the code, tokens that are
 * literals.
 *
 *   translation  a text is given in one language only, where others of the
 *                rule are given in both
 *   placeholder  {names} of a message differ between its languages
 *   message      message = "key" that there is not, or a key that none uses
 *   pattern      re.new("...") in a function that PCRE2 refuses
 *   dead         a pattern that no text can match, or that nothing uses
 *   untried      a pattern of `on` that matches no example
 *   bytes        a class of Lua's own patterns with more than ASCII: it holds
 *                bytes, and cuts characters apart */
#include "host.h"
#include "outline.h"
#include <stdarg.h>
#include <stdlib.h>

typedef HD_VEC(hd_lint_note) note_list;

typedef struct {
  hd_arena *arena;
  const hd_rules *rules;
  const hd_script *script;
  hd_outline outline;
  size_t table; /* that the file returns; SIZE_MAX: not written out */
  note_list notes;
} lint;

/* A note at the token; zh and en are formats of the same values. */
__attribute__((format(printf, 4, 6), format(printf, 5, 6))) static void
say(lint *l, size_t token, const char *check, const char *zh, const char *en,
    ...) {
  const char *formats[2] = {zh, en};
  hd_lint_note note = {.file = l->script->info.file,
                       .line = 1,
                       .column = 1,
                       .rule = l->script->info.id,
                       .check = check};
  if (token < l->outline.tokens.n) {
    note.line = l->outline.tokens.items[token].line;
    note.column = l->outline.tokens.items[token].column;
  }
  for (int i = 0; i < 2; i++) {
    char text[1024];
    va_list values;
    va_start(values, en);
    vsnprintf(text, sizeof text, formats[i], values);
    va_end(values);
    note.text[i] =
        hd_arena_copy(l->arena, text, hd_utf8_floor(text, strlen(text)));
  }
  HD_PUSH(l->arena, &l->notes, note);
}

/* The token of a field of the rule's table, else of the table. */
static size_t token_of(const lint *l, const char *a, const char *b,
                       hd_outline_field *field) {
  const char *const path[] = {a, b, NULL};
  *field = (hd_outline_field){.first = SIZE_MAX, .at = l->table};
  if (l->table == SIZE_MAX ||
      !hd_outline_find(&l->outline, l->table, path, field))
    *field = (hd_outline_field){.first = SIZE_MAX, .at = l->table};
  return field->at;
}

/* ---- translations --------------------------------------------------- */
/* Was the text given once? The loader then has it for both. */
static bool in_one_language(const char *zh, const char *en) { return zh == en; }

static bool has_two_languages(const hd_script *s) {
  bool two = !in_one_language(s->info.summary_zh, s->info.summary_en) ||
             !in_one_language(s->info.explain_zh, s->info.explain_en);
  for (size_t i = 0; i < s->messages.n; i++)
    two = two || !in_one_language(s->messages.items[i].text[0],
                                  s->messages.items[i].text[1]);
  return two;
}

/* Says it where the text stands in a table of languages, or others of the rule
 * are given in both. */
static void check_text(lint *l, bool two, const char *a, const char *b,
                       const char *zh, const char *en) {
  hd_outline_field field, language;
  size_t at = token_of(l, a, b, &field);
  if (!in_one_language(zh, en))
    return;
  bool table = hd_outline_is(&l->outline, field.first, "{");
  if (!table && !two)
    return;
  const char *const path[] = {"zh", NULL};
  bool chinese =
      table && hd_outline_find(&l->outline, field.first, path, &language);
  const char *lacks = chinese ? "en" : table ? "zh" : "zh/en";
  say(l, at, "translation", "%s%s%s 缺 %s", "%s%s%s lacks %s", a, b ? "." : "",
      b ? b : "", lacks);
}

/* {name} at p, and p behind it; n 0: none is left. */
static hd_str next_placeholder(const char **p) {
  for (const char *s = *p; *s; s++) {
    if (*s != '{')
      continue;
    if (s[1] == '{') {
      s++;
      continue;
    }
    size_t n = strcspn(s + 1, "}");
    *p = s + 1 + n;
    return (hd_str){s + 1, n};
  }
  return (hd_str){NULL, 0};
}

/* A placeholder of a that b lacks; p NULL: none. */
static hd_str missing_in(const char *a, const char *b) {
  for (hd_str name; (name = next_placeholder(&a)).p;) {
    const char *rest = b;
    hd_str other;
    while ((other = next_placeholder(&rest)).p && !hd_str_eq(name, other))
      ;
    if (!other.p)
      return name;
  }
  return (hd_str){NULL, 0};
}

/* One that stands in one language alone may be meant so (the order of words
 * differs); where each has one that the other lacks, one is mistyped. */
static void check_placeholders(lint *l, const hd_template *t) {
  hd_outline_field field;
  hd_str zh = missing_in(t->text[HD_LANG_ZH], t->text[HD_LANG_EN]);
  hd_str en = missing_in(t->text[HD_LANG_EN], t->text[HD_LANG_ZH]);
  if (zh.p && en.p)
    say(l, token_of(l, "messages", t->key, &field), "placeholder",
        "messages.%s：中文有 {%.*s}，英文有 {%.*s}",
        "messages.%s has {%.*s} in Chinese, {%.*s} in English", t->key,
        (int)zh.n, zh.p, (int)en.n, en.p);
}

static void check_texts(lint *l) {
  const hd_script *s = l->script;
  bool two = has_two_languages(s);
  check_text(l, two, "summary", NULL, s->info.summary_zh, s->info.summary_en);
  check_text(l, two, "explain", NULL, s->info.explain_zh, s->info.explain_en);
  for (size_t i = 0; i < s->messages.n; i++) {
    const hd_template *t = &s->messages.items[i];
    check_text(l, two, "messages", t->key, t->text[0], t->text[1]);
    check_placeholders(l, t);
  }
}

/* ---- keys of messages ----------------------------------------------- */
static bool is_string(const lint *l, size_t token) {
  return token < l->outline.tokens.n &&
         l->outline.tokens.items[token].kind == HD_LUA_STRING;
}

static bool has_message(const hd_script *s, hd_str key) {
  for (size_t i = 0; i < s->messages.n; i++)
    if (hd_str_is(key, s->messages.items[i].key))
      return true;
  return false;
}

/* Does the key stand anywhere but where it is defined: as a string of the
 * file, or in the code of a helper? */
static bool is_mentioned(const lint *l, const char *key) {
  const hd_str word = hd_str_of(key);
  for (size_t i = 0; i < l->outline.tokens.n; i++)
    if (is_string(l, i) && hd_str_eq(hd_outline_string(&l->outline, i), word))
      return true;
  for (size_t i = 0; i < l->rules->libraries.n; i++) {
    const hd_library *lib = &l->rules->libraries.items[i];
    if ((lib->folder == 0 || lib->folder == l->script->folder) && lib->code.n &&
        memmem(lib->code.p, lib->code.n, word.p, word.n))
      return true;
  }
  return false;
}

/* Is the value "a", or CONDITION and "a" or "b"? */
static bool is_choice(const lint *l, const hd_outline_field *value) {
  for (size_t k = value->first; k < value->end; k++)
    if (hd_outline_is(&l->outline, k, "..") ||
        (hd_outline_is(&l->outline, k, "or") && !is_string(l, k - 1)))
      return false;
  return value->end > value->first && is_string(l, value->end - 1);
}

/* The value of message = or key = at token i; false: there is none. */
static bool key_value(const lint *l, size_t i, hd_outline_field *value) {
  const hd_outline *o = &l->outline;
  hd_outline_walk walk = {.next = i};
  return (hd_outline_is(o, i, "message") || hd_outline_is(o, i, "key")) &&
         hd_outline_is(o, i + 1, "=") && hd_outline_next(o, &walk, value);
}

/* Are all keys literals? Those that the rule makes while it runs cannot be
 * told. A single one that there is not is said. */
static bool are_keys_literal(lint *l) {
  hd_outline_field value;
  bool literal = true;
  for (size_t i = 0; i < l->outline.tokens.n; i++) {
    if (!key_value(l, i, &value))
      continue;
    literal = literal && is_choice(l, &value);
    hd_str name = is_string(l, value.first)
                      ? hd_outline_string(&l->outline, value.first)
                      : (hd_str){"", 0};
    if (value.end == value.first + 1 && is_string(l, value.first) &&
        hd_outline_is(&l->outline, i, "message") &&
        !has_message(l->script, name))
      say(l, value.first, "message", "没有消息“%.*s”", "no message \"%.*s\"",
          (int)name.n, name.p);
  }
  return literal;
}

static void check_keys(lint *l) {
  hd_outline_field field;
  bool literal = are_keys_literal(l);
  for (size_t i = 0; literal && i < l->script->messages.n; i++) {
    const char *key = l->script->messages.items[i].key;
    if (strcmp(key, "base") != 0 && !is_mentioned(l, key))
      say(l, token_of(l, "messages", key, &field), "message",
          "消息“%s”没有被用到", "nothing uses the message \"%s\"", key);
  }
}

/* ---- patterns -------------------------------------------------------- */
/* The first code point of the word that normalised text never has; 0: none. */
static uint32_t folded_in(hd_str word) {
  uint32_t cp;
  for (size_t at = 0; at < word.n;) {
    at += hd_utf8_decode(word.p + at, word.n - at, &cp);
    if (hd_cp_fold(cp) != cp)
      return cp;
  }
  return 0;
}

/* A code point that each match would have to hold, and that text never has. */
static uint32_t impossible_in(lint *l, hd_str pattern) {
  hd_needs needs = {0};
  hd_need_read(l->arena, pattern, &needs);
  for (size_t i = 0; i < needs.n; i++) {
    uint32_t bad = 0;
    size_t k = 0;
    for (; k < needs.sets[i].n; k++)
      if (!(bad = folded_in(needs.sets[i].items[k])))
        break;
    if (needs.sets[i].n && k == needs.sets[i].n)
      return bad;
  }
  return 0;
}

/* Length of what stands at p and is plainly one character; 0: it is none. */
static size_t plain_at(hd_str p, size_t at) {
  uint32_t cp;
  if (at >= p.n || strchr("\\[](){}?*+|.^$#", p.p[at]))
    return 0;
  size_t n = hd_utf8_decode(p.p + at, p.n - at, &cp);
  bool repeated = at + n < p.n && p.p[at + n] && strchr("?*+{", p.p[at + n]);
  return repeated ? 0 : n;
}

/* (?!年)年, (?=年)月: a place in the pattern that contradicts itself; p.n:
 * none. Patterns with classes or escapes in the look-ahead are not judged. */
static size_t contradiction_in(hd_str p) {
  for (size_t at = 0; at + 4 < p.n; at++) {
    bool no = memcmp(p.p + at, "(?!", 3) == 0;
    if ((!no && memcmp(p.p + at, "(?=", 3) != 0) ||
        (at > 0 && p.p[at - 1] == '\\'))
      continue;
    size_t from = at + 3, to = from, n;
    while ((n = plain_at(p, to)) > 0)
      to += n;
    size_t behind = to + 1, k = 0;
    if (to == from || to >= p.n || p.p[to] != ')')
      continue;
    while (k < to - from && (n = plain_at(p, behind + k)) > 0 &&
           memcmp(p.p + from + k, p.p + behind + k, n) == 0)
      k += n;
    bool same = k == to - from;
    bool differs = !same && plain_at(p, behind + k) > 0;
    if (no ? same : differs)
      return at;
  }
  return p.n;
}

/* The token of the pattern among the strings of on.pattern. */
static size_t token_of_pattern(const lint *l, hd_str pattern) {
  hd_outline_field field;
  size_t at = token_of(l, "on", "pattern", &field);
  for (size_t i = field.first; i < field.end; i++)
    if (is_string(l, i) &&
        hd_str_eq(hd_outline_string(&l->outline, i), pattern))
      return i;
  return at;
}

/* Says why no text can match the pattern; false: it may. */
static bool check_dead(lint *l, size_t token, hd_str pattern) {
  char shown[8] = "", read[8] = "";
  uint32_t bad = impossible_in(l, pattern);
  if (bad) {
    hd_utf8_encode(bad, shown);
    hd_utf8_encode(hd_cp_fold(bad), read);
    say(l, token, "dead", "不可能匹配：正文已折成半角，“%s”应写作“%s”",
        "it never matches: the text is half-width, for “%s” write “%s”", shown,
        read);
    return true;
  }
  size_t at = contradiction_in(pattern);
  if (at < pattern.n)
    say(l, token, "dead", "不可能匹配：“%.*s”自相矛盾",
        "it never matches: “%.*s” contradicts itself",
        (int)(pattern.n - at > 40 ? strcspn(pattern.p + at, ")") + 1
                                  : pattern.n - at),
        pattern.p + at);
  return at < pattern.n;
}

static hd_str fold(hd_arena *arena, const char *text) {
  size_t n = strlen(text), used = 0;
  char *out = hd_arena_alloc(arena, n + 4);
  uint32_t cp;
  for (size_t at = 0; at < n;) {
    at += hd_utf8_decode(text + at, n - at, &cp);
    used += hd_utf8_encode(hd_cp_fold(cp), out + used);
  }
  return (hd_str){out, used};
}

/* Does the pattern match in the text of an example? An anchor or a look-around
 * sees other ends in a sentence: with one it is not asked. */
static bool is_tried(lint *l, hd_pattern *pattern) {
  hd_str p = pattern->pattern;
  if (memchr(p.p, '^', p.n) || memchr(p.p, '$', p.n) ||
      memmem(p.p, p.n, "(?", 2) || memchr(p.p, '\\', p.n))
    return true;
  const pcre2_code *code = hd_regex_code(pattern);
  pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
  bool tried = false;
  for (size_t i = 0; !tried && i < l->script->n_examples; i++) {
    const hd_example *x = &l->script->examples[i];
    hd_str s = fold(l->arena, x->text);
    tried = pcre2_match(code, (PCRE2_SPTR)s.p, s.n, 0, 0, data, NULL) !=
            PCRE2_ERROR_NOMATCH;
    for (uint32_t k = 0; !tried && k < x->n_companions; k++) {
      s = fold(l->arena, x->companions[k].text);
      tried = pcre2_match(code, (PCRE2_SPTR)s.p, s.n, 0, 0, data, NULL) !=
              PCRE2_ERROR_NOMATCH;
    }
  }
  pcre2_match_data_free(data);
  return tried;
}

static void check_patterns(lint *l) {
  for (size_t i = 0; i < l->script->n_patterns; i++) {
    hd_pattern *pattern = l->script->patterns[i];
    size_t token = token_of_pattern(l, pattern->pattern);
    if (!check_dead(l, token, pattern->pattern) && !is_tried(l, pattern))
      say(l, token, "untried", "没有一个例子匹配这个模式",
          "no example matches this pattern");
  }
}

/* re.new("...") at token i: the token of its literal, SIZE_MAX: none. */
static size_t made_at(const lint *l, size_t i) {
  const hd_outline *o = &l->outline;
  bool call = hd_outline_is(o, i, "re") && hd_outline_is(o, i + 1, ".") &&
              hd_outline_is(o, i + 2, "new");
  size_t at = i + 3 + hd_outline_is(o, i + 3, "(");
  bool literal = is_string(l, at) && !hd_outline_is(o, at + 1, "..");
  return call && literal ? at : SIZE_MAX;
}

/* local NAME = re.new(...) whose name stands nowhere else. */
static void check_unused(lint *l, size_t i) {
  const hd_outline *o = &l->outline;
  if (i < 3 || !hd_outline_is(o, i - 1, "=") ||
      o->tokens.items[i - 2].kind != HD_LUA_NAME ||
      !hd_outline_is(o, i - 3, "local"))
    return;
  hd_str name = o->tokens.items[i - 2].text;
  for (size_t k = 0; k < o->tokens.n; k++)
    if (k != i - 2 && o->tokens.items[k].kind == HD_LUA_NAME &&
        hd_str_eq(o->tokens.items[k].text, name))
      return;
  say(l, i - 2, "dead", "模式 %.*s 没有被用到", "nothing uses the pattern %.*s",
      (int)name.n, name.p);
}

static bool mentions(const lint *l, const char *name) {
  for (size_t i = 0; i < l->outline.tokens.n; i++)
    if (hd_outline_is(&l->outline, i, name))
      return true;
  return false;
}

/* What is compiled in a function fails only when it is called. */
static void check_made(lint *l) {
  bool printed = mentions(l, "printed"); /* as the source has it: not folded */
  for (size_t i = 0; i < l->outline.tokens.n; i++) {
    size_t at = made_at(l, i);
    if (at == SIZE_MAX)
      continue;
    hd_str pattern = hd_outline_string(&l->outline, at);
    const char *wrong = hd_regex_wrong(l->arena, pattern);
    if (wrong)
      say(l, at, "pattern", "%s", "%s", wrong);
    else if (!printed)
      check_dead(l, at, pattern);
    check_unused(l, i);
  }
}

/* Behind the class of a Lua pattern that begins at `at`: %x stands for x, and a
 * ] that comes first for itself. */
static size_t past_class(hd_str p, size_t at) {
  size_t k = at + 1;
  if (k < p.n && p.p[k] == '^')
    k++;
  for (bool first = true; k < p.n && (first || p.p[k] != ']'); first = false)
    k += p.p[k] == '%' ? 2 : 1;
  return k < p.n ? k + 1 : p.n;
}

/* The first class of a Lua pattern that holds more than ASCII; n 0: none. */
static hd_str byte_class(hd_str p) {
  for (size_t at = 0; at < p.n; at++) {
    if (p.p[at] == '%') {
      at++;
    } else if (p.p[at] == '[') {
      size_t end = past_class(p, at);
      for (size_t k = at; k < end; k++)
        if ((unsigned char)p.p[k] >= 0x80)
          return (hd_str){p.p + at, end - at};
      at = end - 1;
    }
  }
  return (hd_str){p.p, 0};
}

/* find("[、", 1, true): nothing is a pattern there. */
static bool is_plain_find(const hd_outline *o, size_t string) {
  return hd_outline_is(o, string + 1, ",") &&
         hd_outline_is(o, string + 3, ",") &&
         hd_outline_is(o, string + 4, "true");
}

/* text:find("[、,]") and the like: find, match, gmatch and gsub of a string
 * read bytes, so the class matches halves of characters. */
static void check_classes(lint *l) {
  static const char *const METHODS[] = {"find", "match", "gmatch", "gsub"};
  const hd_outline *o = &l->outline;
  for (size_t i = 0; i + 3 < o->tokens.n; i++) {
    if (!hd_outline_is(o, i, ":") || !hd_outline_is(o, i + 2, "(") ||
        !is_string(l, i + 3))
      continue;
    bool method = false;
    for (size_t k = 0; k < sizeof METHODS / sizeof *METHODS; k++)
      method = method || hd_outline_is(o, i + 1, METHODS[k]);
    hd_str bad = byte_class(hd_outline_string(o, i + 3));
    if (method && bad.n && !is_plain_find(o, i + 3))
      say(l, i + 3, "bytes", "“%.*s”是字节的集合，会切断字符：请用 re.new",
          "“%.*s” is a set of bytes and cuts characters: use re.new",
          (int)bad.n, bad.p);
  }
}

/* ---- a rule ----------------------------------------------------------- */
static int by_place(const void *a, const void *b) {
  const hd_lint_note *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return strcmp(x->text[HD_LANG_EN], y->text[HD_LANG_EN]);
}

size_t hd_rules_lint(hd_arena *arena, const hd_rules *rules, const char *id,
                     hd_lint_note **notes) {
  lint l = {.arena = arena, .rules = rules};
  for (size_t i = 0; i < rules->n; i++)
    if (strcmp(rules->scripts[i]->info.id, id) == 0)
      l.script = rules->scripts[i];
  if (!l.script)
    return 0;
  l.outline = hd_outline_read(arena, l.script->source);
  l.table = hd_outline_returned(&l.outline);
  check_texts(&l);
  check_keys(&l);
  check_patterns(&l);
  check_made(&l);
  check_classes(&l);
  if (l.notes.n)
    qsort(l.notes.items, l.notes.n, sizeof *l.notes.items, by_place);
  *notes = l.notes.items;
  return l.notes.n;
}
