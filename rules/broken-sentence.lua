-- What is left where words were deleted: two marks side by side, a sentence
-- that stops behind a word that opens something, a paragraph that ends in a
-- comma.
local CUES = [[(?:分别为|分别是|分别达|提高到|提升到|增加到|降低到|下降到|减少到|上升到|增长到|扩大到|缩小到|降至|增至|升至|减至|提高至|增加至|下降至|回落到|回落至|缩短至|缩短到|压缩至|压缩到|延长至|扩大至|控制在|稳定在|保持在|维持在)]]
local PAIRS = [[,,|、、|;;|::|,、|、,|;,|,;|;、|、;|:,|,:|:;|;:|:、|、:|,。|、。|;。|:。]]
local OPENERS = [[(?:因为|由于|以及|并且|而且|但是|然而|虽然|尽管|从而|以便|以至|或者)]]

local FULL = re.new("[。;]")
local STOP = re.new("[。,、;:]")
local LIST = { item = true, table = true, caption = true, footnote = true }
local LOWER = re.new("^[a-z]") -- the next line goes on
local SHORT = 90 -- bytes of a paragraph that may be a line of something else
local MANY = 3   -- paragraphs that end in a comma: the lines are broken there

-- Does a paragraph of sentences end in a comma with nothing to go on?
local function broken_end(block)
  local after = block.next
  if block.kind ~= "paragraph" or block.length < SHORT or not FULL:find(block.text) then return false end
  return not after or not (LIST[after.kind] or LOWER:find(after.text))
end

-- :+1::+1: are two signs by name; MD1,*; Ann B., MD1,* has marks of notes between.
local NAME_BEFORE, NAME_BEHIND = re.new([[:[\w+-]+$]]), re.new([[^[\w+-]+:]])
local NOTES = re.new([[\d,;\s]])
local function is_name(place)
  if place.text == ",;" then return NOTES:find(place:before(1) .. place.text .. place:after(1)) ~= nil end
  return place.text == "::" and (NAME_BEFORE:find(place:before(16)) or NAME_BEHIND:find(place:after(16))) ~= nil
end

return {
  api = 1,
  id = "broken-sentence",
  severity = "warning",
  languages = { "zh", "en" },
  on = {
    pattern = {
      [[(?<!:)(?<marks>]] .. PAIRS .. [[)(?!:)]],
      [[^(?<marks>[,、;。](?![,、;。.]))]],
      CUES .. [[(?<marks>[,。;])]],
      OPENERS .. [[(?<marks>[。;])]],
      [[(?=the\.|an\.|and\.|because\.|although\.|whereas\.|whose\.)\b[a-z]+(?<marks>\.)(?=\s|$)]],
    },
    set = true,
  },
  summary = {
    zh = "句子残缺：标点连用（，，）、停在“以及。”“提高到，”、段末是逗号",
    en = "a broken sentence: two marks side by side, or it stops at “and.”",
  },
  explain = {
    zh = [[删改后留下的“，，”“，。”“。。”，停在连词或“提高到”“分别为”后面的句子，以逗号、顿号结尾的段落。
引号、书名号后面的标点不算；断行排版的文稿（多段以逗号结尾）不报段末。]],
    en = [[What a deletion leaves behind: two marks side by side, a sentence that stops at a conjunction or an
article, a paragraph that ends in a comma. Texts that are broken into lines are left alone.]],
  },
  messages = {
    marks = {
      zh = "标点“{mark}”连用，其间可能有缺漏",
      en = "“{mark}”: two marks side by side, is something missing?",
    },
    stops = {
      zh = "句子停在“{mark}”，后面可能有缺漏",
      en = "the sentence stops at “{mark}”",
    },
    ends = {
      zh = "段落以“{mark}”结尾，后面可能有缺漏",
      en = "the paragraph ends in “{mark}”",
    },
  },
  examples = {
    bad = {
      { [[深化改革，，扩大开放。]], at = "，，" },
      { [[全年开工项目30个，。]], at = "，。" },
      { [[经济平稳运行。。财政收入增长。]], at = "。", nth = 2 },
      { [[失业率由5.3%下降到，就业稳定。]], at = "下降到，" },
      { [[加强道路、桥梁以及。推进供水。]], at = "以及。" },
      { "全市深入实施创新驱动发展战略。研发投入强度继续提高，高新技术企业不断增加，\n\n各项社会事业全面进步，人民生活持续改善。", at = "，", nth = 2 },
      { [[The survey covered rural areas and the. It was repeated.]], at = "the." },
    },
    good = {
      "下载统计公报 :+1::+1::+1:",
      "Ann Bold, MD1,2,*; Carl S. Dorn, MD1,*; Eve Ford, PhD1; and others.",
      "::: info 专家点评\n\n技术发展很快。\n\n:::",
      [[建设“一带一路”，完成《规划》。经过努力，目标达到。]],
      "各位代表，\n\n过去一年，\n\n我们克服困难。",
      [[The U.S. and the U.K. took part, e.g., in trade, etc.; sales rose...]],
    },
  },
  check = function(item, report)
    if item.type == "match" then
      local lone = utf8.len(item[0]) == 1 -- it begins a sentence
      if item.sentence.cell or (lone and not STOP:find(item:place():before(1))) then return end
      local place = item:place()
      if is_name(place) then return end
      report {
        at = place, message = item[0] == item.marks and "marks" or "stops", values = { mark = place.printed },
      }
      return
    end
    for _, doc in ipairs(item.documents) do
      local found = {}
      for _, mark in ipairs(doc:ending(",、")) do
        if broken_end(mark.block) then found[#found + 1] = mark end
      end
      for _, mark in ipairs(#found < MANY and found or {}) do
        report { at = mark, message = "ends", values = { mark = mark.printed } }
      end
    end
  end,
}
