/* json_write: a streaming JSON writer.
 *
 * In: keys, strings, counts in the order they are to stand. Out: compact
 * JSON, valid whatever the strings hold. Figures of a report are strings
 * here: no number passes through binary floating point. */
#include "write.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* The comma before a value or key, unless it is the first or follows a key. */
static void separate(hd_json *json) {
  if (json->keyed)
    json->keyed = false;
  else if (json->filled[json->depth])
    hd_write_text(json->report, ",");
  json->filled[json->depth] = true;
  if (json->breaks)
    hd_write_text(json->report, "\n");
  json->breaks = false;
}

void hd_json_break(hd_json *json) { json->breaks = true; }

void hd_json_open(hd_json *json, char bracket) {
  separate(json);
  hd_write_bytes(json->report, &bracket, 1);
  json->depth++;
  assert(json->depth < HD_JSON_DEPTH);
  json->filled[json->depth] = false;
}

void hd_json_close(hd_json *json, char bracket) {
  assert(json->depth > 0);
  json->depth--;
  hd_write_bytes(json->report, &bracket, 1);
}

/* One code point of a string. Line separators that JavaScript does not allow
 * in a string are escaped like the controls. */
static void escape(hd_report *report, uint32_t cp) {
  static const char from[] = "\"\\\n\r\t\b\f", to[] = "\"\\nrtbf";
  const char *short_form = cp < 0x80 ? strchr(from, (int)cp) : NULL;
  char bytes[4];
  if (short_form)
    hd_write_printf(report, "\\%c", to[short_form - from]);
  else if (cp < 0x20 || cp == 0x7F || cp == 0x2028 || cp == 0x2029)
    hd_write_printf(report, "\\u%04" PRIx32, cp);
  else
    hd_write_bytes(report, bytes, hd_write_encode(cp, bytes));
}

/* May cp, read from n bytes, stand in a string as it is? */
static bool plain(uint32_t cp, ptrdiff_t n) {
  if (cp < 0x80)
    return cp >= 0x20 && cp != 0x7F && cp != '"' && cp != '\\';
  return cp != 0x2028 && cp != 0x2029 && !(cp == 0xFFFD && n == 1);
}

/* The string between quotes; runs that need no escape go out whole. */
static void quote(hd_report *report, const char *s) {
  const char *run = s, *at = s;
  uint32_t cp;
  hd_write_text(report, "\"");
  for (; (cp = hd_write_decode(&s)); at = s) {
    if (plain(cp, s - at))
      continue;
    hd_write_bytes(report, run, (size_t)(at - run));
    escape(report, cp);
    run = s;
  }
  hd_write_bytes(report, run, (size_t)(at - run));
  hd_write_text(report, "\"");
}

void hd_json_key(hd_json *json, const char *key) {
  separate(json);
  quote(json->report, key);
  hd_write_text(json->report, ":");
  json->keyed = true;
}

void hd_json_string(hd_json *json, const char *s) {
  separate(json);
  quote(json->report, s);
}

void hd_json_number(hd_json *json, uint64_t n) {
  separate(json);
  hd_write_printf(json->report, "%" PRIu64, n);
}

void hd_json_flag(hd_json *json, const char *key, bool value) {
  hd_json_key(json, key);
  separate(json);
  hd_write_text(json->report, value ? "true" : "false");
}

void hd_json_member(hd_json *json, const char *key, const char *s) {
  hd_json_key(json, key);
  hd_json_string(json, s);
}

void hd_json_count(hd_json *json, const char *key, uint64_t n) {
  hd_json_key(json, key);
  hd_json_number(json, n);
}
