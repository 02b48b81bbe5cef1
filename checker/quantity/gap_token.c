/* gap_token: see gap_token.h. Every look is at a bounded stretch: a word, a
 * number, the blanks between two of them. */
#include "gap_token.h"
#include "gap_frame.h"
#include "gap_weights.h"

enum {
  LONGEST = 64, /* bytes of a token or of blanks that are looked at */
  KEPT = 16     /* letters of a word that is kept */
};

static const char *const names[HD_TOKEN_CLASSES] = {
    "",    "<start>", "<end>", "<number>", "<year>", "<Name>",  "<CAPS>",
    "<s>", "<ed>",    "<ing>", "<ly>",     "<word>", "<short>", "<mark>"};

/* ---- what the table knows ------------------------------------------------ */

/* The class of a word by its capitals and its end. */
static uint16_t class_of(hd_str w) {
  uint32_t capitals = 0;
  for (size_t i = 0; i < w.n && capitals < 2; i++)
    capitals += w.p[i] >= 'A' && w.p[i] <= 'Z';
  if (capitals >= 2)
    return HD_TOKEN_CAPS;
  if (w.p[0] >= 'A' && w.p[0] <= 'Z')
    return HD_TOKEN_NAME;
  if (w.n <= 2)
    return HD_TOKEN_SHORT;
  if (w.n > 3 && w.p[w.n - 1] == 's' && !strchr("siu", w.p[w.n - 2]))
    return HD_TOKEN_S;
  if (w.n > 4 && hd_str_ends(w, HD_STR("ed")))
    return HD_TOKEN_ED;
  if (w.n > 4 && hd_str_ends(w, HD_STR("ing")))
    return HD_TOKEN_ING;
  if (w.n > 4 && hd_str_ends(w, HD_STR("ly")))
    return HD_TOKEN_LY;
  return HD_TOKEN_WORD;
}

hd_gap_tokens *hd_gap_tokens_new(hd_arena *arena, uint32_t most) {
  hd_gap_tokens *tokens = HD_NEW(arena, hd_gap_tokens);
  tokens->ids = hd_map_new(arena);
  tokens->classes = hd_arena_alloc(arena, most * sizeof *tokens->classes);
  tokens->months = hd_arena_alloc(arena, (most + 7) / 8);
  tokens->most = most;
  for (; tokens->n < HD_TOKEN_CLASSES; tokens->n++) {
    tokens->classes[tokens->n] = (uint16_t)tokens->n;
    size_t n = strlen(names[tokens->n]);
    if (n)
      *hd_map_at(tokens->ids,
                 (hd_str){hd_arena_copy(arena, names[tokens->n], n), n}, NULL) =
          tokens->n;
  }
  return tokens;
}

/* Notes the number of a mark where it is found without asking for its name. */
static void note_mark(hd_gap_tokens *tokens, hd_str name, uint32_t id) {
  unsigned char c = (unsigned char)name.p[0];
  bool loose = name.n == 2 && name.p[1] == '_';
  if (c < 0x80 && (name.n == 1 || loose))
    tokens->ascii[loose][c] = (uint16_t)id;
  tokens->wide = tokens->wide || c >= 0xE3;
}

bool hd_gap_token_add(hd_gap_tokens *tokens, hd_str name, bool own,
                      bool month) {
  bool fresh;
  uint32_t *id = hd_map_at(tokens->ids, name, &fresh);
  if (fresh) {
    *id = tokens->n;
    if (tokens->n == tokens->most)
      return false;
    bool word = hd_ascii_is_letter(name.p[0]);
    tokens->classes[tokens->n++] = word ? class_of(name) : (uint16_t)*id;
    note_mark(tokens, name, *id);
  }
  if (own)
    tokens->classes[*id] = (uint16_t)*id;
  if (month)
    tokens->months[*id / 8] |= (uint8_t)(1 << *id % 8);
  return true;
}

uint32_t hd_gap_token_named(const hd_gap_tokens *tokens, hd_str name) {
  const uint32_t *id = hd_map_find(tokens->ids, name);
  return id ? *id : 0;
}

/* ---- blanks -------------------------------------------------------------- */

