/* changes: what the files that link a level, its change and its base share. */
#ifndef HD_CHANGES_H
#define HD_CHANGES_H
#include "linker.h"

/* rose 35.3% (from 4,713 to 6,379): rate and increment said before "from" are
 * those of the link whose base is figure `base`. */
void hd_change_before_from(const hd_linker *l, size_t base, hd_link *link);
/* Does figure k say a change whose own "from" follows at once? */
bool hd_change_opens_from(const hd_linker *l, size_t k);
/* Does the text between two figures begin to give reasons (due to an increase
 * of; 主要系)? Then the second is a part of the change, not the change. */
bool hd_change_gives_reasons(hd_str gap);
/* The CHANGE_OF links of English documents. */
void hd_changes_english(hd_linker *l);
/* Those whose figures stand in sentences of their own. */
void hd_changes_apart(hd_linker *l);
/* change_zh.c: increments and rates without their level. */
void hd_changes_chinese(hd_linker *l);
/* (from 4,713 to 6,379) for cleaners and an increase of 108.8%: the change
 * behind the bracket is of another thing. */
bool hd_change_leaves_bracket(const hd_linker *l, size_t level, size_t change);
#endif
