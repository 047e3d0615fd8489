"""Rules of the house that a linter does not know."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ["organizations", "casework", "disputes", "supervision", "hotline", "referrals", "desk", "reports", "config"]
EDGE = {"views", "api", "panels", "desk", "search", "templatetags"}
# Rows that belong to the person signed in, and the way in itself.
OWN = {"Officer.objects.of", "AccessToken.objects.issue", "AccessToken.objects.holder_of"}
MADE = {"var", "__pycache__", "test-results"}  # what commands leave in a checkout


def modules():
    found = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    return [path.relative_to(ROOT) for path in found]


def tracked():
    """What git keeps; without git, or in a copy that belongs to another account, whatever lies in the checkout."""
    git = shutil.which("git")
    listed = git and subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed and listed.returncode == 0:
        return [Path(name) for name in listed.stdout.decode().split("\0") if name]
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [path for path in found if not (MADE & set(path.parts) or path.parts[0].startswith("."))]


def dotted(node):
    return ast.unparse(node) if isinstance(node, ast.Attribute) else ""


def is_edge(path):
    return bool(EDGE & {path.stem, *path.parts[1:-1]}) and path.parts[0] != "config"


def beyond_scope(path, tree):
    """Every query of a page or the API begins at the officer's scope."""
    if not is_edge(path):
        return set()
    chains = {dotted(node) for node in ast.walk(tree)}
    begun = {chain for chain in chains if re.search(r"\.(objects|_default_manager)\.\w+$", chain)}
    return {chain for chain in begun if not chain.endswith(".visible_to")} - OWN


def talk_to_the_broker(path, tree):
    """Nothing a request can reach publishes a task; nor does it import one, but for a thread of the worker."""
    if path.stem == "tasks":
        return set()
    calls = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")}
    imports = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    tasks = {name for name in imports if name.endswith("tasks")} if path != Path("config/pulse.py") else set()
    return calls & {"delay", "apply_async", "send_task", "delay_on_commit"} | tasks


def written_states(path, tree):
    """Only the workflow writes a state."""
    if path == Path("casework/workflow.py") or path.stem == "tasks":
        return set()
    targets = [t for node in ast.walk(tree) if isinstance(node, ast.Assign) for t in node.targets]
    return {"state"} & {t.attr for t in targets if isinstance(t, ast.Attribute)}


def chinese(_path, tree):
    """Docstrings and comments may quote a term or a sample; strings the program works with may not."""
    quoted = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {n.value for n in texts if id(n) not in quoted and len(re.findall(r"[\u4e00-\u9fff]", n.value)) > 4}


RULES = (beyond_scope, talk_to_the_broker, written_states, chinese)


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_file_keeps_the_rules_of_the_house(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert {rule.__name__: found for rule in RULES if (found := rule(path, tree))} == {}


@pytest.mark.parametrize(
    ("path", "line", "rule"),
    [
        ("hotline/views/x.py", "CallRecord.objects.filter(pk=1)", "beyond_scope"),
        ("hotline/actions/x.py", "deliver.delay(1)", "talk_to_the_broker"),
        ("hotline/actions/x.py", "from referrals.tasks import deliver", "talk_to_the_broker"),
        ("hotline/actions/x.py", "call.state = 'closed'", "written_states"),
        ("hotline/actions/x.py", "words = '请填写待办事项'", "chinese"),
    ],
)
def test_a_rule_finds_what_breaks_it_and_lets_the_rest_pass(path, line, rule):
    tree = ast.parse(f'"""工会带班负责人。"""\n{line}\n')
    assert [found.__name__ for found in RULES if found(Path(path), tree)] == [rule]


def test_templates_trust_nothing_typed_and_carry_no_inline_code():
    for path in tracked():
        if path.suffix == ".html":
            text = (ROOT / path).read_text(encoding="utf-8")
            assert not re.search(r"\|safe\b|autoescape off|\sstyle=|\son\w+=|hx-on|<script>|<style", text), path
            assert not re.search(r"[\u4e00-\u9fff]", text), path


def test_the_repository_names_no_machine_and_no_registry():
    for path in tracked():
        if path.suffix in {".png", ".mo"} or path == Path("tests/test_house_rules.py"):
            continue
        text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
        homes = "|".join(["work", "farm", "root", "home"])
        machine, registry = rf"(^|[^\w.])/({homes})/\w", r"py" r"pi\.org|python" r"hosted|npm" r"js\.org"
        assert not re.search(f"{machine}|{registry}", text), path


def test_every_file_keeps_to_its_room():
    long = {str(p): n for p in modules() if (n := len((ROOT / p).read_text(encoding="utf-8").splitlines())) > 300}
    assert not long


def test_a_verb_is_one_transaction_and_a_savepoint_is_written_out_where_the_work_goes_on():
    """`@one_transaction` lets a verb be part of another; `with transaction.atomic()` says that a refusal is caught."""
    apart = {Path("organizations/models/users.py"), Path("desk/demonstration/play.py")}
    marked = {p for p in modules() if re.search(r"@transaction\.atomic", (ROOT / p).read_text(encoding="utf-8"))}
    assert marked == apart
