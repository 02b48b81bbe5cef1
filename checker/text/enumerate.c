/* enumerate: which clauses begin with a member of an enumeration.
 *
 * In: sentences and clauses. Out: text->enumerators in reading order, each
 * with its number and a series that is equal for members of one form. A block
 * marker is no inline enumerator (hd_block has it), but a word at the head of
 * a paragraph (First, / 首先) is one, whatever the block says.
 *
 * A member may begin where a clause begins or behind a 、; in English text a
 * numbered member in brackets may also stand behind "and". Other places are
 * left out: "(3)" in the middle of a clause is a reference, "二是" there a
 * part of a word. */
#include "enumerate_form.h"

/* What a 第一 may count as a member of a list; each word is a form. */
static const char *const stages[] = {"阶段", "步骤",   "步",   "环节",   "层次",
                                     "层面", "个方面", "方面", "个阶段", "部分",
                                     "点",   "类",     "种",   "个层次"};

/* 1 to 9 for the numeral that the three bytes at s are, 10 for 十, else 0. */
static uint32_t han_digit(const char *s) {
  switch (hd_utf8_three((const unsigned char *)s)) {
  case 0x4e00:
    return 1;
  case 0x4e8c:
    return 2;
  case 0x4e09:
    return 3;
  case 0x56db:
    return 4;
  case 0x4e94:
    return 5;
  case 0x516d:
    return 6;
  case 0x4e03:
    return 7;
  case 0x516b:
    return 8;
  case 0x4e5d:
    return 9;
  case 0x5341:
    return 10;
  default:
    return 0;
  }
}

uint32_t hd_small_numeral(const char *s, size_t n, size_t *used) {
  uint32_t value = 0, ten = 0;
  size_t i = 0;
  for (; i + 3 <= n && (s[i] & 0xf0) == 0xe0; i += 3) {
    uint32_t d = han_digit(s + i);
    if (d == 10 && !ten) {
      ten = value ? value : 1;
      value = 0;
      continue;
    }
    if (!d || d == 10 || value)
      break;
    value = d;
  }
  *used = i;
  return ten * 10 + value;
}

static bool starts(const char *s, size_t n, const char *head) {
  if (!n || *s != *head)
    return false;
  size_t k = strlen(head);
  return n >= k && memcmp(s, head, k) == 0;
}

/* Ordinal words and what must follow: a comma or colon, or anything. */
static const struct {
  const char *word;
  uint32_t number, series;
  bool mark;
} words[] = {
    {"首先", 1, HD_SERIES_FIRST, false},
    {"其次", 2, HD_SERIES_FIRST, false},
    {"再次", 3, HD_SERIES_FIRST, true},
    {"最后", 0, HD_SERIES_FIRST, true},
    {"first", 1, HD_SERIES_ENGLISH, true},
    {"second", 2, HD_SERIES_ENGLISH, true},
    {"third", 3, HD_SERIES_ENGLISH, true},
    {"fourth", 4, HD_SERIES_ENGLISH, true},
    {"fifth", 5, HD_SERIES_ENGLISH, true},
    {"sixth", 6, HD_SERIES_ENGLISH, true},
    {"seventh", 7, HD_SERIES_ENGLISH, true},
    {"eighth", 8, HD_SERIES_ENGLISH, true},
    {"ninth", 9, HD_SERIES_ENGLISH, true},
    {"tenth", 10, HD_SERIES_ENGLISH, true},
    {"firstly", 1, HD_SERIES_ENGLISH, true},
    {"secondly", 2, HD_SERIES_ENGLISH, true},
    {"thirdly", 3, HD_SERIES_ENGLISH, true},
    {"fourthly", 4, HD_SERIES_ENGLISH, true},
    {"finally", 0, HD_SERIES_ENGLISH, true},
    {"lastly", 0, HD_SERIES_ENGLISH, true},
};

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool same_letters(const char *s, const char *word, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (lower(s[i]) != word[i])
      return false;
  return true;
}

