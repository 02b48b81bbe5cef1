/* unit: the lexicons of numbers, compiled into tries.
 *
 * In: LANG/units, scales, numerals, approximators, contexts, calendar and
 * zh/numeral-words. Out: hd_units. Units are interned by canonical name,
 * dimension and factor, so that equal units are one pointer. Words that are
 * looked for to the left of a number are stored reversed. */
#include "scan.h"

static const char *const languages[] = {"zh", "en"};

static const char *const numeral_classes[HD_NUMERAL_CLASSES] = {
    "",      "digit",   "teen", "tens",     "hundred", "unit",
    "scale", "some",    "half", "point",    "dozen",   "article",
    "and",   "ordinal", "part", "multiple", "halved"};

static const char *const calendar_roles[HD_CALENDAR_ROLES] = {
    "year",   "reported", "part",  "point", "month",   "season", "lead", "link",
    "fiscal", "feast",    "lunar", "term",  "century", "review", "plan"};

static const char *const sides[] = {"before", "after", "numeral"};

/* Columns of the tables. */
enum {
  CANONICAL,
  DIMENSION,
  FACTOR,
  KIND,
  SIDE,
  POWER,
  VALUE,
  CLASS,
  BOUND,
  ROLE,
  COLUMNS
};
static const char *const columns[COLUMNS] = {
    "canonical", "dimension", "factor", "kind",  "side",
    "power",     "value",     "class",  "bound", "role"};

/* What is being compiled, for messages. */
typedef struct {
  hd_units *units;
  int column[COLUMNS]; /* of the table at hand, -1: it has none */
  hd_str last_word;    /* find_kind's last answer: rows come in runs */
  hd_kind last_kind;
  hd_map *interned;
  HD_VEC(const hd_unit *) unit_list;
  hd_error *error;
} compiler;

static bool refuse(compiler *c, const hd_row *row, const char *message) {
  if (c->error)
    *c->error =
        (hd_error){.file = row->file, .line = row->line, .message = message};
  return false;
}

/* Index of the word in a table of names, -1 if it is none. */
static int find_name(hd_str word, const char *const *names, int n) {
  for (int i = 0; i < n; i++)
    if (hd_str_is(word, names[i]))
      return i;
  return -1;
}

static hd_str field(const compiler *c, const hd_row *row, int column) {
  return hd_row_field(row, c->column[column]);
}

/* HD_KINDS: no such kind. */
static hd_kind find_kind(compiler *c, hd_str word) {
  int kind = 0;
  if (hd_str_eq(word, c->last_word))
    return c->last_kind;
  while (kind < HD_KINDS && !hd_str_is(word, hd_kind_name((hd_kind)kind)))
    kind++;
  c->last_word = word;
  return c->last_kind = (hd_kind)kind;
}

static hd_bound find_bound(hd_str word, bool *ok) {
  int bound = HD_BOUND_EXACT;
  while (bound <= HD_BOUND_AT_MOST &&
         !hd_str_is(word, hd_bound_name((hd_bound)bound)))
    bound++;
  *ok = bound <= HD_BOUND_AT_MOST;
  return (hd_bound)bound;
}

/* The word with its code points in reverse order. */
static hd_str reverse(hd_arena *arena, hd_str word) {
  char *out = hd_arena_copy(arena, word.p, word.n);
  for (size_t i = 0, length; i < word.n; i += length) {
    uint32_t cp;
    length = hd_utf8_decode(word.p + i, word.n - i, &cp);
    memcpy(out + word.n - i - length, word.p + i, length);
  }
  return (hd_str){out, word.n};
}

/* n or n/d. */
static bool read_factor(hd_str field, hd_number *out) {
  size_t slash = hd_str_find(field, HD_STR("/"));
  if (slash == (size_t)-1)
    return hd_number_parse(field, out);
  hd_number num, den;
  if (!hd_number_parse((hd_str){field.p, slash}, &num) ||
      !hd_number_parse((hd_str){field.p + slash + 1, field.n - slash - 1},
                       &den))
    return false;
  *out = hd_number_div(num, den);
  return !hd_number_is_nan(*out);
}

static void mark_start(hd_units *units, hd_str word, uint8_t bit) {
  uint32_t cp;
  if (word.n && hd_utf8_decode(word.p, word.n, &cp) && cp < 0x10000)
    units->of[cp].start |= bit;
}

/* Notes the first two code points of a word that is asked for where a sign or
 * a word with a numeral may begin. */
static void mark_pair(hd_units *units, hd_str word) {
  uint32_t first, second, at;
  size_t used = word.n ? hd_utf8_decode(word.p, word.n, &first) : 0;
  if (!used || first >= 0x10000)
    return;
  if (used == word.n) {
    units->of[first].edge |= HD_EDGE_ALONE;
    return;
  }
  hd_utf8_decode(word.p + used, word.n - used, &second);
  uint64_t bit = hd_units_pair(first, second, &at);
  units->pairs[at] |= bit;
}

