"""Markup to plain words, where a whole page's extraction would be too much."""

from collections.abc import Iterator

from lxml import etree, html  # type: ignore[import-untyped]

# Elements that begin a line of their own when shown.
BLOCKS = {
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table"),
    *("tr", "ul"),
}
UNSEEN = ("head", "title", "script", "style", "noscript", "template")


def words(markup: str) -> str:
    """The words of a fragment of HTML as shown, one line a block; "" where it has none."""
    try:
        tree = html.fromstring(f"<div>{markup}</div>", parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):  # nothing but comments; characters XML has not
        return ""
    etree.strip_elements(tree, *UNSEEN, etree.Comment, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_shown(tree)).splitlines())
    return "\n".join(line for line in lines if line)


def _shown(tree: html.HtmlElement) -> Iterator[str]:
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in BLOCKS:
            yield "\n"
        yield (element.text if event == "start" else element.tail) or ""
