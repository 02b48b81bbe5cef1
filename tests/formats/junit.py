#!/usr/bin/env python3
"""Holds a JUnit file against the elements and attributes of Jenkins' schema
(junit-10.xsd of its xUnit plugin), and its counts against its testcases."""
import sys
import xml.etree.ElementTree as ElementTree

ELEMENTS = {  # name: (children, attributes that must, that may be there)
    "testsuites": ({"testsuite"}, set(),
                   {"name", "time", "tests", "failures", "errors"}),
    "testsuite": ({"properties", "testcase", "system-out", "system-err"},
                  {"name", "tests", "failures", "errors"},
                  {"skipped", "time", "timestamp", "hostname", "id", "package",
                   "file"}),
    "testcase": ({"skipped", "error", "failure", "system-out", "system-err"},
                 {"name"}, {"classname", "time", "group"}),
    "failure": (set(), set(), {"type", "message"}),
    "error": (set(), set(), {"type", "message"}),
}


def check(element):
    children, must, may = ELEMENTS[element.tag]
    assert must <= set(element.attrib) <= must | may, element.attrib
    for child in element:
        assert child.tag in children, child.tag
        check(child)


tree = ElementTree.parse(sys.argv[1]).getroot()
assert tree.tag == "testsuites"
check(tree)
assert len(tree) == 5
for suite in tree:
    cases = suite.findall("testcase")
    names = [case.get("name") for case in cases]
    assert len(set(names)) == len(names) == int(suite.get("tests")) > 0
    for kind in ("failure", "error"):
        n = sum(case.find(kind) is not None for case in cases)
        assert n == int(suite.get(kind + "s")), (suite.attrib, kind)
        assert all(len(case.findall(kind)) < 2 for case in cases)
by_name = {suite.get("name"): suite for suite in tree}
assert by_name["bad.txt"].find("testcase/failure").get("type") == "error"
assert by_name["doubtful.txt"].find("testcase/failure").get("type") == "warning"
assert by_name["good.txt"].get("failures") == "0"
assert by_name["broken.txt"].find("testcase/error").get("message")
draft = by_name["a b/草稿#1.md"]
assert "1<2&\"疑数\"" in draft.find("testcase/failure").text
