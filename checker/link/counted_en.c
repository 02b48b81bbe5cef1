/* counted_en: a list behind its count in English.
 *
 * In: a counter with a plural noun. Out: a COUNTED link of what follows a
 * colon, a bracket or a word that opens a list (six categories include …), or
 * of proper names behind "were" or a comma. Clauses are no list. */
#include "counted.h"

enum { PHRASE_BYTES = 70, NAMES_BYTES = 400, LIST_BYTES = 6000 };

/* Six counties using the mobile laboratory (Adair; Boone, east; and Polk): the
 * bytes up to behind the bracket where words alone stand before it and the
 * last of them is no plural, which might be what is listed; 0: there is none.
 */
static uint32_t to_bracket(const hd_linker *l, hd_span span) {
  enum { FARTHEST = 70 };
  const char *t = l->doc->text.p;
  uint32_t off = span.off;
  while (off < span.end && off - span.off < FARTHEST &&
         (t[off] == ' ' || t[off] == '-' ||
          hd_cp_is_letter((unsigned char)t[off])))
    off++;
  hd_str said = {t + span.off, off - span.off};
  static const char *const each[] = {" each ", " every ", NULL};
  bool opens = off > span.off + 2 && !hd_str_has_any(said, each) &&
               off + 1 < span.end && t[off] == '(' && t[off - 1] == ' ' &&
               t[off - 2] != 's';
  return opens ? off + 1 - span.off : 0;
}

static const char *const includes[] = {
    ": ",           " include ",  " includes ",   " are: ",
    " were: ",      " comprise ", " consist of ", ", namely ",
    " comprising ", " included ", " (",           NULL};

/* Names are short and begin with no word that begins a clause. */
static bool are_names(const hd_linker *l, const hd_items *items) {
  static const char *const clauses[] = {
      "because ", "who ",       "which ", "that ",     "where ",
      "with ",    "as ",        "but ",   "e.g.",      "see ",
      "such ",    "including ", "i.e.",   "the first", NULL};
  for (uint32_t i = 0; i < items->n; i++)
    if (items->items[i].end - items->items[i].off > PHRASE_BYTES ||
        hd_coordination_word(l, items->items[i].off, items->items[i].end,
                             clauses))
      return false;
  return true;
}

static bool contains(const hd_linker *l, hd_span span, const char *word) {
  return memmem(l->doc->text.p + span.off, span.end - span.off, word,
                strlen(word)) != NULL;
}

/* four risks are monitored: the bytes up to a colon in the same clause, with
 * it and the blank; 0: there is none. */
static uint32_t to_colon(const hd_linker *l, hd_span span) {
  enum { FARTHEST = 60 };
  const char *t = l->doc->text.p;
  for (uint32_t off = span.off; off < span.end && off - span.off < FARTHEST;
       off++) {
    if (t[off] == ':' && off + 1 < span.end && t[off + 1] == ' ')
      return off + 2 - span.off;
    if (t[off] != ' ' && t[off] != '-' &&
        !hd_cp_is_letter((unsigned char)t[off]))
      break;
  }
  return 0;
}

/* Are there two names behind “namely” that no comma parts? */
static bool is_pair(const hd_linker *l, const hd_items *items, uint32_t off) {
  static const char *const words[] = {"namely ", NULL};
  return items->n == 1 && off >= 7 &&
         hd_coordination_word(l, off - 7, off, words) &&
         contains(l, items->items[0], " and ");
}

/* any two risks (a, b, or c); four of five conditions (a, b, c, and d): what
 * is listed is not what this number counts. */
static bool chooses(const hd_linker *l, const hd_counter *c) {
  static const char *const heads[] = {"any ", "Any ", " of ", " of the ", NULL};
  const hd_sentence *s = &l->text->sentences[c->sentence];
  uint32_t n = hd_coordination_word_before(l, s->span.off, c->span.off, heads);
  if (n < 4 || l->doc->text.p[c->span.off - n] != ' ')
    return n > 0;
  return c->figure > 0 &&
         l->q->items[c->figure - 1].span.end == c->span.off - n;
}

/* Is every word of the span a name's: with a capital, or of, the, de? */
static bool is_proper(const hd_linker *l, hd_span span) {
  static const char *const small[] = {"of ", "the ", "de ", "and ", "& ", NULL};
  const char *t = l->doc->text.p;
  uint32_t off = span.off;
  while (off < span.end) {
    uint32_t n = hd_coordination_word(l, off, span.end, small);
    if (!n && !(t[off] >= 'A' && t[off] <= 'Z'))
      return false;
    const char *blank = memchr(t + off, ' ', span.end - off);
    off = n ? off + n : blank ? (uint32_t)(blank - t) + 1 : span.end;
  }
  return span.end > span.off;
}

