---@meta hedui
-- What a rule of hedui sees, for editors. Written from the tables of the
-- program; do not edit.

---An exact figure. Unknown after a division by zero or an overflow.
---@class hedui.decimal
---@operator add(hedui.decimal|integer): hedui.decimal
---@operator sub(hedui.decimal|integer): hedui.decimal
---@operator mul(hedui.decimal|integer): hedui.decimal
---@operator div(hedui.decimal|integer): hedui.decimal
---@operator unm: hedui.decimal
local decimal_ = {}
---@param x hedui.decimal|integer
---@return boolean
function decimal_:lt(x) end
---@param x hedui.decimal|integer
---@return boolean
function decimal_:le(x) end
---@param x hedui.decimal|integer
---@return boolean
function decimal_:eq(x) end
---@param x hedui.decimal|integer
---@return boolean
function decimal_:ge(x) end
---@param x hedui.decimal|integer
---@return boolean
function decimal_:gt(x) end
---@return string
function decimal_:text() end
---Half up, to n places.
---@param n integer
---@return hedui.decimal
function decimal_:round(n) end
---@return hedui.decimal
function decimal_:abs() end
---@return boolean
function decimal_:is_integer() end
---@return boolean
function decimal_:is_known() end

---What a figure may be; nil: no end on that side.
---@class hedui.interval
---@field low hedui.decimal?
---@field high hedui.decimal?
---@field is_point boolean
---@operator add(hedui.interval|hedui.decimal|integer): hedui.interval
---@operator sub(hedui.interval|hedui.decimal|integer): hedui.interval
---@operator mul(hedui.interval|hedui.decimal|integer): hedui.interval
---@operator div(hedui.interval|hedui.decimal|integer): hedui.interval
local interval_ = {}
---Have they a value in common?
---@param x hedui.interval|hedui.decimal|integer
---@return boolean
function interval_:meets(x) end
---@param x hedui.interval|hedui.decimal|integer
---@return boolean
function interval_:contains(x) end
---@param x hedui.interval
---@return boolean
function interval_:inside(x) end
---Wider by d on both sides.
---@param d hedui.decimal|integer
---@return hedui.interval
function interval_:widen(d) end
---@return boolean
function interval_:is_known() end
---@return string
function interval_:text() end

---A PCRE2 pattern over UTF-8 text.
---@class hedui.pattern
local pattern_ = {}
---@param s string
---@param init? integer
---@return integer? from, integer? to, string? ...
function pattern_:find(s, init) end
---@param s string
---@param init? integer
---@return string? ...
function pattern_:match(s, init) end
---@param s string
---@return fun(): string, ...
function pattern_:gmatch(s) end

---@param s string
---@param with string
---@return string
---@return integer
function pattern_:replace(s, with) end

---What a pattern of `on.pattern` matched; m[1], m.name: its groups.
---@class hedui.match
---@field text string
---@field sentence hedui.sentence
---@field doc hedui.doc
---@field pattern integer
---@field type string
---@field [integer|string] any
local match_ = {}
---@param group? integer|string
---@return hedui.place?
function match_:place(group) end

---@param group integer|string
---@return hedui.claim?
function match_:figure(group) end

---@return hedui.claim?
function match_:next_figure() end

---@alias hedui.figure hedui.decimal|hedui.interval|integer
---@alias hedui.where hedui.claim|hedui.place|hedui.sentence|hedui.block|hedui.gap|hedui.cell|hedui.enumerator|hedui.match|hedui.doc
---@class hedui.finding
---@field at hedui.where what is wrong; keep it short
---@field message? string key of messages; left out: base
---@field values? table<string, any> for {name} in the message
---@field stated? string|hedui.figure left out: the text of at
---@field expected? string|hedui.figure what it should be
---@field related? hedui.where|hedui.where[] the other place or places
---@field severity? "note"|"warning"|"error" not above the rule's
---@field readings? string[] what was tried before it was called wrong
---@class hedui.agreement
---@field at hedui.where
---@field related? hedui.where|hedui.where[]
---@field how? string|{key: string, values: table<string, any>?}
---@class hedui.report
---@field agrees fun(check: hedui.agreement) a check that holds
---@field undecided fun(check: hedui.agreement) could not be decided
---@overload fun(finding: hedui.finding)

---@alias hedui.text string|{zh: string, en: string}
---@class hedui.rule
---@field api 1
---@field id string the file's name without .lua
---@field severity "note"|"warning"|"error"
---@field state? "stable"|"preview"
---@field languages? string[] of the text it judges
---@field summary hedui.text
---@field explain hedui.text
---@field messages table<string, hedui.text>
---@field examples {bad: table[], good: (string|table)[]}
---@field on table what it wants to see
---@field params? table<string, any>
---@field check? fun(item: any, report: hedui.report, params: table, doc: hedui.doc)

