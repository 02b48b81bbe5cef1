/* names: how the values of claim slots are written (DESIGN, section 5). */
#include "claim.h"

const char *const hd_aspect_names[] = {
    "level",      "increment", "new",     "growth",     "share",
    "completion", "rank",      "average", "cumulative", NULL};

const char *hd_aspects_text(hd_arena *arena, uint16_t aspects) {
  const char *const *names = hd_aspect_names;
  char out[128];
  size_t n = 0;
  if (aspects && (aspects & (aspects - 1)) == 0) /* one, as nearly always */
    return names[__builtin_ctz(aspects)];
  for (size_t i = 0; names[i]; i++) {
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

/* Writes a day as 2023-01-31; where it ends. */
static char *put_day(char *out, hd_day d) {
  int numbers[] = {d.year / 100, d.year % 100, d.month, d.day};
  for (int i = 0; i < 4; i++) {
    if (i > 1)
      *out++ = '-';
    *out++ = (char)('0' + numbers[i] / 10 % 10);
    *out++ = (char)('0' + numbers[i] % 10);
  }
  return out;
}

const char *hd_period_text(hd_arena *arena, hd_period p) {
  if (p.first.year == 0 || p.last.year == 0)
    return "";
  enum { ROOM = sizeof "2023-01-01/2023-12-31", LAST = 9999 };
  if (p.first.year < 0 || p.last.year < 0 || p.first.year > LAST ||
      p.last.year > LAST)
    return hd_arena_format(arena, "%04d-%02d-%02d/%04d-%02d-%02d", p.first.year,
                           p.first.month, p.first.day, p.last.year,
                           p.last.month, p.last.day);
  char *text = hd_arena_alloc(arena, ROOM), *out = put_day(text, p.first);
  *out++ = '/';
  *put_day(out, p.last) = '\0';
  return text;
}
