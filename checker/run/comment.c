/* comment: hedui-ignore RULE[, RULE]: reason, written in the draft.
 *
 * In: a source before it is read. Out: what its comments silence: findings
 * whose primary place stands on the comment's own line, or, where the comment
 * has its lines for itself, in the block behind it (with its table, if that is
 * a caption); hedui-ignore-file: in the whole file. Markdown and HTML have
 * comments of their own, which no reader takes for text; in plain text what
 * stands from the word on to the end of the line is blanked, so that the
 * figures of a reason are no figures of the report and places stay. */
#include "run.h"

static const char keyword[] = "hedui-ignore";

typedef struct {
  const char *rule;
  bool used;
} named_rule;

typedef struct {
  uint32_t line, last_line, column; /* of the comment */
  size_t end;                       /* source offset behind it */
  bool whole_file, alone;           /* alone: nothing else on its lines */
  bool valid;                       /* it names rules and gives a reason */
  hd_str reason; /* with a NUL behind it from hd_comments_apply on */
  HD_VEC(named_rule) rules;
  uint64_t from, to; /* source offsets of the block it is for */
} comment;

struct hd_comments {
  HD_VEC(comment) items;
};

/* ---- reading ------------------------------------------------------------- */

/* What was found last is kept, so that no stretch of text is walked through
 * again for each comment on it. */
typedef struct {
  hd_arena *arena;
  hd_str text;
  bool marked; /* comments stand in <!-- --> */
  size_t counted, line_start;
  uint32_t line;      /* of `counted` */
  size_t close;       /* where the next --> was found, text.n: nowhere */
  size_t stop, ended; /* of the line: its end, that of its text */
  size_t seen;        /* behind the first byte of the last keyword */
  size_t column_at;   /* on the line */
  uint32_t column;    /* of column_at */
} scanner;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/* Moves the count of lines on to an offset. */
static void count_lines(scanner *s, size_t off) {
  while (s->counted < off)
    if (s->text.p[s->counted++] == '\n') {
      s->line++;
      s->line_start = s->column_at = s->counted;
      s->column = 1;
    }
}

/* Finds the end of the line that `off` is on; offsets only grow. */
static size_t line_end(scanner *s, size_t off) {
  if (off <= s->stop && s->stop > 0)
    return s->stop;
  const char *end = memchr(s->text.p + off, '\n', s->text.n - off);
  s->stop = end ? (size_t)(end - s->text.p) : s->text.n;
  hd_str rest = hd_str_trim((hd_str){s->text.p + off, s->stop - off});
  s->ended = rest.n ? (size_t)(rest.p - s->text.p) + rest.n : off;
  return s->stop;
}

/* Where the next --> is, text.n where there is none; offsets only grow. */
static size_t next_close(scanner *s, size_t off) {
  if (off <= s->close && s->close > 0)
    return s->close;
  size_t at =
      hd_str_find((hd_str){s->text.p + off, s->text.n - off}, HD_STR("-->"));
  s->close = at == (size_t)-1 ? s->text.n : off + at;
  return s->close;
}

/* The extent of the comment around the keyword at `at`; false: it stands in
 * running text. */
static bool find_extent(scanner *s, size_t at, size_t *from, size_t *to) {
  static const char marks[] = "#/%;*<!-";
  size_t start = at;
  if (s->marked) {
    while (start > 0 &&
           (is_blank(s->text.p[start - 1]) || s->text.p[start - 1] == '\n'))
      start--;
    if (start < 4 || memcmp(s->text.p + start - 4, "<!--", 4) != 0 ||
        next_close(s, at) == s->text.n)
      return false;
    *from = start - 4;
    *to = next_close(s, at) + 3;
    return true;
  }
  while (start > s->line_start && (is_blank(s->text.p[start - 1]) ||
                                   strchr(marks, s->text.p[start - 1])))
    start--;
  *from = start;
  *to = line_end(s, at);
  return start < at || start == s->line_start;
}

static bool is_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '/';
}

/* Bytes of a colon, or of a comma, of either width at p; 0: none. */
static size_t sign_at(hd_str p, const char *const *signs) {
  for (; *signs; signs++)
    if (hd_str_starts(p, hd_str_of(*signs)))
      return strlen(*signs);
  return 0;
}

static hd_str advance(hd_str s, size_t n) { return (hd_str){s.p + n, s.n - n}; }

