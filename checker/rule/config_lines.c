/* config_lines: where the keys of a configuration stand in its text.
 *
 * A Lua table does not know its lines, and a message without one sends people
 * searching. So the constructor behind `return` is followed in the tokens of
 * the text (outline.c). What stands elsewhere (a local table that is returned)
 * has no line, which is no error. Words that make a program of it are refused
 * here. */
#include "config.h"
#include "outline.h"

/* The entries of the table at token `table`, whose path is `path`, with a
 * joint behind it unless it is the outermost. */
static void note_table(const hd_outline *o, hd_map *lines, size_t table,
                       const char *path, int depth) {
  hd_outline_walk walk = {.next = table + 1};
  hd_outline_field field;
  while (hd_outline_next(o, &walk, &field)) {
    bool fresh;
    const char *key =
        field.key.p
            ? hd_arena_format(o->arena, "%s%.*s", path, (int)field.key.n,
                              field.key.p)
            : hd_arena_format(o->arena, "%s%u", path, (unsigned)field.index);
    uint32_t *line = hd_map_at(lines, hd_str_of(key), &fresh);
    *line = o->tokens.items[field.at].line;
    if (hd_outline_is(o, field.first, "{") && depth < HD_CONFIG_DEPTH)
      note_table(o, lines, field.first,
                 hd_arena_format(o->arena, "%s" HD_CONFIG_JOINT, key),
                 depth + 1);
  }
}

static const hd_lua_token *find_program(const hd_outline *o) {
  static const char *const words[] = {"function", "while", "for",
                                      "repeat",   "goto",  NULL};
  for (size_t i = 0; i < o->tokens.n; i++)
    for (const char *const *w = words; *w; w++)
      if (hd_outline_is(o, i, *w))
        return &o->tokens.items[i];
  return NULL;
}

bool hd_config_lines(hd_arena *arena, hd_str source, hd_map *lines,
                     hd_error *error) {
  hd_outline outline = hd_outline_read(arena, source);
  const hd_lua_token *program = find_program(&outline);
  if (program) {
    error->line = program->line;
    error->message = hd_arena_format(
        arena, "'%.*s': a configuration is a table, without functions or loops",
        (int)program->text.n, program->text.p);
    return false;
  }
  size_t table = hd_outline_returned(&outline);
  if (table != SIZE_MAX)
    note_table(&outline, lines, table, "", 1);
  return true;
}
