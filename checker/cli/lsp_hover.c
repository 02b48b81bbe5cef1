/* lsp_hover: what is known of the figure under the cursor.
 *
 * In: a result with claims and checks, and an offset. Out: the figure as it
 * was understood, a line a slot; then each finding there with its arithmetic
 * and the other places, and the checks that agree. Markdown or plain text, as
 * the client wants it. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  const hd_lsp *lsp;
  const hd_lsp_document *doc;
  FILE *out;
  bool zh, markdown;
  size_t off;
} page;

/* ---- words ----------------------------------------------------------------
 */

static const char *word(const page *p, const char *zh, const char *en) {
  return p->zh ? zh : en;
}

/* The fixed words of the claims listing, in Chinese. */
static const struct {
  const char *en, *zh;
} words[] = {
    {"count", "数量"},       {"amount", "金额或数额"}, {"percent", "百分数"},
    {"point", "百分点"},     {"ratio", "比"},          {"multiple", "倍数"},
    {"rank", "位次"},        {"index", "指数"},        {"age", "年龄"},
    {"temperature", "温度"}, {"date", "日期"},         {"period", "时期"},
    {"duration", "时长"},    {"ordinal", "序数"},      {"marker", "编号"},
    {"identifier", "标识"},  {"name", "名称中的数字"}, {"statistic", "统计量"},
    {"level", "水平"},       {"increment", "增量"},    {"new", "新增"},
    {"growth", "增幅"},      {"share", "占比"},        {"completion", "完成率"},
    {"average", "平均"},     {"cumulative", "累计"},   {"up", "上升"},
    {"down", "下降"},        {"flat", "持平"},         {"actual", "实绩"},
    {"target", "目标"},      {"forecast", "预测"},     {"current", "现价"},
    {"constant", "不变价"},  {"about", "约"},          {"more_than", "超过"},
    {"at_least", "不少于"},  {"less_than", "不足"},    {"at_most", "不超过"},
    {"exact", "准确"},
};

/* Of n bytes; itself where there is no other. */
static const char *translate(const page *p, const char *s, size_t n) {
  for (size_t i = 0; p->zh && i < sizeof words / sizeof *words; i++)
    if (strlen(words[i].en) == n && strncmp(words[i].en, s, n) == 0)
      return words[i].zh;
  return NULL;
}

/* Text of the draft or of a rule: nothing in it is markup. */
static void put_text(const page *p, const char *s) {
  for (; *s; s++) {
    if (p->markdown && strchr("\\`*_{}[]<>#|~$&", *s))
      putc('\\', p->out);
    putc(*s == '\n' ? ' ' : *s, p->out);
  }
}

/* Words of the listing, with blanks between. */
static void put_words(const page *p, const char *s) {
  for (size_t n; *s; s += n + (s[n] == ' ')) {
    n = strcspn(s, " ");
    const char *found = translate(p, s, n);
    if (found)
      fprintf(p->out, "%s%s", found, s[n] ? "、" : "");
    else
      fprintf(p->out, "%.*s%s", (int)n, s, s[n] ? ", " : "");
  }
}

static void put_strong(const page *p, const char *s) {
  fputs(p->markdown ? "**" : "", p->out);
  put_text(p, s);
  fputs(p->markdown ? "**" : "", p->out);
}

/* ---- the figure ------------------------------------------------------------
 */

static const struct {
  int column;
  const char *zh, *en;
  bool fixed; /* its values are words of the listing */
} slots[] = {
    {HD_COLUMN_SUBJECT, "对象", "subject", false},
    {HD_COLUMN_INDICATOR, "指标", "indicator", true}, /* count */
    {HD_COLUMN_SCOPE, "范围", "scope", false},
    {HD_COLUMN_PERIOD, "时期", "period", false},
    {HD_COLUMN_BASE, "基期", "base", false},
    {HD_COLUMN_ASPECT, "方面", "aspect", true},
    {HD_COLUMN_DIRECTION, "方向", "direction", true},
    {HD_COLUMN_MODALITY, "性质", "modality", true},
    {HD_COLUMN_PRICE, "价格", "prices", true},
    {HD_COLUMN_BOUND, "界限", "bound", true},
    {HD_COLUMN_SECTION, "章节", "section", false},
};

