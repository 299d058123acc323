"""Carries out what a request asks once for each idempotency key: the answer again to a repeat, a refusal to another request."""

from collections.abc import Callable
from typing import Any

from anyio import to_thread
from litestar import Request, Response

from madoguchi.desk.bodies import idempotency_key
from madoguchi.desk.context import Context
from madoguchi.desk.reception import digest
from madoguchi.desk.refusals import Refused

Asked = Request[Any, Any, Any]


async def once(context: Context, request: Asked, asked: bytes, act: Callable[[], bytes], status: int = 200) -> Response[Any]:
    """The answer to a request, worked out in a worker thread, or the one it already got under its key.

    Args:
        context: of the desk.
        request: carries the key, if it has one.
        asked: all that it asks.
        act: does it, and gives the answer as JSON.
        status: of the answer.

    Raises:
        Refused: the key was used for something else.
    """
    key = idempotency_key(request)

    def run() -> bytes:
        if key is None:
            return act()
        # The key goes into the digest: it is kept nowhere, so nobody who finds the digest can try what was asked.
        what = digest(key.encode(), request.url.path.encode(), asked).encode()
        kept = context.records.idempotent(key)
        if kept is not None:
            before, _, answer = kept.partition(b"\n")
            if before != what:
                raise Refused("idempotency-conflict")
            return answer
        answer = act()
        context.records.remember(key, what + b"\n" + answer, context.clock())
        return answer

    return Response(await to_thread.run_sync(run), status_code=status, media_type="application/json")
