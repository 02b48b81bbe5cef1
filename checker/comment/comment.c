/* comment: the copy of a .docx with comments.
 *
 * In: the bytes of the file, the pieces of its text, comments. Out: the bytes
 * of the copy. document.xml gets marks at byte offsets, comments.xml gets and
 * loses comments, the lists of the package get a row where they lack it; all
 * other parts are copied packed as they are. */
#include "comment.h"
#include "hang.h"
#include "parts.h"
#include "sheet.h"

typedef struct {
  hd_arena *arena;
  const hd_comment_order *order;
  hd_error *error;
  hd_parts parts;
  hd_str xml[HD_PARTS]; /* of the parts, "" where there is none */
  hd_runs runs;
  hd_remarks remarks;
  hd_sheet sheet;
  hd_sheet_rows rows;
  hd_map *off;         /* ids of comments whose marks go, int64_t */
  hd_map *forgotten;   /* paraIds of those that go for good */
  hd_splices comments; /* of comments.xml */
} job;

/* ---- reading ------------------------------------------------------------- */

static bool read_part(job *j, hd_part part) {
  return hd_parts_read(&j->parts, j->parts.names[part], &j->xml[part]);
}

/* The comments there are and what is said of them. */
static bool read_comments(job *j) {
  hd_str list = j->xml[HD_PART_COMMENTS], states = j->xml[HD_PART_STATES];
  if (!hd_flat_read(j->arena, list, &j->sheet.comments, j->error) ||
      !hd_flat_read(j->arena, states, &j->sheet.states, j->error))
    return false;
  if (hd_tag_is(&j->sheet.comments.root, HD_SPACE_WORD, "comments"))
    return hd_remarks_read(j->arena, list, states, &j->remarks, j->error);
  j->error->message = "its comments are damaged";
  return false;
}

static bool read_parts(job *j, hd_zip *zip) {
  if (!hd_parts_find(j->arena, zip, &j->parts))
    return false;
  for (int i = 0; i < HD_PARTS; i++)
    if (!read_part(j, (hd_part)i))
      return false;
  j->sheet.document = j->xml[HD_PART_DOCUMENT];
  j->sheet.date = j->order->date ? j->order->date : hd_parts_date(&j->parts);
  if (!hd_runs_read(j->arena, j->xml[HD_PART_DOCUMENT], &j->runs, j->error))
    return false;
  if (j->xml[HD_PART_COMMENTS].n == 0)
    j->xml[HD_PART_COMMENTS] = hd_sheet_new(j->arena, j->runs.strict);
  return read_comments(j);
}

/* ---- old and new ----------------------------------------------------------
 */

static int64_t highest_id(const job *j) {
  int64_t highest = -1;
  for (size_t i = 0; i < j->remarks.list.n; i++)
    if (j->remarks.list.items[i].id > highest)
      highest = j->remarks.list.items[i].id;
  for (size_t i = 0; i < j->runs.marks.n; i++) {
    const hd_mark *mark = &j->runs.marks.items[i];
    if (mark->kind <= HD_MARK_REFERENCE && mark->id > highest)
      highest = mark->id;
  }
  return highest;
}

/* An old comment of ours that no new one replaces goes, unless somebody
 * answered it. */
static void forget(job *j, const hd_remark *old) {
  bool fresh;
  if (old->answered)
    return;
  hd_splice_cut(&j->comments, old->off, old->end);
  hd_map_at(j->off, (hd_str){(const char *)&old->id, sizeof old->id}, &fresh);
  if (*old->last)
    hd_map_at(j->forgotten, hd_str_of(old->last), &fresh);
}

/* The rows of all comments that are to be written; their old ones by
 * fingerprint. In the map: the index of the remark. */
static void match(job *j) {
  hd_map *by_fingerprint = hd_map_new(j->arena);
  hd_map *used = hd_map_new(j->arena);
  int64_t id = highest_id(j);
  bool fresh;
  for (size_t i = j->remarks.list.n; i-- > 0;) {
    const hd_remark *old = &j->remarks.list.items[i];
    uint32_t *at =
        hd_map_at(by_fingerprint, hd_str_of(old->fingerprint), &fresh);
    if (*old->fingerprint &&
        (fresh || old->resolved || !j->remarks.list.items[*at].resolved))
      *at = (uint32_t)i;
  }
  for (size_t i = 0; i < j->order->n; i++) {
    const hd_comment *comment = &j->order->comments[i];
    hd_str fingerprint = hd_str_of(comment->fingerprint);
    const uint32_t *at = hd_map_find(by_fingerprint, fingerprint);
    const hd_remark *old = at ? &j->remarks.list.items[*at] : NULL;
    hd_map_at(used, fingerprint, &fresh);
    if (!fresh || (old && old->resolved))
      continue;
    hd_sheet_row row = {comment, old, old ? old->id : ++id, ""};
    HD_PUSH(j->arena, &j->rows, row);
  }
}

