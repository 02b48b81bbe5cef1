/* english_label: a label or header of an English table as plain words.
 *
 * In: its span. Out: the words in lower case without footnote marks, emphasis
 * and brackets, yrs and mos written out, and its kind by the scope and
 * indicator lexicons and its form. */
#include "english_table.h"

enum { LONGEST_LABEL = 400 };

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* Bytes of a footnote mark or emphasis at p; 0 if there is none. */
static size_t mark_at(const char *p, size_t n) {
  static const char *const marks[] = {"*", "_",  "\\", "†", "‡",  "§", "¶",
                                      "˒", "**", "#",  "║", "\"", "“", "”"};
  if ((unsigned char)*p < 0x80 && *p != '*' && *p != '_' && *p != '\\' &&
      *p != '#' && *p != '"')
    return 0;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t k = strlen(marks[i]);
    if (n >= k && memcmp(p, marks[i], k) == 0)
      return k;
  }
  return 0;
}

typedef struct {
  char *p;
  size_t n;
} line;

static void put(line *out, const char *p, size_t n) {
  if (n == 1 && *p == ' ' && (out->n == 0 || out->p[out->n - 1] == ' '))
    return;
  memcpy(out->p + out->n, p, n);
  out->n += n;
}

/* Copies a cell without its marks; brackets go to `bracket`. */
static hd_str plain(const hd_claim_reader *r, hd_span span, hd_str *bracket) {
  hd_str s = hd_document_text(r->doc, span);
  if (s.n > LONGEST_LABEL)
    s.n = hd_utf8_floor(s.p, LONGEST_LABEL);
  line out = {hd_arena_alloc(r->arena, s.n * 2 + 8), 0};
  line in = {hd_arena_alloc(r->arena, s.n * 2 + 8), 0};
  int depth = 0;
  bool first = true;
  for (size_t i = 0, k; i < s.n; i += k) {
    char c = s.p[i];
    k = mark_at(s.p + i, s.n - i);
    if (k)
      continue;
    k = 1;
    if (c == '(' || c == ')' || c == '[' || c == ']') {
      depth += c == '(' || c == '[' ? 1 : depth > 0 ? -1 : 0;
      first = first && !(depth == 0 && in.n > 0);
      put(&out, " ", 1);
      continue;
    }
    size_t dashes = 0;
    while (i + dashes < s.n && s.p[i + dashes] == '-')
      dashes++;
    char low = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c == '\t' ? ' ' : c;
    line *to = depth == 0 ? &out : &in;
    if (depth > 0 && !first)
      continue;
    if (dashes > 1) {
      put(to, dashes > 2 ? "—" : "–", 3);
      k = dashes;
    } else {
      put(to, &low, 1);
    }
  }
  *bracket = hd_str_trim((hd_str){in.p, in.n});
  return hd_str_trim((hd_str){out.p, out.n});
}

/* yrs and mos in full; the colon, comma at the end off. */
static hd_str spelled(const hd_claim_reader *r, hd_str s) {
  static const struct {
    const char *is, *was;
  } rows[] = {{" years", " yrs"}, {" months", " mos"}, {" months", " mo"}};
  while (s.n && strchr(":,; .", s.p[s.n - 1]))
    s.n--;
  char *out = hd_arena_alloc(r->arena, s.n * 3 + 8); /* " mo" is the worst */
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    size_t k = 0;
    for (size_t j = 0; j < sizeof rows / sizeof *rows && !k; j++) {
      if (s.p[i] != rows[j].was[0])
        continue;
      size_t m = strlen(rows[j].was);
      if (s.n - i >= m && memcmp(s.p + i, rows[j].was, m) == 0 &&
          (i + m == s.n || !is_letter(s.p[i + m]))) {
        memcpy(out + n, rows[j].is, strlen(rows[j].is));
        n += strlen(rows[j].is);
        k = m;
      }
    }
    if (!k)
      out[n++] = s.p[i++];
    i += k;
  }
  return (hd_str){out, n};
}

