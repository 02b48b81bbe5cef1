/* need: a PCRE2 pattern in, sets of words of which each match holds one each
 * out.
 *
 * A walk over the pattern as a sequence of pieces, whose words are put together
 * as they stand side by side (offer.c): a plain character is one, a small class
 * one of its members, a group one of what its branches are. Of the outermost
 * sequence the best few sets are kept, of a branch the best.
 * Whatever is not surely understood offers nothing, and syntax that changes
 * the meaning of what stands around it gives the whole pattern up: a word too
 * few costs time, a word too many would lose a match. How matches begin is put
 * together on the way (begins.h). */
#include "offer.h"

enum { DEEPEST = 32, MOST_IN_CLASS = 300 };

typedef struct { /* what a part of the pattern offers */
  hd_offer offer;
  hd_begins begins;
} piece;

typedef struct {
  hd_arena *arena;
  hd_str pattern;
  size_t at;
  bool lost; /* something that is not understood */
  int depth;
  int caseless;    /* groups of (?i: that are open */
  bool branched;   /* the whole pattern is an alternative */
  hd_needs *needs; /* offers of the outermost sequence */
} reader;

static bool is_end(const reader *r) { return r->at >= r->pattern.n; }
static char peek(const reader *r, size_t ahead) {
  return r->at + ahead < r->pattern.n ? r->pattern.p[r->at + ahead] : 0;
}
static bool starts(const reader *r, const char *s) {
  size_t n = strlen(s);
  return r->pattern.n - r->at >= n && memcmp(r->pattern.p + r->at, s, n) == 0;
}
static hd_needs *outer(const reader *r) { return r->depth ? NULL : r->needs; }

/* ---- words ------------------------------------------------------------ */
/* One of the class that the byte stands for. */
static void add_class(reader *r, hd_offer *o, char c) {
  char *word = hd_arena_alloc(r->arena, 1);
  *word = c;
  hd_offer_word(r->arena, o, word, 1);
}

/* The character at p, which is not to be told by its case where that does not
 * count; false: it is not known which characters those are. */
static bool add_char(reader *r, hd_offer *o, const char *p, size_t n) {
  bool letter = n == 1 && hd_ascii_is_letter(*p);
  if (*p == HD_NEED_DIGIT || *p == HD_NEED_BLANK)
    return false;
  hd_offer_word(r->arena, o, p, n);
  if (!r->caseless)
    return true;
  if (letter)
    add_class(r, o, (char)(*p ^ 32));
  if (letter && (*p | 32) == 's')
    hd_offer_word(r->arena, o, "ſ", 2);
  if (letter && (*p | 32) == 'k')
    hd_offer_word(r->arena, o, "\xe2\x84\xaa", 3); /* the sign of kelvin */
  unsigned char lead = (unsigned char)*p;
  return lead < 0x80 || (lead >= 0xe3 && lead <= 0xe9);
}

/* ---- pieces ---------------------------------------------------------- */
static void read_branches(reader *r, piece *p);

/* Reads a number of {1,2}. */
static size_t read_count(reader *r) {
  size_t n = 0;
  for (; hd_ascii_is_digit(peek(r, 0)); r->at++)
    n = n < 100 ? n * 10 + (size_t)(peek(r, 0) - '0') : n;
  return n;
}

typedef struct {
  bool any; /* there is one */
  size_t least, most;
} quantifier;

/* How many times the piece before it stands. */
static quantifier read_quantifier(reader *r) {
  char c = peek(r, 0);
  quantifier q = {true, c == '+', c == '?' ? 1 : SIZE_MAX};
  if (c == '?' || c == '*' || c == '+') {
    r->at++;
  } else if (c == '{' && hd_ascii_is_digit(peek(r, 1))) {
    r->at++;
    q.least = q.most = read_count(r);
    if (peek(r, 0) == ',') {
      r->at++;
      q.most = hd_ascii_is_digit(peek(r, 0)) ? read_count(r) : SIZE_MAX;
    }
    r->lost = r->lost || peek(r, 0) != '}';
    r->at++;
  } else {
    r->lost = r->lost || (c == '{' && peek(r, 1) == ',');
    return (quantifier){false, 1, 1};
  }
  if (peek(r, 0) == '?' || peek(r, 0) == '+')
    r->at++;
  return q;
}

