"""What the tests of detect-secrets and presidio are called with, a sample of JSON a line: vectors.py detect-secrets|presidio ROOT"""
import ast, glob, importlib, json, os, sys

tool, root = sys.argv[1:]


def tell(kind, text, secret):
    if secret:
        print(json.dumps({"kind": kind, "text": text, "secret": secret}))


def presidio():
    """Kinds that the scrubber promises: literal tables of text and positions."""
    for kind in ("email", "phone", "credit_card", "iban", "us_ssn", "ip"):
        for file in glob.glob(root + "/presidio-analyzer/tests/**/test_%s_recognizer.py" % kind, recursive=True):
            for call in ast.walk(ast.parse(open(file).read())):
                if not (isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "parametrize"):
                    continue
                names = [n.strip() for n in ast.literal_eval(call.args[0]).split(",")]
                for row in getattr(call.args[1], "elts", []):
                    try:
                        row = dict(zip(names, ast.literal_eval(row)))
                    except (ValueError, TypeError):
                        continue
                    positions = row.get("expected_positions") or row.get("expected_position") or ()
                    if positions and isinstance(positions[0], int):
                        positions = (positions,)
                    for position in positions:
                        if isinstance(position, tuple) and len(position) == 2:
                            tell(kind, row["text"], row["text"][position[0] : position[1]])


def detect_secrets():
    sys.path.insert(0, root)
    os.chdir(root)
    from detect_secrets.core.scan import scan_line
    from detect_secrets.settings import transient_settings
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

    for file in sorted(glob.glob("tests/plugins/*_test.py")):
        kind = os.path.basename(file)[: -len("_test.py")]
        module = importlib.import_module("tests.plugins." + kind + "_test")
        if kind == "keyword":
            for name in dir(module):
                if name.endswith("_TEST_CASES"):
                    for text, secret in getattr(module, name):
                        tell("keyword", text, secret)
            continue
        plugins = [c for c in get_mapping_from_secret_type_to_class().values() if c.__module__ in vars(module).values() or c in vars(module).values()]
        for holder in [module] + [c for n, c in vars(module).items() if n.startswith("Test")]:
            for function in vars(holder).values():
                for mark in getattr(function, "pytestmark", []):
                    if mark.name != "parametrize":
                        continue
                    for row in mark.args[1]:
                        row = getattr(row, "values", row)
                        if not isinstance(row, tuple) or not row or not isinstance(row[0], str) or row[-1] is False:
                            continue
                        for plugin in plugins:
                            for found in set(plugin().analyze_string(row[0])):
                                tell(kind, row[0], found[0] if isinstance(found, tuple) else found)


presidio() if tool == "presidio" else detect_secrets()
