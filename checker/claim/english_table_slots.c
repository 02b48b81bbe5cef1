/* english_table_slots: what a cell of an English table claims.
 *
 * In: the cell's column, its row's label and group, the caption. Out: subject,
 * indicator, scope and aspects. */
#include "english_table.h"

#define CUT(s, words) hd_label_cut(s, words, sizeof words / sizeof *words)
static const hd_str nothing = {"", 0};

static hd_str upto(hd_str s, size_t n) { return hd_str_trim((hd_str){s.p, n}); }

/* ---- slots --------------------------------------------------------------- */

static void set(const hd_table_reader *x, hd_slot *slot, hd_str text) {
  hd_span span = hd_span_empty(x->label.span) ? x->caption.span : x->label.span;
  *slot =
      text.n ? (hd_slot){span, HD_FROM_TABLE, text} : (hd_slot){.span = span};
}

/* What a row measures without total, less, net. */
static hd_str bare(hd_str s) {
  static const char *const heads[] = {"total ",    "less ", "less: ",
                                      "plus: ",    "add: ", "of which ",
                                      "of which: "};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (hd_str_starts(s, hd_str_of(heads[i])) &&
        !hd_str_starts(s, HD_STR("less than ")))
      s = (hd_str){s.p + strlen(heads[i]), s.n - strlen(heads[i])};
  if (hd_str_ends(s, HD_STR(", net")))
    s.n -= strlen(", net");
  return s;
}

static size_t measure_at_end(const hd_table_reader *x, hd_str s) {
  const hd_word *w = hd_vocabulary_ending(x->r->v, s.p, 0, (uint32_t)s.n,
                                          1u << HD_WORD_INDICATOR);
  return w ? w->text.n : 0;
}

/* payments | for | taxes: the measure, and what it is of. */
static void set_measure(hd_table_reader *x, hd_claim *c, hd_str s, hd_str of) {
  static const char *const links[] = {" for ", " of ", " from ", " related to ",
                                      " on ",  " – ",  " — "};
  s = bare(s);
  bool whole = measure_at_end(x, s) == s.n;
  for (size_t i = 0; !whole && i < sizeof links / sizeof *links; i++) {
    size_t at = hd_str_find(s, hd_str_of(links[i]));
    if (of.n && links[i][1] == 'o' && links[i][2] == 'n')
      continue; /* U.S. plans: | return on plan assets */
    if (at >= s.n || !measure_at_end(x, upto(s, at)))
      continue;
    size_t from = at + strlen(links[i]);
    bool number = hd_str_ends(upto(s, at), HD_STR("number"));
    set(x, &c->indicator, number ? HD_STR("count") : upto(s, at));
    set(x, &c->subject, (hd_str){s.p + from, s.n - from});
    return;
  }
  set(x, &c->indicator, s);
  if (of.n)
    set(x, &c->subject, of);
}

/* Subject and indicator of a measure named in a header: measles | deaths. */
static void set_named(hd_table_reader *x, hd_claim *c, hd_str s) {
  size_t n = measure_at_end(x, s);
  if (!n || n == s.n || !hd_str_trim((hd_str){s.p, s.n - n}).n) {
    set(x, &c->indicator, s);
    return;
  }
  set(x, &c->indicator, (hd_str){s.p + s.n - n, n});
  set(x, &c->subject, upto(s, s.n - n));
}

/* number of | shares | purchased as part of a program */
static void set_counted(hd_table_reader *x, hd_claim *c, hd_str s) {
  static const char *const ends[] = {" purchased", " sold ",     " granted",
                                     " held",      " issued",    " that ",
                                     " who ",      " receiving", " with "};
  set(x, &c->subject, upto(s, CUT(s, ends)));
  set(x, &c->indicator, HD_STR("count"));
}

/* The rate or percentage whose change a column shows. */
static hd_str changing(const hd_table_reader *x, const hd_header_column *c) {
  for (const hd_header_column *k = c; k > x->columns; k--)
    if (k->stat == HD_STAT_RATE)
      return k->name;
  return x->caption.indicator;
}