/* The bytes of a blank at p: ASCII, no-break, thin, narrow; 0: none. */
static uint32_t blank_at(const char *p, size_t n) {
  const unsigned char *b = (const unsigned char *)p;
  if (n && (*b == ' ' || *b == '\t' || *b == '\n'))
    return 1;
  if (n >= 2 && b[0] == 0xC2 && b[1] == 0xA0)
    return 2;
  if (n >= 3 && b[0] == 0xE2 && b[1] == 0x80 && (b[2] <= 0x8B || b[2] == 0xAF))
    return 3;
  return 0;
}

/* Is the byte before off a letter, digit or mark? */
static bool follows_ascii(const hd_gap_search *s, uint32_t off) {
  return off > s->sentence.off &&
         (unsigned char)(s->text[off - 1] - '!') <= 0x7F - '!';
}

/* Nearly always there is no blank, or one. */
uint32_t hd_gap_blanks_before(const hd_gap_search *s, uint32_t off) {
  if (follows_ascii(s, off))
    return off;
  if (off > s->sentence.off && s->text[off - 1] == ' ' &&
      follows_ascii(s, off - 1))
    return off - 1;
  for (int n = 0; n < LONGEST && off > s->sentence.off; n++) {
    uint32_t from = (uint32_t)hd_utf8_back(s->text, off);
    if (!blank_at(s->text + from, off - from))
      break;
    off = from;
  }
  return off;
}

/* ---- tokens -------------------------------------------------------------- */

static bool is_digit_at(const hd_gap_search *s, uint32_t off) {
  return off < s->sentence.end && hd_ascii_is_digit(s->text[off]);
}

/* Behind the number at off: 1,204.5; off if there is none. */
static uint32_t past_number(const hd_gap_search *s, uint32_t off) {
  uint32_t most = off + LONGEST;
  while (off < most &&
         (is_digit_at(s, off) ||
          (off < s->sentence.end && hd_gap_is_of(s->text[off], ",.") &&
           is_digit_at(s, off + 1))))
    off++;
  return off;
}

static uint32_t word_id(const hd_gap_search *s, uint32_t off, uint32_t end) {
  hd_str w = {s->text + off, end - off};
  uint32_t id =
      w.n <= GAP_WORD_MOST
          ? hd_gap_token_named(hd_gap_weights_tokens(s->words->weights), w)
          : 0;
  return id ? id : class_of(w);
}

/* ---- words that were met ------------------------------------------------- */

/* The first KEPT letters at off, and how many they are. */
static uint32_t letters_at(const hd_gap_search *s, uint32_t off, uint64_t *head,
                           uint64_t *tail) {
  char last[KEPT];
  const char *p = s->text + off;
  uint32_t room = s->sentence.end - off;
  if (room < KEPT) {
    memset(last, 0, sizeof last);
    memcpy(last, p, room);
    p = last;
  }
  *head = hd_ascii_eight(p);
  *tail = 0;
  size_t n = hd_ascii_letters(*head);
  if (n < KEPT / 2) {
    *head &= ((uint64_t)1 << n * 8) - 1;
    return (uint32_t)n;
  }
  size_t more = hd_ascii_letters(*tail = hd_ascii_eight(p + KEPT / 2));
  if (more < KEPT / 2)
    *tail &= ((uint64_t)1 << more * 8) - 1;
  return (uint32_t)(n + more);
}

static void look_up(const hd_gap_search *s, uint32_t off, hd_gap_seen *out) {
  char low[GAP_WORD_MOST];
  size_t letters;
  hd_str w = {s->text + off, out->n};
  out->token = (uint16_t)word_id(s, off, off + out->n);
  out->wants = hd_gap_may_want(s->words, w.p, w.n, &letters);
  if (!out->wants)
    return;
  out->framed = hd_gap_frame_may(s->words->frames, w);
  if (w.n > GAP_WORD_MOST)
    return;
  hd_ascii_lower(low, w.p, w.n);
  out->roles = hd_gap_roles(s->words, (hd_str){low, w.n});
}

