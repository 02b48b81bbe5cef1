/* heading: what kind each block is, and under which heading it stands.
 *
 * In: the blocks as the readers left them. Out: final kinds, markers, levels
 * and numbers. The steps, each one walk over the blocks:
 *   mark      the marker of each block; A. and 1.2 only in their order
 *   cut       headings that have run on at the end of a paragraph: a short
 *             tail without a sentence mark behind the last sentence, with a
 *             marker that continues the markers before it or is continued
 *   choose    a short marked block without a sentence end is a heading if
 *             something else than its own series stands below it, else an
 *             item; other marked blocks are items
 *   level     the ranks that occur, outermost first, are levels 1, 2, ...
 *   number    heading, section and paragraph of each block
 * Invariant: the blocks stay in the order of the text and cover it. */
#include "heading.h"
#include "marker.h"

enum {
  SHORT = 60,        /* code points of a heading, at most */
  SHORT_LATIN = 120, /* the same for text without Han */
  LONG = 200,        /* of a heading that Markdown marks */
  CLOSERS = 16,      /* brackets and quotes looked through at an end */
  TAIL = 240,        /* bytes looked at for a run-on heading */
  LOOKS = 18,        /* rank of unnumbered headings by their look */
  RANKS = 40,
  STYLES = HD_MARK_BULLET + 1,
  KEYS = STYLES * 4 /* style and, for chapters, which */
};

typedef struct {
  hd_marker marker; /* style HD_MARK_NONE: none */
  bool candidate;   /* short, no sentence end */
} note;

typedef struct {
  hd_build *b;
  note *notes; /* one a block */
  HD_VEC(hd_block) out;
  HD_VEC(note) out_notes;
} finder;

static hd_str text_of(const hd_build *b, hd_span s) {
  return (hd_str){b->text + s.off, s.end - s.off};
}

/* ---- what text looks like ----------------------------------------------- */

/* The last code point of s before closing quotes and brackets. */
static uint32_t last_mark(hd_str s) {
  uint32_t cp = 0;
  for (int i = 0; s.n > 0 && i < CLOSERS; i++) {
    size_t at = hd_utf8_back(s.p, s.n);
    hd_utf8_decode(s.p + at, s.n - at, &cp);
    bool closes = cp == 0x201D || cp == 0x2019 || cp == 0x300D ||
                  cp == 0x300F || cp == ')' || cp == '"' || cp == '\'' ||
                  cp == ']' || cp == 0x300B || cp == ' ';
    if (!closes)
      return cp;
    s.n = at;
  }
  return 0;
}

bool hd_sentence_ends(hd_str s) {
  uint32_t cp = last_mark(s);
  return cp == 0x3002 || cp == '.' || cp == '!' || cp == '?' || cp == ';';
}

static bool has_han(hd_str s) {
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (hd_cp_is_han(cp))
      return true;
  }
  return false;
}

static bool is_short(hd_str s) {
  if (s.n > SHORT * 4)
    return false;
  size_t n = hd_utf8_count(s.p, s.n);
  return n <= SHORT || (n <= SHORT_LATIN && !has_han(s));
}

bool hd_heading_is_like(hd_str s) {
  if (s.n == 0 || !is_short(s) || hd_sentence_ends(s) || hd_has_leader(s))
    return false;
  uint32_t cp = last_mark(s);
  return cp != ',' && cp != 0x3001 &&
         hd_str_find(s, HD_STR("。")) == (size_t)-1;
}

/* ---- mark --------------------------------------------------------------- */
static bool may_be_marked(const hd_block *block) {
  return block->kind == HD_BLOCK_PARAGRAPH || block->kind == HD_BLOCK_HEADING ||
         block->kind == HD_BLOCK_ITEM;
}

static uint32_t key_of(const hd_marker *m) {
  uint32_t part = m->style == HD_MARK_HAN_CHAPTER ? m->rank % 4u : 0;
  return (uint32_t)m->style * 4 + part;
}

/* Letters and decimals are markers only in their order: A. is a marker of
 * its own, J. only behind I.; I, V and X are letters behind H, U and W. */
