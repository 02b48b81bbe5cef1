/* library: a shared library that is loaded when it is first needed, because it
 * would cost the start of every process time that most drafts do not need. */
#ifndef HD_BASE_LIBRARY_H
#define HD_BASE_LIBRARY_H
#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const char *name;
  size_t offset; /* of the pointer to the function in a struct of them */
} hd_library_function;
/* Loads the first library of `names` (ends with NULL) that is there, and fills
 * the struct. false where there is none, or a function is missing. */
bool hd_library_load(const char *const *names,
                     const hd_library_function *functions, size_t n,
                     void *into);
#endif
