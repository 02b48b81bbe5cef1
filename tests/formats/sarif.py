#!/usr/bin/env python3
"""Holds a SARIF file against what SARIF 2.1.0 asks for: sarif.py FILE RESULTS
FAILURES. Where the schema of Microsoft's multitool is installed (NODE_PATH)
and there is jsonschema, against that too."""
import json
import os
import pathlib
import re
import sys
import urllib.parse

path, results, failures = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
log = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def schema():
    for folder in os.environ.get("NODE_PATH", "").split(":"):
        file = pathlib.Path(folder, "@microsoft/sarif-multitool-linux",
                            "sarif-2.1.0.json")
        if folder and file.exists():
            return json.loads(file.read_text(encoding="utf-8"))
    return None


def check_schema():
    try:
        import jsonschema
    except ImportError:
        return
    known = schema()
    if known:
        validator = jsonschema.validators.validator_for(known)(known)
        for error in validator.iter_errors(log):
            raise AssertionError(f"{error.json_path}: {error.message[:300]}")


def check_location(run, location):
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    uri = artifact["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", uri), uri
    assert uri.startswith("file:///") or artifact["uriBaseId"] in \
        run["originalUriBaseIds"]
    assert run["artifacts"][artifact["index"]]["location"]["uri"] == uri
    region = physical.get("region")
    if region is None:
        assert location["logicalLocations"][0]["fullyQualifiedName"]
        return
    start = region["startLine"], region["startColumn"]
    end = region["endLine"], region["endColumn"]
    assert min(start) >= 1 and start < end
    name = urllib.parse.unquote(uri)
    lines = pathlib.Path(name).read_text(encoding="utf-8").split("\n")
    assert lines[start[0] - 1][start[1] - 1:end[1] - 1] == \
        region["snippet"]["text"]


check_schema()
assert log["version"] == "2.1.0" and len(log["runs"]) == 1
run = log["runs"][0]
assert run["columnKind"] == "unicodeCodePoints"
rules = run["tool"]["driver"]["rules"]
assert len({rule["id"] for rule in rules}) == len(rules) > 50
for rule in rules:
    for key in ("shortDescription", "fullDescription", "help"):
        assert rule[key]["text"].strip(), (rule["id"], key)
    assert rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
    assert isinstance(rule["properties"]["preview"], bool)
assert len(run["results"]) == results
for result in run["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("note", "warning", "error")
    assert result["message"]["text"]
    assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["hedui/v1"])
    for location in result["locations"] + result.get("relatedLocations", []):
        check_location(run, location)
        assert location["message"]["text"]
said = run["invocations"][0]
assert said["executionSuccessful"] == (failures == 0)
assert len(said["toolExecutionNotifications"]) == failures
assert all(n["level"] == "error" and n["message"]["text"]
           for n in said["toolExecutionNotifications"])
