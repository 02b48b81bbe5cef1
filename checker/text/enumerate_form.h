/* enumerate_form: the forms of members, for the files that find them. */
#ifndef HD_ENUMERATE_FORM_H
#define HD_ENUMERATE_FORM_H
#include "enumerate.h"

enum {                   /* series: the form of a member */
       HD_SERIES_IS = 1, /* 一是 */
       HD_SERIES_MUST,   /* 一要 */
       HD_SERIES_NTH,    /* 第一, */
       HD_SERIES_FIRST,  /* 首先 其次 */
       HD_SERIES_PAREN,  /* (1) */
       HD_SERIES_HAN_PAREN,
       HD_SERIES_CIRCLE, /* ① */
       HD_SERIES_ENGLISH,
       HD_SERIES_OF,          /* 其一 */
       HD_SERIES_HALF,        /* 1) */
       HD_SERIES_HAN_DOT,     /* 一、 within a paragraph */
       HD_SERIES_DOT,         /* 1. within a paragraph */
       HD_SERIES_LETTER,      /* (a) */
       HD_SERIES_HALF_LETTER, /* a) */
       HD_SERIES_ROMAN,       /* (ii) */
       HD_SERIES_HALF_ROMAN,  /* ii) */
       HD_SERIES_SEIZE,       /* 一抓 */
       HD_SERIES_RELY,        /* 一靠 */
       HD_SERIES_STAGE,       /* 第一阶段, and those behind: 第一步 */
       HD_MOST_NUMBER = 60
};

typedef HD_VEC(hd_enumerator) hd_enumerators;

/* An ordinal word at s: first, 首先. Sets number, series and end. */
bool hd_enumerate_word(const char *s, size_t n, hd_enumerator *e);
/* Digits at s: their value; *used their bytes, 0 if none or too many. */
uint32_t hd_enumerate_digits(const char *s, size_t n, size_t *used);
/* Does a bracket that opens before off hold it? Then 7) is none: (5, 7), nor
 * is second: any (first, second, or later). */
bool hd_enumerate_in_bracket(const char *t, uint32_t off);
/* English members inside the span of a clause (enumerate_en.c). */
void hd_enumerate_english(hd_arena *arena, const hd_text *text, hd_span span,
                          hd_enumerator e, hd_enumerators *out);
#endif
