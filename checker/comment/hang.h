/* hang: comments hung on a document part, and taken off it. */
#ifndef HD_COMMENT_HANG_H
#define HD_COMMENT_HANG_H
#include "anchor.h"
#include "splice.h"

typedef struct {
  int64_t id; /* of the comment */
  hd_point start, end;
} hd_hanger;

/* Puts the marks of all comments, cutting runs where they begin or end. */
void hd_hang_up(hd_splices *splices, const hd_runs *runs,
                const hd_hanger *hangers, size_t n);
/* Takes the marks of comments away, by their ids (int64_t); a run that is only
 * a reference goes with it. */
void hd_hang_off(hd_splices *splices, const hd_runs *runs, const hd_map *ids);
#endif