/* Takes off what is replaced and what is found no more. */
static void clear(job *j) {
  hd_map *replaced = hd_map_new(j->arena); /* by where it stands */
  bool fresh;
  for (size_t i = 0; i < j->rows.n; i++) {
    const hd_remark *old = j->rows.items[i].old;
    if (!old)
      continue;
    hd_map_at(replaced, (hd_str){(const char *)&old->off, sizeof old->off},
              &fresh);
    hd_map_at(j->off, (hd_str){(const char *)&old->id, sizeof old->id}, &fresh);
  }
  for (size_t i = 0; i < j->remarks.list.n; i++) {
    const hd_remark *old = &j->remarks.list.items[i];
    if (*old->fingerprint && !old->resolved &&
        !hd_map_find(replaced,
                     (hd_str){(const char *)&old->off, sizeof old->off}))
      forget(j, old);
  }
}

/* ---- writing ---------------------------------------------------------------
 */

static bool hang(job *j) {
  hd_splices splices = {.arena = j->arena};
  hd_hanger *hangers =
      hd_arena_alloc(j->arena, (j->rows.n + 1) * sizeof *hangers);
  hd_anchors anchors = {.pieces = j->order->pieces, .runs = &j->runs};
  for (int i = 0; i < 2; i++)
    if (!hd_anchor_notes(j->arena, j->xml[HD_PART_FOOTNOTES + i], &j->runs,
                         &anchors.notes[i], j->error))
      return false;
  for (size_t i = 0; i < j->rows.n; i++) {
    hangers[i].id = j->rows.items[i].id;
    if (!hd_anchor_find(&anchors, &j->rows.items[i].comment->place,
                        &hangers[i].start, &hangers[i].end)) {
      j->error->message = "it has no text that a comment could stand at";
      return false;
    }
  }
  hd_hang_off(&splices, &j->runs, j->off);
  hd_hang_up(&splices, &j->runs, hangers, j->rows.n);
  hd_parts_change(&j->parts, j->parts.names[HD_PART_DOCUMENT], &splices,
                  j->runs.xml);
  return true;
}

/* Cuts the rows of a list whose `key` is forgotten; the values of `other` are
 * noted in *others (NULL: no matter). */
static bool forget_rows(job *j, hd_part part, const hd_map *forgotten,
                        const char *key, hd_map *others) {
  hd_flat list;
  hd_splices splices = {.arena = j->arena};
  bool fresh;
  if (!hd_flat_read(j->arena, j->xml[part], &list, j->error))
    return false;
  for (size_t i = 0; i < list.rows.n; i++) {
    const hd_flat_row *row = &list.rows.items[i];
    if (!hd_map_find(forgotten, hd_str_of(hd_flat_value(row, key))))
      continue;
    hd_splice_cut(&splices, row->tag.off, row->end);
    if (others)
      hd_map_at(others, hd_str_of(hd_flat_value(row, "durableId")), &fresh);
  }
  if (part == HD_PART_STATES)
    hd_sheet_put_states(&j->sheet, &j->rows, &splices);
  hd_parts_change(&j->parts, j->parts.names[part], &splices, j->xml[part]);
  return true;
}

static bool write_comments(job *j) {
  hd_map *durable = hd_map_new(j->arena);
  if (!j->parts.names[HD_PART_COMMENTS] &&
      !hd_parts_add_comments(&j->parts, j->runs.strict, j->error))
    return false;
  hd_sheet_name(j->arena, &j->sheet, &j->rows);
  hd_sheet_put(&j->sheet, &j->rows, &j->comments);
  hd_parts_change(&j->parts, j->parts.names[HD_PART_COMMENTS], &j->comments,
                  j->sheet.comments.xml);
  return forget_rows(j, HD_PART_STATES, j->forgotten, "paraId", NULL) &&
         forget_rows(j, HD_PART_IDS, j->forgotten, "paraId", durable) &&
         forget_rows(j, HD_PART_DATES, durable, "durableId", NULL);
}

/* All changes to the parts of an open archive. */
static bool change(job *j, hd_zip *zip) {
  if (!read_parts(j, zip))
    return false;
  match(j);
  clear(j);
  if (j->rows.n == 0 && j->comments.list.n == 0)
    return true;
  return hang(j) && write_comments(j);
}

bool hd_comment_write(hd_arena *arena, const hd_comment_order *order,
                      hd_buffer *out, hd_error *error) {
  job j = {.arena = arena,
           .order = order,
           .error = error,
           .off = hd_map_new(arena),
           .forgotten = hd_map_new(arena),
           .comments = {.arena = arena}};
  hd_zip *zip = hd_zip_open(arena, order->package, error);
  bool good = zip && change(&j, zip);
  hd_zip_close(zip);
  if (!good)
    return false;
  if (j.parts.changed.n > 0)
    return hd_repack(order->package, &j.parts.changed, out, error);
  hd_buffer_add(out, order->package.p, order->package.n);
  return true;
}
