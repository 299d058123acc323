from typing import Any

import pytest

from madoguchi.wire.exchange.samples import build

Desk = Any


def sample(case: str, encoding: Any = "utf-8") -> bytes:
    return build(case, encoding).data


def test_a_code_becomes_an_incident_with_one_step_and_its_reason(desk: Desk) -> None:
    incident = desk.report(code="011")

    assert set(incident) == {"id", "state", "problem", "step", "practice"}
    assert incident["problem"] == {"code": "011", "name": "ネットワークエラー"}
    assert incident["state"] == "open"
    assert incident["practice"] is False
    assert set(incident["step"]) == {"id", "kind", "text", "minutes", "reason"}
    assert incident["step"]["reason"].startswith("まず")


@pytest.mark.parametrize("written", ["003", "3", "３番", "エラー3", "【003】", 3])
def test_a_code_is_understood_as_people_write_it(desk: Desk, written: object) -> None:
    assert desk.report(code=written)["problem"]["code"] == "003"


@pytest.mark.parametrize("garbage", ["", "abc", "💣", "0123456789", -1, 1000, True, 1.5, {}, "../../etc/passwd"])
def test_garbage_in_code_is_refused_and_changes_nothing(desk: Desk, garbage: object) -> None:
    refused = desk.client.post("/api/incidents", json={"code": garbage})

    assert refused.status_code == 422
    assert desk.context.records.open_states() == []


def test_a_code_nobody_knows_gets_the_kind_unknown_path_and_is_kept(desk: Desk) -> None:
    incident = desk.report(code="E-1234")

    assert incident["problem"]["code"] == "unknown-code"
    assert "E-1234" in desk.context.records.load(incident["id"]).codes


def test_two_codes_nobody_knows_are_two_troubles(desk: Desk) -> None:
    assert desk.report(code="771")["id"] != desk.report(code="772")["id"]


def test_no_code_at_all_is_a_topic_of_its_own(desk: Desk) -> None:
    assert desk.report(code="no-code")["problem"]["code"] == "no-code"


def test_words_are_understood_and_not_kept(desk: Desk) -> None:
    incident = desk.report(words="山田太郎さんの 暗証番号が違うと出ました")

    stored = [str(event) for event in desk.context.records.events(incident["id"])]

    assert incident["problem"]["code"] == "003"
    assert not any("山田" in event for event in stored)


def test_words_about_nothing_we_know_become_the_question_what_is_seen(desk: Desk) -> None:
    assert desk.report(words="zzzz qqqq xxxx")["problem"]["code"] == "no-code"


@pytest.mark.parametrize("told", [{}, {"code": None}, {"code": "011", "words": "また"}, {"desk": "1"}])
def test_exactly_one_of_code_words_and_file_is_wanted(desk: Desk, told: dict[str, object]) -> None:
    assert desk.client.post("/api/incidents", json=told).status_code == 422


def test_the_same_code_at_the_same_desk_joins_within_ten_minutes(desk: Desk) -> None:
    first = desk.report(code="011")
    desk.clock.go(minutes=9)
    again = desk.report(code="11")
    elsewhere = desk.report(code="011", desk="2")
    desk.clock.go(minutes=11)
    later = desk.report(code="011")

    assert again["id"] == first["id"]
    assert elsewhere["id"] != first["id"]
    assert later["id"] != first["id"]


def test_practice_never_joins_what_is_real(desk: Desk) -> None:
    real = desk.report(code="011")
    practised = desk.report(code="011", practice=True)

    assert practised["practice"] is True
    assert practised["id"] != real["id"]


@pytest.mark.parametrize("name", ["1", "A", "2階受付", "reception-east"])
def test_a_desk_is_any_short_name(desk: Desk, name: str) -> None:
    incident = desk.report(code="003", desk=name)

    assert desk.context.records.load(incident["id"]).desk == name


@pytest.mark.parametrize("name", ["", " ", "x" * 21, "a\nb", "<b>", "../1", "123456789012"])
def test_other_names_of_desks_are_refused(desk: Desk, name: str) -> None:
    refused = desk.client.post("/api/incidents", json={"code": "003", "desk": name})

    assert refused.status_code == 422
    assert refused.json()["type"].endswith("bad-desk")


