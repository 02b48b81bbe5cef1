/* page: the style and the script of the HTML report, reports/page.css and
 * page.js as the build embeds them, with the hashes by which the page's
 * policy lets them run and nothing else. */
#ifndef HD_PAGE_H
#define HD_PAGE_H
extern const char hd_page_css[], hd_page_js[];
extern const char hd_page_css_hash[], hd_page_js_hash[]; /* "sha256-..." */
#endif
