/* xlsx_number: a number as its format shows it.
 *
 * In: the digits in the file, a format code. Out: what Excel shows: the
 * digits rounded to fifteen, as Excel does, then to the places of the format,
 * halves away from zero; thousands, per cent, literal text, a section for
 * what is negative or zero. All in decimal digits: no binary floating point
 * touches a figure. A code that is not understood (fractions) shows the
 * number itself. */
#include "xlsx.h"
#include <stdio.h>
#include <stdlib.h>

enum {
  DIGITS = 15, /* that Excel keeps */
  ROOM = 340,  /* digits of a number, with all zeros */
  TOKENS = 96,
  GENERAL = 10 /* significant digits of a number without a format */
};

/* 0.d1d2d3... times ten to the power of `point`. */
typedef struct {
  char digits[DIGITS + 1];
  int n, point;
  bool negative;
} decimal;

/* ---- digits ------------------------------------------------------------- */
static void trim(decimal *d) {
  while (d->n > 0 && d->digits[d->n - 1] == '0')
    d->n--;
  if (d->n == 0)
    d->point = 0;
}

/* Keeps so many digits, rounding halves up. */
static void round_digits(decimal *d, int keep) {
  if (keep >= d->n)
    return;
  bool up = keep >= 0 && d->digits[keep] >= '5';
  d->n = keep > 0 ? keep : 0;
  int at = d->n;
  while (up && at > 0 && d->digits[at - 1] == '9')
    at--;
  if (up && at == 0) {
    d->digits[0] = '1';
    d->n = 1;
    d->point++;
  } else if (up) {
    d->digits[at - 1]++;
    d->n = at;
  }
  trim(d);
}

/* Digits, point and exponent of a number; false where it is none. */
static bool read_decimal(hd_str s, decimal *d) {
  char all[64];
  int n = 0, point = 0;
  bool dot = false, any = false;
  *d = (decimal){.n = 0};
  size_t i = 0;
  if (s.n > 0 && (s.p[0] == '-' || s.p[0] == '+'))
    d->negative = s.p[i++] == '-';
  for (; i < s.n && (s.p[i] == '.' || (s.p[i] >= '0' && s.p[i] <= '9')); i++) {
    if (s.p[i] == '.') {
      dot = true;
      continue;
    }
    any = true;
    point += !dot;
    if (n == 0 && s.p[i] == '0')
      point--; /* a zero in front */
    else if (n < (int)sizeof all)
      all[n++] = s.p[i];
  }
  if (i < s.n && (s.p[i] | 0x20) == 'e') {
    char exponent[8] = "";
    size_t left = s.n - i - 1;
    memcpy(exponent, s.p + i + 1, left < 7 ? left : 7);
    point += atoi(exponent);
    i = s.n;
  }
  bool up = n > DIGITS && all[DIGITS] >= '5';
  d->n = n < DIGITS ? n : DIGITS;
  memcpy(d->digits, all, (size_t)d->n);
  d->point = point;
  if (up) { /* a digit more, to be rounded off */
    d->digits[d->n++] = '5';
    round_digits(d, DIGITS);
  }
  trim(d);
  return any && i == s.n && d->point > -ROOM && d->point < ROOM - 20;
}

/* The digit at a place: 0 is that of the ones, -1 that of the tenths. */
static char digit_at(const decimal *d, int place) {
  int at = d->point - 1 - place;
  return at >= 0 && at < d->n ? d->digits[at] : '0';
}

static void add_char(hd_buffer *out, char c) { hd_buffer_add(out, &c, 1); }

/* Without a format: as many digits as a cell has room for. */
static void show_general(hd_buffer *out, decimal d) {
  bool whole = d.point >= d.n;
  if (!whole)
    round_digits(&d, d.point > 0 ? (d.point > GENERAL ? d.point : GENERAL)
                                 : GENERAL - 1 + d.point);
  if (d.negative && d.n > 0)
    add_char(out, '-');
  for (int place = d.point > 0 ? d.point - 1 : 0; place >= 0; place--)
    add_char(out, digit_at(&d, place));
  if (d.n > d.point && d.n > 0) {
    add_char(out, '.');
    for (int place = -1; place >= d.point - d.n; place--)
      add_char(out, digit_at(&d, place));
  }
}

