/* readers: one a format, each fills a build from a source. */
#ifndef HD_READERS_H
#define HD_READERS_H
#include "build.h"

void hd_plain_read(hd_build *b);
void hd_records_read(hd_build *b); /* CSV */
/* HTML; Markdown's <table>s are read by it, too. */
void hd_page_read(hd_build *b);
void hd_page_read_part(hd_build *b, uint32_t from, uint32_t end);
/* Rows between bars, source[from, end), without a line of dashes. */
void hd_piped_read_part(hd_build *b, uint32_t from, uint32_t end);
/* false where the source cannot be read as Markdown (a table of absurd width,
 * a parser that gives up): the build is then to be started anew. */
bool hd_markdown_read(hd_build *b);

/* Of a source that was printed, a PDF. */
void hd_printed_read(hd_build *b, const struct hd_layout *layout);
/* Of any other extracted source. */
void hd_laid_out_read(hd_build *b, const struct hd_layout *layout);

/* The character of an HTML entity at s ("&amp;", "&#8212;"), as UTF-8 in out
 * (4 bytes); its bytes there, 0 if it is unknown. *used: bytes of s. */
size_t hd_entity_read(hd_str s, size_t *used, char *out);
/* The raised twin of a digit, NULL for others: a number that is raised behind
 * a word (García¹, km²) is no figure. */
const char *hd_raised(char c);
/* A page that cannot be parsed, source[from, end): the text between its tags, a
 * block for each block of it. */
void hd_html_read(hd_build *b, uint32_t from, uint32_t end);

/* Is a blank needed where two lines of the source are joined? Not beside Han
 * or their punctuation. `before` ends with the one, `behind` begins the next.
 */
bool hd_join_needs_blank(hd_str before, hd_str behind);
/* The last bytes of s: enough to tell how it ends. */
hd_str hd_break_tail(hd_str s);
/* Is a line of the source a block of its own behind the text `before`? Behind
 * a full stop where it is indented or the break is a hard one; with a marker
 * (一、 (1) 1.甲) behind a full stop or what looks like a heading. */
bool hd_break_is_block(hd_str before, hd_str line, bool hard);
#endif
