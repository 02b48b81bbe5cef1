/* Where comments are hung in document.xml: runs are cut only where a figure
 * begins or ends inside one, what stands around keeps its bytes. */
#include "checker/comment/hang.h"
#include "checker/input/markup.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define URI "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* What is written short: paragraphs, ' for ", [1 and 1] where comment 1
 * begins and ends. */
static char *expand(hd_arena *arena, const char *s) {
  hd_buffer out = {0};
  for (; *s; s++)
    if (*s == '[')
      hd_buffer_printf(&out, "<w:commentRangeStart w:id=\"%c\"/>", *++s);
    else if (s[1] == ']') {
      hd_buffer_printf(&out,
                       "<w:commentRangeEnd w:id=\"%c\"/><w:r>"
                       "<w:commentReference w:id=\"%c\"/></w:r>",
                       *s, *s);
      s++;
    } else
      hd_buffer_add(&out, *s == '\'' ? "\"" : s, 1);
  char *text = hd_arena_format(arena,
                               "<w:document xmlns:w=\"" URI "\"><w:body>%s"
                               "</w:body></w:document>",
                               out.p ? out.p : "");
  hd_buffer_free(&out);
  return text;
}

/* ---- a reader of no more than paragraphs, texts and tabs ----------------- */

typedef struct {
  hd_arena *arena;
  hd_pieces pieces;
  hd_story story;
  uint32_t line, column;
  bool in_text, kept;
} reading;

static void add(reading *r, uint32_t n, size_t off) {
  hd_piece piece = {r->line, r->column, n, r->story, off};
  HD_PUSH(r->arena, &r->pieces.list, piece);
  r->column += n;
}

static void on_open(void *closure, const hd_tag *tag) {
  reading *r = closure;
  if (strcmp(tag->name, "p") == 0) {
    r->line++;
    r->column = 1;
    add(r, 0, tag->off);
  }
  r->in_text = strcmp(tag->name, "t") == 0;
  if (r->in_text) {
    add(r, 0, tag->off);
    r->kept = tag->attributes[0] != NULL;
  }
  if (strcmp(tag->name, "tab") == 0)
    add(r, 1, tag->off);
}

static void on_close(void *closure, const hd_tag *tag) {
  (void)tag;
  ((reading *)closure)->in_text = false;
}

static void on_text(void *closure, hd_str text) {
  reading *r = closure;
  if (!r->in_text)
    return;
  for (size_t i = 0; !r->kept && i < text.n; i++)
    if (text.p[i] == '\n') /* these samples have no others at their ends */
      return;
  uint32_t n = (uint32_t)hd_utf8_count(text.p, text.n);
  r->pieces.list.items[r->pieces.list.n - 1].n += n;
  r->column += n;
}

static void read_story(reading *r, const char *xml, hd_story story) {
  static const hd_markup_events events = {on_open, on_close, on_text};
  hd_error error = {0};
  r->story = story;
  assert_true(hd_markup_read(r->arena, hd_str_of(xml), &events, r, &error));
}

/* ---- the document with comments -------------------------------------------
 */

typedef struct {
  uint32_t line, column, end_column, end_line; /* end_line 0: the same */
} place;

static char *hang_all(hd_arena *arena, const char *xml, const char *notes,
                      const place *places, size_t n) {
  hd_runs runs;
  hd_error error = {0};
  hd_hanger hangers[8];
  hd_splices splices = {.arena = arena};
  hd_buffer out = {0};
  reading r = {.arena = arena};
  read_story(&r, xml, HD_STORY_BODY);
  if (*notes)
    read_story(&r, notes, HD_STORY_FOOTNOTES);
  assert_true(hd_runs_read(arena, hd_str_of(xml), &runs, &error));
  hd_anchors anchors = {.pieces = &r.pieces, .runs = &runs};
  assert_true(hd_anchor_notes(arena, hd_str_of(notes), &runs, &anchors.notes[0],
                              &error));
  for (size_t i = 0; i < n; i++) {
    const place *p = &places[i];
    hd_comment_place at = {p->line, p->column,
                           p->end_line ? p->end_line : p->line, p->end_column};
    hangers[i].id = (int64_t)i;
    assert_true(
        hd_anchor_find(&anchors, &at, &hangers[i].start, &hangers[i].end));
  }
  hd_hang_up(&splices, &runs, hangers, n);
  hd_splice_apply(&splices, hd_str_of(xml), &out);
  char *text = hd_arena_copy(arena, out.p, out.n);
  hd_buffer_free(&out);
  return text;
}

