/* records: CSV, by libcsv.
 *
 * In: the source. Out: one table of its fields; lines above the header that
 * are but one text are captions, such lines below the last row paragraphs. A
 * source without a delimiter is paragraphs.
 *
 * libcsv says what the fields are but not where. It is fed up to each byte that
 * may end one, so that a call of ours is about the field that ends there. Where
 * quotes are left open to the end of the source, they are taken for text. */
#include "grid.h"
#include "readers.h"
#include <csv.h>

enum { TITLES = 6, SAMPLE = 64 * 1024 };

typedef struct {
  uint32_t from, end; /* source, without what parts it from others */
  uint32_t row;
} field;

typedef struct {
  hd_build *b;
  char delimiter;
  uint32_t begin; /* of the source, behind sep=; */
  HD_VEC(field) fields;
  uint32_t rows, columns;
  /* while they are read */
  uint32_t from, at; /* where the field begins, where the parser stands */
  uint32_t column;
  bool ended; /* the source has: nothing stands behind the last field */
} records;

/* ---- fields ------------------------------------------------------------- */
static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void end_field(void *text, size_t n, void *data) {
  records *r = data;
  const char *p = r->b->source.p;
  uint32_t from = r->from, end = r->at - !r->ended;
  (void)text;
  (void)n;
  while (from < end && is_blank(p[from]))
    from++;
  while (end > from && is_blank(p[end - 1]))
    end--;
  field f = {from, end, r->rows};
  HD_PUSH(r->b->arena, &r->fields, f);
  r->from = r->at;
  if (++r->column > r->columns)
    r->columns = r->column;
}

static void end_row(int c, void *data) {
  records *r = data;
  (void)c;
  r->rows++;
  r->column = 0;
}

/* Is the quote that the last field begins with open at its end? libcsv tells
 * only where it is strict about quotes inside of fields, too. */
static bool is_open(const records *r) {
  if (r->fields.n == 0)
    return false;
  const field *last = &r->fields.items[r->fields.n - 1];
  const char *p = r->b->source.p;
  size_t quotes = 0;
  for (uint32_t i = last->from; i < last->end; i++)
    quotes += p[i] == '"';
  return last->from < last->end && p[last->from] == '"' && quotes % 2 == 1;
}

/* Reads all fields; false where a quote is not closed. */
static bool read_fields(records *r, bool quotes) {
  hd_str s = r->b->source;
  struct csv_parser parser;
  if (csv_init(&parser, 0))
    return false;
  csv_set_delim(&parser, (unsigned char)r->delimiter);
  csv_set_blk_size(&parser, 4096);
  if (!quotes)
    csv_set_quote(&parser, 0);
  r->fields.n = 0;
  r->rows = r->columns = r->column = 0;
  r->from = r->at = r->begin;
  r->ended = false;
  while (r->at < s.n) {
    uint32_t from = r->at;
    while (r->at < s.n && s.p[r->at] != r->delimiter && s.p[r->at] != '\n' &&
           s.p[r->at] != '\r')
      r->at++;
    r->ended = r->at == s.n;
    r->at += !r->ended;
    csv_parse(&parser, s.p + from, r->at - from, end_field, end_row, r);
  }
  r->ended = true;
  csv_fini(&parser, end_field, end_row, r);
  csv_free(&parser);
  return !is_open(r);
}

/* ---- delimiter ---------------------------------------------------------- */
typedef struct {
  size_t lines, agreeing; /* with the line before */
  size_t fields;          /* of the last line */
} sample;

static sample take_sample(hd_str s, uint32_t at, char delimiter) {
  sample m = {0};
  size_t end = s.n - at > SAMPLE ? at + SAMPLE : s.n;
  for (size_t i = at; i < end; i++) {
    bool quoted = false;
    size_t fields = 1;
    for (; i < end && (quoted || (s.p[i] != '\n' && s.p[i] != '\r')); i++) {
      quoted = quoted != (s.p[i] == '"');
      fields += !quoted && s.p[i] == delimiter;
    }
    m.lines++;
    m.agreeing += fields > 1 && fields == m.fields;
    m.fields = fields;
  }
  return m;
}

/* The one by which most lines have as many fields as the line before. */
static char find_delimiter(hd_str s, uint32_t at) {
  static const char delimiters[] = {',', '\t', ';', '|'};
  char best = ',';
  size_t most = 0;
  for (size_t i = 0; i < sizeof delimiters; i++) {
    sample m = take_sample(s, at, delimiters[i]);
    if (m.agreeing > most) {
      most = m.agreeing;
      best = delimiters[i];
    }
  }
  return best;
}

/* sep=; in the first line is for spreadsheets. */
static void read_first_line(records *r) {
  hd_str s = r->b->source;
  if (hd_str_starts(s, HD_STR("sep=")) && s.n > 5 &&
      (s.p[5] == '\n' || s.p[5] == '\r')) {
    r->delimiter = s.p[4];
    r->begin = 6;
  } else {
    r->delimiter = find_delimiter(s, 0);
  }
}

