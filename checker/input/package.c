/* package: how the parts of an office file belong together (OPC).
 *
 * In: an archive. Out: the relations of its parts, their targets as names of
 * parts; and for a whole file the reader that its main part asks for: by its
 * content type, else by its folder. */
#include "package.h"

/* ---- relations ---------------------------------------------------------- */
typedef struct {
  hd_arena *arena;
  const char *part; /* whose relations they are */
  hd_relations *out;
} relations_reading;

/* The name of the part that `target` is, seen from the folder of `part`. */
static const char *resolve(hd_arena *arena, const char *part,
                           const char *target) {
  const char *slash = strrchr(part, '/');
  size_t folder = *target == '/' || !slash ? 0 : (size_t)(slash - part) + 1;
  char *name = hd_arena_format(arena, "%.*s%s", (int)folder, part, target);
  char *out = name;
  for (const char *p = name; *p;) {
    size_t n = strcspn(p, "/");
    bool up = n == 2 && p[0] == '.' && p[1] == '.';
    bool stay = n == 0 || (n == 1 && p[0] == '.');
    if (up) {
      if (out > name)
        out--; /* the slash */
      while (out > name && out[-1] != '/')
        out--;
    } else if (!stay) {
      memmove(out, p, n);
      out += n;
      if (p[n])
        *out++ = '/';
    }
    p += n + (p[n] == '/');
  }
  *out = '\0';
  return name;
}

static const char *copy(hd_arena *arena, const char *s) {
  return s ? hd_arena_copy(arena, s, strlen(s)) : "";
}

static void take_relation(void *data, hd_xml *xml) {
  relations_reading *r = data;
  const char *type = copy(r->arena, hd_xml_attribute(xml, "Type"));
  const char *mode = hd_xml_attribute(xml, "TargetMode");
  const char *target = hd_xml_attribute(xml, "Target");
  const char *slash = strrchr(type, '/');
  hd_relation relation = {.id = copy(r->arena, hd_xml_attribute(xml, "Id")),
                          .type = slash ? slash + 1 : type,
                          .external = mode && strcmp(mode, "External") == 0};
  relation.target = relation.external || !target
                        ? copy(r->arena, target)
                        : resolve(r->arena, r->part, target);
  HD_PUSH(r->arena, r->out, relation);
}

bool hd_package_relations(hd_zip *zip, const char *part, hd_relations *out) {
  static const hd_xml_word words[] = {
      {HD_XML_RELATIONSHIPS, "Relationship", take_relation, NULL}};
  static const hd_xml_reader reader = {words, 1, NULL};
  hd_arena *arena = hd_zip_arena(zip);
  const char *slash = strrchr(part, '/'), *stem = slash ? slash + 1 : part;
  const char *name = hd_arena_format(arena, "%.*s_rels/%s.rels",
                                     (int)(stem - part), part, stem);
  relations_reading r = {arena, part, out};
  return !hd_zip_has(zip, name) || hd_xml_read(zip, name, &reader, &r);
}

const char *hd_relation_of_type(const hd_relations *list, const char *type) {
  for (size_t i = 0; i < list->n; i++)
    if (!list->items[i].external && strcmp(list->items[i].type, type) == 0)
      return list->items[i].target;
  return NULL;
}

const char *hd_relation_of_id(const hd_relations *list, const char *id) {
  for (size_t i = 0; i < list->n; i++)
    if (!list->items[i].external && strcmp(list->items[i].id, id) == 0)
      return list->items[i].target;
  return NULL;
}

/* ---- the whole file ----------------------------------------------------- */

/* One row a kind of office file. */
static const struct {
  const char *content, *folder; /* in its content type; where its parts are */
  hd_format format;
  hd_package_reader *read; /* NULL: not read */
  const char *refusal;
} kinds[] = {
    {"wordprocessingml", "word/", HD_FORMAT_DOCX, hd_docx_read, NULL},
    {"spreadsheetml", "xl/", HD_FORMAT_XLSX, hd_xlsx_read, NULL},
    {"presentationml", "ppt/", HD_FORMAT_UNKNOWN, NULL,
     "this is a presentation (.pptx): copy its text to a .docx and check that "
     "file"},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

typedef struct {
  const char *part;
  size_t kind; /* N_KINDS: unknown */
} content_reading;

static void take_override(void *data, hd_xml *xml) {
  content_reading *r = data;
  const char *part = hd_xml_attribute(xml, "PartName");
  const char *type = hd_xml_attribute(xml, "ContentType");
  if (!part || !type || strcasecmp(part + (*part == '/'), r->part) != 0)
    return;
  for (size_t i = 0; i < N_KINDS; i++)
    if (strstr(type, kinds[i].content))
      r->kind = i;
}

/* Which kind of file it is; N_KINDS where nothing tells. false: *error. */
static bool find_kind(hd_zip *zip, const char *part, size_t *kind) {
  static const hd_xml_word words[] = {
      {HD_XML_TYPES, "Override", take_override, NULL}};
  static const hd_xml_reader reader = {words, 1, NULL};
  static const char types[] = "[Content_Types].xml";
  content_reading r = {part, N_KINDS};
  if (hd_zip_has(zip, types) && !hd_xml_read(zip, types, &reader, &r))
    return false;
  for (size_t i = 0; i < N_KINDS && r.kind == N_KINDS; i++)
    if (strncasecmp(part, kinds[i].folder, strlen(kinds[i].folder)) == 0)
      r.kind = i;
  *kind = r.kind;
  return true;
}

static bool read_office(const hd_extraction *x, hd_zip *zip) {
  hd_relations relations = {0};
  size_t kind = N_KINDS;
  if (!hd_package_relations(zip, "", &relations))
    return false;
  const char *main = hd_relation_of_type(&relations, "officeDocument");
  if (!main)
    return hd_zip_fail(
        zip, hd_zip_has(zip, "META-INF/manifest.xml")
                 ? "this is an OpenDocument file: save it as .docx or .xlsx "
                   "and check that file"
                 : "this is an archive, but no .docx or .xlsx file");
  if (!find_kind(zip, main, &kind))
    return false;
  if (kind == N_KINDS)
    return hd_zip_fail(zip, "this is an office file of a kind that is not "
                            "read: save it as .docx or .xlsx");
  if (!kinds[kind].read)
    return hd_zip_fail(zip, kinds[kind].refusal);
  x->source->format = kinds[kind].format;
  return kinds[kind].read(x, zip, main);
}

bool hd_office_extract(const hd_extraction *x) {
  if (!hd_str_starts(x->bytes, HD_STR("PK\x03\x04"))) {
    x->error->message = "this is no .docx or .xlsx file: it does not begin as "
                        "one, and may be damaged or have a wrong name";
    return false;
  }
  hd_zip *zip = hd_zip_open(x->arena, x->bytes, x->error);
  bool good = zip && read_office(x, zip);
  hd_zip_close(zip);
  return good;
}
