"""What tests look at in an index: whether it is refused, whole, and what is found in it."""

import pytest
from encoders import Numberless, WordEncoder

from qa import AlineaError, Index
from qa.doctor import examine_index


def file_of(folder, name):
    found = list(folder.rglob(name))
    assert len(found) == 1
    return found[0]


def refused(folder):
    with pytest.raises(AlineaError) as caught:
        Index.open(folder, WordEncoder())
    assert "\n" not in caught.value.message
    assert "qa index SOURCE" in caught.value.message
    return caught.value.code


def problems(folder):
    return [finding.problem for finding in examine_index(folder) if finding.problem]


def is_as_built(folder):
    index = Index.open(folder, WordEncoder())
    hits = index.search("Wanneer sluit het zwembad?")
    return not problems(folder) and [hit.id for hit in hits] == ["zwembad#p1", "zwembad#p2"]


def found(index, question):
    return [(hit.id, hit.rank_score, hit.scores) for hit in index.search(question, k=50)]


def opened(path, engine):
    return Index.open(path, Numberless(), engine=engine)


def ids(index, question, k=1, **more):
    return [hit.id for hit in index.search(question, k, **more)]
