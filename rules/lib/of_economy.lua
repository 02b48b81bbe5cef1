-- of_economy: rates of the whole product (赤字率, 研发投入强度), by the amount that
-- stands beside them and the product wherever the document tells it. The product
-- may be that of the year before, or said to be above a round number only, so
-- that no more is judged than what no year's growth explains.
local of_economy = {}

local NEAR = 5 -- figures between the rate and its amount
local PRODUCT, TOTAL = re.new("(?:生产总值|GDP|经济总量|经济规模)$"), re.new("^总量$")
local BEFORE = re.new("(?:生产总值|GDP|经济)[^。;]*$")
local LESS, MORE = decimal(65) / 100, decimal(145) / 100
local HUNDRED = 100

local function is_product(c)
  return c.is_claim and c.unit == "CNY" and c.amount.low ~= nil and c.scope == "" and c.modality ~= "target" and not c:has("average")
    and not c:has("increment") and not c.sentence.cell
    and (PRODUCT:find(c.name) ~= nil or TOTAL:find(c.name) ~= nil and BEFORE:find(c:before(40)) ~= nil)
end

-- The largest product that the document tells: that of the last year.
local products = memo()
local function product_of(doc)
  if products[doc] == nil then
    local most = false
    for _, c in ipairs(doc:figures("amount")) do
      if is_product(c) and (not most or c.amount.low > most.amount.low) then most = c end
    end
    products[doc] = most
  end
  return products[doc]
end

-- 财政赤字2.76万亿元, not 中央财政赤字: what the row names, and no part of it.
local WHOSE = re.new("(?:中央|地方|(?<!全)[省市县区]级?|企业|工业|高校|规上|院所)[^,;。]{0,4}$")
local REST = re.new("^[^,;。、\\d]*$")
local function amount_of(rate, names)
  local all = rate.doc.claims
  for step = 1, NEAR do
    for _, c in ipairs { all[rate.index - step] or false, all[rate.index + step] or false } do
      if c and c.is_claim and c.sentence.block == rate.sentence.block and c.unit == "CNY" and c.value and not c:has("increment") then
        local before = c:before(16)
        for _, name in ipairs(names) do
          local from, to = before:find(name, 1, true)
          if from and REST:find(before:sub(to + 1)) and not WHOSE:find(before:sub(1, from - 1)) then return c end
        end
      end
    end
  end
end

-- The amount, the product and the rate that they make, and whether the rate
-- that is printed may be it; nil where one of them is not told.
function of_economy.check(rate, names)
  if rate.kind ~= "percent" or not rate.value or not rate.value:gt(0) then return nil end
  local product = product_of(rate.doc)
  local amount = product and product.index ~= rate.index and amount_of(rate, names)
  if not amount then return nil end
  local wanted = amount.amount.low / product.amount.low * HUNDRED
  local low, high = rate.value - rate.last_digit / 2, rate.value + rate.last_digit / 2
  return amount, product, wanted, high >= wanted * LESS and low <= wanted * MORE
end

return of_economy