bool hd_label_has(hd_str text, const char *words) {
  size_t n = strlen(words);
  for (hd_str rest = text; rest.n >= n;) {
    size_t at = hd_str_find(rest, hd_str_of(words));
    if (at >= rest.n)
      return false;
    const char *p = rest.p + at;
    bool left = p == text.p || !(is_letter(p[-1]) || hd_ascii_is_digit(p[-1]));
    bool right = p + n == text.p + text.n || !is_letter(p[n]);
    if (left && right)
      return true;
    rest = (hd_str){p + 1, (size_t)(text.p + text.n - p - 1)};
  }
  return false;
}

/* A bit for what each word of the text begins with, by its last five bits. */
static uint32_t heads_of(hd_str text) {
  uint32_t heads = 0;
  bool inside = false;
  for (size_t i = 0; i < text.n; i++) {
    char c = text.p[i];
    if (!inside)
      heads |= (uint32_t)1 << (c & 31);
    inside = is_letter(c) || hd_ascii_is_digit(c);
  }
  return heads;
}

bool hd_label_has_any(hd_str text, const char *const *words, size_t n) {
  uint32_t heads = heads_of(text);
  for (size_t i = 0; i < n; i++)
    if (heads >> (words[i][0] & 31) & 1 && hd_label_has(text, words[i]))
      return true;
  return false;
}

size_t hd_label_cut(hd_str text, const char *const *words, size_t n) {
  size_t cut = text.n;
  for (size_t i = 0; i < n; i++) {
    size_t at = hd_str_find(text, hd_str_of(words[i]));
    cut = at < cut ? at : cut;
  }
  return cut;
}

/* Is there an entry of this value for the words that begin at p? Bytes. */
static size_t scope_word(const hd_claim_reader *r, hd_str s,
                         const char *value) {
  hd_match m[16];
  size_t letters;
  if (!hd_vocabulary_may(r->v, s.p, s.n, &letters))
    return 0;
  size_t best = 0, n = hd_trie_all(r->v->trie, s.p, s.n, m, 16);
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < m[i].n_values; k++) {
      const hd_word *w = &r->v->words.items[m[i].values[k]];
      if (w->cls == HD_WORD_SCOPE && hd_str_is(w->value, value) &&
          (m[i].n == s.n || !is_letter(s.p[m[i].n])))
        best = m[i].n;
    }
  return best;
}

bool hd_label_value(const hd_claim_reader *r, hd_str text, const char *value,
                    bool last) {
  for (size_t i = 0; i < text.n; i++) {
    if (!is_letter(text.p[i]) || (i > 0 && is_letter(text.p[i - 1])))
      continue;
    size_t n = scope_word(r, (hd_str){text.p + i, text.n - i}, value);
    if (n && (!last || i + n == text.n))
      return true;
  }
  return false;
}

/* In the order of the bits HD_SCOPE_. */
static const char *const scopes[] = {"race",  "sex",    "place",
                                     "urban", "people", "title"};

/* One walk for all scopes: bits of those that hd_label_value finds anywhere
 * and at the end. */
static void note_scopes(const hd_claim_reader *r, hd_label *l) {
  enum { SCOPES = sizeof scopes / sizeof *scopes };
  hd_str s = l->text;
  for (size_t i = 0, letters = 0; i < s.n; i += letters ? letters : 1) {
    hd_match m[16];
    hd_str rest = {s.p + i, s.n - i};
    if (!hd_vocabulary_may(r->v, rest.p, rest.n, &letters) || !letters)
      continue;
    size_t last[SCOPES] = {0};
    size_t n = hd_trie_all(r->v->trie, rest.p, rest.n, m, 16);
    for (size_t k = 0; k < n; k++)
      for (size_t v = 0; v < m[k].n_values; v++) {
        const hd_word *w = &r->v->words.items[m[k].values[v]];
        if (w->cls != HD_WORD_SCOPE ||
            (m[k].n < rest.n && is_letter(rest.p[m[k].n])))
          continue;
        for (size_t scope = 0; scope < SCOPES; scope++)
          if (hd_str_is(w->value, scopes[scope]))
            last[scope] = m[k].n;
      }
    for (size_t scope = 0; n && scope < SCOPES; scope++) {
      l->any |= (uint8_t)((last[scope] != 0) << scope);
      l->last |= (uint8_t)((last[scope] == rest.n) << scope);
    }
  }
}

