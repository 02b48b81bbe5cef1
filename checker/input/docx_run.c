/* docx_run: runs of a part of a .docx, and what stands in them.
 *
 * In: elements of w:r, their properties and text. Out: the text of the open
 * paragraph as Word shows it; signs for the elements that stand for one;
 * where pages turn. */
#include "docx_body.h"
#include "pieces.h"

hd_docx_paragraph *hd_docx_ready(hd_docx_body *b) {
  hd_docx_paragraph *p = hd_docx_open_paragraph(b);
  if (p && !p->ready) {
    p->says = hd_styles_find(b->d->styles, p->style);
    p->ready = true;
  }
  return p;
}

void hd_docx_note_piece(hd_docx_body *b, hd_docx_paragraph *p, hd_str s) {
  hd_pieces *pieces = b->d->x->options->pieces;
  if (!pieces)
    return;
  uint32_t n = (uint32_t)hd_utf8_count(s.p, s.n);
  hd_piece piece = {p->line + 1, p->n + 1, n, b->story, b->at};
  HD_PUSH(b->d->arena, &pieces->list, piece);
  p->n += n;
}

/* ---- properties --------------------------------------------------------- */
void hd_docx_take_run_style(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *id = hd_xml_attribute(xml, "val");
  if (b->properties != HD_DOCX_RUN || !id)
    return;
  hd_style style = hd_styles_find(b->d->styles, id);
  b->hidden = b->hidden || style.hidden;
  b->bold = style.bold ? 1 : b->bold;
}

void hd_docx_take_hidden(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  if (b->properties == HD_DOCX_RUN)
    b->hidden = hd_xml_is_on(xml, "val");
}

void hd_docx_take_bold(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  if (b->properties == HD_DOCX_RUN)
    b->bold = hd_xml_is_on(xml, "val");
}

void hd_docx_take_raised(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *value = hd_xml_attribute(xml, "val");
  if (b->properties == HD_DOCX_RUN)
    b->raised = value && strcmp(value, "superscript") == 0;
}

/* ---- text --------------------------------------------------------------- */

bool hd_docx_is_shown(const hd_docx_body *b) {
  uint32_t dropped = hd_docx_drops(b, true) ? b->inserted : b->deleted;
  return b->paragraphs.n > 0 && b->properties == HD_DOCX_CONTENT &&
         b->instructions == 0 && dropped == 0;
}

void hd_docx_begin_run(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const hd_docx_paragraph *p = hd_docx_ready(b);
  (void)xml;
  b->hidden = p && p->says.hidden;
  b->raised = false;
  b->bold = HD_DOCX_UNSAID;
}

void hd_docx_begin_text(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *space = hd_xml_attribute(xml, "space");
  b->wanted = hd_docx_is_shown(b);
  b->at = hd_xml_offset(xml);
  b->keep_blanks = space && strcmp(space, "preserve") == 0;
}

/* Text that was deleted is text of the original. */
void hd_docx_begin_deleted_text(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx_begin_text(b, xml);
  b->wanted = b->wanted && hd_docx_drops(b, true);
}

void hd_docx_end_text(void *body) { ((hd_docx_body *)body)->wanted = false; }

static void weigh(hd_docx_body *b, hd_docx_paragraph *p) {
  bool bold = b->bold == HD_DOCX_UNSAID ? p->says.bold : b->bold;
  p->bold_seen = p->bold_seen || bold;
  p->plain_seen = p->plain_seen || !bold;
  b->turned = false;
}

/* Adds text that is shown, on one line; hidden text is only counted. */
static void add(hd_docx_body *b, hd_str s) {
  hd_docx_paragraph *p = hd_docx_open_paragraph(b);
  if (b->hidden) {
    b->d->hidden += hd_utf8_count(s.p, s.n);
    return;
  }
  size_t from = p->text.n;
  hd_docx_note_piece(b, p, s);
  hd_buffer_add(&p->text, s.p, s.n);
  for (size_t i = from; i < p->text.n; i++)
    if (p->text.p[i] == '\n' || p->text.p[i] == '\r')
      p->text.p[i] = ' ';
}

