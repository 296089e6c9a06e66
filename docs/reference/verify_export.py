#!/usr/bin/env python3
"""Verifies an export of Vigil's log as log-format.md lays it down, with Python 3 and openssl: no packages.

python3 verify_export.py FOLDER PUBLIC_KEY

Ends with 0 when the export is intact, 1 when it is not, 2 when asked wrongly, 3 when it could not look."""
import base64, datetime, hashlib, json, re, subprocess, sys, tempfile
from pathlib import Path

NAMES = ["position", "recorded_at", "event_identifier", "stream_id", "sequence_number", "stream_type", "payload_type",
         "payload_revision", "occurred_at", "payload", "metadata", "hash"]
NUMBER, HASH = "[1-9][0-9]{0,17}", '"[0-9a-f]{64}"'
MANIFEST = {"export": '"vigil-export-1"', "id": '"[0-9a-z-]{1,64}"', "epoch": '"[0-9a-z]+"', "first": NUMBER,
            "last": NUMBER, "count": NUMBER, "before": HASH, "hash": HASH,
            "at": '"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z"', "key": '"[0-9a-f]{16}"',
            "signature": '"[A-Za-z0-9+/]{86}=="'}


def read_manifest(file):
    text = file.read_text()
    line = text.strip(" \t\r\n") if len(text) <= 4096 else ""
    form = "[{]" + ",".join(f'"{name}":{value}' for name, value in MANIFEST.items()) + "[}]"
    manifest = json.loads(line) if re.fullmatch(form, line) else {"count": 0}
    if not 0 < manifest["count"] == manifest["last"] - manifest["first"] + 1:
        raise ValueError(f"{file} is no manifest of an export")
    datetime.datetime.fromisoformat(manifest["at"][:-1])
    return manifest


def is_signed(manifest, key):
    (_, form), *middle, (_, signature) = manifest.items()
    der = base64.b64decode(re.sub("-----[^-]*-----", "", Path(key).read_text()))
    with tempfile.TemporaryDirectory() as folder:
        text, sig = Path(folder, "text"), Path(folder, "sig")
        text.write_text("".join([form + "\n"] + [f"{name} {value}\n" for name, value in middle]))
        sig.write_bytes(base64.b64decode(signature))
        verify = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", text, "-sigfile", sig]
        verified = subprocess.run(verify, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    return verified and hashlib.sha256(der).hexdigest()[:16] == manifest["key"]


def parse(line):
    """The event of a line; None when it is not exactly of the form."""
    try:
        pairs = json.loads(line.decode(), object_pairs_hook=tuple)
        fits = len(line) <= 1 << 25 and isinstance(pairs, tuple) and [name for name, _ in pairs] == NAMES
        "".join("" if value is None else value for _, value in pairs).encode()  # half a character has no UTF-8
        return dict(pairs) if fits and re.fullmatch(NUMBER, pairs[0][1] or "") and pairs[1][1] else None
    except (ValueError, TypeError, RecursionError):
        return None


def sha256(*values):
    texts = [None if value is None else value.encode() for value in values]
    return hashlib.sha256(b"".join(b"-," if t is None else b"%d:%s," % (len(t), t) for t in texts)).hexdigest()


def first_flaw(manifest, lines):
    """Where something is wrong with the events, and what; None when nothing is."""
    position, last, recorded_at = manifest["first"] - 1, manifest["last"], ""
    link = manifest["before"] if position else "0" * 64
    events = map(parse, lines)
    for event in events:
        expected, found = position + 1, event and int(event["position"])
        if position == last or event and found < expected:
            return found or expected, "EXTRA"
        if event is None:
            return expected, "UNREADABLE"
        if found > expected:
            later = any(other and other["position"] == str(expected) for other in events)
            return expected, "OUT_OF_ORDER" if later else "MISSING"
        link = sha256(link, event["position"], event["recorded_at"], sha256(*(event[name] for name in NAMES[2:11])))
        if event["hash"] != link:
            return expected, "CHANGED"
        if event["recorded_at"] < recorded_at:
            return expected, "RECORDED_EARLIER"
        position, recorded_at = expected, event["recorded_at"]
    if position < last:
        return position + 1, "TRUNCATED"
    return None if link == manifest["hash"] else (last, "MANIFEST_DIFFERS")


def main(folder, key):
    manifest = read_manifest(Path(folder, "manifest.json"))
    with open(Path(folder, "events.ndjson"), "rb") as lines:
        found = [] if is_signed(manifest, key) else [(manifest["first"], "NOT_SIGNED")]
        found += filter(None, [first_flaw(manifest, lines)])
    for position, kind in found:
        print(f"broken at position {position}: {kind}")
    print("" if found else "intact: {count} events, positions {first} to {last}, hash {hash}\n".format(**manifest), end="")
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else print(__doc__, file=sys.stderr) or 2)
    except (OSError, ValueError) as failure:
        sys.exit(print(failure, file=sys.stderr) or 3)
