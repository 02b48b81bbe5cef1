/* cell_slots: what a table's headers and labels say of a cell's figure.
 *
 * In: a column, the labels of the cell. Out: subject, indicator, scope and
 * aspects of its claim. Which of label and header is the measure is told by
 * the indicator lexicon and by headers that name none (金额, 决算数). */
#include "cells.h"

/* The text without blanks and * in lower case, for looking into: at most
 * HEADER bytes. */
enum { HEADER = 120, HAN = 3 };
static hd_str folded(hd_str s, char *out) {
  size_t n = 0;
  for (size_t i = 0; i < s.n && n < HEADER; i++) {
    char c = s.p[i];
    if (c == '*' || ((unsigned char)c >= 0x80 && c == ' '))
      continue;
    out[n++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  return (hd_str){out, n};
}

/* Off a label: 一、 (一) 其中: 加: 减: before it, a bracket behind it. */
static hd_span bare(const hd_claim_reader *r, hd_span span) {
  static const char *const heads[] = {
      "其中:", "其中,", "其中", "加:",  "减:",  "一、", "二、", "三、",
      "四、",  "五、",  "六、", "七、", "八、", "九、", "十、"};
  const char *t = r->doc->text.p;
  for (bool more = true; more;) {
    more = false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
      uint32_t n = (uint32_t)strlen(heads[i]);
      if (span.off + n < span.end && memcmp(t + span.off, heads[i], n) == 0) {
        span.off += n;
        more = true;
      }
    }
  }
  if (span.end > span.off && t[span.end - 1] == ')') {
    uint32_t open = span.end;
    while (open > span.off && t[open - 1] != '(')
      open--;
    if (open > span.off + 1)
      span.end = open - 1;
  }
  while (span.end > span.off && t[span.end - 1] == ' ')
    span.end--;
  return span;
}

/* Where 比上年, 同比, 增减 begin in a header; its end if they do not. */
static uint32_t before_change(const hd_claim_reader *r, hd_span header) {
  static const char *const words[] = {"比",   "较",   "同比", "环比", "增减",
                                      "增长", "变动", "增幅", "增速", "涨跌",
                                      "涨幅", "升降", "占"};
  hd_str s = hd_document_text(r->doc, header);
  size_t at = s.n;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t k = hd_str_find(s, hd_str_of(words[i]));
    if (k < at)
      at = k;
  }
  return header.off + (uint32_t)at;
}

/* Does the header name a measure (卫生健康支出, 现金流量净 额), not a thing? */
static bool is_measure(const hd_claim_reader *r, hd_span span) {
  char room[HEADER];
  hd_str s = hd_document_text(r->doc, span);
  if (memchr(s.p, ' ', s.n))
    s = folded(s, room);
  return hd_vocabulary_ending(r->v, s.p, 0, (uint32_t)s.n,
                              1u << HD_WORD_INDICATOR) != NULL;
}

static bool only_period(hd_span header, const hd_quantity *period) {
  enum { MOST = 12 };
  return period && period->span.off >= header.off &&
         period->span.end <= header.end &&
         header.end - header.off < period->span.end - period->span.off + MOST;
}

hd_column hd_column_read(const hd_claim_reader *r, hd_span header,
                         const hd_quantity *period) {
  static const char *const change[] = {"增减", "增长", "同比", "环比",
                                       "变动", "增幅", "增速", "涨跌",
                                       "涨幅", "升降", NULL};
  static const char *const share[] = {"占",   "比重", "比例",
                                      "构成", "(%)",  NULL};
  static const char *const rank[] = {"排名", "位次", "名次", NULL};
  static const char *const done[] = {"完成率",   "完成进度", "执行率",
                                     "完成预算", "为预算",   NULL};
  static const char *const plain[] = {
      "金额", "决算数", "预算数",   "执行数",   "合计", "小计", "总计",
      "数额", "本年数", "上年数",   "本期",     "上期", "期末", "期初",
      "年初", "数量",   "人员经费", "公用经费", NULL};
  static const char *const things[] = {"项目",     "成本项目", "费用项目",
                                       "指标",     "科目",     "成本构成",
                                       "构成项目", "指标名称", NULL};
  static const char *const units[] = {"单位", "计量单位", "规格", NULL};
  char room[HEADER];
  hd_str s = folded(hd_document_text(r->doc, header), room);
  hd_column c = {.header = header, .period = period};
  c.is_period = only_period(header, period);
  c.things = hd_str_is_any(s, things);
  c.units = hd_str_is_any(s, units);
  c.percent = memchr(s.p, '%', s.n);
  c.changes = hd_str_has_any(s, change);
  c.ranks = hd_str_has_any(s, rank);
  c.completes = hd_str_has_any(s, done);
  c.shares =
      !c.changes && (hd_str_has_any(s, share) || hd_str_starts(s, HD_STR("%")));
  c.measure = bare(r, header);
  if (c.changes || c.shares)
    c.measure.end = before_change(r, c.measure);
  if (hd_span_empty(c.measure))
    c.measure = header; /* 比上年增长(%) */
  c.generic = c.is_period || hd_span_empty(header) || hd_str_is_any(s, plain);
  return c;
}

