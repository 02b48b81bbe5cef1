/* heading: what kind each block is, and under which heading it stands. */
#ifndef HD_HEADING_H
#define HD_HEADING_H
#include "build.h"

/* The readers leave PARAGRAPH where only the text can tell, HEADING with a
 * level where the source says so (#), HEADING of level 0 for what looks like
 * one (bold, centred), ITEM with its marker for lists. This gives every block
 * its final kind, marker, level, heading, section and paragraph number, and
 * cuts headings that have run on off their paragraphs. */
void hd_headings_find(hd_build *b);

/* Does the text end a sentence (。！？; . ! ? in English; closing quotes and
 * brackets are looked through)? */
bool hd_sentence_ends(hd_str s);
/* Is it short enough and without a sentence end, as headings are? */
bool hd_heading_is_like(hd_str s);

/* caption.c: 表1 …, Table 2. …, 单位:万元 */
bool hd_caption_is(hd_str s);
/* caption.c: 注: …, † …; `symbols`: * and ** count too. */
bool hd_footnote_is(hd_str s, bool symbols);
/* caption.c: entries of a table of contents: 一、概况………3 */
bool hd_has_leader(hd_str s);
/* Blocks become captions and footnotes; tables get their captions. */
void hd_captions_find(hd_build *b, bool symbols);
#endif
