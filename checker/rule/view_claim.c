/* view_claim: fields of figures. */
#include "views.h"

static const hd_claim *claim_of(lua_State *L, const hd_view *v) {
  return &hd_view_set(L)->claims[v->doc]->items[v->a];
}
static const hd_quantity *quantity_of(lua_State *L, const hd_view *v) {
  return hd_claim_quantity(hd_view_set(L)->claims[v->doc], v->a);
}
static void push_span(lua_State *L, const hd_view *v, hd_span span) {
  hd_view_push_str(L, hd_span_empty(span)
                          ? (hd_str){"", 0}
                          : hd_document_text(hd_view_doc(L, v), span));
}
uint32_t hd_view_claim_at(const hd_claims *claims, uint32_t off) {
  size_t low;
  HD_FIRST_NOT(low, claims->n, i,
               hd_claim_quantity(claims, (uint32_t)i)->span.end <= off);
  return (uint32_t)low;
}

/* ---- as printed --------------------------------------------------- */
static void get_number_text(lua_State *L, const hd_view *v) {
  push_span(L, v, quantity_of(L, v)->number);
}
static void get_unit_text(lua_State *L, const hd_view *v) {
  push_span(L, v, quantity_of(L, v)->unit_span);
}
static void get_kind(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_kind_name(quantity_of(L, v)->kind));
}
static void get_readings(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  lua_createtable(L, q->n_readings, 0);
  for (int i = 0; i < q->n_readings && i < 2; i++) {
    lua_pushstring(L, hd_kind_name(q->readings[i]));
    lua_rawseti(L, -2, i + 1);
  }
}
static void get_is_claim(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, claim_of(L, v)->is_claim);
}
static void get_decimals(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, quantity_of(L, v)->decimals);
}
static void get_digits(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, quantity_of(L, v)->digits);
}
static void get_grouped(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, quantity_of(L, v)->grouped);
}
static void get_numeral(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, quantity_of(L, v)->numeral);
}
static void get_approx(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, quantity_of(L, v)->approx);
}

/* ---- its value ---------------------------------------------------- */
static void get_low(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  if (q->low_known)
    hd_decimal_push(L, q->low);
  else
    lua_pushnil(L);
}
static void get_high(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  if (q->high_known)
    hd_decimal_push(L, q->high);
  else
    lua_pushnil(L);
}
static void get_value(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  if (q->low_known && q->high_known && hd_number_cmp(q->low, q->high) == 0)
    hd_decimal_push(L, q->low);
  else
    lua_pushnil(L);
}
static void get_interval(lua_State *L, const hd_view *v) {
  hd_interval_push(L, hd_quantity_interval(quantity_of(L, v)));
}
static void get_amount(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  hd_interval factor = hd_interval_point(hd_quantity_factor(q));
  hd_interval_push(L, hd_interval_mul(hd_quantity_interval(q), factor));
}
static void get_factor(lua_State *L, const hd_view *v) {
  hd_decimal_push(L, hd_quantity_factor(quantity_of(L, v)));
}
static void get_scale(lua_State *L, const hd_view *v) {
  hd_number scale = quantity_of(L, v)->scale;
  bool none = scale.den == 0 || scale.num == 0;
  hd_decimal_push(L, none ? hd_number_of(1) : scale);
}
static void get_power(lua_State *L, const hd_view *v) {
  hd_number scale = quantity_of(L, v)->scale;
  lua_Integer power = 0;
  for (; scale.num > 1 && scale.num % 10 == 0; scale.num /= 10)
    power++;
  if (scale.den > 1 || scale.num > 1)
    lua_pushnil(L);
  else
    lua_pushinteger(L, power);
}
static void get_last_digit(lua_State *L, const hd_view *v) {
  hd_decimal_push(L, quantity_of(L, v)->last_digit);
}
static void get_bound(lua_State *L, const hd_view *v) {
  lua_pushstring(L, hd_bound_name(quantity_of(L, v)->bound));
}
/* Does the cell print the figure in brackets: (12.5)? Behind another figure,
 * 1,124 (10.1), they are no sign. */
