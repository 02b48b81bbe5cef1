/* serialise: a result as bytes and back; damaged bytes are refused. */
#include "checker/run/run.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static hd_place sample_place(const char *file, uint32_t line) {
  return (hd_place){.file = file,
                    .line = line,
                    .column = 7,
                    .end_line = line,
                    .end_column = 10,
                    .text = "12%",
                    .location = "第3节 第2段",
                    .place = "table=2;row=4;column=3",
                    .context = "今年出口增长12%",
                    .context_at = 6,
                    .context_len = 3,
                    .source = 5000000000ULL,
                    .source_end = 5000000003ULL,
                    .block = 1,
                    .block_at = 6,
                    .block_len = 3,
                    .value = "12",
                    .unit = "%"};
}

/* One figure, link and step. */
static hd_why *sample_why(hd_arena *arena, const char *file) {
  hd_why *why = HD_NEW(arena, hd_why);
  static const char *roles[] = {"level"};
  why->n_figures = why->n_links = why->n_steps = 1;
  why->figures = HD_NEW(arena, hd_figure_row);
  *why->figures = (hd_figure_row){.at = sample_place(file, 3),
                                  .kind = "percent",
                                  .interval = "[11.5,12.5]",
                                  .n_slots = 1};
  why->figures->slots = HD_NEW(arena, hd_slot_row);
  *why->figures->slots =
      (hd_slot_row){"subject", "出口", "clause", 3, 4, "出口"};
  why->links = HD_NEW(arena, hd_link_row);
  *why->links = (hd_link_row){.kind = "from_to",
                              .reason = "beside",
                              .differs = "scope",
                              .strength = 80,
                              .roles = roles,
                              .n_members = 1};
  why->links->members = HD_NEW(arena, hd_place);
  *why->links->members = sample_place(file, 3);
  why->steps = HD_NEW(arena, hd_step_row);
  *why->steps =
      (hd_step_row){HD_STEP_COMPARISON, "(1)", "meets", "(2)", "", "0.5", 0, 1};
  return why;
}

/* A result with something in every list. */
static hd_result *sample(void) {
  hd_result *r = hd_result_new();
  hd_arena *arena = r->memory;
  r->n_files = 2;
  r->files = hd_arena_alloc(arena, 2 * sizeof *r->files);
  r->files[0] = (hd_file){.name = "a.txt",
                          .encoding = "GB18030",
                          .lang = "zh",
                          .replaced = 2,
                          .counts = {1, 2, 3, 4, 5, 6, 7, 8},
                          .format = "markdown",
                          .n_notes = 1};
  r->files[0].notes = HD_NEW(arena, hd_file_note);
  *r->files[0].notes = (hd_file_note){"隐藏文字", "hidden text"};
  r->files[1] = (hd_file){
      .name = "b.md", .encoding = "", .lang = "", .failed = 1, .format = ""};
  r->n_findings = 1;
  r->findings = HD_NEW(arena, hd_finding);
  *r->findings = (hd_finding){.at = sample_place(r->files[0].name, 3),
                              .severity = HD_SEVERITY_ERROR,
                              .rule = "growth-mismatch",
                              .message = "12% 应为 13%",
                              .stated = "12%",
                              .expected = "[12.95,13.05]",
                              .readings = "real growth",
                              .n_related = 2,
                              .fingerprint = "0123456789abcdef"};
  r->findings->related = hd_arena_alloc(arena, 2 * sizeof(hd_place));
  r->findings->related[0] = sample_place(r->files[0].name, 4);
  r->findings->related[1] = sample_place("elsewhere.txt", 5);
  r->findings->why = sample_why(arena, r->files[0].name);
  r->n_checks = 1;
  r->checks = HD_NEW(arena, hd_check);
  *r->checks = (hd_check){.at = sample_place(r->files[0].name, 8),
                          .rule = "parts-sum",
                          .how = "1+2=3",
                          .outcome = HD_AGREES};
  r->n_claims = 1;
  r->claims = HD_NEW(arena, hd_claim_row);
  r->claims->at = sample_place(r->files[0].name, 9);
  for (int i = 0; i < HD_COLUMNS; i++)
    r->claims->fields[i] = hd_column_name(i);
  r->claims->reason = "marker";
  r->n_silenced = 1;
  r->silenced = HD_NEW(arena, hd_silence);
  *r->silenced = (hd_silence){
      .finding = *r->findings, .by = HD_BY_CHANGE, .reason = "as before"};
  r->n_blocks = 1;
  r->blocks = HD_NEW(arena, hd_block_row);
  *r->blocks = (hd_block_row){.file = r->files[0].name,
                              .kind = HD_ROW_TABLE,
                              .level = 2,
                              .run_on = 1,
                              .line = 3,
                              .text = "今年 12%",
                              .n_cells = 2};
  r->blocks->cells = hd_arena_alloc(arena, 2 * sizeof(hd_cell_row));
  r->blocks->cells[0] = (hd_cell_row){0, 0, 1, 2, 1, 0, 2};
  r->blocks->cells[1] = (hd_cell_row){0, 2, 1, 1, 0, 3, 3};
  r->n_remarks = 1;
  r->remarks = HD_NEW(arena, hd_remark);
  *r->remarks = (hd_remark){.file = r->files[0].name,
                            .line = 3,
                            .column = 4,
                            .kind = HD_REMARK_NO_RULE,
                            .rule = "part-sum",
                            .near = "parts-sum"};
  r->tree = "document\n";
  r->counts = r->files[0].counts;
  hd_result_fail(r, (hd_failure){r->files[1].name, 4, 5, "", "bad bytes"});
  return r;
}

