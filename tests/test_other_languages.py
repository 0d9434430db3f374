"""Texts that are not in English: what is read of them, and that nothing else is said of them.

The texts were written for these tests, one in each language: a resolution on lamps.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Report, statements
from counterdraft.compare.compare import compare
from counterdraft.corpus.add import add
from counterdraft.corpus.stored import Stored
from counterdraft.errors import NoResolution, OtherLanguage
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.compare import compare_files
from counterdraft.jobs.corpus import add_sources
from counterdraft.jobs.export import make_export
from counterdraft.jobs.flag import flag_file
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.trace import trace_file
from counterdraft.jobs.verify import verify_one
from counterdraft.lexicon.languages import language_of, language_said, organ_called
from counterdraft.model import Bounds, Citation, Document, Resolution
from counterdraft.ooxml.look.masthead import masthead
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import NAMESPACE, from_akn
from counterdraft.read.load import USUAL
from counterdraft.trace.timeline import timeline
from counterdraft.trace.trace import trace
from counterdraft.trace.variants import variants
from counterdraft.verify.summary import summary as verdicts_told
from counterdraft.wording.flagged import summary as findings_told
from counterdraft.wording.one_language import corpus_speaks
from tests.adopted import entry
from tests.wordschema import faults

LINK = '<a href="https://undocs.org/xx/{target}">{words}</a>'


def linked(target: str, words: str) -> str:
    return LINK.format(target=target, words=words)


LAMPS = linked("A/RES/80/112", "80/112")
# Formula, preamble and operative part.
TEXTS = {
    "en": (
        "The General Assembly,",
        f"Recalling its resolution {LAMPS} of 1 December 2025 on the lamps of the harbours and of "
        "the roads, and the report of the Secretary-General (A/80/77), in which the state of the "
        "lamps is set out to the last of them,",
        "Requests the Secretary-General to report on the lamps to it at its next session, and to "
        "see to the repair of the oldest of the lamps in the harbours of the north.",
    ),
    "fr": (
        "L\u2019Assemblée générale,",
        f"Rappelant sa résolution {LAMPS} du 1er décembre 2025 sur les lampes des ports et des "
        "routes, et le rapport du Secrétaire général (A/80/77), dans lequel il est rendu compte "
        "des lampes qui éclairent les ports du pays, pour les quatre saisons,",
        "Prie le Secrétaire général de lui présenter un rapport sur les lampes des ports à sa "
        "prochaine session, et de faire réparer les plus vieilles par les gens du métier.",
    ),
    "es": (
        "La Asamblea General,",
        f"Recordando su resolución {LAMPS}, de 1 de diciembre de 2025, sobre las lámparas de los "
        "puertos y de los caminos, y el informe del Secretario General (A/80/77), en el que se da "
        "cuenta del estado de las lámparas y de los gastos en el año,",
        "Solicita al Secretario General que le presente un informe sobre las lámparas en su "
        "próximo período de sesiones, y que se reparen las más viejas de los puertos del norte.",
    ),
    "ru": (
        "Генеральная Ассамблея,",
        f"ссылаясь на свою резолюцию {LAMPS} от 1 декабря 2025 года о лампах в портах и на "
        "дорогах, и на доклад Генерального секретаря (A/80/77), в котором говорится о состоянии "
        "ламп в портах и о расходах на них за год, с разбивкой по сезонам и по портам,",
        "просит Генерального секретаря представить ей на следующей сессии доклад о лампах и о "
        "ремонте старых ламп в портах на севере, с указанием расходов на них.",
    ),
    "ar": (
        "إن الجمعية العامة،",
        f"إذ تشير إلى قرارها {LAMPS} المؤرخ 1 كانون الأول/ديسمبر 2025 عن المصابيح في الموانئ وعلى "
        "الطرق، وإلى تقرير الأمين العام (A/80/77) عن حالة المصابيح في الموانئ التي تقع على البحر، "
        "وعن النفقات التي صرفت على المصابيح في جميع الفصول من السنة،",
        "تطلب إلى الأمين العام أن يقدم إليها في دورتها المقبلة تقريرا عن المصابيح، وأن يعمل على "
        "إصلاح القديم من المصابيح في الموانئ التي في الشمال.",
    ),
    "zh": (
        "大会，",
        f"回顾其2025年12月1日关于港口和道路上的灯的第{LAMPS}号决议，以及秘书长的报告(A/80/77和A/80/78)，"
        "其中说明了港口的灯和道路的灯在一年中的状况以及有关的费用，",
        "请秘书长在下届会议上提交关于港口和道路的灯的报告，并说明在北方港口修理旧的灯的费用。",
    ),
}
AS_RUSSIAN = b'<FRBRWork/><FRBRExpression><FRBRlanguage language="rus"/></FRBRExpression>'
OTHERS = sorted(set(TEXTS) - {"en"})


def akn(language: str, *, symbol: str = "A/RES/81/199", more: str = "", verb: str = "") -> bytes:
    formula, recalls, asks = TEXTS[language]
    return f"""<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">
      <meta><identification source="#us"><FRBRWork/></identification></meta>
      <coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p></coverPage>
      <preface><p><docTitle refersTo="#resolutionTitle">Lamps</docTitle></p></preface>
      <preamble><formula><p>{formula}</p></formula>
        <container><p>{recalls}</p></container></preamble>
      <mainBody><paragraph><num>1.</num><content><p>{verb}{asks}</p></content></paragraph>
        {more}</mainBody></statement></akomaNtoso>""".encode()


def paragraph(words: str) -> str:
    return f"<paragraph><num>2.</num><content><p>{words}</p></content></paragraph>"


def read(data: bytes) -> tuple[Document, Resolution]:
    document = from_akn(data, "lamps.xml")
    (resolution,) = parse(document)
    return document, resolution


def cited(language: str, words: str) -> list[Citation]:
    """What another paragraph in that language cites."""
    _, resolution = read(akn(language, more=paragraph(words)))
    return list(resolution.paragraphs[-1].citations)


def symbols(language: str, words: str) -> list[str | None]:
    return [each.symbol for each in cited(language, words)]


# -- which language


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_that_of_the_words(language: str) -> None:
    _, resolution = read(akn(language))
    assert resolution.language == language


def test_a_file_that_calls_itself_something_else_is_read_by_its_words() -> None:
    assert language_of(" ".join(TEXTS["fr"]), "ru") == "fr"
    assert language_of(" ".join(TEXTS["en"]), "ru") == "en"


def test_of_few_words_that_tell_nothing_the_source_is_believed() -> None:
    assert (language_of("Orlavia", "es"), language_of("Orlavia")) == ("es", "en")


def test_a_language_that_is_none_of_the_six_is_not_given_a_name() -> None:
    words = "Lampen sind im Hafen nötig, wie auch auf Wegen, damit niemand fällt. " * 5
    assert language_of(words) == "und"
    assert language_said("und") == "another language"


# -- what is read


@pytest.mark.parametrize("language", OTHERS)
def test_the_organ_is_known_by_its_formula(language: str) -> None:
    _, resolution = read(akn(language))
    assert (resolution.organ, resolution.session) == ("General Assembly", 81)
    assert organ_called("Совет Безопасности,") is not None


@pytest.mark.parametrize("language", OTHERS)
def test_what_cannot_be_read_is_one_problem_and_nothing_odd(language: str) -> None:
    _, resolution = read(akn(language))
    assert [each.code for each in resolution.problems] == ["other-language"]
    assert language_said(language) in resolution.problems[0].message
    empty = ("verbs", "addressees", "dates", "treaties")
    assert not any(getattr(p, field) for p in resolution.paragraphs for field in empty)


@pytest.mark.parametrize("language", TEXTS)
def test_full_symbols_and_linked_numbers_are_read_alike_in_each(language: str) -> None:
    _, resolution = read(akn(language))
    found = [each.symbol for each in resolution.paragraphs[0].citations]
    assert found[:2] == ["A/RES/80/112", "A/80/77"]
    assert found[2:] == (["A/80/78"] if language == "zh" else [])


@pytest.mark.parametrize("language", TEXTS)
def test_a_table_does_not_say_no_where_reports_cannot_be_read(
    language: str, tmp_path: Path
) -> None:
    source, said = tmp_path / "lamps.xml", list[str]()
    source.write_bytes(akn(language))
    table = make_export(str(source), "csv", USUAL._replace(say=said.append)).decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    english = language == "en"
    assert [row["reporting"] for row in rows] == (["no", "yes"] if english else ["", ""])
    _, resolution = read(akn(language))
    (*_, last) = msgspec.to_builtins(resolution)["paragraphs"]
    assert last["reporting"] is (True if english else None)
    assert {row["language"] for row in rows} == {language}
    assert [language_said(language) in line for line in said] == ([] if english else [True])


def test_a_symbol_ends_where_letters_of_another_script_begin() -> None:
    assert symbols("ru", "и в A/HRC/54/31/Add.1и в других.") == ["A/HRC/54/31/Add.1"]
    assert symbols("zh", "见UNEP/CBD/COP/13/25号文件。") == ["UNEP/CBD/COP/13/25"]


def test_a_number_without_a_link_is_nobodys() -> None:
    assert cited("fr", "Rappelle les décisions 14/12 et 14/13 de la Conférence des Parties.") == []


def test_a_link_counts_where_the_number_can_be_that_organs() -> None:
    decision = linked("A/RES/14/12", "14/12")
    (loose,) = cited("fr", f"Rappelle la décision {decision} de la Conférence des Parties.")
    assert (loose.symbol, loose.text) == (None, "14/12")
    many = linked("A/HRC/RES/48/134", "48/134")  # no session of the Council had so many
    assert symbols("es", f"Recuerda la resolución {many}.") == [None]


def test_a_number_that_may_be_two_organs_is_settled_by_the_year_beside_it() -> None:
    number = linked("A/RES/48/11", "48/11")
    assert symbols("es", f"Recuerda la resolución {number}, de octubre de 1993.") == ["A/RES/48/11"]
    (loose,) = cited("es", f"Recuerda la resolución {number}, de octubre de 2021.")
    assert (loose.symbol, loose.candidates) == (None, ("A/RES/48/11", "A/HRC/RES/48/11"))
    assert symbols("es", f"Recuerda la resolución {number}.") == [None]
    council = linked("A/HRC/RES/48/11", "48/11")
    assert symbols("zh", f"回顾2021年10月8日第{council}号决议。") == ["A/HRC/RES/48/11"]
    assert symbols("ar", f"تشير إلى القرار {council} المؤرخ 8 تشرين الأول/أكتوبر 2021.") == [
        "A/HRC/RES/48/11"
    ]


def test_a_link_that_leads_to_another_number_settles_nothing() -> None:
    assert symbols("fr", f"Rappelle la résolution {linked('A/RES/80/112', '79/112')}.") == [None]


def test_a_number_printed_the_other_way_round_is_that_of_its_link() -> None:
    assert symbols("ar", f"تشير إلى القرار {linked('A/RES/80/112', '112/80')}.") == ["A/RES/80/112"]


def test_an_unnumbered_paragraph_that_ends_as_its_language_does_is_no_heading() -> None:
    data = akn("zh").replace(b"<num>1.</num>", b"")
    _, resolution = read(data)
    assert [each.part for each in resolution.paragraphs] == ["preambular", "operative"]
    assert not resolution.headings


def test_no_english_masthead_stands_over_another_language() -> None:
    document, french = read(akn("fr"))
    head = masthead(french, document)
    assert (head.organ, head.lines, head.symbol) == ("", (), "A/RES/81/199")
    document, english = read(akn("en"))
    assert masthead(english, document).organ == "General Assembly"


def test_a_corpus_takes_a_text_under_the_language_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "russian.xml"
    path.write_bytes(akn("fr").replace(b"<FRBRWork/>", AS_RUSSIAN))
    add_sources(tmp_path / "corpus", [str(path)])
    assert [each.language for each in Stored(tmp_path / "corpus").records] == ["fr"]


# -- what is said


@pytest.mark.parametrize("language", OTHERS)
def test_flag_says_that_no_rule_was_run_and_not_that_nothing_was_found(language: str) -> None:
    document, resolution = read(akn(language))
    found = flag(Ground(document, resolution))
    (told,) = findings_told(found)
    assert not found.ran
    assert {each.needs for each in found.not_run} == {"english"}
    assert told.startswith("None of ")
    assert f"this text is in {language_said(language)}" in told
    assert "inding" not in told


@pytest.mark.parametrize("language", OTHERS)
def test_verify_says_that_no_claim_was_looked_for(language: str) -> None:
    found = verify_one(*read(akn(language)), (), None)
    (told,) = verdicts_told(found)
    assert (found.verdicts, found.language) == ((), language)
    assert told.startswith("No claim was looked for: claims are read in English")


def said_in(report: Report) -> str:
    sections = report.chapters[0].sections
    return " ".join(s.text for each in sections for part in each.parts for s in statements(part))


@pytest.mark.parametrize("language", OTHERS)
def test_a_brief_says_what_it_does_not_know_and_counts_at_least(language: str) -> None:
    document, resolution = read(akn(language))
    said = said_in(brief(document, (resolution,)))
    assert f"It is in {language_said(language)}, and whom it asks" in said
    assert "It cites at least 2 documents" in said or "It cites at least 3 documents" in said
    for false in ("asks nobody", "none found", "opens with no verb"):
        assert false not in said


def test_an_english_brief_says_nothing_of_languages() -> None:
    document, resolution = read(akn("en"))
    said = said_in(brief(document, (resolution,)))
    assert "at least" not in said
    assert "It cites 2 documents" in said


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """A file in each language, by that."""
    paths = {language: tmp_path / f"{language}.xml" for language in TEXTS}
    for language, path in paths.items():
        path.write_bytes(akn(language))
    return {language: str(path) for language, path in paths.items()}


def test_two_languages_are_neither_rivals_nor_versions(files: dict[str, str]) -> None:
    with pytest.raises(OtherLanguage, match="both are A/RES/81/199, this one in French"):
        compare_files(files["en"], files["fr"])
    with pytest.raises(OtherLanguage, match="in Spanish"):
        flag_file(files["en"], Beside(against=files["es"]))
    with pytest.raises(OtherLanguage, match="in Russian"):
        flag_file(files["en"], Beside(previous=files["ru"]))
    with pytest.raises(OtherLanguage, match="in Chinese"):
        make_brief(files["en"], "md", beside=Beside(against=files["zh"]))


def test_two_texts_in_one_other_language_are_compared_by_their_words() -> None:
    _, before = read(akn("fr"))
    _, after = read(akn("fr", verb="Instamment "))
    found = compare(before, after)
    assert [each.kind for each in found.edits].count("edited") == 1
    assert (found.language, found.shifts, found.terms_a, found.terms_b) == ("fr", (), (), ())
    assert found.summary[0].text.startswith("Both texts are in French")


def test_a_corpus_in_another_language_is_not_asked(tmp_path: Path, files: dict[str, str]) -> None:
    folder = tmp_path / "corpus"
    add(folder, [entry("77/5", "2022-12-01", body=["Notes the lamps;", "Decides to go on."])])
    with pytest.raises(OtherLanguage, match="this text is in French, and the corpus is in English"):
        trace_file(files["fr"], str(folder))
    assert trace_file(files["en"], str(folder)).provenance.clauses


def test_the_stage_itself_refuses_a_corpus_in_another_language(
    tmp_path: Path, files: dict[str, str]
) -> None:
    folder = tmp_path / "corpus"
    add(folder, [entry("77/5", "2022-12-01", body=["Notes the lamps;", "Decides to go on."])])
    corpus = Stored(folder)
    (resolution,) = parse_one(files["fr"]).resolutions
    paragraph = resolution.paragraphs[0]
    asked = (
        lambda: trace(resolution, corpus),
        lambda: variants(resolution, paragraph, corpus),
        lambda: timeline(resolution, paragraph, corpus),
    )
    for each in asked:
        with pytest.raises(OtherLanguage, match="in French, and the corpus is in English"):
            each()
    assert not corpus_speaks(resolution, corpus.bounds())
    assert corpus_speaks(resolution, Bounds(0, 0))


def test_flag_asks_no_corpus_in_another_language(tmp_path: Path, files: dict[str, str]) -> None:
    add_sources(tmp_path / "corpus", [files["fr"]])
    assert flag_file(files["en"], Beside(corpus=tmp_path / "corpus")).findings.ran


def test_a_brief_with_a_corpus_in_another_language_calls_nothing_not_found(
    tmp_path: Path, files: dict[str, str]
) -> None:
    folder = tmp_path / "corpus"
    add(folder, [entry("77/5", "2022-12-01", body=["Notes the lamps;", "Decides to go on."])])
    said = make_brief(files["fr"], "md", beside=Beside(corpus=folder)).decode()
    assert "loaded corpus" not in said
    assert "where its words come from: a corpus in its language" in said


def test_a_draft_that_is_not_found_is_not_called_near_to_english_words(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("General Assembly\n\n" + "\n\n".join(TEXTS["fr"]), encoding="utf-8")
    with pytest.raises(NoResolution, match="found in English, and this text is in French"):
        parse_one(str(path))


# -- how it is set


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ("<w:bidi/>", "<w:rtl/>", '<w:lang w:bidi="ar"/>')),
        ("zh", ('<w:lang w:eastAsia="zh"/>',)),
        ("fr", ('<w:lang w:val="fr"/>',)),
    ],
)
def test_a_brief_on_paper_sets_a_text_as_its_script_is_written(
    language: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    source = tmp_path / "lamps.xml"
    source.write_bytes(akn(language))
    data = make_brief(str(source), "docx")
    styles = ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    (style,) = re.findall(r'<w:style [^>]*w:styleId="DraftText".*?</w:style>', styles, re.DOTALL)
    assert [mark for mark in said if mark not in style] == []
    assert ("<w:bidi/>" in style) == (language == "ar")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_word_file_of_a_text_runs_as_its_script_does(language: str, tmp_path: Path) -> None:
    source = tmp_path / "lamps.xml"
    source.write_bytes(akn(language))
    data = make_export(str(source), "docx")
    styles = ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert [styles.count("<w:bidi/>"), styles.count("<w:rtl/>")] == [6 * (language == "ar")] * 2
    assert faults(data) == []


def test_a_page_lets_every_passage_run_in_its_own_direction(tmp_path: Path) -> None:
    source = tmp_path / "lamps.xml"
    source.write_bytes(akn("ar"))
    page = make_brief(str(source), "html").decode()
    assert page.count('<span class="words">') == 0
    assert page.count('<span class="words" dir="auto">') == len(TEXTS["ar"])


def test_no_program_compares_two_languages_or_flags_one_against_the_other() -> None:
    document, english = read(akn("en"))
    _, french = read(akn("fr", symbol="A/RES/81/200"))
    for one, other in ((english, french), (french, english)):
        with pytest.raises(OtherLanguage, match="texts are compared by their words"):
            compare(one, other)
    with pytest.raises(OtherLanguage, match="in French"):
        flag(Ground(document, english, rival=french))
    assert flag(Ground(document, english, rival=english)).ran
