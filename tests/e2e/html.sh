#!/bin/sh
# The HTML report: whole in itself, its policy fits its own style and script,
# and in Chromium it does what it says. npm's playwright-core is found by
# NODE_PATH.
. "$(dirname "$0")/setup.inc"
{
  echo '政府工作报告'
  echo
  echo '进出口总额由1520亿元增加到1748亿元，增长12.8%。'
  i=0
  while [ $i -lt 40 ]; do
    printf '\n过去一年，全省上下迎难而上，较好完成了年度目标任务。\n'
    i=$((i + 1))
  done
  echo
  echo '全省地区生产总值18640.5亿元，增长5.6%。其中，第一产业增加值1210.4亿元，第二产业增加值7215.3亿元，第三产业增加值10214.8亿元。城镇调查失业率由5.1%下降到5.3%。城镇新增就业万人。'
} >draft.txt
printf '附件<img src=x onerror=alert(1)>"&。\n</script><script>alert(2)</script>企业12家。\n' >hostile.txt
printf '\377\376\000' >broken.txt
"$HEDUI" check -q -o page.html \
  --select growth-mismatch,parts-sum,direction-contradiction,missing-number \
  draft.txt hostile.txt broken.txt 2>said
is "findings and a broken file" 2 $?
is "no reference to anything outside" "" \
  "$(grep -oE '(src|href)="[^#"][^"]*"|url\(|@import' page.html)"
is "one script" 1 "$(grep -c '<script>' page.html)"

if command -v python3 >/dev/null; then
  holds "the policy fits style and script" python3 - <<'PY'
import base64, hashlib, re
page = open("page.html", encoding="utf-8", newline="").read()
policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1)
for tag, name in (("style", "style-src"), ("script", "script-src")):
    text = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S).group(1)
    hash = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert f"{name} 'sha256-{hash}'" in policy, tag
assert "default-src 'none'" in policy and "unsafe" not in policy
assert not re.search(r'\sstyle="', page), "a style that the policy forbids"
PY
else
  echo "skip: no python3 to compute the hashes"
fi

CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}
export CHROMIUM
if [ -n "$CHROMIUM" ] && node -e 'require("playwright-core")' 2>/dev/null; then
  node "$root/tests/formats/html.cjs" page.html >said 2>&1
  is "in Chromium" 0 $?
  cat said
else
  echo "skip: no chromium, or no playwright-core in NODE_PATH"
fi
finish
