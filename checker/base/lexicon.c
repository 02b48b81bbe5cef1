/* lexicon: TSV files in, tables out.
 *
 * The embedded files of rules/lexicon come first, as the build has read them
 * where it has; then each user folder
 * in the order given. Fields point into the bytes of their file; nothing is
 * copied. A row of a user folder replaces every row of an earlier layer with
 * the same key, in the place of the first of them. Invariant: every row has
 * as many fields as its table has columns, and its first is not empty. */
#include "lexicon.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

typedef HD_VEC(hd_row) row_list;
typedef HD_VEC(hd_table_data) table_list;

struct hd_lexicon {
  hd_arena *arena;
  table_list tables;
  hd_error *error;
};

/* A file that is being read into a table. */
typedef struct {
  hd_lexicon *lexicon;
  const char *file;
  hd_str rest;   /* what was not yet read */
  uint32_t line; /* of the line read last */
  size_t *into;  /* column of the table for each column of the file */
  size_t n_columns;
} reader;

/* Notes the failure at the reader's line; returns false. */
static bool fail(const reader *r, const char *message) {
  *r->lexicon->error =
      (hd_error){.file = r->file, .line = r->line, .message = message};
  return false;
}

/* ---- lines and fields ------------------------------------------------- */

/* The next line that is neither blank nor a comment; false at the end. */
static bool next_line(reader *r, hd_str *line) {
  while (r->rest.n) {
    const char *end = memchr(r->rest.p, '\n', r->rest.n);
    size_t n = end ? (size_t)(end - r->rest.p) : r->rest.n;
    *line = (hd_str){r->rest.p, n};
    n += end != NULL;
    r->rest = (hd_str){r->rest.p + n, r->rest.n - n};
    r->line++;
    if (line->n && line->p[line->n - 1] == '\r')
      line->n--;
    if (line->n && line->p[0] != '#' &&
        ((unsigned char)line->p[0] > ' ' || hd_str_trim(*line).n))
      return true;
  }
  return false;
}

/* Takes the field up to the next tab off the line; behind the last field
 * line->p is NULL. */
static hd_str next_field(hd_str *line) {
  const char *tab = line->p ? memchr(line->p, '\t', line->n) : NULL;
  hd_str field = {line->p, tab ? (size_t)(tab - line->p) : line->n};
  *line = tab ? (hd_str){tab + 1, line->n - field.n - 1} : (hd_str){NULL, 0};
  return hd_str_trim(field);
}

static size_t count_fields(hd_str line) {
  size_t n = 1;
  for (size_t i = 0; i < line.n; i++)
    n += line.p[i] == '\t';
  return n;
}

/* ---- header ------------------------------------------------------------ */

/* The header of a table's first file makes its columns. */
static bool read_columns(reader *r, hd_table_data *table, hd_str line) {
  hd_arena *arena = r->lexicon->arena;
  table->n_columns = count_fields(line);
  table->columns = hd_arena_alloc(arena, table->n_columns * sizeof(hd_str));
  for (size_t i = 0; i < table->n_columns; i++) {
    table->columns[i] = next_field(&line);
    if (table->columns[i].n == 0)
      return fail(r, "a column of the header row has no name");
  }
  return true;
}

/* A later file may leave columns out and have them in another order. */
static bool map_columns(reader *r, const hd_table_data *table, hd_str line) {
  hd_arena *arena = r->lexicon->arena;
  r->n_columns = count_fields(line);
  r->into = hd_arena_alloc(arena, r->n_columns * sizeof *r->into);
  for (size_t i = 0; i < r->n_columns; i++) {
    hd_str name = next_field(&line);
    size_t at = 0;
    while (at < table->n_columns && !hd_str_eq(table->columns[at], name))
      at++;
    if (at == table->n_columns)
      return fail(r, hd_arena_format(arena, "the table %s has no column “%.*s”",
                                     table->name, (int)name.n, name.p));
    if (i == 0 && at != 0)
      return fail(r, hd_arena_format(arena, "the first column must be “%.*s”",
                                     (int)table->columns[0].n,
                                     table->columns[0].p));
    r->into[i] = at;
  }
  return true;
}