static bool in_brackets(const hd_document *doc, const hd_text *text,
                        const hd_quantity *q) {
  const hd_sentence *s = &text->sentences[q->sentence];
  const hd_block *block = &doc->blocks[s->block];
  if (q->span.off <= block->span.off || doc->text.p[q->span.off - 1] != '(' ||
      s->cell == HD_NONE || block->table == HD_NONE)
    return false;
  hd_span cell = doc->tables[block->table].cells[s->cell].span;
  for (uint32_t at = cell.off; at < q->span.off; at++)
    if (hd_ascii_is_digit(doc->text.p[at]))
      return false;
  return memchr(doc->text.p + cell.off, ')', cell.end - cell.off) != NULL;
}
static void get_cell_range(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  const hd_number zero = hd_number_of(0);
  hd_number factor =
      q->kind == HD_KIND_PERCENT ? hd_number_of(1) : hd_quantity_factor(q);
  if (!q->low_known || !q->high_known || hd_number_cmp(q->low, q->high) != 0) {
    lua_pushnil(L);
    return;
  }
  hd_number half =
      hd_number_div(hd_number_mul(q->last_digit, factor), hd_number_of(2));
  hd_number value = hd_number_mul(q->low, factor);
  if (hd_number_cmp(value, zero) >= 0 &&
      in_brackets(hd_view_doc(L, v), hd_view_text(L, v), q))
    value = hd_number_sub(zero, value);
  hd_interval_push(L, (hd_interval){.low = hd_number_sub(value, half),
                                    .high = hd_number_add(value, half)});
}
/* "CNY", "CNY/m2" */
static void push_per(lua_State *L, hd_str unit, const hd_str *per) {
  hd_view_push_str(L, unit);
  if (per) {
    lua_pushliteral(L, "/");
    hd_view_push_str(L, *per);
    lua_concat(L, 3);
  }
}
static void get_unit(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  push_per(L, q->unit ? q->unit->canonical : (hd_str){"", 0},
           q->per ? &q->per->canonical : NULL);
}
static void get_dimension(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  push_per(L, q->unit ? q->unit->dimension : (hd_str){"", 0},
           q->per ? &q->per->dimension : NULL);
}

/* ---- what the text says about it ---------------------------------- */
static void get_subject(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, claim_of(L, v)->subject.text);
}
static void get_indicator(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, claim_of(L, v)->indicator.text);
}
static void get_name(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, claim_of(L, v)->name);
}
static void get_scope(lua_State *L, const hd_view *v) {
  hd_view_push_str(L, claim_of(L, v)->scope.text);
}
static void get_topic(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, (lua_Integer)claim_of(L, v)->topic);
}
static void get_division(lua_State *L, const hd_view *v) {
  lua_pushinteger(L, claim_of(L, v)->division);
}
static void get_period(lua_State *L, const hd_view *v) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  lua_pushstring(L, hd_period_text(scratch, claim_of(L, v)->period));
}
static void get_base(lua_State *L, const hd_view *v) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  lua_pushstring(L, hd_period_text(scratch, claim_of(L, v)->base));
}
static void get_aspect(lua_State *L, const hd_view *v) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  lua_pushstring(L, hd_aspects_text(scratch, claim_of(L, v)->aspects));
}
static void get_direction(lua_State *L, const hd_view *v) {
  hd_flow flow = claim_of(L, v)->direction;
  lua_pushstring(L, flow == HD_FLOW_NONE ? "" : hd_flow_name(flow));
}
static void get_modality(lua_State *L, const hd_view *v) {
  const hd_claim *c = claim_of(L, v);
  lua_pushstring(L, c->is_claim ? hd_mode_name(c->mode) : "");
}
static void get_price(lua_State *L, const hd_view *v) {
  lua_pushstring(L, claim_of(L, v)->constant_price ? "constant" : "");
}
static void get_section(lua_State *L, const hd_view *v) {
  const hd_document *doc = hd_view_doc(L, v);
  uint32_t heading = doc->blocks[claim_of(L, v)->block].heading;
  push_span(L, v,
            heading == HD_NONE ? (hd_span){0, 0} : doc->blocks[heading].body);
}
static void get_list(lua_State *L, const hd_view *v) {
  uint32_t number = claim_of(L, v)->list;
  if (number)
    lua_pushinteger(L, number);
  else
    lua_pushnil(L);
}
static void get_list_index(lua_State *L, const hd_view *v) {
  const hd_claim *c = claim_of(L, v);
  if (c->list)
    lua_pushinteger(L, (lua_Integer)c->list_index + 1);
  else
    lua_pushnil(L);
}
static void get_verb(lua_State *L, const hd_view *v) {
  hd_view_push_place(L, v->doc, claim_of(L, v)->verb);
}
void hd_view_push_cue(lua_State *L, const hd_word *word, bool value) {
  if (!word)
    lua_pushliteral(L, "");
  else
    hd_view_push_str(L, value ? word->value : word->text);
}
static void get_cue(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, claim_of(L, v)->cue, false);
}
static void get_cue_value(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, claim_of(L, v)->cue, true);
}
static void get_base_cue(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, claim_of(L, v)->base_cue, false);
}
static void get_base_cue_value(lua_State *L, const hd_view *v) {
  hd_view_push_cue(L, claim_of(L, v)->base_cue, true);
}

