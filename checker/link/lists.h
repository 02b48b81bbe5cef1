/* lists: the inside of the LIST links, shared by its files. */
#ifndef HD_LISTS_H
#define HD_LISTS_H
#include "coordination.h"

typedef struct {
  hd_items names;
  size_t first; /* of the figures, in reading order */
  uint32_t n;
  hd_span anchor;
  const hd_word *cue;
  uint8_t strength;
  const char *reason;
} hd_list;

void hd_list_add(hd_linker *l, const hd_list *list);
/* The list of a "respectively". */
void hd_list_english(hd_linker *l, const hd_token *word, uint32_t sentence);
/* The names of its figures, where they are sure (respective_en.c). */
bool hd_list_respective(const hd_linker *l, hd_span sentence, hd_list *list);
#endif
