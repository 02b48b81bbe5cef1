/* mode: is a figure actual, a target or a forecast?
 *
 * In: the words of modality in its clause, and the section it stands in: a
 * heading or a line of its own that looks back (2024年工作回顾) or ahead
 * (2025年工作安排). In a section that looks back what was secured or aimed at
 * has been done (满意度保持在99%以上, 争取资金433亿元): its words of aim say
 * nothing. A heading that does both says neither. */
#include "slots.h"

enum { NOT_READ, NEUTRAL, AHEAD, BACK };

/* What a heading's own words say. */
static uint8_t said_by(hd_str s) {
  static const char *const ahead[] = {
      "目标",     "任务",     "安排",     "重点工作", "总体要求", "工作建议",
      "主要预期", "发展预期", "增长预期", "打算",     "总体部署", NULL};
  static const char *const back[] = {"回顾", "完成情况", "工作总结", NULL};
  bool plans = hd_str_has_any(s, ahead);
  bool reviews = hd_str_has_any(s, back);
  return plans == reviews ? NEUTRAL : plans ? AHEAD : BACK;
}

/* A paragraph that is a title: short, without a mark. */
static bool is_line(const hd_claim_reader *r, uint32_t block) {
  static const char *const ends[] = {"名词解释", "附录", NULL};
  static const char *const marks[] = {"。", "，", "；", "：",
                                      ",",  ":",  ";",  NULL};
  enum { LONGEST = 72 }; /* bytes */
  const hd_block *b = &r->doc->blocks[block];
  hd_str s = hd_document_text(r->doc, b->span);
  return b->kind == HD_BLOCK_PARAGRAPH && s.n > 0 && s.n < LONGEST &&
         !hd_str_has_any(s, marks) &&
         (said_by(s) != NEUTRAL || hd_str_has_any(s, ends));
}

/* The heading's section, or that of one above it; each is looked at once. */
static uint8_t under(hd_claim_reader *r, uint32_t h) {
  if (h == HD_NONE)
    return NEUTRAL;
  if (r->sections[h] == NOT_READ) {
    hd_str text = hd_document_text(r->doc, r->doc->blocks[h].span);
    uint8_t said = said_by(text);
    r->sections[h] = NEUTRAL;
    uint8_t above =
        said == NEUTRAL ? under(r, r->doc->blocks[h].heading) : said;
    r->sections[h] = above;
  }
  return r->sections[h];
}

/* The section of a block: its heading's, or a line's behind that. */
static uint8_t section_of(hd_claim_reader *r, uint32_t block) {
  uint32_t h = r->doc->blocks[block].heading;
  for (; r->titled < block; r->titled++)
    if (is_line(r, r->titled))
      r->title = r->titled + 1;
  bool behind = r->title && (h == HD_NONE || r->title - 1 > h);
  if (behind)
    return said_by(hd_document_text(r->doc, r->doc->blocks[r->title - 1].span));
  return under(r, h);
}

/* 年度目标: …… the sentence's first clause sets what it speaks of. */
static bool opens_with_target(const hd_claim_reader *r, const hd_sentence *s) {
  const hd_clause *first = &r->text->clauses[s->first_clause];
  if (first->mark != ':')
    return false;
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = s->first_token; i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.off >= first->span.end)
      break;
    if (hd_vocabulary_class(r->v, token->word) == HD_WORD_MODALITY)
      return hd_str_is(token->word->value, "target");
  }
  return false;
}

/* The clause's first word of modality before the figure; NULL. */
static const hd_word *said_before(const hd_claim_reader *r, const hd_claim *c) {
  enum { REACH = 240 }; /* bytes looked back at */
  const hd_sentence *s = &r->text->sentences[c->sentence];
  uint32_t off = r->text->clauses[c->clause].span.off;
  uint32_t at = r->q->items[c->quantity].span.off;
  if (at - off > REACH)
    off = at - REACH;
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, s, off); i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.off >= at)
      break;
    if (hd_vocabulary_class(r->v, token->word) == HD_WORD_MODALITY)
      return token->word;
  }
  return NULL;
}

hd_mode hd_claim_mode(hd_claim_reader *r, const hd_claim *c, bool aimed) {
  uint8_t section = section_of(r, c->block);
  const hd_word *w = said_before(r, c);
  if (w && !hd_str_is(w->value, "target") && !aimed)
    return HD_MODE_FORECAST;
  if (section == BACK)
    return HD_MODE_ACTUAL;
  if (w || aimed || section == AHEAD ||
      opens_with_target(r, &r->text->sentences[c->sentence]))
    return HD_MODE_TARGET;
  return HD_MODE_ACTUAL;
}