/* ---- writing ------------------------------------------------------------ */

/* A part of a field; its lines are joined. */
static void copy(hd_build *b, uint32_t from, uint32_t end) {
  hd_str s = b->source;
  for (uint32_t at = from; at < end;) {
    uint32_t stop = at;
    while (stop < end && s.p[stop] != '\n' && s.p[stop] != '\r')
      stop++;
    hd_build_copy(b, at, stop);
    uint32_t next = stop;
    while (next < end && is_blank(s.p[next]))
      next++;
    hd_str before = {s.p + from, stop - from},
           behind = {s.p + next, end - next};
    if (next > stop && hd_join_needs_blank(before, behind))
      hd_build_put(b, " ", 1);
    at = next;
  }
}

/* The text of a field: without its quotes, "" inside of them one. */
static void write_field(const records *r, const field *f) {
  const char *p = r->b->source.p;
  uint32_t from = f->from, end = f->end;
  bool quoted = end - from >= 2 && p[from] == '"' && p[end - 1] == '"';
  if (quoted) {
    from++;
    end--;
  }
  for (uint32_t i = from; quoted && i + 1 < end; i++)
    if (p[i] == '"' && p[i + 1] == '"') {
      copy(r->b, from, i + 1);
      from = i + 2;
      i++;
    }
  copy(r->b, from, end);
}

static bool is_empty(const records *r, const field *f) {
  hd_str s = {r->b->source.p + f->from, f->end - f->from};
  return s.n == 0 || hd_str_is(s, "\"\"");
}

static size_t row_end(const records *r, size_t i) {
  uint32_t row = r->fields.items[i].row;
  while (i < r->fields.n && r->fields.items[i].row == row)
    i++;
  return i;
}

/* The only field with text of the row of field i; HD_NONE where there are none
 * or more. */
static uint32_t only_text(const records *r, size_t i) {
  uint32_t found = HD_NONE;
  for (size_t end = row_end(r, i); i < end; i++) {
    if (is_empty(r, &r->fields.items[i]))
      continue;
    if (found != HD_NONE)
      return HD_NONE;
    found = (uint32_t)i;
  }
  return found;
}

static void write_block(const records *r, uint32_t i, hd_block_kind kind) {
  hd_build_open(r->b, kind);
  write_field(r, &r->fields.items[i]);
  hd_build_close(r->b);
}

static void write_rows(const records *r, size_t first, size_t end) {
  hd_build *b = r->b;
  uint32_t row = 0, column = 0;
  hd_build_open(b, HD_BLOCK_TABLE);
  for (size_t i = first; i < end; i++) {
    const field *f = &r->fields.items[i];
    bool fresh = i > first && f->row != f[-1].row;
    if (i > first)
      hd_build_put(b, fresh ? "\n" : "\t", 1);
    row += fresh;
    column = fresh ? 0 : column;
    uint32_t off = (uint32_t)b->n;
    write_field(r, f);
    hd_build_cell(
        b, off,
        (hd_cell){.row = row, .column = column++, .rowspan = 1, .colspan = 1});
  }
  hd_grid_close(b, 0);
  hd_build_close(b);
}

/* Where the rows end that are not notes, each the only text of its row. */
static size_t find_notes(const records *r, size_t first) {
  size_t end = r->fields.n;
  while (end > first) {
    size_t row = end - 1;
    while (row > first &&
           r->fields.items[row - 1].row == r->fields.items[row].row)
      row--;
    uint32_t only = only_text(r, row);
    bool empty = only == HD_NONE;
    for (size_t i = row; i < end && empty; i++)
      empty = is_empty(r, &r->fields.items[i]);
    if (!empty && (only == HD_NONE || row == first))
      break;
    end = row;
  }
  return end;
}

static void write_table(const records *r) {
  size_t first = 0;
  for (int n = 0; n < TITLES && first < r->fields.n; n++) {
    uint32_t only = only_text(r, first);
    if (only == HD_NONE)
      break;
    write_block(r, only, HD_BLOCK_CAPTION);
    first = row_end(r, first);
  }
  size_t end = find_notes(r, first);
  if (first < end)
    write_rows(r, first, end);
  for (size_t i = end; i < r->fields.n; i = row_end(r, i))
    if (only_text(r, i) != HD_NONE)
      write_block(r, only_text(r, i), HD_BLOCK_PARAGRAPH);
}

void hd_records_read(hd_build *b) {
  records r = {.b = b};
  read_first_line(&r);
  if (!read_fields(&r, true))
    read_fields(&r, false);
  if (r.columns > 1) {
    write_table(&r);
    return;
  }
  for (uint32_t i = 0; i < r.fields.n; i++)
    if (!is_empty(&r, &r.fields.items[i]))
      write_block(&r, i, HD_BLOCK_PARAGRAPH);
}
