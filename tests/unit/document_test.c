/* Properties of every document: the map leads back to the source, blocks
 * cover the text in order, cells lie in their tables. Over the corpus where it
 * is there, and over hostile text. */
#include "document_sample.h"
#include <glob.h>
#include <stdlib.h>

static hd_str rest(hd_str s, size_t off) {
  return (hd_str){s.p + off, s.n - off};
}

/* Is the code point at off one that the source lacks: a blank or line end of
 * ours, a ^, a raised digit, the character of an entity? */
static bool is_put(uint32_t text, uint32_t source) {
  bool raised = source >= '0' && source <= '9' &&
                (text == 0xB9 || text == 0xB2 || text == 0xB3 ||
                 (text >= 0x2070 && text <= 0x2079));
  return text == ' ' || text == '\n' || text == '\t' || text == '^' ||
         source == '&' || raised;
}

/* Only of a page, and of a <table> in a text, may the text have another order
 * than its source. */
static bool is_in_order(const hd_document *doc) {
  return (doc->source.format == HD_FORMAT_TEXT &&
          hd_str_find(doc->source.bytes, HD_STR("<table")) == (size_t)-1) ||
         doc->source.format == HD_FORMAT_CSV;
}

static void check_map(const hd_document *doc) {
  hd_str source = doc->source.bytes;
  size_t segment = 0;
  hd_position at = {1, 1, 0};
  bool tag = false; /* the number of an item: it stands for its <li> */
  for (uint32_t off = 0; off < doc->text.n;) {
    uint32_t cp, there = 0;
    size_t used = hd_utf8_decode(doc->text.p + off, doc->text.n - off, &cp);
    if (segment < doc->n_segments && doc->segments[segment].off == off) {
      const hd_segment *s = &doc->segments[segment++];
      assert_true(segment < 2 || s->source >= s[-1].source ||
                  !is_in_order(doc));
      at = (hd_position){s->line, s->column, s->source};
      tag = s->source < source.n && source.p[s->source] == '<' &&
            doc->text.p[off] != '<';
    }
    size_t step =
        at.source < source.n
            ? hd_utf8_decode(source.p + at.source, source.n - at.source, &there)
            : 0;
    if (!tag && hd_cp_fold(there) != cp && !is_put(cp, there))
      fail_msg("%s: U+%04X at %u:%u is U+%04X", doc->source.name, cp, at.line,
               at.column, there);
    at.source += (uint32_t)step;
    at.column++;
    off += (uint32_t)used;
  }
  assert_int_equal(segment, doc->n_segments);
}

/* Line and column of each segment, counted anew from the source. */
static void check_places(const hd_document *doc) {
  hd_str s = doc->source.bytes;
  uint32_t line = 1, column = 1;
  size_t k = 0;
  for (size_t i = 0; i <= s.n && k < doc->n_segments; i++) {
    if (doc->segments[k].source < i) { /* back to an earlier place */
      i = 0;
      line = column = 1;
    }
    while (k < doc->n_segments && doc->segments[k].source == i) {
      assert_int_equal(doc->segments[k].line, line);
      assert_int_equal(doc->segments[k++].column, column);
    }
    bool crlf = i + 1 < s.n && s.p[i] == '\r' && s.p[i + 1] == '\n';
    if (i < s.n && (s.p[i] == '\n' || (s.p[i] == '\r' && !crlf))) {
      line++;
      column = 1;
    } else if (i < s.n && s.p[i] != '\r') {
      column += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
  }
  assert_int_equal(k, doc->n_segments);
}

static void check_table(const hd_document *doc, const hd_table *t) {
  hd_span all = doc->blocks[t->block].span;
  assert_int_equal(doc->blocks[t->block].kind, HD_BLOCK_TABLE);
  for (size_t i = 0; i < t->n_cells; i++) {
    const hd_cell *c = &t->cells[i];
    assert_true(c->span.off >= all.off && c->span.end <= all.end);
    assert_true(c->row < t->rows && c->column + c->colspan <= t->columns);
    if (i > 0)
      assert_true(
          c->row > c[-1].row ||
          (c->row == c[-1].row && c->column >= c[-1].column + c[-1].colspan));
  }
}

static void check_blocks(const hd_document *doc) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < doc->n_blocks; i++) {
    const hd_block *b = &doc->blocks[i];
    assert_true(b->span.off >= end && b->span.end >= b->span.off);
    end = b->span.end;
    assert_true(b->body.off >= b->marker.end && b->body.end <= b->span.end);
    assert_true(
        b->heading == HD_NONE ||
        (b->heading < i && doc->blocks[b->heading].kind == HD_BLOCK_HEADING));
    bool run_on = i + 1 < doc->n_blocks && doc->blocks[i + 1].run_on;
    assert_true(run_on || rest(doc->text, b->span.end).p[0] == '\n');
    if (!hd_span_empty(b->span))
      assert_int_equal(hd_document_block(doc, b->span.off), i);
  }
  for (size_t i = 0; i < doc->n_tables; i++)
    check_table(doc, &doc->tables[i]);
}

