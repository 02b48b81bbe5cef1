/* object: the noun phrase behind a Chinese figure.
 *
 * In: a figure between a verb and its object (建成|6个|基地), or before what
 * its classifier counts. Out: the span of the phrase: up to a mark, a figure,
 * a word that opens another part of the sentence (都, 予以, 到) or a verb, and
 * without the verb at its end (实验室|投运). */
#include "chinese.h"

enum { HAN = 3 }; /* bytes of a Han character */

/* Does this code point end a phrase behind a figure? */
static bool ends_phrase(uint32_t cp) {
  static const char marks[] = ",;:.!?()[]|/\\";
  if (cp < 0x80)
    return strchr(marks, (int)cp) != NULL;
  return cp == 0x3001 || cp == 0x3002 || cp == 0x2014 || cp == 0x2026;
}

/* Where the noun behind a figure may begin: past its approximator, a bracket
 * with another classifier (7万套(间)) and 的. */
static uint32_t behind(const char *t, const hd_quantity *q, uint32_t end) {
  enum { BRACKET = 16 };
  uint32_t off = q->approx.end > q->span.end ? q->approx.end : q->span.end;
  if (off < end && t[off] == '(') {
    uint32_t close = off;
    while (close < end && close - off < BRACKET && t[close] != ')')
      close++;
    if (close < end && t[close] == ')')
      off = close + 1;
  }
  if (off + 3 <= end && memcmp(t + off, "的", 3) == 0)
    off += 3;
  while (off < end && t[off] == ' ')
    off++;
  return off;
}

/* Does this word end a phrase behind a figure? */
static bool closes(const hd_word *w, uint32_t behind) {
  switch (w->cls) {
  case HD_WORD_CHANGE:
  case HD_WORD_COMPARE:
    return w->text.n > 3; /* 升级, 高频 */
  case HD_WORD_SHARE:
  case HD_WORD_BOUND:
    return true;
  case HD_WORD_FROM:
    return behind > HAN; /* 5个|自然村, 3个|自由贸易试验区 */
  case HD_WORD_STOP:
    return hd_str_is(w->value, "stop") ||
           (w->text.n > HAN && hd_str_is(w->value, "tail"));
  case HD_WORD_REACH:
    return hd_str_is(w->text, "达") || hd_str_is(w->text, "为") ||
           hd_str_is(w->text, "是");
  default:
    return hd_phrase_breaks(w);
  }
}

/* Back past a conjunction and blanks at the end of [off, at). */
static uint32_t without_joint(const char *t, uint32_t off, uint32_t at) {
  static const char *const joints[] = {"和", "与", "及", "、"};
  while (at > off && t[at - 1] == ' ')
    at--;
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
    if (at >= off + 3 && memcmp(t + at - 3, joints[i], 3) == 0)
      return at - 3;
  return at;
}

/* Words of one character that open another part of the sentence (国家|都), but
 * for those that stand behind or before some characters (首都, 就业). */
static bool opens_part(const char *t, hd_span s, uint32_t at) {
  static const struct {
    const char *word, *behind, *before;
  } rows[] = {{"都", "首成古京丰", "市江匀会"},
              {"就", "成造", "业诊读餐学近地职"},
              {"到", "报达签迟", "位岗期户站账校"},
              {"也", "", ""},
              {"了", "除为", "解望"},
              {"不", "", "锈动良合孕足可"},
              {"未", "所", "来成婚"},
              {"已", "", "婚知"}};
  if (at < s.off + 2 * HAN || at + HAN > s.end)
    return false;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (memcmp(t + at, rows[i].word, HAN) != 0)
      continue;
    hd_str left = {t + at - HAN, HAN}, right = {t + at + HAN, HAN};
    return hd_str_find(hd_str_of(rows[i].behind), left) == (size_t)-1 &&
           (at + 2 * HAN > s.end ||
            hd_str_find(hd_str_of(rows[i].before), right) == (size_t)-1);
  }
  return false;
}

/* The end of the phrase that begins at s.off. */
static uint32_t phrase_end(const char *t, hd_span s) {
  enum { LONGEST = 24 }; /* code points */
  uint32_t at = s.off;
  for (int n = 0; at < s.end && n < LONGEST; n++) {
    uint32_t cp;
    size_t len = hd_utf8_decode(t + at, s.end - at, &cp);
    if (ends_phrase(cp) || (len == HAN && opens_part(t, s, at)))
      break;
    at += (uint32_t)len;
  }
  return without_joint(t, s.off, at);
}