static void assert_place(const hd_place *a, const hd_place *b) {
  assert_string_equal(a->file, b->file);
  assert_int_equal(a->line, b->line);
  assert_int_equal(a->column, b->column);
  assert_int_equal(a->end_line, b->end_line);
  assert_int_equal(a->end_column, b->end_column);
  assert_string_equal(a->text, b->text);
  assert_string_equal(a->location, b->location);
  assert_string_equal(a->place, b->place);
  assert_string_equal(a->context, b->context);
  assert_int_equal(a->context_at, b->context_at);
  assert_int_equal(a->context_len, b->context_len);
  assert_int_equal(a->source, b->source);
  assert_int_equal(a->source_end, b->source_end);
  assert_int_equal(a->block, b->block);
  assert_int_equal(a->block_at, b->block_at);
  assert_int_equal(a->block_len, b->block_len);
  assert_string_equal(a->value, b->value);
  assert_string_equal(a->unit, b->unit);
}

static void assert_finding(const hd_finding *a, const hd_finding *b) {
  assert_place(&a->at, &b->at);
  assert_int_equal(a->severity, b->severity);
  assert_string_equal(a->rule, b->rule);
  assert_string_equal(a->message, b->message);
  assert_string_equal(a->stated, b->stated);
  assert_string_equal(a->expected, b->expected);
  assert_string_equal(a->readings, b->readings);
  assert_string_equal(a->fingerprint, b->fingerprint);
  assert_int_equal(a->n_related, b->n_related);
  for (size_t i = 0; i < a->n_related; i++)
    assert_place(&a->related[i], &b->related[i]);
}

static void assert_why(const hd_why *a, const hd_why *b) {
  assert_int_equal(b->n_figures, 1);
  assert_place(&a->figures->at, &b->figures->at);
  assert_string_equal(a->figures->interval, b->figures->interval);
  assert_int_equal(b->figures->n_slots, 1);
  assert_string_equal(b->figures->slots->from, "clause");
  assert_int_equal(b->figures->slots->column, 4);
  assert_int_equal(b->n_links, 1);
  assert_int_equal(b->links->strength, 80);
  assert_int_equal(b->links->n_members, 1);
  assert_string_equal(b->links->roles[0], "level");
  assert_place(b->links->members, a->links->members);
  assert_int_equal(b->n_steps, 1);
  assert_int_equal(b->steps->kind, HD_STEP_COMPARISON);
  assert_string_equal(b->steps->right, "(2)");
  assert_string_equal(b->steps->difference, "0.5");
  assert_int_equal(b->steps->other, 1);
}

static void assert_rest(const hd_result *a, const hd_result *b) {
  assert_int_equal(a->n_checks, b->n_checks);
  assert_place(&a->checks->at, &b->checks->at);
  assert_string_equal(a->checks->rule, b->checks->rule);
  assert_string_equal(a->checks->how, b->checks->how);
  assert_int_equal(a->checks->outcome, b->checks->outcome);
  assert_int_equal(b->checks->n_related, 0);
  assert_int_equal(a->n_claims, b->n_claims);
  for (int i = 0; i < HD_COLUMNS; i++)
    assert_string_equal(a->claims->fields[i], b->claims->fields[i]);
  assert_string_equal(a->claims->reason, b->claims->reason);
  assert_int_equal(b->n_silenced, 1);
  assert_finding(&a->silenced->finding, &b->silenced->finding);
  assert_int_equal(b->silenced->by, HD_BY_CHANGE);
  assert_string_equal(b->silenced->reason, "as before");
  assert_int_equal(b->n_remarks, 1);
  assert_int_equal(b->remarks->line, 3);
  assert_int_equal(b->remarks->kind, HD_REMARK_NO_RULE);
  assert_string_equal(b->remarks->rule, "part-sum");
  assert_string_equal(b->remarks->near, "parts-sum");
  assert_string_equal(a->tree, b->tree);
  assert_int_equal(b->n_failures, 1);
  assert_string_equal(b->failures->file, "b.md");
  assert_string_equal(b->failures->message, "bad bytes");
  assert_int_equal(b->failures->line, 4);
  assert_memory_equal(&a->counts, &b->counts, sizeof a->counts);
}

