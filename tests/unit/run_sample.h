/* run_sample: a folder of rules for tests of the library, made by the test
 * and removed behind it. Two rules: `zap` finds every "zap"; `slow` takes
 * long where the text says SLOW, and finds that word then. */
#ifndef HD_RUN_SAMPLE_H
#define HD_RUN_SAMPLE_H
#include "checker/run/run.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char sample_zap[] =
    "return { api = 1, id = \"zap\", severity = \"warning\",\n"
    "  on = { pattern = \"zap\" }, summary = \"zap\", explain = \"zap\",\n"
    "  messages = { base = \"a zap\" },\n"
    "  examples = { bad = { { \"Here is a zap.\", at = \"zap\" } },\n"
    "               good = { \"Nothing here.\" } },\n"
    "  check = function(m, report)\n"
    "    report { at = m:place(), message = \"base\" }\n"
    "  end }\n";

static const char sample_slow[] =
    "return { api = 1, id = \"slow\", severity = \"warning\",\n"
    "  on = { pattern = \"SLOW\" }, summary = \"slow\", explain = \"slow\",\n"
    "  messages = { base = \"slow\" },\n"
    "  examples = { bad = { { \"It is SLOW.\", at = \"SLOW\" } },\n"
    "               good = { \"Nothing here.\" } },\n"
    "  check = function(m, report)\n"
    "    for i = 1, 150000000 do end\n"
    "    report { at = m:place(), message = \"base\" }\n"
    "  end }\n";

typedef struct {
  char folder[256];
  const char *folders[1];
} sample_pack;

static const char *const sample_rules[] = {"zap", "slow"};

/* The options of an engine with the rules of the pack alone, `n` of them. */
static inline hd_options sample_options(const sample_pack *pack, size_t n,
                                        hd_options options) {
  options.rules = pack->folders;
  options.n_rules = 1;
  options.select = sample_rules;
  options.n_select = n;
  return options;
}

static inline void sample_path(const sample_pack *pack, const char *name,
                               char *out, size_t n) {
  snprintf(out, n, "%s/%s", pack->folder, name);
}

static inline bool sample_write(const sample_pack *pack, const char *name,
                                const char *text) {
  char path[512];
  sample_path(pack, name, path, sizeof path);
  FILE *f = fopen(path, "w");
  if (!f)
    return false;
  bool written = fputs(text, f) >= 0;
  return fclose(f) == 0 && written;
}

static inline bool sample_open(sample_pack *pack) {
  const char *tmp = getenv("TMPDIR");
  snprintf(pack->folder, sizeof pack->folder, "%s/hedui-test-XXXXXX",
           tmp && *tmp ? tmp : "/tmp");
  pack->folders[0] = pack->folder;
  return mkdtemp(pack->folder) && sample_write(pack, "zap.lua", sample_zap) &&
         sample_write(pack, "slow.lua", sample_slow);
}

static inline void sample_remove(const sample_pack *pack, const char *name) {
  char path[512];
  sample_path(pack, name, path, sizeof path);
  unlink(path);
}

static inline void sample_close(const sample_pack *pack) {
  sample_remove(pack, "zap.lua");
  sample_remove(pack, "slow.lua");
  rmdir(pack->folder);
}

/* Findings of that rule. */
static inline size_t sample_count(const hd_result *r, const char *stem) {
  size_t n = 0;
  for (size_t i = 0; i < r->n_findings; i++)
    n += strcmp(r->findings[i].rule, stem) == 0;
  return n;
}
#endif
