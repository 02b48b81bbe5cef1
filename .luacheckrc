-- The world a rule lives in: Lua 5.4 without io, os, debug, package and load,
-- and what the host adds. A rule's functions share one shape, so that an
-- argument may go unused.
std = {
  read_globals = {
    "assert", "error", "ipairs", "next", "pairs", "pcall", "rawequal",
    "rawlen", "select", "setmetatable", "getmetatable",
    "tonumber", "tostring", "type",
    "math", "string", "table", "utf8",
    "lib", "lexicon", "memo", "decimal", "interval", "p_value", "re",
  },
}
-- An example is a whole text on its line, with where its finding stands.
max_line_length = 300
unused_args = false
allow_defined_top = false
-- Messages and examples are texts that stay on one line.
max_string_line_length = false
max_comment_line_length = false
