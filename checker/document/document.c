/* document: a source to blocks.
 *
 * In: decoded text and its format. Out: the document, by the reader of the
 * format and then by heading.c, which looks at all blocks together. Language
 * and counts are of the source itself, of a page of its text. */
#include "document.h"
#include "heading.h"
#include "readers.h"

/* Of the source: what says its language, and how much there is of it. */
typedef struct {
  size_t han, letters, characters;
} counts;

/* What the byte at s counts, of which two more can be read; valid UTF-8. Only
 * first bytes count. No branches: the compiler does many bytes at once.
 * Ideographs are what hd_cp_is_han says, letters ASCII, Latin, Greek and
 * Cyrillic ones, characters all but white space: also NBSP, U+2000 to U+200B,
 * U+2028, U+2029, U+3000 and the BOM. */
static inline void weigh(const unsigned char *s, uint8_t *han, uint8_t *letters,
                         uint8_t *characters) {
  uint8_t a = s[0], b = s[1], c = s[2];
  uint8_t wide =
      ((a == 0xC2) & (b == 0xA0)) |
      ((a == 0xE2) & (b == 0x80) & ((c <= 0x8B) | (c == 0xA8) | (c == 0xA9))) |
      ((a == 0xE3) & (b == 0x80) & (c == 0x80)) |
      ((a == 0xEF) & (b == 0xBB) & (c == 0xBF));
  uint8_t rare = ((a == 0xE3) &
                  ((b >= 0x90) | ((b == 0x80) & ((c == 0x85) | (c == 0x87))))) |
                 ((a == 0xEF) & (b >= 0xA4) & (b <= 0xAB)) |
                 ((a == 0xF0) & (b >= 0xA0));
  *han = (uint8_t)(*han + ((uint8_t)(a - 0xE4) < 6) + rare);
  *letters = (uint8_t)(*letters + ((uint8_t)((a | 0x20) - 'a') < 26) +
                       ((uint8_t)(a - 0xC3) < 0xD5 - 0xC3));
  *characters =
      (uint8_t)(*characters + ((a > ' ') & (a < 0x7F)) + (a >= 0xC0) - wide);
}

static counts count(hd_str text) {
  enum { PIECE = 128 }; /* bytes that counts of eight bits can hold */
  const unsigned char *s = (const unsigned char *)text.p;
  counts sum = {0};
  size_t from = 0;
  for (; from + PIECE + 2 <= text.n; from += PIECE) {
    uint8_t han = 0, letters = 0, characters = 0;
    for (size_t i = from; i < from + PIECE; i++)
      weigh(s + i, &han, &letters, &characters);
    sum.han += han;
    sum.letters += letters;
    sum.characters += characters;
  }
  for (; from < text.n; from++) {
    unsigned char last[3] = {0};
    uint8_t han = 0, letters = 0, characters = 0;
    memcpy(last, s + from, text.n - from < 3 ? text.n - from : 3);
    weigh(last, &han, &letters, &characters);
    sum.han += han;
    sum.letters += letters;
    sum.characters += characters;
  }
  return sum;
}

static uint32_t count_lines(hd_str s) {
  uint32_t lines = s.n > 0 && s.p[s.n - 1] != '\n' && s.p[s.n - 1] != '\r';
  const char *end = s.p + s.n;
  for (const char *p = s.p; p < end; p++, lines++) {
    p = memchr(p, '\n', (size_t)(end - p));
    if (!p)
      break;
  }
  for (const char *p = s.p; p < end; p++) {
    p = memchr(p, '\r', (size_t)(end - p));
    if (!p)
      break;
    lines += p + 1 == end || p[1] != '\n';
  }
  return lines;
}

/* 2: ideographs and their punctuation, 1: quotes and dashes of both worlds,
 * 0: the rest. */
static int width_class(uint32_t cp) {
  return cp >= 0x2E80 ? 2 : cp >= 0x2014 && cp <= 0x2026 ? 1 : 0;
}

bool hd_join_needs_blank(hd_str before, hd_str behind) {
  while (before.n > 0 &&
         (before.p[before.n - 1] == '*' || before.p[before.n - 1] == '_'))
    before.n--;
  if (before.n == 0 || behind.n == 0)
    return false;
  uint32_t last, first;
  size_t at = hd_utf8_back(before.p, before.n);
  hd_utf8_decode(before.p + at, before.n - at, &last);
  hd_utf8_decode(behind.p, behind.n, &first);
  if (last <= ' ' || first <= ' ')
    return false;
  return width_class(last) < 2 && width_class(first) < 2;
}

static void read_blocks(hd_build *b, hd_arena *arena, const hd_source *source) {
  hd_build_start(b, arena, source->bytes);
  if (source->layout) {
    if (source->format == HD_FORMAT_PDF)
      hd_printed_read(b, source->layout);
    else
      hd_laid_out_read(b, source->layout);
    return;
  }
  if (source->format == HD_FORMAT_MARKDOWN && hd_markdown_read(b))
    return;
  if (b->n > 0 || b->blocks.n > 0)
    hd_build_start(b, arena, source->bytes);
  if (source->format == HD_FORMAT_HTML)
    hd_page_read(b);
  else if (source->format == HD_FORMAT_CSV)
    hd_records_read(b);
  else
    hd_plain_read(b);
}

/* The text with its ideographs as the source has them. */
static hd_str find_printed(hd_arena *arena, const hd_document *doc) {
  hd_str text = doc->text, read = doc->source.bytes;
  hd_str source = doc->source.printed;
  if (source.p == read.p)
    return text;
  char *out = hd_arena_copy(arena, text.p, text.n);
  for (size_t i = 0; i < doc->n_segments; i++) {
    size_t off = doc->segments[i].off, from = doc->segments[i].source;
    size_t end = i + 1 < doc->n_segments ? doc->segments[i + 1].off : text.n;
    while (off < end && from < read.n) {
      uint32_t cp, as_read;
      size_t n = hd_utf8_decode(text.p + off, text.n - off, &cp);
      size_t k = hd_utf8_decode(read.p + from, read.n - from, &as_read);
      if (cp == as_read && n == k)
        memcpy(out + off, source.p + from, n);
      off += n;
      from += k;
    }
  }
  return (hd_str){out, text.n};
}

hd_document *hd_document_read(hd_arena *arena, const hd_source *source) {
  hd_build b;
  read_blocks(&b, arena, source);
  hd_headings_find(&b);
  bool markup = source->format == HD_FORMAT_HTML;
  counts c = count(markup ? (hd_str){b.text, b.n} : source->bytes);
  hd_document *doc = HD_NEW(arena, hd_document);
  *doc = (hd_document){.arena = arena,
                       .source = *source,
                       .role = source->role,
                       .lang = c.han * 4 >= c.han + c.letters ? HD_LANG_ZH
                                                              : HD_LANG_EN,
                       .text = {b.text, b.n},
                       .blocks = b.blocks.items,
                       .n_blocks = b.blocks.n,
                       .tables = b.tables.items,
                       .n_tables = b.tables.n,
                       .segments = b.segments.items,
                       .n_segments = b.segments.n,
                       .characters = c.characters,
                       .lines = count_lines(source->bytes)};
  if (!doc->source.printed.p) /* it was made, not read */
    doc->source.printed = doc->source.bytes;
  doc->printed = find_printed(arena, doc);
  return doc;
}
