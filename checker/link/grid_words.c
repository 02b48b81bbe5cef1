/* grid_words: what the words of a table's header say of its row or column.
 *
 * In: a header. Out: its HD_LINE_ flags, and its name without what numbers,
 * announces or explains it. */
#include "grid.h"

typedef struct {
  const char *word;
  uint8_t flags;
  bool whole; /* the header is this word */
} header_word;

static const header_word header_words[] = {
    {"合计", HD_LINE_TOTAL, false},      {"总计", HD_LINE_TOTAL, false},
    {"小计", HD_LINE_TOTAL, false},      {"总额", HD_LINE_TOTAL, false},
    {"共计", HD_LINE_TOTAL, false},      {"total", HD_LINE_TOTAL, false},
    {"all", HD_LINE_TOTAL, true},        {"overall", HD_LINE_TOTAL, true},
    {"减:", HD_LINE_LESS, false},        {"less", HD_LINE_LESS, false},
    {"加:", HD_LINE_ADD, false},         {"add:", HD_LINE_ADD, false},
    {"plus:", HD_LINE_ADD, false},       {"编码", HD_LINE_CODE, false},
    {"代码", HD_LINE_CODE, false},       {"序号", HD_LINE_CODE, false},
    {"行次", HD_LINE_CODE, false},       {"栏次", HD_LINE_CODE, true},
    {"类", HD_LINE_CODE, true},          {"款", HD_LINE_CODE, true},
    {"项", HD_LINE_CODE, true},          {"目", HD_LINE_CODE, true},
    {"code", HD_LINE_CODE, true},        {"增减", HD_LINE_CHANGE, false},
    {"增长", HD_LINE_CHANGE, false},     {"增幅", HD_LINE_CHANGE, false},
    {"增速", HD_LINE_CHANGE, false},     {"变动", HD_LINE_CHANGE, false},
    {"同比", HD_LINE_CHANGE, false},     {"change", HD_LINE_CHANGE, false},
    {"variance", HD_LINE_CHANGE, false}, {"variation", HD_LINE_CHANGE, false},
    {" vs", HD_LINE_CHANGE, false},      {"growth", HD_LINE_CHANGE, false},
    {"increase", HD_LINE_CHANGE, false}, {"占比", HD_LINE_SHARE, false},
    {"比重", HD_LINE_SHARE, false},      {"比例", HD_LINE_SHARE, false},
    {"percent", HD_LINE_SHARE, false},   {"share", HD_LINE_SHARE, false},
    {"%", HD_LINE_SHARE, false},         {"平均", HD_LINE_MEAN, false},
    {"人均", HD_LINE_MEAN, false},       {"中位", HD_LINE_MEAN, false},
    {"median", HD_LINE_MEAN, false},     {"mean", HD_LINE_MEAN, true},
    {"(mean", HD_LINE_MEAN, false},      {"mean ", HD_LINE_MEAN, false},
    {"average", HD_LINE_MEAN, false},    {"range", HD_LINE_MEAN, false},
};

static hd_str lower(hd_arena *arena, hd_str s) {
  char *p = hd_arena_alloc(arena, s.n + 1);
  hd_ascii_lower(p, s.p, s.n);
  return (hd_str){p, s.n};
}

/* market share, shares held as a share of all, but no shares, and no
 * shareholders. */
static bool says_share(hd_str header) {
  static const char *const tails[] = {"shares", "sharehold", NULL};
  for (size_t at; (at = hd_str_find(header, HD_STR("share"))) != (size_t)-1;) {
    header = (hd_str){header.p + at, header.n - at};
    if (!hd_str_starts_any(header, tails))
      return true;
    header = (hd_str){header.p + 5, header.n - 5};
  }
  return false;
}

