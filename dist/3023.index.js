export const id = 3023;
export const ids = [3023];
export const modules = {

/***/ 73023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createScrubber: () => (/* reexport */ createScrubber),
  r: () => (/* reexport */ keyLines),
  secretValues: () => (/* reexport */ secretValues)
});

;// CONCATENATED MODULE: ./build/packages/scrub/lines.js
const begins = /-----BEGIN[ A-Z0-9_-]{0,60}PRIVATE KEY(?: BLOCK)?-----/i;
const ends = /-----END[ A-Z0-9_-]{0,60}PRIVATE KEY(?: BLOCK)?-----/i;
const body = /[A-Za-z0-9+/=]{16,}\s*$/;
const heading = /^\s*(?:[A-Z][A-Za-z-]{2,20}: .*)?$/;
function keyLines() {
    let within = false;
    return (line) => {
        if (begins.test(line)) {
            within = !ends.test(line.slice(line.search(begins)));
            return line;
        }
        if (!within)
            return line;
        const isOver = ends.test(line);
        within = !isOver && (body.test(line) || heading.test(line));
        if (isOver)
            return line.replace(/\S*-----END.*$/, "[REDACTED:private-key]");
        return within && body.test(line) ? line.replace(body, "[REDACTED:private-key]") : line;
    };
}

