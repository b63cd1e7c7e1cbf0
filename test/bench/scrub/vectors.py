"""Samples of tools that are written in Python, JSON in each line: vectors.py detect-secrets|presidio|scrubadub|whispers|faker ROOT"""
import ast, glob, importlib, json, os, re, sys

tool, root = sys.argv[1:]


def tell(kind, text, secret):
    if secret:
        print(json.dumps({"kind": kind, "text": text, "secret": secret}))


def tell_clean(kind, text):
    print(json.dumps({"kind": kind, "text": text, "secret": "", "clean": True}))


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


def scrubadub():
    """Texts before and after, where a name in braces stands for what is hidden."""
    hides = ("PHONE", "EMAIL", "CREDIT_CARD", "SOCIAL_SECURITY_NUMBER", "PASSWORD")
    for kind in ("credentials", "credit_card", "emails", "en_US_social_security_number", "phone_numbers"):
        source = open("%s/tests/test_detector_%s.py" % (root, kind)).read()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                lines = re.search(r"BEFORE: *(.*)\n\s*AFTER: *(.*)", (ast.get_docstring(node, clean=False) or ""), re.S)
                if lines and "%s" not in lines[1]:
                    before, after = lines[1].strip(), lines[2].strip()
                    parts = re.split(r"\{\{(\w+)\}\}", after)
                    if len(parts) == 1 and before == after:
                        tell_clean(kind, before)
                    found = re.fullmatch("(.+?)".join(re.escape(part) for part in parts[::2]), before, re.S)
                    for name, secret in zip(parts[1::2], found.groups() if found else ()):
                        if name in hides:
                            tell(name, before, secret)
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "check_phone_numbers":
                for number in node.args:
                    if isinstance(number, ast.Constant):
                        tell("PHONE", "My phone number is %s" % number.value, number.value)


def whispers():
    """What it finds in its own fixtures, with its line where that names it; fixtures of which it says nothing are clean."""
    sys.path.insert(0, root)
    os.chdir(root)
    from whispers import core
    from whispers.cli import parse_args

    for file in sorted(glob.glob("tests/fixtures/**/*", recursive=True) + glob.glob("tests/fixtures/.*")):
        if not os.path.isfile(file):
            continue
        text = open(file, errors="replace").read()
        found = [s for s in core.run(parse_args([file])) if not s.message.startswith(("File", "Comment"))]
        for secret in found:
            lines = [line for line in text.splitlines() if str(secret.value) in line and str(secret.key) in line]
            if str(secret.value) in text:
                tell(secret.message, lines[0] if lines else text, str(secret.value))
        if not found and len(text) > 10:
            tell_clean("fixture", text)


def faker():
    """People of countries that the rules were not written for, as they write their numbers."""
    import faker as maker

    for locale in "de_DE fr_FR es_ES it_IT nl_NL pt_BR pl_PL sv_SE en_GB en_IN en_AU ja_JP zh_CN tr_TR cs_CZ".split():
        fake = maker.Faker(locale)
        maker.Faker.seed(7)
        for _ in range(40):
            number, mail, account, card = fake.phone_number(), fake.email(), fake.iban(), fake.credit_card_number()
            tell(locale + " phone, named", "phone: %s, called" % number, number)
            tell(locale + " email", "user %s did it" % mail, mail)
            tell(locale + " iban", "paid to %s today" % account, account)
            tell(locale + " card", "paid with %s today" % card, card)


{"presidio": presidio, "detect-secrets": detect_secrets, "scrubadub": scrubadub, "whispers": whispers, "faker": faker}[tool]()
