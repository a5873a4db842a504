"""数据目录: the open data of a bureau as a catalogue in DCAT 3 (W3C, 2024), written as JSON-LD whose addresses are relative
to the catalogue's own, so that it can be carried elsewhere with its files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

CONTEXT: Mapping[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:issued": {"@type": "xsd:date"},
    "dct:modified": {"@type": "xsd:date"},
    "dcat:accessURL": {"@type": "@id"},
    "dcat:downloadURL": {"@type": "@id"},
    "dcat:landingPage": {"@type": "@id"},
    "dcat:mediaType": {"@type": "@id"},
    "dct:conformsTo": {"@type": "@id"},
}
MEDIA = "https://www.iana.org/assignments/media-types/"
TABULAR = "http://www.w3.org/TR/tabular-metadata/"


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """A table that is published below `folder` (relative to the catalogue) as `files` (name, media type, title)."""

    identifier: str
    title: str
    description: str
    folder: str
    issued: date
    modified: date
    keywords: Sequence[str]
    files: Sequence[tuple[str, str, str]]


def as_catalogue(publisher: str, title: str, language: str, datasets: Sequence[OpenDataset]) -> bytes:
    """The catalogue with its datasets, each with where it is downloaded."""
    agent = {"@type": "foaf:Agent", "foaf:name": publisher}
    told = {
        "@context": {**CONTEXT, "@language": "en" if language == "en" else "zh"},
        "@id": "catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": title,
        "dct:description": title,
        "dct:publisher": agent,
        "dct:language": "en" if language == "en" else "zh",
        "dct:modified": max((one.modified for one in datasets), default=date.min).isoformat(),
        "dcat:dataset": [_dataset(one, agent) for one in datasets],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _dataset(one: OpenDataset, agent: Mapping[str, str]) -> dict[str, Any]:
    return {
        "@id": f"{one.folder}#data",
        "@type": "dcat:Dataset",
        "dct:identifier": one.identifier,
        "dct:title": one.title,
        "dct:description": one.description,
        "dct:publisher": dict(agent),
        "dct:issued": one.issued.isoformat(),
        "dct:modified": one.modified.isoformat(),
        "dcat:keyword": list(one.keywords),
        "dcat:landingPage": one.folder,
        "dcat:distribution": [_distribution(one, *file) for file in one.files],
    }


def _distribution(one: OpenDataset, name: str, media: str, title: str) -> dict[str, Any]:
    address = f"{one.folder}/{name}"
    told = {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": f"{MEDIA}{media}",
    }
    return {**told, "dct:conformsTo": TABULAR} if media == "text/csv" else told