static void set_statistic(hd_table_reader *x, hd_claim *c,
                          const hd_header_column *col, bool bracket) {
  hd_stat stat =
      bracket && col->in_bracket != HD_STAT_NONE ? col->in_bracket : col->stat;
  hd_str name = bracket ? col->bracket_name : col->name;
  if (stat == HD_STAT_INTERVAL) { /* of the estimate beside it */
    stat = bracket || col->in_bracket == HD_STAT_NONE ? col->stat
                                                      : col->in_bracket;
    name = col->name;
  }
  switch (stat) {
  case HD_STAT_COUNT:
    if (name.n && measure_at_end(x, name))
      set_named(x, c, name);
    else if (name.n)
      set_counted(x, c, name);
    else
      set(x, &c->indicator, HD_STR("count"));
    return;
  case HD_STAT_PERCENT:
    if (name.n)
      set(x, &c->indicator, name);
    else
      set(x, &c->indicator,
          x->caption.percent || !x->caption.indicator.n ||
                  x->caption.about_people ||
                  hd_str_is(x->caption.indicator, "number")
              ? HD_STR("percentage")
              : x->caption.indicator);
    return;
  case HD_STAT_CHANGE:
    set(x, &c->indicator, name.n ? name : changing(x, col));
    return;
  case HD_STAT_RATE:
  case HD_STAT_NAMED:
    set(x, &c->indicator, name);
    return;
  default:
    set(x, &c->indicator, x->caption.indicator);
  }
}

/* drug overdose deaths | involving cocaine: a header that goes on with the
 * caption's subject; else it is the subject. */
static hd_str continued(hd_table_reader *x, hd_str thing) {
  static const char *const ends[] = {" within ", " through ", " during ",
                                     " at ", " by "};
  hd_str s = x->caption.subject;
  size_t word = 0;
  while (word < thing.n && thing.p[word] != ' ')
    word++;
  hd_str first = {thing.p, word};
  if (s.n &&
      (hd_str_ends(first, HD_STR("ing")) || hd_str_ends(first, HD_STR("ed")) ||
       hd_str_is(first, "with") || hd_str_is(first, "without"))) {
    size_t at = hd_str_find(s, first);
    hd_str front = upto(s, at < s.n ? at : s.n);
    return hd_str_of(hd_arena_format(x->r->arena, "%.*s %.*s", (int)front.n,
                                     front.p, (int)thing.n, thing.p));
  }
  return upto(thing, CUT(thing, ends));
}

/* exposures to cleaners and disinfectants | disinfectants: the header picks
 * one of what the caption's measure is of. */
static bool picks(hd_table_reader *x, hd_claim *c, hd_str thing) {
  static const char *const links[] = {" to ", " from ", " with "};
  hd_str s = x->caption.subject;
  size_t at = hd_str_find(s, thing), link = CUT(s, links);
  if (at >= s.n || link >= at)
    return false;
  set(x, &c->subject, thing);
  set(x, &c->indicator, upto(s, link));
  return true;
}

static bool is_scope(hd_label_kind kind) {
  return kind == HD_LABEL_SEX || kind == HD_LABEL_AGE ||
         kind == HD_LABEL_RACE || kind == HD_LABEL_PLACE;
}

static void set_scope(hd_table_reader *x, hd_claim *c, const hd_people *p) {
  set(x, &c->scope, hd_people_text(x->r, p, x->caption.people));
}

static hd_people people_of(const hd_table_reader *x,
                           const hd_header_column *col) {
  hd_people p = x->group;
  const hd_people *add = &col->people;
  p.sex = add->sex.n ? add->sex : p.sex;
  p.age = add->age.n ? add->age : p.age;
  p.race = add->race.n ? add->race : p.race;
  p.place = add->place.n ? add->place : p.place;
  p.other = nothing;
  return p;
}

/* Health insurance: | no */
static bool is_answer(hd_str s) {
  return hd_str_is(s, "yes") || hd_str_is(s, "no") || hd_str_is(s, "any") ||
         hd_str_is(s, "none") || hd_str_is(s, "unknown");
}

/* breastfeeding initiation | exclusive breastfeeding: the label says which. */
static bool is_kind(const hd_table_reader *x, hd_str label) {
  enum { LEAST = 6 };
  hd_str s = x->caption.subject;
  size_t at = 0;
  while (at < s.n && s.p[at] != ' ')
    at++;
  char word[64];
  if (at < LEAST || at >= sizeof word || x->caption.about_people)
    return false;
  memcpy(word, s.p, at);
  word[at] = '\0';
  return hd_label_has(label, word) && !hd_str_starts(label, (hd_str){s.p, at});
}

