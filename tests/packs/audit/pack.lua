-- A sample pack: two rules, a helper and a table of words.
return {
  name = "audit",
  version = "1.2.0",
  licence = "MIT",
  hedui = "0.1",
  summary = "what an audit office asks of reports",
  lexicons = "lexicon",
}
