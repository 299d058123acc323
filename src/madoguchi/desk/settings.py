"""The settings page: who we are, whom we call, which reader, which folders, and when the certificate ends."""

from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from litestar import MediaType, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.base.settings import ContactSetting, Settings, save_settings
from madoguchi.desk.audit import note
from madoguchi.desk.backup_reminder import BackupView, backup_view
from madoguchi.desk.certificate import CertificateView, certificate_view
from madoguchi.desk.context import Context, Here
from madoguchi.desk.rights import Visitor
from madoguchi.desk.settings_form import ROLES, SPANS, read
from madoguchi.desk.settings_probes import PROVES, SAME_LAN, probe_values
from madoguchi.words.translate import LANGUAGES, STAFF_LANGUAGES

KINDS: Final = ("medical", "dental", "pharmacy", "hospital")
WEIGHTS: Final = ("light", "normal", "heavy")


class Folder(msgspec.Struct, frozen=True):
    """A watched folder and how it is: `good` or `bad`."""

    path: str
    state: str
    text: str


class Role(msgspec.Struct, frozen=True):
    """Somebody to call, with what is built in."""

    id: str
    name: str
    phone: str
    told: bool


class SettingsView(msgspec.Struct, frozen=True):
    """Everything the page shows; `values` and `troubles` are by field."""

    values: dict[str, str]
    troubles: dict[str, str]
    saved: bool
    failed: str
    kinds: tuple[str, ...]
    weights: tuple[str, ...]
    staff_languages: tuple[str, ...]
    patient_languages: tuple[str, ...]
    readers: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    spans: tuple[str, ...]
    folders: tuple[Folder, ...]
    certificate: CertificateView
    backup: BackupView
    same_lan: tuple[str, ...]
    proves: tuple[str, ...]
    protected: bool
    chosen: bool


def values_of(settings: Settings) -> dict[str, str]:
    """The settings as the form's fields."""
    ends = settings.terminal_certificate_expires
    values = {
        "facility_kind": settings.facility_kind,
        "facility_name": settings.facility_name,
        "facility_code": settings.facility_code,
        "facility_phone": settings.facility_phone,
        "staff_language": settings.staff_language,
        "patient_languages": "\n".join(settings.patient_languages),
        "reader": settings.reader,
        "waiting": settings.waiting,
        "folders": "\n".join(settings.folders),
        "terminal_certificate_expires": ends.isoformat() if ends else "",
        "ledger_keep_days": str(settings.ledger_keep_days),
        "backup_days": str(settings.backup_days),
    }
    values |= probe_values(settings)
    for role in ROLES:
        known = settings.contacts.get(role, ContactSetting())
        values |= {f"{role}_name": known.name, f"{role}_phone": known.phone, f"{role}_contract": known.contract}
        values |= {f"{role}_{days}": known.hours.get(days, "") for days in SPANS}
    return values


def folder_state(path: str, known: str | None) -> str:
    """How a folder is: as the watcher found it, or, before it has looked, whether it can be listed.

    Args:
        path: the folder.
        known: `watching`, `unavailable`, or anything else where the watcher has not looked yet.
    """
    if known in ("watching", "unavailable"):
        return "good" if known == "watching" else "bad"
    try:
        next(Path(path).iterdir(), None)
    except OSError:
        return "bad"
    return "good"


def settings_view(  # noqa: PLR0913 - what may stand above the form
    context: Context,
    values: dict[str, str],
    troubles: dict[str, str] | None = None,
    *,
    saved: bool = False,
    chosen: bool = False,
    failed: str = "",
) -> SettingsView:
    """The page for the fields as typed or as kept; `chosen` just after a passphrase was."""
    around = context.around()
    readers = around.catalogue.readers
    names = {one: f"{facts.maker} {facts.model}".strip() for one, facts in readers.items()}
    names["generic"] = around.text("settings-reader-generic")
    folders = ((path, folder_state(path, context.folders.get(path))) for path in around.settings.folders)
    return SettingsView(
        values=values,
        troubles={field: around.text(message) for field, message in (troubles or {}).items()},
        saved=saved,
        failed=around.text(failed) if failed else "",
        kinds=KINDS,
        weights=WEIGHTS,
        staff_languages=STAFF_LANGUAGES,
        patient_languages=LANGUAGES,
        readers=tuple(sorted(names.items(), key=lambda pair: (pair[0] != "generic", pair[1]))),
        roles=tuple(
            Role(role, around.text(f"contact-{role}"), around.catalogue.contacts[role].phone, role in around.settings.contacts)
            for role in ROLES
        ),
        spans=SPANS,
        folders=tuple(Folder(path, state, around.text(f"settings-folder-{state}")) for path, state in folders),
        certificate=certificate_view(context),
        backup=backup_view(context),
        same_lan=tuple(SAME_LAN),
        proves=PROVES,
        protected=context.keeper.exists(),
        chosen=chosen,
    )


def _page(context: Context, view: SettingsView) -> str:
    return context.render("settings.html", context.settings().staff_language, view=view)


def _again(context: Context, view: SettingsView, status: int) -> Response[str]:
    return Response(_page(context, view), media_type=MediaType.HTML, status_code=status)


@get("/settings", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def settings_page(context: Here, saved: FromQuery[str] = "", chosen: FromQuery[str] = "") -> str:
    """The settings as they are kept."""
    view = settings_view(context, values_of(context.settings()), saved=saved == "1", chosen=chosen == "1")
    return _page(context, view)


@post("/settings", sync_to_thread=True, include_in_schema=False)
def save(
    context: Here, visitor: Visitor, data: Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect | Response[str]:
    """Keep the settings, or show the form again with a word beside each field that needs one; then nothing is kept."""
    fields = {name: tuple(map(str, value)) if isinstance(value, list) else (str(value),) for name, value in data.items()}
    given = read(fields, context.settings(), context.catalogue)
    if given.troubles:
        return _again(context, settings_view(context, given.shown, given.troubles), 422)
    try:
        save_settings(context.data, given.settings)
    except OSError:
        return _again(context, settings_view(context, given.shown, failed="settings-not-kept"), 503)
    note(context, visitor, "settings-changed")
    for screen in ("staff", "patient", "practice"):
        context.live.publish(None, screen)
    return Redirect("/settings?saved=1", status_code=303)


routes = [settings_page, save]
