/* scripts: what the build writes down of the built-in rules. */
#ifndef HD_SCRIPTS_H
#define HD_SCRIPTS_H
#include "../rule/prepared.h"

/* In the arena of the rules, and pointing into it. */
hd_prepared *hd_scripts_prepare(const hd_rules *rules);
#endif
