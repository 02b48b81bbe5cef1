/* name: one name written with different numbers (“1650”产业体系,
 * “1560”产业体系).
 *
 * In: quoted names and N大… of the text, and what is counted without quotation
 * marks (三大攻坚战) where the same words stand in them. Out: SAME_NAME links:
 * names holds the numbers' places in reading order, whole.document the
 * document. The key of a name is its frame (each numeral a #) and, where the
 * frame says little, the two characters behind it. Linear: each quotation is
 * looked at once, and so is each count. */
#include "linker.h"

enum { LONGEST = 60, FRAME = 128, MOST = HD_GROUP_MOST };
/* How frames of a kind of their own begin. */
enum {
  BRIEF = '!',
  DIGITS = '=',
  ORDINAL = '~',
  MYRIAD = '%',
  NEXT = '>',
  SHORTER = '<'
};
enum { SURE = 90, SAME = 50, VOTED = 40 };

typedef struct {
  char frame[FRAME];
  size_t n;
  hd_span number; /* from the first numeral to the last */
  uint32_t han;   /* Han characters of the frame that are no numerals */
  uint32_t numerals, large; /* characters; of them 百, 千, 万, 亿 */
} name;

static bool is_numeral(uint32_t cp) {
  switch (cp) {
  case 0x4E00: /* 一 */
  case 0x4E8C: /* 二 */
  case 0x4E09: /* 三 */
  case 0x56DB: /* 四 */
  case 0x4E94: /* 五 */
  case 0x516D: /* 六 */
  case 0x4E03: /* 七 */
  case 0x516B: /* 八 */
  case 0x4E5D: /* 九 */
  case 0x5341: /* 十 */
  case 0x4E24: /* 两 */
  case 0x53CC: /* 双 */
    return true;
  default:
    return cp >= '0' && cp <= '9';
  }
}

static bool joins(uint32_t cp) {
  return cp == '+' || cp == '.' || cp == 0xB7 || cp == 0xD7 || cp == 'N';
}

static void push(name *out, const char *p, size_t n) {
  if (out->n + n < FRAME) {
    memcpy(out->frame + out->n, p, n);
    out->n += n;
  }
}

/* 百, 千, 万, 亿 */
static bool is_large(uint32_t cp) {
  return cp == 0x767E || cp == 0x5343 || cp == 0x4E07 || cp == 0x4EBF;
}

/* 十 beside 百, 千 or 万 is one of them (“十百千万”). */
static bool is_ten_of_them(uint32_t cp, bool was_great, const char *next,
                           uint32_t n) {
  uint32_t behind = 0;
  if (cp != 0x5341 /* 十 */)
    return false;
  if (n)
    hd_utf8_decode(next, n, &behind);
  return was_great || is_large(behind);
}

/* Adds text[off, end) to the frame; numerals become one #. */
static void add_frame(const char *t, uint32_t off, uint32_t end, name *out) {
  bool in_number = false, was_great = false,
       large = out->n && out->frame[0] == MYRIAD;
  while (off < end) {
    uint32_t cp;
    size_t len = hd_utf8_decode(t + off, end - off, &cp);
    bool numeral =
        is_numeral(cp) || (in_number && joins(cp)) || (large && is_large(cp));
    out->numerals += numeral;
    out->large += numeral && is_large(cp);
    if (numeral && hd_span_empty(out->number))
      out->number = (hd_span){off, off};
    if (numeral)
      out->number.end = off + (uint32_t)len;
    bool great =
        numeral && (is_large(cp) || /* “百千兴村”, “四千行动” */
                    (large && is_ten_of_them(cp, was_great, t + off + len,
                                             end - off - (uint32_t)len)));
    if (numeral && (!in_number || great != was_great))
      push(out, great ? "$" : "#", 1);
    was_great = great;
    if (!numeral)
      push(out, t + off, len);
    out->han += !numeral && hd_cp_is_han(cp);
    in_number = numeral;
    off += (uint32_t)len;
  }
}

/* Past at most `most` Han characters that are no numerals. */
static uint32_t past_han(const hd_linker *l, uint32_t off, uint32_t most) {
  const char *t = l->doc->text.p;
  uint32_t end = (uint32_t)l->doc->text.n;
  for (; most > 0 && off < end; most--) {
    uint32_t cp;
    size_t len = hd_utf8_decode(t + off, end - off, &cp);
    if (!hd_cp_is_han(cp) || is_numeral(cp))
      break;
    off += (uint32_t)len;
  }
  return off;
}

