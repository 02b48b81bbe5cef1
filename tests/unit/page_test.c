/* Tests of checker/document/page*.c: HTML pages. */
#include "document_sample.h"

static void blocks(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html", "<!doctype html><html><head><title>无关_网站</title>"
                       "<style>p{x:1}</style></head><body>\n"
                       "<h1>2023年公报</h1>\n<p>全年增长<b>5.2</b>%，\n"
                       "其中工业增长\t 4.6%。<script>var a = 1;</script></p>"
                       "<!-- 99 --><div>第二段<br>&nbsp;</div></body></html>");
  expect_block(d, 0, HD_BLOCK_TITLE, "2023年公报");
  expect_block(d, 1, HD_BLOCK_PARAGRAPH, "全年增长5.2%,其中工业增长 4.6%。");
  expect_block(d, 2, HD_BLOCK_PARAGRAPH, "第二段");
  assert_int_equal(d->n_blocks, 3);
  expect_position(d, "5.2", 3, 11);
  expect_position(d, "4.6", 4, 9);
  drop(d);
}

/* Text is what a browser shows, places are those of the source. */
static void text(void **state) {
  (void)state;
  hd_document *d = sample(
      "a.html", "<p>a&nbsp;&amp;&#8212;b&eacute;c &lt 5 &unknown; R&D</p>"
                "<p>soft&shy;en zero\u200Bwidth</p>"
                "<p>1.2&#215;10<sup>5</sup> km<sup>2</sup> García<sup>1</sup>"
                " PM<sub>2.5</sub></p><p>12<span>3</span>4</p>"
                "<p>new\n\n  line <i> it</i></p><p><del>7</del>8</p>");
  expect_block(d, 0, HD_BLOCK_TITLE, "a &—béc < 5 &unknown; R&D");
  expect_block(d, 1, HD_BLOCK_PARAGRAPH, "soften zerowidth");
  expect_block(d, 2, HD_BLOCK_PARAGRAPH, "1.2×10^5 km² García¹ PM2.5");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "1234");
  expect_block(d, 4, HD_BLOCK_PARAGRAPH, "new line it");
  expect_block(d, 5, HD_BLOCK_PARAGRAPH, "8");
  expect_position(d, "—", 1, 16);
  expect_position(d, "c <", 1, 32);
  drop(d);
}

static void line_ends(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html", "<div>标题<br><br>　　第一段，未完<br>续行。<br>"
                       "&nbsp;&nbsp;&nbsp;&nbsp;第二段。<br>第三段。<br>"
                       "new line<br>goes on</div>"
                       "<pre>甲 1\n乙 2\n\n丙 3</pre>"
                       "<pre><code>x = 1</code></pre>");
  expect_block(d, 0, HD_BLOCK_TITLE, "标题");
  expect_block(d, 1, HD_BLOCK_PARAGRAPH, "第一段,未完续行。");
  expect_block(d, 2, HD_BLOCK_PARAGRAPH, "第二段。");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "第三段。");
  expect_block(d, 4, HD_BLOCK_PARAGRAPH, "new line goes on");
  expect_block(d, 5, HD_BLOCK_PARAGRAPH, "甲 1乙 2");
  expect_block(d, 6, HD_BLOCK_PARAGRAPH, "丙 3");
  expect_block(d, 7, HD_BLOCK_SKIPPED, "x = 1");
  drop(d);
}

/* Narrow cells break figures over two lines; two figures stay two. */
static void torn_figures(void **state) {
  (void)state;
  hd_document *d = sample(
      "a.html", "<table><tr><th>a</th><th>b</th><th>c</th><th>d</th></tr>"
                "<tr><td>19,032,80\n0\n</td><td>143,036,807.\n90</td>"
                "<td>1,449,207\n.56</td><td>(928,629,850.7\n8)</td></tr>"
                "<tr><td>1,234\n56</td><td>19,032,80 0</td>"
                "<td>12,34\n5 6</td><td>x 1,2\n34</td></tr></table>");
  static const char *const wanted[] = {"a",
                                       "b",
                                       "c",
                                       "d",
                                       "19,032,800",
                                       "143,036,807.90",
                                       "1,449,207.56",
                                       "(928,629,850.78)",
                                       "1,234 56",
                                       "19,032,800",
                                       "12,34 5 6",
                                       "x 1,2 34"};
  for (size_t i = 0; i < d->tables[0].n_cells; i++)
    expect_str(hd_document_text(d, d->tables[0].cells[i].span), wanted[i]);
  assert_int_equal(d->tables[0].n_cells, 12);
  expect_position(d, "90", 4, 1);
  expect_position(d, ".56", 5, 1);
  expect_position(d, "12,34", 7, 32);
  drop(d);
}

