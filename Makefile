# hedui: build, test, measure, install. GNU make.
#
#   make                 build/hedui, build/libhedui.a, build/libhedui.so
#   make check           every quick test; make check-all: the slow ones too
#   make SAN=1 check     with AddressSanitizer and UBSan, in build-san; with
#                        CC=clang also for libFuzzer, in build-clang-san
#   make CC=clang        with another compiler, in build-clang
#   make bench           speed; make bench-rules: what each rule costs;
#                        make bench-accuracy [UPDATE=1]: precision;
#                        make bench-forms: recall by kind on single sentences
#   make install PREFIX=/usr/local DESTDIR=
#   make deb             an installable Debian package
#
# Files are found by their folder: checker/STAGE/*.c is the library,
# checker/cli and reports are the program, checker/embed is a tool of the
# build, rules/ is embedded. No new file needs a line here.

# V=1 shows the whole command lines.
ifeq ($(V),1)
run =
else
run = @echo '$(1) $@';
endif

VERSION := $(shell sed -n 's/.*HD_VERSION "\(.*\)".*/\1/p' include/hedui.h)
SONAME := libhedui.so.0

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD := build
ifneq ($(notdir $(CC)),gcc)
BUILD := build-$(notdir $(CC))
endif
ifeq ($(SAN),1)
BUILD := $(BUILD)-san
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all \
  -fno-omit-frame-pointer
ifeq ($(notdir $(CC)),clang)
SANITIZE += -fsanitize=fuzzer-no-link
endif
OPTIMIZE := -O1 -g1
else
OPTIMIZE := -O3 -g
endif

PKGS := lua5.4 libpcre2-8 md4c gmp expat gumbo
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
  -Wmissing-prototypes $(WERROR)
CFLAGS := $(OPTIMIZE) $(WARN)
override CFLAGS += -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden $(SANITIZE)
override CPPFLAGS += -Iinclude -Ireports -I. \
  $(shell pkg-config --cflags $(PKGS) libzip sqlite3)
LIBS := $(shell pkg-config --libs $(PKGS)) -lcsv -lpthread -lm
# Of the program alone.
PROGRAM_LIBS := $(shell pkg-config --libs jansson)
override LDFLAGS += $(SANITIZE)

PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib

