/* docx_numerals: numbers as office files print them before paragraphs.
 *
 * In: the name of a format (ST_NumberFormat) and a number. Out: 一百零二,
 * ③, xiv, ab, 甲 and the like; what a format has no sign for, and every
 * format that is unknown, is decimal. One row a format. */
#include "docx.h"
#include <stdio.h>

enum { ROOM = 64 };

typedef struct {
  const char *name;
  void (*write)(char *out, int32_t n, const char *signs);
  const char *signs; /* code points, or words between blanks */
} numeral_row;

static void decimal(char *out, int32_t n, const char *signs) {
  (void)signs;
  snprintf(out, ROOM, "%d", (int)n);
}

/* The nth code point (from 0) of signs, all of which have `size` bytes. */
static void sign(char *out, const char *signs, int32_t n, size_t size) {
  memcpy(out, signs + (size_t)n * size, size);
  out[size] = '\0';
}

/* One sign a number, from 1, as many as there are. */
static void listed(char *out, int32_t n, const char *signs) {
  if (n < 1 || (size_t)n > strlen(signs) / 3)
    decimal(out, n, NULL);
  else
    sign(out, signs, n - 1, 3);
}

/* 一○三: a sign a digit; signs from 0. */
static void digits(char *out, int32_t n, const char *signs) {
  char plain[16];
  size_t at = 0;
  if (n < 0) {
    decimal(out, n, NULL);
    return;
  }
  snprintf(plain, sizeof plain, "%d", (int)n);
  for (const char *p = plain; *p; p++, at += 3)
    sign(out + at, signs, *p - '0', 3);
  out[at] = '\0';
}

/* 一百零二: signs from 0 to 9, then those of 10, 100 and 1,000. 一十二 is 十二
 * where the sign of ten is the plain one. */
static void counted(char *out, int32_t n, const char *signs) {
  static const int32_t units[] = {1000, 100, 10, 1};
  size_t at = 0;
  bool zero = false;
  if (n < 1 || n > 9999) {
    decimal(out, n, NULL);
    return;
  }
  bool plain = strncmp(signs + 30, "十", 3) == 0;
  for (int i = 0; i < 4; n %= units[i++]) {
    int32_t d = n / units[i];
    zero = zero || (d == 0 && at > 0);
    if (d == 0)
      continue;
    if (zero)
      sign(out + at, signs, 0, 3), at += 3;
    zero = false;
    if (!(plain && d == 1 && units[i] == 10 && at == 0))
      sign(out + at, signs, d, 3), at += 3;
    if (i < 3)
      sign(out + at, signs + 30, 2 - i, 3), at += 3;
  }
}

/* 十二, but 一○三 above a hundred. */
static void chinese(char *out, int32_t n, const char *signs) {
  (n > 0 && n < 100 ? counted : digits)(out, n, signs);
}

/* a, b, ... z, aa, bb: the letter again and again. */
static void letters(char *out, int32_t n, const char *signs) {
  size_t times = n > 0 ? (size_t)(n - 1) / 26 + 1 : 0;
  if (times == 0 || times >= ROOM) {
    decimal(out, n, NULL);
    return;
  }
  memset(out, signs[0] + (n - 1) % 26, times);
  out[times] = '\0';
}

/* signs: of 1, 5, 10, 50, 100, 500, 1,000. */
static void roman(char *out, int32_t n, const char *signs) {
  static const struct {
    int32_t value;
    uint8_t one, two;
  } steps[] = {{1000, 7, 0}, {900, 5, 7}, {500, 6, 0}, {400, 5, 6}, {100, 5, 0},
               {90, 3, 5},   {50, 4, 0},  {40, 3, 4},  {10, 3, 0},  {9, 1, 3},
               {5, 2, 0},    {4, 1, 2},   {1, 1, 0}};
  size_t at = 0;
  if (n < 1 || n > 4999) {
    decimal(out, n, NULL);
    return;
  }
  for (size_t i = 0; n > 0; i++)
    for (; n >= steps[i].value; n -= steps[i].value) {
      out[at++] = signs[steps[i].one - 1];
      if (steps[i].two)
        out[at++] = signs[steps[i].two - 1];
    }
  out[at] = '\0';
}

/* signs: a format of printf. */
static void padded(char *out, int32_t n, const char *signs) {
  static const char *const formats[] = {"%02d", "%03d", "%04d", "%05d",
                                        "- %d -"};
  snprintf(out, ROOM, formats[signs[0] - '0'], (int)n);
}

static void ordinal(char *out, int32_t n, const char *signs) {
  (void)signs;
  bool teen = n / 10 % 10 == 1;
  const char *end = teen          ? "th"
                    : n % 10 == 1 ? "st"
                    : n % 10 == 2 ? "nd"
                    : n % 10 == 3 ? "rd"
                                  : "th";
  snprintf(out, ROOM, "%d%s", (int)n, end);
}

static void nothing(char *out, int32_t n, const char *signs) {
  (void)n, (void)signs;
  *out = '\0';
}

#define HAN "○一二三四五六七八九十百千"
#define HAN_ZERO "零一二三四五六七八九十百千"
#define LEGAL "零壹贰叁肆伍陆柒捌玖拾佰仟"
#define LEGAL_OLD "零壹貳參肆伍陸柒捌玖拾佰仟"
#define STEMS "甲乙丙丁戊己庚辛壬癸"
#define BRANCHES "子丑寅卯辰巳午未申酉戌亥"
#define CIRCLES                                                                                                                             \
  "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺" \
  "㊻㊼㊽㊾㊿"

static const numeral_row rows[] = {
    {"decimal", decimal, NULL},
    {"upperRoman", roman, "IVXLCDM"},
    {"lowerRoman", roman, "ivxlcdm"},
    {"upperLetter", letters, "A"},
    {"lowerLetter", letters, "a"},
    {"ordinal", ordinal, NULL},
    {"decimalZero", padded, "0"},
    {"01, 02, 03, ...", padded, "0"},
    {"001, 002, 003, ...", padded, "1"},
    {"0001, 0002, 0003, ...", padded, "2"},
    {"00001, 00002, 00003, ...", padded, "3"},
    {"numberInDash", padded, "4"},
    {"none", nothing, NULL},
    {"bullet", nothing, NULL},
    {"chineseCounting", chinese, HAN},
    {"taiwaneseCounting", chinese, HAN},
    {"chineseCountingThousand", counted, HAN_ZERO},
    {"taiwaneseCountingThousand", counted, HAN_ZERO},
    {"japaneseCounting", counted, HAN_ZERO},
    {"ideographDigital", digits, HAN},
    {"taiwaneseDigital", digits, HAN},
    {"japaneseDigitalTenThousand", digits, HAN},
    {"chineseLegalSimplified", counted, LEGAL},
    {"ideographLegalTraditional", counted, LEGAL_OLD},
    {"ideographTraditional", listed, STEMS},
    {"ideographZodiac", listed, BRANCHES},
    {"decimalEnclosedCircle", listed, CIRCLES},
    {"decimalEnclosedCircleChinese", listed, CIRCLES},
    {"decimalEnclosedFullstop", listed, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"},
    {"decimalEnclosedParen", listed, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"},
    {"ideographEnclosedCircle", listed, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
    {"decimalFullWidth", digits, "０１２３４５６７８９"},
    {"decimalFullWidth2", digits, "０１２３４５６７８９"},
};

void hd_numeral_write(char *out, const char *format, int32_t n) {
  for (size_t i = 0; format && i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].name, format) == 0) {
      rows[i].write(out, n, rows[i].signs);
      return;
    }
  decimal(out, n, NULL);
}