/* Are the three bytes at s 首 其 再 or 最? */
static bool may_order(const char *s) {
  uint32_t cp = hd_utf8_three((const unsigned char *)s);
  return cp == 0x9996 || cp == 0x5176 || cp == 0x518d || cp == 0x6700;
}

bool hd_enumerate_word(const char *s, size_t n, hd_enumerator *e) {
  char first = n ? lower(s[0]) : 0;
  enum { HAN = 4 }; /* rows of Han words, the first ones */
  if ((unsigned char)first >= 0x80 && !(n >= 3 && may_order(s)))
    return false;
  size_t rows =
      (unsigned char)first < 0x80 ? sizeof words / sizeof *words : HAN;
  for (size_t i = 0; i < rows; i++) {
    if (words[i].word[0] != first)
      continue;
    size_t k = strlen(words[i].word);
    if (n < k || !same_letters(s, words[i].word, k))
      continue;
    if (words[i].mark && !(k < n && (s[k] == ',' || s[k] == ':')))
      continue;
    if (words[i].series == HD_SERIES_FIRST && words[i].number == 2 &&
        (starts(s + k, n - k, "为") || starts(s + k, n - k, "是")))
      continue; /* 甲最多,其次是乙: a rank */
    e->number = words[i].number;
    e->series = words[i].series;
    e->span.end = e->span.off + (uint32_t)k;
    return true;
  }
  return false;
}

/* Is a bare numeral before 、 one of several (一、二、三产业)? */
static bool counts_on(const char *s, size_t n) {
  size_t used;
  return hd_small_numeral(s, n, &used) > 0 || (n && *s >= '0' && *s <= '9');
}

/* The form of 第一阶段, 第一步 by the word at s, which `end` is moved past; 0:
 * none. */
static uint8_t stage_at(const char *s, size_t n, size_t *end) {
  for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
    size_t k = strlen(stages[i]);
    if (!starts(s, n, stages[i]) || k == n)
      continue;
    if (s[k] == ',' || s[k] == ':' || starts(s + k, n - k, "是") ||
        starts(s + k, n - k, "为")) {
      *end += k;
      return (uint8_t)(HD_SERIES_STAGE + i);
    }
  }
  return 0;
}

/* 一是 二要 第三, 其四 一、 第五步, */
static bool numeral_member(const char *s, size_t n, hd_enumerator *e) {
  if (n < 3 || (s[0] & 0xf0) != 0xe0)
    return false;
  uint32_t first = hd_utf8_three((const unsigned char *)s);
  size_t head = first == 0x7b2c || first == 0x5176 ? 3 : 0, used; /* 第 其 */
  if (!head && !han_digit(s))
    return false;
  uint32_t number = hd_small_numeral(s + head, n - head, &used);
  if (!number || number > HD_MOST_NUMBER)
    return false;
  size_t end = head + used;
  const char *rest = s + end;
  if (head) {
    bool is = starts(rest, n - end, "是");
    uint8_t stage = starts(s, n, "第") ? stage_at(rest, n - end, &end) : 0;
    if (stage) {
      e->series = stage;
      e->number = number;
      e->span.end = e->span.off + (uint32_t)end;
      return true;
    }
    if (end != n && *rest != ',' && *rest != ':' && !is)
      return false;
    e->series = first == 0x7b2c ? HD_SERIES_NTH : HD_SERIES_OF;
  } else if (starts(rest, n - end, "是")) {
    e->series = HD_SERIES_IS;
    end += 3;
  } else if (starts(rest, n - end, "要")) {
    e->series = HD_SERIES_MUST;
    end += 3;
  } else if (starts(rest, n - end, "抓")) {
    e->series = HD_SERIES_SEIZE;
    end += 3;
  } else if (starts(rest, n - end, "靠")) {
    e->series = HD_SERIES_RELY;
    end += 3;
  } else if (starts(rest, n - end, "、") && !counts_on(rest + 3, n - end - 3)) {
    e->series = HD_SERIES_HAN_DOT;
    end += 3;
  } else {
    return false;
  }
  e->number = number;
  e->span.end = e->span.off + (uint32_t)end;
  return true;
}