static bool is_total(hd_str s) {
  static const char *const all[] = {"overall",       "total",      "all",
                                    "both sexes",    "all ages",   "totals",
                                    "all persons",   "all races",  "u.s.",
                                    "united states", "u.s. total", NULL};
  return hd_str_is_any(s, all) || hd_str_starts(s, HD_STR("all, "));
}

/* 18–44, ≥65, <5, 25 to 34 */
static bool is_range(hd_str s) {
  static const char *const signs[] = {"≥", "≤", "<", ">", NULL};
  return hd_str_starts_any(s, signs) || (s.n && hd_ascii_is_digit(s.p[0]));
}

static bool is_year(hd_str s) {
  static const char *const heads[] = {"fiscal year ", "fiscal ", "fy ", "fy"};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (hd_str_starts(s, hd_str_of(heads[i]))) {
      s = (hd_str){s.p + strlen(heads[i]), s.n - strlen(heads[i])};
      break;
    }
  return s.n == 4 && (s.p[0] == '1' || s.p[0] == '2') &&
         hd_ascii_is_digit(s.p[1]) && hd_ascii_is_digit(s.p[2]) &&
         hd_ascii_is_digit(s.p[3]) &&
         (hd_str_starts(s, HD_STR("19")) || hd_str_starts(s, HD_STR("20")));
}

/* Does a period fill the label but for a word or two? */
static bool is_period(const hd_claim_reader *r, const hd_label *l) {
  enum { REST = 12, SPAN = 20 }; /* bytes: twelve months */
  bool spans = hd_english_months(l->text) &&
               (l->text.n < SPAN || hd_label_has(l->text, "ended") ||
                hd_label_has(l->text, "ending"));
  if (is_year(l->text) || hd_month_named(l->text) || spans)
    return true;
  const hd_quantity *q = hd_cells_period(r, l->span);
  return q && l->text.n <= q->span.end - q->span.off + REST;
}

static bool is_measure(const hd_claim_reader *r, hd_str s) {
  static const char *const heads[] = {
      "number of ", "no. of ", "percentage of ", "percent of ", "% of ",
      "ratio of ",  NULL};
  if (hd_str_starts_any(s, heads))
    return true;
  static const char *const ends[] = {" per ", " by ", " for ", " before ",
                                     ", net"};
  size_t end = hd_label_cut(s, ends, sizeof ends / sizeof *ends);
  return hd_vocabulary_ending(r->v, s.p, 0, (uint32_t)end,
                              1u << HD_WORD_INDICATOR) != NULL;
}

/* US$’000, £m, in S$ mil, million shares: only money, scales and signs. */
bool hd_label_unit(hd_str s) {
  static const char *const words[] = {
      "in",      "of",          "us",       "u.s",       "u.s.",    "usd",
      "eur",     "gbp",         "rmb",      "hkd",       "hk",      "s",
      "a",       "c",           "nz",       "aud",       "cad",     "jpy",
      "chf",     "sek",         "inr",      "m",         "mn",      "mil",
      "mm",      "bn",          "k",        "000",       "000s",    "000’s",
      "million", "millions",    "thousand", "thousands", "billion", "billions",
      "shares",  "dollars",     "euro",     "euros",     "crore",   "lakh",
      "lakhs",   "millions of", NULL};
  static const char *const signs[] = {"$", "£", "€", "¥", "₹", "’",
                                      "'", "‘", ",", "`", NULL};
  enum { LONGEST = 32 };
  bool money = false;
  if (s.n == 0 || s.n > LONGEST)
    return false;
  while (s.n) {
    size_t sign = hd_str_starts_any(s, signs), n = 0;
    if (sign == 0 && s.p[0] != ' ') {
      while (n < s.n && s.p[n] != ' ' &&
             !hd_str_starts_any((hd_str){s.p + n, s.n - n}, signs))
        n++;
      if (!hd_str_is_any((hd_str){s.p, n}, words))
        return false;
      money = money || n > 2; /* more than $ or in */
    }
    money = money || sign > 0;
    n = sign ? sign : n ? n : 1;
    s = (hd_str){s.p + n, s.n - n};
  }
  return money;
}

