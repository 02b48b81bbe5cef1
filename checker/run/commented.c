/* commented: hd_docx_comment, in a worker.
 *
 * In: a .docx and notes with the places of a result. Out: the bytes of the
 * copy. The worker reads the text once more, for the elements that gave it:
 * they are not kept between reading a draft and writing its comments. */
#include "../comment/comment.h"
#include "run.h"
#include <stdlib.h>

typedef struct {
  const hd_engine *engine;
  const hd_input *input;
  const hd_docx_notes *notes;
} job;

static hd_comment *list_comments(hd_arena *arena, const hd_docx_notes *notes) {
  hd_comment *list = hd_arena_alloc(arena, (notes->n + 1) * sizeof *list);
  for (size_t i = 0; i < notes->n; i++) {
    const hd_docx_note *note = &notes->notes[i];
    list[i] = (hd_comment){
        {note->line, note->column, note->end_line, note->end_column},
        note->text,
        note->fingerprint};
  }
  return list;
}

static bool read_input(hd_arena *arena, const job *j, hd_str *bytes,
                       hd_error *error) {
  if (j->input->bytes) {
    *bytes = (hd_str){j->input->bytes, j->input->n_bytes};
    return true;
  }
  return hd_source_bytes(arena, j->input->name ? j->input->name : "",
                         j->engine->options.max_file_size, bytes, error);
}

/* In the worker, whose memory ends with it. */
static bool work(void *closure, hd_buffer *out, hd_error *error) {
  const job *j = closure;
  hd_arena *arena = hd_arena_new();
  hd_pieces pieces = {0};
  hd_source source;
  hd_source_options options = {.max_bytes = j->engine->options.max_file_size,
                               .revisions = j->engine->revisions,
                               .pieces = &pieces};
  hd_comment_order order = {.pieces = &pieces,
                            .comments = list_comments(arena, j->notes),
                            .n = j->notes->n,
                            .date = j->notes->date};
  setenv("TZ", "UTC0", 1); /* libzip keeps dates as local time */
  if (!read_input(arena, j, &order.package, error) ||
      !hd_source_decode(arena, hd_check_name(j->input), order.package, &options,
                        &source, error))
    return false;
  if (source.format != HD_FORMAT_DOCX) {
    error->message = "comments can only be put into a .docx file";
    return false;
  }
  return hd_comment_write(arena, &order, out, error);
}

hd_commented *hd_docx_comment(const hd_engine *engine, const hd_input *input,
                              const hd_docx_notes *notes) {
  hd_arena *arena = hd_arena_new();
  hd_commented *commented = HD_NEW(arena, hd_commented);
  job j = {engine, input, notes};
  hd_errand errand = {engine, input, work, &j};
  hd_buffer out = {0};
  commented->memory = arena;
  if (engine->error)
    commented->error =
        hd_arena_copy(arena, engine->error, strlen(engine->error));
  else if (hd_errand_run(arena, &errand, &out, &commented->error)) {
    commented->error = NULL;
    commented->bytes = hd_arena_copy(arena, out.p, out.n);
    commented->n_bytes = out.n;
  }
  hd_buffer_free(&out);
  return commented;
}

void hd_commented_free(hd_commented *commented) {
  if (commented)
    hd_arena_free(commented->memory);
}
