/* replay: runs a driver over files, as a regression.
 *
 *   NAME_replay FILE...
 *
 * Ends with 0 where all of them went through; a file that breaks something
 * ends the process, and its name is the last one printed. */
#include "fuzz.h"

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    hd_buffer bytes = {0};
    char piece[4096];
    FILE *f = fopen(argv[i], "rb");
    if (!f) {
      fprintf(stderr, "%s cannot be read\n", argv[i]);
      return 1;
    }
    printf("%s\n", argv[i]);
    fflush(stdout);
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
      hd_buffer_add(&bytes, piece, n);
    fclose(f);
    LLVMFuzzerTestOneInput((const uint8_t *)(bytes.p ? bytes.p : ""), bytes.n);
    hd_buffer_free(&bytes);
  }
  return 0;
}
