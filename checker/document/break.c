/* break: what a line end inside a paragraph means.
 *
 * In: the text before it and the line behind it. Out: whether the line begins
 * a block of its own. For the readers whose formats have line ends that mean
 * little: Markdown's, and <br>. */
#include "heading.h"
#include "marker.h"
#include "readers.h"

hd_str hd_break_tail(hd_str s) {
  enum { ENOUGH = 512 }; /* more than a heading has */
  return s.n > ENOUGH ? (hd_str){s.p + s.n - ENOUGH, ENOUGH} : s;
}

bool hd_break_is_block(hd_str before, hd_str line, bool hard) {
  before = hd_str_trim(hd_break_tail(before));
  bool ended = hd_sentence_ends(before);
  if (ended && (hard || hd_str_starts(line, HD_STR("\u3000"))))
    return true;
  bool behind =
      ended || hd_heading_is_like(before) || hd_str_ends(before, HD_STR(":"));
  return behind && hd_marker_starts(hd_str_trim(line));
}
