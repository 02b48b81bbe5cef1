/* quantity: the walk over the text that finds every figure.
 *
 * In: sentences. Out: quantities in order of offset, never overlapping.
 * Approach: a table says what may start at a character; there the recognisers
 * of names, Chinese and English are asked and the widest reading is taken,
 * the earliest of equals. Invariant: the walk moves on by at least one
 * character a step, so the time is linear. */
#include "scan.h"

static const char *const kinds[HD_KINDS] = {
    "count",    "amount",  "percent", "point",       "ratio", "multiple",
    "rank",     "index",   "age",     "temperature", "date",  "period",
    "duration", "ordinal", "marker",  "identifier",  "name",  "statistic"};

static const char *const bounds[] = {"exact",    "about",     "more_than",
                                     "at_least", "less_than", "at_most"};

const char *hd_kind_name(hd_kind kind) {
  return kind < HD_KINDS ? kinds[kind] : "";
}

const char *hd_bound_name(hd_bound bound) { return bounds[bound]; }

size_t hd_quantities_from(const hd_quantities *q, uint32_t off) {
  size_t low = 0, high = q->n;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (q->items[mid].span.off < off)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

size_t hd_quantities_behind(const hd_quantities *q, uint32_t off) {
  size_t at = hd_quantities_from(q, off); /* they do not overlap */
  return at > 0 && q->items[at - 1].span.end > off ? at - 1 : at;
}

hd_number hd_quantity_factor(const hd_quantity *q) {
  hd_number f = q->unit ? q->unit->factor : hd_number_of(1);
  return q->per ? hd_number_div(f, q->per->factor) : f;
}

typedef HD_VEC(hd_quantity) quantity_list;

/* The recognisers to ask at one kind of start, those of names first. */
enum {
  MOST_RECOGNISERS = 40,
  BYTES_A_FIGURE = 128 /* of text, in most reports */
};
typedef struct {
  uint8_t n_names, n;
  hd_recogniser read[MOST_RECOGNISERS];
} plan;

typedef struct {
  hd_scan scan;
  hd_memo memo;
  quantity_list list;
  int16_t *headings;       /* year of each heading's section, by block */
  uint8_t plan_of[2][256]; /* by language and start bits; 0: not made yet */
  HD_VEC(plan) plans;      /* the first one is none */
} walk;

/* ---- one place ----------------------------------------------------------- */
static void add_rows(plan *p, const hd_recogniser_row *rows, uint8_t start,
                     uint8_t language) {
  for (; rows->read; rows++)
    if ((rows->starts & start) && (rows->languages & language) &&
        p->n < MOST_RECOGNISERS)
      p->read[p->n++] = rows->read;
}

static const plan *find_plan(walk *w, uint8_t start) {
  uint8_t *index = &w->plan_of[w->scan.lang == HD_LANG_EN][start];
  if (*index == 0) {
    uint8_t language = w->scan.lang == HD_LANG_ZH ? 1 : 2;
    plan p = {0};
    add_rows(&p, hd_recognisers_names, start, language);
    p.n_names = p.n;
    add_rows(&p, hd_recognisers_zh, start, language);
    add_rows(&p, hd_recognisers_en, start, language);
    if (w->plans.n == 0)
      HD_PUSH(w->scan.arena, &w->plans, (plan){0});
    if (w->plans.n < UINT8_MAX)
      *index = (uint8_t)w->plans.n;
    HD_PUSH(w->scan.arena, &w->plans, p);
    return &w->plans.items[w->plans.n - 1];
  }
  return &w->plans.items[*index];
}

/* The widest reading at `at`, the earliest of equals, in *best; false if there
 * is none. A name is not asked for what else it could be. */
static bool read_at(walk *w, uint8_t start, uint32_t at, hd_quantity *best) {
  const plan *p = find_plan(w, start);
  uint32_t end = at;
  for (int i = 0; i < p->n && (i != p->n_names || end == at); i++) {
    hd_quantity q;
    if (p->read[i](&w->scan, at, &q) == 0 || q.span.end <= end)
      continue;
    *best = q;
    end = q.span.end;
  }
  return end > at;
}

/* Tables 3 and 4; 表3、4: is q one more of what the last names? The English
 * noun is a plural, or a figure of such a list. */
static bool goes_on(const hd_scan *scan, const hd_quantity *last,
                    const hd_quantity *q) {
  static const char *const joints[] = {" and ", ", ", ", and ", " or ", " & ",
                                       "、",    "和", "及",     "至",   NULL};
  enum { MOST = 6, DIGITS = 3 };
  if (last->kind != HD_KIND_IDENTIFIER || q->kind != HD_KIND_COUNT || q->unit ||
      q->numeral || q->grouped || q->digits > DIGITS ||
      q->bound != HD_BOUND_EXACT || last->sentence != scan->sentence ||
      q->span.off - last->span.end > MOST || scan->cell)
    return false;
  hd_str between = {scan->s + last->span.end, q->span.off - last->span.end};
  if (!hd_str_is_any(between, joints))
    return false;
  if ((unsigned char)between.p[0] >= 0x80)
    return true;
  uint32_t back = hd_scan_blanks_back(scan, last->span.off);
  return hd_scan_ends(scan, back, "s") || hd_scan_ends(scan, back, ",");
}

static void emit(walk *w, hd_quantity *q) {
  q->sentence = w->scan.sentence;
  if (q->kind == HD_KINDS)
    return;
  bool dated = q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD;
  if (dated && q->form == HD_PERIOD_ABSOLUTE && q->last.year)
    w->scan.year = q->last.year;
  hd_quantity *last = w->list.n > 0 ? &w->list.items[w->list.n - 1] : NULL;
  if (last && goes_on(&w->scan, last, q))
    q->kind = HD_KIND_IDENTIFIER;
  if (last && q->bound != HD_BOUND_EXACT && hd_range_merge(&w->scan, last, q))
    return;
  if (last && w->scan.lang == HD_LANG_EN)
    hd_range_lend(&w->scan, last, q);
  HD_PUSH(w->scan.arena, &w->list, *q);
}

/* ---- one sentence ---- */
/* The next place from *at on where something may start; its bits, 0 if there
 * is none. *length: of the character there. The text is valid UTF-8; runs of
 * three bytes a character, as Chinese has them, go round the inner loop. */
static uint8_t next_start(const hd_scan *scan, uint32_t *at, uint32_t *length) {
  const unsigned char *s = (const unsigned char *)scan->s + *at;
  const unsigned char *high = (const unsigned char *)scan->s + scan->high;
  const hd_character *of = scan->units->of;
  const uint64_t *any = scan->units->starts;
  uint8_t start = 0;
  while (s < high) {
    for (; s < high && (*s & 0xf0) == 0xe0; s += 3) {
      uint32_t cp = hd_utf8_three(s);
      if (any[cp / 64] >> cp % 64 & 1) {
        start = of[cp].start;
        break;
      }
    }
    if (start || s >= high)
      break;
    if (*s < 0x80)
      start = of[*s].start;
    else if (*s < 0xe0)
      start = of[(s[0] & 0x1fu) << 6 | (s[1] & 0x3fu)].start;
    if (start)
      break;
    s += *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 0 : 4;
  }
  if (s > high)
    s = high;
  *at = (uint32_t)(s - (const unsigned char *)scan->s);
  *length = s >= high || *s < 0x80 ? 1 : *s < 0xe0 ? 2 : 3;
  return start;
}

/* Is the sign or the first character of a currency at `at` worth asking? */
static bool sign_may_start(const hd_scan *scan, uint32_t at) {
  unsigned char c = (unsigned char)scan->s[at];
  char next = hd_scan_byte(scan, at + 1);
  hd_match match;
  if (c == '(')
    return scan->cell;
  if (c == '.')
    return hd_ascii_is_digit(next);
  if (c == '-' || c == '+')
    return !hd_ascii_is_letter(next) && next != c;
  return c < 0xe3 || hd_scan_is(scan, at, "负") || hd_scan_is(scan, at, "負") ||
         (hd_trie_longest(scan->units->units[HD_LANG_ZH], scan->s + at,
                          scan->high - at, &match) &&
          scan->units->rows.items[match.values[0]].before);
}

/* fortysecond: may a word of tens be joined to the one behind it? */
static bool may_be_tens(const char *word, size_t letters) {
  enum { FIRST = 3, LAST = 5, LEAST = 8 }; /* where fort|y, sevent|y have ty */
  for (size_t i = FIRST; letters >= LEAST && i <= LAST; i++)
    if ((word[i] | 0x20) == 't' && (word[i + 1] | 0x20) == 'y')
      return true;
  return false;
}

/* Is the word at `at` worth asking the recognisers? Its letters are those that
 * a word of the lexicons begins with, or a digit or sign is joined to it.
 * *length: its letters. */
static bool may_start(const hd_scan *scan, uint32_t at, uint32_t *length) {
  size_t letters;
  uint32_t run = hd_ascii_run(scan->s + at, scan->high - at, &letters);
  uint32_t end = at + (*length = (uint32_t)letters);
  char next = hd_scan_byte(scan, end);
  return (scan->units->words_en[run / 8] >> run % 8 & 1) ||
         may_be_tens(scan->s + at, letters) || hd_ascii_is_digit(next) ||
         next == '$' ||
         ((next == '-' || next == '/') &&
          hd_ascii_is_digit(hd_scan_byte(scan, end + 1)));
}

/* May a sign or a word with a numeral begin with the character at `at`, as the
 * one behind it shows? */
static bool word_may_start(const hd_scan *scan, uint32_t at) {
  uint32_t length, first = hd_scan_cp(scan, at, &length), word;
  if (length < 3 || first >= 0x10000 ||
      scan->units->of[first].edge & HD_EDGE_ALONE)
    return true;
  uint32_t second = hd_scan_cp(scan, at + length, &length);
  uint64_t bit = hd_units_pair(first, second, &word);
  return scan->units->pairs[word] & bit;
}

static void scan_sentence(walk *w, uint32_t from) {
  hd_scan *scan = &w->scan;
  for (uint32_t at = from; at < scan->high;) {
    uint32_t length;
    hd_quantity q;
    uint8_t start = next_start(scan, &at, &length);
    if (start == HD_START_LETTER) {
      if (!may_start(scan, at, &length))
        start = 0;
    } else if ((start == HD_START_WORD && !word_may_start(scan, at)) ||
               (start == HD_START_SIGN &&
                !(word_may_start(scan, at) && sign_may_start(scan, at)))) {
      start = 0;
    }
    uint32_t mark =
        start & (HD_START_DIGIT | HD_START_SIGN) && scan->lang == HD_LANG_EN
            ? hd_note_mark_end(scan, at)
            : 0;
    if (mark) {
      at = mark;
    } else if (start && read_at(w, start, at, &q)) {
      emit(w, &q);
      at = q.span.end;
    } else if (at < scan->high) {
      at += length;
      while (start == HD_START_DIGIT && at < scan->high &&
             hd_ascii_is_digit(scan->s[at]))
        at++; /* the rest of digits that are no number */
    }
  }
}

/* Chinese if any Han character is in it, else English if any letter, else as
 * the document. */
static hd_lang sentence_language(const hd_text *text, hd_span span) {
  hd_str s = hd_document_text(text->doc, span);
  if (hd_str_has_han(s))
    return HD_LANG_ZH;
  for (size_t i = 0; i < s.n; i++)
    if (hd_ascii_is_letter(s.p[i]))
      return HD_LANG_EN;
  return text->doc->lang;
}

/* ---- blocks ---- */
/* The year that the section of a block is about: of the nearest heading that
 * names one. Headings come before what stands under them. */
static int16_t section_year(walk *w, uint32_t index) {
  const hd_document *doc = w->scan.text->doc;
  uint32_t heading = doc->blocks[index].heading;
  return heading < index ? w->headings[heading] : 0;
}

static void note_headings(walk *w) {
  const hd_document *doc = w->scan.text->doc;
  w->headings =
      hd_arena_alloc(w->scan.arena, (doc->n_blocks + 1) * sizeof(int16_t));
  for (uint32_t i = 0; i < doc->n_blocks; i++) {
    const hd_block *block = &doc->blocks[i];
    if (block->kind != HD_BLOCK_HEADING && block->kind != HD_BLOCK_TITLE)
      continue;
    int16_t year = block->kind == HD_BLOCK_HEADING
                       ? hd_clock_heading(&w->scan, block->body)
                       : 0;
    w->headings[i] = year ? year : section_year(w, i);
  }
}

/* The marker of a block whose first sentence this is. */
static uint32_t emit_marker(walk *w, const hd_block *block, uint32_t from) {
  if (hd_span_empty(block->marker) || block->number == 0)
    return from;
  hd_quantity q = {.span = block->marker,
                   .number = block->marker,
                   .unit_span = {block->marker.end, block->marker.end},
                   .kind = HD_KIND_MARKER};
  hd_quantity_value(&q, block->number);
  emit(w, &q);
  return from < block->marker.end ? block->marker.end : from;
}

static void scan_text(walk *w) {
  const hd_text *text = w->scan.text;
  uint32_t last_block = HD_NONE;
  for (uint32_t i = 0; i < text->n_sentences; i++) {
    const hd_sentence *sentence = &text->sentences[i];
    const hd_block *block = &text->doc->blocks[sentence->block];
    if (block->kind == HD_BLOCK_SKIPPED)
      continue;
    w->scan.low = sentence->span.off;
    w->scan.high = sentence->span.end;
    w->scan.sentence = i;
    w->scan.cell = sentence->cell != HD_NONE;
    w->scan.lang = sentence_language(text, sentence->span);
    w->scan.heading_year = section_year(w, sentence->block);
    w->scan.year = w->scan.heading_year ? w->scan.heading_year
                                        : w->scan.clock.year_last.year;
    uint32_t from = sentence->span.off;
    if (sentence->block != last_block && !w->scan.cell)
      from = emit_marker(w, block, from);
    last_block = sentence->block;
    if (from > w->scan.low)
      w->scan.low = from;
    scan_sentence(w, from);
  }
}

hd_quantities *hd_quantity_scan(hd_arena *arena, const hd_text *text,
                                const hd_units *units, hd_day date) {
  walk w = {.scan = {.arena = arena,
                     .units = units,
                     .text = text,
                     .s = text->doc->text.p,
                     .high = (uint32_t)text->doc->text.n,
                     .lang = text->doc->lang}};
  w.memo.at = UINT32_MAX;
  w.list.cap = text->doc->text.n / BYTES_A_FIGURE + 8;
  w.list.items = hd_arena_alloc(arena, w.list.cap * sizeof *w.list.items);
  w.scan.memo = &w.memo;
  w.scan.clock = hd_clock_read(&w.scan, date);
  note_headings(&w);
  scan_text(&w);
  hd_quantities *out = HD_NEW(arena, hd_quantities);
  *out = (hd_quantities){.text = text,
                         .items = w.list.items,
                         .n = w.list.n,
                         .clock = w.scan.clock};
  return out;
}
