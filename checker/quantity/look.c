/* look: reading around an offset, never beyond the sentence. */
#include "scan.h"

enum { REACH = HD_MEMO_REACH }; /* bytes that a word of a lexicon may be */

static bool is_blank(uint32_t cp) {
  return cp == ' ' || cp == '\t' || cp == 0xa0 || cp == 0x2009 ||
         cp == 0x202f || cp == 0x3000;
}

uint32_t hd_scan_past_blanks(const hd_scan *scan, uint32_t at, int most) {
  for (; most > 0; most--) {
    uint32_t length;
    if (hd_ascii_is_digit(hd_scan_byte(scan, at)) ||
        !is_blank(hd_scan_cp(scan, at, &length)))
      break;
    at += length;
  }
  return at;
}

uint32_t hd_scan_blanks_back(const hd_scan *scan, uint32_t at) {
  while (at > scan->low) {
    uint32_t back = hd_scan_back(scan, at), length;
    if (!is_blank(hd_scan_cp(scan, back, &length)))
      break;
    at = back;
  }
  return at;
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool find_word(const hd_scan *scan, const hd_trie *trie, uint32_t at,
                      hd_match *match) {
  size_t n = scan->high - at < REACH ? scan->high - at : REACH;
  const char *word = scan->s + at;
  hd_match all[4];
  size_t found = hd_trie_lower(trie, word, n, all, 4);
  while (found-- > 0) {
    *match = all[found];
    if (!hd_ascii_is_letter(word[match->n - 1]) || match->n == n ||
        !hd_ascii_is_letter(word[match->n]))
      return true;
  }
  return false;
}

bool hd_scan_word(const hd_scan *scan, const hd_trie *trie, uint32_t at,
                  hd_match *match) {
  hd_memo *memo = scan->memo;
  if (at >= scan->high)
    return false;
  if ((unsigned char)scan->s[at] >= 0x80)
    return hd_trie_longest(trie, scan->s + at, scan->high - at, match);
  if (!hd_trie_lower_may(trie, scan->s + at, scan->high - at))
    return false;
  if (!memo)
    return find_word(scan, trie, at, match);
  for (int i = 0; i < HD_MEMO_WORDS; i++) {
    const hd_memo_word *kept = &memo->words[i];
    if (kept->at == at && kept->trie == trie && kept->high == scan->high) {
      *match = kept->match;
      return kept->found;
    }
  }
  hd_memo_word *kept = &memo->words[memo->oldest++ % HD_MEMO_WORDS];
  *kept = (hd_memo_word){.trie = trie, .at = at, .high = scan->high};
  kept->found = find_word(scan, trie, at, &kept->match);
  *match = kept->match;
  return kept->found;
}

/* Copies the code points before `at` in reverse order; the bytes copied. */
static size_t copy_back(const hd_scan *scan, uint32_t at, char *word) {
  size_t n = 0;
  while (at > scan->low && n + 4 <= REACH) {
    if ((unsigned char)scan->s[at - 1] < 0x80) {
      word[n++] = lower(scan->s[--at]);
      continue;
    }
    uint32_t back = hd_scan_back(scan, at);
    memcpy(word + n, scan->s + back, at - back);
    n += at - back;
    at = back;
  }
  return n;
}

/* The longest word of one trie at the reversed text; for English whole words
 * only. */
static bool match_back(const hd_trie *trie, hd_lang lang, const char *word,
                       size_t n, hd_match *match) {
  if (lang == HD_LANG_ZH)
    return hd_trie_longest(trie, word, n, match);
  hd_match all[6];
  size_t found = hd_trie_all(trie, word, n, all, 6);
  while (found-- > 0) {
    *match = all[found];
    if (!hd_ascii_is_letter(word[match->n - 1]) || match->n == n ||
        !hd_ascii_is_letter(word[match->n]))
      return true;
  }
  return false;
}

bool hd_scan_word_back(const hd_scan *scan, hd_trie *const *tries, uint32_t at,
                       hd_match *match) {
  char word[REACH];
  size_t n = copy_back(scan, at, word);
  bool found = false;
  for (int lang = 0; n > 0 && lang < 2; lang++) {
    hd_match one;
    if (match_back(tries[lang], (hd_lang)lang, word, n, &one) &&
        (!found || one.n > match->n)) {
      *match = one;
      found = true;
    }
  }
  return found;
}

const hd_calendar *hd_scan_calendar(const hd_scan *scan, uint32_t at,
                                    uint32_t *end) {
  hd_match match;
  hd_lang lang =
      (unsigned char)hd_scan_byte(scan, at) >= 0x80 ? HD_LANG_ZH : HD_LANG_EN;
  if (!hd_scan_word(scan, scan->units->calendar[lang], at, &match))
    return NULL;
  *end = at + (uint32_t)match.n;
  return &scan->units->dates.items[match.values[0]];
}

hd_kind hd_scan_context(const hd_scan *scan, uint32_t at) {
  hd_match match;
  for (;;) {
    at = hd_scan_blanks_back(scan, at);
    char c = at > scan->low ? scan->s[at - 1] : 0;
    if (c == 0 || !strchr("=:([<>#", c))
      break;
    at--;
  }
  if (hd_scan_ends(scan, at, "≤") || hd_scan_ends(scan, at, "≥"))
    at = hd_scan_blanks_back(scan, at - 3);
  if (!hd_scan_edge_back(scan, at, HD_EDGE_CONTEXT))
    return HD_KINDS;
  return hd_scan_word_back(scan, scan->units->contexts, at, &match)
             ? (hd_kind)match.values[0]
             : HD_KINDS;
}
