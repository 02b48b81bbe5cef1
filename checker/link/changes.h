/* changes: English links between a level, its change and its base. */
#ifndef HD_CHANGES_H
#define HD_CHANGES_H
#include "linker.h"

/* rose 35.3% (from 4,713 to 6,379): rate and increment said before "from" are
 * those of the link whose base is figure `base`. */
void hd_change_before_from(const hd_linker *l, size_t base, hd_link *link);
/* Does figure k say a change whose own "from" follows at once? */
bool hd_change_opens_from(const hd_linker *l, size_t k);
/* The CHANGE_OF links of English documents. */
void hd_changes_english(hd_linker *l);
#endif
