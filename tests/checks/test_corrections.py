"""What facts once got wrong or lacked, and now say: one group of tests for each correction of 29 November 2026."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, TODAY
from guide.facts.model.nesting import below, texts
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

pytestmark = pytest.mark.xdist_group("words")
QUOTED = ("conflicts", "regulations", "coverage", "words", "synonyms", "columns", "numbers")
"""Collections that quote what others say, or that hold words alone."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")


@pytest.fixture(scope="module")
def read(renderer, languages):
    """Return the words of a page, without the list of its sources; of `tanya/` those of all pages of questions."""

    def words(path: str, language: str = "id") -> str:
        below = [page for page in renderer.site.routes if path == "tanya/" == page.up and page.template == "prose"]
        shown = [renderer.site.page(path), *below]
        html = " ".join(renderer.render(page, languages[language]) for page in shown)
        html = re.sub(r'(?s)<section class="asal".*?</section>', " ", html)
        return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</?(?:p|li|ul|ol|div|h\d)\b[^>]*>", " ", html)).split())

    return words


def record(facts, name):
    """Return the record called `collection.id`."""
    collection, _, key = name.partition(".")
    return next(found for found in facts.records[collection] if found.id == key)


def said(found, language="id"):
    """Return all words of a record in one language."""
    return " ".join(text[language] for inner in below(found) for _, text in texts(inner))


def sentences_of_data(facts, language="id"):
    """Yield every text of the data with its owner, but for those that quote others."""
    for collection, records in facts.records.items():
        for found in () if collection in QUOTED else records:
            for inner in below(found):
                yield from ((f"{collection}.{getattr(found, 'id', '')}", text[language]) for _, text in texts(inner))


def holding(facts, words, language="id"):
    """Return the owners of texts of the data that match some words."""
    return {owner for owner, text in sentences_of_data(facts, language) if re.search(words, text, re.I)}


# A1: job-loss cover for workers of small employers, and its condition of health cover

JKP = ("programs.jkp", "benefits.jkp.cash", "procedures.claim-jkp")


@pytest.mark.parametrize("name", JKP)
def test_a1_jkp_names_health_cover_and_small_employers(facts, name):
    assert re.search(r"JKN|BPJS Kesehatan", said(record(facts, name))), name
    assert "kecil dan mikro" in said(record(facts, name)).lower(), name
    assert re.search(r"JKN|BPJS Kesehatan", said(record(facts, name), "en")), name
    assert "small and micro" in said(record(facts, name), "en").lower(), name


@pytest.mark.parametrize("path", ["musibah/phk/", "program/jkp/", "cara/claim-jkp/"])
def test_a1_pages_about_jkp_name_both(read, path):
    for language, words in (("id", "kecil dan mikro"), ("en", "small and micro")):
        assert words in read(path, language).lower() and "JKN" in read(path, language)


def test_a1_nothing_says_that_all_programs_are_needed(facts, read):
    assert not holding(facts, "ikut semua program") and not holding(facts, "with all programmes", "en")
    assert "membayar semua jaminan" not in read("musibah/phk/")


# A9: a contract that ran out gives no job-loss cash


@pytest.mark.parametrize("name", JKP)
def test_a9_a_contract_that_ran_out_gives_nothing(facts, name):
    assert "kontrak" in said(record(facts, name)).lower() and "contract" in said(record(facts, name), "en").lower()


@pytest.mark.parametrize("path", ["musibah/phk/", "program/jkp/", "cara/claim-jkp/", "berhenti-kerja/", "tanya/"])
def test_a9_pages_say_that_it_gives_nothing(read, path):
    assert re.search(r"kontrak[^.?]*(habis|selesai)", read(path), re.I), path
    assert re.search(r"contract[^.?]*(ran out|runs out|ended|ends)", read(path, "en"), re.I), path


# B: days of laws


def test_b_laws_have_the_days_that_are_known(facts):
    assert str(record(facts, "regulations.permenaker-5-2021").in_force) == "2021-04-01"
    assert str(record(facts, "regulations.permenaker-4-2022").issued) == "2022-04-26"
    assert str(record(facts, "regulations.pp-50-2025").in_force) == "2025-12-22"
    for name in ("join-age", "jobs", "arrears"):
        assert [str(entry.effective) for entry in record(facts, f"limits.{name}").entries] == ["2021-04-01"]


