import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A certificate with its key, as files and as text. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

/** What a certificate is to say. */
export interface Wanted {
  /** Like `DNS:localhost,IP:127.0.0.1`. */
  readonly names: string;
  /** Below 0: it has expired. */
  readonly days?: number;
}

/** An authority of this test run, in a directory of its own. */
export class Authority {
  readonly #directory: string;
  readonly cert: string;

  constructor(directory: string) {
    this.#directory = directory;
    const subject = ["-subj", "/CN=authority of a test", "-days", "2"];
    openssl(directory, ["req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", ...subject]);
    this.cert = readFileSync(path.join(directory, "ca.pem"), "utf8");
  }

  /** A certificate that this authority signs. */
  sign(name: string, { names, days = 1 }: Wanted): Certificate {
    const directory = this.#directory;
    writeFileSync(path.join(directory, `${name}.ext`), `subjectAltName=${names}`);
    openssl(directory, ["req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`]);
    const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", String(days)];
    const out = ["-extfile", `${name}.ext`, "-out", `${name}.pem`];
    openssl(directory, ["x509", "-req", "-in", `${name}.csr`, ...by, ...out]);
    return certificateIn(directory, name);
  }

  /** A certificate that nobody else vouches for. */
  selfSigned(name: string, { names }: Wanted): Certificate {
    const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${names}`, "-days", "1"];
    openssl(this.#directory, ["req", "-x509", ...key, "-keyout", `${name}.key`, "-out", `${name}.pem`, ...subject]);
    return certificateIn(this.#directory, name);
  }
}

const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

function openssl(cwd: string, args: readonly string[]): void {
  execFileSync("openssl", args, { cwd, stdio: "pipe" });
}

function certificateIn(directory: string, name: string): Certificate {
  const [certFile, keyFile] = [path.join(directory, `${name}.pem`), path.join(directory, `${name}.key`)];
  chmodSync(keyFile, 0o600);
  return { certFile, keyFile, cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8") };
}
