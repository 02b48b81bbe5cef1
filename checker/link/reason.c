/* reason: a change that a sentence only names, to give its reasons, and the
 * figures that show which way it went.
 *
 * In: change verbs in running text with a reason behind them (……减少主要系,
 * 增加的主要原因是; increased in fiscal 2019; The increase in ...). Out:
 * COMPARE links whose cue is that verb:
 * - level and base are the cells of this year and the year before in the row
 *   of that name; where several tables have such rows, one that agrees;
 * - or the increment is the change of that name said just before.
 * The index of rows is made when the first such verb is met. */
#include "../text/vocabulary.h"
#include "linker.h"

enum { LATEST = 0, ANY = -1, NAME_MOST = 90, BACK = 12, BLOCKS = 4, SURE = 60 };

typedef struct {
  hd_linker *l;
  hd_map *rows;   /* name to a figure of a cell, + 1 */
  uint32_t *next; /* further figures of that name, + 1 */
} reasons;

/* The name as rows and sentences both have it: small letters, no blanks. */
static hd_str folded(hd_arena *arena, hd_str s) {
  char *out = hd_arena_alloc(arena, s.n + 1);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != ' ' && s.p[i] != '\n')
      out[n++] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
  return (hd_str){out, n};
}

static hd_str name_of(const hd_linker *l, const hd_claim *c) {
  hd_str a = c->subject.text, b = c->indicator.text;
  if (c->name.n || !a.n || !b.n)
    return folded(l->arena, c->name.n ? c->name : a.n ? a : b);
  return folded(l->arena,
                hd_str_of(hd_arena_format(l->arena, "%.*s%.*s", (int)a.n, a.p,
                                          (int)b.n, b.p)));
}

static bool is_row_level(const hd_linker *l, const hd_claim *c) {
  hd_kind kind = l->q->items[c->quantity].kind;
  return c->is_claim && l->text->sentences[c->sentence].cell != HD_NONE &&
         (kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT) &&
         c->period.first.year && !(c->aspects & HD_ASPECT_GROWTH);
}

static void index_rows(reasons *r) {
  hd_linker *l = r->l;
  r->rows = hd_map_new(l->own);
  r->next = hd_arena_alloc(l->arena, (l->claims->n + 1) * sizeof *r->next);
  for (uint32_t i = (uint32_t)l->claims->n; i-- > 0;) {
    const hd_claim *c = &l->claims->items[i];
    if (!is_row_level(l, c))
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(r->rows, name_of(l, c), &fresh);
    r->next[i] = fresh ? 0 : *slot;
    *slot = i + 1;
  }
}

/* -1, 0, 1 by the figures; 0 also where signs make it open. */
static int trend(const hd_linker *l, uint32_t level, uint32_t base) {
  hd_number a = l->q->items[level].low, b = l->q->items[base].low;
  hd_number zero = hd_number_of(0);
  if (hd_number_cmp(a, zero) < 0 && hd_number_cmp(b, zero) < 0)
    return 0;
  return hd_number_cmp(a, b);
}

static hd_link link_of(const hd_token *verb, const char *reason) {
  hd_link link = hd_link_blank(HD_LINK_COMPARE);
  link.cue = verb->word;
  link.anchor = verb->span;
  link.strength = SURE;
  link.reason = reason;
  return link;
}

static bool rises(const hd_token *verb) {
  return hd_str_is(verb->word->value, "up");
}

/* The latest year of a chain of figures. */
static int latest(const reasons *r, uint32_t i) {
  int year = 0;
  for (; i; i = r->next[i - 1])
    if (r->l->claims->items[i - 1].period.first.year > year)
      year = r->l->claims->items[i - 1].period.first.year;
  return year;
}

/* The cells of `year` (LATEST, or ANY) and the year before in a row called
 * `name`: adds a link of those that agree with the verb, else of the first. */