# A2: thirty days are how long a migrant's cover lasts, not the time for a claim


def test_a2_no_deadline_for_claims_names_the_days_of_cover(facts, read):
    lines = [line for line in record(facts, "procedures.claim-pmi").deadlines if "{limits.migrant-home}" in line["id"]]
    assert lines and all("lama jaminan" in line["id"] and "cover" in line["en"] for line in lines)
    for path in ("cara/claim-pmi/", "luar-negeri/", "segmen/pmi/"):
        assert re.search(r"dijamin[^.?]*30 hari", read(path)), path
        assert re.search(r"covered[^.?]*30 days", read(path, "en")), path
        assert re.search(r"5 tahun", read(path)) and re.search("5 years", read(path, "en")), path
    assert not holding(facts, r"batasnya \{limits.migrant-home\}")


def test_a2_the_limits_rest_on_the_articles_that_were_read(facts):
    for name in ("claim-migrant", "migrant-home"):
        cited = [citation.article for entry in record(facts, f"limits.{name}").entries for citation in entry.citations]
        assert cited == ["Ps 43-46"], name


# A5: old-age savings when leaving Indonesia are for foreigners alone


def test_a5_only_foreigners_take_savings_when_they_leave(facts):
    for language, words, who in (
        ("id", r"(meninggalkan|pergi dari) Indonesia", "asing"),
        ("en", r"leaves? Indonesia\b", "foreigner"),
    ):
        found = [text for owner, text in sentences_of_data(facts, language) if re.search(words, text)]
        sentences = [part for text in found for part in re.split(r"(?<=[.?!]) ", text) if re.search(words, part)]
        assert len(sentences) >= 2
        assert all(who in sentence.lower() for sentence in sentences), sentences
    articles = {c.article for c in record(facts, "benefits.jht.full").entries[-1].citations}
    assert "Ps 12(1)" in articles


# A7: the money for a failed departure has conditions


@pytest.mark.parametrize("path", ["luar-negeri/", "segmen/pmi/", "cara/claim-pmi/", "program/jkk/"])
def test_a7_a_failed_departure_is_paid_without_fault_only(read, path):
    assert re.search("bukan salah.*bukan salah.*kebijakan pemerintah", read(path)), path
    assert re.search("fault.*policy of the government", read(path, "en")), path


def test_a7_the_benefit_rests_on_its_article(facts):
    entry = record(facts, "benefits.pmi.failed-departure").entries[-1]
    assert [citation.article for citation in entry.citations] == ["Ps 27(1)g, 27(3)"]
    assert not holding(facts, "batal berangkat")


# B: what migrants bring, and joining from abroad


def test_b_the_papers_of_a_migrants_heirs_are_listed(facts):
    papers = said(record(facts, "procedures.claim-pmi"))
    for paper in ("Kartu peserta", "paspor", "Kartu Keluarga", "KBRI", "surat keterangan hilang", "ahli waris"):
        assert paper in papers, paper


def test_b_who_is_abroad_already_can_join(read):
    for path in ("luar-negeri/", "cara/join-pmi/"):
        assert re.search("asih bisa daftar[^.]*dibantu KBRI", read(path)), path
        assert re.search("still join,? with the help of the embassy", read(path, "en")), path


# C: addresses


