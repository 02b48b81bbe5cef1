/* silence: findings that are not to be reported leave the findings.
 *
 * In: a result, and what says of each finding why it is silenced. Out: the
 * same result; both lists keep the order of the findings. Several may silence
 * one after another (comments in the draft, an old version, a baseline): what
 * was silenced before stands first. */
#include "run.h"

static void count_silenced(hd_result *result, const hd_finding *finding) {
  result->counts.silenced++;
  for (size_t i = 0; i < result->n_files; i++)
    if (strcmp(result->files[i].name, finding->at.file) == 0) {
      result->files[i].counts.silenced++;
      return;
    }
}

static hd_silence *make_room(hd_result *result) {
  hd_silence *all = hd_arena_alloc(
      result->memory,
      (result->n_silenced + result->n_findings + 1) * sizeof *all);
  if (result->n_silenced > 0)
    memcpy(all, result->silenced, result->n_silenced * sizeof *all);
  return all;
}

void hd_result_silence(hd_result *result, hd_silencer by,
                       hd_reason_of *reason_of, void *closure) {
  hd_silence *all = NULL;
  size_t kept = 0;
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_finding *finding = &result->findings[i];
    const char *reason = reason_of(closure, finding);
    if (!reason) {
      result->findings[kept++] = *finding;
      continue;
    }
    if (!all)
      result->silenced = all = make_room(result);
    all[result->n_silenced++] = (hd_silence){
        .finding = *finding,
        .by = by,
        .reason = hd_result_text(result->memory, hd_str_of(reason))};
    count_silenced(result, finding);
  }
  result->n_findings = kept;
}
