/* format: one row a format that hedui reads or knows that it does not read.
 *
 * In: a name, and the first bytes where there are any. Out: the reader, the
 * extractor of a container, or the sentence that tells the user what to do.
 * Bytes beat the suffix: a .txt that is a zip archive is no text. */
#include "format.h"

#define SAVE_AS_DOCX                                                           \
  "this is an old Word or WPS file: open it in Word, WPS or LibreOffice, "     \
  "save it as .docx and check that file"
#define PASSWORD                                                               \
  "this file is encrypted: open it with its password in Word, WPS or "         \
  "LibreOffice, remove the password, save it and check that file"
#define NOT_YET(name) name " files are not read by this version of hedui"
#define SQLITE "SQLite format 3"
#define ZIP "PK\x03\x04"
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

typedef struct {
  const char *suffix; /* "" where only the bytes tell */
  hd_format format;   /* HD_FORMAT_UNKNOWN: not read */
  bool walked;        /* read when a folder is given */
  const char *magic;  /* its first bytes, NULL if nothing tells */
  const char *refusal;
  hd_extractor *extract; /* of a format inside a container */
} format_row;

static const format_row formats[] = {
    {".txt", HD_FORMAT_TEXT, true, NULL, NULL, NULL},
    {".text", HD_FORMAT_TEXT, false, NULL, NULL, NULL},
    {".md", HD_FORMAT_MARKDOWN, true, NULL, NULL, NULL},
    {".markdown", HD_FORMAT_MARKDOWN, true, NULL, NULL, NULL},
    {".docx", HD_FORMAT_DOCX, true, ZIP, NULL, hd_office_extract},
    {".docm", HD_FORMAT_DOCX, false, ZIP, NULL, hd_office_extract},
    {".doc", HD_FORMAT_UNKNOWN, false, OLE, SAVE_AS_DOCX, NULL},
    {".wps", HD_FORMAT_UNKNOWN, false, OLE, SAVE_AS_DOCX, NULL},
    {".xlsx", HD_FORMAT_XLSX, true, ZIP, NULL, hd_office_extract},
    {".xlsm", HD_FORMAT_XLSX, false, ZIP, NULL, hd_office_extract},
    {".xls", HD_FORMAT_UNKNOWN, false, OLE, NOT_YET(".xls"), NULL},
    {".pdf", HD_FORMAT_PDF, true, "%PDF-", NULL, hd_pdf_extract},
    {".html", HD_FORMAT_HTML, true, NULL, NULL, NULL},
    {".htm", HD_FORMAT_HTML, true, NULL, NULL, NULL},
    {".xhtml", HD_FORMAT_HTML, false, NULL, NULL, NULL},
    {".csv", HD_FORMAT_CSV, true, NULL, NULL, NULL},
    {".tsv", HD_FORMAT_CSV, true, NULL, NULL, NULL},
    {".db", HD_FORMAT_DATABASE, false, SQLITE, NULL, hd_database_extract},
    {".sqlite", HD_FORMAT_DATABASE, false, SQLITE, NULL, hd_database_extract},
    {".sqlite3", HD_FORMAT_DATABASE, false, SQLITE, NULL, hd_database_extract},
    {".rtf", HD_FORMAT_UNKNOWN, false, "{\\rtf", NOT_YET(".rtf"), NULL},
    {"", HD_FORMAT_UNKNOWN, false, OLE, SAVE_AS_DOCX, NULL},
    {"", HD_FORMAT_DOCX, false, ZIP, NULL, hd_office_extract},
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

/* The row that tells how these bytes are read; NULL: as text. */
static const format_row *choose(const char *name, hd_str bytes) {
  const format_row *own = row_of(name);
  if (own && has_magic(own, bytes))
    return own;
  for (size_t i = N_FORMATS; i-- > 0;)
    if (has_magic(&formats[i], bytes))
      return &formats[i];
  return own;
}

hd_format hd_format_find(const char *name, hd_str bytes) {
  hd_format format = hd_format_of(name);
  bool unknown = format == HD_FORMAT_UNKNOWN;
  if (format != HD_FORMAT_MARKDOWN && hd_sniff_page(bytes, !unknown))
    return HD_FORMAT_HTML;
  if (!unknown)
    return format;
  return hd_sniff_table(bytes) ? HD_FORMAT_CSV : HD_FORMAT_TEXT;
}

hd_format hd_format_of(const char *name) {
  const format_row *row = row_of(name);
  return row ? row->format : HD_FORMAT_UNKNOWN;
}

const char *hd_format_name(hd_format format) {
  static const char *const names[] = {
      [HD_FORMAT_TEXT] = "text",   [HD_FORMAT_MARKDOWN] = "markdown",
      [HD_FORMAT_HTML] = "html",   [HD_FORMAT_CSV] = "csv",
      [HD_FORMAT_DOCX] = "docx",   [HD_FORMAT_XLSX] = "xlsx",
      [HD_FORMAT_PDF] = "pdf",     [HD_FORMAT_DATABASE] = "database",
      [HD_FORMAT_UNKNOWN] = "text"};
  return names[format];
}

bool hd_format_is_walked(const char *name) {
  const format_row *row = row_of(name);
  return row && row->walked;
}

/* An office file with a password is an OLE container with an entry of this
 * name, in UTF-16. */
static bool is_encrypted(hd_str bytes) {
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  return hd_str_starts(bytes, HD_STR(OLE)) &&
         hd_str_find(bytes, (hd_str){name, sizeof name}) != (size_t)-1;
}

const char *hd_format_refuse(const char *name, hd_str bytes) {
  const format_row *row = choose(name, bytes);
  if (hd_sniff_page(bytes, true))
    return NULL; /* saved under another suffix: .doc, .xls */
  return is_encrypted(bytes) ? PASSWORD : row ? row->refusal : NULL;
}

hd_extractor *hd_format_extractor(const char *name, hd_str bytes) {
  const format_row *row = choose(name, bytes);
  return row && !hd_sniff_page(bytes, true) ? row->extract : NULL;
}