static void judge_order(note *n, uint32_t *last) {
  hd_marker *m = &n->marker;
  uint32_t *letters = &last[HD_MARK_LETTER * 4];
  if (m->style == HD_MARK_ROMAN && m->bytes <= 3) {
    uint32_t as_letter = m->number == 1 ? 9 : m->number == 5 ? 22 : 24;
    bool one = m->number == 1 || m->number == 5 || m->number == 10;
    if (one && *letters + 1 == as_letter) {
      m->style = HD_MARK_LETTER;
      m->number = as_letter;
    }
  }
  bool ordered = m->style == HD_MARK_LETTER || m->style == HD_MARK_DECIMAL ||
                 m->style == HD_MARK_ROMAN;
  uint32_t *before = &last[key_of(m)];
  if (ordered && m->number != 1 && m->number != *before + 1 &&
      !(m->style == HD_MARK_DECIMAL && n->candidate && *before > 0)) {
    *m = (hd_marker){0};
    return;
  }
  *before = m->number;
}

static void mark(finder *f) {
  uint32_t last[KEYS] = {0};
  for (size_t i = 0; i < f->b->blocks.n; i++) {
    hd_block *block = &f->b->blocks.items[i];
    note *n = &f->notes[i];
    if (!may_be_marked(block))
      continue;
    hd_str s = text_of(f->b, block->span);
    if (block->kind == HD_BLOCK_PARAGRAPH && hd_footnote_is(s, f->b->symbols))
      continue;
    n->candidate = hd_heading_is_like(s);
    if (block->kind == HD_BLOCK_ITEM && block->mark == HD_MARK_BULLET) {
      n->marker = (hd_marker){.style = HD_MARK_BULLET};
      n->candidate = false;
      continue;
    }
    hd_marker_read(s, &n->marker);
    if (n->marker.chapter && !n->candidate)
      n->marker = (hd_marker){0};
    if (n->marker.style != HD_MARK_NONE)
      judge_order(n, last);
    if (block->kind == HD_BLOCK_ITEM)
      n->marker.number = block->number;
  }
}

/* ---- cut ---------------------------------------------------------------- */

/* Offset in s behind its last sentence end (with the closing quotes behind
 * it), 0 if there is none in the last TAIL bytes. */
static size_t behind_last_sentence(hd_str s) {
  size_t low = s.n > TAIL ? s.n - TAIL : 0, end = 0;
  for (size_t n = s.n; n > low + 3 && !end;) {
    const char *last = memrchr(s.p + low + 3, "。"[2], n - low - 3);
    n = last ? (size_t)(last - s.p) : 0;
    if (last && memcmp(last - 2, "。", 3) == 0)
      end = n + 1;
  }
  while (end && end + 3 <= s.n &&
         (memcmp(s.p + end, "”", 3) == 0 || memcmp(s.p + end, "』", 3) == 0))
    end += 3;
  while (end && end < s.n && s.p[end] == ' ')
    end++;
  return end < s.n ? end : 0;
}

/* The tail of a block that may be a heading; false if there is none. */
static bool find_tail(finder *f, size_t i, size_t *off, note *tail) {
  const hd_block *block = &f->b->blocks.items[i];
  if (block->kind != HD_BLOCK_PARAGRAPH && block->kind != HD_BLOCK_ITEM)
    return false;
  hd_str s = text_of(f->b, block->span);
  *off = behind_last_sentence(s);
  hd_str rest = {s.p + *off, s.n - *off};
  if (!*off || !hd_heading_is_like(rest) ||
      !hd_marker_read(rest, &tail->marker))
    return false;
  tail->candidate = true;
  return tail->marker.number > 0 && tail->marker.bytes < rest.n;
}

/* A block's tail, and whether a marker of its style with the next number
 * follows it. */
typedef struct {
  size_t block, off;
  note tail;
  bool continued;
} run_on;
typedef HD_VEC(run_on) run_on_list;

static void find_tails(finder *f, run_on_list *tails) {
  for (size_t i = 0; i < f->b->blocks.n; i++) {
    run_on r = {.block = i};
    if (find_tail(f, i, &r.off, &r.tail))
      HD_PUSH(f->b->arena, tails, r);
  }
}

/* Walks backwards and notes which tails are continued by what follows. */
static void look_ahead(finder *f, run_on_list *tails) {
  uint32_t next[KEYS] = {0};
  size_t t = tails->n;
  for (size_t i = f->b->blocks.n; i-- > 0 && tails->n > 0;) {
    if (t > 0 && tails->items[t - 1].block == i) {
      run_on *r = &tails->items[--t];
      uint32_t *key = &next[key_of(&r->tail.marker)];
      r->continued = *key == r->tail.marker.number + 1;
      *key = r->tail.marker.number;
    }
    if (f->notes[i].marker.style != HD_MARK_NONE)
      next[key_of(&f->notes[i].marker)] = f->notes[i].marker.number;
  }
}

