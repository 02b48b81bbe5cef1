/* slots: the pieces of the claim stage that fill slots, one file each. */
#ifndef HD_SLOTS_H
#define HD_SLOTS_H
#include "phrase.h"

typedef struct {
  hd_arena *arena;
  const hd_quantities *q;
  const hd_text *text;
  const hd_document *doc;
  const hd_vocabulary *v;
  hd_claims *out;
  hd_lang lang;
  const hd_claim *told; /* the block's last claim before this sentence; NULL */
  const hd_claim *lead; /* of the block that this one is an item of, or NULL */
  const hd_claim *head; /* the first claim of the last block, see item.c */
  hd_day fiscal;        /* the day an English fiscal year ends on, its year 0 */
  hd_period own;        /* the months that an English title names */
  uint32_t shut;        /* behind the bracket that was left last */
  hd_span deed;         /* the verb of the last Chinese claim, for lists */
  bool national;        /* the document is about the whole country */
  uint8_t *sections;    /* a byte a block, see mode.c */
  uint32_t titled;      /* blocks that mode.c has looked at */
  uint32_t title;       /* the last line of its own among them */
  hd_endings *endings;  /* the words that end where was asked last */
} hd_claim_reader;

/* hd_vocabulary_ending in the document: several slots ask at one place. */
static inline const hd_word *hd_claim_ending(const hd_claim_reader *r,
                                             uint32_t low, uint32_t end,
                                             uint32_t classes) {
  return hd_vocabulary_pick(
      r->v, hd_vocabulary_again(r->v, r->doc->text.p, low, end, r->endings),
      classes);
}

/* aside.c: a time or an age that no verb joins to what precedes (over the last
 * five years, 十年前): it says nothing of it. */
bool hd_claim_aside(const hd_claim_reader *r, const hd_claim *c);
/* 与2010年的442854人相比: what is compared with. */
bool hd_claim_basis(const hd_claim_reader *r, const hd_claim *c);
/* Where the figure begins, its approximator included. */
uint32_t hd_figure_start(const hd_quantity *q);

/* plan.c: takes 完成年初预算的 off the words left of a percentage, which is the
 * completion of a plan then. */
void hd_claim_plan(const hd_claim_reader *r, const hd_quantity *q, uint32_t low,
                   hd_context *context);

/* bracket.c: does c stand in a bracket of words that opens behind `before`? */
bool hd_claim_enters(const hd_claim_reader *r, const hd_claim *before,
                     const hd_claim *c);
/* Does the bracket that `before` stands in end before c? */
bool hd_claim_leaves(const hd_claim_reader *r, const hd_claim *before,
                     const hd_claim *c);
/* Leaves it: the words of c begin behind it. */
void hd_claim_leave(hd_claim_reader *r, const hd_claim *inner,
                    const hd_claim *c);

/* item.c: keeps r->lead, claim by claim. */
void hd_claim_follow(hd_claim_reader *r, const hd_claim *c);
/* The block that announces the list which `block` is an item of; HD_NONE. */
uint32_t hd_block_led(const hd_claim_reader *r, uint32_t block);
/* net.c: increments of 净增, 比年初新增, 比上年多. */
void hd_claim_net(const hd_quantity *q, hd_claim *c, const hd_context *context);

/* whose.c: the document's own scope and its aliases. */
void hd_whose_read(hd_claim_reader *r);
/* Resolves a scope token: "" and code 0 for the document's own. */
void hd_whose_resolve(const hd_claim_reader *r, const hd_token *token,
                      hd_slot *scope, uint32_t *division);

/* tail.c: bytes of the measure that ends a phrase without a known indicator
 * (新能源车|替代率), with what has 化 before it (农村|规模化供水率); `count`:
 * of a figure that counts. 0 without one. */
uint32_t hd_tail_rate(const hd_claim_reader *r, hd_span phrase, bool count);
/* 城镇|人均住房面积, 每千人口|托位数: where such a measure begins, in the
 * subject or right before it; `cut` if none does. */
uint32_t hd_tail_per_head(const hd_claim_reader *r, hd_span subject,
                          uint32_t cut);

/* topic.c: subject and indicator out of a noun phrase, and their topic. */
void hd_topic_split(hd_claim_reader *r, hd_span phrase, hd_provenance from,
                    hd_claim *claim);
/* Subject and indicator as two phrases (English: the rate | of unemployment).
 */
void hd_topic_set(hd_claim_reader *r, hd_span subject, hd_span indicator,
                  hd_provenance from, hd_claim *claim);
/* A slot's text out of a span. */
void hd_topic_slot(hd_claim_reader *r, hd_span span, hd_provenance from,
                   hd_slot *out);
/* Does the phrase at `off` open its sentence, but for dates, scopes, adverbs
 * and a clause that only sets the topic (……方面,)? */
bool hd_topic_anchored(const hd_claim_reader *r, const hd_claim *claim,
                       uint32_t off);
/* Recomputes claim->topic from its slots and its figure's unit. */
void hd_topic_hash(const hd_claim_reader *r, hd_claim *claim);
/* Subject, indicator and name of another claim, with where they come from; the
 * hash is left to the caller, for more may be read. */
void hd_topic_take(hd_claim *to, const hd_claim *from, hd_provenance how);

/* mode.c: actual, target or forecast; `aimed`: a word right before the figure
 * aims at it (力争|7%). */
hd_mode hd_claim_mode(hd_claim_reader *r, const hd_claim *c, bool aimed);

/* distribute.c: 分别 gives each figure of a list its own subject. */
void hd_distribute(hd_claim_reader *r);

/* when.c: period and base of every claim. */
void hd_when_read(hd_claim_reader *r);

/* price.c: which claims are in constant prices. */
void hd_price_read(hd_claim_reader *r);

/* cells.c: claims of tables from their headers. */
void hd_cells_read(hd_claim_reader *r);
#endif
