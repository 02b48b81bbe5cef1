/* reference: a table of known figures, read as the sentences that its rows
 * stand for, so that its figures become claims as those of a report do.
 *
 *   subject,scope,period,value,unit
 *   粮食总产量,云泽,2024,1936.2,万吨        2024年云泽粮食总产量1936.2万吨。
 *
 * Columns are found by the words of the header row (subject, indicator, 指标;
 * scope, region, 地区; period, year, 时期, 年份; value, 数值; unit, 单位), in
 * any order; subject and value must be there. A period is 2024, 2024-06,
 * 2024Q1, 2024H1, an ISO interval of months, or words as a report has them. */
#ifndef HD_REFERENCE_H
#define HD_REFERENCE_H
#include "document.h"

/* The sentences of the rows of doc's tables, each at the place of its value.
 * NULL where no table has a column of subjects and one of values. */
hd_document *hd_reference_read(hd_arena *arena, const hd_document *doc);
#endif
