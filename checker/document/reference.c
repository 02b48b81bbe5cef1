/* reference: rows of tables in, a document of sentences out.
 *
 * In: a document that was read as any other, of whatever format, and what the
 * user says of its columns. Out: one paragraph a row, whose map leads to the
 * cell of its value. */
#include "reference.h"
#include <stdlib.h>

static const struct {
  const char *word;
  hd_known_column column;
} names[] = {
    {"subject", HD_KNOWN_SUBJECT},  {"indicator", HD_KNOWN_SUBJECT},
    {"name", HD_KNOWN_SUBJECT},     {"指标", HD_KNOWN_SUBJECT},
    {"指标名称", HD_KNOWN_SUBJECT}, {"项目", HD_KNOWN_SUBJECT},
    {"名称", HD_KNOWN_SUBJECT},     {"scope", HD_KNOWN_SCOPE},
    {"region", HD_KNOWN_SCOPE},     {"地区", HD_KNOWN_SCOPE},
    {"范围", HD_KNOWN_SCOPE},       {"period", HD_KNOWN_PERIOD},
    {"year", HD_KNOWN_PERIOD},      {"时期", HD_KNOWN_PERIOD},
    {"年份", HD_KNOWN_PERIOD},      {"时间", HD_KNOWN_PERIOD},
    {"value", HD_KNOWN_VALUE},      {"数值", HD_KNOWN_VALUE},
    {"数据", HD_KNOWN_VALUE},       {"值", HD_KNOWN_VALUE},
    {"unit", HD_KNOWN_UNIT},        {"单位", HD_KNOWN_UNIT},
    {"计量单位", HD_KNOWN_UNIT},    {"科目", HD_KNOWN_SUBJECT},
    {"区域", HD_KNOWN_SCOPE},       {"area", HD_KNOWN_SCOPE},
    {"date", HD_KNOWN_PERIOD},      {"日期", HD_KNOWN_PERIOD},
    {"年度", HD_KNOWN_PERIOD},      {"报告期", HD_KNOWN_PERIOD},
    {"amount", HD_KNOWN_VALUE},     {"金额", HD_KNOWN_VALUE},
};

/* What behind a name says that the value is its growth. The longest first. */
static const struct {
  const char *word;
  bool falls; /* a positive value is a fall */
} growths[] = {
    {"同比增长率", false}, {"同比增长", false},     {"同比增速", false},
    {"比上年增长", false}, {"增长率", false},       {"增长速度", false},
    {"增速", false},       {"增幅", false},         {"增长", false},
    {"涨幅", false},       {"上涨", false},         {"比上年下降", true},
    {"同比下降", true},    {"下降", true},          {"降幅", true},
    {"减少", true},        {" growth rate", false}, {" growth", false},
    {" change", false},    {" decline", true},
};

enum { LOOKED_AT = 8, MOST_HEADERS = 64 };

typedef struct {
  hd_arena *arena;
  const hd_document *doc;
  const hd_reference_form *form;
  const hd_table *table;
  uint32_t at[HD_KNOWN_COLUMNS]; /* the column of each, HD_NONE */
  hd_str head_unit, head_period; /* of the column of values: 2024年(万元) */
  HD_VEC(char) text;
  HD_VEC(hd_segment) segments;
  HD_VEC(hd_block) blocks;
  HD_VEC(hd_known_row) rows;
  size_t chinese; /* of the sentences */
  /* what there was, to say what is missing */
  HD_VEC(const char *) headers, tables;
  hd_known_column lacking;
  bool named; /* the table that the form names was found */
} reader;

/* "subject", ... */
static const char *column_name(hd_known_column column) {
  static const char *const all[] = {"subject", "scope", "period", "value",
                                    "unit"};
  return all[column];
}

/* ---- the table ---------------------------------------------------------- */
static hd_str cell_text(const reader *r, const hd_cell *cell) {
  return hd_str_trim(hd_document_text(r->doc, cell->span));
}

static const char *keep(const reader *r, hd_str s) {
  return hd_arena_copy(r->arena, s.p, s.n);
}