/* ---- sections of a code ------------------------------------------------- */

/* Bytes of the piece of a code at p: a quoted text, an escaped sign, a
 * bracket, or one code point. */
static size_t piece_at(hd_str s) {
  const char *end = NULL;
  uint32_t cp;
  if (s.p[0] == '"' || s.p[0] == '[')
    end = s.n > 1 ? memchr(s.p + 1, s.p[0] == '"' ? '"' : ']', s.n - 1) : NULL;
  if (end)
    return (size_t)(end - s.p) + 1;
  if ((s.p[0] == '\\' || s.p[0] == '_' || s.p[0] == '*' || s.p[0] == '!') &&
      s.n > 1)
    return 1 + hd_utf8_decode(s.p + 1, s.n - 1, &cp);
  return hd_utf8_decode(s.p, s.n, &cp);
}

typedef struct {
  hd_str text;
  char compare; /* of a condition: < = > and { for <=, } for >=, ! ; 0: none */
  decimal limit;
} section;

/* [>=1000] */
static void read_condition(section *s, hd_str bracket) {
  hd_str b = {bracket.p + 1, bracket.n - 2};
  if (b.n < 2 || !strchr("<>=", b.p[0]))
    return;
  bool two = b.p[1] == '=' || b.p[1] == '>';
  char compare = b.p[0];
  if (two)
    compare = b.p[1] == '>' ? '!' : b.p[0] == '<' ? '{' : '}';
  hd_str number = {b.p + 1 + two, b.n - 1 - two};
  if (read_decimal(number, &s->limit))
    s->compare = compare;
}

static size_t split(hd_str code, section out[4]) {
  size_t n = 0;
  out[0] = (section){.text = {code.p, 0}};
  for (size_t i = 0, used; i < code.n; i += used) {
    used = piece_at((hd_str){code.p + i, code.n - i});
    if (code.p[i] == ';') {
      if (++n == 4)
        return 4;
      out[n] = (section){.text = {code.p + i + 1, 0}};
      continue;
    }
    if (code.p[i] == '[' && used > 2)
      read_condition(&out[n], (hd_str){code.p + i, used});
    out[n].text.n += used;
  }
  return n + 1;
}

/* -1, 0, 1 as a is smaller, the same, larger. */
static int compare(const decimal *a, const decimal *b) {
  int sign = a->negative ? -1 : 1;
  bool zero_a = a->n == 0, zero_b = b->n == 0;
  if (zero_a || zero_b)
    return zero_a && zero_b ? 0 : zero_a ? (b->negative ? 1 : -1) : sign;
  if (a->negative != b->negative)
    return sign;
  if (a->point != b->point)
    return a->point < b->point ? -sign : sign;
  int shorter = a->n < b->n ? a->n : b->n;
  int order = memcmp(a->digits, b->digits, (size_t)shorter);
  order = order ? order : a->n - b->n;
  return order < 0 ? -sign : order > 0 ? sign : 0;
}

static bool holds(const section *s, const decimal *d) {
  int order = compare(d, &s->limit);
  switch (s->compare) {
  case '<':
    return order < 0;
  case '{':
    return order <= 0;
  case '=':
    return order == 0;
  case '}':
    return order >= 0;
  case '>':
    return order > 0;
  default:
    return order != 0;
  }
}

/* The section for a number; clears its sign where the section tells it. */
static hd_str choose(hd_str code, decimal *d) {
  section s[4];
  size_t n = split(code, s);
  n = n > 3 ? 3 : n; /* the fourth is for text */
  if (s[0].compare) {
    for (size_t i = 0; i + 1 < n; i++)
      if (!s[i].compare || holds(&s[i], d))
        return s[i].text;
    return s[n - 1].compare && !holds(&s[n - 1], d) ? HD_STR("General")
                                                    : s[n - 1].text;
  }
  if (n > 1 && d->negative && d->n > 0) {
    d->negative = false;
    return s[1].text;
  }
  return n > 2 && d->n == 0 ? s[2].text : s[0].text;
}

/* ---- a section for numbers ---------------------------------------------- */
typedef struct {
  char kind; /* 0 # ? of a digit; . ; % ; E ; T of text */
  hd_str text;
} token;

