/* cell_words: what the words around a figure of the text say of a cell.
 *
 * In: a figure with the words that may name it, and a cell with the keys of its
 * row and column. Out: how well the one names the other. A passage is at most
 * PASSAGE bytes, so the work for a figure and a cell is bounded. */
#include "text_cell.h"

enum { NEAR_BYTES = 180, PASSAGE = 1200 };

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* The bit of the head of a word of three bytes and more. */
static uint32_t head_bit(const char *w) {
  uint32_t head = (uint32_t)((unsigned char)w[0] << 16 |
                             (unsigned char)w[1] << 8 | (unsigned char)w[2]);
  return head * 0x9e3779b1u >> 24;
}

static void note_heads(hd_said *said) {
  hd_str s = said->words;
  for (size_t i = 0; i + 3 <= s.n; i++)
    if (is_letter(s.p[i]) && !(i && is_letter(s.p[i - 1]))) {
      uint32_t bit = head_bit(s.p + i);
      said->heads[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

void hd_said_read(hd_linker *l, hd_said *said, const hd_said *before) {
  const hd_claim *c = &l->claims->items[said->claim];
  hd_span s = l->text->sentences[c->sentence].span;
  uint32_t at = l->q->items[said->claim].span.off;
  uint32_t from = at - s.off > PASSAGE / 2 ? at - PASSAGE / 2 : s.off;
  uint32_t end = s.end - at > PASSAGE / 2 ? at + PASSAGE / 2 : s.end;
  if (hd_str_has_han(hd_linker_between(l, from, end))) {
    end = at;
    from = at - s.off > NEAR_BYTES ? at - NEAR_BYTES : s.off;
  }
  said->passage = (hd_span){from, end};
  if (before && before->passage.off == from && before->passage.end == end) {
    said->words = before->words;
    memcpy(said->heads, before->heads, sizeof said->heads);
    return;
  }
  char *p = hd_arena_alloc(l->arena, end - from + 1);
  hd_ascii_lower(p, l->doc->text.p + from, end - from);
  said->words = (hd_str){p, end - from};
  note_heads(said);
}

/* ---- names ------------------------------------------------------------ */
/* Does non- or non stand before the word at i? */
static bool is_negated(hd_str s, size_t i) {
  enum { NON = 4 };
  return i >= NON && memcmp(s.p + i - NON, "non", NON - 1) == 0 &&
         (s.p[i - 1] == '-' || s.p[i - 1] == ' ') &&
         !(i > NON && is_letter(s.p[i - NON - 1]));
}

/* Does a word of the text begin with the n bytes of the name at `from`, both
 * behind non- or neither? Of a number, is it there alone (18 of 18–49, not of
 * 18.5)? */
static bool has_word(const hd_said *in, hd_str name, size_t from, size_t n) {
  hd_str text = in->words;
  const char *w = name.p + from;
  bool negated = is_negated(name, from);
  bool number = hd_ascii_is_digit(*w);
  if (!number && n >= 3) {
    uint32_t bit = head_bit(w);
    if (!(in->heads[bit / 64] >> bit % 64 & 1))
      return false;
  }
  for (size_t i = 0; i + n <= text.n; i++) {
    if (text.p[i] != *w || memcmp(text.p + i, w, n) != 0)
      continue;
    char before = i ? text.p[i - 1] : ' ';
    char after = i + n < text.n ? text.p[i + n] : ' ';
    char next = i + n + 1 < text.n ? text.p[i + n + 1] : ' ';
    if (number
            ? !hd_ascii_is_digit(before) && before != '.' && before != ',' &&
                  !hd_ascii_is_digit(after) &&
                  !((after == '.' || after == ',') && hd_ascii_is_digit(next))
            : !is_letter(before) && is_negated(text, i) == negated)
      return true;
  }
  return false;
}

/* and, the, per; at the end of the year: words that name nothing. */
static bool is_stop(const char *w, size_t n) {
  enum { LEAST = 3 };
  static const char *const stop[] = {
      "and",    "the",     "for",    "with",    "per",     "non",
      "yrs",    "mos",     "total",  "year",    "end",     "beginning",
      "period", "balance", "months", "quarter", "december"};
  for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
    if (*w == *stop[i] && n == strlen(stop[i]) && memcmp(w, stop[i], n) == 0)
      return true;
  return n < LEAST && !hd_ascii_is_digit(*w);
}

/* The share of the words and numbers of an English name that the passage has,
 * in percent. */
static int words_said(hd_str name, const hd_said *in) {
  enum { PLURAL = 4 }; /* letters of a word that may lose its s */
  int all = 0, said = 0;
  for (size_t i = 0; i < name.n;) {
    size_t from = i;
    bool number = hd_ascii_is_digit(name.p[i]);
    while (i < name.n &&
           (number ? hd_ascii_is_digit(name.p[i]) : is_letter(name.p[i])))
      i++;
    size_t n = i - from;
    i += n == 0;
    if (n == 0 || is_stop(name.p + from, n))
      continue;
    all++;
    if (n > PLURAL && name.p[from + n - 1] == 's')
      n--;
    said += has_word(in, name, from, n);
  }
  return all ? said * 100 / all : 0;
}

/* Without 合计 at its end; 占年度销售总额|比例. */
static hd_str without_total(hd_str s) {
  static const char *const words[] = {"合计", "总计", "小计", "比例",
                                      "比重", "占比", "金额"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (s.n > strlen(words[i]) && hd_str_ends(s, hd_str_of(words[i])))
      return (hd_str){s.p, s.n - strlen(words[i])};
  return s;
}

int hd_said_names(const hd_said *said, hd_str key) {
  enum { HAN_LEAST = 6 };
  if (!hd_str_has_han(key))
    return words_said(key, said);
  key = without_total(key);
  bool found = hd_str_find(said->words, key) != (size_t)-1;
  return found && key.n >= HAN_LEAST ? 100 : 0;
}

/* ---- more of the cell
 * ----------------------------------------------------------- */
bool hd_said_rest(const hd_cell_index *index, const hd_said *said,
                  const hd_indexed *cell) {
  enum { REACH = 80, LEAST = 3 };
  const hd_linker *l = index->all->l;
  const hd_grid *g = index->all->items[cell->grid];
  hd_str text = g->texts[(size_t)cell->row * g->columns + cell->column];
  const char *end = text.p + text.n;
  uint32_t from = l->q->items[said->claim].span.end;
  uint32_t to =
      l->text->sentences[l->claims->items[said->claim].sentence].span.end;
  hd_str behind =
      hd_linker_between(l, from, to > from + REACH ? from + REACH : to);
  const char *p = l->doc->text.p + l->q->items[cell->claim].span.end;
  while (p < end) {
    const char *start = p;
    while (p < end && ((*p >= '0' && *p <= '9') || *p == '.'))
      p++;
    hd_str number = {start, (size_t)(p - start)};
    if (number.n >= LEAST && hd_str_find(behind, number) != (size_t)-1)
      return true;
    p += number.n == 0;
  }
  return false;
}

static hd_str without_quotes(hd_arena *arena, hd_str s) {
  enum { QUOTE = 3 };
  char *out = hd_arena_alloc(arena, s.n + 1);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    hd_str rest = {s.p + i, s.n - i};
    if (hd_str_starts(rest, HD_STR("“")) || hd_str_starts(rest, HD_STR("”")))
      i += QUOTE - 1;
    else
      out[n++] = s.p[i];
  }
  return (hd_str){out, n};
}

bool hd_said_title(const hd_cell_index *index, const hd_said *said,
                   const hd_indexed *cell) {
  enum { HAN = 12, LONG = 300 };
  const hd_linker *l = index->all->l;
  const hd_table *t = index->all->items[cell->grid]->table;
  hd_str name = l->claims->items[said->claim].name;
  if (name.n < HAN)
    name = l->claims->items[said->claim].subject.text;
  if (name.n < HAN || !hd_str_has_han(name))
    return false;
  const uint32_t titles[] = {t->caption, l->doc->blocks[t->block].heading};
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
    if (titles[i] == HD_NONE)
      continue;
    hd_str title = hd_document_text(l->doc, l->doc->blocks[titles[i]].span);
    if (title.n <= LONG && hd_str_find(without_quotes(l->arena, title),
                                       (hd_str){name.p, HAN}) != (size_t)-1)
      return true;
  }
  return false;
}
