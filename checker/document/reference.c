/* reference: rows of tables in, a document of sentences out.
 *
 * In: a document that was read as any other, of whatever format. Out: one
 * paragraph a row, whose map leads to the cell of its value. */
#include "reference.h"
#include <stdlib.h>

typedef enum { SUBJECT, SCOPE, PERIOD, VALUE, UNIT, N_COLUMNS } column;

static const struct {
  const char *word;
  column column;
} names[] = {
    {"subject", SUBJECT}, {"indicator", SUBJECT}, {"name", SUBJECT},
    {"指标", SUBJECT},    {"指标名称", SUBJECT},  {"项目", SUBJECT},
    {"名称", SUBJECT},    {"scope", SCOPE},       {"region", SCOPE},
    {"地区", SCOPE},      {"范围", SCOPE},        {"period", PERIOD},
    {"year", PERIOD},     {"时期", PERIOD},       {"年份", PERIOD},
    {"时间", PERIOD},     {"value", VALUE},       {"数值", VALUE},
    {"数据", VALUE},      {"值", VALUE},          {"unit", UNIT},
    {"单位", UNIT},       {"计量单位", UNIT},
};

typedef struct {
  hd_arena *arena;
  const hd_document *doc;
  const hd_table *table;
  uint32_t at[N_COLUMNS]; /* the column of each, HD_NONE */
  HD_VEC(char) text;
  HD_VEC(hd_segment) segments;
  HD_VEC(hd_block) blocks;
  size_t chinese; /* of the sentences */
} reader;

/* ---- the table ---------------------------------------------------------- */
static hd_str cell_text(const reader *r, const hd_cell *cell) {
  return hd_str_trim(hd_document_text(r->doc, cell->span));
}

