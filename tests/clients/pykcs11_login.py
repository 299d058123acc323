"""Run inside by test_pykcs11.py: log in with PyKCS11, sign a file with the user key, log out; the signature goes to a file."""

import sys
from pathlib import Path
from typing import Any

import PyKCS11

API: Any = PyKCS11


def main(module: str, pin: str, folder: Path) -> None:
    library = API.PyKCS11Lib()
    library.load(module)
    session = library.openSession(library.getSlotList(tokenPresent=True)[0], API.CKF_SERIAL_SESSION)
    (certificate,) = session.findObjects([(API.CKA_CLASS, API.CKO_CERTIFICATE), (API.CKA_ID, (1,))])
    (der,) = session.getAttributeValue(certificate, [API.CKA_VALUE])
    session.login(pin)
    (key,) = session.findObjects([(API.CKA_CLASS, API.CKO_PRIVATE_KEY)])
    mechanism = API.Mechanism(API.CKM_SHA256_RSA_PKCS)
    signature = bytes(session.sign(key, (folder / "words").read_bytes(), mechanism))
    session.logout()
    session.closeSession()
    (folder / "signature").write_bytes(signature)
    (folder / "certificate").write_bytes(bytes(der))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
