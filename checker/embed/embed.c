/* embed: a tool of the build. File names in, a C file on standard output.
 *
 *   embed rules/a.lua rules/lexicon/zh/units.tsv > embedded.c
 *
 * The C file defines hd_embedded_files, sorted by name as given, each file as
 * one string literal of a line for each of its lines. */
#include <stdio.h>
#include <string.h>

/* Writes one byte of a string literal. Three octal digits never run into the
 * character behind them; `\?` keeps trigraphs out. */
static void put_byte(int byte) {
  if (byte == '\n')
    fputs("\\n\"\n    \"", stdout);
  else if (byte == '\\' || byte == '"' || byte == '?')
    printf("\\%c", byte);
  else if (byte < ' ' || byte > '~')
    printf("\\%03o", (unsigned)byte);
  else
    putchar(byte);
}

/* One element of the array; false where the file cannot be read. */
static int put_file(const char *name) {
  FILE *in = fopen(name, "rb");
  if (!in) {
    perror(name);
    return 0;
  }
  size_t n = 0;
  printf("  {\"%s\", (const unsigned char *)\n    \"", name);
  for (int byte; (byte = getc(in)) != EOF; n++)
    put_byte(byte);
  printf("\",\n   %zu},\n", n);
  int good = !ferror(in);
  fclose(in);
  return good;
}

int main(int argc, char **argv) {
  puts("/* Made by checker/embed/embed.c from rules/. */\n"
       "#include \"checker/base/lexicon.h\"\n"
       "const hd_embedded hd_embedded_files[] = {");
  for (int i = 1; i < argc; i++) {
    if (i > 1 && strcmp(argv[i - 1], argv[i]) >= 0) {
      fprintf(stderr, "embed: %s: not in order\n", argv[i]);
      return 1;
    }
    if (!put_file(argv[i]))
      return 1;
  }
  printf("  {\"\", (const unsigned char *)\"\", 0}};\n"
         "const size_t hd_embedded_count = %d;\n",
         argc - 1);
  return fflush(stdout) || ferror(stdout);
}
