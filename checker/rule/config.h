/* config: a configuration file, a Lua chunk that returns a table of data.
 *
 * It is data in Lua's syntax: strings, numbers, true and false, and tables of
 * these. The chunk runs in a state of its own without a single name, loaded as
 * text, with limits of instructions and memory; functions and loops are
 * refused before it runs. Out come its leaves, each with its path and line. */
#ifndef HD_RULE_CONFIG_H
#define HD_RULE_CONFIG_H
#include "../base/base.h"

enum { HD_CONFIG_DEPTH = 6 };

typedef enum { HD_LEAF_STRING, HD_LEAF_NUMBER, HD_LEAF_BOOLEAN } hd_config_type;

typedef struct {
  const char *parts[HD_CONFIG_DEPTH]; /* "params", "parts-sum", "least" */
  size_t n_parts; /* elements of a list have their number, from "1" on, */
  bool listed[HD_CONFIG_DEPTH]; /* and this set */
  hd_config_type type;
  const char *text;
  uint32_t line; /* 0: not known */
} hd_config_leaf;

typedef struct {
  HD_VEC(hd_config_leaf) leaves; /* lists in order, names sorted */
} hd_config_leaves;

/* Reads `source`, which is called `file` in errors. All in the arena; false
 * and *error on failure. */
bool hd_config_load(hd_arena *arena, const char *file, hd_str source,
                    hd_config_leaves *leaves, hd_error *error);

/* Where the keys of the table stand in the text: paths, joined with
 * HD_CONFIG_JOINT, to lines. False and *error for a loop or a function. */
#define HD_CONFIG_JOINT "\x1f"
bool hd_config_lines(hd_arena *arena, hd_str source, hd_map *lines,
                     hd_error *error);
#endif
