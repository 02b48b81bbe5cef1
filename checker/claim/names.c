/* names: how the values of claim slots are written (DESIGN, section 5). */
#include "claim.h"

const char *hd_aspects_text(hd_arena *arena, uint16_t aspects) {
  static const char *const names[] = {"level",  "increment", "new",
                                      "growth", "share",     "completion",
                                      "rank",   "average",   "cumulative"};
  char out[128];
  size_t n = 0;
  if (aspects && (aspects & (aspects - 1)) == 0) /* one, as nearly always */
    return names[__builtin_ctz(aspects)];
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!(aspects >> i & 1))
      continue;
    size_t len = strlen(names[i]);
    if (n)
      out[n++] = ' ';
    memcpy(out + n, names[i], len);
    n += len;
  }
  return hd_arena_copy(arena, out, n);
}

const char *hd_flow_name(hd_flow flow) {
  static const char *const names[] = {"", "up", "down", "flat"};
  return names[flow];
}

const char *hd_mode_name(hd_mode mode) {
  static const char *const names[] = {"actual", "target", "forecast"};
  return names[mode];
}

static const char *day_text(hd_arena *arena, hd_day d) {
  return hd_arena_format(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

const char *hd_period_text(hd_arena *arena, hd_period p) {
  if (p.first.year == 0 || p.last.year == 0)
    return "";
  return hd_arena_format(arena, "%s/%s", day_text(arena, p.first),
                         day_text(arena, p.last));
}
