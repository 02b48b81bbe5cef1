/* scale_en: million for billion, told by the figures beside.
 *
 * In: amounts and counts in millions and billions of English text, with those
 * of the sentences around in one paragraph and the percentages of their own
 * sentence. Out: PAIR links of a figure that is nothing the others give, but
 * would be in the other scale: the sum or difference of two, or with one and a
 * percentage their share, whole, growth or increment. level: the figure; base
 * and increment, or base and rate: what gives it. One in seven of 7,100
 * figures in 25 MB keeps such a relation; of those that keep none three come
 * to one by another scale. */
#include "linker.h"

enum { MATES = 14, RATES = 6, REACH = 24, STRENGTH = 65 };

/* A figure as a range of what it may stand for. */
typedef struct {
  double low, high;
} range;

typedef struct {
  range value;
  size_t k; /* in reading order */
} mate;

typedef struct {
  mate mates[MATES], rates[RATES];
  uint32_t n_mates, n_rates;
  const hd_unit *unit;
  hd_kind kind;
} company;

/* What makes a figure: a, and b or the rate p. */
typedef struct {
  size_t a, b, p; /* n_order: none */
} origin;

static double number(hd_number n) { return hd_number_double(n); }

static bool is_one_figure(const hd_quantity *q) {
  return q->low_known && q->high_known && !q->numeral && !q->and_more &&
         hd_number_cmp(q->low, q->high) == 0 && number(q->low) > 0;
}

static range range_of(const hd_quantity *q) {
  double half =
      q->rounding == HD_ROUNDING_EXACT ? 0 : number(q->last_digit) / 2;
  double v = number(q->low);
  return (range){v - half, v + half};
}

static bool is_scaled(const hd_quantity *q) {
  const double million = 1e6;
  return is_one_figure(q) &&
         (q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_COUNT) &&
         number(q->scale) >= million;
}

static bool meets(range a, range b) {
  return a.low <= b.high && b.low <= a.high;
}

/* How many units of its last digit it is: of 0.06 six, of 15.2 152. */
static double units_of(const hd_quantity *q) {
  return number(q->low) / number(q->last_digit);
}

/* A rate that is told precisely enough to tell anything. */
static bool is_rate(const hd_quantity *q) {
  const double most = 95, least = 8;
  return q->kind == HD_KIND_PERCENT && is_one_figure(q) &&
         number(q->low) < most && units_of(q) >= least;
}

/* The figures of the unit in the sentence of figure k and those next to it. */
static void gather(const hd_linker *l, size_t k, company *out) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  *out = (company){.unit = q->unit, .kind = q->kind};
  size_t low = k > REACH ? k - REACH : 0;
  for (size_t i = low; i < l->n_order && i < k + REACH; i++) {
    const hd_claim *d = hd_linker_claim(l, i);
    const hd_quantity *f = hd_linker_figure(l, i);
    if (d->block != c->block || d->sentence + 1 < c->sentence)
      continue;
    if (d->sentence > c->sentence + 1)
      break;
    mate m = {range_of(f), i};
    if (is_rate(f) && d->sentence == c->sentence && out->n_rates < RATES)
      out->rates[out->n_rates++] = m;
    else if (i != k && is_scaled(f) && f->kind == q->kind &&
             (f->kind == HD_KIND_COUNT || f->unit == q->unit) &&
             out->n_mates < MATES)
      out->mates[out->n_mates++] = m;
  }
}

/* Is x the sum of a and b, or what one is above the other, none of the three
 * as small as what rounding leaves open? */
static bool is_sum(range x, range a, range b) {
  enum { PRECISE = 2 };
  range sum = {a.low + b.low, a.high + b.high};
  range less = {a.low - b.high, a.high - b.low};
  double open = PRECISE * (a.high - a.low + b.high - b.low + x.high - x.low);
  return a.low > open && b.low > open && x.low > open &&
         (meets(x, sum) || meets(x, less));
}

/* Does p percent lie between x and a: a share, growth or an increment? */
static bool is_of_rate(range x, range a, range p) {
  double l = p.low / 100, h = p.high / 100;
  return meets(x, (range){a.low * l, a.high * h}) ||
         meets(a, (range){x.low * l, x.high * h}) ||
         meets(x, (range){a.low * (1 + l), a.high * (1 + h)}) ||
         meets(x, (range){a.low * (1 - h), a.high * (1 - l)}) ||
         meets(a, (range){x.low * (1 + l), x.high * (1 + h)}) ||
         meets(a, (range){x.low * (1 - h), x.high * (1 - l)}) ||
         meets(x, (range){a.low * l / (1 + h), a.high * h / (1 + l)}) ||
         meets(x, (range){a.low * l / (1 - l), a.high * h / (1 - h)});
}

/* $12 billion, of which $12 million: what the others give is told. */
static bool is_there(const company *c, range x) {
  for (uint32_t i = 0; i < c->n_mates; i++)
    if (meets(c->mates[i].value, x))
      return true;
  return false;
}

/* precise: of so many digits that the sum of two figures of other sentences
 * hardly comes to be it by chance. */
