# header: include/hedui.h, which is the manual of the library, as hedui(3) in
# mdoc. Its sections, "/* ---- NAME ---- */", are those of the page.
#
#   awk -f docs/header.awk include/hedui.h > hedui.3
function shown(line) {
  gsub(/\\/, "\\e", line)
  if (line ~ /^[.']/) line = "\\&" line
  return line
}
BEGIN {
  print ".Dd $Mdocdate$\n.Dt HEDUI 3\n.Os\n.Sh NAME\n.Nm hedui"
  print ".Nd library that finds the figures of a report that disagree"
  print ".Sh LIBRARY\nlibhedui, to be linked with"
  print ".Fl lhedui\n.Sh SYNOPSIS\n.In hedui.h\n.Sh DESCRIPTION\n.Bd -literal"
}
/^\/\* ---- .* -+ \*\/$/ {
  name = $0
  sub(/^\/\* ---- /, "", name)
  sub(/ -+ \*\/$/, "", name)
  print ".Ed\n.Ss " name "\n.Bd -literal"
  next
}
/^#(ifndef HEDUI_H|define HEDUI_H|ifdef __cplusplus|if defined|endif|else|include)/ { next }
/^(extern "C"|}$)/ { next }
/^#define HD_API/ { next }
{ sub(/^HD_API /, ""); print shown($0) }
END { print ".Ed\n.Sh SEE ALSO\n.Xr hedui 1" }
