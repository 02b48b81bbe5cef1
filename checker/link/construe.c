/* construe: finds constructions in English sentences.
 *
 * In: sentences of running text with two figures and more. A sentence is
 * read into tokens once: words by their numbers, marks, figures, dates. Out:
 * each construction that begins at a token, its roles filled, is handed to
 * construed.c. Gaps take as few words as they can; a construction is tried
 * at most once a token, and gives up behind STEPS steps, so that a sentence
 * costs a bounded number of steps a token. */
#include "construe.h"

enum {
  SHORT = 6,
  WIDE = 12,
  BETWEEN = 14, /* tokens between two members of a list */
  STEPS = 3000
};

static bool match(hd_construer *s, uint32_t item, uint32_t at);

static bool is_end(const hd_construer *s, uint32_t at) {
  if (at == s->n)
    return !s->cut;
  return s->tokens[at].kind == HD_T_MARK &&
         (s->tokens[at].mark == ';' || s->tokens[at].mark == '.');
}

static hd_kind kind_of(const hd_construer *s, uint32_t at) {
  return hd_linker_figure(s->l, s->tokens[at].figure)->kind;
}

/* May the figure play the role? R is a percentage, Q a fraction, P and W are
 * stocks; others may be any figure that measures something. */
static bool plays(const hd_construer *s, char role, uint32_t at) {
  hd_kind kind = kind_of(s, at);
  switch (role) {
  case 'R':
    return kind == HD_KIND_PERCENT;
  case 'Q':
    return kind == HD_KIND_RATIO;
  case 'P':
  case 'W':
    return kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT;
  default:
    return kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT ||
           kind == HD_KIND_PERCENT || kind == HD_KIND_POINT ||
           kind == HD_KIND_AGE || kind == HD_KIND_INDEX ||
           kind == HD_KIND_DURATION || kind == HD_KIND_TEMPERATURE;
  }
}

/* A sum begins with the first figure of its kind, and its gaps hold no word
 * that leaves parts out. */
static bool is_sum(const hd_construction *c) {
  return hd_str_is(c->relation, "sum") || hd_str_is(c->relation, "parts");
}

/* The token behind the word or bracket at `at` that a gap may pass; 0: none. */
static uint32_t pass(const hd_construer *s, uint32_t at, bool wide) {
  const hd_construed_token *t = &s->tokens[at];
  if (t->kind == HD_T_FIGURE)
    return 0;
  if (t->kind != HD_T_MARK)
    return is_sum(s->c) && hd_word_set_has(&s->all->never, t->word) ? 0
                                                                    : at + 1;
  if (t->mark == ',')
    return wide ? at + 1 : 0;
  if (t->mark != '(' || !t->past)
    return 0;
  for (uint32_t i = at; i < t->past; i++)
    if (s->tokens[i].kind == HD_T_FIGURE)
      return 0;
  return t->past;
}

static bool match_gap(hd_construer *s, uint32_t item, uint32_t at) {
  bool wide = s->c->items[item].wide;
  for (uint32_t n = 0; n <= (wide ? WIDE : SHORT); n++) {
    if (match(s, item + 1, at))
      return true;
    uint32_t next = at < s->n ? pass(s, at, wide) : 0;
    if (!next)
      return false;
    at = next;
  }
  return false;
}

static bool one_kind(const hd_construer *s, uint32_t a, uint32_t b) {
  size_t i = s->tokens[a].figure, k = s->tokens[b].figure;
  return hd_linker_comparable(s->l, i, k) ||
         (kind_of(s, a) == HD_KIND_COUNT && kind_of(s, b) == HD_KIND_COUNT);
}

/* The next member behind token `at` of a list like figure `first`; *joined:
 * "and" stands before it. s->n: none. */
