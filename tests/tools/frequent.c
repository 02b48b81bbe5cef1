/* frequent: writes rules/lexicon/LANGUAGE/frequent.tsv, how many in a thousand
 * sentences hold a word that patterns need (checker/rule/frequent.c).
 *
 *   cc -std=gnu11 -Iinclude -I. $(pkg-config --cflags lua5.4) -o frequent \
 *     tests/tools/frequent.c build/libhedui.a $LIBS
 *   frequent TEXT... > rules/lexicon/LANGUAGE/frequent.tsv
 *
 * TEXT: published reports, Markdown or plain. Sentences end at line ends, at 。
 * and at a full stop before a blank. Words of fewer than ten sentences in a
 * thousand are left out. Which words there are hangs on the rules; one that is
 * in no table counts as rare, so the tables need not be new. */
#include "checker/rule/host.h"
#include "checker/run/run.h"
#include <stdio.h>
#include <stdlib.h>

enum { LEAST = 10 };

static unsigned long sentences, *holding; /* by word */

/* The words of all patterns, those of sets that are not asked for too. */
static hd_needed *read_words(hd_arena *arena, const hd_rules *rules) {
  hd_needed *needed = hd_needed_new(arena);
  for (size_t i = 0; i < rules->patterns.n; i++) {
    hd_pattern p = {.pattern = rules->patterns.items[i]->pattern};
    if (rules->patterns.items[i]->n_needs)
      hd_needed_note(needed, &p);
  }
  holding = calloc(needed->tables.n_words + 1, sizeof *holding);
  return needed;
}

static void count(const hd_needed *needed, hd_found *found, hd_str s) {
  enum { SHORTEST = 7 };
  if (s.n < SHORTEST)
    return;
  sentences++;
  hd_needed_find(needed, s, 1, found);
  for (; found->n_held > 0; found->n_held--) {
    uint32_t word = found->held[found->n_held - 1];
    holding[word]++;
    found->of_word[word] = 0;
  }
}

static void count_file(const hd_needed *needed, hd_found *found, hd_str s) {
  size_t from = 0;
  for (size_t i = 0; i < s.n; i++) {
    bool ends = s.p[i] == '\n' || (s.p[i] == '.' && s.p[i + 1] == ' ') ||
                (i >= 2 && memcmp(s.p + i - 2, "。", 3) == 0);
    if (!ends)
      continue;
    count(needed, found, (hd_str){s.p + from, i + 1 - from});
    from = i + 1;
  }
}

static hd_str read_file(hd_arena *arena, const char *name) {
  enum { MOST = 16 << 20 };
  FILE *f = fopen(name, "rb");
  char *p = hd_arena_alloc(arena, MOST + 1);
  size_t n = f ? fread(p, 1, MOST, f) : 0;
  if (f)
    fclose(f);
  return (hd_str){p, n};
}

static void write_word(const hd_needed_tables *t, size_t word) {
  size_t end = word + 1 < t->n_words ? t->words[word + 1].at : t->n_bytes;
  unsigned long share = (holding[word] * 1000 + sentences / 2) / sentences;
  if (share < LEAST)
    return;
  putchar('=');
  for (size_t i = t->words[word].at; i < end; i++)
    if (t->bytes[i] == HD_NEED_DIGIT)
      fputs("◇", stdout);
    else if (t->bytes[i] == HD_NEED_BLANK)
      fputs("␣", stdout);
    else
      putchar(t->bytes[i]);
  printf("=\t%lu\n", share);
}

int main(int argc, char **argv) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = read_words(arena, engine->rules);
  hd_found *found = hd_found_new(arena, needed);
  for (int i = 1; i < argc; i++)
    count_file(needed, found, read_file(arena, argv[i]));
  puts("# source: own; counted by tests/tools/frequent.c in published reports\n"
       "# licence: MIT\nword\tshare");
  for (size_t word = 1; sentences && word < needed->tables.n_words; word++)
    write_word(&needed->tables, word);
  hd_arena_free(arena);
  hd_engine_free(engine);
  return 0;
}
