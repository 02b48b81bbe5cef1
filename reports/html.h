/* html: what the files of the HTML report share.
 *
 * html.c makes the page, html_text.c the text of a file with its marks,
 * html_card.c the findings beside it, html_bars.c small pictures of figures.
 * Findings and checks have numbers that count through the page; marks of the
 * text name them in data-p (the place of the finding), data-r (NUMBER.I, its
 * I-th related place) and data-k (a check that agrees); by these numbers the
 * script finds what belongs together. */
#ifndef HD_HTML_H
#define HD_HTML_H
#include "write.h"

/* A result on its way into the page. */
typedef struct {
  const hd_result *result;
  const hd_report *report;
  const char *lang; /* of the page: "zh" or "en" */
  size_t *findings; /* number of each finding; HD_HTML_NONE: not shown */
  size_t *checks;   /* number of each check; HD_HTML_NONE: does not agree */
} hd_html_set;
enum { HD_HTML_MOST = 24 }; /* numbers in one attribute */
#define HD_HTML_NONE ((size_t)-1)

/* The Chinese or the English word, by the language of the page. */
static inline const char *hd_html_word(const hd_html_set *set, const char *zh,
                                       const char *en) {
  return set->lang[0] == 'z' ? zh : en;
}

/* The blocks of a file, as they were read, with marks. */
void hd_html_text(hd_report *to, const hd_html_set *set, const char *file);
/* The finding with its places and its arithmetic; number from 0. */
void hd_html_card(hd_report *to, const hd_html_set *set,
                  const hd_finding *finding, size_t number);
/* Bars of the figures of a finding, where they have one unit and can be
 * drawn; else nothing. */
void hd_html_bars(hd_report *to, const hd_html_set *set,
                  const hd_finding *finding);
#endif
