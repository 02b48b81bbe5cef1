/* entry: the lines of a baseline file, JSON objects, as structs. */
#ifndef HD_CLI_ENTRY_H
#define HD_CLI_ENTRY_H
#include "cli.h"

/* Members of an entry, in the order in which they are written. */
enum { FINGERPRINT, RULE, PLACE, REASON, AUTHOR, DATE, EXPIRES, FIELDS };

typedef struct {
  char *fields[FIELDS]; /* on malloc, never NULL once it is read */
  size_t line;          /* in the file; 0: new */
  bool used, expired;
} hd_entry;

typedef struct {
  hd_entry *items;
  size_t n, cap;
} hd_entries;

/* A copy on malloc. */
char *hd_entry_copy(const char *s);
/* One more, all zero. */
hd_entry *hd_entries_add(hd_entries *list);
/* By fingerprint, rule, place, line. */
void hd_entries_sort(hd_entries *list);
/* Reads all lines; false with those that are bad said and status 2. `today`:
 * what expired before it is expired. */
bool hd_entries_read(hd_cli *cli, const char *path, FILE *in, const char *today,
                     hd_entries *list);
void hd_entry_write(FILE *out, const hd_entry *e);
void hd_entries_free(hd_entries *list);
#endif
