/* page: blocks of an HTML page.
 *
 * In: the source. Out: its article's headings, paragraphs, items, tables and
 * captions, their places those of the source. One walk over the nodes of the
 * page; what is no part of the article is passed over. A page that cannot be
 * parsed with the memory that a page has a right to is read as text between
 * tags (html.c). */
#include "page.h"
#include "grid.h"
#include "heading.h"
#include <stdio.h>

/* ---- blocks ------------------------------------------------------------- */
void hd_page_close(hd_page *p) {
  if (p->open) {
    hd_build *b = p->b;
    hd_block *block = &b->blocks.items[b->blocks.n - 1];
    bool paragraph = block->kind == HD_BLOCK_PARAGRAPH;
    if (paragraph && p->bold_seen && !p->plain_seen) {
      block->kind = HD_BLOCK_HEADING;
    } else if (paragraph && p->centred > 0) {
      hd_str s = {b->text + block->span.off, b->n - block->span.off};
      bool heading = hd_heading_is_like(hd_str_trim(s));
      block->kind = heading ? HD_BLOCK_HEADING : HD_BLOCK_PARAGRAPH;
      block->level = heading ? HD_LEVEL_CENTRED : 0;
    }
    hd_build_close(b);
  }
  p->open = p->bold_seen = p->plain_seen = false;
  p->space = p->newline = false;
  p->line = HD_BREAK_NONE;
  p->indent = 0;
}

/* What an item is numbered with, behind it ". " or 、. */
static void put_roman(char *out, int32_t n) {
  static const struct {
    int32_t value;
    const char *digits;
  } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
               {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
               {5, "v"},    {4, "iv"},   {1, "i"}};
  *out = 0;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      strcat(out, steps[i].digits);
}

static void put_han(char *out, int32_t n) {
  static const char *const digits[] = {"",   "一", "二", "三", "四",
                                       "五", "六", "七", "八", "九"};
  const char *tens = n >= 20 ? digits[n / 10] : "";
  sprintf(out, "%s%s%s", tens, n >= 10 ? "十" : "", digits[n % 10]);
}

enum { MARKER = 48 };
/* The marker of the item as a browser writes it; its length. */
static int write_marker(char out[MARKER], const hd_page_list *list) {
  char digits[MARKER / 2] = "";
  int32_t n = list->number;
  bool han = list->count == HD_COUNT_HAN && n > 0 && n < 100;
  bool letter = n > 0 && n <= 26;
  uint8_t count = list->count;
  if (han)
    put_han(digits, n);
  else if (letter && (count == HD_COUNT_LETTER || count == HD_COUNT_CAPITAL))
    sprintf(digits, "%c", (count == HD_COUNT_LETTER ? 'a' : 'A') + n - 1);
  else if (n > 0 && n < 4000 &&
           (count == HD_COUNT_ROMAN || count == HD_COUNT_ROMAN_CAPITAL))
    put_roman(digits, n);
  else
    sprintf(digits, "%d", (int)n);
  for (char *c = digits; count == HD_COUNT_ROMAN_CAPITAL && *c; c++)
    *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c;
  return sprintf(out, han ? "%s、" : "%s. ", digits);
}

/* The marker's place is the tag of the item. */
static void open_item(hd_page *p) {
  hd_page_list *list = &p->lists.items[p->lists.n - 1];
  enum { DEEPEST = 200 };
  hd_block *block = hd_build_open(p->b, HD_BLOCK_ITEM);
  list->pending = false;
  block->level = (uint8_t)(p->lists.n < DEEPEST ? p->lists.n : DEEPEST);
  block->mark = HD_MARK_BULLET;
  if (list->count == HD_COUNT_NONE)
    return;
  char marker[MARKER];
  int n = write_marker(marker, list);
  block->number = list->number > 0 ? (uint32_t)list->number : 0;
  block->mark = HD_MARK_DOT;
  hd_build_place(p->b, list->tag, marker, (size_t)n);
}

void hd_page_open(hd_page *p) {
  if (p->open)
    return;
  p->open = true;
  bool in_list = p->lists.n > 0 && p->kind == HD_BLOCK_PARAGRAPH;
  if (in_list && p->lists.items[p->lists.n - 1].pending)
    open_item(p);
  else
    hd_build_open(p->b, p->kind)->level = p->level;
}

