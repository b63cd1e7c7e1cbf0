/** Digits of a fixed sequence: the same log in every run. */
function drawing(seed: number): (length: number, alphabet?: string) => string {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return (length, alphabet = "0123456789abcdef") =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)] ?? "").join("");
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Lines as builds, package managers, clusters and services write them, without a secret or a person in any: each is to stay as it is. */
export function cleanLog(lines: number): string {
  const draw = drawing(7);
  const uuid = () => `${draw(8)}-${draw(4)}-4${draw(3)}-a${draw(3)}-${draw(12)}`;
  const kinds: readonly ((at: number) => string)[] = [
    () => `commit ${draw(40)} (HEAD -> main, tag: v2.${draw(1, "0123456789")}.1)`,
    () => `${draw(40)}\trefs/pull/${draw(3, "123456789")}/head`,
    () => `      - uses: codecov/codecov-action@${draw(40)} # v5.4.0`,
    () => `Sentry release ${draw(40)} created; datadog trace ${draw(32)} span ${draw(16)}`,
    () => `npm http fetch GET 200 https://registry.example/@acme%2ftoken-bucket 12ms (cache hit)`,
    () => `    "integrity": "sha512-${draw(86, base64)}==",`,
    () => `github.com/mailgun/mailgun-go/v4 v4.${draw(1, "0123456789")}.0 h1:${draw(43, base64)}=`,
    () => `${draw(64)}  dist/shop-1.4.0-linux-x64.tar.gz`,
    () => `#12 sha256:${draw(64)} 3.40MB / 3.40MB 0.4s done`,
    () => `Successfully built ${draw(12)}; pushed registry.example/shop@sha256:${draw(64)}`,
    (at) =>
      `pod/auth-service-${draw(9, "bcdfghjklmnpqrstvwxz2456789")}-x871a 1/1 Running 0 ${at % 90}m 10.42.0.${at % 250}`,
    () => `deployment.apps/token-issuer configured uid=${uuid()}`,
    (at) => `2026-03-01T10:15:30.${at % 1000}Z INFO request_id=${uuid()} GET /v1/keys/${at} 200 ${at % 97} ms`,
    (at) =>
      `203.0.113.7 - - [01/Mar/2026:10:15:30 +0000] "GET /login?next=%2Fitems%2F${at} HTTP/1.1" 302 154 "-" "Mozilla/5.0"`,
    (at) => `ok  	github.com/acme/auth/password	0.${at % 1000}s	coverage: 81.${at % 10}% of statements`,
    (at) => `PASS packages/auth/token.test.ts (${at % 90}.12 s)  ✓ refuses a wrong password (${at % 9} ms)`,
    () => `    at TokenStore.refresh (file:///app/src/auth/token-store.ts:41:13)`,
    () => `password must be at least 12 characters; secret: required; token: missing; api key not set`,
    () => `aws_iam_access_key.ci: Refreshing state... [id=vol-${draw(17)}]`,
    () => `  + password      = (sensitive value)   + secret_name = "shop-db"   + key_id = (known after apply)`,
    () => `Cache restored from key: node-cache-Linux-x64-npm-${draw(64)}`,
    () => `gpg: Good signature, using RSA key ${draw(40, "0123456789ABCDEF")}; etag: "${draw(32)}"`,
    () => `//# sourceMappingURL=data:application/json;base64,${draw(200, base64)}`,
    () => `Das Passwort wurde geändert. Le mot de passe est requis. La contraseña no es válida.`,
    (at) =>
      `Downloading crates ... serde_json v1.0.${at % 200}, tokio-rustls v0.26.${at % 9}+build.20260301123${at % 10}`,
    () => `Kernel 6.1.0-18-amd64 booted in 12.345678s; 178 051 1123 pages, 512 12 2024 free`,
    () => `docker run -p 8080:80 -e LOG=info shop:1.4.0-rc.1+${draw(7)} && mkdir -p build/out`,
    () => `Error: connect ECONNREFUSED ::1:5432; retrying postgres://db:5432/shop in 250 ms`,
    () => `- feat(auth): rotate keys ([${draw(7)}](https://github.com/acme/shop/commit/${draw(40)}))`,
    () => `export DB_PASSWORD="$SHOP_DB_PASSWORD" TOKEN=\${{ secrets.TOKEN }} KEY=<your key> PIN=****`,
  ];
  return Array.from({ length: lines }, (_, at) => kinds[at % kinds.length]?.(at) ?? "").join("\n");
}