/* less than 1 year, 3–5 years, within 12 months: when what is told falls due.
 */
bool hd_label_span(hd_str s) {
  static const char *const ends[] = {" year",   " years", " month",
                                     " months", " days",  NULL};
  static const char *const heads[] = {"less than ", "more than ", "within ",
                                      "over ",      "under ",     "up to ",
                                      "after ",     "due in ",    "due within ",
                                      "between ",   "beyond ",    NULL};
  enum { LONGEST = 28 };
  if (s.n > LONGEST || !hd_str_ends_any(s, ends))
    return hd_str_is(s, "thereafter");
  return hd_ascii_is_digit(s.p[0]) || hd_str_starts_any(s, heads) ||
         hd_str_starts(s, HD_STR("<")) || hd_str_starts(s, HD_STR(">"));
}

/* f. R&D expenditure, 2.1 staff: behind the letter or number that counts the
 * rows. */
static hd_str past_marker(hd_str s) {
  enum { LONGEST = 4 };
  size_t n = 0;
  while (n < s.n && n < LONGEST &&
         (hd_ascii_is_digit(s.p[n]) || (n > 0 && s.p[n] == '.')))
    n++;
  bool letter = n == 0 && s.n > 1 && is_letter(s.p[0]) && s.p[1] == '.';
  n = letter ? 2 : n;
  bool counts = letter || (n > 1 && memchr(s.p, '.', n));
  if (!counts || n + 1 >= s.n || s.p[n] != ' ' || !is_letter(s.p[n + 1]) ||
      (n + 2 < s.n && s.p[n + 2] == '.'))
    return s;
  return hd_str_trim((hd_str){s.p + n + 1, s.n - n - 1});
}

static hd_label_kind kind_of(const hd_claim_reader *r, const hd_label *l,
                             bool ages) {
  static const char *const spans[] = {"aged", "years old", "years of age",
                                      "and over", "and older"};
  hd_str s = l->text;
  if (s.n == 0)
    return HD_LABEL_NONE;
  if (is_total(s))
    return HD_LABEL_TOTAL;
  if (is_period(r, l))
    return HD_LABEL_PERIOD;
  bool range = is_range(s);
  bool old =
      l->ages || hd_label_has_any(s, spans, sizeof spans / sizeof *spans);
  if ((range && (ages || old)) || hd_str_starts(s, HD_STR("aged ")))
    return HD_LABEL_AGE;
  if (is_measure(r, s))
    return HD_LABEL_MEASURE;
  if (l->any & HD_SCOPE_RACE)
    return HD_LABEL_RACE;
  if (l->last & HD_SCOPE_SEX)
    return HD_LABEL_SEX;
  if (l->last & HD_SCOPE_PLACE ||
      (l->any & HD_SCOPE_URBAN && !(l->last & HD_SCOPE_PEOPLE)))
    return HD_LABEL_PLACE;
  return HD_LABEL_OTHER;
}

hd_label hd_label_read(const hd_claim_reader *r, hd_span span, bool ages) {
  hd_label l = {.span = span};
  if (hd_span_empty(span))
    return l;
  l.text = past_marker(spelled(r, plain(r, span, &l.bracket)));
  hd_str raw = hd_document_text(r->doc, span);
  bool shortened = hd_label_has(raw, "yrs") || hd_label_has(raw, "mos");
  l.ages =
      hd_label_has(l.text, "age") || hd_label_has(l.text, "ages") || shortened;
  note_scopes(r, &l);
  l.kind = kind_of(r, &l, ages);
  l.titles = l.any & HD_SCOPE_TITLE;
  l.stock = hd_table_stock(l.text);
  l.when = hd_label_when_read(r, &l);
  return l;
}