static uint32_t next_member(const hd_construer *s, uint32_t first, uint32_t at,
                            bool *joined) {
  const hd_str text = s->l->doc->text;
  *joined = false;
  for (uint32_t n = 0; at < s->n && n < BETWEEN; n++) {
    const hd_construed_token *t = &s->tokens[at];
    if (t->kind == HD_T_FIGURE && one_kind(s, first, at))
      return at;
    if (t->kind == HD_T_FIGURE && !hd_linker_figure(s->l, t->figure)->numeral)
      return s->n;
    if (t->kind == HD_T_MARK && t->mark == '(' && t->past) {
      uint32_t inside = at + 1;
      if (s->tokens[inside].kind == HD_T_FIGURE && one_kind(s, first, inside))
        return inside;
      at = t->past;
      continue;
    }
    if ((t->kind == HD_T_MARK && (t->mark == ':' || t->mark == '.')) ||
        hd_word_set_has(&s->all->never, t->word))
      return s->n;
    hd_str word = {text.p + t->span.off, t->span.end - t->span.off};
    *joined = *joined || hd_str_is(word, "and") || hd_str_is(word, "while") ||
              hd_str_is(word, "plus");
    at++;
  }
  return s->n;
}

/* Behind a member the bracket that it stands in, or that explains it, is
 * passed. */
static uint32_t past_member(const hd_construer *s, uint32_t at) {
  at++;
  if (at < s->n && s->tokens[at].kind == HD_T_MARK && s->tokens[at].mark == ')')
    return at + 1;
  return at;
}

/* Does a figure of the same kind stand before token `at`, so that a list
 * would begin in its midst? */
static bool continues(const hd_construer *s, uint32_t at, const char *marks) {
  for (uint32_t n = 0, i = at; i-- > 0 && n < BETWEEN; n++) {
    if (s->tokens[i].kind == HD_T_MARK && strchr(marks, s->tokens[i].mark))
      return false;
    if (s->tokens[i].kind == HD_T_FIGURE && one_kind(s, i, at) &&
        hd_linker_figure(s->l, s->tokens[i].figure)->numeral ==
            hd_linker_figure(s->l, s->tokens[at].figure)->numeral)
      return true;
  }
  return false;
}

static bool match_list(hd_construer *s, uint32_t item, uint32_t at) {
  char role = s->c->items[item].c;
  if (s->tokens[at].kind == HD_T_MARK && s->tokens[at].mark == '(')
    at++; /* coal (128 TWh), gas (96 TWh) */
  if (at >= s->n || s->tokens[at].kind != HD_T_FIGURE || !plays(s, role, at) ||
      (item == 0 && continues(s, at, ":;")))
    return false;
  uint32_t first = at;
  s->out.list[0] = (uint32_t)s->tokens[at].figure;
  s->out.n_list = 1;
  bool joined = false;
  while (s->out.n_list < HD_CONSTRUED_LIST) {
    uint32_t next = next_member(s, first, past_member(s, at), &joined);
    if (next == s->n)
      return false;
    s->out.list[s->out.n_list++] = (uint32_t)s->tokens[next].figure;
    uint32_t n_list = s->out.n_list;
    at = next;
    if (joined && match(s, item + 1, past_member(s, at)))
      return true;
    s->out.n_list = n_list;
  }
  return false;
}

static void note_said(hd_construer *s, const hd_item *item, hd_span span) {
  if (item->said)
    s->out.said = span;
}

static bool starts_clause(const hd_construer *s, uint32_t at) {
  const hd_construed_token *before = &s->tokens[at > 0 ? at - 1 : 0];
  return at == 0 || (before->kind == HD_T_MARK && strchr(",;:.", before->mark));
}

static bool is_word_of(const hd_construer *s, const hd_item *item,
                       const hd_construed_token *t) {
  return t->kind == HD_T_WORD && t->word &&
         hd_word_set_has(&s->all->sets[item->set], t->word);
}

/* fell from 11.1 |(95% CI = 7.8-15.8) in May: a figure that changes or is
 * compared may have a bracket that explains it. */
static bool match_explained(hd_construer *s, uint32_t i, uint32_t at) {
  const hd_construed_token *t = &s->tokens[at];
  hd_str relation = s->c->relation;
  bool moves = hd_str_is(relation, "change") || hd_str_is(relation, "above") ||
               hd_str_is(relation, "below");
  bool found = moves && at < s->n && t->kind == HD_T_MARK && t->mark == '(' &&
               t->past && match(s, i + 1, t->past);
  s->out.explained = s->out.explained || found;
  return found;
}

