/* english_words: a stretch of English cut into words with their roles.
 *
 * In: a stretch of one sentence. Out: words, each a noun (or what may belong
 * to a noun phrase: adjectives, names), or a word that parts noun phrases.
 * Closed classes come from en/stop (column extra) and the purposes of other
 * lexicons; an open word is a verb by its ending and its neighbours
 * (compiled from, students attending). Brackets that open and close inside
 * the stretch are passed over. Linear; at most HD_ENGLISH_WORDS words, the
 * nearest to the figure. */
#include "english.h"

enum { LONGEST = 32 };

#define BIT(cls) (1u << (cls))

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does the byte at off belong to a word that goes on? */
static bool in_word(const char *t, uint32_t off, uint32_t end) {
  unsigned char c = (unsigned char)t[off];
  if (is_alpha(t[off]) || hd_ascii_is_digit(t[off]))
    return true;
  if (c >= 0xC3 && c <= 0xCA)
    return true;
  if (c >= 0x80 && c <= 0xBF)
    return true;
  if (c == 0xE2 && off + 2 < end) /* ’ */
    return (unsigned char)t[off + 1] == 0x80 &&
           (unsigned char)t[off + 2] == 0x99;
  if (c == '\'' && off > 0 && t[off - 1] == 's')
    return off + 1 < end && t[off + 1] == ' '; /* Ministries' budgets */
  return (c == '-' || c == '\'' || c == '/' || c == '&' || c == '.') &&
         off + 1 < end && is_alpha(t[off + 1]);
}

/* Roles of closed classes that are named in the lexicon. */
static bool role_named(hd_str name, hd_english_role *role) {
  static const struct {
    const char *name;
    hd_english_role role;
  } rows[] = {{"of", HD_ENGLISH_OF},     {"prep", HD_ENGLISH_PREP},
              {"det", HD_ENGLISH_DET},   {"pron", HD_ENGLISH_PRON},
              {"conj", HD_ENGLISH_MARK}, {"adv", HD_ENGLISH_ADV},
              {"aux", HD_ENGLISH_AUX},   {"modal", HD_ENGLISH_MODAL},
              {"verb", HD_ENGLISH_VERB}, {"noun", HD_ENGLISH_NOUN}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_is(name, rows[i].name)) {
      *role = rows[i].role;
      return true;
    }
  return false;
}

/* The role a purpose gives; false where it leaves the word open. */
static bool role_of_purpose(const hd_word *w, hd_english_role *role) {
  switch (w->cls) {
  case HD_WORD_STOP:
    return role_named(w->extra, role);
  case HD_WORD_REACH:
    *role = HD_ENGLISH_AUX;
    return true;
  case HD_WORD_CHANGE:
    *role = HD_ENGLISH_CHANGE;
    return true;
  case HD_WORD_CONJUNCTION:
    *role = HD_ENGLISH_AND;
    return true;
  case HD_WORD_FROM:
    *role = HD_ENGLISH_PREP;
    return true;
  case HD_WORD_TO:
    *role = HD_ENGLISH_TO;
    return true;
  case HD_WORD_MODALITY:
    *role = hd_str_is(w->value, "forecast") ? HD_ENGLISH_VERB : HD_ENGLISH_NOUN;
    return true;
  case HD_WORD_PART:
  case HD_WORD_SHARE:
    *role = HD_ENGLISH_VERB;
    return true;
  case HD_WORD_DISTRIBUTE:
    *role = HD_ENGLISH_DET;
    return true;
  case HD_WORD_BOUND:
    *role = HD_ENGLISH_ADV;
    return true;
  case HD_WORD_ASPECT:
    *role = HD_ENGLISH_ASPECT;
    return true;
  case HD_WORD_INDICATOR:
    *role = HD_ENGLISH_NOUN;
    return true;
  default:
    return false;
  }
}

/* Gross Value | Added: a word with a capital behind another one is of a name.
 */
static bool in_name(const hd_claim_reader *r, hd_span word) {
  const char *t = r->doc->text.p;
  return word.off > 1 && t[word.off] >= 'A' && t[word.off] <= 'Z' &&
         t[word.off - 1] == ' ' && is_alpha(t[word.off - 2]);
}