const hd_gap_seen *hd_gap_see(const hd_gap_search *s, uint32_t off,
                              hd_gap_seen *spare) {
  enum { BITS = 9 };
  _Static_assert(1 << BITS == HD_GAP_SEEN, "a slot for each hash");
  uint64_t head, tail;
  uint32_t n = letters_at(s, off, &head, &tail);
  if (n == KEPT) {
    *spare = (hd_gap_seen){.n = hd_gap_past_word(s, off) - off};
    look_up(s, off, spare);
    return spare;
  }
  uint64_t hash = (head ^ tail * 0x9e3779b97f4a7c15u) * 0x9e3779b97f4a7c15u;
  hd_gap_seen *seen = &s->seen[hash >> (64 - BITS)];
  if (seen->head != head || seen->tail != tail || !seen->n) {
    *seen = (hd_gap_seen){.head = head, .tail = tail, .n = n};
    look_up(s, off, seen);
  }
  return seen;
}

/* A mark of these behind a blank is another token than right behind a word. */
static uint32_t mark_id(const hd_gap_search *s, uint32_t off, uint32_t end) {
  const hd_gap_tokens *tokens = hd_gap_weights_tokens(s->words->weights);
  unsigned char c = (unsigned char)s->text[off];
  uint32_t id = 0;
  if (c < 0x80)
    id = tokens->ascii[hd_gap_is_of((char)c, ",.;:)%") &&
                       (off == s->sentence.off ||
                        hd_gap_blanks_before(s, off) < off)][c];
  else if (c < 0xE3 || tokens->wide)
    id = hd_gap_token_named(tokens, (hd_str){s->text + off, end - off});
  return id ? id : HD_TOKEN_MARK;
}

static hd_gap_token make(const hd_gap_search *s, uint32_t off, uint32_t end) {
  char c = s->text[off];
  hd_gap_token t = {.off = off, .end = end};
  if (hd_ascii_is_letter(c))
    t.id = word_id(s, off, end);
  else if (hd_ascii_is_digit(c) || (c == '.' && end > off + 1))
    t.id = end - off == 4 && hd_ascii_begins_year(s->text + off)
               ? HD_TOKEN_YEAR
               : HD_TOKEN_NUMBER;
  else
    t.id = mark_id(s, off, end);
  return t;
}

hd_gap_token hd_gap_token_at(const hd_gap_search *s, uint32_t off) {
  char c = s->text[off];
  uint32_t end = off, cp;
  hd_gap_seen spare;
  if (hd_ascii_is_letter(c)) {
    const hd_gap_seen *word = hd_gap_see(s, off, &spare);
    return (hd_gap_token){off, off + word->n, word->token};
  }
  if (hd_ascii_is_digit(c) || (c == '.' && is_digit_at(s, off + 1)))
    end = past_number(s, off);
  else
    end += (uint32_t)hd_utf8_decode(s->text + off, s->sentence.end - off, &cp);
  return make(s, off, end);
}

hd_gap_token hd_gap_token_before(const hd_gap_search *s, uint32_t end) {
  uint32_t off = end, least = s->sentence.off;
  const char *t = s->text;
  if (end == least)
    return (hd_gap_token){.off = end, .end = end, .id = HD_TOKEN_START};
  if (end - least > LONGEST)
    least = end - LONGEST;
  if (hd_ascii_is_letter(t[end - 1]))
    while (off > least && hd_ascii_is_letter(t[off - 1]))
      off--;
  else if (hd_ascii_is_digit(t[end - 1]))
    while (off > least &&
           (hd_ascii_is_digit(t[off - 1]) ||
            (hd_gap_is_of(t[off - 1], ",.") && hd_ascii_is_digit(t[off]) &&
             (t[off - 1] == '.' ||
              (off - 1 > least && hd_ascii_is_digit(t[off - 2]))))))
      off--;
  else
    off = (uint32_t)hd_utf8_back(t, end);
  return make(s, off, end);
}

bool hd_gap_token_next(const hd_gap_search *s, hd_gap_token *t) {
  uint32_t off = t->end, n;
  while ((n = blank_at(s->text + off, s->sentence.end - off)))
    off += n;
  if (off >= s->sentence.end)
    return false;
  *t = hd_gap_token_at(s, off);
  return true;
}