/* The item at a token, with what follows. */
static bool match_item(hd_construer *s, uint32_t i, uint32_t at) {
  const hd_item *item = &s->c->items[i];
  const hd_construed_token *t = &s->tokens[at];
  if (item->kind == HD_ITEM_GAP)
    return match_gap(s, i, at);
  if (item->kind == HD_ITEM_END)
    return is_end(s, at) && match(s, i + 1, at);
  if (at >= s->n)
    return false;
  switch ((hd_item_kind)item->kind) {
  case HD_ITEM_WORDS:
    if (!is_word_of(s, item, t))
      return false;
    note_said(s, item, t->span);
    return match(s, i + 1, at + 1);
  case HD_ITEM_MARK:
    return t->kind == HD_T_MARK && t->mark == item->c &&
           match(s, i + 1, at + 1);
  case HD_ITEM_OTHER:
    return t->kind == HD_T_WORD && !hd_word_set_has(&s->all->other, t->word) &&
           match(s, i + 1, at + 1);
  case HD_ITEM_START:
    return starts_clause(s, at) && match(s, i + 1, at);
  case HD_ITEM_DATE:
    return t->kind == HD_T_DATE && match(s, i + 1, at + 1);
  case HD_ITEM_CUE:
    if (!t->cue)
      return false;
    s->out.cue = t->cue;
    s->out.cue_span =
        (hd_span){t->span.off, s->tokens[t->past_cue - 1].span.end};
    return match(s, i + 1, t->past_cue);
  case HD_ITEM_FIGURE:
    if (t->kind != HD_T_FIGURE || !plays(s, item->c, at) ||
        (i == 0 && is_sum(s->c) && continues(s, at, "")))
      return false;
    s->out.roles[item->c - 'A'] = (uint32_t)t->figure;
    note_said(s, item, t->span);
    return match(s, i + 1, at + 1) || match_explained(s, i, at + 1);
  case HD_ITEM_LIST:
    return match_list(s, i, at);
  default:
    return false;
  }
}

static bool match(hd_construer *s, uint32_t item, uint32_t at) {
  if (item == s->c->n)
    return true;
  if (++s->steps > STEPS)
    return false;
  if (match_item(s, item, at))
    return true;
  if (!s->c->items[item].optional)
    return false;
  if (s->c->items[item].kind == HD_ITEM_FIGURE)
    s->out.roles[s->c->items[item].c - 'A'] = HD_NONE;
  return match(s, item + 1, at);
}

/* Has the sentence a word of each set that must be there? */
static bool may_match(const hd_construer *s, const hd_construction *c) {
  if (c->n_figures > s->n_figures)
    return false;
  for (uint32_t i = 0; i < c->n; i++) {
    if (c->items[i].kind != HD_ITEM_WORDS || c->items[i].optional)
      continue;
    if (!hd_word_set_meets(&s->all->sets[c->items[i].set], &s->present))
      return false;
  }
  return true;
}

/* May the item stand at the token? */
static bool may_be(const hd_construer *s, const hd_item *item,
                   const hd_construed_token *t) {
  switch ((hd_item_kind)item->kind) {
  case HD_ITEM_WORDS:
    return is_word_of(s, item, t);
  case HD_ITEM_FIGURE:
    return t->kind == HD_T_FIGURE;
  case HD_ITEM_MARK:
    return t->kind == HD_T_MARK && t->mark == item->c;
  case HD_ITEM_DATE:
    return t->kind == HD_T_DATE;
  case HD_ITEM_CUE:
    return t->cue != NULL;
  default:
    return true;
  }
}

static bool is_one_token(const hd_item *item) {
  return !item->optional &&
         (item->kind == HD_ITEM_WORDS || item->kind == HD_ITEM_FIGURE ||
          item->kind == HD_ITEM_MARK || item->kind == HD_ITEM_DATE);
}

/* Few tokens can: the others are passed before anything is made ready. The
 * first two items that are a token each are held against the tokens there. */
static bool may_begin(const hd_construer *s, uint32_t at) {
  const hd_item *item = s->c->items, *end = item + s->c->n;
  if (item->kind == HD_ITEM_START) {
    if (!starts_clause(s, at))
      return false;
    item++;
  }
  for (int n = 0; n < 2 && item < end && is_one_token(item); n++, item++, at++)
    if (at >= s->n || !may_be(s, item, &s->tokens[at]))
      return false;
  return item == end || item->kind != HD_ITEM_CUE || item->optional ||
         (at < s->n && s->tokens[at].cue);
}

/* Takes back what a try of the construction may have set; nothing else is ever
 * set. */