/* Digits at s: their value; *used their bytes, 0 if none or too many. */
uint32_t hd_enumerate_digits(const char *s, size_t n, size_t *used) {
  uint32_t number = 0;
  size_t i = 0;
  *used = 0;
  if (n > 0 && *s == '0') /* (09) 826 0394 */
    return 0;
  while (i < n && i < 3 && s[i] >= '0' && s[i] <= '9')
    number = number * 10 + (uint32_t)(s[i++] - '0');
  *used = number > 0 && number <= HD_MOST_NUMBER ? i : 0;
  return number;
}

/* Does a bracket that opens before off hold it? Then 7) is none: (5, 7), nor
 * is second: any (first, second, or later). */
bool hd_enumerate_in_bracket(const char *t, uint32_t off) {
  for (uint32_t i = 0; i < 40 && i < off; i++)
    if (t[off - 1 - i] == '(' || t[off - 1 - i] == ')')
      return t[off - 1 - i] == '(';
  return false;
}

/* 2013,(3): 43-45 is a journal's number. */
static bool is_issue(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && (s[i] == ' ' || s[i] == ':'))
    i++;
  return i > 0 && n > 0 && *s == ':' && i < n && s[i] >= '0' && s[i] <= '9';
}

/* (1) (一) ① 1) 1.某 */
static bool sign_member(const char *s, size_t n, hd_enumerator *e) {
  uint32_t cp;
  size_t len = hd_utf8_decode(s, n, &cp), used;
  if (len == 3 && cp > 0x2473)
    return false;
  if (cp >= 0x2460 && cp <= 0x2473) {
    e->number = cp - 0x2460 + 1;
    e->series = HD_SERIES_CIRCLE;
    e->span.end = e->span.off + (uint32_t)len;
    return true;
  }
  size_t open = s[0] == '(';
  e->number = hd_enumerate_digits(s + open, n - open, &used);
  e->series = open ? HD_SERIES_PAREN : HD_SERIES_HALF;
  if (!used && open) {
    e->number = hd_small_numeral(s + 1, n - 1, &used);
    e->series = HD_SERIES_HAN_PAREN;
  }
  size_t end = open + used;
  if (!used || end >= n)
    return false;
  bool dot = !open && s[end] == '.';
  if (dot) { /* 1.某: a letter of a Han text follows */
    hd_utf8_decode(s + end + 1, n - end - 1, &cp);
    if (end + 1 >= n || !hd_cp_is_han(cp))
      return false;
    e->series = HD_SERIES_DOT;
  } else if (s[end] != ')' || is_issue(s + end + 1, n - end - 1)) {
    return false;
  }
  e->span.end = e->span.off + (uint32_t)end + 1;
  return true;
}

/* Is it the first byte of a member: a digit, a bracket, a letter of an ordinal
 * word, ①, 第, 其, 首, 再, 最 or a Han digit? */
static bool may_begin(unsigned char c) {
  if (c < 0x80)
    return (c >= '0' && c <= '9') || c == '(' || strchr("fsteln", c | 0x20);
  return c == 0xE2 || (c >= 0xE4 && c <= 0xE7) || c == 0xE9;
}

/* after first, second, or later doses: does another ordinal stand right before
 * what begins at off? */
static bool follows_ordinal(const char *t, uint32_t off) {
  hd_enumerator e = {0};
  uint32_t end = off;
  if (end < 2 || t[end - 1] != ' ' || t[end - 2] != ',')
    return false;
  uint32_t from = end - 2;
  while (from > 0 && hd_ascii_is_letter(t[from - 1]))
    from--;
  return hd_enumerate_word(t + from, end - from, &e);
}

static bool member(const hd_text *text, uint32_t off, uint32_t end,
                   hd_enumerator *e) {
  const char *s = text->doc->text.p + off;
  size_t n = end - off;
  if (n < 2 || !may_begin((unsigned char)*s))
    return false;
  e->span = (hd_span){off, off};
  if (numeral_member(s, n, e))
    return true;
  if (hd_enumerate_word(s, n, e))
    return !(e->series == HD_SERIES_ENGLISH && *s >= 'a' &&
             (hd_enumerate_in_bracket(text->doc->text.p, off) ||
              follows_ordinal(text->doc->text.p, off)));
  return sign_member(s, n, e) &&
         !(e->series == HD_SERIES_HALF &&
           hd_enumerate_in_bracket(text->doc->text.p, off));
}

