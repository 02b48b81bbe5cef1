/* page: the inside of the HTML reader, for its files.
 *
 *   page_scan.c   source → tokens, and a skeleton of the page: its tags without
 *                 attributes, a letter for each run of text
 *   page_tree.c   skeleton → nodes, by gumbo
 *   page_keep.c   which nodes are the article's
 *   page_text.c   text of a node → build: entities, white space, line ends
 *   page_table.c  tables → cells
 *   page.c        nodes → blocks
 *
 * Tokens and nodes live in an arena of their own that is freed when the page
 * is read. */
#ifndef HD_PAGE_H
#define HD_PAGE_H
#include "readers.h"

typedef enum {
  HD_TAG_NONE, /* in the tree by the parser's own doing: html, body */
  HD_TAG_TEXT,
  HD_TAG_BLOCK, /* div, section, blockquote, dl ... */
  HD_TAG_SECTION,
  HD_TAG_P,
  HD_TAG_H1,
  HD_TAG_H2,
  HD_TAG_H3,
  HD_TAG_H4,
  HD_TAG_H5,
  HD_TAG_H6,
  HD_TAG_UL,
  HD_TAG_OL,
  HD_TAG_LI,
  HD_TAG_DD,
  HD_TAG_PRE,
  HD_TAG_HR,
  HD_TAG_NAV,
  HD_TAG_HEADER,
  HD_TAG_FOOTER,
  HD_TAG_ASIDE,
  HD_TAG_MAIN,
  HD_TAG_ARTICLE,
  HD_TAG_FORM,
  HD_TAG_TABLE,
  HD_TAG_CAPTION,
  HD_TAG_THEAD,
  HD_TAG_TBODY, /* tfoot, too */
  HD_TAG_TR,
  HD_TAG_TD,
  HD_TAG_TH,
  HD_TAG_BR,
  HD_TAG_A,
  HD_TAG_BOLD,
  HD_TAG_SUP,
  HD_TAG_SPAN,   /* only where it is bold or hidden */
  HD_TAG_STRUCK, /* del, s; rt and rp of ruby */
  HD_TAGS
} hd_page_tag;

enum {                          /* what attributes say of a tag */
       HD_PAGE_HIDDEN = 1,      /* hidden, display:none */
       HD_PAGE_BOLD = 2,        /* font-weight */
       HD_PAGE_CENTRED = 4,     /* align, text-align */
       HD_PAGE_NAVIGATION = 8,  /* role=navigation, banner ... */
       HD_PAGE_HINT = 16,       /* a class or id like menu, footer, share */
       HD_PAGE_MAIN = 32,       /* role=main, an id that editors use */
       HD_PAGE_NOTES = 64,      /* footnotes */
       HD_PAGE_LAYOUT = 128,    /* role=presentation */
       HD_PAGE_CODE = 256,      /* <pre><code> */
       HD_PAGE_REVERSED = 512,  /* ol */
       HD_PAGE_NUMBERED = 1024, /* start or value is given */
       HD_PAGE_SPACE = 2048,    /* text: white space stands before it */
       HD_PAGE_NEWLINE = 4096,  /* text: and a line end is in it */
       HD_PAGE_WITHIN = 8192
}; /* a: to a place of the same page */

/* How an ol counts. */
typedef enum {
  HD_COUNT_DECIMAL,
  HD_COUNT_LETTER,
  HD_COUNT_CAPITAL,
  HD_COUNT_ROMAN,
  HD_COUNT_ROMAN_CAPITAL,
  HD_COUNT_HAN,
  HD_COUNT_NONE
} hd_page_count;

typedef struct {
  uint32_t from, end; /* source: the text, or the tag with its <> */
  uint32_t at;        /* its place in the skeleton */
  uint8_t tag;
  uint8_t count; /* hd_page_count of an ol */
  uint16_t flags;
  uint16_t colspan, rowspan; /* rowspan 0: to the end of its rows */
  int32_t number;            /* start of an ol, value of a li */
} hd_page_token;

typedef HD_VEC(hd_page_token) hd_page_tokens;

