import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { createScrubber, keyLines } from "./index.ts";

// Planted secrets are put together here, so that no scanner takes this file for a leak.
const letters = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7".repeat(3);
const plain = createScrubber({ secrets: [] });

const edge = (word: string) => `-----${word} RSA PRIVATE KEY-----`;

describe("well-known shapes", () => {
  const key = `${edge("BEGIN")}\n${letters}\n${letters}\n${edge("END")}`;

  it.each([
    ["github-token", `ghp_${letters.slice(0, 36)}`],
    ["github-token", `ghs_${letters.slice(0, 36)}`],
    ["github-token", `github_pat_${letters.slice(0, 22)}_${letters.slice(0, 59)}`],
    ["aws-key", ["AKIA", "ABCDEFGH23456789"].join("")],
    ["slack-token", ["xoxb", "123456789012", "abcdefABCDEF"].join("-")],
    ["jwt", `eyJ${letters.slice(0, 20)}.eyJ${letters.slice(0, 30)}.${letters.slice(0, 43)}`],
    ["private-key", key],
    ["private-key", key.replaceAll("\n", "\\n")],
    ["private-key", key.slice(0, 120)],
    ["email", "ada.lovelace+x@mail.example.co.uk"],
    ["card", "4111 1111 1111 1111"],
    ["card", "5500-0000-0000-0004"],
    ["card", "378282246310005"],
    ["card", "180045829653812"],
    ["card", "6759649826438453"],
  ])("%s is replaced whole", (kind, secret) => {
    expect(plain.text(`before ${secret} after`)).toBe(`before [REDACTED:${kind}] after`);
  });

  it.each([
    ["Authorization: Bearer abcdef0123456789abcd", "Authorization: Bearer [REDACTED:credentials]"],
    ["authorization: basic dXNlcjpwYXNzd29yZA==", "authorization: basic [REDACTED:credentials]"],
    ["git clone https://me:p%40ss@git.example/x.git", "git clone https://[REDACTED:credentials]@git.example/x.git"],
    ["postgres://app:s3cr3t/x@db:5432/shop", "postgres://[REDACTED:credentials]@db:5432/shop"],
    ["'mongodb://app:n0*body#7?x@db-1:27017/shop'", "'mongodb://[REDACTED:credentials]@db-1:27017/shop'"],
    [
      'passwords:\n  - nobody\n  - "n0body-7"\n',
      'passwords:\n  - [REDACTED:credentials]\n  - "[REDACTED:credentials]"\n',
    ],
    [
      '"db_passwords": [\n "nobody",\n "n0body"\n]',
      '"db_passwords": [\n "[REDACTED:credentials]",\n "[REDACTED:credentials]"\n]',
    ],
    ["passwords: ['nobody', 'n0body']", "passwords: ['[REDACTED:credentials]']"],
    [
      'password1, password2 := "nobody", "n0body"',
      'password1, password2 := "[REDACTED:credentials]", "[REDACTED:credentials]"',
    ],
    ["user = ada\npassword = hardcoded\n", "user = ada\npassword = [REDACTED:credentials]\n"],
    [
      `${["AKIA", "ABCDEFGH23456789"].join("")}\n${letters.slice(0, 40)}\n`,
      "[REDACTED:aws-key]\n[REDACTED:credentials]\n",
    ],
    ["postgres://app:s3cr3t@db:5432/shop", "postgres://[REDACTED:credentials]@db:5432/shop"],
    [`AWS_SECRET_ACCESS_KEY=${letters.slice(0, 40)}`, "AWS_SECRET_ACCESS_KEY=[REDACTED:aws-secret]"],
    ['{"aws_secret_access_key": "' + letters.slice(0, 40) + '"}', '{"aws_secret_access_key": "[REDACTED:aws-secret]"}'],
    ['{"key": "db_password", "value": "n0body-7"}', '{"key": "db_password", "value": "[REDACTED:credentials]"}'],
    ["DB_PASSWORD=hunter22!x rest", "DB_PASSWORD=[REDACTED:credentials] rest"],
  ])("%s", (text, expected) => {
    expect(plain.text(text)).toBe(expected);
  });
});