/* A header as the user types it, in the width of the document: （万元）. */
static const char *folded(const reader *r, const char *text) {
  hd_str s = hd_str_trim(hd_str_of(text));
  char *out = hd_arena_alloc(r->arena, s.n * 2 + 4);
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    n += hd_utf8_encode(hd_cp_fold(cp), out + n);
  }
  out[n] = '\0';
  return out;
}

/* Is the column found by this header? By what the form names, else by the
 * usual words. */
static bool heads(const reader *r, hd_str s, hd_known_column column) {
  char lower[32];
  const char *named = r->form->columns[column];
  if (named)
    return hd_str_eq(s, hd_str_of(folded(r, named)));
  if (s.n >= sizeof lower)
    return false;
  hd_ascii_lower(lower, s.p, s.n);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].column == column &&
        hd_str_is((hd_str){lower, s.n}, names[i].word))
      return true;
  return false;
}

/* The index of the first cell of each row, n_cells where it has none. */
static size_t row_start(const hd_table *t, uint32_t row) {
  size_t low = 0, high = t->n_cells;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (t->cells[mid].row < row)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

/* Columns that must be there: subject and value, and those that are named. */
static bool is_wanted(const reader *r, int column) {
  return column == HD_KNOWN_SUBJECT || column == HD_KNOWN_VALUE ||
         r->form->columns[column];
}

/* A name without the unit in brackets behind it, 地区生产总值(亿元), which
 * goes to *unit. */
static hd_str cut_unit(hd_str s, hd_str *unit) {
  size_t from = s.n;
  if (s.n < 3 || s.p[s.n - 1] != ')')
    return s;
  while (from > 0 && s.p[from - 1] != '(')
    from--;
  if (from < 2)
    return s;
  *unit = hd_str_trim((hd_str){s.p + from, s.n - 1 - from});
  return hd_str_trim((hd_str){s.p, from - 1});
}

/* What the header of the values says of them all. */
static void read_head(reader *r, const hd_cell *cell) {
  r->head_unit = (hd_str){"", 0};
  r->head_period = cut_unit(cell_text(r, cell), &r->head_unit);
}

/* Finds the columns in a row; true where none is lacking. */
static bool try_header(reader *r, uint32_t row) {
  size_t found = 0, from = row_start(r->table, row);
  for (int c = 0; c < HD_KNOWN_COLUMNS; c++)
    r->at[c] = HD_NONE;
  for (size_t i = from; i < r->table->n_cells && r->table->cells[i].row == row;
       i++)
    for (int c = 0; c < HD_KNOWN_COLUMNS; c++)
      if (r->at[c] == HD_NONE &&
          heads(r, cell_text(r, &r->table->cells[i]), (hd_known_column)c)) {
        r->at[c] = r->table->cells[i].column;
        found++;
        if (c == HD_KNOWN_VALUE)
          read_head(r, &r->table->cells[i]);
      }
  for (int c = 0; c < HD_KNOWN_COLUMNS; c++)
    if (is_wanted(r, c) && r->at[c] == HD_NONE) {
      if (found > 0 || row == 0)
        r->lacking = (hd_known_column)c;
      return false;
    }
  return true;
}

/* The row of the headers, or HD_NONE. */
static uint32_t find_header(reader *r) {
  for (uint32_t row = 0; row < r->table->rows && row < LOOKED_AT; row++)
    if (try_header(r, row))
      return row;
  size_t end = row_start(r->table, 1);
  for (size_t i = 0; i < end && r->headers.n < MOST_HEADERS; i++)
    HD_PUSH(r->arena, &r->headers, keep(r, cell_text(r, &r->table->cells[i])));
  return HD_NONE;
}

/* What the user calls a table: its sheet, else its number. */
static const char *table_name(const reader *r, const hd_table *t) {
  uint32_t off = t->n_cells ? t->cells[0].span.off : 0;
  const char *sheet = t->n_cells ? hd_document_sheet(r->doc, off) : NULL;
  return sheet ? sheet : hd_arena_format(r->arena, "%u", (unsigned)t->number);
}

/* ---- sentences ---------------------------------------------------------- */
static void put(reader *r, hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    HD_PUSH(r->arena, &r->text, s.p[i]);
}

static void put_words(reader *r, const char *s) { put(r, hd_str_of(s)); }

/* What follows stands at this place of the table. */
static void point(reader *r, uint32_t off) {
  hd_position p = hd_document_source_position(r->doc, off);
  hd_segment s = {(uint32_t)r->text.n, p.line, p.column, p.source};
  HD_PUSH(r->arena, &r->segments, s);
}

/* A name without what says that it grows, or falls. */
static hd_str cut_growth(hd_str s, hd_known_row *row) {
  for (size_t i = 0; i < sizeof growths / sizeof *growths; i++) {
    hd_str word = hd_str_of(growths[i].word);
    if (s.n <= word.n || !hd_str_ends(s, word))
      continue;
    row->growth = true;
    row->falls = growths[i].falls;
    return hd_str_trim((hd_str){s.p, s.n - word.n});
  }
  return s;
}

static bool is_percent(hd_str unit) {
  return hd_str_is(unit, "%") || hd_str_is(unit, "percent") ||
         hd_str_is(unit, "per cent") || hd_str_is(unit, "‰");
}

/* Value and unit, with a verb before them where they are a growth. */
static void put_value(reader *r, const hd_cell *cell, hd_str unit, bool han) {
  static const char *const verbs[2][2] = {{" rose by ", " fell by "},
                                          {"增长", "下降"}};
  hd_known_row *row = &r->rows.items[r->rows.n - 1];
  hd_str value = cell_text(r, cell);
  uint32_t off = cell->span.off;
  bool minus = value.n > 1 && value.p[0] == '-';
  if (row->growth) {
    put_words(r, verbs[han][minus != row->falls]);
    value.p += minus;
    value.n -= minus;
    off += minus;
  }
  point(r, off);
  row->value = (uint32_t)r->text.n;
  put(r, value);
  bool said = unit.n > 0 && hd_str_ends(value, unit);
  if (!said && unit.n && !han && unit.p[0] != '%')
    put_words(r, " ");
  if (!said)
    put(r, unit);
}

static void put_sentence(reader *r, const hd_cell *const *cells, hd_str unit) {
  const hd_known_row *row = &r->rows.items[r->rows.n - 1];
  bool han = hd_str_has_han(row->name);
  r->chinese += han;
  put(r, row->name);
  if (!han && !row->growth)
    put_words(r, " was ");
  put_value(r, cells[HD_KNOWN_VALUE], unit, han);
  put_words(r, han ? "。" : ".");
}

static hd_str field(const reader *r, const hd_cell *cell,
                    const char *otherwise) {
  if (cell)
    return cell_text(r, cell);
  return otherwise ? hd_str_of(otherwise) : (hd_str){"", 0};
}

static void add_block(reader *r, uint32_t off, const hd_cell *value) {
  uint32_t end = (uint32_t)r->text.n;
  hd_block block = {
      .kind = HD_BLOCK_PARAGRAPH,
      .span = {off, end},
      .marker = {off, off},
      .body = {off, end},
      .heading = HD_NONE,
      .table = HD_NONE,
      .paragraph = (uint32_t)r->blocks.n + 1,
      .line = hd_document_position(r->doc, value->span.off).line,
  };
  HD_PUSH(r->arena, &r->blocks, block);
  put_words(r, "\n");
}

static void read_row(reader *r, uint32_t index) {
  const hd_cell *cells[HD_KNOWN_COLUMNS] = {NULL};
  for (size_t i = row_start(r->table, index);
       i < r->table->n_cells && r->table->cells[i].row == index; i++)
    for (int c = 0; c < HD_KNOWN_COLUMNS; c++)
      if (r->table->cells[i].column == r->at[c] &&
          cell_text(r, &r->table->cells[i]).n)
        cells[c] = &r->table->cells[i];
  if (!cells[HD_KNOWN_SUBJECT] || !cells[HD_KNOWN_VALUE])
    return;
  const hd_reference_form *form = r->form;
  hd_known_row row = {.scope = field(r, cells[HD_KNOWN_SCOPE], form->scope)};
  hd_str unit = field(r, cells[HD_KNOWN_UNIT], NULL);
  hd_str own = {"", 0};
  hd_str name = cut_unit(cell_text(r, cells[HD_KNOWN_SUBJECT]), &own);
  if (unit.n == 0)
    unit = own.n ? own : form->unit ? hd_str_of(form->unit) : r->head_unit;
  if (is_percent(unit) ||
      hd_str_ends(cell_text(r, cells[HD_KNOWN_VALUE]), HD_STR("%")))
    name = cut_growth(name, &row);
  row.name = name;
  hd_str period = field(r, cells[HD_KNOWN_PERIOD], form->period);
  if (!hd_period_read(period.n ? period : r->head_period, form->dates,
                      &row.first, &row.last))
    row.first.year = row.last.year = 0;
  HD_PUSH(r->arena, &r->rows, row);
  uint32_t off = (uint32_t)r->text.n;
  point(r, cells[HD_KNOWN_VALUE]->span.off);
  put_sentence(r, cells, unit);
  add_block(r, off, cells[HD_KNOWN_VALUE]);
}

/* ---- what is missing ---------------------------------------------------- */

/* The names with commas between. */
static const char *join(const reader *r, const char *const *list, size_t n) {
  enum { SHOWN = 12 };
  const char *text = "";
  for (size_t i = 0; i < n && i < SHOWN; i++)
    text = hd_arena_format(r->arena, "%s%s%s", text, i ? ", " : "", list[i]);
  return n > SHOWN ? hd_arena_format(r->arena, "%s, ...", text) : text;
}

/* "there is no WHAT 'NAME' (did you mean 'X'?); there are: A, B" */
static const char *say_unknown(const reader *r, const char *what,
                               const char *name, const char *const *known,
                               size_t n) {
  const char *near = hd_nearest(name, known, n);
  const char *guess =
      near ? hd_arena_format(r->arena, " (did you mean '%s'?)", near) : "";
  return hd_arena_format(r->arena, "there is no %s '%s'%s; there are: %s", what,
                         name, guess, join(r, known, n));
}

static const char *say_missing(const reader *r) {
  const char *named = r->form->columns[r->lacking];
  if (r->tables.n == 0)
    return "a reference is a table; there is none in it";
  if (r->form->table && !r->named)
    return say_unknown(r, "table", r->form->table, r->tables.items,
                       r->tables.n);
  if (named)
    return say_unknown(r, "column", named, r->headers.items, r->headers.n);
  return hd_arena_format(
      r->arena,
      "no column says the %s: a reference has the columns subject and value, "
      "and scope, period and unit where they are needed; this has: %s. Others "
      "are named by columns.%s=HEADER",
      column_name(r->lacking), join(r, r->headers.items, r->headers.n),
      column_name(r->lacking));
}

/* ---- the document ------------------------------------------------------- */

static hd_document *build(reader *r) {
  hd_document *out = HD_NEW(r->arena, hd_document);
  hd_known *known = HD_NEW(r->arena, hd_known);
  known->rows = r->rows.items;
  known->n = r->rows.n;
  known->yields = r->form->yields;
  for (size_t i = 0; i < r->rows.n; i++)
    known->undated += r->rows.items[i].first.year == 0;
  *out = *r->doc;
  out->lang = 2 * r->chinese >= r->blocks.n ? HD_LANG_ZH : HD_LANG_EN;
  out->text = (hd_str){r->text.items, r->text.n};
  out->printed = out->text;
  out->blocks = r->blocks.items;
  out->n_blocks = r->blocks.n;
  out->tables = NULL;
  out->n_tables = 0;
  out->segments = r->segments.items;
  out->n_segments = r->segments.n;
  out->known = known;
  return out;
}

hd_document *hd_reference_read(hd_arena *arena, const hd_document *doc,
                               const hd_reference_form *form, hd_error *error) {
  static const hd_reference_form usual = {0};
  reader r = {.arena = arena, .doc = doc, .form = form ? form : &usual};
  bool any = false;
  for (size_t i = 0; i < doc->n_tables; i++) {
    r.table = &doc->tables[i];
    const char *name = table_name(&r, r.table);
    HD_PUSH(arena, &r.tables, name);
    if (r.form->table && strcmp(r.form->table, name) != 0)
      continue;
    r.named = true;
    uint32_t header = find_header(&r);
    if (header == HD_NONE)
      continue;
    any = true;
    for (uint32_t row = header + 1; row < r.table->rows; row++)
      read_row(&r, row);
  }
  if (any)
    return build(&r);
  error->message = say_missing(&r);
  return NULL;
}
