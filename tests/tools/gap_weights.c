/* gap_weights: writes rules/lexicon/en/gap_weights.tsv, what two tokens on
 * either side of a gap weigh for a number lost between them.
 *
 *   cc -O2 -o gap_weights tests/tools/gap_weights.c -lm
 *   gap_weights [-b REPORTS] COUNTED HELD > rules/lexicon/en/gap_weights.tsv
 *
 * COUNTED, HELD: sentences of published English, one a line; the first REPORTS
 * lines of COUNTED (reports, where the others are articles) count three times.
 * Each gap of a sentence of running text is a gap with nothing lost; each
 * number is deleted, alone, with its unit, with the bracket or range it is in:
 * the gap that is left is one with a loss. A logistic model of patterns (pairs
 * of tokens, what stands beside them, classes in their place) is trained on
 * both by FTRL with an L1 term, which leaves most patterns without a weight. A
 * first model of all gaps chooses the pairs that a loss may stand in; a second
 * one is of those alone, with gaps without a loss ten times as dear, since
 * false alarms are. HELD gives the least sum: at most one alarm in a million
 * bytes, those within 150 lines being one (a report repeats itself). What a
 * token is and where a number cannot be missing is as in
 * checker/quantity/gap_token.c. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  OFTEN = 1000, /* a word with its own token */
  OWN = 80,     /* so many of them are their own class */
  SEEN = 3,     /* a pattern of the second model */
  LOSSES = 2,   /* of a pair */
  TOKENS = 4096,
  HASHED = 1 << 22,
  SLOTS = 1 << 25,
  WORDS = 1 << 22,
  PATTERNS = 15
};
static const float FIRST_L1 = 2, L1 = 12, RATE = 0.15f, DEAR = 10, REPORT = 3;
static const float NEARLY = 4.6f; /* the first model's score of a pair's loss */
static const double BYTES_AN_ALARM = 6e5;

/* ---- tokens ------------------------------------------------------------- */

enum {
  NONE,
  START,
  END,
  NUMBER,
  YEAR,
  NAME,
  CAPS,
  S,
  ED,
  ING,
  LY,
  WORD,
  SHORT,
  MARK,
  CLASSES
};
static const char *const class_names[CLASSES] = {
    "*",   "<start>", "<end>", "<number>", "<year>", "<Name>",  "<CAPS>",
    "<s>", "<ed>",    "<ing>", "<ly>",     "<word>", "<short>", "<mark>"};

typedef struct {
  char *spelt;
  uint32_t count, id;
} entry;
static entry *words; /* a hash table of WORDS slots */
static const char *names[TOKENS];
static uint32_t classes[TOKENS], n_tokens = CLASSES;

typedef struct {
  uint32_t off, end;
  uint16_t id;
  uint8_t blank; /* before it */
  char kind;     /* w: word, #: number, p: mark */
} token;
typedef struct {
  char *text;
  size_t size;
  token *tokens;
  uint32_t *lines; /* where each begins; one more than there are */
  uint32_t n, n_lines;
} part;

static int is_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }
static int is_digit(char c) { return (unsigned char)(c - '0') < 10; }

static uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0x9e3779b97f4a7c15u;
  return h ^ h >> 29;
}

static entry *entry_of(const char *s, size_t n) {
  uint64_t h = 1469598103934665603u;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)s[i]) * 1099511628211u;
  uint32_t i = (uint32_t)(h ^ h >> 29) & (WORDS - 1);
  while (words[i].spelt &&
         (strlen(words[i].spelt) != n || memcmp(words[i].spelt, s, n) != 0))
    i = (i + 1) & (WORDS - 1);
  if (!words[i].spelt) {
    words[i].spelt = calloc(1, n + 1);
    memcpy(words[i].spelt, s, n);
  }
  return &words[i];
}

static uint32_t class_of(const char *s, size_t n) {
  size_t capitals = 0;
  for (size_t i = 0; i < n; i++)
    capitals += s[i] >= 'A' && s[i] <= 'Z';
  if (capitals >= 2)
    return CAPS;
  if (s[0] >= 'A' && s[0] <= 'Z')
    return NAME;
  if (n <= 2)
    return SHORT;
  if (n > 3 && s[n - 1] == 's' && !strchr("siu", s[n - 2]))
    return S;
  if (n > 4 && memcmp(s + n - 2, "ed", 2) == 0)
    return ED;
  if (n > 4 && memcmp(s + n - 3, "ing", 3) == 0)
    return ING;
  return n > 4 && memcmp(s + n - 2, "ly", 2) == 0 ? LY : WORD;
}

