/* sheet: the XML of comments.
 *
 * In: comments with their ids. Out: splices of comments.xml and of
 * commentsExtended.xml. A comment is one paragraph a line, the fingerprint
 * behind the last. */
#include "sheet.h"
#include <inttypes.h>

/* ---- prefixes --------------------------------------------------------------
 */

/* The prefix of the root's own name; n 0 where it has none. */
static hd_str root_prefix(const hd_flat *flat) {
  hd_str name = hd_markup_written(flat->xml, flat->root.off);
  const char *colon = memchr(name.p, ':', name.n);
  return (hd_str){name.p, colon ? (size_t)(colon - name.p) : 0};
}

/* The prefix that the root binds to a namespace; n 0 where it binds none. */
static hd_str bound_prefix(const hd_flat *flat, hd_str uri) {
  hd_str tag = {flat->xml.p + flat->root.off, flat->root.end - flat->root.off};
  size_t at = hd_str_find(tag, uri), end = at;
  if (at == (size_t)-1 || at < 3)
    return (hd_str){"", 0};
  while (end > 0 && tag.p[end] != '=')
    end--;
  for (at = end; at > 0 && tag.p[at - 1] != ':'; at--)
    continue;
  bool bound = at >= 6 && memcmp(tag.p + at - 6, "xmlns:", 6) == 0;
  return (hd_str){tag.p + at, bound ? end - at : 0};
}

#define WORD_14 "http://schemas.microsoft.com/office/word/2010/wordml\""

/* ---- ids of paragraphs -----------------------------------------------------
 */

/* Notes the ids of paragraphs that a part has. */
static void note_ids(hd_map *taken, hd_str xml) {
  static const hd_str name = {"paraId=\"", 8};
  bool fresh;
  for (size_t at; (at = hd_str_find(xml, name)) != (size_t)-1;) {
    xml.p += at + name.n;
    xml.n -= at + name.n;
    if (xml.n >= 8)
      hd_map_at(taken, (hd_str){xml.p, 8}, &fresh);
  }
}

/* Eight hex digits below 80000000 that are not taken; from the fingerprint,
 * so that they are the same in every run. */
static const char *free_id(hd_arena *arena, hd_map *taken,
                           const char *fingerprint) {
  uint32_t n = (uint32_t)hd_hash(fingerprint, strlen(fingerprint));
  for (;; n++) {
    const char *id = hd_arena_format(arena, "%08X", (n & 0x7FFFFFFF) | 1);
    bool fresh;
    hd_map_at(taken, hd_str_of(id), &fresh);
    if (fresh)
      return id;
  }
}

void hd_sheet_name(hd_arena *arena, const hd_sheet *sheet,
                   hd_sheet_rows *rows) {
  bool kept = sheet->states.xml.n > 0 && root_prefix(&sheet->states).n > 0 &&
              bound_prefix(&sheet->comments, HD_STR(WORD_14)).n > 0;
  hd_map *taken = hd_map_new(arena);
  if (kept) {
    note_ids(taken, sheet->comments.xml);
    note_ids(taken, sheet->document);
  }
  for (size_t i = 0; i < rows->n; i++) {
    hd_sheet_row *row = &rows->items[i];
    if (row->old)
      row->last = row->old->last;
    else
      row->last = kept ? free_id(arena, taken, row->comment->fingerprint) : "";
  }
}

/* ---- comments ---------------------------------------------------------------
 */

typedef struct {
  hd_buffer out;
  hd_str w;        /* prefix of Word's names */
  hd_str w14;      /* and of its later ones, n 0: none */
  const char *uri; /* to be bound to w by each comment; NULL: it is bound */
  const char *date;
} writing;

static void write_paragraph(writing *w, hd_str text, const hd_sheet_row *last) {
  int n = (int)w->w.n;
  const char *p = w->w.p;
  hd_buffer_printf(&w->out, "<%.*s:p", n, p);
  if (last && *last->last && w->w14.n > 0) {
    hd_buffer_printf(&w->out, " %.*s:paraId=\"", (int)w->w14.n, w->w14.p);
    hd_markup_escape(&w->out, hd_str_of(last->last));
    hd_buffer_puts(&w->out, "\"");
  }
  hd_buffer_printf(&w->out, "><%.*s:r><%.*s:t xml:space=\"preserve\">", n, p, n,
                   p);
  hd_markup_escape(&w->out, text);
  if (last)
    hd_buffer_printf(&w->out, " [%s]", last->comment->fingerprint);
  hd_buffer_printf(&w->out, "</%.*s:t></%.*s:r></%.*s:p>", n, p, n, p, n, p);
}

