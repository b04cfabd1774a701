"""Search: what people type leads to the page they mean."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape

import pytest
from conftest import ROOT
from guide.pages.search_words import meanings
from looking import html_pages

pytestmark = pytest.mark.xdist_group("eyes")
ENOUGH, LARGEST = 0.95, 80_000
"""Part of the queries that must find their page among the first three; bytes of script and texts, compressed."""
SCRIPT = "cari-??????????.js"
"""The name of the script, whose hash has ten letters."""
QUERIES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (ROOT / "tests/support/queries.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


class Node:
    """The script of the built site in one Node: a task in, its answer out."""

    def __init__(self, script):
        command = ["node", str(ROOT / "tests/support/search.js"), str(script)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **task):
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def one(folder, pattern):
    """The only file of that name."""
    (found,) = folder.glob(pattern)
    return found


@pytest.fixture(scope="module")
def texts(built):
    """What search reads, by language."""
    return {"id": one(built, "cari-id-*.js"), "en": one(built / "en", "cari-en-*.js")}


@pytest.fixture(scope="module")
def node(built):
    """The search of the built site."""
    found = Node(one(built, SCRIPT))
    yield found
    found.process.stdin.close()
    found.process.wait()


def test_what_people_type_finds_the_page_they_mean(node, texts):
    missed, first, spent = [], 0, []
    for language, file in texts.items():
        asked = [(query, paths.split()) for of, query, paths in QUERIES if of == language]
        answers = node.ask(do="find", file=str(file), queries=[query for query, _ in asked], limit=10)
        spent += node.ask(do="time", file=str(file), queries=[query for query, _ in asked])
        for (query, paths), answer in zip(asked, answers, strict=True):
            found = [result["path"] for result in answer["results"]]
            first += found[:1] != [] and found[0] in paths
            if not set(found[:3]) & set(paths):
                missed.append(f"{language} “{query}”: {' '.join(found[:3])}, not {' '.join(paths)}")
    rate = 1 - len(missed) / len(QUERIES)
    print(f"{len(QUERIES)} queries: {rate:.1%} among the first three, {first / len(QUERIES):.1%} first")
    print(f"a search takes {sorted(spent)[len(spent) // 2]:.2f} ms (median), {max(spent):.1f} ms at most, in Node")
    print("\n".join(missed))
    assert len(QUERIES) >= 60 and {language for language, _, _ in QUERIES} == set(texts)
    assert rate >= ENOUGH


def test_every_page_that_is_meant_is_there(built):
    for _, query, paths in QUERIES:
        for path in paths.split():
            assert (built / path / "index.html").exists(), (query, path)


def test_what_search_reads_is_light(texts, built):
    for language, file in texts.items():
        both = [file.with_name(f"{file.name}.br"), *built.glob(f"{SCRIPT}.br")]
        sent = sum(path.stat().st_size for path in both)
        print(f"{language}: {sent} B compressed, {file.stat().st_size} B plain")
        assert sent <= LARGEST
    assert {path.name for path in built.rglob("cari-*.js")} >= {file.name for file in texts.values()}


@pytest.mark.parametrize(
    ("inside", "around"),
    [
        ("bayar", "bayarnya membayar dibayar bayaran pembayaran membayarkan dibayarkan terbayar pembayar bayarlah"),
        ("daftar", "mendaftar mendaftarkan didaftarkan pendaftaran terdaftar daftarnya pendaftar"),
        ("klaim", "mengklaim diklaim klaimnya pengklaim"),
        ("kirim", "mengirim dikirim pengiriman kiriman mengirimkan"),
        ("tolong", "menolong penolong pertolongan ditolong"),
        ("sewa", "menyewa penyewa disewa sewaan menyewakan"),
        ("pakai", "memakai pemakai dipakai pemakaian memakaikan"),
        ("kerja", "bekerja pekerja pekerjaan dikerjakan mengerjakan kerjanya"),
        ("ikut", "mengikuti diikuti pengikut ikutnya mengikutkan"),
        ("celaka", "kecelakaan kecelakaannya mencelakai mencelakakan"),
        ("mati", "kematian mematikan kematiannya"),
        ("usaha", "berusaha pengusaha perusahaan mengusahakan usahanya"),
        ("ajar", "belajar pelajar pelajaran mengajar"),
    ],
)
def test_the_word_inside_is_found_whatever_stands_around_it(node, texts, inside, around):
    words = around.split()
    for word, forms in zip(words, node.ask(do="forms", file=str(texts["id"]), words=words), strict=True):
        assert forms[0] == word and inside in forms, (word, forms)


def test_english_endings_come_off(node, texts):
    pairs = {
        "claims": "claim",
        "injuries": "injury",
        "paying": "pay",
        "retired": "retire",
        "savings": "saving",
        "payment": "pay",
    }
    found = node.ask(do="forms", file=str(texts["en"]), words=list(pairs))
    assert all(inside in forms for inside, forms in zip(pairs.values(), found, strict=True)), found


def test_one_letter_wrong_is_near_and_two_are_not(node, texts):
    near = ["iuran iurn", "iuran iuuran", "iuran iuren", "klaim kliam", "a ab", "nelayan nelayn"]
    far = ["iuran iur", "iuran uiarn", "klaim kilma", "klaim kaim2", "petani pantai"]
    assert node.ask(do="near", file=str(texts["id"]), pairs=[pair.split() for pair in near]) == [True] * len(near)
    assert node.ask(do="near", file=str(texts["id"]), pairs=[pair.split() for pair in far]) == [False] * len(far)


def test_no_page_is_found_by_an_accident_of_letters(node, texts):
    """A short word with another letter is another word; what an ending leaves of "arti" is not "art"."""
    forms = node.ask(do="forms", file=str(texts["id"]), words=["arti", "mengikuti"])
    assert "art" not in forms[0] and "ikut" in forms[1]
    for query, other in (("hamil", "hasil"), ("art", "arti"), ("adat", "alat"), ("resign", "risiko")):
        for answer in node.ask(do="find", file=str(texts["id"]), queries=[query], limit=10):
            marked = [word for one in answer["results"] for word in one["sentence"][1::2]]
            assert other not in " ".join(marked).lower().split(), (query, answer)


def test_a_slip_in_any_letter_still_finds_the_page(node, texts):
    def slips(word):
        return [word[:i] + word[i + 1 :] for i in range(len(word))] + [
            word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1) if word[i] != word[i + 1]
        ]

    for word, path in (
        ("beasiswa", "cara/claim-scholarship/"),
        ("nelayan", "pekerjaan/nelayan/"),
        ("penipuan", "waspada/"),
    ):
        for query, answer in zip(
            slips(word), node.ask(do="find", file=str(texts["id"]), queries=slips(word), limit=3), strict=True
        ):
            assert path in [result["path"] for result in answer["results"]], query


def test_amounts_are_found_however_they_are_typed(node, texts):
    queries = ["16.800", "16800", "Rp16.800", "rp 16,800"]
    found = node.ask(do="find", file=str(texts["id"]), queries=queries, limit=5)
    assert found[0]["count"] > 0 and all(answer == found[0] for answer in found)


def test_results_show_the_title_and_a_sentence_of_the_page_and_lead_to_its_place(node, texts, built):
    queries = [query for language, query, _ in QUERIES if language == "id"]
    marked = 0
    for answer in node.ask(do="find", file=str(texts["id"]), queries=queries, limit=5):
        for result in answer["results"]:
            page = (built / result["path"] / "index.html").read_text("utf-8")
            plain = " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())
            assert result["title"] in plain, result
            assert result["sentence"][0] or len(result["sentence"]) > 1, result
            assert not result["anchor"] or f'id="{result["anchor"]}"' in page, result
            marked += len(result["sentence"]) > 1
    assert marked > 300


def test_words_that_are_on_no_page_find_nothing(node, texts):
    for answer in node.ask(do="find", file=str(texts["id"]), queries=["xqzvw", "", "?!", "…"], limit=5):
        assert answer == {"count": 0, "results": []}


def test_the_last_word_may_be_half_typed(node, texts):
    for answer in node.ask(do="begin", file=str(texts["id"]), queries=["nelay", "kecel", "beasi"], limit=3):
        assert answer["count"] > 0


def test_what_the_check_knows_is_what_the_scripts_look_for(facts):
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/js/search").glob("*.js"))
    looked_for = set(re.findall(r'"((?:word|unit)=[a-z]+)"', scripts))
    assert looked_for == {name for name in meanings(facts) if name.startswith(("word=", "unit="))}
    assert {row.means for row in facts.sayings} <= meanings(facts)


def test_a_word_stands_in_one_group_of_synonyms_only(facts):
    for language in facts.languages:
        words = [word.strip() for group in facts.synonyms for word in group.words[language].split(",")]
        assert sorted(words) == sorted(set(words)), [word for word in words if words.count(word) > 1]


def test_the_script_is_small_and_speaks_the_javascript_of_old_phones(built):
    check = "require('acorn').parse(require('fs').readFileSync(process.argv[1], 'utf8'), {ecmaVersion: 5})"
    for path in [*(ROOT / "overrides/js/search").glob("*.js"), *built.glob("cari-*.js")]:
        subprocess.run(["node", "-e", check, str(path)], check=True, cwd=ROOT)


def test_only_the_search_page_loads_anything_for_it(built):
    for path in html_pages(built):
        text = path.read_text("utf-8")
        assert ("cari-" in text) == (path.parent.name == "cari"), path
