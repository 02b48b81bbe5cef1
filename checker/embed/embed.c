/* embed: a tool of the build. File names in, a C file on standard output.
 *
 *   embed rules/a.lua rules/lexicon/zh/units.tsv > embedded.c
 *   embed -s hd_page_css reports/page.css >> page.c
 *
 * The C file defines hd_embedded_files, sorted by name as given, each file as
 * one string literal of a line for each of its lines; with -s, one file as
 * the string of that name. */
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

/* The file as a string literal, its length in *n; false where it cannot be
 * read. */
static int put_literal(const char *name, size_t *n) {
  FILE *in = fopen(name, "rb");
  if (!in) {
    perror(name);
    return 0;
  }
  putchar('"');
  *n = 0;
  for (int byte; (byte = getc(in)) != EOF; ++*n)
    put_byte(byte);
  putchar('"');
  int good = !ferror(in);
  fclose(in);
  return good;
}

/* One element of the array. */
static int put_file(const char *name) {
  size_t n;
  printf("  {\"%s\", (const unsigned char *)\n    ", name);
  if (!put_literal(name, &n))
    return 0;
  printf(",\n   %zu},\n", n);
  return 1;
}

static int put_string(const char *variable, const char *name) {
  size_t n;
  printf("const char %s[] =\n    ", variable);
  if (!put_literal(name, &n))
    return 0;
  puts(";");
  return 1;
}

int main(int argc, char **argv) {
  if (argc == 4 && strcmp(argv[1], "-s") == 0)
    return !put_string(argv[2], argv[3]) || fflush(stdout) || ferror(stdout);
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