static void write_comment(writing *w, const hd_sheet_row *row) {
  int n = (int)w->w.n;
  const char *p = w->w.p, *line = row->comment->text;
  hd_buffer_printf(&w->out, "<%.*s:comment", n, p);
  if (w->uri)
    hd_buffer_printf(&w->out, " xmlns:w=\"%s\"", w->uri);
  hd_buffer_printf(&w->out,
                   " %.*s:id=\"%" PRId64 "\" %.*s:author=\"" HD_REMARK_AUTHOR
                   "\" %.*s:initials=\"hd\"",
                   n, p, row->id, n, p, n, p);
  if (w->date) {
    hd_buffer_printf(&w->out, " %.*s:date=\"", n, p);
    hd_markup_escape(&w->out, hd_str_of(w->date));
    hd_buffer_puts(&w->out, "\"");
  }
  hd_buffer_puts(&w->out, ">");
  for (;;) {
    size_t length = strcspn(line, "\n");
    bool more = line[length] && line[length + 1];
    write_paragraph(w, (hd_str){line, length}, more ? NULL : row);
    if (!more)
      break;
    line += length + 1;
  }
  hd_buffer_printf(&w->out, "</%.*s:comment>", n, p);
}

hd_str hd_sheet_new(hd_arena *arena, bool strict) {
  return hd_str_of(hd_arena_format(
      arena,
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:comments xmlns:w=\"%s\"></w:comments>",
      hd_markup_word_uri(strict)));
}

/* Hands the bytes that were written over to the splices' arena. */
static hd_str take(writing *w, hd_splices *splices) {
  hd_str text = {
      hd_arena_copy(splices->arena, w->out.p ? w->out.p : "", w->out.n),
      w->out.n};
  w->out.n = 0;
  return text;
}

void hd_sheet_put(const hd_sheet *sheet, const hd_sheet_rows *rows,
                  hd_splices *splices) {
  hd_str strict = hd_str_of(hd_markup_word_uri(true));
  writing w = {.w = root_prefix(&sheet->comments),
               .w14 = bound_prefix(&sheet->comments, HD_STR(WORD_14)),
               .date = sheet->date};
  if (w.w.n == 0) {
    w.w = HD_STR("w");
    w.uri = hd_markup_word_uri(hd_str_find(sheet->comments.xml, strict) !=
                               (size_t)-1);
  }
  for (size_t i = 0; i < rows->n; i++)
    if (rows->items[i].old) {
      const hd_remark *old = rows->items[i].old;
      write_comment(&w, &rows->items[i]);
      hd_splice_put(splices, old->off, take(&w, splices));
      hd_splice_cut(splices, old->off, old->end);
    }
  for (size_t i = 0; i < rows->n; i++)
    if (!rows->items[i].old)
      write_comment(&w, &rows->items[i]);
  if (w.out.n > 0)
    hd_splice_append(splices, &sheet->comments, take(&w, splices));
  hd_buffer_free(&w.out);
}

/* ---- states
 * ------------------------------------------------------------------ */

void hd_sheet_put_states(const hd_sheet *sheet, const hd_sheet_rows *rows,
                         hd_splices *splices) {
  hd_str p =
      sheet->states.xml.n > 0 ? root_prefix(&sheet->states) : (hd_str){"", 0};
  writing w = {0};
  for (size_t i = 0; p.n > 0 && i < rows->n; i++)
    if (!rows->items[i].old && *rows->items[i].last)
      hd_buffer_printf(&w.out,
                       "<%.*s:commentEx %.*s:paraId=\"%s\" "
                       "%.*s:done=\"0\"/>",
                       (int)p.n, p.p, (int)p.n, p.p, rows->items[i].last,
                       (int)p.n, p.p);
  if (w.out.n > 0)
    hd_splice_append(splices, &sheet->states, take(&w, splices));
  hd_buffer_free(&w.out);
}
