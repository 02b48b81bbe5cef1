/* page_entity: character references of a page.
 *
 * In: a & and what follows. Out: the characters it stands for. The common ones
 * are in html.c; of the 2,231 names of HTML, many of which a page may write
 * without their semicolon, the parser's own table is asked by giving it that
 * name alone to parse. Each name is asked for once, and no more than MOST names
 * of a page. */
#include "page.h"
#include <gumbo.h>

enum { LONGEST = 32, MOST = 4000 };

/* &name or &#123 at the head of s, with its semicolon. */
static size_t reference_length(hd_str s) {
  size_t i = 1;
  i += i < s.n && s.p[i] == '#';
  while (i < s.n && i < LONGEST &&
         (hd_ascii_is_letter(s.p[i]) || (s.p[i] >= '0' && s.p[i] <= '9')))
    i++;
  return i + (i < s.n && s.p[i] == ';');
}

/* The text of a parsed reference, NULL if it has none. */
static const GumboNode *text_of(const GumboNode *n) {
  while (n && n->type == GUMBO_NODE_ELEMENT) {
    const GumboVector *children = &n->v.element.children;
    n = children->length ? children->data[children->length - 1] : NULL;
  }
  bool text =
      n && (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE);
  return text ? n : NULL;
}

/* What the parser makes of a reference: bytes it stands for, in out; *used: of
 * the source. */
static size_t ask(hd_str reference, size_t *used, char *out) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput *output =
      gumbo_parse_with_options(&options, reference.p, reference.n);
  const GumboNode *node = text_of(output->root);
  hd_str text = hd_str_of(node ? node->v.text.text : "");
  size_t n = 0, tail = 0;
  while (tail < text.n && tail < reference.n &&
         text.p[text.n - 1 - tail] == reference.p[reference.n - 1 - tail])
    tail++;
  if (text.n > tail && text.n - tail <= HD_ENTITY_ROOM / 2 &&
      tail < reference.n) {
    hd_str head = {text.p, text.n - tail};
    for (size_t i = 0; i < head.n;) {
      uint32_t cp;
      i += hd_utf8_decode(head.p + i, head.n - i, &cp);
      n += hd_utf8_encode(cp == 0xA0 ? ' ' : hd_cp_fold(cp), out + n);
    }
    *used = reference.n - tail;
  }
  gumbo_destroy_output(&options, output);
  return n;
}

size_t hd_page_entity(hd_page *p, hd_str s, size_t *used, char *out) {
  size_t n = hd_entity_read(s, used, out);
  hd_str reference = {s.p, n ? 0 : reference_length(s)};
  if (n || reference.n < 3)
    return n;
  if (!p->entities)
    p->entities = hd_map_new(p->b->arena);
  bool fresh;
  uint32_t *known = hd_map_at(p->entities, reference, &fresh);
  if (fresh) {
    hd_page_answer answer = {0};
    if (p->answers.n < MOST)
      answer.n = ask(reference, &answer.used, answer.text);
    *known = (uint32_t)p->answers.n;
    HD_PUSH(p->b->arena, &p->answers, answer);
  }
  const hd_page_answer *answer = &p->answers.items[*known];
  memcpy(out, answer->text, answer->n);
  *used = answer->n ? answer->used : 1;
  return answer->n;
}
