/* runs: sets through a pool of workers, waited for or not.
 *
 * In: inputs. Out: their results in order: given to a function that the caller
 * passes (hd_engine_run), or taken by a caller that has more to wait for than
 * one worker (hd_engine_begin). */
#include "run.h"

#define NO_WORKER "no worker process could be started"

/* ---- many, one after another ----------------------------------------------
 */

static bool give(hd_done *done, void *closure, hd_result *result) {
  bool stopped = done(closure, result) != 0;
  hd_result_free(result);
  return stopped;
}

/* Every input from i on fails for the same reason. */
static void fail_rest(const hd_input *inputs, size_t i, size_t n, hd_done *done,
                      void *closure) {
  bool stopped = false;
  for (; i < n && !stopped; i++)
    stopped = give(done, closure,
                   hd_result_failed(hd_check_name(&inputs[i]), "", NO_WORKER));
}

int hd_engine_run(const hd_engine *engine, const hd_input *inputs, size_t n,
                  unsigned jobs, unsigned want, hd_done *done, void *closure) {
  hd_result *result;
  bool stopped = false;
  size_t given = 0;
  if (n == 0)
    return 0;
  hd_pool *pool = hd_pool_open(engine, inputs, n, jobs, want);
  bool works = pool != NULL;
  while (works && given < n && !stopped) {
    works = hd_pool_step(pool, 60000);
    for (; works && !stopped && (result = hd_pool_next(pool)); given++)
      stopped = give(done, closure, result);
  }
  if (!works)
    fail_rest(inputs, given, n, done, closure);
  if (pool)
    hd_pool_close(pool);
  return !works;
}

/* ---- one, in the background ------------------------------------------------
 */

struct hd_pending {
  hd_arena *arena;
  const char *name;
  hd_pool *pool; /* NULL: none could be opened */
  bool works, taken;
};

hd_pending *hd_engine_begin(const hd_engine *engine, const hd_input *input,
                            unsigned want) {
  hd_arena *arena = hd_arena_new();
  hd_pending *p = HD_NEW(arena, hd_pending);
  *p = (hd_pending){.arena = arena, .name = hd_check_name(input)};
  p->pool = hd_pool_open(engine, input, 1, 1, want);
  p->works = p->pool && hd_pool_step(p->pool, 0);
  return p;
}

int hd_pending_fd(const hd_pending *p) {
  return p->works ? hd_pool_channel(p->pool) : -1;
}

int hd_pending_wait(const hd_pending *p) {
  return p->works ? hd_pool_patience(p->pool) : 0;
}

hd_result *hd_pending_take(hd_pending *p) {
  if (p->taken)
    return NULL;
  p->works = p->works && hd_pool_step(p->pool, 0);
  hd_result *result = p->works ? hd_pool_next(p->pool)
                               : hd_result_failed(p->name, "", NO_WORKER);
  p->taken = result != NULL;
  return result;
}

void hd_pending_free(hd_pending *p) {
  if (!p)
    return;
  if (p->pool)
    hd_pool_close(p->pool);
  hd_arena_free(p->arena);
}
