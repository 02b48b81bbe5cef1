/* announced: a count whose list is numbered and follows it.
 *
 * In: a counter, perhaps behind it a colon. Out: a COUNTED link whose names
 * are the enumerators (一是 … 五是, First … Third), markers of blocks ((一) …
 * (九)) or bullets that follow. Looks only at what stands right behind: the
 * rest of the sentence, the next sentence, the next block. Without a colon
 * the count must say that something follows, or count what is done by points.
 *
 * A list may hold lists of the same form: a member 1 opens an inner one, a
 * number that goes on with an outer list closes the inner ones. */
#include "counted.h"

enum {
  NESTED_MOST = 8,
  STEPS_MOST = 500, /* keeps it linear */
  CUE_BYTES = 30,
  FIGURES_MOST = 50,  /* behind the count in its sentence */
  APART_MOST = 40,    /* blocks between two members */
  WITHIN_MOST = 4000, /* bytes between two members in English */
  LASTLY_MOST = 12    /* and before a last one without a number */
};

/* Words beside the count that say that a list follows, and what is told
 * point by point. */
static const char *const cues[] = {
    "以下", "下列", "如下", "着重", "重点抓",    "突出抓", "抓好",
    "做好", "办好", "要抓", "方面", "following", NULL};
static const char *const nouns[] = {"工作",
                                    "任务",
                                    "措施",
                                    "举措",
                                    "问题",
                                    "特点",
                                    "亮点",
                                    "原因",
                                    "战役",
                                    "硬仗",
                                    "件事",
                                    "建议",
                                    "变化",
                                    "关系",
                                    "原则",
                                    "特征",
                                    "意见",
                                    "要求",
                                    "经验",
                                    "启示",
                                    "体会",
                                    "优势",
                                    "挑战",
                                    "困难",
                                    "areas",
                                    "ways",
                                    "reasons",
                                    "limitations",
                                    "components",
                                    "objectives",
                                    "changes",
                                    "measures",
                                    "parts",
                                    "steps",
                                    "challenges",
                                    "themes",
                                    "principles",
                                    "questions",
                                    "points",
                                    "aspects",
                                    "factors",
                                    "priorities",
                                    "thrusts",
                                    "strategies",
                                    "goals",
                                    "considerations",
                                    "features",
                                    "strengths",
                                    "issues",
                                    "purposes",
                                    "conclusions",
                                    "findings",
                                    "weaknesses",
                                    "concerns",
                                    "recommendations",
                                    "reforms",
                                    "tasks",
                                    "pillars",
                                    "dimensions",
                                    "lessons",
                                    "trends",
                                    "causes",
                                    "drivers",
                                    "outcomes",
                                    "risks",
                                    "gaps",
                                    "initiatives",
                                    "elements",
                                    "conditions",
                                    "criteria",
                                    "problems",
                                    "messages",
                                    "sections",
                                    "benefits",
                                    "decisions",
                                    "shortcomings",
                                    "obstacles",
                                    "proposals",
                                    "types",
                                    "stages",
                                    "phases",
                                    "ingredients",
                                    NULL};

/* These are as often told of by something else that is counted (the two surveys
 * show differences): only what is counted itself is told point by point. */
static const char *const own_nouns[] = {"differences",   "advantages",
                                        "caveats",       "exceptions",
                                        "explanations",  "implications",
                                        "assumptions",   "observations",
                                        "functions",     "characteristics",
                                        "improvements",  "amendments",
                                        "adjustments",   "mechanisms",
                                        "uncertainties", "constraints",
                                        "consequences",  "responsibilities",
                                        "arguments",     "threats",
                                        "opportunities", NULL};

/* Words behind the count that say that it is over. */
static const char *const done[] = {"完成", "兑现", "收官",
                                   "办结", "落地", NULL};

static bool contains(const hd_linker *l, hd_span span,
                     const char *const *words) {
  for (; *words; words++)
    if (hd_str_find(hd_document_text(l->doc, span), hd_str_of(*words)) !=
        (size_t)-1)
      return true;
  return false;
}

/* Where the noun behind a count ends at the latest: at a mark. */
static uint32_t noun_end(const hd_linker *l, uint32_t off, uint32_t end) {
  static const char *const marks[] = {"”", "“", "、", "。", NULL};
  for (; off < end; off++) {
    unsigned char c = (unsigned char)l->doc->text.p[off];
    if (c == ',' || c == ';' || c == ':' || c == '(' ||
        ((c == 0xE2 || c == 0xE3) && hd_coordination_word(l, off, end, marks)))
      break;
  }
  return off;
}