/* The words that s ends with are what is measured, without the `joint` bytes
 * they begin with; what stands before is the subject. */
static bool part_at(hd_table_reader *x, hd_claim *c, hd_str s,
                    const char *const *words, size_t joint) {
  size_t n = hd_str_ends_any(s, words);
  if (n == 0 || n == s.n)
    return false;
  set(x, &c->subject, upto(s, s.n - n));
  set(x, &c->indicator, (hd_str){s.p + s.n - n + joint, n - joint});
  return true;
}

/* days from onset to admission, | median: the row says what of it. */
static bool set_row_mean(hd_table_reader *x, hd_claim *c, hd_str s) {
  static const char *const words[] = {", median", ", mean", ", average", NULL};
  return part_at(x, c, s, words, sizeof ", " - 1);
}

static void fill_statistic(hd_table_reader *x, hd_claim *c,
                           const hd_header_column *col, bool bracket) {
  enum { SENTENCE = 56 };
  static const char *const ends[] = {" through ", " within ", " during ",
                                     " at "};
  hd_str s = x->label.text;
  hd_people p = people_of(x, col);
  set(x, &c->subject,
      col->thing.n ? continued(x, col->thing) : x->caption.subject);
  set_statistic(x, c, col, bracket);
  bool picked =
      col->thing.n && col->stat != HD_STAT_NONE && picks(x, c, col->thing);
  bool plain = col->late && !col->name.n && !x->caption.indicator.n;
  if (col->thing.n && !col->people_thing &&
      (col->stat == HD_STAT_NONE || plain)) {
    set(x, &c->indicator, col->thing);
    set(x, &c->subject, x->caption.subject);
  }
  if (is_scope(x->label.kind))
    hd_people_add(&p, &x->label);
  else if (set_row_mean(x, c, s))
    ;
  else if (x->label.kind == HD_LABEL_MEASURE)
    set(x, &c->indicator, s);
  else if (x->label.kind == HD_LABEL_OTHER && s.n > SENTENCE)
    ;
  else if (x->label.kind == HD_LABEL_OTHER && !hd_utf8_has_letter(s))
    p.other = s; /* vaccination coverage, %: | 10–19 */
  else if (x->label.kind == HD_LABEL_OTHER && x->group.title.n && is_answer(s))
    p.other = hd_str_of(hd_arena_format(x->r->arena, "%.*s %.*s",
                                        (int)x->group.title.n, x->group.title.p,
                                        (int)s.n, s.p));
  else if (x->label.kind == HD_LABEL_OTHER && is_kind(x, s))
    set(x, &c->subject, upto(s, CUT(s, ends)));
  else if (x->label.kind == HD_LABEL_OTHER &&
           (x->title.titles || (x->stub.titles && !x->group_thing.n)) &&
           !x->caption.about_people)
    p.other = s;
  else if (x->label.kind == HD_LABEL_OTHER && x->title.titles)
    p.other = s;
  else if (x->label.kind == HD_LABEL_OTHER && x->caption.about_people)
    set(x, &c->indicator, s);
  else if (x->label.kind == HD_LABEL_OTHER && picked)
    p.other = s; /* exposures to disinfectants | by ingestion */
  else if (x->label.kind == HD_LABEL_OTHER)
    set(x, &c->subject, upto(s, CUT(s, ends)));
  set_scope(x, c, &p);
}

/* dividends | declared, shares | repurchased: what is done is measured. */
static bool set_done(hd_table_reader *x, hd_claim *c, hd_str s) {
  enum { LONGEST = 60 };
  static const char *const words[] = {
      " declared",    " issued",    " granted",   " vested",
      " forfeited",   " exercised", " acquired",  " sold",
      " repurchased", " retired",   " purchased", " withheld",
      " expired",     " cancelled", " canceled",  NULL};
  static const char *const more[] = {" of ", ";", " or ", NULL};
  if (!s.n || s.p[s.n - 1] != 'd')
    return false;
  s = bare(s);
  if (s.n > LONGEST || hd_str_has_any(s, more)) /* cost of goods sold */
    return false;
  return part_at(x, c, s, words, 1);
}

/* percentage of | subscription revenue | to total revenue */
static hd_str part_of_ratio(hd_str s) {
  static const char of[] = " of ";
  size_t at = hd_str_find(s, hd_str_of(of)) + strlen(of);
  size_t to = hd_str_find(s, HD_STR(" to "));
  return at < to && to < s.n ? (hd_str){s.p + at, to - at} : nothing;
}

