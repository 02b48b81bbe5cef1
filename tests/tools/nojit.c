/* nojit: takes the place of PCRE2's compiler to machine code, so that
 * patterns are interpreted. For valgrind, to which the generated code looks
 * as if it read uninitialised memory. Used by LD_PRELOAD in run-all.sh. */
#include <stdint.h>

int pcre2_jit_compile_8(void *code, uint32_t options);

int pcre2_jit_compile_8(void *code, uint32_t options) {
  (void)code;
  (void)options;
  return -45; /* PCRE2_ERROR_JIT_BADOPTION */
}
