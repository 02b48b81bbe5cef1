#!/usr/bin/env python3
"""SQLite databases for the tests: a good one, and hostile ones.

    python3 database.py FOLDER"""
import os
import pathlib
import sqlite3
import sys

ROWS = [("粮食总产量", "2024-12-31", 1963.2, "万吨"),
        ("地区生产总值", "2024-12-31", 18640, "亿元")]


def make(path, *statements, rows=ROWS):
    path = pathlib.Path(path)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE known (指标 TEXT, 时期 TEXT, 数值 REAL, 单位 TEXT)")
    db.executemany("INSERT INTO known VALUES (?, ?, ?, ?)", rows)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()
    return path


def main(folder):
    os.chdir(folder)
    make("good.db", "CREATE TABLE notes (id INTEGER, text TEXT)",
         "INSERT INTO notes VALUES (1, 'a\nb')")
    make("named.db", 'CREATE TABLE "a ""b"" & 表" (n, y, v, u)',
         '''INSERT INTO "a ""b"" & 表" VALUES ('粮食总产量', 2024, 1963.2, '万吨')''',
         "DROP TABLE known")
    make("wal.db", rows=ROWS)
    db = sqlite3.connect("wal.db")
    db.execute("PRAGMA journal_mode=WAL")
    db.close()
    # What a schema can hold that would be run.
    make("view.db", "CREATE VIEW evil AS WITH RECURSIVE c(x) AS (SELECT 1 "
         "UNION ALL SELECT x + 1 FROM c) SELECT x AS 指标, x AS 数值 FROM c",
         "CREATE TRIGGER t AFTER INSERT ON known BEGIN SELECT "
         "load_extension('x'); END")
    make("generated.db", "CREATE TABLE evil (指标 TEXT, 数值 REAL, x TEXT AS "
         "(hex(zeroblob(100000000))))",
         "INSERT INTO evil (指标, 数值) VALUES ('粮食总产量', 1)")
    data = make("cut.db").read_bytes()
    pathlib.Path("cut.db").write_bytes(data[:5000])
    pathlib.Path("head.db").write_bytes(data[:16])
    broken = bytearray(data)
    for i in range(100, len(broken), 7):
        broken[i] ^= 0x5A
    pathlib.Path("broken.db").write_bytes(broken)
    pathlib.Path("text.db").write_text("no database\n", encoding="utf-8")
    make("wide.db", "CREATE TABLE wide (%s)" % ", ".join(
        f"c{i}" for i in range(1000)))
    # A page whose cells point into one another, as fuzzers make them.
    looped = bytearray(data)
    at = looped.find(b"CREATE TABLE known")
    looped[at:at + 18] = b"CREATE VIEW  known"
    pathlib.Path("turned.db").write_bytes(looped)


main(sys.argv[1])
