/* inline: the text inside a Markdown block.
 *
 * In: runs of the source that the parser calls text. Out: copies of them in
 * the open block or cell, joined over line ends.
 *
 * ** that CommonMark's rules leave in the text (they count 。 and ideographs
 * as what they are not) is taken for what its writer meant; * between digits
 * that they take for emphasis stays (3*4*5). A line that begins with a marker
 * that Markdown does not know begins a block of its own. */
#include "heading.h"
#include "markdown.h"
#include "marker.h"

/* Notes whether text is bold, to tell a bold paragraph from others. */
static void weigh(md *m, uint32_t from, uint32_t end) {
  hd_str s = hd_str_trim((hd_str){m->b->source.p + from, end - from});
  if (s.n == 0)
    return;
  bool bold = m->strong > 0 || m->literal_bold;
  m->bold_seen = m->bold_seen || bold;
  m->plain_seen = m->plain_seen || !bold;
}

static uint32_t past_blanks(const char *p, uint32_t at, uint32_t end) {
  while (at < end && p[at] == ' ')
    at++;
  return at;
}

/* Do the blanks from `at` to `behind` say no more than one does? Those between
 * words of Latin letters, which justified text leaves behind. */
static bool says_one(const char *p, uint32_t at, uint32_t behind,
                     uint32_t end) {
  return at > 0 && (unsigned char)p[at - 1] < 0x80 && behind < end &&
         (unsigned char)p[behind] < 0xE3; /* no ideograph */
}

static void copy(md *m, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  if (from >= end)
    return;
  weigh(m, from, end);
  for (uint32_t run = from; run < end;) {
    size_t next = hd_str_find((hd_str){p + run, end - run}, HD_STR("  "));
    if (next == (size_t)-1)
      break;
    uint32_t at = run + (uint32_t)next, behind = past_blanks(p, at, end);
    if (says_one(p, at, behind, end)) {
      hd_build_copy(m->b, from, at + 1);
      from = behind;
    }
    run = behind;
  }
  hd_build_copy(m->b, from, end);
}

/* The text of the open block or cell. */
static hd_str text_so_far(const md *m) {
  return hd_build_since(m->b, m->cell_open ? m->cell_off : HD_NONE);
}

/* The source from `at` to the end of its line. */
static hd_str line_from(const md *m, uint32_t at) {
  hd_str rest = {m->b->source.p + at, m->b->source.n - at};
  const char *end = memchr(rest.p, '\n', rest.n);
  return (hd_str){rest.p, end ? (size_t)(end - rest.p) : rest.n};
}

/* Is a line a block of its own? */
static bool begins_block(const md *m, uint32_t at) {
  if (m->cell_open || m->kind != HD_BLOCK_PARAGRAPH)
    return false;
  hd_str line = line_from(m, at);
  return hd_md_note_head(line) > 0 ||
         hd_break_is_block(text_so_far(m), line, m->join == MD_JOIN_HARD);
}

static void join(md *m, uint32_t at) {
  hd_str before = hd_str_trim(hd_break_tail((hd_str){m->b->source.p, m->seen}));
  if (begins_block(m, at)) {
    hd_md_close(m);
    hd_md_open(m, at);
  } else if (text_so_far(m).n > 0 &&
             hd_join_needs_blank(before, line_from(m, at))) {
    hd_build_put(m->b, " ", 1);
  }
  m->join = MD_JOIN_NONE;
}

/* Where a run really begins: at the * or _ before it, where these stand
 * between digits. */
static uint32_t begin_of(const md *m, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  uint32_t before = m->seen;
  if (before == 0 || before >= from || from - before > 2 || end <= from ||
      p[from] < '0' || p[from] > '9' || p[before - 1] < '0' ||
      p[before - 1] > '9')
    return from;
  for (uint32_t i = before; i < from; i++)
    if (p[i] != '*' && p[i] != '_')
      return from;
  return before;
}