/* ---- dates -------------------------------------------------------- */
/* Writes n digits of v, leading zeros included. */
static char *put_digits(char *out, unsigned v, int n) {
  for (int i = n; i-- > 0; v /= 10)
    out[i] = (char)('0' + v % 10);
  return out + n;
}

/* "2023-05-01", "2023-05", "2023" or "". */
void hd_view_push_day(lua_State *L, hd_day day) {
  char text[16], *end = text;
  if (day.year > 0)
    end = put_digits(end, (unsigned)day.year, day.year > 9999 ? 5 : 4);
  if (day.year > 0 && day.month) {
    *end++ = '-';
    end = put_digits(end, day.month, 2);
  }
  if (day.year > 0 && day.month && day.day) {
    *end++ = '-';
    end = put_digits(end, day.day, 2);
  }
  lua_pushlstring(L, text, (size_t)(end - text));
}
static void get_first(lua_State *L, const hd_view *v) {
  hd_view_push_day(L, quantity_of(L, v)->first);
}
static void get_last(lua_State *L, const hd_view *v) {
  hd_view_push_day(L, quantity_of(L, v)->last);
}
static void get_year(lua_State *L, const hd_view *v) {
  const hd_quantity *q = quantity_of(L, v);
  if (q->first.year > 0 && q->first.year == q->last.year)
    lua_pushinteger(L, q->first.year);
  else
    lua_pushnil(L);
}
static void get_impossible(lua_State *L, const hd_view *v) {
  lua_pushboolean(L, quantity_of(L, v)->impossible);
}

/* ---- where -------------------------------------------------------- */
static void get_block(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_BLOCK, v->doc, claim_of(L, v)->block);
}
static void get_sentence(lua_State *L, const hd_view *v) {
  hd_view_push_at(L, HD_VIEW_SENTENCE, v->doc, quantity_of(L, v)->sentence);
}

/* claim:has(aspect) */
static int claim_has(lua_State *L) {
  const hd_view view = hd_view_check(L, 1, HD_VIEW_CLAIM), *v = &view;
  int i = luaL_checkoption(L, 2, NULL, hd_aspect_names);
  lua_pushboolean(L, claim_of(L, v)->aspects >> i & 1);
  return 1;
}

/* claim:place(slot) */
static int claim_place(lua_State *L) {
  static const char *const names[] = {"text",    "number",    "unit",  "approx",
                                      "subject", "indicator", "scope", "period",
                                      "verb",    NULL};
  const hd_view view = hd_view_check(L, 1, HD_VIEW_CLAIM), *v = &view;
  const hd_quantity *q = quantity_of(L, v);
  const hd_claim *c = claim_of(L, v);
  const hd_span spans[] = {q->span,       q->number,       q->unit_span,
                           q->approx,     c->subject.span, c->indicator.span,
                           c->scope.span, c->period.span,  c->verb};
  hd_view_push_place(L, v->doc, spans[luaL_checkoption(L, 2, "text", names)]);
  return 1;
}

