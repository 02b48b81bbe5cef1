/* clock: time that passes, for deadlines. Nothing that is found in a report
 * depends on it. */
#include "base.h"
#include <time.h>

int64_t hd_milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