/* Raised digits become the characters for them: 10⁵, km². */
static void add_raised(hd_docx_body *b, hd_str s) {
  static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴",
                                       "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (size_t i = 0; i < s.n; i++) {
    bool digit = s.p[i] >= '0' && s.p[i] <= '9';
    add(b, digit ? hd_str_of(digits[s.p[i] - '0']) : (hd_str){s.p + i, 1});
  }
}

void hd_docx_take_text(void *body, hd_str s) {
  hd_docx_body *b = body;
  if (!b->wanted)
    return;
  hd_str trimmed = hd_str_trim(s);
  if (!b->keep_blanks) {
    while (s.n > 0 && (unsigned char)s.p[0] <= ' ')
      s = (hd_str){s.p + 1, s.n - 1};
    while (s.n > 0 && (unsigned char)s.p[s.n - 1] <= ' ')
      s.n--;
  }
  (b->raised ? add_raised : add)(b, s);
  if (trimmed.n > 0 && !b->hidden)
    weigh(b, hd_docx_ready(b));
}

/* A sign that an element stands for. */
static void put(hd_docx_body *b, const char *sign) {
  if (hd_docx_is_shown(b))
    add(b, hd_str_of(sign));
}

static void put_at(hd_docx_body *b, const hd_xml *xml, const char *sign) {
  b->at = hd_xml_offset(xml);
  put(b, sign);
}

void hd_docx_take_tab(void *body, hd_xml *xml) { put_at(body, xml, "\t"); }

void hd_docx_take_hyphen(void *body, hd_xml *xml) { put_at(body, xml, "-"); }

void hd_docx_end_numerator(void *body) { put(body, "/"); }

/* A sign of a font of symbols: those of the font Symbol that figures need;
 * of others that are no characters, a box. */
void hd_docx_take_symbol(void *body, hd_xml *xml) {
  static const struct {
    uint16_t code;
    const char *sign;
  } rows[] = {{0x25, "%"}, {0x2B, "+"}, {0x2D, "-"}, {0x6D, "μ"}, {0xA2, "′"},
              {0xA3, "≤"}, {0xB0, "°"}, {0xB1, "±"}, {0xB2, "″"}, {0xB3, "≥"},
              {0xB4, "×"}, {0xB7, "•"}, {0xB8, "÷"}, {0xB9, "≠"}, {0xBB, "≈"}};
  const char *code = hd_xml_attribute(xml, "char");
  const char *font = hd_xml_attribute(xml, "font");
  unsigned long cp = 0;
  char out[5] = "";
  for (; code && *code && cp < 0x110000; code++)
    cp = cp * 16 + (unsigned long)(*code <= '9' ? *code - '0'
                                                : (*code | 0x20) - 'a' + 10);
  bool known = font && strcasecmp(font, "Symbol") == 0;
  for (size_t i = 0; known && i < sizeof rows / sizeof *rows; i++)
    if (rows[i].code == (cp & 0xFFF) % 0x100 && (cp < 0x100 || cp >= 0xF000)) {
      put_at(body, xml, rows[i].sign);
      return;
    }
  bool plain = cp >= 0x20 && cp < 0xD800;
  if (plain)
    hd_utf8_encode((uint32_t)cp, out);
  put_at(body, xml, plain ? out : "□");
}

/* ---- pages -------------------------------------------------------------- */
static void turn_page(hd_docx_body *b) {
  hd_docx *d = b->d;
  const hd_docx_paragraph *p = hd_docx_open_paragraph(b);
  d->page++;
  if (p && p->text.n == 0)
    d->lines.items[p->line].laid.page = d->page;
  else if (p)
    HD_PUSH(d->arena, &d->turns,
            ((hd_docx_turn){p->line, (uint32_t)p->text.n, d->page}));
}

/* Word says where its pages began when it saved; behind a break that is
 * written down it says so once more. */
void hd_docx_take_rendered_break(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  (void)xml;
  b->d->paged = true;
  if (!b->turned)
    turn_page(b);
  b->turned = false;
}

void hd_docx_take_break(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  const char *type = hd_xml_attribute(xml, "type");
  if (!hd_docx_is_shown(b))
    return;
  put_at(b, xml, HD_LINE_BREAK);
  if (!type || strcmp(type, "page") != 0)
    return;
  turn_page(b);
  b->turned = true;
}
