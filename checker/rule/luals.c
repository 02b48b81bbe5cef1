/* luals: the Lua API for tools that read Lua: annotations of the Lua language
 * server (`---@meta`), and a standard of luacheck.
 *
 * Views come from the tables that rules are served from, as in api.c; what is
 * no view (decimals, intervals, patterns, report, the rule itself) is written
 * here, once. Types of the tables are English ("table of claims", "claim or
 * nil"); type_name turns them into the server's. */
#include "host.h"

static const char head[] =
    "---@meta hedui\n"
    "-- What a rule of hedui sees, for editors. Written from the tables of "
    "the\n-- program; do not edit.\n\n";

static const char values[] =
    "---An exact figure. Unknown after a division by zero or an overflow.\n"
    "---@class hedui.decimal\n"
    "---@operator add(hedui.decimal|integer): hedui.decimal\n"
    "---@operator sub(hedui.decimal|integer): hedui.decimal\n"
    "---@operator mul(hedui.decimal|integer): hedui.decimal\n"
    "---@operator div(hedui.decimal|integer): hedui.decimal\n"
    "---@operator unm: hedui.decimal\n"
    "local decimal_ = {}\n"
    "---@param x hedui.decimal|integer\n---@return boolean\n"
    "function decimal_:lt(x) end\n"
    "---@param x hedui.decimal|integer\n---@return boolean\n"
    "function decimal_:le(x) end\n"
    "---@param x hedui.decimal|integer\n---@return boolean\n"
    "function decimal_:eq(x) end\n"
    "---@param x hedui.decimal|integer\n---@return boolean\n"
    "function decimal_:ge(x) end\n"
    "---@param x hedui.decimal|integer\n---@return boolean\n"
    "function decimal_:gt(x) end\n"
    "---@return string\nfunction decimal_:text() end\n"
    "---Half up, to n places.\n---@param n integer\n---@return hedui.decimal\n"
    "function decimal_:round(n) end\n"
    "---@return hedui.decimal\nfunction decimal_:abs() end\n"
    "---@return boolean\nfunction decimal_:is_integer() end\n"
    "---@return boolean\nfunction decimal_:is_known() end\n\n"
    "---What a figure may be; nil: no end on that side.\n"
    "---@class hedui.interval\n"
    "---@field low hedui.decimal?\n---@field high hedui.decimal?\n"
    "---@field is_point boolean\n"
    "---@operator add(hedui.interval|hedui.decimal|integer): hedui.interval\n"
    "---@operator sub(hedui.interval|hedui.decimal|integer): hedui.interval\n"
    "---@operator mul(hedui.interval|hedui.decimal|integer): hedui.interval\n"
    "---@operator div(hedui.interval|hedui.decimal|integer): hedui.interval\n"
    "local interval_ = {}\n"
    "---Have they a value in common?\n"
    "---@param x hedui.interval|hedui.decimal|integer\n---@return boolean\n"
    "function interval_:meets(x) end\n"
    "---@param x hedui.interval|hedui.decimal|integer\n---@return boolean\n"
    "function interval_:contains(x) end\n"
    "---@param x hedui.interval\n---@return boolean\n"
    "function interval_:inside(x) end\n"
    "---Wider by d on both sides.\n"
    "---@param d hedui.decimal|integer\n---@return hedui.interval\n"
    "function interval_:widen(d) end\n"
    "---@return boolean\nfunction interval_:is_known() end\n"
    "---@return string\nfunction interval_:text() end\n\n"
    "---A PCRE2 pattern over UTF-8 text.\n---@class hedui.pattern\n"
    "local pattern_ = {}\n"
    "---@param s string\n---@param init? integer\n"
    "---@return integer? from, integer? to, string? ...\n"
    "function pattern_:find(s, init) end\n"
    "---@param s string\n---@param init? integer\n---@return string? ...\n"
    "function pattern_:match(s, init) end\n"
    "---@param s string\n---@return fun(): string, ...\n"
    "function pattern_:gmatch(s) end\n\n"
    "---@param s string\n---@param with string\n---@return string\n"
    "---@return integer\n"
    "function pattern_:replace(s, with) end\n\n"
    "---What a pattern of `on.pattern` matched; m[1], m.name: its groups.\n"
    "---@class hedui.match\n"
    "---@field text string\n---@field sentence hedui.sentence\n"
    "---@field doc hedui.doc\n---@field pattern integer\n"
    "---@field type string\n"
    "---@field [integer|string] any\n"
    "local match_ = {}\n"
    "---@param group? integer|string\n---@return hedui.place?\n"
    "function match_:place(group) end\n\n"
    "---@param group integer|string\n---@return hedui.claim?\n"
    "function match_:figure(group) end\n\n"
    "---@return hedui.claim?\nfunction match_:next_figure() end\n\n";

