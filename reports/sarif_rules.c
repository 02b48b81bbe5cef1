/* sarif_rules: the rules as SARIF's reportingDescriptors.
 *
 * Every rule of the engine stands there, sorted by id, so that its index is
 * its place in the engine's list. Texts are in the language of the report;
 * both languages stand in the properties. */
#include "write.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void put_text(hd_json *json, const char *key, const char *text) {
  hd_json_key(json, key);
  hd_json_open(json, '{');
  hd_json_member(json, "text", text);
  hd_json_close(json, '}');
}

/* Text as Markdown that shows it as it is. */
static void put_escaped(hd_report *to, const char *text) {
  for (; *text; text++) {
    if (strchr("\\`*_[]<>#|~", *text))
      hd_write_text(to, "\\");
    hd_write_bytes(to, text, 1);
  }
}

static void write_markdown(hd_report *to, const hd_rule *rule,
                           const char *lang) {
  hd_write_text(to, "**");
  put_escaped(to, hd_write_either(lang, rule->summary_zh, rule->summary_en));
  hd_write_text(to, "**\n\n");
  put_escaped(to, hd_write_either(lang, rule->explain_zh, rule->explain_en));
  hd_write_printf(to, "\n\n`hedui explain %s`", rule->id);
}

/* A rule of a pack may leave its explanation out. */
static const char *explain(const hd_rule *rule, const char *lang) {
  const char *text = hd_write_either(lang, rule->explain_zh, rule->explain_en);
  return *text ? text
               : hd_write_either(lang, rule->summary_zh, rule->summary_en);
}

static void put_help(hd_json *json, const hd_rule *rule, const char *lang) {
  char *text = NULL;
  size_t n;
  hd_report memory = {.out = open_memstream(&text, &n)};
  if (!memory.out) {
    json->report->failed = ENOMEM;
    return;
  }
  write_markdown(&memory, rule, lang);
  if (fclose(memory.out) != 0 || memory.failed)
    json->report->failed = ENOMEM;
  hd_json_key(json, "help");
  hd_json_open(json, '{');
  hd_json_member(json, "text", explain(rule, lang));
  hd_json_member(json, "markdown", text);
  hd_json_close(json, '}');
  free(text);
}

static void put_language(hd_json *json, const char *lang, const char *summary,
                         const char *explain) {
  hd_json_key(json, lang);
  hd_json_open(json, '{');
  hd_json_member(json, "summary", summary);
  hd_json_member(json, "explain", explain);
  hd_json_close(json, '}');
}

static void put_rule(hd_json *json, const hd_rule *rule, const char *lang) {
  hd_json_break(json);
  hd_json_open(json, '{');
  hd_json_member(json, "id", rule->id);
  put_text(json, "shortDescription",
           hd_write_either(lang, rule->summary_zh, rule->summary_en));
  put_text(json, "fullDescription", explain(rule, lang));
  put_help(json, rule, lang);
  hd_json_key(json, "defaultConfiguration");
  hd_json_open(json, '{');
  hd_json_flag(json, "enabled", !rule->preview);
  hd_json_member(json, "level", hd_severity_name(rule->severity));
  hd_json_close(json, '}');
  hd_json_key(json, "properties");
  hd_json_open(json, '{');
  hd_json_flag(json, "preview", rule->preview != 0);
  hd_json_flag(json, "builtin", rule->builtin != 0);
  put_language(json, "zh", rule->summary_zh, rule->explain_zh);
  put_language(json, "en", rule->summary_en, rule->explain_en);
  hd_json_close(json, '}');
  hd_json_close(json, '}');
}

void hd_sarif_driver(hd_json *json, const hd_report *report, const char *lang) {
  hd_json_key(json, "driver");
  hd_json_open(json, '{');
  hd_json_member(json, "name", "hedui");
  hd_json_member(json, "version", HD_VERSION);
  hd_json_member(json, "semanticVersion", HD_VERSION);
  hd_json_key(json, "rules");
  hd_json_open(json, '[');
  for (size_t i = 0; i < report->n_rules; i++)
    put_rule(json, &report->rules[i], lang);
  hd_json_close(json, ']');
  hd_json_close(json, '}');
}
