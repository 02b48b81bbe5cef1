/* markdown: blocks of a Markdown source, by md4c.
 *
 * In: the source. Out: headings, paragraphs, items, tables, skipped code. The
 * parser calls back with runs of text that point into the source; their
 * places come from the pointers. That is no promise of its interface, so each
 * run is checked: one that points elsewhere or back is put as it is if it is
 * a blank, and otherwise ends the reading; the caller then reads the source
 * as plain text. So it does where the parser would fill up short rows of an
 * absurdly wide table for ever.
 *
 * Indented code is switched off: in a report an indented paragraph is a
 * paragraph. */
#include "markdown.h"
#include "grid.h"
#include "heading.h"

enum { NESTING = 200, STOP = 1 };

/* ---- blocks ------------------------------------------------------------- */
void hd_md_close(md *m) {
  if (!m->open)
    return;
  hd_build *b = m->b;
  hd_block *block = &b->blocks.items[b->blocks.n - 1];
  if (block->kind == HD_BLOCK_PARAGRAPH && m->bold_seen && !m->plain_seen)
    block->kind = HD_BLOCK_HEADING;
  hd_build_close(b);
  m->open = m->bold_seen = m->plain_seen = m->literal_bold = false;
  m->join = MD_JOIN_NONE;
  m->raised = false;
}

/* Where the blanks before i begin, marks that the parser takes ([ of a link,
 * emphasis) included if `marks`. */
static uint32_t back_over(const md *m, uint32_t i, bool marks) {
  const char *p = m->b->source.p;
  while (i > m->seen && (p[i - 1] == ' ' || p[i - 1] == '\t' ||
                         (marks && p[i - 1] && strchr("[*_`~", p[i - 1]))))
    i--;
  return i;
}

/* The source offset of the number of the item whose text begins at *at ("12. "
 * stands before it, or "12. ["), HD_NONE if there is none. *at: where number
 * and blanks end. */
static uint32_t find_number(const md *m, uint32_t *at, uint32_t *number) {
  const char *p = m->b->source.p;
  uint32_t i = back_over(m, *at, true), unit = 1;
  if (i == m->seen || (p[i - 1] != '.' && p[i - 1] != ')'))
    return HD_NONE;
  while (i < *at && back_over(m, *at, false) != i)
    --*at;
  *number = 0;
  for (i--;
       i > m->seen && p[i - 1] >= '0' && p[i - 1] <= '9' && unit < 1000000000;
       i--, unit *= 10)
    *number += (uint32_t)(p[i - 1] - '0') * unit;
  return unit > 1 ? i : HD_NONE;
}

/* A block for the first text of a list item, with its number. Where each item
 * is written with the same number (1. 1. 1.) they count by themselves. */
static void open_item(md *m, uint32_t at) {
  md_list *list = &m->lists.items[m->lists.n - 1];
  hd_block *block = hd_build_open(m->b, HD_BLOCK_ITEM);
  uint32_t written = 0;
  list->pending = false;
  block->level = (uint8_t)(m->lists.n < NESTING ? m->lists.n : NESTING);
  block->mark = HD_MARK_BULLET;
  uint32_t from = list->ordered ? find_number(m, &at, &written) : HD_NONE;
  if (from == HD_NONE)
    return;
  bool lazy = list->n > 1 && written == list->start;
  block->number = lazy ? list->start + list->n - 1 : written;
  block->mark = HD_MARK_DOT;
  hd_build_copy(m->b, from, at);
}

void hd_md_open(md *m, uint32_t at) {
  if (m->open)
    return;
  m->open = true;
  bool in_list = m->lists.n > 0 && m->kind == HD_BLOCK_PARAGRAPH;
  if (in_list && m->lists.items[m->lists.n - 1].pending)
    open_item(m, at);
  else
    hd_build_open(m->b, m->kind)->level = m->level;
}

static void open_list(md *m, bool ordered, const void *detail) {
  md_list list = {.ordered = ordered};
  if (ordered)
    list.start = ((const MD_BLOCK_OL_DETAIL *)detail)->start;
  HD_PUSH(m->b->arena, &m->lists, list);
}

