/* parts: a whole and what it is said to consist of (其中, 含, of which).
 *
 * In: each word of class part. Out: PARTS links: the nearest earlier figure of
 * the sentence (or of the sentence before, where 其中 begins its own) and the
 * figures of its dimension behind the word, up to the sentence's end. */
#include "../text/vocabulary.h"
#include "linker.h"

enum {
  MOST = HD_GROUP_MOST,
  LOOKED_AT = 100 /* figures behind one word */
};

static bool is_stock(const hd_claim *c) {
  return !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_SHARE | HD_ASPECT_RANK |
                         HD_ASPECT_COMPLETION | HD_ASPECT_AVERAGE)) &&
         !(c->aspects & HD_ASPECT_INCREMENT && c->direction != HD_FLOW_NONE);
}

/* 每年安排1030亿元: a whole of parts that are yearly as well. What is so on
 * average (年均, 平均每年) is none. */
static bool is_yearly(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  if (c->aspects != (HD_ASPECT_LEVEL | HD_ASPECT_AVERAGE) ||
      q->kind != HD_KIND_AMOUNT)
    return false;
  hd_str said =
      hd_linker_between(l, l->text->clauses[c->clause].span.off, q->span.off);
  return hd_str_find(said, HD_STR("每年")) != (size_t)-1 &&
         hd_str_find(said, HD_STR("平均")) == (size_t)-1;
}

/* 水盆子684个,其中水库5座: things counted by another classifier; 1,204
 * employees, of whom 812 work in the north: in English by none. */
static bool both_counted(const hd_linker *l, size_t a, size_t b) {
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  return p->kind == HD_KIND_COUNT && q->kind == HD_KIND_COUNT &&
         ((p->unit && q->unit) || l->doc->lang == HD_LANG_EN);
}

/* Do both measure one thing: 总产值 and 农业产值, 营收总额 and 营收? */
static bool one_indicator(const hd_claim *a, const hd_claim *b) {
  enum { TAIL = 6 };
  hd_str x = a->indicator.text, y = b->indicator.text;
  if (x.n < TAIL || y.n < TAIL)
    return false;
  return memcmp(x.p + x.n - TAIL, y.p + y.n - TAIL, TAIL) == 0 ||
         hd_str_find(x, y) != (size_t)-1;
}

/* 7个城市(包括县城)及其他22个: the word's bracket ends before the figure. */
static bool closes_bracket(hd_str s) {
  int depth = 0;
  for (size_t i = 0; i < s.n; i++) {
    depth += s.p[i] == '(';
    depth -= s.p[i] == ')';
    if (depth < 0)
      return true;
  }
  return false;
}

/* 33618万辆(包括低速货车706万辆),……其中: does claim k stand in a bracket that
 * ends before the word? */
static bool in_bracket(const hd_linker *l, size_t k, const hd_token *word) {
  return closes_bracket(
      hd_linker_between(l, hd_linker_figure(l, k)->span.end, word->span.off));
}

/* 比预算数少支4.7亿元: a difference, whatever its verb. */
static bool is_lack(const hd_linker *l, size_t k) {
  enum { VERB = 6 }; /* 少 or 多 and one character more */
  uint32_t off = hd_linker_figure(l, k)->span.off;
  hd_str s = hd_linker_between(l, off > VERB ? off - VERB : 0, off);
  return hd_str_starts(s, HD_STR("少")) || hd_str_starts(s, HD_STR("多"));
}

/* by 4 trillion yuan, including 1.18 trillion: does English `word` follow the
 * figure at once? */
static bool adjoins(const hd_linker *l, size_t k, const hd_token *word) {
  return l->doc->lang == HD_LANG_EN &&
         hd_str_is(hd_linker_between(l, hd_linker_figure(l, k)->span.end,
                                     word->span.off),
                   ", ");
}

/* Symptoms included cough (43%): an English word inside a sentence tells the
 * parts of what this sentence says; Of these, 35 were: of the one before. */
static bool looks_back(const hd_linker *l, const hd_token *word,
                       uint32_t sentence) {
  return l->doc->lang == HD_LANG_ZH ||
         word->span.off == l->text->sentences[sentence].span.off;
}

/* The deficit consists of $5 million and $4 million: nothing in the sentence is
 * larger than what it is made up of, so the one before may tell it. */
