/* gap_frame: rows of en/gap_frames in, gaps out. A word's entry says in which
 * sets it is and whose ! it is, a bit each, so that a frame is tried by tests
 * of bits. See gap_frame.h. */
#include "gap_frame.h"

enum { FRAMES_MOST = 64, SETS_MOST = 128, ITEMS_MOST = 8, NESTED = 2 };

typedef enum {
  WORDS,
  FIGURE,
  YEAR,
  MARK,
  LONE_MARK,
  SHARE,
  PLURAL,
  START
} item_kind;

typedef struct {
  uint8_t kind; /* item_kind */
  uint8_t set;  /* of WORDS */
  char mark;
} item;

typedef struct {
  item items[ITEMS_MOST];
  uint8_t n, anchor; /* items; which is the ! */
  uint8_t hole;      /* the number is missing before this item */
} frame;

typedef struct {
  uint64_t sets[SETS_MOST / 64]; /* it is in these sets, a bit each */
  uint64_t frames;               /* the ! of these frames */
} entry;

static bool is_in(const entry *e, uint32_t set) {
  return e->sets[set / 64] >> set % 64 & 1;
}

struct hd_gap_frames {
  hd_map *words; /* to their entry, from 1 */
  entry *entries;
  frame *frames;
  uint32_t never; /* the set of @never */
  uint32_t n_frames, n_sets;
  hd_str *spelt; /* the words of the entries */
  uint32_t n_words;
};

/* ---- reading the table --------------------------------------------------- */

typedef struct {
  hd_arena *arena;
  const hd_table_data *table;
  hd_gap_frames *out;
  HD_VEC(entry) entries;
  HD_VEC(hd_str) spelt;
  hd_str sets[SETS_MOST]; /* how each set is written */
  const char *wrong;
} reader;

static entry *entry_of(reader *r, hd_str word) {
  bool fresh;
  uint32_t *number = hd_map_at(r->out->words, word, &fresh);
  if (fresh) {
    HD_PUSH(r->arena, &r->entries, ((entry){0}));
    HD_PUSH(r->arena, &r->spelt, word);
    *number = (uint32_t)r->entries.n;
  }
  return &r->entries.items[*number - 1];
}

/* Where the words of an item go: its set, and the frame whose ! they are. */
typedef struct {
  reader *r;
  uint32_t set;
  uint64_t of;
} adding;

static const char *add_word(void *closure, hd_str word) {
  const adding *to = closure;
  if (word.n == 0 || word.n > GAP_WORD_MOST)
    return "an empty word, or one that is too long";
  entry *e = entry_of(to->r, word);
  e->sets[to->set / 64] |= (uint64_t)1 << to->set % 64;
  e->frames |= to->of;
  return NULL;
}

static void add_words(reader *r, hd_str words, uint32_t set, uint64_t of) {
  adding to = {r, set, of};
  r->wrong = hd_table_words(r->table, words, NESTED, add_word, &to);
}

/* The set that is written so: two frames may share it. */
static uint8_t set_of(reader *r, hd_str words) {
  uint32_t i = 0, n = r->out->n_sets;
  while (i < n && !hd_str_eq(r->sets[i], words))
    i++;
  if (i == SETS_MOST) {
    r->wrong = "too many sets of words in frames";
    return 0;
  }
  if (i == n)
    r->sets[r->out->n_sets++] = words;
  return (uint8_t)i;
}

static bool read_mark(hd_str s, item *out) {
  static const struct {
    const char *text;
    item item;
  } marks[] = {{"#", {FIGURE, 0, 0}},  {"####", {YEAR, 0, 0}},
               {"(%)", {SHARE, 0, 0}}, {"+", {PLURAL, 0, 0}},
               {"^", {START, 0, 0}},   {",", {MARK, 0, ','}},
               {"-", {MARK, 0, '-'}},  {"_,", {LONE_MARK, 0, 0}}};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_str_is(s, marks[i].text)) {
      *out = marks[i].item;
      return true;
    }
  return false;
}

static void read_item(reader *r, frame *f, hd_str s) {
  bool hole = hd_str_is(s, "_") || hd_str_is(s, "_,");
  if (hole)
    f->hole = f->n;
  if (hd_str_is(s, "_"))
    return;
  if (f->n == ITEMS_MOST) {
    r->wrong = "too many items";
    return;
  }
  item *it = &f->items[f->n++];
  if (read_mark(s, it))
    return;
  bool anchor = s.p[s.n - 1] == '!';
  s.n -= anchor;
  if (anchor)
    f->anchor = (uint8_t)(f->n - 1);
  *it = (item){WORDS, set_of(r, s), 0};
  if (!r->wrong)
    add_words(r, s, it->set, anchor ? (uint64_t)1 << r->out->n_frames : 0);
}

static void read_row(reader *r, hd_str s) {
  frame *f = &r->out->frames[r->out->n_frames];
  f->anchor = ITEMS_MOST;
  while (s.n && !r->wrong)
    read_item(r, f, hd_str_piece(&s, ' '));
  if (!r->wrong && (f->anchor == ITEMS_MOST || !f->hole || f->hole == f->n))
    r->wrong = "a frame has a word with ! and a _ inside";
  r->out->n_frames++;
}

