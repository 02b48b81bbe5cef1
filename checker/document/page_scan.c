/* page_scan: a page cut into tags and text.
 *
 * In: the source of a page. Out: a token for each tag that opens something and
 * for each run of text, with its place; and the skeleton, which is all that the
 * parser sees: the tags that tell blocks, tables, lists and emphasis apart,
 * without attributes, and one x for each run of text. Comments, scripts, white
 * space and tags that change nothing for a reader are left out of it.
 *
 * So the parser's work is bounded whatever the page is: no attributes, no
 * more open elements than DEPTH (tags beyond are left out, not their text),
 * few kinds of emphasis to open again. The stack of open elements here is
 * that of a browser as far as depth needs it. */
#include "page.h"

enum { DEPTH = 200, NAME = 12 };

typedef enum {
  EMIT_BLOCK,
  EMIT_FORMAT, /* emphasis: its end tag may stand anywhere */
  EMIT_INLINE,
  EMIT_VOID,
  SOME,    /* in the skeleton where its attributes say something */
  RAW,     /* its content is no markup, and is left out */
  RAW_END, /* and a page without its end tag has nothing behind it */
  CUT      /* its content is left out if it has an end tag */
} treatment;

typedef struct {
  const char *name;
  uint8_t tag, treatment;
} tag_row;

static const tag_row rows[] = {
    {"a", HD_TAG_A, EMIT_FORMAT},
    {"address", HD_TAG_BLOCK, EMIT_BLOCK},
    {"article", HD_TAG_ARTICLE, EMIT_BLOCK},
    {"aside", HD_TAG_ASIDE, EMIT_BLOCK},
    {"audio", HD_TAG_NONE, CUT},
    {"b", HD_TAG_BOLD, EMIT_FORMAT},
    {"blockquote", HD_TAG_BLOCK, EMIT_BLOCK},
    {"br", HD_TAG_BR, EMIT_VOID},
    {"button", HD_TAG_NONE, CUT},
    {"canvas", HD_TAG_NONE, CUT},
    {"caption", HD_TAG_CAPTION, EMIT_BLOCK},
    {"center", HD_TAG_BLOCK, EMIT_BLOCK},
    {"dd", HD_TAG_DD, EMIT_BLOCK},
    {"del", HD_TAG_STRUCK, EMIT_INLINE},
    {"details", HD_TAG_BLOCK, EMIT_BLOCK},
    {"dir", HD_TAG_UL, EMIT_BLOCK},
    {"div", HD_TAG_BLOCK, EMIT_BLOCK},
    {"dl", HD_TAG_BLOCK, EMIT_BLOCK},
    {"dt", HD_TAG_DD, EMIT_BLOCK},
    {"fieldset", HD_TAG_BLOCK, EMIT_BLOCK},
    {"figcaption", HD_TAG_BLOCK, EMIT_BLOCK},
    {"figure", HD_TAG_BLOCK, EMIT_BLOCK},
    {"font", HD_TAG_SPAN, SOME},
    {"footer", HD_TAG_FOOTER, EMIT_BLOCK},
    {"form", HD_TAG_FORM, EMIT_BLOCK},
    {"h1", HD_TAG_H1, EMIT_BLOCK},
    {"h2", HD_TAG_H2, EMIT_BLOCK},
    {"h3", HD_TAG_H3, EMIT_BLOCK},
    {"h4", HD_TAG_H4, EMIT_BLOCK},
    {"h5", HD_TAG_H5, EMIT_BLOCK},
    {"h6", HD_TAG_H6, EMIT_BLOCK},
    {"header", HD_TAG_HEADER, EMIT_BLOCK},
    {"hgroup", HD_TAG_BLOCK, EMIT_BLOCK},
    {"hr", HD_TAG_HR, EMIT_VOID},
    {"iframe", HD_TAG_NONE, RAW},
    {"li", HD_TAG_LI, EMIT_BLOCK},
    {"listing", HD_TAG_PRE, EMIT_BLOCK},
    {"main", HD_TAG_MAIN, EMIT_BLOCK},
    {"menu", HD_TAG_UL, EMIT_BLOCK},
    {"nav", HD_TAG_NAV, EMIT_BLOCK},
    {"noembed", HD_TAG_NONE, RAW},
    {"noframes", HD_TAG_NONE, RAW},
    {"noscript", HD_TAG_NONE, CUT},
    {"object", HD_TAG_NONE, CUT},
    {"ol", HD_TAG_OL, EMIT_BLOCK},
    {"p", HD_TAG_P, EMIT_BLOCK},
    {"pre", HD_TAG_PRE, EMIT_BLOCK},
    {"rp", HD_TAG_STRUCK, EMIT_INLINE},
    {"rt", HD_TAG_STRUCK, EMIT_INLINE},
    {"s", HD_TAG_STRUCK, EMIT_FORMAT},
    {"script", HD_TAG_NONE, RAW_END},
    {"section", HD_TAG_SECTION, EMIT_BLOCK},
    {"select", HD_TAG_NONE, CUT},
    {"span", HD_TAG_SPAN, SOME},
    {"strike", HD_TAG_STRUCK, EMIT_FORMAT},
    {"strong", HD_TAG_BOLD, EMIT_FORMAT},
    {"style", HD_TAG_NONE, RAW_END},
    {"summary", HD_TAG_BLOCK, EMIT_BLOCK},
    {"sup", HD_TAG_SUP, EMIT_INLINE},
    {"svg", HD_TAG_NONE, CUT},
    {"table", HD_TAG_TABLE, EMIT_BLOCK},
    {"tbody", HD_TAG_TBODY, EMIT_BLOCK},
    {"td", HD_TAG_TD, EMIT_BLOCK},
    {"template", HD_TAG_NONE, CUT},
    {"textarea", HD_TAG_NONE, RAW},
    {"tfoot", HD_TAG_TBODY, EMIT_BLOCK},
    {"th", HD_TAG_TH, EMIT_BLOCK},
    {"thead", HD_TAG_THEAD, EMIT_BLOCK},
    {"title", HD_TAG_NONE, RAW},
    {"tr", HD_TAG_TR, EMIT_BLOCK},
    {"ul", HD_TAG_UL, EMIT_BLOCK},
    {"video", HD_TAG_NONE, CUT},
    {"xmp", HD_TAG_NONE, RAW},
};
enum { ROWS = sizeof rows / sizeof *rows };

