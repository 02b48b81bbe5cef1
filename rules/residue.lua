-- Navigation words of web pages. A row of the lexicon says where its word is
-- one: `line`, alone in a line or behind the end of the last sentence;
-- `head`, at the beginning of a short line.
local MAX_HEAD = 90 -- bytes of a line that a `head` may begin
local MAX_WORD = 60 -- of the last sentence

local tables = { lexicon("zh/residue"), lexicon("en/residue") }
local bare = re.new([[^[\s【\[(<>|«»《]*(.*?)[\s】\])<>|«»》]*$]])

local function row_before(text)
  for _, rows in ipairs(tables) do
    local row = rows:prefix(text)
    if row then return row end
  end
end

-- Is the text a word of the lexicon, or, where `headed`, does it begin with one?
local function is_residue(text, headed)
  local word = (bare:match(text) or text):lower()
  local row = row_before(word)
  while row and headed and row.where ~= "head" and row.word ~= word do
    row = row_before(row.word:sub(1, -2)) -- a shorter word may be a head
  end
  return row and (row.word == word and row.where == "line" or headed and row.where == "head")
end

-- Is the block a line of the page's own?
local function is_line(block)
  return block.length <= MAX_HEAD and is_residue(block.text, true)
end

local function is_last(sentence)
  return sentence.index == #sentence.doc.sentences
end

return {
  api = 1,
  id = "residue",
  severity = "warning",
  on = { block = "any", sentence = true, begins = { "zh/residue", "en/residue" } },
  summary = {
    zh = "正文里留有网页的导航文字（返回、上一篇、打印本页）",
    en = "navigation text of a web page is left in the report (Back to top, Click here)",
  },
  explain = {
    zh = [[从网页复制的文稿常带进页面自己的文字：返回、关闭窗口、上一篇、责任编辑、分享到。
独占一行的是提示；紧跟在全文最后一句后面的会随稿发表，是警告。“来源：”不算。]],
    en = [[Text copied from a web page often brings the page's own words with it: Back to top, Click
here, Skip to main content. Alone in a line they are a note; glued behind the last sentence, where
they would be printed with it, a warning.]],
  },
  messages = {
    line = {
      zh = "“{word}”像是网页的导航文字",
      en = "“{word}” looks like a web page's navigation text",
    },
    last = {
      zh = "全文最后一句后面留有网页文字“{word}”",
      en = "a web page's “{word}” is left behind the last sentence",
    },
  },
  examples = {
    bad = {
      { [[全年财政收入增长，县市实力增强。返回]], at = "返回", severity = "warning" },
      { "全市经济平稳运行。\n\n【关闭窗口】", at = "【关闭窗口】", severity = "note" },
      { "上一篇：关于召开会议的通知\n\n全市经济平稳运行。", at = "上一篇：关于召开会议的通知",
        severity = "note" },
      { "Prices rose in all regions.\n\nBack to top", at = "Back to top", severity = "note" },
    },
    good = {
      [[来源：市统计局]],
      [[下乡返乡人员增多，务工人员陆续返回。]],
      [[扫一扫即可办理，打印、分享功能完善。]],
      [[The data are available online; click here to read the notes of the survey in full, with tables.]],
    },
  },
  check = function(item, report)
    local text = item.text
    if item.type == "block" then
      if is_line(item) then
        report { at = item, message = "line", severity = "note", values = { word = text } }
      end
    elseif is_last(item) and #text <= MAX_WORD and not is_line(item.block) and is_residue(text, false) then
      report { at = item, message = "last", values = { word = text } }
    end
  end,
}
