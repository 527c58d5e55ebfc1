"""The fixed values that things of the model have: statuses, scopes, relations, rules and their like.

Their texts are local names of `ontology/`, but for the relations, which are prefixed names of properties.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What became of a commitment, as of one document. The local names of `ontology/status.ttl`."""

    ACHIEVED = "Achieved"
    IN_PROGRESS = "InProgress"
    OUTSTANDING = "Outstanding"
    NOT_REPORTED = "NotReported"
    NOT_ASSESSED = "NotAssessed"


class Scope(StrEnum):
    """How far a statement reaches among the pledges of its section."""

    DIRECT = "direct"
    ALL = "all"
    REST = "rest"
    REMAINING = "remaining"
    EXCEPTION = "exception"


#: The scopes of a statement about several pledges at once.
BLANKETS = (Scope.ALL, Scope.REST, Scope.REMAINING)


class Relation(StrEnum):
    """What a link says of its subject and object: the direct property, as a prefixed name."""

    EVIDENCED_BY = "sl:evidencedBy"
    OWNED_BY = "sl:ownedBy"
    INVOLVES = "sl:involves"
    REPORTS = "sl:reports"
    CONTINUES = "sl:continues"
    STATUS = "sl:status"  # only ever decided by a person; the rules make assessments instead


class Rule(StrEnum):
    """The rule that made a link. The local names of the rules in `ontology/strategy-links.ttl`."""

    WORDING = "EvidenceByWording"
    BLANKET = "EvidenceByBlanket"
    EXCEPTION = "EvidenceByException"
    LAYOUT = "EvidenceByLayout"
    COUNT = "EvidenceByCount"
    OWNER = "OwnerOfAnswer"
    OWNER_STATED = "OwnerStated"
    PARTNER = "PartnerNamed"
    CONTINUED = "ContinuedByWording"
    OUTCOME = "OutcomeReported"
    PERSON = "PersonDecided"


class Review(StrEnum):
    """Whether a person has looked at a link."""

    UNREVIEWED = "Unreviewed"
    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class Attestation(StrEnum):
    """Whether a body speaks of itself or somebody else vouches for it."""

    SELF_REPORTED = "SelfReported"
    THIRD_PARTY = "ThirdParty"


class Kind(StrEnum):
    """What a name names."""

    PROGRAMME = "Programme"
    ORGANISATION = "Organization"
    MODEL = "Model"
    PLACE = "Place"


class Strength(StrEnum):
    """How firmly a pledge is made. The local names of the strengths in `ontology/strategy-links.ttl`."""

    FIRM = "Firm"
    INTENTION = "Intention"
    PRIORITY = "Priority"


class Role(StrEnum):
    """What a document says of a pledge beside its words: in a column, a lead-in or a heading."""

    OWNER = "Owner"
    PARTNER = "Partner"
    TIMESCALE = "Timescale"
    MEASURE = "Measure"
