/* phrase: finds noun phrases beside figures by the words around them.
 *
 * In: a region of a sentence. Out: the span of the phrase. Approach: the
 * phrase begins behind the last word that cannot belong to it (在, 其中, a verb
 * of the stop list, an opening bracket, a date) and loses leading scope
 * words, particles and conjunctions. */
#include "phrase.h"

enum { HAN = 3 }; /* bytes of a Han character */

uint32_t hd_token_from(const hd_text *text, const hd_sentence *s,
                       uint32_t off) {
  uint32_t low = s->first_token, high = s->first_token + s->n_tokens;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (text->tokens[mid].span.off < off)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static bool is_scope(const hd_word *w) {
  return w->cls == HD_WORD_SCOPE || w->cls == HD_WORD_DIVISION;
}

bool hd_phrase_breaks(const hd_word *w) {
  switch (w->cls) {
  case HD_WORD_STOP:
    return hd_str_is(w->value, "stop");
  case HD_WORD_PART:
  case HD_WORD_BASE:
  case HD_WORD_PERIOD:
  case HD_WORD_DISTRIBUTE:
    return true;
  default:
    return false;
  }
}

static uint32_t last_open_bracket(const hd_document *doc, hd_span region) {
  const char *t = doc->text.p;
  uint32_t depth = 0;
  for (uint32_t off = region.end; off > region.off; off--) {
    if (t[off - 1] == ')')
      depth++;
    else if (t[off - 1] == '(' && depth-- == 0)
      return off;
  }
  return region.off;
}

/* “十一五”年均: a name that is a period. */
static bool is_plan(const hd_quantities *q, const hd_quantity *name) {
  if (name->kind != HD_KIND_NAME)
    return false;
  hd_str text = q->text->doc->text;
  hd_str s = {text.p + name->span.off, text.n - name->span.off};
  if (hd_str_starts(s, HD_STR("“")))
    s = (hd_str){s.p + HAN, s.n - HAN};
  if (!hd_str_starts(s, HD_STR("十")))
    return false;
  s = (hd_str){s.p + HAN, s.n - HAN};
  return hd_str_starts(s, HD_STR("五")) ||
         (s.n > HAN &&
          hd_str_starts((hd_str){s.p + HAN, s.n - HAN}, HD_STR("五")));
}

/* 十年|前的: past the word behind a date that belongs to it, at most the
 * region's end. */
static uint32_t past_since(const hd_quantities *q, hd_span region,
                           uint32_t off) {
  static const char *const tails[] = {"前的", "以前", "之前", "以来", "”"};
  if (off >= region.end)
    return region.end;
  hd_str s = {q->text->doc->text.p + off, region.end - off};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (hd_str_starts(s, hd_str_of(tails[i])))
      return off + (uint32_t)strlen(tails[i]);
  return off;
}

/* Behind dates and periods that lie in the region. */
static uint32_t past_dates(const hd_quantities *q, hd_span region) {
  size_t low = hd_quantities_from(q, region.end);
  while (low-- > 0 && q->items[low].span.end > region.off) {
    hd_kind kind = q->items[low].kind;
    if (kind == HD_KIND_ORDINAL && q->items[low].span.end + HAN < region.end &&
        memcmp(q->text->doc->text.p + q->items[low].span.end, "个", HAN) == 0)
      return q->items[low].span.end + HAN; /* 第3|个地区生产总值超 */
    if (kind == HD_KIND_DURATION) {
      uint32_t end = past_since(q, region, q->items[low].span.end);
      if (end > q->items[low].span.end)
        return end;
      if (hd_chinese_time(q, low) < q->items[low].span.off)
        return q->items[low].span.end;
    }
    if (kind == HD_KIND_DATE || kind == HD_KIND_PERIOD ||
        kind == HD_KIND_MARKER || is_plan(q, &q->items[low]))
      return past_since(q, region, q->items[low].span.end);
  }
  return region.off;
}

/* Bytes of what a phrase does not begin with: a mark, a particle, a
 * conjunction, 各类; 0 if nothing of it is there. */
static size_t lead_at(const char *t, size_t n) {
  enum { CIRCLED = 0x2460, LAST_CIRCLED = 0x2473 }; /* ① to ⑳ */
  uint32_t cp, second = 0;
  size_t used = hd_utf8_decode(t, n, &cp);
  if (cp >= CIRCLED && cp <= LAST_CIRCLED)
    return used;
  switch (cp) {
  case ' ':
  case ')':
  case '*':
  case ']':
  case '"':
  case ',':
  case '.':
  case 0x2014: /* — */
  case 0x201c: /* “ */
  case 0x201d: /* ” */
  case 0x3001: /* 、 */
  case 0x300b: /* 》 */
  case 0x4e0e: /* 与 */
  case 0x4e86: /* 了 */
  case 0x521d: /* 初 */
  case 0x53ca: /* 及 */
  case 0x5e95: /* 底 */
  case 0x672b: /* 末 */
  case 0x7684: /* 的 */
    return used;
  case 0x4e2a: /* 第3|个地区生产总值, not 个人 个体 */
    if (used < n)
      hd_utf8_decode(t + used, n - used, &second);
    return second == 0x4eba || second == 0x4f53 || second == 0x7a0e ||
                   second == 0x6027 || second == 0x522b || second == 0
               ? 0
               : used;
  case 0x548c: /* 和, not 和美 和谐 和平 */
    if (used < n)
      hd_utf8_decode(t + used, n - used, &second);
    return second == 0x7f8e || second == 0x8c10 || second == 0x5e73 ? 0 : used;
  case 0x5404: /* 各 */
    if (used < n)
      hd_utf8_decode(t + used, n - used, &second);
    if (second == 0x65cf) /* 各族 */
      return 0;
    return second == 0x7c7b || second == 0x79cd || second == 0x9879
               ? 2 * used /* 各类 各种 各项 */
               : used;
  default:
    return 0;
  }
}

static uint32_t past_lead(const hd_document *doc, uint32_t off, uint32_t end) {
  size_t n;
  while (off < end && (n = lead_at(doc->text.p + off, end - off)) > 0)
    off += (uint32_t)n;
  return off;
}

/* 节水增粮|推进|县, 城市|建成|区: a verb inside a name, before its last
 * character, ends nothing; `previous` is the token before it. */
static bool inside_name(const hd_text *text, uint32_t i, uint32_t first,
                        hd_span region) {
  const hd_token *token = &text->tokens[i];
  const char *t = text->doc->text.p;
  bool scoped = i > first && text->tokens[i - 1].span.end == token->span.off &&
                is_scope(text->tokens[i - 1].word);
  return token->word->cls == HD_WORD_STOP && token->word->text.n == 2 * HAN &&
         region.end - token->span.end == HAN &&
         (unsigned char)t[token->span.end] >= 0xE4 &&
         token->span.off >= region.off + HAN &&
         (unsigned char)t[token->span.off - HAN] >= 0xE4 && !scoped;
}

bool hd_phrase_joins(hd_str verb) {
  static const char *const verbs[] = {"建设", "改造", "提升", "整治",
                                      "培育", "发展", "组成", NULL};
  return hd_str_is_any(verb, verbs);
}

/* 水利|建设|投资, 和美乡村|建设|覆盖率, 步行便捷性|提升|项目: a verb between
 * two nouns that makes a name of both; `start`: where the phrase began so far.
 */
static bool joins_names(const hd_vocabulary *v, const hd_text *text,
                        const hd_token *token, uint32_t start, hd_span region) {
  static const char *const heads[] = {"项目", "工程", "行动", "任务",
                                      "部门", "资金", "基地", "中心",
                                      "规划", "试点", NULL};
  const char *t = text->doc->text.p;
  hd_str rest = {t + token->span.end, region.end - token->span.end};
  uint32_t first = past_lead(text->doc, start, token->span.off);
  if (!hd_phrase_joins(token->word->text) ||
      token->span.off < first + 2 * HAN ||
      (unsigned char)t[token->span.off - HAN] < 0xE4 ||
      hd_vocabulary_verb(v, t, first, token->span.off))
    return false;
  return hd_str_is_any(rest, heads) ||
         hd_vocabulary_find(v, rest, HD_WORD_INDICATOR);
}

/* Does a phrase begin behind the word where it stands at its head? */
static bool may_lead(const hd_word *w) {
  return is_scope(w) || w->cls == HD_WORD_MODALITY ||
         w->cls == HD_WORD_CONJUNCTION ||
         (w->cls == HD_WORD_ASPECT && !(w->text.n == HAN && /* not 居|民 */
                                        hd_str_is(w->value, "rank")));
}

/* 和美, 和谐: no conjunction. */
static bool is_harmony(const hd_text *text, const hd_token *token) {
  return hd_str_is(token->word->text, "和") &&
         lead_at(text->doc->text.p + token->span.off,
                 text->doc->text.n - token->span.off) == 0;
}

/* How deep in brackets the walk over a region's tokens is; no bracket is open
 * at its end. */
typedef struct {
  uint32_t at, depth;
  bool any; /* are there brackets? */
} bracket_walk;

/* 总产值|(包括村办工业): words in brackets end nothing. */
static bool in_bracket(const char *t, uint32_t off, bracket_walk *b) {
  for (; b->any && b->at < off; b->at++) {
    b->depth += t[b->at] == '(';
    b->depth -= t[b->at] == ')' && b->depth;
  }
  return b->depth > 0;
}

static void walk_tokens(const hd_vocabulary *v, const hd_text *text,
                        const hd_sentence *s, hd_span region, uint32_t *start,
                        hd_phrase *p) {
  static const uint16_t taken = HD_ASPECT_NEW | HD_ASPECT_CUMULATIVE |
                                HD_ASPECT_AVERAGE | HD_ASPECT_INCREMENT;
  const char *t = text->doc->text.p;
  uint32_t end = s->first_token + s->n_tokens;
  bracket_walk brackets = {.at = *start};
  brackets.any = memchr(t + *start, '(', region.end - *start);
  for (uint32_t i = hd_token_from(text, s, region.off); i < end; i++) {
    const hd_token *token = &text->tokens[i];
    if (token->span.end > region.end)
      break;
    if (in_bracket(t, token->span.off, &brackets))
      continue;
    if (token->word->cls == HD_WORD_PART)
      p->part = token;
    if (is_scope(token->word))
      p->scope = token;
    if (token->word->cls == HD_WORD_ASPECT)
      p->aspects |= hd_aspect_of(token->word->value) & taken;
    if (hd_phrase_breaks(token->word) && token->span.end > *start &&
        token->span.end < region.end &&
        !inside_name(text, i, s->first_token, region) &&
        !joins_names(v, text, token, *start, region)) {
      *start = token->span.end;
      p->stop = token;
    } else if (may_lead(token->word) && !is_harmony(text, token) &&
               token->span.off == past_lead(text->doc, *start, region.end)) {
      *start = token->span.end;
    }
  }
}

/* Past 又, 已, 能 before a verb or before nothing. */
static uint32_t past_adverb(const hd_vocabulary *v, const char *t, uint32_t off,
                            uint32_t end) {
  static const char *const adverbs[] = {
      "又",   "已", "还", "均", "也",   "再",   "共",   "各",   "均已",
      "共同", "能", "可", "拟", "就",   "都",   "要",   "将",   "会",
      "应",   "须", "需", "只", "必须", "应当", "能够", "可以", "就要"};
  for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs && off < end; i++) {
    if (t[off] != adverbs[i][0])
      continue;
    uint32_t n = (uint32_t)strlen(adverbs[i]);
    if (off + n > end || memcmp(t + off, adverbs[i], n) != 0)
      continue;
    if (off + n == end || hd_vocabulary_verb(v, t, off + n, end))
      return off + n;
  }
  return off;
}