typedef struct {
  hd_page_scan *out;
  hd_str s;             /* the source up to the end of the page */
  uint8_t stack[DEPTH]; /* open elements, as rows */
  uint32_t depth, over; /* over: open elements beyond DEPTH */
  HD_VEC(bool) spans;   /* open span and font: in the skeleton? */
  bool absent[ROWS];    /* no end tag of it is ahead */
  uint16_t space;       /* flags of white space since the last text */
  int pre;
} scanner;

/* The row of the name s begins with; NULL. *n: bytes of the name. */
static const tag_row *find_row(hd_str s, uint32_t *n) {
  char name[NAME];
  uint32_t i = 0, low = 0, high = ROWS;
  for (;
       i < s.n && (unsigned char)s.p[i] > ' ' && s.p[i] != '>' && s.p[i] != '/';
       i++)
    if (i < NAME - 1)
      name[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] | 32) : s.p[i];
  *n = i;
  if (i > NAME - 1)
    return NULL;
  name[i] = 0;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    int order = strcmp(rows[mid].name, name);
    if (order == 0)
      return &rows[mid];
    if (order < 0)
      low = mid + 1;
    else
      high = mid;
  }
  return NULL;
}

/* ---- open elements ------------------------------------------------------ */
static uint8_t tag_at(const scanner *z, uint32_t i) {
  return rows[z->stack[i]].tag;
}
static bool is_cell(uint8_t tag) {
  return tag == HD_TAG_TD || tag == HD_TAG_TH || tag == HD_TAG_CAPTION;
}
static bool is_table_part(uint8_t tag) {
  return tag >= HD_TAG_CAPTION && tag <= HD_TAG_TH;
}

/* Index of the nearest open element with this tag, not looking beyond the
 * cell or table it stands in; HD_NONE. */
