/* xml: the elements of a part of an archive, by expat.
 *
 * In: a part, a vocabulary, callbacks. Out: calls. The part is unpacked
 * straight into the parser's buffer. A document type ends the reading, so
 * that no entity is ever declared; depth is counted; character data is joined
 * until the next tag. Namespaces are resolved here: expat's own way of it
 * hashes every attribute once more, for what no reader asks, and takes half of
 * the time. */
#include "xml.h"
#include <expat.h>
#include <stdlib.h>

enum {
  DEEPEST = 1000,
  MOST_BOUND = 1000, /* prefixes at one place: each name is looked up there */
  PIECE = 64 << 10,
  BUCKETS = 256
};

typedef struct {
  const char *uri;
  hd_xml_space space;
} space_row;

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"

static const space_row spaces[] = {
    {TRANSITIONAL "wordprocessingml/2006/main", HD_XML_WORD},
    {STRICT "wordprocessingml/main", HD_XML_WORD},
    {TRANSITIONAL "spreadsheetml/2006/main", HD_XML_SHEET},
    {STRICT "spreadsheetml/main", HD_XML_SHEET},
    {TRANSITIONAL "officeDocument/2006/math", HD_XML_MATH},
    {STRICT "officeDocument/math", HD_XML_MATH},
    {TRANSITIONAL "markup-compatibility/2006", HD_XML_COMPATIBILITY},
    {TRANSITIONAL "drawingml/2006/chart", HD_XML_CHART},
    {STRICT "drawingml/chart", HD_XML_CHART},
    {"urn:schemas-microsoft-com:office:office", HD_XML_OFFICE},
    {TRANSITIONAL "package/2006/relationships", HD_XML_RELATIONSHIPS},
    {TRANSITIONAL "package/2006/content-types", HD_XML_TYPES},
};
enum { N_SPACES = sizeof spaces / sizeof *spaces };

/* A prefix that is bound ("": the default) inside an element. */
typedef struct {
  const char *prefix;
  hd_xml_space space;
  unsigned depth; /* of the element */
} binding;

struct hd_xml {
  const hd_xml_reader *reader;
  void *data;
  hd_arena *arena;
  XML_Parser parser;
  const char **attributes;
  hd_buffer text;
  unsigned depth, skipped; /* skipped: depth of an element left out, 0 */
  const char *refused;     /* why the reading was ended */
  HD_VEC(binding) bindings;
  const hd_xml_word *open[DEEPEST + 1]; /* by depth: rows of open elements */
  uint16_t first[BUCKETS], *next; /* words by hash: index + 1, 0: no more */
};

static unsigned hash(const char *name, size_t n) {
  unsigned char first = (unsigned char)name[0],
                last = (unsigned char)name[n - 1],
                middle = (unsigned char)name[n / 2];
  return (first * 31u + middle * 7u + last * 3u + (unsigned)n) % BUCKETS;
}

static void index_words(hd_xml *x) {
  const hd_xml_reader *r = x->reader;
  x->next = hd_arena_alloc(x->arena, (r->n_words + 1) * sizeof *x->next);
  for (size_t i = 0; i < r->n_words; i++) {
    unsigned h = hash(r->words[i].name, strlen(r->words[i].name));
    x->next[i] = x->first[h];
    x->first[h] = (uint16_t)(i + 1);
  }
}

/* The reading ends here. */
static void refuse(hd_xml *x, const char *why) {
  if (!x->refused)
    x->refused = why;
  XML_StopParser(x->parser, XML_FALSE);
}

/* ---- namespaces --------------------------------------------------------- */
static hd_xml_space space_of(const char *uri) {
  for (size_t i = 0; i < N_SPACES; i++)
    if (strcmp(spaces[i].uri, uri) == 0)
      return spaces[i].space;
  return HD_XML_OTHER;
}

/* The bindings that an element makes with its attributes. */
static void bind_prefixes(hd_xml *x, const char **attributes) {
  for (const char **a = attributes; *a; a += 2) {
    if (**a != 'x' || strncmp(*a, "xmlns", 5) != 0 ||
        ((*a)[5] && (*a)[5] != ':'))
      continue;
    const char *prefix = (*a)[5] ? *a + 6 : "";
    binding b = {hd_arena_copy(x->arena, prefix, strlen(prefix)),
                 space_of(a[1]), x->depth};
    HD_PUSH(x->arena, &x->bindings, b);
  }
  if (x->bindings.n > MOST_BOUND)
    refuse(x, "binds more than 1,000 prefixes");
}

/* What the prefix of n bytes at p is bound to. */
static hd_xml_space space_at(const hd_xml *x, const char *p, size_t n) {
  for (size_t i = x->bindings.n; i-- > 0;) {
    const binding *b = &x->bindings.items[i];
    if (strncmp(b->prefix, p, n) == 0 && b->prefix[n] == '\0')
      return b->space;
  }
  return HD_XML_OTHER;
}

/* The row of an element "prefix:name"; NULL. */
static const hd_xml_word *row_of(const hd_xml *x, const char *name) {
  const char *colon = strchr(name, ':');
  const hd_xml_word *words = x->reader->words;
  const char *local = colon ? colon + 1 : name;
  if (!*local)
    return NULL;
  unsigned at = x->first[hash(local, strlen(local))];
  while (at && strcmp(words[at - 1].name, local) != 0)
    at = x->next[at - 1];
  if (!at)
    return NULL;
  hd_xml_space space = space_at(x, name, colon ? (size_t)(colon - name) : 0);
  while (at && (words[at - 1].space != space ||
                strcmp(words[at - 1].name, local) != 0))
    at = x->next[at - 1];
  return at ? &words[at - 1] : NULL;
}

