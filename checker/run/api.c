/* api: the pages about the Lua API, for users of the library. */
#include "run.h"

char *hd_api_text(hd_api_form form) {
  static void (*const writers[])(hd_buffer *) = {
      hd_api_write, hd_api_write_luals, hd_api_write_luacheck};
  hd_buffer page = {0};
  writers[form](&page);
  hd_buffer_add(&page, "", 1);
  return page.p;
}