/* The three largest markets were Japan and Korea; three districts, Norton and
 * Sutton: only proper names are surely what was counted. */
static bool proper_behind(hd_linker *l, const hd_counter *c) {
  static const char *const opens[] = {" were ", " are ", ", ", " – ",
                                      " — ",    "—",     NULL};
  hd_span span = {c->span.end, l->text->sentences[c->sentence].span.end};
  uint32_t n = hd_coordination_word(l, span.off, span.end, opens);
  hd_items items;
  span.off += n;
  span.end = hd_counted_without_stop(l, span);
  if (!n || span.end - span.off > NAMES_BYTES || chooses(l, c))
    return false;
  hd_coordination_cut(l, span, &items);
  bool joined = items.closed || (items.n == 1 && contains(l, span, " and "));
  if (!joined || items.full || items.figures)
    return false;
  for (uint32_t i = 0; i < items.n; i++)
    if (!is_proper(l, items.items[i]))
      return false;
  hd_counted_add(l, c, &items, 85, "proper names behind their count");
  return true;
}

/* a, b, and c, because ...: where a clause hangs on the last name, the list
 * ends before it. */
static void drop_tail(const hd_linker *l, hd_items *items) {
  static const char *const joints[] = {"and ", "or ", NULL};
  static const char *const clauses[] = {
      "because ", "as ",     "which ",   "who ",   "whose ",  "where ",
      "since ",   "so ",     "but ",     "while ", "though ", "although ",
      "when ",    "all of ", "whereas ", "if ",    "unless ", "each of ",
      "both of ", "with ",   "all ",     "for ",   NULL};
  for (uint32_t i = 1; items->mark == ',' && i + 1 < items->n; i++) {
    hd_span *a = &items->items[i], *b = a + 1;
    uint32_t n = hd_coordination_word(l, a->off, a->end, joints);
    if (!n || !hd_coordination_word(l, b->off, b->end, clauses))
      continue;
    a->off += n;
    items->n = i + 1;
    items->closed = true;
    items->open = false;
  }
}

/* A colon opens the list: whatever stands behind it up to the end of the
 * sentence is all. */
static bool is_all(const hd_linker *l, const hd_items *items, hd_span span,
                   hd_span sentence) {
  enum { SHORT = 40 };
  const char *t = l->doc->text.p;
  bool colon = t[span.off - 2] == ':' && t[sentence.end - 1] == '.';
  for (uint32_t i = 0; i < items->n; i++)
    if (items->items[i].end - items->items[i].off > SHORT)
      return false;
  if (!colon || items->open)
    return false;
  return items->n > 2 || (items->n == 1 && contains(l, span, " and "));
}

/* Six counties ... (Adair; Boone, east; and Polk): names with capitals. */
static bool in_bracket(hd_linker *l, const hd_counter *c, uint32_t from) {
  hd_span span = {from, l->text->sentences[c->sentence].span.end};
  hd_items items;
  span.end = hd_coordination_skip(l, from - 1, span.end) - 1;
  if (span.end <= span.off || l->doc->text.p[span.end] != ')' || chooses(l, c))
    return false;
  hd_coordination_cut(l, span, &items);
  if (items.mark != ';' || items.n < 3 || items.full || items.figures)
    return false;
  for (uint32_t i = 0; i < items.n; i++)
    if (!(l->doc->text.p[items.items[i].off] >= 'A' &&
          l->doc->text.p[items.items[i].off] <= 'Z'))
      return false;
  hd_counted_add(l, c, &items, 85, "names in a bracket behind their count");
  return true;
}

/* four tasks of cutting overcapacity, reducing debt, and lowering costs: every
 * member is a deed. */
static bool deeds_behind(hd_linker *l, const hd_counter *c, uint32_t from) {
  static const char *const plans[] = {
      "tasks", "goals", "aims", "objectives", "priorities", "missions", NULL};
  hd_span span = {from, l->text->sentences[c->sentence].span.end};
  hd_items items;
  span.end = hd_counted_without_stop(l, span);
  if (span.end - span.off > NAMES_BYTES || chooses(l, c) ||
      !hd_str_has_any(hd_document_text(l->doc, c->span), plans))
    return false;
  hd_coordination_cut(l, span, &items);
  drop_tail(l, &items);
  if (items.mark != ',' || items.n < 3 || !items.closed || items.full ||
      items.figures)
    return false;
  for (uint32_t i = 0; i < items.n; i++) {
    hd_span item = items.items[i];
    const char *t = l->doc->text.p + item.off;
    size_t n = hd_str_find((hd_str){t, item.end - item.off}, HD_STR(" "));
    n = n == (size_t)-1 ? item.end - item.off : n;
    if (n < 5 || memcmp(t + n - 3, "ing", 3) != 0)
      return false;
  }
  hd_counted_add(l, c, &items, 85, "deeds behind their count");
  return true;
}