---What is judged together: one document, or several.
---@class hedui.set
---@field type string the name of this kind of view
---@field documents hedui.doc[] the documents that are judged together; what they are judged against is among their companions
local set_ = {}
---all links; of that kind where it is given
---@param kind any
---@return hedui.link[]
function set_:links(kind) end

---A document. As a place it stands for the document as a whole.
---@class hedui.doc
---@field type string the name of this kind of view
---@field name string the file
---@field lang string zh or en, the text's main language
---@field role string report, annex, translation, previous or reference
---@field yields boolean a reference that is wrong where it disagrees with the report
---@field text_length integer bytes of its text
---@field blocks hedui.block[] all blocks, in order
---@field marked_blocks hedui.block[] those that are titles or headings or have a number
---@field sentences hedui.sentence[] all sentences
---@field claims hedui.claim[] every figure, also those that claim nothing (is_claim is false)
---@field enumerators hedui.enumerator[] all enumerators inside running text
---@field gaps hedui.gap[] where numbers were lost
---@field tables hedui.table[] all tables
---@field date string the document's own day, or ""
---@field entity string whose report it is, or ""
local doc_ = {}
---the others of its set that have the role
---@param role any
---@return hedui.doc[]
function doc_:companions(role) end
---the last characters of blocks, where they are among those of the string
---@param marks any
---@return hedui.place[]
function doc_:ending(marks) end
---words that stand twice side by side, within a block or cell: pair.first, pair.second are places
---@return table[]
function doc_:doubles() end
---sentences outside of tables of at least that many bytes that stood in the document before: pair.first, pair.second; with near: at most so many sentences before, or right behind such a one
---@param least any
---@param near any
---@return table[]
function doc_:twins(least, near) end
---by each key of the table, which is two ideographs: in how many sentences they stand side by side
---@param pairs any
---@return integer[]
function doc_:spread(pairs) end
---the links that begin in it; without kind: all
---@param kind any
---@return hedui.link[]
function doc_:links(kind) end
---the claims of those kinds, in order; the last argument may be a table of what they must have: claim, prose = true; aspect, modality: as the field; has: an aspect; digits, power, name: so many (bytes) at least; names: a table that has its name, or the first character of it, as a key
---@param kind any
---@param ... any
---@return hedui.claim[]
function doc_:figures(kind, ...) end
---those of them outside of tables that claim something and whose name another of them has, too
---@param kind any
---@param ... any
---@return hedui.claim[]
function doc_:recurring(kind, ...) end

---A heading, paragraph, list item, table, caption or footnote.
---@class hedui.block
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field kind string title, heading, paragraph, item, table, caption, footnote or skipped
---@field text string the whole block, marker included
---@field length integer bytes of its text
---@field ideographs boolean a Chinese character stands in it
---@field unpaired boolean a quotation mark or bracket in it, or in a cell of it, has no partner; apostrophes inside words are none
---@field level integer of a heading: 1 outermost; of an item: how deep it is nested
---@field number integer what its marker says; 0: nothing
---@field mark string how the marker is written: han_comma 一、, han_paren (一), han_chapter 第一章, dot 1., paren (1), circle ①, decimal 1.2, letter A., roman I., word, bullet; "" without one
---@field marker hedui.place? the marker
---@field body hedui.place? what stands behind the marker
---@field heading hedui.block? the heading above it
---@field index integer its number in doc.blocks
---@field paragraph integer its number below its heading
---@field table hedui.table? of a block that is a table
---@field run_on boolean a heading that stood at the end of a paragraph
---@field previous hedui.block? the block before
---@field next hedui.block? the block behind
---@field place hedui.place where it stands
local block_ = {}

---A sentence, or what a table cell holds; of a cell with prose (some length, and a comma or full stop) a sentence.
---@class hedui.sentence
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string the sentence with its end mark
---@field index integer its number in doc.sentences
---@field block hedui.block the block it stands in
---@field cell hedui.cell? the cell that it fills, or whose prose it is of
---@field clauses hedui.clause[] its clauses
---@field tokens hedui.token[] the words of lexicons in it, in order
---@field claims hedui.claim[] every figure in it, also those that claim nothing
local sentence_ = {}
---bytes from to to of its text, 1-based, both included
---@param from any
---@param to any
---@return hedui.place
function sentence_:place(from, to) end