static void clear(hd_construer *s) {
  for (uint32_t i = 0; i < s->c->n; i++)
    if (s->c->items[i].kind == HD_ITEM_FIGURE)
      s->out.roles[s->c->items[i].c - 'A'] = HD_NONE;
  s->out.n_list = 0;
  s->out.said = s->out.cue_span = (hd_span){0, 0};
  s->out.cue = NULL;
  s->out.explained = false;
}

static void try_at(hd_construer *s, uint32_t at) {
  if (!may_begin(s, at))
    return;
  s->steps = 0;
  bool found = match(s, 0, at);
  if (found)
    hd_construed_link(s->l, &s->out);
  if (found || s->steps > 1 || s->out.n_list) /* the first item stood there */
    clear(s);
}

/* At each figure, a list from the bracket on that it may stand in, too; what
 * begins with another item, at each token. */
static void try_construction(hd_construer *s, const hd_construction *c) {
  if (!may_match(s, c))
    return;
  s->c = s->out.construction = c;
  bool list = c->items[0].kind == HD_ITEM_LIST,
       words = c->items[0].kind == HD_ITEM_WORDS;
  if (!list && c->items[0].kind != HD_ITEM_FIGURE) {
    for (uint32_t at = 0; at < s->n; at++)
      if (!words ||
          (s->words[at] &&
           hd_word_set_has(&s->all->sets[c->items[0].set], s->words[at])))
        try_at(s, at);
    return;
  }
  for (uint32_t i = 0; i < s->n_numbers; i++) {
    uint32_t at = s->numbers[i];
    if (list && at > 0 && s->tokens[at - 1].kind == HD_T_MARK &&
        s->tokens[at - 1].mark == '(')
      try_at(s, at - 1);
    try_at(s, at);
  }
}

/* The constructions that the words of the sentence make worth trying: of one
 * sentence, or of two. */
static void try_worth(hd_construer *s, bool apart) {
  for (size_t m = 0; m < s->all->masks; m++) {
    uint64_t pairs = s->all->apart[m];
    for (uint64_t left = s->worth[m] & (apart ? pairs : ~pairs); left;
         left &= left - 1)
      try_construction(s,
                       &s->all->items[m * 64 + (size_t)__builtin_ctzll(left)]);
  }
}

static bool wants_pair(const hd_construer *s) {
  uint64_t any = 0;
  for (size_t m = 0; m < s->all->masks; m++)
    any |= s->worth[m] & s->all->apart[m];
  return any != 0;
}

/* Does sentence b follow sentence a in one block of running text? */
static bool follows(const hd_linker *l, uint32_t a, uint32_t b) {
  const hd_sentence *s = l->text->sentences;
  return a + 1 == b && s[a].block == s[b].block && s[a].cell == HD_NONE;
}

/* The sentence of figure `first`, that of figure `before` ahead of it. */
static void try_sentence(hd_construer *s, size_t before, size_t first,
                         size_t end) {
  const hd_linker *l = s->l;
  uint32_t a = hd_linker_claim(l, before)->sentence;
  uint32_t b = hd_linker_claim(l, first)->sentence;
  const hd_sentence *sentences = l->text->sentences;
  bool pair = before < first && follows(l, a, b);
  if (sentences[b].cell != HD_NONE || (end - first < 2 && !pair))
    return;
  hd_construer_read(s, &sentences[b], first);
  if (end - first > 1)
    try_worth(s, false);
  if (!pair || !wants_pair(s))
    return;
  hd_construer_read(s, &sentences[a], before);
  hd_construer_read_more(s, &sentences[b], first);
  try_worth(s, true);
}

void hd_link_constructions(hd_linker *l) {
  const hd_constructions *all = l->text->vocabulary->constructions;
  if (!all->n)
    return;
  hd_construer *s = HD_NEW(l->arena, hd_construer);
  s->l = l;
  s->all = all;
  for (size_t i = 0; i < sizeof s->out.roles / sizeof *s->out.roles; i++)
    s->out.roles[i] = HD_NONE;
  s->worth = hd_arena_alloc(l->arena, all->masks * sizeof *s->worth);
  for (size_t k = 0, before = 0, first; k < l->n_order; before = first) {
    uint32_t number = hd_linker_claim(l, k)->sentence;
    first = k;
    while (k < l->n_order && hd_linker_claim(l, k)->sentence == number)
      k++;
    try_sentence(s, before, first, k);
  }
}
