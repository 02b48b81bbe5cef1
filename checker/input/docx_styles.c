/* docx_styles: what a style says of its paragraphs or runs.
 *
 * In: styles.xml. Out: by id, whether it is a heading, a title, a caption or
 * an entry of the table of contents, hidden, bold, numbered. What a style
 * does not say the one that it is based on does. The kind comes from the
 * outline level, else from the name, in English, as Word writes it in every
 * language, or in Chinese, as users call their own. */
#include "docx.h"

enum { UNSAID = -1, BODY_LEVEL = 9, MOST_BASES = 32, NAME = 64 };

typedef struct {
  const char *name, *base; /* base: an id, NULL */
  int32_t outline, list, depth;
  int8_t hidden, bold, centred; /* UNSAID, 0, 1 */
  bool resolved;
  hd_style style;
} entry;

struct hd_styles {
  hd_arena *arena;
  HD_VEC(entry *) entries;
  hd_map *ids; /* to index + 1 */
  const char *default_id;
};

/* ---- names -------------------------------------------------------------- */

/* 1 to 9, also 一 to 九, at p; 0 if there is none. */
static uint8_t level_at(const char *p, size_t *bytes) {
  static const char han[] = "一二三四五六七八九";
  *bytes = 1;
  if (*p >= '1' && *p <= '9')
    return (uint8_t)(*p - '0');
  *bytes = 3;
  for (uint8_t i = 0; i < 9; i++)
    if (strncmp(p, han + 3 * i, 3) == 0)
      return (uint8_t)(i + 1);
  return 0;
}

/* The name in lower case and without blanks, cut off where it is long. */
static void fold(const char *name, char out[NAME]) {
  size_t n = 0;
  for (; *name && n < NAME - 1; name++)
    if (*name != ' ' && *name != '_' && *name != '-')
      hd_ascii_lower(out + n++, name, 1);
  out[n] = '\0';
}

/* Does s begin with `head`, and what stands behind it? NULL: no. */
static const char *behind(const char *s, const char *head) {
  size_t n = strlen(head);
  return strncmp(s, head, n) == 0 ? s + n : NULL;
}

/* heading 1, 标题1, 标题一, 一级标题; 0: none. */
static uint8_t heading_level(const char *s) {
  size_t bytes;
  const char *rest = behind(s, "heading");
  if (!rest)
    rest = behind(s, "标题");
  uint8_t level = rest ? level_at(rest, &bytes) : 0;
  if (level)
    return rest[bytes] ? 0 : level;
  level = level_at(s, &bytes);
  if (level && behind(s + bytes, "级标题"))
    return level;
  return strcmp(s, "章标题") == 0 ? 1 : strcmp(s, "节标题") == 0 ? 2 : 0;
}

typedef struct {
  const char *name;
  hd_laid_kind kind;
  bool head; /* names that begin so */
} name_row;

/* Sets kind and level where the name tells them. */
static bool tell_by_name(const char *name, hd_style *style) {
  static const name_row rows[] = {
      {"title", HD_LAID_TITLE, false},
      {"标题", HD_LAID_TITLE, false},
      {"主标题", HD_LAID_TITLE, false},
      {"大标题", HD_LAID_TITLE, false},
      {"公文标题", HD_LAID_TITLE, false},
      {"文件标题", HD_LAID_TITLE, false},
      {"caption", HD_LAID_CAPTION, false},
      {"tablecaption", HD_LAID_CAPTION, false},
      {"imagecaption", HD_LAID_CAPTION, false},
      {"题注", HD_LAID_CAPTION, false},
      {"表标题", HD_LAID_CAPTION, false},
      {"表题", HD_LAID_CAPTION, false},
      {"图题", HD_LAID_CAPTION, false},
      {"图标题", HD_LAID_CAPTION, false},
      {"tocheading", HD_LAID_TEXT, false},
      {"toc", HD_LAID_SKIPPED, true},
      {"contents", HD_LAID_SKIPPED, true}, /* of LibreOffice */
      {"目录", HD_LAID_SKIPPED, true},
      {"tableoffigures", HD_LAID_SKIPPED, false},
  };
  char s[NAME] = "";
  size_t bytes;
  fold(name, s);
  style->level = heading_level(s);
  if (style->level) {
    style->kind = HD_LAID_HEADING;
    return true;
  }
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *rest = behind(s, rows[i].name);
    if (!rest || (rows[i].head ? !level_at(rest, &bytes) : *rest != '\0'))
      continue;
    style->kind = rows[i].kind;
    return true;
  }
  return false;
}

/* ---- reading ------------------------------------------------------------ */
static entry *last(hd_styles *s) {
  return s->entries.n > 0 ? s->entries.items[s->entries.n - 1] : NULL;
}

static const char *copy(hd_arena *arena, const char *s) {
  return s ? hd_arena_copy(arena, s, strlen(s)) : NULL;
}

/* A style of this id that says nothing yet. */
static entry *add(hd_styles *s, const char *id) {
  bool fresh;
  entry *e = HD_NEW(s->arena, entry);
  *e = (entry){.name = id,
               .outline = UNSAID,
               .list = UNSAID,
               .depth = UNSAID,
               .hidden = UNSAID,
               .bold = UNSAID,
               .centred = UNSAID};
  HD_PUSH(s->arena, &s->entries, e);
  *hd_map_at(s->ids, hd_str_of(id), &fresh) = (uint32_t)s->entries.n;
  return e;
}

