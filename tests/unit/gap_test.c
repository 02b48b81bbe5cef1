/* gap: what is a place where a number was lost, and what only looks like
 * one; and how words of a user's lexicon change it. */
#include "checker/quantity/gap_pairs.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "checker/text/vocabulary.h"
#include <sys/stat.h>

typedef struct {
  hd_arena *arena;
  const hd_lexicon *lexicon;
  const hd_vocabulary *vocabulary;
  const hd_units *units;
  const hd_gap_words *words;
  hd_document *doc; /* of the last text */
} kit;

static kit open_kit(const char *folder) {
  kit k = {.arena = hd_arena_new()};
  hd_error error = {0};
  k.lexicon = hd_lexicon_open(k.arena, &folder, folder ? 1 : 0, &error);
  assert_non_null(k.lexicon);
  k.vocabulary = hd_vocabulary_new(k.arena, k.lexicon, &error);
  k.units = hd_units_new(k.arena, k.lexicon, &error);
  k.words = hd_gap_words_new(k.arena, k.lexicon, &error);
  assert_non_null(k.words);
  return k;
}

static const hd_gaps *find(kit *k, const char *s) {
  hd_source source;
  hd_error error = {0};
  assert_true(
      hd_source_decode(k->arena, "a.txt", hd_str_of(s), NULL, &source, &error));
  k->doc = hd_document_read(k->arena, &source);
  hd_text *text = hd_text_read(k->arena, k->doc, k->vocabulary);
  hd_quantities *q =
      hd_quantity_scan(k->arena, text, k->units, (hd_day){0, 0, 0});
  return hd_gaps_found(hd_gap_order(k->arena, q, k->units, k->words));
}

typedef struct {
  const char *text, *kind, *at; /* kind NULL: there is no gap */
} example;

static void check(kit *k, const example *e) {
  const hd_gaps *gaps = find(k, e->text);
  size_t wanted = e->kind != NULL;
  if (gaps->n != wanted)
    fail_msg("%s: %zu gaps", e->text, gaps->n);
  if (!wanted)
    return;
  hd_str at = hd_document_text(k->doc, gaps->items[0].span);
  assert_string_equal(hd_gap_name(gaps->items[0].kind), e->kind);
  if (!hd_str_is(at, e->at))
    fail_msg("%s: gap at %.*s", e->text, (int)at.n, at.p);
}

