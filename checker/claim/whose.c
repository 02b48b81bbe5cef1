/* whose: whom the document is about, and the aliases it defines.
 *
 * The entity is the division named first in the title or the first blocks,
 * else the one named most often, at the level of 全省 or 全市. 全省, 我市 and
 * the entity's own name resolve to the empty scope (the document's own), but
 * for 全省 where the entity is a city.
 * Aliases are read from X(以下简称Y). */
#include "slots.h"

enum { HEAD_BLOCKS = 5 };

static bool in_head(const hd_claim_reader *r, uint32_t off) {
  uint32_t n =
      r->doc->n_blocks < HEAD_BLOCKS ? (uint32_t)r->doc->n_blocks : HEAD_BLOCKS;
  return n > 0 && off < r->doc->blocks[n - 1].span.end;
}

/* How deep the code of the document's own scope is: 全省 2, 全市 4, 全县 6. */
static uint32_t own_level(const hd_claim_reader *r) {
  uint32_t votes[3] = {0};
  for (size_t i = 0; i < r->text->n_tokens; i++) {
    const hd_word *w = r->text->tokens[i].word;
    if (hd_vocabulary_class(r->v, w) != HD_WORD_SCOPE ||
        !hd_str_is(w->value, "own"))
      continue;
    if (hd_str_ends(w->text, HD_STR("省")))
      votes[0]++;
    else if (hd_str_ends(w->text, HD_STR("市")))
      votes[1]++;
    else
      votes[2]++;
  }
  if (votes[0] > votes[1] && votes[0] >= votes[2])
    return 10000;
  return votes[1] && votes[1] >= votes[2] ? 100 : 1;
}

/* The division of the first blocks, else the commonest one, taken up to the
 * level that 全省, 全市 speak of. */
static uint32_t main_division(const hd_claim_reader *r, const hd_word **word) {
  hd_map *seen = hd_map_new(r->arena);
  uint32_t most = 0, best = 0, level = own_level(r);
  for (size_t i = 0; i < r->text->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (hd_vocabulary_class(r->v, token->word) != HD_WORD_DIVISION)
      continue;
    uint32_t code = (uint32_t)token->word->number / level * level;
    if (in_head(r, token->span.off)) {
      best = code;
      break;
    }
    bool fresh;
    char *key = hd_arena_format(r->arena, "%u", code);
    uint32_t *count = hd_map_at(seen, hd_str_of(key), &fresh);
    if (++*count > most) {
      most = *count;
      best = code;
    }
  }
  for (size_t i = 0; i < r->text->n_tokens && !*word; i++) {
    const hd_word *w = r->text->tokens[i].word;
    if (hd_vocabulary_class(r->v, w) == HD_WORD_DIVISION &&
        (uint32_t)w->number == best)
      *word = w;
  }
  return *word ? best : 0;
}

/* Is a division named in a title or another short block of the head? */
static bool is_titled(const hd_claim_reader *r, const hd_token *token) {
  enum { SHORT = 240 };
  uint32_t n = (uint32_t)r->doc->n_blocks;
  for (uint32_t i = 0; i < n && i < HEAD_BLOCKS; i++) {
    hd_span span = r->doc->blocks[i].span;
    if (token->span.off >= span.off && token->span.end <= span.end)
      return span.end - span.off < SHORT;
  }
  return false;
}

/* Is the document one of the whole country: 全国 in it and hardly a 全省, no
 * division in its title? */
static bool is_national(const hd_claim_reader *r) {
  enum { LEAST = 3, TIMES = 4 };
  uint32_t nation = 0, own = 0;
  for (size_t i = 0; i < r->text->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    const hd_word *w = token->word;
    hd_word_class cls = hd_vocabulary_class(r->v, w);
    if (cls == HD_WORD_DIVISION && is_titled(r, token))
      return false;
    if (cls != HD_WORD_SCOPE)
      continue;
    own += hd_str_is(w->value, "own") && !hd_str_is(w->text, "全社会");
    nation += hd_str_is(w->value, "national");
  }
  return nation >= LEAST && nation > own * TIMES;
}

/* Text of the noun phrase that ends at `end`: back to a mark or blank. */
static hd_str phrase_back(const hd_document *doc, uint32_t end) {
  uint32_t off = end;
  const char *t = doc->text.p;
  for (int n = 0; off > 0 && n < 30; n++) {
    uint32_t at = (uint32_t)hd_utf8_back(t, off), cp;
    hd_utf8_decode(t + at, off - at, &cp);
    if (cp == ',' || cp == ';' || cp == ':' || cp == 0x3002 || cp == '\n' ||
        cp == 0x3001)
      break;
    off = at;
  }
  return (hd_str){t + off, end - off};
}

static void read_aliases(hd_claim_reader *r) {
  static const char mark[] = "以下简称";
  HD_VEC(struct hd_alias) out = {0};
  hd_str rest = r->doc->text;
  for (size_t at; (at = hd_str_find(rest, HD_STR(mark))) != (size_t)-1;) {
    const char *p = rest.p + at + sizeof mark - 1;
    const char *end = r->doc->text.p + r->doc->text.n, *close = p;
    while (close < end && *close != ')' && *close != '\n' && close - p < 60)
      close++;
    uint32_t open = (uint32_t)(rest.p + at - r->doc->text.p);
    if (open > 0 && r->doc->text.p[open - 1] == '(') {
      struct hd_alias a = {{p, (size_t)(close - p)},
                           phrase_back(r->doc, open - 1)};
      HD_PUSH(r->arena, &out, a);
    }
    rest = (hd_str){p, (size_t)(end - p)};
  }
  r->out->aliases = out.items;
  r->out->n_aliases = out.n;
}

void hd_whose_read(hd_claim_reader *r) {
  const hd_word *w = NULL;
  r->national = r->lang != HD_LANG_EN && is_national(r);
  uint32_t code = r->national ? 0 : main_division(r, &w);
  if (code) {
    r->out->entity = w->extra.n ? w->extra : w->text;
    r->out->division = code;
  }
  read_aliases(r);
}

/* 全省 in the report of a city is of what the city lies in. */
static bool is_own(const hd_claim_reader *r, const hd_word *w) {
  enum { PROVINCE = 10000 };
  return hd_str_is(w->value, "own") &&
         !(r->out->division % PROVINCE && hd_str_ends(w->text, HD_STR("省")));
}

void hd_whose_resolve(const hd_claim_reader *r, const hd_token *token,
                      hd_slot *scope, uint32_t *division) {
  *scope = (hd_slot){0};
  *division = 0;
  if (!token || is_own(r, token->word) ||
      (r->national && hd_str_is(token->word->value, "national")))
    return;
  const hd_word *w = token->word;
  if (w->cls == HD_WORD_DIVISION) {
    if ((uint32_t)w->number == r->out->division)
      return;
    *division = (uint32_t)w->number;
  }
  hd_str text = w->cls == HD_WORD_DIVISION && w->extra.n ? w->extra : w->text;
  *scope = (hd_slot){token->span, HD_FROM_CLAUSE, text};
}
