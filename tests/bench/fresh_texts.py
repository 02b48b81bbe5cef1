#!/usr/bin/env python3
"""Gathers the published texts of tests/bench/fresh/e.tsv to l.tsv from clones of
the public repositories that hold them:

    python3 tests/bench/fresh_texts.py CLONES OUT
    FRESH=OUT HEDUI=build/hedui python3 tests/bench/fresh.py

CLONES holds clones of github.com/OWNER/NAME as OWNER+NAME (or bare, as
OWNER+NAME/repo). Pages are made Markdown by pandoc (Debian: pandoc), PDF files
text by pdftotext (poppler-utils). Texts whose repository is not there are left out with a word; texts of ../shared/corpus are
not needed."""
import io
import html
import json
import pathlib
import re
import subprocess
import sys
import zipfile

CLONES, OUT = map(pathlib.Path, sys.argv[1:3])


def git(repo, *arguments):
    folder = CLONES / repo.replace("/", "+")
    folder = folder / "repo" if (folder / "repo").exists() else folder
    return subprocess.run(["git", "-C", str(folder), "-c",
                           "core.quotepath=off", *arguments],
                          capture_output=True, check=True).stdout


def blob(repo, path):
    return git(repo, "cat-file", "blob", "HEAD:" + path)


def names(repo, folder=""):
    return git(repo, "ls-tree", "-r", "--name-only", "HEAD",
               *([folder] if folder else [])).decode().splitlines()


def write(name, text):
    if isinstance(text, str):
        text = text.encode("utf-8")
    (OUT / name).write_bytes(text)


def markdown(page):
    return subprocess.run(["pandoc", "-f", "html", "-t", "gfm-raw_html",
                           "--wrap=none"], input=page, capture_output=True,
                          check=True).stdout


def reports_of_health():
    repo = "cmheilig/harvest-cdc-journals"
    packed = zipfile.ZipFile(io.BytesIO(
        blob(repo, "json-outputs/md/mmsu_art_en_md_json.zip")))
    for member in packed.namelist():
        for name, text in json.loads(packed.read(member)).items():
            base = re.sub(r"[^\w.]", "_", name.split("/")[-1])
            write(f"mmsu_{base}.md", text)
    pages = zipfile.ZipFile(io.BytesIO(blob(repo,
                                            "html-mirrors/pcd_2024.zip")))
    for member in pages.namelist():
        base = member.split("/")[-1].rsplit(".", 1)[0]
        if re.fullmatch(r"2[34]_\d{4}e?", base):
            write(f"html_pcd_{base}.md", markdown(pages.read(member)))


def budget_speeches():
    repo = "parleh-mate/singapore-budget-speeches"
    for path in names(repo, "output_markdown"):
        if path.endswith(".md"):
            write("sg_" + path.split("/")[-1], blob(repo, path))


def filings():
    repo = "dgunning/edgartools"
    for path in names(repo):
        if re.search(r"\.html?$", path) and re.search(
                r"RoyalPhilips|BuckleInc|form\.6k\.Athena|kinetics-fund"
                r"|SC-13G-DOCUMENT|0001104659-03-004925", path):
            base = path.replace("/", "_")[-70:].rsplit(".", 1)[0]
            write(f"html_sec_{base}.md", markdown(blob(repo, path)))


def annual_reports():
    for part in ("dev", "test_gold"):
        for entry in json.loads(blob("NExTplusplus/TAT-QA",
                                     f"dataset_raw/tatqa_dataset_{part}.json")):
            rows = entry["table"]["table"]
            width = max(map(len, rows))
            lines = []
            for row in rows:
                cells = [c.replace("|", "/").replace("\n", " ") for c in row]
                cells += [""] * (width - len(cells))
                lines.append("| " + " | ".join(cells) + " |")
                if len(lines) == 1:
                    lines.append("|" + "---|" * width)
            said = sorted(entry["paragraphs"], key=lambda p: p["order"])
            write(entry["table"]["uid"][:8] + ".md", "\n".join(lines) + "\n\n"
                  + "\n\n".join(p["text"] for p in said) + "\n")