static void lists(void **state) {
  (void)state;
  hd_document *d = sample(
      "a.html", "<p>Text.</p><ol start=3><li>three<li><p>four</p><p>more</p>"
                "<li value=9>nine.</ol><ol reversed><li>two.<li>one.</ol>"
                "<ol type=A><li>x.</ol><ul><li>bullet</ul>"
                "<ol style='list-style-type: cjk-ideographic'><li>甲。</ol>");
  expect_block(d, 1, HD_BLOCK_ITEM, "3. three");
  expect_block(d, 2, HD_BLOCK_ITEM, "4. four");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "more");
  expect_block(d, 4, HD_BLOCK_ITEM, "9. nine.");
  expect_block(d, 5, HD_BLOCK_ITEM, "2. two.");
  expect_block(d, 6, HD_BLOCK_ITEM, "1. one.");
  expect_block(d, 7, HD_BLOCK_ITEM, "A. x.");
  expect_block(d, 8, HD_BLOCK_ITEM, "bullet");
  expect_block(d, 9, HD_BLOCK_ITEM, "一、甲。");
  assert_int_equal(d->blocks[1].number, 3);
  expect_position(d, "3.", 1, 25);
  expect_position(d, "three", 1, 29);
  drop(d);
}

static void expect_cell(const hd_document *d, size_t i, hd_cell wanted,
                        const char *text) {
  const hd_cell *c = &d->tables[0].cells[i];
  expect_str(hd_document_text(d, c->span), text);
  assert_int_equal(c->row, wanted.row);
  assert_int_equal(c->column, wanted.column);
  assert_int_equal(c->rowspan, wanted.rowspan);
  assert_int_equal(c->colspan, wanted.colspan);
  assert_int_equal(c->header, wanted.header);
}

static void tables(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html", "<p>Text.</p><table><caption>表1 收入</caption>"
                       "<tr><td colspan=9>单位：万元</td></tr>"
                       "<tr><th rowspan=2>地区<th colspan=2>2023年<th>备注</tr>"
                       "<tr><th>收入<th>支出<th></tr>"
                       "<tr><td rowspan=9>甲<td>1.5<td>2<td>-</tr>"
                       "<tr><td>3<td>4<td></table><p>End.");
  expect_block(d, 1, HD_BLOCK_CAPTION, "表1 收入");
  expect_block(d, 2, HD_BLOCK_CAPTION, "单位:万元");
  assert_int_equal(d->n_tables, 1);
  assert_int_equal(d->tables[0].rows, 4);
  assert_int_equal(d->tables[0].columns, 4);
  assert_int_equal(d->tables[0].header_rows, 2);
  assert_int_equal(d->tables[0].caption, 1);
  expect_cell(d, 0, (hd_cell){{0}, 0, 0, 2, 1, true}, "地区");
  expect_cell(d, 1, (hd_cell){{0}, 0, 1, 1, 2, true}, "2023年");
  expect_cell(d, 3, (hd_cell){{0}, 1, 1, 1, 1, true}, "收入");
  expect_cell(d, 6, (hd_cell){{0}, 2, 0, 2, 1, false}, "甲");
  expect_cell(d, 10, (hd_cell){{0}, 3, 1, 1, 1, false}, "3");
  expect_block(d, 4, HD_BLOCK_PARAGRAPH, "End.");
  drop(d);
}

