#!/bin/sh
# Makes an installable Debian package of what was built: `make deb`.
#
#   sh ci/deb.sh BUILD VERSION      BUILD/hedui_VERSION_ARCH.deb
#
# The program with its pages, completions and examples; the library is in the
# program. What the program is linked with is found by dpkg-shlibdeps, what it
# loads when it needs it by the names of the files. DEBFULLNAME and DEBEMAIL
# say who made it, SOURCE_DATE_EPOCH when.
set -eu
build=$1
version=$2
for tool in dpkg-deb dpkg-shlibdeps gzip strip; do
  command -v $tool >/dev/null || {
    echo "make deb needs $tool (packages dpkg-dev, binutils)" >&2
    exit 1
  }
done
arch=$(dpkg --print-architecture)
work=$PWD/$build/deb
root=$work/root
doc=$root/usr/share/doc/hedui
who="${DEBFULLNAME:-hedui maintainers} <${DEBEMAIL:-maintainers@hedui.example}>"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null ||
  date +%s)}
export SOURCE_DATE_EPOCH
umask 022

rm -rf "$work"
mkdir -p "$root" "$doc/examples" "$work/debian"
make --no-print-directory BUILD="$build" install PREFIX=/usr \
  DESTDIR="$root" >/dev/null
rm -r "$root/usr/include" "$root/usr/lib" "$root/usr/share/man/man3"
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_hedui" \
  "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
strip --remove-section=.comment --remove-section=.note "$root/usr/bin/hedui"
find "$root/usr/share/man" -type f -exec gzip -9n {} +
cp README.md docs/*.md "$doc/"
cp examples/* "$doc/examples/"

cat >"$doc/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: hedui

Files: *
Copyright: $(sed -n 's/^Copyright (c) //p' LICENSE | head -n 1)
License: MIT
Comment: The libraries that it uses and the sources of its data:
$(sed 's/^$/./; s/^/ /' NOTICE)

License: MIT
$(sed '1,/^Copyright/d' LICENSE | sed '/./,$!d' | sed 's/^$/./; s/^/ /')
END
{
  printf 'hedui (%s) unstable; urgency=medium\n\n  * Version %s.\n\n' \
    "$version" "$version"
  printf ' -- %s  %s\n' "$who" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.gz"

# What it is linked with.
printf 'Source: hedui\n\nPackage: hedui\nArchitecture: any\n' \
  >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/hedui 2>/dev/null |
  sed -n 's/^shlibs:Depends=//p')
# What it loads: the package that a library is of here.
package_of() {
  file=$(ldconfig -p | sed -n "s/.*$1[.0-9]* .*=> //p" | head -n 1)
  [ -n "$file" ] && dpkg -S "$(realpath "$file")" 2>/dev/null | head -n 1 |
    cut -d: -f1
}
loads=$(package_of 'libzip\.so')
database=$(package_of 'libsqlite3\.so')
script=$(package_of 'libopencc\.so')
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: hedui
Version: $version
Architecture: $arch
Maintainer: $who
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends${loads:+, $loads}
Recommends: poppler-utils, poppler-data${database:+, $database}${script:+, $script}
Suggests: git
Section: text
Priority: optional
Description: finds the figures of a report that disagree
 hedui reads a statistical report (a government work report, a communique, a
 bulletin) and finds every figure that disagrees with another figure, with its
 own arithmetic, or with its own words. Chinese first, English second.
 .
 It runs on your machine, has no network code, and leaves no copy of a draft
 behind. Rules are Lua files that carry their own tests.
END
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum) \
  >"$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$root" \
  "$build/hedui_${version}_$arch.deb" >/dev/null
echo "$build/hedui_${version}_$arch.deb"