static size_t blank_at(const char *s) {
  const unsigned char *b = (const unsigned char *)s;
  if (*b == ' ' || *b == '\t')
    return 1;
  if (b[0] == 0xC2 && b[1] == 0xA0)
    return 2;
  return b[0] == 0xE2 && b[1] == 0x80 && (b[2] <= 0x8B || b[2] == 0xAF) ? 3 : 0;
}

/* Behind the token at off; *kind: what it is. */
static size_t past_token(const char *s, size_t off, char *kind) {
  size_t at = off;
  *kind = is_letter(s[off]) ? 'w' : 'p';
  while (is_letter(s[off]))
    off++;
  if (is_digit(s[off]) || (s[off] == '.' && is_digit(s[off + 1])))
    *kind = at == off ? '#' : *kind;
  if (*kind == '#')
    while (is_digit(s[off]) || (strchr(",.", s[off]) && is_digit(s[off + 1])))
      off++;
  if (off == at)
    for (off++; ((unsigned char)s[off] & 0xC0) == 0x80;)
      off++;
  return off;
}

/* The entry of a word or mark; a mark of ,.;:)% behind a blank has _. NULL:
 * marks that mean something in the table. */
static entry *named(const char *s, size_t n, int blank) {
  char name[8];
  if (n == 1 && strchr("*_#^@\"", *s))
    return NULL;
  if (is_letter(*s) || !blank || n > 1 || !strchr(",.;:)%", *s))
    return entry_of(s, n);
  name[0] = *s;
  name[1] = '_';
  return entry_of(name, 2);
}

static uint32_t id_of(const char *s, size_t n, char kind, int blank) {
  if (kind == '#')
    return n == 4 && (memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0)
               ? YEAR
               : NUMBER;
  const entry *e = named(s, n, blank);
  return e && e->id ? e->id : kind == 'w' ? class_of(s, n) : MARK;
}

static void load(part *p, const char *file) {
  FILE *f = fopen(file, "rb");
  if (!f || fseek(f, 0, SEEK_END) != 0) {
    perror(file);
    exit(1);
  }
  p->size = (size_t)ftell(f);
  rewind(f);
  p->text = calloc(1, p->size + 8);
  p->size = fread(p->text, 1, p->size, f);
  fclose(f);
}

/* Cuts the text into tokens; the first time they are counted only. */
static void cut(part *p, int count) {
  const char *s = p->text;
  char kind;
  if (!count) {
    p->tokens = malloc((p->size + 1) * sizeof *p->tokens);
    p->lines = malloc((p->size + 2) * sizeof *p->lines);
  }
  for (size_t off = 0; off < p->size; off++) {
    if (!count)
      p->lines[p->n_lines++] = p->n;
    for (int blank = 1; off < p->size && s[off] != '\n';) {
      size_t skip = blank_at(s + off), end;
      if (skip) {
        off += skip;
        blank = 1;
        continue;
      }
      end = past_token(s, off, &kind);
      entry *e = count && kind != '#' ? named(s + off, end - off, blank) : NULL;
      if (e)
        e->count++;
      if (!count)
        p->tokens[p->n++] =
            (token){(uint32_t)off, (uint32_t)end,
                    (uint16_t)id_of(s + off, end - off, kind, blank),
                    (uint8_t)blank, kind};
      off = end;
      blank = 0;
    }
  }
  if (!count)
    p->lines[p->n_lines] = p->n;
}

static int by_count(const void *a, const void *b) {
  const entry *x = *(entry *const *)a, *y = *(entry *const *)b;
  return x->count != y->count ? (x->count < y->count ? 1 : -1)
                              : strcmp(x->spelt, y->spelt);
}

/* Frequent words and marks, and all marks behind a blank. */
static int has_number(const entry *e) {
  size_t n = e->spelt ? strlen(e->spelt) : 0;
  int loose = n == 2 && e->spelt[1] == '_';
  return n && n < 25 && (e->count >= OFTEN || loose);
}

