/* rule_sample: a set made by hand, and rules from text, for tests of the rule
 * stage.
 *
 * Every line of the text is a paragraph, every line's part up to 。 a
 * sentence, every part up to a comma a clause; a run of digits (one point may
 * stand in it) with % or nothing behind it is a percent or a count. That is
 * all the tests need, and no other stage takes part. */
#ifndef RULE_SAMPLE_H
#define RULE_SAMPLE_H
#include "checker/rule/rule.h"
#include "checker/run/data.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
  hd_arena *arena;
  hd_document doc;
  hd_text text;
  hd_quantities quantities;
  hd_claims claims;
  hd_gaps gaps;
  hd_links links;
  hd_set set;
  const hd_document *documents[1];
  const hd_text *texts[1];
  const hd_claims *all_claims[1];
  hd_gaps *all_gaps[1];
  hd_unit percent;
} sample;

static inline void sample_add_figure(sample *s, uint32_t off, uint32_t end,
                                     uint32_t sentence) {
  bool percent = end < s->doc.text.n && s->doc.text.p[end] == '%';
  hd_quantity *q = &s->quantities.items[s->quantities.n++];
  hd_claim *c = &s->claims.items[s->claims.n++];
  hd_str digits = {s->doc.text.p + off, end - off};
  size_t point = hd_str_find(digits, HD_STR("."));
  *q = (hd_quantity){.number = {off, end}, .span = {off, end + percent}};
  q->digits = (uint8_t)(digits.n - (point < digits.n));
  q->decimals = point > digits.n ? 0 : (uint8_t)(digits.n - point - 1);
  q->kind = percent ? HD_KIND_PERCENT : HD_KIND_COUNT;
  q->unit = percent ? &s->percent : NULL;
  q->unit_span = (hd_span){end, end + percent};
  q->low_known = q->high_known = true;
  hd_number_parse(digits, &q->low);
  q->high = q->low;
  q->scale = hd_number_of(1);
  q->last_digit = hd_number_decimal(1, q->decimals);
  q->rounding = HD_ROUNDING_HALF;
  q->sentence = sentence;
  c->quantity = (uint32_t)s->claims.n - 1;
  c->is_claim = true;
  c->sentence = sentence;
  c->block = s->text.sentences[sentence].block;
}

/* Sentences, clauses and figures of one block. */
static inline void sample_read_block(sample *s, uint32_t block) {
  hd_span span = s->doc.blocks[block].span;
  const char *p = s->doc.text.p;
  uint32_t start = span.off;
  while (start < span.end) {
    uint32_t end = start;
    while (end < span.end && strncmp(p + end, "。", 3) != 0)
      end++;
    end = end < span.end ? end + 3 : end;
    uint32_t index = (uint32_t)s->text.n_sentences++;
    hd_sentence *sentence = &s->text.sentences[index];
    *sentence = (hd_sentence){.span = {start, end}, .block = block};
    sentence->cell = HD_NONE;
    sentence->first_clause = (uint32_t)s->text.n_clauses;
    for (uint32_t at = start, from = start; at <= end; at++)
      if (at == end || p[at] == ',') {
        char mark = at < end ? ',' : 0;
        s->text.clauses[s->text.n_clauses++] = (hd_clause){{from, at}, mark};
        sentence->n_clauses++;
        from = at + 1;
      }
    for (uint32_t at = start; at < end; at++) {
      uint32_t last = at;
      while (last < end && strchr("0123456789.", p[last]) && p[last])
        last++;
      if (last > at && p[at] != '.')
        sample_add_figure(s, at, last, index);
      at = last > at ? last : at;
    }
    start = end;
  }
}

static inline sample *sample_new(const char *text) {
  hd_arena *arena = hd_arena_new();
  sample *s = HD_NEW(arena, sample);
  size_t n = strlen(text) + 1;
  s->arena = arena;
  s->doc.arena = arena;
  s->doc.source.name = "sample.txt";
  s->doc.text = (hd_str){hd_arena_copy(arena, text, n - 1), n - 1};
  s->doc.blocks = hd_arena_alloc(arena, n * sizeof(hd_block));
  s->text.doc = &s->doc;
  s->text.sentences = hd_arena_alloc(arena, n * sizeof(hd_sentence));
  s->text.clauses = hd_arena_alloc(arena, n * sizeof(hd_clause));
  s->quantities.text = &s->text;
  s->quantities.items = hd_arena_alloc(arena, n * sizeof(hd_quantity));
  s->claims.items = hd_arena_alloc(arena, n * sizeof(hd_claim));
  s->claims.quantities = &s->quantities;
  s->claims.entity = HD_STR("");
  s->percent =
      (hd_unit){HD_STR("%"), HD_STR("share"), hd_number_of(1), HD_KIND_PERCENT};
  for (uint32_t at = 0; at < n - 1;) {
    uint32_t end = at + (uint32_t)strcspn(text + at, "\n");
    hd_block *block = &s->doc.blocks[s->doc.n_blocks];
    *block = (hd_block){.kind = HD_BLOCK_PARAGRAPH,
                        .span = {at, end},
                        .body = {at, end},
                        .heading = HD_NONE,
                        .table = HD_NONE};
    sample_read_block(s, (uint32_t)s->doc.n_blocks++);
    at = end + 1;
  }
  s->links.arena = arena;
  s->links.documents = s->all_claims;
  s->links.n_documents = 1;
  s->documents[0] = &s->doc;
  s->texts[0] = &s->text;
  s->all_claims[0] = &s->claims;
  s->all_gaps[0] = &s->gaps;
  s->set = (hd_set){.links = &s->links,
                    .documents = s->documents,
                    .texts = s->texts,
                    .claims = s->all_claims,
                    .gaps = s->all_gaps,
                    .n = 1};
  return s;
}

