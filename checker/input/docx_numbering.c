/* docx_numbering: lists and their counters.
 *
 * In: numbering.xml, and the numbered paragraphs one after the other. Out:
 * the marker of each. A list (w:num) is one use of an abstract list, whose
 * nine counters all its uses share; a use may begin a level anew or write it
 * in another way. A level begins again when a higher one has counted. */
#include "docx.h"

enum { LEVELS = 9, MARKER = 120, UNSAID = -1 };

typedef struct {
  const char *format, *text, *style; /* NULL: unsaid */
  int32_t start, restart;            /* restart: UNSAID, or a level from 1 */
  bool legal;                        /* all its numbers are decimal */
  bool tight;                        /* no blank behind the marker */
  bool said;                         /* it is written down */
} list_level;

typedef struct {
  list_level levels[LEVELS];
  int32_t values[LEVELS];
  bool counted[LEVELS];     /* the value is one that was printed */
  const char *style, *link; /* the numbering style it is; the one it uses */
} abstract_list;

typedef struct {
  uint32_t abstract; /* index + 1, 0: unknown */
  list_level levels[LEVELS];
  int32_t starts[LEVELS]; /* UNSAID */
  bool used[LEVELS];      /* starts was heeded */
} list_use;

struct hd_numbering {
  hd_arena *arena;
  HD_VEC(abstract_list *) abstracts;
  HD_VEC(list_use *) uses;
  hd_map *abstract_ids, *use_ids; /* to index + 1 */
  abstract_list *abstract;        /* being read */
  list_use *use;
  list_level *level;
  int32_t depth;
};

/* ---- reading ------------------------------------------------------------ */
static hd_str key_of(hd_arena *arena, const char *id) {
  return hd_str_of(hd_arena_copy(arena, id ? id : "", id ? strlen(id) : 0));
}

static const char *value_of(hd_numbering *n, const hd_xml *xml,
                            const char *name) {
  const char *value = hd_xml_attribute(xml, name);
  return value ? hd_arena_copy(n->arena, value, strlen(value)) : NULL;
}

static void begin_abstract(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  bool fresh;
  n->abstract = HD_NEW(n->arena, abstract_list);
  n->use = NULL;
  n->level = NULL;
  HD_PUSH(n->arena, &n->abstracts, n->abstract);
  hd_str id = key_of(n->arena, hd_xml_attribute(xml, "abstractNumId"));
  *hd_map_at(n->abstract_ids, id, &fresh) = (uint32_t)n->abstracts.n;
}

static void begin_use(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  bool fresh;
  n->use = HD_NEW(n->arena, list_use);
  n->abstract = NULL;
  n->level = NULL;
  for (int i = 0; i < LEVELS; i++)
    n->use->starts[i] = UNSAID;
  HD_PUSH(n->arena, &n->uses, n->use);
  hd_str id = hd_str_of(
      hd_arena_format(n->arena, "%d", (int)hd_xml_number(xml, "numId", 0)));
  *hd_map_at(n->use_ids, id, &fresh) = (uint32_t)n->uses.n;
}

static void take_abstract_id(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  const char *id = hd_xml_attribute(xml, "val");
  const uint32_t *at = id ? hd_map_find(n->abstract_ids, hd_str_of(id)) : NULL;
  if (n->use && at)
    n->use->abstract = *at;
}

static int32_t depth_of(const hd_xml *xml) {
  int32_t depth = hd_xml_number(xml, "ilvl", UNSAID);
  return depth >= 0 && depth < LEVELS ? depth : UNSAID;
}

static void begin_override(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  n->depth = depth_of(xml);
}

static void take_start_override(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->use && n->depth >= 0)
    n->use->starts[n->depth] = hd_xml_number(xml, "val", 1);
}

static void begin_level(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  int32_t depth = depth_of(xml);
  list_level *levels = n->use        ? n->use->levels
                       : n->abstract ? n->abstract->levels
                                     : NULL;
  n->level = levels && depth >= 0 ? &levels[depth] : NULL;
  if (n->level)
    *n->level = (list_level){.start = 0, .restart = UNSAID, .said = true};
}

