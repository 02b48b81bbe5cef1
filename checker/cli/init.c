/* init: a folder made ready for CI: a configuration, an empty baseline and a
 * .heduiignore. Where one of them is there already nothing is written. */
#include "cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BASELINE ".hedui-baseline.jsonl"

static const struct {
  const char *name, *zh, *en;
} files[] = {
    {".hedui.lua",
     "-- hedui 的配置；hedui config FILE 显示对某个文件有效的各项。\n"
     "return {\n"
     "  ruleset = \"" HD_RULESET "\", -- 规则固定在此版，以后新增的不自动启用\n"
     "  fail_on = \"warning\", -- 数字对调（1115 与 1173）等须人核实的是警告\n"
     "  baseline = \"" BASELINE "\", -- hedui --write-baseline " BASELINE " .\n"
     "  -- ignore = { \"stale-year\" },\n"
     "  -- severity = { [\"unit-symbol\"] = \"off\" },\n"
     "  -- least = { amount = \"100万元\", percent = 0.1 }, -- "
     "差额更小的只作提示\n"
     "  -- references = { { file = \"known.csv\" } }, -- 已知的数\n"
     "  -- overrides = { { files = \"草稿/\", fail_on = \"error\" } },\n"
     "}\n",
     "-- Configuration of hedui; `hedui config FILE` shows what holds for it.\n"
     "return {\n"
     "  ruleset = \"" HD_RULESET
     "\", -- pins the rules: later ones do not run by themselves\n"
     "  fail_on = \"warning\", -- 1115 against 1173 is a warning: somebody "
     "must "
     "look\n"
     "  baseline = \"" BASELINE "\", -- hedui --write-baseline " BASELINE " .\n"
     "  -- ignore = { \"stale-year\" },\n"
     "  -- severity = { [\"unit-symbol\"] = \"off\" },\n"
     "  -- least = { amount = \"$1 million\", percent = 0.1 }, -- what is "
     "smaller is a note\n"
     "  -- references = { { file = \"known.csv\" } }, -- known figures\n"
     "  -- overrides = { { files = \"drafts/\", fail_on = \"error\" } },\n"
     "}\n"},
    {BASELINE, "", ""},
    {".heduiignore",
     "# 遍历目录时跳过的文件，语法同 .gitignore\nREADME.md\nLICENSE*\n",
     "# what folders are walked without, in the syntax of .gitignore\n"
     "README.md\nLICENSE*\n"},
};
enum { FILES = sizeof files / sizeof *files };

int hd_init_command(hd_cli *cli) {
  const char *folder = cli->operands.n ? cli->operands.items[0] : ".";
  const char *paths[FILES];
  struct stat st;
  bool clean = true;
  for (size_t i = 0; i < FILES; i++) {
    char *path = NULL;
    if (asprintf(&path, "%s%s%s", cli->operands.n ? folder : "",
                 cli->operands.n ? "/" : "", files[i].name) < 0)
      return 2;
    paths[i] = hd_cli_own(cli, path);
    if (lstat(path, &st) != 0)
      continue;
    clean = false;
    hd_cli_say(
        hd_cli_word(cli, "%s 已存在，没有改动", "%s exists and was left alone"),
        path);
  }
  if (!clean)
    return 2;
  for (size_t i = 0; i < FILES && cli->status == 0; i++)
    hd_cli_write_new(cli, paths[i], hd_cli_word(cli, files[i].zh, files[i].en));
  return cli->status;
}