/* Gives frequent words and marks their numbers. */
static void number_words(void) {
  entry **list = malloc(WORDS * sizeof *list);
  uint32_t n = 0;
  for (uint32_t i = 0; i < WORDS; i++)
    if (has_number(&words[i]))
      list[n++] = &words[i];
  qsort(list, n, sizeof *list, by_count);
  for (uint32_t i = 0; i < CLASSES; i++) {
    names[i] = class_names[i];
    classes[i] = i;
  }
  for (uint32_t i = 0; i < n && n_tokens < TOKENS; i++, n_tokens++) {
    const char *s = list[i]->spelt;
    list[i]->id = n_tokens;
    names[n_tokens] = s;
    classes[n_tokens] =
        i < OWN || !is_letter(*s) ? n_tokens : class_of(s, strlen(s));
  }
  free(list);
}

/* ---- gaps and losses ----------------------------------------------------- */

static int is_spelt(const part *p, const token *t, const char *const *list) {
  for (; *list; list++)
    if (strlen(*list) == t->end - t->off &&
        memcmp(p->text + t->off, *list, t->end - t->off) == 0)
      return 1;
  return 0;
}

static const char *const dashes[] = {"-", "–", "−", "—", NULL};
static const char *const signs[] = {"=", "<", ">", "≤", "≥", "–", "-", NULL};

static int joins_figure(const part *p, const token *dash) {
  uint32_t k = dash->off;
  while (k && (is_digit(p->text[k - 1]) || strchr("%.,", p->text[k - 1])))
    k--;
  return k < dash->off && strchr("%0123456789", p->text[dash->off - 1]) &&
         !(k && is_letter(p->text[k - 1]));
}

static int leads_figure(const part *p, const token *t) {
  static const char *const leading[] = {"±", "+", "~", "≈",  "<", ">",
                                        "≤", "≥", "°", "$",  "£", "€",
                                        "#", "=", "∼", "\\", NULL};
  uint32_t k = t->end;
  while (p->text[k] == ' ' || p->text[k] == '(')
    k++;
  return is_spelt(p, t, leading) && (is_digit(p->text[k]) || p->text[k] == '.');
}

/* May a number be missing between two tokens? hd_gap_token_parts. */
static int parts(const part *p, const token *l, const token *r, int blank) {
  static const char *const none[] = {"$", "£", "€", "Δ", "∆", "×", NULL};
  char lc = p->text[l->off], rc = p->text[r->off], next = p->text[r->end];
  if ((l->kind != 'p' && !blank) || is_digit(rc) || is_spelt(p, l, none))
    return 0;
  if (is_spelt(p, l, dashes) &&
      ((!blank && r->kind == 'w') || !joins_figure(p, l)))
    return 0;
  if (lc == '>' && l->off && is_letter(p->text[l->off - 1]))
    return 0;
  if (r->kind != 'p')
    return 1;
  if (is_spelt(p, r, dashes) || is_spelt(p, r, none + 5) ||
      leads_figure(p, r) || (rc == '%' && (is_letter(next) || is_digit(next))))
    return 0;
  if (l->kind != 'p')
    return 1;
  if (lc == rc || lc == '.' ||
      (!blank && strchr(",;:", lc) && strchr(",;:.", rc)))
    return 0;
  return (rc != ')' && rc != ']') ||
         (is_spelt(p, l, signs) && l->off && p->text[l->off - 1] != '(');
}

/* Is the line a sentence of running text, not a heading or a row of figures? */
static int is_running(const part *p, uint32_t line) {
  uint32_t low = p->lines[line], high = p->lines[line + 1], w = 0, f = 0;
  if (high - low < 6 || p->tokens[high - 1].end - p->tokens[low].off < 40 ||
      !strchr(".!?;:)", p->text[p->tokens[high - 1].off]))
    return 0;
  for (uint32_t i = low; i < high; i++) {
    f += p->tokens[i].kind == '#';
    w += p->tokens[i].kind == 'w' && p->tokens[i].end > p->tokens[i].off + 1;
  }
  return f <= w;
}

/* The four tokens around the hole that is left of [from, to). */
static void around(const part *p, uint32_t line, uint32_t from, uint32_t to,
                   uint32_t *c) {
  uint32_t low = p->lines[line], high = p->lines[line + 1];
  c[0] = from >= low + 2 ? p->tokens[from - 2].id : START;
  c[1] = from > low ? p->tokens[from - 1].id : START;
  c[2] = to < high ? p->tokens[to].id : END;
  c[3] = to + 1 < high ? p->tokens[to + 1].id : END;
}

static uint64_t seed = 88172645463325252u;
static uint32_t chance(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)(seed >> 11);
}