/* "2000 CNY", "3 .. 5", "≥ 2000" is left to the bound. */
static void put_value(const page *p, const hd_claim_row *claim) {
  const char *low = claim->fields[HD_COLUMN_LOW];
  const char *high = claim->fields[HD_COLUMN_HIGH];
  put_text(p, low);
  if (strcmp(low, high) != 0)
    fprintf(p->out, " .. %s", high);
  if (*claim->fields[HD_COLUMN_UNIT]) {
    putc(' ', p->out);
    put_text(p, claim->fields[HD_COLUMN_UNIT]);
  }
}

static void put_claim(const page *p, const hd_claim_row *claim) {
  put_strong(p, claim->fields[HD_COLUMN_TEXT]);
  fputs(" · ", p->out);
  put_words(p, claim->fields[HD_COLUMN_KIND]);
  if (*claim->fields[HD_COLUMN_LOW] || *claim->fields[HD_COLUMN_HIGH]) {
    fputs(" · ", p->out);
    put_value(p, claim);
  }
  fputs("\n\n", p->out);
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
    const char *value = claim->fields[slots[i].column];
    if (!*value || strcmp(value, "exact") == 0)
      continue;
    fprintf(p->out, "- %s%s", word(p, slots[i].zh, slots[i].en),
            word(p, "：", ": "));
    if (slots[i].fixed)
      put_words(p, value);
    else
      put_text(p, value);
    putc('\n', p->out);
  }
}

/* ---- findings and checks ---------------------------------------------------
 */

static bool here(const page *p, const hd_place *at, const hd_place *related,
                 size_t n) {
  bool found = hd_lsp_place_holds(p->doc, at, p->off);
  for (size_t i = 0; i < n && !found; i++)
    found = hd_lsp_place_holds(p->doc, &related[i], p->off);
  return found;
}

/* "12:5 1748亿元" of each place but the one under the cursor; *n counts them
 * over calls. */
static void put_places(const page *p, const hd_place *places, size_t n_places,
                       size_t *n) {
  for (size_t i = 0; i < n_places; i++) {
    const hd_place *at = &places[i];
    if (hd_lsp_place_holds(p->doc, at, p->off))
      continue;
    fputs((*n)++ ? word(p, "，", ", ") : " ", p->out);
    if (!hd_lsp_place_own(p->doc, at)) {
      put_text(p, at->file);
      putc(':', p->out);
    }
    fprintf(p->out, "%u:%u ", (unsigned)at->line, (unsigned)at->column);
    put_text(p, at->text);
  }
}

/* All places of a finding or a check but the one under the cursor. */
static void put_others(const page *p, const hd_place *at,
                       const hd_place *related, size_t n_related) {
  size_t n = 0;
  put_places(p, at, 1, &n);
  put_places(p, related, n_related, &n);
  putc('\n', p->out);
}

static void put_pair(const page *p, const char *label, const char *value) {
  if (!*value)
    return;
  fprintf(p->out, "  %s%s", label, word(p, "：", ": "));
  put_text(p, value);
  fputs(p->markdown ? "  \n" : "\n", p->out);
}

/* What the rule looks for. */
static void put_summary(const page *p, const char *id) {
  hd_cli words_of = {.chinese = p->zh};
  const hd_rule *rule = hd_explain_find(p->doc->group->engine, id);
  if (rule)
    put_pair(p, word(p, "规则", "rule"), hd_explain_summary(&words_of, rule));
}