typedef struct {
  hd_arena *arena; /* of tokens and nodes */
  hd_str source;   /* the whole source; from, end: the part that is read */
  uint32_t from, end;
  hd_page_tokens tokens;
  char *skeleton;
  size_t n;
  hd_span title; /* the text of the first <title>, in the source */
} hd_page_scan;

void hd_page_scan_read(hd_page_scan *scan);
/* page_style.c: what the attributes of a tag, source[from, end), say. */
void hd_page_attributes(hd_str source, uint32_t from, hd_page_token *token);
/* Where a tag ends: behind its >; s.n where it has none. at: behind its name.
 */
uint32_t hd_page_tag_end(hd_str s, uint32_t at);

typedef struct {
  uint32_t end;    /* the node behind its subtree */
  uint32_t parent; /* HD_NONE: of the root */
  uint32_t token;  /* its tag; of text the first token; HD_NONE: implied */
  uint32_t n;      /* of text: tokens */
  uint8_t tag;
  bool out;       /* no part of the article */
  uint16_t flags; /* of its token */
  /* of its subtree: bytes of text, of them in links; links */
  uint32_t text, linked, links;
  uint32_t within; /* links to places of the page itself */
} hd_page_node;

typedef struct {
  const hd_page_scan *scan;
  hd_page_node *nodes; /* in the order of the page, each before its children */
  uint32_t n;
} hd_page_tree;

/* false where the page would need more memory than a page has a right to. */
bool hd_page_tree_read(hd_page_tree *tree, const hd_page_scan *scan);
/* Sets `out` of what is no part of the article; of a part of a page, only of
 * what is hidden. */
void hd_page_keep(hd_page_tree *tree, bool whole);
static inline bool hd_page_is_heading(uint8_t tag) {
  return tag >= HD_TAG_H1 && tag <= HD_TAG_H6;
}

/* ---- writing ------------------------------------------------------------ */
typedef struct {
  bool pending;   /* the item has no block yet */
  uint8_t count;  /* hd_page_count; NONE: a bullet */
  uint32_t tag;   /* of the item, in the source */
  int32_t number; /* of the item */
  int step;
} hd_page_list;

/* What a reference stands for; n 0: it is none. */
enum { HD_ENTITY_ROOM = 16 };
typedef struct {
  size_t n, used;
  char text[HD_ENTITY_ROOM];
} hd_page_answer;

typedef enum { HD_BREAK_NONE, HD_BREAK_LINE, HD_BREAK_BLOCK } hd_page_break;

typedef struct {
  hd_build *b;
  const hd_page_tree *tree;
  HD_VEC(hd_page_list) lists;
  HD_VEC(uint32_t) path; /* nodes that are open */
  hd_block_kind kind;    /* of the next block */
  uint8_t level;         /* of the next heading */
  bool open;             /* a block is */
  bool cell;             /* or a cell, whose text began at cell_off */
  uint32_t cell_off;
  /* before the next text */
  bool space, newline; /* white space, and a line end in it */
  hd_page_break line;  /* <br> */
  uint32_t indent;     /* wide blanks at the begin of a line */
  /* the elements the text is in */
  int bold, pre, centred, sup;
  bool sup_begins; /* its first character comes */
  bool bold_seen, plain_seen;
  hd_map *entities; /* names that were asked for: indexes into answers */
  HD_VEC(hd_page_answer) answers;
} hd_page;

/* page.c */
void hd_page_close(hd_page *p);
/* Walks nodes [from, end). */
void hd_page_walk(hd_page *p, uint32_t from, uint32_t end);
/* page_text.c: the text of a text node; of a part of the source. */
void hd_page_text(hd_page *p, const hd_page_node *node);
void hd_page_run(hd_page *p, uint32_t from, uint32_t end);
/* Opens a block, if none is open. */
void hd_page_open(hd_page *p);
/* page_entity.c: the characters of the reference at source[at, end), folded,
 * in out; their bytes, 0 where it is none. *used: bytes of the source. */
size_t hd_page_entity(hd_page *p, hd_str s, size_t *used, char *out);
/* page_table.c: writes a table; false where it is one for the layout. */
bool hd_page_table(hd_page *p, uint32_t node);
#endif
