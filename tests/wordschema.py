"""What a Word file must be so that Word opens it: the order of elements, ids, tracked changes.

Source: ECMA-376, part 1 (CT_RPr 17.3.2.28, CT_PPr 17.3.1.26, CT_Settings 17.15.1.78 and the
others named below); tracked changes 17.13.5.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from counterdraft.ooxml.elements import PARAGRAPH_ORDER, RUN_ORDER
from counterdraft.ooxml.names import XML_SPACE, w

if TYPE_CHECKING:
    from collections.abc import Iterator

ORDER = {
    "rPr": " ".join(RUN_ORDER),
    "pPr": " ".join(PARAGRAPH_ORDER),
    "numPr": "ilvl numId numberingChange ins",
    "tbl": "tblPr tblGrid tr",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    ),
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
        "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection "
        "bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "lvl": (
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
    ),
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
        "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr "
        "tblPr trPr tcPr tblStylePr"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime "
        "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
        "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
        "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
        "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate "
        "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
        "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection "
        "autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength "
        "clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting "
        "bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
        "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
        "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
        "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars "
        "noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
        "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml "
        "saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
        "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat "
        "docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping "
        "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions "
        "readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
        "decimalSymbol listSeparator"
    ),
}
_TRACKED = {w("ins"), w("del"), w("pPrChange"), w("rPrChange")}
_MARKED = {w("rPr"), w("trPr"), w("numPr")}


def faults(data: bytes) -> list[str]:
    """What Word would stumble over, in every part."""
    found: list[str] = []
    ids: dict[str, int] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if name.endswith(".xml") and name.startswith("word/"):
                root = etree.fromstring(archive.read(name))
                found += [f"{name}: {fault}" for fault in _faults(root)]
                for each in root.iter(*_TRACKED):
                    number = each.get(w("id"), "")
                    ids[number] = ids.get(number, 0) + 1
    return [*found, *(f"id {name} is given {n} times" for name, n in ids.items() if n > 1)]


def _faults(root: etree._Element) -> Iterator[str]:
    for tag, order in ORDER.items():
        places = {w(name): i for i, name in enumerate(order.split())}
        for each in root.iter(w(tag)):
            own = [places[str(e.tag)] for e in each if str(e.tag) in places]
            if own != sorted(own):
                yield f"<{tag}> has {[etree.QName(e).localname for e in each]}"
    yield from _changes(root)
    yield from _texts(root)


def _changes(root: etree._Element) -> Iterator[str]:
    for each in root.iter(w("ins"), w("del")):
        parent = each.getparent()
        assert parent is not None
        if parent.tag in _MARKED:
            if len(each):
                yield "the mark of a paragraph holds something"
        elif not len(each):
            yield f"an empty <{etree.QName(each).localname}>"
        elif parent.tag == each.tag:
            yield f"<{etree.QName(each).localname}> in itself"
        if not each.get(w("author")) or not each.get(w("date")):
            yield "a change without its author or date"
    for each in root.iter(w("pPrChange")):
        former = each.find(w("pPr"))
        if former is None or any(e.tag in {w("rPr"), w("sectPr")} for e in former):
            yield "a former <pPr> with what it cannot have"
    for each in root.iter(w("moveFrom"), w("moveTo")):
        yield f"<{etree.QName(each).localname}>"


def _texts(root: etree._Element) -> Iterator[str]:
    for each in root.iter(w("t"), w("delText")):
        deleted = any(above.tag == w("del") for above in each.iterancestors())
        if deleted != (each.tag == w("delText")):
            yield f"{each.text!r} is in the wrong element"
        text = each.text or ""
        if text != text.strip() and each.get(XML_SPACE) != "preserve":
            yield f"the blanks of {text!r} are not kept"
    for each in root.iter(w("p")):
        if each.find(w("pPr")) is not None and each[0].tag != w("pPr"):
            yield "<pPr> is not first"
    for each in root.iter(w("tc"), w("footnote")):
        if root.tag != w("settings") and (not len(each) or each[-1].tag != w("p")):
            yield f"<{etree.QName(each).localname}> does not end with a paragraph"