static void end_level(void *data) { ((hd_numbering *)data)->level = NULL; }

static void take_start(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->level)
    n->level->start = hd_xml_number(xml, "val", 0);
}

/* In a custom format the signs themselves stand in `format`. */
static void take_format(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  const char *custom = value_of(n, xml, "format");
  if (n->level)
    n->level->format = custom ? custom : value_of(n, xml, "val");
}

static void take_level_text(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->level)
    n->level->text = value_of(n, xml, "val");
}

static void take_restart(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->level)
    n->level->restart = hd_xml_number(xml, "val", UNSAID);
}

static void take_legal(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->level)
    n->level->legal = hd_xml_is_on(xml, "val");
}

static void take_suffix(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  const char *value = hd_xml_attribute(xml, "val");
  if (n->level)
    n->level->tight = value && strcmp(value, "nothing") == 0;
}

static void take_level_style(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->level)
    n->level->style = value_of(n, xml, "val");
}

static void take_style(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->abstract)
    n->abstract->style = value_of(n, xml, "val");
}

static void take_link(void *data, hd_xml *xml) {
  hd_numbering *n = data;
  if (n->abstract)
    n->abstract->link = value_of(n, xml, "val");
}

/* An abstract list that only names a numbering style is the one that defines
 * that style. */
static void follow_links(hd_numbering *n) {
  hd_map *styles = hd_map_new(n->arena);
  bool fresh;
  for (size_t i = 0; i < n->abstracts.n; i++)
    if (n->abstracts.items[i]->style)
      *hd_map_at(styles, hd_str_of(n->abstracts.items[i]->style), &fresh) =
          (uint32_t)i + 1;
  for (size_t i = 0; i < n->uses.n; i++) {
    list_use *use = n->uses.items[i];
    const char *link =
        use->abstract ? n->abstracts.items[use->abstract - 1]->link : NULL;
    const uint32_t *at = link ? hd_map_find(styles, hd_str_of(link)) : NULL;
    use->abstract = at ? *at : use->abstract;
  }
}

hd_numbering *hd_numbering_read(hd_zip *zip, const char *part) {
  static const hd_xml_word words[] = {
      {HD_XML_WORD, "abstractNum", begin_abstract, NULL},
      {HD_XML_WORD, "num", begin_use, NULL},
      {HD_XML_WORD, "abstractNumId", take_abstract_id, NULL},
      {HD_XML_WORD, "lvlOverride", begin_override, NULL},
      {HD_XML_WORD, "startOverride", take_start_override, NULL},
      {HD_XML_WORD, "lvl", begin_level, end_level},
      {HD_XML_WORD, "start", take_start, NULL},
      {HD_XML_WORD, "numFmt", take_format, NULL},
      {HD_XML_WORD, "lvlText", take_level_text, NULL},
      {HD_XML_WORD, "lvlRestart", take_restart, NULL},
      {HD_XML_WORD, "isLgl", take_legal, NULL},
      {HD_XML_WORD, "suff", take_suffix, NULL},
      {HD_XML_WORD, "pStyle", take_level_style, NULL},
      {HD_XML_WORD, "styleLink", take_style, NULL},
      {HD_XML_WORD, "numStyleLink", take_link, NULL},
      {HD_XML_COMPATIBILITY, "Fallback", hd_xml_pass,
       NULL}, /* the same once more */
  };
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       NULL};
  hd_numbering *n = HD_NEW(hd_zip_arena(zip), hd_numbering);
  n->arena = hd_zip_arena(zip);
  n->abstract_ids = hd_map_new(n->arena);
  n->use_ids = hd_map_new(n->arena);
  if (part && !hd_xml_read(zip, part, &reader, n))
    return NULL;
  follow_links(n);
  return n;
}

