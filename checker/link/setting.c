/* setting: reads what a passage says about all of its figures.
 *
 * In: the text. Out: a setting for each claim. One walk over the sentences:
 * words of zh/setting that name a level of government, an account, people or a
 * span of years hold on to the end of their block. What the first sentence of a
 * block is of holds for the blocks behind it that name no level (the items of
 * 主要项目执行 情况如下), up to the next heading as high. */
#include "setting.h"
#include "../text/vocabulary.h"
#include "setting_report.h"

enum { HAN = 3 };

typedef struct {
  hd_linker *l;
  hd_setting now;
  hd_setting lead;     /* what holds for blocks that say nothing themselves */
  uint32_t lead_level; /* of the heading it stands under, 0: none */
  uint32_t claim;      /* the next to be given its setting */
  uint32_t told;       /* the first of the sentence */
  uint32_t block;
  uint32_t head;  /* the first claim of the sentence */
  bool among;     /* it begins with 其中 */
  bool approved;  /* the block speaks of what was approved */
  bool placed;    /* the block has named a level of government */
  uint32_t first; /* its first claim */
  hd_reports *reports;
} reader;

static uint32_t key(const char *p, size_t n) {
  return (uint32_t)(hd_hash(p, n) | 1);
}

static bool stands(const reader *r, hd_span s, uint32_t at, const char *word) {
  size_t n = strlen(word);
  return at >= s.off && at + n <= s.end &&
         memcmp(r->l->doc->text.p + at, word, n) == 0;
}

/* The first of the words that stands at `at`; NULL. */
static const char *any_at(const reader *r, hd_span s, uint32_t at,
                          const char *const *words) {
  for (size_t i = 0; words[i]; i++)
    if (stands(r, s, at, words[i]))
      return words[i];
  return NULL;
}

/* The word of zh/setting that stands at `at`, NULL for none. */
static const hd_word *word_at(const reader *r, hd_span s, uint32_t at) {
  return at < s.end
             ? hd_vocabulary_setting_at(r->l->text->vocabulary,
                                        r->l->doc->text.p + at, s.end - at)
             : NULL;
}

static bool is_kind(const hd_word *w, const char *kind) {
  return w && hd_str_is(w->value, kind);
}

static bool is_mark(char c) {
  return c == ',' || c == ';' || hd_ascii_is_digit(c);
}

/* Does the clause go on with what a treasury counts? 市级|财政收入, not 市级|
 * 重点项目. */
static bool is_fiscal(const reader *r, hd_span s, uint32_t at) {
  enum { MOST = 36 };
  uint32_t end = at + MOST < s.end ? at + MOST : s.end;
  const char *t = r->l->doc->text.p;
  while (at < end && !is_mark(t[at])) {
    const hd_word *w = word_at(r, s, at);
    if (is_kind(w, "fiscal") || is_kind(w, "account") || is_kind(w, "fund"))
      return true;
    at += (unsigned char)t[at] < 0x80 ? 1 : HAN;
  }
  return false;
}

static void set_place(reader *r, uint32_t place) {
  r->now.place = place;
  r->placed = true;
}

/* 市级, 市本级, 本级: a level of government. */
static void read_level(reader *r, hd_span s, uint32_t at, const hd_word *w) {
  static const char *const not_before[] = {"城", "国", "都", "超", "上", NULL};
  if (!any_at(r, s, at - HAN, not_before) &&
      is_fiscal(r, s, at + (uint32_t)w->text.n))
    set_place(r, key(w->extra.p, w->extra.n));
}

/* 中央|财政收入, 全国|一般公共预算收入: whose accounts a sentence is of that
 * begins with it. */
static void read_tier(reader *r, hd_span s, uint32_t at, const hd_word *w) {
  enum { NUMBER = 6 }; /* bytes of (1) */
  uint32_t low = s.off + NUMBER < at ? at : s.off;
  bool begins = at == s.off || (low < at && r->l->doc->text.p[at - 1] == ')');
  if (begins && is_fiscal(r, s, at + (uint32_t)w->text.n))
    set_place(r, w->extra.n ? key(w->extra.p, w->extra.n) : 0);
}

/* Does a clause begin at `at`? */
static bool opens(const reader *r, hd_span s, uint32_t at) {
  if (at == s.off)
    return true;
  switch (r->l->doc->text.p[at - 1]) {
  case ',':
  case ';':
  case ':':
  case '.':
  case ')':
  case ' ':
    return true;
  default:
    return false;
  }
}

/* 县, 市, 区, 旗: the last character of a place's name. */
static bool ends_name(uint32_t cp) {
  return cp == 0x53BF || cp == 0x5E02 || cp == 0x533A || cp == 0x65D7;
}

/* 高新区|完成, 乌恰县|地区生产总值: one of the report's parts, at the beginning
 * of its clause. */
