"""The administrator's pages: coming in, going out, and choosing a passphrase with its second factor."""

from typing import Annotated, Any, Final

import msgspec
from anyio import to_thread
from litestar import MediaType, Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect
from markupsafe import Markup

from madoguchi.desk import codes, passphrase
from madoguchi.desk.administrator import Enrolment, minutes
from madoguchi.desk.audit import HERE, note
from madoguchi.desk.context import Context, Here
from madoguchi.desk.gate import LOGIN, kept, login_cookie
from madoguchi.desk.rights import Visitor, right_for

AFTERWARDS: Final = "/settings"
"""Where a login leads if nobody asked for another place."""

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
Asked = Request[Any, Any, Any]
Page = Response[str] | Redirect


class LoginView(msgspec.Struct, frozen=True):
    """The way in: where it leads, and what was wrong with the last try; `wait` is in minutes."""

    to: str
    trouble: str = ""
    wait: int = 0


class ChooseView(msgspec.Struct, frozen=True):
    """Choosing a passphrase; `change` where there is one already."""

    change: bool
    trouble: str = ""
    wait: int = 0
    spare: bool = False


class EnrolView(msgspec.Struct, frozen=True):
    """Setting up the second factor; the secret is shown the first time only, afterwards these fields are empty."""

    token: str
    square: Markup = Markup()
    secret: str = ""
    spare: str = ""
    trouble: str = ""


def square(text: str) -> Markup:
    """A QR code as a picture inside the page."""
    import segno  # noqa: PLC0415 - seen on two pages of the administrator, not worth a slower start

    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=5, border=3, dark="#000", light="#fff", svgclass="square")
    return Markup(drawn)  # noqa: S704 - drawn by segno from dots; the text itself is not in it


def field(data: dict[str, Any], name: str) -> str:
    """One field of a form as text; the first where it came twice."""
    value = data.get(name, "")
    return str(value[0]) if isinstance(value, list) and value else "" if isinstance(value, list) else str(value)


def address_of(request: Asked) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def leads_to(wanted: str) -> str:
    """A place that a login opens, and nothing else: neither another site nor a page that needs no login."""
    plain = wanted.startswith("/") and not wanted.startswith("//") and wanted.isprintable() and "\\" not in wanted
    return wanted if plain and "?" not in wanted and right_for(wanted, "GET").administrator else AFTERWARDS


def drawn(context: Context, template: str, view: object) -> str:
    """A page of the gate as text."""
    return context.render(template, context.settings().staff_language, view=view)


def shown(context: Context, template: str, view: object, status: int = 200) -> Response[str]:
    """A page of the gate as an answer."""
    return Response(drawn(context, template, view), media_type=MediaType.HTML, status_code=status)


@get("/login", include_in_schema=False)
async def login_page(context: Here, to: FromQuery[str] = AFTERWARDS) -> Page:
    """The way in; while nobody chose a passphrase, the place where one is chosen."""
    if not await to_thread.run_sync(context.keeper.exists):
        return Redirect("/login/choose", status_code=303)
    return await to_thread.run_sync(shown, context, "login.html", LoginView(leads_to(to)))


@post("/login", sync_to_thread=True, include_in_schema=False)
def log_in(context: Here, visitor: Visitor, data: Form) -> Page:
    """Come in, or hear that it was not right: never which half, and slower with each try."""
    to, whose = leads_to(field(data, "to")), visitor.device or HERE
    wait = context.keeper.wait("login", whose)
    if wait:
        return shown(context, "login.html", LoginView(to, "login-wait", minutes(wait)), 429)
    outcome = context.keeper.let_in(field(data, "passphrase"), field(data, "code"))
    if outcome == "no":
        note(context, visitor, "login-refused", who="")
        return shown(context, "login.html", LoginView(to, "login-no"), 401)
    note(context, visitor, "login")
    context.keeper.forgive("login", whose)
    cookie = login_cookie(context.keeper.begin(visitor.device), lan=visitor.lan)
    return Redirect("/login/choose?spare=1" if outcome == "spare" else to, status_code=303, cookies=[cookie])


@post("/logout", sync_to_thread=True, include_in_schema=False)
def log_out(context: Here, request: Asked, visitor: Visitor) -> Redirect:
    """Go out; the login is over everywhere, whatever the browser keeps."""
    token = kept(request.scope, LOGIN[visitor.lan])
    if token:
        context.keeper.end(token)
        note(context, visitor, "logout")
    return Redirect("/", status_code=303, cookies=[login_cookie("", lan=visitor.lan)])


@get("/login/choose", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def choose_page(context: Here, spare: FromQuery[str] = "") -> str:
    """Choose a passphrase, or another one; `spare` after the code for a lost telephone was used."""
    return drawn(context, "login_choose.html", ChooseView(context.keeper.exists(), spare=spare == "1"))


@post("/login/choose", sync_to_thread=True, include_in_schema=False)
def choose(context: Here, visitor: Visitor, data: Form) -> Response[str]:
    """Take a passphrase and show, once, what the second factor is set up with; nothing is kept yet."""
    change, whose = context.keeper.exists(), visitor.device or HERE
    chosen = field(data, "passphrase")
    trouble = passphrase.trouble(chosen, field(data, "again"))
    if trouble:
        return shown(context, "login_choose.html", ChooseView(change, trouble), 422)
    if change:
        wait = context.keeper.wait("login", whose)
        if wait:
            return shown(context, "login_choose.html", ChooseView(change, "login-wait", minutes(wait)), 429)
        if not context.keeper.knows(field(data, "now")):
            note(context, visitor, "login-refused", who="")
            return shown(context, "login_choose.html", ChooseView(change, "login-not-the-old"), 401)
        context.keeper.forgive("login", whose)
    return shown(context, "login_enrol.html", _first_view(context.keeper.choose(chosen), context))


def _first_view(enrolment: Enrolment, context: Context) -> EnrolView:
    account = context.settings().facility_name or context.around().text("brand")
    return EnrolView(
        token=enrolment.token,
        square=square(codes.enrolment_address(enrolment.secret, account)),
        secret=codes.written(enrolment.secret),
        spare=codes.grouped(enrolment.spare),
    )


@post("/login/enrol", sync_to_thread=True, include_in_schema=False)
def enrol(context: Here, visitor: Visitor, data: Form) -> Page:
    """Keep the passphrase once the first code is right; whoever did it is in."""
    token = field(data, "token")
    outcome = context.keeper.enrol(token, field(data, "code"))
    if outcome == "again":
        return shown(context, "login_enrol.html", EnrolView(token, trouble="login-code-again"), 422)
    if outcome == "gone":
        return shown(context, "login_choose.html", ChooseView(context.keeper.exists(), "login-gone"), 409)
    note(context, visitor, "passphrase-chosen")
    cookie = login_cookie(context.keeper.begin(visitor.device), lan=visitor.lan)
    return Redirect("/settings?chosen=1", status_code=303, cookies=[cookie])


routes = [login_page, log_in, log_out, choose_page, choose, enrol]