/* A run without the ** in it. */
static void take_run(md *m, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  for (uint32_t i = from; i < end;) {
    const char *star = memchr(p + i, '*', end - i);
    if (!star)
      break;
    uint32_t at = (uint32_t)(star - p), behind = at;
    /* a pair may go on in the next run */
    while (behind < m->b->source.n && behind < end + 2 && p[behind] == '*')
      behind++;
    bool escaped = at > 0 && p[at - 1] == '\\';
    if (behind - at >= 2 && !escaped) {
      copy(m, from, at);
      m->literal_bold = !m->literal_bold;
      from = behind;
    }
    i = behind;
  }
  copy(m, from, end);
}

/* A raised run: its digits are raised, too. */
static void take_raised(md *m, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; i++) {
    const char *digit = hd_raised(m->b->source.p[i]);
    if (!digit)
      continue;
    hd_build_copy(m->b, from, i);
    hd_build_place(m->b, i, digit, strlen(digit));
    from = i + 1;
  }
  hd_build_copy(m->b, from, end);
}

/* The mark of a footnote: a raised number; another one is left out. */
static void put_mark(md *m, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  hd_str before = text_so_far(m);
  bool digit = before.n > 0 && before.p[before.n - 1] >= '0' &&
               before.p[before.n - 1] <= '9';
  for (uint32_t i = from; i < end; i++)
    if (!hd_raised(p[i]))
      return;
  if (digit) {
    hd_build_place(m->b, from, "^", 1);
    hd_build_copy(m->b, from, end);
    return;
  }
  take_raised(m, from, end);
}

/* A run with marks of footnotes in it. */
static void take_notes(md *m, uint32_t from, uint32_t end) {
  hd_str s = {m->b->source.p, end};
  for (uint32_t i = from; i < end;) {
    i += (uint32_t)hd_md_note_mark((hd_str){s.p + i, end - i});
    if (i == end)
      break;
    uint32_t n = (uint32_t)hd_md_note_label((hd_str){s.p + i, end - i});
    if (n > 0) {
      take_run(m, from, i);
      put_mark(m, i + 2, i + n - 1);
      from = i + n;
    }
    i += n ? n : 2;
  }
  take_run(m, from, end);
}

/* The text of a footnote begins: its block is one, its label is left out. */
static uint32_t begin_note(md *m, uint32_t from, uint32_t end) {
  hd_block *block = &m->b->blocks.items[m->b->blocks.n - 1];
  if (m->cell_open || m->b->n > block->span.off ||
      block->kind != HD_BLOCK_PARAGRAPH)
    return from;
  size_t n = hd_md_note_head((hd_str){m->b->source.p + from, end - from});
  if (n > 0)
    block->kind = HD_BLOCK_FOOTNOTE;
  return from + (uint32_t)n;
}

/* <br> is a line end; <sup> behind a figure leaves a ^: 10<sup>5</sup>; behind
 * other text its digits are raised: García<sup>1</sup>. */
static void take_tag(md *m, uint32_t from, uint32_t end) {
  hd_str tag = {m->b->source.p + from, end - from};
  if (tag.n >= 4 && strncasecmp(tag.p, "<br", 3) == 0) {
    m->join = MD_JOIN_HARD;
    return;
  }
  m->raised = false;
  if (!(m->open || m->cell_open) || !hd_str_is(tag, "<sup>"))
    return;
  hd_str before = text_so_far(m);
  bool digit = before.n > 0 && before.p[before.n - 1] >= '0' &&
               before.p[before.n - 1] <= '9';
  if (digit)
    hd_build_place(m->b, from, "^", 1);
  m->raised = !digit;
}

void hd_md_text(md *m, MD_TEXTTYPE type, uint32_t from, uint32_t end) {
  const char *p = m->b->source.p;
  char out[4];
  size_t used, n = 0;
  if (m->image > 0)
    return;
  if (type == MD_TEXT_HTML) {
    take_tag(m, from, end);
    return;
  }
  if (!m->cell_open)
    hd_md_open(m, from);
  if (m->join != MD_JOIN_NONE)
    join(m, from);
  if (type == MD_TEXT_ENTITY)
    n = hd_entity_read((hd_str){p + from, end - from}, &used, out);
  if (n) {
    weigh(m, from, end);
    hd_build_place(m->b, from, out, n);
  } else {
    from = begin_note(m, from, end);
    if (m->raised)
      take_raised(m, from, end);
    else
      take_notes(m, begin_of(m, from, end), end);
  }
}