def test_answers_lead_on_until_it_is_mended(desk: Desk) -> None:
    incident = desk.report(code="013")
    kinds = [incident["step"]["kind"]]
    while incident["step"]["kind"] in {"question", "fallback"}:
        outcome = "yes" if incident["step"]["kind"] == "fallback" else "no"
        incident = desk.answer(incident["id"], incident["step"]["id"], outcome)
        kinds.append(incident["step"]["kind"])

    mended = desk.answer(incident["id"], incident["step"]["id"], "fixed")

    assert kinds[-1] == "action"
    assert mended["state"] == "closed"
    assert mended["step"] is None


def test_an_answer_to_another_step_is_a_conflict_that_names_the_current_one(desk: Desk) -> None:
    incident = desk.report(code="011")

    refused = desk.answer(incident["id"], "reseat-card", "failed", expected=409)

    assert refused["step"] == {"id": incident["step"]["id"], "kind": incident["step"]["kind"]}
    assert desk.read(incident["id"]) == incident


def test_an_answer_to_a_closed_incident_is_a_conflict(desk: Desk) -> None:
    incident = desk.report(code="011")
    closed = desk.client.post(f"/api/incidents/{incident['id']}/close", json={"cause": None, "how": "reported"})

    assert closed.status_code == 200
    assert desk.answer(incident["id"], incident["step"]["id"], "failed", expected=409)["type"].endswith("closed-incident")


def test_a_cause_can_still_be_named_after_the_end_if_it_is_one_of_the_problem(desk: Desk) -> None:
    incident = desk.report(code="011")
    door = f"/api/incidents/{incident['id']}/close"
    cause = next(iter(desk.context.catalogue.problems["011"].model.causes))
    desk.client.post(door, json={"how": "reported"})

    unknown = desk.client.post(door, json={"how": "reported", "cause": "moon.full"})
    named = desk.client.post(door, json={"how": "reported", "cause": cause})

    assert unknown.status_code == 422
    assert named.status_code == 200
    assert desk.context.records.load(incident["id"]).cause == cause


def test_an_observation_can_change_the_step(desk: Desk) -> None:
    incident = desk.report(code="003")

    told = desk.client.post(f"/api/incidents/{incident['id']}/observations", json={"tries_left": 1}).json()

    assert told["id"] == incident["id"]
    assert desk.context.records.load(incident["id"]).tries_left == 1


def test_another_code_seen_later_becomes_the_problem(desk: Desk) -> None:
    incident = desk.report(code="003")

    told = desk.client.post(f"/api/incidents/{incident['id']}/observations", json={"code": "004"}).json()

    assert told["problem"]["code"] == "004"


@pytest.mark.parametrize("told", [{}, {"tries_left": -1}, {"tries_left": "x"}, {"probes": {"A B": "good"}}, {"other": 1}])
def test_an_observation_of_nothing_is_refused(desk: Desk, told: dict[str, object]) -> None:
    incident = desk.report(code="003")

    assert desk.client.post(f"/api/incidents/{incident['id']}/observations", json=told).status_code == 422


def test_an_incident_nobody_has_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/api/incidents/01nothing").status_code == 404


def test_the_same_key_gets_the_same_answer_and_opens_nothing_twice(desk: Desk) -> None:
    key = {"Idempotency-Key": "a-key"}
    desk.report(code="011", desk="2")
    first = desk.client.post("/api/incidents", json={"code": "003"}, headers=key)
    step = first.json()["step"]["id"]
    desk.answer(first.json()["id"], step, "failed")
    again = desk.client.post("/api/incidents", json={"code": "003"}, headers=key)

    assert (again.status_code, again.content) == (201, first.content)
    assert len(desk.context.records.open_states()) == 2


def test_the_same_key_for_something_else_is_refused(desk: Desk) -> None:
    key = {"Idempotency-Key": "a-key"}
    desk.client.post("/api/incidents", json={"code": "003"}, headers=key)

    other = desk.client.post("/api/incidents", json={"code": "011"}, headers=key)

    assert other.status_code == 422
    assert other.json()["type"].endswith("idempotency-conflict")


def test_a_repeated_answer_under_its_key_is_taken_once(desk: Desk) -> None:
    incident = desk.report(code="011")
    door, body = f"/api/incidents/{incident['id']}/answers", {"step": incident["step"]["id"], "outcome": "no"}
    first = desk.client.post(door, json=body, headers={"Idempotency-Key": "k"})
    again = desk.client.post(door, json=body, headers={"Idempotency-Key": "k"})

    assert (again.status_code, again.content) == (200, first.content)
    assert len(desk.context.records.load(incident["id"]).trace) == 1


