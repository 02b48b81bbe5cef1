/* Fuzz driver (libFuzzer) of the extraction of .docx and .xlsx.
 *
 * The first byte chooses: the bytes are a whole archive; or parts of a .docx
 * or .xlsx, parted by a line of "----", which are put into a sound archive so
 * that it is the readers of XML that are tried and not checksums. What comes
 * out must be valid UTF-8 of as many lines as the layout has, and is made a
 * document of. It needs the stages base, input and document, expat and
 * cmocka. */
#include "tests/unit/package_sample.h"

enum { PARTS = 6, MOST = 1 << 20 };

typedef struct {
  const char *names[PARTS];
  const char *relations;
} kind;

static const kind docx = {
    {"word/document.xml", "word/styles.xml", "word/numbering.xml",
     "word/footnotes.xml", "word/endnotes.xml", NULL},
    RELATIONS(RELATION("r1", "styles", "styles.xml")
                  RELATION("r2", "numbering", "numbering.xml")
                      RELATION("r3", "footnotes", "footnotes.xml")
                          RELATION("r4", "endnotes", "endnotes.xml"))};
static const kind xlsx = {
    {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
     "xl/workbook.xml", NULL},
    RELATIONS(RELATION("r1", "worksheet", "worksheets/sheet1.xml")
                  RELATION("r2", "styles", "styles.xml")
                      RELATION("r3", "sharedStrings", "sharedStrings.xml"))};

static const char book[] =
    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/"
    "main' xmlns:r='" OFFICE "relationships'><sheets><sheet name='a' r:id='r1'"
    "/></sheets></workbook>";
static const char empty[] = "<a/>";

/* The bytes up to the next line of "----". */
static hd_str next_part(hd_str *rest) {
  size_t at = hd_str_find(*rest, HD_STR("\n----\n"));
  hd_str part = {rest->p, at == (size_t)-1 ? rest->n : at};
  size_t used = part.n == rest->n ? rest->n : part.n + 6;
  *rest = (hd_str){rest->p + used, rest->n - used};
  return part;
}

static void put_parts(archive *a, const kind *k, const char *main, hd_str s) {
  char relations[512];
  snprintf(relations, sizeof relations,
           RELATIONS("<Relationship Id='r1' Type='" OFFICE
                     "relationships/officeDocument' Target='%s'/>"),
           main);
  put_part(a, "_rels/.rels", hd_str_of(relations));
  put_part(a,
           k == &docx ? "word/_rels/document.xml.rels"
                      : "xl/_rels/workbook.xml.rels",
           hd_str_of(k->relations));
  for (int i = 0; k->names[i]; i++) {
    hd_str part = next_part(&s);
    bool is_book = strcmp(k->names[i], "xl/workbook.xml") == 0;
    put_part(a, k->names[i],
             part.n > 0 ? part : hd_str_of(is_book ? book : empty));
  }
  close_archive(a);
}

static void expect_sound(hd_arena *arena, const hd_source *source) {
  size_t lines = 0;
  if (hd_utf8_invalid(source->bytes.p, source->bytes.n) != source->bytes.n)
    abort();
  for (size_t i = 0; i < source->bytes.n; i++)
    lines += source->bytes.p[i] == '\n';
  if (!source->layout || lines != source->layout->n)
    abort();
  const hd_document *doc = hd_document_read(arena, source);
  for (size_t i = 0; i < doc->n_blocks; i++) {
    hd_document_place(doc, arena, doc->blocks[i].span.off);
    hd_document_location(doc, arena, doc->blocks[i].span.off, HD_LANG_ZH);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  archive a = {.parts = 0};
  hd_error error = {0};
  hd_source source;
  if (n < 2)
    return 0;
  hd_source_options options = {.max_bytes = MOST,
                               .revisions = (hd_revisions)(data[0] >> 7)};
  hd_str s = {(const char *)data + 1, n - 1};
  hd_arena *arena = hd_arena_new();
  if (data[0] % 3 == 1)
    put_parts(&a, &docx, "word/document.xml", s);
  else if (data[0] % 3 == 2)
    put_parts(&a, &xlsx, "xl/workbook.xml", s);
  else
    hd_buffer_add(&a.out, s.p, s.n);
  if (hd_source_decode(arena, "a.docx", (hd_str){a.out.p, a.out.n}, &options,
                       &source, &error)) {
    if (source.layout)
      expect_sound(arena, &source);
  } else if (!error.message) {
    abort();
  }
  hd_buffer_free(&a.out);
  hd_arena_free(arena);
  return 0;
}