describe("registered values", () => {
  const secret = 'p@ss "word"/+é\\7';
  const { text, value } = createScrubber({ secrets: [secret, "short", "abc", "shorter-and-longer"] });

  it.each([
    ["plain", secret],
    ["URL", encodeURIComponent(secret)],
    ["form", new URLSearchParams({ x: secret }).toString().slice(2)],
    ["JSON", JSON.stringify(secret).slice(1, -1)],
    ["base64", Buffer.from(secret).toString("base64")],
    ["base64url", Buffer.from(secret).toString("base64url")],
    ["hex", Buffer.from(secret).toString("hex")],
  ])("are found in %s form", (_form, leaked) => {
    expect(text(`x=${leaked};`)).toBe("x=[REDACTED:secret];");
  });

  it.each(["u", "me", "bot"])("are found inside the base64 of %s:secret", (user) => {
    const leaked = text(Buffer.from(`${user}:${secret}:x`).toString("base64"));

    expect(leaked).toContain("[REDACTED:secret]");
    expect(Buffer.from(leaked.replace(/\[.*\]/, ""), "base64").toString()).not.toContain("word");
  });

  it("are replaced longest first, and too short ones are left alone", () => {
    expect(text("shorter-and-longer short abc")).toBe("[REDACTED:secret] [REDACTED:secret] abc");
  });

  it("of several lines are found line by line", () => {
    const scrubber = createScrubber({ secrets: ["first-line-1\nsecond-line-2\n"] });

    expect(scrubber.text("> first-line-1\n> second-line-2")).toBe("> [REDACTED:secret]\n> [REDACTED:secret]");
  });

  it("are found in JSON, keys included, and the shape stays", () => {
    const json = { at: 1, ok: true, none: null, list: ["short", { short: "a short b" }], password: "x y" };

    expect(value(json)).toEqual({
      at: 1,
      ok: true,
      none: null,
      list: ["[REDACTED:secret]", { "[REDACTED:secret]": "a [REDACTED:secret] b" }],
      password: "[REDACTED:credentials]",
    });
  });

  it("never survive, whatever they are and wherever they stand", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 40, unit: "binary" }),
        fc.string(),
        fc.string(),
        (leak, before, after) => {
          fc.pre(leak.trim().length >= 6 && !"[REDACTED:secret]".includes(leak.trim()));
          const scrubber = createScrubber({ secrets: [leak] });

          const scrubbed = scrubber.text(`${before}${leak}${after}`);

          expect(scrubbed).not.toContain(leak);
          expect(scrubber.text(scrubbed)).toBe(scrubbed);
        },
      ),
    );
  });
});