/* A block begins or ends: in a cell that is a line end. */
static void part(hd_page *p) {
  if (p->cell)
    p->space = p->newline = true;
  else
    hd_page_close(p);
}

/* ---- lists -------------------------------------------------------------- */
static int32_t count_items(const hd_page_tree *t, uint32_t i) {
  int32_t n = 0;
  for (uint32_t k = i + 1; k < t->nodes[i].end; k = t->nodes[k].end)
    n += t->nodes[k].tag == HD_TAG_LI;
  return n;
}

static void open_list(hd_page *p, uint32_t i) {
  const hd_page_node *n = &p->tree->nodes[i];
  hd_page_list list = {.count = HD_COUNT_NONE};
  if (n->tag == HD_TAG_OL) {
    const hd_page_token *t = &p->tree->scan->tokens.items[n->token];
    bool back = t->flags & HD_PAGE_REVERSED;
    list.count = t->count;
    list.step = back ? -1 : 1;
    list.number = t->flags & HD_PAGE_NUMBERED ? t->number
                  : back                      ? count_items(p->tree, i)
                                              : 1;
    list.number -= list.step;
  }
  HD_PUSH(p->b->arena, &p->lists, list);
}

static void open_list_item(hd_page *p, const hd_page_node *n) {
  if (p->lists.n == 0)
    return;
  hd_page_list *list = &p->lists.items[p->lists.n - 1];
  list->number += list->step;
  const hd_page_token *t = &p->tree->scan->tokens.items[n->token];
  if (n->flags & HD_PAGE_NUMBERED)
    list->number = t->number;
  list->tag = t->from;
  list->pending = true;
}

/* ---- the walk ----------------------------------------------------------- */
static bool is_block(uint8_t tag) {
  return tag >= HD_TAG_BLOCK && tag <= HD_TAG_TH;
}

/* <pre><code>: kept for places, never read. */
static void skip_code(hd_page *p, const hd_page_node *pre) {
  const hd_page_node *nodes = p->tree->nodes;
  part(p);
  hd_build_open(p->b, HD_BLOCK_SKIPPED);
  for (const hd_page_node *n = pre; n < nodes + pre->end; n++) {
    const hd_page_token *t = &p->tree->scan->tokens.items[n->token];
    for (uint32_t left = n->tag == HD_TAG_TEXT ? n->n : 0; left > 0; t++)
      if (t->tag == HD_TAG_TEXT) {
        hd_build_lines(p->b, t->from, t->end);
        left--;
      }
  }
  hd_build_close(p->b);
}

/* A line end, of which two in a row part paragraphs. */
static void break_line(hd_page *p) {
  if (p->open || p->cell)
    p->line = p->line == HD_BREAK_NONE ? HD_BREAK_LINE : HD_BREAK_BLOCK;
  p->indent = 0;
}

/* The element begins. */
static void enter(hd_page *p, uint32_t i) {
  const hd_page_node *n = &p->tree->nodes[i];
  if (is_block(n->tag))
    part(p);
  p->centred += (n->flags & HD_PAGE_CENTRED) != 0;
  p->bold += n->tag == HD_TAG_BOLD || (n->flags & HD_PAGE_BOLD);
  if (hd_page_is_heading(n->tag) && !p->cell) {
    p->kind = HD_BLOCK_HEADING;
    p->level = (uint8_t)(n->tag - HD_TAG_H1 + 1);
  }
  switch (n->tag) {
  case HD_TAG_UL:
  case HD_TAG_OL:
    open_list(p, i);
    break;
  case HD_TAG_LI:
    open_list_item(p, n);
    break;
  case HD_TAG_PRE:
    p->pre++;
    break;
  case HD_TAG_SUP:
    p->sup = 1;
    p->sup_begins = true;
    break;
  case HD_TAG_BR:
    break_line(p);
    break;
  default:
    break;
  }
}

/* And ends. */
static void leave(hd_page *p, const hd_page_node *n) {
  if (is_block(n->tag))
    part(p);
  p->centred -= (n->flags & HD_PAGE_CENTRED) != 0;
  p->bold -= n->tag == HD_TAG_BOLD || (n->flags & HD_PAGE_BOLD);
  if (hd_page_is_heading(n->tag) && !p->cell) {
    p->kind = HD_BLOCK_PARAGRAPH;
    p->level = 0;
  }
  if (n->tag == HD_TAG_UL || n->tag == HD_TAG_OL)
    p->lists.n--;
  p->pre -= n->tag == HD_TAG_PRE;
  if (n->tag == HD_TAG_SUP)
    p->sup = 0;
}

