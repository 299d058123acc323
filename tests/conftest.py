"""How much is tried: a little with every run, twenty times as much with `./test --long`."""

import os

from hypothesis import HealthCheck, settings

LONG = 20 if os.environ.get("MADOGUCHI_LONG") else 1

settings.register_profile("house", max_examples=50 * LONG, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("house")