/* (1.52 | ) and 6.0 | %: the end of a figure in a cell of its own. */
static void figures_in_two_cells(void **state) {
  (void)state;
  hd_document *d = sample(
      "a.html", "<p>T.<table><tr><td>Item<td colspan=2>2023<td>2022</tr>"
                "<tr><td>Loss<td><p>(1.52</p><td> <p>)&nbsp;</p><td>7</tr>"
                "<tr><td>Rate<td>(6.0%<td>)<td>%</tr>"
                "<tr><td>Note<td>(see<td>)<td>8</tr></table>");
  expect_cell(d, 4, (hd_cell){{0}, 1, 1, 1, 2, false}, "(1.52)");
  expect_cell(d, 5, (hd_cell){{0}, 1, 3, 1, 1, false}, "7");
  expect_cell(d, 7, (hd_cell){{0}, 2, 1, 1, 2, false}, "(6.0%)");
  expect_cell(d, 8, (hd_cell){{0}, 2, 3, 1, 1, false}, "%");
  expect_cell(d, 10, (hd_cell){{0}, 3, 1, 1, 1, false}, "(see");
  drop(d);
}

/* Tables that set out a page, and what is no table of a browser either. */
static void layout(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html", "<table><tr><td><p>左栏。</p><td><table><tr><th>项<th>数"
                       "<tr><td>甲<td>5</table></table><tr><td>散"
                       "<table><tr><td>x</table>"
                       "<table>外<tr><td>1<td>2<tr><td>3<td>4</table>");
  expect_block(d, 0, HD_BLOCK_PARAGRAPH, "左栏。");
  assert_int_equal(d->n_tables, 2);
  assert_int_equal(d->tables[0].columns, 2);
  expect_block(d, 2, HD_BLOCK_PARAGRAPH, "散");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "x");
  expect_block(d, 4, HD_BLOCK_PARAGRAPH, "外");
  drop(d);
}

#define LONG_TEXT                                                                                                \
  "全年地区生产总值比上年增长百分之五，规模以上工业增加值增长较快，投资保持" \
  "稳定，消费持续恢复，民生不断改善，各项事业都有新的进步。"

static void navigation(void **state) {
  (void)state;
  hd_document *d = sample(
      "a.html",
      "<title>站名</title><body><header><a href=/>首页</a><a href=/a>政务</a>"
      "<a href=/b>服务</a></header><nav><ul><li>栏目7</ul></nav>"
      "<div class=menu><a href=/1>要闻 12</a> <a href=/2>公告</a></div>"
      "<ul><li><a href=/3>相关新闻增长5%</a><li><a href=/4>另一条</a>"
      "<li><a href=/5>又一条</a></ul>"
      "<form>搜索 <input></form><div hidden>藏</div>"
      "<p style='display: none'>藏</p><span class='a sr-only'>藏</span>"
      "<h2>公报</h2><p>" LONG_TEXT "</p><p>见<a href=/6>附表1</a>。</p>"
      "<aside>广告99</aside><footer>备案号 1234567</footer>");
  expect_block(d, 0, HD_BLOCK_TITLE, "站名");
  assert_int_equal(d->n_blocks, 4);
  expect_block(d, 1, HD_BLOCK_HEADING, "公报");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "见附表1。");
  drop(d);
}

/* The part of the page that says that it is the article; its h1 may stand
 * before it. */
static void article(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html",
             "<div>来源：某报 字号</div><h1>标题</h1><div id=zoom><p>" LONG_TEXT
             "</p><aside>专栏5</aside></div><div>点击88次</div>");
  assert_int_equal(d->n_blocks, 2);
  expect_block(d, 0, HD_BLOCK_TITLE, "标题");
  drop(d);
  d = sample("a.html", "<h1>题</h1><div style='visibility:hidden'><p>" LONG_TEXT
                       "</p><p hidden>藏</p></div>");
  assert_int_equal(d->n_blocks, 2);
  drop(d);
  d = sample("a.html", "<title>2023年统计公报_某网</title><p>甲5。</p>");
  expect_block(d, 0, HD_BLOCK_TITLE, "2023年统计公报");
  drop(d);
}

