/* bracket: a whole and the parts in the bracket behind it (奖牌252枚(金牌88枚、
 * 银牌84枚、铜牌80枚)).
 *
 * In: claims in order. Out: PARTS links: the figure right before a bracket, and
 * the figures of its unit that fill the bracket, each with a name before it. A
 * bracket in which a word says that they are parts (其中) is parts.c's, one
 * that holds anything else is none. Each figure is looked at once. */
#include "linker.h"

enum { MOST = 12, NAME_MOST = 45 };

static bool is_stock(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_COUNT || kind == HD_KIND_AMOUNT) && !c->list &&
         !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_SHARE | HD_ASPECT_RANK |
                         HD_ASPECT_AVERAGE | HD_ASPECT_INCREMENT)) &&
         hd_linker_figure(l, k)->unit &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

/* What stands before a member: a mark and its name, and no verb's comma. */
static bool names_member(hd_str s, bool first) {
  static const char *const marks[] = {"、", ",", ";"};
  bool marked = first;
  for (size_t i = 0; i < sizeof marks / sizeof *marks && !first; i++) {
    hd_str mark = hd_str_of(marks[i]);
    if (hd_str_starts(s, mark)) {
      s = (hd_str){s.p + mark.n, s.n - mark.n};
      marked = true;
      break;
    }
  }
  if (!marked || s.n < 3 || s.n > NAME_MOST)
    return false;
  for (size_t i = 0; i < s.n; i++)
    if (strchr(",;:()", s.p[i]) || (s.p[i] >= '0' && s.p[i] <= '9'))
      return false;
  return true;
}

/* Words that say a part, a change, or another look at the same figure. */
static bool says_more(hd_str s) {
  static const char *const words[] = {"其中", "包括", "含", "比",   "同比",
                                      "折合", "约合", "计", "不含", "目标",
                                      "较",   "上年", "等", NULL};
  for (int i = 0; words[i]; i++)
    if (hd_str_find(s, hd_str_of(words[i])) != (size_t)-1)
      return true;
  return false;
}

/* The members of the bracket behind figure k; how many, 0 if it is another. */
static size_t members_of(const hd_linker *l, size_t k, hd_claim_ref *out) {
  const hd_quantity *whole = hd_linker_figure(l, k);
  uint32_t at = whole->span.end, sentence = hd_linker_claim(l, k)->sentence;
  uint32_t end = l->text->sentences[sentence].span.end;
  hd_str rest = hd_linker_between(l, at, end);
  if (!hd_str_starts(rest, HD_STR("(")))
    return 0;
  at++;
  for (size_t n = 0, i = k + 1; n < MOST && i < l->n_order; i++) {
    const hd_quantity *q = hd_linker_figure(l, i);
    hd_str said = hd_linker_between(l, at, q->span.off);
    if (hd_linker_claim(l, i)->sentence != sentence || q->span.off >= end ||
        !is_stock(l, i) || q->unit != whole->unit ||
        !names_member(said, n == 0) || says_more(said))
      return 0;
    out[n++] = hd_linker_ref(l, l->order[i]);
    at = q->span.end;
    if (hd_str_starts(hd_linker_between(l, at, end), HD_STR(")")))
      return n;
  }
  return 0;
}

void hd_link_brackets(hd_linker *l) {
  if (l->doc->lang != HD_LANG_ZH)
    return;
  for (size_t k = 0; k + 2 < l->n_order; k++) {
    hd_claim_ref members[MOST];
    size_t n = is_stock(l, k) ? members_of(l, k, members) : 0;
    if (n < 2)
      continue;
    hd_link link = hd_link_blank(HD_LINK_PARTS);
    link.whole = hd_linker_ref(l, l->order[k]);
    link.members = hd_arena_alloc(l->arena, n * sizeof *members);
    memcpy(link.members, members, n * sizeof *members);
    link.n_members = (uint32_t)n;
    link.same_sentence = true;
    link.direct = true;
    link.reason = "all that the bracket behind it holds";
    hd_linker_add(l, link);
  }
}
