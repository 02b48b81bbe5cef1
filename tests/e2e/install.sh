#!/bin/sh
# Installs into an empty place, builds the program of hedui.h's first comment
# against it, and holds the symbols of the shared library against the header.
cd "$(dirname "$0")/../.." || exit 2
BUILD=${BUILD:-build}
CC=${CC:-gcc}
case $BUILD in *-san)
  echo "skip: a library with sanitizers is not installed"
  exit 0
  ;;
esac
root=$(mktemp -d) || exit 2
trap 'rm -rf "$root"' EXIT

say() { # say STATUS NAME
  [ "$1" -eq 0 ] && echo "ok $2" || echo "not ok $2"
}

MAKEFLAGS= make -s BUILD="$BUILD" CC="$CC" PREFIX=/usr DESTDIR="$root" \
  install >"$root/log" 2>&1
say $? "make install"
[ -x "$root/usr/bin/hedui" ]
say $? "the program is installed"
for page in man/man1/hedui.1 man/zh_CN/man1/hedui.1 man/man3/hedui.3 \
  bash-completion/completions/hedui zsh/site-functions/_hedui \
  fish/vendor_completions.d/hedui.fish; do
  [ -s "$root/usr/share/$page" ]
  say $? "share/$page"
done

cat >"$root/try.c" <<'END'
#include <hedui.h>
#include <stdio.h>
int main(void) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  if (hd_engine_error(engine))
    return 2;
  static const char text[] = "出口达到1200亿元，其中一般贸易出口1300亿元。\n";
  hd_input input = {
      .name = "draft.txt", .bytes = text, .n_bytes = sizeof text - 1};
  hd_result *result = hd_engine_check(engine, &input, 1, 0);
  printf("%zu figures\n", result->counts.figures);
  hd_result_free(result);
  hd_engine_free(engine);
  return 0;
}
END
flags=$(PKG_CONFIG_PATH=$root/usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root \
  PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 PKG_CONFIG_ALLOW_SYSTEM_LIBS=1 \
  pkg-config --cflags --libs hedui)
# shellcheck disable=SC2086
$CC -std=c11 -Wall -Wextra -Werror "$root/try.c" -o "$root/try" $flags
say $? "a program builds with pkg-config"
got=$(LD_LIBRARY_PATH=$root/usr/lib "$root/try")
[ "$got" = "2 figures" ]
say $? "it reads two figures (got: $got)"

nm -D --defined-only "$root/usr/lib/libhedui.so" |
  awk '$2 ~ /[TDRB]/ {print $3}' | sort >"$root/symbols"
tr '\n' ' ' <include/hedui.h | grep -o 'HD_API [^;]*;' |
  grep -o 'hd_[a-z_]*(' | tr -d '(' | sort >"$root/declared"
diff "$root/declared" "$root/symbols"
say $? "the library exports what the header declares"