/* earnings per share: | diluted: a word that says which, no thing. */
static bool is_which(hd_str label) {
  static const char *const words[] = {"basic", "diluted", "basic and diluted",
                                      NULL};
  enum { LONGEST = 17 };
  return label.n <= LONGEST && hd_str_is_any(label, words);
}

static hd_str which(hd_table_reader *x, hd_str label, hd_str measure) {
  return hd_str_of(hd_arena_format(x->r->arena, "%.*s %.*s", (int)label.n,
                                   label.p, (int)measure.n, measure.p));
}

/* Tables of accounts: what is measured stands in the row, its group, the
 * column or the caption. */
static void fill_account(hd_table_reader *x, hd_claim *c,
                         const hd_header_column *col) {
  hd_str s = x->label.text, header = col->thing;
  hd_people p = people_of(x, col);
  hd_str corner = x->stub.kind == HD_LABEL_MEASURE ? x->stub.text : nothing;
  hd_str over = x->group_measure.n       ? x->group_measure
                : x->caption.indicator.n ? x->caption.indicator
                                         : corner;
  hd_str measure = header.n ? header : over;
  hd_label_kind kind = x->label.kind;
  if (hd_str_starts(s, HD_STR("percentage of ")) ||
      hd_str_starts(s, HD_STR("as a percentage of ")) ||
      hd_str_starts(s, HD_STR("as percentage of "))) {
    hd_str part = part_of_ratio(s);
    set(x, &c->subject, part.n ? part : bare(x->last_thing));
    set(x, &c->indicator, part.n ? HD_STR("percentage") : s);
    c->aspects = HD_ASPECT_SHARE;
  } else if (is_scope(kind)) {
    hd_people_add(&p, &x->label);
    set(x, &c->indicator, measure);
    set(x, &c->subject, x->group_thing);
  } else if (!(header.n && col->measures) && set_done(x, c, s)) {
    ;
  } else if (kind == HD_LABEL_MEASURE && !(header.n && col->measures)) {
    set_measure(x, c, s, header.n ? header : x->group_thing);
  } else if (measure.n && kind != HD_LABEL_NONE && kind != HD_LABEL_PERIOD &&
             kind != HD_LABEL_TOTAL) {
    set(x, &c->subject, is_which(s) ? nothing : bare(s));
    set(x, &c->indicator, is_which(s) ? which(x, s, measure) : measure);
  } else if (measure.n) {
    set_measure(x, c, measure, x->group_thing);
  } else {
    set_measure(x, c, s, x->group_thing);
  }
  set_scope(x, c, &p);
}

/* ---- aspects ------------------------------------------------------------- */

void hd_table_aspects(hd_table_reader *x, hd_claim *c,
                      const hd_header_column *col, bool bracket, bool percent) {
  const hd_quantity *q = &x->r->q->items[c->quantity];
  const char *at = x->r->doc->text.p + q->span.off;
  hd_stat stat =
      bracket && col->in_bracket != HD_STAT_NONE ? col->in_bracket : col->stat;
  percent = percent || q->kind == HD_KIND_PERCENT;
  if (c->aspects)
    return;
  if (stat == HD_STAT_CHANGE) {
    const hd_label *l = &col->headers[col->n - 1];
    bool rate = percent || hd_label_has(l->text, "apc") ||
                hd_label_has(l->text, "percent") ||
                memchr(l->text.p, '%', l->text.n) ||
                hd_label_has(l->bracket, "percentage points") ||
                (l->bracket.n && l->bracket.p[0] == '%');
    c->aspects = rate ? HD_ASPECT_GROWTH : HD_ASPECT_INCREMENT;
    bool down =
        at[0] == '-' || at[0] == '(' || memcmp(at, "\xE2\x88\x92", 3) == 0;
    c->direction = down ? HD_FLOW_DOWN : HD_FLOW_UP;
  } else {
    bool share = stat == HD_STAT_PERCENT;
    c->aspects = share ? HD_ASPECT_SHARE : HD_ASPECT_LEVEL;
  }
}

void hd_table_slots(hd_table_reader *x, hd_claim *c,
                    const hd_header_column *col, bool bracket) {
  if (x->statistics)
    fill_statistic(x, c, col, bracket);
  else
    fill_account(x, c, col);
}
