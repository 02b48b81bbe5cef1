#!/bin/sh
# The Debian package: made, judged by lintian, unpacked, and run from there.
. "$(dirname "$0")/setup.inc"
for tool in dpkg-deb dpkg-shlibdeps strip ldconfig; do
  PATH=$PATH:/sbin:/usr/sbin
  command -v $tool >/dev/null || { echo "skip: no $tool"; exit 0; }
done
# What the sanitizers built is no program to install.
[ "$HEDUI" = "$root/build/hedui" ] || { echo "skip: not the usual build"; exit 0; }
version=$("$HEDUI" version | sed -n '1s/^hedui //p')
package=$root/build/hedui_${version}_$(dpkg --print-architecture).deb
(cd "$root" && env -u MAKEFLAGS make -s deb) >made 2>&1
is "it is made" "${package#"$root/"}" "$(tail -n 1 made)"
if command -v lintian >/dev/null; then
  is "lintian finds nothing" "" \
    "$(lintian --no-cfg --allow-root "$package" 2>&1)"
else
  echo "skip: no lintian"
fi
dpkg -x "$package" installed
is "it runs" "$("$HEDUI" version)" "$(installed/usr/bin/hedui version)"
is "it finds" 1 "$(status installed/usr/bin/hedui check --fail-on warning \
  "$root/examples/work-report.txt")"
is "it reads archives, databases and traditional script" 3 "$(dpkg -f "$package" Depends Recommends |
  grep -o 'libzip\|libsqlite3\|libopencc' | sort -u | wc -l)"
for file in man/man1/hedui.1.gz man/zh_CN/man1/hedui.1.gz \
  bash-completion/completions/hedui zsh/vendor-completions/_hedui \
  fish/vendor_completions.d/hedui.fish doc/hedui/copyright \
  doc/hedui/README.md doc/hedui/examples/bulletin.md; do
  is "it has $file" yes "$([ -s installed/usr/share/$file ] && echo yes)"
done
is "sums of all files" "$(cd installed && find usr -type f | wc -l)" \
  "$(dpkg-deb --ctrl-tarfile "$package" | tar -xO ./md5sums | wc -l)"
cp "$package" first.deb
touch "$root/README.md"
(cd "$root" && env -u MAKEFLAGS make -s deb) >made 2>&1
holds "the same bytes again" cmp first.deb "$package"
finish
