/* measured: how often each built-in rule was right.
 *
 * In: rules/measured.csv, which `make bench-accuracy UPDATE=1` writes and the
 * build embeds: rule, true_positives, false_positives, precision, low, high,
 * recall, n. Its fields hold no comma and no quote. Out: the figures as text,
 * as they stand there. */
#include "measured.h"

enum { FIELDS = 8 };

/* The part of s up to the mark, which is cut off s with it. */
static hd_str cut(hd_str *s, char mark) {
  const char *end = s->n ? memchr(s->p, mark, s->n) : NULL;
  hd_str part = {s->p, end ? (size_t)(end - s->p) : s->n};
  size_t used = part.n + (end != NULL);
  *s = (hd_str){s->p + used, s->n - used};
  return part;
}

static hd_rule *find(hd_rule *rules, size_t n, hd_str id) {
  for (size_t i = 0; i < n; i++)
    if (rules[i].builtin && hd_str_is(id, rules[i].id))
      return &rules[i];
  return NULL;
}

static void clear(hd_rule *rules, size_t n) {
  for (size_t i = 0; i < n; i++)
    rules[i].measured = (hd_measured){"", "", "", "", "", "", ""};
}

void hd_measured_read(hd_arena *arena, hd_str csv, hd_rule *rules, size_t n) {
  clear(rules, n);
  cut(&csv, '\n'); /* the header row */
  while (csv.n) {
    hd_str line = cut(&csv, '\n');
    const char *field[FIELDS];
    hd_rule *rule = NULL;
    for (size_t i = 0; i < FIELDS; i++) {
      hd_str part = cut(&line, ',');
      field[i] = hd_arena_copy(arena, part.p ? part.p : "", part.n);
      if (i == 0)
        rule = find(rules, n, part);
    }
    if (rule)
      rule->measured = (hd_measured){field[1], field[2], field[3], field[4],
                                     field[5], field[6], field[7]};
  }
}

void hd_measured_fill(hd_arena *arena, hd_rule *rules, size_t n) {
  hd_str csv = {"", 0};
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (strcmp(hd_embedded_files[i].name, "rules/measured.csv") == 0)
      csv = (hd_str){(const char *)hd_embedded_files[i].data,
                     hd_embedded_files[i].n};
  hd_measured_read(arena, csv, rules, n);
}