static void read_part(reader *r, hd_span s, uint32_t at) {
  static const char *const not_names[] = {"全", "我", "本", "各",   "城", "都",
                                          "省", "两", "个", "我们", NULL};
  enum { LEAST = 2, MOST = 7 };
  const unsigned char *t = (const unsigned char *)r->l->doc->text.p;
  uint32_t end = at;
  for (int n = 1; n <= MOST && end + HAN <= s.end && t[end] >= 0xE3;
       n++, end += HAN) {
    if (n < LEAST || !ends_name(hd_utf8_three(t + end)) ||
        any_at(r, s, end - HAN, not_names))
      continue;
    const hd_word *w = word_at(r, s, end + HAN);
    if (is_kind(w, "tells") || is_kind(w, "fiscal") || is_kind(w, "account")) {
      if (!any_at(r, s, at, not_names))
        set_place(r, key((const char *)t + at, end - at));
      return;
    }
  }
}

/* Is what stands at `at` only spoken of: 占|一般公共预算支出的比重, 调入|…? */
static bool is_aside(const reader *r, hd_span s, uint32_t at) {
  static const char *const verbs[] = {"占", "调", "补", "入", "向", "到",
                                      "从", "由", "与", "及", "和", NULL};
  return any_at(r, s, at - HAN, verbs) != NULL;
}

static void read_account(reader *r, hd_span s, uint32_t at, const hd_word *w) {
  if (!is_aside(r, s, at))
    r->now.account = key(w->extra.p, w->extra.n);
}

/* 失业|保险基金, 城乡居民基本医疗|保险基金 */
static void read_fund(reader *r, hd_span s, uint32_t at) {
  enum { MOST = 5 * HAN };
  uint32_t low = at > s.off + MOST ? at - MOST : s.off;
  low = (uint32_t)hd_utf8_floor(r->l->doc->text.p, low);
  r->now.account = key(r->l->doc->text.p + low, at - low);
}

/* 农村牧区常住|居民, 城镇|居民 */
static void read_people(reader *r, hd_span s, uint32_t at) {
  static const char *const names[] = {"城镇", "农村", "城乡", "全体", NULL};
  enum { MOST = 6 };
  for (uint32_t n = 2; n <= MOST && at >= s.off + n * HAN; n++) {
    const char *name = any_at(r, s, at - n * HAN, names);
    if (name) {
      r->now.people = key(name, 2 * HAN);
      return;
    }
  }
}

/* “十四五”时期: years that are told as one; “十四五”末 is a day. */
static void read_plan(reader *r, hd_span s, uint32_t at, const hd_word *w) {
  static const char *const days[] = {"末",   "规划",   "开局",
                                     "收官", "以来末", NULL};
  uint32_t end = at + (uint32_t)w->text.n;
  if (stands(r, s, end, "”") || stands(r, s, end, "\""))
    end += r->l->doc->text.p[end] == '"' ? 1 : HAN;
  r->now.years = any_at(r, s, end, days) ? 0 : key(w->extra.p, w->extra.n);
}

/* Do the words right before the figure say that it was done? */
static bool is_done(const reader *r, const hd_claim *c) {
  static const char *const words[] = {"完成", "执行", "实现", "实际",
                                      "决算", "达",   NULL};
  enum { NEAR = 8 * HAN };
  uint32_t end = r->l->q->items[c->quantity].span.off;
  uint32_t low = r->l->text->clauses[c->clause].span.off;
  if (end > low + NEAR)
    low = end - NEAR;
  return hd_str_has_any(hd_linker_between(r->l, low, end), words);
}

static bool is_same(const hd_setting *a, const hd_setting *b) {
  return a->place == b->place && a->account == b->account &&
         a->people == b->people && a->years == b->years && a->head == b->head &&
         a->among == b->among && a->plan == b->plan && a->report == b->report;
}

static void put(reader *r, uint32_t quantity, hd_setting setting) {
  hd_settings *all = r->l->settings;
  if (!all->items.n || !is_same(&all->items.items[all->items.n - 1], &setting))
    HD_PUSH(r->l->own, &all->items, setting);
  all->of[quantity] = (uint32_t)all->items.n - 1;
}

/* 收入为27.8亿元,与备案预算一致: what was approved is what the sentence has
 * told, and what the block goes on to tell. */
static void approve(reader *r) {
  r->approved = true;
  for (uint32_t i = r->told; i < r->claim; i++) {
    const hd_claim *c = &r->l->claims->items[i];
    hd_setting approved = *hd_setting_of(r->l, i);
    approved.plan = c->is_claim && !is_done(r, c);
    put(r, i, approved);
  }
  r->told = r->claim; /* said again, it changes nothing */
}

static void read_word(reader *r, hd_span s, uint32_t at, const hd_word *w) {
  if (is_kind(w, "own")) {
    set_place(r, 0);
    r->now.people = 0;
  } else if (is_kind(w, "level")) {
    read_level(r, s, at, w);
  } else if (is_kind(w, "tier")) {
    read_tier(r, s, at, w);
  } else if (is_kind(w, "account")) {
    read_account(r, s, at, w);
  } else if (is_kind(w, "fund")) {
    read_fund(r, s, at);
  } else if (is_kind(w, "people")) {
    read_people(r, s, at);
  } else if (is_kind(w, "plan")) {
    read_plan(r, s, at, w);
  } else if (is_kind(w, "approved")) {
    approve(r);
  } else if (is_kind(w, "years")) {
    r->now.years = key(w->extra.p, w->extra.n);
  }
}

