/* topic: a noun phrase cut into what is described and what is measured.
 *
 * In: the phrase's span. Out: subject and indicator slots (normalised text)
 * and the topic hash. The indicator is the longest word of the lexicon at the
 * phrase's end (技改投资额: subject 技改, indicator 投资额); a phrase without
 * one is a subject whose indicator is `count`. */
#include "slots.h"
#include <strings.h>

/* The end of the bracket that opens at i, with the blank behind it; i where
 * it does not close. */
static size_t past_bracket(hd_str s, size_t i) {
  size_t end = i;
  while (end < s.n && s.p[end] != ')')
    end++;
  if (end == s.n)
    return i;
  return end + 1 < s.n && s.p[end + 1] == ' ' ? end + 2 : end + 1;
}

/* The text of a span without blanks, quotes and 的; short: at most 60 bytes
 * from its end, cut at a code point. */
static hd_str normalise(hd_claim_reader *r, hd_span span) {
  hd_str s = hd_document_text(r->doc, span);
  char *out = hd_arena_alloc(r->arena, s.n + 1);
  size_t n = 0;
  bool english = false;
  for (size_t i = 0; i < s.n;) {
    enum { HAN = 3, FIRST = 0xE5, LAST = 0xE9 }; /* of U+5000 to U+9FFF */
    unsigned char lead = (unsigned char)s.p[i];
    if (lead >= FIRST && lead <= LAST && i + HAN < s.n) { /* most of them */
      memcpy(out + n, s.p + i, HAN);
      n += HAN;
      i += HAN;
      english = false;
      continue;
    }
    uint32_t cp;
    size_t len = hd_utf8_decode(s.p + i, s.n - i, &cp);
    size_t past = r->lang == HD_LANG_EN && cp == '(' ? past_bracket(s, i) : i;
    if (past > i) {
      i = past;
      continue;
    }
    bool letter = hd_cp_is_letter(cp);
    bool kept = english || (r->lang == HD_LANG_EN && n && out[n - 1] != ' ');
    bool drop = cp == ' ' ? !kept
                          : cp == '*' || cp == '"' || cp == '_' ||
                                cp == 0x201C || cp == 0x201D;
    if (cp == 0x7684 && i + len == s.n) /* a last 的 */
      drop = true;
    if (!drop) {
      memcpy(out + n, s.p + i, len);
      if (len == 1 && out[n] >= 'A' && out[n] <= 'Z' && r->lang == HD_LANG_EN)
        out[n] = (char)(out[n] | 0x20);
      n += len;
    }
    english = letter || (english && cp < 0x80);
    i += len;
  }
  return hd_str_trim((hd_str){out, n});
}

static hd_slot slot(hd_claim_reader *r, hd_span span, hd_provenance from) {
  if (hd_span_empty(span))
    return (hd_slot){.span = span};
  return (hd_slot){span, from, normalise(r, span)};
}

/* Takes a bracket at the subject's end off it: 中欧班列(长沙). */
static hd_span take_qualifier(hd_claim_reader *r, hd_span subject,
                              hd_claim *claim) {
  const char *t = r->doc->text.p;
  uint32_t end = subject.end;
  if (end <= subject.off || t[end - 1] != ')')
    return subject;
  uint32_t open = end - 1;
  while (open > subject.off && t[open] != '(')
    open--;
  if (t[open] != '(' || open == subject.off)
    return subject;
  hd_slot *qualifier = HD_NEW(r->arena, hd_slot);
  *qualifier = slot(r, (hd_span){open + 1, end - 1}, HD_FROM_CLAUSE);
  claim->qualifier = qualifier;
  return (hd_span){subject.off, open};
}

/* Adverbs between subject and indicator: 中欧班列共|发运. */
static hd_span drop_adverbs(const hd_claim_reader *r, hd_span subject) {
  static const uint32_t adverbs = 1u << HD_WORD_TOTAL | 1u << HD_WORD_ASPECT |
                                  1u << HD_WORD_STOP | 1u << HD_WORD_REACH;
  for (;;) {
    const hd_word *w = hd_claim_ending(r, subject.off, subject.end, adverbs);
    hd_str s = hd_document_text(r->doc, subject);
    if (!w || w->text.n >= s.n || hd_str_is(w->value, "none") ||
        (w->text.n <= 3 && !hd_str_is(w->text, "共")) ||
        hd_phrase_joins(w->text) ||
        hd_str_ends(s, HD_STR("公共"))) /* 公共|投资 */
      return subject;
    subject.end -= (uint32_t)w->text.n;
  }
}

