/* partition: figures of classes that together make a whole (第一、二、三产业,
 * male and female), said one behind the other.
 *
 * In: words of class partition beside figures. Out: PARTS links whose members
 * are one figure a class, in order; others are the figures near by that could
 * be their whole (none is said to be), and shares have none: they make 100 %.
 * One walk; a chain is given up where its next class does not come within
 * twelve figures. */
#include "linker.h"

enum { CHAINS = 8, REACH = 12, MOST = HD_GROUP_MOST, WINDOW = 40 };

typedef struct {
  hd_str name;
  size_t members[8];
  uint32_t n, of;
} chain;

/* "2/3": class 2 of 3. */
static bool read_place(hd_str extra, uint32_t *index, uint32_t *of) {
  if (extra.n != 3 || extra.p[1] != '/')
    return false;
  *index = (uint32_t)(extra.p[0] - '0');
  *of = (uint32_t)(extra.p[2] - '0');
  return *index > 0 && *of > 1 && *of <= 8;
}

static const hd_token *class_of(const hd_linker *l, size_t k) {
  enum { NAME = 60 };
  const hd_claim *c = hd_linker_claim(l, k);
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t low = l->text->sentences[c->sentence].span.off;
  if (end - low > NAME)
    low = end - NAME;
  if (k > 0 && hd_linker_claim(l, k - 1)->sentence == c->sentence &&
      hd_linker_figure(l, k - 1)->span.end > low)
    low = hd_linker_figure(l, k - 1)->span.end;
  return hd_linker_token(l, c->sentence, (hd_span){low, end}, HD_WORD_PARTITION,
                         true);
}

/* 72% (500,000) of females and 68% of males: each is a share of the class that
 * is named behind it. */
static bool is_of_class(const hd_linker *l, size_t k) {
  enum { AHEAD = 40 };
  uint32_t end = hd_linker_figure(l, k)->span.end;
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  hd_span ahead = {end, end + AHEAD};
  uint32_t last = l->text->sentences[sentence].span.end;
  if (ahead.end > last)
    ahead.end = last;
  const hd_token *name =
      hd_linker_token(l, sentence, ahead, HD_WORD_PARTITION, false);
  return name &&
         hd_str_ends(hd_linker_between(l, end, name->span.off), HD_STR(" of "));
}

/* English says rates as bare numbers (men: 39.1), which do not add up. */
static bool is_bare_rate(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return q->kind == HD_KIND_COUNT && q->decimals > 0 &&
         hd_number_cmp(q->scale, hd_number_of(1)) == 0;
}

static bool usable(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  if (c->list || hd_linker_figure(l, k)->bound != HD_BOUND_EXACT ||
      l->text->sentences[c->sentence].cell != HD_NONE)
    return false;
  if (l->doc->lang == HD_LANG_EN && (is_of_class(l, k) || is_bare_rate(l, k)))
    return false;
  if (kind == HD_KIND_PERCENT)
    return (c->aspects & HD_ASPECT_SHARE) != 0;
  return (kind == HD_KIND_COUNT || kind == HD_KIND_AMOUNT) &&
         !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT |
                         HD_ASPECT_AVERAGE | HD_ASPECT_NEW));
}

/* Figures before the chain that could be its whole, nearest first. */
static void add_others(const hd_linker *l, const chain *c, hd_link *k) {
  hd_claim_ref others[MOST];
  size_t first = c->members[0];
  size_t low = first > WINDOW ? first - WINDOW : 0;
  for (size_t i = first; i-- > low && k->n_others < MOST;)
    if (hd_linker_comparable(l, i, first) && usable(l, i))
      others[k->n_others++] = hd_linker_ref(l, l->order[i]);
  k->others = hd_arena_alloc(l->arena, (k->n_others + 1) * sizeof *others);
  memcpy(k->others, others, k->n_others * sizeof *others);
}

static void add(hd_linker *l, const chain *c) {
  hd_link k = hd_linker_group(l, HD_LINK_PARTS, c->members, c->n);
  if (hd_linker_figure(l, c->members[0])->kind != HD_KIND_PERCENT)
    add_others(l, c, &k);
  k.strength = 70;
  k.reason = "classes that make a whole";
  hd_linker_add(l, k);
}

