/* vocabulary: the inside of hd_vocabulary, for the text and claim stages. */
#ifndef HD_VOCABULARY_H
#define HD_VOCABULARY_H
#include "../base/trie.h"
#include "construction.h"
#include "text.h"

/* The letters that a Latin word begins with: their node in the trie, a word
 * that has them, and what most want to know of the node. */
typedef struct {
  uint64_t head;       /* the first eight of them, small; 0 behind the last */
  uint32_t node, word; /* node 0: a free slot */
  const uint32_t *values; /* of the word of these letters alone */
  uint16_t n_values;
  uint16_t kids; /* bits hd_trie_kid */
} hd_run_slot;

/* In the classes of a vocabulary: a word that only keeps others from being
 * read (主要), of the value none. */
enum { HD_WORD_MUTE = 0x80 };

struct hd_vocabulary {
  hd_trie *trie;     /* values: indexes into words */
  hd_trie *verbs;    /* words of zh/verb, in no text a token */
  hd_trie *gists;    /* words of zh/gist, in no text a token */
  hd_trie *settings; /* of zh/setting, in no text a token */
  hd_trie *backward; /* the same words, code points in reverse order */
  HD_VEC(hd_word) words;
  uint8_t *classes; /* of each word, HD_WORD_MUTE where it is no token: what
                       most questions are about, in few lines of the cache */
  hd_constructions *constructions;
  uint8_t runs[HD_RUNS / 8]; /* bits: what its Latin words begin with */
  hd_run_slot *run_slots;    /* by hd_ascii_run; their number a power of two */
  size_t n_run_slots;
};

/* The purpose of a word of it. */
static inline hd_word_class hd_vocabulary_class(const hd_vocabulary *vocabulary,
                                                const hd_word *word) {
  size_t i = (size_t)(word - vocabulary->words.items);
  return (hd_word_class)(vocabulary->classes[i] & ~HD_WORD_MUTE);
}

/* May a word begin with the Latin word at s? *length: its letters. */
static inline bool hd_vocabulary_may(const hd_vocabulary *vocabulary,
                                     const char *s, size_t n, size_t *length) {
  uint32_t run = hd_ascii_run(s, n, length);
  return vocabulary->runs[run / 8] >> run % 8 & 1;
}

/* The words that begin at s in small or capital letters and end where its
 * first letters do or behind them, shortest first, at most max (not 0); their
 * number. *letters: of s. */
size_t hd_vocabulary_words(const hd_vocabulary *vocabulary, hd_str s,
                           hd_match *matches, size_t max, size_t *letters);

/* "change", "reach" ... */
const char *hd_word_class_name(hd_word_class cls);
/* The entry of exactly this word (English: lower case) with this purpose, or
 * NULL. */
const hd_word *hd_vocabulary_find(const hd_vocabulary *vocabulary, hd_str word,
                                  hd_word_class cls);
/* The next word of zh/setting in the ideographs at text; *skip: the bytes
 * before it. NULL where none begins before or at the ideograph behind them. */
const hd_word *hd_vocabulary_setting(const hd_vocabulary *vocabulary,
                                     const char *text, size_t n, size_t *skip);
/* The longest word of zh/setting that begins with the ideograph at text; NULL:
 * none, or no ideograph. */
const hd_word *hd_vocabulary_setting_at(const hd_vocabulary *vocabulary,
                                        const char *text, size_t n);
/* The verb of zh/verb that begins at off, NULL where a longer word does or
 * what begins there is the name of a rate (转化|率). */
const hd_word *hd_vocabulary_verb(const hd_vocabulary *vocabulary,
                                  const char *text, uint32_t off, uint32_t end);
/* The longest word of zh/gist that the text begins with, or NULL. */
const hd_word *hd_vocabulary_gist(const hd_vocabulary *vocabulary,
                                  const char *text, size_t n);
/* The longest word with a purpose of `classes` (bits 1 << hd_word_class) that
 * ends at `end` and does not begin before `low`; NULL if none. English words
 * are whole words and match without regard to case. */
const hd_word *hd_vocabulary_ending(const hd_vocabulary *vocabulary,
                                    const char *text, uint32_t low,
                                    uint32_t end, uint32_t classes);
/* The same in two steps, where several purposes are asked for at one place. */
enum { HD_ENDINGS_MOST = 16 };
typedef struct {
  hd_match words[HD_ENDINGS_MOST]; /* shortest first */
  size_t n, before;                /* bytes of text before `end` */
  const char *end;                 /* NULL: nothing was asked yet */
  uint32_t low;
} hd_endings;
void hd_vocabulary_endings(const hd_vocabulary *vocabulary, const char *text,
                           uint32_t low, uint32_t end, hd_endings *endings);
/* The same, which may be there from the question before in this text. */
static inline const hd_endings *
hd_vocabulary_again(const hd_vocabulary *vocabulary, const char *text,
                    uint32_t low, uint32_t end, hd_endings *endings) {
  if (endings->end != text + end || endings->low != low)
    hd_vocabulary_endings(vocabulary, text, low, end, endings);
  return endings;
}
const hd_word *hd_vocabulary_pick(const hd_vocabulary *vocabulary,
                                  const hd_endings *endings, uint32_t classes);
#endif