/* Past {...}, which only an escape has here. */
static void skip_braces(reader *r) {
  while (!is_end(r) && peek(r, 0) != '}')
    r->at++;
  r->at++;
}

/* An escape in a class; false: not a plain one. */
static bool read_member_escape(reader *r, hd_offer *o) {
  char c = peek(r, 1);
  r->lost = r->lost || c == 0 || c == 'Q' || c == 'E' || (c & 0x80);
  r->at += 2;
  if (hd_ascii_is_letter(c) && peek(r, 0) == '{')
    skip_braces(r);
  if (c == 'd' || c == 's')
    add_class(r, o, c == 'd' ? HD_NEED_DIGIT : HD_NEED_BLANK);
  else if (hd_ascii_is_letter(c) || hd_ascii_is_digit(c) || peek(r, 0) == '-')
    return false;
  else
    return add_char(r, o, r->pattern.p + r->at - 1, 1);
  return true;
}

/* One member of a class, or a range of them; false: not a plain one. */
static bool read_member(reader *r, hd_offer *o) {
  uint32_t cp;
  size_t n = hd_utf8_decode(r->pattern.p + r->at, r->pattern.n - r->at, &cp);
  if (peek(r, 0) == '[' && strchr(":.=", peek(r, 1))) {
    r->lost = true; /* a class by name */
    return false;
  }
  if (peek(r, 0) == '\\')
    return read_member_escape(r, o);
  bool range = r->at + n < r->pattern.n && r->pattern.p[r->at + n] == '-' &&
               r->at + n + 1 < r->pattern.n &&
               r->pattern.p[r->at + n + 1] != ']';
  if (!range) {
    r->at += n;
    return add_char(r, o, r->pattern.p + r->at - n, n);
  }
  char from = peek(r, 0), to = r->pattern.p[r->at + n + 1];
  r->at += n + 1;
  if (!hd_ascii_is_digit(from) || !hd_ascii_is_digit(to))
    return false; /* what ends the range is read as a member of its own */
  if (to - from >= 3)
    add_class(r, o, HD_NEED_DIGIT);
  for (const char *d = "0123456789"; to - from < 3 && *d; d++)
    if (*d >= from && *d <= to)
      hd_offer_word(r->arena, o, d, 1);
  r->at++;
  return true;
}

static void read_class(reader *r, piece *p) {
  bool plain = peek(r, 1) != '^';
  size_t from = r->at;
  r->at += plain ? 1 : 2;
  hd_offer_none(&p->offer);
  for (bool first = true; !r->lost && (first || peek(r, 0) != ']');
       first = false) {
    if (is_end(r)) {
      r->lost = true;
      return;
    }
    plain = read_member(r, &p->offer) && plain;
  }
  r->at++;
  if (!r->lost)
    hd_begins_class(r->arena, &p->begins,
                    (hd_str){r->pattern.p + from, r->at - from});
  if (!plain || p->offer.tail.n > MOST_IN_CLASS)
    hd_offer_unknown(r->arena, &p->offer);
}

/* ---- groups ------------------------------------------------------------ */
typedef enum { CONTENT, CASELESS, AHEAD, BEHIND, NOT_THERE } group_kind;

/* Behind "(": what kind of group it is. */
static group_kind read_head(reader *r) {
  static const struct {
    const char *opens;
    group_kind kind;
  } heads[] = {{"?!", NOT_THERE}, {"?<!", NOT_THERE}, {"?=", AHEAD},
               {"?<=", BEHIND},   {"?:", CONTENT},    {"?>", CONTENT},
               {"?i:", CASELESS}};
  r->lost = r->lost || peek(r, 0) == '*';
  if (peek(r, 0) != '?')
    return CONTENT;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (starts(r, heads[i].opens)) {
      r->at += strlen(heads[i].opens);
      return heads[i].kind;
    }
  if (starts(r, "?s)")) { /* of what . matches nothing is known anyway */
    r->at += strlen("?s");
    return CONTENT;
  }
  bool named = starts(r, "?<") || starts(r, "?P<");
  r->lost = r->lost || !named;
  while (named && !is_end(r) && peek(r, 0) != '>')
    r->at++;
  r->at++;
  return CONTENT;
}