hd_gap_frames *hd_gap_frames_read(hd_arena *arena, const hd_lexicon *lexicon,
                                  hd_error *error) {
  reader r = {.arena = arena, .out = HD_NEW(arena, hd_gap_frames)};
  r.out->words = hd_map_new(arena);
  r.table = hd_lexicon_table(lexicon, "en/gap_frames");
  r.out->frames = hd_arena_alloc(arena, FRAMES_MOST * sizeof *r.out->frames);
  for (size_t i = 0; r.table && i < r.table->n_rows; i++) {
    const hd_row *row = &r.table->rows[i];
    if (row->fields[1].n)
      continue; /* names words */
    if (r.out->n_frames == FRAMES_MOST)
      r.wrong = "too many frames";
    else
      read_row(&r, row->fields[0]);
    if (r.wrong) {
      *error = (hd_error){row->file, row->line, 1, r.wrong};
      return NULL;
    }
  }
  size_t never = r.table ? hd_table_find(r.table, HD_STR("@never")) : 0;
  if (r.table && never < r.table->n_rows && r.out->n_sets < SETS_MOST) {
    r.out->never = r.out->n_sets++;
    add_words(&r, HD_STR("@never"), r.out->never, 0);
  }
  if (r.wrong) {
    const hd_row *row = &r.table->rows[never];
    *error = (hd_error){row->file, row->line, 1, r.wrong};
    return NULL;
  }
  r.out->entries = r.entries.items;
  r.out->spelt = r.spelt.items;
  r.out->n_words = (uint32_t)r.entries.n;
  return r.out;
}

void hd_gap_frames_each(const hd_gap_frames *frames,
                        void (*each)(void *closure, hd_str word),
                        void *closure) {
  for (uint32_t i = 0; i < frames->n_words; i++)
    if (frames->entries[i].frames)
      each(closure, frames->spelt[i]);
}

/* ---- trying a frame ------------------------------------------------------ */

static bool starts_clause(const hd_gap_search *s, uint32_t off) {
  off = hd_gap_left_of_blanks(s, off);
  return off == s->sentence.off || strchr(".;:(", s->text[off - 1]);
}

/* The entry of the word; capitals count but at the start of a clause. */
static const entry *find_entry(const hd_gap_search *s, uint32_t off,
                               uint32_t end) {
  static const entry none;
  char word[GAP_WORD_MOST], first = s->text[off];
  if (end == off || end - off > GAP_WORD_MOST)
    return &none;
  const uint32_t *number =
      hd_map_find(s->words->frames->words, (hd_str){s->text + off, end - off});
  if (!number && first >= 'A' && first <= 'Z' && starts_clause(s, off)) {
    memcpy(word, s->text + off, end - off);
    word[0] |= 0x20;
    number = hd_map_find(s->words->frames->words, (hd_str){word, end - off});
  }
  return number ? &s->words->frames->entries[*number - 1] : &none;
}

bool hd_gap_frame_may(const hd_gap_frames *frames, hd_str word) {
  if (word.n == 0 || word.n > GAP_WORD_MOST)
    return false;
  const uint32_t *number = hd_map_find(frames->words, word);
  return number ? frames->entries[*number - 1].frames != 0
                : word.p[0] >= 'A' && word.p[0] <= 'Z';
}

/* Does a word go on behind the byte? */
static bool joins(char c) { return c == '-' || c == '\''; }

static bool is_end(const hd_gap_search *s, uint32_t off) {
  return off >= s->sentence.end || s->text[off] == ' ';
}

/* A mark of punctuation that ends a word at off. */
static bool is_closing(const hd_gap_search *s, uint32_t off) {
  return off < s->sentence.end && strchr(",.;:)", s->text[off]) &&
         is_end(s, off + 1);
}

/* Do marks stand right behind words in the sentence? Where they do not (text
 * cut into words and marks), a blank before one means nothing. */
static bool marks_stand_close(const hd_gap_search *s) {
  uint32_t close = 0, apart = 0;
  for (uint32_t i = s->sentence.off + 1; i < s->sentence.end; i++)
    if (is_closing(s, i)) {
      if (s->text[i - 1] == ' ')
        apart++;
      else
        close++;
    }
  return close && apart <= 1;
}

/* 54 (15%): the end of a share in brackets at off; off if there is none. */
static uint32_t past_share(const hd_gap_search *s, uint32_t off) {
  uint32_t i = off + 1;
  if (off >= s->sentence.end || s->text[off] != '(')
    return off;
  while (i < s->sentence.end &&
         (hd_ascii_is_digit(s->text[i]) || s->text[i] == '.'))
    i++;
  bool share = i > off + 1 && i + 1 < s->sentence.end && s->text[i] == '%' &&
               s->text[i + 1] == ')';
  return share ? i + 2 : off;
}

