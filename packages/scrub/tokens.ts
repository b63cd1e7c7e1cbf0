import { issued } from "./gitleaks.ts";
import { entropyOf } from "./randomness.ts";
import type { SecretShape } from "./shapes.ts";

/** What the rules of gitleaks do not have, or have too narrowly; the same format. */
const more = String.raw`
airtable key[a-zA-Z0-9]{14}(?=["'\s]|$)
atlassian AT(?:ATT3x|CTT3x|BB)[\w=+/-]{24,250}
braintree access_token\$(?:production|sandbox)\$[\w$]{20,80}
confluent cflt[A-Za-z0-9+/]{60}
databricks dkea[a-f0-9]{32}
digicert sbp_[a-f0-9]{40}
discord [A-Z][\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,40}
docker dckr_[op]at_[\w-]{20,60}
facebook EAACEdEose0cBA[0-9A-Za-z]+
figma fig[du]r?_[\w-]{40,60}
google ya29\.[\w-]{20,500}|GOCSPX-[\w-]{28}|1//0[\w-]{40,100}|AAAA[\w-]{7}:[\w-]{140}
groq gsk_[A-Za-z0-9]{40,60}
huggingface hf_[A-Za-z0-9]{30,40}
lob (?:live|test)(?:_pub)?_[a-f0-9]{31,35}
mailchimp [0-9a-f]{32}-us\d{1,2}
mailgun (?:key|pubkey)-[0-9a-f]{32}
mapbox [ps]k\.eyJ[\w-]{50,100}\.[\w-]{20,30}
mws amzn\.mws\.[0-9a-f-]{36}
netlify nf[poucb]_[A-Za-z0-9]{36,40}
newrelic NR(?:AK|II|JS|RA|AL)-[\w-]{19,42}|[0-9a-f]{36}NRAL
npm npm_[A-Za-z0-9]{36}
nvidia nvapi-[\w-]{60,70}
openai sk-(?:[a-z]{2,10}-)?[\w-]{20,200}
paypal [AE][\w-]{79}(?![\w-])
planetscale pscale_\w{2,8}_[\w.-]{32,64}
pypi pypi-[\w-]{50,1000}
replicate r8_[A-Za-z0-9]{37}
rubygems rubygems_[a-f0-9]{40,48}
sendgrid SG\.[\w-]{16,32}\.[\w-]{16,64}
square sq0[a-z]{3}-[\w-]{22,60}
stripe whsec_[A-Za-z0-9+/=]{24,80}
tailscale tskey-[\w-]{10,80}
telegram \d{8,10}:[\w-]{35}(?![\w-])
twilio AC[0-9a-f]{32}
typeform tfp_[\w.=-]{40,60}
vercel vc[piark]_[A-Za-z0-9]{24,70}
xai xai-[A-Za-z0-9]{60,90}
yandex AQVN[\w-]{35,38}|y[0-3]_[\w-]{50,70}
`;

/** After a letter or digit no token begins, unless that ends an escape, a colour of a terminal, or a code in a URL. */
const begins = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\[nrt]|\x1b\[[\d;]{0,9}m|%[0-9A-Fa-f]{2}))`;

const rules = [...issued.trim().split("\n"), ...more.trim().split("\n")].map((line) => {
  const at = line.indexOf(" ");
  return { kind: `${line.slice(0, at)}-token`, source: line.slice(at + 1) };
});

/** Tokens by the shape that their issuer gave them. */
export const tokens: readonly SecretShape[] = [
  ...named("github-token", "gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"),
  ...named(
    "gitlab-token",
    "gl(?:pat|cbt|dt|ffct|ft|imt|agent|oas|ptt|rtr?|soat|wt)-[A-Za-z0-9_.-]{20,320}|GR1348941[\\w-]{20}",
  ),
  ...named("slack-token", "xox[a-z](?:\\.xox[bp])?-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}"),
  ...named("stripe-key", "[rsp]k_(?:live|test|prod)_[A-Za-z0-9]{10,255}"),
  ...named("google-key", "AIza[\\w-]{35}"),
  ...named("aws-key", "(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])"),
  ...named("artifactory-token", "AKC[a-zA-Z0-9]{10,200}|AP[\\dA-F](?=[A-Za-z]{0,20}\\d|x)[a-zA-Z0-9]{8,200}"),
  ...named("npm-token", "npm_[A-Za-z0-9]{36}"),
  {
    kind: "token",
    pattern: new RegExp(`${begins}(?:${rules.map(({ source }) => source).join("|")})[A-Za-z0-9_]{0,400}`, "g"),
    // Words put together with dots and dashes have no digits, or say the same again.
    confirms: (match) => (/\d/.test(match) || match.length > 30) && entropyOf(match) >= 2.8,
  },
];

function named(kind: string, source: string): readonly SecretShape[] {
  return [{ kind, pattern: new RegExp(`${begins}(?:${source})`, "g") }];
}