/* “十四五” and the like name periods: several of them are no contradiction. */
static bool is_plan(hd_str content) {
  return (content.n == 6 || content.n == 9) &&
         hd_str_ends(content, HD_STR("五"));
}

typedef struct {
  hd_span items[MOST];
  uint32_t n;
  bool differ;
  bool brief; /* a name of so little that only many agreeing places tell */
  bool cut;   /* words that a longer name may begin with: they agree often */
} group;

/* A count without quotation marks: 七|个工程. */
typedef struct {
  uint32_t number, measure, end;
} plain_count;

typedef struct {
  hd_map *map;
  HD_VEC(group) groups;
  HD_VEC(plain_count) counts;
} index_of_names;

static void keep(hd_linker *l, index_of_names *names, const name *found) {
  char *key = hd_arena_copy(l->own, found->frame, found->n);
  bool fresh;
  uint32_t *slot = hd_map_at(names->map, (hd_str){key, found->n}, &fresh);
  if (fresh) {
    *slot = (uint32_t)names->groups.n;
    HD_PUSH(l->own, &names->groups, (group){0});
  }
  group *g = &names->groups.items[*slot];
  g->brief = found->frame[0] == BRIEF || found->frame[0] == SHORTER;
  g->cut = found->frame[0] == SHORTER;
  if (g->n == MOST)
    return;
  if (g->n && !hd_str_eq(hd_document_text(l->doc, g->items[0]),
                         hd_document_text(l->doc, found->number)))
    g->differ = true;
  g->items[g->n++] = found->number;
}

/* “十大行动”, “三项机制”: a count of common things names nothing by itself. */
static bool is_common(const name *found) {
  static const char *const measures[] = {"大", "项", "个", "篇", "条",
                                         "种", "类", "张", "本", "场"};
  enum { COMMON = 5 }; /* Han characters */
  if (found->frame[0] != '#' || found->han > COMMON)
    return false;
  for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
    if (memcmp(found->frame + 1, measures[i], 3) == 0)
      return true;
  return false;
}

/* A numeral in words, alone: neither a part of a longer one nor an ordinal, and
 * not the first word of a quotation. */
static bool is_alone(const char *t, uint32_t number) {
  uint32_t cp;
  hd_utf8_decode(t + number, 3, &cp);
  if (!is_numeral(cp) || cp < 0x80 || number < 3)
    return false;
  uint32_t before = (uint32_t)hd_utf8_back(t, number);
  hd_utf8_decode(t + before, number - before, &cp);
  return !is_numeral(cp) && !is_large(cp) && cp != 0x7B2C /* 第 */ &&
         cp != 0x201C /* “ */;
}

static void note_count(hd_linker *l, index_of_names *names, uint32_t measure,
                       uint32_t end) {
  const char *t = l->doc->text.p;
  uint32_t number = (uint32_t)hd_utf8_back(t, measure);
  if (measure - number == 3 && is_alone(t, number))
    HD_PUSH(l->own, &names->counts,
            ((plain_count){.number = number, .measure = measure, .end = end}));
}

/* In its place among those of the group. */
static void insert(hd_linker *l, group *g, hd_span number) {
  if (g->n == MOST)
    return;
  uint32_t at = g->n++;
  for (; at > 0 && g->items[at - 1].off > number.off; at--)
    g->items[at] = g->items[at - 1];
  g->items[at] = number;
  g->differ |= !hd_str_eq(hd_document_text(l->doc, g->items[0]),
                          hd_document_text(l->doc, g->items[g->n - 1]));
}

/* Adds each count without quotation marks to the quoted name of its words. */
static void add_counts(hd_linker *l, index_of_names *names) {
  enum { SHORTEST = 2, COUNTED = 4 }; /* characters behind the measure */
  const char *t = l->doc->text.p;
  for (size_t i = 0; i < names->counts.n; i++) {
    const plain_count *c = &names->counts.items[i];
    for (uint32_t n = SHORTEST; n <= COUNTED; n++) {
      uint32_t after = c->measure + 3 + 3 * n;
      name key = {.frame = {BRIEF, '#'}, .n = 2};
      if (after > c->end)
        break;
      push(&key, t + c->measure, after - c->measure);
      const uint32_t *slot =
          hd_map_find(names->map, (hd_str){key.frame, key.n});
      if (slot)
        insert(l, &names->groups.items[*slot],
               (hd_span){c->number, c->measure});
    }
  }
}

