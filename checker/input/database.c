/* database: the tables of an SQLite database, for --reference.
 *
 * In: the bytes of the file. Out: a source of one line a cell, table by table
 * in the order of their names; the layout tells each line's table (as a
 * sheet), row and column. The first row is the names of the columns; those
 * that are computed are left out.
 *
 * The file may be anyone's. It is read from memory, so that SQLite opens
 * nothing, and may not be written. Nothing in it is run: views, virtual tables
 * and triggers are left out, the schema is not trusted, a guard (authorizer)
 * lets nothing be done but columns be read; steps, lengths and numbers of
 * columns are limited by counts. */
#include "database_library.h"
#include "format.h"
#include "layout.h"
#include <stdlib.h>
#include <strings.h>

enum {
  MOST_COLUMNS = 256,
  MOST_CELLS = 2000 * 1000,
  LONGEST = 1 << 16, /* bytes of a cell */
  STEPS = 1000,      /* of SQLite's machine between two looks */
  MOST_LOOKS = 200 * 1000
};

typedef struct {
  const hd_extraction *x;
  hd_database_library f;
  sqlite3 *db;
  HD_VEC(const char *) tables;
  HD_VEC(hd_laid_text) lines;
  size_t bytes, looks;
  const char *table; /* that is being read, and its number */
  uint32_t number;
} reader;

static bool fail(reader *r, const char *message) {
  r->x->error->message = message;
  return false;
}

/* A text of SQLite's, or of the file's that it quotes, as a message may hold
 * it: UTF-8 without control characters. */
static const char *readable(hd_arena *arena, const char *text) {
  hd_str s = hd_str_of(text);
  char *copy = hd_arena_copy(arena, s.p, s.n);
  for (size_t i = 0; i < s.n; i++)
    if ((unsigned char)copy[i] < ' ' || copy[i] == 0x7F)
      copy[i] = '?';
  for (size_t at = 0; (at += hd_utf8_invalid(copy + at, s.n - at)) < s.n; at++)
    copy[at] = '?';
  return copy;
}

/* What SQLite says is wrong with the file. */
static bool fail_reading(reader *r) {
  hd_arena *arena = r->x->arena;
  const char *why = r->looks > MOST_LOOKS
                        ? "it takes too many steps"
                        : readable(arena, r->f.sqlite3_errmsg(r->db));
  return fail(r,
              hd_arena_format(arena, "this database cannot be read: %s", why));
}

/* ---- what the database may do -------------------------------------------- */

static int look(void *data) {
  reader *r = data;
  return ++r->looks > MOST_LOOKS;
}

/* Reads of columns, and what columns there are. */
static int guard(void *data, int action, const char *a, const char *b,
                 const char *c, const char *d) {
  bool columns = action == SQLITE_PRAGMA && a && strcmp(a, "table_xinfo") == 0;
  (void)data, (void)b, (void)c, (void)d;
  return columns || action == SQLITE_SELECT || action == SQLITE_READ
             ? SQLITE_OK
             : SQLITE_DENY;
}

