/* docx_body: the paragraphs of a part of a .docx.
 *
 * In: document.xml, footnotes.xml or endnotes.xml. Out: a line for each w:p,
 * in the order in which they begin, with its text as Word shows it and what
 * it is. Runs are joined; of a field only its result is text; tracked changes
 * are accepted or, for the original, undone; hidden text is counted and left
 * out. A paragraph is finished where it ends; one in a text box is so before
 * the one that holds the box. */
#include "docx_body.h"

/* ---- paragraphs --------------------------------------------------------- */

static void begin_paragraph(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx *d = b->d;
  hd_laid_text line = {
      .text = {"", 0},
      .laid = {.page = d->page,
               .footnote = b->note,
               .endnote = b->note > 0 && b->story == HD_STORY_ENDNOTES}};
  HD_PUSH(d->arena, &d->lines, line);
  size_t at = b->paragraphs.n;
  if (at == b->n_buffers) {
    HD_PUSH(d->arena, &b->paragraphs, (hd_docx_paragraph){0});
    b->n_buffers++;
  } else {
    b->paragraphs.n++;
  }
  hd_docx_paragraph *p = &b->paragraphs.items[at];
  hd_buffer text = p->text;
  text.n = 0;
  *p = (hd_docx_paragraph){.line = (uint32_t)d->lines.n - 1,
                           .text = text,
                           .list = HD_DOCX_UNSAID,
                           .depth = HD_DOCX_UNSAID,
                           .outline = HD_DOCX_UNSAID,
                           .centred = HD_DOCX_UNSAID};
  hd_docx_place_line(b, p->line);
  b->at = hd_xml_offset(xml);
  hd_docx_note_piece(b, p, (hd_str){"", 0});
}

/* Kind and level by outline, style and look. */
static void tell_kind(const hd_docx_paragraph *p, hd_laid *laid) {
  bool bold = p->bold_seen && !p->plain_seen;
  bool centred = p->centred == HD_DOCX_UNSAID ? p->says.centred : p->centred;
  laid->kind = p->says.kind;
  laid->level = p->says.level;
  if (p->outline >= 0) {
    laid->kind = p->outline < 9 ? HD_LAID_HEADING : HD_LAID_TEXT;
    laid->level = p->outline < 9 ? (uint8_t)(p->outline + 1) : 0;
  }
  if (laid->kind == HD_LAID_TEXT && (bold || centred)) {
    laid->kind = HD_LAID_HEADING;
    laid->level = centred ? HD_LAID_CENTRED : 0;
  }
  if (laid->footnote) {
    laid->kind = HD_LAID_FOOTNOTE;
    laid->level = 0;
  }
}

/* Its number in a list, if it is in one. */
static void number_paragraph(hd_docx *d, const hd_docx_paragraph *p,
                             hd_laid *laid) {
  int32_t list = p->list == HD_DOCX_UNSAID ? p->says.list : p->list;
  int32_t depth = p->depth;
  if (list <= 0 || laid->kind == HD_LAID_SKIPPED || laid->joined)
    return;
  if (depth == HD_DOCX_UNSAID && p->list == HD_DOCX_UNSAID)
    depth = p->says.depth >= 0
                ? p->says.depth
                : hd_numbering_depth(d->numbering, list, p->style);
  depth = depth < 0 ? 0 : depth > 8 ? 8 : depth;
  hd_numeral numeral = hd_numbering_next(d->numbering, list, depth);
  laid->marker = numeral.text;
  laid->number = numeral.number;
  bool open = laid->kind == HD_LAID_TEXT ||
              (laid->kind == HD_LAID_HEADING && laid->level == 0);
  if (numeral.text && open) {
    laid->kind = HD_LAID_ITEM;
    laid->level = (uint8_t)(depth + 1);
  }
}

/* Fields whose result was not begun in their own paragraph are broken: what
 * follows is text. */
static void forget_instructions(hd_docx_body *b) {
  if (b->instructions == 0)
    return;
  for (; b->settled < b->fields.n; b->settled++)
    b->fields.items[b->settled] = true;
  b->instructions = 0;
}

