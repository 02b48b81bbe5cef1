/* html: one page for editors: the report as it was read, the findings beside
 * it, both tied together by a script.
 *
 * Out: a file that is whole in itself. Its policy lets nothing run but its own
 * style and script, by their hashes, and nothing be loaded; every word of the
 * draft is escaped. Without the script it is a page that can be read and
 * printed. How many there are of what stands at the top, so the sections of
 * the files wait in memory. */
#include "html.h"
#include "page.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A piece of the page that waits. */
typedef struct {
  hd_report to;
  char *text;
  size_t n;
} piece;

typedef struct {
  piece sections, files, failures;
  hd_json_list checks; /* ["rule","how"] of those that agree */
  size_t n_findings, n_checks, n_files, found[3];
  char *name; /* of the first file */
  const char *lang;
} state;

static const char *const classes[] = {"n", "w", "e"};

static bool chinese(const char *lang) { return strcmp(lang, "zh") == 0; }

/* ---- pieces -----------------------------------------------------------------
 */

static void open_piece(piece *p, hd_report *report) {
  p->to.out = open_memstream(&p->text, &p->n);
  if (!p->to.out)
    report->failed = ENOMEM;
}

/* Writes it (where the report is whole so far) and frees it. */
static void close_piece(piece *p) {
  if (p->to.out && fclose(p->to.out) != 0)
    p->to.failed = ENOMEM;
  p->to.out = NULL;
}

static void write_piece(hd_report *report, const piece *p) {
  if (p->to.failed && !report->failed)
    report->failed = p->to.failed;
  if (p->text)
    hd_write_bytes(report, p->text, p->n);
}

/* ---- a file
 * ------------------------------------------------------------------ */

static void put_facts(hd_report *to, const hd_html_set *set,
                      const hd_counts *c) {
  hd_write_printf(
      to,
      hd_html_word(set,
                   "<p class=\"facts\">数字 <b>%zu</b> · 核对 <b>%zu</b> "
                   "次 · 相符 <b class=\"ok\">%zu</b> · 未参与核对 "
                   "<b>%zu</b></p>\n",
                   "<p class=\"facts\"><b>%zu</b> figures · <b>%zu</b> checks "
                   "· <b class=\"ok\">%zu</b> agree · <b>%zu</b> in no "
                   "check</p>\n"),
      c->figures, c->checks, c->agreeing, c->idle);
}

static void put_cards(hd_report *to, const hd_html_set *set, const char *file) {
  const hd_result *r = set->result;
  size_t n = 0;
  hd_write_printf(to, "<aside aria-label=\"%s\"><ol class=\"cards\">\n",
                  hd_html_word(set, "问题", "findings"));
  for (size_t i = 0; i < r->n_findings; i++)
    if (set->findings[i] != HD_HTML_NONE &&
        strcmp(r->findings[i].at.file, file) == 0) {
      hd_html_card(to, set, &r->findings[i], set->findings[i]);
      n++;
    }
  hd_write_text(to, "</ol>");
  if (n == 0)
    hd_write_printf(to, "<p class=\"clean\">%s</p>",
                    hd_html_word(set, "没有发现问题。", "Nothing was found."));
  hd_write_text(to, "</aside>");
}

static void put_section(hd_report *to, const hd_html_set *set,
                        const hd_file *file, size_t number) {
  hd_write_printf(to, "<section class=\"file\" id=\"f%zu\"><h1>", number);
  hd_write_escaped(to, file->name);
  hd_write_text(to, "</h1>\n");
  put_facts(to, set, &file->counts);
  hd_write_printf(to,
                  "<div class=\"desk\"><article class=\"paper\" lang=\"%s\" "
                  "aria-label=\"%s\">\n",
                  chinese(file->lang) ? "zh-CN" : "en",
                  hd_html_word(set, "报告全文", "text of the report"));
  hd_html_text(to, set, file->name);
  hd_write_text(to, "</article>\n");
  put_cards(to, set, file->name);
  hd_write_text(to, "</div></section>\n");
}