static void finds_chinese_gaps(void **state) {
  static const example examples[] = {
      {"全市空气优良天数比例为%，居前列。", "unit", "%"},
      {"城镇化率同比提高个百分点。", "unit", "个百分点"},
      {"完成固定资产投资 亿元，增长3.1%。", "unit", "亿元"},
      {"全年造林面积亩。", "unit", "亩"},
      {"新建管道累计超公里。", "unit", "公里"},
      {"旅客发送量达到万人次。", "unit", "万人次"},
      {"建成垃圾中转站座，处理能力提升。", "classifier", "座"},
      {"新增专卖店12家、家，覆盖各县。", "classifier", "家"},
      {"选派名技术骨干驻村。", "classifier", "名"},
      {"总量居全省第位。", "classifier", "位"},
      {"户均人口比上年减少人。", "classifier", "人"},
      {"惠及各地余所学校。", "approximator", "余所"},
      {"会议于2020年6月日召开。", "date", "日"},
      {"系统上线年全市推广。", "date", "年"},
      {"完成造林12.万亩。", "unit", "万亩"},
      {"总投资为 亿元的救治体系建设进展顺利。", "unit", "亿元"},
      {"新增人民币贷款 万亿元左右。", "unit", "万亿元"},
      {"优良天数达到290天、增加天，居前列。", "classifier", "天"},
      {"共有车辆辆，单价50万元以上设备0台。", "classifier", "辆"},
      {"公务用车1辆、其他用车辆。", "classifier", "辆"},
      {"接待16批次、人次。", "classifier", "人次"},
      {"货物发送量亿吨、增长10%。", "unit", "亿吨"},
      {"供应“标准地”万亩。", "unit", "万亩"},
      {"现金红利元（含税）。", "unit", "元"},
      {"浓度下降到微克/立方米。", "unit", "微克"},
      {"承接成果不少于项。", "classifier", "项"},
      {"涵盖装备制造等个展区，人气很旺。", "classifier", "个"},
      {"已批建的家企业投产。", "classifier", "家"},
      {"表彰14个集体、名个人。", "classifier", "名"},
      {"覆盖率达88.7%，%的社区有服务站。", "unit", "%"},
      {"增长5%左右、%左右。", "unit", "%"},
      {"减税降费余亿元，惠及企业。", "approximator", "余亿元"},
      {"力争到年，企业达到5000家。", "date", "年"},
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

static void leaves_chinese_words_alone(void **state) {
  static const example examples[] = {
      {"国家专家、企业家参加项目名单条件评审。", NULL, NULL},
      {"大家的事大家办，件件有回音，家家有活干。", NULL, NULL},
      {"引进亿元以上项目，突破万亿元，每万人拥有3家。", NULL, NULL},
      {"创建历史文化名镇名村和职工之家。", NULL, NULL},
      {"购置设备3万台套，首台套产品获奖。", NULL, NULL},
      {"单位：万元", NULL, NULL},
      {"增速（%）", NULL, NULL},
      {"几家单位、数名专家、多条线路、若干项措施、某个地方。", NULL, NULL},
      {"吹遍千乡万村，走进千家万户。", NULL, NULL},
      {"登记船舶总载重吨达到新高。", NULL, NULL},
      {"其余资金自筹，剩余额度结转。", NULL, NULL},
      {"资金用于基本建设所需要的勘探，增加农业生产所必需的耕畜。", NULL, NULL},
      {"完成县里五年计划所规定的各项任务。", NULL, NULL},
      {"去年基本建设投资只完成计划的一半，产量合计只三万斤。", NULL, NULL},
      {"各族人民大团结万岁！", NULL, NULL},
      {"这些年我国发展很快，那些年全省没有铁路。", NULL, NULL},
      {"经济正处在转换增长动力的攻关期，也是项目建设期。", NULL, NULL},
      {"受伤的有4名德国人，其中包括多名美国人。", NULL, NULL},
      {"计划总投资亿元及以上项目投资增长7.1%。", NULL, NULL},
      {"慰问困难群众12家，下午来到刘晓芳家，问了收入。", NULL, NULL},
      {"让队员每天都能洗个舒服的热水澡，整改问题9个。", NULL, NULL},
      {"今天春天每天都晴，航天事业增加投入，夏天。", NULL, NULL},
      {"建設國家，許多國家增加投資，國▁家。", NULL, NULL},
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

static void finds_english_gaps(void **state) {
  static const example examples[] = {
      {"Retail sales increased % over the year.", "unit", "%"},
      {"Fatal cases were seen in 1,204 (%) of them.", "unit", "%"},
      {"Shares were 18% in towns and % in villages.", "unit", "%"},
      {"Coverage was 61%–% across all of the districts.", "range", "%"},
      {"The effect was 12% (% CI = 9–15) in adults.", "unit", "%"},
      {"There were over million commuters.", "unit", "million"},
      {"It repaid notes of $ billion in May.", "currency", "billion"},
      {"Grants raised £ million for schools.", "currency", "million"},
      {"A total of school visits were made.", "noun", "school"},
      {"The rate was estimated to be per 1,000 births.", "unit", "per"},
      {"It fell by percentage points in June.", "unit", "percentage points"},
      {"Sales were $1 million, or % of the total.", "unit", "%"},
      {"There was a % decline in births.", "unit", "%"},
      {"It was 31.6%, 45.7%, %, respectively.", "unit", "%"},
      {"Rates were low (%–10.3%) in towns.", "range", "%"},
      {"The change (APC = -%) was small.", "unit", "%"},
      {"Of 61 (20%), seven (%) were lost.", "unit", "%"},
      {"The firm repurchased million shares.", "unit", "million"},
      {"A total of adults aged 18 years came.", "noun", "adults"},
      {"A total of at least 30 and a total of some 40.", NULL, NULL},
      {"It is a % change, number and % of all, n (%).", NULL, NULL},
      {"Prices rose 3.1 percent, or about $4 million.", NULL, NULL},
      {"All figures are in $ million.", NULL, NULL},
      {"It is shown as a % of income (%).", NULL, NULL},
      {"A total of about ninety people; million-dollar homes.", NULL, NULL},
      {"Rates are per 1,000 births.", NULL, NULL},
      {"See a.example/x%20is%20here for more.", NULL, NULL},
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

static void finds_frames(void **state) {
  static const example examples[] = {
      {"In , we opened four offices.", "frame", ","},
      {"The term ended on May , 2019, as planned.", "frame", ","},
      {"Sales rose to in May.", "frame", "in"},
      {"Prices went up by from 12 last year.", "frame", "from"},
      {"It accounts for of the total.", "frame", "of"},
      {"Of 360 tests, 54 (15%) failed, including (3%) twice.", "frame",
       "including"},
      {"Approximately patients came.", "frame", "patients"},
      {"It needs an additional beds.", "frame", "beds"},
      {"It grew to more than shops.", "frame", "shops"},
      {"Trains run every minutes.", "frame", "minutes"},
      {"It is a -year plan.", "frame", "year"},
      {"The output was MW.", "frame", "MW"},
      {"This is the th congress.", "frame", "th"},
      {"Adults aged or older came.", "frame", "or"},
      {"Men (61 per 1,000) and women ( per 1,000) came.", "unit", "per"},
      {"Sales grew , as planned , in May .", NULL, NULL},
      {"The area we live in, and the towns they came from.", NULL, NULL},
      {"Costs rose to between 2% and 3%, up from under 1%.", NULL, NULL},
      {"Rates fell to as low as 3%, raised by and large at once.", NULL, NULL},
      {"It was cut by on-site audits.", NULL, NULL},
      {"Losses of (3%) and gains of 12 (4%) were seen.", NULL, NULL},
      {"Approximately equal parts; an additional means test.", NULL, NULL},
      {"St. Louis, the ST segment and the nth case.", NULL, NULL},
      {"Increases to the base rate up to and including May.", NULL, NULL},
      {"A total of R68 billion was paid.", NULL, NULL},
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

static void weighs_english_neighbours(void **state) {
  static const example examples[] = {
      {"Days were counted at the clinic, and 80 patients were at least old.",
       NULL, NULL},
      {"Follow-up visits of these patients took place at 6, 9, and months.",
       "frame", "months"},
      {"Gains of the first group were larger than those of others (n = ).",
       "frame", "="},
      {"The survey had 12 COVID-19–Associated admissions of men and women.",
       NULL, NULL},
      {"(p < )", NULL, NULL}, /* no running text */
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

/* Opens a lexicon with a table (en/gap_frames) of the rows; the error's text,
 * NULL where it is read. */
static const char *read_table(const char *table, const char *rows) {
  static char message[200];
  char folder[] = "/tmp/hedui-gap-XXXXXX", below[200], path[300];
  const char *folders[] = {folder};
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  assert_non_null(mkdtemp(folder));
  snprintf(below, sizeof below, "%s/%.2s", folder, table);
  assert_int_equal(mkdir(below, 0700), 0);
  snprintf(path, sizeof path, "%s/%s.tsv", folder, table);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fprintf(file, "%s\n", rows);
  fclose(file);
  const hd_lexicon *lexicon = hd_lexicon_open(arena, folders, 1, &error);
  assert_non_null(lexicon);
  bool read = hd_gap_words_new(arena, lexicon, &error) != NULL;
  snprintf(message, sizeof message, "%s", read ? "" : error.message);
  hd_arena_free(arena);
  unlink(path);
  rmdir(below);
  rmdir(folder);
  return read ? NULL : message;
}

static void refuses_bad_english_weights(void **state) {
  static const char *const form = "a pattern is: b _ c, or: a b _ c d";
  static const struct {
    const char *row, *error;
  } rows[] = {
      {"of _ the\t12", NULL},
      {"* of _ the <s>\t-12", NULL},
      {"@zz\tzzyzx\nzzyzx _ of\t3", NULL},
      {"of the\t12", form},
      {"* of the _ <s>\t12", form},
      {"of _ zzyzx\t12", "no row of words (@a) has the token"},
      {"of _ the\t1.2", "a weight is a whole number of at most four digits"},
      {"of _ the\t12345", "a weight is a whole number of at most four digits"},
      {"@b\tbe  been", "an empty word, or one that is too long"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char table[200];
    snprintf(table, sizeof table, "pattern\tweight\n%s", rows[i].row);
    const char *error = read_table("en/gap_weights", table);
    if (rows[i].error ? !error || strcmp(error, rows[i].error) : error != NULL)
      fail_msg("%s: %s", rows[i].row, error ? error : "is read");
  }
  (void)state;
}

static const char *read_frames(const char *row) {
  char rows[200];
  snprintf(rows, sizeof rows, "frame\twords\n%s", row);
  return read_table("en/gap_frames", rows);
}

static const char *read_weights(const char *row) {
  char rows[200];
  snprintf(rows, sizeof rows, "side\tword\tweight\tneighbours\n%s", row);
  return read_table("zh/gap_weights", rows);
}

static void refuses_bad_weights(void **state) {
  static const char wrong[] =
      "a row is left or right, a word or *, a weight and neighbours";
  assert_null(read_weights("left\t家\t-3\t国 人"));
  assert_null(read_weights("right\t*\t12\t业"));
  assert_string_equal(read_weights("above\t家\t3\t国"), wrong);
  assert_string_equal(read_weights("left\t\t3\t国"), wrong);
  assert_string_equal(read_weights("left\t家\tmuch\t国"), wrong);
  assert_string_equal(read_weights("left\t家\t101\t国"), wrong);
  assert_string_equal(read_weights("left\t家\t3\t国  人"), wrong);
  (void)state;
}

static int weight_of(const kit *k, const char *left, const char *word,
                     const char *right) {
  return hd_gap_beside_weight(k->words->beside, hd_str_of(word),
                              hd_str_of(left), hd_str_of(right));
}

static void weighs_neighbours(void **state) {
  kit k = open_kit(NULL);
  assert_true(weight_of(&k, "累计增至", "项", "，包括") > 0);
  assert_true(weight_of(&k, "累计建成的", "家", "企业") >
              weight_of(&k, "对他们", "家", "来说"));
  assert_true(weight_of(&k, "他忙", "个", "不停") < 0);
  assert_true(weight_of(&k, "点火起飞，约", "分钟", "后") > 0);
  /* a digit is any digit, blanks are none, and so is what lies further off */
  assert_int_equal(weight_of(&k, "甲约", "家", "1"),
                   weight_of(&k, "甲约 ", "家", " 7"));
  assert_int_equal(weight_of(&k, "一乙甲约", "家", "丙丁二"),
                   weight_of(&k, "三四甲约", "家", "丙丁五"));
  assert_int_equal(weight_of(&k, "", "家", ""), weight_of(&k, "。", "家", ""));
  hd_arena_free(k.arena);
  (void)state;
}

static void neighbours_decide(void **state) {
  static const example examples[] = {
      {"新增统筹安排元资金支持稳增长。", "unit", "元"},
      {"产量连续个榨季排全国第一。", "classifier", "个"},
      {"点火起飞，约分钟后分离。", "unit", "分钟"},
      {"网格员忙个不停。", NULL, NULL},
      {"技术人员参加，对他们家来说很有必要。", NULL, NULL},
      {"新建亿元项目12个，总投资超亿元。", NULL, NULL},
  };
  kit k = open_kit(NULL);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    check(&k, &examples[i]);
  hd_arena_free(k.arena);
  (void)state;
}

static void refuses_bad_frames(void **state) {
  assert_null(read_frames("barely! _ +\t"));
  assert_string_equal(read_frames("barely _ +\t"),
                      "a frame has a word with ! and a _ inside");
  assert_string_equal(read_frames("barely! +\t"),
                      "a frame has a word with ! and a _ inside");
  assert_string_equal(read_frames("@nowhere! _ +\t"),
                      "no row of words has this name");
  assert_string_equal(read_frames("a||b! _ +\t"),
                      "an empty word, or one that is too long");
  assert_string_equal(read_frames("a b c d e f g h! _ i\t"), "too many items");
  assert_string_equal(read_frames("@never\tmeans|@nowhere"),
                      "no row of words has this name");
  (void)state;
}

/* Writes zh/compounds.tsv into a new folder, whose name is returned. */
static char *write_compounds(char *folder, const char *row) {
  char path[200];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/zh", folder);
  assert_int_equal(mkdir(path, 0700), 0);
  snprintf(path, sizeof path, "%s/zh/compounds.tsv", folder);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fprintf(file, "head\tself\tone\ttwo\tthree\n%s\n", row);
  fclose(file);
  return folder;
}

static void remove_compounds(const char *folder) {
  char path[200];
  snprintf(path, sizeof path, "%s/zh/compounds.tsv", folder);
  unlink(path);
  snprintf(path, sizeof path, "%s/zh", folder);
  rmdir(path);
  rmdir(folder);
}

static void knows_words_of_the_user(void **state) {
  char folder[] = "gap-test-XXXXXX";
  example own = {"派出县城名技术人员。", "classifier", "名"};
  kit k = open_kit(NULL);
  check(&k, &own);
  hd_arena_free(k.arena);
  k = open_kit(write_compounds(folder, "县城名\ta"));
  own.kind = NULL;
  check(&k, &own);
  hd_arena_free(k.arena);
  remove_compounds(folder);
  (void)state;
}

static void refuses_bad_cells(void **state) {
  static const char *const rows[] = {"案\ti\t件i例", "案\ti\t例l件i",
                                     "案\ti\t件9", "案\tlong", "案\ti\tabci"};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char folder[] = "gap-test-XXXXXX";
    const char *name = write_compounds(folder, rows[i]);
    hd_arena *arena = hd_arena_new();
    hd_error error = {0};
    hd_lexicon *lexicon = hd_lexicon_open(arena, &name, 1, &error);
    assert_non_null(lexicon);
    if (hd_gap_words_new(arena, lexicon, &error))
      fail_msg("row %zu was taken", i);
    assert_int_equal(error.line, 2);
    hd_arena_free(arena);
    remove_compounds(folder);
  }
  (void)state;
}

/* The program's own cells are trusted when it starts: they are checked here. */
static void own_cells_are_sound(void **state) {
  kit k = open_kit(NULL);
  const hd_table_data *table = hd_lexicon_table(k.lexicon, "zh/compounds");
  assert_non_null(table);
  assert_true(table->n_rows > 1000);
  for (size_t i = 0; i < table->n_rows; i++)
    for (size_t n = 1; n <= 3; n++)
      if (!hd_gap_is_cell(table->rows[i].fields[1 + n], n))
        fail_msg("row %u", table->rows[i].line);
  hd_arena_free(k.arena);
  (void)state;
}

static hd_gap_stand stand_of(const kit *k, const char *s, const char *piece) {
  hd_str text = hd_str_of(s);
  uint32_t at = (uint32_t)hd_str_find(text, hd_str_of(piece));
  hd_span span = {at, at + (uint32_t)strlen(piece)};
  return hd_gap_stands(k->words, text, span);
}

static void weighs_words(void **state) {
  kit k = open_kit(NULL);
  assert_true(stand_of(&k, "全体国家工作人员", "家").margin < 0);
  assert_true(stand_of(&k, "全体工作人员家", "家").margin > 0);
  hd_gap_stand stand = stand_of(&k, "建设食堂个", "个");
  assert_int_equal(stand.left, 2);
  assert_int_equal(stand.right, 0);
  assert_int_equal(stand_of(&k, "个", "个").margin, HD_GAP_SURE);
  assert_int_equal(stand_of(&k, "约为万‰", "万‰").margin, HD_GAP_SURE);
  assert_false(stand_of(&k, "之家", "家").left_unknown);
  hd_arena_free(k.arena);
  (void)state;
}

static void looks_when_asked(void **state) {
  kit own = open_kit(NULL), *k = &own;
  const hd_gaps *at_once = find(k, "全市空气优良天数比例为%，居前列。");
  const hd_text *text = hd_text_read(k->arena, k->doc, k->vocabulary);
  hd_quantities *q =
      hd_quantity_scan(k->arena, text, k->units, (hd_day){0, 0, 0});
  hd_gaps *later = hd_gap_order(k->arena, q, k->units, k->words);
  assert_int_equal(later->n, 0);
  assert_int_equal(hd_gaps_found(later)->n, at_once->n);
  const hd_gap *first = hd_gaps_found(later)->items;
  assert_int_equal(first->span.off, at_once->items[0].span.off);
  assert_ptr_equal(hd_gaps_found(later)->items, first); /* once */
  assert_null(hd_gaps_found(NULL));
  hd_arena_free(k->arena);
  (void)state;
}

/* Of each pair of some hundred characters whether it is there, and its cost. */
static void knows_pairs(void **state) {
  enum { SOME = 120, STEP = 171 };
  hd_arena *arena = hd_arena_new();
  hd_gap_pairs *pairs = hd_gap_pairs_new(arena, SOME * SOME / 3 + 1);
  char p[8];
  for (uint32_t i = 0; i < SOME; i++)
    for (uint32_t k = i % 3; k < SOME; k += 3) {
      size_t n = hd_utf8_encode(GAP_HAN_FIRST + i * STEP, p);
      hd_utf8_encode(GAP_HAN_LAST - k * STEP, p + n);
      hd_gap_pairs_put(pairs, p, 'z');
      hd_gap_pairs_put(pairs, p, (char)('a' + (i + k) % 26));
    }
  for (uint32_t i = 0; i < SOME; i++)
    for (uint32_t k = 0; k < SOME; k++) {
      size_t n = hd_utf8_encode(GAP_HAN_FIRST + i * STEP, p);
      hd_utf8_encode(GAP_HAN_LAST - k * STEP, p + n);
      char wanted = k % 3 == i % 3 ? (char)('a' + (i + k) % 26) : 0;
      assert_int_equal(hd_gap_pairs_cost(pairs, p), wanted);
    }
  hd_arena_free(arena);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_chinese_gaps),
      cmocka_unit_test(leaves_chinese_words_alone),
      cmocka_unit_test(finds_english_gaps),
      cmocka_unit_test(finds_frames),
      cmocka_unit_test(weighs_english_neighbours),
      cmocka_unit_test(refuses_bad_english_weights),
      cmocka_unit_test(refuses_bad_frames),
      cmocka_unit_test(refuses_bad_weights),
      cmocka_unit_test(weighs_neighbours),
      cmocka_unit_test(neighbours_decide),
      cmocka_unit_test(knows_words_of_the_user),
      cmocka_unit_test(refuses_bad_cells),
      cmocka_unit_test(own_cells_are_sound),
      cmocka_unit_test(weighs_words),
      cmocka_unit_test(looks_when_asked),
      cmocka_unit_test(knows_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
