-- Symbols of units whose letters have the wrong case.
local SYMBOLS = {
  KW = "kW", Kw = "kW", kw = "kW", KWH = "kW·h", KWh = "kW·h", Kwh = "kW·h", kwh = "kW·h", KM = "km", Km = "km",
  KG = "kg", Kg = "kg", MPA = "MPa", Mpa = "MPa", mpa = "MPa", KPA = "kPa", KPa = "kPa", Kpa = "kPa", HZ = "Hz",
  hz = "Hz", KHZ = "kHz", KHz = "kHz", MHZ = "MHz", Mhz = "MHz", KV = "kV", Kv = "kV", kv = "kV", KVA = "kV·A",
  MM = "mm", CM = "cm", Cm = "cm", ML = "mL", Ml = "mL", KJ = "kJ", MG = "mg", hm2 = "hm²", KM2 = "km²", km2 = "km²",
}

return {
  api = 1,
  id = "unit-symbol",
  severity = "note",
  languages = { "zh" },
  on = {
    pattern = [[(?<=\d)\s?(?<symbol>K[Ww]|kw|K?k?[Ww][Hh]|K[Ww][Hh]|kwh|KM2?|K[mgG]|km2|hm2|M[Pp][Aa]|mpa|K[Pp][Aa]|HZ|hz|[KM]H[zZ]|Mhz|K[Vv]A?|kv|MM|C[Mm]|M[Ll]|KJ|MG)(?![A-Za-z0-9])]],
  },
  summary = {
    zh = "单位符号大小写有误（KW应为kW；GB 3100～3102—1993）",
    en = "the symbol of a unit has the wrong case (KW for kW; GB 3100–3102—1993)",
  },
  explain = {
    zh = [[GB 3100～3102—1993《量和单位》：单位符号一般用小写，来源于人名的首字母大写（W、V、Pa、Hz）；
词头千用小写k，兆用大写M。大小写写错会成为另一个单位（mW是毫瓦，MW是兆瓦）。]],
    en = [[GB 3100–3102—1993: symbols of units are lower case, those from names begin with a capital (W, V, Pa, Hz);
kilo is k, mega is M. The wrong case is another unit: mW and MW.]],
  },
  messages = {
    base = {
      zh = "单位符号“{at}”应为“{right}”",
      en = "the symbol is “{right}”, not “{at}”",
    },
  },
  examples = {
    bad = {
      { [[新增装机300KW。]], at = "KW" },
      { [[管道压力1.6Mpa。]], at = "Mpa" },
    },
    good = {
      [[新增装机300kW，用电5000kW·h，压力1.6MPa，50Hz，M2增长8%，5G基站。]],
    },
  },
  check = function(m, report)
    local right = SYMBOLS[m.symbol]
    if right then report { at = m:place("symbol"), expected = right, values = { right = right } } end
  end,
}