/* A file among those of the page. */
typedef struct {
  const hd_file *file;
  size_t number, found[3];
} entry;

/* A row of the list of files. */
static void put_row(hd_report *to, const hd_html_set *set, const entry *e) {
  const hd_file *file = e->file;
  hd_write_text(to, "<tr><td>");
  if (!file->failed)
    hd_write_printf(to, "<a href=\"#f%zu\">", e->number);
  hd_write_escaped(to, file->name);
  if (file->failed) {
    hd_write_printf(to,
                    "</td><td colspan=\"4\" class=\"unread\">%s</td></tr>\n",
                    hd_html_word(set, "未能读取", "not read"));
    return;
  }
  hd_write_text(to, "</a></td>");
  for (int i = HD_SEVERITY_ERROR; i >= HD_SEVERITY_NOTE; i--)
    if (e->found[i])
      hd_write_printf(to, "<td class=\"f\"><b class=\"%s\">%zu</b></td>",
                      classes[i], e->found[i]);
    else
      hd_write_text(to, "<td class=\"f\">0</td>");
  hd_write_printf(to, "<td class=\"f ok\">%zu</td></tr>\n",
                  file->counts.agreeing);
}

static void put_file(state *s, const hd_html_set *set, const hd_file *file) {
  const hd_result *r = set->result;
  entry e = {.file = file, .number = ++s->n_files};
  for (size_t i = 0; i < r->n_findings; i++)
    if (set->findings[i] != HD_HTML_NONE &&
        strcmp(r->findings[i].at.file, file->name) == 0)
      e.found[r->findings[i].severity]++;
  for (int i = 0; i < 3; i++)
    s->found[i] += e.found[i];
  if (!s->name)
    s->name = strdup(file->name);
  put_row(&s->files.to, set, &e);
  if (!file->failed)
    put_section(&s->sections.to, set, file, e.number);
}

/* ---- a result
 * ----------------------------------------------------------------- */

/* Numbers for what is shown; false without memory. */
static bool number_all(state *s, const hd_report *report, hd_html_set *set) {
  const hd_result *r = set->result;
  set->findings = malloc((r->n_findings + 1) * sizeof(size_t));
  set->checks = malloc((r->n_checks + 1) * sizeof(size_t));
  if (!set->findings || !set->checks)
    return false;
  for (size_t i = 0; i < r->n_findings; i++)
    set->findings[i] = hd_write_wanted(report, &r->findings[i])
                           ? s->n_findings++
                           : HD_HTML_NONE;
  for (size_t i = 0; i < r->n_checks; i++)
    set->checks[i] =
        r->checks[i].outcome == HD_AGREES ? s->n_checks++ : HD_HTML_NONE;
  return true;
}

static void put_checks(hd_json *json, const hd_html_set *set) {
  for (size_t i = 0; i < set->result->n_checks; i++) {
    if (set->checks[i] == HD_HTML_NONE)
      continue;
    hd_json_open(json, '[');
    hd_json_string(json, set->result->checks[i].rule);
    hd_json_string(json, set->result->checks[i].how);
    hd_json_close(json, ']');
  }
}

static void put_failure(hd_report *to, const hd_failure *f) {
  hd_write_text(to, "<li><b>");
  hd_write_escaped(to, f->file);
  if (f->line)
    hd_write_printf(to, ":%" PRIu32 ":%" PRIu32, f->line, f->column);
  hd_write_text(to, "</b> ");
  hd_write_escaped(to, f->message);
  hd_write_text(to, "</li>\n");
}

void hd_html_begin(hd_report *report) {
  state *s = hd_write_state(report, sizeof *s);
  if (!s)
    return;
  open_piece(&s->sections, report);
  open_piece(&s->files, report);
  open_piece(&s->failures, report);
  hd_json_list_open(&s->checks, report);
}