static bool find_origin(const hd_linker *l, const company *c, range x,
                        uint32_t sentence, bool precise, origin *out) {
  *out = (origin){l->n_order, l->n_order, l->n_order};
  for (uint32_t i = 0; i < c->n_mates; i++) {
    range a = c->mates[i].value;
    out->a = c->mates[i].k;
    bool beside = hd_linker_claim(l, out->a)->sentence == sentence;
    for (uint32_t j = 0; j < c->n_mates; j++)
      if (i != j && is_sum(x, a, c->mates[j].value) &&
          (precise || (beside && hd_linker_claim(l, c->mates[j].k)->sentence ==
                                     sentence))) {
        out->b = c->mates[j].k;
        return true;
      }
    if (!beside)
      continue;
    for (uint32_t j = 0; j < c->n_rates; j++)
      if (c->rates[j].value.low > 0 && is_of_rate(x, a, c->rates[j].value)) {
        out->p = c->rates[j].k;
        return true;
      }
  }
  return false;
}

/* How many figures of the document are in millions and in billions, by kind. */
typedef struct {
  uint32_t of[HD_KINDS][2];
} fellows;

static bool is_billions(const hd_quantity *q) {
  const double billion = 1e9;
  return number(q->scale) == billion;
}

static fellows count_fellows(const hd_linker *l) {
  const double million = 1e6;
  fellows f = {{{0}}};
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_quantity *q = hd_linker_figure(l, i);
    if (is_billions(q) || number(q->scale) == million)
      f.of[q->kind][is_billions(q)]++;
  }
  return f;
}

static uint32_t fellows_of(const fellows *f, const hd_quantity *q) {
  return f->of[q->kind][is_billions(q)];
}

/* Of 402 million and 28.7 billion either may be wrong: is the one linked last
 * held against figure k, and its scale the commoner? Then it gives way; true
 * where it stays. */
static bool is_told(hd_linker *l, const fellows *f, size_t k, origin o) {
  enum { LINKS = 4 };
  for (size_t i = l->links.n, n = 0; i-- > 0 && n < LINKS; n++) {
    const hd_link *other = &l->links.items[i];
    if (other->kind != HD_LINK_PAIR)
      break;
    uint32_t level = other->level.claim;
    if (other->base.claim != l->order[k] &&
        other->increment.claim != l->order[k])
      continue;
    if (level != l->order[o.a] && (o.b == l->n_order || level != l->order[o.b]))
      continue;
    size_t first = hd_linker_figure_from(l, l->q->items[level].span.off);
    if (fellows_of(f, hd_linker_figure(l, first)) <
        fellows_of(f, hd_linker_figure(l, k)))
      return true;
    l->links.n--;
    memmove(l->links.items + i, l->links.items + i + 1,
            (l->links.n - i) * sizeof *l->links.items);
  }
  return false;
}

static void add(hd_linker *l, size_t k, origin o) {
  hd_link link = hd_link_blank(HD_LINK_PAIR);
  link.level = hd_linker_ref(l, l->order[k]);
  link.base = hd_linker_ref(l, l->order[o.a]);
  if (o.b < l->n_order)
    link.increment = hd_linker_ref(l, l->order[o.b]);
  if (o.p < l->n_order)
    link.rate = hd_linker_ref(l, l->order[o.p]);
  link.strength = STRENGTH;
  link.reason = "another scale makes it what the figures beside it give";
  hd_linker_add(l, link);
}

/* Millions and billions, but for $1.0 million. */
static bool may_be_wrong(const hd_linker *l, size_t k) {
  const double million = 1e6, billion = 1e9, least = 11;
  const hd_quantity *q = hd_linker_figure(l, k);
  double scale = number(q->scale);
  return (scale == million || scale == billion) && is_scaled(q) &&
         units_of(q) >= least &&
         l->text->sentences[q->sentence].cell == HD_NONE;
}

/* a deficit of $5.1 million: what the two before it give. */
static bool is_outcome(const hd_linker *l, const hd_quantity *q) {
  enum { NEAR = 32 };
  static const char *const words[] = {
      "deficit", "surplus",   "total",  "differ", "balance",  " gap ",
      " net ",   "shortfall", "excess", "in all", "together", NULL};
  uint32_t off = q->span.off > NEAR ? q->span.off - NEAR : 0;
  return hd_str_has_any(hd_linker_between(l, off, q->span.off), words);
}

void hd_link_scales_english(hd_linker *l) {
  const double thousand = 1000, million = 1e6, three_digits = 100;
  const fellows f = count_fellows(l);
  for (size_t k = 0; k < l->n_order; k++) {
    company c;
    origin o;
    if (!may_be_wrong(l, k))
      continue;
    gather(l, k, &c);
    const hd_quantity *q = hd_linker_figure(l, k);
    range x = range_of(q);
    bool precise = units_of(q) >= three_digits || is_outcome(l, q);
    if (c.n_mates + c.n_rates < 2 || c.n_mates == MATES ||
        find_origin(l, &c, x, q->sentence, true, &o))
      continue;
    double by = number(q->scale) == million ? thousand : 1 / thousand;
    range y = {x.low * by, x.high * by};
    if (!is_there(&c, y) && find_origin(l, &c, y, q->sentence, precise, &o) &&
        !is_told(l, &f, k, o))
      add(l, k, o);
  }
}
