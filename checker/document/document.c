/* document: a source to blocks.
 *
 * In: decoded text and its format. Out: the document, by the reader of the
 * format and then by heading.c, which looks at all blocks together. Language
 * and counts are of the source itself. */
#include "document.h"
#include "heading.h"
#include "readers.h"

/* Of the source: what says its language, and how much there is of it. */
typedef struct {
  size_t han, letters, characters;
  uint32_t lines;
} counts;

/* White space beyond ASCII: NBSP, U+2000 to U+200B, U+3000, BOM. */
static bool is_wide_blank(uint32_t cp) {
  return cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200B) ||
         cp == 0x2028 || cp == 0x2029 || cp == 0xFEFF;
}

/* One code point that is no ASCII, at p; returns its bytes. First bytes E4 to
 * E9 are ideographs but for a few rare signs. */
static inline size_t count_wide(counts *c, const char *p, size_t n) {
  unsigned char first = (unsigned char)*p;
  if (first >= 0xE4 && first <= 0xE9) {
    c->han++;
    c->characters++;
    return 3;
  }
  uint32_t cp;
  size_t used = hd_utf8_decode(p, n, &cp);
  c->han += hd_cp_is_han(cp);
  c->letters += cp < 0x2000 && hd_cp_is_letter(cp);
  c->characters += !is_wide_blank(cp);
  return used;
}

static counts count(hd_str s) {
  counts c = {0};
  for (size_t i = 0; i < s.n;) {
    unsigned char byte = (unsigned char)s.p[i];
    if (byte >= 0x80) {
      i += count_wide(&c, s.p + i, s.n - i);
      continue;
    }
    i++;
    if (byte > ' ') {
      c.characters += byte != 0x7F;
      c.letters += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    } else {
      c.lines += byte == '\n' || (byte == '\r' && !(i < s.n && s.p[i] == '\n'));
    }
  }
  c.lines += s.n > 0 && s.p[s.n - 1] != '\n' && s.p[s.n - 1] != '\r';
  return c;
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
  if (source->format == HD_FORMAT_MARKDOWN && hd_markdown_read(b))
    return;
  if (b->n > 0 || b->blocks.n > 0)
    hd_build_start(b, arena, source->bytes);
  hd_plain_read(b);
}

hd_document *hd_document_read(hd_arena *arena, const hd_source *source) {
  hd_build b;
  read_blocks(&b, arena, source);
  hd_headings_find(&b);
  counts c = count(source->bytes);
  hd_document *doc = HD_NEW(arena, hd_document);
  *doc = (hd_document){.arena = arena,
                       .source = *source,
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
                       .lines = c.lines};
  return doc;
}