void hd_html_result(hd_report *report, const hd_result *result) {
  state *s = report->state;
  if (report->failed)
    return;
  s->lang = hd_write_own_lang(report, result, s->lang);
  hd_html_set set = {
      .result = result, .report = report, .lang = s->lang ? s->lang : "zh"};
  if (number_all(s, report, &set)) {
    for (size_t i = 0; i < result->n_files; i++)
      put_file(s, &set, &result->files[i]);
    put_checks(&s->checks.json, &set);
    for (size_t i = 0; i < result->n_failures; i++)
      put_failure(&s->failures.to, &result->failures[i]);
  } else
    report->failed = ENOMEM;
  free(set.findings);
  free(set.checks);
}

/* ---- the page
 * ------------------------------------------------------------------- */

/* What stands at the top: name, filters by severity and rule, words. */
static void write_bar(hd_report *report, const state *s, bool zh) {
  static const char *const names[][2] = {
      {"提示", "notes"}, {"警告", "warnings"}, {"错误", "errors"}};
  hd_write_printf(report,
                  "<header class=\"bar\"><strong class=\"brand\">%s</strong>"
                  "<div class=\"sevs\" role=\"group\" aria-label=\"%s\">",
                  zh ? "核对" : "hedui", zh ? "级别" : "severity");
  for (int i = HD_SEVERITY_ERROR; i >= HD_SEVERITY_NOTE; i--)
    hd_write_printf(report,
                    "<button type=\"button\" class=\"sevb %s\" data-sev=\"%s\" "
                    "aria-pressed=\"true\">%s <b>%zu</b></button>",
                    classes[i], classes[i], names[i][!zh], s->found[i]);
  hd_write_printf(
      report,
      "</div><label class=\"js-only\"><span class=\"sr\">%s</span><select "
      "id=\"rule\"><option value=\"\">%s</option></select></label>"
      "<label class=\"js-only\"><span class=\"sr\">%s</span><input id=\"find\" "
      "type=\"search\" placeholder=\"%s\"></label>"
      "<span id=\"shown\" class=\"js-only\" aria-live=\"polite\"></span>"
      "<button type=\"button\" id=\"ticks\" class=\"js-only\" "
      "aria-pressed=\"true\">✓ %s</button>"
      "<button type=\"button\" id=\"help\" class=\"js-only\" "
      "aria-label=\"%s\">?</button></header>\n",
      zh ? "规则" : "rule", zh ? "全部规则" : "all rules",
      zh ? "筛选" : "filter", zh ? "筛选（/）" : "filter (/)",
      zh ? "相符" : "agreeing", zh ? "快捷键" : "keys");
}

static void write_keys(hd_report *report, bool zh) {
  static const char *const keys[][3] = {
      {"j / k", "下一处、上一处问题", "next, previous finding"},
      {"n", "跳到相关的另一处", "go to its other place"},
      {"Enter", "展开所选数字或问题", "open the figure or finding"},
      {"Esc", "收起", "close"},
      {"/", "筛选", "filter"},
      {"t", "显示或隐藏 ✓", "show or hide ✓"},
      {".", "下一个相符的数字", "next figure that agrees"},
      {"?", "本说明", "these keys"},
  };
  hd_write_printf(report, "<dialog id=\"keys\" aria-label=\"%s\"><table>",
                  zh ? "快捷键" : "keys");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    hd_write_printf(report, "<tr><td><kbd>%s</kbd></td><td>%s</td></tr>",
                    keys[i][0], keys[i][zh ? 1 : 2]);
  hd_write_printf(
      report,
      "</table><p class=\"legend\"><span class=\"e\">%s</span> <span "
      "class=\"w\">%s</span> <span class=\"n\">%s</span> <span "
      "class=\"r\">%s</span> <span class=\"k t\">%s</span></p></dialog>\n",
      zh ? "错误" : "error", zh ? "警告" : "warning", zh ? "提示" : "note",
      zh ? "相关数字" : "related figure", zh ? "相符" : "agrees");
}