static bool is_all_of_it(const hd_linker *l, const hd_token *word) {
  static const char *const words[] = {"consist", "compris", "made up of",
                                      "composed of", NULL};
  return l->doc->lang == HD_LANG_EN &&
         hd_str_starts_any(word->word->text, words) > 0;
}

/* at least 1 dose (including 18 ...): a bound less than the part is no whole;
 * incidence = 3,454: what a sign sets equal to a name is no part. */
static bool is_no_part(const hd_linker *l, size_t k, size_t first) {
  const hd_quantity *q = hd_linker_figure(l, k);
  if (l->doc->lang != HD_LANG_EN)
    return false;
  hd_str before = hd_str_trim((hd_str){l->doc->text.p, q->span.off});
  bool below = q->bound == HD_BOUND_AT_LEAST &&
               hd_number_cmp(q->low, hd_linker_figure(l, first)->low) < 0;
  return below || hd_str_ends(before, HD_STR("="));
}

/* 毛利率76%,……其中销售费用率42%: rates of two things, of which neither is a
 * share. */
static bool are_rates(const hd_linker *l, size_t whole, size_t part) {
  const hd_claim *a = hd_linker_claim(l, whole), *b = hd_linker_claim(l, part);
  return l->doc->lang == HD_LANG_ZH &&
         hd_linker_figure(l, whole)->kind == HD_KIND_PERCENT &&
         hd_str_ends(a->name, HD_STR("率")) &&
         hd_str_ends(b->name, HD_STR("率")) && !one_indicator(a, b);
}

/* A、B营收分别为8、2亿元,其中Q3分别为3、1亿元: each of a list is of its own
 * whole, which the last of those before is not. */
static bool lists_both(const hd_claim *whole, const hd_claim *part) {
  return whole->list && part->list && whole->list != part->list;
}

/* 由2016年的7亿元增至2021年的96亿元,其中2022年上半年103亿元: what is told of a
 * time behind the whole's is no part of it. */
static bool is_later(const hd_claim *part, const hd_claim *whole) {
  const hd_day *a = &whole->period.last, *b = &part->period.first;
  return a->year && b->year && b->year > a->year;
}

/* The whole before claim `first`: the nearest that measures the same, else
 * the nearest comparable one, else the nearest count. */
static size_t whole_back(const hd_linker *l, size_t first, const hd_token *word,
                         uint32_t sentence, uint32_t back) {
  uint32_t block = l->text->sentences[sentence].block;
  size_t found = l->n_order, counted = l->n_order;
  const hd_claim *part = hd_linker_claim(l, first);
  for (size_t k = first, tries = 0; k-- > 0 && tries < 8; tries++) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->sentence + back < sentence || c->block != block)
      break;
    bool yearly = k + 1 == first && (is_yearly(l, k) || adjoins(l, k, word));
    if (!(is_stock(c) || yearly) || in_bracket(l, k, word) || is_lack(l, k) ||
        is_no_part(l, k, first) || is_later(part, c))
      continue;
    if (hd_linker_comparable(l, k, first) && !are_rates(l, k, first)) {
      if (lists_both(c, part))
        return l->n_order;
      if (one_indicator(c, part))
        return k;
      if (found == l->n_order)
        found = k;
    } else if (counted == l->n_order && both_counted(l, k, first)) {
      counted = k;
    }
  }
  return found != l->n_order ? found : counted;
}

static size_t whole_before(const hd_linker *l, size_t first,
                           const hd_token *word, uint32_t sentence) {
  uint32_t back = looks_back(l, word, sentence) ? 1 : 0;
  size_t k = whole_back(l, first, word, sentence, back);
  return k == l->n_order && !back && is_all_of_it(l, word)
             ? whole_back(l, first, word, sentence, 1)
             : k;
}

/* Rates, indexes and prices of parts are not parts of the whole's. */
static bool adds_up(const hd_linker *l, size_t k) {
  static const char *const tails[] = {"率", "指数", "价", "均",
                                      "比", "度",   NULL};
  hd_kind kind = hd_linker_figure(l, k)->kind;
  hd_str name = hd_linker_claim(l, k)->name;
  if (hd_str_ends_any(name, tails))
    return false;
  return kind == HD_KIND_COUNT || kind == HD_KIND_AMOUNT;
}

/* Does the first member follow the word in its own clause, and the word the
 * whole, with no clause between that could be about something else? */
