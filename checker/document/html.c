/* html: entities, and the text of HTML that cannot be parsed.
 *
 * In: a stretch of the source. Out: the text between tags, copied; a tag of a
 * block (p, div, td, li, br ...) ends a block, other tags are left out, as
 * are comments and what stands in script and style. */
#include "readers.h"

enum { LONGEST = 34 }; /* bytes of an entity */

static const struct {
  const char *name;
  uint32_t cp;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},
    {"quot", '"'},      {"apos", '\''},     {"nbsp", ' '},
    {"ensp", ' '},      {"emsp", ' '},      {"thinsp", ' '},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"mdash", 0x2014},  {"ndash", 0x2013},
    {"hellip", 0x2026}, {"middot", 0xB7},   {"bull", 0x2022},
    {"times", 0xD7},    {"divide", 0xF7},   {"plusmn", 0xB1},
    {"deg", 0xB0},      {"permil", 0x2030}, {"yen", 0xA5},
    {"euro", 0x20AC},   {"pound", 0xA3},    {"cent", 0xA2},
    {"sect", 0xA7},     {"para", 0xB6},     {"dagger", 0x2020},
    {"Dagger", 0x2021}, {"copy", 0xA9},     {"reg", 0xAE},
    {"trade", 0x2122},  {"le", 0x2264},     {"ge", 0x2265},
    {"ne", 0x2260},     {"minus", '-'},     {"sup2", 0xB2},
    {"sup3", 0xB3},     {"frac12", 0xBD},   {"frac14", 0xBC},
    {"frac34", 0xBE},   {"asymp", 0x2248},  {"micro", 0xB5},
    {"alpha", 0x3B1},   {"beta", 0x3B2},    {"chi", 0x3C7},
    {"shy", 0xAD},      {"laquo", 0xAB},    {"raquo", 0xBB},
};

/* Value of a digit, 99 if it is none. */
static uint32_t digit(char c, bool hex) {
  if (c >= '0' && c <= '9')
    return (uint32_t)(c - '0');
  char low = (char)(c | 0x20);
  return hex && low >= 'a' && low <= 'f' ? (uint32_t)(low - 'a') + 10 : 99;
}

/* &#1234; and &#x4E2D;: the code point, 0 if it is none. */
static uint32_t numeric(hd_str digits) {
  bool hex = digits.n > 1 && (digits.p[0] | 0x20) == 'x';
  uint32_t cp = 0;
  for (size_t i = hex; i < digits.n; i++) {
    uint32_t d = digit(digits.p[i], hex);
    if (d == 99 || cp > 0x10FFFF)
      return 0;
    cp = cp * (hex ? 16 : 10) + d;
  }
  bool allowed = cp >= ' ' && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
  return allowed ? cp : 0;
}

size_t hd_entity_read(hd_str s, size_t *used, char *out) {
  size_t most = s.n < LONGEST ? s.n : LONGEST;
  const char *end = most > 3 && s.p[0] == '&' ? memchr(s.p, ';', most) : NULL;
  if (!end)
    return 0;
  hd_str name = {s.p + 1, (size_t)(end - s.p) - 1};
  uint32_t cp = 0;
  if (name.n > 1 && name.p[0] == '#')
    cp = numeric((hd_str){name.p + 1, name.n - 1});
  for (size_t i = 0; !cp && i < sizeof entities / sizeof *entities; i++)
    if (hd_str_is(name, entities[i].name))
      cp = entities[i].cp;
  if (!cp)
    return 0;
  *used = name.n + 2;
  return hd_utf8_encode(hd_cp_fold(cp), out);
}

const char *hd_raised(char c) {
  static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴",
                                       "⁵", "⁶", "⁷", "⁸", "⁹"};
  return c >= '0' && c <= '9' ? digits[c - '0'] : NULL;
}

/* ---- text between tags -------------------------------------------------- */
typedef struct {
  hd_build *b;
  bool open;  /* a block */
  bool blank; /* white space came since the last text */
} html;

static void close_block(html *h) {
  if (h->open)
    hd_build_close(h->b);
  h->open = h->blank = false;
}

static void begin_text(html *h) {
  if (!h->open)
    hd_build_open(h->b, HD_BLOCK_PARAGRAPH);
  else if (h->blank)
    hd_build_put(h->b, " ", 1);
  h->open = true;
  h->blank = false;
}

/* Does the tag at s ("<td class=x>") have this name, open or closed? */
static bool is_tag(hd_str s, const char *name) {
  size_t at = s.n > 1 && s.p[1] == '/' ? 2 : 1, n = strlen(name);
  if (s.n <= at + n || strncasecmp(s.p + at, name, n) != 0)
    return false;
  char next = s.p[at + n];
  return next == '>' || next == '/' || (unsigned char)next <= ' ';
}

static bool is_block_tag(hd_str s) {
  static const char *const names[] = {
      "p",  "div", "br", "td", "th",      "tr",     "table",      "li",
      "ul", "ol",  "h1", "h2", "h3",      "h4",     "h5",         "h6",
      "hr", "dd",  "dt", "dl", "section", "center", "blockquote", "caption"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (is_tag(s, names[i]))
      return true;
  return false;
}

/* The end of what starts with < at `at`: a comment, a script with what is in
 * it, or a tag. */
static uint32_t skip_tag(hd_str source, uint32_t at, uint32_t end) {
  hd_str rest = {source.p + at, end - at};
  const char *close = ">";
  if (hd_str_starts(rest, HD_STR("<!--")))
    close = "-->";
  else if (is_tag(rest, "script") && rest.p[1] != '/')
    close = "</script>";
  else if (is_tag(rest, "style") && rest.p[1] != '/')
    close = "</style>";
  size_t found = hd_str_find(rest, hd_str_of(close));
  return found == (size_t)-1 ? end : at + (uint32_t)(found + strlen(close));
}

/* One character or entity of text at `at`; returns where to go on. */
static uint32_t take_text(html *h, uint32_t at, uint32_t end) {
  hd_str rest = {h->b->source.p + at, end - at};
  char out[4];
  size_t used, n = hd_entity_read(rest, &used, out);
  begin_text(h);
  if (n) {
    hd_build_place(h->b, at, out, n);
    return at + (uint32_t)used;
  }
  uint32_t stop = at + 1;
  while (stop < end && h->b->source.p[stop] != '<' &&
         h->b->source.p[stop] != '&' &&
         (unsigned char)h->b->source.p[stop] > ' ')
    stop++;
  hd_build_copy(h->b, at, stop);
  return stop;
}

void hd_html_read(hd_build *b, uint32_t from, uint32_t end) {
  html h = {.b = b};
  for (uint32_t at = from; at < end;) {
    unsigned char c = (unsigned char)b->source.p[at];
    if (c == '<') {
      if (is_block_tag((hd_str){b->source.p + at, end - at}))
        close_block(&h);
      at = skip_tag(b->source, at, end);
    } else if (c <= ' ') {
      h.blank = true;
      at++;
    } else {
      at = take_text(&h, at, end);
    }
  }
  close_block(&h);
}