/* 实际|国内生产总值: a word that only says how is no subject. */
static bool is_adverb(const hd_claim_reader *r, hd_span subject) {
  static const char *const adverbs[] = {
      "共", "就",   "也",   "也只", "只", "就要", "大",   "都",
      "均", "则",   "要",   "再",   "还", "又",   "即",   "才",
      "仍", "中间", "上述", "原定", "其", "该",   "之前", NULL};
  hd_str s = hd_document_text(r->doc, subject);
  const hd_word *w = hd_vocabulary_find(r->v, s, HD_WORD_STOP);
  return (w && hd_str_is(w->value, "tail")) || hd_str_is_any(s, adverbs);
}

/* 一、常住人口|全区常住人口: a heading that ran into its sentence says the
 * measure twice. */
static hd_span said_once(const hd_claim_reader *r, hd_span subject,
                         hd_str measure) {
  enum { LEAST = 9 };
  hd_str s = hd_document_text(r->doc, subject);
  if (measure.n < LEAST || !hd_str_starts(s, measure))
    return subject;
  subject.off += (uint32_t)measure.n;
  const hd_word *w = hd_vocabulary_find(r->v, hd_document_text(r->doc, subject),
                                        HD_WORD_SCOPE);
  return w ? (hd_span){subject.end, subject.end} : subject;
}

static bool han_in(const hd_document *doc, uint32_t off, uint32_t end) {
  while (off < end) {
    uint32_t cp;
    off += (uint32_t)hd_utf8_decode(doc->text.p + off, end - off, &cp);
    if (hd_cp_is_han(cp) || hd_cp_is_letter(cp))
      return true;
  }
  return false;
}

/* Is there a word in [off, end) that no token and no date covers? */
static bool has_residue(const hd_claim_reader *r, const hd_sentence *s,
                        uint32_t off, uint32_t end, uint32_t figure) {
  uint32_t last = s->first_token + s->n_tokens;
  uint32_t first_figure = figure;
  while (first_figure > 0 && r->q->items[first_figure - 1].span.off >= off)
    first_figure--;
  for (uint32_t i = hd_token_from(r->text, s, off); off < end;) {
    while (first_figure < figure && r->q->items[first_figure].span.end <= off)
      first_figure++;
    uint32_t next = end, past = end;
    if (i < last && r->text->tokens[i].span.off < next) {
      next = r->text->tokens[i].span.off;
      past = r->text->tokens[i].span.end;
    }
    if (first_figure < figure && r->q->items[first_figure].span.off <= next) {
      next = r->q->items[first_figure].span.off;
      past = r->q->items[first_figure].span.end;
    }
    if (next > off && han_in(r->doc, off, next))
      return true;
    off = past > off ? past : off + 1;
    while (i < last && r->text->tokens[i].span.off < off)
      i++;
  }
  return false;
}

/* 从总量上看, 数据显示: a clause that says by whom or in which respect. */
static bool is_frame(const hd_claim_reader *r, hd_span clause) {
  const hd_word *w =
      hd_claim_ending(r, clause.off, clause.end, 1u << HD_WORD_STOP);
  return w && hd_str_is(w->value, "frame");
}

bool hd_topic_anchored(const hd_claim_reader *r, const hd_claim *c,
                       uint32_t off) {
  enum { MOST = 3, REACH = 400 }; /* clauses, bytes looked back at */
  const hd_sentence *s = &r->text->sentences[c->sentence];
  if (c->clause - s->first_clause > MOST || off - s->span.off > REACH)
    return false;
  for (uint32_t i = s->first_clause; i < c->clause; i++) {
    const hd_clause *clause = &r->text->clauses[i];
    if (is_frame(r, clause->span))
      continue;
    if (has_residue(r, s, clause->span.off, clause->span.end, c->quantity))
      return false;
  }
  uint32_t from = r->text->clauses[c->clause].span.off;
  const hd_block *block = &r->doc->blocks[c->block];
  if (from < block->marker.end && block->marker.end < off)
    from = block->marker.end;
  return !has_residue(r, s, from, off, c->quantity);
}