/* Takes the verbs off the phrase's head that govern it. */
static uint32_t past_verbs(const hd_document *doc, const hd_vocabulary *v,
                           uint32_t off, uint32_t end, hd_phrase *p) {
  const char *t = doc->text.p;
  for (;;) {
    off = past_adverb(v, t, past_lead(doc, off, end), end);
    const hd_word *w = hd_vocabulary_verb(v, t, off, end);
    if (!w)
      return off;
    p->verb = (hd_span){off, off + (uint32_t)w->text.n};
    off = p->verb.end;
  }
}

/* 剔除价格因素后的|国内生产总值: behind how the figure is reckoned. */
static uint32_t past_adjustment(const char *t, uint32_t off, uint32_t end) {
  static const char *const heads[] = {"剔除", "扣除", "扣减", NULL};
  static const char after[] = "后的";
  enum { SECOND = 0x89 }; /* byte of 剔 and 扣 */
  hd_str s = {t + off, end - off};
  if (s.n < 3 || (unsigned char)s.p[1] != SECOND ||
      !hd_str_starts_any(s, heads))
    return off;
  size_t at = hd_str_find(s, hd_str_of(after));
  return at < s.n ? off + (uint32_t)(at + strlen(after)) : off;
}

/* 全部建成|后|增加的纺锭: past what says when. */
static uint32_t past_after(const char *t, uint32_t off, uint32_t end) {
  static const char *const words[] = {"后,",  "以后", "之后", "后增", "后的",
                                      "后可", "后将", "后新", NULL};
  hd_str s = {t + off, end - off};
  size_t n = hd_str_starts_any(s, words);
  return n == 0 ? off
                : off + (hd_str_starts(s, HD_STR("后")) ? HAN : (uint32_t)n);
}