/* What paragraphs become with comments on their lines. */
static void check(const char *before, const char *after, const place *places,
                  size_t n) {
  hd_arena *arena = hd_arena_new();
  char *got = hang_all(arena, expand(arena, before), "", places, n);
  assert_string_equal(got, expand(arena, after));
  hd_arena_free(arena);
}
#define CHECK(before, after, ...)                                              \
  check(before, after, (const place[]){__VA_ARGS__},                           \
        sizeof((const place[]){__VA_ARGS__}) / sizeof(place))

/* ---- tests ----------------------------------------------------------------
 */

static void a_run_by_itself_is_not_cut(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>增长</w:t></w:r><w:r><w:t>12%</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>增长</w:t></w:r>[0<w:r><w:t>12%</w:t></w:r>0]</w:p>",
        {1, 3, 6, 0});
}

static void a_run_is_cut_with_its_properties(void **state) {
  (void)state;
  CHECK("<w:p><w:pPr/><w:r w:rsidR='1'><w:rPr><w:b/></w:rPr>"
        "<w:t>增长12%。</w:t></w:r></w:p>",
        "<w:p><w:pPr/><w:r w:rsidR='1'><w:rPr><w:b/></w:rPr>"
        "<w:t>增长</w:t></w:r>[0<w:r w:rsidR='1'><w:rPr><w:b/></w:rPr>"
        "<w:t>12%</w:t></w:r>0]<w:r w:rsidR='1'><w:rPr><w:b/></w:rPr>"
        "<w:t>。</w:t></w:r></w:p>",
        {1, 3, 6, 0});
}

static void a_figure_over_three_runs(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>共1</w:t></w:r><w:r><w:t>2</w:t></w:r>\n"
        "<w:r><w:t xml:space='preserve'>3家</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>共</w:t></w:r>[0<w:r><w:t>1</w:t></w:r>"
        "<w:r><w:t>2</w:t></w:r>\n<w:r><w:t xml:space='preserve'>3</w:t></w:r>"
        "0]<w:r><w:t xml:space='preserve'>家</w:t></w:r></w:p>",
        {1, 2, 5, 0});
}

static void entities_are_one_character(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>A&amp;B&#x4E2D;5%</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>A&amp;B&#x4E2D;</w:t></w:r>[0<w:r><w:t>5%</w:t></w:r>"
        "0]</w:p>",
        {1, 5, 7, 0});
}

static void a_blank_beside_the_cut_is_kept(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>rose 5% up</w:t></w:r></w:p>",
        "<w:p><w:r><w:t xml:space='preserve'>rose </w:t></w:r>"
        "[0<w:r><w:t>5%</w:t></w:r>0]"
        "<w:r><w:t xml:space='preserve'> up</w:t></w:r></w:p>",
        {1, 6, 8, 0});
}

static void blanks_of_a_text_that_is_cut_twice(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>up 5 by 7 up</w:t></w:r></w:p>",
        "<w:p><w:r><w:t xml:space='preserve'>up </w:t></w:r>"
        "[0<w:r><w:t>5</w:t></w:r>0]"
        "<w:r><w:t xml:space='preserve'> by </w:t></w:r>"
        "[1<w:r><w:t>7</w:t></w:r>1]"
        "<w:r><w:t xml:space='preserve'> up</w:t></w:r></w:p>",
        {1, 4, 5, 0}, {1, 9, 10, 0});
}

static void blanks_that_do_not_count_are_no_column(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>\nA5%\n</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>\nA</w:t></w:r>[0<w:r><w:t>5</w:t></w:r>0]"
        "<w:r><w:t>%\n</w:t></w:r></w:p>",
        {1, 2, 3, 0});
}

static void they_do_not_count_behind_a_cut(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>\nA 5 up\n</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>\n</w:t><w:t xml:space='preserve'>A </w:t></w:r>"
        "[0<w:r><w:t>5</w:t></w:r>0]"
        "<w:r><w:t xml:space='preserve'> up</w:t><w:t>\n</w:t></w:r></w:p>",
        {1, 3, 4, 0});
}

static void elements_of_a_run_stay_whole(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:rPr/><w:t>a</w:t><w:tab/><w:t>5</w:t><w:br/></w:r></w:p>",
        "<w:p><w:r><w:rPr/><w:t>a</w:t><w:tab/></w:r>"
        "[0<w:r><w:rPr/><w:t>5</w:t></w:r>0]"
        "<w:r><w:rPr/><w:br/></w:r></w:p>",
        {1, 3, 4, 0});
}

