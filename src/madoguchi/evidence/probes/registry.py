"""Every probe there is, in the order in which they are shown."""

from typing import Final

from madoguchi.evidence.probes.area_notice import AreaNotice
from madoguchi.evidence.probes.cable import Cable
from madoguchi.evidence.probes.card_reader.presence import PcscReader
from madoguchi.evidence.probes.centre import Centre
from madoguchi.evidence.probes.clock import ClockProbe
from madoguchi.evidence.probes.disk import Disk
from madoguchi.evidence.probes.gateway import Gateway
from madoguchi.evidence.probes.line import Line
from madoguchi.evidence.probes.memory import Memory
from madoguchi.evidence.probes.name_resolution import NameResolution
from madoguchi.evidence.probes.output_folder import OutputFolder
from madoguchi.evidence.probes.probe import Probe
from madoguchi.evidence.probes.request_folder import RequestFolder
from madoguchi.evidence.probes.terminal_certificate import TerminalCertificate
from madoguchi.evidence.probes.uptime import Uptime

PROBES: Final[tuple[Probe, ...]] = (
    ClockProbe(),
    Disk(),
    Memory(),
    Uptime(),
    PcscReader(),
    TerminalCertificate(),
    RequestFolder(),
    OutputFolder(),
    Cable(),
    Gateway(),
    NameResolution(),
    Line(),
    Centre(),
    AreaNotice(),
)