/* ---- counting ----------------------------------------------------------- */
static list_use *find_use(const hd_numbering *n, int32_t list) {
  char id[16];
  size_t at = sizeof id;
  uint32_t rest = (uint32_t)(list > 0 ? list : 0);
  do
    id[--at] = (char)('0' + rest % 10);
  while (rest /= 10);
  const uint32_t *found =
      hd_map_find(n->use_ids, (hd_str){id + at, sizeof id - at});
  return found ? n->uses.items[*found - 1] : NULL;
}

static const list_level *level_of(const abstract_list *a, const list_use *use,
                                  int32_t depth) {
  return use->levels[depth].said ? &use->levels[depth] : &a->levels[depth];
}

int32_t hd_numbering_depth(const hd_numbering *n, int32_t list,
                           const char *style) {
  const list_use *use = find_use(n, list);
  for (int32_t i = 0; use && use->abstract && style && i < LEVELS; i++) {
    const list_level *level =
        level_of(n->abstracts.items[use->abstract - 1], use, i);
    if (level->style && strcmp(level->style, style) == 0)
      return i;
  }
  return 0;
}

/* Counts a paragraph at this level. */
static void count(abstract_list *a, list_use *use, int32_t depth) {
  for (int32_t i = 0; i <= depth; i++)
    if (use->starts[i] != UNSAID && !use->used[i]) {
      a->counted[i] = false; /* this use begins the level anew */
      a->values[i] = use->starts[i];
      use->used[i] = true;
      for (int32_t k = i; k < LEVELS; k++)
        a->counted[k] = false;
    }
  if (a->counted[depth])
    a->values[depth]++;
  else if (use->starts[depth] == UNSAID)
    a->values[depth] = level_of(a, use, depth)->start;
  else
    a->values[depth] = use->starts[depth];
  a->counted[depth] = true;
  for (int32_t i = depth + 1; i < LEVELS; i++) {
    int32_t restart = level_of(a, use, i)->restart;
    a->counted[i] = a->counted[i] &&
                    !(restart == UNSAID || (restart > 0 && depth < restart));
  }
}

/* The number of a level in the text of level `depth`, behind out. */
static size_t write_number(const abstract_list *a, const list_use *use,
                           int32_t depth, int32_t of, char *out) {
  const list_level *level = level_of(a, use, of);
  bool legal = level_of(a, use, depth)->legal;
  int32_t value = a->counted[of] ? a->values[of] : level->start;
  hd_numeral_write(out, legal ? "decimal" : level->format, value);
  return strlen(out);
}

/* lvlText with its %1 replaced, cut off where it is absurdly long. */
static const char *render(hd_numbering *n, const abstract_list *a,
                          const list_use *use, int32_t depth) {
  char out[MARKER + 80];
  size_t at = 0;
  for (const char *p = level_of(a, use, depth)->text; *p && at < MARKER;) {
    if (p[0] == '%' && p[1] >= '1' && p[1] <= '9') {
      at += write_number(a, use, depth, p[1] - '1', out + at);
      p += 2;
    } else {
      out[at++] = *p++;
    }
  }
  at = hd_utf8_invalid(out, at); /* a code point that was cut */
  bool blank = at > 0 && !level_of(a, use, depth)->tight;
  return hd_arena_format(n->arena, "%.*s%s", (int)at, out, blank ? " " : "");
}

hd_numeral hd_numbering_next(hd_numbering *n, int32_t list, int32_t depth) {
  list_use *use = find_use(n, list);
  if (!use || !use->abstract || depth < 0 || depth >= LEVELS)
    return (hd_numeral){NULL, 0};
  abstract_list *a = n->abstracts.items[use->abstract - 1];
  const list_level *level = level_of(a, use, depth);
  count(a, use, depth);
  if (level->format && strcmp(level->format, "bullet") == 0)
    return (hd_numeral){"", 0};
  if (!level->text || !*level->text)
    return (hd_numeral){NULL, 0};
  uint32_t number = a->values[depth] > 0 ? (uint32_t)a->values[depth] : 0;
  return (hd_numeral){render(n, a, use, depth), number};
}
