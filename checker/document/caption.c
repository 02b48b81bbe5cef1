/* caption: captions of tables and figures, unit lines, footnotes.
 *
 * In: paragraphs. Out: their kind, and for each table the first of the
 * captions that stand right before it. A sentence that only begins like a
 * caption (表1显示…, Table 3 shows …) stays a paragraph. */
#include "heading.h"

enum { CAPTION = 300, UNIT_LINE = 180 }; /* bytes at most */

static bool starts(hd_str s, size_t at, const char *literal) {
  if (at >= s.n || s.p[at] != *literal)
    return false;
  size_t n = strlen(literal);
  return s.n - at >= n && memcmp(s.p + at, literal, n) == 0;
}

/* Bytes of the first of the words (NULL at the end) that s has at `at`. */
static size_t one_of(hd_str s, size_t at, const char *const *words) {
  for (; *words; words++)
    if (starts(s, at, *words))
      return strlen(*words);
  return 0;
}

static size_t blanks(hd_str s, size_t at) {
  size_t i = at;
  while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
    i++;
  return i - at;
}

/* 3, 2-1, 1.2, A1, 一 */
static size_t number(hd_str s, size_t at) {
  static const char *const han[] = {"一", "二", "三", "四", "五", "六",
                                    "七", "八", "九", "十", NULL};
  size_t i = at, n;
  if (i < s.n && s.p[i] >= 'A' && s.p[i] <= 'Z')
    i++;
  while (i < s.n && i - at < 9 &&
         ((s.p[i] >= '0' && s.p[i] <= '9') ||
          (i > at && (s.p[i] == '-' || s.p[i] == '.') && i + 1 < s.n &&
           s.p[i + 1] >= '0' && s.p[i + 1] <= '9')))
    i++;
  bool digit = i > at && s.p[i - 1] >= '0' && s.p[i - 1] <= '9';
  if (digit)
    return i - at;
  for (i = at; i - at < 9 && (n = one_of(s, i, han)) > 0;)
    i += n;
  return i - at;
}

/* 表1 …, 附图2-1: … */
static bool is_chinese_caption(hd_str s) {
  static const char *const words[] = {"表",   "图",   "附表", "附图",
                                      "续表", "专栏", NULL};
  static const char *const verbs[] = {"显示", "反映", "表明", "所示", "所列",
                                      "中",   "可见", "可知", "是",   "为",
                                      "和",   "、",   "给出", "列出", NULL};
  size_t word = one_of(s, 0, words);
  if (!word)
    return false;
  size_t at = word + blanks(s, word), n = number(s, at);
  if (!n)
    return false;
  return !one_of(s, at + n + blanks(s, at + n), verbs) && !hd_sentence_ends(s);
}

/* Table 2. …, FIGURE 1: …, Exhibit 3 — … */
static bool is_english_caption(hd_str s) {
  static const char *const words[] = {"table",   "figure", "fig.",  "chart",
                                      "exhibit", "box",    "graph", NULL};
  size_t word = 0;
  if (s.n == 0 || !strchr("TFECBG", s.p[0]))
    return false;
  for (const char *const *w = words; *w && !word; w++)
    if (s.n > strlen(*w) && strncasecmp(s.p, *w, strlen(*w)) == 0)
      word = strlen(*w);
  if (!word)
    return false;
  size_t at = word + blanks(s, word), n = number(s, at), end = at + n;
  if (!n || at == word)
    return false;
  if (end == s.n || s.p[end] == '.' || s.p[end] == ':')
    return true;
  size_t gap = blanks(s, end);
  if (starts(s, end + gap, "—") || starts(s, end + gap, "–") ||
      starts(s, end + gap, "-"))
    return true;
  bool title = gap > 0 && s.p[end + gap] >= 'A' && s.p[end + gap] <= 'Z';
  return title && !hd_sentence_ends(s);
}

/* Is there 单位: alone, or behind a blank or a word that goes with it? */
static bool has_unit(hd_str s) {
  size_t at = hd_str_find(s, HD_STR("单位"));
  if (at == (size_t)-1)
    return false;
  size_t behind = at + strlen("单位");
  behind += blanks(s, behind);
  if (!starts(s, behind, ":") && !starts(s, behind, "："))
    return false;
  return at == 0 || s.p[at - 1] == ' ' || s.p[at - 1] == '(' ||
         s.p[at - 1] == '\t' || starts(s, at - 3, "（") ||
         starts(s, at - 3, "\u3000") || starts(s, at - 6, "金额") ||
         starts(s, at - 6, "计量");
}

/* 单位:万元 on a short line; (in millions) */
static bool is_unit_line(hd_str s) {
  static const char *const units[] = {
      "in million", "In million", "in thousand", "In thousand",
      "in billion", "In billion", NULL};
  if (s.n > UNIT_LINE)
    return false;
  if (s.p[0] == '(')
    return s.p[s.n - 1] == ')' && (one_of(s, 1, units) || has_unit(s));
  return has_unit(s) && !hd_sentence_ends(s);
}

bool hd_caption_is(hd_str s) {
  if (s.n == 0 || s.n > CAPTION)
    return false;
  return is_chinese_caption(s) || is_english_caption(s) || is_unit_line(s);
}

bool hd_footnote_is(hd_str s, bool symbols) {
  static const char *const heads[] = {
      "注:",    "注1:",  "注2:", "注1.", "注 :", "备注:", "附注:", "Note:",
      "Notes:", "NOTE:", "†",    "‡",    "§",    "¶",     NULL};
  if (one_of(s, 0, heads))
    return true;
  return symbols && starts(s, 0, "*");
}

bool hd_has_leader(hd_str s) {
  enum { TAIL = 24 }; /* bytes at the end: dots and the number of a page */
  hd_str tail = s.n > TAIL ? (hd_str){s.p + s.n - TAIL, TAIL} : s;
  return hd_str_find(tail, HD_STR("………")) != (size_t)-1 ||
         hd_str_find(tail, HD_STR("......")) != (size_t)-1;
}

/* The first of the captions that stand right before block i. */
static uint32_t caption_of(const hd_build *b, uint32_t i) {
  uint32_t first = i;
  while (first > 0 && i - first < 3 &&
         b->blocks.items[first - 1].kind == HD_BLOCK_CAPTION)
    first--;
  return first < i ? first : HD_NONE;
}

void hd_captions_find(hd_build *b, bool symbols) {
  for (uint32_t i = 0; i < b->blocks.n; i++) {
    hd_block *block = &b->blocks.items[i];
    hd_str s = {b->text + block->span.off, block->span.end - block->span.off};
    if (block->kind == HD_BLOCK_TABLE) {
      b->tables.items[block->table].block = i;
      b->tables.items[block->table].caption = caption_of(b, i);
    }
    bool open = block->kind == HD_BLOCK_PARAGRAPH ||
                (block->kind == HD_BLOCK_HEADING &&
                 (block->level == 0 || block->level == HD_LEVEL_CENTRED));
    if (open && hd_caption_is(s))
      block->kind = HD_BLOCK_CAPTION;
    else if (open && hd_footnote_is(s, symbols))
      block->kind = HD_BLOCK_FOOTNOTE;
  }
}