/* three sections: the old fund and the new fund (“NF”). Two names behind a
 * colon that nothing but a mark, a bracket or a clause goes on from. */
static bool pair_behind(hd_linker *l, const hd_counter *c, uint32_t from) {
  enum { LONGEST = 60, AND = 5, REACH = 2 * LONGEST + AND + 2 };
  static const char *const clauses[] = {
      ", because ", ", which ",    ", since ", ", as ",      ", both ",
      ". ",         "; ",          ", while ", ", but ",     ", whose ",
      ", where ",   ", although ", ", so ",    ", whereas ", NULL};
  static const char *const verbs[] = {" is ",  " are ",  " was ",    " were ",
                                      " has ", " have ", " will ",   " can ",
                                      " had ", " may ",  " should ", " must ",
                                      " to ",  " that ", NULL};
  const char *t = l->doc->text.p;
  hd_span sentence = l->text->sentences[c->sentence].span;
  uint32_t end = from, stop = hd_counted_without_stop(l, sentence);
  if (t[from - 2] != ':')
    return false;
  while (end < stop && end - from < REACH &&
         !strchr(",;:.()0123456789", t[end]))
    end++;
  if (end == from)
    return false;
  bool bracket = end < stop && t[end] == '(' && t[end - 1] == ' ';
  uint32_t behind = bracket ? hd_coordination_skip(l, end, sentence.end) : end;
  bool ends =
      behind >= stop || hd_coordination_word(l, behind, sentence.end, clauses);
  hd_str all = {t + from, end - (bracket ? 1 : 0) - from};
  size_t at = hd_str_find(all, HD_STR(" and "));
  if (at == (size_t)-1 || !ends || hd_str_has_any(all, verbs))
    return false;
  hd_str second = {all.p + at + AND, all.n - at - AND};
  if (at > LONGEST || second.n > LONGEST || at < 2 || second.n < 2 ||
      hd_str_find(second, HD_STR(" and ")) != (size_t)-1)
    return false;
  hd_items items = {.n = 2, .mark = ',', .closed = true};
  items.items[0] = (hd_span){from, from + (uint32_t)at};
  items.items[1] = (hd_span){from + (uint32_t)at + AND, from + (uint32_t)all.n};
  hd_counted_add(l, c, &items, 85, "a pair behind its count");
  return true;
}

bool hd_counted_english(hd_linker *l, const hd_counter *c) {
  hd_span span = {c->span.end, l->text->sentences[c->sentence].span.end};
  uint32_t n = hd_coordination_word(l, span.off, span.end, includes);
  if (!n)
    n = to_colon(l, span);
  uint32_t bracket = n ? 0 : to_bracket(l, span);
  if (!n && hd_coordination_at(l, span.off, span.end, " of "))
    return deeds_behind(l, c, span.off + 4);
  if (bracket && in_bracket(l, c, span.off + bracket))
    return true;
  if (!n)
    return proper_behind(l, c);
  span.off += n;
  if (hd_counted_announced(l, c, span.off))
    return true;
  if (chooses(l, c) || pair_behind(l, c, span.off))
    return true;
  if (l->doc->text.p[span.off - 1] == '(')
    span.end = hd_coordination_skip(l, span.off - 1, span.end);
  span.end = hd_counted_without_stop(l, span);
  hd_items items;
  if (span.end - span.off > LIST_BYTES)
    return true;
  hd_coordination_cut(l, span, &items);
  drop_tail(l, &items);
  bool pair = is_pair(l, &items, span.off);
  bool all = is_all(l, &items, span, l->text->sentences[c->sentence].span);
  if ((items.n < 2 && !pair && !all) || items.full || items.figures)
    return true;
  hd_span last = items.items[items.n - 1];
  bool ends = all || items.closed || contains(l, last, " and ") ||
              contains(l, last, " or ");
  if (items.mark == ';' || (ends && are_names(l, &items)))
    hd_counted_add(l, c, &items, 85, "a list behind its count");
  return true;
}