static bool is_direct(const hd_linker *l, const hd_token *word, size_t first,
                      size_t whole) {
  enum { NAME = 75 };
  uint32_t at = hd_linker_figure(l, first)->span.off;
  hd_str said = hd_linker_between(l, word->span.end, at);
  if (said.n > NAME || closes_bracket(said) || !adds_up(l, first) ||
      hd_str_find(said, HD_STR("在内")) != (size_t)-1 ||
      hd_str_find(said, HD_STR(";")) != (size_t)-1 ||
      hd_str_find(said, HD_STR(",")) + 1 > 2)
    return false;
  /* Another figure stands between: only rates may, and in Chinese, where both
   * name one indicator, what cannot be compared. */
  bool alike =
      l->doc->lang == HD_LANG_ZH &&
      one_indicator(hd_linker_claim(l, whole), hd_linker_claim(l, first));
  if (whole + 1 < first)
    for (size_t k = whole + 1; k < first; k++)
      if (is_stock(hd_linker_claim(l, k)) && !in_bracket(l, k, word) &&
          !(alike && !hd_linker_comparable(l, k, first)))
        return false;
  enum { NEAR = 24 };
  return l->doc->lang == HD_LANG_ZH ||
         hd_str_starts(word->word->text, HD_STR("of ")) ||
         (said.n <= NEAR && adjoins(l, whole, word));
}

/* The first claim behind the word that can be a part. */
static size_t first_member(const hd_linker *l, const hd_token *word,
                           uint32_t sentence) {
  size_t k = hd_linker_figure_from(l, word->span.end), last = k + LOOKED_AT;
  bool yearly = k > 0 && is_yearly(l, k - 1);
  while (k < l->n_order && k < last &&
         hd_linker_claim(l, k)->sentence == sentence &&
         !is_stock(hd_linker_claim(l, k)) && !(yearly && is_yearly(l, k)))
    k++;
  return k < l->n_order && k < last &&
                 hd_linker_claim(l, k)->sentence == sentence
             ? k
             : l->n_order;
}

/* 出口……,进口……,顺差……: a difference of parts is none of them. */
static bool is_difference(const hd_claim *c) {
  return hd_str_ends(c->name, HD_STR("差")) ||
         hd_str_ends(c->name, HD_STR("差额"));
}

/* 人才2300人,其中引进41人,新增|高技能人才39万人: ten times the whole, and new
 * where the first part is not, is a thing of its own. */
static bool is_beyond(const hd_linker *l, size_t k, size_t first,
                      uint32_t whole) {
  const hd_claim *a = hd_linker_claim(l, first), *b = hd_linker_claim(l, k);
  const hd_quantity *w = &l->q->items[whole];
  hd_number ten = hd_number_of(10);
  return (b->aspects & HD_ASPECT_NEW) && !(a->aspects & HD_ASPECT_NEW) &&
         hd_number_cmp(hd_linker_figure(l, k)->low,
                       hd_number_mul(w->low, ten)) > 0;
}

/* 其中,二季度|营收37亿元、净利润8亿元: what is told of a part of the time is of
 * measures of its own, no list of parts. */
static bool of_part_of_time(const hd_linker *l, const hd_token *word,
                            size_t first) {
  static const char *const spans[] = {"季", "Q", "H", "半年", "月", NULL};
  const hd_quantity *q = hd_linker_figure(l, first);
  size_t i = hd_quantities_from(l->q, word->span.end);
  if (i >= l->q->n || l->q->items[i].span.off >= q->span.off ||
      l->q->items[i].kind != HD_KIND_PERIOD)
    return false;
  hd_span when = l->q->items[i].span;
  return hd_str_has_any(hd_document_text(l->doc, when), spans);
}

/* Parts from `first` on, up to `end`, where the next 其中 stands, or to the end
 * of the bracket in which the word stands. */
static void take_members(hd_linker *l, const hd_token *word, size_t first,
                         uint32_t end, hd_link *link) {
  hd_claim_ref members[MOST];
  uint32_t n = 0;
  uint32_t most = of_part_of_time(l, word, first) ? 1 : MOST;
  for (size_t k = first; k < l->n_order && n < most && k < first + LOOKED_AT;
       k++) {
    uint32_t off = hd_linker_figure(l, k)->span.off;
    if (off >= end || closes_bracket(hd_linker_between(l, word->span.end, off)))
      break;
    if (k > first && is_beyond(l, k, first, link->whole.claim))
      break;
    bool fits = is_stock(hd_linker_claim(l, k)) ||
                (first > 0 && is_yearly(l, k) && is_yearly(l, first - 1));
    if (fits && hd_linker_comparable(l, k, first) && !is_no_part(l, k, first) &&
        !is_difference(hd_linker_claim(l, k)))
      members[n++] = hd_linker_ref(l, l->order[k]);
  }
  link->members = hd_arena_alloc(l->arena, (n + 1) * sizeof *members);
  memcpy(link->members, members, n * sizeof *members);
  link->n_members = n;
}

