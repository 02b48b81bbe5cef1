/* progress: how far a long run is, on a terminal's last line.
 *
 * In: the number of files done. Out: a bar on stderr, only if it is a terminal
 * and the run of several files has lasted two seconds. The line is taken away
 * before anything else is written, so that it never stands in a log or between
 * findings. */
#include "cli.h"
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 2000, PAUSE = 100 }; /* milliseconds */
enum { CELLS = 30 };

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void hd_progress_start(const hd_cli *cli, hd_progress *progress, size_t total) {
  *progress = (hd_progress){
      .total = total,
      .wanted = total > 1 && !cli->quiet && isatty(STDERR_FILENO),
  };
  if (progress->wanted)
    progress->next = now() + PATIENCE;
}

void hd_progress_hide(hd_progress *progress) {
  if (progress->shown)
    fputs("\r\033[K", stderr);
  progress->shown = false;
}

static void draw(const hd_progress *progress) {
  static const char full[CELLS + 1] = "##############################";
  static const char empty[CELLS + 1] = "..............................";
  int filled = (int)(progress->done * CELLS / progress->total);
  fprintf(stderr, "\r\033[K[%.*s%.*s] %zu/%zu", filled, full, CELLS - filled,
          empty, progress->done, progress->total);
}

void hd_progress_step(hd_progress *progress) {
  progress->done++;
  if (!progress->wanted || now() < progress->next)
    return;
  progress->next = now() + PAUSE;
  progress->shown = progress->done < progress->total;
  if (progress->shown)
    draw(progress);
}
