/* write: the sink of the formats and UTF-8 for them.
 *
 * In: strings of a result, some of them words of a draft or names of files
 * with any bytes. Out: bytes on report->out. The first error is kept and ends
 * all further writing. */
#include "write.h"
#include <errno.h>
#include <stdarg.h>
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

void hd_write_shown(hd_report *report, const char *s) {
  char bytes[4];
  uint32_t cp;
  while ((cp = hd_write_decode(&s)))
    hd_write_bytes(report, bytes, hd_write_encode(hd_write_visible(cp), bytes));
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

/* ---- rows -----------------------------------------------------------------
 */

bool hd_write_wanted(const hd_report *report, const hd_finding *finding) {
  return finding->severity >= report->least;
}

const char *hd_write_lang(const hd_report *report, const hd_result *result,
                          const char *file) {
  if (report->lang)
    return report->lang;
  for (size_t i = 0; i < result->n_files; i++)
    if (strcmp(result->files[i].name, file) == 0)
      return result->files[i].lang;
  return "zh";
}