/* JSON for the script, in text that the page does not show. */
static void write_data(hd_report *report, state *s, const char *lang) {
  piece p = {0};
  open_piece(&p, report);
  hd_json json = {.report = &p.to};
  if (!p.to.out)
    return;
  hd_json_open(&json, '{');
  hd_json_list_close(&s->checks, &json, "checks");
  hd_json_key(&json, "rules");
  hd_json_open(&json, '{');
  for (size_t i = 0; i < report->n_rules; i++) {
    const hd_rule *rule = &report->rules[i];
    hd_json_member(&json, rule->id,
                   hd_write_either(lang, rule->summary_zh, rule->summary_en));
  }
  hd_json_close(&json, '}');
  hd_json_close(&json, '}');
  close_piece(&p);
  hd_write_text(report, "<div id=\"data\" hidden>");
  if (p.to.failed)
    report->failed = p.to.failed;
  else
    hd_write_escaped(report, p.text);
  hd_write_text(report, "</div>\n");
  free(p.text);
}

static void write_head(hd_report *report, const state *s, bool zh) {
  hd_write_printf(
      report,
      "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action "
      "'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
      "dark\">\n<title>",
      zh ? "zh-CN" : "en", hd_page_css_hash, hd_page_js_hash);
  if (s->n_files == 1 && s->name) {
    const char *slash = strrchr(s->name, '/');
    hd_write_escaped(report, slash ? slash + 1 : s->name);
    hd_write_text(report, " · ");
  }
  hd_write_printf(report, "%s</title>\n<style>", zh ? "核对" : "hedui");
  hd_write_text(report, hd_page_css);
  hd_write_text(report, "</style>\n</head>\n<body>\n");
}

static void write_files(hd_report *report, const state *s, bool zh) {
  if (s->n_files < 2)
    return;
  hd_write_printf(report,
                  "<nav class=\"files\" aria-label=\"%s\"><table><thead><tr>"
                  "<th>%s</th><th>%s</th><th>%s</th><th>%s</th><th>%s</th>"
                  "</tr></thead><tbody>\n",
                  zh ? "文件" : "files", zh ? "文件" : "file",
                  zh ? "错误" : "errors", zh ? "警告" : "warnings",
                  zh ? "提示" : "notes", zh ? "相符" : "agreeing");
  write_piece(report, &s->files);
  hd_write_text(report, "</tbody></table></nav>\n");
}

static void write_failures(hd_report *report, const state *s, bool zh) {
  if (s->failures.n == 0)
    return;
  hd_write_printf(
      report, "<section class=\"failures\" role=\"alert\"><h2>%s</h2><ul>\n",
      zh ? "本次核对不完整" : "This run is not complete");
  write_piece(report, &s->failures);
  hd_write_text(report, "</ul></section>\n");
}

static void write_page(hd_report *report, state *s) {
  const char *lang = s->lang ? s->lang : report->lang ? report->lang : "zh";
  bool zh = chinese(lang);
  write_head(report, s, zh);
  write_bar(report, s, zh);
  hd_write_text(report, "<main>\n");
  write_failures(report, s, zh);
  write_files(report, s, zh);
  write_piece(report, &s->sections);
  hd_write_text(report, "</main>\n<p class=\"sr\" id=\"say\" "
                        "aria-live=\"polite\"></p>\n");
  write_keys(report, zh);
  write_data(report, s, lang);
  hd_write_text(report, "<script>");
  hd_write_text(report, hd_page_js);
  hd_write_text(report, "</script>\n</body>\n</html>\n");
}

void hd_html_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  (void)sums;
  if (!s)
    return;
  close_piece(&s->sections);
  close_piece(&s->files);
  close_piece(&s->failures);
  write_page(report, s);
  free(s->sections.text);
  free(s->files.text);
  free(s->failures.text);
  free(s->name);
  free(s);
  report->state = NULL;
}
