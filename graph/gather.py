"""What there is to build from: folders with a manifest, folders without one, and bare files."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph.errors import DocumentError, ManifestError
from graph.extract.titles import OPENING, date_of, opening_title
from graph.identifiers import mint
from graph.link.likely import likely_report_of
from graph.read.folder import files_in, is_document, passed_over
from graph.read.formats import ENDINGS
from graph.read.manifest import MANIFEST, Sources, bare_identifier, read_bare_file, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.identifiers import Iri

    LeftOut = Callable[[DocumentError], None]

_ENDINGS = ", ".join(sorted(ENDINGS))
_MOST_NAMES = 5  # of files that are listed
FEW = 20  # bare documents among which a report on another is looked for: each is compared with each


def gather(paths: Sequence[Path], left_out: LeftOut, told: Callable[[str], None] = lambda _: None) -> Iterator[Sources]:
    """The sources of each folder with a manifest, then those of the bare documents.

    A folder without a manifest stands for the documents in it. A document that cannot be read is left out and told
    of; `told` hears of files that are passed over. Raises ManifestError, also where two bodies have one id.
    """
    seen: dict[Iri, Path] = {}
    for path in paths:
        if _has_manifest(path):
            failed: list[DocumentError] = []
            sources = read_folder(path, failed.append)
            for error in failed:
                left_out(error)
            _tell_of_unlisted(path, sources, failed, told)
            yield _distinct(sources, path, seen)
        elif _is_folder(path) and (others := list(islice(passed_over(path), _MOST_NAMES + 1))):
            names = ", ".join(others[:_MOST_NAMES]) + (" and others" if len(others) > _MOST_NAMES else "")
            told(f"{path}: not read: {names}; documents are the files in the folder itself that end in {_ENDINGS}.")
    bare = [file for path in paths if not _has_manifest(path) for file in _files(path, left_out)]
    read = ((file, one) for file in bare if (one := _read(file, left_out)))
    for file, sources in _joined(list(read)) if len(bare) <= FEW else read:
        yield _distinct(sources, file, seen)


def _tell_of_unlisted(
    folder: Path, sources: Sources, failed: Sequence[DocumentError], told: Callable[[str], None]
) -> None:
    """Say which documents stand in a folder and not in its manifest: somebody may believe that they are read."""
    listed = {one.file_name for one in sources.documents} | {error.path.name for error in failed}
    for file in files_in(folder, below=True):
        if file.name not in listed and is_document(file):
            told(f"{file}: is not read, since {MANIFEST} does not list it.")


def _has_manifest(path: Path) -> bool:
    return _is_folder(path) and (path / MANIFEST).exists()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no file can have such a name; reading it says so
        return False


def _files(path: Path, left_out: LeftOut) -> Iterator[Path]:
    """A bare file, or the documents of a folder by name: one of each name, whatever the format."""
    if not _is_folder(path):
        yield path
        return
    first: dict[str, Path] = {}
    for file in filter(is_document, files_in(path)):
        known = first.setdefault(bare_identifier(file), file)
        if known is file:
            yield file
        else:
            left_out(
                DocumentError(file, f"is left out, since {known.name} has the same name", "rename it to read both")
            )
    if not first:
        remedy = f"put documents in it ({_ENDINGS})"
        raise ManifestError(path, f"holds no {MANIFEST} and no document", remedy)


def _read(file: Path, left_out: LeftOut) -> Sources | None:
    try:
        sources = read_bare_file(file, title_in=opening_title)
        (document,) = sources.documents
        opening = iter((document.title, file.stem, document.text[:OPENING]))
        return replace(sources, documents=(replace(document, date=date_of(opening)),))
    except DocumentError as error:
        left_out(error)
        return None


def _distinct(sources: Sources, path: Path, seen: dict[Iri, Path]) -> Sources:
    if sources.body.iri in seen:
        problem = f"its body has the same id as that of {seen[sources.body.iri]}"
        raise ManifestError(path, problem, f"change the id in {MANIFEST} or the name")
    seen[sources.body.iri] = path
    return sources


def _joined(bare: Sequence[tuple[Path, Sources]]) -> Iterable[tuple[Path, Sources]]:
    """The same, with each document that reports on another put into the body of that one."""
    documents = {sources.documents[0].iri: sources for _, sources in bare}
    plan_of: dict[Iri, Iri] = {}
    for iri, sources in documents.items():
        others = [one.documents[0] for other, one in documents.items() if other != iri and other not in plan_of]
        plan = likely_report_of(sources.documents[0], others)
        if plan and iri not in plan_of.values():
            plan_of[iri] = plan
    for path, sources in bare:
        own = sources.documents[0].iri
        if own not in plan_of:
            yield path, _with_reports(sources, [documents[one] for one, plan in plan_of.items() if plan == own])


def _with_reports(plan: Sources, reports: Sequence[Sources]) -> Sources:
    strategy = plan.strategies[0].iri
    added = tuple(
        replace(
            one.documents[0],
            iri=mint(plan.body.iri + "/", one.documents[0].iri.rsplit("/", 2)[-2]),
            states=None,
            reports_on=strategy,
        )
        for one in reports
    )
    return replace(plan, documents=(*plan.documents, *added))