static inline void sample_free(sample *s) { hd_arena_free(s->arena); }

/* What the build has read of the built-in rules; NULL where it has not. To
 * read them anew takes half a second a test, under sanitizers several. */
static inline const hd_prepared *sample_prepared(hd_arena *arena) {
  const hd_data *data = hd_data_image(arena);
  return data ? data->prepared : NULL;
}

/* Rules of folders, in the arena; only `id` is selected where it is given. */
static inline hd_rules *sample_open(sample *s, const char *const *folders,
                                    size_t n, const char *id) {
  const char **select = hd_arena_alloc(s->arena, sizeof *select);
  select[0] = id;
  hd_rule_options options = {.folders = folders,
                             .n_folders = n,
                             .select = select,
                             .n_select = id ? 1 : 0,
                             .prepared = sample_prepared(s->arena),
                             .max_instructions = 20000000,
                             .max_memory = 32 << 20};
  return hd_rules_open(s->arena, NULL, &options);
}

/* Writes text to NAME in a new folder and returns the folder. */
static inline const char *sample_write(sample *s, const char *name,
                                       const char *text, size_t n) {
  const char *base = getenv("TMPDIR");
  char *folder =
      hd_arena_format(s->arena, "%s/hedui-rule-XXXXXX", base ? base : P_tmpdir);
  assert_non_null(mkdtemp(folder));
  FILE *out = fopen(hd_arena_format(s->arena, "%s/%s", folder, name), "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(text, 1, n, out), n);
  fclose(out);
  return folder;
}

static inline void sample_remove(sample *s, const char *folder,
                                 const char *name) {
  unlink(hd_arena_format(s->arena, "%s/%s", folder, name));
  rmdir(folder);
}

/* A rule on percentages whose check is `body`, judged; its verdicts. */
static inline hd_verdicts *sample_check(sample *s, const char *on,
                                        const char *body, hd_rules **opened) {
  const char *text = hd_arena_format(
      s->arena,
      "return { api = 1, id = 'try', severity = 'error', %s summary = 'x', "
      "explain = 'x', messages = { base = '{at}', sum = '{total}|{stated}|"
      "{expected}|{related1}|{{x}}' }, params = { least = 3, share = "
      "decimal('0.5'), strict = true, word = 'a', words = { 'b' } }, "
      "examples = { bad = { { '12%%', at = '12%%' } }, good = { 'x' } }, "
      "check = function(item, report, params, doc) %s end }",
      on, body);
  const char *folder = sample_write(s, "try.lua", text, strlen(text));
  hd_rules *rules = sample_open(s, &folder, 1, "try");
  sample_remove(s, folder, "try.lua");
  hd_verdicts *v =
      hd_rules_judge(s->arena, rules, &s->set, HD_LANG_EN, NULL, -1);
  if (opened)
    *opened = rules;
  else
    hd_rules_close(rules);
  return v;
}

/* The sentence of the first failure, else of the first error about try.lua,
 * else "". */
static inline const char *sample_wrong(hd_rules *rules, hd_verdicts *v) {
  const hd_error *errors;
  if (v && v->failures.n)
    return v->failures.items[0].message;
  size_t n = hd_rules_errors(rules, &errors);
  for (size_t i = 0; i < n; i++)
    if (strstr(errors[i].file, "try.lua"))
      return errors[i].message;
  return "";
}

/* What `body` stated, in one report per item, joined by "|"; or the error. */
static inline const char *sample_say(const char *text, const char *on,
                                     const char *body) {
  static char said[4000];
  sample *s = sample_new(text);
  hd_rules *rules;
  hd_verdicts *v = sample_check(s, on, body, &rules);
  snprintf(said, sizeof said, "%s", sample_wrong(rules, v));
  for (size_t i = 0; !*said && i < v->findings.n; i++)
    for (size_t k = i; k < v->findings.n; k++, i = k) {
      size_t n = strlen(said);
      snprintf(said + n, sizeof said - n, "%s%s", k ? "|" : "",
               v->findings.items[k].stated);
    }
  hd_rules_close(rules);
  sample_free(s);
  return said;
}
#endif
