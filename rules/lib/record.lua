-- record: a record high is not below anything, a record low not above.

local record = {}

local SET = [[(?:创|刷新)[^,。;\d]{0,24}?\d{0,4}[^,。;\d]{0,8}]]
local AGAINST = [[(?:纪录|记录|水平|值)?,(?:同比|环比|比|较)[^,。;\d]{0,16}?]]
record.high = SET .. [[(?<record>新高|最高)]] .. AGAINST .. [[(?<w>低于|降低|下降|减少|回落|低|少)(?:了)?\d]]
record.low = SET .. [[(?<record>新低|最低)]] .. AGAINST .. [[(?<w>高于|上升|增长|增加|提高|回升|高|多)(?:出|了)?\d]]

return record