static bool is_last_count(const hd_linker *l, const hd_counter *c) {
  const hd_sentence *s = &l->text->sentences[c->sentence];
  for (uint32_t i = c->figure + 1;
       i < l->q->n && l->q->items[i].span.off < s->span.end; i++)
    if (l->q->items[i].kind == HD_KIND_COUNT || i > c->figure + FIGURES_MOST)
      return false;
  return true;
}

/* Is the counter the last count of its sentence, and one of points? */
static bool tells(const hd_linker *l, const hd_counter *c) {
  const hd_sentence *s = &l->text->sentences[c->sentence];
  if (!is_last_count(l, c))
    return false;
  hd_span near = {c->span.off, c->span.end};
  near.off -=
      near.off - s->span.off < CUE_BYTES ? near.off - s->span.off : CUE_BYTES;
  near.end +=
      s->span.end - near.end < CUE_BYTES ? s->span.end - near.end : CUE_BYTES;
  hd_span noun = {c->span.off, c->span.off};
  if (c->words)
    noun.end = noun_end(l, c->span.end, near.end);
  return (contains(l, near, cues) ||
          (c->words &&
           (contains(l, noun, nouns) || contains(l, c->span, own_nouns)))) &&
         !contains(l, (hd_span){c->span.end, near.end}, done);
}

/* What stands behind the noun of a count that is told point by point: nothing,
 * or what belongs to the noun. A verb says something else of it (the two
 * surveys show differences), unless the count is what the sentence is of
 * (Three barriers were obvious). */
static bool ends_with_noun(const hd_linker *l, const hd_counter *c) {
  enum { LONGEST = 90 };
  static const char *const verbs[] = {
      "were ",     "are ",     "warrant ",     "deserve ", "remain ",  "stand ",
      "explain ",  "account ", "contributed ", "emerge ",  "emerged ", "stood ",
      "underlie ", "apply ",   "support ",     "need ",    NULL};
  static const char *const heads[] = {
      "of ",     "in ",     "for ",     "to ",     "on ",      "with ",
      "from ",   "under ",  "at ",      "by ",     "as ",      "that ",
      "which ",  "why ",    "we ",      "I ",      "behind ",  "here",
      "this ",   "during ", "among ",   "over ",   "through ", "worth ",
      "below",   "above",   "between ", "within ", "about ",   "when ",
      "which,",  "today",   "before ",  "ahead",   "around ",  "into ",
      "across ", NULL};
  const hd_sentence *s = &l->text->sentences[c->sentence];
  hd_str tail = hd_linker_between(l, c->span.end, s->span.end);
  if (tail.n <= 1)
    return true;
  if (tail.n > LONGEST || tail.p[0] != ' ')
    return false;
  tail = (hd_str){tail.p + 1, tail.n - 1};
  return hd_str_starts_any(tail, heads) > 0 ||
         (c->span.off == s->span.off && hd_str_starts_any(tail, verbs) > 0);
}

/* Spans of time and amounts are not told point by point; those, the last two
 * and the other three were told before. */
static bool may_be_points(const hd_linker *l, const hd_counter *c) {
  static const char *const units[] = {
      "years",   "months",   "weeks",   "days",    "hours",       "minutes",
      "times",   "points",   "dollars", "decades", "cents",       "people",
      "persons", "quarters", "tonnes",  "tons",    "percentages", NULL};
  static const char *const before[] = {
      "these ", "those ", "These ", "Those ",    "last ", "first ", "next ",
      "past ",  "other ", "the ",   "The ",      "both ", "every ", "each ",
      "of ",    "all ",   "-",      "previous ", NULL};
  const hd_sentence *s = &l->text->sentences[c->sentence];
  hd_str lead = hd_linker_between(l, s->span.off, c->span.off);
  return !hd_str_ends_any(lead, before) &&
         !hd_str_ends_any(hd_document_text(l->doc, c->span), units) &&
         is_last_count(l, c) && ends_with_noun(l, c);
}

static uint32_t enumerator_from(const hd_linker *l, uint32_t off) {
  size_t low = 0, high = l->text->n_enumerators;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (l->text->enumerators[mid].span.off < off)
      low = mid + 1;
    else
      high = mid;
  }
  return (uint32_t)low;
}

static uint32_t block_of(const hd_linker *l, const hd_enumerator *e) {
  return l->text->sentences[e->sentence].block;
}

/* Does the enumerator stand at the head of what begins at off? */
static bool heads(const hd_linker *l, const hd_enumerator *e, uint32_t off) {
  return e->span.off >= off && e->span.off - off < 12 &&
         memchr(l->doc->text.p + off, ',', e->span.off - off) == NULL;
}

