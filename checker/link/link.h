/* link: why claims belong together.
 *
 * A link names its claims by role. Rules judge it; they never look for
 * partners themselves. Built from indexes over topics and units and from the
 * structure of a sentence, list or table: never all pairs. Sorted by kind,
 * then by first claim. */
#ifndef HD_LINK_H
#define HD_LINK_H
#include "../claim/claim.h"

typedef enum {
  HD_LINK_SAME_FACT, /* members: 2..24 claims of one fact */
  HD_LINK_PARTS, /* whole; members: its parts. complete: they are said to be all
                  */
  HD_LINK_PART_OF,    /* whole; members[0]: one part */
  HD_LINK_SHARE_OF,   /* rate: the share; members[0]: part; whole. More wholes:
                         candidates */
  HD_LINK_CHANGE_OF,  /* rate and/or increment; level; base (what is known) */
  HD_LINK_FROM_TO,    /* base: from; level: to; cue: the change verb; rate,
                         increment where said */
  HD_LINK_THRESHOLD,  /* base: threshold (bound) ; level: what was achieved */
  HD_LINK_COMPLETION, /* rate: completion; level: done; base: plan */
  HD_LINK_COMPARE,    /* level, base: compared; increment, rate: what is said to
                         lie between; members: multiples and yearly averages, as
                         of CHANGE_OF and FROM_TO. No level and base: the verb
                         and a change said before */
  HD_LINK_LIST,       /* members: figures of a 分别; names: spans of names */
  HD_LINK_COUNTED, /* whole: the counting figure (六类, 三大); names: what is
                      listed */
  HD_LINK_SERIES,  /* rules may name this kind and the next, but no link of them
                      is made yet */
  HD_LINK_RANK,
  HD_LINK_TEXT_CELL,   /* level: in text; base: table cell */
  HD_LINK_SAME_NAME,   /* names: one name written with different numbers */
  HD_LINK_CELL_CHANGE, /* level, base: two cells of a row; rate or increment:
                          what the text says of them, or its cue alone */
  HD_LINK_TRANSLATION, /* level, base: one figure as two languages say it */
  HD_LINK_PREVIOUS,    /* level: of this report; base: of last year's; rate or
                          increment: what is said to lie between, none where both
                          are of one period */
  HD_LINK_REFERENCE,   /* level: of the report; base: the known figure */
  HD_LINK_PAIR, /* level, base (or increment): figures that the words set side
                   by side as of one unit; they may differ in it */
  HD_LINK_KINDS
} hd_link_kind;
const char *hd_link_name(hd_link_kind kind); /* "same_fact", "from_to", ... */

typedef struct {
  uint32_t document, claim; /* claim HD_NONE: absent */
} hd_claim_ref;

typedef struct {
  hd_link_kind kind;
  hd_claim_ref whole, rate, increment, level,
      base; /* claim == HD_NONE: absent */
  hd_claim_ref *members;
  uint32_t n_members;
  hd_span *names; /* in members' document; LIST and COUNTED */
  uint32_t n_names;
  hd_span anchor; /* the word that makes it: 分别, 其中, 由; may be empty */
  const hd_word *cue;   /* change or bound verb; NULL */
  hd_claim_ref *others; /* other candidates for whole/base in the passage */
  uint32_t n_others;
  bool complete; /* parts are said to be all; a list is closed */
  bool same_sentence;
  bool direct;         /* nothing but a name between anchor and first member */
  uint8_t strength;    /* 0..100: how sure the link is */
  const char *differs; /* slot that differs ("scope"), or NULL */
  const char *reason;  /* for people, static or in the arena */
} hd_link;

typedef struct {
  hd_arena *arena;
  const hd_claims **documents;
  size_t n_documents;
  hd_link *items;
  size_t n;
} hd_links;

hd_links *hd_link_build(hd_arena *arena, const hd_claims *const *documents,
                        size_t n);
#endif