static void end_paragraph(void *body) {
  hd_docx_body *b = body;
  hd_docx *d = b->d;
  hd_docx_paragraph *p = hd_docx_ready(b);
  if (!p)
    return;
  hd_laid_text *line = &d->lines.items[p->line];
  if (p->text.n > 0)
    line->text =
        (hd_str){hd_arena_copy(d->arena, p->text.p, p->text.n), p->text.n};
  line->laid.joined = p->mark_out;
  if (line->laid.kind != HD_LAID_SKIPPED)
    tell_kind(p, &line->laid);
  number_paragraph(d, p, &line->laid);
  b->paragraphs.n--;
  b->properties = HD_DOCX_CONTENT;
  forget_instructions(b);
}

/* ---- properties --------------------------------------------------------- */
static void begin_paragraph_properties(void *body, hd_xml *xml) {
  (void)xml;
  ((hd_docx_body *)body)->properties = HD_DOCX_PARAGRAPH;
}

static void begin_run_properties(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  (void)xml;
  b->properties =
      b->properties == HD_DOCX_PARAGRAPH ? HD_DOCX_MARK : HD_DOCX_RUN;
}

static void end_run_properties(void *body) {
  hd_docx_body *b = body;
  b->properties =
      b->properties == HD_DOCX_MARK ? HD_DOCX_PARAGRAPH : HD_DOCX_CONTENT;
}

static void begin_row_properties(void *body, hd_xml *xml) {
  (void)xml;
  ((hd_docx_body *)body)->properties = HD_DOCX_ROW;
}

static void begin_cell_properties(void *body, hd_xml *xml) {
  (void)xml;
  ((hd_docx_body *)body)->properties = HD_DOCX_CELL;
}

static void end_properties(void *body) {
  ((hd_docx_body *)body)->properties = HD_DOCX_CONTENT;
}

/* The paragraph whose properties are open; NULL. */
static hd_docx_paragraph *described(hd_docx_body *b) {
  return b->properties == HD_DOCX_PARAGRAPH ? hd_docx_open_paragraph(b) : NULL;
}

static void take_paragraph_style(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *id = hd_xml_attribute(xml, "val");
  if (described(b) && id)
    described(b)->style = hd_arena_copy(b->d->arena, id, strlen(id));
}

static void take_outline(void *body, hd_xml *xml) {
  if (described(body))
    described(body)->outline = hd_xml_number(xml, "val", 9);
}

static void take_list(void *body, hd_xml *xml) {
  if (described(body))
    described(body)->list = hd_xml_number(xml, "val", 0);
}

static void take_depth(void *body, hd_xml *xml) {
  if (described(body))
    described(body)->depth = hd_xml_number(xml, "val", 0);
}

static void take_alignment(void *body, hd_xml *xml) {
  const char *value = hd_xml_attribute(xml, "val");
  if (described(body))
    described(body)->centred = value && strcmp(value, "center") == 0;
}

/* ---- tracked changes ---------------------------------------------------- */
static void begin_change(hd_docx_body *b, bool inserted) {
  hd_docx_paragraph *p = hd_docx_open_paragraph(b);
  if (b->properties == HD_DOCX_CONTENT)
    *(inserted ? &b->inserted : &b->deleted) += 1;
  else if (b->properties == HD_DOCX_MARK && p)
    p->mark_out = p->mark_out || hd_docx_drops(b, inserted);
  else if (b->properties == HD_DOCX_ROW)
    hd_docx_change_row(b, inserted);
}

static void begin_inserted(void *body, hd_xml *xml) {
  (void)xml;
  begin_change(body, true);
}

static void begin_deleted(void *body, hd_xml *xml) {
  (void)xml;
  begin_change(body, false);
}

static void end_inserted(void *body) {
  hd_docx_body *b = body;
  b->inserted -= b->properties == HD_DOCX_CONTENT && b->inserted > 0;
}

static void end_deleted(void *body) {
  hd_docx_body *b = body;
  b->deleted -= b->properties == HD_DOCX_CONTENT && b->deleted > 0;
}