static group_kind read_group(reader *r, piece *p) {
  r->at++;
  group_kind kind = read_head(r);
  if (r->lost || ++r->depth > DEEPEST) {
    r->lost = true;
    return kind;
  }
  r->caseless += kind == CASELESS;
  read_branches(r, p);
  r->caseless -= kind == CASELESS;
  r->depth--;
  r->lost = r->lost || peek(r, 0) != ')';
  r->at++;
  if (kind != CONTENT && kind != CASELESS)
    p->begins = (hd_begins){.empty = true};
  return kind;
}

/* \1, \k<name>, \g{-2}: what stands there is not known. false: none here. */
static bool read_reference(reader *r, char c) {
  static const char opening[] = "<{'", closing[] = ">}'";
  const char *open = peek(r, 0) ? strchr(opening, peek(r, 0)) : NULL;
  if ((c == 'k' || c == 'g') && open) {
    for (r->at++; !is_end(r) && peek(r, 0) != closing[open - opening]; r->at++)
      continue;
    r->at++;
    return true;
  }
  return c >= '1' && c <= '9' && !hd_ascii_is_digit(peek(r, 0));
}

/* An escape outside of a class, other than of a plain sign. */
static void read_escape(reader *r, piece *p) {
  static const char known[] = "bBsSwWDAzZhHvVR";
  char c = peek(r, 1);
  r->at += 2;
  p->begins.any = true;
  hd_offer_unknown(r->arena, &p->offer);
  if (read_reference(r, c))
    return;
  hd_begins_escape(r->arena, &p->begins, c);
  if (p->begins.empty) {
    hd_offer_nothing(r->arena, &p->offer);
  } else if (c == 'd' || c == 's') {
    hd_offer_none(&p->offer);
    add_class(r, &p->offer, c == 'd' ? HD_NEED_DIGIT : HD_NEED_BLANK);
  } else if (c == 'p' || c == 'P' || c == 'x' || c == 'N' || c == 'o') {
    r->lost = r->lost || peek(r, 0) != '{';
    skip_braces(r);
    return;
  }
  r->lost = r->lost || c == 0 || (c != 'd' && !strchr(known, c));
}

/* ^, $ or . */
static void read_sign(reader *r, piece *p) {
  p->begins.any = peek(r, 0) == '.';
  p->begins.empty = !p->begins.any;
  if (p->begins.any)
    hd_offer_unknown(r->arena, &p->offer);
  else
    hd_offer_nothing(r->arena, &p->offer);
  r->at++;
}

/* ---- sequences --------------------------------------------------------- */
/* Bytes of the plain character here, past its backslash in *skip; 0: none. */
static size_t plain_at(const reader *r, size_t *skip) {
  uint32_t cp;
  char c = peek(r, 0);
  *skip = 0;
  if (c == '\\') {
    char escaped = peek(r, 1);
    *skip = 1;
    return escaped > ' ' && (unsigned char)escaped < 0x80 &&
                   !hd_ascii_is_letter(escaped) && !hd_ascii_is_digit(escaped)
               ? 1
               : 0;
  }
  if (strchr("^$.[]|()?*+{}", c))
    return 0;
  return hd_utf8_decode(r->pattern.p + r->at, r->pattern.n - r->at, &cp);
}

static void read_plain(reader *r, piece *p, size_t skip, size_t n) {
  uint32_t cp;
  const char *at = r->pattern.p + r->at + skip;
  hd_utf8_decode(at, n, &cp);
  hd_begins_char(r->arena, &p->begins, cp);
  hd_offer_none(&p->offer);
  if (!add_char(r, &p->offer, at, n))
    hd_offer_unknown(r->arena, &p->offer);
  r->at += skip + n;
}