/* Marks the first or last character of a word, in both cases. */
static void mark_edge(hd_units *units, hd_str word, bool last, uint8_t bit) {
  uint32_t cp;
  size_t off = last ? hd_utf8_back(word.p, word.n) : 0;
  if (!word.n || !hd_utf8_decode(word.p + off, word.n - off, &cp) ||
      cp >= 0x10000)
    return;
  units->of[cp].edge |= bit;
  if (cp < 0x80 && hd_ascii_is_letter((char)cp))
    units->of[cp ^ 0x20].edge |= bit;
}

static void mark_run(uint8_t *bits, hd_str word) {
  size_t letters;
  uint32_t run = hd_ascii_run(word.p, word.n, &letters);
  bits[run / 8] |= (uint8_t)(1 << run % 8);
}

/* ---- one row of each table -------------------------------------------- */
/* The one unit of this canonical name, dimension, factor and kind. */
static const hd_unit *intern(compiler *c, hd_unit unit, hd_str factor) {
  hd_arena *arena = c->units->arena;
  size_t n = unit.canonical.n + unit.dimension.n + factor.n + 3;
  char *key = hd_arena_alloc(arena, n), *end = key;
  memcpy(end, unit.canonical.p, unit.canonical.n);
  end += unit.canonical.n + 1;
  memcpy(end, unit.dimension.p, unit.dimension.n);
  end += unit.dimension.n + 1;
  memcpy(end, factor.p, factor.n);
  key[n - 1] = (char)unit.kind;
  bool fresh;
  uint32_t *slot = hd_map_at(c->interned, (hd_str){key, n}, &fresh);
  if (fresh) {
    hd_unit *made = HD_NEW(arena, hd_unit);
    made->canonical = unit.canonical; /* not as a whole: an image that the */
    made->dimension = unit.dimension; /* build makes holds no gap that may */
    made->factor = unit.factor;       /* be anything */
    made->kind = unit.kind;
    *slot = (uint32_t)c->unit_list.n;
    HD_PUSH(arena, &c->unit_list, made);
  }
  return c->unit_list.items[*slot];
}

static bool add_unit(compiler *c, const hd_row *row, hd_lang lang) {
  hd_str word = row->fields[0];
  hd_str kind = field(c, row, KIND);
  hd_unit_row entry = {0};
  if (!hd_str_is(kind, "none")) {
    hd_str factor = field(c, row, FACTOR);
    hd_unit unit = {.canonical = field(c, row, CANONICAL),
                    .dimension = field(c, row, DIMENSION),
                    .kind = find_kind(c, kind)};
    if (unit.kind == HD_KINDS)
      return refuse(c, row, "unknown kind of unit");
    if (!read_factor(factor, &unit.factor))
      return refuse(c, row, "the factor is no number");
    entry.unit = intern(c, unit, factor);
    entry.before = hd_str_is(field(c, row, SIDE), "both");
  }
  mark_edge(c->units, word, false, HD_EDGE_UNIT);
  hd_trie_add(c->units->units[lang], word, (uint32_t)c->units->rows.n);
  HD_PUSH(c->units->arena, &c->units->rows, entry);
  if (entry.before) {
    mark_edge(c->units, word, false, HD_EDGE_PREFIX);
    mark_run(c->units->prefixes, word);
  }
  if (entry.before && !hd_ascii_is_letter(word.p[0])) {
    mark_start(c->units, word, HD_START_SIGN);
    mark_pair(c->units, word);
  } else if (entry.before)
    mark_run(c->units->words_en, word);
  return true;
}

static bool add_scale(compiler *c, const hd_row *row, hd_lang lang) {
  hd_number power;
  if (!hd_number_parse(field(c, row, POWER), &power))
    return refuse(c, row, "the power is no number");
  mark_edge(c->units, row->fields[0], false, HD_EDGE_SCALE);
  hd_trie_add(c->units->scales[lang], row->fields[0], (uint32_t)power.num);
  return true;
}

static bool add_numeral(compiler *c, const hd_row *row, hd_lang lang) {
  hd_units *units = c->units;
  hd_number value;
  int cls =
      find_name(field(c, row, CLASS), numeral_classes, HD_NUMERAL_CLASSES);
  if (cls <= 0 || !hd_number_parse(field(c, row, VALUE), &value))
    return refuse(c, row, "no such class of numerals, or no value");
  uint32_t index = (uint32_t)units->numeral.n;
  HD_PUSH(units->arena, &units->numeral,
          ((hd_numeral){(int64_t)value.num, (hd_numeral_class)cls}));
  if (lang == HD_LANG_EN) {
    hd_trie_add(units->numerals, row->fields[0], index);
    if (cls != HD_NUMERAL_AND && cls != HD_NUMERAL_POINT)
      mark_run(units->words_en, row->fields[0]);
    return true;
  }
  uint32_t cp;
  hd_utf8_decode(row->fields[0].p, row->fields[0].n, &cp);
  if (cp >= 0x10000 || index > UINT8_MAX)
    return refuse(c, row, "a numeral is one character");
  units->of[cp].chinese = (uint8_t)index;
  if (cls != HD_NUMERAL_POINT)
    mark_start(units, row->fields[0], HD_START_NUMERAL);
  return true;
}

