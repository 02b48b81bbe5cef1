/* evidence: what speaks for two figures, a slip of the pen apart, being one. */
#ifndef HD_EVIDENCE_H
#define HD_EVIDENCE_H
#include "beside.h"
#include "gist.h"
#include "slip.h"
#include "wording.h"

enum { HD_EVIDENCE_LONG = 5 }; /* digits that seldom agree by chance */

typedef struct {
  hd_slip slip;
  uint32_t digits; /* that tell something */
  uint32_t significant;
  bool english, point, rate;
  bool scaled; /* the same number with another scale word */
  hd_likeness like;
  hd_beside_fellows others;
  hd_gist_likeness name;
} hd_evidence;

bool hd_evidence_convinces(const hd_evidence *e);
/* 69,457,475 and 64,957,475: do so many digits agree for a reason? */
bool hd_evidence_is_long(const hd_evidence *e);
#endif
