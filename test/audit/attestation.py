"""Verifies the attestation of a release with securesystemslib: attestation.py ATTESTATION KEY FACTS"""

import base64
import hashlib
import json
import sys

from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

attestation, key, facts = sys.argv[1:]
envelope = Envelope.from_dict(json.load(open(attestation, encoding="utf8")))
name, key_hash, encoded = key.split("+", 2)
public = base64.b64decode(encoded)[1:].hex()
signer = SSlibKey(f"{name}+{key_hash}", "ed25519", "ed25519", {"public": public})
envelope.verify([signer], 1)

statement = json.loads(envelope.payload)
digests = [subject["digest"].get("sha256") for subject in statement["subject"]]
if hashlib.sha256(open(facts, "rb").read()).hexdigest() not in digests:
    sys.exit("the facts are not those that were attested")
print(statement["predicate"]["verificationResult"])
