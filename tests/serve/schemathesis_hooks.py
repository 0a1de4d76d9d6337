"""What a schema cannot ask for: a period begins before it ends."""

import schemathesis


@schemathesis.hook
def map_body(context, body):
    return in_order(body)


@schemathesis.hook
def map_query(context, query):
    return in_order(query)


def in_order(values):
    if isinstance(values, dict):
        days = [values.get("since"), values.get("until")]
        if all(isinstance(day, str) for day in days):
            values["since"], values["until"] = sorted(days)
    return values
