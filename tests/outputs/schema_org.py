"""What we use of schema.org: a page's facts hold by these models, which know no other property."""

# ruff: noqa: N815  # the names are schema.org's

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AnyUrl, BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter


class Node(BaseModel):
    """A thing of schema.org with no property that is not named here."""

    model_config = ConfigDict(extra="forbid", strict=False)


class Ref(Node):
    id: AnyUrl = Field(alias="@id")


class Organization(Node):
    type: Literal["Organization"] = Field(alias="@type")
    name: Annotated[str, Field(min_length=1)]


class Crumb(Node):
    type: Literal["ListItem"] = Field(alias="@type")
    position: int
    name: Annotated[str, Field(min_length=1)]
    item: AnyUrl


class Breadcrumb(Node):
    type: Literal["BreadcrumbList"] = Field(alias="@type")
    itemListElement: Annotated[list[Crumb], Field(min_length=2)]


class PostalAddress(Node):
    type: Literal["PostalAddress"] = Field(alias="@type")
    streetAddress: str = ""
    addressLocality: str
    addressRegion: str
    addressCountry: Literal["VN"]


class Certification(Node):
    type: Literal["Certification"] = Field(alias="@type")
    name: str
    issuedBy: Organization
    certificationIdentification: str = ""
    validFrom: date
    expires: date | None = None
    certificationStatus: Literal["https://schema.org/CertificationActive", "https://schema.org/CertificationInactive"]


SchoolKind = Literal["Preschool", "ElementarySchool", "MiddleSchool", "HighSchool", "School"]


class School(Node):
    type: SchoolKind | list[SchoolKind] = Field(alias="@type")
    id: AnyUrl = Field(alias="@id")
    name: Annotated[str, Field(min_length=1)]
    url: AnyUrl | None = None
    alternateName: list[str] = []
    address: PostalAddress | None = None
    telephone: str = ""
    email: str = ""
    sameAs: AnyUrl | None = None
    foundingDate: Annotated[str, Field(pattern=r"^\d{4}$")] = "2000"
    parentOrganization: Organization | None = None
    hasCertification: list[Certification] = []


class Rating(Node):
    type: Literal["Rating"] = Field(alias="@type")
    reviewAspect: Annotated[str, Field(min_length=1)] | None = None
    ratingValue: Annotated[int, Field(ge=0)]
    bestRating: Annotated[int, Field(ge=1)]
    worstRating: Literal[0]
    ratingExplanation: Annotated[str, Field(min_length=10)]


class Review(Node):
    type: Literal["Review"] = Field(alias="@type")
    itemReviewed: Ref
    author: Ref | Organization
    datePublished: date
    reviewRating: Rating


class Media(Node):
    type: Literal["MediaObject"] = Field(alias="@type")
    contentUrl: AnyUrl
    encodingFormat: Literal["application/pdf", "image/jpeg"]
    contentSize: Annotated[str, Field(pattern=r"^\d+ B$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class DigitalDocument(Node):
    type: Literal["DigitalDocument"] = Field(alias="@type")
    id: AnyUrl = Field(alias="@id")
    identifier: str
    name: str
    publisher: Ref
    encoding: Media


class Role(Node):
    type: Literal["Role"] = Field(alias="@type")
    roleName: Annotated[str, Field(min_length=1)]


class PlanAction(Node):
    type: Literal["PlanAction"] = Field(alias="@type")
    id: AnyUrl = Field(alias="@id")
    identifier: str
    name: str
    description: str
    agent: Ref
    participant: Role
    startTime: date | None = None
    endTime: date
    actionStatus: Annotated[
        str, Field(pattern=r"^https://schema\.org/(Potential|Active|Completed|Failed)ActionStatus$")
    ]


class DefinedTerm(Node):
    type: Literal["DefinedTerm"] = Field(alias="@type")
    id: AnyUrl = Field(alias="@id")
    termCode: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    name: Annotated[str, Field(min_length=1)]
    description: Annotated[str, Field(min_length=1)]


class DefinedTermSet(Node):
    type: Literal["DefinedTermSet"] = Field(alias="@type")
    id: AnyUrl = Field(alias="@id")
    name: Annotated[str, Field(min_length=1)]
    isBasedOn: Annotated[str, Field(min_length=1)]
    hasDefinedTerm: Annotated[list[DefinedTerm], Field(min_length=1)]


def _kind(value: Any) -> str:
    kind = value["@type"]
    others = ("BreadcrumbList", "Review", "DigitalDocument", "PlanAction", "DefinedTermSet")
    return kind if kind in others else "School"


Graph = TypeAdapter(
    list[
        Annotated[
            Annotated[Breadcrumb, Tag("BreadcrumbList")]
            | Annotated[School, Tag("School")]
            | Annotated[Review, Tag("Review")]
            | Annotated[DigitalDocument, Tag("DigitalDocument")]
            | Annotated[PlanAction, Tag("PlanAction")]
            | Annotated[DefinedTermSet, Tag("DefinedTermSet")],
            Discriminator(_kind),
        ]
    ]
)
