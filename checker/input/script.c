/* script: a text in traditional script becomes its twin in simplified script.
 *
 * In: a decoded source. Out: the same with bytes of the same length, in which
 * every character stands at the offset it had, so that no place moves; and the
 * text as it is printed, for excerpts. OpenCC converts by words (乾 is 干 or
 * 乾), a piece of whole lines at a time. */
#include "script.h"
#include "script_library.h"
#include <pthread.h>

/* What only traditional script writes, the commonest of statistical reports:
 * a fifth of the ideographs of such a text (58 reports, converted). */
static const char traditional[] =
    "業國發進實產動設務區強體會資經開項機農個長濟創質點為萬現堅續規學優級對"
    "穩費領場總關標醫數億統態運電構環護辦營際聯調範擴結鄉決計時轉應與積協劃"
    "戰黨達風內險導極網們專試準兩術來預員義監題線貿綠";

enum {
  FIRST = 0x4E00, /* of the ideographs */
  LAST = 0x9FFF,
  SAMPLE = 4096,  /* ideographs that are looked at */
  SHARE = 20,     /* one in so many is traditional: the text is */
  PIECE = 1 << 16 /* bytes converted at once, and the rest of the line */
};

bool hd_script_is_traditional(hd_str s) {
  uint64_t is_one[(LAST - FIRST) / 64 + 1] = {0};
  hd_str list = HD_STR(traditional);
  uint32_t cp;
  for (size_t i = 0; i < list.n;) {
    i += hd_utf8_decode(list.p + i, list.n - i, &cp);
    is_one[(cp - FIRST) / 64] |= UINT64_C(1) << (cp - FIRST) % 64;
  }
  size_t ideographs = 0, ones = 0;
  for (size_t i = 0; i < s.n && ideographs < SAMPLE;) {
    if ((unsigned char)s.p[i] < 0x80) {
      i += 1 + hd_ascii_eights(s.p + i + 1, s.n - i - 1);
      continue;
    }
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (cp < FIRST || cp > LAST)
      continue;
    ideographs++;
    ones += is_one[(cp - FIRST) / 64] >> (cp - FIRST) % 64 & 1;
  }
  return ones > 0 && ones * SHARE >= ideographs;
}

/* ---- OpenCC ------------------------------------------------------------- */

static hd_script_library library;
static opencc_t converter; /* NULL: there is none */
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* By its whole path: a name alone would first be looked for in the folder the
 * user stands in. The dictionaries are looked for beside it. */
static void open_converter(void) {
  static const char *const tables[] = {"/usr/share/opencc/t2s.json",
                                       "/usr/local/share/opencc/t2s.json"};
  if (!hd_script_library_load(&library))
    return;
  for (size_t i = 0; i < sizeof tables / sizeof *tables && !converter; i++) {
    opencc_t opened = library.opencc_open(tables[i]);
    if (opened != (opencc_t)-1)
      converter = opened;
  }
}

/* Writes into out, a copy of `from`, each character of `to` that is as long as
 * its twin. Nothing where the two differ in their number of characters. */
static void overlay(hd_str from, hd_str to, char *out) {
  if (hd_utf8_count(from.p, from.n) != hd_utf8_count(to.p, to.n))
    return;
  uint32_t cp;
  for (size_t i = 0, k = 0; i < from.n && k < to.n;) {
    size_t was = hd_utf8_decode(from.p + i, from.n - i, &cp);
    size_t is = hd_utf8_decode(to.p + k, to.n - k, &cp);
    if (was == is)
      memcpy(out + i, to.p + k, is);
    i += was;
    k += is;
  }
}

/* The end of a piece that begins at `from`: behind a line's end. */
static size_t piece_end(hd_str s, size_t from) {
  if (s.n - from <= PIECE)
    return s.n;
  const char *end = memchr(s.p + from + PIECE, '\n', s.n - from - PIECE);
  return end ? (size_t)(end - s.p) + 1 : s.n;
}

static void say_unread(hd_arena *arena, hd_source *source) {
  hd_note *notes = hd_arena_alloc(arena, (source->n_notes + 1) * sizeof *notes);
  if (source->n_notes > 0)
    memcpy(notes, source->notes, source->n_notes * sizeof *notes);
  notes[source->n_notes++] = (hd_note){
      "这是繁体字；没有安装 OpenCC（libopencc1.1），只能按原样读",
      "it is in traditional script, read as it stands: OpenCC (libopencc1.1) "
      "is not installed"};
  source->notes = notes;
}

void hd_script_simplify(hd_arena *arena, hd_source *source) {
  hd_str s = source->bytes;
  source->printed = s;
  if (!hd_script_is_traditional(s))
    return;
  pthread_once(&once, open_converter);
  if (!converter) {
    say_unread(arena, source);
    return;
  }
  char *out = hd_arena_copy(arena, s.p, s.n);
  for (size_t at = 0, end; at < s.n; at = end) {
    end = piece_end(s, at);
    char *piece = library.opencc_convert_utf8(converter, s.p + at, end - at);
    if (!piece)
      continue; /* bytes that OpenCC does not take stay as they are */
    overlay((hd_str){s.p + at, end - at}, hd_str_of(piece), out + at);
    library.opencc_convert_utf8_free(piece);
  }
  source->bytes = (hd_str){out, s.n};
}
