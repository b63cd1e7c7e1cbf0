import { issued } from "./gitleaks.ts";
import { entropyOf, isHex, isMixed, switches } from "./randomness.ts";
import type { SecretShape } from "./shapes.ts";

/** What the rules of gitleaks do not have, or have too narrowly; the same format. */
const more = String.raw`
azure \w{50,76}JQQJ9[\dA-Z][A-Za-z0-9]{16,32}={0,2}
akamai akab-[\w-]{20,60}
airtable key[a-zA-Z0-9]{14}(?=["'\s]|$)
atlassian AT(?:ATT3x|CTT3x|BB)[\w=+/-]{24,250}
bitbucket BBDC-[\w+@/-]{40,60}
braintree access_token\$(?:production|sandbox)\$[\w$]{20,80}
confluent cflt[A-Za-z0-9+/]{60}
databricks dkea[a-f0-9]{32}|dapi[a-f0-9-]{32}
digicert sbp_[a-f0-9]{40}
discord [A-Z][\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,40}
doppler dp\.(?:[a-z]{2,6}\.){1,2}[A-Za-z0-9]{40,50}|dp\.st\.[a-z0-9_-]{2,35}\.[A-Za-z0-9]{40,50}
docker SWMTKN-1-[a-z0-9]{40,60}-[a-z0-9]{20,30}|dckr_[op]at_[\w-]{20,60}
dropbox sl\.(?:u\.)?[\w-]{100,1400}
facebook EAACEdEose0cBA[0-9A-Za-z]+
figma fig[du]r?_[\w-]{40,60}
google ya29\.[\w-]{20,500}|GOCSPX-[\w-]{28}|1//0[\w-]{40,100}|AAAA[\w-]{7}:[\w-]{140}
groq gsk_[A-Za-z0-9]{40,60}
huggingface hf_[A-Za-z0-9]{30,40}
instagram IGQV[\w-]{60,200}
kerberos \$krb5(?:asrep|tgs|pa)\$\d{1,2}\$[\w.$*@:/-]{40,4000}
hubspot pat-[a-z]{2}\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}
nkey S[ACNOPUX][A-Z2-7]{56}
nuget oy2[a-z0-9]{43}
lob (?:live|test)(?:_pub)?_[a-f0-9]{31,35}
mailchimp [0-9a-f]{32}-us\d{1,2}
mailgun (?:key|pubkey)-[0-9a-f]{32}
mapbox [ps]k\.(?:eyJ[\w-]{50,100}|[a-z0-9]{60})\.[\w-]{20,30}
mws amzn\.mws\.[0-9a-z-]{36}
netlify nf[poucb]_[A-Za-z0-9]{36,40}
newrelic NR[A-Z]{2}-[\w-]{19,42}|eu01xx[0-9a-f]{30}NRAL|[0-9a-f]{36}NRAL
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
telegram \d{8,11}:[\w-]{34,36}(?![\w-])
twilio AC[0-9a-f]{32}
twitter A{16,24}[A-Za-z0-9%]{60,120}
typeform tfp_[\w.=-]{40,60}
vault hv[sbr]\.[\w-]{24,300}
vercel vc[piark]_[A-Za-z0-9]{24,70}
xai xai-[A-Za-z0-9]{60,90}
alibaba LTAI[A-Za-z0-9]{12,20}
azure [A-Za-z0-9]{70,90}AZDO[A-Za-z0-9]{4}|[A-Za-z0-9+/]{42}[+]ACR[A-D][A-Za-z0-9+/]{4,6}
cosmo cosmo_[a-f0-9]{32}
contentful CFPAT-[\w-]{43,60}
google \d{10,13}-[a-z0-9]{30,34}
heroku HRKU-[\w-]{36,60}
langsmith lsv2_[ps][tk]_[a-f0-9]{32}_[a-f0-9]{10}
llama llx-[\w-]{48,60}
mailgun [a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}
mongodb mdb_sa_sk_[\w-]{30,50}
newrelic eu01x[0-9a-f]{30,36}NRAL
nightfall NF-[A-Za-z0-9]{32}
plaid access-(?:sandbox|development|production)-[a-f0-9-]{36}
postman PMA[KT]-[A-Za-z0-9]{20,60}
pubnub (?:pub|sub|sec)-c-[\w-]{36,50}
salesforce 00D[A-Za-z0-9]{12,15}![\w.!]{60,140}
scrapfly scp-(?:live|test)-[a-f0-9]{32}
supabase sbp_(?:v\d_)?[a-f0-9]{40}
tavily tvly-[\w-]{30,60}
teamwork tkn\.v1_[\w=-]{40,120}
together tgp_v1_[\w-]{40,60}
trufflehog thog-(?:key|secret)-[a-f0-9]{16,40}
ubidots BBFF-[A-Za-z0-9]{30,40}
voiceflow VF\.(?:DM|WS)\.[a-f0-9]{24}\.[A-Za-z0-9]{16}
wechat wx[a-f0-9]{16}(?![\w-])
zoho 1000\.[a-f0-9]{32}\.[a-f0-9]{32}
1password ops_eyJ[\w+/-]{100,4000}
buildkite bk[a-z]{2}_[a-z0-9]{40}
clickup pk_\d{6,9}_[A-Z0-9]{32}
elevenlabs sk_[a-f0-9]{48}
langfuse [ps]k-lf-[a-f0-9-]{36}
pganalyze pgar_\w{20,40}
photoroom sk_pr_[\w-]{40,60}
sentry sntrys_eyJ[\w+/=-]{60,400}
spectral spu-[a-z0-9]{32}
appsync da2-[a-z0-9]{26}
cerebras csk-[a-z0-9]{48,52}
circleci CCI(?:PAT|PRJ)_[\w-]{60,80}
coderabbit cr-[a-f0-9]{58}
configcat configcat-(?:sdk-1|proxy)/[\w-]{22}/[\w-]{22}
google AQ\.[\w-]{40,60}
midtrans (?:SB-)?Mid-(?:server|client)-[\w-]{16,40}
onfido api_(?:live|sandbox)(?:_[a-z]{2})?\.[\w-]{11}\.[\w-]{32}
riot RGAPI-[a-z0-9-]{36}
voyage pa-[\w-]{43}
zuplo zpka_[a-f0-9]{32}_[a-f0-9]{8}
1password 1PRK-[A-Z0-9]{4}(?:-[A-Z0-9]{4}){8,16}
dynatrace dt0[a-z]\d\d\.[A-Z0-9]{8,24}\.[A-Z0-9]{40,64}
packagist packagist_[a-z]{2,4}_[a-f0-9]{28,90}
crates cio(?=[a-z]{0,31}[A-Z\d])[A-Za-z0-9]{32}(?![A-Za-z0-9_])
elastic essu_[\w+/=-]{40,200}
google GOOG1[A-Z0-9]{50,60}
yandex AQVN[\w-]{35,38}|y[0-3]_[\w-]{50,70}
`;