/* Of half the losses the blank before the number stays before a mark. */
static void loosen(const part *p, uint32_t from, uint32_t to, uint32_t *c) {
  const token *t = &p->tokens[to];
  if (!p->tokens[from].blank || t->blank || t->kind != 'p' ||
      t->end != t->off + 1 || !strchr(",.;:)%", p->text[t->off]) ||
      chance() & 1)
    return;
  const entry *e = named(p->text + t->off, 1, 1);
  if (e->id)
    c[2] = e->id;
}

static const char *const units[] = {
    "years",   "months", "weeks",    "days",    "hours",   "minutes", "year",
    "million", "mg",     "ml",       "kg",      "g",       "cm",      "mm",
    "km",      "points", "billion",  "pct",     "percent", "mln",     "dlrs",
    "cases",   "deaths", "patients", "persons", "people",  NULL};
static const char *const money[] = {"$", "£", "€", NULL};
static const char *const share[] = {"%", NULL}, *const opens[] = {"(", NULL},
                         *const closes[] = {")", NULL};

/* [1], COVID-19, 3rd, /4: a number that is part of something. */
static int is_part(const part *p, uint32_t low, uint32_t high, uint32_t i) {
  const token *t = p->tokens;
  char left = i > low && !t[i].blank ? p->text[t[i - 1].off] : ' ';
  char right = i + 1 < high && !t[i + 1].blank ? p->text[t[i + 1].off] : ' ';
  int name =
      left == '-' && i > low + 1 && !t[i - 1].blank && t[i - 2].kind == 'w';
  return is_letter(left) || strchr("[/_^", left) || name || is_letter(right) ||
         strchr("]/", right);
}

typedef struct {
  uint32_t from, to;
} loss;

/* The ways to lose the number at i of a line; their number. */
static int losses(const part *p, uint32_t line, uint32_t i, loss *out) {
  const token *t = p->tokens;
  uint32_t low = p->lines[line], high = p->lines[line + 1], from = i,
           to = i + 1;
  int n = 0;
  if (t[i].kind != '#' || is_part(p, low, high, i))
    return 0;
  out[n++] = (loss){from, to};
  if (i > low && !t[i].blank && is_spelt(p, &t[i - 1], money)) {
    out[n++] = (loss){--from, to};
    if (to < high && is_spelt(p, &t[to], units))
      out[n++] = (loss){from, to + 1};
  } else if (to < high &&
             (is_spelt(p, &t[to], share) || is_spelt(p, &t[to], units))) {
    out[n++] = (loss){from, ++to};
  }
  if (to + 2 < high && is_spelt(p, &t[to], opens)) {
    uint32_t k = to;
    while (k < high && k < to + 8 && !is_spelt(p, &t[k], closes))
      k++;
    if (k < high && is_spelt(p, &t[k], closes))
      out[n++] = (loss){from, k + 1};
  }
  if (to + 1 < high && !t[to].blank && is_spelt(p, &t[to], dashes) &&
      t[to + 1].kind == '#')
    out[n++] = (loss){from, to + 2};
  return n;
}

/* ---- patterns and their weights ------------------------------------------ */

static uint64_t key(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
  return a << 36 | b << 24 | c << 12 | d;
}

/* The patterns that fit; weigh() of checker/quantity/gap_weights.c. */
static int patterns(const uint32_t *c, uint64_t *out) {
  uint32_t a = c[0], b = c[1], d = c[2], e = c[3];
  uint32_t A = classes[a], B = classes[b], D = classes[d], E = classes[e];
  int n = 0;
  out[n++] = key(0, b, d, 0);
  out[n++] = key(0, b, 0, 0);
  out[n++] = key(0, 0, d, 0);
  out[n++] = key(a, b, 0, 0);
  out[n++] = key(0, 0, d, e);
  out[n++] = key(a, b, d, 0);
  out[n++] = key(0, b, d, e);
  out[n++] = key(A, B, D, E);
  if (D != d) {
    out[n++] = key(0, b, D, 0);
    out[n++] = key(a, b, D, 0);
    out[n++] = key(A, B, d, E);
  }
  if (B != b) {
    out[n++] = key(0, B, d, 0);
    out[n++] = key(0, B, d, e);
    out[n++] = key(A, b, D, E);
  }
  if (B != b && D != d)
    out[n++] = key(A, b, d, E);
  return n;
}

typedef struct {
  uint64_t key;
  float z, n; /* of FTRL */
  uint32_t seen;
} slot;
static slot *hashed;   /* of the first model, by hash alone */
static slot *table;    /* of the second */
static uint8_t *pairs; /* TOKENS × TOKENS */
static float bias;     /* of the second */
static int second;     /* which model learns and scores */