/* Puts the two characters before the quotation into the frame. */
static void add_before(const hd_linker *l, uint32_t off, name *found) {
  uint32_t from = off;
  for (int i = 0; i < 2 && from > 0; i++)
    from = (uint32_t)hd_utf8_back(l->doc->text.p, from);
  push(found, l->doc->text.p + from, off - from);
}

/* “61020” and “62010”: the same digits in another order, whatever follows. */
static void keep_digits(hd_linker *l, index_of_names *names, hd_span number) {
  enum { LEAST = 4, MANY = 12 };
  hd_str s = hd_document_text(l->doc, number);
  name found = {.frame = {DIGITS}, .n = 1, .number = number};
  if (s.n < LEAST || s.n > MANY)
    return;
  for (char digit = '0'; digit <= '9'; digit++)
    for (size_t i = 0; i < s.n; i++)
      if (s.p[i] == digit)
        push(&found, s.p + i, 1);
  if (found.n == s.n + 1)
    keep(l, names, &found);
  enum { LONG = 6 };
  for (size_t i = 0; s.n >= LONG && found.n == s.n + 1 && i < s.n; i++) {
    memcpy(found.frame + 1, s.p, s.n); /* “301010” and “301110” */
    found.frame[1 + i] = '?';
    keep(l, names, &found);
  }
}

/* “六地”, “五个中心”: all that the quotation holds, however little. */
static void keep_brief(hd_linker *l, index_of_names *names, const name *whole) {
  name found = {.frame = {BRIEF}, .n = 1, .number = whole->number};
  push(&found, whole->frame, whole->n);
  if (whole->han > 0 && whole->frame[0] == '#')
    keep(l, names, &found);
}

/* “千村示范、万村整治”, “百千万工程”, “十百千万”培育: 百, 千 and 万 are numbers
 * in a name that says enough beside them, or has a word behind it that does. */
static void keep_large(hd_linker *l, index_of_names *names, uint32_t off,
                       uint32_t end, uint32_t close) {
  enum { TELLING = 3, ROW = 3 };
  name found = {.frame = {MYRIAD}, .n = 1};
  add_frame(l->doc->text.p, off, end, &found);
  if (found.han == 0 && found.large && found.numerals >= ROW)
    add_frame(l->doc->text.p, close + 3, past_han(l, close + 3, 2), &found);
  if (found.han >= 2 && found.large &&
      (found.han >= TELLING || found.numerals > 1))
    keep(l, names, &found);
}

/* The quotation with the two characters behind it, whatever they are: of 1,809
 * that a text repeats so, three are written with two numbers. */
static void keep_behind(hd_linker *l, index_of_names *names, const name *whole,
                        uint32_t close, uint32_t end) {
  enum { BEHIND = 2 };
  name found = {.frame = {NEXT}, .n = 1, .number = whole->number};
  uint32_t tail = close + 3, after = tail, cp;
  for (int i = 0; i < BEHIND && after < end; i++)
    after += (uint32_t)hd_utf8_decode(l->doc->text.p + after, end - after, &cp);
  if (whole->han == 0 ||
      hd_str_is((hd_str){whole->frame, whole->n}, "#条")) /* “18条” */
    return;
  push(&found, whole->frame, whole->n);
  push(&found, l->doc->text.p + tail, after - tail);
  keep(l, names, &found);
}

/* Before the mark of a footnote that ends a quotation: “三度一色[15]”. */
static uint32_t before_note(const char *t, uint32_t off, uint32_t end) {
  uint32_t at = end;
  if (at > off && t[at - 1] == ']')
    for (at--; at > off && hd_ascii_is_digit(t[at - 1]);)
      at--;
  return at > off && at + 1 < end && t[at - 1] == '[' ? at - 1 : end;
}

/* A quotation whose content is [off, close), the closing mark behind it. */
static void take_quoted(hd_linker *l, index_of_names *names, uint32_t off,
                        uint32_t close, uint32_t span_end) {
  name found = {.n = 0};
  uint32_t end = before_note(l->doc->text.p, off, close);
  if (is_plan((hd_str){l->doc->text.p + off, end - off}))
    return;
  keep_large(l, names, off, end, close);
  add_frame(l->doc->text.p, off, end, &found);
  if (hd_span_empty(found.number) ||
      (found.han == 0 && found.number.end - found.number.off < 2))
    return;
  if (is_common(&found) || found.han < 2)
    keep_brief(l, names, &found);
  keep_behind(l, names, &found, close, span_end);
  if (is_common(&found)) {
    add_before(l, off - 3, &found);
  } else if (found.han == 1 && found.frame[0] == '#') {
    name before = found;
    add_before(l, off - 3, &before);
    keep(l, names, &before);
  }
  if (found.han < 2) {
    uint32_t tail = close + 3, after = past_han(l, tail, 2);
    add_frame(l->doc->text.p, tail, after, &found);
  }
  if (found.han >= 2)
    keep(l, names, &found);
  keep_digits(l, names, found.number);
}