/* ---- tables ------------------------------------------------------------- */
static void open_table(md *m) {
  hd_build_open(m->b, HD_BLOCK_TABLE);
  m->table_open = true;
  m->row = m->column = 0;
}

static int open_cell(md *m) {
  if (m->column > 0)
    hd_build_put(m->b, "\t", 1);
  m->cell_open = true;
  m->cell_off = (uint32_t)m->b->n;
  m->join = MD_JOIN_NONE;
  /* each cell of the source has a byte of it; the parser adds what a short
   * row lacks */
  return ++m->n_cells > m->b->source.n + 64 ? STOP : 0;
}

static void close_cell(md *m) {
  hd_cell cell = {
      .row = m->row, .column = m->column++, .rowspan = 1, .colspan = 1};
  hd_build_cell(m->b, m->cell_off, cell);
  m->cell_open = m->literal_bold = m->raised = false;
}

static void close_row(md *m) {
  hd_build_put(m->b, "\n", 1);
  m->row++;
  m->column = 0;
}

static void close_table(md *m) {
  m->b->n -= m->row > 0; /* the line end of the last row */
  hd_grid_close(m->b, 1);
  hd_build_close(m->b);
  m->table_open = m->bold_seen = m->plain_seen = false;
}

/* ---- callbacks of the parser -------------------------------------------- */
/* Counts the <table>s of the HTML block that are not closed in it. */
static void count_tables(md *m) {
  uint32_t from =
      m->html_counted > m->html_from ? m->html_counted : m->html_from;
  const char *p = m->b->source.p;
  for (uint32_t i = from; i + 6 < m->html_end; i++)
    if (p[i] == '<') {
      bool end = p[i + 1] == '/';
      if (strncasecmp(p + i + 1 + end, "table", 5) == 0)
        m->html_tables += end ? -1 : 1;
    }
  m->html_counted = m->html_end;
}

/* The HTML block ends. A blank line ends it for Markdown, but not a table: what
 * goes on in the next HTML block is read with it. */
static void end_html(md *m, bool last) {
  if (m->html_from == HD_NONE)
    return;
  count_tables(m);
  if (m->html_tables > 0 && !last)
    return;
  hd_page_read_part(m->b, m->html_from, m->html_end);
  m->html_from = HD_NONE;
  m->html_tables = 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data) {
  md *m = data;
  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    return open_cell(m);
  hd_md_close(m);
  m->html = type == MD_BLOCK_HTML;
  if (!m->html)
    end_html(m, true);
  m->kind = type == MD_BLOCK_H      ? HD_BLOCK_HEADING
            : type == MD_BLOCK_CODE ? HD_BLOCK_SKIPPED
                                    : HD_BLOCK_PARAGRAPH;
  m->level = type == MD_BLOCK_H
                 ? (uint8_t)((const MD_BLOCK_H_DETAIL *)detail)->level
                 : 0;
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
    open_list(m, type == MD_BLOCK_OL, detail);
  } else if (type == MD_BLOCK_LI) {
    m->lists.items[m->lists.n - 1].pending = true;
    m->lists.items[m->lists.n - 1].n++;
  } else if (type == MD_BLOCK_TABLE) {
    open_table(m);
  }
  return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data) {
  md *m = data;
  (void)detail;
  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    close_cell(m);
  else if (type == MD_BLOCK_TR)
    close_row(m);
  else if (type == MD_BLOCK_TABLE)
    close_table(m);
  if (m->table_open)
    return 0;
  hd_md_close(m);
  if (m->html || type == MD_BLOCK_DOC)
    end_html(m, type == MD_BLOCK_DOC);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    m->lists.n--;
  m->kind = HD_BLOCK_PARAGRAPH;
  m->html = false;
  return 0;
}

static int change_span(md *m, MD_SPANTYPE type, int by) {
  m->strong += type == MD_SPAN_STRONG ? by : 0;
  m->image += type == MD_SPAN_IMG ? by : 0;
  m->link += type == MD_SPAN_A ? by : 0;
  return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data) {
  (void)detail;
  return change_span(data, type, 1);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data) {
  (void)detail;
  return change_span(data, type, -1);
}