static void check_document(const hd_document *doc) {
  check_map(doc);
  check_places(doc);
  check_blocks(doc);
  assert_int_equal(hd_utf8_invalid(doc->text.p, doc->text.n), doc->text.n);
}

static void check_file(const char *path) {
  hd_arena *arena = hd_arena_new();
  hd_source source;
  hd_error error = {0};
  if (!hd_source_read(arena, path, NULL, NULL, &source, &error))
    fail_msg("%s: %s", path, error.message);
  check_document(hd_document_read(arena, &source));
  hd_arena_free(arena);
}

static void the_map_leads_back_in_the_corpus(void **state) {
  (void)state;
  static const char *const patterns[] = {
      "../shared/corpus/*/*.md", "../shared/corpus/*/*.txt",
      "../shared/corpus/html/*.html", "../shared/seed/*.txt",
      "../shared/bench/dev/clean/*.txt"};
  glob_t found;
  size_t n = 0;
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
    n += glob(patterns[i], i ? GLOB_APPEND : 0, NULL, &found) == 0;
  for (size_t i = 0; i < found.gl_pathc; i++)
    check_file(found.gl_pathv[i]);
  globfree(&found);
  if (n == 0) {
    print_message("skipped: no corpus beside the checkout\n");
    skip();
  }
}

/* Pieces that trouble readers, put together by a fixed generator. */
static void the_map_leads_back_in_hostile_text(void **state) {
  (void)state;
  static const char *const pieces[] = {"增长",
                                       "５％",
                                       "。",
                                       "，",
                                       "\n",
                                       "\r\n",
                                       "\r",
                                       "\n\n",
                                       "　　",
                                       "**",
                                       "*",
                                       "_",
                                       "`",
                                       "|",
                                       "| --- |",
                                       "- ",
                                       "1. ",
                                       "# ",
                                       "一、",
                                       "（二）",
                                       "\t",
                                       "  ",
                                       "<br>",
                                       "<div>",
                                       "&amp;",
                                       "&#20013;",
                                       "\\",
                                       "[a](b)",
                                       "![c](d)",
                                       "```\n",
                                       "> ",
                                       "\f",
                                       "12.5",
                                       "word ",
                                       "表1 ",
                                       "<!--",
                                       "</p>",
                                       "<sup>",
                                       "\u00a0",
                                       "¥",
                                       "⼈",
                                       "—",
                                       "<table>",
                                       "<tr>",
                                       "<td>",
                                       "<th colspan=2>",
                                       "<ol><li>",
                                       "</table>",
                                       ",",
                                       "\"",
                                       ";",
                                       "&eacute;",
                                       "<td rowspan=2>"};
  uint64_t seed = 20240101;
  char text[4096];
  for (int round = 0; round < 4000; round++) {
    size_t n = 0;
    while (n < 600) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      const char *piece =
          pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)];
      n += (size_t)sprintf(text + n, "%s", piece);
    }
    static const char *const names[] = {"a.md", "a.txt", "a.html", "a.csv"};
    hd_document *doc = sample(names[round % 4], text);
    check_document(doc);
    drop(doc);
  }
}

static void deep_nesting_is_no_trouble(void **state) {
  (void)state;
  enum { DEPTH = 5000 };
  static const char *const pieces[] = {"> ", "- ", "[", "*a ", "<b>", "`"};
  hd_arena *arena = hd_arena_new();
  for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
    char *text = hd_arena_alloc(arena, DEPTH * 4 + 8);
    for (int i = 0; i < DEPTH; i++)
      strcat(text + (size_t)i * strlen(pieces[k]), pieces[k]);
    strcat(text, "甲5%");
    hd_document *doc = sample("a.md", text);
    check_document(doc);
    drop(doc);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_map_leads_back_in_the_corpus),
      cmocka_unit_test(the_map_leads_back_in_hostile_text),
      cmocka_unit_test(deep_nesting_is_no_trouble)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
