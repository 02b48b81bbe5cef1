-- expect: expected
return {
  api = 1
  id = "syntax"
}
