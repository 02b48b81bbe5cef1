/* text: blocks cut into sentences, clauses and lexicon words.
 *
 * In: a document and the vocabulary. Out: hd_text. One walk over each block
 * (each cell of a table) looks at every code point once: the trie takes
 * words, marks end clauses and sentences. Invariant: sentences, clauses and
 * tokens are sorted by offset and never cross a block or cell. */
#include "enumerate.h"
#include "vocabulary.h"

typedef struct {
  hd_arena *arena;
  const hd_document *doc;
  const hd_vocabulary *v;
  HD_VEC(hd_sentence) sentences;
  HD_VEC(hd_clause) clauses;
  HD_VEC(hd_token) tokens;
  uint32_t block, cell, held;
  bool has_prose_cells;
  uint32_t clause_start; /* of the clause being read */
  hd_sentence now;       /* the sentence being read */
} reader;

static hd_span trim(const reader *r, uint32_t off, uint32_t end) {
  if (end < off)
    end = off;
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + off, end - off});
  uint32_t at = (uint32_t)(s.p - r->doc->text.p);
  return (hd_span){at, at + (uint32_t)s.n};
}

static void end_clause(reader *r, uint32_t end, char mark) {
  hd_span s = trim(r, r->clause_start, end);
  if (!hd_span_empty(s))
    HD_PUSH(r->arena, &r->clauses, ((hd_clause){s, mark}));
  r->clause_start = mark ? end + 1 : end;
}

static void begin_sentence(reader *r, uint32_t off) {
  r->now = (hd_sentence){.block = r->block, .cell = r->cell, .held = r->held};
  r->now.span.off = off;
  r->now.first_token = (uint32_t)r->tokens.n;
  r->now.first_clause = (uint32_t)r->clauses.n;
  r->clause_start = off;
}

static void end_sentence(reader *r, uint32_t end, uint32_t text_end) {
  end_clause(r, text_end, 0);
  r->now.span = trim(r, r->now.span.off, end);
  r->now.n_tokens = (uint32_t)r->tokens.n - r->now.first_token;
  r->now.n_clauses = (uint32_t)r->clauses.n - r->now.first_clause;
  if (!hd_span_empty(r->now.span))
    HD_PUSH(r->arena, &r->sentences, r->now);
  begin_sentence(r, end);
}

static bool is_alpha(char c) { return hd_ascii_is_letter(c); }

/* Is the comma at off one that groups digits (1,234)? */
static bool groups_digits(const char *t, uint32_t off, uint32_t end) {
  if (off == 0 || !hd_ascii_is_digit(t[off - 1]) || off + 4 > end)
    return false;
  return hd_ascii_is_digit(t[off + 1]) && hd_ascii_is_digit(t[off + 2]) &&
         hd_ascii_is_digit(t[off + 3]);
}

/* Words behind which an English full stop ends no sentence. */
static bool is_abbreviation(const char *t, uint32_t start, uint32_t dot) {
  static const char *const known[] = {
      "no",   "inc", "ltd", "co",   "corp", "mr",     "mrs", "ms",   "dr",
      "vs",   "st",  "jr",  "sr",   "eg",   "ie",     "etc", "al",   "fig",
      "figs", "vol", "pp",  "dept", "est",  "approx", "jan", "feb",  "mar",
      "apr",  "jun", "jul", "aug",  "sep",  "sept",   "oct", "nov",  "dec",
      "e.g",  "i.e", "u.s", "u.k",  "a.m",  "p.m",    "sec", "secs", "rs"};
  uint32_t off = dot;
  while (off > start && (is_alpha(t[off - 1]) || t[off - 1] == '.'))
    off--;
  size_t n = dot - off;
  if (n == 1)
    return true; /* an initial */
  for (size_t i = 0; n && i < sizeof known / sizeof *known; i++) {
    if (known[i][0] != (t[off] | 0x20) || strlen(known[i]) != n)
      continue;
    size_t k = 0;
    while (k < n && (t[off + k] | 0x20) == (known[i][k] | 0x20))
      k++;
    if (k == n)
      return true;
  }
  return false;
}

