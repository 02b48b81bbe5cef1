/* construe_read: the tokens of a sentence: words by their numbers, marks,
 * figures, dates, with the cues and brackets that begin at them. */
#include "construe.h"

static bool is_word_byte(char c) {
  return hd_ascii_is_letter(c) || hd_ascii_is_digit(c) || c == '-' ||
         c == '\'' || (unsigned char)c >= 0x80;
}

static hd_construed_token *add(hd_construer *s, hd_construed_kind kind,
                               hd_span span) {
  hd_construed_token *t = &s->tokens[s->n];
  *t = (hd_construed_token){.kind = kind, .span = span};
  s->words[s->n] = 0;
  s->n += s->n < HD_CONSTRUED_TOKENS;
  return t;
}

static void add_word(hd_construer *s, uint32_t off, uint32_t end) {
  enum { LONGEST = 24 };
  char low[LONGEST];
  hd_construed_token *t = add(s, HD_T_WORD, (hd_span){off, end});
  if (end - off > LONGEST)
    return;
  hd_ascii_lower(low, s->l->doc->text.p + off, end - off);
  const uint32_t *word = hd_map_find(s->all->words, (hd_str){low, end - off});
  if (!word)
    return;
  t->word = *word;
  s->words[t - s->tokens] = (uint16_t)*word;
  if (hd_word_set_has(&s->present, *word))
    return;
  hd_word_set_add(&s->present, *word);
  for (size_t i = 0; i < s->all->masks; i++)
    s->worth[i] |= s->all->of_word[*word * s->all->masks + i];
}

/* The mark at off, and its length: dashes between blanks part like commas. */
static char mark_at(const char *text, uint32_t off, uint32_t end, uint32_t *n) {
  hd_str s = {text + off, end - off};
  *n = 1;
  if (hd_str_starts(s, HD_STR("– ")) || hd_str_starts(s, HD_STR("— ")) ||
      hd_str_starts(s, HD_STR("—"))) {
    *n = 3;
    return ',';
  }
  if (hd_str_starts(s, HD_STR("- ")) && off > 0 && text[off - 1] == ' ')
    return ',';
  switch (text[off]) {
  case '[':
    return '(';
  case ']':
    return ')';
  case ',':
  case ';':
  case ':':
  case '(':
  case ')':
    return text[off];
  default:
    return 0;
  }
}

static uint32_t add_other(hd_construer *s, uint32_t off, uint32_t end) {
  const char *text = s->l->doc->text.p;
  uint32_t n, from = off;
  bool letter = hd_ascii_is_letter(text[off]);
  char mark = letter ? 0 : mark_at(text, off, end, &n);
  if (mark) {
    add(s, HD_T_MARK, (hd_span){off, off + n})->mark = mark;
    return off + n;
  }
  if (!letter && !is_word_byte(text[off]))
    return off + 1;
  while (off < end &&
         (hd_ascii_is_letter(text[off]) ||
          (is_word_byte(text[off]) &&
           !hd_str_starts((hd_str){text + off, end - off}, HD_STR("—")))))
    off++;
  add_word(s, from, off > from ? off : from + 1);
  return off > from ? off : from + 1;
}

/* The items of the quantity stage are tokens whole. */
static void read_tokens(hd_construer *s, const hd_sentence *sentence,
                        size_t k) {
  const hd_quantities *q = s->l->q;
  size_t i = hd_quantities_from(q, sentence->span.off);
  uint32_t off = sentence->span.off, end = sentence->span.end;
  while (off < end && s->n < HD_CONSTRUED_TOKENS) {
    uint32_t stop =
        i < q->n && q->items[i].span.off < end ? q->items[i].span.off : end;
    while (off < stop && s->n < HD_CONSTRUED_TOKENS)
      off = add_other(s, off, stop);
    if (stop == end)
      break;
    while (k < s->l->n_order && s->l->order[k] < i)
      k++;
    bool figure = k < s->l->n_order && s->l->order[k] == i;
    if (figure && s->n < HD_CONSTRUED_TOKENS)
      s->numbers[s->n_numbers++] = (uint16_t)s->n;
    hd_construed_token *t =
        add(s, figure ? HD_T_FIGURE : HD_T_DATE, q->items[i].span);
    t->figure = k;
    s->n_figures += figure;
    off = q->items[i++].span.end;
  }
  s->cut = s->n == HD_CONSTRUED_TOKENS;
}

static bool is_cue(const hd_token *t) {
  return t->word->cls == HD_WORD_CHANGE || t->word->cls == HD_WORD_COMPARE;
}

/* Notes at each token from i on the cue that begins there. */
static void read_cues(hd_construer *s, const hd_sentence *sentence,
                      uint32_t i) {
  const hd_token *cues = s->l->text->tokens;
  uint32_t c = sentence->first_token, last = c + sentence->n_tokens;
  while (i < s->n && c < last) {
    hd_construed_token *t = &s->tokens[i];
    if (cues[c].span.off < t->span.off || !is_cue(&cues[c])) {
      c++;
      continue;
    }
    if (cues[c].span.off > t->span.off) {
      i++;
      continue;
    }
    uint32_t past = i;
    while (past < s->n && s->tokens[past].span.off < cues[c].span.end)
      past++;
    if (!t->cue || past > t->past_cue) {
      t->cue = cues[c].word;
      t->past_cue = (uint16_t)past;
    }
    c++;
  }
}

static void read_brackets(hd_construer *s) {
  enum { DEPTH = 4 };
  uint32_t open[DEPTH], depth = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    hd_construed_token *t = &s->tokens[i];
    if (t->kind != HD_T_MARK)
      continue;
    if (t->mark == '(' && depth < DEPTH)
      open[depth++] = i;
    else if (t->mark == ')' && depth > 0)
      s->tokens[open[--depth]].past = (uint16_t)(i + 1);
  }
}

void hd_construer_read(hd_construer *s, const hd_sentence *sentence,
                       size_t first) {
  s->n = s->n_figures = s->n_numbers = 0;
  s->present = (hd_word_set){0};
  memcpy(s->worth, s->all->of_any, s->all->masks * sizeof *s->worth);
  read_tokens(s, sentence, first);
  read_cues(s, sentence, 0);
  read_brackets(s);
}

void hd_construer_read_more(hd_construer *s, const hd_sentence *sentence,
                            size_t first) {
  if (s->cut)
    return;
  uint32_t off = sentence->span.off, from = s->n;
  add(s, HD_T_MARK, (hd_span){off, off})->mark = '.';
  read_tokens(s, sentence, first);
  read_cues(s, sentence, from + 1);
  read_brackets(s);
}
