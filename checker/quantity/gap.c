/* gap: places where a number was lost.
 *
 * In: quantities (and through them the text and document), the units and the
 * gap lexicon. Out: hd_gaps. Each sentence of running text is walked once;
 * quantities are jumped over, and what may start a word that wants a number
 * is looked at by gap_zh.c or gap_en.c. A cell of a table is looked at only
 * where it holds a clause; headings and titles as other text. Invariant: gaps
 * are sorted by offset and never overlap a quantity, except HD_GAP_UNIT at a
 * lost decimal (27.万亩), whose span is the figure's rest. */
#include "gap_frame.h"
#include "gap_token.h"
#include "gap_weights.h"

static const char *const names[HD_GAP_KINDS] = {
    "unit",  "classifier", "approximator", "date",
    "range", "currency",   "noun",         "frame"};

const char *hd_gap_name(hd_gap_kind kind) {
  return kind < HD_GAP_KINDS ? names[kind] : "";
}

uint32_t hd_gap_quantity_at(const hd_gap_search *s, uint32_t off) {
  size_t low = 0, high = s->n_quantities;
  while (low < high) {
    size_t mid = (low + high) / 2;
    const hd_span at = s->quantities[mid].span;
    if (at.end < off)
      low = mid + 1;
    else if (at.off >= off)
      high = mid;
    else
      return at.end;
  }
  return 0;
}

void hd_gap_add(hd_gap_search *s, hd_gap_kind kind, uint32_t off, uint32_t end,
                uint8_t strength) {
  size_t n = s->gaps->n;
  if (n && s->gaps->items[n - 1].span.end > off)
    return;
  HD_PUSH(s->arena, s->gaps, ((hd_gap){kind, {off, end}, strength}));
}

/* 万亿元, 亿千瓦时: is the quantity one whose number is a scale word alone? */
static bool is_bare_scale(const hd_gap_search *s, hd_span at) {
  uint32_t cp;
  size_t n = hd_utf8_decode(s->text + at.off, at.end - at.off, &cp);
  return hd_gap_roles(s->words, (hd_str){s->text + at.off, n}) & GAP_SCALE;
}

/* The end of the quantity that starts at off or holds it, else off. *next is
 * the first quantity that does not end before off. */
static uint32_t past_quantity(const hd_gap_search *s, size_t *next,
                              uint32_t off) {
  while (*next < s->n_quantities && s->quantities[*next].span.end <= off)
    ++*next;
  if (*next == s->n_quantities || s->quantities[*next].span.off > off)
    return off;
  hd_span at = s->quantities[*next].span;
  return is_bare_scale(s, at) ? off : at.end;
}

/* Does Chinese text stand before off, figures, blanks and ASCII marks left
 * out? */
static bool is_chinese_before(const hd_gap_search *s, uint32_t off) {
  enum { FARTHEST = 64 };
  uint32_t low = s->sentence.off;
  if (off - low > FARTHEST)
    low = off - FARTHEST;
  while (off > low && strchr(" ,;(%.0123456789", s->text[off - 1]))
    off--;
  /* general punctuation (– ≥) starts with E2, ideographs with E3 to E9 */
  size_t n = off - s->sentence.off;
  return n >= 3 && (unsigned char)s->text[hd_utf8_back(s->text, off)] >= 0xE3;
}

/* Behind what starts no gap at off: characters that begin no word that wants
 * a number, marks, blanks and English words; not from `end` on. */
static uint32_t past_plain(hd_gap_search *s, uint32_t off, uint32_t end) {
  while (off < end) {
    const unsigned char *b = (const unsigned char *)s->text + off;
    if ((*b & 0xF0) == 0xE0) { /* nearly all of Chinese goes round here */
      for (; off < end && (*b & 0xF0) == 0xE0; off += 3, b += 3)
        if (hd_gap_may_start(s->words, hd_utf8_three(b)))
          return off;
    } else if (hd_ascii_is_letter((char)*b)) {
      hd_gap_seen spare;
      const hd_gap_seen *word = hd_gap_see(s, off, &spare);
      if (word->wants)
        break;
      uint32_t end_of_word = off + word->n;
      hd_gap_weigh_token(s, (hd_gap_token){off, end_of_word, word->token});
      off = end_of_word;
    } else if (*b < 0x80 && *b != '%') {
      if (*b > ' ' && !hd_ascii_is_digit((char)*b))
        hd_gap_weigh_token(s, hd_gap_token_at(s, off));
      off++;
    } else {
      break;
    }
  }
  return off;
}

