/* chunk: a compiled chunk of Lua 5.4, function by function.
 *
 * The dump comes from our own Lua, so its form is known: that of Lua 5.4.
 * What has another head has no functions here. */
#ifndef HD_CHUNK_H
#define HD_CHUNK_H
#include "host.h"

enum { /* instructions of Lua 5.4 */
       HD_OP_LFALSESKIP = 6,
       HD_OP_GETTABUP = 11,
       HD_OP_GETFIELD = 14,
       HD_OP_SETTABUP = 15,
       HD_OP_SETFIELD = 18,
       HD_OP_SELF = 20,
       HD_OP_JMP = 56,
       HD_OP_EQ = 57,
       HD_OP_EQK = 60,
       HD_OP_EQI = 61,
       HD_OP_TESTSET = 67,
       HD_OP_CALL = 68,
       HD_OP_RETURN = 70,
       HD_OP_RETURN0 = 71,
       HD_OP_RETURN1 = 72,
       HD_OP_FORLOOP = 73,
       HD_OP_FORPREP = 74,
       HD_OP_TFORPREP = 75,
       HD_OP_TFORLOOP = 77,
       HD_OP_VARARGPREP = 81
};

typedef struct {  /* one function of the dump */
  unsigned depth; /* 0: the chunk itself */
  const unsigned char *code;
  size_t n_code;
  hd_str *constants; /* of strings; p NULL where another type */
  bool *numbers;     /* is constant i a number? */
  size_t n_constants;
  hd_str *upvalues;
  size_t n_upvalues;
  const signed char *lines;
  size_t n_lines;
  size_t first_line;
  const unsigned char *far_lines;
  hd_str names; /* of the dump: those of locals, then of upvalues */
} hd_proto;

typedef struct {
  unsigned op, a, b, c;
  uint32_t word;
} hd_instruction;

/* The function on the top, as bytes in the arena. */
hd_str hd_chunk_dump(lua_State *L, hd_arena *arena);
/* Calls visit for each function, inner ones before the one they stand in and so
 * in the order of their names. */
typedef void hd_visit_proto(void *closure, const hd_proto *proto);
void hd_chunk_walk(hd_arena *arena, hd_str dump, hd_visit_proto *visit,
                   void *closure);
hd_instruction hd_chunk_at(const hd_proto *proto, size_t pc);
/* The lines of all instructions, n_code of them. */
uint32_t *hd_chunk_lines(hd_arena *arena, const hd_proto *proto);
/* String constant i; p NULL where it is none. */
hd_str hd_chunk_constant(const hd_proto *proto, unsigned i);
/* Is the upvalue the table of globals? */
bool hd_chunk_is_env(const hd_proto *proto, unsigned upvalue);
#endif
