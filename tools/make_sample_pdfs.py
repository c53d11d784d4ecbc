"""Set the sample's PDF reports from tools/sample_pdfs/*.txt; the same text gives the same bytes.

    python tools/make_sample_pdfs.py [FOLDER] [--font FILE]

Needs fpdf2 and, for the Arabic report, uharfbuzz and a font with Arabic letters
(Debian's fonts-dejavu-core). The PDFs are committed: this runs only when a text changes.
"""

import argparse
import re
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tools" / "sample_pdfs"
REPORTS = ROOT / "src" / "harmledger" / "sample" / "reports"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
ARABIC = re.compile(r"[\u0600-\u06ff]")
# Readers of PDFs give the two letters of a lam-alef ligature back in the wrong order.
PLAIN_LETTERS = {"rlig": False, "liga": False, "dlig": False, "ccmp": False}


def header(text: str) -> dict[str, str]:
    """Read the `Name: value` lines above the first blank line."""
    return dict(line.split(": ", 1) for line in text.split("\n\n", 1)[0].splitlines())


def page(text: str, *, font: Path) -> FPDF:
    """Set one report on A4, dated at noon UTC of the day it was published."""
    says = header(text)
    pdf = FPDF()
    pdf.set_creation_date(datetime.fromisoformat(says["Published"]).replace(hour=12, tzinfo=UTC))
    pdf.set_title(says["Title"])
    pdf.set_author(says["Publisher"])
    pdf.set_margin(20)
    pdf.add_page()
    if ARABIC.search(text):
        pdf.add_font("arabic", fname=font)
        pdf.set_font("arabic", size=11)
        pdf.set_text_shaping(True, features=PLAIN_LETTERS)
    else:
        pdf.set_font("helvetica", size=11)
    for line in text.splitlines():
        if line == "":
            pdf.ln(4)
        else:
            side = "R" if ARABIC.search(line) else "L"
            pdf.multi_cell(0, 6, line, align=side, new_x="LMARGIN", new_y="NEXT")
    return pdf


def main() -> None:
    """Write every report of tools/sample_pdfs as a PDF of the same name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=REPORTS)
    parser.add_argument("--font", type=Path, default=DEJAVU, help="a font with Arabic letters")
    args = parser.parse_args()
    for path in sorted(TEXTS.glob("*.txt")):
        pdf = page(path.read_text(encoding="utf-8"), font=args.font)
        pdf.output(str(args.folder / path.with_suffix(".pdf").name))


if __name__ == "__main__":
    main()
