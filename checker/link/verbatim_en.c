/* verbatim_en: English passages told twice word for word but for one number.
 *
 * In: running text. Out: SAME_NAME links of strength HD_FRAMED of two numbers
 * a slip of the pen apart, two months or two small numerals, of different
 * blocks, with SIDE tokens and more the same on either side of both, LEAST in
 * all (of round numbers two more): an abstract and its text, a figure and what
 * describes it. Where these end at numbers that differ too, or a third number
 * stands in the same words, sentences are built alike and tell of two things.
 * Labels (Table 2), codes and references are left out.
 *
 * Each is put under a hash of the two tokens on either side and held against
 * the last eight there; at most RUN tokens are compared, so that the work for
 * one is bounded. */
#include "framed.h"
#include "recent.h"
#include "slip.h"

enum { SIDE = 5, LEAST = 12, RUN = 30, TELLING = 6, LONGEST = 16 };

typedef struct {
  hd_span span, block;
  uint64_t key;
  bool word; /* a month or a numeral */
} spot;

typedef struct {
  hd_linker *l;
  HD_VEC(spot) spots;
  hd_recent *recent;
} search;

/* ---- numbers ----------------------------------------------------------- */

/* A number without commas; its length, 0: too long. */
static size_t printed(hd_str s, char out[LONGEST]) {
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != ',') {
      if (n == LONGEST)
        return 0;
      out[n++] = s.p[i];
    }
  return n;
}

static size_t without_zeros(const char *s, size_t n) {
  while (n > 1 && s[n - 1] == '0')
    n--;
  return n;
}

static bool is_year(const char *s, size_t n) {
  return n == 4 && (memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0);
}

/* One digit differs, or two are swapped; years follow one another by right. */
static bool is_miswritten(const char *a, const char *b, size_t n) {
  size_t at[2] = {0}, differing = hd_slip_places(a, b, n, at);
  if (differing == 2)
    return hd_slip_is_swap(a, b, at);
  return differing == 1 && a[at[0]] != '.' && b[at[0]] != '.' &&
         !(is_year(a, n) && is_year(b, n) && at[0] == n - 1);
}

/* A character may be lost: 18 and 8, 8.6 and 86. */
static bool is_slip(hd_str x, hd_str y) {
  char a[LONGEST], b[LONGEST];
  size_t n = printed(x, a), m = printed(y, b);
  if (!n || !m)
    return false;
  if (n == m)
    return is_miswritten(a, b, n);
  size_t bare = without_zeros(a, n);
  if (n > 3 && m > 3 && bare == without_zeros(b, m) && memcmp(a, b, bare) == 0)
    return true; /* per 1,000, per 100,000 */
  return n + 1 == m   ? hd_slip_is_shortened(a, n, b)
         : m + 1 == n ? hd_slip_is_shortened(b, m, a)
                      : false;
}

/* A month, or a small numeral. */
static bool is_word(const char *p, size_t n) {
  static const char *const words[] = {"two", "three",  "four",   "five",
                                      "six", "seven",  "eight",  "nine",
                                      "ten", "eleven", "twelve", NULL};
  hd_str s = {p, n};
  return hd_str_is_any(s, words) || (n && *p <= 'Z' && hd_month_named(s));
}

/* ---- passages ---------------------------------------------------------- */

typedef struct {
  uint32_t n, telling; /* tokens that are the same; those that say something */
  bool parted;         /* by two numbers that differ */
} run;

/* The next token to a side of a spot, from *off on. */
static hd_framed_token step(const hd_linker *l, const spot *a, bool behind,
                            uint32_t *off) {
  return behind ? hd_framed_next(l, off, a->block.end)
                : hd_framed_before(l, off, a->block.off);
}

/* A word that tells things of one kind apart: June, second, men. */
static bool is_apart(const hd_linker *l, uint32_t off, bool behind) {
  const char *t = l->doc->text.p;
  uint32_t end = off;
  if (behind) /* off stands behind the word, else before it */
    while (off && hd_ascii_is_letter(t[off - 1]))
      off--;
  else
    while (hd_ascii_is_letter(t[end]))
      end++;
  static const char *const words[] = {
      "first", "second", "third",  "fourth", "fifth",   "last", "men",
      "women", "male",   "female", "males",  "females", "boys", "girls",
      "urban", "rural",  "north",  "south",  "short",   "long", NULL};
  hd_str word = {t + off, end - off};
  for (int i = 0; words[i]; i++)
    if (hd_str_is(word, words[i]))
      return true;
  return is_word(word.p, word.n);
}

/* Where two runs end: at numbers that differ, at words that tell two things
 * apart, or at one word for another in what goes on alike. */
static bool is_parted(const hd_linker *l, const spot *a, const spot *b,
                      bool behind, uint32_t x, uint32_t y) {
  if (is_apart(l, x, behind) || is_apart(l, y, behind))
    return true;
  uint64_t t = step(l, a, behind, &x).hash, u = step(l, b, behind, &y).hash;
  return t && t == u;
}

static run run_of(const hd_linker *l, const spot *a, const spot *b,
                  bool behind) {
  uint32_t x = behind ? a->span.end : a->span.off;
  uint32_t y = behind ? b->span.end : b->span.off;
  run r = {0};
  while (r.n < RUN) {
    hd_framed_token t = step(l, a, behind, &x), u = step(l, b, behind, &y);
    if (!t.hash || t.hash != u.hash) {
      r.parted = (t.number && u.number) ||
                 (t.hash && u.hash && is_parted(l, a, b, behind, x, y));
      break;
    }
    r.telling += t.content;
    r.n++;
  }
  return r;
}

/* $100 million a year is raised by many a measure. */
static bool is_round(const hd_linker *l, const spot *a) {
  hd_str s = hd_document_text(l->doc, a->span);
  return s.n > 2 && without_zeros(s.p, s.n) == 1;
}