static uint32_t find_open(const scanner *z, uint8_t tag) {
  for (uint32_t i = z->depth; i-- > 0;) {
    if (tag_at(z, i) == tag)
      return i;
    if (is_cell(tag_at(z, i)) || tag_at(z, i) == HD_TAG_TABLE)
      break;
  }
  return HD_NONE;
}

/* The depth at which a part of a table opens; HD_NONE outside of tables. */
static uint32_t depth_in_table(const scanner *z, uint8_t tag) {
  uint32_t at = z->depth, inner = HD_NONE;
  for (; at-- > 0 && tag_at(z, at) != HD_TAG_TABLE;) {
    uint8_t open = tag_at(z, at);
    bool group = open == HD_TAG_TBODY || open == HD_TAG_THEAD;
    bool holds = (tag == HD_TAG_TR && group) ||
                 ((tag == HD_TAG_TD || tag == HD_TAG_TH) &&
                  (group || open == HD_TAG_TR));
    if (holds && inner == HD_NONE)
      inner = at + 1;
  }
  if (at == HD_NONE)
    return HD_NONE;
  return inner == HD_NONE ? at + 1 : inner;
}

/* The open item that the next one ends; HD_NONE. */
static uint32_t find_item(const scanner *z, uint8_t tag) {
  for (uint32_t i = z->depth; i-- > 0;) {
    uint8_t open = tag_at(z, i);
    if (open == tag)
      return i;
    if (open != HD_TAG_P && open != HD_TAG_BLOCK &&
        rows[z->stack[i]].treatment == EMIT_BLOCK)
      break;
  }
  return HD_NONE;
}

static void close_from(scanner *z, uint32_t i) {
  if (i != HD_NONE && i < z->depth)
    z->depth = i;
}

static void drop_one(scanner *z, uint32_t i) {
  if (i == HD_NONE)
    return;
  memmove(z->stack + i, z->stack + i + 1, z->depth - i - 1);
  z->depth--;
}

/* What the tag ends by beginning. */
static void close_implied(scanner *z, const tag_row *row) {
  uint8_t tag = row->tag;
  if (is_table_part(tag))
    close_from(z, depth_in_table(z, tag));
  else if (tag == HD_TAG_A)
    drop_one(z, find_open(z, tag));
  if (row->treatment != EMIT_BLOCK || is_table_part(tag))
    return;
  close_from(z, find_open(z, HD_TAG_P));
  if (tag == HD_TAG_LI || tag == HD_TAG_DD)
    close_from(z, find_item(z, tag));
  if (hd_page_is_heading(tag) && z->depth > 0 &&
      hd_page_is_heading(tag_at(z, z->depth - 1)))
    z->depth--;
}

/* Opens an element; false where it would be too deep. */
static bool open_element(scanner *z, const tag_row *row) {
  if (row->treatment == EMIT_VOID)
    return true;
  close_implied(z, row);
  if (z->depth == DEPTH) {
    z->over++;
    return false;
  }
  z->stack[z->depth++] = (uint8_t)(row - rows);
  return true;
}

/* Does the end tag of `row` end an open element of `open`? */
static bool ends(const tag_row *row, const tag_row *open) {
  return row == open ||
         (hd_page_is_heading(row->tag) && hd_page_is_heading(open->tag));
}

/* Closes an element; false where it belongs to one that was too deep. */
static bool close_element(scanner *z, const tag_row *row) {
  if (z->over > 0) {
    z->over--;
    return false;
  }
  for (uint32_t i = z->depth; i-- > 0;) {
    const tag_row *open = &rows[z->stack[i]];
    if (ends(row, open)) {
      if (row->treatment == EMIT_FORMAT)
        drop_one(z, i);
      else
        z->depth = i;
      return true;
    }
    bool wall = is_table_part(row->tag)
                    ? open->tag == HD_TAG_TABLE
                    : is_cell(open->tag) || open->tag == HD_TAG_TABLE;
    if (row->tag == HD_TAG_TABLE)
      wall = false;
    if (row->treatment == EMIT_INLINE && open->treatment == EMIT_BLOCK)
      wall = true;
    if (wall)
      break;
  }
  return true;
}

