/* A whole .docx and its commented copy: whatever the draft is, its text stays
 * as it was read, and a second run over the copy changes nothing. */
#include "checker/comment/comment.h"
#include "checker/input/zip.h"
#include "package_sample.h"

#define PARAGRAPH_ID                                                           \
  "xmlns:p='http://schemas.microsoft.com/office/word/2010/wordml'"
#define STATE_SPACE                                                            \
  "xmlns:e='http://schemas.microsoft.com/office/word/2012/wordml'"

static const char body[] =
    "<w:document " W_NS "><w:body>"
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>共12家，</w:t><w:tab/><w:t>占 5% "
    "</w:t></w:r></w:p><w:p/>"
    "<w:p><w:ins w:id='1'><w:r><w:t xml:space='preserve'> 新增3家 </w:t></w:r>"
    "</w:ins><w:del w:id='2'><w:r><w:delText>4家</w:delText></w:r></w:del>"
    "<w:fldSimple w:instr='X'><w:r><w:t>7&amp;8</w:t></w:r></w:fldSimple></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:commentRangeStart w:id='4'/><w:r><w:t>9</w:t>"
    "</w:r><w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/>"
    "</w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>10</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict><w:footnoteReference w:id='2'/></w:r></w:p>"
    "</w:body></w:document>";
static const char comments[] =
    "<w:comments " W_NS " " PARAGRAPH_ID
    "><w:comment w:id='4' w:author='hedui'>"
    "<w:p p:paraId='00000A01'><w:r><w:t>a [00000000000000f3]</w:t></w:r></w:p>"
    "</w:comment><w:comment w:id='5' w:author='hedui'><w:p><w:r><w:t>"
    "[00000000000000ff]</w:t></w:r></w:p></w:comment></w:comments>";
static const char states[] =
    "<e:commentsEx " STATE_SPACE "><e:commentEx e:paraId='00000A01' "
    "e:done='0'/></e:commentsEx>";
static const char notes[] =
    "<w:footnotes " W_NS "><w:footnote w:id='2'><w:p><w:r><w:t>注11家</w:t>"
    "</w:r></w:p></w:footnote></w:footnotes>";