static void begin_style(void *data, hd_xml *xml) {
  hd_styles *s = data;
  const char *id = copy(s->arena, hd_xml_attribute(xml, "styleId"));
  const char *type = hd_xml_attribute(xml, "type");
  const char *is_default = hd_xml_attribute(xml, "default");
  add(s, id ? id : "");
  if (id && type && strcmp(type, "paragraph") == 0 && is_default &&
      hd_xml_is_on(xml, "default"))
    s->default_id = id;
}

static void take_name(void *data, hd_xml *xml) {
  hd_styles *s = data;
  const char *name = copy(s->arena, hd_xml_attribute(xml, "val"));
  if (last(s) && name)
    last(s)->name = name;
}

static void take_base(void *data, hd_xml *xml) {
  hd_styles *s = data;
  if (last(s))
    last(s)->base = copy(s->arena, hd_xml_attribute(xml, "val"));
}

static void take_outline(void *data, hd_xml *xml) {
  if (last(data))
    last(data)->outline = hd_xml_number(xml, "val", BODY_LEVEL);
}

static void take_list(void *data, hd_xml *xml) {
  if (last(data))
    last(data)->list = hd_xml_number(xml, "val", 0);
}

static void take_depth(void *data, hd_xml *xml) {
  if (last(data))
    last(data)->depth = hd_xml_number(xml, "val", 0);
}

static void take_hidden(void *data, hd_xml *xml) {
  if (last(data))
    last(data)->hidden = hd_xml_is_on(xml, "val");
}

static void take_bold(void *data, hd_xml *xml) {
  if (last(data))
    last(data)->bold = hd_xml_is_on(xml, "val");
}

static void take_alignment(void *data, hd_xml *xml) {
  const char *value = hd_xml_attribute(xml, "val");
  if (last(data))
    last(data)->centred = value && strcmp(value, "center") == 0;
}

hd_styles *hd_styles_read(hd_zip *zip, const char *part) {
  static const hd_xml_word words[] = {
      {HD_XML_WORD, "style", begin_style, NULL},
      {HD_XML_WORD, "name", take_name, NULL},
      {HD_XML_WORD, "basedOn", take_base, NULL},
      {HD_XML_WORD, "outlineLvl", take_outline, NULL},
      {HD_XML_WORD, "numId", take_list, NULL},
      {HD_XML_WORD, "ilvl", take_depth, NULL},
      {HD_XML_WORD, "vanish", take_hidden, NULL},
      {HD_XML_WORD, "b", take_bold, NULL},
      {HD_XML_WORD, "jc", take_alignment, NULL},
      {HD_XML_WORD, "tblStylePr", hd_xml_pass, NULL}, /* of a part of a table */
  };
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       NULL};
  hd_styles *s = HD_NEW(hd_zip_arena(zip), hd_styles);
  s->arena = hd_zip_arena(zip);
  s->ids = hd_map_new(s->arena);
  return !part || hd_xml_read(zip, part, &reader, s) ? s : NULL;
}

/* ---- resolving ---------------------------------------------------------- */
static entry *find(hd_styles *s, const char *id) {
  const uint32_t *at = id ? hd_map_find(s->ids, hd_str_of(id)) : NULL;
  return at ? s->entries.items[*at - 1] : NULL;
}

/* Kind and level: of the nearest style in the chain that says them. */
static void resolve_kind(hd_styles *s, entry *e) {
  int bases = 0;
  for (entry *at = e; at && bases < MOST_BASES; at = find(s, at->base)) {
    bases++;
    if (at->outline >= BODY_LEVEL)
      return;
    if (at->outline >= 0) {
      e->style.kind = HD_LAID_HEADING;
      e->style.level = (uint8_t)(at->outline + 1);
      return;
    }
    if (tell_by_name(at->name, &e->style))
      return;
  }
}

static void resolve(hd_styles *s, entry *e) {
  int bases = 0;
  entry sum = *e;
  e->resolved = true;
  for (entry *at = e; at && bases < MOST_BASES; at = find(s, at->base)) {
    bases++;
    sum.hidden = sum.hidden == UNSAID ? at->hidden : sum.hidden;
    sum.bold = sum.bold == UNSAID ? at->bold : sum.bold;
    sum.centred = sum.centred == UNSAID ? at->centred : sum.centred;
    sum.depth =
        sum.list == UNSAID && sum.depth == UNSAID ? at->depth : sum.depth;
    sum.list = sum.list == UNSAID ? at->list : sum.list;
  }
  e->style = (hd_style){.hidden = sum.hidden == 1,
                        .bold = sum.bold == 1,
                        .centred = sum.centred == 1,
                        .list = sum.list > 0 ? sum.list : 0,
                        .depth = sum.depth};
  resolve_kind(s, e);
}

hd_style hd_styles_find(hd_styles *s, const char *id) {
  entry *e = find(s, id ? id : s->default_id);
  if (!e && !id)
    return (hd_style){.depth = UNSAID};
  if (!e)
    e = add(s, copy(s->arena, id));
  if (!e->resolved)
    resolve(s, e);
  return e->style;
}