---A part of a sentence between commas.
---@class hedui.clause
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string the clause without its mark
---@field mark string what ended it: "," ";" ":" "." or ""
---@field place hedui.place where it stands
---@field block hedui.block the block it stands in
---@field sentence hedui.sentence? its sentence
local clause_ = {}
---up to n code points in front of it, within its block
---@param n any
---@return string
function clause_:before(n) end
---up to n code points behind it, within its block
---@param n any
---@return string
function clause_:after(n) end

---A word of a lexicon, found in the text.
---@class hedui.token
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string the word as printed
---@field class string the lexicon it is from: change, reach, share, part, total, aspect ...
---@field value string second column of the lexicon: up, new, more_than ...
---@field extra string third column, or ""
---@field place hedui.place where it stands
local token_ = {}

---A number of an enumeration inside running text.
---@class hedui.enumerator
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string as printed: 一是, 首先, (1), first
---@field number integer which of its series
---@field series integer the same for members written in one form
---@field index integer its number in doc.enumerators
---@field place hedui.place where it stands
---@field block hedui.block the block it stands in
---@field sentence hedui.sentence? its sentence
local enumerator_ = {}
---up to n code points in front of it, within its block
---@param n any
---@return string
function enumerator_:before(n) end
---up to n code points behind it, within its block
---@param n any
---@return string
function enumerator_:after(n) end

---A table.
---@class hedui.table
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field rows integer how many rows
---@field columns integer how many columns
---@field header_rows integer how many are headers
---@field caption hedui.block? its caption or unit line
---@field number integer which table of the document
---@field block hedui.block the block that it is
---@field cells hedui.cell[] all cells, row by row
local table_ = {}
---the cell whose top left corner is there; both count from 1
---@param row any
---@param column any
---@return hedui.cell?
function table_:cell(row, column) end
---the cells whose text the pattern matches, row by row
---@param re any
---@return hedui.cell[]
function table_:matching(re) end

---A cell of a table.
---@class hedui.cell
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string what the cell holds
---@field row integer its row, from 1
---@field column integer its column, from 1
---@field header boolean it stands in a header row
---@field claim hedui.claim? the first figure in it
---@field unpaired boolean a quotation mark or bracket in it has no partner, as in block.unpaired
---@field table hedui.table its table
---@field place hedui.place? where its text stands
local cell_ = {}

---A place where a number was lost.
---@class hedui.gap
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field kind string unit, classifier, approximator, date, range, currency, noun or frame
---@field strength integer 0 to 100: how sure it is that a number was lost
---@field text string the unit or word that lost its number
---@field place hedui.place where it stands
---@field block hedui.block the block it stands in
---@field sentence hedui.sentence? its sentence
local gap_ = {}
---up to n code points in front of it, within its block
---@param n any
---@return string
function gap_:before(n) end
---up to n code points behind it, within its block
---@param n any
---@return string
function gap_:after(n) end

---A figure of the text with all that the text says about it.
---@class hedui.claim
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string as printed: number, scale and unit, without 约 or 超
---@field number_text string the digits or numeral
---@field unit_text string scale and unit as printed
---@field kind string count, amount, percent, point, ratio, multiple, rank, index, age, temperature, date, period, duration, ordinal, marker, identifier, name or statistic
---@field readings string[] other kinds that it may be
---@field is_claim boolean false for names, markers, dates and the like
---@field value hedui.decimal? number times scale; nil for a range
---@field low hedui.decimal? low end of a range, or value
---@field high hedui.decimal? high end of a range, or value
---@field interval hedui.interval what it may stand for: half a last digit and the bound included
---@field amount hedui.interval interval in base units of its dimension: 1 万千瓦 and 10 MW are equal
---@field cell_range hedui.interval? of one figure: what it adds to a sum of a table, half a last digit on both sides, in base units (percentages as printed); (12.5) is negative
---@field unit string canonical unit or classifier, or ""
---@field dimension string figures of one dimension can be compared; "" without unit
---@field factor hedui.decimal base units in one unit
---@field scale hedui.decimal 10000 for 万; 1 without
---@field power integer? the power of ten that its scale is: 4 for 万, 6 for million, 0 without
---@field decimals integer printed decimals
---@field digits integer printed significant digits
---@field last_digit hedui.decimal one unit of the last printed digit: 31.6 → 0.1, 5.2万 → 1000
---@field bound string exact, about, more_than, at_least, less_than or at_most
---@field approx hedui.place? the word that bounds it: 超
---@field grouped boolean printed as 1,234
---@field numeral boolean written in words: 三百
---@field subject string what it describes, or ""
---@field indicator string what of the subject is measured, or ""
---@field name string subject and indicator as one phrase, or ""
---@field scope string whose, "" where it is the document's own
---@field division integer code of the scope, where it is an administrative division; else 0
---@field topic integer equal for claims with one subject, indicator and dimension
---@field period string first/last day, or ""
---@field base string the period it is compared with, or ""
---@field aspect string level, increment, new, growth, share, completion, rank, average, cumulative; several with blanks between
---@field direction string up, down, flat or ""
---@field modality string actual, target or forecast
---@field price string constant where it says so, or ""
---@field verb hedui.place? the verb of change, reach, share or bound
---@field cue string the text of that verb, or ""
---@field cue_value string its value: up, down ...
---@field base_cue string 同比, 环比, 比上年, or ""
---@field base_cue_value string its value: yoy ...
---@field list integer? number of the coordinated list it belongs to
---@field list_index integer? its place in that list, from 1
---@field section string the heading above it, or ""
---@field first string of a date or period: first day, as exact as it is known
---@field last string of a date or period: last day
---@field year integer? of a date or period: the year in which all of it lies
---@field impossible boolean a date that does not exist
---@field index integer its number in doc.claims
---@field sentence hedui.sentence its sentence
---@field block hedui.block its block
---@field document hedui.doc the same as doc
local claim_ = {}
---is that one of its aspects: c:has("growth")
---@param aspect any
---@return boolean
function claim_:has(aspect) end
---of the n figures on each side those whose name ends so, the nearest first
---@param n any
---@param ending any
---@param ... any
---@return hedui.claim[]
function claim_:around(n, ending, ...) end
---where it (or its number, unit, approx, subject, indicator, scope, period, verb) stands
---@param slot any
---@return hedui.place?
function claim_:place(slot) end
---up to n code points in front of it, within its block
---@param n any
---@return string
function claim_:before(n) end
---up to n code points behind it, within its block
---@param n any
---@return string
function claim_:after(n) end

