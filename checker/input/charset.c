/* charset: what a page says its encoding is.
 *
 * In: the bytes of a page. Out: the name that iconv has for it. Looked for
 * where browsers do, in the first bytes: <meta charset=...>, <meta ...
 * content="...; charset=...">, <?xml encoding="...">. */
#include "decode.h"

enum { LOOK = 4096, LABEL = 24 };

/* Labels of the encoding standard, in lower case. */
static const struct {
  const char *label, *name;
} labels[] = {
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gb2312-80", "GB18030"},
    {"csgb2312", "GB18030"},
    {"chinese", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"hz-gb-2312", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"cn-big5", "BIG5-HKSCS"},
    {"csbig5", "BIG5-HKSCS"},
    {"x-x-big5", "BIG5-HKSCS"},
    {"iso-8859-1", "CP1252"},
    {"latin1", "CP1252"},
    {"l1", "CP1252"},
    {"us-ascii", "CP1252"},
    {"ascii", "CP1252"},
    {"windows-1252", "CP1252"},
    {"cp1252", "CP1252"},
    {"x-cp1252", "CP1252"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"x-sjis", "CP932"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
};

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The value behind "charset" at `at`: = and perhaps a quote before it. */
static const char *read_label(hd_str s, size_t at) {
  char label[LABEL];
  size_t n = 0;
  while (at < s.n && (s.p[at] == ' ' || s.p[at] == '='))
    at++;
  at += at < s.n && (s.p[at] == '"' || s.p[at] == '\'');
  while (at < s.n && n < LABEL - 1 && (unsigned char)s.p[at] > ' ' &&
         !strchr("\"'/>;?", s.p[at]))
    label[n++] = lower(s.p[at++]);
  label[n] = 0;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (strcmp(label, labels[i].label) == 0)
      return labels[i].name;
  return NULL;
}

/* Where the word stands in s from `at` on, without regard to case; s.n. */
static size_t find(hd_str s, size_t at, const char *word) {
  size_t n = strlen(word);
  for (; at + n <= s.n; at++)
    if (strncasecmp(s.p + at, word, n) == 0)
      return at;
  return s.n;
}

const char *hd_charset_of_page(hd_str bytes) {
  hd_str s = {bytes.p, bytes.n < LOOK ? bytes.n : LOOK};
  if (hd_str_starts(s, HD_STR("<?xml"))) {
    hd_str head = {s.p, find(s, 0, "?>")};
    size_t at = find(head, 0, "encoding");
    if (at < head.n)
      return read_label(head, at + strlen("encoding"));
  }
  for (size_t at = 0; (at = find(s, at, "<meta")) < s.n; at++) {
    hd_str tag = {s.p + at, find(s, at, ">") - at};
    size_t word = find(tag, 0, "charset");
    if (word < tag.n)
      return read_label(tag, word + strlen("charset"));
  }
  return NULL;
}
