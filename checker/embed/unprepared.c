/* unprepared: no prepared rules and tables: what the tool that prepares them is
 * linked with. */
#include "../rule/prepared.h"
#include "../run/data.h"

const hd_prepared hd_prepared_files[1] = {{0}};
const size_t hd_prepared_count = 0;
const hd_prepared_pattern hd_prepared_patterns[1] = {{0}};
const size_t hd_prepared_pattern_count = 0;
const hd_needed_word hd_prepared_words[1] = {{.bit = 0}};
const size_t hd_prepared_word_count = 0;
const char hd_prepared_probe[1] = "";
const size_t hd_prepared_probe_size = 0;
const char hd_prepared_pcre2[1] = "";

const hd_prepared_table hd_prepared_tables[1] = {{0}};
const size_t hd_prepared_table_count = 0;

const uint64_t hd_image[1] = {0};
const uint64_t hd_image_marks[1] = {0};
const size_t hd_image_words = 0, hd_image_size = 0;
