/* xlsx: the first byte chooses the part of the package that the others are. */
#include "office.h"

#define S_NS "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define R_NS                                                                   \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/"            \
  "relationships'"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static const part parts[] = {
      {"_rels/.rels",
       RELATIONS(RELATION("r1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml",
       "<workbook " S_NS " " R_NS "><sheets><sheet name='A' sheetId='1' "
       "r:id='r1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       RELATIONS(RELATION("r1", "worksheet", "worksheets/sheet1.xml")
                     RELATION("r2", "styles", "styles.xml")
                         RELATION("r3", "sharedStrings", "sharedStrings.xml"))},
      {"xl/styles.xml",
       "<styleSheet " S_NS "><numFmts><numFmt numFmtId='170' "
       "formatCode='0.0%'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
       "numFmtId='170'/><xf numFmtId='14'/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", "<sst " S_NS "><si><t>A</t></si></sst>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet " S_NS "><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
       "<c r='B1' s='1'><v>0.052</v></c></row></sheetData></worksheet>"}};
  static const char *const fuzzed[] = {"xl/worksheets/sheet1.xml",
                                       "xl/worksheets/sheet1.xml",
                                       "xl/worksheets/sheet1.xml",
                                       "xl/styles.xml",
                                       "xl/sharedStrings.xml",
                                       "xl/workbook.xml",
                                       "_rels/.rels",
                                       "xl/_rels/workbook.xml.rels"};
  office_package package = {"a.xlsx", parts, sizeof parts / sizeof *parts,
                            fuzzed, sizeof fuzzed / sizeof *fuzzed};
  fuzz_office(&package, data, n);
  return 0;
}