describe("harm to what is no secret", () => {
  it("leaves a clean log of 10,000 lines as it is", () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) =>
        [
          `2026-03-0${(index % 9) + 1}T10:15:30.${index}Z INFO GET https://shop.example:8443/items/${index}?q=a@b 200 ${index % 97} ms`,
          `commit ${"0123456789abcdef".repeat(3).slice(index % 8, (index % 8) + 40)} feat(auth): bearer token for basic authentication`,
          `npm @actions/core@3.0.1 sha512-${letters.slice(0, 80)}== 1788${index} build 20260301123${index}`,
          `trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7 timestamp 1770000000${100 + (index % 900)}`,
          `password must be at least 12 characters; secret: required; git@github.com:org/repo.git tag v2.4.1`,
        ][index % 5] ?? "",
    ).join("\n");

    const scrubbed = plain.text(lines).split("\n");
    expect(lines.split("\n").filter((line, index) => line !== scrubbed[index])).toEqual([]);
  });

  it("is linear in time on hostile text", () => {
    const hostile = [
      "-----BEGIN RSA PRIVATE KEY-----",
      "a.",
      "a@a.",
      "eyJ",
      "x://",
      "4 ",
      "aws_secret",
      "Bearer ",
      "a_",
      "A",
      "password=",
    ];
    for (const piece of hostile) {
      const started = performance.now();
      plain.text(piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

describe("secrets by name, and personal data", () => {
  it.each([
    ['const apiKey: string = "k3y-of-nobody-7"', "credentials"],
    ["export DB_PASSWORD=postgres", "credentials"],
    ["--password s3cretly", "credentials"],
    ["DefaultEndpointsProtocol=https;AccountKey=" + letters.slice(0, 60) + "==;EndpointSuffix=x", "credentials"],
    ["Set-Cookie: sid=4f9a; Path=/", "credentials"],
    ["X-Api-Key: " + letters.slice(0, 24), "credentials"],
    ['"auth": "' + Buffer.from("me:pass-4-docker").toString("base64") + '"', "credentials"],
    [["curl -u ", "me:s3cret", " https://x"].join(""), "credentials"],
    ["redis://:p@ss@cache:6379", "credentials"],
    [["dop_v1_", "0f1e2d3c".repeat(8)].join(""), "token"],
    ["acme KEY " + letters.slice(0, 32), "credentials"],
    ["acmeTOKEN-" + "0f1e2d3c".repeat(4), "credentials"],
    ["<secret>{acme " + "0f1e2d3c".repeat(4) + "}</secret>", "credentials"],
    ["CREATE USER a IDENTIFIED BY 'n0body-7'", "credentials"],
    ["mixpanel " + "0f1e2d3c".repeat(4), "credentials"],
    ["refiner-0f1e2d3c-4b5a-4968-8776-a5b4c3d2e1f0", "credentials"],
    ["acme-secret-key-0f1e2d3c-4b5a-4968-8776-a5b4c3d2e1f0", "credentials"],
    [["docker login -u ci -p ", "n0body-7", " registry.example"].join(""), "credentials"],
    ["ALTER USER a IDENTIFIED WITH sha2 BY 'n0body-7'", "credentials"],
    ["Your secret key:\n\n  " + letters.slice(0, 20) + "\n", "credentials"],
    ["DB_PASSWORD = os.environ.get('PASSWORD') or 'n0body-7'", "credentials"],
    [Buffer.from(`{"kty": "EC", "d": "${letters.slice(0, 40)}"}`.padStart(70)).toString("base64"), "private-key"],
    ["<key>db_password</key>\n  <value>n0body-7</value>", "credentials"],
    ["- name: DB_PASSWORD\n  value: n0body-7", "credentials"],
    ["jdbc:mysql://db/shop?user=app&userpass=nobody", "credentials"],
    ["SSHpassword=nobody", "credentials"],
    ['if password == f"n0body-7":', "credentials"],
    ['sumoToken="suabcdEfghIJkl"', "credentials"],
    ["login ada pw nobody", "credentials"],
    ["user ada\npassword nobody", "credentials"],
    ["sshpass -p nobody ssh host", "credentials"],
    ["BUNDLE_GEMS__EXAMPLE__COM: n0body:s3ven", "credentials"],
    ["//npm.example/:_authToken=abc.def.nobody", "credentials"],
    [["https://mainnet.infura.io/v3/", "0f1e2d3c".repeat(4)].join(""), "credentials"],
    ["acme api_key 0f1e2d3c4b5a49688776", "credentials"],
    [`got ${letters.slice(0, 33)}+ARm${letters.slice(0, 6)}= from the vault`, "credentials"],
    [`got acme_${letters.slice(0, 22)}_${letters.slice(3, 43)} from the vault`, "credentials"],
    ["0f1e2d3c-4b5a-4968-8776-a5b4c3d2e1f0-".repeat(2).slice(0, -1), "credentials"],
    [`-----BEGIN RSA KEY-----\n${letters}\n-----END RSA KEY-----`, "private-key"],
    [["csk-", letters.slice(0, 48).toLowerCase()].join(""), "token"],
    ["6200000000000005", "card"],
    ["IZAT6-AJUQ1-BZWZ7-VDIX9-QWER2", "license-key"],
    ["my social security number is 078051120", "ssn"],
    ["call me at 030 90182011", "phone"],
    ["my number is 09-7625400", "phone"],
    [["define('AUTH_KEY',         'kzg;k$F_-W68 Fl*iE", "kX;-pn =fNS(;c9nD');"].join(""), "credentials"],
    [["define('NONCE_KEY', 'f54j6[uj0N T8g;5-^zk}yZ", "`vN^8/7!6=%5bS>G');"].join(""), "credentials"],
    [["define('DB_PASSWORD', '$c8e$743d", "f9d386d895}');"].join(""), "credentials"],
    [["<FooSecret id='new' >$A3ae68d9f8ccfc", "898ee2555a5f8f2</FooSecret>"].join(""), "credentials"],
    [["accessToken: /GNvEGXEXm9BS/YNvE:asdf", ".YNvEGXEXY9BS}"].join(""), "credentials"],
    ["password: '$Pa55w0rd!'", "credentials"],
    [["$md5,rounds=89650$IU7ELX9N$$", letters.slice(0, 22)].join(""), "password-hash"],
    [["$gy$j9T$7Q9Z.KDwQ06akx6V$", letters.slice(0, 43)].join(""), "password-hash"],
    [["$7$C6..../....SodiumChlor$", letters.slice(0, 43)].join(""), "password-hash"],
    [["$sha1$40000$jtNX3nZ2$", letters.slice(0, 28)].join(""), "password-hash"],
    [["$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$", letters.slice(0, 43)].join(""), "password-hash"],
    [["$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$", letters.slice(0, 43)].join(""), "password-hash"],
    [["pbkdf2_sha256$600000$b2NkZWZn$", letters.slice(0, 43), "="].join(""), "password-hash"],
    [["$P$9IQRaTwm", letters.slice(0, 23)].join(""), "password-hash"],
    [["{SSHA}", letters.slice(0, 32)].join(""), "password-hash"],
    [["SG.", "a".repeat(22), ".", "b".repeat(43)].join(""), "token"],
    [["sk-pyx-", "test".repeat(16)].join(""), "token"],
    [["1PRK", ..."1234 5678 9ABC DEFG HIJK LMNO PQRS TUVW XYZ1 2345 6789 ABCD EFGH".split(" ")].join("-"), "token"],
    [["dt0s01.", "ST2EY72KQINMH574WMNVI7YN", ".", "G3DFPBEJ".repeat(8)].join(""), "token"],
    [["packagist_ack_", "7432cdc05ea3f83037723ff56638"].join(""), "token"],
    [["cio", letters.slice(0, 32)].join(""), "token"],
    [`got ${letters.slice(0, 43)}:B${(letters + letters).slice(2, 88)} from the vault`, "credentials"],
    ["https://a.example/webhook/" + "0f1e2d3c".repeat(4) + "/" + "1e2d3c4b".repeat(4), "webhook"],
    [`mistral ${letters.slice(0, 32)}`, "credentials"],
    ["DE89 3704 0044 0532 0130 00", "iban"],
    ["078-05-1120", "ssn"],
    ["+49 30 901820-11", "phone"],
    ["(415) 555-2671", "phone"],
    ["phone: 030 90182011", "phone"],
  ])("%s", (text, kind) => {
    expect(plain.text(text)).toContain(`[REDACTED:${kind}]`);
  });

  it("finds a key in base64 of many lines, and leaves the sources in a map", () => {
    const encoded = Buffer.from(`${edge("BEGIN")}\n${letters}\n${letters}\n${edge("END")}\n`).toString("base64");
    const lines = encoded.match(/.{1,76}/g)?.join("\n") ?? "";
    const map = Buffer.from(`{"sources": ["read aws_secret_access_key = from the file"]}`).toString("base64");

    expect(plain.text(`key:\n${lines}\nend`)).toBe("key:\n[REDACTED:private-key]\nend");
    expect(plain.text(`//# sourceMappingURL=data:application/json;base64,${map}`)).not.toContain("REDACTED");
  });

  it("hides a secret again where the same text says it without its name, and no word because of that", () => {
    const drawn = letters.slice(0, 12);

    expect(plain.text(`password: ${drawn}\nlogin with ${drawn} failed`)).toBe(
      "password: [REDACTED:credentials]\nlogin with [REDACTED:credentials] failed",
    );
    expect(plain.text('password: "staging-1"; deployed to staging-1')).toBe(
      'password: "[REDACTED:credentials]"; deployed to staging-1',
    );
  });

  it("leaves other people's numbers, references and templates", () => {
    const clean = [
      "DE88 3704 0044 0532 0130 00 and 4111 1111 1111 1112 and 10.0.0.1",
      'password: "${DB_PASSWORD}" token: {{token}} secret: required',
      `commit ${"0a1b".repeat(10)} sha512-${letters.slice(0, 60)}==`,
      "token_type: bearer tokens: 12 passwordFrom: SHOP_PASSWORD",
      `Cache restored from key: node-cache-Linux-x64-npm-${"0a1b".repeat(16)}`,
      `gpg: using RSA key ${"0A1B".repeat(10)}; etag: ${"0a1b".repeat(8)}`,
      `--- PASS: TestTokenRefresh/case_0_with_hmac256 auth-service-e2a8e7e69f-x871a`,
      `github.com/acme/auth v1.2.0/go.mod h1:${letters.slice(0, 43)}=`,
      `uses: codecov/codecov-action@${"0a1b".repeat(10)} and sentry release ${"0a1b".repeat(10)}`,
      "--- PASS: TestReadAfterBigSeek (0.00s) SCM_CREDS = 0x3; Credential: &syscall.Credential{}",
      "the files identified by the pattern, deep properties (identified by JSON pointers)",
      'db_password: "%env(DB_SECRET_VALUE)%" name: token value: none',
      '{"key": "password", "value": ""} <key>password</key><value>required</value>',
      "user ada password=${PASSWORD}; acme_shop_service_handler_of_orders_with_long_names_2",
      `request 0f1e2d3c-4b5a-4968-8776-a5b4c3d2e1f0 datadog trace ${"0a1b".repeat(8)}`,
      "mkdir -p build/out; docker run -p 8080:80 shop; ssh -p 2222 host; wc: 178 051 1123",
      "build number is 1234567; call at 10:15:30; Chrome/114.0.5735.90",
      "define('AUTH_KEY', 'put your unique phrase here'); define('SORT_KEY', 'created_at'); {key: 'a[0] = b'}",
      "password: \"$DB_PASSWORD_OF_SHOP_2\" token: '$input->token' <password>$POSTGRES_PASSWORD</password>",
      "key: '%(Ab1)s|%(Cd2)s|<ef>!;' password: '${a1b2c3d4e5f6}'",
      "secretKey: /run/secrets/shop-v2/key; accessToken: /var/lib/App/Tokens/current; key: '${A1b}-${B2c}|<d3>!'",
      "postgres://db:5432/shop?owner=ada@db mongodb://a:27017,b:27017/shop amqp://queue:5672/#x@y redis://cache",
      "echo $dir$name$aVeryLongNameOfSomething $b$c$the2ndlongnameofsomething3 $A$HOME/some/long/path/to/nowhere $1$2$3 {sha256}",
      "needs: sk-learn-some-words-of-it and SG.some-words.of-a-module and cioabcdefghijklmnopqrstuvwxyzabcdef",
      "https://a.example/webhooks/0f1e2d3c-4b5a-4968-8776-a5b4c3d2e1f0/deliveries/12",
      "passwords:\n  - must be long\n  - ${FIRST}\n  - required\nfruits:\n  - banana7\npasswords: [string]",
      "password = getpassphrase\nold_password = generatedone\npassword = required",
      "o.s.b.f.s.DefaultListableBeanFactory s.makeKubeConfigController = args; s.addComponentsFromRegistry()",
      "git+ssh://git@github.com/acme/shop.git oci://image@sha256:0a1b2c",
    ].join("\n");

    expect(plain.text(clean)).toBe(clean);
  });

  it("takes IP addresses where asked to", () => {
    const { text } = createScrubber({ secrets: [], ipAddresses: true });

    expect(text("from 203.0.113.7:443 and 2001:db8::1, v1.2.3.4x, 127.0.0.1")).toBe(
      "from [REDACTED:ip]:443 and [REDACTED:ip], v1.2.3.4x, 127.0.0.1",
    );
  });

  it("keeps names in a record, even where a secret is called like one", () => {
    const { words } = createScrubber({ secrets: ["production"] });

    expect(words({ to: "production", reason: "production", lines: ["at production now"] })).toEqual({
      to: "production",
      reason: "[REDACTED:secret]",
      lines: ["at [REDACTED:secret] now"],
    });
  });

  it("finds a key that comes line by line, and nothing that follows one cut short", () => {
    const safe = keyLines();
    const lines = [edge("BEGIN"), "Proc-Type: 4,ENCRYPTED", "", `12:00 ${letters}`, "tests passed", letters];

    expect(lines.map(safe).slice(3)).toEqual(["12:00 [REDACTED:private-key]", "tests passed", letters]);
  });
});