ADDRESSES = {
    "sipp": "https://sipp.bpjsketenagakerjaan.go.id",
    "e-jakon": "https://ejakon.bpjsketenagakerjaan.go.id",
    "pmi-portal": "https://pmi.bpjsketenagakerjaan.go.id",
    "claim-tracking": "https://www.bpjsketenagakerjaan.go.id/tracking",
    "office-directory": "https://www.bpjsketenagakerjaan.go.id/kontak.html",
    "how-to-claim": "https://www.bpjsketenagakerjaan.go.id/cara-klaim.html",
    "jmo-app-store": "https://apps.apple.com/id/app/jmo-jamsostek-mobile/id1444834757",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_c_a_channel_has_its_address(facts, read, renderer, languages, name):
    channel = record(facts, f"channels.{name}")
    assert (channel.url, channel.confidence) == (ADDRESSES[name], "medium") and channel.sources[0].url
    assert ADDRESSES[name] in renderer.render(renderer.site.page("kantor/"), languages["id"])


def test_c_no_office_has_a_contact_that_nobody_verified(facts):
    for office in facts.offices:
        assert office.contact_verified or not (office.address or office.phone or office.hours), office.id


# A3: widows' and orphans' pensions are paid now, old-age pensions from 2030 on


def test_a3_2030_is_said_of_old_age_pensions_alone(facts):
    for language, word in (("id", "hari tua"), ("en", "old-age")):
        found = [text for owner, text in sentences_of_data(facts, language) if "2030" in text and "jp" in owner]
        assert len(found) >= 3
        for text in found:
            for sentence in re.split(r"(?<=\.) ", text.lower()):
                assert "2030" not in sentence or re.search(f"{word}|janda|widow", sentence), text


@pytest.mark.parametrize("path", ["musibah/hari-tua/", "program/jp/", "cara/claim-jp/"])
def test_a3_the_family_can_claim_its_pension_now(read, path):
    assert re.search(r"[Pp]ensiun[^.?]*(keluarga|janda)[^.?]*sekarang", read(path)), path
    assert re.search(r"(family|widows?)[^.?]*\bnow\b", read(path, "en")), path


# A4: survivors are paid one after another


@pytest.mark.parametrize("name", ["benefits.jp.survivors", "procedures.claim-jp", "programs.jp"])
def test_a4_survivors_are_paid_one_after_another(facts, name):
    words = said(record(facts, name))
    assert re.search("bergiliran|Kalau tidak ada, anak", words), name
    assert words.index("uami atau istri") < words.rindex("nak") < len(words)
    assert re.search("one after another|If there is none, the children", said(record(facts, name), "en")), name


def test_a4_the_order_is_cited(facts):
    entry = record(facts, "benefits.jp.survivors").entries[-1]
    assert [c.article for c in entry.citations] == ["Ps 16"]
    assert not holding(facts, "two children and one parent", "en") and not holding(facts, "dua anak, satu orang tua")


# A6: a sudden death at work


@pytest.mark.parametrize(
    "path",
    [
        "musibah/meninggal/",
        "musibah/kecelakaan/",
        "program/jkk/",
        "tanya/",
        "istilah/",
        "cara/claim-jkk/",
        "cara/report-accident/",
    ],
)
def test_a6_a_sudden_death_at_work_is_named(read, path):
    assert "eninggal mendadak" in read(path) and "udden death" in read(path, "en"), path


def test_a6_its_conditions_are_figures_and_its_doubt_is_on_record(facts, read):
    assert record(facts, "limits.sudden-death").entries[-1].value == 1
    assert record(facts, "limits.sudden-death-paid").entries[-1].value == 12
    assert not record(facts, "conflicts.sudden-death-bpu").resolved
    answer = record(facts, "questions.sudden-death-at-work")
    assert "Ps 7(2)" in {c.article for c in answer.citations}
    for language, words in (
        ("id", ("Rp70.000.000", "12 bulan", "1 x 24 jam", "puskesmas", "175")),
        ("en", ("Rp70,000,000", "12 months", "1 x 24 hours", "health centre", "175")),
    ):
        assert all(word in read("tanya/", language) for word in words), language


# A8: from 65 on, arrears are the end


@pytest.mark.parametrize(
    "path",
    [
        "bisa-ikut/",
        "bisa-ikut/sudah-65/",
        "segmen/bpu/",
        "berhenti/",
        "berhenti-kerja/",
        "tanya/",
        "cara/join-bpu/",
        "cara/resume-bpu/",
    ],
)
def test_a8_pages_about_65_name_the_arrears(read, path):
    assert re.search(r"65.{0,80}(menunggak|keluar|terus, asal)", read(path)), path
    assert re.search(r"65.{0,90}(unpaid|cannot join again)", read(path, "en")), path


def test_a8_no_text_says_that_one_may_go_on_without_it(facts):
    for language, may, unless in (("id", r"boleh terus", "menunggak"), ("en", r"may go on", "unpaid")):
        for owner, text in sentences_of_data(facts, language):
            if re.search(may, text) and "join-age" in text:
                assert unless in text, (owner, text)


# A12: papers and order of heirs


@pytest.mark.parametrize(
    "path", ["musibah/meninggal/", "cara/claim-jkm/", "cara/claim-jkk/", "cara/claim-jp/", "berkas/", "tanya/"]
)
def test_a12_papers_name_the_marriage_certificate(read, path):
    assert re.search("[Bb]uku nikah atau akta perkawinan", read(path)), path
    assert re.search("[Mm]arriage book or (marriage )?certificate", read(path, "en")), path


def test_a12_the_order_of_heirs_is_whole(facts, read):
    order = {
        "id": (
            "Suami, istri, dan anak",
            "orang tua, kakek-nenek, atau cucu",
            "kakak atau adik kandung",
            "mertua",
            "wasiat",
            "mengurus pemakaman",
            "putusan pengadilan",
        ),
        "en": (
            "Husband, wife and children",
            "grandparents or grandchildren",
            "brothers and sisters",
            "parents-in-law",
            "the will",
            "burial",
            "court ruling",
        ),
    }
    answer = record(facts, "questions.who-is-heir")
    for language, words in order.items():
        places = [answer.answer[language].replace("\n", " ").lower().index(word.lower()) for word in words]
        assert places == sorted(places), language
    assert {c.article for c in answer.citations} == {"Ps 37(5), 40(2)", "Ps 79(2a)-(2b)"}
    assert not holding(facts, "Urutan lengkapnya belum")


def test_a12_customary_marriage_is_named_as_an_obstacle(read):
    for path in ("musibah/meninggal/", "cara/claim-jkm/"):
        assert "secara adat" in read(path) and "(adat)" in read(path, "en"), path


# A13: report within two days, at any partner


def test_a13_the_report_stands_in_todays_list(prose):
    for language, today, week in (
        ("id", "**Hari ini, ", "**Minggu ini.**"),
        ("en", "**Today, ", "**In the first week.**"),
    ):
        body = prose[language]["musibah/kecelakaan/"].body
        first, later = body[body.index(today) : body.index(week)], body[body.index(week) :]
        assert "{limits.report-accident} x 24" in first and "{limits.report-accident} x 24" not in later
        assert "KK1" in first and "puskesmas" in first
        assert all(word in first for word in ("175", "WhatsApp", "mail"))


@pytest.mark.parametrize("path", ["musibah/kecelakaan/", "cara/report-accident/", "istilah/"])
def test_a13_health_centres_are_partners_too(read, path):
    assert "puskesmas" in read(path) and "health centre" in read(path, "en"), path


def test_a13_how_many_partners_there_were(read):
    assert "43 rumah sakit dan 143 puskesmas" in read("cara/report-accident/")
    assert "43 hospitals and 143 health centres" in read("cara/report-accident/", "en")


# B: how fast the agency must pay


def test_b_death_money_is_due_in_three_days(facts, read):
    assert record(facts, "limits.death-payment").entries[-1].value == 3
    for path in ("cara/claim-jkm/", "klaim-lambat/"):
        assert re.search(r"3 hari kerja.*1%", read(path)), path
        assert re.search(r"3 working days.*1%", read(path, "en")), path
    for path in ("cara/claim-jkk/", "klaim-lambat/"):
        assert re.search(r"7 hari kerja.*1%", read(path)), path
        assert re.search(r"7 working days.*1%", read(path, "en")), path
    entry = record(facts, "limits.death-payment").entries[-1]
    assert entry.verified is None and entry.citations[0].article == "Ps 40(3)"


# A14: one rule on when to give one's NIK

RULE = {
    "id": "NIK boleh disebut kalau Anda yang mulai: menelepon 175, di loket BPJS Ketenagakerjaan, "
    "di kasir tempat bayar, di kantor desa atau koperasi, atau kepada agen Perisai yang sudah Anda cek lewat 175. "
    "Jangan kalau orang lain yang menelepon, mengirim pesan, atau mengirim tautan. "
    "PIN, OTP, password: jangan pernah. KTP asli jangan ditinggal.",
    "en": "You may give your NIK when it is you who begins: on a call to 175",
}


@pytest.mark.parametrize(
    "path",
    [
        "waspada/",
        "cek/",
        "agen/",
        "bayar/",
        "daftar/",
        "berkas/",
        "data-salah/",
        "musibah/",
        "cara/pay-bpu/",
        "cara/check-status/",
        "cara/change-data/",
        "cara/resume-bpu/",
    ],
)
def test_a14_the_one_rule_stands_where_nik_is_spoken_of(read, path):
    for language, rule in RULE.items():
        assert rule in read(path, language).replace("( national ID number )", ""), (path, language)


def test_a14_the_rule_is_written_once(facts, prose):
    held = [owner for owner, text in sentences_of_data(facts) if "yang sudah Anda cek lewat 175" in text]
    assert held == ["warnings.nik"]
    assert not [path for path, file in prose["id"].items() if "yang sudah Anda cek lewat 175" in file.body]


def test_a14_nothing_contradicts_it(facts, prose):
    """What forbids the NIK says that somebody else began; nothing tells to show it without a place."""
    for owner, text in sentences_of_data(facts):
        for sentence in re.split(r"(?<=[.?!]) ", text):
            if re.search(r"jangan[^.]*\bNIK\b", sentence, re.I) and owner != "warnings.nik":
                assert "orang lain" in sentence.lower(), (owner, sentence)
            assert not re.search("Tunjukkan NIK", sentence), owner
    for language, kept in (("id", "sandi"), ("en", "not even to staff")):
        assert kept not in prose[language]["cek/"].body


# B: asking is free, the call may not be


@pytest.mark.parametrize("path", ["cek/", "cara/check-status/", "cara/complain/", "kantor/"])
def test_b_nobody_is_promised_a_free_call(read, path):
    assert "pulsa mungkin terpakai" in read(path) and "the call may cost you" in read(path, "en"), path


# B: business loans, housing loans


def test_b_no_text_says_that_borrowers_must_join_today(facts, read):
    for language, words in (("id", r"KUR[^.?]*\b(Anda )?wajib ikut\b"), ("en", r"KUR[^.?]*\bmust (join|have)\b")):
        for owner, text in sentences_of_data(facts, language):
            if re.search(words, text) and not text.endswith("?"):
                assert re.search("2023|old rule", text), (owner, text)
    assert record(facts, "regulations.permenko-1-2026").confidence == "medium"
    for path in ("kur/", "segmen/bpu/", "bantuan/", "tanya/"):
        assert re.search("belum kami baca", read(path)) and re.search("not read", read(path, "en")), path
    assert "Anda wajib ikut" not in read("kur/") and "Then you must join" not in read("kur/", "en")


@pytest.mark.parametrize("name", ["housing-loan", "down-payment", "renovation"])
def test_b_housing_loans_are_for_employees_at_a_bank(facts, name):
    loan = record(facts, f"benefits.mlt.{name}")
    assert loan.segments == ("pu",)
    assert "bank" in said(loan) and "Untuk pegawai" in said(loan) and "partner bank" in said(loan, "en")
    assert "Tanyakan dulu ke kantor cabang" not in said(loan)


# B: reliefs


@pytest.mark.parametrize("name", ["bpu-transport-2026", "bpu-other-2026"])
def test_b_who_gets_a_relief_is_shown_with_its_article(facts, read, name):
    relief = record(facts, f"reliefs.{name}")
    assert [c.article for c in relief.citations] == ["Ps 3", "Ps 4(1)"]
    for language, words in (
        ("id", ("otomatis", "peserta lama dan peserta baru", "di muka", "kesimpulan kami")),
        ("en", ("automatic", "members old and new", "ahead of time", "our conclusion")),
    ):
        for word in words:
            assert word in said(relief, language) and word in read("biaya/", language), (language, word)


def test_b_village_money_is_told_as_our_conclusion(facts, prose):
    for language, village, ours in (
        ("id", r"(uang|anggaran) desa", "kesimpulan kami|kantor cabang|tidak disebut|dukungan"),
        ("en", r"village (money|budget)", "our conclusion|ask the branch|not named"),
    ):
        texts_ = [(owner, text) for owner, text in sentences_of_data(facts, language) if "reliefs" in owner]
        texts_ += [(path, file.body) for path, file in prose[language].items()]
        for owner, text in texts_:
            for line in text.split("\n"):
                if re.search(village, line, re.I) and re.search("diskon|potongan|discount|cut|relief", line):
                    assert re.search(ours, line), (owner, line)


# B: migrants


def test_b_what_migrants_get_besides_is_named_without_amounts(facts, read):
    for language, words in (
        ("id", ("gagal ditempatkan", "gigi palsu", "ongkos pulang", "santunan berkala", "beasiswa")),
        ("en", ("failed placement", "dentures", "journey home", "periodic sum", "school")),
    ):
        for word in words:
            assert word in read("segmen/pmi/", language), word


def test_b_lost_goods_and_dismissal_have_their_conditions(facts):
    assert "orang lain" in said(record(facts, "benefits.pmi.lost-goods"))
    assert record(facts, "benefits.pmi.lost-goods").entries[0].citations[0].article == "Ps 27(1)h"
    dismissal = record(facts, "benefits.pmi.dismissal")
    assert "sebelum kontrak selesai" in said(dismissal) and "before the contract ends" in said(dismissal, "en")


def test_b_treatment_without_limit_is_said_of_indonesia_alone(facts, read):
    program = record(facts, "programs.jkk")
    assert not [text for text in program.explanation if text["id"].startswith("Biaya berobat dibayar sampai sembuh")]
    assert "Di luar negeri paling banyak Rp50.000.000" in read("program/jkk/")
    assert "Abroad it is up to Rp50,000,000" in read("program/jkk/", "en")


# B: coming back after arrears; employers behind


def test_b_three_voices_on_coming_back(facts, read):
    conflict = record(facts, "conflicts.bpu-arrears-return")
    assert len(conflict.says) == 3 and "mendaftar ulang" in said(conflict)
    assert not record(facts, "conflicts.jkm-third-month").resolved
    for path in ("cara/resume-bpu/", "berhenti/", "tanya/"):
        assert re.search("(daftar|mendaftar) ulang", read(path)) and "join anew" in read(path, "en"), path


def test_b_an_employer_behind(facts, read):
    for path in ("segmen/pu/", "cara/late-pu/"):
        assert re.search(r"kurang dari 3 bulan", read(path)) and re.search("ess than 3 months", read(path, "en")), path
    assert not holding(facts, "tunggakan majikan mengurangi hak")


# B: prizes, sponsors, taxes


def test_b_the_prize_is_solved(facts):
    conflict = record(facts, "conflicts.paritrana-2024")
    assert conflict.resolved and "BPR TLM" in said(conflict) and "2025" in said(conflict)
    assert "Siapa yang menang" not in said(record(facts, "partners.tlm"))


def test_b_sponsors_in_ntt_are_named(facts):
    assert "Bank NTT membayari" in said(record(facts, "sponsorship.csr"))
    assert not holding(facts, "Contoh di NTT belum kami temukan")
    assert "Sikka memakai Dana Insentif Daerah" in said(record(facts, "sponsorship.apbd-kabupaten"))


STEPS = ((0, "0.05"), (60_000_000, "0.15"), (250_000_000, "0.25"), (500_000_000, "0.30"), (5_000_000_000, "0.35"))


def test_b_the_steps_of_income_tax_have_their_limits(facts, read):
    entry = record(facts, "taxes.income-steps").entries[-1]
    assert [(s.above, f"{s.rate:.2f}") for s in entry.slices] == list(STEPS)
    assert (entry.citations[0].regulation, entry.citations[0].article) == ("uu-7-2021", "Ps 17")
    for amount in ("Rp60 juta", "Rp250 juta", "Rp500 juta", "Rp5.000.000.000"):
        assert amount in read("pajak/"), amount


# B: where to pay, where to join, and the agency's own answers


def test_b_shops_and_wallets_take_payments_alone(facts, read):
    for path in ("cara/join-bpu/", "tanya/", "cara/pay-bpu/", "kantor/"):
        assert re.search("hanya untuk bayar|Daftar pertama kali tidak bisa", read(path)), path
        assert re.search("only take payments|cannot join here", read(path, "en")), path


ANSWERS = {
    "pay-ahead": ("2, 3, 6 atau 12 bulan", "bisa diatur di JMO", "kembali bersama klaim"),
    "left-but-still-active": ("SIPP", "175"),
    "claim-at-any-branch": ("kantor cabang mana saja",),
    "apprentices": ("berhak", "JKK", "JKM"),
    "registered-twice": ("menggabungkannya",),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_b_the_agencys_own_answers_are_given(facts, read, name):
    assert any("BPJSChabo" in source.url for source in record(facts, f"questions.{name}").sources)
    for words in ANSWERS[name]:
        assert words in read("tanya/"), words


def test_b_a_branch_has_its_form_queue_and_card(read):
    for words in ("formulir 1A", "nomor antre", "kode bayar", "7 hari"):
        assert words in read("cara/join-bpu/"), words


def test_b_return_to_work_is_for_employees(facts):
    assert record(facts, "benefits.jkk.rehabilitation").segments == ("pu",)
