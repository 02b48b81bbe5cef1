/* remarks: the comments of a .docx, and which of them hedui wrote.
 *
 * One of ours is by the author HD_REMARK_AUTHOR, and its last paragraph with
 * text ends in a fingerprint in brackets: parts-sum [f2d39e44decccf8e]. */
#ifndef HD_INPUT_REMARKS_H
#define HD_INPUT_REMARKS_H
#include "package.h"

#define HD_REMARK_AUTHOR "hedui"

typedef struct {
  int64_t id;           /* w:id, -1 where it has none */
  char fingerprint[17]; /* "" where it is none of ours */
  const char *last;     /* w14:paraId of its last paragraph, "" */
  bool resolved;        /* set done by whoever read it */
  bool answered;        /* another comment replies to it */
  size_t off, end;      /* its bytes in the part */
} hd_remark;

/* A row of commentsExtended.xml. */
typedef struct {
  const char *last, *parent; /* w15:paraId, w15:paraIdParent, "" */
  bool done;
} hd_remark_state;

typedef struct {
  HD_VEC(hd_remark) list; /* in the order of the part */
  HD_VEC(hd_remark_state) states;
} hd_remarks;

/* Reads comments.xml and commentsExtended.xml ("" where there is none). false
 * and a sentence where one of them is no XML. */
bool hd_remarks_read(hd_arena *arena, hd_str comments, hd_str extended,
                     hd_remarks *remarks, hd_error *error);

/* Fills source->resolved from the comments of a document. Parts that cannot be
 * read silence nothing: the text of a draft does not depend on them. */
void hd_remarks_resolved(hd_zip *zip, const hd_relations *relations,
                         hd_source *source);
#endif
