/* needed_anchor: what a word that a pattern needs is asked for by.
 *
 * An anchor is a character of three bytes with, by a bit of 64, what stands
 * behind it, or two to four other bytes. All that most places of a text are
 * asked for is a byte of a table, by the classes of three bytes. What stands
 * here reads a word and a text alike: needed.c enters words by it,
 * needed_find.c asks for them. */
#ifndef HD_NEEDED_ANCHOR_H
#define HD_NEEDED_ANCHOR_H
#include "needed.h"

/* Does a character of three bytes begin with it? */
static inline bool hd_needed_is_three(char c) {
  return ((unsigned char)c & 0xf0) == 0xe0;
}

/* The code point of three bytes. */
static inline uint16_t hd_needed_char(const char *p) {
  return (uint16_t)((p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f));
}

/* A byte as it tells words: all blanks are one. */
extern const unsigned char hd_needed_told[256];

/* What stands at p, which has left bytes, at least one: all digits are one. */
static inline uint32_t hd_needed_follow(const char *p, size_t left) {
  if (left >= 3 && hd_needed_is_three(*p))
    return hd_needed_char(p);
  return hd_ascii_is_digit(*p) ? HD_NEED_DIGIT
                               : hd_needed_told[(unsigned char)*p];
}

/* Which bit of 64 tells what stands behind an anchor. */
static inline uint32_t hd_needed_bit(uint32_t follow) {
  return follow * 0x9e3779b1u >> 26;
}

/* The slot of words with the key and what stands behind it. */
static inline size_t hd_needed_slot(uint32_t key, uint32_t follow) {
  return (key << 16 ^ follow) * 0x9e3779b1u >> (32 - HD_NEED_SLOT_BITS);
}

/* Classes of bytes, 32 of them: letters whatever their case, and other bytes in
 * a few kinds; behind the end of a text is END. */
enum { HD_CLASS_BITS = 5, HD_CLASS_END = 0 };
extern const unsigned char hd_needed_classes[256];

static inline uint32_t hd_needed_class(const char *p) {
  return hd_needed_classes[(unsigned char)*p];
}

/* The place of three classes, from that of the three before. */
static inline uint32_t hd_needed_step(uint32_t triple, uint32_t next) {
  return (triple << HD_CLASS_BITS | next) & (HD_NEED_TRIPLES - 1);
}

/* The classes of the first three bytes at p, which has left of them. */
static inline uint32_t hd_needed_triple(const char *p, size_t left) {
  uint32_t triple = hd_needed_class(p);
  triple =
      hd_needed_step(triple, left > 1 ? hd_needed_class(p + 1) : HD_CLASS_END);
  return hd_needed_step(triple,
                        left > 2 ? hd_needed_class(p + 2) : HD_CLASS_END);
}

/* Words are told by so many bytes; the bit of it in `how`. */
enum { HD_TOLD_LEAST = 2, HD_TOLD_MOST = 4 };
static inline unsigned char hd_needed_by(size_t told) {
  return (unsigned char)(1 << (told - HD_TOLD_LEAST));
}

static inline uint32_t hd_needed_byte(const char *p, size_t i) {
  return (uint32_t)hd_needed_told[(unsigned char)p[i]] << 8 * i;
}

/* The first n of the bytes at p, two to four, as a number. */
static inline uint32_t hd_needed_head(const char *p, size_t n) {
  uint32_t head = hd_needed_byte(p, 0) | hd_needed_byte(p, 1);
  head |= n > 2 ? hd_needed_byte(p, 2) : 0;
  return head | (n > 3 ? hd_needed_byte(p, 3) : 0);
}

/* The slot of words that are told by so many bytes. */
static inline size_t hd_needed_head_slot(uint32_t head, size_t told) {
  return (head + (uint32_t)told) * 0x9e3779b1u >> (32 - HD_NEED_SLOT_BITS);
}

/* Bytes of the anchor that begins at a byte of the word: 3 (a character), 2
 * (other bytes, as few as there must be), 0 (the word ends too soon). */
size_t hd_needed_width(hd_str word, size_t at);
/* By how many bytes the word is told where that is 2, two to four; a class of
 * digits ends them. */
size_t hd_needed_told_by(hd_str word, size_t at);
/* Where in the word, which is more than one byte, its rarest anchor is that not
 * too many of the entered words have. */
size_t hd_needed_choose(const hd_needed_own *own, hd_str word);
#endif
