/* format: one row a format that hedui reads or knows that it does not read.
 *
 * In: a name, and the first bytes where there are any. Out: the reader, or
 * the sentence that tells the user what to do. Bytes beat the suffix: a .txt
 * that is a zip archive is no text. */
#include "format.h"

#define SAVE_AS_DOCX                                                           \
  "this is an old Word or WPS file: open it in Word, WPS or LibreOffice, "     \
  "save it as .docx and check that file"
#define NOT_YET(name) name " files are not read by this version of hedui"

typedef struct {
  const char *suffix; /* "" where only the bytes tell */
  hd_format format;   /* HD_FORMAT_UNKNOWN: not read */
  bool walked;        /* read when a folder is given */
  const char *magic;  /* its first bytes, NULL if nothing tells */
  const char *refusal;
} format_row;

static const format_row formats[] = {
    {".txt", HD_FORMAT_TEXT, true, NULL, NULL},
    {".text", HD_FORMAT_TEXT, false, NULL, NULL},
    {".md", HD_FORMAT_MARKDOWN, true, NULL, NULL},
    {".markdown", HD_FORMAT_MARKDOWN, true, NULL, NULL},
    {".doc", HD_FORMAT_UNKNOWN, false, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
     SAVE_AS_DOCX},
    {".wps", HD_FORMAT_UNKNOWN, false, NULL, SAVE_AS_DOCX},
    {".docx", HD_FORMAT_UNKNOWN, false, "PK\x03\x04", NOT_YET(".docx")},
    {".xlsx", HD_FORMAT_UNKNOWN, false, "PK\x03\x04", NOT_YET(".xlsx")},
    {".xls", HD_FORMAT_UNKNOWN, false, NULL, NOT_YET(".xls")},
    {".pdf", HD_FORMAT_UNKNOWN, false, "%PDF-", NOT_YET(".pdf")},
    {".html", HD_FORMAT_UNKNOWN, false, NULL, NOT_YET(".html")},
    {".htm", HD_FORMAT_UNKNOWN, false, NULL, NOT_YET(".html")},
    {".rtf", HD_FORMAT_UNKNOWN, false, "{\\rtf", NOT_YET(".rtf")},
    {"", HD_FORMAT_UNKNOWN, false, "PK\x03\x04",
     NOT_YET("zip archives and office")},
};
enum { N_FORMATS = sizeof formats / sizeof *formats };

/* The row of a name's suffix, without regard to ASCII case; NULL. */
static const format_row *row_of(const char *name) {
  const char *slash = strrchr(name, '/');
  const char *dot = strrchr(slash ? slash : name, '.');
  for (size_t i = 0; dot && i < N_FORMATS; i++)
    if (strcasecmp(formats[i].suffix, dot) == 0)
      return &formats[i];
  return NULL;
}

static bool has_magic(const format_row *row, hd_str bytes) {
  return row->magic && hd_str_starts(bytes, hd_str_of(row->magic));
}

hd_format hd_format_of(const char *name) {
  const format_row *row = row_of(name);
  return row ? row->format : HD_FORMAT_UNKNOWN;
}

const char *hd_format_name(hd_format format) {
  switch (format) {
  case HD_FORMAT_MARKDOWN:
    return "markdown";
  case HD_FORMAT_TEXT:
  case HD_FORMAT_UNKNOWN:
    break;
  }
  return "text";
}

bool hd_format_is_walked(const char *name) {
  const format_row *row = row_of(name);
  return row && row->walked;
}

const char *hd_format_refuse(const char *name, hd_str bytes) {
  const format_row *own = row_of(name);
  if (own && has_magic(own, bytes))
    return own->refusal;
  for (size_t i = N_FORMATS; i-- > 0;)
    if (has_magic(&formats[i], bytes))
      return formats[i].refusal;
  return own ? own->refusal : NULL;
}