/* Does the ASCII full stop at off end a sentence? */
static bool stop_ends(const reader *r, uint32_t off, uint32_t end) {
  const char *t = r->doc->text.p;
  uint32_t next = off + 1;
  while (next < end && (t[next] == '"' || t[next] == ')' || t[next] == '\''))
    next++;
  if (next >= end)
    return true;
  uint32_t cp;
  hd_utf8_decode(t + next, end - next, &cp);
  bool han_before = off > 0 && (unsigned char)t[off - 1] >= 0x80;
  if (cp > 0x2E7F)
    return han_before && hd_cp_is_han(cp);
  if (t[next] != ' ')
    return cp == 0x201D; /* the closing quote ” */
  while (next < end && t[next] == ' ')
    next++;
  if (next >= end)
    return true;
  if (t[next] >= 'a' && t[next] <= 'z')
    return false;
  return han_before || !is_abbreviation(t, r->now.span.off, off);
}

/* Does the ! or ? at off end a sentence? Not before a Latin letter, a digit or
 * a mark of an address (search?q=2). */
static bool shout_ends(const reader *r, uint32_t off, uint32_t end) {
  char next = off + 1 < end ? r->doc->text.p[off + 1] : 0;
  char before = off > r->now.span.off ? r->doc->text.p[off - 1] : 0;
  bool latin = (unsigned char)next > ' ' && (unsigned char)next < 0x80 &&
               !strchr("\"')]!?", next);
  return !latin || (unsigned char)before >= 0x80;
}

/* Behind a sentence's end mark at off: past closing quotes, brackets, blanks.
 */
static uint32_t past_closing(const reader *r, uint32_t off, uint32_t end) {
  const char *t = r->doc->text.p;
  while (off < end) {
    uint32_t cp;
    size_t n = hd_utf8_decode(t + off, end - off, &cp);
    if (cp != 0x201D && cp != 0x2019 && cp != ')' && cp != 0x300D &&
        cp != 0x300B && !(cp == '"' && off + 1 < end && t[off + 1] == ' '))
      return off;
    off += (uint32_t)n;
  }
  return off;
}

/* 主要 is read so that its 要 is not, and is no token itself. */
static void add_match(reader *r, uint32_t off, const hd_match *m) {
  for (size_t i = 0; i < m->n_values; i++) {
    uint32_t word = m->values[i];
    hd_token token = {{off, off + (uint32_t)m->n}, &r->v->words.items[word]};
    if (!(r->v->classes[word] & HD_WORD_MUTE))
      HD_PUSH(r->arena, &r->tokens, token);
  }
}

/* A whole English word or phrase at off; returns the bytes it took. */
static uint32_t take_english(reader *r, uint32_t off, uint32_t end) {
  enum { ROOM = 48, MOST = 12 };
  const char *t = r->doc->text.p;
  size_t n = end - off < ROOM ? end - off : ROOM, letters;
  hd_match m[MOST];
  size_t k = hd_vocabulary_words(r->v, (hd_str){t + off, n}, m, MOST, &letters);
  while (k-- > 0)
    if (off + m[k].n >= end || !is_alpha(t[off + m[k].n])) {
      add_match(r, off, &m[k]);
      return (uint32_t)m[k].n;
    }
  while (off + letters < end && is_alpha(t[off + letters]))
    letters++; /* a word longer than the room */
  return (uint32_t)letters;
}

/* A word at off, or characters that begin none and are no marks; the bytes it
 * took. */
static uint32_t take_word(reader *r, uint32_t off, uint32_t end) {
  const char *t = r->doc->text.p;
  if (is_alpha(t[off]))
    return take_english(r, off, end);
  if ((unsigned char)t[off] < 0xE2)
    return 0;
  hd_match m;
  uint32_t plain = (uint32_t)hd_trie_seek(r->v->trie, t + off, end - off, &m);
  off += plain;
  if (!m.n && (plain || !hd_trie_longest(r->v->trie, t + off, end - off, &m)))
    return plain;
  add_match(r, off, &m);
  return plain + (uint32_t)m.n;
}

