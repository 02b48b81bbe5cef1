/* markup: an XML part as tags and text with their byte offsets.
 *
 * Names are of the namespaces that OOXML uses, whatever prefix the file gives
 * them; the strict variants of ISO 29500 are the same names. A document type
 * is refused (OOXML has none, and entities come with it), and so is nesting
 * beyond HD_MARKUP_DEPTH.
 *
 * This is for who edits a part or takes a list apart: all of it is in memory,
 * every tag has its bytes. Who only reads a part of any size uses xml.h, which
 * unpacks and parses it piece by piece and calls a function a name. */
#ifndef HD_INPUT_MARKUP_H
#define HD_INPUT_MARKUP_H
#include "../base/base.h"

enum { HD_MARKUP_DEPTH = 1000 };

typedef enum {
  HD_SPACE_OTHER,
  HD_SPACE_NONE,    /* an attribute without prefix */
  HD_SPACE_WORD,    /* w: */
  HD_SPACE_WORD_14, /* w14: */
  HD_SPACE_WORD_15, /* w15: */
  HD_SPACE_MATH,    /* m: */
  HD_SPACE_TYPES,   /* of [Content_Types].xml */
  HD_SPACE_RELATIONS
} hd_space;

typedef struct {
  hd_space space;
  const char *name;        /* local name */
  const char **attributes; /* of an opening tag: see hd_markup_attribute */
  size_t off, end;         /* bytes of the tag; of a closing tag that is not
                              written (<x/>) both are behind the element */
  bool empty;              /* an opening tag that closes its element: <x/> */
} hd_tag;

typedef struct {
  void (*open)(void *closure, const hd_tag *tag);
  void (*close)(void *closure, const hd_tag *tag);
  /* Text as it is meant (entities resolved); NULL: not wanted. */
  void (*text)(void *closure, hd_str text);
} hd_markup_events;

/* Calls the events in the order of the part. false and a sentence in *error
 * where it is no well-formed XML; the events up to there were called. */
bool hd_markup_read(hd_arena *arena, hd_str xml, const hd_markup_events *events,
                    void *closure, hd_error *error);
static inline bool hd_tag_is(const hd_tag *tag, hd_space space,
                             const char *name) {
  return tag->space == space && strcmp(tag->name, name) == 0;
}
/* The value of an attribute or NULL; good during the event. */
const char *hd_markup_attribute(const hd_tag *tag, hd_space space,
                                const char *name);
/* The number of an attribute, `absent` where there is none or it is no
 * number. */
int64_t hd_markup_number(const hd_tag *tag, hd_space space, const char *name,
                         int64_t absent);
/* The name of the tag that begins at off as it is written: "w:r". */
hd_str hd_markup_written(hd_str xml, size_t off);
/* What w: stands for, transitional or strict. */
const char *hd_markup_word_uri(bool strict);
/* Adds text for XML: <, >, &, " escaped, what XML cannot hold as U+FFFD. */
void hd_markup_escape(hd_buffer *out, hd_str text);
#endif
