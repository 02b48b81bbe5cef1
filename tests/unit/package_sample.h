/* Office files in memory, for the tests of their extractors: an archive whose
 * parts are stored as they are. */
#ifndef HD_PACKAGE_SAMPLE_H
#define HD_PACKAGE_SAMPLE_H
#include "checker/document/document.h"
#include "checker/input/layout.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define OPC "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define RELATION(id, type, target)                                             \
  "<Relationship Id='" id "' Type='" OFFICE "relationships/" type              \
  "' Target='" target "'/>"
#define RELATIONS(list)                                                        \
  "<Relationships xmlns='" OPC "relationships'>" list "</Relationships>"
#define W_NS                                                                   \
  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

typedef struct {
  const char *name;
  const char *bytes;
} part;

typedef struct {
  hd_buffer out, directory;
  uint32_t parts;
} archive;

static inline uint32_t checksum(const char *p, size_t n) {
  uint32_t crc = 0xFFFFFFFF;
  for (size_t i = 0; i < n; i++) {
    crc ^= (unsigned char)p[i];
    for (int k = 0; k < 8; k++)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

/* A number of `bytes` bytes, the lowest first. */
static inline void put_number(hd_buffer *b, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++, value >>= 8) {
    char byte = (char)(value & 0xFF);
    hd_buffer_add(b, &byte, 1);
  }
}

/* What local and central headers share. */
static inline void put_facts(hd_buffer *b, const char *name, hd_str bytes) {
  put_number(b, 20, 2); /* version */
  put_number(b, 0, 4);  /* flags; stored */
  put_number(b, 0x00210000, 4);
  put_number(b, checksum(bytes.p, bytes.n), 4);
  put_number(b, (uint32_t)bytes.n, 4);
  put_number(b, (uint32_t)bytes.n, 4);
  put_number(b, (uint32_t)strlen(name), 2);
  put_number(b, 0, 2);
}

static inline void put_part(archive *a, const char *name, hd_str bytes) {
  size_t at = a->out.n;
  put_number(&a->out, 0x04034B50, 4);
  put_facts(&a->out, name, bytes);
  hd_buffer_puts(&a->out, name);
  hd_buffer_add(&a->out, bytes.p, bytes.n);
  put_number(&a->directory, 0x02014B50, 4);
  put_number(&a->directory, 20, 2);
  put_facts(&a->directory, name, bytes);
  put_number(&a->directory, 0, 2);
  put_number(&a->directory, 0, 4);
  put_number(&a->directory, 0, 4);
  put_number(&a->directory, (uint32_t)at, 4);
  hd_buffer_puts(&a->directory, name);
  a->parts++;
}

static inline void close_archive(archive *a) {
  uint32_t at = (uint32_t)a->out.n, n = (uint32_t)a->directory.n;
  hd_buffer_add(&a->out, a->directory.p, a->directory.n);
  put_number(&a->out, 0x06054B50, 4);
  put_number(&a->out, 0, 4);
  put_number(&a->out, a->parts, 2);
  put_number(&a->out, a->parts, 2);
  put_number(&a->out, n, 4);
  put_number(&a->out, at, 4);
  put_number(&a->out, 0, 2);
  hd_buffer_free(&a->directory);
}

/* An extracted source, freed with its arena. */
typedef struct {
  hd_arena *arena;
  hd_source source;
  hd_error error;
  hd_source_options options;
  bool read;
} extracted;

/* Extracts an archive of these parts (the last has no name). */
static inline extracted extract(const char *name, const part *parts,
                                hd_revisions revisions) {
  archive a = {.parts = 0};
  extracted x = {.arena = hd_arena_new(), .options = {.revisions = revisions}};
  for (; parts->name; parts++)
    put_part(&a, parts->name, hd_str_of(parts->bytes));
  close_archive(&a);
  x.read = hd_source_decode(x.arena, name, (hd_str){a.out.p, a.out.n},
                            &x.options, &x.source, &x.error);
  hd_buffer_free(&a.out);
  return x;
}

static inline const hd_laid *line_of(const extracted *x, size_t line) {
  assert_non_null(x->source.layout);
  assert_true(line >= 1 && line <= x->source.layout->n);
  return &x->source.layout->lines[line - 1];
}

static inline void expect_text(const extracted *x, const char *wanted) {
  if (!x->read)
    fail_msg("%s", x->error.message);
  if (!hd_str_is(x->source.bytes, wanted))
    fail_msg("“%.*s” instead of “%s”", (int)x->source.bytes.n,
             x->source.bytes.p, wanted);
}

/* A .docx with this body; styles, numbering and footnotes where they are not
 * NULL, all without their root elements. */
typedef struct {
  const char *body, *styles, *numbering, *footnotes;
  hd_revisions revisions;
} docx_sample;

static inline extracted extract_docx(docx_sample s) {
  char *text[4] = {0};
  const char *contents[] = {s.body, s.styles, s.numbering, s.footnotes};
  static const char *const formats[] = {
      "<w:document " W_NS "><w:body>%s</w:body></w:document>",
      "<w:styles " W_NS ">%s</w:styles>",
      "<w:numbering " W_NS ">%s</w:numbering>",
      "<w:footnotes " W_NS ">%s</w:footnotes>"};
  static const char *const names[] = {"word/document.xml", "word/styles.xml",
                                      "word/numbering.xml",
                                      "word/footnotes.xml"};
  part parts[8] = {
      {"_rels/.rels",
       RELATIONS(RELATION("r1", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels",
       RELATIONS(RELATION("r1", "styles", "styles.xml")
                     RELATION("r2", "numbering", "numbering.xml")
                         RELATION("r3", "footnotes", "/word/footnotes.xml"))},
  };
  size_t n = 2;
  for (int i = 0; i < 4; i++) {
    const char *content = contents[i] ? contents[i] : "";
    size_t room = strlen(formats[i]) + strlen(content);
    text[i] = malloc(room);
    snprintf(text[i], room, formats[i], content);
    parts[n++] = (part){names[i], text[i]};
  }
  extracted x = extract("a.docx", parts, s.revisions);
  for (int i = 0; i < 4; i++)
    free(text[i]);
  return x;
}

/* A paragraph, a cell of one. */
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(properties, text)                                                   \
  "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#endif