static bool heads_block(const hd_linker *l, const hd_enumerator *e) {
  return heads(l, e, l->doc->blocks[block_of(l, e)].span.off);
}

typedef struct {
  uint32_t last[NESTED_MOST]; /* number reached, outermost first */
  uint32_t depth;             /* lists that are open */
  bool gap;
} nest;

/* Puts a number into the nest; true where it is a member of the outer list. */
static bool take(nest *lists, uint32_t number) {
  if (number == 1 && lists->depth < NESTED_MOST) {
    lists->last[lists->depth++] = 1;
    return lists->depth == 1;
  }
  for (uint32_t d = lists->depth; d-- > 0;)
    if (number == 0 || lists->last[d] + 1 == number) {
      lists->last[d]++;
      lists->depth = d + 1;
      return d == 0;
    }
  lists->gap |= lists->depth == 1;
  lists->last[lists->depth - 1] = number;
  return lists->depth == 1;
}

static void keep(hd_items *items, hd_span span) {
  if (items->n < HD_ITEMS_MOST)
    items->items[items->n++] = span;
  else
    items->full = true;
}

/* Members of the series that begins with enumerator `first`. An inline list
 * goes on within its block, or with its next number in the next ones, in
 * English at their heads: (4, 5) there is a reference. told: how many members
 * are said. */
static void follow(const hd_linker *l, uint32_t first, uint32_t told,
                   hd_items *items, nest *lists) {
  const hd_enumerator *e = &l->text->enumerators[first];
  uint32_t series = e->series, block = block_of(l, e), reached = block;
  uint32_t heading = l->doc->blocks[block].heading;
  bool by_block = heads_block(l, e);
  uint32_t end = l->text->n_enumerators - first < STEPS_MOST
                     ? (uint32_t)l->text->n_enumerators
                     : first + STEPS_MOST;
  for (uint32_t i = first; i < end; i++, e++) {
    uint32_t b = block_of(l, e);
    if (l->doc->blocks[b].heading != heading)
      break;
    if (e->series != series)
      continue;
    bool goes_on = e->number == lists->last[0] + 1 &&
                   (l->doc->lang != HD_LANG_EN || heads_block(l, e));
    if (b != block && !goes_on && !(by_block && heads_block(l, e)))
      break;
    if (e->number == 1 && i > first && !by_block && b == block &&
        l->doc->lang == HD_LANG_EN && items->n > 1)
      break; /* another list of the paragraph */
    if (!e->number && items->n == told && b > reached + 1)
      break; /* all are there: it is the speech that ends */
    if (b > reached + (e->number ? APART_MOST : LASTLY_MOST) ||
        (b == reached && items->n && l->doc->lang == HD_LANG_EN &&
         e->span.off - items->items[items->n - 1].end > WITHIN_MOST))
      break;
    if (e->number == 0 && lists->depth > 1)
      continue;
    if (!take(lists, e->number))
      continue;
    keep(items, e->span);
    reached = b;
    if (e->number == 0 && lists->depth == 1 && l->doc->lang == HD_LANG_EN)
      break; /* Lastly, */
  }
}

/* The outer list's own end, where numbers were skipped in it. */
static void add_numbered(hd_linker *l, const hd_counter *c, hd_items *items,
                         uint32_t reached, bool gap) {
  if (items->n < 2 || items->full)
    return;
  bool right = items->n == c->value || reached == c->value;
  if (gap && !right)
    return; /* the gap is the finding */
  if (gap && items->n != c->value)
    return;
  hd_counted_add(l, c, items, 90, "a numbered list behind its count");
}

static bool by_enumerators(hd_linker *l, const hd_counter *c, uint32_t off) {
  uint32_t first = enumerator_from(l, off);
  if (first == l->text->n_enumerators)
    return false;
  const hd_enumerator *e = &l->text->enumerators[first];
  if (e->number != 1 || !heads(l, e, off))
    return false;
  hd_items items = {0};
  nest lists = {0};
  follow(l, first, c->value, &items, &lists);
  add_numbered(l, c, &items, lists.last[0], lists.gap);
  return true;
}

/* Does the block end the list that `first` begins? `inner`: a bit a style of
 * the lists within it. */
static bool ends_list(const hd_block *first, const hd_block *b,
                      uint32_t *inner) {
  if (b->mark == HD_MARK_NONE || b->mark == HD_MARK_BULLET)
    return (b->kind == HD_BLOCK_HEADING || b->kind == HD_BLOCK_TITLE) &&
           (first->kind != HD_BLOCK_HEADING || b->level <= first->level);
  if (b->number == 1)
    *inner |= 1u << b->mark;
  return !(*inner >> b->mark & 1);
}

