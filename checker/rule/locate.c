/* locate: an error about a rule's table in, the place in its text out.
 *
 * Sentences of form.c begin with the path of what they are about ("on.link:
 * unknown 'fromto'") and quote the word that is wrong; those of Lua and of
 * source.c have a line and quote a word of it. */
#include "outline.h"

/* The word that the message quotes, of Lua's own the last one: near 'x'. */
static hd_str quoted(const char *message) {
  const char *near = strstr(message, "near '");
  const char *from = near ? near + 5 : strchr(message, '\'');
  const char *to = from ? strchr(from + 1, '\'') : NULL;
  return to ? (hd_str){from + 1, (size_t)(to - from - 1)} : (hd_str){NULL, 0};
}

static bool says(const hd_outline *o, size_t token, hd_str word) {
  const hd_lua_token *t = &o->tokens.items[token];
  return word.p && (hd_str_eq(t->text, word) ||
                    (t->kind == HD_LUA_STRING &&
                     hd_str_eq(hd_outline_string(o, token), word)));
}

/* The token from `from` on, before `to`, that says the word; else `from`. */
static size_t find_word(const hd_outline *o, size_t from, size_t to,
                        hd_str word) {
  for (size_t i = from; i < to; i++)
    if (says(o, i, word) && !(i > 0 && (hd_outline_is(o, i - 1, ".") ||
                                        hd_outline_is(o, i - 1, ":"))))
      return i;
  return from;
}

static size_t find_in_line(const hd_outline *o, uint32_t line, hd_str word) {
  size_t from = 0, to;
  while (from < o->tokens.n && o->tokens.items[from].line < line)
    from++;
  for (to = from; to < o->tokens.n && o->tokens.items[to].line == line;)
    to++;
  return find_word(o, from, to, word);
}

/* The deepest field of the path that is written out; the table itself where
 * there is none. */
static size_t find_field(const hd_outline *o, const char *message) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  size_t table = hd_outline_returned(o), found = table, end = o->tokens.n;
  hd_outline_field field;
  if (table == SIZE_MAX)
    return 0;
  if (strncmp(message, "rule: ", 6) != 0)
    for (size_t n; (n = strspn(message, letters)) > 0; message += n + 1) {
      const char *path[] = {hd_arena_copy(o->arena, message, n), NULL};
      if (!hd_outline_find(o, table, path, &field))
        break;
      found = field.at;
      end = field.end;
      table = field.first;
      if (message[n] != '.')
        break;
    }
  return find_word(o, found, end, quoted(strchr(message, '\'') ? message : ""));
}

void hd_outline_locate(const hd_outline *o, const char *message, uint32_t *line,
                       uint32_t *column) {
  if (o->tokens.n == 0)
    return;
  size_t at =
      *line ? find_in_line(o, *line, quoted(message)) : find_field(o, message);
  if (at >= o->tokens.n || (*line && o->tokens.items[at].line != *line))
    return;
  *line = o->tokens.items[at].line;
  *column = o->tokens.items[at].column;
}
