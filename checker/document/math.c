/* math: formulas of LaTeX in running text, $4 6 . 7 4 \%$.
 *
 * In: a run of the source. Out: a copy of it in the open block with each
 * formula as it is printed: 46.74%, ≥80%, 10^5, hm². Scanners and pages write
 * figures so, with blanks between all signs. What has a command (\geq), a
 * raised or a lowered part between two $ of a line is a formula; what has
 * nothing but digits or is one letter is one where the source has commands.
 * Structure that does not show in a line (fractions, fonts) is dropped. */
#include "math.h"

enum {
  LONGEST = 1000,    /* bytes of a formula */
  HAN_SIGNS = 0x2E80 /* from here on Han and their marks */
};

typedef struct {
  const char *name, *sign;
} command;

/* In byte order; a command that is not here shows nothing. */
static const command commands[] = {
    {"Delta", "Δ"},      {"Gamma", "Γ"},      {"Omega", "Ω"},
    {"Phi", "Φ"},        {"Pi", "Π"},         {"Psi", "Ψ"},
    {"Rightarrow", "⇒"}, {"Sigma", "Σ"},      {"alpha", "α"},
    {"approx", "≈"},     {"ast", "*"},        {"beta", "β"},
    {"bullet", "·"},     {"cdot", "·"},       {"chi", "χ"},
    {"circ", "°"},       {"colon", ":"},      {"delta", "δ"},
    {"div", "÷"},        {"epsilon", "ε"},    {"equiv", "≡"},
    {"eta", "η"},        {"gamma", "γ"},      {"ge", "≥"},
    {"geq", "≥"},        {"geqq", "≥"},       {"geqslant", "≥"},
    {"gt", ">"},         {"infty", "∞"},      {"kappa", "κ"},
    {"lambda", "λ"},     {"langle", "("},     {"ldots", "…"},
    {"le", "≤"},         {"leq", "≤"},        {"leqq", "≤"},
    {"leqslant", "≤"},   {"lt", "<"},         {"mp", "∓"},
    {"mu", "μ"},         {"ne", "≠"},         {"neq", "≠"},
    {"omega", "ω"},      {"phi", "φ"},        {"pi", "π"},
    {"pm", "±"},         {"prime", "′"},      {"psi", "ψ"},
    {"quad", " "},       {"rangle", ")"},     {"rho", "ρ"},
    {"rightarrow", "→"}, {"sigma", "σ"},      {"sim", "~"},
    {"sum", "∑"},        {"tau", "τ"},        {"textgreater", ">"},
    {"textless", "<"},   {"textmu", "μ"},     {"theta", "θ"},
    {"times", "×"},      {"varepsilon", "ε"}, {"xi", "ξ"},
    {"zeta", "ζ"},
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static bool opens(char c) { return c == '(' || c == '['; }
static bool closes(char c) { return c == ')' || c == ']'; }

/* What the command of this name shows; "" where that is nothing. */
static const char *sign_of(hd_str name) {
  size_t low = 0, high = sizeof commands / sizeof *commands;
  while (low < high) {
    size_t mid = (low + high) / 2;
    int order = strncmp(commands[mid].name, name.p, name.n);
    if (order == 0 && commands[mid].name[name.n])
      order = 1;
    if (order == 0)
      return commands[mid].sign;
    if (order < 0)
      low = mid + 1;
    else
      high = mid;
  }
  return "";
}

/* Has it a command or a raised or lowered part, and no ideograph? */
static bool has_commands(hd_str s) {
  bool found = false;
  for (size_t i = 0; i < s.n; i++) {
    unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    if (s.p[i] == '\\')
      found = found || is_letter((char)next) || next == '%' || next == ' ';
    else if (strchr("^_{", s.p[i]))
      found = found || next == ' ' || next == '{';
    else if ((unsigned char)s.p[i] >= 0xE3 && (unsigned char)s.p[i] < 0xF0)
      return false;
  }
  return found;
}

/* Digits with blanks between them, or one letter. */
static bool is_bare(hd_str s) {
  s = hd_str_trim(s);
  if (s.n == 1)
    return is_letter(s.p[0]) || is_digit(s.p[0]);
  if (s.n == 0 || !is_digit(s.p[s.n - 1]))
    return false;
  for (size_t i = 0; i < s.n; i++)
    if (!is_digit(s.p[i]) && !strchr(" .,{}+-=:", s.p[i]))
      return false;
  return true;
}

/* ---- one formula ----------------------------------------------------------
 */

typedef struct {
  hd_build *b;
  hd_str s;         /* the source up to the formula's end */
  uint32_t at;      /* in it */
  uint32_t skip[2]; /* brackets at its ends that the text around has, too */
} formula;

static uint32_t past_blanks(const formula *f, uint32_t at) {
  while (at < f->s.n && f->s.p[at] == ' ')
    at++;
  return at;
}

/* Past what shows nothing at the formula's begin, or a sign that scanners see
 * in specks: \left, \cdot, _ {. */
static uint32_t past_specks(hd_str s, uint32_t i) {
  while (i < s.n) {
    if (s.p[i] == '\\' && i + 1 < s.n && is_letter(s.p[i + 1]))
      for (i++; i < s.n && is_letter(s.p[i]);)
        i++;
    else if (strchr(" {}_^.:", s.p[i]))
      i++;
    else
      break;
  }
  return i;
}

/* Has the bracket at i a partner in the formula source[from, end)? [0, 1) has.
 */
static bool is_paired(hd_str s, uint32_t from, uint32_t i) {
  uint32_t depth = 0;
  if (opens(s.p[i])) {
    for (uint32_t k = i; k < s.n; k++) {
      depth += opens(s.p[k]);
      if (closes(s.p[k]) && --depth == 0)
        return true;
    }
    return false;
  }
  for (uint32_t k = i + 1; k-- > from;) {
    depth += closes(s.p[k]);
    if (opens(s.p[k]) && --depth == 0)
      return true;
  }
  return false;
}

/* Scanners read a bracket at a formula's end twice, ( $( P < 0 . 0 5 )$: which
 * of the formula's own are left out. */
static void find_doubled(formula *f, uint32_t from, uint32_t end) {
  hd_str before = hd_str_trim((hd_str){f->b->text, f->b->n});
  hd_str behind = {f->b->source.p + end + 1, f->b->source.n - end - 1};
  while (behind.n > 0 && behind.p[0] == ' ')
    behind = (hd_str){behind.p + 1, behind.n - 1};
  bool opened = before.n > 0 && before.p[before.n - 1] == '(';
  bool closed =
      hd_str_starts(behind, HD_STR(")")) || hd_str_starts(behind, HD_STR("）"));
  uint32_t first = past_specks(f->s, from), last = end;
  while (last > from && strchr(" {}.", f->s.p[last - 1]))
    last--;
  f->skip[0] = f->skip[1] = HD_NONE;
  if (opened && first < end && opens(f->s.p[first]) &&
      (!closed || !is_paired(f->s, from, first)))
    f->skip[0] = first;
  if (closed && last > from && closes(f->s.p[last - 1]) &&
      (!opened || !is_paired(f->s, from, last - 1)))
    f->skip[1] = last - 1;
}

static void put(formula *f, uint32_t from, const char *sign) {
  if (*sign)
    hd_build_place(f->b, from, sign, strlen(sign));
}

/* \textcircled { 3 } at the braces: ③. */
static bool put_circled(formula *f, uint32_t from) {
  uint32_t i = past_blanks(f, f->at), n = 0;
  char out[4];
  if (i >= f->s.n || f->s.p[i] != '{')
    return false;
  for (i++; i < f->s.n && f->s.p[i] != '}' && n < 100; i++)
    if (is_digit(f->s.p[i]))
      n = n * 10 + (uint32_t)(f->s.p[i] - '0');
    else if (f->s.p[i] != ' ' && f->s.p[i] != '\\')
      return false;
  if (n < 1 || n > 20 || i >= f->s.n)
    return false;
  hd_build_place(f->b, from, out, hd_utf8_encode(0x2460 + n - 1, out));
  f->at = i + 1;
  return true;
}

/* A command or an escaped sign at the backslash. */
static void take_command(formula *f) {
  uint32_t from = f->at, i = from + 1;
  char next = i < f->s.n ? f->s.p[i] : ' ';
  if (!is_letter(next)) {
    /* a sign of more bytes than one is copied whole behind this */
    f->at = i + (i < f->s.n && (unsigned char)next < 0x80);
    if (strchr("%&#_{}", next))
      hd_build_copy(f->b, i, i + 1);
    else if (strchr(" ,;:\\", next))
      put(f, from, " ");
    return;
  }
  while (i < f->s.n && is_letter(f->s.p[i]))
    i++;
  hd_str name = {f->s.p + from + 1, i - from - 1};
  f->at = i;
  if (hd_str_is(name, "textcircled") && put_circled(f, from))
    return;
  if (hd_str_is(name, "begin") || hd_str_is(name, "end"))
    while (f->at < f->s.n && f->s.p[f->at] != '}')
      f->at++;
  put(f, from, sign_of(name));
}

/* What is raised at the ^: digits are, behind a digit with a ^. */
static void take_raised(formula *f) {
  uint32_t from = f->at, i = past_blanks(f, from + 1), end;
  bool braces = i < f->s.n && f->s.p[i] == '{';
  f->at = i = past_blanks(f, i + braces);
  for (end = i; end < f->s.n && (is_digit(f->s.p[end]) || f->s.p[end] == ' ');)
    end++;
  if (end == i || (braces && (end >= f->s.n || f->s.p[end] != '}')))
    return;
  bool digit = f->b->n > 0 && is_digit(f->b->text[f->b->n - 1]);
  end = braces ? end : i + 1;
  if (digit)
    put(f, from, "^");
  for (; i < end; i++)
    if (is_digit(f->s.p[i]) && digit)
      hd_build_copy(f->b, i, i + 1);
    else if (is_digit(f->s.p[i]))
      put(f, i, hd_raised(f->s.p[i]));
  f->at = end;
}

/* Writes the formula in source[from, end). */
static void take(hd_build *b, uint32_t from, uint32_t end) {
  formula f = {.b = b, .s = {b->source.p, end}, .at = from};
  find_doubled(&f, from, end);
  while (f.at < end) {
    char c = f.s.p[f.at];
    if (c == '\\') {
      take_command(&f);
    } else if (c == '^') {
      take_raised(&f);
    } else if (strchr(" {}_", c) || f.at == f.skip[0] || f.at == f.skip[1]) {
      f.at++;
    } else if (c == '~') {
      put(&f, f.at++, " ");
    } else {
      uint32_t i = f.at++;
      while (f.at < end && ((unsigned char)f.s.p[f.at] & 0xC0) == 0x80)
        f.at++;
      hd_build_copy(b, i, f.at);
    }
  }
}

/* ---- a run ----------------------------------------------------------------
 */

bool hd_math_is_in(hd_str source) {
  for (size_t i = 0; i < source.n;) {
    const char *p = memchr(source.p + i, '\\', source.n - i);
    if (!p)
      return false;
    size_t at = (size_t)(p - source.p), from = at > 80 ? at - 80 : 0;
    if (memchr(source.p + from, '$', at - from))
      return true;
    i = at + 1;
  }
  return false;
}

/* Scanners set blanks around formulas; beside Han and their marks these are
 * left out: 为 $1 6 . 6 \\%$ （46/277）. */
static uint32_t without_blank(const char *p, uint32_t from, uint32_t at) {
  uint32_t cp = 0;
  if (at < from + 2 || p[at - 1] != ' ')
    return at;
  size_t off = hd_utf8_back(p + from, at - 1 - from);
  hd_utf8_decode(p + from + off, at - 1 - from - off, &cp);
  return cp >= HAN_SIGNS ? at - 1 : at;
}

static uint32_t past_blank(const char *p, uint32_t at, uint32_t end) {
  uint32_t cp = 0;
  if (at + 1 >= end || p[at] != ' ')
    return at;
  hd_utf8_decode(p + at + 1, end - at - 1, &cp);
  return cp >= HAN_SIGNS ? at + 1 : at;
}

void hd_math_copy(hd_build *b, uint32_t from, uint32_t end) {
  const char *p = b->source.p;
  for (uint32_t i = from; i < end;) {
    const char *dollar = memchr(p + i, '$', end - i);
    if (!dollar)
      break;
    uint32_t at = (uint32_t)(dollar - p), behind = at + 1;
    uint32_t most = end - behind < LONGEST ? end - behind : LONGEST;
    const char *close = memchr(p + behind, '$', most);
    hd_str body = {p + behind, close ? (size_t)(close - p - behind) : 0};
    i = behind;
    if (body.n == 0 || (!has_commands(body) && !is_bare(body)))
      continue;
    hd_build_copy(b, from, without_blank(p, from, at));
    take(b, behind, behind + (uint32_t)body.n);
    from = i = past_blank(p, behind + (uint32_t)body.n + 1, end);
  }
  hd_build_copy(b, from, end);
}
