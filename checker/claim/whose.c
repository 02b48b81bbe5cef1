/* whose: whom the document is about, and the aliases it defines.
 *
 * The entity is the division named first in the title or the first blocks,
 * else the one named most often. 全省, 我市 and the entity's own name resolve
 * to the empty scope (the document's own). Aliases are read from
 * X(以下简称Y). */
#include "slots.h"

enum { HEAD_BLOCKS = 5 };

static bool in_head(const hd_claim_reader *r, uint32_t off) {
  uint32_t n = r->doc->n_blocks < HEAD_BLOCKS ? (uint32_t)r->doc->n_blocks
                                              : HEAD_BLOCKS;
  return n > 0 && off < r->doc->blocks[n - 1].span.end;
}

/* The division of the first blocks, else the commonest one. */
static const hd_word *main_division(const hd_claim_reader *r) {
  hd_map *seen = hd_map_new(r->arena);
  const hd_word *best = NULL;
  uint32_t most = 0;
  for (size_t i = 0; i < r->text->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->word->cls != HD_WORD_DIVISION)
      continue;
    if (in_head(r, token->span.off))
      return token->word;
    bool fresh;
    uint32_t *count = hd_map_at(seen, token->word->value, &fresh);
    if (++*count > most) {
      most = *count;
      best = token->word;
    }
  }
  return most >= 3 ? best : NULL;
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
  const hd_word *w = main_division(r);
  if (w) {
    r->out->entity = w->extra.n ? w->extra : w->text;
    r->out->division = (uint32_t)w->number;
  }
  read_aliases(r);
}

void hd_whose_resolve(const hd_claim_reader *r, const hd_token *token,
                       hd_slot *scope, uint32_t *division) {
  *scope = (hd_slot){0};
  *division = 0;
  if (!token || hd_str_is(token->word->value, "own"))
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
