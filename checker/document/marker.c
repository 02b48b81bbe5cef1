/* marker: the numbers and signs that blocks begin with.
 *
 * In: width-folded text (（一） is (一), １． is 1.). Out: style, number,
 * rank. Each recogniser answers with the bytes it took or 0; what only looks
 * like a marker (1.5亿元, 一、二季度, (2023)) is refused here; what needs its
 * neighbours to be judged (A. and 1.2) is left to heading.c. */
#include "marker.h"

enum { MOST_DIGITS = 3, FOLDED = 64 };

/* How much a style usually holds; lower is outer. 1 to 6 are Markdown's. */
enum {
  RANK_PART = 8, /* 第一部分 */
  RANK_CHAPTER,
  RANK_SECTION,
  RANK_HAN_COMMA, /* and I. */
  RANK_HAN_PAREN, /* and A. */
  RANK_DOT = 20,
  RANK_DECIMAL, /* 1.2; one more for each further component */
  RANK_PAREN = 25,
  RANK_CIRCLE,
  RANK_SMALL_LETTER,
  RANK_SMALL_ROMAN
};

static bool starts(hd_str s, size_t at, const char *literal) {
  size_t n = strlen(literal);
  return s.n >= at + n && memcmp(s.p + at, literal, n) == 0;
}