/* What the lexicons say of one word; stop words first. */
static bool look_up(const hd_claim_reader *r, hd_english_word *w) {
  static const uint8_t order[HD_WORD_CLASSES] = {
      /* 0: none */
      [HD_WORD_STOP] = 1,        [HD_WORD_INDICATOR] = 2, [HD_WORD_CHANGE] = 3,
      [HD_WORD_REACH] = 4,       [HD_WORD_TO] = 5,        [HD_WORD_FROM] = 6,
      [HD_WORD_CONJUNCTION] = 7, [HD_WORD_PART] = 8,      [HD_WORD_SHARE] = 9,
      [HD_WORD_DISTRIBUTE] = 10, [HD_WORD_BOUND] = 11,    [HD_WORD_ASPECT] = 12,
      [HD_WORD_MODALITY] = 13};
  size_t n = w->span.end - w->span.off, letters;
  if (n > LONGEST)
    return false;
  hd_match m[LONGEST];
  size_t k = hd_vocabulary_words(r->v, hd_document_text(r->doc, w->span), m,
                                 LONGEST, &letters);
  if (k == 0 || m[k - 1].n != n)
    return false;
  uint8_t best = UINT8_MAX;
  for (size_t i = 0; i < m[k - 1].n_values; i++) {
    const hd_word *word = &r->v->words.items[m[k - 1].values[i]];
    hd_word_class cls = hd_vocabulary_class(r->v, word);
    hd_english_role role;
    if (!order[cls] || order[cls] >= best ||
        (cls == HD_WORD_CHANGE && in_name(r, w->span)) ||
        !role_of_purpose(word, &role))
      continue;
    best = order[cls];
    w->word = word;
    w->role = role;
  }
  return best != UINT8_MAX;
}

static bool ends(const hd_claim_reader *r, const hd_english_word *w,
                 const char *tail) {
  return hd_str_ends(hd_document_text(r->doc, w->span), hd_str_of(tail));
}

bool hd_english_plural(const hd_claim_reader *r, const hd_english_word *w) {
  static const char *const irregular[] = {"men", "women", "children", "people",
                                          NULL};
  if (hd_str_is_any(hd_document_text(r->doc, w->span), irregular))
    return true;
  return w->span.end - w->span.off > 3 && ends(r, w, "s") &&
         !ends(r, w, "ss") && !ends(r, w, "us") && !ends(r, w, "is") &&
         !ends(r, w, "'s") && !ends(r, w, "\xE2\x80\x99s");
}

/* Adjectives as their endings tell. */
static bool is_adjective(const hd_claim_reader *r, const hd_english_word *w) {
  static const char *const tails[] = {
      "al",  "ive", "ous", "ic", "ary", "ble",   "ful",   "less",
      "ant", "ish", "an",  "ed", "ly",  "large", "small", "ior"};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (ends(r, w, tails[i]))
      return true;
  return false;
}

/* issued, not: Added in a name, unsecured (notes). */
static bool is_past(const hd_claim_reader *r, const hd_english_word *w) {
  hd_str s = hd_document_text(r->doc, w->span);
  return s.p[0] >= 'a' && hd_str_ends(s, HD_STR("ed")) &&
         !hd_str_starts(s, HD_STR("un"));
}

/* peaking | during | the week: a participle that opens its clause; those that
 * name what they measure (smoking among adults) take other prepositions. */
static bool opens_clause(const hd_claim_reader *r, const hd_english_word *w,
                         size_t n, size_t i) {
  static const char *const joints[] = {"at", "to", "during", "by", NULL};
  if ((i > 0 && w[i - 1].role != HD_ENGLISH_MARK) || i + 1 == n ||
      !ends(r, &w[i], "ing"))
    return false;
  return hd_str_is_any(hd_document_text(r->doc, w[i + 1].span), joints);
}

static bool may_follow_verb(hd_english_role role) {
  return role != HD_ENGLISH_NOUN && role != HD_ENGLISH_AND &&
         role != HD_ENGLISH_ASPECT;
}

