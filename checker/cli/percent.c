/* percent: %26 for &, as in an address. */
#include "cli.h"
#include <string.h>

static int digit_of(char c) {
  static const char digits[] = "0123456789abcdef";
  char lower = c >= 'A' && c <= 'F' ? (char)(c | 0x20) : c;
  const char *at = lower ? strchr(digits, lower) : NULL;
  return at ? (int)(at - digits) : -1;
}

char *hd_cli_decode(char *s) {
  char *out = s;
  for (const char *p = s; *p; p++) {
    int high = *p == '%' ? digit_of(p[1]) : -1;
    int low = high >= 0 ? digit_of(p[2]) : -1;
    if (low >= 0)
      p += 2;
    *out++ = low >= 0 ? (char)(high * 16 + low) : *p;
  }
  *out = '\0';
  return s;
}