static slot *slot_of(uint64_t k, int make) {
  if (!second)
    return &hashed[mix(0, k) >> 42 & (HASHED - 1)];
  uint32_t i = (uint32_t)(mix(1, k) >> 39) & (SLOTS - 1);
  while (table[i].key && table[i].key != k)
    i = (i + 1) & (SLOTS - 1);
  if (!table[i].key && make)
    table[i].key = k;
  return &table[i];
}

static float weight(const slot *s) {
  float l1 = second ? L1 : FIRST_L1;
  if ((second && s->seen < SEEN) || fabsf(s->z) <= l1)
    return 0;
  return -(s->z - (s->z > 0 ? l1 : -l1)) / ((1 + sqrtf(s->n)) / RATE + 1);
}

static float score(const uint32_t *c) {
  uint64_t k[PATTERNS];
  float sum = second ? bias : 0;
  for (int i = patterns(c, k); i-- > 0;)
    sum += weight(slot_of(k[i], 0));
  return sum;
}

static void learn(const uint32_t *c, float lost, float counts) {
  uint64_t k[PATTERNS];
  int n = patterns(c, k);
  float g = (1 / (1 + expf(-score(c))) - lost) * counts;
  if (second)
    bias -= 0.0005f * g;
  for (int i = 0; i < n; i++) {
    slot *s = slot_of(k[i], 0);
    float w = weight(s), more = sqrtf(s->n + g * g);
    s->z += g - (more - sqrtf(s->n)) / RATE * w;
    s->n += g * g;
  }
}

static int is_pair(const uint32_t *c) {
  return pairs[(size_t)c[1] * TOKENS + c[2]] >= LOSSES;
}

/* What is done with each gap (lost: 0) and loss (1) of a text. */
typedef void visit(const uint32_t *c, float lost, float counts);

static void learn_first(const uint32_t *c, float lost, float counts) {
  learn(c, lost, counts);
}
static void note_pair(const uint32_t *c, float lost, float counts) {
  uint8_t *n = &pairs[(size_t)c[1] * TOKENS + c[2]];
  (void)counts;
  if (lost > 0 && *n < LOSSES && score(c) > NEARLY)
    ++*n;
}
static void note_patterns(const uint32_t *c, float lost, float counts) {
  uint64_t k[PATTERNS];
  (void)lost, (void)counts;
  for (int i = is_pair(c) ? patterns(c, k) : 0; i-- > 0;)
    slot_of(k[i], 1)->seen++;
}
static void learn_second(const uint32_t *c, float lost, float counts) {
  if (is_pair(c))
    learn(c, lost, lost > 0 ? counts : counts * DEAR);
}

static void visit_line(const part *p, uint32_t line, float counts, visit *go) {
  uint32_t low = p->lines[line], high = p->lines[line + 1], c[4];
  loss q[8];
  for (uint32_t i = low; i < high; i++) {
    const token *t = p->tokens;
    if (i > low && parts(p, &t[i - 1], &t[i], t[i].blank)) {
      around(p, line, i, i, c);
      go(c, 0, counts);
    }
    for (int k = 0, n = losses(p, line, i, q); k < n; k++)
      if (q[k].from > low && q[k].to < high &&
          parts(p, &t[q[k].from - 1], &t[q[k].to], 1)) {
        around(p, line, q[k].from, q[k].to, c);
        loosen(p, q[k].from, q[k].to, c);
        go(c, 1, counts / (float)n);
      }
  }
}

static void visit_all(const part *p, const uint32_t *order, uint32_t reports,
                      visit *go) {
  for (uint32_t i = 0; i < p->n_lines; i++)
    if (is_running(p, order[i]))
      visit_line(p, order[i], order[i] < reports ? REPORT : 1, go);
}

/* ---- what the model is worth, and the table ------------------------------ */

typedef struct {
  float score;
  uint32_t line;
} alarm;
static int by_score(const void *a, const void *b) {
  float x = ((const alarm *)a)->score, y = ((const alarm *)b)->score;
  return (x < y) - (x > y);
}