static bool try_row(reasons *r, const hd_token *verb, hd_str name, int year) {
  enum { TRIES = 2000 }; /* pairs of cells of one name */
  hd_linker *l = r->l;
  if (name.n == 0)
    return false;
  if (!r->rows)
    index_rows(r);
  const uint32_t *slot = hd_map_find(r->rows, folded(l->arena, name));
  uint32_t level = HD_NONE, base = HD_NONE, tries = 0;
  bool agrees = false;
  if (year == LATEST)
    year = latest(r, slot ? *slot : 0);
  for (uint32_t i = slot ? *slot : 0; i && !agrees; i = r->next[i - 1]) {
    const hd_claim *c = &l->claims->items[i - 1];
    if (year != ANY && c->period.first.year != year)
      continue;
    for (uint32_t k = *slot; k && tries < TRIES; k = r->next[k - 1]) {
      tries++;
      const hd_claim *d = &l->claims->items[k - 1];
      if (d->block != c->block ||
          d->period.first.year + 1 != c->period.first.year)
        continue;
      int way = trend(l, i - 1, k - 1);
      agrees = rises(verb) ? way > 0 : way < 0;
      if (agrees || (way && level == HD_NONE)) {
        level = i - 1;
        base = k - 1;
      }
      if (agrees)
        break;
    }
  }
  if (level == HD_NONE)
    return false;
  hd_link link = link_of(verb, "the table has that row");
  link.level = hd_linker_ref(l, level);
  link.base = hd_linker_ref(l, base);
  hd_linker_add(l, link);
  return true;
}

/* ---- what was said before ------------------------------------------------ */
static bool is_change(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return c->aspects & (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH) && c->cue &&
         c->cue->cls == HD_WORD_CHANGE &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN);
}

/* Has figure k, or the one before it whose change it is, the same first four
 * characters? */
static bool same_head(const hd_linker *l, hd_str name, size_t k) {
  enum { HEAD = 12 };
  for (size_t i = k; name.n >= HEAD && i + 2 > k; i--) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (c->sentence == hd_linker_claim(l, k)->sentence && c->name.n >= HEAD &&
        memcmp(name.p, c->name.p, HEAD) == 0)
      return true;
    if (i == 0)
      break;
  }
  return false;
}

/* 财政拨款收入……比上年减少2389万元。……财政拨款收入支出增加的主要原因: all
 * that was said of that name went the other way, or the one change before. */
static void try_said(reasons *r, const hd_token *verb, hd_str name,
                     uint32_t block) {
  hd_linker *l = r->l;
  size_t k = hd_linker_figure_from(l, verb->span.off), last = HD_NONE;
  size_t low = k > BACK ? k - BACK : 0;
  for (; k-- > low;) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->block + BLOCKS < block ||
        l->text->sentences[c->sentence].cell != HD_NONE ||
        l->doc->blocks[c->block].heading != l->doc->blocks[block].heading)
      break;
    if (!name.n && c->block != block)
      break;
    if (!is_change(l, k) || (name.n && !same_head(l, name, k)))
      continue;
    if (rises(verb) == (c->direction == HD_FLOW_UP))
      return;
    last = last == HD_NONE ? k : last;
    if (!name.n &&
        (k == low || hd_linker_claim(l, k - 1)->sentence != c->sentence))
      break;
  }
  if (last == HD_NONE)
    return;
  hd_link link = link_of(verb, "the change was said before");
  link.increment = hd_linker_ref(l, l->order[last]);
  hd_linker_add(l, link);
}

/* ---- the verbs ----------------------------------------------------------- */
static size_t begins_with(hd_str s, const char *const *words) {
  for (; *words && s.n; words++)
    if (s.p[0] == **words && hd_str_starts(s, hd_str_of(*words)))
      return strlen(*words);
  return 0;
}

static hd_str behind(const hd_linker *l, const hd_token *verb,
                     const hd_sentence *s) {
  return hd_linker_between(l, verb->span.end, s->span.end);
}

/* The noun phrase from the last mark before the verb. */
static hd_str phrase_before(const hd_linker *l, const hd_token *verb,
                            const hd_sentence *s) {
  static const char *const leads[] = {"报告期内", "报告期", "本报告期",
                                      "本期",     "本年度", "本年",
                                      "其中:",    "公司",   NULL};
  enum { FARTHEST = NAME_MOST + 60 }; /* a longer one is no name */
  uint32_t low = s->span.off;
  if (verb->span.off - low > FARTHEST)
    low = verb->span.off - FARTHEST;
  hd_str t = hd_linker_between(l, low, verb->span.off);
  for (size_t i = t.n; i-- > 0;) {
    hd_str rest = {t.p + i, t.n - i};
    bool ascii = *rest.p == ',' || *rest.p == ';' || *rest.p == ':';
    if (ascii || hd_str_starts(rest, HD_STR("。")) ||
        hd_str_starts(rest, HD_STR("、"))) {
      size_t n = ascii ? 1 : 3;
      t = (hd_str){rest.p + n, rest.n - n};
      break;
    }
  }
  t = hd_str_trim(t);
  size_t n = begins_with(t, leads);
  t = hd_str_trim((hd_str){t.p + n, t.n - n});
  for (size_t same = 6; hd_str_ends(t, HD_STR("同比")); same = 6)
    t.n -= same;
  return t;
}