---Why claims belong together; each has a role in it.
---@class hedui.link
---@field type string "link"
---@field kind string same_fact, parts, part_of, share_of, change_of, from_to, threshold, completion, compare, list, counted, series, rank, text_cell, same_name, cell_change, translation, previous, reference or pair
---@field whole hedui.claim? the total
---@field rate hedui.claim? share, growth or completion
---@field increment hedui.claim? the difference said
---@field level hedui.claim? what was reached; `to` of a change
---@field base hedui.claim? what it is compared with; `from` of a change; threshold; plan
---@field members hedui.claim[] parts, claims of one fact, figures of a list; of a change: the multiples and yearly averages said behind it
---@field names hedui.place[] what is listed
---@field anchor hedui.place? the word that makes the link: 分别, 其中, 由
---@field cue string verb of change or bound, or ""
---@field cue_value string its value: up, down ...
---@field others hedui.claim[] other candidates for whole or base in the passage
---@field complete boolean the parts are said to be all
---@field tabular boolean its claims are single figures in cells of tables
---@field rough boolean one of its claims is no exact figure: about, over
---@field same_sentence boolean all of it stands in one sentence
---@field direct boolean the first member follows the anchor at once
---@field strength integer 0 to 100: how sure it is
---@field differs string? the slot in which the claims differ: scope
---@field reason string why they belong together
---@field doc hedui.doc the document it begins in
local link_ = {}

---A stretch of a document's text.
---@class hedui.place
---@field type string the name of this kind of view
---@field doc hedui.doc the document it stands in
---@field text string what stands there
---@field printed string what stands there in the source: full-width signs are not folded, traditional script is not simplified
---@field block hedui.block the block it stands in
---@field sentence hedui.sentence? the sentence it begins in
local place_ = {}
---up to n code points in front of it, within its block
---@param n any
---@return string
function place_:before(n) end
---up to n code points behind it, within its block
---@param n any
---@return string
function place_:after(n) end

---@param v string|integer
---@return hedui.decimal
function decimal(v) end

---@param low? hedui.decimal|integer|string
---@param high? hedui.decimal|integer
---@return hedui.interval
function interval(low, high) end

---@param test "t"|"F"|"r"|"z"|"chi2"
---@param statistic hedui.decimal
---@param df1? hedui.decimal
---@param df2? hedui.decimal
---@return hedui.interval?
function p_value(test, statistic, df1, df2) end

---The helper rules/lib/NAME.lua, of the rule's own folder first.
---@param name string
---@return table
function lib(name) end

---The rows of a lexicon ("zh/units").
---@param name string
---@return table
function lexicon(name) end

---A table that is empty at the beginning of each set.
---@return table
function memo() end

re = {}
---@param pattern string
---@param flags? "i"
---@return hedui.pattern
function re.new(pattern, flags) end
