/* decode: bytes of a draft to UTF-8.
 *
 * In: the bytes of a file. Out: valid UTF-8 without a BOM; where the input is
 * that already, it is not copied. The order: a BOM decides; valid UTF-8 is
 * UTF-8; bytes that are no UTF-8 but decode (nearly) as GB18030 are that,
 * unless most of what is not ASCII is well-formed UTF-8 (a report pasted
 * together from both: its GBK parts are the bad ones); else it is UTF-8 with
 * bad bytes, which is an error or, lenient, U+FFFD for each bad sequence. */
#include "decode.h"
#include <iconv.h>

/* Line and column of a byte offset in text that is UTF-8 up to there. */
static void find_place(hd_str s, size_t off, hd_error *error) {
  size_t line = 1, start = 0;
  for (size_t i = 0; i < off; i++) {
    bool ends = s.p[i] == '\n' ||
                (s.p[i] == '\r' && !(i + 1 < s.n && s.p[i + 1] == '\n'));
    line += ends;
    if (ends)
      start = i + 1;
  }
  error->line = (uint32_t)line;
  error->column = (uint32_t)hd_utf8_count(s.p + start, off - start) + 1;
}

/* "WHAT at line 3, column 7": the place of off. */
static bool fail_at(hd_arena *arena, hd_str s, size_t off, const char *what,
                    hd_error *error) {
  find_place(s, off, error);
  error->message =
      hd_arena_format(arena, "%s at line %u, column %u", what,
                      (unsigned)error->line, (unsigned)error->column);
  return false;
}

/* ---- UTF-16 ------------------------------------------------------------ */
typedef struct {
  const unsigned char *p;
  size_t n, at;
  bool big; /* big-endian */
} units;

static uint32_t next_unit(units *u) {
  const unsigned char *p = u->p + u->at;
  u->at += 2;
  return u->big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}

/* The next code point; 0x110000 for half a surrogate pair, half a unit or a
 * NUL. */
static uint32_t next_code_point(units *u) {
  enum { BAD = 0x110000 };
  if (u->n - u->at < 2) {
    u->at = u->n;
    return BAD;
  }
  uint32_t high = next_unit(u);
  if (high < 0xD800 || high > 0xDFFF)
    return high ? high : BAD;
  if (high > 0xDBFF || u->n - u->at < 2)
    return BAD;
  uint32_t low = next_unit(u);
  if (low < 0xDC00 || low > 0xDFFF) {
    u->at -= 2;
    return BAD;
  }
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static bool decode_utf16(hd_arena *arena, hd_str s, bool big, bool lenient,
                         hd_source *source, hd_error *error) {
  units u = {(const unsigned char *)s.p, s.n, 2, big};
  char *out = hd_arena_alloc(arena, s.n / 2 * 3 + 4);
  size_t n = 0;
  while (u.at < u.n) {
    uint32_t cp = next_code_point(&u);
    if (cp == 0x110000) {
      if (!lenient)
        return fail_at(arena, (hd_str){out, n}, n,
                       "this is broken UTF-16: half a character or a NUL",
                       error);
      source->replaced++;
      cp = 0xFFFD;
    }
    n += hd_utf8_encode(cp, out + n);
  }
  source->bytes = (hd_str){out, n};
  source->encoding = big ? "UTF-16BE" : "UTF-16LE";
  return true;
}

/* ---- GB18030 ----------------------------------------------------------- */

/* More of it well-formed UTF-8 than not? Sequences of three and four bytes
 * count; those of two are frequent in GBK by chance. */
static bool is_mostly_utf8(hd_str s) {
  size_t good = 0, bad = 0;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    size_t used = hd_utf8_decode(s.p + i, s.n - i, &cp);
    good += used >= 3;
    bad += used == 1 && (unsigned char)s.p[i] >= 0x80;
    i += used;
  }
  return good * 4 > bad;
}

/* What GB18030 makes of the bytes. */
typedef struct {
  char *out;
  size_t n;
  size_t bad;       /* bytes that are none; U+FFFD stands for each */
  size_t first_bad; /* where the first stands in out */
  size_t bad_byte;  /* and in the bytes */
} decoded;

/* One call of iconv that goes on behind a bad byte. */
static decoded convert(iconv_t converter, hd_str s, char *out) {
  decoded d = {.out = out};
  size_t left = s.n, room = s.n * 3 + 4;
  char *in_p = (char *)(uintptr_t)s.p, *out_p = out;
  while (left > 0 &&
         iconv(converter, &in_p, &left, &out_p, &room) == (size_t)-1) {
    bool euro = (unsigned char)*in_p == 0x80; /* of Windows' own GBK */
    if (!euro && d.bad++ == 0) {
      d.first_bad = (size_t)(out_p - out);
      d.bad_byte = s.n - left;
    }
    size_t n = hd_utf8_encode(euro ? 0x20AC : 0xFFFD, out_p);
    out_p += n;
    room -= n;
    in_p++;
    left--;
  }
  d.n = (size_t)(out_p - out);
  return d;
}

/* Nothing bad, or nine in ten of what is not ASCII well-formed: it is meant
 * as GB18030. Each good character is three bytes of UTF-8 or more. */