def pieces(node):
    """Markdown and titles of a page, in order."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "markdown":
                yield from value if isinstance(value, list) else [value]
            else:
                yield from pieces(value)
            if key == "title" and isinstance(value, str):
                yield "## " + value
    elif isinstance(node, list):
        for value in node:
            yield from pieces(value)


def bulletins():
    repo = "ONSdigital/zebedee"
    for path in names(repo):
        if path.endswith("data.json") and re.search("bulletins|articles",
                                                    path):
            text = "\n\n".join(x for x in pieces(json.loads(blob(repo, path)))
                               if isinstance(x, str))
            if len(text) > 3000:
                write("_".join(path.split("/")[-3:-1]) + ".md", text)


def work_reports():
    for line, text in enumerate(blob("aldohemsn/chinese-political-corpora",
                                     "government_work_reports.jsonl"
                                     ).decode().splitlines()):
        write(f"gov_{line:03}.txt", json.loads(text)["content"])
    repo = "liuzeyi11/GovernmentWorkReportCorpus"
    for path in names(repo, "government_report_tmx_file"):
        raw = blob(repo, path)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("utf-16")
        year = path.split("/")[-1][:-4]
        lang = "en" if year in ("GR2016", "GR2008") else "zh"
        found = re.findall(r"<tuv[^>]*lang=\"" + lang
                           + r"[^\"]*\"[^>]*>\s*<seg>(.*?)</seg>", text,
                           re.S | re.I)
        write(f"tmx_{year}.txt",
              "\n".join(html.unescape(s).strip() for s in found))


def news():
    repo = "DuckBurnIncense/xin-wen-lian-bo"
    for path in names(repo, "news"):
        if path.endswith(".md"):
            write(path.split("/")[-1], blob(repo, path))


def weekly_reports():
    page = blob("cmheilig/collate-MMWR-HTML",
                "html/mmwr-selectees-compiled.html").decode()
    starts = [(m.start(), m.group(1))
              for m in re.finditer(r'id="_(mm\w+)"', page)]
    ends = [at for at, _ in starts[1:]] + [len(page)]
    for (at, number), end in zip(starts, ends):
        part = page[page.rfind("<", 0, at):page.rfind("<", 0, end)]
        text = markdown(part.encode()).decode()
        write(f"mmwr_{number}.md",
              re.sub(r"\n\\?#* ?References?[\s\S]*$", "\n", text))


def laid_out(pdf):
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf,
                          capture_output=True, check=True).stdout


def section(page, heading):
    """The lines from the one that begins so."""
    lines = markdown(page).decode().split("\n")
    return lines[next(k for k, line in enumerate(lines)
                      if line.startswith(heading)):]


def sections_of_annual_reports():
    repo = "MetaGLM/FinGLM"
    for path in names(repo, "tools/pdf_to_html"):
        if path.endswith("安靠智电__2019年__年度报告.html"):
            lines = section(blob(repo, path), "第四节经营情况讨论与分析")
            write("annual_300617_2019_s4.md", "\n".join(lines[:404]) + "\n")
            write("annual_300617_2019_s4b.md",
                  "\n".join(lines[403:810]) + "\n")
        if path.endswith("邮储银行__2019年__年度报告.html"):
            lines = section(blob(repo, path), "7.讨论与分析")
            write("annual_601658_2019_s7.md", "\n".join(lines[:402]) + "\n")
            write("annual_601658_2019_s7b.md",
                  "\n".join(lines[401:802]) + "\n")
    for path in names(repo, "code"):
        if path.endswith("生物股份__2020年__年度报告.pdf"):
            lines = laid_out(blob(repo, path)).decode().split("\n")
            write("annual_600201_2020_s4.txt",
                  "\n".join(lines[519:900]) + "\n")
            write("annual_600201_2020_s4b.txt",
                  "\n".join(lines[899:1300]) + "\n")


def budgets():
    repo = "zxj6827111-blip/GovBudgetChecker"
    for path in names(repo, "samples"):
        for part, name in (("普陀区财政局2024年度", "caizheng"),
                           ("规划和自然资源局 2024", "guihua")):
            if part in path:
                write(f"budget_putuo_{name}_2024.txt",
                      laid_out(blob(repo, path)))


def analyses_of_a_city():
    source = blob("wzqjava/DaQingStatsDemo-master", "app/src/main/java/com/"
                  "stats/daqing/bean/ArticlesBean.java").decode()
    for n, found in enumerate(re.finditer(r'"content":("(?:[^"\\]|\\.)*")',
                                          source)):
        page = re.sub("</p>", "\n\n", json.loads(found.group(1)))
        page = html.unescape(re.sub("<[^>]+>", "", page))
        page = re.sub("[ \t\u3000\xa0]+", " ", page)
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        write(f"daqing_{n}.md", "\n\n".join(lines) + "\n")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for gather in (reports_of_health, budget_speeches, filings,
                   annual_reports, bulletins, work_reports, news, weekly_reports,
                   sections_of_annual_reports, budgets, analyses_of_a_city):
        try:
            gather()
        except subprocess.CalledProcessError as fault:
            print(f"left out {gather.__name__}: "
                  f"{fault.stderr.decode(errors='replace').strip()[:200]}")


main()