static void assert_blocks(const hd_result *a, const hd_result *b) {
  assert_int_equal(b->n_blocks, 1);
  assert_ptr_equal(b->blocks->file, b->files[0].name);
  assert_int_equal(a->blocks->kind, b->blocks->kind);
  assert_int_equal(a->blocks->level, b->blocks->level);
  assert_int_equal(a->blocks->run_on, b->blocks->run_on);
  assert_int_equal(a->blocks->line, b->blocks->line);
  assert_string_equal(a->blocks->text, b->blocks->text);
  assert_int_equal(b->blocks->n_cells, 2);
  assert_memory_equal(a->blocks->cells, b->blocks->cells,
                      2 * sizeof(hd_cell_row));
}

static void test_round(void **state) {
  (void)state;
  hd_buffer bytes = {0}, again = {0};
  hd_result *a = sample();
  hd_serialise_write(&bytes, a);
  hd_result *b = hd_serialise_read(bytes.p, bytes.n);
  assert_non_null(b);
  assert_int_equal(b->n_files, 2);
  assert_string_equal(b->files[0].encoding, "GB18030");
  assert_int_equal(b->files[0].replaced, 2);
  assert_int_equal(b->files[0].n_notes, 1);
  assert_string_equal(b->files[0].notes[0].en, "hidden text");
  assert_int_equal(b->files[1].failed, 1);
  assert_memory_equal(&a->files[0].counts, &b->files[0].counts,
                      sizeof(hd_counts));
  assert_int_equal(b->n_findings, 1);
  assert_finding(a->findings, b->findings);
  assert_why(a->findings->why, b->findings->why);
  assert_why(a->findings->why, b->silenced->finding.why);
  assert_rest(a, b);
  assert_blocks(a, b);
  assert_string_equal(b->files[0].format, "markdown");
  hd_serialise_write(&again, b);
  assert_int_equal(bytes.n, again.n);
  assert_memory_equal(bytes.p, again.p, bytes.n);
  hd_result_free(a);
  hd_result_free(b);
  hd_buffer_free(&bytes);
  hd_buffer_free(&again);
}

static void test_empty(void **state) {
  (void)state;
  hd_buffer bytes = {0};
  hd_result *a = hd_result_new();
  hd_serialise_write(&bytes, a);
  hd_result *b = hd_serialise_read(bytes.p, bytes.n);
  assert_non_null(b);
  assert_int_equal(b->n_findings, 0);
  assert_string_equal(b->tree, "");
  hd_result_free(a);
  hd_result_free(b);
  hd_buffer_free(&bytes);
}

/* Every shorter message, and one that is longer, is refused. The copy has
 * exactly n bytes, so that a sanitizer sees a read behind them. */
static void test_cut(void **state) {
  (void)state;
  hd_buffer bytes = {0};
  hd_result *a = sample();
  hd_serialise_write(&bytes, a);
  for (size_t n = 0; n < bytes.n; n++) {
    char *cut = malloc(n > 0 ? n : 1);
    assert_non_null(cut);
    memcpy(cut, bytes.p, n);
    assert_null(hd_serialise_read(cut, n));
    free(cut);
  }
  hd_buffer_add(&bytes, "", 1);
  assert_null(hd_serialise_read(bytes.p, bytes.n));
  hd_result_free(a);
  hd_buffer_free(&bytes);
}

/* Any byte may be any other: the message is refused or read as another one,
 * and never more than the bytes that are there. */
static void test_damaged(void **state) {
  static const unsigned char values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
  (void)state;
  hd_buffer bytes = {0};
  hd_result *a = sample();
  hd_serialise_write(&bytes, a);
  for (size_t i = 0; i < bytes.n; i++)
    for (size_t v = 0; v < sizeof values; v++) {
      char was = bytes.p[i];
      bytes.p[i] = (char)values[v];
      hd_result_free(hd_serialise_read(bytes.p, bytes.n));
      bytes.p[i] = was;
    }
  hd_result_free(a);
  hd_buffer_free(&bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_cut),
      cmocka_unit_test(test_damaged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
