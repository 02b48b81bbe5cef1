/* vocabulary: the word files of rules/lexicon/LANG in one trie.
 *
 * In: the tables zh/change, zh/reach ... en/change ... of the lexicon.
 * Out: a trie from a word to its entries; a word may have several purposes.
 * Table rows: word, value, extra. A file of one purpose has its name. */
#include "vocabulary.h"

static const struct {
  const char *stem;
  hd_word_class cls;
} purposes[] = {
    {"change", HD_WORD_CHANGE},
    {"reach", HD_WORD_REACH},
    {"compare", HD_WORD_COMPARE},
    {"share", HD_WORD_SHARE},
    {"part", HD_WORD_PART},
    {"total", HD_WORD_TOTAL},
    {"aspect", HD_WORD_ASPECT},
    {"base", HD_WORD_BASE},
    {"bound", HD_WORD_BOUND},
    {"modality", HD_WORD_MODALITY},
    {"indicator", HD_WORD_INDICATOR},
    {"scope", HD_WORD_SCOPE},
    {"division", HD_WORD_DIVISION},
    {"period", HD_WORD_PERIOD},
    {"distribute", HD_WORD_DISTRIBUTE},
    {"from", HD_WORD_FROM},
    {"to", HD_WORD_TO},
    {"conjunction", HD_WORD_CONJUNCTION},
    {"enumerator", HD_WORD_ENUMERATOR},
    {"partition", HD_WORD_PARTITION},
    {"verb", HD_WORD_VERB},
    {"setting", HD_WORD_SETTING},
    {"gist", HD_WORD_GIST},
    {"stop", HD_WORD_STOP},
};

const char *hd_word_class_name(hd_word_class cls) {
  for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++)
    if (purposes[i].cls == cls)
      return purposes[i].stem;
  return "";
}

/* The purpose of table LANG/STEM; HD_WORD_CLASSES where it holds no words. */
static hd_word_class class_of(const char *name) {
  const char *stem = strchr(name, '/');
  for (size_t i = 0; stem && i < sizeof purposes / sizeof *purposes; i++)
    if (strcmp(purposes[i].stem, stem + 1) == 0)
      return purposes[i].cls;
  return HD_WORD_CLASSES;
}

static int32_t number_of(hd_str s) {
  int32_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9' || n > 100000000)
      return 0;
    n = n * 10 + (s.p[i] - '0');
  }
  return n;
}

/* The word with its code points in reverse order, ASCII in lower case. */
static void add_backward(hd_vocabulary *v, hd_str word, uint32_t index) {
  enum { LONGEST = 64 }; /* bytes of a word that can be found from its end */
  char reversed[LONGEST];
  size_t n = 0;
  if (word.n > LONGEST)
    return;
  for (size_t at, end = word.n; end > 0; end = at) {
    at = hd_utf8_back(word.p, end);
    memcpy(reversed + n, word.p + at, end - at);
    n += end - at;
  }
  hd_ascii_lower(reversed, reversed, n);
  hd_trie_add(v->backward, (hd_str){reversed, n}, index);
}

static void add_row(hd_arena *arena, hd_vocabulary *v, const hd_row *row,
                    size_t columns, hd_word_class cls) {
  hd_word word = {.text = row->fields[0], .cls = cls};
  word.value = columns > 1 ? row->fields[1] : (hd_str){"", 0};
  word.extra = columns > 2 ? row->fields[2] : (hd_str){"", 0};
  word.number = number_of(word.value);
  hd_trie *trie = cls == HD_WORD_VERB      ? v->verbs
                  : cls == HD_WORD_GIST    ? v->gists
                  : cls == HD_WORD_SETTING ? v->settings
                                           : v->trie;
  bool token = cls != HD_WORD_GIST && cls != HD_WORD_SETTING;
  hd_trie_add(trie, word.text, (uint32_t)v->words.n);
  size_t letters;
  uint32_t run = hd_ascii_run(word.text.p, word.text.n, &letters);
  if (token)
    v->runs[run / 8] |= (uint8_t)(1 << run % 8);
  if (cls != HD_WORD_DIVISION && token)
    add_backward(v, word.text, (uint32_t)v->words.n);
  HD_PUSH(arena, &v->words, word);
}

/* ---- the letters that words begin with ---------------------------------- */

static bool is_small(hd_str letters) {
  for (size_t i = 0; i < letters.n; i++)
    if (letters.p[i] < 'a')
      return false;
  return letters.n > 0;
}

/* The first letters of s, of `letters` and at most eight, in small. */
static uint64_t head_of(hd_str s, size_t letters) {
  const uint64_t small = 0x2020202020202020u;
  uint64_t head = 0;
  size_t n = letters < sizeof head ? letters : sizeof head;
  if (s.n < sizeof head) {
    memcpy(&head, s.p, n);
    return n ? head | small >> (sizeof head - n) * 8 : 0;
  }
  memcpy(&head, s.p, sizeof head);
  return n ? (head | small) & UINT64_MAX >> (sizeof head - n) * 8 : 0;
}

