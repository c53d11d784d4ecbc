"""What made this ledger, and whether it holds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harmledger import __version__
from harmledger.vocab.load import digest
from harmledger.workbench.desk import desk


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the ledger's head and last run; verify it where the query asks for that."""
    here = desk(request)
    seq, head = here.ledger.head()
    board = here.board()
    context = {
        "version": __version__,
        "folder": here.ledger.folder,
        "entries": seq,
        "head": head,
        "reports": len(board.briefs),
        "incidents": len(board.incidents),
        "vocabulary": digest(),
        "run": sorted(board.run.items()),
        "verified": here.ledger.verify() if "verify" in request.GET else None,
    }
    return render(request, "about/page.html", context)
