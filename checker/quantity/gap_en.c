/* gap_en: lost numbers in English text.
 *
 * In: an ASCII place of a sentence. Out: a gap, or none. English says more
 * than Chinese does by the word before: a figure is due behind “increased”,
 * “of”, “approximately”, and a unit there without one has lost it (rose to %
 * of, of $ billion, is per 100,000). Units in headers, captions and brackets
 * (S$ million, n (%)) stand behind no such word. */
#include "gap_frame.h"

typedef struct {
  uint32_t off, end;
  char low[GAP_WORD_MOST + 1];
} word;

/* Copies the word in lower case; a longer one is empty. */
static word make_word(const hd_gap_search *s, uint32_t off, uint32_t end) {
  word w = {.off = off, .end = end};
  for (uint32_t i = off; i < end && end - off <= GAP_WORD_MOST; i++) {
    char c = s->text[i];
    w.low[i - off] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  return w;
}

static word word_at(const hd_gap_search *s, uint32_t off) {
  return make_word(s, off, hd_gap_past_word(s, off));
}

/* The word before off, with nothing but blanks between; else an empty one. */
static word word_before(const hd_gap_search *s, uint32_t off) {
  uint32_t end = hd_gap_left_of_blanks(s, off), from = end;
  while (from > s->sentence.off && hd_ascii_is_letter(s->text[from - 1]))
    from--;
  return make_word(s, from, end);
}

static uint32_t roles_of(const hd_gap_search *s, const word *w) {
  return hd_gap_roles(s->words, hd_str_of(w->low));
}

static bool follows_cue(const hd_gap_search *s, uint32_t off) {
  word w = word_before(s, off);
  return roles_of(s, &w) & GAP_CUE;
}

static bool is_next(const hd_gap_search *s, uint32_t off, char c) {
  return off < s->sentence.end && s->text[off] == c;
}

/* ---- shares -------------------------------------------------------------- */

/* Has the text a share in brackets, (12.3%)? */
static bool has_bracketed_share(hd_str text) {
  for (size_t i = 1; i + 2 < text.n; i++)
    if (text.p[i] == '%' && text.p[i + 1] == ')' &&
        hd_ascii_is_digit(text.p[i - 1]))
      return true;
  return false;
}

static hd_str window(const hd_gap_search *s, uint32_t off) {
  enum { NEAR = 160 };
  uint32_t from = off - s->sentence.off > NEAR ? off - NEAR : s->sentence.off;
  uint32_t to = s->sentence.end - off > NEAR ? off + NEAR : s->sentence.end;
  return (hd_str){s->text + from, to - from};
}

/* Has the text a share with its figure? */
static bool has_share(hd_str text) {
  for (size_t i = 1; i < text.n; i++)
    if (text.p[i] == '%' && hd_ascii_is_digit(text.p[i - 1]))
      return true;
  return false;
}

/* n (%), percentages (%): does the word before name what the column holds? */
static bool is_label(const word *w) {
  static const char *const labels[] = {
      "percentage", "percentages", "percent",    "number",   "no",
      "n",          "rate",        "rates",      "change",   "difference",
      "share",      "proportion",  "prevalence", "increase", "decrease"};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (strcmp(w->low, labels[i]) == 0)
      return true;
  return false;
}

/* , 2014 (%): is what ends at `end` a year? Counts are grouped: 2,014. */
static bool ends_in_year(const hd_gap_search *s, uint32_t end) {
  enum { YEAR = 4 };
  uint32_t from = end;
  while (from > s->sentence.off && hd_ascii_is_digit(s->text[from - 1]))
    from--;
  bool grouped = from > s->sentence.off && strchr(",.", s->text[from - 1]);
  return end - from == YEAR && !grouped &&
         (memcmp(s->text + from, "19", 2) == 0 ||
          memcmp(s->text + from, "20", 2) == 0);
}

/* In running text a share stands in brackets behind a figure, 17,029 (%), or
 * as its neighbours do: of tests (%) and of visits (21.4%). */
static bool in_empty_brackets(const hd_gap_search *s, uint32_t off) {
  if (s->table || off < s->sentence.off + 3)
    return false;
  char open = s->text[off - 1];
  if (!(open == '(' && is_next(s, off + 1, ')')) &&
      !(open == '[' && is_next(s, off + 1, ']')))
    return false;
  char before = s->text[hd_gap_left_of_blanks(s, off - 1) - 1];
  word label = word_before(s, off - 1);
  if (hd_ascii_is_digit(before))
    return !ends_in_year(s, hd_gap_left_of_blanks(s, off - 1));
  return !is_label(&label) &&
         (roles_of(s, &label) & GAP_LEFT ||
          (hd_ascii_is_letter(before) && has_share(window(s, off))));
}

/* ≥%, =%, 74%–%: a sign that wants a figure on its right. */
static bool follows_sign(const hd_gap_search *s, uint32_t off, bool *range) {
  static const char *const signs[] = {"≥", "≤", "<", ">", "="};
  hd_str left = {s->text + s->sentence.off, off - s->sentence.off};
  if (hd_str_ends(left, HD_STR("= -")) || hd_str_ends(left, HD_STR("= ")))
    return true;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (hd_str_ends(left, hd_str_of(signs[i])))
      return true;
  if (!hd_str_ends(left, HD_STR("–")) || left.n < 4)
    return false;
  char before = left.p[left.n - 4];
  *range = hd_ascii_is_digit(before) || before == '%';
  return *range;
}

/* 82% (% CI: the level of a confidence interval. */
static bool is_level(const hd_gap_search *s, uint32_t off) {
  word next = word_at(s, hd_gap_right_of_blanks(s, off + 1));
  return strcmp(next.low, "ci") == 0 || strcmp(next.low, "confidence") == 0;
}

/* 19% and %: joined to a share a few words before. */
static bool continues_shares(const hd_gap_search *s, uint32_t off) {
  enum { NEAR = 40 };
  word joint = word_before(s, off);
  if (!(roles_of(s, &joint) & GAP_CLOSING))
    return false;
  for (uint32_t i = joint.off; i > s->sentence.off && joint.off - i < NEAR; i--)
    if (s->text[i] == '%')
      return i > s->sentence.off && hd_ascii_is_digit(s->text[i - 1]);
  return false;
}

/* %–10.3%: the low end of a range. */
static bool begins_range(const hd_gap_search *s, uint32_t off) {
  hd_str right = {s->text + off + 1, s->sentence.end - off - 1};
  size_t n = hd_str_starts(right, HD_STR("–")) ? 3 : 1;
  return right.n > n && (n == 3 || right.p[0] == '-') &&
         hd_ascii_is_digit(right.p[n]);
}

/* $1 billion, or % of GDP; a % decline. */
static bool is_due_behind(const hd_gap_search *s, uint32_t off,
                          const word *before, const word *next) {
  bool near = has_share(window(s, off));
  if (strcmp(before->low, "with") == 0)
    return near;
  if (roles_of(s, before) & GAP_CLOSING) {
    uint32_t at = hd_gap_left_of_blanks(s, before->off);
    char c = at > s->sentence.off ? s->text[at - 1] : 0;
    return near || c == ',' || hd_ascii_is_digit(c);
  }
  bool article = strcmp(before->low, "a") == 0 ||
                 strcmp(before->low, "an") == 0 ||
                 (near && strcmp(before->low, "the") == 0);
  return article && strcmp(next->low, "of") != 0 && !is_label(next);
}

/* Is a share due here by the words around: or % of gross sales, a % decline,
 * (% versus 13%), , % were women? Labels (% of total) mostly stand where no
 * share with its figure is near. */
static bool is_due(const hd_gap_search *s, uint32_t off) {
  word before = word_before(s, off);
  word next = word_at(s, hd_gap_right_of_blanks(s, off + 1));
  uint32_t at = hd_gap_left_of_blanks(s, off);
  if (s->table || at == s->sentence.off)
    return false;
  if (before.low[0])
    return next.low[0] && is_due_behind(s, off, &before, &next);
  if (!has_share(window(s, off)))
    return false;
  char mark = s->text[at - 1];
  if (mark == '(' && next.low[0])
    return strcmp(next.low, "of") != 0 || has_bracketed_share(window(s, off));
  return mark == ',' && (next.low[0] || is_next(s, off + 1, ','));
}

uint32_t hd_gap_percent(hd_gap_search *s, uint32_t off) {
  bool range = false;
  char next = off + 1 < s->sentence.end ? s->text[off + 1] : ' ';
  if (hd_ascii_is_digit(next) || hd_ascii_is_letter(next))
    return off + 1; /* a coded address: %20 */
  if (off > s->sentence.off && hd_ascii_is_digit(s->text[off - 1]))
    return off + 1;
  range = !s->table && begins_range(s, off);
  if (range || is_due(s, off) || follows_sign(s, off, &range) ||
      in_empty_brackets(s, off) || follows_cue(s, off) || is_level(s, off) ||
      continues_shares(s, off))
    hd_gap_add(s, range ? HD_GAP_RANGE : HD_GAP_UNIT, off, off + 1, 85);
  return off + 1;
}

/* the estimated percentage point difference: names what is measured. */
static bool is_named(const hd_gap_search *s, const word *w, const word *next) {
  word noun = word_at(s, hd_gap_right_of_blanks(s, next->end));
  word cue = word_before(s, w->off), article = word_before(s, cue.off);
  return strcmp(next->low, "point") == 0 && is_label(&noun) &&
         (strcmp(article.low, "the") == 0 || strcmp(cue.low, "the") == 0);
}

/* fell by percent; of percentage points. */
static void judge_share(hd_gap_search *s, const word *w) {
  word next = word_at(s, hd_gap_right_of_blanks(s, w->end));
  bool points = strncmp(next.low, "point", 5) == 0;
  if (is_named(s, w, &next))
    return;
  if (follows_cue(s, w->off) && (points || strcmp(w->low, "percent") == 0))
    hd_gap_add(s, HD_GAP_UNIT, w->off, points ? next.end : w->end, 75);
}

/* ---- scales -------------------------------------------------------------- */

/* The currency sign that ends at `end`: where it starts with the letters
 * before it (S$, US$); `end` if there is none. */
static uint32_t currency_before(const hd_gap_search *s, uint32_t end) {
  static const char *const signs[] = {"$", "£", "€", "¥"};
  hd_str left = {s->text + s->sentence.off, end - s->sentence.off};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (hd_str_ends(left, hd_str_of(signs[i]))) {
      uint32_t off = end - (uint32_t)strlen(signs[i]);
      while (off > s->sentence.off && hd_ascii_is_letter(s->text[off - 1]))
        off--;
      return off;
    }
  return end;
}

/* Has the text a figure behind the same currency sign? */
static bool has_money(hd_str text, hd_str sign) {
  for (size_t off = 0; off < text.n;) {
    size_t at = hd_str_find((hd_str){text.p + off, text.n - off}, sign);
    if (at == (size_t)-1)
      return false;
    off += at + sign.n;
    if (off < text.n && hd_ascii_is_digit(text.p[off]))
      return true;
  }
  return false;
}

/* repurchased million shares: a word that is neither a numeral nor an article
 * before the scale, a noun behind it. */
static bool is_counted_noun(const hd_gap_search *s, const word *w,
                            const word *before, bool money) {
  uint32_t next = hd_gap_right_of_blanks(s, w->end);
  bool noun = next > w->end && next < s->sentence.end && s->text[next] >= 'a' &&
              s->text[next] <= 'z';
  bool plain = before->end - before->off >= 4 && before->low[0] &&
               s->text[before->off] >= 'a' && s->text[before->off] <= 'z' &&
               !(roles_of(s, before) & (GAP_LEFT | GAP_LOOSE));
  return noun && plain && !money;
}

/* Men (61 per 100,000) and women ( per 100,000): is the bracket that opens
 * before off of one kind with another near by, which holds a figure? */
static bool opens_like_another(const hd_gap_search *s, const word *w) {
  uint32_t at = hd_gap_left_of_blanks(s, w->off);
  hd_str near = window(s, w->off);
  if (at == s->sentence.off || s->text[at - 1] != '(')
    return false;
  for (size_t i = 1; i < near.n; i++) {
    hd_str rest = {near.p + i, near.n - i};
    if (rest.p[0] != ' ' || !hd_ascii_is_digit(near.p[i - 1]))
      continue;
    rest = (hd_str){rest.p + 1, rest.n - 1};
    if (hd_str_starts(rest, hd_str_of(w->low)))
      return true;
  }
  return false;
}

/* of $ billion, raised £million, over million people; but (S$ million), in $
 * million, million-dollar. */
static void judge_scale(hd_gap_search *s, const word *w) {
  uint32_t at = hd_gap_left_of_blanks(s, w->off);
  uint32_t sign = currency_before(s, at);
  if (is_next(s, w->end, ')') && opens_like_another(s, w))
    hd_gap_add(s, HD_GAP_UNIT, w->off, w->end, 80);
  if (is_next(s, w->end, '-') || is_next(s, w->end, ')'))
    return;
  word before = word_before(s, sign);
  uint32_t roles = roles_of(s, &before);
  bool due = roles & GAP_CUE || is_counted_noun(s, w, &before, sign < at);
  if (sign < at && before.end > before.off)
    due |= has_money(window(s, w->off), (hd_str){s->text + sign, at - sign});
  if (due && (!(roles & GAP_LOOSE) || (sign < at && roles & GAP_CUE)))
    hd_gap_add(s, sign < at ? HD_GAP_CURRENCY : HD_GAP_UNIT, w->off, w->end,
               80);
}

/* ---- others -------------------------------------------------------------- */

/* was estimated to be per 100,000; but “rates are per 100,000” is none. */
static void judge_per(hd_gap_search *s, const word *w) {
  uint32_t next = hd_gap_right_of_blanks(s, w->end);
  word before = word_before(s, w->off);
  if (next >= s->sentence.end || !hd_ascii_is_digit(s->text[next]))
    return;
  if ((follows_cue(s, w->off) && !(roles_of(s, &before) & GAP_LOOSE)) ||
      opens_like_another(s, w))
    hd_gap_add(s, HD_GAP_UNIT, w->off, w->end, 80);
}

/* Does a figure or a word for one follow, perhaps behind approximately, more
 * than, the? */
static bool counts_soon(const hd_gap_search *s, uint32_t off) {
  for (int k = 0; k < 4; k++) {
    off = hd_gap_right_of_blanks(s, off);
    if (off >= s->sentence.end || !hd_ascii_is_letter(s->text[off]))
      return true;
    word w = word_at(s, off);
    uint32_t roles = roles_of(s, &w);
    if (w.end < s->sentence.end && hd_ascii_is_digit(s->text[w.end]))
      return true;         /* R68 billion */
    if (roles & GAP_CUE) { /* approximately, nearly */
      off = w.end;
      continue;
    }
    return roles & GAP_LEFT;
  }
  return true;
}

/* A total of teacher surveys. */
static void judge_total(hd_gap_search *s, const word *w) {
  word article = word_before(s, w->off);
  uint32_t at = hd_gap_right_of_blanks(s, w->end);
  word of = word_at(s, at);
  if (strcmp(article.low, "a") != 0 || strcmp(of.low, "of") != 0)
    return;
  at = hd_gap_right_of_blanks(s, of.end);
  if (counts_soon(s, at))
    return;
  word noun = word_at(s, at);
  hd_gap_add(s, HD_GAP_NOUN, noun.off, noun.end, 80);
}

static uint32_t judge_word(hd_gap_search *s, uint32_t off) {
  size_t letters;
  if (!hd_gap_may_want(s->words, s->text + off, s->sentence.end - off,
                       &letters))
    return off + (uint32_t)letters;
  word w = word_at(s, off);
  uint32_t roles = roles_of(s, &w);
  if (roles & GAP_SCALE)
    judge_scale(s, &w);
  else if (roles & GAP_MEASURE)
    judge_per(s, &w);
  else if (roles & GAP_SHARE)
    judge_share(s, &w);
  else if (roles & GAP_TOTAL)
    judge_total(s, &w);
  else
    hd_gap_frame_at(s, w.off, w.end);
  return w.end;
}

uint32_t hd_gap_english(hd_gap_search *s, uint32_t off) {
  return hd_ascii_is_letter(s->text[off]) ? judge_word(s, off) : off + 1;
}
