/* child: a program fed with bytes, what it prints taken up to a limit. */
#ifndef HD_INPUT_CHILD_H
#define HD_INPUT_CHILD_H
#include "../base/base.h"

typedef struct {
  const char *const *words; /* the program, found on PATH, and what it is told;
                               a NULL behind them */
  size_t memory;            /* bytes of address space */
  unsigned seconds;         /* of processor time, and of the clock */
  size_t most;              /* bytes of output */
} hd_child;

typedef enum {
  HD_CHILD_ENDED,  /* by itself: `status` */
  HD_CHILD_ABSENT, /* no such program on PATH */
  HD_CHILD_FAILED, /* it could not be started */
  HD_CHILD_LATE,
  HD_CHILD_VERBOSE, /* it printed more than `most` */
  HD_CHILD_KILLED   /* by the signal `status` */
} hd_child_end;

typedef struct {
  hd_child_end end;
  int status;
  hd_buffer out, err; /* what it printed; err: its first bytes */
} hd_printed;

/* Runs it, without a shell, and waits for its end. The program inherits no
 * file, no environment but PATH and a locale; it may write no file, open no
 * connection, leave no core, and dies with its parent. Safe in a process of
 * several threads. The caller frees out and err. */
void hd_child_run(const hd_child *child, hd_str input, hd_printed *printed);
#endif