library := $(filter-out checker/cli/% checker/embed/%,\
  $(sort $(wildcard checker/*/*.c)))
program := $(sort $(wildcard checker/cli/*.c reports/*.c))
tests := $(sort $(wildcard tests/unit/*_test.c))
rules := $(shell find rules \( -name '*.lua' -o -path 'rules/lexicon/*.tsv' \
  -o -path rules/measured.csv \) \
  -type f | LC_ALL=C sort)

unprepared_o := $(library:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o
library_o := $(unprepared_o) $(BUILD)/prepared.o
prepare_o := $(patsubst %,$(BUILD)/checker/embed/%.o,\
  image lean prepare scripts unprepared)
program_o := $(program:%.c=$(BUILD)/%.o) $(BUILD)/reports/page.o
tests_x := $(tests:%.c=$(BUILD)/%)
fuzz := $(sort $(wildcard tests/fuzz/*_fuzz.c))
fuzz_x := $(fuzz:%_fuzz.c=$(BUILD)/%)
replay_x := $(fuzz:%_fuzz.c=$(BUILD)/%_replay)

.PHONY: all pages vsix check check-all quick-check install deb clean format format-check \
  lint tidy tidy-rest bench bench-accuracy bench-forms unit-tests objects fuzz \
  fuzz-drivers FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/hedui $(BUILD)/libhedui.a $(BUILD)/libhedui.so \
  $(BUILD)/hedui.pc

# What is made from the one table of options, and the manual of the header.
pages := $(addprefix $(BUILD)/share/,man/man1/hedui.1 \
  man/zh_CN/man1/hedui.1 man/man3/hedui.3 \
  bash-completion/completions/hedui zsh/site-functions/_hedui \
  fish/vendor_completions.d/hedui.fish)
pages: $(pages)
$(BUILD)/share/man/man1/hedui.1: $(BUILD)/hedui
	@mkdir -p $(@D)
	$(call run,PAGE)LC_ALL=C $< man > $@
$(BUILD)/share/man/zh_CN/man1/hedui.1: $(BUILD)/hedui
	@mkdir -p $(@D)
	$(call run,PAGE)LC_ALL=zh_CN.UTF-8 $< man > $@
$(BUILD)/share/man/man3/hedui.3: include/hedui.h docs/header.awk
	@mkdir -p $(@D)
	$(call run,PAGE)awk -f docs/header.awk $< > $@
$(BUILD)/share/bash-completion/completions/hedui: $(BUILD)/hedui
	@mkdir -p $(@D)
	$(call run,PAGE)$< completion bash > $@
$(BUILD)/share/zsh/site-functions/_hedui: $(BUILD)/hedui
	@mkdir -p $(@D)
	$(call run,PAGE)$< completion zsh > $@
$(BUILD)/share/fish/vendor_completions.d/hedui.fish: $(BUILD)/hedui
	@mkdir -p $(@D)
	$(call run,PAGE)$< completion fish > $@

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call run,CC)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

# Written anew when a file of rules/ comes or goes, left alone otherwise.
$(BUILD)/rules.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(rules) | cmp -s - $@ || printf '%s\n' $(rules) > $@

$(BUILD)/embed: checker/embed/embed.c
	@mkdir -p $(@D)
	$(call run,CC)$(CC) $(OPTIMIZE) $(WARN) -std=c11 $< -o $@

$(BUILD)/embedded.c: $(BUILD)/embed $(rules) $(BUILD)/rules.list
	$(call run,EMBED)$(BUILD)/embed $(rules) > $@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	$(call run,CC)$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-overlength-strings -O0 -c $< -o $@

# Style and script of the HTML report, with the hashes for its policy.
$(BUILD)/reports/page.c: reports/page.css reports/page.js $(BUILD)/embed
	@mkdir -p $(@D)
	@echo 'EMBED $@'; { echo '#include "reports/page.h"'; \
	for part in css js; do \
	  $(BUILD)/embed -s hd_page_$$part reports/page.$$part || exit 1; \
	  echo "const char hd_page_$${part}_hash[] = \"sha256-$$(sha256sum \
	    < reports/page.$$part | cut -c1-64 | tr a-f A-F | \
	    basenc --base16 -d | base64)\";"; done; } > $@

$(BUILD)/reports/page.o: $(BUILD)/reports/page.c
	$(call run,CC)$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-overlength-strings -O0 -c $< -o $@

# Opens the rules that are embedded, with all of the library but what it makes.
$(BUILD)/prepare: $(prepare_o) $(unprepared_o)
	$(call run,LD)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/prepared.c: $(BUILD)/prepare
	$(call run,PREPARE)$(BUILD)/prepare > $@

$(BUILD)/prepared.o: $(BUILD)/prepared.c
	$(call run,CC)$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-overlength-strings -O0 -c $< -o $@

# Written anew when a source file goes, so that its object leaves the library.
$(BUILD)/objects.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(library_o) | cmp -s - $@ || \
	  printf '%s\n' $(library_o) > $@

$(BUILD)/libhedui.a: $(library_o) $(BUILD)/objects.list
	@rm -f $@
	$(call run,AR)$(AR) rcs $@ $(library_o)

$(BUILD)/libhedui.so: $(library_o) $(BUILD)/objects.list
	$(call run,LD)$(CC) -shared $(LDFLAGS) -Wl,-soname,$(SONAME) -o $@ $(library_o) $(LIBS)
	@ln -sf libhedui.so $(BUILD)/$(SONAME)

$(BUILD)/hedui: $(program_o) $(BUILD)/libhedui.a
	$(call run,LD)$(CC) $(LDFLAGS) -o $@ $(program_o) $(BUILD)/libhedui.a $(LIBS) $(PROGRAM_LIBS)

# Always anew: PREFIX may be another one.
$(BUILD)/hedui.pc: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' \
	  'includedir=$${prefix}/include' '' 'Name: hedui' \
	  'Description: finds the figures of a report that disagree' \
	  'Version: $(VERSION)' 'Libs: -L$${libdir} -lhedui' \
	  'Requires.private: $(PKGS)' 'Libs.private: -lcsv -lpthread -lm' \
	  'Cflags: -I$${includedir}' > $@

# The extension for VS Code.
vsix: $(BUILD)/hedui.vsix
$(BUILD)/hedui.vsix: $(wildcard editors/vscode/*)
	@mkdir -p $(@D)
	$(call run,PACK)python3 editors/vscode/package.py $@

# ---- tests -------------------------------------------------------------

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o \
  $(filter $(BUILD)/reports/%,$(program_o)) $(BUILD)/libhedui.a
	$(call run,LD)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) $(PROGRAM_LIBS) -lcmocka

unit-tests: $(tests_x)
# All that is compiled, and nothing linked.
objects: $(library_o) $(program_o) $(tests_x:%=%.o) $(fuzz:%.c=$(BUILD)/%.o)

# Drivers of libFuzzer, one a reader; with clang. And the same that run files.
fuzz:
	@$(MAKE) --no-print-directory CC=clang SAN=1 fuzz-drivers
fuzz-drivers: $(fuzz_x)
$(fuzz_x): $(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%_fuzz.o \
  $(BUILD)/libhedui.a
	$(call run,LD)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS) \
	  $(PROGRAM_LIBS) -lcmocka
$(replay_x): $(BUILD)/tests/fuzz/%_replay: $(BUILD)/tests/fuzz/%_fuzz.o \
  $(BUILD)/tests/fuzz/replay.o $(BUILD)/libhedui.a
	$(call run,LD)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) $(PROGRAM_LIBS) -lcmocka
# This one reads what the program reads.
$(BUILD)/tests/fuzz/lsp $(BUILD)/tests/fuzz/lsp_replay: \
  $(BUILD)/checker/cli/lsp_wire.o $(BUILD)/checker/cli/lsp_text.o

check: all unit-tests $(replay_x)
	@BUILD=$(BUILD) CC='$(CC)' sh tests/run.sh

# Each part is a make of its own, so that one failure does not hide the rest.
check-all:
	@MAKE='$(MAKE)' sh tests/run-all.sh

format:
	clang-format -i $(sources)
format-check:
	clang-format --dry-run -Werror $(sources)
sources = $(shell find checker include reports tests -name '*.[ch]')

lint:
	luacheck -q $(filter %.lua,$(rules))

# The analyses that find faults rather than tastes; see .clang-tidy.
define tidied
	printf '%s\n' $(sort $(wildcard $(addsuffix /*.c,$(1)))) | \
	  xargs -n 4 -P 2 sh -c 'clang-tidy -quiet --warnings-as-errors="*" "$$@" \
	  -- $(CPPFLAGS) -std=c11 -D_GNU_SOURCE' sh
endef
# The stages that read what users give. Not checker/rule: the analyzer does not
# know that luaL_error never returns.
tidy:
	$(call tidied,$(addprefix checker/,base input document))
# The other stages and the programs around them, which take longer: for now and
# then, no part of check-all.
tidy-rest:
	$(call tidied,reports $(addprefix checker/,\
	  text quantity claim link run cli comment))

bench: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui python3 tests/bench/speed.py

# What each rule costs; INSTRUCTIONS=1 counts the machine's with callgrind.
$(BUILD)/tests/bench/rules: $(BUILD)/tests/bench/rules.o $(BUILD)/libhedui.a
	$(call run,LD)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
bench-rules: $(BUILD)/tests/bench/rules
	@RULES=$< python3 tests/bench/rules.py

bench-many: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui python3 tests/bench/many.py

bench-lsp: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui python3 tests/bench/lsp.py

bench-claims: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui python3 tests/bench/claims.py

bench-forms: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui python3 tests/bench/forms.py

bench-accuracy: $(BUILD)/hedui
	@HEDUI=$(BUILD)/hedui UPDATE='$(UPDATE)' sh tests/bench/accuracy.sh

# ---- installation ---------------------------------------------------------

root = $(DESTDIR)$(PREFIX)
lib = $(DESTDIR)$(LIBDIR)
install: all pages
	install -d $(root)/bin $(root)/include $(lib)/pkgconfig
	install -m 755 $(BUILD)/hedui $(root)/bin/hedui
	install -m 644 include/hedui.h $(root)/include/hedui.h
	install -m 644 $(BUILD)/libhedui.a $(lib)/libhedui.a
	install -m 755 $(BUILD)/libhedui.so $(lib)/libhedui.so.$(VERSION)
	ln -sf libhedui.so.$(VERSION) $(lib)/$(SONAME)
	ln -sf $(SONAME) $(lib)/libhedui.so
	install -m 644 $(BUILD)/hedui.pc $(lib)/pkgconfig/hedui.pc
	for page in $(pages:$(BUILD)/%=%); do \
	  install -D -m 644 $(BUILD)/$$page $(root)/$$page || exit 1; done

# A Debian package of the program.
deb: all pages
	@sh ci/deb.sh $(BUILD) $(VERSION)

clean:
	rm -rf build build-*

-include $(library_o:.o=.d) $(prepare_o:.o=.d) $(program_o:.o=.d) $(tests_x:=.d) $(fuzz_x:=_fuzz.d) \
  $(BUILD)/tests/bench/rules.d