/* Subject and indicator as one phrase; English words stay apart. */
static void name(hd_claim_reader *r, hd_claim *claim) {
  hd_str a = claim->subject.text, b = claim->indicator.text;
  size_t blank = r->lang == HD_LANG_EN && a.n && b.n;
  char *p = hd_arena_alloc(r->arena, a.n + blank + b.n + 1);
  if (a.n)
    memcpy(p, a.p, a.n);
  if (blank)
    p[a.n] = ' ';
  if (b.n)
    memcpy(p + a.n + blank, b.p, b.n);
  claim->name = (hd_str){p, a.n + blank + b.n};
}

/* re-employment: the word is the end of a longer one. */
static bool hyphenated(const hd_claim_reader *r, hd_span phrase,
                       const hd_word *w) {
  uint32_t at = phrase.end - (uint32_t)w->text.n;
  return at > phrase.off && r->doc->text.p[at - 1] != ' ';
}

/* The start of a measure with what only says how it is taken: median | monthly
 * fee, total | net sales. */
static uint32_t with_manner(const hd_claim_reader *r, uint32_t low,
                            uint32_t cut) {
  static const char *const words[] = {
      "monthly",      "annual",    "daily",    "weekly",   "yearly",
      "quarterly",    "median",    "mean",     "average",  "total",
      "net",          "gross",     "maximum",  "minimum",  "upper",
      "lower",        "overall",   "combined", "crude",    "adjusted",
      "age-adjusted", "estimated", "absolute", "relative", "largest",
      "highest",      "lowest",    "smallest"};
  const char *t = r->doc->text.p;
  for (bool more = r->lang == HD_LANG_EN; more;) {
    more = false;
    uint32_t end = cut;
    while (end > low && t[end - 1] == ' ')
      end--;
    for (size_t i = 0; i < sizeof words / sizeof *words && !more; i++) {
      uint32_t n = (uint32_t)strlen(words[i]);
      if (end >= low + n && strncasecmp(t + end - n, words[i], n) == 0 &&
          (end == low + n || t[end - n - 1] == ' ')) {
        cut = end - n;
        more = true;
      }
    }
  }
  return cut;
}

/* The end of a phrase before its 's. */
static uint32_t without_possessive(const hd_claim_reader *r, hd_span span) {
  static const char *const tails[] = {"'s", "\xE2\x80\x99s", "'",
                                      "\xE2\x80\x99"};
  uint32_t end = span.end;
  while (end > span.off && r->doc->text.p[end - 1] == ' ')
    end--;
  hd_str s = {r->doc->text.p + span.off, end - span.off};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (hd_str_ends(s, hd_str_of(tails[i])))
      return end - (uint32_t)strlen(tails[i]);
  return span.end;
}

/* Is 卫生健康|支出 one name? Not where somebody spends. */
static bool is_one_name(const hd_claim_reader *r, hd_span phrase,
                        const hd_word *w) {
  static const char *const spenders[] = {"居民", "企业", "公司",
                                         "人均", "经费", NULL};
  static const char level[] = "财政支出"; /* 中央|财政支出 */
  if (r->lang == HD_LANG_EN || !w || !hd_str_is(w->text, "支出"))
    return false;
  hd_str s = hd_document_text(r->doc, phrase);
  if (s.n > strlen(level) && hd_str_ends(s, hd_str_of(level)))
    return false;
  return !hd_str_has_any(s, spenders);
}

/* 重点项目|落地、|投资: the end of the noun before what is said of it. */
static uint32_t without_deed(const hd_claim_reader *r, hd_span subject) {
  enum { HAN = 3, LEAST = 12 };
  hd_str s = hd_document_text(r->doc, subject);
  if (!hd_str_ends(s, HD_STR("、")))
    return subject.end;
  hd_span rest = {subject.off, subject.end - HAN};
  const hd_word *w = hd_claim_ending(r, rest.off, rest.end,
                                     1u << HD_WORD_VERB | 1u << HD_WORD_STOP |
                                         1u << HD_WORD_INDICATOR);
  bool verb = w && w->cls != HD_WORD_INDICATOR &&
              !hd_str_is(w->value, "none") &&
              rest.end - rest.off >= w->text.n + LEAST;
  return rest.end - (verb ? (uint32_t)w->text.n : 0);
}