static group_kind read_piece(reader *r, piece *p) {
  size_t skip, n = plain_at(r, &skip);
  char c = peek(r, 0);
  if (c == '(' && !n)
    return read_group(r, p);
  if (n)
    read_plain(r, p, skip, n);
  else if (c == '[')
    read_class(r, p);
  else if (c == '\\')
    read_escape(r, p);
  else if (c == '^' || c == '$' || c == '.')
    read_sign(r, p);
  else
    r->lost = true;
  if (r->caseless)
    hd_begins_fold(r->arena, &p->begins);
  return CONTENT;
}

static void read_sequence(reader *r, piece *all) {
  *all = (piece){.begins = {.empty = true}};
  hd_offer_nothing(r->arena, &all->offer);
  while (!r->lost && !is_end(r) && peek(r, 0) != '|' && peek(r, 0) != ')') {
    piece p = {0};
    group_kind kind = read_piece(r, &p);
    if (r->lost)
      return;
    quantifier q = read_quantifier(r);
    if (q.any) {
      hd_offer_repeat(r->arena, &p.offer, q.least, q.most);
      hd_begins_repeat(r->arena, &p.begins,
                       q.least < 2 ? (unsigned)q.least : 2);
    }
    if (kind == CONTENT || kind == CASELESS)
      hd_offer_then(r->arena, &all->offer, &p.offer, outer(r));
    else if (kind == AHEAD && q.least)
      hd_offer_ahead(r->arena, &all->offer, &p.offer, outer(r));
    else if (kind == BEHIND && q.least)
      hd_offer_behind(r->arena, &all->offer, &p.offer, outer(r));
    hd_begins_then(r->arena, &all->begins, &p.begins);
  }
  hd_offer_end(r->arena, &all->offer, outer(r));
}

static void read_branches(reader *r, piece *p) {
  *p = (piece){0};
  for (bool first = true;; first = false) {
    piece branch;
    read_sequence(r, &branch);
    if (r->lost)
      return;
    if (first) {
      p->offer = branch.offer;
      hd_offer_own(r->arena, &p->offer);
    } else {
      hd_offer_or(r->arena, &p->offer, &branch.offer);
    }
    hd_begins_or(r->arena, &p->begins, &branch.begins);
    if (peek(r, 0) != '|')
      return;
    r->branched = r->branched || r->depth == 0;
    r->at++;
  }
}

/* Behind a look-behind that is one class which holds \w: (?<![\w/-]); 0: the
 * pattern does not begin with one. */
static size_t past_word_class(hd_str p) {
  const hd_str begin = HD_STR("(?<![\\w");
  size_t at = begin.n;
  if (!hd_str_starts(p, begin))
    return 0;
  while (at < p.n && p.p[at] != ']')
    at += p.p[at] == '\\' ? 2 : 1;
  return at + 1 < p.n && p.p[at + 1] == ')' ? at + 2 : 0;
}

/* Does it begin at the edge of a word, whatever else it says? */
static bool begins_at_edge(hd_str pattern) {
  size_t end = past_word_class(pattern);
  if (!end && hd_str_starts(pattern, HD_STR("\\b")))
    end = 2;
  return end && (end == pattern.n || !strchr("?*+{", pattern.p[end]));
}

void hd_need_begins(hd_arena *arena, hd_str pattern, bool caseless,
                    hd_begins *begins) {
  hd_needs needs = {.n = 0};
  piece all;
  reader r = {.arena = arena,
              .pattern = pattern,
              .needs = &needs,
              .caseless = caseless};
  read_branches(&r, &all);
  *begins = all.begins;
  begins->fresh = !r.branched && begins_at_edge(pattern);
  if (r.lost || !is_end(&r))
    *begins = (hd_begins){.any = true};
}

void hd_need_read(hd_arena *arena, hd_str pattern, hd_needs *needs) {
  piece all;
  reader r = {.arena = arena, .pattern = pattern, .needs = needs};
  needs->n = 0;
  read_branches(&r, &all);
  needs->begins = all.begins;
  needs->begins.fresh = !r.branched && begins_at_edge(pattern);
  if (r.branched) { /* what one branch holds, another may lack */
    needs->n = all.offer.need.n > 0;
    needs->sets[0] = all.offer.need;
  }
  hd_offer_trim(needs);
  if (r.lost || !is_end(&r)) {
    needs->n = 0;
    needs->begins = (hd_begins){.any = true};
  }
}