/* An ASCII mark at off; returns true where it ended a sentence. */
static bool take_mark(reader *r, uint32_t off, uint32_t end) {
  const char *t = r->doc->text.p;
  switch (t[off]) {
  case ',':
    if (!groups_digits(t, off, end))
      end_clause(r, off, ',');
    return false;
  case ':':
    if (!(off > 0 && hd_ascii_is_digit(t[off - 1]) && off + 1 < end &&
          hd_ascii_is_digit(t[off + 1])))
      end_clause(r, off, ':');
    return false;
  case ';':
    end_clause(r, off, ';');
    return false;
  case '.':
    return stop_ends(r, off, end);
  case '!':
  case '?':
    return shout_ends(r, off, end);
  default:
    return false;
  }
}

/* Reads one block or cell. */
static void read_run(reader *r, hd_span span) {
  const char *t = r->doc->text.p;
  begin_sentence(r, span.off);
  for (uint32_t off = span.off; off < span.end;) {
    uint32_t used = take_word(r, off, span.end);
    if (used) {
      off += used;
      continue;
    }
    uint32_t cp = (unsigned char)t[off];
    size_t n = cp < 0x80 ? 1 : hd_utf8_decode(t + off, span.end - off, &cp);
    bool ends = cp == 0x3002;
    if (n == 1 && cp < 0x40)
      ends = take_mark(r, off, span.end);
    if (ends)
      end_sentence(r, past_closing(r, off + (uint32_t)n, span.end), off);
    off += (uint32_t)n;
    if (off < r->now.span.off)
      off = r->now.span.off;
  }
  end_sentence(r, span.end, span.end);
}

/* Does a cell hold prose: a passage of some length, of words more than of
 * figures, that a comma or full stop parts? Its figures are told by its own
 * words, not by the heads of the table. */
static bool is_prose(hd_str s) {
  enum { LENGTH = 120, SHARE = 2 }; /* bytes; letters, as one of so many */
  if (s.n < LENGTH)
    return false;
  size_t letters = 0, marks = 0;
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    letters += c >= 0x80 || hd_ascii_is_letter(s.p[i]);
    marks += s.p[i] == ',' || s.p[i] == ';';
  }
  return letters * SHARE > s.n && (marks || hd_str_find(s, HD_STR("。")) < s.n);
}

static void read_table(reader *r, const hd_table *table) {
  for (size_t i = 0; i < table->n_cells; i++) {
    if (hd_span_empty(table->cells[i].span))
      continue;
    r->held = (uint32_t)i;
    bool prose = is_prose(hd_document_text(r->doc, table->cells[i].span));
    r->cell = prose ? HD_NONE : r->held;
    r->has_prose_cells = r->has_prose_cells || prose;
    read_run(r, table->cells[i].span);
  }
  r->cell = r->held = HD_NONE;
}

hd_text *hd_text_read(hd_arena *arena, const hd_document *doc,
                      const hd_vocabulary *vocabulary) {
  reader r = {.arena = arena,
              .doc = doc,
              .v = vocabulary,
              .cell = HD_NONE,
              .held = HD_NONE};
  for (uint32_t b = 0; b < doc->n_blocks; b++) {
    const hd_block *block = &doc->blocks[b];
    r.block = b;
    if (block->kind == HD_BLOCK_SKIPPED)
      continue;
    if (block->kind == HD_BLOCK_TABLE && block->table != HD_NONE)
      read_table(&r, &doc->tables[block->table]);
    else
      read_run(&r, block->span);
  }
  hd_text *text = HD_NEW(arena, hd_text);
  *text = (hd_text){.doc = doc,
                    .vocabulary = vocabulary,
                    .sentences = r.sentences.items,
                    .n_sentences = r.sentences.n,
                    .clauses = r.clauses.items,
                    .n_clauses = r.clauses.n,
                    .tokens = r.tokens.items,
                    .n_tokens = r.tokens.n,
                    .has_prose_cells = r.has_prose_cells};
  hd_enumerate(arena, text);
  return text;
}
