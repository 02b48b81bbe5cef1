/* xml: the elements of a part of an archive, one after the other.
 *
 * A vocabulary has a row for each element that its reader knows; the others
 * are passed through as if they were not there. Namespaces of strict and
 * transitional office files are the same here. */
#ifndef HD_INPUT_XML_H
#define HD_INPUT_XML_H
#include "zip.h"

typedef enum {
  HD_XML_OTHER,
  HD_XML_WORD,          /* WordprocessingML, w: */
  HD_XML_SHEET,         /* SpreadsheetML */
  HD_XML_MATH,          /* m: */
  HD_XML_COMPATIBILITY, /* mc: */
  HD_XML_CHART,         /* c: */
  HD_XML_OFFICE,        /* o: */
  HD_XML_RELATIONSHIPS, /* of a package */
  HD_XML_TYPES          /* content types of a package */
} hd_xml_space;

typedef struct hd_xml hd_xml;

/* An element, and what is called where it begins and ends (NULL: nothing). */
typedef struct {
  hd_xml_space space;
  const char *name;
  void (*start)(void *data, hd_xml *xml);
  void (*end)(void *data);
} hd_xml_word;

/* text: all character data between two tags, in one piece; NULL. */
typedef struct {
  const hd_xml_word *words;
  size_t n_words;
  void (*text)(void *data, hd_str text);
} hd_xml_reader;

/* Reads a part; false and the archive's error where it is missing, damaged or
 * no sound XML, declares a document type (office files have none), or is
 * nested too deeply. */
bool hd_xml_read(hd_zip *zip, const char *part, const hd_xml_reader *reader,
                 void *data);
/* In `start`: nothing inside this element is called, nor its end. */
void hd_xml_skip(hd_xml *xml);
/* A `start` that does just this: for elements that are passed over whole. */
void hd_xml_pass(void *data, hd_xml *xml);
/* In `start`: where the element's tag begins, in bytes of the part. */
size_t hd_xml_offset(const hd_xml *xml);
/* In `start`: an attribute of the element by its name without namespace;
 * NULL. Valid until start returns. */
const char *hd_xml_attribute(const hd_xml *xml, const char *name);
/* The same as a number; `otherwise` where it is absent or none. Numbers are
 * held to ± 1,000,000,000. */
int32_t hd_xml_number(const hd_xml *xml, const char *name, int32_t otherwise);
/* Is the attribute (of a toggle: absent means yes) on? */
bool hd_xml_is_on(const hd_xml *xml, const char *name);
#endif
