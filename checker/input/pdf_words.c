/* pdf_words: the words that pdftotext printed, with their boxes.
 *
 * In: its XHTML, an element a line:
 *   <page width="595.3" height="841.9">
 *     <line ...>
 *       <word xMin="72.1" yMin="80.8" xMax="100.0" yMax="96.4">Item</word>
 * Out: pages, runs (its lines) and words. What is no such line is passed
 * over: the document's title may hold anything. */
#include "pdf.h"

enum { SIZES = 512 /* quarters of a point */ };

typedef struct {
  hd_pdf *pdf;
  char *out; /* room for the words' text */
} reader;

/* ---- attributes --------------------------------------------------------- */

/* Hundredths of the number at s, held within HD_PDF_FAR. */
static int32_t read_length(hd_str s) {
  size_t i = 0;
  bool minus = s.n > 0 && s.p[0] == '-';
  int64_t value = 0;
  for (i = minus; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
    value = value < HD_PDF_FAR ? value * 10 + (s.p[i] - '0') : value;
  value *= HD_PDF_POINT;
  int32_t unit = HD_PDF_POINT / 10;
  if (i < s.n && s.p[i] == '.')
    for (i++; unit > 0 && i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
         i++, unit /= 10)
      value += unit * (s.p[i] - '0');
  value = value < HD_PDF_FAR ? value : HD_PDF_FAR;
  return (int32_t)(minus ? -value : value);
}

/* The length in NAME="..." of an element. */
static int32_t attribute(hd_str line, const char *name) {
  size_t at = hd_str_find(line, hd_str_of(name));
  if (at >= line.n)
    return 0;
  at += strlen(name);
  return read_length((hd_str){line.p + at, line.n - at});
}

/* ---- text --------------------------------------------------------------- */

/* The character of an entity at s and its bytes there; 0: none. */
static size_t read_entity(hd_str s, char *c) {
  static const struct {
    const char *name;
    char c;
  } known[] = {{"&amp;", '&'},
               {"&lt;", '<'},
               {"&gt;", '>'},
               {"&quot;", '"'},
               {"&apos;", '\''}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (hd_str_starts(s, hd_str_of(known[i].name))) {
      *c = known[i].c;
      return strlen(known[i].name);
    }
  return 0;
}

/* What stands for a code point: ligatures are taken apart, bullets of symbol
 * fonts are bullets, controls are nothing. NULL: it stays. */
static const char *replacement(uint32_t cp) {
  static const char *const ligatures[] = {"ff",  "fi", "fl", "ffi",
                                          "ffl", "st", "st"};
  if (cp >= 0xFB00 && cp <= 0xFB06)
    return ligatures[cp - 0xFB00];
  if (cp < ' ' || cp == 0x7F || cp == 0xFEFF || cp == 0x200B ||
      (cp >= 0x80 && cp < 0xA0))
    return "";
  if (cp == 0xAD)
    return "-";
  return cp >= 0xF000 && cp <= 0xF0FF ? "\u2022" : NULL;
}

/* Writes the text of a word; never longer than its source. */
static hd_str read_text(reader *r, hd_str s) {
  char *start = r->out, *out = start;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    char c;
    size_t n = s.p[i] == '&' ? read_entity((hd_str){s.p + i, s.n - i}, &c) : 0;
    if (n > 0) {
      *out++ = c;
      i += n;
      continue;
    }
    n = hd_utf8_decode(s.p + i, s.n - i, &cp);
    bool bad = cp == 0xFFFD && n == 1;
    const char *other = bad ? "?" : replacement(cp);
    if (other) {
      while (*other)
        *out++ = *other++;
    } else {
      out += hd_utf8_encode(cp, out);
    }
    i += n;
  }
  r->out = out;
  return (hd_str){start, (size_t)(out - start)};
}

/* Digits with signs and separators: 1,234.5 -3% (12) ¥5. */
static bool is_figure(hd_str s) {
  static const char allowed[] = "0123456789.,+-%()<>=~$*/";
  bool digit = false;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    cp = hd_cp_fold(cp);
    digit = digit || (cp >= '0' && cp <= '9');
    bool sign = cp < 0x80 ? strchr(allowed, (int)cp) != NULL
                          : cp == 0x2030 || cp == 0xA5 || cp == 0x2013;
    if (!sign)
      return false;
  }
  return digit;
}

/* The size of a word's letters. Ideographs are as wide as they are large,
 * digits among them half of that. Of other letters only the height of the box
 * is known, which is larger; how much is settled later (calibrate). */
static int32_t find_em(const hd_pdf_word *w) {
  uint32_t cp, halves = 0;
  for (size_t i = 0; i < w->s.n;) {
    i += hd_utf8_decode(w->s.p + i, w->s.n - i, &cp);
    halves += cp < 0x2E80 ? 1 : 2;
  }
  int32_t height = hd_pdf_height(w->box);
  int32_t em = height;
  if (w->han && halves > 0)
    em = (int32_t)((int64_t)hd_pdf_width(w->box) * 2 / halves);
  em = em > height ? height : em;
  return em > 0 ? em : 1; /* lines are measured by it */
}

