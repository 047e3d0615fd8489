"""What the description of the API says of every operation alike: how it refuses."""

from typing import Any

Tree = dict[str, Any]
PROBLEM: Tree = {
    "type": "object",
    "description": "RFC 9457. `errors` holds messages by field, `reasons` the sentences of a refused step.",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "object", "additionalProperties": True},
        "reasons": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["type", "title", "status", "detail"],
}
ALWAYS = {
    "400": "Malformed or not valid.",
    "401": "No valid token and no session.",
    "403": "The duty does not allow it.",
    "404": "Absent or out of scope: the same answer.",
    "429": "Too often; Retry-After says how long to wait.",
    "503": "The database cannot be reached; Retry-After says how long to wait.",
}
WITH_BODY = {
    "409": "A refused step with its reasons, or somebody changed the file meanwhile.",
    "413": "The request is too large.",
    "415": "A content type that is not read here.",
}


def describe_refusals(result: Tree, generator: Any, request: Any, public: bool) -> Tree:
    """A postprocessing hook of drf-spectacular: the answers in `application/problem+json`, written down once."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    result["components"]["responses"] = {f"Problem{code}": refusal(words) for code, words in described().items()}
    for path in result["paths"].values():
        for method, operation in path.items():
            known = ALWAYS if method == "get" else described()
            for code in known:
                operation["responses"].setdefault(code, {"$ref": f"#/components/responses/Problem{code}"})
    return result


def described() -> dict[str, str]:
    return {**ALWAYS, **WITH_BODY}


def refusal(words: str) -> Tree:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": words, "content": content}