/* 三大攻坚战: of three characters and with no more behind them. */
static void keep_short(hd_linker *l, index_of_names *names, uint32_t from,
                       uint32_t off) {
  enum { SHORT = 3 };
  name found = {.frame = {SHORTER}, .n = 1};
  uint32_t after = past_han(l, off + 3, SHORT);
  if (after - off != 3 + 3 * SHORT)
    return;
  add_frame(l->doc->text.p, from, after, &found);
  if (found.number.end == off)
    keep(l, names, &found);
}

/* 十大新兴产业: a count of things with a name of four characters or more. */
static void take_great(hd_linker *l, index_of_names *names, uint32_t off,
                       uint32_t end) {
  enum { GREAT = 4 };
  name found = {.n = 0};
  uint32_t from = (uint32_t)hd_utf8_back(l->doc->text.p, off), cp;
  hd_utf8_decode(l->doc->text.p + from, off - from, &cp);
  uint32_t after = past_han(l, off + 3, GREAT);
  if (is_numeral(cp))
    keep_short(l, names, from, off);
  if (!is_numeral(cp) || after - off != 3 + 3 * GREAT || after > end)
    return;
  add_frame(l->doc->text.p, from, after, &found);
  if (found.n && found.number.end == off)
    keep(l, names, &found);
}

/* 解决台湾问题的八项主张: what is counted has a name where the words before
 * it are the same too. */
static void take_named(hd_linker *l, index_of_names *names, uint32_t off,
                       uint32_t end) {
  enum { BEFORE = 4, AFTER = 2 };
  const char *t = l->doc->text.p;
  name found = {.n = 0};
  uint32_t number = (uint32_t)hd_utf8_back(t, off), cp, from;
  hd_utf8_decode(t + number, off - number, &cp);
  uint32_t after = past_han(l, off + 3, AFTER);
  if (!is_numeral(cp) || cp < 0x80 || number < 3 + 3 * BEFORE ||
      memcmp(t + number - 3, "的", 3) != 0 || after - off != 3 + 3 * AFTER ||
      after > end)
    return;
  from = number - 3 - 3 * BEFORE;
  if (((unsigned char)t[from] & 0xC0) == 0x80 ||
      past_han(l, from, BEFORE + 1) != number)
    return;
  add_frame(t, from, after, &found);
  if (found.number.off == number && found.number.end == off)
    keep(l, names, &found);
}

/* 新一轮工业振兴三年行动: the plan's name is before its years. */
static void take_years(hd_linker *l, index_of_names *names, uint32_t off,
                       uint32_t end) {
  enum { BEFORE = 4, WORD = 6 };
  const char *t = l->doc->text.p;
  name found = {.n = 0};
  uint32_t number = (uint32_t)hd_utf8_back(t, off), cp;
  hd_utf8_decode(t + number, off - number, &cp);
  if (!is_numeral(cp) || cp < 0x80 || number < 3 * BEFORE ||
      off + 3 + WORD > end ||
      (memcmp(t + off + 3, "行动", WORD) != 0 &&
       memcmp(t + off + 3, "计划", WORD) != 0))
    return;
  uint32_t from = number - 3 * BEFORE;
  if (((unsigned char)t[from] & 0xC0) == 0x80 ||
      past_han(l, from, BEFORE) != number)
    return;
  add_frame(t, from, off + 3 + WORD, &found);
  if (found.number.off == number && found.number.end == off)
    keep(l, names, &found);
}

/* Where the words before `off` end: 专门委员会|(IPCC)第62次. */
static uint32_t past_bracket(const hd_linker *l, uint32_t off, uint32_t low) {
  enum { BRACKET = 24 };
  const char *t = l->doc->text.p;
  if (off == low || t[off - 1] != ')')
    return off;
  for (uint32_t at = off - 1; at > low && off - at < BRACKET; at--)
    if (t[at] == '(')
      return at;
  return off;
}

/* 气候变化专门委员会第62次全会: an ordinal of two digits and more, by the six
 * characters before it and three behind. */