/* Shares and stocks of one partition are chains of their own. */
static chain *chain_of(chain *chains, hd_str name, bool share) {
  for (int i = 0; i < CHAINS; i++)
    if (hd_str_eq(chains[i].name, name) && (i % 2 != 0) == share)
      return &chains[i];
  for (int i = share ? 1 : 0; i < CHAINS; i += 2)
    if (chains[i].n == 0) {
      chains[i].name = name;
      return &chains[i];
    }
  chains[share ? 1 : 0] = (chain){.name = name};
  return &chains[share ? 1 : 0];
}

static void extend(hd_linker *l, chain *c, size_t k, uint32_t index,
                   uint32_t of) {
  bool goes_on =
      c->n && c->n + 1 == index && c->of == of &&
      k - c->members[c->n - 1] <= REACH &&
      hd_linker_comparable(l, c->members[0], k) &&
      (l->doc->lang == HD_LANG_ZH || hd_linker_claim(l, c->members[0])->block ==
                                         hd_linker_claim(l, k)->block);
  if (!goes_on) {
    c->n = 0;
    if (index != 1)
      return;
  }
  c->of = of;
  c->members[c->n++] = k;
  if (c->n == of) {
    add(l, c);
    c->n = 0;
  }
}

void hd_link_partitions(hd_linker *l) {
  chain chains[CHAINS] = {0};
  const hd_token *last = NULL;
  uint32_t sentence = HD_NONE;
  for (size_t k = 0; k < l->n_order; k++) {
    const hd_claim *c = hd_linker_claim(l, k);
    bool share = hd_linker_figure(l, k)->kind == HD_KIND_PERCENT;
    const hd_token *token = class_of(l, k);
    if (token || c->sentence != sentence)
      last = token;
    sentence = c->sentence;
    uint32_t index, of;
    if (!last || !usable(l, k) || (!token && !share) ||
        !read_place(last->word->extra, &index, &of))
      continue;
    extend(l, chain_of(chains, last->word->value, share), k, index, of);
  }
}

/* 占60%、……占20%、……占30%; 31.4%, 27.1% and 41.5% of total sales. */
static bool shares_one_whole(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return hd_linker_figure(l, k)->kind == HD_KIND_PERCENT &&
         c->aspects & HD_ASPECT_SHARE &&
         hd_linker_figure(l, k)->bound == HD_BOUND_EXACT &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

/* 34% of workers in construction, 30% of workers in mining: is the share of a
 * whole of its own? The word that bounds it stands close behind "of". */
static bool has_own_whole(const hd_linker *l, size_t k) {
  static const char *const bounds[] = {" in ", " aged ", " with ", " who ",
                                       " at ", " from ", " whose "};
  enum { AHEAD = 40, CLOSE = 20, OF = 4 };
  uint32_t end = hd_linker_figure(l, k)->span.end;
  hd_str s = hd_linker_between(
      l, end,
      end + AHEAD < l->doc->text.n ? end + AHEAD : (uint32_t)l->doc->text.n);
  if (!hd_str_starts(s, HD_STR(" of ")))
    return false;
  s = (hd_str){s.p + OF, s.n - OF};
  for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
    size_t at = hd_str_find(s, hd_str_of(bounds[i]));
    hd_str noun = {s.p, at == (size_t)-1 ? 0 : at};
    if (noun.n > 0 && noun.n <= CLOSE && !memchr(noun.p, ',', noun.n) &&
        hd_str_find(noun, HD_STR(" was")) == (size_t)-1 &&
        hd_str_find(noun, HD_STR(" were")) == (size_t)-1)
      return true;
  }
  return false;
}

void hd_link_share_lists(hd_linker *l) {
  enum { LEAST = 3 };
  for (size_t k = 0; k < l->n_order;) {
    size_t n = 0;
    while (k + n < l->n_order && n < MOST && shares_one_whole(l, k + n) &&
           hd_linker_claim(l, k + n)->sentence ==
               hd_linker_claim(l, k)->sentence)
      n++;
    size_t apart = 0;
    for (size_t i = 0; i < n; i++)
      apart += has_own_whole(l, k + i);
    if (n >= LEAST && apart < 2) {
      hd_link link = hd_link_blank(HD_LINK_PARTS);
      link.members = hd_arena_alloc(l->arena, n * sizeof *link.members);
      for (size_t i = 0; i < n; i++)
        link.members[i] = hd_linker_ref(l, l->order[k + i]);
      link.n_members = (uint32_t)n;
      link.strength = 50;
      link.same_sentence = true;
      link.reason = "shares said in one list";
      hd_linker_add(l, link);
    }
    k += n ? n : 1;
  }
}