typedef struct {
  token items[TOKENS];
  size_t n;
  int whole, places;  /* digits before and behind the point */
  int percent, scale; /* signs of per cent; commas that divide by 1,000 */
  bool thousands, exponent, fraction, general;
} tokens;

static void add_token(tokens *t, char kind, hd_str text) {
  if (t->n < TOKENS)
    t->items[t->n++] = (token){kind, text};
}

/* What a bracket shows: [$¥-804] its sign, colours and conditions nothing. */
static hd_str shown_of(hd_str bracket) {
  if (bracket.n < 3 || bracket.p[1] != '$')
    return (hd_str){"", 0};
  hd_str sign = {bracket.p + 2, bracket.n - 3};
  const char *dash = memchr(sign.p, '-', sign.n);
  return (hd_str){sign.p, dash ? (size_t)(dash - sign.p) : sign.n};
}

static void read_digit(tokens *t, char kind, bool *point, int *commas) {
  t->thousands = t->thousands || *commas > 0;
  *commas = 0;
  *(*point ? &t->places : &t->whole) += 1;
  add_token(t, kind, (hd_str){"", 0});
}

/* One piece of a section that is no digit. */
static void read_sign(tokens *t, hd_str piece) {
  char c = piece.p[0];
  if (c == '"' && piece.n > 1)
    add_token(t, 'T', (hd_str){piece.p + 1, piece.n - 2});
  else if (c == '[' && piece.n > 1)
    add_token(t, 'T', shown_of(piece));
  else if ((c == '\\' || c == '!') && piece.n > 1)
    add_token(t, 'T', (hd_str){piece.p + 1, piece.n - 1});
  else if (c == '_' && piece.n > 1)
    add_token(t, 'T', HD_STR(" "));
  else if (c == '*')
    return; /* it fills the cell */
  else if (c == '%')
    t->percent++, add_token(t, '%', piece);
  else
    add_token(t, 'T', piece);
}

static void read_tokens(tokens *t, hd_str s) {
  bool point = false;
  int commas = 0;
  *t = (tokens){.n = 0};
  for (size_t i = 0, used; i < s.n; i += used) {
    hd_str rest = {s.p + i, s.n - i};
    char c = s.p[i];
    used = piece_at(rest);
    if (hd_str_starts(rest, HD_STR("General"))) {
      used = 7;
      t->general = true;
      add_token(t, 'G', (hd_str){"", 0});
    } else if (used == 1 && (c == '0' || c == '#' || c == '?')) {
      read_digit(t, c, &point, &commas);
    } else if (c == ',' && (t->whole > 0 || t->places > 0)) {
      commas++;
    } else if (c == '.' && !point) {
      point = true;
      t->scale += commas;
      commas = 0;
      add_token(t, '.', HD_STR("."));
    } else if ((c == 'E' || c == 'e') && rest.n > 1 &&
               (rest.p[1] == '+' || rest.p[1] == '-')) {
      t->exponent = true;
    } else {
      t->fraction = t->fraction || c == '/';
      t->scale += commas;
      commas = 0;
      read_sign(t, (hd_str){s.p + i, used});
    }
  }
  t->scale += commas;
}

/* The whole digits that the k-th placeholder of all shows: the first all that
 * have no other, zeros of 0 included. */
static void show_whole(hd_buffer *out, const tokens *t, const decimal *d, int k,
                       char kind) {
  int last = t->whole - 1 - k; /* the place this one stands for */
  int first = k == 0 && d->point - 1 > last ? d->point - 1 : last;
  for (int place = first; place >= last; place--) {
    bool significant = place < d->point && d->n > 0;
    bool wanted = kind == '0';
    for (size_t i = 0, seen = 0; !wanted && i < t->n && (int)seen < k; i++) {
      bool digit = strchr("0#?", t->items[i].kind) != NULL;
      wanted = digit && t->items[i].kind == '0';
      seen += digit;
    }
    if (!significant && !wanted)
      continue;
    add_char(out, digit_at(d, place));
    if (t->thousands && place > 0 && place % 3 == 0)
      add_char(out, ',');
  }
}

/* Is a digit behind the point shown by its placeholder? */
static bool shows_place(const decimal *d, int place, char kind) {
  return kind == '0' || place >= d->point - d->n;
}