static bool is_retold(const hd_linker *l, const spot *a, const spot *b) {
  enum { MORE = 2 };
  uint32_t least = LEAST + (is_round(l, a) ? MORE : 0);
  run before = run_of(l, a, b, false);
  if (before.n < SIDE || before.parted)
    return false;
  run behind = run_of(l, a, b, true);
  return behind.n >= SIDE && !behind.parted && before.n + behind.n >= least &&
         before.telling + behind.telling >= TELLING;
}

static void add(hd_linker *l, const spot *earlier, const spot *later) {
  hd_span *names = hd_arena_alloc(l->arena, 2 * sizeof *names);
  names[0] = earlier->span;
  names[1] = later->span;
  hd_framed_add(l, later->span, names, 2, "told again word for word");
}

/* Table 2, Exhibit 10.1: the number of the thing itself. */
static bool is_label(const hd_linker *l, const spot *own) {
  static const char *const words[] = {
      "able ",   "ABLE ", "igure ",  "IGURE ", "hibit ", "apter ", "nnex ",
      "ection ", "rade ", "rades ",  "endix ", "No. ",   "no. ",   "ote ",
      "tem ",    "itle ", "rticle ", "ule ",   "oom ",   "opic ",  "tage ",
      "hase ",   "Law ",  "oute ",   "Part ",  "Form ",  NULL};
  enum { REACH = 7 };
  uint32_t off = own->span.off;
  hd_str s = hd_linker_between(l, off > REACH ? off - REACH : 0, off);
  for (int i = 0; words[i]; i++)
    if (hd_str_ends(s, hd_str_of(words[i])))
      return true;
  return false;
}

static void keep(search *s, spot own) {
  const hd_linker *l = s->l;
  uint32_t others[HD_RECENT], before = own.span.off, behind = own.span.end;
  own.key = own.word;
  for (int i = 0; i < 2; i++) {
    uint64_t left = hd_framed_before(l, &before, own.block.off).hash;
    uint64_t right = hd_framed_next(l, &behind, own.block.end).hash;
    if (!left || !right)
      return;
    own.key = hd_hash_step(hd_hash_step(own.key, left), right);
  }
  hd_recent_put(s->recent, own.key, (uint32_t)s->spots.n, others);
  HD_PUSH(l->own, &s->spots, own);
}

static hd_str text_of(const search *s, uint32_t k) {
  return hd_document_text(s->l->doc, s->spots.items[k].span);
}

/* The number that the same words have in all other places; HD_NONE where there
 * is none, or several. *n: how often. */
static uint32_t usual_of(const search *s, uint32_t own, uint32_t *n) {
  uint32_t others[HD_RECENT], usual = HD_NONE;
  uint32_t all = hd_recent_get(s->recent, s->spots.items[own].key, others);
  *n = 0;
  for (uint32_t i = 0; i < all; i++) {
    if (others[i] == own)
      continue;
    if (usual == HD_NONE)
      usual = others[i];
    if (!hd_str_eq(text_of(s, others[i]), text_of(s, usual)))
      return HD_NONE;
    (*n)++;
  }
  return usual;
}

static void judge(search *s, uint32_t own) {
  uint32_t n, usual = usual_of(s, own, &n);
  if (usual == HD_NONE || (n == 1 && usual > own))
    return; /* of two the later is told */
  const spot *a = &s->spots.items[usual], *b = &s->spots.items[own];
  hd_str x = text_of(s, usual), y = text_of(s, own);
  if (a->block.off != b->block.off && a->word == b->word && !hd_str_eq(x, y) &&
      (a->word || is_slip(x, y)) && !is_label(s->l, b) && is_retold(s->l, a, b))
    add(s->l, a, b);
}

/* ---- text -------------------------------------------------------------- */

/* H04, #F2, p<0.01: no number that is told. */
static bool is_code(hd_str text, uint32_t off) {
  const char *t = text.p;
  if (off && (strchr("/=#_", t[off - 1]) || hd_ascii_is_letter(t[off - 1])))
    return true;
  return hd_str_starts((hd_str){t + off, text.n - off}, HD_STR("0.0"));
}

/* The numbers, months and numerals that a figure or date prints. */
static void read_figure(search *s, hd_span span, hd_span block) {
  const hd_linker *l = s->l;
  const char *t = l->doc->text.p;
  enum { WORD_MOST = 9, WORD_LEAST = 3 };
  for (uint32_t off = span.off; off < span.end;) {
    uint32_t from = off;
    while (off < span.end && hd_ascii_is_letter(t[off]))
      off++;
    if (off > from) {
      if (off - from >= WORD_LEAST && off - from <= WORD_MOST &&
          is_word(t + from, off - from))
        keep(s, (spot){.span = {from, off}, .block = block, .word = true});
      continue;
    }
    while (off < span.end &&
           (hd_ascii_is_digit(t[off]) || hd_framed_joint(l, off)))
      off++;
    if (off == from)
      off++;
    else if (!is_code(l->doc->text, from))
      keep(s, (spot){.span = {from, off}, .block = block});
  }
}

void hd_link_verbatim_english(hd_linker *l, uint8_t *cited) {
  search s = {.l = l, .recent = hd_recent_new(l->own)};
  for (size_t i = 0; i < l->q->n; i++) {
    const hd_quantity *q = &l->q->items[i];
    const hd_sentence *sentence = &l->text->sentences[q->sentence];
    if (sentence->cell == HD_NONE &&
        !hd_framed_skips(l, cited, sentence->block))
      read_figure(&s, q->span, l->doc->blocks[sentence->block].span);
  }
  for (uint32_t i = 0; i < s.spots.n; i++)
    judge(&s, i);
}
