/* claim: what the text says about each figure.
 *
 * A claim is a quantity with slots; each slot has the span it was read from
 * and how it came to the figure. Figures that are no claims (markers, names,
 * identifiers, dates) have a row too, with empty slots, so that claim i and
 * quantity i are the same figure. */
#ifndef HD_CLAIM_H
#define HD_CLAIM_H
#include "../quantity/quantity.h"

typedef enum HD_PACKED {
  HD_FROM_NONE,
  HD_FROM_CLAUSE,
  HD_FROM_EARLIER,
  HD_FROM_SENTENCE,
  HD_FROM_LIST,
  HD_FROM_HEADING,
  HD_FROM_TABLE,
  HD_FROM_DOCUMENT
} hd_provenance;

typedef struct {
  hd_span span;
  hd_provenance from;
  hd_str text; /* normalised: without blanks, alias resolved; "" unknown */
} hd_slot;

enum { /* aspects, in the order they are listed */
       HD_ASPECT_LEVEL = 1,
       HD_ASPECT_INCREMENT = 2,
       HD_ASPECT_NEW = 4,
       HD_ASPECT_GROWTH = 8,
       HD_ASPECT_SHARE = 16,
       HD_ASPECT_COMPLETION = 32,
       HD_ASPECT_RANK = 64,
       HD_ASPECT_AVERAGE = 128,
       HD_ASPECT_CUMULATIVE = 256
};
typedef enum HD_PACKED {
  HD_FLOW_NONE,
  HD_FLOW_UP,
  HD_FLOW_DOWN,
  HD_FLOW_FLAT
} hd_flow;
typedef enum HD_PACKED {
  HD_MODE_ACTUAL,
  HD_MODE_TARGET,
  HD_MODE_FORECAST
} hd_mode;

typedef struct {
  hd_day first, last; /* year 0: unknown */
  hd_span span;
  hd_provenance from;
} hd_period;

typedef struct {
  uint32_t quantity; /* its index in hd_quantities, the claim's own number */
  uint32_t sentence, block, clause;
  bool is_claim; /* false: name, marker, date ... */
  hd_flow direction;
  hd_mode mode;
  bool constant_price;
  bool modelled; /* of a model, in brackets: [APC] = 1.9% */
  bool anchored; /* its phrase opens the sentence: no subject before it */
  uint16_t aspects;
  hd_slot subject, indicator, scope;
  const hd_slot *qualifier; /* (长沙) behind the subject: a scope by wording;
                               NULL: none, as most have */
  hd_period period, base;
  uint32_t division; /* code of the scope where it is a division, else 0 */
  hd_span verb;      /* change, reach, share or bound verb; may be empty */
  uint32_t
      list; /* 1-based number of the coordinated list it belongs to, 0: none */
  uint32_t list_index;       /* its place there, 0-based */
  const hd_word *cue;        /* the word of that verb; NULL */
  const hd_word *base_cue;   /* 同比, 环比, 比上年; NULL */
  const hd_word *distribute; /* 分别, 均; NULL */
  hd_str name;    /* subject and indicator as one phrase; "" unknown */
  uint64_t topic; /* hash of subject + indicator + unit dimension: equal topics
                     are one fact's name */
} hd_claim;

typedef struct {
  const hd_quantities *quantities;
  hd_claim *items; /* n = quantities->n */
  size_t n, n_claims;
  hd_str entity;     /* the document's own scope (湖南) */
  uint32_t division; /* its code, 0 */
  struct hd_alias {
    hd_str name, full;
  } * aliases;
  size_t n_aliases;
} hd_claims;

hd_claims *hd_claim_read(hd_arena *arena, const hd_quantities *quantities,
                         const hd_vocabulary *vocabulary);
static inline const hd_quantity *hd_claim_quantity(const hd_claims *c,
                                                   uint32_t i) {
  return &c->quantities->items[i];
}
static inline hd_slot hd_claim_qualifier(const hd_claim *c) {
  return c->qualifier ? *c->qualifier : (hd_slot){0};
}
/* By the number of their bit; NULL behind the last. */
extern const char *const hd_aspect_names[];
const char *hd_aspects_text(hd_arena *arena, uint16_t aspects);
const char *hd_flow_name(hd_flow flow);
const char *hd_mode_name(hd_mode mode);
/* "2023-01-01/2023-12-31" or "". */
const char *hd_period_text(hd_arena *arena, hd_period period);
#endif
