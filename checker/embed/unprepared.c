/* unprepared: no prepared tables and no image: what the tool that prepares them
 * is linked with. */
#include "../run/data.h"

const hd_prepared_table hd_prepared_tables[1] = {{0}};
const size_t hd_prepared_table_count = 0;

const uint64_t hd_image[1] = {0};
const uint64_t hd_image_marks[1] = {0};
const size_t hd_image_words = 0, hd_image_size = 0;
