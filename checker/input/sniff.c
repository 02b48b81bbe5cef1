/* sniff: what the first bytes look like, where a suffix says nothing or wrong.
 */
#include "format.h"

static bool starts(hd_str s, const char *literal) {
  size_t n = strlen(literal);
  return s.n >= n && strncasecmp(s.p, literal, n) == 0;
}

/* Without a BOM, white space and comments, an XML declaration. */
static hd_str behind_preamble(hd_str s) {
  if (starts(s, "\xEF\xBB\xBF"))
    s = (hd_str){s.p + 3, s.n - 3};
  for (;;) {
    while (s.n > 0 && (unsigned char)s.p[0] <= ' ')
      s = (hd_str){s.p + 1, s.n - 1};
    const char *close = starts(s, "<!--") ? "-->" : "?>";
    if (!starts(s, "<!--") && !starts(s, "<?xml"))
      return s;
    size_t end = hd_str_find(s, hd_str_of(close));
    if (end == (size_t)-1)
      return s;
    s = (hd_str){s.p + end + strlen(close), s.n - end - strlen(close)};
  }
}

bool hd_sniff_page(hd_str bytes, bool sure) {
  static const char *const heads[] = {"<!doctype html", "<html"};
  static const char *const tags[] = {"<head",  "<body", "<meta",   "<title",
                                     "<table", "<div",  "<p>",     "<p ",
                                     "<h1",    "<h2",   "<article"};
  hd_str s = behind_preamble(bytes);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (starts(s, heads[i]))
      return true;
  for (size_t i = 0; i < sizeof tags / sizeof *tags && !sure; i++)
    if (starts(s, tags[i]))
      return true;
  return false;
}

/* Delimiters of a line outside of quotes; *end: behind the line. */
static size_t count_fields(hd_str s, char delimiter, size_t *end) {
  size_t n = 1, i = *end;
  bool quoted = false;
  for (; i < s.n && (quoted || s.p[i] != '\n'); i++) {
    quoted = quoted != (s.p[i] == '"');
    n += !quoted && s.p[i] == delimiter;
  }
  *end = i + 1;
  return n;
}

bool hd_sniff_table(hd_str bytes) {
  static const char delimiters[] = {',', '\t', ';'};
  enum { LOOK = 64 * 1024 };
  for (size_t k = 0; k < sizeof delimiters; k++) {
    size_t at = 0, lines = 1, end = bytes.n < LOOK ? bytes.n : LOOK;
    size_t fields = count_fields(bytes, delimiters[k], &at);
    while (at < end && count_fields(bytes, delimiters[k], &at) == fields)
      lines++;
    if (fields >= 3 && lines >= 3 && at >= end)
      return true;
  }
  return false;
}
