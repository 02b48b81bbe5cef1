/* english_people: one scope out of the groups that a table names apart.
 *
 * In: labels of rows and columns (males, 25-44, Ohio). Out: their phrase
 * (males aged 25–44 in ohio). Ages without a noun are of children or
 * adults. */
#include "english_table.h"

static hd_str joined(const hd_claim_reader *r, hd_str a, const char *link,
                     hd_str b) {
  if (!a.n || !b.n)
    return a.n ? a : b;
  size_t n = strlen(link);
  char *text = hd_arena_alloc(r->arena, a.n + n + b.n + 1);
  memcpy(text, a.p, a.n);
  memcpy(text + a.n, link, n);
  memcpy(text + a.n + n, b.p, b.n);
  return (hd_str){text, a.n + n + b.n};
}

static hd_str behind(hd_str s, size_t n) { return (hd_str){s.p + n, s.n - n}; }

void hd_people_add(hd_people *people, const hd_label *l) {
  static const char *const totals[] = {" total", " overall"};
  hd_str s = l->text;
  switch (l->kind) {
  case HD_LABEL_SEX:
    people->sex = s;
    break;
  case HD_LABEL_AGE:
    people->age = hd_str_starts(s, HD_STR("aged ")) ? behind(s, 5) : s;
    break;
  case HD_LABEL_RACE:
    people->race = s;
    break;
  case HD_LABEL_PLACE:
    people->place =
        (hd_str){s.p, hd_label_cut(s, totals, sizeof totals / sizeof *totals)};
    break;
  case HD_LABEL_TOTAL:
    if (hd_str_is(s, "both sexes"))
      people->sex = (hd_str){"", 0};
    break;
  case HD_LABEL_OTHER:
    people->other = s;
    break;
  default:
    break;
  }
}

/* The age's first number; 0 if it tells none. */
static int first_age(hd_str age) {
  int n = 0;
  size_t i = 0;
  while (i < age.n && (age.p[i] < '0' || age.p[i] > '9'))
    i++;
  for (; i < age.n && age.p[i] >= '0' && age.p[i] <= '9' && n < 1000; i++)
    n = n * 10 + age.p[i] - '0';
  return n;
}

/* The age's last number in years; 0 if it tells none. */
static int last_age(hd_str age) {
  int n = 0, last = 0;
  for (size_t i = 0; i < age.n; i++) {
    bool digit = age.p[i] >= '0' && age.p[i] <= '9';
    n = digit && n < 1000 ? n * 10 + age.p[i] - '0' : digit ? n : 0;
    last = digit ? n : last;
  }
  return last;
}

/* male: males. A word that is plural already stays. */
static hd_str plural(const hd_claim_reader *r, hd_str sex) {
  static const char *const rows[][2] = {{"male", "males"},
                                        {"female", "females"},
                                        {"male sex", "males"},
                                        {"female sex", "females"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_is(sex, rows[i][0]))
      return hd_str_of(rows[i][1]);
  (void)r;
  return sex;
}

static hd_str age_noun(hd_str age) {
  enum { ADULT = 18 };
  bool open =
      hd_str_starts(age, HD_STR("≥")) || hd_str_starts(age, HD_STR(">"));
  if (hd_label_has(age, "months") && !hd_label_has(age, "years"))
    return hd_str_of("children");
  bool adult = last_age(age) >= ADULT || open;
  if (adult && first_age(age) < ADULT)
    return hd_str_of("persons"); /* 6–19 */
  return hd_str_of(adult ? "adults" : "children");
}

/* The bare numbers of an age: 18–44 of 18–44 years. */
static hd_str bare_age(hd_str age) {
  if (hd_str_ends(age, HD_STR(" years")))
    age.n -= strlen(" years");
  return age;
}

/* male | youths: the noun follows; males alone is one. */
static hd_str person(const hd_claim_reader *r, const hd_people *p,
                     hd_str noun) {
  if (p->sex.n)
    return noun.n && !hd_str_ends(p->sex, HD_STR("n"))
               ? joined(r, p->sex, " ", noun)
               : plural(r, p->sex);
  if (noun.n || !p->age.n)
    return noun;
  return age_noun(p->age);
}

/* The race without what only sets it apart (black, non-hispanic), where a
 * noun follows. */
static hd_str race(hd_str text, bool alone) {
  static const char *const apart[] = {", non-hispanic", ", not hispanic"};
  if (alone)
    return text;
  return (hd_str){text.p,
                  hd_label_cut(text, apart, sizeof apart / sizeof *apart)};
}

/* poverty-income ratio | 1.25–1.49: numbers need the name of their scale. */
static hd_str other(const hd_claim_reader *r, const hd_people *p, bool alone) {
  hd_str s = p->other;
  if (!s.n)
    return s;
  bool number = (s.p[0] >= '0' && s.p[0] <= '9') || strchr("<>$", s.p[0]) ||
                (unsigned char)s.p[0] == 0xE2;
  if (number)
    s = joined(r, p->title, " ", s);
  else if (hd_str_starts(s, HD_STR("any ")))
    s = behind(s, 4);
  if (alone)
    return s;
  if (hd_str_starts(s, HD_STR("no ")))
    return joined(r, hd_str_of("without"), " ", behind(s, 3));
  return joined(r, hd_str_of("with"), " ", s);
}

hd_str hd_people_text(const hd_claim_reader *r, const hd_people *p,
                      hd_str noun) {
  hd_str who = person(r, p, noun);
  hd_str out = joined(r, race(p->race, !p->sex.n && !p->age.n), " ", who);
  if (p->age.n)
    out = joined(r, out, " aged ", bare_age(p->age));
  if (p->place.n)
    out = out.n && (p->sex.n || p->age.n || p->race.n)
              ? joined(r, out, " in ", p->place)
              : p->place;
  bool alone = !p->sex.n && !p->age.n && !p->race.n && !p->place.n;
  hd_str rest = other(r, p, alone);
  return alone && rest.n ? rest : joined(r, out, " ", rest);
}