static void inside_what_holds_runs(void **state) {
  (void)state;
  CHECK("<w:tbl><w:tr><w:tc><w:p><w:hyperlink><w:r><w:t>5%</w:t></w:r>"
        "</w:hyperlink></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:ins w:id='9'><w:r><w:t>a7%</w:t></w:r></w:ins></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:hyperlink>[0<w:r><w:t>5%</w:t></w:r>0]"
        "</w:hyperlink></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:ins w:id='9'><w:r><w:t>a</w:t></w:r>"
        "[1<w:r><w:t>7%</w:t></w:r>1]</w:ins></w:p>",
        {1, 1, 3, 0}, {2, 2, 4, 0});
}

static void several_in_one_run(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>12345</w:t></w:r></w:p>",
        "<w:p>[1<w:r><w:t>1</w:t></w:r>[0<w:r><w:t>2</w:t></w:r>1][2"
        "<w:r><w:t>3</w:t></w:r>0]2]<w:r><w:t>45</w:t></w:r></w:p>",
        {1, 2, 4, 0}, {1, 1, 3, 0}, {1, 3, 4, 0});
}

static void a_place_over_two_paragraphs(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>12</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>34</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>1</w:t></w:r>[0<w:r><w:t>2</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>3</w:t></w:r>0]<w:r><w:t>4</w:t></w:r></w:p>",
        {1, 2, 2, 2});
}

static void around_what_is_closed(void **state) {
  (void)state;
  CHECK(
      "<w:p><w:r><w:t>a</w:t></w:r><w:fldSimple w:instr='X'><w:r><w:t>b5</w:t>"
      "</w:r></w:fldSimple></w:p>",
      "<w:p><w:r><w:t>a</w:t></w:r>[0<w:fldSimple w:instr='X'><w:r><w:t>b5"
      "</w:t></w:r></w:fldSimple>0]</w:p>",
      {1, 3, 4, 0});
#define FIELD(instruction)                                                     \
  "<w:r><w:fldChar "                                                           \
  "w:fldCharType='begin'/></w:r><w:r><w:instrText>" instruction                \
  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"             \
  "</w:r>"
#define FIELD_END "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
  CHECK("<w:p>" FIELD("REF x") "<w:r><w:t>a5</w:t></w:r>" FIELD_END "</w:p>",
        "<w:p>[0" FIELD("REF x") "<w:r><w:t>a5</w:t></w:r>" FIELD_END
                                 "0]</w:p>",
        {1, 2, 3, 0});
  CHECK("<w:p>" FIELD("HYPERLINK x") "<w:r><w:t>5</w:t></w:r>" FIELD_END
                                     "</w:p>",
        "<w:p>" FIELD("HYPERLINK x") "[0<w:r><w:t>5</w:t></w:r>0]" FIELD_END
                                     "</w:p>",
        {1, 1, 2, 0});
  CHECK("<w:p>" FIELD("TOC") "<w:r><w:t>5</w:t></w:r></w:p><w:p>" FIELD_END
                             "</w:p>",
        "<w:p>" FIELD("TOC") "[0<w:r><w:t>5</w:t></w:r>0]</w:p><w:p>" FIELD_END
                             "</w:p>",
        {1, 1, 2, 0});
  CHECK("<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>5a"
        "</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>"
        "<w:r><w:t>6</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "<w:p>[0<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>5a"
        "</w:t></w:r></w:sdtContent></w:sdt>0]<w:sdt><w:sdtPr/><w:sdtContent>"
        "[1<w:r><w:t>6</w:t></w:r>1]</w:sdtContent></w:sdt></w:p>",
        {1, 1, 2, 0}, {1, 3, 4, 0});
  CHECK("<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/></w:sdtPr>"
        "<w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>5</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:p>",
        "<w:p>[0<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/></w:sdtPr>"
        "<w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>5</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>0]</w:p>",
        {1, 1, 2, 0});
}

static void a_control_around_paragraphs_is_open(void **state) {
  (void)state;
  CHECK(
      "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>5</w:t>"
      "</w:r></w:p></w:sdtContent></w:sdt>",
      "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p>[0<w:r><w:t>5"
      "</w:t></w:r>0]</w:p></w:sdtContent></w:sdt>",
      {1, 1, 2, 0});
}

static void a_text_box_is_held_by_its_run(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>5%</w:t>"
        "</w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r>[0"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>5%</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>0]</w:p>",
        {2, 1, 3, 0});
}

#define MATH                                                                   \
  "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"

static void a_formula_stays_whole(void **state) {
  (void)state;
  CHECK("<w:p><w:r><w:t>a</w:t></w:r><m:oMathPara " MATH "><m:oMath><m:r><m:t>"
        "b5</m:t></m:r></m:oMath></m:oMathPara><w:r><w:t>c</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r>[0<m:oMathPara " MATH
        "><m:oMath><m:r><m:t>b5</m:t></m:r></m:oMath></m:oMathPara>0]"
        "<w:r><w:t>c</w:t></w:r></w:p>",
        {1, 3, 4, 0});
}

