"""Runs a tree's unittest tests and writes a JUnit XML report. Argument: path of the report. Works from Python 3.6 on."""
import os
import re
import sys
import time
import traceback
import unittest
import xml.etree.ElementTree as xml

UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd]")


def modules(root):
    """(directory to import from, module name) of every test file; packages are imported from above their top."""
    for directory, below, files in os.walk(root):
        below[:] = sorted(d for d in below if not d.startswith(".") and d not in ("node_modules", "venv", "__pycache__"))
        for name in sorted(files):
            if re.match(r"(test.*|.*_test)\.py$", name):
                top, parts = directory, [name[:-3]]
                while top != root and os.path.exists(os.path.join(top, "__init__.py")):
                    parts.insert(0, os.path.basename(top))
                    top = os.path.dirname(top)
                yield top, ".".join(parts)


class Recorder(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.cases = []
        self.started = 0.0

    def startTest(self, test):
        super().startTest(test)
        self.started = time.time()

    def record(self, test, kind=None, message="", detail=""):
        self.cases.append((test.id(), time.time() - self.started, kind, message, detail))

    def broken(self, test, kind, error):
        message = "%s: %s" % (error[0].__name__, error[1])
        detail = "".join(traceback.format_exception(*error))
        print("%s: %s\n%s" % (kind.upper(), test.id(), detail))
        self.record(test, kind, message, detail)

    def addSuccess(self, test):
        self.record(test)

    def addError(self, test, err):
        super().addError(test, err)
        self.broken(test, "error", err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.broken(test, "failure", err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.broken(subtest, "failure", err)

    def addSkip(self, test, reason):
        self.record(test, "skipped", reason)

    def addExpectedFailure(self, test, err):
        self.record(test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.record(test, "failure", "Unexpected success")


def write(path, cases):
    suite = xml.Element("testsuite", name="unittest", tests=str(len(cases)))
    for identity, seconds, kind, message, detail in cases:
        holder, _, name = identity.rpartition(".")
        case = xml.SubElement(suite, "testcase", classname=holder, name=name, time="%.3f" % seconds)
        if kind:
            node = xml.SubElement(case, kind, message=UNPRINTABLE.sub("?", message))
            node.text = UNPRINTABLE.sub("?", detail)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    xml.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)


def main():
    root = os.getcwd()
    sys.path[:0] = [p for p in (root, os.path.join(root, "src")) if os.path.isdir(p)]
    suite = unittest.TestSuite()
    for top, module in modules(root):
        if top not in sys.path:
            sys.path.insert(0, top)
        suite.addTests(unittest.defaultTestLoader.loadTestsFromName(module))
    result = Recorder()
    suite.run(result)
    write(sys.argv[1], result.cases)
    print("Ran %d tests, %d failed" % (result.testsRun, len(result.failures) + len(result.errors)))
    sys.exit(0 if result.wasSuccessful() else 1)


main()