/* 对东盟|出口, 自美国|进口: with whom, no subject but a scope. */
static void take_partner(hd_claim_reader *r, hd_span *subject,
                         hd_span indicator, hd_provenance from,
                         hd_claim *claim) {
  static const char *const leads[] = {"对", "自", "与", "向"};
  static const char *const trades[] = {"出口", "进口", "进出口", "贸易",
                                       "投资", "顺差", "逆差"};
  hd_str s = hd_document_text(r->doc, *subject);
  hd_str measure = hd_document_text(r->doc, indicator);
  bool trade = false;
  for (size_t i = 0; i < sizeof trades / sizeof *trades; i++)
    trade = trade || hd_str_starts(measure, hd_str_of(trades[i])) ||
            hd_str_ends(measure, hd_str_of(trades[i]));
  for (size_t i = 0; trade && i < sizeof leads / sizeof *leads; i++) {
    size_t n = strlen(leads[i]);
    if (s.n <= n || !hd_str_starts(s, hd_str_of(leads[i])))
      continue;
    hd_span whom = {subject->off + (uint32_t)n, subject->end};
    if (!claim->scope.text.n)
      claim->scope = slot(r, whom, from);
    subject->end = subject->off;
    return;
  }
}

void hd_topic_split(hd_claim_reader *r, hd_span phrase, hd_provenance from,
                    hd_claim *claim) {
  if (r->lang != HD_LANG_EN)
    phrase = take_qualifier(r, phrase, claim);
  const hd_word *w =
      hd_claim_ending(r, phrase.off, phrase.end, 1u << HD_WORD_INDICATOR);
  if (!w)
    w = hd_claim_ending(r, phrase.off, phrase.end, 1u << HD_WORD_CHANGE);
  if (w && r->lang == HD_LANG_EN && hyphenated(r, phrase, w))
    w = NULL;
  bool counted = r->q->items[claim->quantity].kind == HD_KIND_COUNT;
  uint32_t cut =
      phrase.end - (w ? (uint32_t)w->text.n : hd_tail_rate(r, phrase, counted));
  if (is_one_name(r, phrase, w))
    cut = phrase.off;
  if (r->lang != HD_LANG_EN && cut > phrase.off)
    cut = hd_tail_per_head(r, (hd_span){phrase.off, cut}, cut);
  if (w)
    cut = with_manner(r, phrase.off, cut);
  hd_span subject = {cut < phrase.off ? cut : phrase.off, cut};
  if (w && r->lang == HD_LANG_EN)
    subject.end = without_possessive(r, subject);
  hd_str front = hd_str_trim(hd_document_text(r->doc, subject));
  if (r->lang == HD_LANG_EN && hd_str_ends(front, HD_STR(" and"))) {
    cut = phrase.off; /* exports and imports */
    subject.end = subject.off;
  }
  if (w && cut > phrase.off)
    subject = drop_adverbs(r, subject);
  if (w && r->lang != HD_LANG_EN) {
    subject = said_once(r, subject, w->text);
  }
  if (r->lang != HD_LANG_EN && is_adverb(r, subject))
    subject.end = subject.off;
  subject = take_qualifier(r, subject, claim);
  if (w && r->lang != HD_LANG_EN)
    subject.end = without_deed(r, subject);
  if (w && r->lang != HD_LANG_EN && !hd_span_empty(subject))
    take_partner(r, &subject, (hd_span){cut, phrase.end}, from, claim);
  claim->subject = slot(r, subject, from);
  claim->indicator = slot(r, (hd_span){cut, phrase.end}, from);
  name(r, claim);
}

void hd_topic_set(hd_claim_reader *r, hd_span subject, hd_span indicator,
                  hd_provenance from, hd_claim *claim) {
  claim->subject = slot(r, subject, from);
  claim->indicator = slot(r, indicator, from);
  name(r, claim);
}

void hd_topic_slot(hd_claim_reader *r, hd_span span, hd_provenance from,
                   hd_slot *out) {
  *out = slot(r, span, from);
}

void hd_topic_take(hd_claim *to, const hd_claim *from, hd_provenance how) {
  to->subject = from->subject;
  to->indicator = from->indicator;
  to->name = from->name;
  if (to->subject.text.n)
    to->subject.from = how;
  if (to->indicator.text.n)
    to->indicator.from = how;
}

void hd_topic_hash(const hd_claim_reader *r, hd_claim *claim) {
  const hd_quantity *q = &r->q->items[claim->quantity];
  if (claim->subject.text.n + claim->indicator.text.n == 0) {
    claim->topic = 0;
    return;
  }
  uint64_t h = hd_hash(claim->subject.text.p, claim->subject.text.n);
  h = h * 1099511628211u ^
      hd_hash(claim->indicator.text.p, claim->indicator.text.n);
  if (q->unit)
    h = h * 1099511628211u ^
        hd_hash(q->unit->dimension.p, q->unit->dimension.n);
  claim->topic = h | 1;
}