static void take_ordinal(hd_linker *l, index_of_names *names, uint32_t off,
                         hd_span span) {
  enum { BEFORE = 6, AFTER = 3, LEAST = 2 };
  const char *t = l->doc->text.p;
  uint32_t at = off + 3, number = at;
  while (at < span.end && t[at] >= '0' && t[at] <= '9')
    at++;
  uint32_t after = past_han(l, at, AFTER);
  uint32_t head = past_bracket(l, off, span.off);
  if (at - number < LEAST || after - at != 3 * AFTER || after > span.end ||
      head < span.off + 3 * BEFORE)
    return;
  uint32_t from = head - 3 * BEFORE;
  if (((unsigned char)t[from] & 0xC0) == 0x80 ||
      past_han(l, from, BEFORE) != head)
    return;
  name found = {.frame = {ORDINAL}, .n = 1};
  push(&found, t + from, head - from);
  add_frame(t, number, after, &found);
  if (found.number.off == number && found.number.end == at)
    keep(l, names, &found);
}

/* What a name is told by. */
enum {
  LARGE = 0x5927,   /* 大 */
  YEARS = 0x5E74,   /* 年 */
  ITEM = 0x9879,    /* 项 */
  PIECE = 0x4E2A,   /* 个 */
  NTH = 0x7B2C,     /* 第 */
  OPENING = 0x201C, /* “ */
  CLOSING = 0x201D  /* ” */
};

/* The next of these from off on; its code point, 0 at the end. Most characters
 * are told from them by the last byte. The text is valid UTF-8. */
static uint32_t next_sign(const char *t, uint32_t *off, uint32_t end) {
  static const bool last[64] = {[LARGE % 64] = true,  [YEARS % 64] = true,
                                [ITEM % 64] = true,   [NTH % 64] = true,
                                [PIECE % 64] = true,  [OPENING % 64] = true,
                                [CLOSING % 64] = true};
  const unsigned char *s = (const unsigned char *)t + *off;
  const unsigned char *stop = (const unsigned char *)t + end;
  while (stop - s >= 3) {
    while (stop - s >= 3 && (*s & 0xF0) == 0xE0 && !last[s[2] % 64])
      s += 3;
    if (stop - s < 3)
      break;
    if (*s < 0x80) {
      while (s < stop && *s < 0x80)
        s++;
      continue;
    }
    if ((*s & 0xF0) != 0xE0) {
      s += *s < 0xE0 ? 2 : 4;
      continue;
    }
    uint32_t cp = hd_utf8_three(s);
    if (cp == LARGE || cp == YEARS || cp == ITEM || cp == PIECE || cp == NTH ||
        cp == OPENING || cp == CLOSING) {
      *off = (uint32_t)(s - (const unsigned char *)t);
      return cp;
    }
    s += 3;
  }
  return 0;
}

static void scan(hd_linker *l, index_of_names *names, hd_span span) {
  uint32_t open = 0, sign;
  for (uint32_t off = span.off;
       (sign = next_sign(l->doc->text.p, &off, span.end)) != 0; off += 3) {
    bool first = off == span.off;
    if (!first && (sign == LARGE || sign == ITEM || sign == PIECE))
      note_count(l, names, off, span.end);
    if (sign == LARGE && !first) {
      take_great(l, names, off, span.end);
    } else if (sign == YEARS && !first) {
      take_years(l, names, off, span.end);
    } else if (sign == ITEM && !first) {
      take_named(l, names, off, span.end);
    } else if (sign == NTH) {
      take_ordinal(l, names, off, span);
    } else if (sign == OPENING) {
      open = off + 3;
    } else if (sign == CLOSING && open) {
      if (off - open <= LONGEST)
        take_quoted(l, names, open, off, span.end);
      open = 0;
    }
  }
}

void hd_link_names(hd_linker *l) {
  index_of_names names = {.map = hd_map_new(l->own)};
  for (uint32_t b = 0; b < l->doc->n_blocks; b++)
    if (l->doc->blocks[b].kind != HD_BLOCK_SKIPPED)
      scan(l, &names, l->doc->blocks[b].span);
  add_counts(l, &names);
  for (size_t i = 0; i < names.groups.n; i++) {
    const group *g = &names.groups.items[i];
    if (g->n < 2 || (g->cut && !g->differ))
      continue;
    hd_link k = hd_link_blank(HD_LINK_SAME_NAME);
    k.whole.document = l->document;
    k.names = hd_arena_alloc(l->arena, g->n * sizeof *k.names);
    memcpy(k.names, g->items, g->n * sizeof *k.names);
    k.n_names = g->n;
    k.anchor = g->items[0];
    k.strength = g->brief ? VOTED : g->differ ? SURE : SAME;
    hd_linker_add(l, k);
  }
}