static const char contract[] =
    "---@alias hedui.figure hedui.decimal|hedui.interval|integer\n"
    "---@alias hedui.where "
    "hedui.claim|hedui.place|hedui.sentence|hedui.block|hedui.gap|hedui.cell|"
    "hedui.enumerator|hedui.match|hedui.doc\n"
    "---@class hedui.finding\n"
    "---@field at hedui.where what is wrong; keep it short\n"
    "---@field message? string key of messages; left out: base\n"
    "---@field values? table<string, any> for {name} in the message\n"
    "---@field stated? string|hedui.figure left out: the text of at\n"
    "---@field expected? string|hedui.figure what it should be\n"
    "---@field related? hedui.where|hedui.where[] the other place or places\n"
    "---@field severity? \"note\"|\"warning\"|\"error\" not above the rule's\n"
    "---@field readings? string[] what was tried before it was called wrong\n"
    "---@class hedui.agreement\n"
    "---@field at hedui.where\n"
    "---@field related? hedui.where|hedui.where[]\n"
    "---@field how? string|{key: string, values: table<string, any>?}\n"
    "---@class hedui.report\n"
    "---@field agrees fun(check: hedui.agreement) a check that holds\n"
    "---@field undecided fun(check: hedui.agreement) could not be decided\n"
    "---@overload fun(finding: hedui.finding)\n\n"
    "---@alias hedui.text string|{zh: string, en: string}\n"
    "---@class hedui.rule\n"
    "---@field api 1\n"
    "---@field id string the file's name without .lua\n"
    "---@field severity \"note\"|\"warning\"|\"error\"\n"
    "---@field state? \"stable\"|\"preview\"\n"
    "---@field languages? string[] of the text it judges\n"
    "---@field summary hedui.text\n---@field explain hedui.text\n"
    "---@field messages table<string, hedui.text>\n"
    "---@field examples {bad: table[], good: (string|table)[]}\n"
    "---@field on table what it wants to see\n"
    "---@field params? table<string, any>\n"
    "---@field check? fun(item: any, report: hedui.report, params: table, "
    "doc: hedui.doc)\n\n";

/* Annotation, name, parameters: the globals that Lua does not have. */
static const char *const globals[][3] = {
    {"---@param v string|integer\n---@return hedui.decimal\n", "decimal", "v"},
    {"---@param low? hedui.decimal|integer|string\n"
     "---@param high? hedui.decimal|integer\n---@return hedui.interval\n",
     "interval", "low, high"},
    {"---@param test \"t\"|\"F\"|\"r\"|\"z\"|\"chi2\"\n"
     "---@param statistic hedui.decimal\n---@param df1? hedui.decimal\n"
     "---@param df2? hedui.decimal\n---@return hedui.interval?\n",
     "p_value", "test, statistic, df1, df2"},
    {"---The helper rules/lib/NAME.lua, of the rule's own folder first.\n"
     "---@param name string\n---@return table\n",
     "lib", "name"},
    {"---The rows of a lexicon (\"zh/units\").\n---@param name string\n"
     "---@return table\n",
     "lexicon", "name"},
    {"---A table that is empty at the beginning of each set.\n"
     "---@return table\n",
     "memo", ""},
};
enum { N_GLOBALS = sizeof globals / sizeof *globals };

/* What of Lua's own a rule may use. */
static const char *const kept[] = {
    "assert",       "error", "getmetatable", "ipairs",   "math",   "next",
    "pairs",        "pcall", "rawequal",     "rawlen",   "select", "string",
    "setmetatable", "table", "tonumber",     "tostring", "type",   "utf8",
};
enum { N_KEPT = sizeof kept / sizeof *kept };

