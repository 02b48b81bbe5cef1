/* page_tree: the nodes of a page.
 *
 * In: the skeleton. Out: nodes in the order of the page, each before its
 * children, with the token it came from; how much text, and how much of it in
 * links, is below each. Which element is inside which, and what a broken page
 * means, is the parser's affair (gumbo, the algorithm of HTML 5).
 *
 * The parser's memory is an arena. A page that makes it want much more than
 * pages do is given up (longjmp out of its allocator, which leaks nothing). */
#include "page.h"
#include <assert.h>
#include <gumbo.h>
#include <setjmp.h>

/* Bytes of the parser's memory: at least, and for each of the skeleton. */
enum { LEAST = 32 << 20, FACTOR = 200 };

typedef struct {
  hd_arena *arena;
  size_t left;
  jmp_buf give_up;
} memory;

static void *allocate(void *userdata, size_t n) {
  memory *m = userdata;
  if (n > m->left)
    longjmp(m->give_up, 1);
  m->left -= n;
  return hd_arena_alloc(m->arena, n ? n : 1);
}

static void leave(void *userdata, void *p) {
  (void)userdata;
  (void)p;
}

typedef struct {
  hd_page_tree *tree;
  HD_VEC(hd_page_node) nodes;
  uint32_t token; /* the last that was found */
} reader;

/* The first token at or behind a place of the skeleton, HD_NONE. Mostly the
 * one behind the last. */
static uint32_t token_at(reader *r, const char *p) {
  const hd_page_scan *scan = r->tree->scan;
  if (!p || p < scan->skeleton || p >= scan->skeleton + scan->n)
    return HD_NONE;
  uint32_t at = (uint32_t)(p - scan->skeleton), low = 0;
  uint32_t high = (uint32_t)scan->tokens.n, next = r->token + 1;
  if (next < high && scan->tokens.items[next].at == at)
    return r->token = next;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (scan->tokens.items[mid].at < at)
      low = mid + 1;
    else
      high = mid;
  }
  bool found = low < scan->tokens.n && scan->tokens.items[low].at == at;
  return found ? (r->token = low) : HD_NONE;
}

static void add_text(reader *r, const GumboText *text, uint32_t parent) {
  uint32_t token = token_at(r, text->original_text.data);
  uint32_t n = (uint32_t)strlen(text->text);
  const hd_page_scan *scan = r->tree->scan;
  if (token == HD_NONE || scan->tokens.items[token].tag != HD_TAG_TEXT)
    return;
  hd_page_node node = {.end = (uint32_t)r->nodes.n + 1,
                       .parent = parent,
                       .token = token,
                       .n = n,
                       .tag = HD_TAG_TEXT};
  for (uint32_t i = token; n > 0 && i < scan->tokens.n; i++) {
    const hd_page_token *t = &scan->tokens.items[i];
    if (t->tag != HD_TAG_TEXT)
      continue;
    node.text += t->end - t->from;
    r->token = i;
    n--;
  }
  HD_PUSH(scan->arena, &r->nodes, node);
}

static uint32_t add_element(reader *r, const GumboElement *e, uint32_t parent) {
  const hd_page_scan *scan = r->tree->scan;
  uint32_t token =
      e->original_tag.length ? token_at(r, e->original_tag.data) : HD_NONE;
  hd_page_node node = {.parent = parent, .token = token};
  if (token != HD_NONE) {
    node.tag = scan->tokens.items[token].tag;
    node.flags = scan->tokens.items[token].flags;
  } else if (e->tag == GUMBO_TAG_TBODY) {
    node.tag = HD_TAG_TBODY;
  } else if (e->tag == GUMBO_TAG_TR) {
    node.tag = HD_TAG_TR;
  }
  HD_PUSH(scan->arena, &r->nodes, node);
  return (uint32_t)r->nodes.n - 1;
}

/* The node behind n and its children in the order of the page; the elements
 * that end before it get their end. */
static const GumboNode *climb(reader *r, const GumboNode *n, uint32_t *at) {
  while (n->parent && n->parent->type == GUMBO_NODE_ELEMENT) {
    const GumboVector *beside = &n->parent->v.element.children;
    if (n->index_within_parent + 1 < beside->length)
      return beside->data[n->index_within_parent + 1];
    assert(*at < r->nodes.n);
    hd_page_node *open = &r->nodes.items[*at];
    n = n->parent;
    open->end = (uint32_t)r->nodes.n;
    *at = open->parent;
  }
  return NULL;
}

static void walk(reader *r, const GumboNode *root) {
  uint32_t at = HD_NONE; /* the element whose children come */
  for (const GumboNode *n = root; n;) {
    if (n->type == GUMBO_NODE_ELEMENT) {
      uint32_t own = add_element(r, &n->v.element, at);
      if (n->v.element.children.length > 0) {
        at = own;
        n = n->v.element.children.data[0];
        continue;
      }
      r->nodes.items[own].end = own + 1;
    } else if (n->type == GUMBO_NODE_TEXT) {
      add_text(r, &n->v.text, at);
    }
    n = climb(r, n, &at);
  }
}

/* Does the link show an address (https://...), as references do? */
static bool is_address(const hd_page_tree *tree, uint32_t i) {
  while (i + 1 < tree->nodes[i].end && tree->nodes[i].tag != HD_TAG_TEXT)
    i++;
  if (tree->nodes[i].tag != HD_TAG_TEXT)
    return false;
  const hd_page_token *t = &tree->scan->tokens.items[tree->nodes[i].token];
  hd_str s =
      hd_str_trim((hd_str){tree->scan->source.p + t->from, t->end - t->from});
  return hd_str_starts(s, HD_STR("http")) || hd_str_starts(s, HD_STR("www.")) ||
         hd_str_starts(s, HD_STR("doi"));
}

/* What is below each node. */
static void sum_up(hd_page_tree *tree) {
  for (uint32_t i = tree->n; i-- > 0;) {
    hd_page_node *node = &tree->nodes[i];
    if (node->tag == HD_TAG_A) {
      node->links = !is_address(tree, i);
      node->linked = node->links ? node->text : 0;
      node->within = node->flags & HD_PAGE_WITHIN ? node->links : 0;
    }
    if (node->parent == HD_NONE || node->flags & HD_PAGE_HIDDEN)
      continue;
    hd_page_node *parent = &tree->nodes[node->parent];
    parent->text += node->text;
    parent->linked += node->linked;
    parent->links += node->links;
    parent->within += node->within;
  }
}

bool hd_page_tree_read(hd_page_tree *tree, const hd_page_scan *scan) {
  memory m = {.arena = hd_arena_new(), .left = LEAST + scan->n * FACTOR};
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.allocator = allocate;
  options.deallocator = leave;
  options.userdata = &m;
  if (setjmp(m.give_up)) {
    hd_arena_free(m.arena);
    return false;
  }
  const GumboOutput *output =
      gumbo_parse_with_options(&options, scan->skeleton, scan->n);
  reader r = {.tree = tree, .token = HD_NONE - 1};
  tree->scan = scan;
  walk(&r, output->root);
  tree->nodes = r.nodes.items;
  tree->n = (uint32_t)r.nodes.n;
  hd_arena_free(m.arena);
  sum_up(tree);
  return true;
}