/* ---- fields ------------------------------------------------------------- */
static void take_field_part(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *type = hd_xml_attribute(xml, "fldCharType");
  bool *last = b->fields.n > 0 ? &b->fields.items[b->fields.n - 1] : NULL;
  if (!type)
    return;
  if (strcmp(type, "begin") == 0) {
    HD_PUSH(b->d->arena, &b->fields, false);
    b->instructions++;
  } else if (last && !*last) {
    b->instructions--;
    *last = true;
  }
  if (last && strcmp(type, "end") == 0)
    b->fields.n--;
  if (b->settled > b->fields.n)
    b->settled = b->fields.n;
}

/* ---- notes and parts in other formats ----------------------------------- */

/* The number of a note: that of the first reference to it. */
static uint32_t number_of(hd_docx *d, int kind, const hd_xml *xml) {
  const char *id = hd_xml_attribute(xml, "id");
  bool fresh = false;
  if (!id)
    return ++d->n_notes[kind];
  hd_str key = hd_str_of(hd_arena_copy(d->arena, id, strlen(id)));
  uint32_t *number = hd_map_at(d->notes[kind], key, &fresh);
  if (fresh)
    *number = ++d->n_notes[kind];
  return *number;
}

static void take_footnote_reference(void *body, hd_xml *xml) {
  if (hd_docx_is_shown(body))
    number_of(((hd_docx_body *)body)->d, 0, xml);
}

static void take_endnote_reference(void *body, hd_xml *xml) {
  if (hd_docx_is_shown(body))
    number_of(((hd_docx_body *)body)->d, 1, xml);
}

/* A note; those of a type are only the lines that part them off. */
static void begin_note(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *type = hd_xml_attribute(xml, "type");
  if (type && strcmp(type, "normal") != 0)
    hd_xml_skip(xml);
  else
    b->note = number_of(b->d, b->story == HD_STORY_ENDNOTES, xml);
}

static void end_note(void *body) { ((hd_docx_body *)body)->note = 0; }

static void take_embedded(void *body, hd_xml *xml) {
  (void)xml;
  ((hd_docx_body *)body)->d->embedded++;
}

static void take_chart(void *body, hd_xml *xml) {
  (void)xml;
  ((hd_docx_body *)body)->d->charts++;
}

/* A sheet or a document that is shown as a picture of itself; formulas and
 * drawings are of other programs. */
static void take_object(void *body, hd_xml *xml) {
  const char *program = hd_xml_attribute(xml, "ProgID");
  if (program &&
      (strncmp(program, "Excel.", 6) == 0 ||
       strncmp(program, "Word.", 5) == 0 || strncmp(program, "ET.", 3) == 0))
    take_embedded(body, xml);
}