static bool add_approximator(compiler *c, const hd_row *row, hd_lang lang) {
  hd_units *units = c->units;
  bool ok;
  hd_bound bound = find_bound(field(c, row, BOUND), &ok);
  int side = find_name(field(c, row, SIDE), sides, 3);
  if (!ok || side < 0)
    return refuse(c, row, "unknown bound or side");
  uint32_t index = (uint32_t)units->approximators.n;
  HD_PUSH(units->arena, &units->approximators,
          ((hd_approximator){bound, (hd_side)side}));
  bool after = side == HD_SIDE_AFTER;
  mark_edge(units, row->fields[0], !after,
            after ? HD_EDGE_AFTER : HD_EDGE_BEFORE);
  if (after)
    hd_trie_add(units->after[lang], row->fields[0], index);
  else
    hd_trie_add(units->before[lang], reverse(units->arena, row->fields[0]),
                index);
  return true;
}

static bool add_context(compiler *c, const hd_row *row, hd_lang lang) {
  hd_kind kind = find_kind(c, field(c, row, KIND));
  if (kind == HD_KINDS)
    return refuse(c, row, "unknown kind");
  mark_edge(c->units, row->fields[0], true, HD_EDGE_CONTEXT);
  hd_trie_add(c->units->contexts[lang],
              reverse(c->units->arena, row->fields[0]), (uint32_t)kind);
  return true;
}

static bool add_calendar(compiler *c, const hd_row *row, hd_lang lang) {
  hd_units *units = c->units;
  hd_number value;
  int role = find_name(field(c, row, ROLE), calendar_roles, HD_CALENDAR_ROLES);
  if (role < 0 || !hd_number_parse(field(c, row, VALUE), &value))
    return refuse(c, row, "unknown role, or no value");
  hd_trie_add(units->calendar[lang], row->fields[0], (uint32_t)units->dates.n);
  HD_PUSH(units->arena, &units->dates,
          ((hd_calendar){(hd_calendar_role)role, (int32_t)value.num}));
  if (lang == HD_LANG_ZH &&
      (role < HD_CALENDAR_LEAD || role == HD_CALENDAR_CENTURY))
    mark_start(units, row->fields[0], HD_START_DATE);
  if (lang == HD_LANG_EN && role < HD_CALENDAR_REVIEW &&
      role != HD_CALENDAR_SEASON && role != HD_CALENDAR_LEAD &&
      role != HD_CALENDAR_LINK)
    mark_run(units->words_en, row->fields[0]);
  return true;
}

static bool add_word(compiler *c, const hd_row *row, hd_lang lang) {
  (void)lang;
  hd_kind kind = find_kind(c, field(c, row, KIND));
  hd_trie_add(c->units->words, row->fields[0], (uint32_t)kind);
  mark_start(c->units, row->fields[0], HD_START_WORD);
  mark_pair(c->units, row->fields[0]);
  return true;
}

/* ---- the whole --------------------------------------------------------- */
static const struct {
  const char *stem;
  bool (*add)(compiler *, const hd_row *, hd_lang);
} tables[] = {{"units", add_unit},
              {"currencies", add_unit},
              {"scales", add_scale},
              {"numerals", add_numeral},
              {"approximators", add_approximator},
              {"contexts", add_context},
              {"calendar", add_calendar},
              {"numeral-words", add_word}};

static void mark_fixed(hd_units *units, hd_str character, uint8_t bits) {
  mark_start(units, character, bits);
  if (bits & HD_START_SIGN)
    mark_pair(units, character);
}