/* Where the next quantity begins; off itself inside of one. */
static uint32_t quantity_from(const hd_gap_search *s, size_t next,
                              uint32_t off) {
  if (next == s->n_quantities ||
      s->quantities[next].span.off >= s->sentence.end)
    return s->sentence.end;
  uint32_t at = s->quantities[next].span.off;
  return at > off ? at : off;
}

/* January [ ], 2020: a month whose day was lost ends at off, behind the
 * quantity that it is. */
static void judge_month(hd_gap_search *s, uint32_t off) {
  uint32_t from = off;
  while (from > s->sentence.off && hd_ascii_is_letter(s->text[from - 1]))
    from--;
  if (from < off)
    hd_gap_frame_at(s, from, off);
}

static void walk_sentence(hd_gap_search *s) {
  size_t next = 0;
  uint32_t off = s->sentence.off, end = s->sentence.end;
  while (off < end) {
    uint32_t past = past_quantity(s, &next, off), cp;
    if (past == off)
      past = past_plain(s, off, quantity_from(s, next, off));
    else
      judge_month(s, past);
    if (past > off) {
      off = past;
      continue;
    }
    size_t n = hd_utf8_decode(s->text + off, end - off, &cp);
    uint32_t to = off + (uint32_t)n;
    if (cp == '%' && !is_chinese_before(s, off))
      to = hd_gap_percent(s, off);
    else if (cp < 0x80 && cp != '%')
      to = hd_gap_english(s, off);
    else if (hd_gap_may_start(s->words, cp))
      to = hd_gap_chinese(s, off);
    if (cp < 0x80 && cp > ' ')
      hd_gap_weigh_token(s, hd_gap_token_at(s, off));
    off = to > off ? to : off + (uint32_t)n;
  }
}

/* Is the cell running text: does it hold a clause's mark? */
static bool is_prose(const char *p, size_t n) {
  static const char *const marks[] = {"。", ",", ";"};
  if (n < 60)
    return false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_str_find((hd_str){p, n}, hd_str_of(marks[i])) != (size_t)-1)
      return true;
  return false;
}

static bool is_read(const hd_document *doc, const hd_sentence *sentence) {
  const hd_block *block = &doc->blocks[sentence->block];
  hd_span at = sentence->span;
  if (block->kind == HD_BLOCK_SKIPPED || block->kind == HD_BLOCK_CAPTION)
    return false;
  return sentence->cell == HD_NONE ||
         is_prose(doc->text.p + at.off, at.end - at.off);
}

struct hd_gap_order {
  hd_arena *arena;
  const hd_quantities *quantities;
  const hd_units *units;
  const hd_gap_words *words;
};

/* The gaps of all sentences. */
static hd_gap_list find(const struct hd_gap_order *order) {
  const hd_quantities *quantities = order->quantities;
  const hd_text *text = quantities->text;
  hd_gap_seen seen[HD_GAP_SEEN] = {0};
  hd_gap_list list = {0};
  hd_gap_search s = {.arena = order->arena,
                     .words = order->words,
                     .vocabulary = text->vocabulary,
                     .units = order->units,
                     .text = text->doc->text.p,
                     .seen = seen,
                     .gaps = &list};
  size_t q = 0;
  for (size_t i = 0; i < text->n_sentences; i++) {
    s.sentence = text->sentences[i].span;
    s.frames_known = false;
    s.running = 0;
    s.last = (hd_gap_token){0};
    while (q < quantities->n && quantities->items[q].span.end <= s.sentence.off)
      q++;
    s.quantities = quantities->items + q;
    s.n_quantities = 0;
    while (q + s.n_quantities < quantities->n &&
           s.quantities[s.n_quantities].span.off < s.sentence.end)
      s.n_quantities++;
    s.table = text->sentences[i].cell != HD_NONE;
    if (is_read(text->doc, &text->sentences[i]))
      walk_sentence(&s);
  }
  return list;
}

hd_gaps *hd_gap_order(hd_arena *arena, const hd_quantities *quantities,
                      const hd_units *units, const hd_gap_words *words) {
  hd_gaps *gaps = HD_NEW(arena, hd_gaps);
  gaps->order = HD_NEW(arena, struct hd_gap_order);
  *gaps->order = (struct hd_gap_order){arena, quantities, units, words};
  return gaps;
}

const hd_gaps *hd_gaps_found(hd_gaps *gaps) {
  if (!gaps || !gaps->order)
    return gaps;
  hd_gap_list list = find(gaps->order);
  *gaps = (hd_gaps){.items = list.items, .n = list.n};
  return gaps;
}