/* 突破1600亿斤|大关: a mark that is passed is no noun. */
static bool is_mark(hd_str s) {
  static const char *const words[] = {"大关", "关口", "台阶", "新台阶",
                                      "行列", "目标", "水平", "左右",
                                      "之间", "之中", NULL};
  return hd_str_is_any(s, words);
}

/* The sentence's next word that closes a phrase, before end; NULL. */
static const hd_token *closing(const hd_claim_reader *r, const hd_sentence *s,
                               uint32_t from, uint32_t end) {
  uint32_t last = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, s, from); i < last; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.off >= end)
      break;
    if (closes(token->word, token->span.off - from))
      return token;
  }
  return NULL;
}

/* 60%|政府举办的|医疗机构: the end of a clause that says whose or what the noun
 * behind it is, with the word in it that closed the phrase; else off. */
static uint32_t past_relative(const hd_claim_reader *r, uint32_t off,
                              const hd_token *word, uint32_t end) {
  enum { LONGEST = 8 * HAN, NOUN = 2 * HAN };
  uint32_t at = word->span.end;
  bool said = word->word->cls == HD_WORD_STOP && word->word->text.n > HAN &&
              at - off <= LONGEST && word->span.off >= off + NOUN &&
              at + HAN + NOUN <= end;
  return said && memcmp(r->doc->text.p + at, "的", HAN) == 0 ? at + HAN : off;
}

/* Where the phrase begins and is closed, at most at its end; `from`:
 * behind the names at its head. What is counted stands at once behind its
 * classifier (五次|会议批准的报告), a share may be of what is told of. */
static hd_span closed(const hd_claim_reader *r, const hd_sentence *s,
                      uint32_t from, hd_span phrase, bool share) {
  const hd_token *word = closing(r, s, from, phrase.end);
  if (!word)
    return phrase;
  uint32_t noun =
      share ? past_relative(r, phrase.off, word, phrase.end) : phrase.off;
  if (noun == phrase.off)
    return (hd_span){phrase.off, word->span.off};
  word = closing(r, s, noun, phrase.end);
  return (hd_span){noun, word ? word->span.off : phrase.end};
}

/* The verb at the end of a phrase of more words; empty if none stands there. */
static hd_span last_verb(const hd_claim_reader *r, hd_span s) {
  const hd_word *w = hd_claim_ending(
      r, s.off, s.end,
      1u << HD_WORD_VERB | 1u << HD_WORD_INDICATOR | 1u << HD_WORD_STOP);
  uint32_t n = w ? (uint32_t)w->text.n : 0;
  bool verb = w && w->cls == HD_WORD_VERB && !hd_str_is(w->value, "none");
  if (!verb || s.end - s.off < n + 2 * HAN)
    return (hd_span){s.end, s.end};
  return (hd_span){s.end - n, s.end};
}

/* 16个|试点城市、园区和公共机构: the end of the list that the phrase is the
 * first member of; its own end where a figure or a verb stands in the rest. */
static uint32_t with_fellows(const hd_claim_reader *r, const hd_sentence *s,
                             hd_span phrase, uint32_t end) {
  static const char *const joints[] = {"和", "及", "与", NULL};
  enum { LONGEST = 20 * HAN };
  const char *t = r->doc->text.p;
  uint32_t at = phrase.end;
  if (at + HAN >= end || memcmp(t + at, "、", HAN) != 0 ||
      hd_vocabulary_verb(r->v, t, at + HAN, end))
    return phrase.end;
  const hd_token *word = closing(r, s, at + HAN, end);
  hd_span rest = {at + HAN, word ? word->span.off : end};
  while (at < rest.end && !strchr(",.;:()", t[at]) &&
         memcmp(t + at, "。", HAN) != 0)
    at++;
  rest.end = at;
  bool figure = rest.end == end && end < s->span.end;
  hd_str list = hd_document_text(r->doc, rest);
  return figure || list.n > LONGEST || !hd_str_has_any(list, joints)
             ? phrase.end
             : rest.end;
}

/* 5大类|40项|民生实事: the figure that counts the same in its members, where it
 * stands right behind `figure`; else `figure`. */
