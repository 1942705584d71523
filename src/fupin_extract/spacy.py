"""The component ``fupin`` for spaCy pipelines: ``nlp.add_pipe("fupin")`` in any pipeline of ``zh``.

It sets ``doc._.fupin``, the `Document` of the text, and ``doc.spans["fupin"]``, a span for each record, aligned to the tokens
by expansion: what a token border cuts becomes whole. The records keep their exact offsets. Extra: ``pip install
fupin-extract[spacy]``; the package registers the component, so that importing spaCy is enough to add it.

>>> import spacy
>>> nlp = spacy.blank("zh")
>>> _ = nlp.add_pipe("fupin")
>>> doc = nlp("2014年，陇南市农民人均纯收入4024元。")
>>> [(span.text, span.label_) for span in doc.spans["fupin"]]
[('2014年', 'period'), ('陇南市', 'region'), ('4024元', 'quantity')]
>>> doc._.fupin.indicators[0].name
'农民人均纯收入'
"""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from .extractor import extract
from .records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Span

__all__ = ["FupinComponent", "load"]

KEY = "fupin"


def load(published: str | None = None) -> Language:
    """Return a ready pipeline: words as spacy-pkuseg cuts them, and the component.

    The segmentation model comes with the library (`models/segmenter/README.md` is its card); nothing is downloaded.

    Args:
        published: the publication date of all texts, ``2018-07-02``; None where the texts tell theirs.

    >>> [token.text for token in load()("陇南市农民人均纯收入4024元。")]
    ['陇南市', '农民', '人均纯收入', '4024', '元', '。']
    """
    from spacy.lang.zh import Chinese

    nlp = Chinese.from_config({"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    with as_file(files("fupin_extract") / "segmenter") as model:
        # "default" is the empty user dictionary; without a path of ours spaCy would look for a model on the network.
        cast("Any", nlp.tokenizer).initialize(pkuseg_model=str(model), pkuseg_user_dict="default")
    nlp.add_pipe(KEY, config={"published": published})
    return nlp


@Language.factory(
    KEY,
    assigns=["doc._.fupin", "doc.spans"],
    default_config={"published": None, "spans_key": KEY},
)
def make_fupin(nlp: Language, name: str, published: str | None, spans_key: str) -> FupinComponent:
    """Return the component for a pipeline; spaCy calls it.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        published: the publication date of all texts, or None.
        spans_key: where in ``doc.spans`` the records' spans go.
    """
    return FupinComponent(published, spans_key)


class FupinComponent:
    """Reads each text and keeps what it states with the ``Doc``.

    A text's own publication date goes before that of the component: ``doc.user_data["published"] = "2018-07-02"``.
    """

    def __init__(self, published: str | None = None, spans_key: str = KEY) -> None:
        self.published = published
        self.spans_key = spans_key
        if not Doc.has_extension(KEY):
            Doc.set_extension(KEY, getter=document_of)

    def __call__(self, doc: Doc) -> Doc:
        """Return the doc with the records of its text."""
        told = doc.user_data.get("published", self.published)
        document = extract(doc.text, published=told)
        doc.user_data[KEY] = document.to_dict()
        spans = []
        for label, span in sorted(_spans(document), key=lambda found: found[1]):
            aligned = doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
            if aligned is not None:
                spans.append(aligned)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Do nothing: all that the component is stands in the pipeline's config."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> FupinComponent:
        """Return the component, made from the config."""
        return self


def document_of(doc: Doc) -> Document | None:
    """Return the document that the component kept with a doc, None where it has not run."""
    kept = doc.user_data.get(KEY)
    return Document.from_dict(kept) if kept else None


def _spans(document: Document) -> Iterator[tuple[str, Span]]:
    yield from (("quantity", quantity.span) for quantity in document.quantities)
    yield from (("period", period.span) for period in document.periods)
    yield from (("region", region.span) for region in document.regions)
    yield from (("organisation", body.span) for body in document.organisations)
    yield from (("programme", mention) for programme in document.programmes for mention in programme.mentions)