/* ---- writing ------------------------------------------------------------ */
static void put(scanner *z, const char *p, size_t n) {
  memcpy(z->out->skeleton + z->out->n, p, n);
  z->out->n += n;
}

static void put_tag(scanner *z, const tag_row *row, bool end) {
  /* gumbo puts the last text of a form behind it */
  const char *name = row->tag == HD_TAG_FORM ? "nav" : row->name;
  put(z, "</", end ? 2 : 1);
  put(z, name, strlen(name));
  put(z, ">", 1);
}

static void take_text(scanner *z, uint32_t from, uint32_t end) {
  const char *p = z->s.p;
  uint32_t at = from;
  uint16_t flags = HD_PAGE_SPACE;
  if (from == end)
    return;
  for (; at < end && (p[at] == ' ' || (p[at] >= '\t' && p[at] <= '\r')); at++)
    if (p[at] == '\n' || p[at] == '\r')
      flags |= HD_PAGE_NEWLINE;
  if (at == end && z->pre == 0) {
    z->space |= flags;
    return;
  }
  hd_page_token t = {.from = from,
                     .end = end,
                     .at = (uint32_t)z->out->n,
                     .tag = HD_TAG_TEXT,
                     .flags = z->space};
  z->space = 0;
  HD_PUSH(z->out->arena, &z->out->tokens, t);
  put(z, "x", 1);
}

/* ---- tags --------------------------------------------------------------- */

/* Where the end tag of an element begins, from `at` on; s.n if there is none.
 */
static uint32_t find_end(const scanner *z, const char *name, uint32_t at) {
  hd_str s = z->s;
  size_t n = strlen(name);
  while (at < s.n) {
    const char *p = memchr(s.p + at, '<', s.n - at);
    if (!p)
      break;
    at = (uint32_t)(p - s.p);
    if (s.n - at > n + 2 && p[1] == '/' && strncasecmp(p + 2, name, n) == 0 &&
        ((unsigned char)p[n + 2] <= ' ' || p[n + 2] == '>' || p[n + 2] == '/'))
      return at;
    at++;
  }
  return (uint32_t)s.n;
}

/* Behind an element whose content is left out and whose tag ends at `at`. */
static uint32_t skip_content(scanner *z, const tag_row *row, uint32_t at) {
  bool *absent = &z->absent[row - rows];
  uint32_t end = *absent ? (uint32_t)z->s.n : find_end(z, row->name, at);
  bool title = strcmp(row->name, "title") == 0;
  if (end == z->s.n) {
    *absent = true;
    return row->treatment == RAW_END ? end : at;
  }
  if (title && z->out->title.end == 0)
    z->out->title = (hd_span){at, end};
  return hd_page_tag_end(z->s, end + 2);
}

/* <pre><code>: the token of the pre is the last one. */
static void mark_code(scanner *z, hd_str name) {
  hd_page_tokens *t = &z->out->tokens;
  bool code = name.n == 4 && strncasecmp(name.p, "code", 4) == 0;
  if (code && t->n > 0 && t->items[t->n - 1].tag == HD_TAG_PRE)
    t->items[t->n - 1].flags |= HD_PAGE_CODE;
}

/* The row of <br>, for which a cell outside of tables is taken: it parts its
 * text from that of the cell before. */
static const tag_row *line_row(void) {
  const tag_row *row = rows;
  while (row->tag != HD_TAG_BR)
    row++;
  return row;
}

static void add_tag(scanner *z, const tag_row *row, hd_page_token *t) {
  if (is_table_part(row->tag) && depth_in_table(z, row->tag) == HD_NONE) {
    row = line_row();
    t->tag = row->tag;
    t->flags = 0;
  }
  bool some = row->treatment == SOME;
  bool wanted = !some || (t->flags & (HD_PAGE_HIDDEN | HD_PAGE_BOLD));
  bool added = wanted && open_element(z, row);
  if (some)
    HD_PUSH(z->out->arena, &z->spans, added);
  if (!added)
    return;
  if (strcmp(row->name, "center") == 0)
    t->flags |= HD_PAGE_CENTRED;
  z->pre += row->tag == HD_TAG_PRE;
  t->at = (uint32_t)z->out->n;
  HD_PUSH(z->out->arena, &z->out->tokens, *t);
  put_tag(z, row, false);
}