static bool read_header(reader *r, hd_table_data *table) {
  hd_str line;
  if (hd_str_starts(r->rest, HD_STR("\ufeff")))
    r->rest = (hd_str){r->rest.p + 3, r->rest.n - 3};
  if (!next_line(r, &line))
    return fail(r, "no header row");
  if (!table->n_columns && !read_columns(r, table, line))
    return false;
  return map_columns(r, table, line);
}

/* ---- rows --------------------------------------------------------------- */

/* Fills the fields, which are room for as many as the table has columns. */
static bool read_row(reader *r, const hd_table_data *table, hd_str line,
                     hd_str *fields, hd_row *row) {
  size_t i = 0;
  for (; line.p && i < r->n_columns; i++)
    fields[r->into[i]] = next_field(&line);
  if (line.p)
    return fail(r, "more fields than the header row has columns");
  for (i = 0; i < table->n_columns; i++)
    if (!fields[i].p)
      fields[i] = HD_STR("");
  if (fields[0].n == 0)
    return fail(r, "a row without a key");
  *row = (hd_row){.fields = fields, .file = r->file, .line = r->line};
  return true;
}

/* Lines of a text, a last one without an end included. */
static size_t count_lines(hd_str text) {
  size_t lines = 1;
  const char *p = text.p, *end = text.p + text.n;
  while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
    lines++;
    p++;
  }
  return lines;
}

/* Reads all rows of the file; their fields lie in one array. */
static bool read_rows(reader *r, const hd_table_data *table, row_list *rows) {
  hd_arena *arena = r->lexicon->arena;
  size_t lines = count_lines(r->rest), width = table->n_columns;
  hd_str *fields = hd_arena_alloc(arena, lines * width * sizeof *fields);
  rows->items = hd_arena_alloc(arena, lines * sizeof *rows->items);
  rows->cap = lines;
  for (hd_str line; next_line(r, &line); rows->n++)
    if (!read_row(r, table, line, fields + rows->n * width,
                  &rows->items[rows->n]))
      return false;
  return true;
}

/* The rows of a table by their key: first holds the number plus one of the
 * first row with a key, next the number plus one of the one behind it. */
typedef struct {
  hd_map *first;
  uint32_t *next;
} key_index;

static key_index index_keys(hd_arena *arena, const hd_table_data *table) {
  key_index keys = {hd_map_new(arena),
                    hd_arena_alloc(arena, table->n_rows * sizeof *keys.next)};
  for (size_t i = table->n_rows; i-- > 0;) {
    uint32_t *first = hd_map_at(keys.first, table->rows[i].fields[0], NULL);
    keys.next[i] = *first;
    *first = (uint32_t)i + 1;
  }
  return keys;
}

/* Takes the rows from `row` on out of the table (fields NULL); the first of
 * them becomes `with`, unless that is NULL. */
static void replace_rows(hd_table_data *table, const key_index *keys,
                         uint32_t row, const hd_row *with) {
  uint32_t first = row;
  for (; row; row = keys->next[row - 1])
    table->rows[row - 1].fields = NULL;
  if (with)
    table->rows[first - 1] = *with;
}

/* Lays one row of a user's file over the table: it removes or replaces the
 * rows with its key, or joins `added`. seen: keys already laid over, whose
 * further rows are added and replace nothing. */
static bool overlay_row(reader *r, hd_table_data *table, const key_index *keys,
                        hd_map *seen, const hd_row *row, row_list *added) {
  hd_arena *arena = r->lexicon->arena;
  hd_str key = row->fields[0];
  bool removes = key.n > 1 && key.p[0] == '-', fresh;
  if (removes)
    key = (hd_str){key.p + 1, key.n - 1};
  const uint32_t *first = hd_map_find(keys->first, key);
  r->line = row->line;
  if (removes && !first)
    return fail(r, hd_arena_format(arena, "no row “%.*s” to remove", (int)key.n,
                                   key.p));
  hd_map_at(seen, key, &fresh);
  if (first && fresh)
    replace_rows(table, keys, *first, removes ? NULL : row);
  else if (!removes)
    HD_PUSH(arena, added, *row);
  return true;
}