static column column_of(hd_str s) {
  char lower[32];
  if (s.n >= sizeof lower)
    return N_COLUMNS;
  hd_ascii_lower(lower, s.p, s.n);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (hd_str_is((hd_str){lower, s.n}, names[i].word))
      return names[i].column;
  return N_COLUMNS;
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

/* Finds the columns in the first row that names subject and value; the row, or
 * HD_NONE. */
static uint32_t find_header(reader *r) {
  enum { LOOKED_AT = 8 };
  for (uint32_t row = 0; row < r->table->rows && row < LOOKED_AT; row++) {
    for (int c = 0; c < N_COLUMNS; c++)
      r->at[c] = HD_NONE;
    for (size_t i = row_start(r->table, row);
         i < r->table->n_cells && r->table->cells[i].row == row; i++) {
      column c = column_of(cell_text(r, &r->table->cells[i]));
      if (c < N_COLUMNS && r->at[c] == HD_NONE)
        r->at[c] = r->table->cells[i].column;
    }
    if (r->at[SUBJECT] != HD_NONE && r->at[VALUE] != HD_NONE)
      return row;
  }
  return HD_NONE;
}

/* ---- sentences ---------------------------------------------------------- */
static void put(reader *r, hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    HD_PUSH(r->arena, &r->text, s.p[i]);
}

static void put_words(reader *r, const char *s) { put(r, hd_str_of(s)); }

/* What follows stands at this place of the table. */
static void point(reader *r, uint32_t off) {
  hd_position p = hd_document_position(r->doc, off);
  hd_segment s = {(uint32_t)r->text.n, p.line, p.column, p.source};
  HD_PUSH(r->arena, &r->segments, s);
}

static bool digits(hd_str s, size_t from, size_t n) {
  if (from + n > s.n)
    return false;
  for (size_t i = from; i < from + n; i++)
    if (s.p[i] < '0' || s.p[i] > '9')
      return false;
  return true;
}

static int number(hd_str s, size_t from, size_t n) {
  int v = 0;
  for (size_t i = from; i < from + n; i++)
    v = v * 10 + (s.p[i] - '0');
  return v;
}

/* Months of one year: 2024-01-01/2024-06-30. */
static bool read_interval(hd_str s, int *year, int *first, int *last) {
  if (s.n != 21 || s.p[10] != '/' || !digits(s, 0, 4) || !digits(s, 5, 2) ||
      !digits(s, 11, 4) || !digits(s, 16, 2) ||
      number(s, 0, 4) != number(s, 11, 4))
    return false;
  *year = number(s, 0, 4);
  *first = number(s, 5, 2);
  *last = number(s, 16, 2);
  return true;
}

/* A period as a report says it. */
static void put_period(reader *r, hd_str s, bool han) {
  static const char *const quarters[] = {"一", "二", "三", "四"};
  int year = s.n >= 4 && digits(s, 0, 4) ? number(s, 0, 4) : 0, first, last;
  const char *text = NULL;
  char part = s.n == 6 ? s.p[4] : 0;
  if (read_interval(s, &year, &first, &last))
    text = first == 1 && last == 12
               ? hd_arena_format(r->arena, han ? "%d年" : "%d", year)
               : hd_arena_format(r->arena,
                                 han ? "%d年%d-%d月" : "%d (months %d to %d)",
                                 year, first, last);
  else if (s.n == 4 && year)
    text = hd_arena_format(r->arena, han ? "%d年" : "%d", year);
  else if (s.n == 7 && year && s.p[4] == '-' && digits(s, 5, 2) && han)
    text = hd_arena_format(r->arena, "%d年%d月", year, number(s, 5, 2));
  else if (year && (part == 'Q' || part == 'q') && s.p[5] >= '1' &&
           s.p[5] <= '4' && han)
    text =
        hd_arena_format(r->arena, "%d年%s季度", year, quarters[s.p[5] - '1']);
  else if (year && (part == 'H' || part == 'h') && han)
    text = hd_arena_format(r->arena, "%d年%s半年", year,
                           s.p[5] == '1' ? "上" : "下");
  put(r, text ? hd_str_of(text) : s);
}

static void put_chinese(reader *r, const hd_cell *const *cells) {
  if (cells[PERIOD])
    put_period(r, cell_text(r, cells[PERIOD]), true);
  if (cells[SCOPE])
    put(r, cell_text(r, cells[SCOPE]));
  put(r, cell_text(r, cells[SUBJECT]));
  point(r, cells[VALUE]->span.off);
  put(r, cell_text(r, cells[VALUE]));
  if (cells[UNIT])
    put(r, cell_text(r, cells[UNIT]));
  put_words(r, "。");
}

static void put_english(reader *r, const hd_cell *const *cells) {
  if (cells[PERIOD]) {
    put_words(r, "In ");
    put_period(r, cell_text(r, cells[PERIOD]), false);
    put_words(r, ", ");
  }
  put(r, cell_text(r, cells[SUBJECT]));
  if (cells[SCOPE]) {
    put_words(r, " in ");
    put(r, cell_text(r, cells[SCOPE]));
  }
  hd_str unit = cells[UNIT] ? cell_text(r, cells[UNIT]) : (hd_str){"", 0};
  put_words(r, " was ");
  point(r, cells[VALUE]->span.off);
  put(r, cell_text(r, cells[VALUE]));
  if (unit.n && unit.p[0] != '%')
    put_words(r, " ");
  put(r, unit);
  put_words(r, ".");
}

static void read_row(reader *r, uint32_t row) {
  const hd_cell *cells[N_COLUMNS] = {NULL};
  for (size_t i = row_start(r->table, row);
       i < r->table->n_cells && r->table->cells[i].row == row; i++)
    for (int c = 0; c < N_COLUMNS; c++)
      if (r->table->cells[i].column == r->at[c] &&
          cell_text(r, &r->table->cells[i]).n)
        cells[c] = &r->table->cells[i];
  if (!cells[SUBJECT] || !cells[VALUE])
    return;
  uint32_t off = (uint32_t)r->text.n;
  point(r, cells[VALUE]->span.off);
  bool han = hd_str_has_han(cell_text(r, cells[SUBJECT]));
  r->chinese += han;
  if (han)
    put_chinese(r, cells);
  else
    put_english(r, cells);
  uint32_t end = (uint32_t)r->text.n;
  hd_block block = {
      .kind = HD_BLOCK_PARAGRAPH,
      .span = {off, end},
      .marker = {off, off},
      .body = {off, end},
      .heading = HD_NONE,
      .table = HD_NONE,
      .paragraph = (uint32_t)r->blocks.n + 1,
      .line = hd_document_position(r->doc, cells[VALUE]->span.off).line,
  };
  HD_PUSH(r->arena, &r->blocks, block);
  put_words(r, "\n");
}

hd_document *hd_reference_read(hd_arena *arena, const hd_document *doc) {
  reader r = {.arena = arena, .doc = doc};
  bool any = false;
  for (size_t i = 0; i < doc->n_tables; i++) {
    r.table = &doc->tables[i];
    uint32_t header = find_header(&r);
    if (header == HD_NONE)
      continue;
    any = true;
    for (uint32_t row = header + 1; row < r.table->rows; row++)
      read_row(&r, row);
  }
  if (!any)
    return NULL;
  hd_document *out = HD_NEW(arena, hd_document);
  *out = *doc;
  out->lang = 2 * r.chinese >= r.blocks.n ? HD_LANG_ZH : HD_LANG_EN;
  out->text = (hd_str){r.text.items, r.text.n};
  out->blocks = r.blocks.items;
  out->n_blocks = r.blocks.n;
  out->tables = NULL;
  out->n_tables = 0;
  out->segments = r.segments.items;
  out->n_segments = r.segments.n;
  return out;
}