/* Takes node i and returns the next one; an element whose children are to come
 * is pushed. */
static uint32_t take(hd_page *p, uint32_t i) {
  const hd_page_node *n = &p->tree->nodes[i];
  if (n->out) {
    if (is_block(n->tag))
      part(p);
    return n->end;
  }
  if (n->tag == HD_TAG_TEXT) {
    hd_page_text(p, n);
    return n->end;
  }
  if (n->tag == HD_TAG_PRE && n->flags & HD_PAGE_CODE && !p->cell) {
    skip_code(p, n);
    return n->end;
  }
  if (n->tag == HD_TAG_TABLE && !p->cell && hd_page_table(p, i))
    return n->end;
  enter(p, i);
  HD_PUSH(p->b->arena, &p->path, i);
  return i + 1;
}

void hd_page_walk(hd_page *p, uint32_t from, uint32_t end) {
  const hd_page_node *nodes = p->tree->nodes;
  size_t base = p->path.n;
  for (uint32_t i = from; i < end;) {
    i = take(p, i);
    while (p->path.n > base && nodes[p->path.items[p->path.n - 1]].end <= i)
      leave(p, &nodes[p->path.items[--p->path.n]]);
  }
}

/* ---- the title ---------------------------------------------------------- */

/* The title without the name of the site: 公报_国家统计局, Report | CDC. */
static hd_str title_of(const hd_page_scan *scan) {
  static const char *const marks[] = {"_",   " | ", "|", " - ",
                                      " – ", " — ", "－"};
  enum { LEAST = 12 };
  hd_str s = hd_str_trim((hd_str){scan->source.p + scan->title.off,
                                  scan->title.end - scan->title.off});
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t at = hd_str_find(s, hd_str_of(marks[i]));
    if (at != (size_t)-1 && at >= LEAST)
      s.n = at;
  }
  return hd_str_trim(s);
}

/* Does the article itself have a title: an h1, or the same words? */
static bool has_title(const hd_page_tree *t, hd_str title) {
  enum { LOOK = 60 }; /* texts */
  int texts = 0;
  for (uint32_t i = 0; i < t->n;) {
    const hd_page_node *n = &t->nodes[i];
    if (!n->out && n->tag == HD_TAG_H1 && n->text > 0)
      return true;
    if (!n->out && n->tag == HD_TAG_TEXT && texts++ < LOOK) {
      const hd_page_token *k = &t->scan->tokens.items[n->token];
      hd_str text =
          hd_str_trim((hd_str){t->scan->source.p + k->from, k->end - k->from});
      if (text.n > 8 && hd_str_starts(title, text))
        return true;
    }
    i = n->out ? n->end : i + 1;
  }
  return false;
}

static void put_title(hd_page *p) {
  const hd_page_scan *scan = p->tree->scan;
  hd_str title = title_of(scan);
  if (title.n == 0 || has_title(p->tree, title))
    return;
  uint32_t from = (uint32_t)(title.p - scan->source.p);
  hd_page_run(p, from, from + (uint32_t)title.n);
  hd_page_close(p);
}

/* ---- reading ------------------------------------------------------------ */
static void read_part(hd_build *b, uint32_t from, uint32_t end, bool whole) {
  hd_page_scan scan = {
      .arena = hd_arena_new(), .source = b->source, .from = from, .end = end};
  hd_page_tree tree = {0};
  hd_page p = {.b = b, .tree = &tree, .kind = HD_BLOCK_PARAGRAPH};
  hd_page_scan_read(&scan);
  if (hd_page_tree_read(&tree, &scan)) {
    hd_page_keep(&tree, whole);
    if (whole)
      put_title(&p);
    hd_page_walk(&p, 0, tree.n);
    hd_page_close(&p);
  } else {
    hd_html_read(b, from, end);
  }
  hd_arena_free(scan.arena);
}

void hd_page_read(hd_build *b) { read_part(b, 0, (uint32_t)b->source.n, true); }

void hd_page_read_part(hd_build *b, uint32_t from, uint32_t end) {
  read_part(b, from, end, false);
}
