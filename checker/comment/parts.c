/* parts: the document's relations to other parts.
 *
 * In: an archive. Out: names of parts; changed parts. The lists of an archive
 * are only added to, and only what is not in them yet. */
#include "parts.h"
#include <stdlib.h>
#include <strings.h>

/* ---- finding and reading ---------------------------------------------------
 */

bool hd_parts_find(hd_arena *arena, hd_zip *zip, hd_parts *parts) {
  static const char *const types[HD_PARTS] = {
      "comments",           "commentsExtended", "commentsIds",
      "commentsExtensible", "footnotes",        "endnotes"};
  hd_relations list = {0};
  *parts = (hd_parts){.arena = arena, .zip = zip};
  if (!hd_package_relations(zip, "", &list))
    return false;
  const char *document = hd_relation_of_type(&list, "officeDocument");
  if (!document)
    return hd_zip_fail(zip, "this is an archive, but no .docx file");
  parts->names[HD_PART_DOCUMENT] = document;
  parts->properties = hd_relation_of_type(&list, "core-properties");
  list = (hd_relations){0};
  if (!hd_package_relations(zip, document, &list))
    return false;
  for (size_t i = 0; i < HD_PART_DOCUMENT; i++)
    parts->names[i] = hd_relation_of_type(&list, types[i]);
  return true;
}

bool hd_parts_read(const hd_parts *parts, const char *name, hd_str *bytes) {
  *bytes = (hd_str){"", 0};
  return !name || hd_zip_read(parts->zip, name, bytes);
}

/* ---- the draft's date ------------------------------------------------------
 */

static const char date_shape[] = "0000-00-00T00:00:00Z";

typedef struct {
  bool inside; /* dcterms:modified */
  char text[sizeof date_shape + 1];
  size_t n;
} dating;

static void open_property(void *closure, const hd_tag *tag) {
  ((dating *)closure)->inside = strcmp(tag->name, "modified") == 0;
}

static void close_property(void *closure, const hd_tag *tag) {
  (void)tag;
  ((dating *)closure)->inside = false;
}

static void take_date(void *closure, hd_str text) {
  dating *d = closure;
  for (size_t i = 0; d->inside && i < text.n && d->n < sizeof d->text; i++)
    d->text[d->n++] = text.p[i];
}

static bool is_date(const char *s, size_t n) {
  for (size_t i = 0; i < n && date_shape[i]; i++)
    if (date_shape[i] == '0' ? s[i] < '0' || s[i] > '9' : s[i] != date_shape[i])
      return false;
  return n == sizeof date_shape - 1;
}

const char *hd_parts_date(const hd_parts *parts) {
  static const hd_markup_events events = {open_property, close_property,
                                          take_date};
  hd_str xml;
  hd_error error;
  dating d = {0};
  return hd_parts_read(parts, parts->properties, &xml) && xml.n > 0 &&
                 hd_markup_read(parts->arena, xml, &events, &d, &error) &&
                 is_date(d.text, d.n)
             ? hd_arena_copy(parts->arena, d.text, d.n)
             : NULL;
}

/* ---- changing --------------------------------------------------------------
 */

static void put(hd_parts *parts, const char *name, hd_str bytes) {
  hd_repack_part part = {name, bytes};
  HD_PUSH(parts->arena, &parts->changed, part);
}

void hd_parts_change(hd_parts *parts, const char *name, hd_splices *splices,
                     hd_str xml) {
  hd_buffer out = {0};
  if (splices->list.n == 0)
    return;
  hd_splice_apply(splices, xml, &out);
  put(parts, name, (hd_str){hd_arena_copy(parts->arena, out.p, out.n), out.n});
  hd_buffer_free(&out);
}

/* ---- a new part ------------------------------------------------------------
 */

static size_t folder_length(const char *name) {
  const char *slash = strrchr(name, '/');
  return slash ? (size_t)(slash - name) + 1 : 0;
}