/* Do the same letters, small or capital, begin both, and no more? */
static bool one_run(hd_str word, const char *s, size_t letters) {
  if (word.n < letters ||
      (word.n > letters && hd_ascii_is_letter(word.p[letters])))
    return false;
  for (size_t i = 0; i < letters; i++)
    if (word.p[i] != (s[i] | 0x20))
      return false;
  return true;
}

/* The word itself is looked at only where more letters follow than a slot
 * has. */
static hd_run_slot *slot_of(const hd_vocabulary *v, uint32_t run, hd_str s,
                            size_t letters) {
  uint64_t head = head_of(s, letters);
  for (size_t i = run;; i++) {
    hd_run_slot *slot = &v->run_slots[i & (v->n_run_slots - 1)];
    if (!slot->node ||
        (slot->head == head &&
         (letters < sizeof head ||
          one_run(v->words.items[slot->word].text, s.p, letters))))
      return slot;
  }
}

static void note_classes(hd_arena *arena, hd_vocabulary *v) {
  v->classes = hd_arena_alloc(arena, v->words.n + 1);
  for (size_t i = 0; i < v->words.n; i++) {
    bool mute = hd_str_is(v->words.items[i].value, "none");
    v->classes[i] =
        (uint8_t)(v->words.items[i].cls | (mute ? HD_WORD_MUTE : 0));
  }
}

static void index_runs(hd_arena *arena, hd_vocabulary *v) {
  enum { LEAST = 64 };
  size_t latin = 0, letters;
  for (size_t i = 0; i < v->words.n; i++)
    latin += hd_ascii_is_letter(v->words.items[i].text.p[0]);
  for (v->n_run_slots = LEAST; v->n_run_slots < 2 * latin;)
    v->n_run_slots *= 2;
  v->run_slots = hd_arena_alloc(arena, v->n_run_slots * sizeof *v->run_slots);
  for (size_t i = 0; i < v->words.n; i++) {
    hd_str word = v->words.items[i].text;
    uint32_t run = hd_ascii_run(word.p, word.n, &letters);
    hd_str head = {word.p, letters};
    uint32_t node = is_small(head) ? hd_trie_node(v->trie, head) : 0;
    if (!node)
      continue;
    hd_match own = hd_trie_values(v->trie, node);
    *slot_of(v, run, word, letters) =
        (hd_run_slot){.head = head_of(word, letters),
                      .node = node,
                      .word = (uint32_t)i,
                      .values = own.values,
                      .n_values = (uint16_t)own.n_values,
                      .kids = hd_trie_kids(v->trie, node)};
  }
}

size_t hd_vocabulary_words(const hd_vocabulary *v, hd_str s, hd_match *matches,
                           size_t max, size_t *letters) {
  uint32_t run = hd_ascii_run(s.p, s.n, letters);
  if (!(v->runs[run / 8] >> run % 8 & 1))
    return 0;
  const hd_run_slot *slot = slot_of(v, run, s, *letters);
  if (!slot->node)
    return 0;
  unsigned char next = *letters < s.n ? (unsigned char)s.p[*letters] : 0;
  if (next >= 0x80 || slot->kids & hd_trie_kid(next))
    return hd_trie_lower_on(v->trie, slot->node, *letters, s, matches, max);
  if (slot->n_values)
    matches[0] = (hd_match){*letters, slot->values, slot->n_values};
  return slot->n_values > 0;
}

/* ---- the whole ---------------------------------------------------------- */

hd_vocabulary *hd_vocabulary_new(hd_arena *arena, const hd_lexicon *lexicon,
                                 hd_error *error) {
  hd_vocabulary *v = HD_NEW(arena, hd_vocabulary);
  v->trie = hd_trie_new(arena);
  v->verbs = hd_trie_new(arena);
  v->gists = hd_trie_new(arena);
  v->settings = hd_trie_new(arena);
  v->backward = hd_trie_new(arena);
  const hd_table_data *tables;
  size_t n = hd_lexicon_tables(lexicon, &tables);
  size_t rows = 0;
  for (size_t t = 0; t < n; t++)
    rows += class_of(tables[t].name) == HD_WORD_CLASSES ? 0 : tables[t].n_rows;
  v->words.cap = rows;
  v->words.items = hd_arena_alloc(arena, (rows + 1) * sizeof *v->words.items);
  for (size_t t = 0; t < n; t++) {
    hd_word_class cls = class_of(tables[t].name);
    if (cls == HD_WORD_CLASSES)
      continue;
    for (size_t i = 0; i < tables[t].n_rows; i++) {
      if (tables[t].rows[i].fields[0].n == 0) {
        *error = (hd_error){tables[t].rows[i].file, tables[t].rows[i].line, 1,
                            "a word is empty"};
        return NULL;
      }
      add_row(arena, v, &tables[t].rows[i], tables[t].n_columns, cls);
    }
  }
  hd_trie_seal(v->trie);
  hd_trie_seal(v->verbs);
  hd_trie_seal(v->gists);
  hd_trie_seal(v->settings);
  hd_trie_seal(v->backward);
  note_classes(arena, v);
  index_runs(arena, v);
  v->constructions = hd_constructions_read(arena, lexicon, error);
  return v->constructions ? v : NULL;
}