/* Lays the rows of a user's file over those of the table. */
static bool overlay(reader *r, hd_table_data *table, const row_list *rows) {
  hd_arena *arena = r->lexicon->arena;
  key_index keys = index_keys(arena, table);
  hd_map *seen = hd_map_new(arena);
  row_list added = {0}, all = {0};
  for (size_t i = 0; i < rows->n; i++)
    if (!overlay_row(r, table, &keys, seen, &rows->items[i], &added))
      return false;
  for (size_t i = 0; i < table->n_rows; i++)
    if (table->rows[i].fields)
      HD_PUSH(arena, &all, table->rows[i]);
  for (size_t i = 0; i < added.n; i++)
    HD_PUSH(arena, &all, added.items[i]);
  table->rows = all.items;
  table->n_rows = all.n;
  return true;
}

/* ---- tables -------------------------------------------------------------- */

static hd_table_data *find_table(const hd_lexicon *lexicon, const char *name) {
  for (size_t i = 0; i < lexicon->tables.n; i++)
    if (strcmp(lexicon->tables.items[i].name, name) == 0)
      return &lexicon->tables.items[i];
  return NULL;
}

/* Reads one file into the table of this name, which is made if absent. */
static bool read_file(hd_lexicon *lexicon, const char *name, const char *file,
                      hd_str bytes, bool user) {
  reader r = {.lexicon = lexicon, .file = file, .rest = bytes};
  size_t bad = user ? hd_utf8_invalid(bytes.p, bytes.n) : bytes.n;
  if (bad < bytes.n) {
    r.line = 1;
    for (size_t i = 0; i < bad; i++)
      r.line += bytes.p[i] == '\n';
    return fail(&r, "not UTF-8");
  }
  hd_table_data *table = find_table(lexicon, name);
  if (!table) {
    HD_PUSH(lexicon->arena, &lexicon->tables, (hd_table_data){.name = name});
    table = &lexicon->tables.items[lexicon->tables.n - 1];
  }
  row_list rows = {0};
  if (!read_header(&r, table) || !read_rows(&r, table, &rows))
    return false;
  if (user)
    return overlay(&r, table, &rows);
  table->rows = rows.items;
  table->n_rows = rows.n;
  return true;
}

static const hd_prepared_table *find_prepared(const char *file) {
  for (size_t i = 0; i < hd_prepared_table_count; i++)
    if (strcmp(hd_prepared_tables[i].file, file) == 0)
      return &hd_prepared_tables[i];
  return NULL;
}

/* A table as the build read it. */
static void take_prepared(hd_lexicon *lexicon, const char *name,
                          const hd_embedded *file, const hd_prepared_table *p) {
  hd_arena *arena = lexicon->arena;
  size_t n = (size_t)(p->rows + 1) * p->columns;
  hd_str *fields = hd_arena_alloc(arena, n * sizeof *fields);
  hd_table_data table = {.name = name,
                         .columns = fields,
                         .n_columns = p->columns,
                         .n_rows = p->rows};
  for (size_t i = 0; i < n; i++)
    fields[i] =
        (hd_str){(const char *)file->data + p->offsets[i], p->lengths[i]};
  table.rows = hd_arena_alloc(arena, (p->rows + 1) * sizeof *table.rows);
  for (size_t i = 0; i < p->rows; i++)
    table.rows[i] = (hd_row){.fields = fields + (i + 1) * p->columns,
                             .file = file->name,
                             .line = p->lines[i]};
  HD_PUSH(arena, &lexicon->tables, table);
}

static bool read_embedded(hd_lexicon *lexicon) {
  static const hd_str head = {"rules/lexicon/", 14}, tail = {".tsv", 4};
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *file = &hd_embedded_files[i];
    hd_str name = hd_str_of(file->name);
    if (!hd_str_starts(name, head) || !hd_str_ends(name, tail))
      continue;
    const char *table = hd_arena_copy(lexicon->arena, name.p + head.n,
                                      name.n - head.n - tail.n);
    const hd_prepared_table *prepared = find_prepared(file->name);
    if (prepared) {
      take_prepared(lexicon, table, file, prepared);
      continue;
    }
    hd_str bytes = {(const char *)file->data, file->n};
    if (!read_file(lexicon, table, file->name, bytes, false))
      return false;
  }
  return true;
}

/* ---- user folders ----------------------------------------------------------
 */