/* The score that at most so many gaps of the text come to. */
static float least_score(const part *p, uint32_t most) {
  enum { NEAR = 150 };
  alarm *list = malloc(sizeof *list * (p->n + 1));
  uint32_t n = 0, kept = 0, c[4];
  for (uint32_t line = 0; line < p->n_lines; line++)
    for (uint32_t i = p->lines[line] + 1;
         i < p->lines[line + 1] && is_running(p, line); i++) {
      const token *t = &p->tokens[i];
      around(p, line, i, i, c);
      if (parts(p, t - 1, t, t->blank) && is_pair(c))
        list[n++] = (alarm){score(c), line};
    }
  qsort(list, n, sizeof *list, by_score);
  for (uint32_t i = 0; i < n && kept < most; i++) {
    int near = 0;
    for (uint32_t k = 0; k < kept; k++)
      near |= list[k].line + NEAR > list[i].line &&
              list[i].line + NEAR > list[k].line;
    if (!near)
      list[kept++] = list[i];
  }
  float least = kept ? list[kept - 1].score : 0;
  free(list);
  return least;
}

static void put_words(void) {
  fputs("@own\t", stdout);
  for (uint32_t i = CLASSES, n = 0; i < n_tokens; i++)
    if (is_letter(*names[i]) && classes[i] == i)
      printf("%s%s", n++ ? " " : "", names[i]);
  puts("\n@month\tJanuary February March April May June July August September "
       "October November December");
  for (int first = 0; first < 128; first++) {
    uint32_t n = 0;
    for (uint32_t i = CLASSES; i < n_tokens; i++) {
      int group = is_letter(*names[i]) ? *names[i] : 0;
      if (group != first || (group && classes[i] == i))
        continue;
      if (n++)
        printf(" %s", names[i]);
      else if (group)
        printf("@%c\t%s", group, names[i]);
      else
        printf("@marks\t%s", names[i]);
    }
    if (n)
      putchar('\n');
  }
}

static void put_table(float least) {
  puts("# source: own; counted by tests/tools/gap_weights.c over published "
       "English (see docs/decisions.md), see checker/quantity/gap_weights.h\n"
       "# licence: MIT\npattern\tweight");
  printf("@least\t%d\n", (int)lrintf((least - bias) * 100));
  put_words();
  fflush(stdout);
  FILE *sorted = popen("LC_ALL=C sort", "w");
  for (uint32_t i = 0; i < SLOTS; i++) {
    uint64_t k = table[i].key;
    uint32_t a = k >> 36 & 4095, b = k >> 24 & 4095, c = k >> 12 & 4095,
             d = k & 4095, around_pair[4] = {0, b, c, 0};
    int w = k ? (int)lrintf(weight(&table[i]) * 100) : 0;
    if (k && !a && !d && b && c && is_pair(around_pair))
      fprintf(sorted, "%s _ %s\t%d\n", names[b], names[c], w);
    else if (w)
      fprintf(sorted, "%s %s _ %s %s\t%d\n", names[a], names[b], names[c],
              names[d], w);
  }
  pclose(sorted);
}

int main(int argc, char **argv) {
  int named_reports = argc == 5 && strcmp(argv[1], "-b") == 0;
  if (argc != 3 && !named_reports) {
    fputs("usage: gap_weights [-b REPORTS] COUNTED HELD\n", stderr);
    return 2;
  }
  uint32_t reports = named_reports ? (uint32_t)atoi(argv[2]) : 0;
  part counted = {0}, held = {0};
  words = calloc(WORDS, sizeof *words);
  hashed = calloc(HASHED, sizeof *hashed);
  table = calloc(SLOTS, sizeof *table);
  pairs = calloc((size_t)TOKENS * TOKENS, 1);
  load(&counted, argv[argc - 2]);
  load(&held, argv[argc - 1]);
  cut(&counted, 1);
  number_words();
  cut(&counted, 0);
  cut(&held, 0);
  uint32_t *order = malloc(counted.n_lines * sizeof *order);
  for (uint32_t i = 0; i < counted.n_lines; i++)
    order[i] = i;
  for (uint32_t i = counted.n_lines; i-- > 1;) {
    uint32_t k = chance() % (i + 1), t = order[i];
    order[i] = order[k];
    order[k] = t;
  }
  for (int i = 0; i < 2; i++)
    visit_all(&counted, order, reports, learn_first);
  visit_all(&counted, order, reports, note_pair);
  second = 1;
  visit_all(&counted, order, reports, note_patterns);
  for (int i = 0; i < 3; i++)
    visit_all(&counted, order, reports, learn_second);
  put_table(least_score(&held, (uint32_t)((double)held.size / BYTES_AN_ALARM)));
  return 0;
}