/* Open words by their endings and neighbours; `known` words stay. */
static void guess(const hd_claim_reader *r, hd_english_word *w, size_t n,
                  size_t i, bool before_figure) {
  const hd_english_word *prev = i ? &w[i - 1] : NULL;
  bool last = i + 1 == n || may_follow_verb(w[i + 1].role);
  bool modal = prev && (prev->role == HD_ENGLISH_MODAL ||
                        (i > 1 &&
                         (prev->role == HD_ENGLISH_ADV ||
                          (prev->role == HD_ENGLISH_MARK && prev->word)) &&
                         w[i - 2].role == HD_ENGLISH_MODAL));
  if (modal) { /* will also extend */
    w[i].role = HD_ENGLISH_VERB;
    return;
  }
  bool lower = r->doc->text.p[w[i].span.off] >= 'a';
  if (prev && prev->role == HD_ENGLISH_TO && lower && before_figure &&
      i + 1 == n && !hd_english_plural(r, &w[i])) {
    w[i].role = HD_ENGLISH_VERB; /* to invest $5m */
    return;
  }
  if (prev && prev->role == HD_ENGLISH_TO && !hd_english_plural(r, &w[i]) &&
      (i + 1 < n || !before_figure)) {
    if (i + 1 < n && w[i + 1].role != HD_ENGLISH_PREP)
      w[i].role = HD_ENGLISH_VERB;
    return;
  }
  if (lower && (opens_clause(r, w, n, i) ||
                (prev && hd_str_is(hd_document_text(r->doc, prev->span),
                                   "who")))) { /* adults who | smoke */
    w[i].role = HD_ENGLISH_VERB;
    return;
  }
  if (prev && prev->role == HD_ENGLISH_AUX && ends(r, &w[i], "ed")) {
    w[i].role = HD_ENGLISH_VERB;
    return;
  }
  bool noun_before = prev && prev->role == HD_ENGLISH_NOUN;
  bool plural = noun_before && hd_english_plural(r, prev);
  bool owned = prev && (ends(r, prev, "'s") || ends(r, prev, "\xE2\x80\x99s"));
  bool alone = noun_before && !owned &&
               (i == 1 || w[i - 2].role == HD_ENGLISH_DET ||
                w[i - 2].role == HD_ENGLISH_MARK);
  if (alone && is_past(r, &w[i]) && !is_adjective(r, prev)) {
    w[i].role = HD_ENGLISH_VERB; /* the company issued notes */
    return;
  }
  if (i + 1 == n && before_figure && ends(r, &w[i], "ing") && lower)
    w[i].role = HD_ENGLISH_VERB; /* (contributing 99.2% in 2011) */
  else if (prev && prev->role == HD_ENGLISH_PREP && ends(r, &w[i], "ing") &&
           lower && i + 1 < n && w[i + 1].role == HD_ENGLISH_DET)
    w[i].role = HD_ENGLISH_VERB; /* by raising the cap */
  else if (ends(r, &w[i], "ly"))
    w[i].role = HD_ENGLISH_ADV;
  else if (is_past(r, &w[i]) && (last || plural))
    w[i].role = HD_ENGLISH_VERB;
  else if (ends(r, &w[i], "ing") &&
           (plural || (last && noun_before && i + 1 < n)))
    w[i].role = HD_ENGLISH_VERB;
}

/* Brackets of a region, and how far their ends were looked for. Most are found
 * at once; where many have none, all are found in one walk. */
typedef struct {
  const hd_claim_reader *r;
  hd_span region;
  uint32_t walked; /* bytes */
  hd_arena *arena; /* of past */
  uint32_t *past;  /* by offset in the region; NULL: not found yet */
} brackets;

static int depth_change(char c) {
  return (c == '(' || c == '[') - (c == ')' || c == ']');
}

/* Behind each byte the nearest place of the depth before it: last[] holds,
 * going backwards, where each depth was last. */
static void find_all(brackets *b) {
  const char *t = b->r->doc->text.p;
  uint32_t low = b->region.off, n = b->region.end - low;
  b->arena = hd_arena_within(b->r->arena);
  b->past = hd_arena_alloc(b->arena, (n + 1) * sizeof *b->past);
  uint32_t *last = hd_arena_alloc(b->arena, (2 * n + 1) * sizeof *last);
  int64_t depth = 0;
  for (uint32_t i = 0; i < n; i++)
    depth += depth_change(t[low + i]);
  for (uint32_t i = n;; i--) {
    uint32_t *at = &last[n + depth];
    b->past[i] = *at ? low + *at : low + i; /* no place is 0 behind another */
    *at = i;
    if (i == 0)
      return;
    depth -= depth_change(t[low + i - 1]);
  }
}

/* The end of a bracket that opens at off and closes before the region's end;
 * else off. */
static uint32_t past_bracket(brackets *b, uint32_t off) {
  enum { FAR = 4096 };
  const char *t = b->r->doc->text.p;
  int depth = 0;
  if (b->past)
    return b->past[off - b->region.off];
  for (uint32_t at = off; at < b->region.end; at++) {
    depth += depth_change(t[at]);
    if (depth == 0)
      return at + 1;
    if (b->walked++ == FAR) {
      find_all(b);
      return b->past[off - b->region.off];
    }
  }
  return off;
}

static void push(hd_english_word *w, size_t *n, hd_english_word word) {
  if (*n == HD_ENGLISH_WORDS) {
    memmove(w, w + 1, (HD_ENGLISH_WORDS - 1) * sizeof *w);
    --*n;
  }
  w[(*n)++] = word;
}