static void put(hd_claim_reader *r, hd_span span, hd_slot *slot) {
  if (!hd_span_empty(span))
    hd_topic_slot(r, span, HD_FROM_TABLE, slot);
}

/* 合计, 小计: the row is of its whole group. */
static bool is_total(const hd_claim_reader *r, hd_span span) {
  static const char *const words[] = {"合计", "小计", "总计",
                                      "全部", "总数", NULL};
  return hd_str_has_any(hd_document_text(r->doc, span), words);
}

/* Is the label what is measured (研发费用, 货币资金), not of whom (原料药)? */
static bool is_account(const hd_claim_reader *r, hd_span span) {
  static const char *const tails[] = {
      "费",   "款",   "款项", "金",   "税",   "税费", "支出", "收入",   "成本",
      "损益", "损失", "收益", "利润", "资产", "负债", "权益", "额",     "率",
      "量",   "比例", "比重", "资金", "存货", "票据", "股权", "投资",   "补贴",
      "补助", "缴费", "奖金", "工资", "津贴", "经费", "购置", "工程",   "存款",
      "贷款", "借款", "债券", "公积", "股本", "商誉", "数",   "数量",   "值",
      "价格", "指数", "折旧", "摊销", "准备", "面积", "人口", "房地产", "流量",
      "人工", "材料", "原料", "薪酬", "福利", "服务", "事务", "结余",   "结转",
      "合计", "小计", "总计", "其他", "拨款", "预算", "物品", "用房",   "净额",
      NULL};
  char room[HEADER];
  hd_str s = folded(hd_document_text(r->doc, span), room);
  return is_measure(r, span) || hd_str_ends_any(s, tails);
}

/* 同比增减, 变动比例(%): a header that names no measure of what changes. */
static bool only_changes(const hd_column *column) {
  return column->changes && column->measure.end == column->header.end;
}

void hd_cell_slots(hd_claim_reader *r, hd_claim *c, const hd_labels *labels,
                   const hd_column *columns, const hd_column *column) {
  bool two = labels->first.off != labels->last.off;
  hd_span first = bare(r, labels->first), last = bare(r, labels->last);
  bool header = !column->generic && !hd_span_empty(column->header);
  bool things = columns[labels->column].things;
  bool sides = things && columns[labels->from].things;
  if (two && (labels->grouped || things) && header && !only_changes(column) &&
      !is_total(r, last) && last.end > last.off + HAN) {
    if (!sides) /* 收入项目|支出项目 */
      put(r, first, &c->scope);
    put(r, last, &c->subject);
    put(r, column->measure, &c->indicator);
    return;
  }
  if (two) {
    put(r, first, &c->subject);
    put(r, header && !only_changes(column) ? column->measure : last,
        &c->indicator);
    return;
  }
  bool whole = column->shares && column->measure.end == column->header.end;
  bool measure =
      !hd_span_empty(last) && is_measure(r, last) && !whole &&
      (only_changes(column) || !header || !is_measure(r, column->measure));
  if (measure || (!header && is_account(r, last))) {
    put(r, last, &c->indicator);
    return;
  }
  if (!header) {
    put(r, last, &c->subject);
    return;
  }
  put(r, last, &c->subject);
  put(r, column->measure, &c->indicator);
}

void hd_cell_aspects(const hd_claim_reader *r, hd_claim *c,
                     const hd_column *column) {
  const hd_quantity *q = &r->q->items[c->quantity];
  const char *at = r->doc->text.p + q->span.off;
  bool percent = q->kind == HD_KIND_PERCENT;
  percent = percent || column->percent;
  if (column->changes) {
    c->aspects |= percent ? HD_ASPECT_GROWTH : HD_ASPECT_INCREMENT;
    bool down = at[0] == '-' || memcmp(at, "\xE2\x88\x92", 3) == 0;
    c->direction = down ? HD_FLOW_DOWN : HD_FLOW_UP;
  } else if (column->ranks) {
    c->aspects |= HD_ASPECT_RANK;
  } else if (column->completes) {
    c->aspects |= HD_ASPECT_COMPLETION;
  } else if (column->shares) {
    c->aspects |= HD_ASPECT_SHARE;
  } else {
    c->aspects |= HD_ASPECT_LEVEL;
  }
}