static uint32_t count_behind(const hd_claim_reader *r, uint32_t figure,
                             uint32_t end) {
  const hd_quantity *q = &r->q->items[figure];
  bool last = figure + 1 >= r->q->n;
  bool both = !last && q->kind == HD_KIND_COUNT && q[1].kind == HD_KIND_COUNT;
  return both && q[1].span.off == behind(r->doc->text.p, q, end) ? figure + 1
                                                                 : figure;
}

/* 3500万箱|等落后产能: what stands there closes a list. */
static bool is_no_noun(const char *t, hd_span s) {
  static const char *const words[] = {"等级", "等次", "等待", "等候", NULL};
  hd_str text = {t + s.off, s.end - s.off};
  return hd_str_starts(text, HD_STR("等")) && !hd_str_starts_any(text, words);
}

/* 139个|投资合作项目: the end of a noun that begins with a verb and ends in a
 * word for what is counted, before the next mark; off if none does. */
static uint32_t verbal_noun(const char *t, hd_span s) {
  static const char *const verbs[] = {
      "投资", "建设", "改造", "发展", "服务", "培训", "监测", "检测", "合作",
      "研发", "生产", "修复", "治理", "整治", "保护", "处理", "加工", "支持",
      "监督", "管理", "宣传", "检查", "交流", "救援", "扶持", "保障", "运营",
      "创新", "孵化", "提升", "试验", "实验", "展示", "签约", "在建", "续建",
      "新建", "扩建", "拟建", "待建", "开放", "开发", "开采", "制造", "招商",
      "养殖", "种植", "储备", "调研", "研究", "教育", "评估", "认证", NULL};
  static const char *const heads[] = {
      "项目", "工程", "中心", "基地", "平台", "机构", "单位",   "企业", "园区",
      "团队", "小组", "措施", "活动", "计划", "方案", "事项",   "课题", "站点",
      "试点", "专项", "服务", "会议", "案件", "组织", "示范区", NULL};
  enum { LONGEST = 12 * HAN };
  if (!hd_str_starts_any((hd_str){t + s.off, s.end - s.off}, verbs))
    return s.off;
  uint32_t end = phrase_end(t, s);
  hd_str text = {t + s.off, end - s.off};
  for (size_t i = 0; heads[i]; i++) {
    size_t at = hd_str_find(text, hd_str_of(heads[i])), n = strlen(heads[i]);
    if (at >= 2 * HAN && at < text.n && at + n <= LONGEST)
      return s.off + (uint32_t)(at + n);
  }
  return s.off;
}

hd_span hd_chinese_object(const hd_claim_reader *r, const hd_sentence *s,
                          uint32_t figure, hd_span *verb) {
  const hd_quantities *q = r->q;
  const char *t = r->doc->text.p;
  uint32_t end = s->span.end;
  figure = count_behind(r, figure, end);
  uint32_t off = behind(t, &q->items[figure], end);
  uint32_t next = figure + 1, from = off;
  *verb = (hd_span){off, off};
  if (next < q->n && q->items[next].span.off == off &&
      q->items[next].kind == HD_KIND_AGE)
    from = q->items[next++].approx.end; /* 40万|3岁以下|婴幼儿 */
  if (next < q->n && q->items[next].span.off == off &&
      (q->items[next].kind == HD_KIND_NAME ||
       q->items[next].kind == HD_KIND_ORDINAL))
    from = q->items[next++].span.end; /* 4个|一线|城市 */
  if (next < q->n && q->items[next].span.off < end)
    end = q->items[next].span.off;
  end = end > off ? end : off;
  if (is_no_noun(t, (hd_span){off, end}))
    return (hd_span){off, off};
  if (q->items[figure].kind == HD_KIND_COUNT) {
    uint32_t noun = verbal_noun(t, (hd_span){off, end});
    if (noun > off)
      return (hd_span){off, noun};
  }
  if (hd_vocabulary_verb(r->v, t, off, end))
    return (hd_span){off, off};
  hd_span out = closed(r, s, from, (hd_span){off, end},
                       q->items[figure].kind == HD_KIND_PERCENT);
  out.end = phrase_end(t, out);
  if (is_mark(hd_document_text(r->doc, out)))
    return (hd_span){off, off};
  *verb = last_verb(r, out);
  if (!hd_span_empty(*verb))
    out.end = verb->off;
  else if (q->items[figure].kind == HD_KIND_COUNT && out.end > out.off)
    out.end = with_fellows(r, s, out, end);
  return out;
}