/* A line of an HTML or code block. */
static void take_verbatim(md *m, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  if (m->html) {
    m->html_from = m->html_from == HD_NONE ? from : m->html_from;
    m->html_end = end;
    return;
  }
  hd_md_open(m, from);
  while (end > from && (p[end - 1] == '\n' || p[end - 1] == '\r'))
    end--;
  hd_build_copy(m->b, from, end);
}

/* What the parser adds: blanks and line ends; anything else stops it. */
static int take_outside(md *m, const char *text, size_t n) {
  if (hd_str_trim((hd_str){text, n}).n > 0)
    return STOP;
  bool code = m->kind == HD_BLOCK_SKIPPED;
  if (m->open || m->cell_open)
    hd_build_put(m->b, code ? text : " ", code ? n : 1);
  return 0;
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
                     void *data) {
  md *m = data;
  hd_str source = m->b->source;
  if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
    if (m->image == 0)
      m->join = type == MD_TEXT_BR ? MD_JOIN_HARD : MD_JOIN_SOFT;
    return 0;
  }
  if (size == 0)
    return 0;
  bool inside = text >= m->base + m->seen && text + size <= m->base + source.n;
  if (!inside)
    return take_outside(m, text, size);
  uint32_t from = (uint32_t)(text - m->base), end = from + size;
  if (m->html || m->kind == HD_BLOCK_SKIPPED)
    take_verbatim(m, from, end);
  else
    hd_md_text(m, type, from, end);
  m->seen = end;
  return 0;
}

/* ---- reading ------------------------------------------------------------ */

/* The end of front matter between lines of ---, 0 if there is none. It is a
 * skipped block. */
static uint32_t skip_front_matter(hd_build *b) {
  hd_str s = b->source;
  if (!hd_str_starts(s, HD_STR("---\n")) && !hd_str_starts(s, HD_STR("---\r")))
    return 0;
  const char *first = memchr(s.p, '\n', s.n);
  for (size_t at = first ? (size_t)(first - s.p) + 1 : s.n; at < s.n;) {
    const char *nl = memchr(s.p + at, '\n', s.n - at);
    size_t end = nl ? (size_t)(nl - s.p) : s.n;
    hd_str line = hd_str_trim((hd_str){s.p + at, end - at});
    if (hd_str_is(line, "---") || hd_str_is(line, "..."))
      return (uint32_t)(nl ? end + 1 : end);
    if (line.n == 0)
      return 0; /* a rule and a paragraph */
    at = end + 1;
  }
  return 0;
}

static void add_front_matter(hd_build *b, uint32_t end) {
  hd_build_open(b, HD_BLOCK_SKIPPED);
  hd_build_lines(b, 0, end);
  hd_build_close(b);
}

bool hd_markdown_read(hd_build *b) {
  static const MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS |
                                            MD_FLAG_NOINDENTEDCODEBLOCKS,
                                   .enter_block = enter_block,
                                   .leave_block = leave_block,
                                   .enter_span = enter_span,
                                   .leave_span = leave_span,
                                   .text = take_text};
  md m = {.b = b, .kind = HD_BLOCK_PARAGRAPH, .html_from = HD_NONE};
  b->symbols = true;
  uint32_t from = skip_front_matter(b);
  if (from > 0)
    add_front_matter(b, from);
  m.seen = from;
  m.base = hd_md_spaced(b, hd_md_note_mask(b), from);
  hd_str masked = {m.base, b->source.n};
  while (from < masked.n) {
    uint32_t end = hd_md_rows_end(masked, from);
    if (end > from) {
      hd_piped_read_part(b, from, end);
      m.seen = from = end;
      continue;
    }
    end = hd_md_part_end(masked, from);
    if (md_parse(m.base + from, (MD_SIZE)(end - from), &parser, &m) != 0)
      return false;
    from = end;
  }
  return true;
}