/* Numbered blocks from `at` on: (一) … (九). */
static void by_markers(hd_linker *l, const hd_counter *c, uint32_t at) {
  const hd_block *first = &l->doc->blocks[at];
  uint32_t inner = 0, last = 0, end = at + STEPS_MOST;
  hd_items items = {0};
  bool gap = false;
  for (uint32_t i = at; i < l->doc->n_blocks && i < end; i++) {
    const hd_block *b = &l->doc->blocks[i];
    if (b->mark != first->mark || !b->number) {
      if (ends_list(first, b, &inner))
        break;
      continue;
    }
    if (b->number == 1 && last)
      break;
    gap |= b->number != last + 1;
    last = b->number;
    keep(&items, b->marker);
  }
  add_numbered(l, c, &items, last, gap);
}

/* Bullets of one level from `at` on. */
static void by_bullets(hd_linker *l, const hd_counter *c, uint32_t at) {
  const hd_block *first = &l->doc->blocks[at];
  hd_items items = {0};
  for (uint32_t i = at; i < l->doc->n_blocks && i < at + STEPS_MOST; i++) {
    const hd_block *b = &l->doc->blocks[i];
    if (b->kind != HD_BLOCK_ITEM || b->level < first->level)
      break;
    if (b->level == first->level && b->mark == first->mark)
      keep(&items, b->body);
  }
  if (items.n >= 2 && !items.full)
    hd_counted_add(l, c, &items, 85, "a list of items behind its count");
}

/* What stands behind the block of the count; told: it is surely announced. */
static bool by_blocks(hd_linker *l, const hd_counter *c, bool colon,
                      bool told) {
  uint32_t at = l->text->sentences[c->sentence].block + 1;
  if (at >= l->doc->n_blocks)
    return false;
  const hd_block *b = &l->doc->blocks[at];
  if (by_enumerators(l, c, b->body.off))
    return true;
  if (!told)
    return false;
  if (b->number == 1 && b->mark != HD_MARK_NONE)
    by_markers(l, c, at);
  else if (colon && b->kind == HD_BLOCK_ITEM && b->mark == HD_MARK_BULLET)
    by_bullets(l, c, at);
  else
    return false;
  return true;
}

/* Does the sentence end in a colon? */
static bool ends_in_colon(const hd_linker *l, const hd_sentence *s) {
  return l->doc->text.p[s->span.end - 1] == ':';
}

/* There are four obstacles to a cure: 1) ..., 2) ...: is the counter the last
 * count before a colon behind which the first of a numbered list stands? Its
 * offset; 0: no. */
static uint32_t numbered_colon(const hd_linker *l, const hd_counter *c) {
  enum { FARTHEST = 200, MARK = 2 };
  const hd_sentence *s = &l->text->sentences[c->sentence];
  uint32_t first = enumerator_from(l, c->span.end);
  if (first == l->text->n_enumerators)
    return 0;
  const hd_enumerator *e = &l->text->enumerators[first];
  if (e->number != 1 || e->span.off >= s->span.end ||
      e->span.off - c->span.end > FARTHEST ||
      memcmp(l->doc->text.p + e->span.off - MARK, ": ", MARK) != 0)
    return 0;
  for (uint32_t i = c->figure + 1;
       i < l->q->n && l->q->items[i].span.off < e->span.off; i++)
    if (l->q->items[i].kind == HD_KIND_COUNT)
      return 0;
  return e->span.off;
}

bool hd_counted_announced(hd_linker *l, const hd_counter *c, uint32_t colon) {
  const hd_sentence *s = &l->text->sentences[c->sentence];
  if (s->cell != HD_NONE)
    return false;
  if (colon && colon < s->span.end)
    return by_enumerators(l, c, colon);
  if (l->doc->lang == HD_LANG_EN) {
    colon = numbered_colon(l, c);
    if (colon)
      return by_enumerators(l, c, colon);
  }
  bool open = ends_in_colon(l, s);
  bool told = open || tells(l, c);
  if (!told && !(l->doc->lang == HD_LANG_EN && may_be_points(l, c)))
    return false;
  uint32_t next = c->sentence + 1;
  if (next < l->text->n_sentences && l->text->sentences[next].block == s->block)
    return by_enumerators(l, c, l->text->sentences[next].span.off);
  return by_blocks(l, c, open, told);
}