/* Twenty-six | included | districts: no word for parts. */
static bool is_adjective(const hd_linker *l, const hd_token *word) {
  size_t next = hd_linker_figure_from(l, word->span.off);
  if (l->doc->lang != HD_LANG_EN || next == 0 ||
      !hd_str_is(word->word->text, "included"))
    return false;
  const hd_quantity *q = hd_linker_figure(l, next - 1);
  return hd_span_empty(q->unit_span) &&
         hd_str_is(hd_linker_between(l, q->span.end, word->span.off), " ");
}

/* Links one word; returns the whole it found, n_order for none. The whole of
 * an earlier 其中 is another candidate, unless a ; stands between. */
static size_t link_parts(hd_linker *l, const hd_token *word, uint32_t sentence,
                         uint32_t end, size_t outer) {
  size_t first = first_member(l, word, sentence);
  if (first == l->n_order || hd_linker_figure(l, first)->span.off >= end)
    return l->n_order;
  size_t whole = whole_before(l, first, word, sentence);
  if (whole == l->n_order ||
      (hd_linker_is_mean(l, hd_linker_claim(l, whole)) && !is_yearly(l, whole)))
    return l->n_order;
  hd_link link = hd_link_blank(HD_LINK_PART_OF);
  link.whole = hd_linker_ref(l, l->order[whole]);
  take_members(l, word, first, end, &link);
  if (link.n_members == 0)
    return l->n_order;
  if (link.n_members > 1)
    link.kind = HD_LINK_PARTS;
  link.anchor = word->span;
  link.cue = word->word;
  link.direct = is_direct(l, word, first, whole);
  link.same_sentence = hd_linker_claim(l, whole)->sentence == sentence;
  if (outer != l->n_order && outer != whole &&
      hd_str_find(hd_linker_between(l, hd_linker_figure(l, outer)->span.end,
                                    word->span.off),
                  HD_STR(";")) == (size_t)-1) {
    link.others = HD_NEW(l->arena, hd_claim_ref);
    link.others[0] = hd_linker_ref(l, l->order[outer]);
    link.n_others = 1;
  }
  hd_linker_add(l, link);
  return whole;
}

/* Has what stands between two figures a mark that parts items? */
static bool parts_items(hd_str gap) {
  return hd_str_find(gap, HD_STR(";")) != (size_t)-1;
}

/* Is the i-th member of another item than the one before? */
static bool next_item(const hd_linker *l, const hd_link *link, uint32_t i) {
  const hd_quantity *a = &l->q->items[link->members[i - 1].claim];
  const hd_quantity *b = &l->q->items[link->members[i].claim];
  return parts_items(hd_linker_between(l, a->span.end, b->span.off));
}

/* 签约35个,总投资268亿元,其中工业20个,总投资158亿元;农业15个,总投资110亿元:
 * what each of the items, parted by ;, tells in another unit than its first
 * figure is part of the figure of that unit before the word, where all of them
 * tell one. */
static void link_beside(hd_linker *l, const hd_token *word, uint32_t sentence,
                        uint32_t end, size_t main) {
  size_t first = first_member(l, word, sentence), part = first + 1;
  if (l->doc->lang != HD_LANG_ZH)
    return;
  while (part < l->n_order && hd_linker_figure(l, part)->span.off < end &&
         (!is_stock(hd_linker_claim(l, part)) ||
          hd_linker_comparable(l, part, first)))
    part++;
  if (part >= l->n_order || hd_linker_figure(l, part)->span.off >= end ||
      parts_items(hd_linker_gap(l, first, part)) ||
      hd_linker_figure(l, part)->kind == HD_KIND_PERCENT)
    return;
  size_t whole = whole_back(l, part, word, sentence, 1);
  if (whole == l->n_order || whole >= first || whole == main ||
      !hd_linker_comparable(l, whole, part) ||
      hd_linker_is_mean(l, hd_linker_claim(l, whole)))
    return;
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.whole = hd_linker_ref(l, l->order[whole]);
  take_members(l, word, part, end, &link);
  for (uint32_t i = 1; i < link.n_members; i++)
    if (!next_item(l, &link, i))
      return;
  if (link.n_members < 2)
    return;
  link.anchor = word->span;
  link.cue = word->word;
  link.same_sentence = hd_linker_claim(l, whole)->sentence == sentence;
  hd_linker_add(l, link);
}

