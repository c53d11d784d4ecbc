"""Closed vocabularies that code branches on; `vocab/codes/*.yml` defines each term."""

from enum import StrEnum


class Measure(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"
    DISPLACED_STOCK = "displaced_stock"
    RETURNED = "returned"
    PRESENT = "present"
    ATTACKS = "attacks"
    CONTROL = "control"
    HOUSING_DESTROYED = "housing_destroyed"


class Status(StrEnum):
    """Whether the people counted took part in the fighting."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNKNOWN = "unknown"


class People(StrEnum):
    """Which people are counted, by age and sex."""

    ALL = "all"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ELDERLY = "elderly"


class Unit(StrEnum):
    """What one of the count is."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"


class Bound(StrEnum):
    """How the words hold the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


class ScopeKind(StrEnum):
    """Over what the count runs."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    INCREMENT = "increment"
    RATE = "rate"


class Polarity(StrEnum):
    """Whether the source affirms the count or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How surely the source or the publisher says it."""

    STATED = "stated"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    FEARED = "feared"


class SourceKind(StrEnum):
    """What kind of body a source is or speaks for."""

    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    UN = "un"
    NGO = "ngo"
    MONITOR = "monitor"
    MEDICAL = "medical"
    CIVIL_DEFENCE = "civil_defence"
    WITNESS = "witness"
    LOCAL_AUTHORITY = "local_authority"
    MEDIA = "media"
    UNNAMED = "unnamed"


class Held(StrEnum):
    """How the text holds that an actor did it."""

    KNOWN = "known"
    SUSPECTED = "suspected"
    CLAIMED = "claimed"
    DENIED = "denied"


class PlacePrecision(StrEnum):
    """How small an area a place is known to lie in; `none` where it is not known at all."""

    EXACT = "exact"
    STREET = "street"
    LANDMARK = "landmark"
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    NONE = "none"


class TimePrecision(StrEnum):
    """How short a stretch a time is known to lie in; `none` where it is not known at all."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONGER = "longer"
    NONE = "none"
