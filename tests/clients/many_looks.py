"""Run inside by test_probe.py: look at the card many times in one process, and say what came of it as JSON."""

import json
import sys
import time
from collections import Counter

from madoguchi.base.clock import now
from madoguchi.evidence.probes.card_reader.press import CardReader


def main(reader: str, many: int) -> None:
    probe = CardReader(now)
    begun = time.perf_counter()
    looks = (probe.press(reader) for _ in range(many))
    said = Counter(json.dumps([look.code, look.card, look.tries["pin"], look.tries["number_b"]]) for look in looks)
    print(json.dumps({"said": said, "seconds": round(time.perf_counter() - begun, 3)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