/* in 2012 | GDP, between 2008 and 2009 | GDP: the year says when. */
static bool tells_when(const char *t, const hd_quantity *q, uint32_t low) {
  static const char *const words[] = {"in ",   "In ", "since ",  "Since ",
                                      "to ",   "by ", "during ", "until ",
                                      "from ", NULL};
  hd_str s = {t + low, q->span.off > low ? q->span.off - low : 0};
  if (hd_str_ends_any(s, words))
    return true;
  return hd_str_ends(s, HD_STR(" and ")) && s.n > 5 &&
         hd_ascii_is_digit(s.p[s.n - 6]);
}

/* A year before a name (2019 Notes) is part of the name. */
static bool names(const char *t, const hd_quantity *q, uint32_t low,
                  uint32_t end) {
  if (q->kind == HD_KIND_NAME || q->kind == HD_KIND_IDENTIFIER ||
      q->kind == HD_KIND_ORDINAL)
    return true;
  return q->kind == HD_KIND_PERIOD && q->span.end + 1 < end &&
         !tells_when(t, q, low) && hd_ascii_is_digit(t[q->span.off]) &&
         t[q->span.end] == ' ' && t[q->span.end + 1] >= 'A' &&
         t[q->span.end + 1] <= 'Z';
}

/* Words that the words beside them make something else: per capita income is
 * an income, what will cost does so. */
static void join_known(const hd_claim_reader *r, hd_english_word *w, size_t n) {
  for (size_t i = 0; i + 1 < n; i++) {
    hd_str next = hd_document_text(r->doc, w[i + 1].span);
    if (hd_str_is(next, "capita"))
      w[i].role = w[i + 1].role = HD_ENGLISH_NOUN;
    else if (w[i].role == HD_ENGLISH_MODAL && w[i + 1].role == HD_ENGLISH_NOUN)
      w[i + 1].role = HD_ENGLISH_VERB;
    else if (w[i].role == HD_ENGLISH_NOUN && w[i + 1].role == HD_ENGLISH_TO &&
             (hd_str_is(hd_document_text(r->doc, w[i].span), "equivalent") ||
              hd_str_is(hd_document_text(r->doc, w[i].span), "equal")))
      w[i].role = HD_ENGLISH_VERB; /* this was equivalent to 2% of GDP */
    else if (w[i].role == HD_ENGLISH_AND && hd_str_is(next, "cost"))
      w[i + 1].role = HD_ENGLISH_VERB; /* will start now and cost $9m */
  }
}

size_t hd_english_words(const hd_claim_reader *r, hd_span region,
                        bool before_figure, hd_english_word *w) {
  const char *t = r->doc->text.p;
  size_t n = 0, q = hd_quantities_behind(r->q, region.off);
  bool known[HD_ENGLISH_WORDS + 1];
  brackets b = {.r = r, .region = region};
  for (uint32_t off = region.off; off < region.end;) {
    if (q < r->q->n && off >= r->q->items[q].span.off) {
      const hd_quantity *figure = &r->q->items[q++];
      if (figure->span.end <= off)
        continue;
      hd_english_role role = names(t, figure, region.off, region.end)
                                 ? HD_ENGLISH_NOUN
                                 : HD_ENGLISH_FIGURE;
      push(w, &n, (hd_english_word){{off, figure->span.end}, role, NULL});
      off = figure->span.end;
      continue;
    }
    uint32_t past = depth_change(t[off]) ? past_bracket(&b, off) : off + 1;
    if (t[off] == ' ' || past > off + 1) {
      off = past > off + 1 ? past : off + 1;
      continue;
    }
    uint32_t end = off, stop = region.end;
    if (q < r->q->n && r->q->items[q].span.off < stop)
      stop = r->q->items[q].span.off; /* it is behind off */
    while (end < stop && (is_alpha(t[end]) || in_word(t, end, region.end)))
      end++;
    bool open = end > off;
    if (open && end - off >= 3 && end + 1 < stop && t[end] == '.' &&
        t[end + 1] == ' ' && t[end - 2] == '.' && t[end - 1] <= 'Z')
      end++; /* participating U.S. airports */
    if (!open) {
      uint32_t cp;
      end = off + (uint32_t)hd_utf8_decode(t + off, region.end - off, &cp);
    }
    hd_english_word word = {
        {off, end}, open ? HD_ENGLISH_NOUN : HD_ENGLISH_MARK, NULL};
    if (!open && t[off] == '&')
      word.role = HD_ENGLISH_AND;
    if (open)
      look_up(r, &word);
    push(w, &n, word);
    off = word.span.end;
  }
  if (b.arena)
    hd_arena_free(b.arena);
  for (size_t i = 0; i < n; i++)
    known[i] = w[i].word || w[i].role != HD_ENGLISH_NOUN;
  join_known(r, w, n);
  for (size_t i = 0; i < n; i++)
    if (!known[i])
      guess(r, w, n, i, before_figure);
  return n;
}
