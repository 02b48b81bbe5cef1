/* setting_report: which report of a file a passage belongs to.
 *
 * A file may hold the reports of several years one after another: then the
 * headings numbered from one begin anew, with the words they had (一、综合,
 * 二、 农业). What is 全年 in one of them is another year in the next. */
#ifndef HD_SETTING_REPORT_H
#define HD_SETTING_REPORT_H
#include "linker.h"

typedef struct hd_reports {
  hd_arena *arena;
  hd_map *first;  /* words of the headings with the number 1, by their level */
  uint32_t n;     /* headings since the report began */
  uint32_t level; /* of them */
  uint32_t report;
} hd_reports;

hd_reports *hd_reports_new(hd_arena *arena);
/* The report that the block belongs to, from 0; to be asked for all blocks in
 * their order. */
uint32_t hd_reports_at(hd_reports *reports, const hd_linker *l, uint32_t block);
#endif
