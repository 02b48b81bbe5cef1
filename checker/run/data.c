/* data: opens the lexicons and what is compiled from them. See data.h. */
#include "data.h"
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

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
  data->measured = hd_measured_open(arena);
  return data->gap_words ? data : NULL;
}

/* Of a pointer in the image: how far what it points to has been moved. */
static uint64_t moved_by(uint64_t word, uint64_t *moved) {
  bool copied = word - HD_IMAGE_AT < hd_image_words * sizeof *moved;
  const uint64_t *now = copied ? moved : hd_image;
  return (uint64_t)(uintptr_t)now - HD_IMAGE_AT;
}

const hd_data *hd_data_copy(hd_arena *arena) {
  if (hd_image_words == 0 || sizeof(void *) != sizeof(uint64_t))
    return NULL;
  uint64_t *moved = hd_arena_alloc(arena, hd_image_words * sizeof *moved);
  memcpy(moved, hd_image, hd_image_words * sizeof *moved);
  for (size_t i = 0; i < (hd_image_words + 63) / 64; i++)
    for (uint64_t bits = hd_image_marks[i]; bits; bits &= bits - 1) {
      uint64_t *word = &moved[i * 64 + (size_t)__builtin_ctzll(bits)];
      *word += moved_by(*word, moved);
    }
  return (const hd_data *)(const void *)moved;
}

/* ---- the image in its place --------------------------------------------- */
static const hd_data *shown; /* NULL: not, or it cannot be */

/* The place is taken first, for mremap would tear away what is there. */
static void show(void) {
#if defined(MREMAP_DONTUNMAP) && defined(MAP_FIXED_NOREPLACE)
  void *at = (void *)(uintptr_t)HD_IMAGE_AT;
  if (sysconf(_SC_PAGESIZE) != HD_IMAGE_PAGE || hd_image_words == 0 ||
      sizeof at != sizeof(uint64_t))
    return;
  size_t n = (hd_image_size + HD_IMAGE_PAGE - 1) & ~(size_t)(HD_IMAGE_PAGE - 1);
  void *taken = mmap(at, n, PROT_NONE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  if (taken == MAP_FAILED)
    return;
  if (taken == at &&
      mremap((void *)(uintptr_t)hd_image, n, n,
             MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP, at) == at)
    shown = at;
  else
    munmap(taken, n);
#endif
}

const hd_data *hd_data_image(hd_arena *arena) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, show);
  return shown ? shown : hd_data_copy(arena);
}

const hd_data *hd_data_open(hd_arena *arena, const char *const *folders,
                            size_t n, hd_error *error) {
  const hd_data *image = n ? NULL : hd_data_image(arena);
  return image ? image : hd_data_build(arena, folders, n, error);
}
