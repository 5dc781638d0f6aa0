"""Which pages the base knows, told so that a reader's browser can look for itself and need not ask for each page."""

from __future__ import annotations

import marshmallow as ma

from secondsource.api.noun import Noun
from secondsource.api.pairing import PAIRED, require_reader
from secondsource.factbase.current import session
from secondsource.factbase.known import MOST, PREFIX, known_addresses, state_of_addresses

blueprint = Noun("addresses", __name__, description="The addresses of the base's articles, hashed")
blueprint.before_request(require_reader)


class AddressesShown(ma.Schema):
    """Hashes of addresses."""

    salt = ma.fields.String(metadata={"description": "Another one whenever the list is another one"})
    prefixes = ma.fields.List(
        ma.fields.String(),
        metadata={
            "description": f"The first {PREFIX} hexadecimal digits of SHA-256(salt, line feed, address), sorted, for "
            f"the newest {MOST:,} articles. An address is host, path and query as in location.href, without `www.`, "
            "default port, final slashes and tracking parameters, the query's parts sorted"
        },
    )


@blueprint.get("/addresses")
@blueprint.doc(**PAIRED)
@blueprint.etag
@blueprint.response(200, AddressesShown)
@blueprint.alt_response(401, response="UNAUTHORIZED")
def list_addresses() -> dict[str, str | list[str]]:
    """List the known addresses, hashed: matched where the reader is, so that nothing is sent for other pages."""
    salt = state_of_addresses(session())
    blueprint.set_etag(salt)
    return {"salt": salt, "prefixes": known_addresses(session(), salt)}
