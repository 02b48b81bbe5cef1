/* xlsx: the text of a .xlsx and where its cells are.
 *
 * In: the archive and its main part. Out: a source of one line a cell, sheet
 * by sheet, with titles and notes of tables as lines of their own; the layout
 * tells each line's sheet, row and column. Hidden sheets, rows and columns
 * are left out; that is said, and so are formulas without a value. */
#include "xlsx.h"

bool hd_xlsx_read(const hd_extraction *x, hd_zip *zip, const char *main) {
  hd_xlsx_book book = {.arena = x->arena, .zip = zip};
  hd_xlsx_lines lines = {.arena = x->arena};
  size_t sheets = 0, hidden = 0, formulas = 0;
  if (!hd_xlsx_read_book(&book, main))
    return false;
  for (size_t i = 0; i < book.sheets.n; i++) {
    hd_xlsx_cells *cells = HD_NEW(x->arena, hd_xlsx_cells);
    sheets += book.sheets.items[i].hidden;
    if (book.sheets.items[i].hidden)
      continue;
    if (!hd_xlsx_read_cells(&book, book.sheets.items[i].part, cells))
      return false;
    hd_xlsx_lay_out(&lines, book.sheets.items[i].name, cells);
    hidden += cells->hidden;
    formulas += cells->formulas;
  }
  hd_layout_build(x->arena, lines.lines.items, lines.lines.n, x->source);
  hd_source_left_out(x->arena, x->source,
                     (hd_note){"未读隐藏的工作表数", "hidden sheets not read"},
                     sheets);
  hd_source_left_out(x->arena, x->source,
                     (hd_note){"未读隐藏行列中的单元格数",
                               "cells in hidden rows and columns not read"},
                     hidden);
  hd_source_left_out(
      x->arena, x->source,
      (hd_note){"没有计算结果的公式数（请在 Excel 中打开并保存后再检查）",
                "formulas without a value (open the file in Excel, save it "
                "and check again)"},
      formulas);
  return true;
}
