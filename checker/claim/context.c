/* context: takes words of purpose off the left of a figure.
 *
 * In: text offsets. Out: hd_context. Asks which words end at a place, longest
 * word first, until a word has no purpose; an indicator (出口) ends it even
 * where the word could be a verb. */
#include "context.h"

#define BIT(cls) (1u << (cls))

static const uint32_t purposes =
    BIT(HD_WORD_CHANGE) | BIT(HD_WORD_REACH) | BIT(HD_WORD_COMPARE) |
    BIT(HD_WORD_SHARE) | BIT(HD_WORD_ASPECT) | BIT(HD_WORD_BASE) |
    BIT(HD_WORD_BOUND) | BIT(HD_WORD_DISTRIBUTE) | BIT(HD_WORD_TOTAL) |
    BIT(HD_WORD_TO) | BIT(HD_WORD_MODALITY) | BIT(HD_WORD_STOP);

uint16_t hd_aspect_of(hd_str value) {
  static const struct {
    const char *name;
    uint16_t bit;
  } rows[] = {{"new", HD_ASPECT_NEW},
              {"cumulative", HD_ASPECT_CUMULATIVE},
              {"increment", HD_ASPECT_INCREMENT},
              {"average", HD_ASPECT_AVERAGE},
              {"completion", HD_ASPECT_COMPLETION},
              {"rank", HD_ASPECT_RANK}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_is(value, rows[i].name))
      return rows[i].bit;
  return 0;
}

/* Past blanks and particles (了 的) that stand before `end`. */
static uint32_t past_particles(const char *t, uint32_t low, uint32_t end,
                               bool any) {
  for (;;) {
    if (end > low && (t[end - 1] == ' ' || t[end - 1] == '$'))
      end--;
    else if (end >= low + 3 && (memcmp(t + end - 3, "了", 3) == 0 ||
                                (any && memcmp(t + end - 3, "的", 3) == 0)))
      end -= 3;
    else
      return end;
  }
}

static bool ends_in(hd_str word, const char *tail) {
  return hd_str_ends(word, hd_str_of(tail));
}

static void take_cue(hd_context *c, const hd_word *w, hd_span span) {
  if (c->cue)
    return;
  c->cue = w;
  c->verb = span;
}

static void take_change(hd_context *c, const hd_word *w) {
  if (c->change)
    return;
  c->change = w;
  if (ends_in(w->text, "到") || ends_in(w->text, "至") ||
      ends_in(w->text, "为"))
    c->to_level = true;
}

static void take(hd_context *c, const hd_word *w, hd_span span) {
  switch (w->cls) {
  case HD_WORD_CHANGE:
    take_change(c, w);
    take_cue(c, w, span);
    break;
  case HD_WORD_COMPARE:
    c->compare = c->compare ? c->compare : w;
    take_cue(c, w, span);
    break;
  case HD_WORD_SHARE:
    c->share = c->share ? c->share : w;
    take_cue(c, w, span);
    break;
  case HD_WORD_BOUND:
    c->bound = c->bound ? c->bound : w;
    take_cue(c, w, span);
    break;
  case HD_WORD_REACH:
    take_cue(c, w, span);
    break;
  case HD_WORD_ASPECT:
    c->aspects |= hd_aspect_of(w->value);
    c->net_down =
        c->net_down || hd_str_find(w->text, HD_STR("减")) != (size_t)-1;
    break;
  case HD_WORD_BASE:
    c->base = c->base ? c->base : w;
    break;
  case HD_WORD_DISTRIBUTE:
    c->distribute = w;
    break;
  case HD_WORD_TO:
    c->to_level = c->to_level || !c->cue;
    break;
  case HD_WORD_MODALITY:
    c->target = true;
    break;
  default:
    break;
  }
}

typedef struct {
  const hd_vocabulary *v;
  const char *t;
  hd_endings *endings;
} asked;

static const hd_word *ending(const asked *a, uint32_t low, uint32_t end,
                             uint32_t classes) {
  return hd_vocabulary_pick(
      a->v, hd_vocabulary_again(a->v, a->t, low, end, a->endings), classes);
}

/* 发展到目前|的1735个: the end without the 的 behind a word of purpose. */
static uint32_t past_time(const asked *a, uint32_t low, uint32_t end) {
  uint32_t at = past_particles(a->t, low, end, true);
  return at < end && ending(a, low, at, BIT(HD_WORD_STOP) | BIT(HD_WORD_PERIOD))
             ? at
             : end;
}

/* 高于全国平均水平: takes whom the figure is compared with; the new end. */
static uint32_t past_compared(const asked *a, uint32_t low, uint32_t end,
                              hd_context *c) {
  static const char *const levels[] = {"平均水平", "水平", "平均"};
  uint32_t at = past_particles(a->t, low, end, true), from = at;
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
    if (ends_in((hd_str){a->t + low, at - low}, levels[i]))
      at -= (uint32_t)strlen(levels[i]);
  const hd_word *w = ending(a, low, at, BIT(HD_WORD_SCOPE));
  if (!w)
    return end;
  bool mean = at < from;
  at -= (uint32_t)w->text.n;
  w = ending(a, low, at, BIT(HD_WORD_COMPARE));
  if (!w && mean) /* 强度为|全国平均水平的|60% */
    return ending(a, low, at, BIT(HD_WORD_REACH)) ? at : end;
  if (!w)
    return end;
  take(c, w, (hd_span){at - (uint32_t)w->text.n, at});
  return at - (uint32_t)w->text.n;
}

void hd_context_left(const hd_text *text, hd_endings *endings, uint32_t low,
                     uint32_t end, hd_context *c) {
  const hd_vocabulary *v = text->vocabulary;
  const char *t = text->doc->text.p;
  const asked a = {v, t, endings};
  *c = (hd_context){0};
  if (low > end) /* 60岁及以上120000人: the bound of one, of both */
    low = end;
  end = past_particles(t, low, end, false);
  end = past_compared(&a, low, past_time(&a, low, end), c);
  for (bool any = false;; any = true) {
    end = past_particles(t, low, end, any);
    const hd_word *w = ending(&a, low, end, purposes);
    if (!w || (w->cls == HD_WORD_STOP && !hd_str_is(w->value, "stop") &&
               !hd_str_is(w->value, "tail")))
      break;
    const hd_word *noun = ending(&a, low, end, BIT(HD_WORD_INDICATOR));
    if (noun && noun->text.n >= w->text.n)
      break;
    uint32_t at = end - (uint32_t)w->text.n;
    take(c, w, (hd_span){at, end});
    if ((w->cls == HD_WORD_REACH || w->cls == HD_WORD_STOP) &&
        hd_span_empty(c->deed))
      c->deed = (hd_span){at, end};
    if (w->cls == HD_WORD_CHANGE && c->target)
      break; /* 经济增长预期目标: the change is what is aimed at */
    end = at;
  }
  c->rest = (hd_span){low, end};
}
