/* measured: how often each built-in rule was right.
 *
 * In: rules/measured.csv, which `make bench-accuracy UPDATE=1` writes and the
 * build embeds: rule, true_positives, false_positives, precision, low, high,
 * recall, n. Its fields hold no comma and no quote. Out: the figures as text,
 * as they stand there. */
#include "measured.h"
#include <stdlib.h>

enum { FIELDS = 8 };

/* The part of s up to the mark, which is cut off s with it. */
static hd_str cut(hd_str *s, char mark) {
  const char *end = s->n ? memchr(s->p, mark, s->n) : NULL;
  hd_str part = {s->p, end ? (size_t)(end - s->p) : s->n};
  size_t used = part.n + (end != NULL);
  *s = (hd_str){s->p + used, s->n - used};
  return part;
}

static int by_id(const void *a, const void *b) {
  return strcmp(((const hd_measured_row *)a)->id,
                ((const hd_measured_row *)b)->id);
}

static hd_measured_row read_line(hd_arena *arena, hd_str line) {
  const char *field[FIELDS];
  for (size_t i = 0; i < FIELDS; i++) {
    hd_str part = cut(&line, ',');
    field[i] = hd_arena_copy(arena, part.p ? part.p : "", part.n);
  }
  return (hd_measured_row){
      field[0],
      {field[1], field[2], field[3], field[4], field[5], field[6], field[7]}};
}

hd_measured_table *hd_measured_read(hd_arena *arena, hd_str csv) {
  hd_measured_table *table = HD_NEW(arena, hd_measured_table);
  HD_VEC(hd_measured_row) rows = {0};
  cut(&csv, '\n'); /* the header row */
  while (csv.n)
    HD_PUSH(arena, &rows, read_line(arena, cut(&csv, '\n')));
  if (rows.n)
    qsort(rows.items, rows.n, sizeof *rows.items, by_id);
  *table = (hd_measured_table){rows.items, rows.n};
  return table;
}

hd_measured_table *hd_measured_open(hd_arena *arena) {
  hd_str csv = {"", 0};
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (strcmp(hd_embedded_files[i].name, "rules/measured.csv") == 0)
      csv = (hd_str){(const char *)hd_embedded_files[i].data,
                     hd_embedded_files[i].n};
  return hd_measured_read(arena, csv);
}

void hd_measured_fill(const hd_measured_table *table, hd_rule *rules,
                      size_t n) {
  static const hd_measured none = {"", "", "", "", "", "", ""};
  for (size_t i = 0; i < n; i++) {
    const hd_measured_row key = {rules[i].id, none};
    const hd_measured_row *row =
        rules[i].builtin && table->n
            ? bsearch(&key, table->rows, table->n, sizeof key, by_id)
            : NULL;
    rules[i].measured = row ? row->measured : none;
  }
}
