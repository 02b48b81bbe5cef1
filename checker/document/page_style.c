/* page_style: what the attributes of a tag say that matters to a reader.
 *
 * In: a tag of the source. Out: flags, spans and numbers of its token. Names
 * and values are read as a browser does: quotes count only behind =, the rest
 * up to > belongs to names. */
#include "page.h"

typedef struct {
  hd_str name, value;
} attribute;

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static uint32_t skip_blanks(hd_str s, uint32_t at) {
  while (at < s.n && is_blank(s.p[at]))
    at++;
  return at;
}

/* The value that begins at `at`, behind =. */
static uint32_t read_value(hd_str s, uint32_t at, hd_str *value) {
  at = skip_blanks(s, at);
  char quote = at < s.n ? s.p[at] : 0;
  if (quote == '"' || quote == '\'') {
    const char *end = memchr(s.p + at + 1, quote, s.n - at - 1);
    uint32_t stop = end ? (uint32_t)(end - s.p) : (uint32_t)s.n;
    *value = (hd_str){s.p + at + 1, stop - at - 1};
    return end ? stop + 1 : stop;
  }
  uint32_t from = at;
  while (at < s.n && !is_blank(s.p[at]) && s.p[at] != '>')
    at++;
  *value = (hd_str){s.p + from, at - from};
  return at;
}

/* The next attribute at *at, moved behind it; false at the tag's end. */
static bool next_attribute(hd_str s, uint32_t *at, attribute *a) {
  uint32_t i = *at;
  while (i < s.n && (is_blank(s.p[i]) || s.p[i] == '/'))
    i++;
  *at = i;
  if (i >= s.n || s.p[i] == '>')
    return false;
  uint32_t from = i++;
  while (i < s.n && !is_blank(s.p[i]) && s.p[i] != '/' && s.p[i] != '>' &&
         s.p[i] != '=')
    i++;
  *a = (attribute){.name = {s.p + from, i - from}, .value = {s.p + i, 0}};
  uint32_t behind = skip_blanks(s, i);
  if (behind < s.n && s.p[behind] == '=')
    i = read_value(s, behind + 1, &a->value);
  *at = i;
  return true;
}

uint32_t hd_page_tag_end(hd_str s, uint32_t at) {
  attribute a;
  while (next_attribute(s, &at, &a))
    ;
  return at < s.n ? at + 1 : (uint32_t)s.n;
}

/* ---- values ------------------------------------------------------------- */
static bool is(hd_str s, const char *literal) {
  return s.n == strlen(literal) && strncasecmp(s.p, literal, s.n) == 0;
}

static bool is_one_of(hd_str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (is(s, words[i]))
      return true;
  return false;
}
#define IS_ONE_OF(s, words) is_one_of(s, words, sizeof words / sizeof *words)

/* The number a value begins with. */
static bool read_number(hd_str s, int32_t *out) {
  enum { MOST = 1000000 };
  s = hd_str_trim(s);
  bool minus = s.n > 0 && s.p[0] == '-';
  size_t i = minus;
  int32_t value = 0;
  for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
    value = value < MOST ? value * 10 + (s.p[i] - '0') : MOST;
  *out = minus ? -value : value;
  return i > (size_t)minus;
}

static uint16_t read_span(hd_str value, uint16_t most) {
  int32_t n;
  if (!read_number(value, &n) || n < 0)
    return 1;
  return n > most ? most : (uint16_t)n;
}

/* Is "display:none" said, blanks aside? Both in lower case. */
static bool says(hd_str style, const char *name, const char *value) {
  size_t n = strlen(name), m = strlen(value);
  for (size_t i = 0; i + n < style.n; i++) {
    if ((i > 0 && style.p[i - 1] != ';' && !is_blank(style.p[i - 1])) ||
        strncasecmp(style.p + i, name, n) != 0)
      continue;
    size_t at = skip_blanks(style, (uint32_t)(i + n));
    if (at >= style.n || style.p[at] != ':')
      continue;
    at = skip_blanks(style, (uint32_t)at + 1);
    if (style.n - at >= m && strncasecmp(style.p + at, value, m) == 0)
      return true;
  }
  return false;
}

static uint8_t count_of_style(hd_str value) {
  static const struct {
    const char *name;
    uint8_t count;
  } styles[] = {{"lower-alpha", HD_COUNT_LETTER},
                {"lower-latin", HD_COUNT_LETTER},
                {"upper-alpha", HD_COUNT_CAPITAL},
                {"upper-latin", HD_COUNT_CAPITAL},
                {"lower-roman", HD_COUNT_ROMAN},
                {"upper-roman", HD_COUNT_ROMAN_CAPITAL},
                {"cjk-ideographic", HD_COUNT_HAN},
                {"simp-chinese-informal", HD_COUNT_HAN},
                {"trad-chinese-informal", HD_COUNT_HAN},
                {"none", HD_COUNT_NONE}};
  for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
    if (says(value, "list-style-type", styles[i].name) ||
        says(value, "list-style", styles[i].name))
      return styles[i].count;
  return HD_COUNT_DECIMAL;
}

static void read_style(hd_str value, hd_page_token *t) {
  if (says(value, "display", "none") || says(value, "visibility", "hidden") ||
      says(value, "mso-hide", "all"))
    t->flags |= HD_PAGE_HIDDEN;
  if (says(value, "font-weight", "bold") || says(value, "font-weight", "700"))
    t->flags |= HD_PAGE_BOLD;
  if (says(value, "text-align", "center"))
    t->flags |= HD_PAGE_CENTRED;
  if (t->tag == HD_TAG_OL)
    t->count = count_of_style(value);
}