static bool fail_at(const hd_lexicon *lexicon, const char *path, int code) {
  const char *why = code == ENOENT    ? "it does not exist"
                    : code == EACCES  ? "permission denied"
                    : code == ENOTDIR ? "it is not a folder"
                                      : "it cannot be read";
  *lexicon->error = (hd_error){.file = path, .message = why};
  return false;
}

static bool read_user_file(hd_lexicon *lexicon, const char *name,
                           const char *path) {
  FILE *in = fopen(path, "rb");
  if (!in)
    return fail_at(lexicon, path, errno);
  hd_buffer bytes = {0};
  char piece[8192];
  for (size_t n; (n = fread(piece, 1, sizeof piece, in)) > 0;)
    hd_buffer_add(&bytes, piece, n);
  bool good = !ferror(in);
  fclose(in);
  hd_str text = {hd_arena_copy(lexicon->arena, bytes.p, bytes.n), bytes.n};
  hd_buffer_free(&bytes);
  return good ? read_file(lexicon, name, path, text, true)
              : fail_at(lexicon, path, EIO);
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder in byte order, without hidden ones. */
static bool list_folder(hd_lexicon *lexicon, const char *path, char ***names,
                        size_t *n) {
  HD_VEC(char *) list = {0};
  DIR *folder = opendir(path);
  if (!folder)
    return fail_at(lexicon, path, errno);
  for (struct dirent *entry; (entry = readdir(folder));)
    if (entry->d_name[0] != '.')
      HD_PUSH(
          lexicon->arena, &list,
          hd_arena_copy(lexicon->arena, entry->d_name, strlen(entry->d_name)));
  closedir(folder);
  if (list.n)
    qsort(list.items, list.n, sizeof *list.items, by_bytes);
  *names = list.items;
  *n = list.n;
  return true;
}

/* Every TSV file in folder/language. */
static bool read_language(hd_lexicon *lexicon, const char *folder,
                          const char *language) {
  hd_arena *arena = lexicon->arena;
  const char *path = hd_arena_format(arena, "%s/%s", folder, language);
  char **names;
  size_t n;
  if (!list_folder(lexicon, path, &names, &n))
    return false;
  for (size_t i = 0; i < n; i++) {
    hd_str name = hd_str_of(names[i]);
    if (!hd_str_ends(name, HD_STR(".tsv")))
      continue;
    const char *table =
        hd_arena_format(arena, "%s/%.*s", language, (int)name.n - 4, name.p);
    const char *file = hd_arena_format(arena, "%s/%s", path, names[i]);
    if (!read_user_file(lexicon, table, file))
      return false;
  }
  return true;
}

static bool read_folder(hd_lexicon *lexicon, const char *folder) {
  char **names;
  size_t n;
  if (!list_folder(lexicon, folder, &names, &n))
    return false;
  for (size_t i = 0; i < n; i++)
    if (!strchr(names[i], '.') && !read_language(lexicon, folder, names[i]))
      return false;
  return true;
}

/* ---- entry ------------------------------------------------------------------
 */

static int by_name(const void *a, const void *b) {
  return strcmp(((const hd_table_data *)a)->name,
                ((const hd_table_data *)b)->name);
}

hd_lexicon *hd_lexicon_open(hd_arena *arena, const char *const *folders,
                            size_t n, hd_error *error) {
  hd_error ignored;
  hd_lexicon *lexicon = HD_NEW(arena, hd_lexicon);
  lexicon->arena = arena;
  lexicon->error = error ? error : &ignored;
  if (!read_embedded(lexicon))
    return NULL;
  for (size_t i = 0; i < n; i++)
    if (!read_folder(lexicon, folders[i]))
      return NULL;
  if (lexicon->tables.n)
    qsort(lexicon->tables.items, lexicon->tables.n,
          sizeof *lexicon->tables.items, by_name);
  for (size_t i = 0; i < lexicon->tables.n; i++)
    hd_table_index(arena, &lexicon->tables.items[i]);
  lexicon->error = NULL;
  return lexicon;
}

const hd_table_data *hd_lexicon_table(const hd_lexicon *lexicon,
                                      const char *name) {
  return find_table(lexicon, name);
}

size_t hd_lexicon_tables(const hd_lexicon *lexicon,
                         const hd_table_data **tables) {
  *tables = lexicon->tables.items;
  return lexicon->tables.n;
}
