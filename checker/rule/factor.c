/* factor: branches of patterns put together by how they begin. See factor.h.
 *
 * A pattern is read as branches of pieces; what is inside a group is factored
 * first. A branch with a group that captures is moved no more than one that
 * begins with anything but a plain character, for groups are numbered. */
#include "factor.h"

enum { DEEPEST = 24 };

typedef struct {
  hd_str text;
  bool fixed; /* it is not moved, nor is one moved past it */
} branch;
typedef HD_VEC(branch) branches;
typedef HD_VEC(char) chars;

typedef struct {
  hd_arena *arena;
  hd_str pattern;
  size_t at;
  bool lost; /* something that is not understood */
  bool caseless;
  int depth;
} reader;

static char peek(const reader *r, size_t ahead) {
  return r->at + ahead < r->pattern.n ? r->pattern.p[r->at + ahead] : 0;
}

static void put(reader *r, chars *out, hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    HD_PUSH(r->arena, out, s.p[i]);
}

static hd_str text_of(const chars *c) { return (hd_str){c->items, c->n}; }

/* ---- putting together -----------------------------------------------------
 */
/* Bytes of the plain character that s begins with, which no quantifier follows;
 * 0: there is none. Without case only of what has none, or ASCII. */
static size_t plain_head(hd_str s, bool caseless) {
  uint32_t cp;
  size_t n, skip = 0;
  if (s.n == 0 || strchr("^$.[]|()?*+{}", *s.p))
    return 0;
  if (*s.p == '\\') {
    skip = 1;
    if (s.n < 2 || (unsigned char)s.p[1] >= 0x80 || s.p[1] <= ' ' ||
        hd_ascii_is_letter(s.p[1]) || hd_ascii_is_digit(s.p[1]))
      return 0;
  }
  n = skip + hd_utf8_decode(s.p + skip, s.n - skip, &cp);
  if (n < s.n && strchr("?*+{", s.p[n]))
    return 0;
  bool foldable = cp < 128 || (cp >= 0x3000 && cp < 0xa000);
  return caseless && !foldable ? 0 : n;
}

/* The character itself, in lower case where case does not count: what begins
 * with another one matches nothing that this does. */
static hd_str key_of(reader *r, hd_str head) {
  if (*head.p == '\\')
    head = (hd_str){head.p + 1, head.n - 1};
  if (!r->caseless || !hd_ascii_is_letter(*head.p))
    return head;
  char *small = hd_arena_copy(r->arena, head.p, head.n);
  *small |= 32;
  return (hd_str){small, head.n};
}

/* How many bytes all of them begin with, whole plain characters. */
static size_t common_head(reader *r, const branches *all) {
  hd_str first = all->items[0].text;
  for (size_t common = 0;;) {
    hd_str rest = {first.p + common, first.n - common};
    size_t n = plain_head(rest, r->caseless);
    for (size_t i = 1; n && i < all->n; i++) {
      hd_str other = all->items[i].text;
      other = (hd_str){other.p + common, other.n - common};
      if (plain_head(other, r->caseless) != n ||
          !hd_str_eq(key_of(r, (hd_str){rest.p, n}),
                     key_of(r, (hd_str){other.p, n})))
        n = 0;
    }
    if (n == 0)
      return common;
    common += n;
  }
}

static hd_str join(reader *r, const branches *all);

/* The branches one after the other. */
static hd_str list(reader *r, const branches *all) {
  chars out = {0};
  for (size_t i = 0; i < all->n; i++) {
    if (i)
      put(r, &out, HD_STR("|"));
    put(r, &out, all->items[i].text);
  }
  return text_of(&out);
}

/* Branches that begin with one character, as one. */
static hd_str merge(reader *r, const branches *group) {
  if (group->n == 1)
    return group->items[0].text;
  size_t common = common_head(r, group);
  if (common == 0) /* written in two ways: . and [.] never are, \- and - */
    return list(r, group);
  branches rests = {0};
  for (size_t i = 0; i < group->n; i++) {
    hd_str t = group->items[i].text;
    branch rest = {{t.p + common, t.n - common}, false};
    HD_PUSH(r->arena, &rests, rest);
  }
  chars out = {0};
  put(r, &out, (hd_str){group->items[0].text.p, common});
  put(r, &out, HD_STR("(?:"));
  put(r, &out, join(r, &rests));
  put(r, &out, HD_STR(")"));
  return text_of(&out);
}

/* Those of from .. end, all of which may be moved, by what they begin with. */
static branches join_run(reader *r, const branches *all, size_t from,
                         size_t end) {
  hd_map *places = hd_map_new(r->arena);
  HD_VEC(branches) groups = {0};
  for (size_t i = from; i < end; i++) {
    hd_str text = all->items[i].text;
    bool fresh;
    uint32_t *at = hd_map_at(
        places, key_of(r, (hd_str){text.p, plain_head(text, r->caseless)}),
        &fresh);
    if (fresh) {
      *at = (uint32_t)groups.n;
      HD_PUSH(r->arena, &groups, ((branches){0}));
    }
    HD_PUSH(r->arena, &groups.items[*at], all->items[i]);
  }
  branches out = {0};
  for (size_t i = 0; i < groups.n; i++) {
    branch b = {merge(r, &groups.items[i]), false};
    HD_PUSH(r->arena, &out, b);
  }
  return out;
}

static bool is_moved(const reader *r, const branch *b) {
  return !b->fixed && plain_head(b->text, r->caseless);
}