static void describe(hd_pdf_word *w) {
  uint32_t cp;
  size_t first = hd_utf8_decode(w->s.p, w->s.n, &cp);
  w->one = first == w->s.n && hd_cp_is_han(cp);
  for (size_t i = 0; i < w->s.n && !w->han;) {
    i += hd_utf8_decode(w->s.p + i, w->s.n - i, &cp);
    w->han = hd_cp_is_han(hd_cp_fold(cp));
  }
  w->figure = is_figure(w->s);
  w->em = find_em(w);
}

/* ---- elements ----------------------------------------------------------- */

static void add_word(reader *r, hd_str line) {
  hd_pdf *pdf = r->pdf;
  const char *tag = memchr(line.p, '>', line.n);
  if (!tag || pdf->runs.n == 0)
    return;
  hd_str head = {line.p, (size_t)(tag - line.p)};
  hd_str text = {tag + 1, line.n - head.n - 1};
  size_t n = hd_str_find(text, HD_STR("</word>"));
  if (n >= text.n)
    return;
  text.n = n;
  hd_pdf_word w = {
      .box = {attribute(head, "xMin=\""), attribute(head, "yMin=\""),
              attribute(head, "xMax=\""), attribute(head, "yMax=\"")},
      .s = read_text(r, text)};
  if (w.s.n == 0 || w.box.x1 <= w.box.x0 || w.box.y1 <= w.box.y0)
    return;
  describe(&w);
  HD_PUSH(pdf->arena, &pdf->words, w);
  pdf->runs.items[pdf->runs.n - 1].end = (uint32_t)pdf->words.n;
}

static void add_run(hd_pdf *pdf) {
  hd_pdf_run run = {(uint32_t)pdf->words.n, (uint32_t)pdf->words.n};
  if (pdf->pages.n == 0)
    return;
  HD_PUSH(pdf->arena, &pdf->runs, run);
  pdf->pages.items[pdf->pages.n - 1].end = (uint32_t)pdf->runs.n;
}

static void add_page(hd_pdf *pdf, hd_str line) {
  hd_pdf_page page = {.width = attribute(line, "width=\""),
                      .height = attribute(line, "height=\""),
                      .first = (uint32_t)pdf->runs.n,
                      .end = (uint32_t)pdf->runs.n};
  HD_PUSH(pdf->arena, &pdf->pages, page);
}

/* ---- the size of letters ------------------------------------------------ */

typedef struct {
  uint32_t votes[SIZES];
  uint32_t all;
} tally;

static int32_t most_frequent(const tally *t) {
  int32_t best = 0;
  for (int32_t i = 1; i < SIZES; i++)
    if (t->votes[i] > t->votes[best])
      best = i;
  return best;
}

/* Letters are about four fifths of their box; where a document has both, its
 * ideographs tell it exactly: most of both are set in one size. */
static void calibrate(hd_pdf *pdf) {
  tally *han = HD_NEW(pdf->arena, tally), *other = HD_NEW(pdf->arena, tally);
  for (size_t i = 0; i < pdf->words.n; i++) {
    const hd_pdf_word *w = &pdf->words.items[i];
    tally *t = w->han ? han : other;
    int32_t size = w->em * 4 / HD_PDF_POINT;
    if (size < SIZES) {
      t->votes[size] += (uint32_t)w->s.n;
      t->all += (uint32_t)w->s.n;
    }
  }
  int64_t large = most_frequent(han), box = most_frequent(other);
  bool both = han->all > other->all / 4 && box > 0 && large * 5 > box * 3 &&
              large <= box;
  for (size_t i = 0; i < pdf->words.n; i++) {
    hd_pdf_word *w = &pdf->words.items[i];
    if (!w->han)
      w->em = both ? (int32_t)(w->em * large / box) : w->em * 4 / 5;
    w->em = w->em > 0 ? w->em : 1;
  }
}

void hd_pdf_words_read(hd_pdf *pdf, hd_str printed) {
  reader r = {pdf, hd_arena_alloc(pdf->arena, printed.n + 8)};
  for (size_t at = 0; at < printed.n;) {
    const char *nl = memchr(printed.p + at, '\n', printed.n - at);
    size_t end = nl ? (size_t)(nl - printed.p) : printed.n;
    while (at < end && printed.p[at] == ' ')
      at++;
    hd_str line = {printed.p + at, end - at};
    if (hd_str_starts(line, HD_STR("<word ")))
      add_word(&r, line);
    else if (hd_str_starts(line, HD_STR("<line ")))
      add_run(pdf);
    else if (hd_str_starts(line, HD_STR("<page ")))
      add_page(pdf, line);
    at = end + 1;
  }
  calibrate(pdf);
}