/* RULE[, RULE]: reason; c->valid says whether it is one. */
static void read_body(scanner *s, comment *c, hd_str body) {
  static const char *const colons[] = {":", "：", NULL};
  static const char *const commas[] = {",", "，", "、", NULL};
  for (body = hd_str_trim(body); body.n > 0;) {
    size_t n = 0;
    while (n < body.n && is_id(body.p[n]))
      n++;
    if (n == 0)
      return;
    named_rule rule = {.rule = hd_arena_copy(s->arena, body.p, n)};
    HD_PUSH(s->arena, &c->rules, rule);
    body = hd_str_trim(advance(body, n));
    size_t colon = sign_at(body, colons), comma = sign_at(body, commas);
    if (colon) {
      c->reason = hd_str_trim(advance(body, colon));
      c->valid = c->reason.n > 0;
      return;
    }
    if (comma == 0)
      return;
    body = hd_str_trim(advance(body, comma));
  }
}

/* Is there nothing but the comment on its lines? */
static bool stands_alone(scanner *s, size_t from, size_t to) {
  hd_str before = {s->text.p + s->line_start, from - s->line_start};
  bool first = s->seen <= s->line_start; /* no other keyword before it */
  line_end(s, to);
  return first && s->ended <= to && hd_str_trim(before).n == 0;
}

/* The column of an offset on the line; they only grow. */
static uint32_t column_of(scanner *s, size_t off) {
  uint32_t cp;
  for (; s->column_at < off; s->column++)
    s->column_at +=
        hd_utf8_decode(s->text.p + s->column_at, s->text.n - s->column_at, &cp);
  return s->column;
}

/* What stands behind the keyword in a comment that ends at `to`. */
static hd_str body_of(const scanner *s, size_t body, size_t to) {
  size_t end = s->marked ? to - 3 : s->ended > body ? s->ended : body;
  hd_str rest = {s->text.p + body, end - body};
  if (!s->marked && hd_str_ends(rest, HD_STR("-->")))
    rest.n -= 3;
  return rest;
}

/* The comment around the keyword at `at`; its end, or behind the word. */
static size_t read_comment(scanner *s, hd_comments *comments, size_t at) {
  size_t from, to, body = at + sizeof keyword - 1;
  count_lines(s, at);
  if (!find_extent(s, at, &from, &to))
    return body;
  if (from < s->line_start) /* the line of the word, not of its <!-- */
    from = s->line_start;
  comment c = {.line = s->line, .column = column_of(s, from), .end = to};
  hd_str rest = body_of(s, body, to);
  c.whole_file = hd_str_starts(rest, HD_STR("-file"));
  if (c.whole_file)
    rest = advance(rest, 5);
  if (rest.n > 0 && !is_blank(rest.p[0]) && rest.p[0] != '\n')
    return body;
  read_body(s, &c, rest);
  if (!s->marked && !c.valid)
    return body;
  c.alone = stands_alone(s, from, to);
  count_lines(s, to);
  c.last_line = s->line;
  HD_PUSH(s->arena, &comments->items, c);
  if (!s->marked) /* the copy that is read from now on */
    memset((char *)(uintptr_t)s->text.p + from, ' ', to - from);
  return to;
}

hd_comments *hd_comments_read(hd_arena *arena, hd_source *source) {
  hd_str word = {keyword, sizeof keyword - 1};
  bool text = source->format == HD_FORMAT_TEXT;
  size_t at = 0, found;
  if (!text && source->format != HD_FORMAT_MARKDOWN &&
      source->format != HD_FORMAT_HTML)
    return NULL;
  if (hd_str_find(source->bytes, word) == (size_t)-1)
    return NULL;
  if (text) {
    bool same = source->printed.p == source->bytes.p;
    source->bytes.p = hd_arena_copy(arena, source->bytes.p, source->bytes.n);
    source->printed.p = same ? source->bytes.p : source->printed.p;
  }
  hd_comments *comments = HD_NEW(arena, hd_comments);
  scanner s = {.arena = arena,
               .text = source->bytes,
               .marked = !text,
               .line = 1,
               .column = 1};
  while ((found = hd_str_find(advance(s.text, at), word)) != (size_t)-1) {
    found += at;
    at = read_comment(&s, comments, found);
    s.seen = found + 1;
  }
  return comments;
}

/* ---- blocks -------------------------------------------------------------- */

static uint64_t block_source(const hd_document *doc, size_t i) {
  return hd_document_position(doc, doc->blocks[i].span.off).source;
}

/* The first block from i on that begins at or behind a source offset. */
static size_t block_behind(const hd_document *doc, size_t i, uint64_t off) {
  while (i < doc->n_blocks &&
         (doc->blocks[i].kind == HD_BLOCK_SKIPPED ||
          hd_span_empty(doc->blocks[i].span) || block_source(doc, i) < off))
    i++;
  return i;
}

/* Comments come in their order: *first is where the last one's was, before
 * which none is for this one. */
