/* framed_zh: counts of Chinese texts that stand before one noun with two
 * numbers (推进39个欠发达县域托底性帮扶, 推进36个欠发达县域托底性帮扶;
 * 民营经济32条政策, 民营经济23条政策).
 *
 * In: exact whole counts outside of tables, with their measure word. Out:
 * SAME_NAME links of strength HD_FRAMED: anchor, the number that stands so
 * once; names, it and those of the number that the same words otherwise have,
 * before it where each stands once. Whether the verb before a count makes new
 * things each time (新建5个, 新建6个) is for the rule to say.
 *
 * Each count is put under hashes of its measure word with what stands behind
 * it, alone and with what stands before; it is held against the last eight of
 * each. Linear. */
#include "framed.h"
#include "recent.h"

enum {
  HAN = 3,         /* bytes of an ideograph */
  NOUN = 4 * HAN,  /* of a noun that tells by itself what is counted */
  SHORT = 2 * HAN, /* of one that the words before it tell of what */
  LEAD = 3 * HAN,  /* those words */
  KEYS = 2
};

typedef struct {
  uint32_t quantity;
  uint64_t keys[KEYS]; /* 0: none */
} spot;

typedef struct {
  hd_linker *l;
  HD_VEC(spot) spots;
  hd_recent *recent;
} search;

/* Are the n bytes at p ideographs, as far as their first bytes tell? */
static bool is_han(const char *p, size_t n) {
  for (size_t i = 0; i < n; i += HAN)
    if ((unsigned char)p[i] < 0xE4 || (unsigned char)p[i] > 0xE9)
      return false;
  return true;
}

static uint64_t key_of(uint64_t which, const char *from, const char *to) {
  return hd_hash_step(which, hd_hash(from, (size_t)(to - from)));
}

/* The keys of a count whose measure word ends at `end`. */
static void set_keys(const hd_linker *l, const hd_quantity *q, spot *s) {
  hd_str t = l->doc->text;
  const char *unit = t.p + q->unit_span.off, *end = t.p + q->span.end;
  size_t room = t.n - q->span.end;
  if (room >= NOUN && is_han(end, NOUN))
    s->keys[0] = key_of(1, unit, end + NOUN);
  const char *number = t.p + q->number.off;
  if (room >= SHORT && q->number.off >= LEAD && is_han(end, SHORT) &&
      is_han(number - LEAD, LEAD))
    s->keys[1] = hd_hash_step(key_of(2, unit, end + SHORT),
                              hd_hash(number - LEAD, LEAD));
}

static bool is_plain_count(const hd_linker *l, const hd_quantity *q) {
  return q->kind == HD_KIND_COUNT && q->unit && q->bound == HD_BOUND_EXACT &&
         !q->decimals && !q->and_more && q->low_known && q->high_known &&
         q->span.end == q->unit_span.end && q->scale.num == 1 &&
         q->low.num > 1 && q->low.num == q->high.num &&
         l->text->sentences[q->sentence].cell == HD_NONE;
}

static int64_t value_at(const search *s, uint32_t i) {
  return (int64_t)s->l->q->items[s->spots.items[i].quantity].low.num;
}

static hd_span number_at(const search *s, uint32_t i) {
  return s->l->q->items[s->spots.items[i].quantity].number;
}

static void add(const search *s, uint32_t odd, const uint32_t *others,
                uint32_t n) {
  hd_span *names = hd_arena_alloc(s->l->arena, n * sizeof *names);
  for (uint32_t i = 0; i < n; i++) /* odd is one of them */
    names[i] = number_at(s, others[i]);
  hd_framed_add(s->l, number_at(s, odd), names, n, "the same noun behind it");
}

/* Is the number alone under its key, and all others one, twice at least or
 * before it? Of one that was put so long ago that it is gone nothing is known.
 */
static bool judge(const search *s, uint32_t own, uint64_t key) {
  uint32_t others[HD_RECENT], usual = HD_NONE, count = 0;
  uint32_t n = hd_recent_get(s->recent, key, others);
  bool held = false;
  for (uint32_t i = 0; i < n; i++) {
    held = held || others[i] == own;
    if (others[i] == own)
      continue;
    if (usual == HD_NONE)
      usual = others[i];
    if (value_at(s, others[i]) != value_at(s, usual) ||
        value_at(s, usual) == value_at(s, own))
      return false;
    count++;
  }
  if (!held || !count || (count == 1 && usual > own))
    return false;
  add(s, own, others, n);
  return true;
}

void hd_link_framed_chinese(hd_linker *l) {
  search s = {.l = l, .recent = hd_recent_new(l->own)};
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_quantity *q = hd_linker_figure(l, i);
    spot found = {.quantity = (uint32_t)(q - l->q->items)};
    if (!is_plain_count(l, q))
      continue;
    set_keys(l, q, &found);
    uint32_t others[HD_RECENT];
    for (size_t k = 0; k < KEYS; k++)
      if (found.keys[k])
        hd_recent_put(s.recent, found.keys[k], (uint32_t)s.spots.n, others);
    if (found.keys[0] || found.keys[1])
      HD_PUSH(l->own, &s.spots, found);
  }
  for (uint32_t i = 0; i < s.spots.n; i++)
    for (size_t k = 0; k < KEYS; k++)
      if (s.spots.items[i].keys[k] && judge(&s, i, s.spots.items[i].keys[k]))
        break;
}
