/* setting_report: the reports of one file are told by their headings.
 *
 * In: the blocks in their order. Out: a number that goes up where a heading
 * with the number 1 has the words of one before, three headings of its level
 * between (a table of contents has them, too, but no figures). Years in the
 * words do not count: 一、2023年工作回顾. */
#include "setting_report.h"

hd_reports *hd_reports_new(hd_arena *arena) {
  hd_reports *reports = HD_NEW(arena, hd_reports);
  reports->arena = arena;
  reports->first = hd_map_new(arena);
  return reports;
}

/* The level and the words of a heading, without digits and blanks. */
static hd_str words_of(const hd_reports *reports, const hd_linker *l,
                       const hd_block *b) {
  hd_str body = hd_document_text(l->doc, b->body);
  char *words = hd_arena_alloc(reports->arena, body.n + 1);
  size_t n = 0;
  words[n++] = (char)b->level;
  for (size_t i = 0; i < body.n; i++)
    if (!hd_ascii_is_digit(body.p[i]) && body.p[i] != ' ')
      words[n++] = body.p[i];
  return (hd_str){words, n};
}

uint32_t hd_reports_at(hd_reports *reports, const hd_linker *l,
                       uint32_t block) {
  enum { HEADINGS = 3 };
  const hd_block *b = &l->doc->blocks[block];
  if (b->kind != HD_BLOCK_HEADING)
    return reports->report;
  if (b->number != 1) {
    reports->n += b->level == reports->level && b->number > 1;
    return reports->report;
  }
  bool fresh;
  hd_map_at(reports->first, words_of(reports, l, b), &fresh);
  if (!fresh && b->level == reports->level && reports->n >= HEADINGS)
    reports->report++;
  if (b->level <= reports->level || reports->level == 0) {
    reports->level = b->level;
    reports->n = 1;
  }
  return reports->report;
}
