/* xlsx_book: what all sheets of a .xlsx share.
 *
 * In: workbook.xml, sharedStrings.xml, styles.xml. Out: the sheets in their
 * order, the shared texts, the format code of each cell style, and from which
 * year days are counted. */
#include "xlsx.h"

typedef struct {
  hd_xlsx_book *book;
  hd_relations *relations;
  hd_buffer text;
  bool wanted;
  hd_map *formats; /* ids of the file's own codes to index + 1 */
  HD_VEC(const char *) codes;
  bool in_styles; /* inside cellXfs */
} reading;

static const char *copy(hd_arena *arena, const char *s) {
  return hd_arena_copy(arena, s ? s : "", s ? strlen(s) : 0);
}

/* ---- workbook ----------------------------------------------------------- */
static void take_sheet(void *data, hd_xml *xml) {
  reading *r = data;
  const char *state = hd_xml_attribute(xml, "state");
  const char *id = hd_xml_attribute(xml, "id");
  hd_xlsx_sheet sheet = {
      .name = copy(r->book->arena, hd_xml_attribute(xml, "name")),
      .part = id ? hd_relation_of_id(r->relations, id) : NULL,
      .hidden = state && strcmp(state, "visible") != 0};
  for (size_t i = 0; i < r->relations->n && sheet.part; i++)
    if (r->relations->items[i].target == sheet.part &&
        strcmp(r->relations->items[i].type, "worksheet") != 0)
      sheet.part = NULL; /* a sheet that is a chart */
  if (sheet.part)
    HD_PUSH(r->book->arena, &r->book->sheets, sheet);
}

static void take_properties(void *data, hd_xml *xml) {
  reading *r = data;
  r->book->from_1904 =
      hd_xml_attribute(xml, "date1904") && hd_xml_is_on(xml, "date1904");
}

static bool read_workbook(reading *r, const char *part) {
  static const hd_xml_word words[] = {
      {HD_XML_SHEET, "sheet", take_sheet, NULL},
      {HD_XML_SHEET, "workbookPr", take_properties, NULL}};
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       NULL};
  return hd_xml_read(r->book->zip, part, &reader, r);
}

/* ---- shared texts ------------------------------------------------------- */
static void begin_string(void *data, hd_xml *xml) {
  (void)xml;
  ((reading *)data)->text.n = 0;
}

static void end_string(void *data) {
  reading *r = data;
  hd_str s = {
      hd_arena_copy(r->book->arena, r->text.p ? r->text.p : "", r->text.n),
      r->text.n};
  HD_PUSH(r->book->arena, &r->book->strings, s);
}

static void begin_text(void *data, hd_xml *xml) {
  (void)xml;
  ((reading *)data)->wanted = true;
}

static void end_text(void *data) { ((reading *)data)->wanted = false; }

static void take_text(void *data, hd_str s) {
  reading *r = data;
  if (r->wanted)
    hd_buffer_add(&r->text, s.p, s.n);
}

static bool read_strings(reading *r, const char *part) {
  static const hd_xml_word words[] = {
      {HD_XML_SHEET, "si", begin_string, end_string},
      {HD_XML_SHEET, "t", begin_text, end_text},
      {HD_XML_SHEET, "rPh", hd_xml_pass, NULL}}; /* how a word is spoken */
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       take_text};
  return !part || hd_xml_read(r->book->zip, part, &reader, r);
}

/* ---- formats ------------------------------------------------------------ */
static hd_str key_of(hd_arena *arena, int32_t id) {
  return hd_str_of(hd_arena_format(arena, "%d", (int)id));
}

static void take_format(void *data, hd_xml *xml) {
  reading *r = data;
  bool fresh;
  hd_str key = key_of(r->book->arena, hd_xml_number(xml, "numFmtId", -1));
  HD_PUSH(r->book->arena, &r->codes,
          copy(r->book->arena, hd_xml_attribute(xml, "formatCode")));
  *hd_map_at(r->formats, key, &fresh) = (uint32_t)r->codes.n;
}

static void begin_styles(void *data, hd_xml *xml) {
  (void)xml;
  ((reading *)data)->in_styles = true;
}

static void end_styles(void *data) { ((reading *)data)->in_styles = false; }

static void take_style(void *data, hd_xml *xml) {
  reading *r = data;
  if (!r->in_styles)
    return;
  int32_t id = hd_xml_number(xml, "numFmtId", 0);
  const uint32_t *at = hd_map_find(r->formats, key_of(r->book->arena, id));
  const char *code = at ? r->codes.items[*at - 1] : hd_xlsx_known_format(id);
  HD_PUSH(r->book->arena, &r->book->styles, code);
}

static bool read_styles(reading *r, const char *part) {
  static const hd_xml_word words[] = {
      {HD_XML_SHEET, "numFmt", take_format, NULL},
      {HD_XML_SHEET, "cellXfs", begin_styles, end_styles},
      {HD_XML_SHEET, "xf", take_style, NULL},
      {HD_XML_SHEET, "dxfs", hd_xml_pass, NULL}};
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       NULL};
  return !part || hd_xml_read(r->book->zip, part, &reader, r);
}

bool hd_xlsx_read_book(hd_xlsx_book *book, const char *main) {
  hd_relations relations = {0};
  reading r = {.book = book,
               .relations = &relations,
               .formats = hd_map_new(book->arena)};
  bool good =
      hd_package_relations(book->zip, main, &relations) &&
      read_workbook(&r, main) &&
      read_strings(&r, hd_relation_of_type(&relations, "sharedStrings")) &&
      read_styles(&r, hd_relation_of_type(&relations, "styles"));
  hd_buffer_free(&r.text);
  return good;
}
