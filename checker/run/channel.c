/* channel: what goes between a worker and its parent besides results.
 *
 * A message is its length in eight bytes and that many more. A worker that
 * has a PDF before it may start no program: it sends the PDF with the mark
 * of a question, the parent forks a process (a broker) that runs pdftotext
 * and answers on the same channel, while the parent goes on with the others.
 * An answer is a printed_head and the bytes of both outputs. */
#include "run.h"
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

typedef struct {
  uint64_t n_out, n_err;
  int64_t end, status;
} printed_head;

bool hd_channel_write(int fd, const void *bytes, size_t n) {
  for (const char *p = bytes; n > 0;) {
    ssize_t done = write(fd, p, n);
    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return false;
    p += done;
    n -= (size_t)done;
  }
  return true;
}

bool hd_channel_read(int fd, void *p, size_t n) {
  for (size_t have = 0; have < n;) {
    ssize_t got = read(fd, (char *)p + have, n - have);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    have += (size_t)got;
  }
  return true;
}

/* ---- the worker's side -------------------------------------------------- */

/* Takes n bytes into a buffer, piece by piece, so that a lie about n costs no
 * memory. */
static bool take(int fd, hd_buffer *b, uint64_t n) {
  char piece[65536];
  while (n > 0) {
    size_t some = n < sizeof piece ? (size_t)n : sizeof piece;
    if (!hd_channel_read(fd, piece, some))
      return false;
    hd_buffer_add(b, piece, some);
    n -= some;
  }
  return true;
}

bool hd_channel_ask(void *closure, hd_str pdf, hd_printed *printed) {
  int fd = *(const int *)closure;
  uint64_t length = pdf.n | HD_CHANNEL_QUESTION;
  printed_head head;
  if (!hd_channel_write(fd, &length, sizeof length) ||
      !hd_channel_write(fd, pdf.p, pdf.n) ||
      !hd_channel_read(fd, &head, sizeof head))
    return false;
  printed->end = (hd_child_end)head.end;
  printed->status = (int)head.status;
  return take(fd, &printed->out, head.n_out) &&
         take(fd, &printed->err, head.n_err);
}

/* ---- the broker --------------------------------------------------------- */

_Noreturn void hd_channel_answer(int fd, const hd_press_limits *limits,
                                 hd_str pdf, pid_t parent) {
  hd_printed printed;
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (getppid() != parent)
    _exit(0);
  hd_press_run(limits, pdf, &printed);
  printed_head head = {printed.out.n, printed.err.n, printed.end,
                       printed.status};
  bool sent = hd_channel_write(fd, &head, sizeof head) &&
              hd_channel_write(fd, printed.out.p, printed.out.n) &&
              hd_channel_write(fd, printed.err.p, printed.err.n);
  _exit(!sent);
}
