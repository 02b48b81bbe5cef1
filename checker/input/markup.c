/* markup: XML of an OOXML part through expat.
 *
 * In: the bytes of a part. Out: events with byte offsets, which expat gives
 * exactly; an edit of a part is made at them, so that what is not edited
 * keeps its bytes. */
#include "markup.h"
#include <expat.h>
#include <stdlib.h>

typedef struct {
  XML_Parser parser;
  const hd_markup_events *events;
  void *closure;
  hd_str xml;
  unsigned depth;
  const char *refusal; /* why it was stopped, NULL */
} walk;

/* ---- names --------------------------------------------------------------- */

static const struct {
  const char *uri;
  hd_space space;
} spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     HD_SPACE_WORD},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", HD_SPACE_WORD},
    {"http://schemas.microsoft.com/office/word/2010/wordml", HD_SPACE_WORD_14},
    {"http://schemas.microsoft.com/office/word/2012/wordml", HD_SPACE_WORD_15},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math",
     HD_SPACE_MATH},
    {"http://purl.oclc.org/ooxml/officeDocument/math", HD_SPACE_MATH},
    {"http://schemas.openxmlformats.org/package/2006/content-types",
     HD_SPACE_TYPES},
    {"http://schemas.openxmlformats.org/package/2006/relationships",
     HD_SPACE_RELATIONS},
};

/* "uri local" as expat joins them: the space, and *local. */
static hd_space split(const char *name, const char **local) {
  const char *blank = strrchr(name, ' ');
  *local = blank ? blank + 1 : name;
  if (!blank)
    return HD_SPACE_NONE;
  size_t n = (size_t)(blank - name);
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (strlen(spaces[i].uri) == n && memcmp(spaces[i].uri, name, n) == 0)
      return spaces[i].space;
  return HD_SPACE_OTHER;
}

const char *hd_markup_attribute(const hd_tag *tag, hd_space space,
                                const char *name) {
  for (const char **a = tag->attributes; a && *a; a += 2) {
    const char *local;
    if (split(*a, &local) == space && strcmp(local, name) == 0)
      return a[1];
  }
  return NULL;
}

int64_t hd_markup_number(const hd_tag *tag, hd_space space, const char *name,
                         int64_t absent) {
  const char *value = hd_markup_attribute(tag, space, name);
  char *end;
  if (!value || !*value)
    return absent;
  long n = strtol(value, &end, 10);
  return *end == '\0' ? n : absent;
}

/* ---- events -------------------------------------------------------------- */

static void stop(walk *w, const char *refusal) {
  w->refusal = refusal;
  XML_StopParser(w->parser, XML_FALSE);
}

static hd_tag tag_here(const walk *w, const char *name) {
  hd_tag tag = {.off = (size_t)XML_GetCurrentByteIndex(w->parser)};
  tag.end = tag.off + (size_t)XML_GetCurrentByteCount(w->parser);
  tag.space = split(name, &tag.name);
  return tag;
}

static void XMLCALL on_open(void *data, const XML_Char *name,
                            const XML_Char **attributes) {
  walk *w = data;
  if (++w->depth > HD_MARKUP_DEPTH) {
    stop(w, "its elements are nested too deeply");
    return;
  }
  hd_tag tag = tag_here(w, name);
  tag.attributes = attributes;
  tag.empty = tag.end - tag.off > 2 && w->xml.p[tag.end - 2] == '/';
  w->events->open(w->closure, &tag);
}

static void XMLCALL on_close(void *data, const XML_Char *name) {
  walk *w = data;
  hd_tag tag = tag_here(w, name);
  w->depth--;
  w->events->close(w->closure, &tag);
}

static void XMLCALL on_text(void *data, const XML_Char *s, int n) {
  walk *w = data;
  w->events->text(w->closure, (hd_str){s, (size_t)n});
}

static void XMLCALL on_doctype(void *data, const XML_Char *name,
                               const XML_Char *system, const XML_Char *public,
                               int internal) {
  (void)name, (void)system, (void)public, (void)internal;
  stop(data, "it has a document type, which Word files never have");
}

/* ---- reading ------------------------------------------------------------- */

static bool explain(hd_arena *arena, const walk *w, hd_error *error) {
  if (w->refusal) {
    error->message = w->refusal;
    return false;
  }
  error->message =
      hd_arena_format(arena, "it is no well-formed XML (%s, line %lu)",
                      XML_ErrorString(XML_GetErrorCode(w->parser)),
                      (unsigned long)XML_GetCurrentLineNumber(w->parser));
  return false;
}

/* UTF-16 has offsets at which nothing of ours can be put. */
static bool is_utf16(hd_str xml) {
  return xml.n >= 2 &&
         (memcmp(xml.p, "\xFF\xFE", 2) == 0 ||
          memcmp(xml.p, "\xFE\xFF", 2) == 0 || !xml.p[0] || !xml.p[1]);
}

bool hd_markup_read(hd_arena *arena, hd_str xml, const hd_markup_events *events,
                    void *closure, hd_error *error) {
  walk w = {.events = events, .closure = closure, .xml = xml};
  if (is_utf16(xml) || xml.n > INT32_MAX) {
    error->message = "it is in UTF-16 or too large";
    return false;
  }
  w.parser = XML_ParserCreateNS(NULL, ' ');
  if (!w.parser)
    hd_memory_out();
  XML_SetUserData(w.parser, &w);
  XML_SetElementHandler(w.parser, on_open, on_close);
  XML_SetStartDoctypeDeclHandler(w.parser, on_doctype);
  if (events->text)
    XML_SetCharacterDataHandler(w.parser, on_text);
  bool good =
      XML_Parse(w.parser, xml.p, (int)xml.n, XML_TRUE) == XML_STATUS_OK ||
      explain(arena, &w, error);
  XML_ParserFree(w.parser);
  return good;
}

/* ---- writing ------------------------------------------------------------- */

const char *hd_markup_word_uri(bool strict) { return spaces[strict].uri; }

hd_str hd_markup_written(hd_str xml, size_t off) {
  size_t end = ++off;
  while (end < xml.n && !strchr(" \t\r\n/>", xml.p[end]))
    end++;
  return (hd_str){xml.p + off, end - off};
}

/* May XML 1.0 hold it? */
static bool is_char(uint32_t cp) {
  return cp >= 0x20 ? cp != 0xFFFE && cp != 0xFFFF
                    : cp == '\t' || cp == '\n' || cp == '\r';
}

void hd_markup_escape(hd_buffer *out, hd_str text) {
  static const char *const names[] = {
      ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;"};
  for (size_t i = 0, n; i < text.n; i += n) {
    uint32_t cp;
    n = hd_utf8_decode(text.p + i, text.n - i, &cp);
    const char *name =
        cp < sizeof names / sizeof *names ? names[cp] : (const char *)NULL;
    if (name)
      hd_buffer_puts(out, name);
    else if (cp == 0xFFFD || !is_char(cp))
      hd_buffer_puts(out, "\xEF\xBF\xBD");
    else
      hd_buffer_add(out, text.p + i, n);
  }
}