/* 增长、达: the word of change belongs to the figure before it and names
 * nothing. Is [off, end) such a word and a mark? */
static bool is_spent_change(const hd_text *text, const hd_sentence *s,
                            uint32_t off, uint32_t end) {
  const char *t = text->doc->text.p;
  if (end < off + 3 || memcmp(t + end - 3, "、", 3) != 0)
    return false;
  uint32_t i = hd_token_from(text, s, off), last = s->first_token + s->n_tokens;
  return i < last && text->tokens[i].word->cls == HD_WORD_CHANGE &&
         text->tokens[i].span.off == off && text->tokens[i].span.end == end - 3;
}

void hd_phrase_before(const hd_quantities *q, const hd_vocabulary *v,
                      const hd_sentence *s, hd_span region, hd_phrase *phrase) {
  const hd_text *text = q->text;
  *phrase = (hd_phrase){0};
  uint32_t start = last_open_bracket(text->doc, region);
  uint32_t dates = past_dates(q, region);
  if (dates > start)
    start = dates;
  walk_tokens(v, text, s, region, &start, phrase);
  if (phrase->stop && phrase->stop->span.end == start &&
      phrase->stop->word->cls == HD_WORD_STOP)
    phrase->verb = phrase->stop->span;
  if (phrase->stop && phrase->stop->span.end == start)
    start = past_after(text->doc->text.p, start, region.end);
  start = past_adjustment(text->doc->text.p, start, region.end);
  start = past_verbs(text->doc, v, start, region.end, phrase);
  if (is_spent_change(text, s, start, region.end))
    start = region.end;
  phrase->span = (hd_span){start, region.end > start ? region.end : start};
}