static void push(finder *f, const hd_block *block, const note *n) {
  HD_PUSH(f->b->arena, &f->out, *block);
  HD_PUSH(f->b->arena, &f->out_notes, *n);
}

/* The block in two: its sentences, and the heading at its end. */
static void push_split(finder *f, const hd_block *block, const note *n,
                       const run_on *r) {
  hd_block first = *block, second = {.kind = HD_BLOCK_HEADING,
                                     .heading = HD_NONE,
                                     .table = HD_NONE,
                                     .run_on = true};
  uint32_t at = block->span.off + (uint32_t)r->off;
  hd_str s =
      hd_str_trim((hd_str){f->b->text + block->span.off, at - block->span.off});
  first.span.end = block->span.off + (uint32_t)s.n;
  second.span = (hd_span){at, block->span.end};
  second.line = hd_build_line(f->b, at);
  push(f, &first, n);
  push(f, &second, &r->tail);
}

static void cut(finder *f) {
  run_on_list tails = {0};
  uint32_t last[KEYS] = {0};
  find_tails(f, &tails);
  look_ahead(f, &tails);
  if (tails.n == 0)
    return;
  for (size_t i = 0, t = 0; i < f->b->blocks.n; i++) {
    const note *n = &f->notes[i];
    if (n->marker.style != HD_MARK_NONE)
      last[key_of(&n->marker)] = n->marker.number;
    const run_on *r =
        t < tails.n && tails.items[t].block == i ? &tails.items[t++] : NULL;
    const hd_marker *m = r ? &r->tail.marker : NULL;
    if (r && (r->continued || last[key_of(m)] + 1 == m->number)) {
      push_split(f, &f->b->blocks.items[i], n, r);
      last[key_of(m)] = m->number;
    } else {
      push(f, &f->b->blocks.items[i], n);
    }
  }
  f->b->blocks.items = f->out.items;
  f->b->blocks.n = f->out.n;
  f->b->blocks.cap = f->out.cap;
  f->notes = f->out_notes.items;
}

/* ---- choose ------------------------------------------------------------- */

/* Do blocks i and i + 1 follow each other in one series? */
static bool in_series(const finder *f, size_t i) {
  if (i + 1 >= f->b->blocks.n)
    return false;
  const hd_marker *a = &f->notes[i].marker, *z = &f->notes[i + 1].marker;
  return a->style != HD_MARK_NONE && a->style != HD_MARK_BULLET &&
         key_of(a) == key_of(z) && z->number > a->number;
}

/* A marked block that its source does not call a heading. */
static bool is_open(const hd_block *block) {
  return block->kind == HD_BLOCK_PARAGRAPH || block->kind == HD_BLOCK_ITEM;
}

/* Chooses for the blocks [from, end) of one series without anything between.
 * Two lines 一、 and 二、 may be a heading without text and the next. */
static void choose_series(finder *f, size_t from, size_t end) {
  for (size_t i = from; i < end; i++) {
    hd_block *block = &f->b->blocks.items[i];
    const note *n = &f->notes[i];
    bool outer = n->marker.style == HD_MARK_HAN_COMMA ||
                 n->marker.style == HD_MARK_HAN_CHAPTER;
    bool listed = end - from > (outer ? 2u : 1u);
    if (!is_open(block))
      continue;
    bool heading = n->candidate && n->marker.number > 0 && !listed &&
                   i + 1 < f->b->blocks.n;
    block->kind =
        heading ? HD_BLOCK_HEADING
        : n->marker.style != HD_MARK_NONE || block->kind == HD_BLOCK_ITEM
            ? HD_BLOCK_ITEM
            : HD_BLOCK_PARAGRAPH;
    if (heading)
      block->level = 0;
  }
}

static void set_marker(hd_build *b, hd_block *block, const hd_marker *m) {
  uint32_t behind = block->span.off + m->bytes;
  block->marker = (hd_span){block->span.off, behind};
  hd_str body =
      hd_str_trim((hd_str){b->text + behind, block->span.end - behind});
  block->body.off = (uint32_t)(body.p - b->text);
  block->body.end = block->body.off + (uint32_t)body.n;
  if (m->style != HD_MARK_NONE) {
    block->mark = m->style;
    block->number = m->number;
  }
}

/* Does the source call it a heading (#)? */
static bool is_said(const hd_block *block) {
  return block->level > 0 && block->level < HD_LEVEL_CENTRED;
}

/* A heading that is none: a paragraph over --- that Markdown takes for one,
 * a bold paragraph of sentences. */
