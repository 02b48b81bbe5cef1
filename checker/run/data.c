/* data: opens the lexicons and what is compiled from them. See data.h. */
#include "data.h"

hd_data *hd_data_build(hd_arena *arena, const char *const *folders, size_t n,
                       hd_error *error) {
  hd_data *data = HD_NEW(arena, hd_data);
  data->lexicon = hd_lexicon_open(arena, folders, n, error);
  if (data->lexicon)
    data->vocabulary = hd_vocabulary_new(arena, data->lexicon, error);
  if (data->vocabulary)
    data->units = hd_units_new(arena, data->lexicon, error);
  if (data->units)
    data->gap_words = hd_gap_words_new(arena, data->lexicon, error);
  return data->gap_words ? data : NULL;
}

/* What pointers of the image begin at. */
static const char **find_bases(hd_arena *arena, const uint64_t *moved) {
  size_t n = HD_IMAGE_FILES + 2 * hd_embedded_count;
  const char **bases = hd_arena_alloc(arena, n * sizeof *bases);
  bases[HD_IMAGE_MOVED] = (const char *)moved;
  bases[HD_IMAGE_FIXED] = (const char *)hd_image_fixed;
  bases[HD_IMAGE_EMPTY] = "";
  bases[HD_IMAGE_ARENA] = (const char *)arena;
  for (size_t i = 0; i < hd_embedded_count; i++) {
    bases[HD_IMAGE_FILES + 2 * i] = (const char *)hd_embedded_files[i].data;
    bases[HD_IMAGE_FILES + 2 * i + 1] = hd_embedded_files[i].name;
  }
  return bases;
}

static hd_data *from_image(hd_arena *arena) {
  const uint64_t below = ((uint64_t)1 << HD_IMAGE_BASE) - 1;
  uint64_t *moved = hd_arena_alloc(arena, hd_image_words * sizeof *moved);
  const char **bases = find_bases(arena, moved);
  memcpy(moved, hd_image_moved, hd_image_words * sizeof *moved);
  for (size_t i = 0; i < (hd_image_words + 63) / 64; i++)
    for (uint64_t bits = hd_image_marks[i]; bits; bits &= bits - 1) {
      uint64_t *word = &moved[i * 64 + (size_t)__builtin_ctzll(bits)];
      const char *base = bases[*word >> HD_IMAGE_BASE];
      *word = (uint64_t)(uintptr_t)(base + (*word & below));
    }
  return (hd_data *)(void *)moved;
}

hd_data *hd_data_open(hd_arena *arena, const char *const *folders, size_t n,
                      hd_error *error) {
  bool image = n == 0 && hd_image_words && sizeof(void *) == sizeof(uint64_t);
  return image ? from_image(arena) : hd_data_build(arena, folders, n, error);
}