/* The archive of a draft with this body and these comments; on malloc. */
static hd_buffer pack(const char *document, const char *remarks) {
  static const char extended[] =
      "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";
  char relations[2048];
  archive a = {.parts = 0};
  snprintf(relations, sizeof relations,
           RELATIONS(RELATION("rId1", "comments", "comments.xml") RELATION(
               "rId2", "footnotes", "footnotes.xml") "<Relationship Id='rId3' "
                                                     "Type='%s' "
                                                     "Target='states.xml'/>"),
           extended);
  const part parts[] = {
      {"[Content_Types].xml", "<Types xmlns='" OPC "content-types'/>"},
      {"_rels/.rels",
       RELATIONS(RELATION("rId1", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels", relations},
      {"word/document.xml", document},
      {"word/comments.xml", remarks},
      {"word/states.xml", states},
      {"word/footnotes.xml", notes},
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    put_part(&a, parts[i].name, hd_str_of(parts[i].bytes));
  close_archive(&a);
  return a.out;
}

/* Reads a package; false where the reader refuses it. */
static bool read_pieces(hd_arena *arena, hd_str package, hd_pieces *pieces,
                        hd_str *text) {
  hd_source_options options = {.pieces = pieces};
  hd_source source;
  hd_error error = {0};
  *pieces = (hd_pieces){0};
  bool good =
      hd_source_decode(arena, "a.docx", package, &options, &source, &error);
  *text = good ? source.bytes : (hd_str){"", 0};
  return good;
}

/* Comments on the first two code points of each line, and on the whole of
 * it. */
static hd_comment *make_comments(hd_arena *arena, hd_str text, size_t *n) {
  size_t room = 2 * text.n + 2;
  hd_comment *list = hd_arena_alloc(arena, room * sizeof *list);
  uint32_t line = 1;
  *n = 0;
  for (size_t i = 0, end; i < text.n; i = end + 1, line++) {
    for (end = i; end < text.n && text.p[end] != '\n';)
      end++;
    uint32_t columns = (uint32_t)hd_utf8_count(text.p + i, end - i);
    const hd_comment_place places[] = {{line, 1, line, 3},
                                       {line, 2, line, columns + 1}};
    for (size_t k = 0; k < 2; k++, ++*n)
      list[*n] = (hd_comment){
          places[k], "错误\nrule",
          hd_arena_format(arena, "%016zx", 2 * (size_t)line + k + 0xf0)};
  }
  return list;
}

/* The commented copy; false where the writer refuses the package. */
static bool write_copy(hd_arena *arena, hd_str package, hd_buffer *out,
                       hd_str *text) {
  hd_pieces pieces;
  hd_error error = {0};
  hd_comment_order order = {.package = package, .pieces = &pieces};
  if (!read_pieces(arena, package, &pieces, text))
    return false;
  order.comments = make_comments(arena, *text, &order.n);
  if (hd_comment_write(arena, &order, out, &error))
    return true;
  assert_non_null(error.message);
  return false;
}

/* Checks what must hold of every draft; was it one that could be read? */
static bool check(const char *document, const char *remarks) {
  hd_arena *arena = hd_arena_new();
  hd_buffer package = pack(document, remarks), copy = {0}, again = {0};
  hd_str text, text_of_copy;
  bool good = write_copy(arena, (hd_str){package.p, package.n}, &copy, &text);
  if (good) {
    assert_true(
        write_copy(arena, (hd_str){copy.p, copy.n}, &again, &text_of_copy));
    if (!hd_str_eq(text, text_of_copy))
      fail_msg("“%.*s” became “%.*s”", (int)text.n, text.p, (int)text_of_copy.n,
               text_of_copy.p);
    assert_int_equal(copy.n, again.n);
    assert_memory_equal(copy.p, again.p, copy.n);
  }
  hd_buffer_free(&package);
  hd_buffer_free(&copy);
  hd_buffer_free(&again);
  hd_arena_free(arena);
  return good;
}

static void the_text_stays(void **state) {
  (void)state;
  assert_true(check(body, comments));
}

/* A generator of our own: the same everywhere. */
static uint32_t next(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

/* The same with a piece cut out or put in twice. */
static char *mutate(const char *s, uint32_t *seed) {
  size_t n = strlen(s), from = next(seed) % n;
  size_t length = next(seed) % (n - from < 40 ? n - from : 40);
  hd_buffer out = {0};
  hd_buffer_add(&out, s, next(seed) % 2 ? from : from + length);
  hd_buffer_puts(&out, s + from + (next(seed) % 2 ? length : 0));
  return out.p;
}

/* Elements cut out or put in twice, so that most of it stays XML. */
static char *mutate_elements(const char *s, uint32_t *seed) {
  size_t n = strlen(s), from = next(seed) % n;
  const char *begin = strchr(s + from, '<');
  const char *end = begin ? strchr(begin, '>') : NULL;
  hd_buffer out = {0};
  bool twice = next(seed) % 2;
  if (!end || (end[-1] != '/' && !twice))
    return mutate(s, seed);
  hd_buffer_add(&out, s, (size_t)((twice ? end + 1 : begin) - s));
  hd_buffer_puts(&out, twice && end[-1] == '/' ? begin : end + 1);
  return out.p;
}

/* What of an old comment is written anew is written as XML, and a namespace
 * that has no prefix gives none. */
static void odd_names_are_escaped(void **state) {
  (void)state;
  assert_true(check(body, "<w:comments " W_NS " " PARAGRAPH_ID
                          "><w:comment w:id='4' w:author='hedui'>"
                          "<w:p p:paraId='a&quot;&gt;&lt;b'><w:r><w:t>a "
                          "[00000000000000f3]</w:t></w:r></w:p></w:comment>"
                          "</w:comments>"));
  assert_true(check(body, "<w:comments " W_NS
                          " xmlns=\"http://schemas.microsoft.com/office/"
                          "word/2010/wordml\"></w:comments>"));
}

/* A part may lie in a folder of any name. */
static void odd_folders_are_escaped(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  archive a = {.parts = 0};
  put_part(&a, "[Content_Types].xml",
           HD_STR("<Types xmlns='" OPC "content-types'><Override "
                  "PartName='/word&amp;co/a.xml' "
                  "ContentType='a/wordprocessingml+xml'/></Types>"));
  put_part(&a, "_rels/.rels",
           HD_STR(RELATIONS(
               RELATION("rId1", "officeDocument", "word&amp;co/a.xml"))));
  put_part(&a, "word&co/a.xml",
           HD_STR("<w:document " W_NS "><w:body><w:p><w:r><w:t>12家</w:t>"
                  "</w:r></w:p></w:body></w:document>"));
  close_archive(&a);
  hd_buffer copy = {0};
  hd_error error = {0};
  hd_str text, types = {NULL, 0};
  assert_true(write_copy(arena, (hd_str){a.out.p, a.out.n}, &copy, &text));
  hd_zip *zip = hd_zip_open(arena, (hd_str){copy.p, copy.n}, &error);
  assert_non_null(zip);
  assert_true(hd_zip_has(zip, "word&co/comments.xml"));
  assert_true(hd_zip_read(zip, "[Content_Types].xml", &types));
  assert_int_not_equal(
      hd_str_find(types, HD_STR("\"/word&amp;co/comments.xml\"")), -1);
  hd_zip_close(zip);
  hd_buffer_free(&a.out);
  hd_buffer_free(&copy);
  hd_arena_free(arena);
}

static void whatever_the_draft_is(void **state) {
  uint32_t seed = 1;
  size_t read = 0;
  enum { TIMES = 400 };
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    char *document = i % 4 < 2   ? mutate(body, &seed)
                     : i % 4 < 3 ? mutate_elements(body, &seed)
                                 : strdup(body);
    char *remarks = i % 4 < 3 ? strdup(comments) : mutate(comments, &seed);
    read += check(document, remarks);
    free(document);
    free(remarks);
  }
  assert_true(read > TIMES / 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_text_stays),
      cmocka_unit_test(odd_names_are_escaped),
      cmocka_unit_test(odd_folders_are_escaped),
      cmocka_unit_test(whatever_the_draft_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
