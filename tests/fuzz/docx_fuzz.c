/* docx: the first byte chooses the part of the package that the others are. */
#include "office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static const part parts[] = {
      {"_rels/.rels",
       RELATIONS(RELATION("r1", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels",
       RELATIONS(RELATION("r1", "styles", "styles.xml")
                     RELATION("r2", "numbering", "numbering.xml")
                         RELATION("r3", "footnotes", "/word/footnotes.xml"))},
      {"word/document.xml", "<w:document " W_NS "><w:body>" P("Sales rose 5%.")
                                P("More.") "</w:body></w:document>"},
      {"word/styles.xml", "<w:styles " W_NS "></w:styles>"},
      {"word/numbering.xml", "<w:numbering " W_NS "></w:numbering>"},
      {"word/footnotes.xml", "<w:footnotes " W_NS "></w:footnotes>"}};
  static const char *const fuzzed[] = {
      "word/document.xml", "word/document.xml",           "word/document.xml",
      "word/styles.xml",   "word/numbering.xml",          "word/footnotes.xml",
      "_rels/.rels",       "word/_rels/document.xml.rels"};
  office_package package = {"a.docx", parts, sizeof parts / sizeof *parts,
                            fuzzed, sizeof fuzzed / sizeof *fuzzed};
  fuzz_office(&package, data, n);
  return 0;
}