static void find_block(const hd_document *doc, comment *c, size_t *first) {
  size_t i = block_behind(doc, *first, c->end), last = i;
  *first = i;
  if (i >= doc->n_blocks)
    return;
  if (doc->blocks[i].kind == HD_BLOCK_CAPTION && i + 1 < doc->n_blocks &&
      doc->blocks[i + 1].kind == HD_BLOCK_TABLE)
    last++;
  c->from = block_source(doc, i);
  c->to = hd_document_end(doc, doc->blocks[last].span.end).source;
}

/* ---- findings ------------------------------------------------------------ */

typedef struct {
  hd_comments *comments;
  const char *file; /* as the result's places name it */
} asking;

static bool covers(const comment *c, const hd_place *at) {
  if (c->whole_file)
    return true;
  if (!c->alone)
    return at->line >= c->line && at->line <= c->last_line;
  return at->source >= c->from && at->source < c->to;
}

static const char *reason_of(void *closure, const hd_finding *finding) {
  const asking *ask = closure;
  if (finding->at.file != ask->file)
    return NULL;
  for (size_t i = 0; i < ask->comments->items.n; i++) {
    comment *c = &ask->comments->items.items[i];
    for (size_t k = 0; c->valid && k < c->rules.n; k++)
      if (strcmp(c->rules.items[k].rule, finding->rule) == 0 &&
          covers(c, &finding->at)) {
        c->rules.items[k].used = true;
        return c->reason.p;
      }
  }
  return NULL;
}

/* The rules there are. */
typedef struct {
  const hd_rule_info *infos;
  const char **ids;
  size_t n;
} rule_list;

static rule_list list_rules(hd_arena *arena, const hd_rules *rules) {
  rule_list list = {0};
  list.n = hd_rules_list(rules, &list.infos);
  list.ids = hd_arena_alloc(arena, (list.n + 1) * sizeof *list.ids);
  for (size_t i = 0; i < list.n; i++)
    list.ids[i] = list.infos[i].id;
  return list;
}

/* What is to be said of a rule that a comment names; false: nothing. */
static bool judge_rule(hd_arena *arena, const rule_list *rules,
                       const named_rule *named, hd_remark *remark) {
  for (size_t i = 0; i < rules->n; i++)
    if (strcmp(rules->ids[i], named->rule) == 0) {
      remark->kind = HD_REMARK_UNUSED;
      return rules->infos[i].selected && !named->used;
    }
  const char *near = hd_nearest(named->rule, rules->ids, rules->n);
  remark->kind = HD_REMARK_NO_RULE;
  remark->near = near ? hd_result_text(arena, hd_str_of(near)) : "";
  return true;
}

static size_t most_remarks(const comment *c) {
  return c->valid ? c->rules.n : 1;
}

/* Room for what may be said of all comments. */
static void make_room(const hd_comments *comments, hd_result *result) {
  size_t n = result->n_remarks;
  for (size_t i = 0; i < comments->items.n; i++)
    n += most_remarks(&comments->items.items[i]);
  hd_remark *all = hd_arena_alloc(result->memory, n * sizeof *all);
  if (result->n_remarks > 0)
    memcpy(all, result->remarks, result->n_remarks * sizeof *all);
  result->remarks = all;
}

static void add_remarks(hd_result *result, const comment *c, const char *file,
                        const rule_list *rules) {
  hd_arena *arena = result->memory;
  for (size_t i = 0; i < most_remarks(c); i++) {
    hd_remark remark = {.file = file,
                        .line = c->line,
                        .column = c->column,
                        .kind = HD_REMARK_MALFORMED,
                        .rule = "",
                        .near = ""};
    if (c->valid)
      remark.rule = hd_result_text(arena, hd_str_of(c->rules.items[i].rule));
    if (!c->valid || judge_rule(arena, rules, &c->rules.items[i], &remark))
      result->remarks[result->n_remarks++] = remark;
  }
}

void hd_comments_apply(hd_comments *comments, const hd_document *doc,
                       const char *file, const hd_rules *rules,
                       hd_result *result) {
  asking ask = {comments, file};
  size_t first = 0;
  if (comments->items.n == 0)
    return;
  for (size_t i = 0; i < comments->items.n; i++) {
    comment *c = &comments->items.items[i];
    if (c->alone && !c->whole_file)
      find_block(doc, c, &first);
    for (size_t k = 0; k < c->rules.n; k++)
      c->rules.items[k].rule = hd_rules_now(rules, c->rules.items[k].rule);
    c->reason.p =
        hd_arena_copy(doc->arena, c->reason.n ? c->reason.p : "", c->reason.n);
  }
  hd_result_silence(result, HD_BY_COMMENT, reason_of, &ask);
  make_room(comments, result);
  rule_list list = list_rules(doc->arena, rules);
  for (size_t i = 0; i < comments->items.n; i++)
    add_remarks(result, &comments->items.items[i], file, &list);
}