/* ---- callbacks of the parser -------------------------------------------- */
void hd_xml_skip(hd_xml *x) { x->skipped = x->depth; }

void hd_xml_pass(void *data, hd_xml *x) {
  (void)data;
  hd_xml_skip(x);
}

static void flush(hd_xml *x) {
  if (x->text.n > 0)
    x->reader->text(x->data, (hd_str){x->text.p, x->text.n});
  x->text.n = 0;
}

static void XMLCALL start_element(void *data, const char *name,
                                  const char **attributes) {
  hd_xml *x = data;
  if (x->refused)
    return;
  flush(x);
  if (++x->depth > DEEPEST) {
    refuse(x, "is nested more than 1,000 elements deep");
    return;
  }
  bind_prefixes(x, attributes);
  if (x->skipped || x->refused)
    return;
  const hd_xml_word *row = x->open[x->depth] = row_of(x, name);
  x->attributes = attributes;
  if (row && row->start)
    row->start(x->data, x);
  x->attributes = NULL;
}

static void XMLCALL end_element(void *data, const char *name) {
  hd_xml *x = data;
  (void)name;
  if (x->refused)
    return;
  flush(x);
  const hd_xml_word *row = x->skipped ? NULL : x->open[x->depth];
  if (row && row->end)
    row->end(x->data);
  if (x->skipped == x->depth)
    x->skipped = 0;
  while (x->bindings.n > 0 &&
         x->bindings.items[x->bindings.n - 1].depth == x->depth)
    x->bindings.n--;
  x->depth--;
}

static void XMLCALL take_text(void *data, const char *p, int n) {
  hd_xml *x = data;
  if (!x->refused && !x->skipped && x->reader->text)
    hd_buffer_add(&x->text, p, (size_t)n);
}

static void XMLCALL refuse_doctype(void *data, const char *name,
                                   const char *system, const char *public,
                                   int internal) {
  (void)name, (void)system, (void)public, (void)internal;
  refuse(data, "declares a document type, which no office file may");
}

/* ---- reading ------------------------------------------------------------ */

/* Unpacks and parses piece by piece; false: stopped, for whatever reason. */
static bool parse(hd_xml *x, hd_zip *zip, bool *damaged) {
  for (;;) {
    void *piece = XML_GetBuffer(x->parser, PIECE);
    if (!piece)
      hd_memory_out();
    ptrdiff_t n = hd_zip_next(zip, piece, PIECE);
    *damaged = n < 0;
    if (n < 0 || !XML_ParseBuffer(x->parser, (int)n, n == 0))
      return false;
    if (n == 0)
      return true;
  }
}

/* "its part word/document.xml is no sound XML (mismatched tag, line 1)" */
static bool say(const hd_xml *x, hd_zip *zip, const char *part) {
  hd_arena *arena = hd_zip_arena(zip);
  enum XML_Error code = XML_GetErrorCode(x->parser);
  if (!x->refused && code == XML_ERROR_NO_MEMORY)
    hd_memory_out();
  return hd_zip_fail(
      zip, x->refused
               ? hd_arena_format(arena, "its part %.200s %s", part, x->refused)
               : hd_arena_format(
                     arena, "its part %.200s is no sound XML: %s (line %lu)",
                     part, XML_ErrorString(code),
                     (unsigned long)XML_GetCurrentLineNumber(x->parser)));
}

bool hd_xml_read(hd_zip *zip, const char *part, const hd_xml_reader *reader,
                 void *data) {
  hd_xml x = {.reader = reader, .data = data, .arena = hd_zip_arena(zip)};
  bool damaged = false;
  if (!hd_zip_begin(zip, part))
    return false;
  x.parser = XML_ParserCreate(NULL);
  if (!x.parser)
    hd_memory_out();
  index_words(&x);
  XML_SetUserData(x.parser, &x);
  XML_SetElementHandler(x.parser, start_element, end_element);
  XML_SetCharacterDataHandler(x.parser, take_text);
  XML_SetStartDoctypeDeclHandler(x.parser, refuse_doctype);
  bool good = parse(&x, zip, &damaged);
  if (!good && !damaged)
    say(&x, zip, part);
  XML_ParserFree(x.parser);
  hd_buffer_free(&x.text);
  hd_zip_end(zip);
  return good;
}

/* ---- attributes --------------------------------------------------------- */
size_t hd_xml_offset(const hd_xml *x) {
  return (size_t)XML_GetCurrentByteIndex(x->parser);
}

const char *hd_xml_attribute(const hd_xml *x, const char *name) {
  size_t n = strlen(name);
  for (const char **a = x->attributes; a && *a; a += 2) {
    size_t length = strlen(*a);
    if (length >= n && strcmp(*a + length - n, name) == 0 &&
        (length == n || (*a)[length - n - 1] == ':'))
      return a[1];
  }
  return NULL;
}

int32_t hd_xml_number(const hd_xml *x, const char *name, int32_t otherwise) {
  enum { MOST = 1000000000 };
  const char *s = hd_xml_attribute(x, name);
  char *end;
  if (!s)
    return otherwise;
  long value = strtol(s, &end, 10);
  if (end == s)
    return otherwise;
  return (int32_t)(value > MOST ? MOST : value < -MOST ? -MOST : value);
}

bool hd_xml_is_on(const hd_xml *x, const char *name) {
  const char *s = hd_xml_attribute(x, name);
  return !s || strcmp(s, "1") == 0 || strcmp(s, "true") == 0 ||
         strcmp(s, "on") == 0;
}