static bool is_digit(hd_str s, size_t at) {
  return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_blank(hd_str s, size_t at) {
  return at >= s.n || s.p[at] == ' ' || s.p[at] == '\t' ||
         starts(s, at, "\u00a0");
}

static bool is_han(hd_str s, size_t at) {
  uint32_t cp;
  if (at >= s.n || (unsigned char)s.p[at] < 0xE3)
    return false;
  hd_utf8_decode(s.p + at, s.n - at, &cp);
  return hd_cp_is_han(cp);
}

/* One of the words, which are parted by blanks, at `at`. */
static bool is_one_of(hd_str s, size_t at, const char *words) {
  while (*words) {
    size_t n = strcspn(words, " ");
    if (n > 0 && s.n >= at + n && memcmp(s.p + at, words, n) == 0)
      return true;
    words += n + (words[n] == ' ');
  }
  return false;
}

/* ---- numerals ----------------------------------------------------------- */

/* 一 to 九十九; its bytes, 0 if there is none. */
static size_t han_number(hd_str s, size_t at, uint32_t *number) {
  static const char digits[] = "一二三四五六七八九";
  uint32_t tens = 0, ones = 0;
  size_t i = at;
  for (; i + 3 <= s.n; i += 3) {
    uint32_t d = 0;
    for (uint32_t k = 0; k < 9 && !d; k++)
      d = memcmp(s.p + i, digits + 3 * k, 3) == 0 ? k + 1 : 0;
    if (starts(s, i, "十") && !tens) {
      tens = ones ? ones : 1;
      ones = 0;
    } else if (d && !ones) {
      ones = d;
    } else {
      break;
    }
  }
  *number = tens * 10 + ones;
  return *number ? i - at : 0;
}

/* Up to three digits without a leading zero. */
static size_t digits(hd_str s, size_t at, uint32_t *number) {
  size_t i = at;
  *number = 0;
  if (at < s.n && s.p[at] == '0')
    return 0;
  for (; is_digit(s, i); i++) {
    if (i - at == MOST_DIGITS)
      return 0;
    *number = *number * 10 + (uint32_t)(s.p[i] - '0');
  }
  return i - at;
}

/* I to XXXIX in one case. */
static size_t roman(hd_str s, size_t at, uint32_t *number) {
  static const char *const ones[] = {"viii", "vii", "iii", "vi", "iv",
                                     "ix",   "ii",  "v",   "i"};
  static const uint8_t values[] = {8, 7, 3, 6, 4, 9, 2, 5, 1};
  char low[8] = "";
  size_t n = 0;
  bool upper = at < s.n && s.p[at] < 'a';
  for (; n < 7 && at + n < s.n && strchr(upper ? "IVX" : "ivx", s.p[at + n]);
       n++)
    low[n] = (char)(s.p[at + n] | 0x20);
  size_t i = strspn(low, "x");
  *number = (uint32_t)i * 10;
  for (size_t k = 0; k < sizeof values && low[i]; k++)
    if (strncmp(low + i, ones[k], strlen(ones[k])) == 0) {
      *number += values[k];
      i += strlen(ones[k]);
      break;
    }
  return n > 0 && i == n && *number < 40 ? n : 0;
}

/* ---- recognisers -------------------------------------------------------- */
static uint32_t found(hd_marker *m, hd_mark_style style, uint32_t number,
                      uint8_t rank, size_t bytes) {
  m->style = style;
  m->number = number;
  m->rank = rank;
  return (uint32_t)bytes;
}

/* 一、 but not 一、二季度 */
static uint32_t han_comma(hd_str s, hd_marker *m) {
  uint32_t number, next;
  size_t n = han_number(s, 0, &number);
  if (!n)
    return 0;
  if (starts(s, n, "."))
    return found(m, HD_MARK_HAN_COMMA, number, RANK_HAN_COMMA, n + 1);
  if (!starts(s, n, "、"))
    return 0;
  size_t behind = han_number(s, n + 3, &next);
  if (behind && is_one_of(s, n + 3 + behind,
                          "、 和 及 季度 产业 线 级 类 期 等 月 年 次 批 是"))
    return 0;
  return found(m, HD_MARK_HAN_COMMA, number, RANK_HAN_COMMA, n + 3);
}

/* 第一章 第2节 第三部分 */
static uint32_t han_chapter(hd_str s, hd_marker *m) {
  static const struct {
    const char *word;
    uint8_t rank;
  } kinds[] = {{"部分", RANK_PART}, {"编", RANK_PART},    {"篇", RANK_PART},
               {"卷", RANK_PART},   {"章", RANK_CHAPTER}, {"节", RANK_SECTION}};
  uint32_t number;
  if (!starts(s, 0, "第"))
    return 0;
  size_t n = han_number(s, 3, &number);
  if (!n)
    n = digits(s, 3, &number);
  for (size_t i = 0; n && i < sizeof kinds / sizeof *kinds; i++)
    if (starts(s, 3 + n, kinds[i].word)) {
      m->chapter = true;
      return found(m, HD_MARK_HAN_CHAPTER, number, kinds[i].rank,
                   3 + n + strlen(kinds[i].word));
    }
  return 0;
}

/* What stands in or before a bracket: 一, 12, b, iv. */
static size_t bracketed(hd_str s, size_t at, hd_marker *m) {
  uint32_t number;
  size_t n = han_number(s, at, &number);
  if (n)
    found(m, HD_MARK_HAN_PAREN, number, RANK_HAN_PAREN, 0);
  else if ((n = digits(s, at, &number)) > 0 && n < MOST_DIGITS)
    found(m, HD_MARK_PAREN, number, RANK_PAREN, 0);
  else if ((n = roman(s, at, &number)) > 0)
    found(m, HD_MARK_ROMAN, number, RANK_SMALL_ROMAN, 0);
  else if (at < s.n && (s.p[at] | 0x20) >= 'a' && (s.p[at] | 0x20) <= 'z' &&
           (n = 1) > 0)
    found(m, HD_MARK_LETTER, (uint32_t)(s.p[at] | 0x20) - 'a' + 1,
          RANK_SMALL_LETTER, 0);
  else
    return 0;
  return n;
}

/* (一) (1) (a) (ii); 1) and a) where a blank or Han follows */
static uint32_t paren(hd_str s, hd_marker *m) {
  size_t open = starts(s, 0, "(") ? 1 : 0;
  size_t n = bracketed(s, open, m);
  if (!n || !starts(s, open + n, ")"))
    return 0;
  size_t end = open + n + 1;
  bool half = !open && !is_blank(s, end) && !is_han(s, end);
  return half ? 0 : (uint32_t)end;
}

/* 1. 1、 but not 1.5 and 1、2号线; 1.2025年, 5.2023湖南 and 3.10种 are */
static uint32_t dot(hd_str s, hd_marker *m) {
  uint32_t number, next;
  size_t n = digits(s, 0, &number);
  if (!n)
    return 0;
  if (starts(s, n, "、")) {
    size_t behind = digits(s, n + 3, &next);
    if (behind && !is_blank(s, n + 3 + behind) &&
        is_one_of(s, n + 3 + behind, "、 号 - 和 及 月"))
      return 0;
    return found(m, HD_MARK_DOT, number, RANK_DOT, n + 3);
  }
  if (!starts(s, n, ".") || starts(s, n + 1, "."))
    return 0;
  bool year = (starts(s, n + 1, "20") || starts(s, n + 1, "19")) &&
              is_digit(s, n + 3) && is_digit(s, n + 4) && is_han(s, n + 5);
  size_t more = digits(s, n + 1, &next);
  bool things = more > 0 && more < 3 && /* 3.10种有色金属: no part of a kind */
                is_one_of(s, n + 1 + more, "种 项 条 类 大 件");
  if (is_digit(s, n + 1) && !year && !things)
    return 0;
  return found(m, HD_MARK_DOT, number, RANK_DOT, n + 1);
}

/* 1.2 and 1.2.3, not 1.2万 or 1.2 million */
static uint32_t decimal(hd_str s, hd_marker *m) {
  uint32_t number, depth = 0;
  size_t i = digits(s, 0, &number), n;
  if (!i || i == MOST_DIGITS)
    return 0;
  while (depth < 3 && starts(s, i, ".") &&
         (n = digits(s, i + 1, &number)) > 0 && n < MOST_DIGITS) {
    i += 1 + n;
    depth++;
  }
  if (!depth || is_digit(s, i) || (starts(s, i, ".") && is_digit(s, i + 1)))
    return 0;
  size_t end = starts(s, i, ".") ? i + 1 : i, word = end;
  while (word < s.n && s.p[word] == ' ')
    word++;
  if (word == s.n || (word == end && !is_han(s, end)) ||
      is_one_of(s, word,
                "万 亿 千 百 倍 个 元 吨 米 公 平 % percent million billion "
                "trillion thousand times points"))
    return 0;
  return found(m, HD_MARK_DECIMAL, number, (uint8_t)(RANK_DECIMAL + depth - 1),
               end);
}

/* I. and A. where a blank or Han follows; the one-letter numerals I, V, X
 * are Roman until heading.c knows better */
static uint32_t letter(hd_str s, hd_marker *m) {
  uint32_t number;
  size_t n = roman(s, 0, &number);
  bool upper = s.n && s.p[0] < 'a';
  if (n && (upper || n > 1)) {
    found(m, HD_MARK_ROMAN, number, upper ? RANK_HAN_COMMA : RANK_SMALL_ROMAN,
          0);
  } else if (s.n && (s.p[0] | 0x20) >= 'a' && (s.p[0] | 0x20) <= 'z') {
    n = 1;
    found(m, HD_MARK_LETTER, (uint32_t)(s.p[0] | 0x20) - 'a' + 1,
          upper ? RANK_HAN_PAREN : RANK_SMALL_LETTER, 0);
  } else {
    return 0;
  }
  if (starts(s, n, "、"))
    return (uint32_t)n + 3;
  bool ends = starts(s, n, ".") && n + 1 < s.n &&
              (is_blank(s, n + 1) || is_han(s, n + 1));
  return ends ? (uint32_t)n + 1 : 0;
}

/* Characters that are markers by themselves. */
static uint32_t sign(hd_str s, hd_marker *m) {
  static const struct {
    uint16_t first, last;
    hd_mark_style style;
    uint8_t rank;
  } ranges[] = {{0x2160, 0x216B, HD_MARK_ROMAN, RANK_HAN_COMMA},
                {0x2460, 0x2473, HD_MARK_CIRCLE, RANK_CIRCLE},
                {0x2474, 0x2487, HD_MARK_PAREN, RANK_PAREN},
                {0x2488, 0x249B, HD_MARK_DOT, RANK_DOT},
                {0x2776, 0x277F, HD_MARK_CIRCLE, RANK_CIRCLE},
                {0x2780, 0x2789, HD_MARK_CIRCLE, RANK_CIRCLE},
                {0x3220, 0x3229, HD_MARK_HAN_PAREN, RANK_HAN_PAREN}};
  uint32_t cp;
  size_t n = hd_utf8_decode(s.p, s.n, &cp);
  for (size_t i = 0; n > 1 && i < sizeof ranges / sizeof *ranges; i++)
    if (cp >= ranges[i].first && cp <= ranges[i].last) {
      if (ranges[i].style == HD_MARK_ROMAN) {
        bool marked = starts(s, n, "、") || starts(s, n, ".");
        if (!marked)
          return 0;
        n += starts(s, n, "、") ? 3 : 1;
      }
      return found(m, ranges[i].style, cp - ranges[i].first + 1, ranges[i].rank,
                   n);
    }
  return 0;
}

/* —— ● • and, before a blank, - * + · */
static uint32_t bullet(hd_str s, hd_marker *m) {
  static const char *const signs[] = {"——", "─", "●", "•", "■", "□", "◆",
                                      "◇",  "▲", "★", "☆", "○", "◎", "➢"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (starts(s, 0, signs[i]))
      return found(m, HD_MARK_BULLET, 0, 0, strlen(signs[i]));
  size_t n = is_one_of(s, 0, "- * +") ? 1 : starts(s, 0, "·") ? 2 : 0;
  if (!n || !is_blank(s, n) || n == s.n)
    return 0;
  return found(m, HD_MARK_BULLET, 0, 0, n);
}

/* Item 14 (a)(2): more of a section than its head. */
static bool is_subdivided(hd_str s, size_t end) {
  hd_str rest = hd_str_trim((hd_str){s.p + end, s.n - end});
  return starts(rest, 0, "(") && starts(rest, 2, ")");
}

/* Section 1, Part II, Chapter 3: heads of headings, not of sentences. */
static uint32_t section_word(hd_str s, hd_marker *m) {
  static const struct {
    const char *word;
    uint8_t rank;
  } words[] = {{"part ", RANK_PART},       {"chapter ", RANK_CHAPTER},
               {"section ", RANK_SECTION}, {"article ", RANK_SECTION},
               {"item ", RANK_SECTION},    {"annex ", RANK_CHAPTER}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    uint32_t number;
    size_t n = strlen(words[i].word);
    if (s.n <= n || strncasecmp(s.p, words[i].word, n) != 0)
      continue;
    size_t used = digits(s, n, &number);
    if (!used)
      used = roman(s, n, &number);
    size_t end = n + used;
    if (!used || !(is_blank(s, end) || is_one_of(s, end, ". : ,")) ||
        is_subdivided(s, end))
      return 0;
    if (is_one_of(s, end, ". : ,"))
      end++;
    m->chapter = true;
    return found(m, HD_MARK_HAN_CHAPTER, number, words[i].rank, end);
  }
  return 0;
}

/* Can a marker begin with the (folded) code point, before `next`? Most text
 * begins with none, and is told so here. */
static bool may_begin(uint32_t cp, char next) {
  if (cp < 0x80) {
    bool letter = (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
    return letter
               ? next == '.' || next == ')' || (next & 0x80) ||
                     strchr("IVXivx", (int)cp) || strchr("PCSAIpcsai", (int)cp)
               : (cp >= '0' && cp <= '9') || strchr("(-*+", (int)cp);
  }
  if (cp >= 0x4E00 && cp <= 0x9FFF)
    return cp == 0x7B2C || cp == 0x4E00 || cp == 0x4E8C || cp == 0x4E09 ||
           cp == 0x56DB || cp == 0x4E94 || cp == 0x516D || cp == 0x4E03 ||
           cp == 0x516B || cp == 0x4E5D || cp == 0x5341; /* 第, 一 to 十 */
  return cp == 0xB7 || (cp >= 0x2010 && cp < 0x2E80) ||
         (cp >= 0x3200 && cp < 0x3300);
}

bool hd_marker_read(hd_str s, hd_marker *marker) {
  static uint32_t (*const recognisers[])(hd_str, hd_marker *) = {
      han_comma, han_chapter, paren,  dot,         decimal,
      sign,      bullet,      letter, section_word};
  uint32_t cp;
  *marker = (hd_marker){0};
  size_t n = s.n ? hd_utf8_decode(s.p, s.n, &cp) : 0;
  if (n == 0 || !may_begin(cp, n < s.n ? s.p[n] : ' '))
    return false;
  for (size_t i = 0; i < sizeof recognisers / sizeof *recognisers; i++) {
    *marker = (hd_marker){0};
    marker->bytes = recognisers[i](s, marker);
    if (marker->bytes)
      return true;
  }
  *marker = (hd_marker){0};
  return false;
}

bool hd_marker_starts(hd_str source) {
  char folded[FOLDED];
  hd_marker marker;
  uint32_t cp;
  size_t n = source.n ? hd_utf8_decode(source.p, source.n, &cp) : 0;
  if (n == 0 || !may_begin(hd_cp_fold(cp), n < source.n ? source.p[n] : ' '))
    return false;
  n = 0;
  for (size_t i = 0; i < source.n && n + 4 <= sizeof folded;) {
    i += hd_utf8_decode(source.p + i, source.n - i, &cp);
    n += hd_utf8_encode(hd_cp_fold(cp), folded + n);
  }
  return hd_marker_read((hd_str){folded, n}, &marker);
}