static void read_role(hd_str value, hd_page_token *t) {
  static const char *const navigation[] = {
      "navigation", "banner",  "contentinfo", "search", "menu",  "menubar",
      "toolbar",    "tablist", "dialog",      "alert",  "status"};
  static const char *const notes[] = {"doc-endnotes", "doc-footnote",
                                      "doc-endnote", "note"};
  if (IS_ONE_OF(value, navigation))
    t->flags |= HD_PAGE_NAVIGATION;
  if (IS_ONE_OF(value, notes))
    t->flags |= HD_PAGE_NOTES;
  if (is(value, "main"))
    t->flags |= HD_PAGE_MAIN;
  if (is(value, "presentation") || is(value, "none"))
    t->flags |= HD_PAGE_LAYOUT;
}

/* The next word of a class at *at, moved behind it; n 0 at the end. */
static hd_str next_word(hd_str value, uint32_t *at) {
  uint32_t from = skip_blanks(value, *at), end = from;
  while (end < value.n && !is_blank(value.p[end]))
    end++;
  *at = end;
  return (hd_str){value.p + from, end - from};
}

/* Classes of what is there for those who hear the page. */
static bool is_hiding(hd_str value) {
  static const char *const names[] = {"sr-only", "visually-hidden",
                                      "visuallyhidden", "screen-reader-text",
                                      "element-invisible"};
  uint32_t at = 0;
  for (hd_str word; (word = next_word(value, &at)).n > 0;)
    if (IS_ONE_OF(word, names))
      return true;
  return false;
}

/* class and id: the names that editing systems give to the text of an article;
 * their words, parted by anything but letters. */
static void read_names(hd_str value, hd_page_token *t) {
  static const char *const hints[] = {
      "nav",     "navbar",     "navigation", "menu",  "breadcrumb",
      "crumb",   "crumbs",     "sidebar",    "foot",  "footer",
      "share",   "pagination", "pager",      "links", "copyright",
      "toolbar", "related",    "breadcrumbs"};
  static const char *const notes[] = {"footnotes", "footnote", "endnotes"};
  static const char *const articles[] = {
      "UCAP-CONTENT",      "TRS_Editor",  "trs_editor_view",
      "TRS_UEDITOR",       "zoom",        "article-content",
      "pages_content",     "art_content", "bt_content",
      "zfxxgk_zw_content", "printArea",   "mw-content-text"};
  uint32_t at = 0;
  for (hd_str name; (name = next_word(value, &at)).n > 0;) {
    if (IS_ONE_OF(name, articles))
      t->flags |= HD_PAGE_MAIN;
    for (size_t i = 0, end; i < name.n; i = end + 1) {
      for (end = i; end < name.n && hd_ascii_is_letter(name.p[end]); end++)
        ;
      hd_str word = {name.p + i, end - i};
      if (IS_ONE_OF(word, hints))
        t->flags |= HD_PAGE_HINT;
      if (IS_ONE_OF(word, notes))
        t->flags |= HD_PAGE_NOTES;
    }
  }
}

static void read_type(hd_str value, hd_page_token *t) {
  static const char letters[] = "1aAiI";
  const char *at = value.n == 1 ? strchr(letters, value.p[0]) : NULL;
  if (at && *at)
    t->count = (uint8_t)(at - letters);
}

/* Only what may be left out, or may be the article. */
static bool has_names(uint8_t tag) {
  return tag == HD_TAG_BLOCK || tag == HD_TAG_SECTION || tag == HD_TAG_UL ||
         (tag >= HD_TAG_NAV && tag <= HD_TAG_TABLE);
}

static void read_attribute(const attribute *a, hd_page_token *t) {
  hd_str name = a->name;
  int32_t n;
  if (is(name, "style"))
    read_style(a->value, t);
  else if (is(name, "hidden"))
    t->flags |= HD_PAGE_HIDDEN;
  else if (is(name, "align") && is(a->value, "center"))
    t->flags |= HD_PAGE_CENTRED;
  else if (is(name, "colspan"))
    t->colspan = read_span(a->value, 1000);
  else if (is(name, "rowspan"))
    t->rowspan = read_span(a->value, UINT16_MAX);
  else if (is(name, "role"))
    read_role(a->value, t);
  else if ((is(name, "class") || is(name, "id")) && has_names(t->tag))
    read_names(a->value, t);
  else if (t->tag == HD_TAG_A && is(name, "href") && a->value.n > 0)
    t->flags |= a->value.p[0] == '#' ? HD_PAGE_WITHIN : 0;
  else if (t->tag == HD_TAG_SPAN && is(name, "class") && is_hiding(a->value))
    t->flags |= HD_PAGE_HIDDEN;
  else if (t->tag == HD_TAG_OL && is(name, "reversed"))
    t->flags |= HD_PAGE_REVERSED;
  else if (t->tag == HD_TAG_OL && is(name, "type"))
    read_type(a->value, t);
  else if ((t->tag == HD_TAG_OL ? is(name, "start")
                                : t->tag == HD_TAG_LI && is(name, "value")) &&
           read_number(a->value, &n)) {
    t->number = n;
    t->flags |= HD_PAGE_NUMBERED;
  }
}

void hd_page_attributes(hd_str source, uint32_t from, hd_page_token *token) {
  attribute a;
  hd_str tag = {source.p, token->end};
  while (next_attribute(tag, &from, &a))
    read_attribute(&a, token);
}