static void put_finding(const page *p, const hd_finding *f) {
  static const char *const zh[] = {"提示", "警告", "错误"};
  fputs("\n", p->out);
  put_strong(p, p->zh ? zh[f->severity] : hd_severity_name(f->severity));
  fprintf(p->out, " %s%s", f->rule, word(p, "：", ": "));
  put_text(p, f->message);
  fputs(p->markdown ? "  \n" : "\n", p->out);
  put_pair(p, word(p, "文中", "stated"), f->stated);
  put_pair(p, word(p, "核算", "expected"), f->expected);
  put_pair(p, word(p, "试过的读法", "readings tried"), f->readings);
  put_summary(p, f->rule);
  if (f->n_related > 0) {
    fprintf(p->out, "  %s", word(p, "另见", "see also"));
    put_others(p, &f->at, f->related, f->n_related);
  }
}

static void put_check(const page *p, const hd_check *c) {
  fprintf(p->out, "- %s %s%s", word(p, "相符", "agrees"), c->rule,
          *c->how ? word(p, "：", ": ") : "");
  put_text(p, c->how);
  fputs(word(p, "；见", "; see"), p->out);
  put_others(p, &c->at, c->related, c->n_related);
}

static void put_findings(const page *p) {
  const hd_result *r = p->doc->result;
  hd_severity least = hd_cli_least(&p->doc->group->cli);
  for (size_t i = 0; i < r->n_findings; i++) {
    const hd_finding *f = &r->findings[i];
    if (f->severity >= least && here(p, &f->at, f->related, f->n_related))
      put_finding(p, f);
  }
}

static bool same_check(const hd_check *a, const hd_check *b) {
  return strcmp(a->rule, b->rule) == 0 && strcmp(a->how, b->how) == 0 &&
         a->at.source == b->at.source;
}

static void put_checks(const page *p) {
  const hd_result *r = p->doc->result;
  const hd_check *last = NULL;
  for (size_t i = 0; i < r->n_checks; i++) {
    const hd_check *c = &r->checks[i];
    if (c->outcome != HD_AGREES || (last && same_check(last, c)) ||
        !here(p, &c->at, c->related, c->n_related))
      continue;
    if (!last)
      putc('\n', p->out);
    put_check(p, c);
    last = c;
  }
}

/* ---- the answer ------------------------------------------------------------
 */

/* The figure at the offset, rather than the one that ends there; NULL. */
static const hd_claim_row *claim_at(const page *p) {
  const hd_result *r = p->doc->result;
  const hd_claim_row *found = NULL;
  size_t from, to;
  for (size_t i = 0; i < r->n_claims; i++) {
    if (!hd_lsp_place_holds(p->doc, &r->claims[i].at, p->off))
      continue;
    hd_lsp_place_span(p->doc, &r->claims[i].at, &from, &to);
    if (!found || p->off < to)
      found = &r->claims[i];
  }
  return found;
}

json_t *hd_lsp_hover(hd_lsp *lsp, hd_lsp_document *doc, const json_t *params) {
  page p = {.lsp = lsp,
            .doc = doc,
            .zh = hd_lsp_chinese(lsp, doc),
            .markdown = lsp->client.markdown};
  char *text = NULL;
  size_t n;
  if (!hd_lsp_params_offset(lsp, doc, json_object_get(params, "position"),
                            &p.off) ||
      !(p.out = open_memstream(&text, &n)))
    return NULL;
  const hd_claim_row *claim = claim_at(&p);
  if (claim)
    put_claim(&p, claim);
  put_findings(&p);
  put_checks(&p);
  fclose(p.out);
  json_t *hover =
      n == 0 ? NULL
             : json_pack("{s:{s:s, s:s}}", "contents", "kind",
                         p.markdown ? "markdown" : "plaintext", "value", text);
  if (hover && claim)
    json_object_set_new(hover, "range",
                        hd_lsp_place_range(lsp, doc, &claim->at));
  free(text);
  return hover;
}