/* What may stand before a member at the head of a clause. */
static uint32_t past_opening(const hd_text *text, uint32_t off, uint32_t end) {
  static const char *const heads[] = {" ",  "\"",   "“",    "”",
                                      "》", "and ", "And ", "or "};
  const char *t = text->doc->text.p;
  unsigned char first = off < end ? (unsigned char)t[off] : 0;
  if (first != ' ' && first != '"' && first != 0xE2 && first != 0xE3 &&
      first != 'a' && first != 'A' && first != 'o')
    return off;
  for (size_t i = 0; i < sizeof heads / sizeof *heads && off < end;) {
    if (t[off] == heads[i][0] && starts(t + off, end - off, heads[i])) {
      off += (uint32_t)strlen(heads[i]);
      i = 0;
    } else {
      i++;
    }
  }
  return off;
}

/* Chinese members behind a 、 of the clause (一是甲、二是乙). */
static void read_behind_marks(hd_arena *arena, const hd_text *text,
                              hd_span span, hd_enumerator e,
                              hd_enumerators *out) {
  const char *t = text->doc->text.p;
  const char first = "、"[0];
  uint32_t limit = text->sentences[e.sentence].span.end;
  while (span.off + 3 <= span.end) {
    const char *mark = memchr(t + span.off, first, span.end - 2 - span.off);
    if (!mark)
      return;
    span.off = (uint32_t)(mark - t) + 3;
    if (memcmp(mark, "、", 3) != 0)
      continue;
    e.span = (hd_span){span.off, span.off};
    if (numeral_member(t + span.off, limit - span.off, &e) &&
        e.series <= HD_SERIES_MUST)
      HD_PUSH(arena, out, e);
  }
}

/* Members of one clause: at its head and inside it. */
static void read_clause(hd_arena *arena, const hd_text *text, hd_span span,
                        uint32_t sentence, hd_enumerators *out) {
  uint32_t limit = text->sentences[sentence].span.end;
  uint32_t off = past_opening(text, span.off, span.end);
  hd_enumerator e = {.sentence = sentence};
  if (off < span.end && member(text, off, limit, &e)) {
    HD_PUSH(arena, out, e);
    off = e.span.end;
  }
  if (text->doc->lang == HD_LANG_ZH)
    read_behind_marks(arena, text, (hd_span){off, span.end}, e, out);
  else
    hd_enumerate_english(arena, text, (hd_span){off, span.end}, e, out);
}

/* (a), ii): such paragraphs go on in others whose marker was not taken. */
static bool is_bracketed(const hd_text *text, const hd_block *block) {
  hd_str marker = hd_document_text(text->doc, block->marker);
  return (block->mark == HD_MARK_LETTER || block->mark == HD_MARK_ROMAN) &&
         marker.n && marker.p[marker.n - 1] == ')';
}

void hd_enumerate(hd_arena *arena, hd_text *text) {
  hd_enumerators out = {0};
  for (uint32_t i = 0; i < text->n_sentences; i++) {
    const hd_sentence *s = &text->sentences[i];
    const hd_block *block = &text->doc->blocks[s->block];
    bool inside = block->mark == HD_MARK_WORD ||
                  (text->doc->lang == HD_LANG_EN && is_bracketed(text, block));
    uint32_t first = inside ? 0 : block->marker.end;
    if (s->cell != HD_NONE)
      continue;
    for (uint32_t c = 0; c < s->n_clauses; c++) {
      hd_span span = text->clauses[s->first_clause + c].span;
      if (span.off < first)
        span.off = first;
      if (span.off < span.end)
        read_clause(arena, text, span, i, &out);
    }
  }
  text->enumerators = out.items;
  text->n_enumerators = out.n;
}
