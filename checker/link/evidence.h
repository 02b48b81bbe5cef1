/* evidence: what speaks for two figures, a slip of the pen apart, being one. */
#ifndef HD_EVIDENCE_H
#define HD_EVIDENCE_H
#include "beside.h"
#include "gist.h"
#include "slip.h"
#include "wording.h"

/* Digits that seldom agree by chance, and that hardly do in English, where the
 * noun behind them is asked, too. */
enum { HD_EVIDENCE_LONG = 5, HD_EVIDENCE_TELLING = 4 };

/* How often the document has the value of the one and of the other. */
typedef struct {
  uint32_t more, less;
} hd_evidence_times;

typedef struct {
  hd_slip slip;
  uint32_t digits; /* that tell something */
  uint32_t significant;
  bool english, point, rate;
  bool scaled;   /* the same number with another scale word */
  bool reworded; /* with a scale word or none: a list may have its own */
  hd_likeness like;
  hd_beside_fellows others;
  hd_beside_sides next; /* to the two */
  hd_evidence_times told;
  hd_gist_likeness name;
  bool named; /* the names have been asked for */
} hd_evidence;

bool hd_evidence_convinces(const hd_evidence *e);
/* Could it, whatever else is found, where so many of the nearest words agree?
 * Asks slip, digits and what the figures are alone. */
bool hd_evidence_may(const hd_evidence *e, uint32_t near);
/* The same where only the likeness of the sentences is not yet known. */
bool hd_evidence_may_beside(const hd_evidence *e, uint32_t near);
/* May the figures beside the two alone convince? */
bool hd_evidence_may_be_tuple(const hd_evidence *e);
/* Do the digits alone allow hd_evidence_is_long? */
bool hd_evidence_has_digits(const hd_evidence *e);
/* 69,457,475 and 64,957,475: do so many digits agree for a reason? */
bool hd_evidence_is_long(const hd_evidence *e);
#endif