def test_a_file_as_text_opens_what_it_means_at_no_desk(desk: Desk) -> None:
    incident = desk.report(file=sample("invalid").decode())

    assert incident["problem"]["code"] == "eligibility-invalid"
    assert desk.context.records.load(incident["id"]).desk is None


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis"])
def test_a_file_may_be_uploaded_in_either_encoding(desk: Desk, encoding: str) -> None:
    content = sample("invalid", encoding)

    uploaded = desk.client.post("/api/incidents", files={"file": ("result.xml", content)}, data={"desk": "2"})
    bare = desk.client.post("/api/incidents", content=content, headers={"content-type": "application/xml"})

    assert (uploaded.status_code, uploaded.json()["problem"]["code"]) == (201, "eligibility-invalid")
    assert (bare.status_code, bare.json()["problem"]["code"]) == (201, "eligibility-invalid")


def test_a_file_that_only_tells_something_opens_nothing(desk: Desk) -> None:
    told = desk.report(expected=200, file=sample("black-dot-name").decode())

    assert [notice["code"] for notice in told["notices"]] == ["black-dot"]
    assert desk.context.records.open_states() == []


def test_a_good_file_verifies_what_was_reported_mended_a_moment_ago(desk: Desk) -> None:
    incident = desk.report(code="011")
    desk.client.post(f"/api/incidents/{incident['id']}/close", json={"how": "reported"})
    desk.clock.go(minutes=14)

    assert desk.report(expected=200, file=sample("valid").decode())["good"] is True
    assert desk.context.records.load(incident["id"]).how == "verified"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"/etc/passwd",
        b"<a><b></a>",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        b"<html/>",
        b"PK\x03\x04aaaa",
        b"\xff\xfe\x00\xd8",
    ],
)
def test_what_is_no_result_file_is_refused_and_never_repeated(desk: Desk, content: bytes) -> None:
    refused = desk.client.post("/api/incidents", content=content, headers={"content-type": "application/xml"})

    assert refused.status_code == 422
    assert b"passwd" not in refused.content
    assert desk.context.records.open_states() == []


def test_a_body_without_end_is_refused(desk: Desk) -> None:
    assert desk.client.post("/api/incidents", json={"words": "あ" * 3_000_000}).status_code == 413


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[]", b"null", b'{"code":"011","desk":{}}'])
def test_a_body_that_is_no_report_is_refused(desk: Desk, body: bytes) -> None:
    refused = desk.client.post("/api/incidents", content=body, headers={"content-type": "application/json"})

    assert refused.status_code in (400, 422)


def test_all_problems_are_told_with_the_fields_of_explain(desk: Desk) -> None:
    told = desk.client.get("/api/problems").json()

    fields = {"code", "name", "stage", "part", "patient", "staff", "continue", "contacts", "cautions"}

    assert {each["code"] for each in told} == set(desk.context.catalogue.problems)
    assert all(set(each) == fields for each in told)


def test_one_problem_is_found_as_people_write_it_and_in_english(desk: Desk) -> None:
    japanese = desk.client.get("/api/problems/11").json()
    english = desk.client.get("/api/problems/11", params={"lang": "en"}).json()

    assert japanese["code"] == english["code"] == "011"
    assert japanese["name"] != english["name"]
    assert desk.client.get("/api/problems/nonsense").status_code == 404


def test_the_status_counts_and_names_nobody(desk: Desk) -> None:
    desk.report(code="011")

    told = desk.client.get("/api/status").json()

    assert told["open_incidents"] == 1
    assert told["state"] == "ok"


def test_recognising_opens_nothing(desk: Desk) -> None:
    door = "/api/recognise"
    words = desk.client.post(door, json={"words": "暗証番号を間違えた"}).json()
    code = desk.client.post(door, json={"code": "011"}).json()
    file = desk.client.post(door, json={"file": sample("invalid").decode()}).json()
    nothing = desk.client.post(door, json={"words": "zzzz qqqq"}).json()

    assert words["problems"][0]["code"] == "003"
    assert [each["code"] for each in code["problems"]] == ["011"]
    assert [each["code"] for each in file["problems"]] == ["eligibility-invalid"]
    assert nothing == {"problems": [], "unknown": True}
    assert desk.context.records.open_states() == []
    assert desk.client.post(door, json={}).status_code == 422


def test_the_schema_lists_every_door(desk: Desk) -> None:
    schema = desk.client.get("/schema").json()

    assert "/api/incidents" in schema["paths"]
    assert set(schema["paths"]["/api/incidents"]["post"]["requestBody"]["content"]) == {
        "application/json",
        "multipart/form-data",
    }