static void try_chinese(reasons *r, const hd_token *verb,
                        const hd_sentence *s) {
  static const char *const words[] = {
      "的主要原因", "的原因",  "主要原因",  "主要系",    "主要是",
      "主要由于",   "是由于",  "系",        "原因",      "主要为",
      ",主要系",    ",主要是", ",主要原因", ",主要由于", NULL};
  if (!begins_with(behind(r->l, verb, s), words))
    return;
  hd_str name = phrase_before(r->l, verb, s);
  if (name.n > NAME_MOST)
    return;
  if (!name.n || !try_row(r, verb, name, LATEST))
    try_said(r, verb, name, s->block);
}

/* The increase in |operating expenses was due to: any two years may be meant.
 */
static void try_noun(reasons *r, const hd_token *verb, const hd_sentence *s) {
  static const char *const ends[] = {
      " was ",      " were ",     " is ",          " reflects ", " reflected ",
      " resulted ", " due ",      " primarily ",   " mainly ",   " for the ",
      " during ",   " compared ", " as compared ", NULL};
  hd_str lead = hd_linker_between(r->l, s->span.off, verb->span.off);
  hd_str t = behind(r->l, verb, s);
  if (!hd_str_is(lead, "The ") || !hd_str_starts(t, HD_STR(" in ")))
    return;
  hd_str name = {t.p + 4, t.n - 4};
  size_t n = name.n;
  for (size_t i = 0; ends[i]; i++) {
    size_t at = hd_str_find(name, hd_str_of(ends[i]));
    n = at < n ? at : n;
  }
  if (n < name.n && n <= NAME_MOST)
    try_row(r, verb, (hd_str){name.p, n}, ANY);
}

/* Working capital and total assets| increased in fiscal |2019. */
static void try_english(reasons *r, const hd_token *verb,
                        const hd_sentence *s) {
  static const char *const when[] = {
      " in fiscal ",   " during fiscal ",  " in ", " during ", " for fiscal ",
      " in the year ", " in fiscal year ", NULL};
  hd_linker *l = r->l;
  hd_str t = behind(l, verb, s);
  size_t n = begins_with(t, when);
  int year = 0;
  for (size_t i = n; n && i < t.n && i < n + 4; i++)
    year = t.p[i] >= '0' && t.p[i] <= '9' ? year * 10 + t.p[i] - '0' : 0;
  if (year < 1900 || year > 2100)
    return;
  hd_str name = hd_linker_between(l, s->span.off, verb->span.off);
  const hd_block *block = &l->doc->blocks[s->block];
  if (block->marker.end > s->span.off && block->marker.end < verb->span.off)
    name = hd_linker_between(l, block->marker.end, verb->span.off);
  name = hd_str_trim(name);
  if (name.n > NAME_MOST)
    return;
  for (size_t joint; (joint = hd_str_find(name, HD_STR(" and "))) != (size_t)-1;
       name = (hd_str){name.p + joint + 5, name.n - joint - 5})
    try_row(r, verb, (hd_str){name.p, joint}, year);
  try_row(r, verb, name, year);
}

void hd_link_reasons(hd_linker *l) {
  reasons r = {.l = l};
  for (size_t i = 0; i < l->text->n_sentences; i++) {
    const hd_sentence *s = &l->text->sentences[i];
    if (s->cell != HD_NONE)
      continue;
    for (uint32_t k = s->first_token; k < s->first_token + s->n_tokens; k++) {
      const hd_token *token = &l->text->tokens[k];
      if (hd_vocabulary_class(l->text->vocabulary, token->word) !=
              HD_WORD_CHANGE ||
          hd_str_is(token->word->value, "flat"))
        continue;
      if (l->doc->lang != HD_LANG_EN) {
        try_chinese(&r, token, s);
      } else {
        try_noun(&r, token, s);
        try_english(&r, token, s);
      }
    }
  }
}
