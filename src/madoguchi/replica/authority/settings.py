"""What the replica's authorities are told before they start: names, and how long certificates last."""

from typing import Final

SERVER: Final = "centre.chain.invalid"
"""The centre's name in its certificate: in a domain that can exist nowhere (RFC 6761 §6.4)."""

MONTHS: Final = 39
"""An institution's certificate lasts three years and three months (docs/protocol/certificates.md)."""

YEARS: Final = 15
"""How long the institutions' authority itself lasts."""

FIRST: Final = "institution"
"""The certificate an institution has when the replica is made."""

FORMER: Final = "institution-former"
"""The one it had before, which ended a month before the replica was made."""

FORMER_AGO: Final = 30
"""Days since the former certificate ended, when the replica is made."""

FIRST_AGO: Final = 200
"""Days since the first certificate was issued, when the replica is made."""

REVOKED: Final = "institution-revoked"
"""One that was revoked long enough ago that every terminal has been told."""

SUPERSEDED: Final = "institution-superseded"
"""One that was revoked so lately that only the authority itself knows."""

REVOKED_AGO: Final = 60
"""Days since the first of the two was revoked, when the replica is made."""

SUPERSEDED_AGO: Final = 5
"""Days since the second was."""

TOLD_AGO: Final = 10
"""Days since the list of revoked certificates was made that the terminal has."""