static const hd_field claim_fields[] = {
    HD_VIEW_EVERY,
    {"text", "string", hd_view_get_text, NULL,
     "as printed: number, scale and unit, without 约 or 超"},
    {"number_text", "string", get_number_text, NULL, "the digits or numeral"},
    {"unit_text", "string", get_unit_text, NULL, "scale and unit as printed"},
    {"kind", "string", get_kind, NULL,
     "count, amount, percent, point, ratio, multiple, rank, index, age, "
     "temperature, date, period, duration, ordinal, marker, identifier, name "
     "or statistic"},
    {"readings", "table of strings", get_readings, NULL,
     "other kinds that it may be"},
    {"is_claim", "boolean", get_is_claim, NULL,
     "false for names, markers, dates and the like"},
    {"value", "decimal or nil", get_value, NULL,
     "number times scale; nil for a range"},
    {"low", "decimal or nil", get_low, NULL, "low end of a range, or value"},
    {"high", "decimal or nil", get_high, NULL, "high end of a range, or value"},
    {"interval", "interval", get_interval, NULL,
     "what it may stand for: half a last digit and the bound included"},
    {"amount", "interval", get_amount, NULL,
     "interval in base units of its dimension: 1 万千瓦 and 10 MW are equal"},
    {"cell_range", "interval or nil", get_cell_range, NULL,
     "of one figure: what it adds to a sum of a table, half a last digit on "
     "both sides, in base units (percentages as printed); (12.5) is negative"},
    {"unit", "string", get_unit, NULL, "canonical unit or classifier, or \"\""},
    {"dimension", "string", get_dimension, NULL,
     "figures of one dimension can be compared; \"\" without unit"},
    {"factor", "decimal", get_factor, NULL, "base units in one unit"},
    {"scale", "decimal", get_scale, NULL, "10000 for 万; 1 without"},
    {"power", "integer or nil", get_power, NULL,
     "the power of ten that its scale is: 4 for 万, 6 for million, 0 without"},
    {"decimals", "integer", get_decimals, NULL, "printed decimals"},
    {"digits", "integer", get_digits, NULL, "printed significant digits"},
    {"last_digit", "decimal", get_last_digit, NULL,
     "one unit of the last printed digit: 31.6 → 0.1, 5.2万 → 1000"},
    {"bound", "string", get_bound, NULL,
     "exact, about, more_than, at_least, less_than or at_most"},
    {"approx", "place or nil", get_approx, NULL, "the word that bounds it: 超"},
    {"grouped", "boolean", get_grouped, NULL, "printed as 1,234"},
    {"numeral", "boolean", get_numeral, NULL, "written in words: 三百"},
    {"subject", "string", get_subject, NULL, "what it describes, or \"\""},
    {"indicator", "string", get_indicator, NULL,
     "what of the subject is measured, or \"\""},
    {"name", "string", get_name, NULL,
     "subject and indicator as one phrase, or \"\""},
    {"scope", "string", get_scope, NULL,
     "whose, \"\" where it is the document's own"},
    {"division", "integer", get_division, NULL,
     "code of the scope, where it is an administrative division; else 0"},
    {"topic", "integer", get_topic, NULL,
     "equal for claims with one subject, indicator and dimension"},
    {"period", "string", get_period, NULL, "first/last day, or \"\""},
    {"base", "string", get_base, NULL,
     "the period it is compared with, or \"\""},
    {"aspect", "string", get_aspect, NULL,
     "level, increment, new, growth, share, completion, rank, average, "
     "cumulative; several with blanks between"},
    {"direction", "string", get_direction, NULL, "up, down, flat or \"\""},
    {"modality", "string", get_modality, NULL, "actual, target or forecast"},
    {"price", "string", get_price, NULL, "constant where it says so, or \"\""},
    {"verb", "place or nil", get_verb, NULL,
     "the verb of change, reach, share or bound"},
    {"cue", "string", get_cue, NULL, "the text of that verb, or \"\""},
    {"cue_value", "string", get_cue_value, NULL, "its value: up, down ..."},
    {"base_cue", "string", get_base_cue, NULL, "同比, 环比, 比上年, or \"\""},
    {"base_cue_value", "string", get_base_cue_value, NULL,
     "its value: yoy ..."},
    {"list", "integer or nil", get_list, NULL,
     "number of the coordinated list it belongs to"},
    {"list_index", "integer or nil", get_list_index, NULL,
     "its place in that list, from 1"},
    {"section", "string", get_section, NULL, "the heading above it, or \"\""},
    {"first", "string", get_first, NULL,
     "of a date or period: first day, as exact as it is known"},
    {"last", "string", get_last, NULL, "of a date or period: last day"},
    {"year", "integer or nil", get_year, NULL,
     "of a date or period: the year in which all of it lies"},
    {"impossible", "boolean", get_impossible, NULL,
     "a date that does not exist"},
    {"index", "integer", hd_view_get_index, NULL, "its number in doc.claims"},
    {"sentence", "sentence", get_sentence, NULL, "its sentence"},
    {"block", "block", get_block, NULL, "its block"},
    {"document", "doc", hd_view_get_doc, NULL, "the same as doc"},
    {"has", "(aspect) → boolean", NULL, claim_has,
     "is that one of its aspects: c:has(\"growth\")"},
    {"around", "(n, ending, …) → table of claims", NULL, hd_view_around,
     "of the n figures on each side those whose name ends so, the nearest "
     "first"},
    {"place", "(slot) → place or nil", NULL, claim_place,
     "where it (or its number, unit, approx, subject, indicator, scope, "
     "period, verb) stands"},
    HD_VIEW_AROUND,
    {0}};
const hd_view_type hd_view_claim_type = {
    "claim", "A figure of the text with all that the text says about it.",
    claim_fields};