/* Among these 191 cases, seven ...; three of these seven: the figure right
 * behind the word is the whole, the one before it or the next a part. True
 * where a figure stands there, which the word then does not tell the parts of
 * anything else. */
static bool link_of_these(hd_linker *l, const hd_token *word,
                          uint32_t sentence) {
  enum { NOUN = 24, FAR = 120 };
  size_t whole = hd_linker_figure_from(l, word->span.end), part = whole + 1;
  hd_str text = word->word->text;
  if (l->doc->lang != HD_LANG_EN || whole >= l->n_order ||
      hd_linker_claim(l, whole)->sentence != sentence ||
      !(hd_str_ends(text, HD_STR("these")) ||
        hd_str_ends(text, HD_STR("those"))) ||
      hd_str_trim(hd_linker_between(l, word->span.end,
                                    hd_linker_figure(l, whole)->span.off))
          .n)
    return false;
  bool opens = word->span.off == l->text->sentences[sentence].span.off;
  if (!opens) {
    if (whole == 0)
      return true;
    part = whole - 1;
    uint32_t end = hd_linker_figure(l, part)->span.end;
    hd_str gap = hd_linker_between(l, end, word->span.off);
    if (gap.n > NOUN || memchr(gap.p, ',', gap.n))
      return true;
  }
  if (part >= l->n_order || hd_linker_claim(l, part)->sentence != sentence ||
      !is_stock(hd_linker_claim(l, part)) || !both_counted(l, whole, part) ||
      hd_number_cmp(hd_linker_figure(l, part)->low,
                    hd_linker_figure(l, whole)->low) > 0)
    return true;
  if (opens && hd_linker_figure(l, part)->span.off -
                       hd_linker_figure(l, whole)->span.end >
                   FAR)
    return true;
  hd_link link = hd_linker_part(l, l->order[whole], l->order[part],
                                "a figure right behind these");
  link.anchor = word->span;
  link.cue = word->word;
  hd_linker_add(l, link);
  return true;
}

/* The parts that a word tells, and those beside them. */
static size_t link_both(hd_linker *l, const hd_token *word, uint32_t sentence,
                        uint32_t end, size_t outer) {
  size_t whole = link_parts(l, word, sentence, end, outer);
  link_beside(l, word, sentence, end, whole);
  return whole;
}

/* May the word begin the parts of a part? 分别为 lists what was named. */
static bool nests(const hd_token *word) {
  return hd_str_starts(word->word->text, HD_STR("其中")) ||
         hd_str_starts(word->word->text, HD_STR("含"));
}

/* The next such word in tokens [i, end). */
static uint32_t next_word(const hd_linker *l, uint32_t i, uint32_t end,
                          bool nested) {
  while (i < end &&
         !(hd_vocabulary_class(l->text->vocabulary, l->text->tokens[i].word) ==
               HD_WORD_PART &&
           (!nested || nests(&l->text->tokens[i]))))
    i++;
  return i;
}

void hd_link_parts(hd_linker *l) {
  for (uint32_t s = 0; s < l->text->n_sentences; s++) {
    const hd_sentence *sentence = &l->text->sentences[s];
    uint32_t end = sentence->first_token + sentence->n_tokens;
    size_t outer = l->n_order;
    uint32_t i = next_word(l, sentence->first_token, end, false);
    while (i < end) {
      if (is_adjective(l, &l->text->tokens[i])) {
        i = next_word(l, i + 1, end, false);
        continue;
      }
      uint32_t next = next_word(l, i + 1, end, true);
      uint32_t stop =
          next < end ? l->text->tokens[next].span.off : sentence->span.end;
      size_t whole = l->n_order;
      if (!link_of_these(l, &l->text->tokens[i], s))
        whole = link_both(l, &l->text->tokens[i], s, stop, outer);
      if (outer == l->n_order)
        outer = whole;
      i = next;
    }
  }
}
