/* api: docs/api.md, from the tables that rules are served from.
 *
 * A test holds the page against what this writes, so that no field is without
 * its line and no line without its field. */
#include "host.h"

/* What is no field of a view: name, and the sentence. */
static const char *const globals[][2] = {
    {"decimal(v)", "an exact figure of a string as it is printed (\"12.5\", "
                   "\"1,234\", \"−2.3\") or an integer"},
    {"interval(low, high)", "what a figure may be; nil: no end on that side"},
    {"interval(text [, n])",
     "what a figure printed so may be: half a unit of its last digit on both "
     "sides, or of its n-th decimal"},
    {"p_value(test, statistic [, df1 [, df2]])",
     "how likely a statistic of at least this size is by chance: test is t, r "
     "or z (two-tailed), F or chi2; an interval that holds it, nil where there "
     "is none"},
    {"re.new(pattern [, \"i\"])", "a PCRE2 pattern over UTF-8 text"},
    {"lib(name)",
     "the helper rules/lib/NAME.lua, of the rule's own folder first"},
    {"lexicon(name)",
     "the rows of a lexicon (\"zh/units\"): #rows, rows[i].column, "
     "rows:find(key), rows:prefix(text): the row with the longest key it "
     "begins with, rows:any(column): its words as a pattern"},
    {"memo()", "a table that is empty at the beginning of each set: what a "
               "rule found out and needs again"},
    {"pairs(t), next(t)", "in the order of keys: numbers, strings, booleans"},
    {"assert error getmetatable ipairs pcall rawequal rawlen select "
     "setmetatable tonumber tostring type",
     "as in Lua; setmetatable refuses __gc, __close, __mode and __name"},
    {"string, table, utf8",
     "as in Lua, without dump, pack and unpack of bytes"},
    {"math", "abs ceil floor fmod huge max maxinteger min mininteger modf pi "
             "tointeger type ult"},
};
static const char *const values[][2] = {
    {"d + - * / d", "decimals and integers; with an interval, an interval"},
    {"d < <= == d", "between decimals only"},
    {"d:lt(x) d:le(x) d:eq(x) d:ge(x) d:gt(x)",
     "with decimals and integers; false where one is unknown"},
    {"d:text() d:round(n) d:abs() d:is_integer()",
     "round: half up, n places (18 at most)"},
    {"d:is_known()", "false after a division by zero or an overflow"},
    {"i + - * / i", "intervals with intervals, decimals and integers"},
    {"i:meets(x)", "have they a value in common? Unknown ones have"},
    {"i:contains(x) i:inside(x)", "does one hold all of the other?"},
    {"i:widen(d)", "wider by d on both sides"},
    {"i.low i.high", "decimals; nil where there is no end"},
    {"i.is_point i:is_known() i:text()", "text: \"[31.55,31.65]\""},
    {"r:find(s [, init])", "from, to, groups; nil where it does not match"},
    {"r:match(s [, init]) r:gmatch(s)", "groups, or the whole match"},
    {"r:replace(s, with)",
     "s with `with`, as it is, in place of each match, and their number"},
};
static const char *const match[][2] = {
    {"m[0] m.text", "what matched"},
    {"m[1] m.name", "a group; nil where it took no part"},
    {"m:place([group])", "where the match or a group stands, or nil"},
    {"m:figure(group)", "the figure whose number is the group, or nil"},
    {"m:next_figure()",
     "the first figure of the sentence behind the match that "
     "claims something, or nil"},
    {"m.pattern", "which pattern of on.pattern it is of, from 1"},
    {"m.sentence m.doc m.type", "its sentence and document; \"match\""},
};
static const char *const report[][2] = {
    {"report{...}", "a finding, and a check that differs"},
    {"report.agrees{at=, related=, how=}", "a check that holds"},
    {"report.undecided{at=, related=, how=}", "one that could not be decided"},
    {"at", "what is wrong: any view that has a place"},
    {"message", "key of messages; left out: base"},
    {"values", "{name = value} for {name} in the message"},
    {"stated, expected", "the figure as printed (left out: the text of at); "
                         "what it should be"},
    {"related", "the other place, or a list of places"},
    {"severity", "note, warning or error; not above the rule's own"},
    {"readings", "what was tried before it was called wrong"},
    {"how", "a string, or {key = of messages, values = {...}}"},
};

static void put_rows(hd_buffer *b, const char *title,
                     const char *const (*rows)[2], size_t n) {
  hd_buffer_printf(b, "\n## %s\n\n| | |\n|---|---|\n", title);
  for (size_t i = 0; i < n; i++)
    hd_buffer_printf(b, "| `%s` | %s |\n", rows[i][0], rows[i][1]);
}
#define PUT_ROWS(b, title, rows)                                               \
  put_rows((b), (title), (rows), sizeof(rows) / sizeof *(rows))

static void put_view(hd_buffer *b, const hd_view_type *type) {
  hd_buffer_printf(b, "\n## %s\n\n%s\n\n| field | type | |\n|---|---|---|\n",
                   type->name, type->about);
  for (const hd_field *f = type->fields; f->name; f++)
    if (f->call)
      hd_buffer_printf(b, "| `:%s%.*s` | %s | %s |\n", f->name,
                       (int)(strchr(f->type, ')') + 1 - f->type), f->type,
                       strchr(f->type, ')') + 6, f->about);
    else
      hd_buffer_printf(b, "| `%s` | %s | %s |\n", f->name, f->type, f->about);
}

void hd_api_write(hd_buffer *b) {
  hd_buffer_puts(
      b,
      "# What a rule sees\n\n"
      "Written from the tables of the program; do not edit. How to write a "
      "rule is in [writing-rules.md](writing-rules.md).\n\n"
      "Views are read-only, an unknown field is an error. A view of one thing "
      "is always the same value, so it can be a key of a table. Lists have "
      "`#`, `[i]`, ipairs and pairs. All counting begins with 1. Text that is "
      "unknown is \"\", other things that are unknown are nil.\n");
  PUT_ROWS(b, "Globals", globals);
  PUT_ROWS(b, "Decimals, intervals, patterns", values);
  PUT_ROWS(b, "report", report);
  for (int i = 0; i < HD_VIEW_TYPES; i++)
    put_view(b, hd_view_types[i]);
  PUT_ROWS(b, "match", match);
}
