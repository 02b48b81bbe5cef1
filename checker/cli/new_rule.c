/* new-rule: writes a rule that passes, to begin from, and beside it what an
 * editor needs to complete and check it.
 *
 * In: NAME or FOLDER/NAME. Out: FOLDER/NAME.lua; and where they are not there
 * yet .luarc.json and .hedui/hedui.lua for the Lua language server (folders
 * with hidden names are no rules) and .luacheckrc. Nothing is overwritten. */
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char template[] =
    "-- Says what the rule looks at and why that is wrong: for those who read "
    "it next.\n"
    "return {\n"
    "  api = 1,\n"
    "  id = \"%s\", -- the file's name\n"
    "  severity = \"warning\", -- error: provable from the document alone\n"
    "  on = { claim = \"percent\" }, -- what `check` is called with; see "
    "`hedui "
    "claims FILE`\n"
    "  params = { most = 1000 }, -- hedui --set %s.most=500\n"
    "  summary = { zh = \"百分数大得不合常理\", en = \"a percentage that is "
    "hardly meant\" },\n"
    "  explain = {\n"
    "    zh = \"增长率、占比超过上限时，往往是小数点或单位有误。\",\n"
    "    en = \"A rate above the limit is mostly a lost decimal point or a "
    "wrong "
    "unit.\",\n"
    "  },\n"
    "  messages = {\n"
    "    base = { zh = \"{at} 超过 {most}%%\", en = \"{at} is more than "
    "{most}%%\" },\n"
    "  },\n"
    "  examples = { -- run by: hedui test FILE\n"
    "    bad = {\n"
    "      { [[全年完成投资320亿元，增长1250%%。]], at = \"1250%%\" },\n"
    "      { [[Sales rose by 1250%% to $320 million.]], at = \"1250%%\" },\n"
    "    },\n"
    "    good = {\n"
    "      [[全年完成投资320亿元，增长12.5%%。]],\n"
    "      [[Sales rose by 12.5%% to $320 million.]],\n"
    "    },\n"
    "  },\n"
    "  ---@param claim hedui.claim\n"
    "  ---@param report hedui.report\n"
    "  check = function(claim, report, params)\n"
    "    if not claim.value then return end -- a range\n"
    "    if claim.value:gt(params.most) then\n"
    "      report { at = claim, values = { most = params.most } }\n"
    "    else\n"
    "      report.agrees { at = claim, how = claim.text .. \" ≤ \" .. "
    "params.most .. \"%%\" }\n"
    "    end\n"
    "  end,\n"
    "}\n";

static const char luarc[] = "{\n"
                            "  \"runtime.version\": \"Lua 5.4\",\n"
                            "  \"workspace.library\": [\".hedui\"],\n"
                            "  \"workspace.checkThirdParty\": false\n"
                            "}\n";

/* FOLDER/NAME as a string on malloc that the cli owns. */
static char *join(hd_cli *cli, const char *folder, const char *name) {
  size_t n = strlen(folder) + strlen(name) + 2;
  char *path = hd_cli_alloc(NULL, n);
  snprintf(path, n, "%s%s%s", folder, *folder ? "/" : "", name);
  hd_names_add(&cli->owned, path);
  return path;
}

static int fail(hd_cli *cli, const char *path) {
  hd_cli_say("%s: %s", path, strerror(errno));
  hd_cli_raise(cli, 2);
  return -1;
}

int hd_cli_write_new(hd_cli *cli, const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0 && errno == EEXIST)
    return 1;
  FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
  if (!out)
    return fail(cli, path);
  fputs(text, out);
  bool bad = ferror(out) != 0;
  if (fclose(out) != 0 || bad)
    return fail(cli, path);
  if (!cli->quiet)
    hd_cli_say(hd_cli_word(cli, "已写出 %s", "wrote %s"), path);
  return 0;
}

