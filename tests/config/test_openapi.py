"""The description of the API is sound, and says how every operation refuses."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


@pytest.fixture(scope="module")
def description():
    with GENERATOR_STATS.silence():
        GENERATOR_STATS.reset()
        schema = SchemaGenerator().get_schema(request=None, public=True)
        assert not GENERATOR_STATS
    return schema


def operations(description):
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def test_it_is_valid_and_made_without_a_warning(description):
    validate_schema(description)


def test_every_operation_says_how_it_refuses(description):
    for name, operation in operations(description):
        expected = {"401", "403", "404", "429"} | ({"409", "413", "415"} if name.startswith("post") else set())
        assert expected <= operation["responses"].keys(), name


def test_every_body_belongs_to_one_form(description):
    bodies = [name for name in description["components"]["schemas"] if name.endswith("RegisterBodyRequest")]
    assert sorted(bodies) == ["HotlineRegisterBodyRequest", "SupervisionRegisterBodyRequest"]


def test_the_body_of_a_step_is_that_of_its_form(description):
    step = description["paths"]["/api/v1/work-orders/{id}/give_feedback/"]["post"]
    content = step["requestBody"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/HotlineFeedbackBodyRequest"}