/* ---- marks around a hole ------------------------------------------------- */

static bool is_one_of(const hd_gap_search *s, const hd_gap_token *t,
                      const char *const *marks) {
  return hd_str_is_any((hd_str){s->text + t->off, t->end - t->off}, marks);
}

static const char *const dashes[] = {"-", "–", "−", "—", NULL};

/* 5- [ ]%, but not HOMA2- [ ]: does the dash join a figure that is no part of
 * a name? */
static bool joins_figure(const hd_gap_search *s, const hd_gap_token *dash) {
  uint32_t off = dash->off, least = s->sentence.off;
  if (off - least > LONGEST)
    least = off - LONGEST;
  while (off > least && (hd_ascii_is_digit(s->text[off - 1]) ||
                         hd_gap_is_of(s->text[off - 1], "%.,")))
    off--;
  bool named = off > s->sentence.off && hd_ascii_is_letter(s->text[off - 1]);
  return off < dash->off &&
         hd_gap_is_of(s->text[dash->off - 1], "%0123456789") && !named;
}

/* ± 3, -0.5, ≥ (4: does the mark belong to the figure behind it? */
static bool leads_figure(const hd_gap_search *s, const hd_gap_token *mark) {
  static const char *const signs[] = {"±",  "+", "~", "≈", "<", ">",
                                      "≤",  "≥", "°", "$", "£", "€",
                                      "\\", "#", "=", "∼", NULL};
  uint32_t off = mark->end;
  while (off < s->sentence.end && hd_gap_is_of(s->text[off], " ("))
    off++;
  return is_one_of(s, mark, signs) && off < s->sentence.end &&
         (hd_ascii_is_digit(s->text[off]) || s->text[off] == '.');
}

/* Two marks side by side. */
static bool marks_part(const hd_gap_search *s, const hd_gap_token *l,
                       const hd_gap_token *r) {
  static const char *const signs[] = {"=", "<", ">", "≤", "≥", "–", "-", NULL};
  char opens = s->text[l->off], closes = s->text[r->off];
  bool torn = l->end == r->off && hd_gap_is_of(opens, ",;:.") &&
              hd_gap_is_of(closes, ",;:.");
  bool short_form = opens == '.' && l->end == l->off + 1; /* et al. ; */
  if (opens == closes || torn || short_form) /* ;: is a broken sentence */
    return false;
  if (closes != ')' && closes != ']')
    return true;
  return is_one_of(s, l, signs) && l->off > s->sentence.off &&
         s->text[l->off - 1] != '(';
}

static bool is_mark(const hd_gap_search *s, const hd_gap_token *t) {
  char c = s->text[t->off];
  return !hd_ascii_is_letter(c) && !hd_ascii_is_digit(c) &&
         !(c == '.' && t->end > t->off + 1);
}

bool hd_gap_token_parts(const hd_gap_search *s, const hd_gap_token *l,
                        const hd_gap_token *r) {
  static const char *const none[] = {"$", "£", "€", "Δ", "∆", "×", NULL};
  bool left = is_mark(s, l), right = is_mark(s, r);
  char next = r->end < s->sentence.end ? s->text[r->end] : ' ';
  if ((!left && l->end == r->off) || is_one_of(s, l, none) ||
      hd_ascii_is_digit(s->text[r->off]))
    return false;
  bool joined = l->end == r->off && hd_ascii_is_letter(s->text[r->off]);
  if (left && is_one_of(s, l, dashes) && (joined || !joins_figure(s, l)))
    return false;
  if (s->text[l->off] == '>' && l->off > s->sentence.off &&
      hd_ascii_is_letter(s->text[l->off - 1]))
    return false; /* <NAME> */
  if (!right)
    return true;
  if (is_one_of(s, r, dashes) || hd_gap_token_is(s, r, "×") ||
      leads_figure(s, r))
    return false;
  if (s->text[r->off] == '%' &&
      (hd_ascii_is_digit(next) || hd_ascii_is_letter(next)))
    return false; /* a coded address */
  return !left || marks_part(s, l, r);
}