const hd_word *hd_vocabulary_find(const hd_vocabulary *v, hd_str word,
                                  hd_word_class cls) {
  hd_match m[16];
  size_t n = hd_trie_all(v->trie, word.p, word.n, m, 16);
  if (n == 0 || m[n - 1].n != word.n)
    return NULL;
  for (size_t i = 0; i < m[n - 1].n_values; i++)
    if (v->words.items[m[n - 1].values[i]].cls == cls)
      return &v->words.items[m[n - 1].values[i]];
  return NULL;
}

const hd_word *hd_vocabulary_gist(const hd_vocabulary *v, const char *text,
                                  size_t n) {
  hd_match m;
  return hd_trie_longest(v->gists, text, n, &m) ? &v->words.items[m.values[0]]
                                                : NULL;
}

const hd_word *hd_vocabulary_setting(const hd_vocabulary *v, const char *text,
                                     size_t n, size_t *skip) {
  hd_match m;
  *skip = hd_trie_seek(v->settings, text, n, &m);
  return m.n ? &v->words.items[m.values[0]] : NULL;
}

const hd_word *hd_vocabulary_setting_at(const hd_vocabulary *v,
                                        const char *text, size_t n) {
  hd_match m;
  bool ideograph =
      n >= 3 && (unsigned char)*text >= 0xE4 && (unsigned char)*text <= 0xE9;
  return ideograph && hd_trie_longest(v->settings, text, n, &m)
             ? &v->words.items[m.values[0]]
             : NULL;
}

/* 转化|率: with this behind it a verb is a name. */
static bool has_suffix(const char *text, uint32_t off, uint32_t end) {
  static const char *const suffixes[] = {"率", "量", "额", "费", "者",
                                         "性", "型", "权", "式"};
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (off + 3 <= end && memcmp(text + off, suffixes[i], 3) == 0)
      return true;
  return false;
}

const hd_word *hd_vocabulary_verb(const hd_vocabulary *v, const char *text,
                                  uint32_t off, uint32_t end) {
  hd_match verb, other;
  if (end <= off || !hd_trie_longest(v->verbs, text + off, end - off, &verb))
    return NULL;
  const hd_word *w = &v->words.items[verb.values[0]];
  if (hd_str_is(w->value, "none") ||
      has_suffix(text, off + (uint32_t)verb.n, end))
    return NULL;
  if (!hd_trie_longest(v->trie, text + off, end - off, &other))
    return w;
  const hd_word *o = &v->words.items[other.values[0]];
  bool noun = o->cls == HD_WORD_INDICATOR || hd_str_is(o->value, "none");
  return other.n > verb.n || (other.n == verb.n && noun) ? NULL : w;
}

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void hd_vocabulary_endings(const hd_vocabulary *v, const char *text,
                           uint32_t low, uint32_t end, hd_endings *out) {
  out->end = end ? text + end : text; /* of a label without words: NULL */
  out->before = end;
  out->low = low;
  out->n = hd_trie_back(v->backward, text, (hd_span){low, end}, out->words,
                        HD_ENDINGS_MOST);
}

const hd_word *hd_vocabulary_pick(const hd_vocabulary *v, const hd_endings *e,
                                  uint32_t classes) {
  for (size_t k = e->n; k-- > 0;) {
    const hd_match *m = &e->words[k];
    const char *at = e->end - m->n;
    if (is_alpha(at[0]) && m->n < e->before && is_alpha(at[-1]))
      continue;
    for (size_t i = 0; i < m->n_values; i++)
      if (classes >> (v->classes[m->values[i]] & ~HD_WORD_MUTE) & 1)
        return &v->words.items[m->values[i]];
  }
  return NULL;
}

const hd_word *hd_vocabulary_ending(const hd_vocabulary *v, const char *text,
                                    uint32_t low, uint32_t end,
                                    uint32_t classes) {
  hd_endings e;
  hd_vocabulary_endings(v, text, low, end, &e);
  return hd_vocabulary_pick(v, &e, classes);
}