/* The folder and what is above it that is not there. false: said. */
static bool make_folder(hd_cli *cli, const char *path) {
  char *copy = join(cli, "", path);
  for (char *p = copy + (*copy == '/'); *copy; p++) {
    if (*p != '/' && *p != 0)
      continue;
    char end = *p;
    *p = 0;
    if (mkdir(copy, 0777) != 0 && errno != EEXIST)
      return fail(cli, copy) == 0;
    *p = end;
    if (!end)
      break;
  }
  return true;
}

/* One page of the API into a file that is not there yet. */
static void write_page(hd_cli *cli, const char *path, hd_api_form form) {
  char *text = hd_api_text(form);
  hd_cli_write_new(cli, path, text);
  free(text);
}

static void write_tools(hd_cli *cli, const char *folder) {
  const char *hidden = join(cli, folder, ".hedui");
  hd_cli_write_new(cli, join(cli, folder, ".luarc.json"), luarc);
  write_page(cli, join(cli, folder, ".luacheckrc"), HD_API_LUACHECK);
  if (make_folder(cli, hidden))
    write_page(cli, join(cli, hidden, "hedui.lua"), HD_API_LUALS);
}

static bool is_id(const char *name) {
  return *name &&
         name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == 0;
}

static int write_rule(hd_cli *cli, const char *path, const char *id) {
  size_t n = sizeof template + 2 * strlen(id);
  char *text = hd_cli_alloc(NULL, n);
  snprintf(text, n, template, id, id);
  int status = hd_cli_write_new(cli, path, text);
  free(text);
  if (status > 0) {
    hd_cli_say(
        hd_cli_word(cli, "%s 已存在，没有改动", "%s exists and was left alone"),
        path);
    hd_cli_raise(cli, 2);
  }
  return status;
}

/* The id in the folder: in a pack PACK/NAME; NULL: the manifest is wrong, which
 * is said. */
static const char *id_in(hd_cli *cli, const char *folder, const char *name) {
  hd_pack_info *pack = hd_pack_open(*folder ? folder : ".");
  const char *id = *pack->name ? join(cli, pack->name, name) : name;
  if (pack->error) {
    hd_cli_failure(cli, pack->error);
    id = NULL;
  } else if (pack->lists_rules && !cli->quiet)
    hd_cli_say(hd_cli_word(cli, "请把 \"%s\" 加入 pack.lua 的 rules",
                           "add \"%s\" to the rules of pack.lua"),
               name);
  hd_pack_free(pack);
  return id;
}

/* The operand, cut into its folder and its name without .lua; NULL: it is no
 * name, which is said. */
static const char *read_name(hd_cli *cli, const char **folder) {
  char *path = join(cli, "", cli->operands.items[0]);
  char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t n = strlen(name);
  if (n > 4 && strcmp(name + n - 4, ".lua") == 0)
    name[n - 4] = 0;
  if (!is_id(name) || strcmp(name, "pack") == 0) {
    hd_cli_say(hd_cli_word(cli, "规则名只用 a-z、0-9 和 -，不能是 pack：%s",
                           "the name of a rule has a-z, 0-9 and -, and is not "
                           "pack: %s"),
               name);
    hd_cli_raise(cli, 2);
    return NULL;
  }
  if (slash)
    *slash = 0;
  *folder = slash ? path : "";
  return name;
}

int hd_new_rule_command(hd_cli *cli) {
  if (cli->operands.n != 1) {
    hd_cli_say("%s", hd_cli_word(cli, "用法：hedui new-rule [目录/]名称",
                                 "usage: hedui new-rule [FOLDER/]NAME"));
    return 2;
  }
  const char *folder, *name = read_name(cli, &folder);
  const char *id = name ? id_in(cli, folder, name) : NULL;
  if (!id)
    return cli->status;
  char *file = hd_cli_alloc(NULL, strlen(name) + 5);
  hd_names_add(&cli->owned, file);
  sprintf(file, "%s.lua", name);
  const char *path = join(cli, folder, file);
  if (!make_folder(cli, folder) || write_rule(cli, path, id) != 0)
    return cli->status;
  write_tools(cli, folder);
  if (!cli->quiet)
    hd_cli_say(hd_cli_word(cli, "接下来：hedui test %s", "next: hedui test %s"),
               path);
  return cli->status;
}