static void mark_fixed_starts(hd_units *units) {
  static const struct {
    const char *character;
    uint8_t bits;
  } fixed[] = {{"-", HD_START_SIGN},
               {"−", HD_START_SIGN},
               {"–", HD_START_SIGN},
               {"+", HD_START_SIGN},
               {"±", HD_START_SIGN},
               {".", HD_START_SIGN},
               {"(", HD_START_SIGN},
               {"负", HD_START_SIGN},
               {"負", HD_START_SIGN},
               {"第", HD_START_ORDER | HD_START_DATE},
               {"前", HD_START_ORDER | HD_START_DATE},
               {"翻", HD_START_ORDER},
               {"头", HD_START_DATE},
               {"近", HD_START_YEARS},
               {"过", HD_START_YEARS},
               {"最", HD_START_YEARS},
               {"这", HD_START_YEARS},
               {"“", HD_START_DATE},
               {"½", HD_START_NUMERAL},
               {"¼", HD_START_NUMERAL},
               {"¾", HD_START_NUMERAL},
               {"⅓", HD_START_NUMERAL},
               {"⅔", HD_START_NUMERAL},
               {"⅛", HD_START_NUMERAL},
               {"⅜", HD_START_NUMERAL},
               {"⅝", HD_START_NUMERAL},
               {"⅞", HD_START_NUMERAL},
               {"⅕", HD_START_NUMERAL},
               {"⅖", HD_START_NUMERAL},
               {"⅗", HD_START_NUMERAL},
               {"⅘", HD_START_NUMERAL},
               {"⅙", HD_START_NUMERAL},
               {"⅚", HD_START_NUMERAL}};
  static const char *const heads[] = {"http", "https", "www", "minus",
                                      "negative"};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    mark_run(units->words_en, hd_str_of(heads[i]));
  for (int c = 0; c < 128; c++)
    if (hd_ascii_is_digit((char)c))
      units->of[c].start = HD_START_DIGIT;
    else if (hd_ascii_is_letter((char)c))
      units->of[c].start = HD_START_LETTER;
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
    mark_fixed(units, hd_str_of(fixed[i].character), fixed[i].bits);
}

/* Calls f for each place of a trie. */
static void each_trie(hd_units *units, void (*f)(hd_units *, hd_trie **)) {
  hd_trie **pairs[] = {units->units, units->scales,   units->before,
                       units->after, units->contexts, units->calendar};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    for (int lang = 0; lang < 2; lang++)
      f(units, &pairs[i][lang]);
  f(units, &units->words);
  f(units, &units->numerals);
}

static void make_trie(hd_units *units, hd_trie **trie) {
  *trie = hd_trie_new(units->arena);
}

static void seal_trie(hd_units *units, hd_trie **trie) {
  (void)units;
  hd_trie_seal(*trie);
}

/* What has a start; all are marked. */
static void note_starts(hd_units *units) {
  for (size_t cp = 0; cp < sizeof units->of / sizeof *units->of; cp++)
    if (units->of[cp].start)
      units->starts[cp / 64] |= (uint64_t)1 << cp % 64;
}

static hd_units *make_empty(hd_arena *arena) {
  hd_units *units = HD_NEW(arena, hd_units);
  units->arena = arena;
  each_trie(units, make_trie);
  HD_PUSH(arena, &units->numeral, (hd_numeral){0});
  mark_fixed_starts(units);
  return units;
}

hd_units *hd_units_new(hd_arena *arena, const hd_lexicon *lexicon,
                       hd_error *error) {
  compiler c = {.units = make_empty(arena),
                .interned = hd_map_new(arena),
                .error = error};
  for (int lang = 0; lang < 2; lang++)
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
      const hd_table_data *t = hd_lexicon_table(
          lexicon,
          hd_arena_format(arena, "%s/%s", languages[lang], tables[i].stem));
      for (int k = 0; t && k < COLUMNS; k++)
        c.column[k] = hd_table_column(t, columns[k]);
      for (size_t r = 0; t && r < t->n_rows; r++)
        if (!tables[i].add(&c, &t->rows[r], (hd_lang)lang))
          return NULL;
    }
  each_trie(c.units, seal_trie);
  note_starts(c.units);
  return c.units;
}

/* A Latin unit (kg, t) ends where its word ends. */
static bool ends_word(const char *s, size_t n, size_t used) {
  return used >= n || !hd_ascii_is_letter(s[used - 1]) ||
         !(hd_ascii_is_letter(s[used]) || hd_ascii_is_digit(s[used]));
}

const hd_unit *hd_units_at(const hd_units *units, const char *s, size_t n,
                           size_t *used) {
  const hd_unit *best = NULL;
  *used = 0;
  for (int lang = 0; lang < 2; lang++) {
    hd_match match;
    if (hd_trie_longest(units->units[lang], s, n, &match) && match.n > *used &&
        ends_word(s, n, match.n)) {
      best = units->rows.items[match.values[0]].unit;
      *used = match.n;
    }
  }
  if (!best)
    *used = 0;
  return best;
}

int hd_units_scale(const hd_units *units, const char *s, size_t n,
                   size_t *used) {
  int power = 0;
  *used = 0;
  for (int lang = 0; lang < 2; lang++) {
    hd_match match;
    if (hd_trie_longest(units->scales[lang], s, n, &match) && match.n > *used &&
        ends_word(s, n, match.n)) {
      power = (int)match.values[0];
      *used = match.n;
    }
  }
  return power;
}