static void an_empty_line_leads_to_the_next_run(void **state) {
  (void)state;
  CHECK("<w:p/><w:p><w:r><w:t>a</w:t></w:r></w:p>",
        "<w:p/><w:p>[0<w:r><w:t>a</w:t></w:r>0]</w:p>", {1, 1, 2, 0});
  CHECK("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/>",
        "<w:p>[0<w:r><w:t>a</w:t></w:r>0]</w:p><w:p/>", {2, 1, 2, 0});
}

static void a_note_is_shown_by_its_number(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  static const char notes[] =
      "<w:footnotes xmlns:w=\"" URI "\"><w:footnote w:id=\"1\"><w:p/>"
      "</w:footnote><w:footnote "
      "w:id=\"4\"><w:p><w:r><w:t>计7%</w:t></w:r></w:p>"
      "</w:footnote></w:footnotes>";
  char *got = hang_all(
      arena,
      expand(arena, "<w:p><w:r><w:t>a</w:t></w:r>"
                    "<w:r><w:footnoteReference w:id='4'/></w:r>"
                    "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"),
      notes, (const place[]){{3, 2, 4, 0}}, 1);
  assert_string_equal(
      got, expand(arena, "<w:p><w:r><w:t>a</w:t></w:r>"
                         "[0<w:r><w:footnoteReference w:id='4'/></w:r>0]"
                         "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"));
  hd_arena_free(arena);
}

static void names_without_a_prefix(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
  char *got = hang_all(arena,
                       "<document xmlns=\"" STRICT "\"><body><p><r><t>a5</t>"
                       "</r></p></body></document>",
                       "", (const place[]){{1, 2, 3, 0}}, 1);
  assert_string_equal(
      got, "<document xmlns=\"" STRICT "\"><body><p><r><t>a</t></r>"
           "<w:commentRangeStart xmlns:w=\"" STRICT "\" w:id=\"0\"/>"
           "<r><t>5</t></r>"
           "<w:commentRangeEnd xmlns:w=\"" STRICT "\" w:id=\"0\"/><r>"
           "<w:commentReference xmlns:w=\"" STRICT "\" w:id=\"0\"/></r>"
           "</p></body></document>");
  hd_arena_free(arena);
}

static void what_was_hung_comes_off(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_runs runs;
  hd_error error = {0};
  hd_splices splices = {.arena = arena};
  hd_buffer out = {0};
  hd_map *ids = hd_map_new(arena);
  bool fresh;
  static const int64_t id = 3;
  hd_map_at(ids, (hd_str){(const char *)&id, sizeof id}, &fresh);
  hd_str xml = hd_str_of(expand(
      arena, "<w:p>[3[4<w:r><w:t>5</w:t></w:r>4]3]<w:r><w:t>a</w:t>"
             "<w:commentReference w:id='3'></w:commentReference></w:r></w:p>"));
  assert_true(hd_runs_read(arena, xml, &runs, &error));
  hd_hang_off(&splices, &runs, ids);
  hd_splice_apply(&splices, xml, &out);
  assert_string_equal(out.p, expand(arena, "<w:p>[4<w:r><w:t>5</w:t></w:r>4]"
                                           "<w:r><w:t>a</w:t></w:r></w:p>"));
  hd_buffer_free(&out);
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_run_by_itself_is_not_cut),
      cmocka_unit_test(a_run_is_cut_with_its_properties),
      cmocka_unit_test(a_figure_over_three_runs),
      cmocka_unit_test(entities_are_one_character),
      cmocka_unit_test(a_blank_beside_the_cut_is_kept),
      cmocka_unit_test(blanks_of_a_text_that_is_cut_twice),
      cmocka_unit_test(blanks_that_do_not_count_are_no_column),
      cmocka_unit_test(they_do_not_count_behind_a_cut),
      cmocka_unit_test(elements_of_a_run_stay_whole),
      cmocka_unit_test(inside_what_holds_runs),
      cmocka_unit_test(several_in_one_run),
      cmocka_unit_test(a_place_over_two_paragraphs),
      cmocka_unit_test(around_what_is_closed),
      cmocka_unit_test(a_control_around_paragraphs_is_open),
      cmocka_unit_test(a_text_box_is_held_by_its_run),
      cmocka_unit_test(a_formula_stays_whole),
      cmocka_unit_test(an_empty_line_leads_to_the_next_run),
      cmocka_unit_test(a_note_is_shown_by_its_number),
      cmocka_unit_test(names_without_a_prefix),
      cmocka_unit_test(what_was_hung_comes_off),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
