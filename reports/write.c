/* write: the sink of the formats and UTF-8 for them.
 *
 * In: strings of a result, some of them words of a draft or names of files
 * with any bytes. Out: bytes on report->out. The first error is kept and ends
 * all further writing. */
#include "write.h"
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* A stream belongs to one report, and a report to one thread: no lock. */
void hd_write_bytes(hd_report *report, const char *p, size_t n) {
  if (report->failed || n == 0)
    return;
  errno = 0;
  if (fwrite_unlocked(p, 1, n, report->out) != n)
    report->failed = errno ? errno : EIO;
}

void hd_write_text(hd_report *report, const char *s) {
  hd_write_bytes(report, s, strlen(s));
}

void hd_write_printf(hd_report *report, const char *format, ...) {
  va_list args;
  if (report->failed)
    return;
  errno = 0;
  va_start(args, format);
  if (vfprintf(report->out, format, args) < 0)
    report->failed = errno ? errno : EIO;
  va_end(args);
}

void *hd_write_state(hd_report *report, size_t size) {
  report->state = calloc(1, size);
  if (!report->state)
    report->failed = ENOMEM;
  return report->state;
}

void hd_write_shown(hd_report *report, const char *s) {
  char bytes[4];
  uint32_t cp;
  while ((cp = hd_write_decode(&s)))
    hd_write_bytes(report, bytes, hd_write_encode(hd_write_visible(cp), bytes));
}

/* What stands for a code point in XML; NULL: itself. U+FFFE and U+FFFF are no
 * characters of XML. */
static const char *entity(uint32_t cp) {
  switch (cp) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case 0xFFFE:
  case 0xFFFF:
    return "\xEF\xBF\xBD";
  default:
    return NULL;
  }
}

const char *hd_write_escaped_part(hd_report *report, const char *s, size_t n) {
  char bytes[4];
  uint32_t cp;
  for (; n > 0 && (cp = hd_write_decode(&s)); n--) {
    const char *text = entity(cp);
    if (text)
      hd_write_text(report, text);
    else
      hd_write_bytes(report, bytes,
                     hd_write_encode(hd_write_visible(cp), bytes));
  }
  return s;
}

void hd_write_escaped(hd_report *report, const char *s) {
  hd_write_escaped_part(report, s, SIZE_MAX);
}

/* ---- UTF-8 --------------------------------------------------------------- */

/* Length of the sequence that a byte above 7F starts, its bits in *cp; 0 for
 * none. */
static unsigned lead(unsigned char byte, uint32_t *cp) {
  static const struct {
    unsigned char low, high, mask;
  } rows[] = {{0xC2, 0xDF, 0x1F}, {0xE0, 0xEF, 0x0F}, {0xF0, 0xF4, 0x07}};
  for (unsigned i = 0; i < 3; i++)
    if (byte >= rows[i].low && byte <= rows[i].high) {
      *cp = byte & rows[i].mask;
      return i + 2;
    }
  return 0;
}

/* Is cp a scalar value that needs n bytes? */
static bool scalar(uint32_t cp, unsigned n) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return cp >= least[n] && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
}

uint32_t hd_write_decode(const char **s) {
  const unsigned char *p = (const unsigned char *)*s;
  uint32_t cp = 0;
  if (*p < 0x80) {
    *s += *p != 0;
    return *p;
  }
  unsigned n = lead(*p, &cp), i = 1;
  for (; i < n && (p[i] & 0xC0) == 0x80; i++)
    cp = cp << 6 | (p[i] & 0x3F);
  if (n == 0 || i < n || !scalar(cp, n)) {
    *s += 1;
    return 0xFFFD;
  }
  *s += n;
  return cp;
}

size_t hd_write_encode(uint32_t cp, char *out) {
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
  for (size_t i = n; i-- > 1; cp >>= 6)
    out[i] = (char)(0x80 | (cp & 0x3F));
  out[0] = (char)((0xF00U >> n & 0xFF) | cp);
  return n;
}

size_t hd_write_uri_byte(unsigned char byte, char out[4]) {
  static const char digits[] = "0123456789ABCDEF", kept[] = "._~/-";
  bool plain = byte < 0x80 && (isalnum(byte) || (byte && strchr(kept, byte)));
  if (plain) {
    out[0] = (char)byte;
    return 1;
  }
  out[0] = '%';
  out[1] = digits[byte >> 4];
  out[2] = digits[byte & 0xF];
  return 3;
}

/* ---- rows -----------------------------------------------------------------
 */

bool hd_write_wanted(const hd_report *report, const hd_finding *finding) {
  return finding->severity >= report->least;
}

bool hd_write_other_check(const hd_check *check, const hd_finding *finding) {
  const hd_place *a = &check->at, *b = &finding->at;
  bool own =
      check->outcome == HD_DIFFERS && strcmp(check->rule, finding->rule) == 0;
  return !own && strcmp(a->file, b->file) == 0 && a->line == b->line &&
         a->column == b->column;
}

const hd_file *hd_write_file(const hd_result *result, const char *name) {
  for (size_t i = 0; i < result->n_files; i++)
    if (result->files[i].name == name ||
        strcmp(result->files[i].name, name) == 0)
      return &result->files[i];
  return NULL;
}

bool hd_write_has_lines(const hd_file *file) {
  static const char *const without[] = {"docx", "pdf", "xlsx"};
  for (size_t i = 0; file && i < sizeof without / sizeof *without; i++)
    if (strcmp(file->format, without[i]) == 0)
      return false;
  return true;
}

const char *hd_write_lang(const hd_report *report, const hd_result *result,
                          const char *file) {
  if (report->lang)
    return report->lang;
  const hd_file *known = hd_write_file(result, file);
  return known ? known->lang : "zh";
}

const char *hd_write_own_lang(const hd_report *report, const hd_result *result,
                              const char *known) {
  if (report->lang)
    return report->lang;
  for (size_t i = 0; !known && i < result->n_files; i++)
    if (*result->files[i].lang)
      known = strcmp(result->files[i].lang, "en") == 0 ? "en" : "zh";
  return known;
}

const hd_rule *hd_write_rule(const hd_report *report, const char *id) {
  size_t low = 0, high = report->n_rules;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(report->rules[middle].id, id);
    if (order == 0)
      return &report->rules[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

const char *hd_write_either(const char *lang, const char *zh, const char *en) {
  const char *first = strcmp(lang, "zh") == 0 ? zh : en;
  return *first ? first : first == zh ? en : zh;
}