/* A name in the document's folder that no part has. */
static const char *free_name(const hd_parts *parts) {
  const char *document = parts->names[HD_PART_DOCUMENT];
  int n = (int)folder_length(document);
  const char *name =
      hd_arena_format(parts->arena, "%.*scomments.xml", n, document);
  for (unsigned i = 1; hd_zip_has(parts->zip, name); i++)
    name = hd_arena_format(parts->arena, "%.*scomments%u.xml", n, document, i);
  return name;
}

/* A number that no id of the form rIdN has. */
static unsigned long free_id(const hd_flat *list) {
  unsigned long highest = 0;
  for (size_t i = 0; i < list->rows.n; i++) {
    const char *id = hd_flat_value(&list->rows.items[i], "Id");
    unsigned long n =
        strncmp(id, "rId", 3) == 0 ? strtoul(id + 3, NULL, 10) : 0;
    if (n > highest && n < INT32_MAX)
      highest = n;
  }
  return highest + 1;
}

/* Reads a list of the archive, or an empty one in its place. */
static bool read_list(const hd_parts *parts, const char *name, const char *root,
                      hd_flat *list, hd_error *error) {
  hd_str xml;
  if (!hd_parts_read(parts, name, &xml))
    return false;
  if (xml.n == 0)
    xml = hd_str_of(hd_arena_format(
        parts->arena,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<%s xmlns=\"http://schemas.openxmlformats.org/package/2006/%s\"/>",
        root, *root == 'T' ? "content-types" : "relationships"));
  return hd_flat_read(parts->arena, xml, list, error);
}

/* "p:" of the root's name as it is written. */
static hd_str prefix_of(const hd_flat *list) {
  hd_str name = hd_markup_written(list->xml, list->root.off);
  const char *colon = memchr(name.p, ':', name.n);
  return (hd_str){name.p, colon ? (size_t)(colon - name.p) + 1 : 0};
}

static void append(hd_parts *parts, const char *name, const hd_flat *list,
                   const char *row) {
  hd_splices splices = {.arena = parts->arena};
  hd_splice_append(&splices, list, hd_str_of(row));
  hd_parts_change(parts, name, &splices, list->xml);
}

static bool add_relation(hd_parts *parts, bool strict, hd_error *error) {
  static const char *const uris[] = {
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships"};
  const char *document = parts->names[HD_PART_DOCUMENT];
  size_t n = folder_length(document);
  const char *name = hd_arena_format(parts->arena, "%.*s_rels/%s.rels", (int)n,
                                     document, document + n);
  hd_flat list;
  if (!read_list(parts, name, "Relationships", &list, error))
    return false;
  hd_str p = prefix_of(&list);
  append(parts, name, &list,
         hd_arena_format(parts->arena,
                         "<%.*sRelationship Id=\"rId%lu\" Type=\"%s/comments\" "
                         "Target=\"%s\"/>",
                         (int)p.n, p.p, free_id(&list), uris[strict],
                         parts->names[HD_PART_COMMENTS] + n));
  return true;
}

static bool add_type(hd_parts *parts, hd_error *error) {
  static const char name[] = "[Content_Types].xml";
  hd_flat list;
  if (!read_list(parts, name, "Types", &list, error))
    return false;
  for (size_t i = 0; i < list.rows.n; i++) {
    const char *known = hd_flat_value(&list.rows.items[i], "PartName");
    if (*known == '/' &&
        strcasecmp(known + 1, parts->names[HD_PART_COMMENTS]) == 0)
      return true;
  }
  hd_str p = prefix_of(&list);
  hd_buffer row = {0};
  hd_buffer_printf(&row, "<%.*sOverride PartName=\"/", (int)p.n, p.p);
  hd_markup_escape(&row, hd_str_of(parts->names[HD_PART_COMMENTS]));
  hd_buffer_puts(&row, "\" ContentType=\"application/"
                       "vnd.openxmlformats-officedocument.wordprocessingml."
                       "comments+xml\"/>");
  append(parts, name, &list, hd_arena_copy(parts->arena, row.p, row.n));
  hd_buffer_free(&row);
  return true;
}

bool hd_parts_add_comments(hd_parts *parts, bool strict, hd_error *error) {
  parts->names[HD_PART_COMMENTS] = free_name(parts);
  return add_relation(parts, strict, error) && add_type(parts, error);
}
