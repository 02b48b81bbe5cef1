/* page_keep: which parts of a page are its article.
 *
 * In: the nodes. Out: `out` of those that are hidden, or struck out, or serve
 * to move about the site: nav and its like by tag or role; header, footer and
 * aside of the page; lists and boxes that are mostly links; forms. Where the
 * page says what its article is (main, article, a box named as editing systems
 * do) and that holds most of the page's text, the rest is left out but for its
 * h1.
 *
 * Nothing that holds a third of the text that is no link is ever left out:
 * rather a menu too many than a paragraph too few. */
#include "page.h"

enum {
  LINKS = 3,   /* at least, in what is a list of links */
  SIGNS = 4,   /* bytes for each link that are but signs */
  DENSE = 70,  /* per cent of its text is in links */
  BESIDE = 45, /* bytes for each link that is no link, at most */
  FORM = 600,  /* bytes of a form that is no more than a form */
  SHARE = 3,   /* what holds one in so many bytes of text stays */
  MOST = 75    /* per cent of the text that the article holds at least */
};

static uint32_t plain(const hd_page_node *n) { return n->text - n->linked; }

static bool is_hidden(const hd_page_node *n) {
  return n->flags & HD_PAGE_HIDDEN || n->tag == HD_TAG_STRUCK;
}

static bool is_box(uint8_t tag) {
  return tag == HD_TAG_BLOCK || tag == HD_TAG_SECTION || tag == HD_TAG_UL ||
         tag == HD_TAG_OL || tag == HD_TAG_P || tag == HD_TAG_TABLE ||
         tag == HD_TAG_TD || (tag >= HD_TAG_NAV && tag <= HD_TAG_ASIDE);
}

/* Mostly links, with little between them. Two are enough where they lead to
 * places of the page and but a sign or two stands between them. */
static bool is_link_list(const hd_page_node *n) {
  uint32_t share = n->flags & HD_PAGE_HINT ? DENSE / 2 : DENSE;
  bool back = n->within == n->links && plain(n) <= n->links * SIGNS;
  uint32_t least = back || n->flags & HD_PAGE_HINT ? 2 : LINKS;
  return n->links >= least && is_box(n->tag) && !(n->flags & HD_PAGE_NOTES) &&
         (uint64_t)n->linked * 100 >= (uint64_t)n->text * share &&
         plain(n) < n->links * BESIDE;
}

/* What only a page has, not an article: its header, its footer. */
static bool is_of_page(const hd_page_node *n, bool heading) {
  bool dense = n->links >= LINKS && n->linked * 2 >= n->text;
  if (n->flags & HD_PAGE_NOTES)
    return false;
  switch (n->tag) {
  case HD_TAG_HEADER:
    return dense || !heading;
  case HD_TAG_FOOTER:
  case HD_TAG_ASIDE:
    return true;
  default:
    return false;
  }
}

static bool holds_heading(const hd_page_tree *t, uint32_t i) {
  for (uint32_t k = i + 1; k < t->nodes[i].end; k++)
    if (hd_page_is_heading(t->nodes[k].tag))
      return true;
  return false;
}

static bool is_left_out(const hd_page_tree *t, uint32_t i, bool in_article) {
  const hd_page_node *n = &t->nodes[i];
  if (is_hidden(n)) /* a page may hide all until a script shows it */
    return n->tag == HD_TAG_STRUCK || n->text <= t->nodes[0].text;
  if ((uint64_t)plain(n) * SHARE > plain(&t->nodes[0]))
    return false;
  if (n->tag == HD_TAG_NAV || n->flags & HD_PAGE_NAVIGATION)
    return !(n->flags & HD_PAGE_NAVIGATION && holds_heading(t, i));
  if (n->tag == HD_TAG_FORM && plain(n) < FORM)
    return true;
  if (!in_article &&
      is_of_page(n, n->tag == HD_TAG_HEADER && holds_heading(t, i)))
    return true;
  return is_link_list(n);
}

static bool holds_table(const hd_page_tree *t, uint32_t i) {
  for (uint32_t k = i + 1; k < t->nodes[i].end; k++)
    if (t->nodes[k].tag == HD_TAG_TABLE)
      return true;
  return false;
}

static void leave_out(hd_page_tree *t) {
  uint32_t article = 0, table = 0; /* where the one we are in ends */
  for (uint32_t i = 0; i < t->n;) {
    hd_page_node *n = &t->nodes[i];
    if (n->tag == HD_TAG_ARTICLE || n->tag == HD_TAG_MAIN)
      article = n->end > article ? n->end : article;
    bool part = i < table && !is_hidden(n);
    n->out = n->tag != HD_TAG_TEXT && !part && is_left_out(t, i, i < article);
    bool data = n->tag == HD_TAG_TABLE && i >= table && !n->out;
    if (data && !holds_table(t, i))
      table = n->end; /* it is left out whole or not at all */
    i = n->out ? n->end : i + 1;
  }
}

/* Bytes of text that are no link in what is kept. */
static uint32_t kept(const hd_page_tree *t, uint32_t from, uint32_t end) {
  uint64_t text = 0;
  uint32_t link = 0;
  for (uint32_t i = from; i < end;) {
    const hd_page_node *n = &t->nodes[i];
    if (n->tag == HD_TAG_A && !n->out)
      link = n->end;
    if (n->tag == HD_TAG_TEXT && i >= link)
      text += n->text;
    i = n->out ? n->end : i + 1;
  }
  return text > UINT32_MAX ? UINT32_MAX : (uint32_t)text;
}

/* The node that says that it is the article: the smallest that holds most of
 * what is kept; HD_NONE. */
static uint32_t find_article(const hd_page_tree *t, uint32_t all) {
  uint32_t found = HD_NONE;
  for (uint32_t i = 0; i < t->n;) {
    const hd_page_node *n = &t->nodes[i];
    bool says = n->tag == HD_TAG_ARTICLE || n->tag == HD_TAG_MAIN ||
                n->flags & HD_PAGE_MAIN;
    if (!n->out && says && n->tag != HD_TAG_TEXT &&
        (uint64_t)kept(t, i, n->end) * 100 >= (uint64_t)all * MOST)
      found = i;
    i = n->out ? n->end : i + 1;
  }
  return found;
}

static void keep_article(hd_page_tree *t, uint32_t article) {
  uint32_t end = t->nodes[article].end;
  for (uint32_t i = 0; i < t->n;) {
    hd_page_node *n = &t->nodes[i];
    bool around = i < article && n->end >= end;
    if (i == article || n->tag == HD_TAG_H1 || n->out) {
      i = n->end;
    } else if (around) {
      i++;
    } else if (n->tag != HD_TAG_TEXT && n->end > i + 1 && i < article) {
      i++; /* an h1 may be in it: its texts go one by one */
    } else {
      n->out = true;
      i = n->end;
    }
  }
}

void hd_page_keep(hd_page_tree *tree, bool whole) {
  for (uint32_t i = 0; i < tree->n && !whole; i++)
    tree->nodes[i].out = is_hidden(&tree->nodes[i]);
  if (tree->n == 0 || !whole)
    return;
  leave_out(tree);
  uint32_t article = find_article(tree, kept(tree, 0, tree->n));
  if (article != HD_NONE)
    keep_article(tree, article);
}