/* The start tag at `at`; returns what is behind it, or behind its content. */
static uint32_t start_tag(scanner *z, uint32_t at) {
  uint32_t n;
  const tag_row *row = find_row((hd_str){z->s.p + at + 1, z->s.n - at - 1}, &n);
  uint32_t behind = at + 1 + n;
  bool bare = behind < z->s.n && z->s.p[behind] == '>';
  uint32_t end = bare ? behind + 1 : hd_page_tag_end(z->s, behind);
  if (!row) {
    mark_code(z, (hd_str){z->s.p + at + 1, n});
    return end;
  }
  if (row->treatment >= RAW)
    return skip_content(z, row, end);
  hd_page_token t = {
      .from = at, .end = end, .tag = row->tag, .colspan = 1, .rowspan = 1};
  if (!bare)
    hd_page_attributes(z->s, behind, &t);
  add_tag(z, row, &t);
  return end;
}

static uint32_t end_tag(scanner *z, uint32_t at) {
  uint32_t n;
  const tag_row *row = find_row((hd_str){z->s.p + at + 2, z->s.n - at - 2}, &n);
  uint32_t end = hd_page_tag_end(z->s, at + 2 + n);
  if (!row || row->treatment >= RAW)
    return end;
  if (row->tag == HD_TAG_BR) { /* </br> is meant as <br> */
    hd_page_token t = {.from = at, .end = end, .tag = row->tag};
    add_tag(z, row, &t);
    return end;
  }
  bool wanted = true;
  if (row->treatment == SOME)
    wanted = z->spans.n > 0 && z->spans.items[--z->spans.n];
  if (!wanted || row->treatment == EMIT_VOID || !close_element(z, row))
    return end;
  z->pre -= row->tag == HD_TAG_PRE && z->pre > 0;
  put_tag(z, row, true);
  return end;
}

/* Behind the comment at `at`. */
static uint32_t skip_comment(const scanner *z, uint32_t at) {
  hd_str rest = {z->s.p + at, z->s.n - at};
  bool long_one = hd_str_starts(rest, HD_STR("<!--"));
  if (!long_one || hd_str_starts(rest, HD_STR("<!-->")) ||
      hd_str_starts(rest, HD_STR("<!--->"))) {
    const char *end = memchr(rest.p, '>', rest.n);
    return end ? (uint32_t)(end - z->s.p) + 1 : (uint32_t)z->s.n;
  }
  size_t end = hd_str_find((hd_str){rest.p + 4, rest.n - 4}, HD_STR("-->"));
  return end == (size_t)-1 ? (uint32_t)z->s.n : at + 4 + (uint32_t)end + 3;
}

/* Behind the tag or comment at `at`; `at` where < is but a sign. */
static uint32_t take_markup(scanner *z, uint32_t at) {
  char next = at + 1 < z->s.n ? z->s.p[at + 1] : ' ';
  if (hd_ascii_is_letter(next))
    return start_tag(z, at);
  if (next == '/' && at + 2 < z->s.n && hd_ascii_is_letter(z->s.p[at + 2]))
    return end_tag(z, at);
  if (next == '!' || next == '?' || next == '/')
    return skip_comment(z, at);
  return at;
}

void hd_page_scan_read(hd_page_scan *scan) {
  scanner z = {.out = scan, .s = {scan->source.p, scan->end}};
  scan->skeleton = hd_arena_alloc(scan->arena, scan->end - scan->from + 16);
  scan->n = 0;
  uint32_t at = scan->from, text = at;
  while (at < scan->end) {
    const char *p = memchr(z.s.p + at, '<', scan->end - at);
    uint32_t tag = p ? (uint32_t)(p - z.s.p) : scan->end;
    bool markup =
        p && tag + 1 < scan->end &&
        (hd_ascii_is_letter(p[1]) || p[1] == '/' || p[1] == '!' || p[1] == '?');
    if (!markup) { /* a sign */
      at = p ? tag + 1 : tag;
      continue;
    }
    take_text(&z, text, tag);
    text = at = take_markup(&z, tag);
  }
  take_text(&z, text, scan->end);
}
