/* html_card: a finding beside the text.
 *
 * Out: a list item with what is always seen (severity, message) and what a
 * click opens: each place with the words around it, what is stated and what
 * the arithmetic gives, the picture of it, the readings that were tried and
 * the rule. A place is a button: the script goes to the mark of that number. */
#include "html.h"
#include <inttypes.h>
#include <string.h>

static const char *const classes[] = {"n", "w", "e"};

static void put(hd_report *to, const char *tag, const char *class,
                const char *text) {
  hd_write_printf(to, "<%s class=\"%s\">", tag, class);
  hd_write_escaped(to, text);
  hd_write_printf(to, "</%s>", tag);
}

/* The words around a place, the place itself in <b>. */
static void put_context(hd_report *to, const hd_place *at) {
  hd_write_text(to, "<q>");
  if (!*at->context || at->context_len == 0) {
    hd_write_text(to, "<b>");
    hd_write_escaped(to, at->text);
    hd_write_text(to, "</b></q>");
    return;
  }
  const char *rest = hd_write_escaped_part(to, at->context, at->context_at);
  hd_write_text(to, "<b>");
  rest = hd_write_escaped_part(to, rest, at->context_len);
  hd_write_text(to, "</b>");
  hd_write_escaped(to, rest);
  hd_write_text(to, "</q>");
}

/* 3 行 12 列, 3:12; of a document without lines only where nothing better is
 * known. */
static void put_position(hd_report *to, const hd_html_set *set,
                         const hd_place *at) {
  if (*at->location &&
      !hd_write_has_lines(hd_write_file(set->result, at->file)))
    return;
  hd_write_printf(
      to,
      hd_html_word(set,
                   " <span class=\"pos\">%" PRIu32 " 行 %" PRIu32 " 列</span>",
                   " <span class=\"pos\">%" PRIu32 ":%" PRIu32 "</span>"),
      at->line, at->column);
}

/* nth: 0 is the place of the finding itself. */
static void put_place(hd_report *to, const hd_html_set *set,
                      const hd_finding *f, size_t nth) {
  const hd_place *at = nth ? &f->related[nth - 1] : &f->at;
  hd_write_printf(
      to, "<li><button type=\"button\" class=\"go\" data-go=\"%zu\">", nth);
  hd_write_text(to, "<span class=\"where\">");
  if (strcmp(at->file, f->at.file) != 0) {
    hd_write_escaped(to, at->file);
    hd_write_text(to, " ");
  }
  hd_write_escaped(to, at->location);
  put_position(to, set, at);
  hd_write_text(to, "</span>");
  put_context(to, at);
  hd_write_text(to, "</button></li>");
}

static void put_places(hd_report *to, const hd_html_set *set,
                       const hd_finding *f) {
  hd_write_text(to, "<ol class=\"places\">");
  for (size_t i = 0; i <= f->n_related; i++)
    put_place(to, set, f, i);
  hd_write_text(to, "</ol>");
}

/* An interval [a,b] as a – b; other text as it is. */
static void put_figure(hd_report *to, const char *text) {
  size_t n = strlen(text), comma = strcspn(text, ",");
  if (*text != '[' || text[n - 1] != ']' || comma >= n ||
      strspn(text + 1, "0123456789.+-/") != comma - 1 ||
      strspn(text + comma + 1, "0123456789.+-/") != n - comma - 2) {
    hd_write_escaped(to, text);
    return;
  }
  hd_write_escaped_part(to, text + 1, comma - 1);
  hd_write_text(to, " – ");
  hd_write_escaped_part(to, text + comma + 1, n - comma - 2);
}

static void put_term(hd_report *to, const char *name, const char *class,
                     const char *text) {
  if (!*text)
    return;
  hd_write_printf(to, "<div class=\"%s\"><dt>%s</dt><dd>", class, name);
  put_figure(to, text);
  hd_write_text(to, "</dd></div>");
}

static void put_arithmetic(hd_report *to, const hd_html_set *set,
                           const hd_finding *f) {
  hd_write_text(to, "<dl class=\"sums\">");
  put_term(to, hd_html_word(set, "文中", "stated"), "said", f->stated);
  put_term(to, hd_html_word(set, "核算", "expected"), "made", f->expected);
  hd_write_text(to, "</dl>");
  hd_html_bars(to, set, f);
  if (*f->readings) {
    hd_write_printf(to, "<p class=\"tried\">%s",
                    hd_html_word(set, "试过的读法：", "readings tried: "));
    hd_write_escaped(to, f->readings);
    hd_write_text(to, "</p>");
  }
}

static void put_rule(hd_report *to, const hd_html_set *set,
                     const hd_finding *f) {
  const hd_rule *rule = hd_write_rule(set->report, f->rule);
  hd_write_text(to, "<p class=\"rule\">");
  if (rule) {
    hd_write_escaped(
        to, hd_write_either(set->lang, rule->summary_zh, rule->summary_en));
    hd_write_text(to, " ");
  }
  put(to, "code", "id", f->rule);
  hd_write_text(to, " ");
  put(to, "code", "print", f->fingerprint);
  hd_write_text(to, "</p>");
}

void hd_html_card(hd_report *to, const hd_html_set *set, const hd_finding *f,
                  size_t number) {
  static const char *const zh[] = {"提示", "警告", "错误"};
  hd_write_printf(to, "<li class=\"card %s\" id=\"n%zu\" data-n=\"%zu\"",
                  classes[f->severity], number + 1, number);
  hd_write_text(to, " data-rule=\"");
  hd_write_escaped(to, f->rule);
  hd_write_printf(to,
                  "\"><button type=\"button\" class=\"head\" "
                  "aria-expanded=\"false\" aria-controls=\"m%zu\">",
                  number + 1);
  hd_write_printf(to, "<span class=\"no\">%zu</span>", number + 1);
  put(to, "span", "sev",
      hd_html_word(set, zh[f->severity], hd_severity_name(f->severity)));
  put(to, "span", "fig", f->at.text);
  put(to, "span", "msg", f->message);
  hd_write_printf(to, "</button><div class=\"more\" id=\"m%zu\">", number + 1);
  put_arithmetic(to, set, f);
  put_places(to, set, f);
  put_rule(to, set, f);
  hd_write_text(to, "</div></li>\n");
}