;// CONCATENATED MODULE: ./build/packages/scrub/known.js
const SHORTEST = 4;
function knownValues(secrets) {
    const forms = new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST));
    if (forms.size === 0)
        return undefined;
    const longestFirst = [...forms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return new RegExp(longestFirst.map(literally).join("|"), "g");
}
function formsOf(secret) {
    const value = secret.trim();
    if (value.length < SHORTEST)
        return [];
    const lines = value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line.length >= 8);
    return [secret, value, ...lines].flatMap((text) => [
        text,
        encodeURIComponent(text.toWellFormed()),
        new URLSearchParams([["", text]]).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
        ...hexForms(text),
        ...base64Forms(text),
    ]);
}
function hexForms(text) {
    const hex = Buffer.from(text, "utf8").toString("hex");
    return hex.length < 12 ? [] : [hex, hex.toUpperCase()];
}
function base64Forms(text) {
    const bytes = Buffer.from(text, "utf8");
    const inner = [0, 1, 2].map((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const first = Math.ceil((offset * 8) / 6);
        const last = Math.floor(((offset + bytes.length) * 8) / 6);
        return encoded.slice(first, last);
    });
    const whole = bytes.toString("base64");
    const standard = [whole, ...inner.filter((part) => part.length >= 8)];
    return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""))];
}
function literally(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/packages/scrub/cards.js
const network = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|(?:1800|2131)\d{11}|3[068]\d{12}|(?:50(?:18|20|38)|5[678]\d\d|6304|6759|676[1-3])\d{8,15})$/;
function isCardNumber(text) {
    const digits = text.replaceAll(/[ -]/g, "");
    return network.test(digits) && passesLuhn(digits);
}
function passesLuhn(digits) {
    const sum = Array.from(digits, Number)
        .toReversed()
        .reduce((total, digit, index) => {
        const value = digit * (index % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

;// CONCATENATED MODULE: ./build/packages/scrub/personal.js

const personal = [
    {
        kind: "email",
        pattern: /(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9:/])/g,
    },
    {
        kind: "card",
        pattern: /(?<![\w.-])\d(?:[ -]?\d){11,18}(?![\w-]|\.\d)/g,
        confirms: isCardNumber,
    },
    {
        kind: "iban",
        pattern: /(?<![A-Za-z0-9/+])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
        confirms: isIban,
    },
    {
        kind: "ssn",
        pattern: /(?<![\w.-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]|\.\d)/g,
    },
    {
        kind: "phone",
        pattern: /(?<![\w+.=/-])\+[1-9]\d{0,2}(?:[ .\-/]?\(?\d{1,5}\)?){2,6}(?:x\d{1,6})?(?![\w-]|\.\d)/g,
        confirms: (match) => /^\D*(?:\d\D*){9,15}(?:x\d+)?$/.test(match),
    },
    {
        kind: "phone",
        pattern: /(?<![\w.:/-])(?:(?:\+?1|001)[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.](?=\d{3}[-.]))[2-9]\d{2}[-.]\d{4}(?:x\d{1,6})?(?![\w-]|\.\d)/g,
    },
    {
        kind: "phone",
        pattern: /(?<name>\b(?:tele?phone|phone|mobile|cell|fax|tel)(?:[_ -]?(?:number|no|nr))?["']?\s{0,3}[:=.]\s{0,3}["']?)\+?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?:x\d{1,6})?(?!\d)/gi,
        replacement: "$<name>",
    },
];
const addresses = [
    {
        kind: "ip",
        pattern: /(?<![\w.-])(?!127\.|0\.0\.0\.0|255\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/g,
    },
    {
        kind: "ip",
        pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}|:)(?:(?::[0-9a-f]{1,4}){0,6})(?![\w:])/gi,
        confirms: (match) => /::|^(?:[^:]+:){7}[^:]+$/.test(match) && /[a-f]|::/i.test(match),
    },
];
const lengths = "NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 CR21 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC32 LC32 RU33";
function isIban(text) {
    const account = text.replaceAll(" ", "");
    if (!lengths.includes(`${account.slice(0, 2)}${account.length}`))
        return false;
    const digits = `${account.slice(4)}${account.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    return BigInt(digits) % 97n === 1n;
}

;// CONCATENATED MODULE: ./build/packages/scrub/gitleaks.js
/*! Made by scripts/secret-rules.ts from the rules of gitleaks 8.30.1, MIT licence, Copyright (c) 2019 Zachary Rice. */
const issued = String.raw `
1password A3-[A-Z0-9]{6}-(?:(?:[A-Z0-9]{11})|(?:[A-Z0-9]{6}-[A-Z0-9]{5}))-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}|ops_eyJ[a-zA-Z0-9+/]{250,}={0,3}
adobe p8e-(?i:[a-z0-9]{32})
age AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}
airtable pat[a-zA-Z0-9]{14}\.[a-f0-9]{64}
alibaba LTAI(?i:[a-z0-9]{20})
anthropic sk-ant-admin01-[\w-]{93}AA|sk-ant-api03-[\w-]{93}AA
artifactory AKCp[A-Za-z0-9]{69}|cmVmd[A-Za-z0-9]{59}
authress (?:sc|ext|scauth|authress)_(?i:[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.(?-i:acc)[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{30,120})
aws (?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}|ABSK[A-Za-z0-9+/]{109,269}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t
azure [a-zA-Z0-9_~.]{3}\dQ~[a-zA-Z0-9_~.-]{31,34}
clickhouse 4b1d[A-Za-z0-9]{38}
clojars (?i:CLOJARS_[a-z0-9]{60})
cloudflare v1\.0-[a-f0-9]{24}-[a-f0-9]{146}
databricks dapi[a-f0-9]{32}(?:-\d)?
digitalocean doo_v1_[a-f0-9]{64}|dop_v1_[a-f0-9]{64}|(?i:(?:dor_v1_[a-f0-9]{64}))
doppler dp\.pt\.(?i:[a-z0-9]{43})
duffel duffel_(?:test|live)_(?i:[a-z0-9_\-=]{43})
dynatrace dt0c01\.(?i:[a-z0-9]{24}\.[a-z0-9]{64})
easypost EZAK(?i:[a-z0-9]{54})|EZTK(?i:[a-z0-9]{54})
facebook (?i:(?:\d{15,16}(?:\||%)[0-9a-z\-_]{27,40}))|EAA[MC](?i:[a-z0-9]{100,})
flutterwave FLWSECK_TEST-(?i:[a-h0-9]{12})|FLWPUBK_TEST-(?i:[a-h0-9]{32}-X)|FLWSECK_TEST-(?i:[a-h0-9]{32}-X)
flyio (?:fo1_[\w-]{43}|fm1[ar]_[a-zA-Z0-9+/]{100,}={0,3}|fm2_[a-zA-Z0-9+/]{100,}={0,3})
frameio fio-u-(?i:[a-z0-9\-_=]{64})
grafana (?i:(?:eyJrIjoi[A-Za-z0-9]{70,400}={0,3}))|(?i:(?:glc_[A-Za-z0-9+/]{32,400}={0,3}))|(?i:(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}))
harness (?:pat|sat)\.[\w-]{22}\.[a-zA-Z0-9]{24}\.[a-zA-Z0-9]{20}
hashicorp (?i:[a-z0-9]{14}\.(?-i:atlasv1)\.[a-z0-9\-_=]{60,70})
heroku (?:HRKU-AA[\w-]{58})
huggingface hf_(?i:[a-z]{34})|api_org_(?i:[a-z]{34})
infracost ico-[a-zA-Z0-9]{32}
intra42 s-s4t2(?:ud|af)-(?i:[abcdef0123456789]{64})
linear lin_api_(?i:[a-z0-9]{40})
maxmind [A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk
notion ntn_[0-9]{11}[A-Za-z0-9]{32}[A-Za-z0-9]{3}
octopus API-[A-Z0-9]{26}
openai sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}
openshift sha256~[\w-]{43}
perplexity pplx-[a-zA-Z0-9]{48}
planetscale pscale_tkn_(?i:[\w=\.-]{32,64})|pscale_oauth_[\w=\.-]{32,64}|(?i:(?:pscale_pw_[\w=\.-]{32,64}))
postman PMAK-(?i:[a-f0-9]{24}\-[a-f0-9]{34})
prefect pnu_[a-zA-Z0-9]{36}
pulumi pul-[a-f0-9]{40}
pypi pypi-AgEIcHlwaS5vcmc[\w-]{50,1000}
readme rdme_[a-z0-9]{70}
rubygems rubygems_[a-f0-9]{48}
scalingo tk-us-[\w-]{48}
sendgrid SG\.(?i:[a-z0-9=_\-\.]{66})
sendinblue xkeysib-[a-f0-9]{64}\-(?i:[a-z0-9]{16})
sentry sntrys_eyJpYXQiO[a-zA-Z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[a-zA-Z0-9+/]{10,200}={0,2}_[a-zA-Z0-9+/]{43}|sntryu_[a-f0-9]{64}
settlemint sm_aat_[a-zA-Z0-9]{16}|sm_pat_[a-zA-Z0-9]{16}|sm_sat_[a-zA-Z0-9]{16}
shippo shippo_(?:live|test)_[a-fA-F0-9]{40}
shopify shpat_[a-fA-F0-9]{32}|shpca_[a-fA-F0-9]{32}|shppa_[a-fA-F0-9]{32}|shpss_[a-fA-F0-9]{32}
sourcegraph (?i:(?:(?:sgp_(?:[a-fA-F0-9]{16}|local)_[a-fA-F0-9]{40}|sgp_[a-fA-F0-9]{40})))
square (?:EAAA|sq0atp-)[\w-]{22,60}
twilio SK[0-9a-fA-F]{32}
vault hvb\.[\w-]{138,300}|(?:hvs\.[\w-]{90,120}|s\.(?i:[a-z0-9]{24}))
`;
const issuers = "adafruit|adobe|airtable|algolia|alibaba|artifactory|asana|atatt3|atlassian|beamer|bintray|bitbucket|bittrex|cloudflare|co[_-]?api[_-]?key|codecov|cohere|coinbase|confluence|confluent|contentful|datadog|discord|dnkey|droneci|dropbox|etsy|facebook|fastly|finicity|finnhub|flickr|freshbooks|gitter|gocardless|heroku|hubspot|intercom|jfrog|jira|kraken|kucoin|launchdarkly|linear|linked[_-]?in|linkedin|looker|mailchimp|mailgun|mapbox|mattermost|meraki|message[_-]?bird|messagebird|netlify|new[_-]?relic|new[_-]?york[_-]?times|newrelic|newyorktimes|nrak|nrii[_-]?|nrjs[_-]?|nytimes|okta|plaid|private[_-]?ai|privateai|rapidapi|sendbird|sentry|snyk|sonar|squarespace|sumo|telegr|tfp[_-]?|travis|twitch|twitter|xray|yandex|zendesk";

;// CONCATENATED MODULE: ./build/packages/scrub/randomness.js
function entropyOf(text) {
    const counts = new Map();
    for (const sign of text)
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
    return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
function looksDrawn(value) {
    if (/^\d{16,}$/.test(value))
        return true;
    if (value.length < 10 || /^[\d.,:/_+TZ-]+$/.test(value))
        return false;
    return /\d/.test(value) && /[a-z]/i.test(value) && entropyOf(value) >= 2.8 && !isPlainReference(value);
}
function isMixed(value) {
    const kinds = Array.from(value, (sign) => /[a-z]/.test(sign) ? 0 : /[A-Z]/.test(sign) ? 1 : /\d/.test(sign) ? 2 : 3);
    const steps = kinds.slice(1).filter((kind, index) => kind !== kinds[index]).length;
    return ([0, 1, 2].every((kind) => kinds.includes(kind)) && steps / (kinds.length - 1) >= 0.4 && entropyOf(value) >= 3.5);
}
function isPlainReference(value) {
    if (/^(?:v?\d+\.\d+\.|sha\d{1,3}[-:]|[\w-]{0,30}@|\.{0,2}\/|[a-z]:\\|https?:)|-v?\d+\.\d+\.\d+$/i.test(value))
        return true;
    return /^[a-z_$][\w$]{0,39}(?:\.[a-z_$][\w$]{0,39})+[);]*$/i.test(value) && !isMixed(value);
}

;// CONCATENATED MODULE: ./build/packages/scrub/assigned.js


const passwords = "pass(?:word|wd|phrase|code)|pwd|_pw\\b|[dp]b[_-]?pass|contrase[nñ]a|secret(?![_-]?(?:access[_-]?)?key)|cred(?:ential|s\\b)";
const tokens = "token|(?:api|app(?:lication)?|auth|access|account|admin|bot|client|consumer|database|db|deploy|encryption|hmac|integration|key|license|master|priv(?:ate)?|recaptcha|secret|security|service|session|shared|signing|ssh|storage|subscription|user|webhook)[_. -]?(?:access[_-]?)?(?:key|pass|signature|code)|(?:client|tenant|consumer)[_-]?id|bearer|_auth|\\bauth(?![a-z])|x-vault|\\bsid\\b|jwt|otp|csrf";
const names = `(?<password>${passwords})|(?<token>${tokens})|(?:${issuers}|cloudant|ibm|softlayer|sourcegraph)`;
const assigns = [
    String.raw `(?:\[\d{0,4}\]|: ?string| string|\\?["'\`)\]]){0,3}[ \t]{0,40}(?::{0,3}={1,3}|[?+.!]={1,3}|=>|->|:|\|\||,(?=\s{0,3}\\?["'])|\((?=\\?["'])|%3D)[ \t]{0,40}(?:@(?="))?`,
    String.raw `\\?["'],?\s{0,20}\\?["']?value\\?["']?\s{0,3}[:=]\s{0,3}`,
    String.raw `(?<=--[\w-]{1,60}) (?![-])`,
    String.raw `>\s{0,20}`,
    String.raw ` (?:is|was) | (?=["'])`,
].join("|");
const value = String.raw `(?<quote>\\{0,3}["'\`])(?<quoted>(?:(?!\k<quote>)(?:\\[^\r\n]|[^\r\n\\])){1,2000})|(?<bare>(?:(?![&;,|]\s?[\w.-]{1,40}["']?[=:]|\\[nrt"'])[^\s"'\`<]|<(?![/!a-z])){3,2000})`;
const assignment = new RegExp(`(?<name>(?:${names})(?<rest>[\\w.-]{0,30}?))(?<operator>${assigns})(?:${value})`, "gi");
const about = /(?:file|path|dir|name|ur[il]|type|len(?:gth)?|count|size|limit|policy|ttl|age|at|in|field|input|label|hint|version|format|prefix|suffix|pattern|min|max|required|enabled?|strength|reset|manager|provider|store|i[sz](?:er|ation)|s?[_-]?used|usage|ref|address|method|status|state|changed|expir\w*|[_.-]?id|valid\w*|header|from|env|var|s)$|^\./i;
const word = /^(?:true|false|null|none|nil|undefined|required|optional|invalid|valid|missing|string|str|number|boolean|object|text|password|secret|token|hidden|empty|set|unset|not|is|and|or|the|a|an|must|should|has|ok|yes|no|failed|expired|wrong|incorrect|changed|updated|\*+|x+|\.+|-+|_+)[.,;:)\]}]*$/i;
const placeholder = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+[^\w]*$|\$[{(A-Za-z_]|\$\{\{|%[A-Za-z_]+%|<[^>]*>$|\{\{|\{[\w.]*\}$|\[REDACTED)/;
const prose = /\b(?:must|should|is|are|was|be|required|invalid|cannot|please|enter|your|least|for|of|the|not|to)\b/i;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
function isSecretAssignment(found, after) {
    const { rest, quoted, bare = "", operator } = found;
    const text = quoted ?? bare;
    if (placeholder.test(text) || word.test(text) || !/[\p{L}\p{N}]/u.test(text))
        return false;
    const isAbout = rest !== "" && about.test(rest);
    if (found.password === undefined && found.token === undefined)
        return text.length >= 12 && looksDrawn(text);
    if (isAbout)
        return text.length >= 16 && !uuid.test(text) && looksDrawn(text) && (isMixed(text) || entropyOf(text) > 3.3);
    if (quoted !== undefined)
        return isQuotedSecret(text, found);
    if (after.startsWith("(") || /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\w*\]|\(.*)+[;,)]*$/.test(text))
        return false;
    if (found.password === undefined)
        return text.length >= 8 && (isSigned(text) || (looksDrawn(text) && !/[()]/.test(text)));
    if (/=$|3D$|^ $/i.test(operator))
        return !/^[\w$.]*\(/.test(text);
    const isWholeLine = /^[,;]?[ \t]*(?:\\?[nr"]|[\r\n]|$)/.test(after);
    return /\d|[^\w.,;:-]|[a-z][A-Z]/.test(text) || (isWholeLine && /^["']?:/.test(operator) && text.length > 3);
}
function isQuotedSecret(text, { password, token, operator }) {
    if ((/ /.test(text) && prose.test(text)) || /^[\^~]?v?\d+\.\d+\.\d+/.test(text))
        return false;
    if (operator.trimStart().startsWith(","))
        return /\d/.test(text) && !/ /.test(text) && text.length >= 6;
    return password === undefined
        ? (!/ /.test(text) || !/token|auth/i.test(token ?? "")) &&
            text.length >= 6 &&
            (/\d/.test(text) || text.length >= 14)
        : text.length >= 3;
}
function isSigned(text) {
    return /^[^[({<$]/.test(text) && (text.match(/[!@#%^&*?~$[\]{}|]/g)?.length ?? 0) >= 4;
}

;// CONCATENATED MODULE: ./build/packages/scrub/tokens.js


const more = String.raw `
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
const tokens_begins = String.raw `(?:(?<![A-Za-z0-9])|(?<=\\[nrt]|\x1b\[[\d;]{0,9}m|%[0-9A-Fa-f]{2}))`;
const rules = [...issued.trim().split("\n"), ...more.trim().split("\n")].map((line) => {
    const at = line.indexOf(" ");
    return { kind: `${line.slice(0, at)}-token`, source: line.slice(at + 1) };
});
const tokens_tokens = [
    ...named("github-token", "gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"),
    ...named("gitlab-token", "gl(?:pat|cbt|dt|ffct|ft|imt|agent|oas|ptt|rtr?|soat|wt)-[A-Za-z0-9_.-]{20,320}|GR1348941[\\w-]{20}"),
    ...named("slack-token", "xox[a-z](?:\\.xox[bp])?-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}"),
    ...named("stripe-key", "[rsp]k_(?:live|test|prod)_[A-Za-z0-9]{10,255}"),
    ...named("google-key", "AIza[\\w-]{35}"),
    ...named("aws-key", "(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ...named("artifactory-token", "AKC[a-zA-Z0-9]{10,200}|AP[\\dA-F](?=[A-Za-z]{0,20}\\d|x)[a-zA-Z0-9]{8,200}"),
    ...named("npm-token", "npm_[A-Za-z0-9]{36}"),
    {
        kind: "token",
        pattern: new RegExp(`${tokens_begins}(?:${rules.map(({ source }) => source).join("|")})[A-Za-z0-9_]{0,400}`, "g"),
        confirms: (match) => (/\d/.test(match) || match.length > 30) && entropyOf(match) >= 2.8,
    },
];
function named(kind, source) {
    return [{ kind, pattern: new RegExp(`${tokens_begins}(?:${source})`, "g") }];
}

;// CONCATENATED MODULE: ./build/packages/scrub/shapes.js



const header = String.raw `-----BEGIN[ A-Z0-9_-]{0,60}PRIVATE KEY(?: BLOCK)?-----`;
const newline = String.raw `(?:\r?\n|(?:\\r)?\\n)`;
const shapes = [
    {
        kind: "private-key",
        pattern: new RegExp(`${header}(?:[^-]|-(?!----)){0,20000}-----END[ A-Z0-9_-]{0,60}PRIVATE KEY(?: BLOCK)?-----`, "gi"),
    },
    {
        kind: "private-key",
        pattern: new RegExp(`${header}(?:${newline}(?:(?:[^\\r\\n\\\\]{0,60}[\\s>|:])?[A-Za-z0-9+/=]{16,200}|[A-Z][A-Za-z-]{2,20}: [^\\r\\n\\\\]{1,80}|[A-Za-z0-9+/=]{0,200})|[ \\t]{0,8}[A-Za-z0-9+/=]{16,4000}){0,400}`, "g"),
    },
    {
        kind: "private-key",
        pattern: /(?<name>Private-Lines: \d{1,3}\s{1,2})(?:[A-Za-z0-9+/=]{1,100}\r?\n?){1,100}/g,
        replacement: "$<name>",
    },
    ...tokens_tokens,
    {
        kind: "slack-webhook",
        pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{20,100}/g,
    },
    {
        kind: "webhook",
        pattern: /\b(?:[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks)\/[\w/@-]{20,300}/gi,
    },
    {
        kind: "aws-secret",
        pattern: /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "jwt",
        pattern: /\bey[JI][A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_/+-]{0,4000}={0,2}){0,3}/g,
    },
    { kind: "jwt", pattern: /\bZXlK[A-Za-z0-9+/_-]{40,8000}={0,2}/g },
    {
        kind: "password-hash",
        pattern: /\$(?:2[abxy]|[1567y]|argon2(?:id?|d)|apr1|scrypt|pbkdf2[\w-]{0,20})\$[./A-Za-z0-9$=,+-]{20,400}/g,
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:digest|aws4-[a-z0-9-]{1,30}|oauth|signature|hmac[a-z0-9-]{0,20}|hawk)\s)(?!\[REDACTED)[^\r\n\\']{8,4000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bauthorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:(?:bearer|basic|token|negotiate|ntlm|api-?key|[a-z-]{1,20}(?= [^\s{[]{8}))[ \t]{1,3})?)(?!\[REDACTED|[\w.]{1,60}\(|(?:bearer|basic|token|[\w-]*required)\b)[a-z0-9._~+/:-]{4,4000}={0,2}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=[a-z]{0,200}[0-9A-Z._~+/])[A-Za-z0-9._~+/-]{12,4000}={0,2}/g,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:set-)?cookie2?["']?\s{0,3}[:=]\s{0,3}["']?)(?=[^\s=;"']{1,100}=)(?!\[REDACTED)[^\r\n"'\\]{4,8000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)(?!git@|\[REDACTED)[^\s/?#"'<>`[\]]{1,500}(?=@(?!sha\d))/gi,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bcurl\b(?:[^\r\n]|\\\r?\n){0,1000}?\s(?:-u|--user|--proxy-user|-U)[ =]?["']?)(?![<$])(?:[^\s"':]{0,100}:[^\s"']{3,200}|[^\s"':]{3,100}:(?=["']))/g,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\blogin\s{1,9}\S{1,100}\s{1,9}password\s{1,9})\S{3,200}/g,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>(?:[?&]|, ?)(?:sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token)|key|code|hmac|auth|st|assertion|ticket|awsaccesskeyid)=)[\w%+/=~.:-]{12,2000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<quote>["'`])(?<name>)[^"'`\r\n\\]{3,500}(?=\k<quote>\s{0,3}[!=]==?\s{0,3}[\w.$]{0,40}(?:passw(?:or)?d|secret|api_?key|private_?key)\w{0,20}\b)/gi,
        replacement: "$<quote>",
    },
    {
        kind: "credentials",
        pattern: assignment,
        replacement: "$<name>$<operator>$<quote>",
        confirms: (match, { text, index, groups }) => isSecretAssignment({
            name: groups["name"] ?? "",
            rest: groups["rest"] ?? "",
            operator: groups["operator"] ?? "",
            ...definedOnly(groups),
        }, text.slice(index + match.length, index + match.length + 20)),
    },
    {
        kind: "credentials",
        pattern: /(?<name>^[ \t]{1,8}[\w.-]{1,80}:[ \t]{0,8}(?:[|>][-+]?\s{1,20})?["']?)(?=[a-z]{0,200}[A-Z\d=+/])[A-Za-z0-9+/]{10,}={0,3}(?=["']?[ \t]{0,8}$)/gm,
        replacement: "$<name>",
        confirms: (_, { text, index }) => /\bkind:[ \t]{0,8}["']?secret\b/i.test(text.slice(Math.max(0, index - 1000), index + 1000)),
    },
    {
        kind: "high-entropy",
        pattern: /(?<![\w+/=.~%-])(?<value>[A-Za-z0-9+/_-]{20,200}={0,2})(?![\w+/.%-])/g,
        confirms: (match, around) => isMixed(match) && standsForSecret(around, match.length),
    },
];
function definedOnly({ password, token, quoted, bare }) {
    return {
        ...(password === undefined ? {} : { password }),
        ...(token === undefined ? {} : { token }),
        ...(quoted === undefined ? {} : { quoted }),
        ...(bare === undefined ? {} : { bare }),
    };
}
const benign = /(?:integrity|hash|sum|digest|sha\d{0,3}|md5|etag|fingerprint|checksum|nonce|id|ref|version|url|path|file|import|from|resolved|content|mappings|data|base64|map)["'`\\]{0,2}\s{0,3}[:=,(]?\s{0,3}["'`\\]{0,2}$|(?:sha\d{1,3}[-:]|h1:|base64,|buildid[= ])$/i;
const telling = /\b\w{0,30}(?:secret|token|password|passwd|credential|api[ _-]?key|access[ _-]?key|private[ _-]?key|auth)\w{0,10}\b/i;
function standsForSecret({ text, index }, length) {
    const before = text.slice(Math.max(0, index - 80), index);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    if (benign.test(line))
        return false;
    const quote = line.at(-1) ?? "";
    return (/["'`]/.test(quote) && text[index + length] === quote) || telling.test(line);
}

;// CONCATENATED MODULE: ./build/packages/scrub/scrub.js



function createScrubber({ secrets, ipAddresses = false }) {
    const known = knownValues(secrets);
    const all = [...shapes, ...personal, ...(ipAddresses ? addresses : [])];
    const text = (raw) => {
        const safe = known === undefined ? raw : outside(raw, known, "[REDACTED:secret]");
        return safe.length < 6 ? safe : all.reduce(redact, safe);
    };
    return {
        text,
        value: (json) => walk(json, text),
        words: (json) => wordsIn(json, text),
    };
}
const secretKey = /^(?:[a-z0-9]{1,30}[_-]?){0,3}(?:password|passwd|secret|api[_-]?key|access[_-]?token|authorization)$/i;
const scrub_placeholder = /\[REDACTED:[a-z0-9-]{1,40}\]/;
function outside(text, pattern, replacement) {
    return text
        .split(new RegExp(`(${scrub_placeholder.source})`))
        .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, () => replacement)))
        .join("");
}
function redact(text, { kind, pattern, replacement = "", confirms }) {
    const placed = `[REDACTED:${kind}]`;
    if (confirms === undefined)
        return text.replace(pattern, `${replacement}${placed}`);
    return text.replace(pattern, (match, ...rest) => {
        const last = rest.at(-1);
        const groups = typeof last === "object" ? last : {};
        const index = rest.find((one) => typeof one === "number") ?? 0;
        if (!confirms(match, { text, index, groups }))
            return match;
        const kept = replacement.replaceAll(/\$<(\w+)>/g, (_, name) => groups[name] ?? "");
        return `${kept}${placed}`;
    });
}
function walk(json, text) {
    if (typeof json === "string")
        return text(json);
    if (Array.isArray(json))
        return json.map((item) => walk(item, text));
    if (typeof json !== "object" || json === null)
        return json;
    return Object.fromEntries(Object.entries(json).map(([key, item]) => {
        const hidden = typeof item === "string" && item !== "" && secretKey.test(key);
        return [text(key), hidden ? "[REDACTED:credentials]" : walk(item, text)];
    }));
}
const spoken = /^(?:reason|message|detail|hint|text|evidence|title|note|cause|output|error|failureReason)$/;
function wordsIn(json, text, key = "") {
    if (typeof json === "string")
        return spoken.test(key) || /\s/.test(json) ? text(json) : json;
    if (Array.isArray(json))
        return json.map((item) => wordsIn(item, text, key));
    if (typeof json !== "object" || json === null)
        return json;
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, wordsIn(item, text, name)]));
}

;// CONCATENATED MODULE: ./build/packages/scrub/environment.js
const shortest = 6;
function secretValues(env, isSecret = () => false) {
    return Object.entries(env).flatMap(([name, value = ""]) => (looksSecret.test(name) || isSecret(name)) && value.length >= shortest ? [value] : []);
}
const looksSecret = /(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|(?:PRIVATE|SIGNING)_KEY|PASSPHRASE)$/i;

;// CONCATENATED MODULE: ./build/packages/scrub/index.js





/***/ })

};
