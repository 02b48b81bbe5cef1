/* outline: a rule's text as tokens of Lua, and the tables in it, with places.
 *
 * What Lua makes of a file has no lines and columns; this has. A file that Lua
 * compiles is read as Lua reads it. Only what is written out is found: a table
 * that is put together by calls has no fields here. */
#ifndef HD_OUTLINE_H
#define HD_OUTLINE_H
#include "../base/base.h"

typedef enum {
  HD_LUA_NAME, /* keywords too */
  HD_LUA_STRING,
  HD_LUA_NUMBER,
  HD_LUA_MARK /* = { == ... */
} hd_lua_token_kind;

typedef struct {
  hd_lua_token_kind kind;
  hd_str text;           /* as written, quotes included */
  uint32_t line, column; /* from 1; columns in code points */
} hd_lua_token;

typedef struct {
  hd_arena *arena;
  hd_str source;
  HD_VEC(hd_lua_token) tokens;
} hd_outline;

/* Reads a text that Lua compiles; of any other what it can. */
hd_outline hd_outline_read(hd_arena *arena, hd_str source);
/* Is token i the name or mark? false behind the end. */
bool hd_outline_is(const hd_outline *o, size_t i, const char *text);
/* What the string token i stands for, in the arena. */
hd_str hd_outline_string(const hd_outline *o, size_t i);

/* A field of a table constructor: tokens first to end (exclusive) are its
 * value. */
typedef struct {
  hd_str key;     /* NAME = or ["NAME"] =; p NULL: by position */
  uint32_t index; /* from 1, by position */
  size_t at;      /* the token it begins with */
  size_t first, end;
} hd_outline_field;
/* The field behind *next, which is the token behind { at first and moves on.
 * false: the table ends. */
typedef struct {
  size_t next;
  uint32_t index;
} hd_outline_walk;
bool hd_outline_next(const hd_outline *o, hd_outline_walk *walk,
                     hd_outline_field *field);
/* The table that the file returns: the token {, or SIZE_MAX. */
size_t hd_outline_returned(const hd_outline *o);
/* The field of a path such as "examples", "bad", "#2", from the table that
 * begins at token `table`; names end with NULL. false: not written out. */
bool hd_outline_find(const hd_outline *o, size_t table, const char *const *path,
                     hd_outline_field *field);
/* The place that an error of loading is about: of its line (0: unknown) the
 * column, or both. */
void hd_outline_locate(const hd_outline *o, const char *message, uint32_t *line,
                       uint32_t *column);
#endif