static void show_tokens(hd_buffer *out, const tokens *t, const decimal *d) {
  int whole = 0, place = -1;
  bool point = false;
  if (d->negative)
    add_char(out, '-');
  for (size_t i = 0; i < t->n; i++) {
    const token *k = &t->items[i];
    if (k->kind == 'G') {
      decimal plain = *d;
      plain.negative = false;
      show_general(out, plain);
    } else if (k->kind == 'T' || k->kind == '%') {
      hd_buffer_add(out, k->text.p, k->text.n);
    } else if (k->kind == '.') {
      point = true;
      add_char(out, '.');
    } else if (!point) {
      show_whole(out, t, d, whole++, k->kind);
    } else {
      if (shows_place(d, place, k->kind))
        add_char(out, digit_at(d, place));
      place--;
    }
  }
}

static void show_number(hd_buffer *out, hd_str s, decimal d) {
  tokens t;
  read_tokens(&t, s);
  bool digits = t.whole > 0 || t.places > 0;
  if (t.exponent || (t.fraction && digits)) {
    show_general(out, d);
    return;
  }
  d.point += d.n > 0 ? 2 * t.percent - 3 * t.scale : 0;
  if (digits)
    round_digits(&d, d.point + t.places);
  if (!digits && !t.general)
    d.negative = false; /* only text */
  show_tokens(out, &t, &d);
}

void hd_xlsx_show(hd_buffer *out, hd_str value, const char *format,
                  bool from_1904) {
  decimal d;
  if (!read_decimal(value, &d)) {
    hd_buffer_add(out, value.p, value.n);
    return;
  }
  if (!format || strcmp(format, "@") == 0) {
    show_general(out, d);
    return;
  }
  hd_str code = choose(hd_str_of(format), &d);
  if (!hd_xlsx_is_date(code)) {
    show_number(out, code, d);
    return;
  }
  double serial = 0;
  for (int i = d.n; i-- > 0;)
    serial = (serial + (d.digits[i] - '0')) / 10;
  for (int i = 0; i < d.point; i++)
    serial *= 10;
  for (int i = d.point; i < 0; i++)
    serial /= 10;
  hd_xlsx_show_date(out, serial, code, from_1904);
}

/* ---- formats that every file has ---------------------------------------- */
const char *hd_xlsx_known_format(int32_t id) {
  static const struct {
    int32_t id;
    const char *code;
  } rows[] = {{1, "0"},
              {2, "0.00"},
              {3, "#,##0"},
              {4, "#,##0.00"},
              {9, "0%"},
              {10, "0.00%"},
              {14, "yyyy/m/d"},
              {15, "d-mmm-yy"},
              {16, "d-mmm"},
              {17, "mmm-yy"},
              {18, "h:mm AM/PM"},
              {19, "h:mm:ss AM/PM"},
              {20, "h:mm"},
              {21, "h:mm:ss"},
              {22, "yyyy/m/d h:mm"},
              {27, "yyyy\"年\"m\"月\""},
              {28, "m\"月\"d\"日\""},
              {29, "m\"月\"d\"日\""},
              {30, "m/d/yy"},
              {31, "yyyy\"年\"m\"月\"d\"日\""},
              {32, "h\"时\"mm\"分\""},
              {33, "h\"时\"mm\"分\"ss\"秒\""},
              {36, "yyyy\"年\"m\"月\""},
              {37, "#,##0;-#,##0"},
              {38, "#,##0;-#,##0"},
              {39, "#,##0.00;-#,##0.00"},
              {40, "#,##0.00;-#,##0.00"},
              {41, "#,##0;-#,##0;\"-\""},
              {42, "\"¥\"#,##0;-\"¥\"#,##0;\"¥-\""},
              {43, "#,##0.00;-#,##0.00;\"-\""},
              {44, "\"¥\"#,##0.00;-\"¥\"#,##0.00;\"¥-\""},
              {45, "mm:ss"},
              {46, "[h]:mm:ss"},
              {47, "mm:ss"},
              {50, "yyyy\"年\"m\"月\""},
              {51, "m\"月\"d\"日\""},
              {52, "yyyy\"年\"m\"月\""},
              {53, "m\"月\"d\"日\""},
              {54, "m\"月\"d\"日\""},
              {57, "yyyy\"年\"m\"月\""},
              {58, "m\"月\"d\"日\""}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].id == id)
      return rows[i].code;
  return NULL;
}
