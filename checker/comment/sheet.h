/* sheet: comments.xml and the parts beside it, as they will be. */
#ifndef HD_COMMENT_SHEET_H
#define HD_COMMENT_SHEET_H
#include "../input/remarks.h"
#include "comment.h"
#include "splice.h"

/* A comment that is written, and the one of ours it replaces. */
typedef struct {
  const hd_comment *comment;
  const hd_remark *old; /* NULL: it is new */
  int64_t id;
  const char *last; /* w14:paraId of its last paragraph, "" */
} hd_sheet_row;
typedef HD_VEC(hd_sheet_row) hd_sheet_rows;

typedef struct {
  hd_flat comments; /* of an empty part where there was none */
  hd_flat states;   /* commentsExtended; no root where there is none */
  hd_str document;
  const char *date; /* NULL: none */
} hd_sheet;

/* An empty comments part. */
hd_str hd_sheet_new(hd_arena *arena, bool strict);
/* Gives new rows ids of paragraphs, where states are kept by them. */
void hd_sheet_name(hd_arena *arena, const hd_sheet *sheet, hd_sheet_rows *rows);
/* Puts the rows into the comments part, each in the place of the old one or
 * at the end. */
void hd_sheet_put(const hd_sheet *sheet, const hd_sheet_rows *rows,
                  hd_splices *splices);
/* Puts a state for each new row that has an id of a paragraph. */
void hd_sheet_put_states(const hd_sheet *sheet, const hd_sheet_rows *rows,
                         hd_splices *splices);
#endif
