"""The editor's desk: a report names its page and figure; the forms, hooks and the weekly list fit what is there."""

from __future__ import annotations

import re
import textwrap
from urllib.parse import parse_qs, unquote, urlsplit

import yaml
from conftest import ROOT, TODAY, run
from guide.facts.load import load, read
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

FORM = "https://git.example.org/o/r/issues/new?template=wrong-number.yml&page={page}&figure={figure}"


def asked(name):
    """The ids of the fields of an issue form."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / name).read_text("utf-8"))
    assert form["name"] and form["description"]
    return {field["id"] for field in form["body"] if "id" in field}


def links(text):
    """The addresses of a drawn page that lead to the form."""
    found = re.findall(r'href="(https://git\.example\.org[^"]*)"', text)
    return [parse_qs(urlsplit(address.replace("&amp;", "&")).query) for address in found]


def test_a_report_has_its_page_and_its_figure(prose, languages):
    texts = read(ROOT / "data")
    texts["site.yml"] = re.sub(r'report: "".*', f'report: "{FORM}"', texts["site.yml"])
    facts = load(texts)
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    page = renderer.site.page("biaya/")
    [foot] = links(renderer.frame(page, languages["en"], "footer.html"))
    assert foot["page"] == ["https://example.org/en/biaya/"] and foot["template"] == ["wrong-number.yml"]
    figures = links(renderer.render(page, languages["en"]))
    assert {"schedules.pu-jp@2026-03-01"} < {name for found in figures for name in found["figure"]}
    assert {"template", "page", "figure"} == set(figures[0]) and {"page", "figure"} < asked("wrong-number.yml")


def test_without_an_address_a_report_is_written_on_the_device(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    assert not facts.site.report
    for language in languages.values():
        for path in ("biaya/", "pekerjaan/petani/", ""):
            foot = renderer.frame(renderer.site.page(path), language, "footer.html")
            assert re.search(rf'href="[./]*lapor/#halaman={path}"', foot), (path, language.id)
        text = renderer.render(renderer.site.page("lapor/"), language)
        plain = re.sub(r"<[^>]+>", "", text)
        assert language.gettext("Send it to whoever gave you this guide, or call 175.") in plain
        sent = re.findall(r'data-send="[^"]*" href="([^"]*)"', text)
        assert [address.partition(":")[0] for address in sent] == ["https", "sms", "mailto"]
        for address in sent:
            words = unquote(address)
            assert f"{facts.digest[:6]}." in words and len(words) < 400
            for label in ("Page", "Number", "What I think is right", "Why"):
                assert f"{language.gettext(label)}: …" in words, label
        assert "NIK" not in re.search(r"<form.*?</form>", text, re.S)[0]


def test_the_recipe_for_a_new_ceiling_works_as_it_is_written(house):
    folder = house()
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    letter, entry = (textwrap.dedent(part) for part in re.findall(r"((?:^    .*\n)+)", text, flags=re.M)[:2])
    for file, lines in (("regulations.yml", letter), ("schedules/pu-jp.yml", textwrap.indent(entry, "  "))):
        with (folder / "data" / file).open("a", encoding="utf-8") as data:
            data.write(f"\n{lines}")
    done = run(folder, "check.py", "--language", "en", AS_OF="2027-02-26")
    assert done.returncode == 0 and "data/ is sound" in done.stdout, done.stdout
    facts = load(read(folder / "data"))
    value = facts.by_id["schedules"]["pu-jp"].entries[-1]
    assert value.citations[0].regulation == "letter-b-900-022027" and value.announced.isoformat() == "2027-02-25"


def test_forms_and_workflows_are_yaml_that_can_be_read():
    found = [*(ROOT / ".github").rglob("*.yml"), ROOT / ".pre-commit-config.yaml"]
    assert len(found) >= 6
    for path in found:
        assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict), path
    assert asked("new-partner.yml") == {"file"}


def test_the_hooks_fetch_nothing_and_run_what_is_there():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M)
    for repo in hooks["repos"]:
        assert repo["repo"] == "local"
        for hook in repo["hooks"]:
            assert hook["language"] == "system"
            words = hook["entry"].split()
            assert words[0].startswith(".venv/") or (words[0] == "make" and words[-1] in targets), hook["entry"]


def test_the_weekly_list_is_what_make_check_says():
    text = (ROOT / ".github" / "workflows" / "due.yml").read_text("utf-8")
    assert "STRICT=1 make -s check" in text and "gh issue create" in text and "issues: write" in text


def test_known_flaws_of_packages_are_asked_for_once_a_week_and_never_by_the_tests():
    text = (ROOT / ".github" / "workflows" / "due.yml").read_text("utf-8")
    assert re.search(r"pip-audit==\d+\.\d+\.\d+", text) and re.search(r"npm@\d+\.\d+\.\d+ audit", text)
    assert "for list in requirements*.txt" in text and '-r "$list"' in text
    for name in ("Makefile", ".ci/run", ".pre-commit-config.yaml"):
        assert not re.search(r"pip-audit|npm audit", (ROOT / name).read_text("utf-8")), name


def test_every_package_is_pinned_with_the_hashes_of_its_files():
    names = sorted(path.name for path in ROOT.glob("requirements*.txt"))
    for name in names:
        text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
        pins = re.findall(r"^([\w.\[\]-]+)==(\S+)(.*)$", text, flags=re.M)
        wanted = re.findall(r"^[\w-]+==\S+$", (ROOT / name.replace(".txt", ".in")).read_text("utf-8"), flags=re.M)
        assert set(wanted) <= {f"{package}=={version}" for package, version, _ in pins}, name
        assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", rest) for _, _, rest in pins), name
        assert "://" not in text
    makefile = (ROOT / "Makefile").read_text("utf-8")
    calls = re.findall(r"pip install (.*)", makefile)
    assert calls and all("--require-hashes" in call for call in calls)
    made = re.search(r"^LISTS := (.*)$", makefile, flags=re.M)[1].split()
    assert sorted(f"{name}.txt" for name in made) == names
