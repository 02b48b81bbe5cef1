#!/usr/bin/env python3
"""Holds what CI systems read against the program: the packages of action.yml
and the Dockerfile are those of README.md, every YAML file can be read, the
step of the GitHub action and the script of the GitLab job run, and the hooks
do what they say (with pre-commit, where that is installed). Prints TAP.

    HEDUI=build/hedui python3 tests/ci.py"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))
GOOD = "全市企业有12家。\n"
BAD = "进出口总额由1520亿元增加到1748亿元，增长12.8%。\n"
results = []


def expect(name, good, shown=""):
    results.append(bool(good))
    print("ok" if good else "not ok", name)
    if not good and shown:
        print("# " + str(shown).replace("\n", "\n# "))


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def packages(name):
    found = re.search(r"apt-get install -y --no-install-recommends(?: \\\n)?"
                      r" *((?:[a-z0-9.+-]+ ?)+)", text(name))
    return set(found.group(1).split()) if found else set()


def run(command, folder, **env):
    path = f"{pathlib.Path(HEDUI).parent}:{os.environ['PATH']}"
    done = subprocess.run(command, cwd=folder, capture_output=True,
                          check=False, env={**os.environ, "PATH": path,
                                            "HEDUI": HEDUI, **env})
    return done.returncode, (done.stdout + done.stderr).decode()


def try_github(folder):
    step = ["bash", str(ROOT / "ci/github.sh")]
    status, out = run(step, folder, HEDUI_FILES="good.txt\n")
    expect("action: nothing found", status == 0, out)
    status, out = run(step, folder, HEDUI_FILES="good.txt\nbad one.txt\n",
                      HEDUI_SARIF="x.sarif", HEDUI_OPTIONS="--no-config\n-q")
    expect("action: an error", status == 1 and "::error file=bad one.txt" in
           out and (folder / "x.sarif").exists(), out)
    status, out = run(step, folder, HEDUI_FILES="--help")
    expect("action: a file is no option", status == 2, out)


def try_gitlab(yaml, folder):
    job = yaml.safe_load(text("ci/gitlab.yml"))[".hedui"]
    variables = {k: v for k, v in job["variables"].items() if "$" not in v}
    variables.update(HEDUI_FILES="good.txt", HEDUI_OPTIONS="-q")
    status, out = run(["sh", "-ec", "\n".join(job["script"])], folder,
                      **variables)
    expect("gitlab: the script", status == 0 and
           (folder / "hedui.xml").exists(), out)


def read_yaml(yaml):
    action = yaml.safe_load(text("action.yml"))
    expect("action.yml is composite", action["runs"]["using"] == "composite"
           and all("shell" in s for s in action["runs"]["steps"]))
    used = set(re.findall(r"inputs\.([a-z]+)", text("action.yml")))
    expect("its inputs are those it uses", used == set(action["inputs"]), used)
    hooks = yaml.safe_load(text(".pre-commit-hooks.yaml"))
    names = ["a.txt", "a.md", "a.docx", "a.html", "a.csv", "a.xlsx"]
    expect("hooks are for what hedui reads", all(
        re.search(h["files"], n) for h in hooks for n in names))
    expect("and no more", not any(
        re.search(h["files"], n) for h in hooks for n in ("a.py", "txt")))


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.org",
                    *words], cwd=folder, check=True, capture_output=True)


def try_hooks(folder):
    """The hooks on a repository of their own, through pre-commit."""
    hooks = folder / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    for where in (hooks, folder / "repo"):
        where.mkdir(exist_ok=True)
        git(where, "init", "-q")
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "hooks")
    repo = folder / "repo"
    (repo / "old.txt").write_text(BAD, encoding="utf-8")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "one", "--no-verify")

    def hook(name):
        return run(["pre-commit", "try-repo", str(hooks), name,
                    "--all-files"], repo, PRE_COMMIT_HOME=str(folder / "home"))
    status, out = hook("hedui")
    expect("hook hedui: red for an error", status == 1 and "12.8%" in out, out)
    status, out = hook("hedui-changes")
    expect("hook hedui-changes: green for an old one", status == 0, out)
    (repo / "new.txt").write_text(BAD, encoding="utf-8")
    git(repo, "add", ".")
    status, out = hook("hedui-changes")
    expect("hook hedui-changes: red for a new one", status == 1, out)


def main():
    wanted = packages("README.md")
    expect("README.md has packages", len(wanted) > 8, wanted)
    for name in ("action.yml", "Dockerfile"):
        expect(f"{name} has the packages of README.md",
               packages(name) == wanted, packages(name) ^ wanted)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "good.txt").write_text(GOOD, encoding="utf-8")
        (folder / "bad one.txt").write_text(BAD, encoding="utf-8")
        try_github(folder)
        try:
            import yaml
            read_yaml(yaml)
            try_gitlab(yaml, folder)
        except ImportError:
            print("skip: no module yaml")
        if shutil.which("pre-commit") and shutil.which("git"):
            try_hooks(folder)
        else:
            print("skip: no pre-commit")
    return 0 if all(results) else 1


sys.exit(main())