/** After a letter or digit no token begins, unless that ends an escape, a colour of a terminal, or a code in a URL. */
const begins = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\[nrt]|\x1b\[[\d;]{0,9}m|%[0-9A-Fa-f]{2}))`;

/** Prefixes of names that are drawn as well, and hide nothing. */
const names =
  "(?:cache|chunk|commit|sha|md5|hash|digest|blob|image|img|layer|build|rev|etag|id|ids|req|request|trace|span|run|job|node|pod|container|volume|vol|snap|ami|vpc|subnet|eni|sg|file|tmp|test|index|cus|evt|in|msg|resp|call|object|wasm)";
/** As most issue them today: who, perhaps what for, and a long body of letters and digits mixed. */
const prefixed = new RegExp(
  `(?<![\\w/.%@-])(?!${names}[_-]|[A-Za-z0-9_-]{0,40}[_-]${names}[_-])[A-Za-z][A-Za-z0-9]{1,11}(?:[_-][a-z0-9]{1,10}){0,3}_(?<body>[A-Za-z0-9-]{24,400})(?![\\w.-])`,
  "g",
);

const rules = [...issued.trim().split("\n"), ...more.trim().split("\n")].map((line) => {
  const at = line.indexOf(" ");
  return { kind: `${line.slice(0, at)}-token`, source: line.slice(at + 1) };
});

/** Behind a mark of its own a row such as `xxxx…` is hidden too: what keeps stand-ins apart from real ones is not ours to guess. */
const filled = /\w\w[_.-](?:[\dA-Za-z]{16}|[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-)/;

const uuid = String.raw`[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`;
/** A mark within or at the end, so that the whole run has to be seen: keys of Azure, pairs of VAPID, base32 of its length, an id and its secret. */
const marked = new RegExp(
  String.raw`^(?:[\w+/-]{33,44}(?:\+A(?:Rm|Eh|Sb)|AIoT|AzCa|AZEG|AzFu|AzSe)[\w+/-]{5,10}={0,2}|[\w+/-]{76}(?:\+A(?:St|Ba|MC)|ACDb|APIM)[\w+/-]{6}==|[\w-]{43}:B[\w-]{86}|B[\w-]{86}:[\w-]{43}|[a-z2-7]{52}|[\da-f]{32}\.(?=[A-Za-z]*\d)(?=[a-z\d]*[A-Z])[A-Za-z\d]{16}|(?:[\w-]{0,60}-)?${uuid}-${uuid})$`,
);
const parts = new RegExp(`^(?!${names}_)[A-Za-z][A-Za-z0-9]{1,11}_(?<body>[\\w-]{40,200})$`);

/** Whether a whole run has the mark of a key, or a prefix before a body that is drawn with all signs of base64url. */
export function isMarked(run: string): boolean {
  if (run.length < 44) return false;
  if (marked.test(run)) return /\d/.test(run);
  const body = parts.exec(run)?.groups?.["body"]?.replaceAll(/[_-]/g, "") ?? "";
  return body.length >= 36 && (body.match(/\d/g)?.length ?? 0) >= 4 && isMixed(body);
}

/** Tokens by the shape that their issuer gave them. */
export const tokens: readonly SecretShape[] = [
  ...named("github-token", "gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"),
  ...named(
    "gitlab-token",
    "gl(?:pat|cbt|dt|ffct|ft|imt|agent|oas|ptt|rtr?|soat|wt)-[A-Za-z0-9_.-]{20,320}|GR1348941[\\w-]{20,60}",
  ),
  ...named(
    "slack-token",
    "xoxd-[\\w%+/=\\\\.-]{40,400}|xox[a-z](?:\\.xox[bp])?-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}",
  ),
  ...named("stripe-key", "[rsp]k_(?:live|test|prod)_[A-Za-z0-9]{10,255}"),
  ...named("google-key", "AIza[\\w-]{35}"),
  ...named("aws-key", "(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])"),
  ...named("artifactory-token", "AKC[a-zA-Z0-9]{10,200}|AP[\\dA-F](?=[A-Za-z]{0,20}\\d|x)[a-zA-Z0-9]{8,200}"),
  // However it is glued: no other text has these three parts.
  { kind: "sendgrid-token", pattern: /SG\.(?=[\w-]{0,21}\d)[\w-]{22}\.[\w-]{38,50}/g },
  {
    kind: "launchdarkly-token",
    pattern: /(?<![\w-])(?:api|sdk|mob|launchdarkly-\w{3,10})-[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}(?![\w-])/g,
  },
  {
    kind: "license-key",
    pattern:
      /(?<![\w-])(?:[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}|[A-Z0-9]{7}(?:-[A-Z0-9]{7}){3}|[A-Z0-9]{8}(?:-[A-Z0-9]{8}){3})(?![\w-])/g,
    confirms: (match, { text, index }) =>
      /(?:key|licen[cs]e|serial|token|secret|access|private)\W{0,12}$/i.test(
        text.slice(Math.max(0, index - 40), index),
      ) ||
      ((match.match(/\d/g)?.length ?? 0) >= 4 && /[A-Z]\d|\d[A-Z]/.test(match)),
  },
  ...named("npm-token", "npm_[A-Za-z0-9]{36}"),
  {
    kind: "token",
    pattern: new RegExp(`${begins}(?:${rules.map(({ source }) => source).join("|")})[A-Za-z0-9_]{0,400}`, "g"),
    // A digest may begin like any token of the same letters. Words put together with dots and dashes have no digits, or say the same again.
    confirms: (match) =>
      !isHex(match) && (entropyOf(match) < 2.8 ? filled.test(match) : /\d/.test(match) || match.length > 30),
  },
  {
    kind: "token",
    pattern: prefixed,
    confirms: (_, { groups: { body = "" } }) => {
      const digits = body.match(/\d/g)?.length ?? 0;
      return digits >= 3 && switches(body) >= 0.2 && !/^[\da-f-]{1,41}$|^\w{1,20}-/.test(body);
    },
  },
];

function named(kind: string, source: string): readonly SecretShape[] {
  return [{ kind, pattern: new RegExp(`${begins}(?:${source})`, "g") }];
}