static void harden(reader *r) {
  static const int switches[][2] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},
      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},
  };
  static const int limits[][2] = {
      {SQLITE_LIMIT_LENGTH, 1 << 20},      {SQLITE_LIMIT_SQL_LENGTH, 1 << 16},
      {SQLITE_LIMIT_COLUMN, MOST_COLUMNS}, {SQLITE_LIMIT_EXPR_DEPTH, 20},
      {SQLITE_LIMIT_ATTACHED, 0},          {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
      {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
    r->f.sqlite3_db_config(r->db, switches[i][0], switches[i][1], NULL);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    r->f.sqlite3_limit(r->db, limits[i][0], limits[i][1]);
  r->f.sqlite3_exec(r->db, "PRAGMA cell_size_check=ON", NULL, NULL, NULL);
  r->f.sqlite3_progress_handler(r->db, STEPS, look, r);
  r->f.sqlite3_set_authorizer(r->db, guard, r);
}

/* A copy that says it has no separate journal: SQLite would look for one. */
static unsigned char *copy_of(const hd_extraction *x) {
  enum { WRITE_VERSION = 18, READ_VERSION = 19, HEAD = 100 };
  unsigned char *copy =
      (unsigned char *)hd_arena_copy(x->arena, x->bytes.p, x->bytes.n);
  if (x->bytes.n < HEAD || copy[WRITE_VERSION] != 2)
    return copy;
  copy[WRITE_VERSION] = copy[READ_VERSION] = 1;
  hd_source_left_out(
      x->arena, x->source,
      (hd_note){"数据库使用 WAL 日志，尚未写回的改动没有读到；日志模式",
                "the database keeps a write-ahead log: what was not yet "
                "written back was not read; journal mode"},
      2);
  return copy;
}

static size_t big_endian(hd_str s, size_t at, size_t n) {
  size_t value = 0;
  for (size_t i = 0; i < n; i++)
    value = value << 8 | (unsigned char)s.p[at + i];
  return value;
}

/* SQLite reads what lacks at the end as zeros, which are empty rows. */
static bool is_whole(hd_str s) {
  enum { HEAD = 100, PAGE = 16, COUNT = 28 };
  if (s.n < HEAD)
    return false;
  size_t page = big_endian(s, PAGE, 2);
  page = page == 1 ? 65536 : page;
  return page >= 512 && s.n % page == 0 &&
         big_endian(s, COUNT, 4) <= s.n / page;
}

static bool open_database(reader *r) {
  const hd_extraction *x = r->x;
  if (hd_str_starts(x->bytes, HD_STR("SQLite format 3")) && !is_whole(x->bytes))
    return fail(r, "this database cannot be read: it is cut off");
  if (!hd_database_library_load(&r->f))
    return fail(r, "a database is read by SQLite, which is not installed here "
                   "(libsqlite3-0)");
  if (r->f.sqlite3_open_v2(":memory:", &r->db, SQLITE_OPEN_READWRITE, NULL) !=
      SQLITE_OK)
    return fail(r, "SQLite has no memory to open this database");
  sqlite3_int64 n = (sqlite3_int64)x->bytes.n;
  if (r->f.sqlite3_deserialize(r->db, "main", copy_of(x), n, n,
                               SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
    return fail_reading(r);
  harden(r);
  return true;
}

/* ---- tables ---------------------------------------------------------------
 */

static hd_str column_text(reader *r, sqlite3_stmt *s, int i) {
  if (r->f.sqlite3_column_type(s, i) == SQLITE_BLOB)
    return (hd_str){"", 0};
  const char *p = (const char *)r->f.sqlite3_column_text(s, i);
  return (hd_str){p ? p : "", p ? (size_t)r->f.sqlite3_column_bytes(s, i) : 0};
}

/* Plain tables: SQLite's own, virtual ones and views are none. */
static bool list_tables(reader *r) {
  static const char query[] = "SELECT name, sql FROM sqlite_schema WHERE type "
                              "= 'table' AND rootpage > 0";
  sqlite3_stmt *s = NULL;
  int code = r->f.sqlite3_prepare_v2(r->db, query, -1, &s, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = r->f.sqlite3_step(s);
    if (code != SQLITE_ROW)
      break;
    hd_str name = column_text(r, s, 0);
    if (name.n > 0 && hd_utf8_invalid(name.p, name.n) == name.n &&
        strncasecmp(name.p, "sqlite_", 7) != 0)
      HD_PUSH(r->x->arena, &r->tables,
              hd_arena_copy(r->x->arena, name.p, name.n));
  }
  r->f.sqlite3_finalize(s);
  return code == SQLITE_DONE || fail_reading(r);
}

/* ---- cells ----------------------------------------------------------------
 */

/* The text of a cell on one line. */
static hd_str one_line(reader *r, hd_str s) {
  size_t n = s.n > LONGEST ? hd_utf8_floor(s.p, LONGEST) : s.n;
  char *copy = hd_arena_copy(r->x->arena, s.p, n);
  for (size_t i = 0; i < n; i++)
    if ((unsigned char)copy[i] < ' ')
      copy[i] = ' ';
  return hd_utf8_invalid(copy, n) < n ? (hd_str){"", 0} : (hd_str){copy, n};
}

static bool add_cell(reader *r, hd_str text, uint32_t row, uint32_t col) {
  hd_laid_text line = {.text = one_line(r, text),
                       .laid = {.kind = HD_LAID_CELL,
                                .table = r->number,
                                .row = row,
                                .col = col,
                                .rowspan = 1,
                                .colspan = 1,
                                .header = row == 0,
                                .sheet = r->table,
                                .line = row + 1,
                                .place = col + 1}};
  r->bytes += line.text.n + 1;
  if (r->lines.n >= MOST_CELLS || r->bytes > r->x->options->max_bytes)
    return fail(r, "its tables are too large; name the one that is needed: "
                   "?table=NAME");
  HD_PUSH(r->x->arena, &r->lines, line);
  return true;
}

static bool read_rows(reader *r, sqlite3_stmt *s) {
  int n = r->f.sqlite3_column_count(s), code;
  for (int i = 0; i < n; i++) {
    const char *name = r->f.sqlite3_column_name(s, i);
    if (!add_cell(r, hd_str_of(name ? name : ""), 0, (uint32_t)i))
      return false;
  }
  for (uint32_t row = 1; (code = r->f.sqlite3_step(s)) == SQLITE_ROW; row++)
    for (int i = 0; i < n; i++)
      if (!add_cell(r, column_text(r, s, i), row, (uint32_t)i))
        return false;
  return code == SQLITE_DONE || fail_reading(r);
}

/* "a""b": a name as SQL quotes it. */
static const char *quote(hd_arena *arena, const char *name) {
  char *out = hd_arena_alloc(arena, strlen(name) * 2 + 3), *p = out;
  *p++ = '"';
  for (; *name; name++) {
    if (*name == '"')
      *p++ = '"';
    *p++ = *name;
  }
  *p = '"';
  return out;
}

/* "a", "b": the columns of the table but those that are computed. NULL where
 * the table cannot be read. */
static const char *list_columns(reader *r, const char *quoted) {
  enum { NAME = 1, HIDDEN = 6 };
  hd_arena *arena = r->x->arena;
  sqlite3_stmt *s = NULL;
  const char *list = NULL;
  const char *query = hd_arena_format(arena, "PRAGMA table_xinfo(%s)", quoted);
  int code = r->f.sqlite3_prepare_v2(r->db, query, -1, &s, NULL), n = 0;
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = r->f.sqlite3_step(s);
    if (code != SQLITE_ROW || n == MOST_COLUMNS)
      break;
    if (r->f.sqlite3_column_int(s, HIDDEN) != 0)
      continue;
    hd_str name = column_text(r, s, NAME);
    const char *own = quote(arena, hd_arena_copy(arena, name.p, name.n));
    list = n++ ? hd_arena_format(arena, "%s, %s", list, own) : own;
  }
  r->f.sqlite3_finalize(s);
  return code == SQLITE_DONE ? list : NULL;
}

static bool read_table(reader *r, const char *table) {
  sqlite3_stmt *s = NULL;
  const char *quoted = quote(r->x->arena, table);
  const char *columns = list_columns(r, quoted);
  r->table = table;
  r->number++;
  if (!columns)
    return fail(r, hd_arena_format(
                       r->x->arena,
                       "this database cannot be read: its table %s is damaged, "
                       "or has more than %d columns",
                       readable(r->x->arena, table), MOST_COLUMNS));
  const char *query =
      hd_arena_format(r->x->arena, "SELECT %s FROM %s", columns, quoted);
  bool good =
      r->f.sqlite3_prepare_v2(r->db, query, -1, &s, NULL) == SQLITE_OK && s
          ? read_rows(r, s)
          : fail_reading(r);
  r->f.sqlite3_finalize(s);
  return good;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All tables, or the one that is wanted, which may not be there: that is said
 * where its columns are looked for. */
static bool read_tables(reader *r) {
  const char *wanted = r->x->options->table;
  bool there = false;
  for (size_t i = 0; i < r->tables.n; i++)
    there = there || (wanted && strcmp(wanted, r->tables.items[i]) == 0);
  for (size_t i = 0; i < r->tables.n; i++)
    if ((!there || strcmp(wanted, r->tables.items[i]) == 0) &&
        !read_table(r, r->tables.items[i]))
      return false;
  return true;
}

bool hd_database_extract(const hd_extraction *x) {
  reader r = {.x = x};
  x->source->format = HD_FORMAT_DATABASE;
  if (!x->options->reference) {
    x->error->message = "a database is no report: it is read as a table of "
                        "known figures, by --reference";
    return false;
  }
  bool good = open_database(&r) && list_tables(&r);
  if (r.tables.n > 1)
    qsort(r.tables.items, r.tables.n, sizeof *r.tables.items, by_name);
  good = good && read_tables(&r);
  if (r.db)
    r.f.sqlite3_close(r.db);
  if (good)
    hd_layout_build(x->arena, r.lines.items, r.lines.n, x->source);
  return good;
}