/* ---- reading ------------------------------------------------------------ */
static const hd_xml_word words[] = {
    {HD_XML_WORD, "p", begin_paragraph, end_paragraph},
    {HD_XML_WORD, "pPr", begin_paragraph_properties, end_properties},
    {HD_XML_WORD, "pStyle", take_paragraph_style, NULL},
    {HD_XML_WORD, "outlineLvl", take_outline, NULL},
    {HD_XML_WORD, "numId", take_list, NULL},
    {HD_XML_WORD, "ilvl", take_depth, NULL},
    {HD_XML_WORD, "jc", take_alignment, NULL},
    {HD_XML_WORD, "r", hd_docx_begin_run, NULL},
    {HD_XML_WORD, "rPr", begin_run_properties, end_run_properties},
    {HD_XML_WORD, "rStyle", hd_docx_take_run_style, NULL},
    {HD_XML_WORD, "vanish", hd_docx_take_hidden, NULL},
    {HD_XML_WORD, "b", hd_docx_take_bold, NULL},
    {HD_XML_WORD, "vertAlign", hd_docx_take_raised, NULL},
    {HD_XML_WORD, "t", hd_docx_begin_text, hd_docx_end_text},
    {HD_XML_WORD, "delText", hd_docx_begin_deleted_text, hd_docx_end_text},
    {HD_XML_WORD, "tab", hd_docx_take_tab, NULL},
    {HD_XML_WORD, "ptab", hd_docx_take_tab, NULL},
    {HD_XML_WORD, "br", hd_docx_take_break, NULL},
    {HD_XML_WORD, "cr", hd_docx_take_break, NULL},
    {HD_XML_WORD, "noBreakHyphen", hd_docx_take_hyphen, NULL},
    {HD_XML_WORD, "sym", hd_docx_take_symbol, NULL},
    {HD_XML_WORD, "lastRenderedPageBreak", hd_docx_take_rendered_break, NULL},
    {HD_XML_WORD, "fldChar", take_field_part, NULL},
    {HD_XML_WORD, "ins", begin_inserted, end_inserted},
    {HD_XML_WORD, "moveTo", begin_inserted, end_inserted},
    {HD_XML_WORD, "del", begin_deleted, end_deleted},
    {HD_XML_WORD, "moveFrom", begin_deleted, end_deleted},
    {HD_XML_WORD, "tbl", hd_docx_begin_table, hd_docx_end_table},
    {HD_XML_WORD, "tr", hd_docx_begin_row, hd_docx_end_row},
    {HD_XML_WORD, "trPr", begin_row_properties, end_properties},
    {HD_XML_WORD, "tblHeader", hd_docx_take_header, NULL},
    {HD_XML_WORD, "gridBefore", hd_docx_take_grid_before, NULL},
    {HD_XML_WORD, "tc", hd_docx_begin_cell, hd_docx_end_cell},
    {HD_XML_WORD, "tcPr", begin_cell_properties, end_properties},
    {HD_XML_WORD, "gridSpan", hd_docx_take_span, NULL},
    {HD_XML_WORD, "vMerge", hd_docx_take_merge, NULL},
    {HD_XML_WORD, "cellIns", hd_docx_take_cell_inserted, NULL},
    {HD_XML_WORD, "cellDel", hd_docx_take_cell_deleted, NULL},
    {HD_XML_WORD, "footnoteReference", take_footnote_reference, NULL},
    {HD_XML_WORD, "endnoteReference", take_endnote_reference, NULL},
    {HD_XML_WORD, "footnote", begin_note, end_note},
    {HD_XML_WORD, "endnote", begin_note, end_note},
    {HD_XML_WORD, "altChunk", take_embedded, NULL},
    {HD_XML_WORD, "subDoc", take_embedded, NULL},
    {HD_XML_WORD, "rt", hd_xml_pass, NULL}, /* how a word is spoken */
    {HD_XML_WORD, "rubyPr", hd_xml_pass, NULL},
    {HD_XML_WORD, "sdtPr", hd_xml_pass, NULL},
    {HD_XML_WORD, "sectPr", hd_xml_pass, NULL},
    {HD_XML_WORD, "tblPr", hd_xml_pass, NULL},
    {HD_XML_WORD, "tblPrEx", hd_xml_pass, NULL},
    {HD_XML_WORD, "pPrChange", hd_xml_pass, NULL}, /* how it looked before */
    {HD_XML_WORD, "rPrChange", hd_xml_pass, NULL},
    {HD_XML_WORD, "trPrChange", hd_xml_pass, NULL},
    {HD_XML_WORD, "tcPrChange", hd_xml_pass, NULL},
    {HD_XML_WORD, "tabs", hd_xml_pass, NULL},
    {HD_XML_MATH, "r", hd_docx_begin_run, NULL},
    {HD_XML_MATH, "t", hd_docx_begin_text, hd_docx_end_text},
    {HD_XML_MATH, "num", NULL, hd_docx_end_numerator},
    {HD_XML_MATH, "ctrlPr", hd_xml_pass, NULL},
    {HD_XML_CHART, "chart", take_chart, NULL},
    {HD_XML_OFFICE, "OLEObject", take_object, NULL},
    {HD_XML_COMPATIBILITY, "Fallback", hd_xml_pass,
     NULL}, /* the same once more */
};

bool hd_docx_read_story(hd_docx *d, const char *part, hd_story story) {
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       hd_docx_take_text};
  hd_docx_body b = {.d = d, .story = story};
  bool good = hd_xml_read(d->zip, part, &reader, &b);
  for (size_t i = 0; i < b.n_buffers; i++)
    hd_buffer_free(&b.paragraphs.items[i].text);
  return good;
}