/* Text whose place on the page is before its place in the source. */
static void moved(void **state) {
  (void)state;
  hd_document *d =
      sample("a.html", "<p>头\n<table><tr><th>a<th>b\n<tr><td>1<td>22</tr>\n"
                       "散文字33\n<tr><td>44<td>55</table>\n<p>尾66");
  expect_position(d, "33", 4, 4);
  expect_position(d, "22", 3, 14);
  expect_position(d, "44", 5, 9);
  expect_position(d, "尾66", 6, 4);
  assert_true(find(d, "33", 1) < find(d, "22", 1));
  drop(d);
}

static void markdown(void **state) {
  (void)state;
  hd_document *d =
      sample("a.md", "Text.\n\n<table>\n<tr><th>地区</th><th>数</th></tr>\n"
                     "<tr><td>甲</td><td>5</td></tr>\n</table>\n\nEnd 6.\n");
  assert_int_equal(d->n_tables, 1);
  expect_position(d, "5", 5, 19);
  expect_position(d, "6", 8, 5);
  drop(d);
  d = sample("a.md", "<table>\n<tr><th>地区<th>数\n\n<tr><td>甲<td>5\n\n"
                     "</table>\n\nEnd 6.\n\n<table><tr><td>1\n\nText.\n\n"
                     "<tr><td>7<td>8\n");
  assert_int_equal(d->n_tables, 1);
  assert_int_equal(d->tables[0].rows, 2);
  expect_block(d, 2, HD_BLOCK_PARAGRAPH, "1");
  expect_block(d, 3, HD_BLOCK_PARAGRAPH, "Text.");
  expect_block(d, 4, HD_BLOCK_PARAGRAPH, "7 8");
  drop(d);
}

/* Any pieces of markup in any order make a document whose places lie in the
 * source. */
static void broken(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "<table>", "</table>", "<td>",         "<tr>",   "</td>",
      "<p>",     "</p>",     "<b>",          "</i>",   "<div>",
      "</div>",  "文字5%",   "&amp",         "&#",     "<!--",
      "-->",     "<",        "</",           "<a b='", "\n",
      "<ol>",    "<li>",     "<pre>",        "<h2>",   "<title>",
      "</tr>",   " ",        "<caption>",    "<ul>",   "<sup>",
      "8",       "<br>",     "<span hidden>"};
  uint32_t seed = 7;
  for (int round = 0; round < 400; round++) {
    char page[1024] = "";
    for (int k = 0; k < 40; k++) {
      seed = seed * 1103515245 + 12345;
      strcat(page, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
    }
    hd_document *d = sample("a.html", page);
    for (size_t i = 0; i < d->n_segments; i++) {
      assert_true(d->segments[i].source <= d->source.bytes.n);
      assert_true(i == 0 || d->segments[i].off > d->segments[i - 1].off);
    }
    drop(d);
  }
}

/* Megabytes of what makes parsers slow. */
static void hostile(void **state) {
  (void)state;
  static const char *const units[] = {"<div>",
                                      "<p><b>",
                                      "<font size=1><a>",
                                      "<table><tr><td>",
                                      "<ul><li>x",
                                      "<td colspan=1000 rowspan=65534>",
                                      "<!--",
                                      "<a b='",
                                      "&bogus;",
                                      "<select><option>",
                                      "<span><div></span>",
                                      "<div><table><td></div>",
                                      "</p>",
                                      "<svg>",
                                      "<title>",
                                      "x<"};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t n = strlen(units[i]), times = 500000 / n;
    char *page = test_malloc(n * times + 64);
    strcpy(page, "<table><tr>");
    for (size_t k = 0; k < times; k++)
      memcpy(page + 11 + k * n, units[i], n + 1);
    hd_document *d = sample("a.html", page);
    assert_non_null(d);
    drop(d);
    test_free(page);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(blocks),
                                     cmocka_unit_test(text),
                                     cmocka_unit_test(line_ends),
                                     cmocka_unit_test(torn_figures),
                                     cmocka_unit_test(lists),
                                     cmocka_unit_test(tables),
                                     cmocka_unit_test(figures_in_two_cells),
                                     cmocka_unit_test(layout),
                                     cmocka_unit_test(navigation),
                                     cmocka_unit_test(article),
                                     cmocka_unit_test(moved),
                                     cmocka_unit_test(markdown),
                                     cmocka_unit_test(broken),
                                     cmocka_unit_test(hostile)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
