/* need: a PCRE2 pattern in, sets of words of which each match holds one each
 * out.
 *
 * A walk over the pattern as a sequence of pieces. Each piece that must be
 * there offers its words: a run of plain characters itself, a small class its
 * members, a group what each of its branches offers. The best offer is the
 * one whose shortest word is longest, then the one with fewest words; of the
 * outermost sequence the best few are kept, of a branch the best.
 * Whatever is not surely understood offers nothing, and syntax that changes
 * the meaning of what stands around it gives the whole pattern up: a word too
 * few costs time, a word too many would lose a match. How matches begin is put
 * together on the way (begins.h). */
#include "offer.h"

enum { DEEPEST = 32 };

typedef struct { /* what a part of the pattern offers */
  hd_need need;
  hd_begins begins;
} piece;

typedef struct {
  hd_arena *arena;
  hd_str pattern;
  size_t at;
  bool lost; /* something that is not understood */
  int depth;
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

/* ---- offers ---------------------------------------------------------- */
static void keep(reader *r, hd_need *best, const hd_need *offer) {
  if (r->depth == 0)
    hd_need_note(r->needs, offer);
  if (hd_need_is_better(offer, best))
    *best = *offer;
}

static void add(reader *r, hd_need *need, const char *p, size_t n) {
  hd_str word = {p, n};
  HD_PUSH(r->arena, need, word);
}

/* What both branches of an alternative hold: the words of either, in a list of
 * their own, for the branch's may be one of the needs already. */
static void join(reader *r, hd_need *all, const hd_need *branch, bool first) {
  if (!first &&
      (all->n == 0 || branch->n == 0 || all->n + branch->n > HD_NEED_MOST)) {
    all->n = 0;
    return;
  }
  for (size_t i = 0; i < branch->n; i++)
    add(r, all, branch->items[i].p, branch->items[i].n);
}

/* ---- pieces ---------------------------------------------------------- */
static void read_branches(reader *r, piece *p);

/* Reads a quantifier: how many times the piece before it stands at least, 2
 * being "two and more". */
static unsigned read_quantifier(reader *r, bool *repeated) {
  char c = peek(r, 0);
  unsigned least = c != '?' && c != '*';
  *repeated = true;
  if (c == '?' || c == '*' || c == '+') {
    r->at++;
  } else if (c == '{' && hd_ascii_is_digit(peek(r, 1))) {
    least = 0;
    for (r->at++; !is_end(r) && peek(r, 0) != '}' && peek(r, 0) != ','; r->at++)
      least = least || peek(r, 0) > '1' ? 2 : (unsigned)(peek(r, 0) - '0');
    while (!is_end(r) && peek(r, 0) != '}')
      r->at++;
    r->at++;
  } else {
    *repeated = false;
    r->lost = r->lost || (c == '{' && peek(r, 1) == ',');
    return 1;
  }
  if (peek(r, 0) == '?' || peek(r, 0) == '+')
    r->at++;
  return least;
}

static void add_digits(reader *r, hd_need *need) {
  static const char digits[] = "0123456789";
  for (size_t i = 0; i < 10; i++)
    add(r, need, digits + i, 1);
}

/* Past {...}, which only an escape has here. */
static void skip_braces(reader *r) {
  while (!is_end(r) && peek(r, 0) != '}')
    r->at++;
  r->at++;
}

/* One member of a class, or a range of them; false: not a plain one. */
static bool read_member(reader *r, hd_need *need) {
  uint32_t cp;
  size_t n = hd_utf8_decode(r->pattern.p + r->at, r->pattern.n - r->at, &cp);
  if (peek(r, 0) == '[' && strchr(":.=", peek(r, 1))) {
    r->lost = true; /* a class by name */
    return false;
  }
  if (peek(r, 0) == '\\') {
    char c = peek(r, 1);
    r->lost = r->lost || c == 0 || c == 'Q' || c == 'E';
    r->at += 2;
    if (hd_ascii_is_letter(c) && peek(r, 0) == '{')
      skip_braces(r);
    if (c == 'd')
      add_digits(r, need);
    else if (hd_ascii_is_letter(c) || hd_ascii_is_digit(c) || peek(r, 0) == '-')
      return false;
    else
      add(r, need, r->pattern.p + r->at - 1, 1);
    return true;
  }
  bool range = r->at + n < r->pattern.n && r->pattern.p[r->at + n] == '-' &&
               r->at + n + 1 < r->pattern.n &&
               r->pattern.p[r->at + n + 1] != ']';
  if (!range) {
    add(r, need, r->pattern.p + r->at, n);
    r->at += n;
    return true;
  }
  char from = peek(r, 0), to = r->pattern.p[r->at + n + 1];
  r->at += n + 1;
  if (!hd_ascii_is_digit(from) || !hd_ascii_is_digit(to))
    return false; /* what ends the range is read as a member of its own */
  for (const char *d = "0123456789"; *d; d++)
    if (*d >= from && *d <= to)
      add(r, need, d, 1);
  r->at++;
  return true;
}

static void read_class(reader *r, piece *p) {
  hd_need *need = &p->need;
  bool plain = peek(r, 1) != '^';
  size_t from = r->at;
  r->at += plain ? 1 : 2;
  need->n = 0;
  for (bool first = true; !r->lost && (first || peek(r, 0) != ']');
       first = false) {
    if (is_end(r)) {
      r->lost = true;
      return;
    }
    plain = read_member(r, need) && plain;
  }
  r->at++;
  if (!r->lost)
    hd_begins_class(r->arena, &p->begins,
                    (hd_str){r->pattern.p + from, r->at - from});
  if (!plain || need->n > HD_NEED_MOST)
    need->n = 0;
}

/* Behind "(": what kind of group it is. true: a text that is matched holds
 * its content. */
static bool read_head(reader *r) {
  static const char *const around[] = {"?!", "?<!", "?=", "?<="};
  if (peek(r, 0) == '*') {
    r->lost = true;
    return false;
  }
  if (peek(r, 0) != '?')
    return true;
  for (size_t i = 0; i < sizeof around / sizeof *around; i++)
    if (starts(r, around[i])) {
      r->at += strlen(around[i]);
      return i >= 2;
    }
  if (starts(r, "?:") || starts(r, "?>")) {
    r->at += 2;
    return true;
  }
  if (starts(r, "?i:")) {
    r->at += 3;
    return false;
  }
  if (starts(r, "?<") || starts(r, "?P<")) {
    while (!is_end(r) && peek(r, 0) != '>')
      r->at++;
    r->at++;
    return true;
  }
  r->lost = true;
  return false;
}

static void read_group(reader *r, piece *p) {
  r->at++;
  bool wide = !starts(r, "?=") && !starts(r, "?!") && !starts(r, "?<=") &&
              !starts(r, "?<!");
  bool here = read_head(r);
  if (r->lost || ++r->depth > DEEPEST) {
    r->lost = true;
    return;
  }
  read_branches(r, p);
  r->depth--;
  r->lost = r->lost || peek(r, 0) != ')';
  r->at++;
  if (!here)
    p->need.n = 0;
  if (!here || !wide)
    p->begins = (hd_begins){.any = wide, .empty = !wide};
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
  char c = peek(r, 1);
  r->at += 2;
  p->begins.any = true;
  if (read_reference(r, c))
    return;
  hd_begins_escape(r->arena, &p->begins, c);
  if (c == 'd') {
    add_digits(r, &p->need);
    return;
  }
  if (c == 'p' || c == 'P' || c == 'x' || c == 'N' || c == 'o') {
    r->lost = r->lost || peek(r, 0) != '{';
    skip_braces(r);
    return;
  }
  static const char known[] = "bBsSwWDAzZhHvVR";
  r->lost = r->lost || c == 0 || !strchr(known, c);
}

/* ^, $ or . */
static void read_sign(reader *r, piece *p) {
  p->begins.any = peek(r, 0) == '.';
  p->begins.empty = !p->begins.any;
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

/* A run of plain characters that stand side by side in the pattern. A
 * quantifier belongs to the last of them alone. */
static void read_plain(reader *r, piece *offer) {
  char *word = hd_arena_alloc(r->arena, r->pattern.n - r->at);
  size_t length = 0, skip, n;
  uint32_t cp;
  bool repeated = false;
  offer->begins.empty = true;
  while (!r->lost && !repeated && !is_end(r) && (n = plain_at(r, &skip)) > 0) {
    const char *p = r->pattern.p + r->at + skip;
    hd_begins one;
    hd_utf8_decode(p, n, &cp);
    hd_begins_char(r->arena, &one, cp);
    r->at += skip + n;
    unsigned least = read_quantifier(r, &repeated);
    if (least) {
      memcpy(word + length, p, n);
      length += n;
    }
    if (repeated)
      hd_begins_repeat(r->arena, &one, least);
    hd_begins_then(r->arena, &offer->begins, &one);
  }
  if (length > 0)
    add(r, &offer->need, word, length);
}

static void read_sequence(reader *r, piece *all) {
  *all = (piece){.begins = {.empty = true}};
  while (!r->lost && !is_end(r) && peek(r, 0) != '|' && peek(r, 0) != ')') {
    piece p = {0};
    size_t skip;
    bool repeated = false;
    unsigned least = 1;
    char c = peek(r, 0);
    if (plain_at(r, &skip)) {
      read_plain(r, &p);
      keep(r, &all->need, &p.need);
      hd_begins_then(r->arena, &all->begins, &p.begins);
      continue;
    }
    if (c == '(')
      read_group(r, &p);
    else if (c == '[')
      read_class(r, &p);
    else if (c == '\\')
      read_escape(r, &p);
    else if (c == '^' || c == '$' || c == '.')
      read_sign(r, &p);
    else
      r->lost = true;
    if (!r->lost)
      least = read_quantifier(r, &repeated);
    if (least > 1 && c == '[')
      hd_need_square(r->arena, &p.need);
    if (least && !r->lost)
      keep(r, &all->need, &p.need);
    if (repeated)
      hd_begins_repeat(r->arena, &p.begins, least);
    hd_begins_then(r->arena, &all->begins, &p.begins);
  }
}

static void read_branches(reader *r, piece *p) {
  bool first = true;
  *p = (piece){0};
  for (;;) {
    piece branch;
    read_sequence(r, &branch);
    join(r, &p->need, &branch.need, first);
    hd_begins_or(r->arena, &p->begins, &branch.begins);
    first = false;
    if (r->lost || peek(r, 0) != '|')
      return;
    r->branched = r->branched || r->depth == 0;
    r->at++;
  }
}

void hd_need_read(hd_arena *arena, hd_str pattern, hd_needs *needs) {
  piece all;
  reader r = {.arena = arena, .pattern = pattern, .needs = needs};
  needs->n = 0;
  read_branches(&r, &all);
  needs->begins = all.begins;
  if (r.branched) { /* what one branch holds, another may lack */
    needs->n = 0;
    hd_need_note(needs, &all.need);
  }
  if (r.lost || !is_end(&r)) {
    needs->n = 0;
    needs->begins = (hd_begins){.any = true};
  }
}