static bool is_gb18030(const decoded *d) {
  size_t wide = 0;
  for (size_t i = 0; i < d->n; i++)
    wide += (unsigned char)d->out[i] >= 0xE0;
  return d->bad == 0 || wide - d->bad >= 9 * d->bad;
}

/* The bytes in that encoding; false where the C library does not know it. */
static bool decode_as(hd_arena *arena, hd_str s, const char *charset,
                      decoded *d) {
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1)
    return false;
  *d = convert(converter, s, hd_arena_alloc(arena, s.n * 3 + 4));
  iconv_close(converter);
  return true;
}

static bool decode_gb18030(hd_arena *arena, hd_str s, decoded *d) {
  return decode_as(arena, s, "GB18030", d) && is_gb18030(d);
}

/* Takes what was decoded; where bytes were bad and it is not lenient, it is
 * an error with their place. */
static bool take_gb18030(hd_arena *arena, const decoded *d, hd_str s,
                         bool lenient, hd_source *source, hd_error *error) {
  source->bytes = (hd_str){d->out, d->n};
  source->encoding = "GB18030";
  if (d->bad == 0 || lenient) {
    source->replaced += (uint32_t)d->bad;
    return true;
  }
  const char *what = hd_arena_format(
      arena, "the file is GB18030 with bytes that are broken: byte 0x%02X",
      (unsigned)(unsigned char)s.p[d->bad_byte]);
  return fail_at(arena, source->bytes, d->first_bad, what, error);
}

/* ---- UTF-8 -------------------------------------------------------------- */

/* U+FFFD for each maximal run of bytes that begin no sequence. */
static void replace_bad(hd_arena *arena, hd_str s, hd_source *source) {
  char *out = hd_arena_alloc(arena, s.n * 3 + 1);
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    size_t good = hd_utf8_invalid(s.p + i, s.n - i);
    memcpy(out + n, s.p + i, good);
    n += good;
    i += good;
    if (i == s.n)
      break;
    source->replaced++;
    n += hd_utf8_encode(0xFFFD, out + n);
    /* the continuation bytes of a truncated sequence go with its first */
    for (i++; i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80; i++)
      ;
  }
  source->bytes = (hd_str){out, n};
}

static bool decode_other(hd_arena *arena, hd_str s, size_t bad, bool lenient,
                         hd_source *source, hd_error *error) {
  decoded gb = {0};
  if (!is_mostly_utf8(s) && decode_gb18030(arena, s, &gb))
    return take_gb18030(arena, &gb, s, lenient, source, error);
  source->encoding = "UTF-8";
  if (lenient) {
    replace_bad(arena, s, source);
    return true;
  }
  const char *what =
      hd_arena_format(arena, "the file is not UTF-8: byte 0x%02X",
                      (unsigned)(unsigned char)s.p[bad]);
  return fail_at(arena, s, bad, what, error);
}

/* ---- what a file says of itself ----------------------------------------- */

/* Valid UTF-8 that may as well be something else: no sequence of three bytes,
 * which Han have. */
static bool is_doubtful(hd_str s) {
  bool wide = false;
  for (size_t i = 0; i < s.n; i++) {
    if ((unsigned char)s.p[i] >= 0xE0)
      return false;
    wide = wide || (unsigned char)s.p[i] >= 0x80;
  }
  return wide;
}

/* Decodes as the file itself says; false where its bytes say otherwise. */
static bool decode_said(hd_arena *arena, hd_str s, size_t bad,
                        const char *charset, hd_source *source) {
  decoded d = {0};
  bool utf8 =
      bad == s.n && !(strcmp(charset, "GB18030") == 0 && is_doubtful(s));
  if (utf8 || strcmp(charset, "UTF-8") == 0 || is_mostly_utf8(s) ||
      !decode_as(arena, s, charset, &d) || !is_gb18030(&d))
    return false;
  source->bytes = (hd_str){d.out, d.n};
  source->encoding = charset;
  source->replaced += (uint32_t)d.bad;
  return true;
}

bool hd_decode(hd_arena *arena, hd_str s, hd_decoding how, hd_source *source,
               hd_error *error) {
  if (hd_str_starts(s, HD_STR("\xFF\xFE")))
    return decode_utf16(arena, s, false, how.lenient, source, error);
  if (hd_str_starts(s, HD_STR("\xFE\xFF")))
    return decode_utf16(arena, s, true, how.lenient, source, error);
  if (hd_str_starts(s, HD_STR("\xEF\xBB\xBF")))
    s = (hd_str){s.p + 3, s.n - 3};
  const char *nul = s.n ? memchr(s.p, '\0', s.n) : NULL;
  if (nul)
    return fail_at(arena, s, (size_t)(nul - s.p),
                   "this is a binary file, no text: a NUL byte", error);
  size_t bad = hd_utf8_invalid(s.p, s.n);
  if (how.charset && decode_said(arena, s, bad, how.charset, source))
    return true;
  if (bad < s.n)
    return decode_other(arena, s, bad, how.lenient, source, error);
  source->bytes = s;
  source->encoding = "UTF-8";
  return true;
}
