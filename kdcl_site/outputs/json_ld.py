"""The facts of a page in the vocabulary of schema.org, as JSON that may stand inside HTML.

There is never an `aggregateRating`: a mark is one body's judgement on a day, no mean of opinions.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin

from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.facts import CertificateFact, Detail, FileFact, PlanFact, RatingFact, SchoolFact, TermsFact
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.view import PageView
from kdcl_site.text.passages import unmarked

_KINDS = {
    "preschool": "Preschool",
    "primary": "ElementarySchool",
    "lower_secondary": "MiddleSchool",
    "upper_secondary": "HighSchool",
}
_STATUS = {
    "not_started": "PotentialActionStatus",
    "in_progress": "ActiveActionStatus",
    "mostly_done": "ActiveActionStatus",
    "done": "CompletedActionStatus",
    "dropped": "FailedActionStatus",
}
_OOXML, _ODF = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    "PDF": "application/pdf",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "DOCX": _OOXML + "wordprocessingml.document",
    "XLSX": _OOXML + "spreadsheetml.sheet",
    "PPTX": _OOXML + "presentationml.presentation",
    "ODT": _ODF + "text",
    "ODS": _ODF + "spreadsheet",
}
"""What each kind of file that may be published is called on the web."""

# What could end the script element, open a comment or break an old reader of scripts; and spaces that only pages need.
_SAFE = str.maketrans(
    {"\u00a0": " ", "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)

Node = dict[str, Any]


def json_ld(view: PageView, options: SiteOptions) -> str:
    """Return the page's facts; an empty text where the site's own address is not known, for a fact needs a name."""
    if not options.site_url:
        return ""
    page = _Page(view.address, options)
    school = view.facts.school
    nodes = [page.breadcrumb(view)]
    if school:
        nodes.append(page.school(school, whole=view.kind == "school"))
    nodes += [page.detail(one, school) for one in view.facts.details]
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return unmarked(text).translate(_SAFE)


class _Page:
    """Makes nodes with the full addresses of one page."""

    def __init__(self, address: Address, options: SiteOptions) -> None:
        self._options = options
        self._own = self._at(addresses.translated(address, options.language))

    def breadcrumb(self, view: PageView) -> Node:
        way = [(crumb.title, urljoin(self._own, crumb.href)) for crumb in view.shell.crumbs]
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate([*way, (view.title, self._own)], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def school(self, fact: SchoolFact, whole: bool) -> Node:
        kinds = [_KINDS.get(kind, "School") for kind in fact.kinds]
        node: Node = {"@type": kinds[0] if len(kinds) == 1 else kinds, "@id": self._school(fact), "name": fact.name}
        if not whole:
            return node
        place = {"streetAddress": fact.street, "addressLocality": fact.commune, "addressRegion": fact.province}
        return _filled(
            node
            | {
                "url": self._own,
                "alternateName": list(fact.former_names),
                "address": _filled({"@type": "PostalAddress"} | place | {"addressCountry": "VN"}),
                "telephone": fact.phone,
                "email": fact.email,
                "sameAs": fact.website,
                "foundingDate": str(fact.founded or ""),
                "parentOrganization": {"@type": "Organization", "name": fact.authority} if fact.authority else "",
                "hasCertification": [_certificate(one) for one in fact.certificates],
            }
        )

    def detail(self, fact: Detail, school: SchoolFact | None) -> Node:
        owner = {"@id": self._school(school)} if school else ""
        match fact:
            case RatingFact():
                return _review(fact, owner)
            case FileFact():
                return self._document(fact, owner)
            case PlanFact():
                return self._plan(fact, owner)
            case TermsFact():
                return self._terms(fact)

    def _document(self, fact: FileFact, owner: object) -> Node:
        return _filled(
            {
                "@type": "DigitalDocument",
                "@id": f"{self._own}#{quote(fact.fragment)}",
                "identifier": fact.code,
                "name": fact.name,
                "publisher": owner,
                "encoding": {
                    "@type": "MediaObject",
                    "contentUrl": f"{self._root}{quote(fact.path)}",
                    "encodingFormat": MEDIA_TYPES[fact.type],
                    "contentSize": f"{fact.size} B",
                    "sha256": fact.sha256,
                },
            }
        )

    def _plan(self, fact: PlanFact, owner: object) -> Node:
        return _filled(
            {
                "@type": "PlanAction",
                "@id": f"{self._own}#{quote(fact.fragment)}",
                "identifier": fact.id,
                "name": fact.name,
                "description": fact.measure,
                "agent": owner,
                "participant": {"@type": "Role", "roleName": fact.owner},
                "startTime": fact.start,
                "endTime": fact.due,
                "actionStatus": f"https://schema.org/{_STATUS[fact.status]}",
            }
        )

    def _terms(self, fact: TermsFact) -> Node:
        terms = [
            {
                "@type": "DefinedTerm",
                "@id": self._at(one.page),
                "termCode": one.code,
                "name": one.name,
                "description": one.description,
            }
            for one in fact.terms
        ]
        return {
            "@type": "DefinedTermSet",
            "@id": self._at(fact.page),
            "name": fact.name,
            "isBasedOn": fact.source,
            "hasDefinedTerm": terms,
        }

    def _school(self, fact: SchoolFact) -> str:
        """A school is the same in every language."""
        return f"{self._at(fact.page)}#truong"

    def _at(self, address: Address) -> str:
        return addresses.absolute(self._options.site_url, address, self._options.directory_urls)

    @property
    def _root(self) -> str:
        return self._options.site_url.rstrip("/") + "/"


def _certificate(fact: CertificateFact) -> Node:
    return _filled(
        {
            "@type": "Certification",
            "name": fact.name,
            "issuedBy": {"@type": "Organization", "name": fact.issuer},
            "certificationIdentification": fact.decision,
            "validFrom": fact.issued,
            "expires": fact.expires,
            "certificationStatus": f"https://schema.org/Certification{'Active' if fact.valid else 'Inactive'}",
        }
    )


def _review(fact: RatingFact, school: object) -> Node:
    """A mark is a review by the body that judged."""
    rating = {
        "@type": "Rating",
        "reviewAspect": fact.aspect,
        "ratingValue": fact.value,
        "bestRating": fact.best,
        "worstRating": 0,
        "ratingExplanation": fact.explanation,
    }
    author = school if fact.own else {"@type": "Organization", "name": fact.judge}
    return _filled(
        {
            "@type": "Review",
            "itemReviewed": school,
            "author": author,
            "datePublished": fact.on,
            "reviewRating": _filled(rating),
        }
    )


def _filled(node: Mapping[str, Any]) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in ("", [], None)}