/* "claim": hedui.claim; what Lua has itself stays. A table is the view. */
static void put_word(hd_buffer *b, const char *word, size_t n) {
  static const char *const own[] = {"string", "integer", "boolean"};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (strlen(own[i]) == n && memcmp(own[i], word, n) == 0) {
      hd_buffer_puts(b, own[i]);
      return;
    }
  hd_buffer_printf(b, "hedui.%.*s", (int)n, word);
}

/* "table of claims": hedui.claim[]; "claim or nil": hedui.claim?. */
static void put_type(hd_buffer *b, const char *type) {
  const char *of = strstr(type, " of "), *nil = strstr(type, " or nil");
  if (of && strcmp(of + 4, "pairs") == 0) {
    hd_buffer_puts(b, "table[]");
  } else if (of) {
    put_word(b, of + 4, strlen(of + 4) - 1);
    hd_buffer_puts(b, "[]");
  } else {
    put_word(b, type, nil ? (size_t)(nil - type) : strlen(type));
    if (nil)
      hd_buffer_puts(b, "?");
  }
}

/* "(row, column) → cell or nil": its parameters, then what it returns. A
 * parameter may be left out where the text says "…". */
static void put_method(hd_buffer *b, const char *view, const hd_field *f) {
  const char *end = strchr(f->type, ')');
  const char *arrow = strstr(end, "\xE2\x86\x92 ");
  hd_buffer_printf(b, "---%s\n", f->about);
  for (const char *p = f->type + 1; p < end;) {
    size_t n = strcspn(p, ",)");
    bool more = (unsigned char)*p >= 0x80;
    hd_buffer_printf(b, "---@param %.*s any\n", more ? 3 : (int)n,
                     more ? "..." : p);
    p += n + strspn(p + n, ", ");
  }
  hd_buffer_puts(b, "---@return ");
  put_type(b, arrow + 4);
  hd_buffer_printf(b, "\nfunction %s_:%s(", view, f->name);
  for (const char *p = f->type + 1; p < end; p++)
    if ((unsigned char)*p < 0x80)
      hd_buffer_add(b, p, 1);
    else {
      hd_buffer_puts(b, "...");
      p += 2;
    }
  hd_buffer_puts(b, ") end\n");
}

static void put_view(hd_buffer *b, const hd_view_type *type) {
  hd_buffer_printf(b, "---%s\n---@class hedui.%s\n", type->about, type->name);
  for (const hd_field *f = type->fields; f->name; f++) {
    if (f->call)
      continue;
    hd_buffer_printf(b, "---@field %s ", f->name);
    put_type(b, f->type);
    hd_buffer_printf(b, " %s\n", f->about);
  }
  hd_buffer_printf(b, "local %s_ = {}\n", type->name);
  for (const hd_field *f = type->fields; f->name; f++)
    if (f->call)
      put_method(b, type->name, f);
  hd_buffer_puts(b, "\n");
}

void hd_api_write_luals(hd_buffer *b) {
  hd_buffer_puts(b, head);
  hd_buffer_puts(b, values);
  hd_buffer_puts(b, contract);
  for (int i = 0; i < HD_VIEW_TYPES; i++)
    put_view(b, hd_view_types[i]);
  for (size_t i = 0; i < N_GLOBALS; i++)
    hd_buffer_printf(b, "%sfunction %s(%s) end\n\n", globals[i][0],
                     globals[i][1], globals[i][2]);
  hd_buffer_puts(b, "re = {}\n"
                    "---@param pattern string\n---@param flags? \"i\"\n"
                    "---@return hedui.pattern\n"
                    "function re.new(pattern, flags) end\n");
}

void hd_api_write_luacheck(hd_buffer *b) {
  hd_buffer_puts(b, "-- The globals of a rule of hedui, for luacheck. Written "
                    "from the tables of the\n-- program; do not edit.\n"
                    "std = {\n  read_globals = {\n");
  for (size_t i = 0; i < N_KEPT; i++)
    hd_buffer_printf(b, "    \"%s\",\n", kept[i]);
  for (size_t i = 0; i < N_GLOBALS; i++)
    hd_buffer_printf(b, "    \"%s\",\n", globals[i][1]);
  hd_buffer_puts(b, "    \"re\",\n  },\n}\n"
                    "unused_args = false\nallow_defined_top = false\n"
                    "max_line_length = 300\nmax_string_line_length = false\n"
                    "max_comment_line_length = false\n");
}