/* The alternation of the branches. */
static hd_str join(reader *r, const branches *all) {
  branches out = {0};
  for (size_t i = 0; i < all->n;) {
    size_t end = i;
    while (end < all->n && is_moved(r, &all->items[end]))
      end++;
    if (end == i) {
      HD_PUSH(r->arena, &out, all->items[i]);
      i++;
      continue;
    }
    branches run = join_run(r, all, i, end);
    for (size_t k = 0; k < run.n; k++)
      HD_PUSH(r->arena, &out, run.items[k]);
    i = end;
  }
  return list(r, &out);
}

/* ---- reading ---------------------------------------------------------------
 */
static void copy(reader *r, chars *out, size_t n) {
  if (n > r->pattern.n - r->at)
    n = r->pattern.n - r->at;
  put(r, out, (hd_str){r->pattern.p + r->at, n});
  r->at += n;
}

/* [...], with the classes by name that it may hold. */
static void copy_class(reader *r, chars *out) {
  copy(r, out, peek(r, 1) == '^' ? 2 : 1);
  for (bool first = true; r->at < r->pattern.n; first = false) {
    char c = peek(r, 0);
    if (c == ']' && !first)
      break;
    r->lost = r->lost || (c == '[' && strchr(":.=", peek(r, 1)) && peek(r, 1));
    copy(r, out, c == '\\' ? 2 : 1);
  }
  r->lost = r->lost || r->at >= r->pattern.n;
  copy(r, out, 1);
}

static hd_str read_branches(reader *r, bool factors, bool *captures);

typedef enum { PLAIN, CAPTURES, CASELESS, FROZEN } group_kind;

/* Copies the head of a group, behind "(". */
static group_kind copy_head(reader *r, chars *out) {
  static const char *const plain[] = {"?:", "?>", "?=", "?!"};
  if (peek(r, 0) != '?') {
    r->lost = r->lost || peek(r, 0) == '*';
    return CAPTURES;
  }
  hd_str rest = {r->pattern.p + r->at, r->pattern.n - r->at};
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (hd_str_starts(rest, hd_str_of(plain[i]))) {
      copy(r, out, strlen(plain[i]));
      return PLAIN;
    }
  if (hd_str_starts(rest, HD_STR("?<=")) ||
      hd_str_starts(rest, HD_STR("?<!"))) {
    copy(r, out, 3);
    return FROZEN; /* its branches have their lengths */
  }
  if (hd_str_starts(rest, HD_STR("?i:"))) {
    copy(r, out, 3);
    return CASELESS;
  }
  r->lost = r->lost || !(hd_str_starts(rest, HD_STR("?<")) ||
                         hd_str_starts(rest, HD_STR("?s)")));
  while (!r->lost && r->at < r->pattern.n && !strchr(">)", peek(r, 0)))
    copy(r, out, 1);
  if (peek(r, 0) == '>')
    copy(r, out, 1);
  return CAPTURES;
}

/* A group; true: it captures. */
static bool copy_group(reader *r, chars *out, bool factors) {
  bool captures = false;
  copy(r, out, 1);
  group_kind kind = copy_head(r, out);
  if (r->lost || ++r->depth > DEEPEST) {
    r->lost = true;
    return false;
  }
  bool caseless = r->caseless;
  r->caseless = caseless || kind == CASELESS;
  put(r, out, read_branches(r, factors && kind != FROZEN, &captures));
  r->caseless = caseless;
  r->depth--;
  r->lost = r->lost || peek(r, 0) != ')';
  copy(r, out, 1);
  return captures || kind == CAPTURES;
}

/* An escape; of \Q and the like nothing is known. */
static void copy_escape(reader *r, chars *out) {
  char c = peek(r, 1);
  r->lost = r->lost || c == 0 || c == 'Q' || c == 'E' || c == 'K';
  copy(r, out, 2);
  if ((c == 'x' || c == 'p' || c == 'P' || c == 'g' || c == 'k') &&
      (peek(r, 0) == '{' || peek(r, 0) == '<'))
    while (r->at < r->pattern.n && !strchr("}>", peek(r, 0)))
      copy(r, out, 1);
}

static branch read_branch(reader *r, bool factors) {
  chars out = {0};
  branch b = {.fixed = false};
  while (!r->lost && r->at < r->pattern.n && peek(r, 0) != '|' &&
         peek(r, 0) != ')') {
    if (peek(r, 0) == '(')
      b.fixed = copy_group(r, &out, factors) || b.fixed;
    else if (peek(r, 0) == '[')
      copy_class(r, &out);
    else if (peek(r, 0) == '\\')
      copy_escape(r, &out);
    else
      copy(r, &out, 1);
  }
  b.text = text_of(&out);
  return b;
}

/* An alternation, up to the end of its group. */
static hd_str read_branches(reader *r, bool factors, bool *captures) {
  branches all = {0};
  for (;;) {
    branch b = read_branch(r, factors);
    if (r->lost)
      return (hd_str){0};
    *captures = *captures || b.fixed;
    HD_PUSH(r->arena, &all, b);
    if (peek(r, 0) != '|')
      break;
    r->at++;
  }
  return factors ? join(r, &all) : list(r, &all);
}

hd_str hd_factor(hd_arena *arena, hd_str pattern, bool caseless) {
  bool captures = false;
  reader r = {.arena = arena, .pattern = pattern, .caseless = caseless};
  if (!memchr(pattern.p, '|', pattern.n))
    return pattern;
  hd_str out = read_branches(&r, true, &captures);
  return r.lost || r.at < pattern.n ? pattern : out;
}