/* Does a share in brackets stand behind its count somewhere? */
static bool has_counted_share(const hd_gap_search *s) {
  for (uint32_t i = s->sentence.off + 2; i < s->sentence.end; i++)
    if (s->text[i] == '(' && s->text[i - 1] == ' ' &&
        hd_ascii_is_digit(s->text[i - 2]) && past_share(s, i) > i)
      return true;
  return false;
}

/* patients, but not has, process, status, basis. */
static bool is_plural(const hd_gap_search *s, uint32_t off, uint32_t end) {
  const char *p = s->text;
  return end - off >= 4 && p[off] >= 'a' && p[end - 1] == 's' &&
         !strchr("sui", p[end - 2]) &&
         !is_in(find_entry(s, off, end), s->words->frames->never);
}

/* What frames ask of the whole sentence, read once, where one asks. */
static const hd_gap_search *known(hd_gap_search *s) {
  if (!s->frames_known) {
    s->marks_close = marks_stand_close(s);
    s->share_counted = has_counted_share(s);
    s->frames_known = true;
  }
  return s;
}

/* The end of the digits at off, 0 if there are none. */
static uint32_t past_digits(const hd_gap_search *s, uint32_t off) {
  uint32_t end = off;
  while (end < s->sentence.end && hd_ascii_is_digit(s->text[end]))
    end++;
  return end > off ? end : 0;
}

static bool is_year(const char *text, uint32_t off, uint32_t end) {
  enum { YEAR_DIGITS = 4 };
  return end - off == YEAR_DIGITS && hd_ascii_begins_year(text + off);
}

/* The end of the item at off, or 0 if another thing stands there. */
static uint32_t past_item(hd_gap_search *s, item it, uint32_t off) {
  uint32_t end = hd_gap_past_word(s, off);
  bool inside = off < s->sentence.end;
  bool word =
      inside && end > off && (end == s->sentence.end || !joins(s->text[end]));
  switch ((item_kind)it.kind) {
  case WORDS:
    return word && is_in(find_entry(s, off, end), it.set) ? end : 0;
  case PLURAL:
    return word && is_plural(s, off, end) ? end : 0;
  case FIGURE:
    return inside ? past_digits(s, off) : 0;
  case YEAR:
    end = inside ? past_digits(s, off) : 0;
    return end && is_year(s->text, off, end) ? end : 0;
  case MARK:
    return inside && s->text[off] == it.mark && is_end(s, off + 1) ? off + 1
                                                                   : 0;
  case LONE_MARK:
    return is_closing(s, off) && s->text[off - 1] == ' ' &&
                   known(s)->marks_close
               ? off + 1
               : 0;
  case SHARE:
    end = past_share(s, off);
    return end > off && known(s)->share_counted ? end : 0;
  case START:
    break;
  }
  return 0;
}

bool hd_gap_marks_close(hd_gap_search *s) { return known(s)->marks_close; }

/* Where the item that ends at `end` begins; HD_NONE if another stands there. */
static uint32_t before_item(const hd_gap_search *s, item it, uint32_t end) {
  uint32_t off = hd_gap_left_of_blanks(s, end);
  if (it.kind == START)
    return starts_clause(s, end) ? off : HD_NONE;
  if (it.kind == MARK) /* a -year plan: right before the word */
    return end > s->sentence.off + 1 && s->text[end - 1] == it.mark &&
                   s->text[end - 2] == ' '
               ? end - 1
               : HD_NONE;
  uint32_t from = off;
  while (from > s->sentence.off && hd_ascii_is_letter(s->text[from - 1]))
    from--;
  return from < off && is_in(find_entry(s, from, off), it.set) ? from : HD_NONE;
}

/* Does the frame stand around its ! at [off, end)? *gap: what is behind the
 * hole. */
static bool stands(hd_gap_search *s, const frame *f, hd_span at, hd_span *gap) {
  *gap = at;
  uint32_t off = at.off, end = at.end;
  for (uint32_t i = f->anchor; i-- > 0;) {
    off = before_item(s, f->items[i], off);
    if (off == HD_NONE)
      return false;
  }
  for (uint32_t i = f->anchor + 1u; i < f->n; i++) {
    uint32_t from = hd_gap_right_of_blanks(s, end);
    end = past_item(s, f->items[i], from);
    if (!end)
      return false;
    if (i == f->hole)
      *gap = (hd_span){from, end};
  }
  return true;
}

bool hd_gap_frame_at(hd_gap_search *s, uint32_t off, uint32_t end) {
  if (end < s->sentence.end && joins(s->text[end]))
    return false;
  uint64_t of = find_entry(s, off, end)->frames;
  for (; of; of &= of - 1) {
    const frame *f = &s->words->frames->frames[__builtin_ctzll(of)];
    hd_span gap;
    if (stands(s, f, (hd_span){off, end}, &gap)) {
      if (f->items[f->hole].kind == SHARE || f->items[f->hole].kind == FIGURE)
        gap = (hd_span){off, end};
      hd_gap_add(s, HD_GAP_FRAME, gap.off, gap.end, 80);
      return true;
    }
  }
  return false;
}