/* Is the word there? 95% CI speaks of no percentages. */
static bool says(hd_str header, const char *word) {
  size_t at = hd_str_find(header, hd_str_of(word));
  if (at == (size_t)-1)
    return false;
  if (strcmp(word, "share") == 0)
    return says_share(header);
  return word[0] != '%' || at == 0 || header.p[at - 1] < '0' ||
         header.p[at - 1] > '9';
}

/* The bytes that are in a text: a word is looked for where its first two
 * bytes are. */
typedef struct {
  uint64_t bits[4];
} byte_set;

static byte_set bytes_of(hd_str s) {
  byte_set set = {{0}};
  for (size_t i = 0; i < s.n; i++)
    set.bits[(unsigned char)s.p[i] >> 6] |= (uint64_t)1 << (s.p[i] & 63);
  return set;
}

static bool has_byte(const byte_set *set, char c) {
  return set->bits[(unsigned char)c >> 6] >> (c & 63) & 1;
}

uint8_t hd_grid_flags(hd_arena *arena, hd_str header) {
  uint8_t flags = 0;
  hd_str s = lower(arena, hd_grid_plain_name(arena, header));
  hd_str all = lower(arena, header);
  byte_set set = bytes_of(all);
  for (size_t i = 0; i < sizeof header_words / sizeof *header_words; i++) {
    const header_word *w = &header_words[i];
    if (!has_byte(&set, w->word[0]) ||
        (w->word[1] && !has_byte(&set, w->word[1])))
      continue;
    if (w->whole ? hd_str_is(s, w->word) : says(all, w->word))
      flags |= w->flags;
  }
  /* Average shares outstanding are a number of shares, which others add to. */
  if (says(all, "shares") && !says(all, "price") && !says(all, "value"))
    flags &= (uint8_t)~HD_LINE_MEAN;
  /* A change in points is a difference of percentages, no rate; 比重增减 is
   * one of shares. */
  static const char *const of_shares[] = {
      "比重增减", "比重变动", "比重变化", "比例增减", "比例变动",
      "比例变化", "占比增减", "占比变动", "占比变化", NULL};
  if (says(all, "percentage point") || says(all, "百分点") ||
      says(all, "(pp)") || hd_str_has_any(all, of_shares))
    flags = (uint8_t)((flags & ~HD_LINE_CHANGE) | HD_LINE_SHARE);
  return flags;
}

/* The bytes at the head of a name that only number or announce it. */
static size_t head_of(hd_str s) {
  static const char *const numerals[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十"};
  static const char *const marks[] = {"其中", "、", ":", ",", "."};
  size_t n = 0;
  bool mark = false;
  while (n < s.n) {
    hd_str rest = {s.p + n, s.n - n};
    bool digit = !mark && rest.p[0] >= '0' && rest.p[0] <= '9';
    size_t step = rest.p[0] == ' ' || digit;
    for (size_t i = 0; !mark && !step && i < 10; i++)
      if (hd_str_starts(rest, hd_str_of(numerals[i])))
        step = strlen(numerals[i]);
    for (size_t i = 0; !step && i < sizeof marks / sizeof *marks; i++)
      if (hd_str_starts(rest, hd_str_of(marks[i]))) {
        step = strlen(marks[i]);
        mark = true;
      }
    if (!step)
      break;
    n += step;
  }
  return mark ? n : 0;
}

hd_str hd_grid_plain_name(hd_arena *arena, hd_str name) {
  size_t head = head_of(name), n = 0;
  int depth = 0;
  char *out = hd_arena_copy(arena, name.p ? name.p : "", name.n);
  for (size_t i = head < name.n ? head : 0; i < name.n; i++) {
    char c = name.p[i];
    depth += c == '(';
    if (depth == 0 && c != '_' && c != '*' && c != ':' &&
        !(c == ' ' && (n == 0 || out[n - 1] == ' ')))
      out[n++] = c;
    depth -= c == ')' && depth > 0;
  }
  out[n] = 0;
  return hd_str_trim((hd_str){out, n});
}