/* A year that is said ends the span of years. */
static bool is_year(const hd_quantity *q) {
  return q->kind == HD_KIND_PERIOD && q->form != HD_PERIOD_RELATIVE &&
         q->first.year > 0;
}

static void give(reader *r, uint32_t off) {
  const hd_quantities *q = r->l->q;
  for (; r->claim < q->n && q->items[r->claim].span.off <= off; r->claim++) {
    const hd_claim *c = &r->l->claims->items[r->claim];
    if (is_year(&q->items[r->claim]))
      r->now.years = 0;
    hd_setting own = r->now;
    own.head = r->head;
    own.among = r->among;
    own.plan = c->is_claim && r->approved && !is_done(r, c);
    put(r, r->claim, own);
    if (c->is_claim && r->head == HD_NONE)
      r->head = r->claim;
  }
}

/* 其中 goes on with what the sentence before began. */
static void enter_sentence(reader *r, const hd_sentence *s) {
  r->among = stands(r, s->span, s->span.off, "其中");
  if (!r->among)
    r->head = HD_NONE;
  r->told = r->claim;
}

/* Reads the words of zh/setting in the sentence, each for the figures behind
 * it, and the name that a clause begins with. */
static void read_sentence(reader *r, const hd_sentence *s) {
  const char *t = r->l->doc->text.p;
  uint32_t at = s->span.off;
  enter_sentence(r, s);
  while (at < s->span.end) {
    size_t skip;
    if ((unsigned char)t[at] < 0xE3) {
      at++;
      continue;
    }
    const hd_word *w = hd_vocabulary_setting(r->l->text->vocabulary, t + at,
                                             s->span.end - at, &skip);
    if (opens(r, s->span, at)) {
      give(r, at);
      read_part(r, s->span, at);
    }
    at += (uint32_t)skip;
    if (w) {
      give(r, at);
      read_word(r, s->span, at, w);
    }
    if (at < s->span.end && (unsigned char)t[at] >= 0xE3)
      at += HAN;
  }
  give(r, s->span.end);
}

static uint32_t level_of(const hd_block *b) {
  return b->kind == HD_BLOCK_TITLE || b->kind == HD_BLOCK_HEADING
             ? b->level + 1u
             : 0;
}

/* Does a heading end what the lead is of? One with the number 1 begins the
 * parts of what stands before it. */
static bool ends_lead(const reader *r, const hd_block *b) {
  uint32_t level = level_of(b);
  return level &&
         (level < r->lead_level || (level == r->lead_level && b->number != 1));
}

static void enter_block(reader *r, uint32_t block) {
  r->block = block;
  r->placed = r->approved = false;
  r->head = HD_NONE;
  r->first = r->claim;
  if (ends_lead(r, &r->l->doc->blocks[block])) {
    r->lead = (hd_setting){0};
    r->lead_level = 0;
  }
  r->now = r->lead;
  r->now.report = hd_reports_at(r->reports, r->l, block);
  r->now.people = r->now.years = 0;
}

/* The level that a block begins with is what the next are of, too. */
static void note_lead(reader *r, const hd_sentence *s) {
  const hd_block *b = &r->l->doc->blocks[r->block];
  bool begins = s->span.off <= b->body.off || r->claim == r->first;
  if (!r->placed || !begins)
    return;
  r->lead = r->now;
  r->lead_level = level_of(b);
  if (!r->lead_level && b->heading != HD_NONE)
    r->lead_level = level_of(&r->l->doc->blocks[b->heading]);
}

/* Does a sentence stand behind all figures of its block? Then what it says
 * holds for none; the first one may say what later blocks are of. */
static bool is_behind_all(const reader *r, const hd_sentence *s) {
  const hd_quantities *q = r->l->q;
  const hd_block *b = &r->l->doc->blocks[s->block];
  return r->claim != r->first && s->span.off > b->body.off &&
         (r->claim == q->n || q->items[r->claim].span.off >= b->span.end);
}

void hd_setting_read(hd_linker *l) {
  l->settings = NULL;
  if (l->doc->lang == HD_LANG_EN || !l->q->n)
    return;
  l->settings = HD_NEW(l->own, hd_settings);
  l->settings->of = hd_arena_alloc(l->own, l->q->n * sizeof(uint32_t));
  /* of no sentence: cells */
  HD_PUSH(l->own, &l->settings->items, ((hd_setting){.head = HD_NONE}));
  reader r = {.l = l, .block = HD_NONE, .reports = hd_reports_new(l->own)};
  for (size_t i = 0; i < l->text->n_sentences; i++) {
    const hd_sentence *s = &l->text->sentences[i];
    if (s->cell != HD_NONE)
      continue;
    if (s->block != r.block)
      enter_block(&r, s->block);
    while (r.claim < l->q->n && l->q->items[r.claim].span.off < s->span.off)
      r.claim++;
    if (is_behind_all(&r, s))
      continue;
    read_sentence(&r, s);
    note_lead(&r, s);
  }
}