static void demote(finder *f, hd_block *block, const note *n) {
  hd_str s = text_of(f->b, block->span);
  bool too_long = s.n > LONG && hd_utf8_count(s.p, s.n) > LONG;
  if (is_said(block) ? too_long : !n->candidate)
    block->kind =
        n->marker.style == HD_MARK_NONE ? HD_BLOCK_PARAGRAPH : HD_BLOCK_ITEM;
}

static void choose(finder *f) {
  for (size_t i = 0, end; i < f->b->blocks.n; i = end) {
    for (end = i + 1; in_series(f, end - 1); end++)
      ;
    choose_series(f, i, end);
  }
  for (size_t i = 0; i < f->b->blocks.n; i++) {
    hd_block *block = &f->b->blocks.items[i];
    if (block->kind == HD_BLOCK_HEADING)
      demote(f, block, &f->notes[i]);
    set_marker(f->b, block, &f->notes[i].marker);
    if (block->kind == HD_BLOCK_HEADING && block->mark == HD_MARK_NONE)
      block->mark = is_said(block) ? HD_MARK_BULLET : HD_MARK_NONE;
  }
}

/* The first block, if short: 2025年湖南省政府工作报告. */
static void choose_title(finder *f) {
  size_t i = 0;
  while (i < f->b->blocks.n && f->b->blocks.items[i].kind == HD_BLOCK_SKIPPED)
    i++;
  if (i + 1 >= f->b->blocks.n)
    return;
  hd_block *block = &f->b->blocks.items[i];
  hd_str s = text_of(f->b, block->span);
  bool open =
      block->kind == HD_BLOCK_PARAGRAPH || block->kind == HD_BLOCK_HEADING;
  if (!open || f->notes[i].marker.style != HD_MARK_NONE ||
      !hd_heading_is_like(s) || last_mark(s) == ':' || hd_caption_is(s))
    return;
  block->kind = HD_BLOCK_TITLE;
  block->level = 0;
}

/* ---- level -------------------------------------------------------------- */
static uint8_t rank_of(const hd_block *block, const note *n) {
  if (block->level > 0)
    return block->level;
  return n->marker.number > 0 ? n->marker.rank : LOOKS;
}

static void level(finder *f) {
  uint8_t levels[RANKS] = {0}, depth = 0;
  for (size_t i = 0; i < f->b->blocks.n; i++)
    if (f->b->blocks.items[i].kind == HD_BLOCK_HEADING)
      levels[rank_of(&f->b->blocks.items[i], &f->notes[i])] = 1;
  for (size_t r = 0; r < RANKS; r++)
    levels[r] = levels[r] ? ++depth : 0;
  for (size_t i = 0; i < f->b->blocks.n; i++) {
    hd_block *block = &f->b->blocks.items[i];
    if (block->kind == HD_BLOCK_HEADING)
      block->level = levels[rank_of(block, &f->notes[i])];
  }
}

/* ---- number ------------------------------------------------------------- */
static void number(finder *f) {
  uint32_t open[RANKS + 1], section = 0, paragraph = 0, heading = HD_NONE;
  uint8_t deepest = 0;
  for (uint32_t i = 0; i < f->b->blocks.n; i++) {
    hd_block *block = &f->b->blocks.items[i];
    if (block->kind == HD_BLOCK_HEADING) {
      for (; deepest >= block->level; deepest--)
        ;
      heading = HD_NONE;
      for (uint8_t k = 1; k <= deepest; k++)
        heading = open[k] == HD_NONE ? heading : open[k];
      for (uint8_t k = (uint8_t)(deepest + 1); k < block->level; k++)
        open[k] = HD_NONE;
      section += block->level == 1;
      paragraph = 0;
    }
    block->heading = heading;
    block->section = section;
    if (block->kind == HD_BLOCK_HEADING) {
      heading = open[block->level] = i;
      deepest = block->level;
    }
    if (block->kind == HD_BLOCK_PARAGRAPH || block->kind == HD_BLOCK_ITEM ||
        block->kind == HD_BLOCK_FOOTNOTE)
      block->paragraph = ++paragraph;
  }
}

void hd_headings_find(hd_build *b) {
  finder f = {.b = b};
  f.notes = hd_arena_alloc(b->arena, (b->blocks.n + 1) * sizeof *f.notes);
  mark(&f);
  cut(&f);
  choose(&f);
  choose_title(&f);
  hd_captions_find(b, b->symbols);
  level(&f);
  number(&f);
}
