export const id = 8611;
export const ids = [8611];
export const modules = {

/***/ 48611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createScrubber: () => (/* reexport */ createScrubber),
  r: () => (/* reexport */ keyLines),
  secretValues: () => (/* reexport */ secretValues)
});

;// CONCATENATED MODULE: ./build/packages/scrub/lines.js
const begins = /-----BEGIN[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----/i;
const ends = /-----END[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----/i;
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

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/packages/scrub/cards.js
const network = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|(?:1800|2131)\d{11}|3[068]\d{12}|62\d{14,17}|220[0-4]\d{12}|(?:50(?:18|20|38)|5[678]\d\d|6304|6759|676[1-3])\d{8,15})$/;
const grouped = /^(?:\d+|\d{4}(?<by>[ -])\d{4}\k<by>\d{4}\k<by>\d{1,7}|\d{4}(?<sign>[ -])\d{6}\k<sign>\d{4,5})$/;
function isCardNumber(text) {
    if (!grouped.test(text))
        return false;
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
        kind: "ssn",
        pattern: /(?<name>\b(?:ssn|social[ -]security(?:[ -](?:number|no|nr))?)\b(?:["']?\s{0,3}[:=#]|\s{1,3}is)?\s{0,3}["']?)(?!000|666|9)\d{3}[-. ]?\d{2}[-. ]?\d{4}(?!\d)|(?<![\w.-])(?!000)0\d{2}(?<by>[. ])(?!00)\d{2}\k<by>(?!0000)\d{4}(?![\w-]|\.\d)/gi,
        replacement: "$<name>",
    },
    {
        kind: "phone",
        pattern: /(?<![A-Z\d_.:/-])(?:(?:\+?1|001|\d{2})[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.](?=\d{3}[-.]))[2-9]\d{2}[-.]\d{4}(?:x\d{1,6})?(?![\w-]|\.\d)/g,
    },
    {
        kind: "phone",
        pattern: /(?<name>\b(?:(?:tele?phone|phone|mobile|cell|fax|tel|whatsapp|sms)(?:[_ -]?(?:number|no|nr))?|(?:call|ring|dial|text)(?: (?:me|us|him|her|them))?(?: (?:at|on))?(?= )|(?:my|your|his|her|our|their|contact)(?: \w{1,20})? number)["']?\s{0,3}(?:[:=.]|\bis\b)?\s{0,3}["']?)\+?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?:x\d{1,6})?(?![\d.]|[\w-]{3})/gi,
        replacement: "$<name>",
    },
];
const addresses = [
    {
        kind: "ip",
        pattern: /(?<![\w:.])(?:[0-9a-f]{1,4})?:(?:[0-9a-f]{0,4}:){1,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?:%\w{1,15})?(?![\w:])/gi,
        confirms: (match) => (0,external_node_net_.isIPv6)(match.replace(/%.*/, "")) && /\d/.test(match) && !/^[0:]*:0*1?$/.test(match),
    },
    {
        kind: "ip",
        pattern: /(?<![\w.-])(?!127\.|0\.0\.0\.0|255\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/g,
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

;// CONCATENATED MODULE: ./build/packages/scrub/randomness.js
function entropyOf(text) {
    const counts = new Map();
    for (let index = 0; index < text.length; index += 1) {
        const sign = text.charCodeAt(index);
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    let bits = 0;
    for (const count of counts.values())
        bits -= (count / text.length) * Math.log2(count / text.length);
    return bits;
}
function looksDrawn(value) {
    if (/^\d{16,}$/.test(value))
        return true;
    if (value.length < 10 || /^[\d.,:/_+TZ-]+$/.test(value))
        return false;
    return /\d/.test(value) && /[a-z]/i.test(value) && entropyOf(value) >= 2.8 && !isPlainReference(value);
}
function isMixed(value) {
    const kinds = new Set();
    let steps = 0;
    let before = -1;
    for (let index = 0; index < value.length; index += 1) {
        const kind = kindOf(value.charCodeAt(index));
        kinds.add(kind);
        if (kind !== before && before >= 0)
            steps += 1;
        before = kind;
    }
    const isDrawn = steps / (value.length - 1) >= 0.4 && [0, 1, 2].every((kind) => kinds.has(kind));
    return isDrawn && entropyOf(value) >= 3.5;
}
function kindOf(code) {
    if (code >= 97 && code <= 122)
        return 0;
    if (code >= 65 && code <= 90)
        return 1;
    return code >= 48 && code <= 57 ? 2 : 3;
}
function isPlainReference(value) {
    if (/^(?:v?\d+\.\d+\.|sha\d{1,3}[-:]|[\w-]{0,30}@|\.{0,2}\/|[a-z]:\\|https?:|:|arn:|[a-z]{2}-[a-z]+-\d:)|\.(?:[cm]?[jt]sx?|json|ya?ml|html?|css|md|go|py|rs|java)$|-v?\d+\.\d+\.\d+$/i.test(value))
        return true;
    return /^[a-z_$][\w$]{0,39}(?:\.[a-z_$][\w$]{0,39})+[);]*$/i.test(value) && !isMixed(value);
}
function switches(value) {
    const found = value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
    return found / value.length;
}
function isHex(value) {
    return /^(?:0x)?(?:[\da-f]+|[\dA-F]+)$/.test(value);
}
function isUuid(value) {
    return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}
function isPhrase(text) {
    return (text.length >= 20 &&
        !/\$\{|\{\{|%[({]|\(\?|\\[dwsb]|\[REDACTED/.test(text) &&
        (text.match(/[!@#%^&*?~$[\]{}|;<>+=`]/g)?.length ?? 0) >= text.length / 8 &&
        /\d/.test(text) &&
        (switches(text) >= 0.1 || isMixed(text)));
}

;// CONCATENATED MODULE: ./build/packages/scrub/repeated.js

const most = 50;
function repeated() {
    const values = new Set();
    return {
        add: (hidden) => {
            if (values.size >= most)
                return;
            const value = hidden.replaceAll(/^["'`{(\s]{1,20}|["'`)};,\s]{1,20}$/g, "");
            if (isTelling(value))
                values.add(value);
        },
        hide: (text) => [...values]
            .toSorted((a, b) => b.length - a.length)
            .reduce((safe, value) => safe.replaceAll(value, () => "[REDACTED:credentials]"), text),
    };
}
function isTelling(value) {
    if (value.length < 8 || value.length > 500 || /[[\](){}\\]/.test(value))
        return false;
    if (/^\d{16,}$|^(?=[A-Z-]*\d)[A-Z\d-]{15,}$/.test(value) || (value.length >= 10 && switches(value) >= 0.3))
        return true;
    if (/^[\d.,:/_+TZ-]+$|^v?\d+\.\d+|^[a-z]+(?:[-_.][a-z]+)*[-_.]?\d{0,4}$/i.test(value))
        return false;
    return /\d/.test(value) && /[a-z]/i.test(value) && (switches(value) >= 0.15 || /[^\w./:@-]/.test(value));
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

;// CONCATENATED MODULE: ./build/packages/scrub/reference.js

function isReference(value) {
    if (!/^\$[{(A-Za-z_]/.test(value))
        return false;
    if (/^\$[{(]/.test(value))
        return true;
    if (/^\$\w{4,40}[!#%^&*?~]{1,3}$/.test(value) && /\d/.test(value))
        return false;
    return !(value.match(/[A-Za-z\d]{12,}/g) ?? []).some((run) => (run.match(/\d/g)?.length ?? 0) >= 3 && switches(run) >= 0.2);
}

;// CONCATENATED MODULE: ./build/packages/scrub/assigned.js



const passwords = "p(?:a{1,2}s{1,3}(?:phrase|code)|[as]{1,4}w[ors]{0,4}d)s?\\b|pass(?:word|wd|phrase|code)|pwd|(?<![a-z])pw(?![a-z])(?=[ \\t]?[:=])|(?<![a-z])(?:(?-i:pass)(?=[ \\t]?[:=])|pass(?=[ \\t]?=|:\\S))|_pw\\b|[dp]b[_-]?pass|contrase[nñ]a|secret(?![_-]?(?:access[_-]?)?key)|cred(?:ential|s\\b)";
const tokens = "token|(?:api|app(?:lication)?|auth|access|account|admin|bot|client|consumer|database|db|deploy|encryption|hmac|integration|key|license|master|priv(?:ate)?|recaptcha|secret|security|service|session|shared|signing|ssh|storage|subscription|user|webhook)[_. -]?(?:access[_-]?)?(?:key|pass(?!w)|signature|code)|(?:client|tenant|consumer)[_-]?id|bearer|_auth|\\bauth(?![a-z])|x-vault|\\bsid\\b|jwt|otp|csrf|reporter[_-]id|(?<![a-z])salt(?=\\d?[\"'\\\\]{0,5}\\s?[:=,])";
const names = `(?<password>${passwords})|(?<token>${tokens})|(?:${issuers}|cloudant|ibm|softlayer|sourcegraph)`;
const assigns = [
    String.raw `\\?["'],?\s{0,20}\\?["']?value\\?["']?\s{0,3}[:=]\s{0,3}`,
    String.raw `(?:\[\d{0,4}\]|: ?str(?:ing)?| string|\\{0,3}["'\`)\]]){0,3}[ \t]{0,40}(?::{0,3}={1,3}|[?+.!]={1,3}|=>|->|:|\|\||,(?=\s{0,40}\\?["'])|\((?=\\?["'])|%3D)[ \t]{0,40}(?:(?:@|[bfru]{1,2})(?=["']))?`,
    String.raw `(?<=--[\w-]{1,60}) (?![-])`,
    String.raw `(?<!</[\w.:-]{1,60})>\s{0,20}`,
    String.raw ` (?:is|was) |(?:\\t|[ \t]){1,4}(?=\\?["'])| - (?=["'])`,
].join("|");
const value = String.raw `(?<quote>\\{0,3}["'\`])(?<quoted>(?:(?!\k<quote>)(?:\\[^\r\n]|[^\r\n\\])){1,2000})|(?<bare>(?:(?![&;,|]\s?[A-Za-z_][\w.-]{0,39}["']?[=:]|\\[nrt"'])[^\s"'\`<]|<(?![/!a-z])){3,8000})`;
const assignment = new RegExp(`(?<name>(?:${names})(?<rest>[\\w.-]{0,30}?))(?<operator>${assigns})(?:${value})`, "gi");
const about = /(?:file|path|dir|name|ur[il]|type|len(?:gth)?|count|size|limit|policy|ttl|age|at|in|field|input|label|hint|version|format|prefix|suffix|pattern|min|max|required|enabled?|strength|reset|manager|provider|store|i[sz](?:er|ation)|s?[_-]?used|usage|ref|address|method|status|state|changed|expir\w*|[_.-]?id|valid\w*|header|from|env|var|s)$|^\.(?!(?:secret|password|token|key)$)/i;
const word = /^(?:true|false|null|none|nil|undefined|required|optional|invalid|valid|missing|string|str|number|boolean|object|text|password|secret|token|hidden|empty|set|unset|not|is|and|or|the|a|an|must|should|has|ok|yes|no|failed|expired|wrong|incorrect|changed|updated|\*+|x+|\.+|-+|_+)[.,;:)\]}]*$/i;
const placeholder = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+[^\w]*$|%(?:env\()?[\w:]+\)?%|<[^>]*>$|\{\{|\{[\w.]*\}$|\[REDACTED)/;
const prose = /\b(?:must|should|is|are|was|be|required|invalid|cannot|please|enter|your|least|for|of|the|not|to)\b/i;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
function isSecretAssignment(given, after) {
    const found = asCalled(given);
    const { name, rest, quoted, bare = "", operator } = found;
    const text = quoted ?? bare;
    if (placeholder.test(text) || isReference(text) || word.test(text) || !/[\p{L}\p{N}]/u.test(text))
        return false;
    const isAbout = rest !== "" && about.test(rest);
    if (found.password === undefined && found.token === undefined)
        return text.length >= 12 && looksDrawn(text);
    if (isAbout)
        return text.length >= 16 && !uuid.test(text) && looksDrawn(text) && (isMixed(text) || entropyOf(text) > 3.3);
    if (quoted !== undefined)
        return isQuotedSecret(text, found);
    if (/^(?:-?0x[\da-f]{1,8}|&[\w.]{1,60}\{.{0,60})[,;)]*$/i.test(text))
        return false;
    if (/^(?:\(|\[[\w-]+[\],])/.test(text))
        return false;
    if (after.startsWith("(") || /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\w*\]|\(.*)+[;,)]*$/.test(text))
        return false;
    if (found.password === undefined)
        return (text.length >= 8 &&
            ((operator.endsWith("=") && /^[A-Z\d_]+$/.test(name) && /\d.*[a-z].*\d/.test(text)) ||
                isSigned(text) ||
                (text.length >= 20 && text.startsWith("/") && isMixed(text) && switches(text) >= 0.25) ||
                (looksDrawn(text) && !/[()]/.test(text))));
    if (/=$|3D$|^ $/i.test(operator))
        return !/^[\w$.]*\(/.test(text);
    const isWholeLine = /^[,;]?[ \t]*(?:\\[nr"]|["\r\n]|$)/.test(after);
    return (/\d|[^\w.,;:-]/.test(text) ||
        (/[a-z][A-Z]/.test(text) && !/^ [a-z]/.test(after)) ||
        (isWholeLine && /^["']?:/.test(operator) && text.length > 3));
}
function asCalled(found) {
    if (found.password === undefined && /pass$/i.test(found.token ?? ""))
        return { ...found, password: found.name };
    return found.password === undefined && found.token === undefined && /^[_-]?(?:token|key|secret)$/i.test(found.rest)
        ? { ...found, token: found.name, rest: "" }
        : found;
}
function isQuotedSecret(text, { password, token, operator }) {
    if (text === "value" && operator.includes(","))
        return false;
    if (isPhrase(text))
        return true;
    if ((/ /.test(text) && prose.test(text)) || /^[\^~]?v?\d+\.\d+\.\d+/.test(text))
        return false;
    if (operator.trimStart().startsWith(","))
        return (/\d/.test(text) || (text.length >= 12 && switches(text) >= 0.2)) && !/ /.test(text) && text.length >= 6;
    return password === undefined
        ? (!/ /.test(text) || !/token|auth/i.test(token ?? "")) &&
            text.length >= 6 &&
            (/\d/.test(text) || text.length >= 14 || (text.length >= 10 && switches(text) >= 0.3))
        : text.length >= 3;
}
function isSigned(text) {
    return /^[^[({<$]/.test(text) && (text.match(/[!@#%^&*?~$[\]{}|]/g)?.length ?? 0) >= 4;
}

;// CONCATENATED MODULE: ./build/packages/scrub/hashes.js

const hashes = [
    {
        kind: "password-hash",
        pattern: /(?:\$|\b(?=(?:pbkdf2|scrypt|bcrypt|argon2)[\w:]{0,40}\$))(?<method>[A-Za-z\d][\w:-]{0,40})(?:,[a-z]{1,10}=\d{1,10}){0,4}\$(?:[./A-Za-z\d=,+-]{0,100}\$){0,5}(?<hash>[./A-Za-z\d+-]{20,200}={0,2})/g,
        confirms: (_, { groups: { method = "", hash = "" } }) => /^\d[a-z]?$/.test(method) ? /\d|[a-z][A-Z]/.test(hash) : /\d.*\d/.test(hash) && switches(hash) >= 0.2,
    },
    {
        kind: "password-hash",
        pattern: /\{(?:S?SHA(?:-?\d{3})?|S?MD5|CRYPT)\}[A-Za-z\d+/$.]{20,200}={0,2}/gi,
    },
];

;// CONCATENATED MODULE: ./build/packages/scrub/lists.js

const nothing = /^(?:\[REDACTED|[{<%*]|x{3,}|(?:string|null|none|required|optional|password|secret)s?["',]{0,2}$)/i;
const lists_most = 30;
const lists_heading = /(?:passwords|passwds|pwds|secrets|tokens)["']?\s?[:=]\s{0,3}\[?\s{0,3}$/i;
const lists = [
    {
        kind: "credentials",
        pattern: /(?<name>^[ \t]{0,40}(?:- ["']?|["']))(?<value>[^\s"':=,{}[\]]{4,200})(?=["']?,?[ \t]{0,8}\r?$)/gm,
        replacement: "$<name>",
        confirms: isBelowName,
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bpass(?:word|wd|phrase)s["']?\s?(?:[:=]|=>)\s{0,3}[[({]\s{0,3}["'])(?<value>[^\r\n[\]{}()]{3,500}?)(?=["'],?\s{0,3}[\])}])/gi,
        replacement: "$<name>",
        confirms: (_, { groups: { value = "" } }) => !nothing.test(value) && !isReference(value),
    },
    {
        kind: "credentials",
        pattern: /(?<name>passw(?:or)?d\w{0,20},\s{1,3}\w{0,30}passw(?:or)?d\w{0,20}(?: string)?\s{0,3}:?=\s{0,3}["']\[REDACTED:credentials\]["'],\s{1,3}["'])(?<value>[^"'\r\n]{3,200})(?=["'])/gi,
        replacement: "$<name>",
        confirms: (_, { groups: { value = "" } }) => !nothing.test(value) && !isReference(value),
    },
    {
        kind: "credentials",
        pattern: /(?<name>^[ \t]{0,8}[\w.-]{0,30}passw(?:or)?d[ \t]=[ \t])(?<value>[a-z]{8,40})(?=[ \t]{0,8}\r?$)/gim,
        replacement: "$<name>",
        confirms: (_, { groups: { value = "" } }) => !/pass|pwd|secret|token|hash|input|value|string|entry|generat|random|default|undefined|required|optional|get|read|load|confirm/i.test(value),
    },
];
function isBelowName(_, { text, index, groups: { value = "" } }) {
    if (nothing.test(value) || isReference(value))
        return false;
    let end = index;
    for (let item = 0; item < lists_most && end > 0; item += 1) {
        const start = text.lastIndexOf("\n", end - 2) + 1;
        const line = text.slice(Math.max(start, end - 400), end);
        if (lists_heading.test(line))
            return /pass|pwd/i.test(line) || /\d/.test(value);
        if (!/^[ \t]{0,40}(?:- |["'])/.test(line))
            return false;
        end = start;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/packages/scrub/services.js

const other = /\b(?:commit|sha\d*|digest|hash|checksum|md5|rev(?:ision)?|ref|branch|version|etag|fingerprint|integrity|image|file|path|url|uri|host|endpoint|domain|e-?mail|trace|span|request|run|job|build|layer|resolved|from|into|nonce|cursor|chunk|tree|parent|blob|scope|type|expires?|at)\b["'`]{0,2}\s{0,3}[:=]?|\[id=|sha\d{1,3}[-:]|\w:\\|base64,/i;
const services_names = "abuseipdb|deepseek|mistral|openrouter|accuweather|adafruit|adzuna|aeroworkflow|agora|aha|ai21|alchemy|airvisual|aiven|algolia|ambee|amadeus|amplitude|anypoint|apacta|apideck|apify|apifonica|appcues|appfollow|assemblyai|autodesk|autoklose|avaza|axonaut|aylien|ayrshare|bannerbear|baremetrics|beamer|besnappy|besttime|billomat|bitfinex|bitmex|blazemeter|blocknative|boostnote|braintree|brandfetch|browserstack|browshot|bugherd|bugsnag|bulbul|caflou|calendarific|campayn|captaindata|cashboard|censys|cerebras|chartmogul|chatfule|checkvist|cicero|clarifai|clickup|clockify|cloud(?:convert|elements|flare|image|inary|mersive|plan|smith)|cloze|coda|codacy|codeclimate|coinbase|companyhub|convertkit|dandelion|dareboost|databox|datadog|datagov|debounce|deepai|deepgram|delighted|detect(?:ify|language)|dfuse|diffbot|dnscheck|docusign|documo|dovico|dwolla|dyspatch|edamam|enablex|eventbrite|everhour|fastforex|feedier|finage|findl|finnhub|flickr|flight(?:api|labs|stats)|form(?:bucket|craft|site)|foursquare|freshdesk|freshworks|fullstory|geo(?:apify|code|codify|codio|ip\\w*)|getresponse|gitter|glassnode|graph(?:cms|hopper)|greptile|gumroad|guru|happyscribe|hellosign|helpscout|hiveage|honeycomb|hybiscus|iconfinder|iexcloud|imagga|infura|insightly|instabot|intrinio|invoiceocean|ip(?:2location|geolocation|info|quality|stack)|jira|jotform|jumpcloud|juro|kanban|karma|keenio|kickbox|klaviyo|knapsack|kontent|kucoin|kylas|launchdarkly|lemlist|live(?:agent|storm)|loadmill|locationiq|loggly|logzio|luno|magicbell|mail(?:chimp|erlite|gun|jet|modo|sac)|mandrill|map(?:box|quest)|maxmind|meistertask|messagebird|metaapi|metrilo|miro|mite|mixpanel|mockaroo|monkeylearn|moonclerk|moosend|moralis|mux|myintervals|nethunt|nexmo|nftport|nightfall|nozbe|numverify|nutritionix|nylas|oanda|omnisend|one(?:desk|login|signal)|oopspam|open(?:cage\\w*|uv|weather)|optimizely|packagecloud|pagerduty|pandadoc|paperform|parse(?:hub|ur)|paydirt|paystack|pivotaltracker|pixabay|planview|plivo|podio|poloniex|postman|postmark|proxycrawl|pubnub|pusher|qualaroo|railway|rapidapi|raven|rawg|razorpay|reachmail|rebrandly|recaptcha|redhat\\w*|refiner|rentman|requestfinance|restpack|ringcentral|ritekit|route4me|runscope|satismeter|saucelabs|scaleway|scrutinizer|securitytrails|sendbird|sendgrid|shippo|shodan|shortcut|shotstack|shutterstock|sign(?:able|alwire|aturit|upgenius)|simplynoted|sirv|skrapp|smartsheets?|snipcart|snowflake|sparkpost|spotify|squarespace|statuscake|stitchdata|stormglass|storyblok|strava|stytch|surveybot|survey(?:anyplace|sparrow)|sumologic|tatum|teamwork|telnyx|thousandeyes|tiingo|timecamp|timezoneapi|todoist|toggl|tomtom|tradier|transferwise|travelpayouts|trello|twelvedata|twilio|typetalk|ubidots|uclassify|unsplash|uplead|uploadcare|uptimerobot|urlscan|userstack|vatlayer|vbout|vercel|virustotal|visualcrossing|voodoosms|vouchery|vultr|walkscore|wandb|weather(?:bit|stack)|webex|websitepulse|wepay|whoxy|wistia|worksnaps|wrike|yelp|zapier|zenkit|zenrows|zenserp|zeplin|zerobounce|zipcodeapi|zhipu|zonka|zulip|[a-z]{3,12}(?:crm|sms|layer|scrape|scraping|scraper|currency|stack|(?<!web|rest|open|http|fast|graph)api)";
const service = new RegExp(`(?<![a-z])(?:${services_names})(?<after>.{0,40})$`, "is");
const joined = /^\w{0,16}(?:[\s_.:=>"'`({[|,-]{1,5}\w{0,14}){0,3}[\s_.:=>"'`({[|,-]{0,5}$/;
const told = /secret|token|key|pass|auth|private|access|credential|_id\b/i;
const released = /\b(?:releases?|deploy\w*|event|issue|tag|pull|push|action|orb|package|bundle|artifact|snapshot|container|pipeline|workflow|task|group|created?|status|error|line)\b/i;
function isOfService(before, value) {
    if (value.length < 14 || !/\d.*\d|[a-z][A-Z].*[a-z][A-Z]|^[A-Za-z]{20,}$/.test(value))
        return false;
    if (/^\d{4}-\d\d-\d\d/.test(value))
        return false;
    const after = service.exec(before.slice(-80))?.groups?.["after"];
    if (after === undefined || !joined.test(after) || other.test(after) || released.test(after))
        return false;
    if (isUuid(value))
        return true;
    if (value.length < 16 || !/\d/.test(value))
        return told.test(after);
    if (/^\d+$/.test(value))
        return told.test(after);
    if (isHex(value))
        return value.length >= 20;
    return switches(value) >= 0.1 || told.test(after);
}

;// CONCATENATED MODULE: ./build/packages/scrub/tokens.js


const more = String.raw `
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
const tokens_begins = String.raw `(?:(?<![A-Za-z0-9])|(?<=\\[nrt]|\x1b\[[\d;]{0,9}m|%[0-9A-Fa-f]{2}))`;
const tokens_names = "(?:cache|chunk|commit|sha|md5|hash|digest|blob|image|img|layer|build|rev|etag|id|ids|req|request|trace|span|run|job|node|pod|container|volume|vol|snap|ami|vpc|subnet|eni|sg|file|tmp|test|index|cus|evt|in|msg|resp|call|object|wasm)";
const prefixed = new RegExp(`(?<![\\w/.%@-])(?!${tokens_names}[_-]|[A-Za-z0-9_-]{0,40}[_-]${tokens_names}[_-])[A-Za-z][A-Za-z0-9]{1,11}(?:[_-][a-z0-9]{1,10}){0,3}_(?<body>[A-Za-z0-9-]{24,400})(?![\\w.-])`, "g");
const rules = [...issued.trim().split("\n"), ...more.trim().split("\n")].map((line) => {
    const at = line.indexOf(" ");
    return { kind: `${line.slice(0, at)}-token`, source: line.slice(at + 1) };
});
const filled = /\w\w[_.-](?:[\dA-Za-z]{16}|[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-)/;
const tokens_uuid = String.raw `[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`;
const marked = new RegExp(String.raw `^(?:[\w+/-]{33,44}(?:\+A(?:Rm|Eh|Sb)|AIoT|AzCa|AZEG|AzFu|AzSe)[\w+/-]{5,10}={0,2}|[\w+/-]{76}(?:\+A(?:St|Ba|MC)|ACDb|APIM)[\w+/-]{6}==|[\w-]{43}:B[\w-]{86}|B[\w-]{86}:[\w-]{43}|[a-z2-7]{52}|[\da-f]{32}\.(?=[A-Za-z]*\d)(?=[a-z\d]*[A-Z])[A-Za-z\d]{16}|(?:[\w-]{0,60}-)?${tokens_uuid}-${tokens_uuid})$`);
const parts = new RegExp(`^(?!${tokens_names}_)[A-Za-z][A-Za-z0-9]{1,11}_(?<body>[\\w-]{40,200})$`);
function isMarked(run) {
    if (run.length < 44)
        return false;
    if (marked.test(run))
        return /\d/.test(run);
    const body = parts.exec(run)?.groups?.["body"]?.replaceAll(/[_-]/g, "") ?? "";
    return body.length >= 36 && (body.match(/\d/g)?.length ?? 0) >= 4 && isMixed(body);
}
const tokens_tokens = [
    ...named("github-token", "gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"),
    ...named("gitlab-token", "gl(?:pat|cbt|dt|ffct|ft|imt|agent|oas|ptt|rtr?|soat|wt)-[A-Za-z0-9_.-]{20,320}|GR1348941[\\w-]{20,60}"),
    ...named("slack-token", "xoxd-[\\w%+/=\\\\.-]{40,400}|xox[a-z](?:\\.xox[bp])?-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}"),
    ...named("stripe-key", "[rsp]k_(?:live|test|prod)_[A-Za-z0-9]{10,255}"),
    ...named("google-key", "AIza[\\w-]{35}"),
    ...named("aws-key", "(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ...named("artifactory-token", "AKC[a-zA-Z0-9]{10,200}|AP[\\dA-F](?=[A-Za-z]{0,20}\\d|x)[a-zA-Z0-9]{8,200}"),
    { kind: "sendgrid-token", pattern: /SG\.(?=[\w-]{0,21}\d)[\w-]{22}\.[\w-]{38,50}/g },
    {
        kind: "launchdarkly-token",
        pattern: /(?<![\w-])(?:api|sdk|mob|launchdarkly-\w{3,10})-[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}(?![\w-])/g,
    },
    {
        kind: "license-key",
        pattern: /(?<![\w-])(?:[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}|[A-Z0-9]{7}(?:-[A-Z0-9]{7}){3}|[A-Z0-9]{8}(?:-[A-Z0-9]{8}){3})(?![\w-])/g,
        confirms: (match, { text, index }) => /(?:key|licen[cs]e|serial|token|secret|access|private)\W{0,12}$/i.test(text.slice(Math.max(0, index - 40), index)) ||
            ((match.match(/\d/g)?.length ?? 0) >= 4 && /[A-Z]\d|\d[A-Z]/.test(match)),
    },
    ...named("npm-token", "npm_[A-Za-z0-9]{36}"),
    {
        kind: "token",
        pattern: new RegExp(`${tokens_begins}(?:${rules.map(({ source }) => source).join("|")})[A-Za-z0-9_]{0,400}`, "g"),
        confirms: (match) => !isHex(match) && (entropyOf(match) < 2.8 ? filled.test(match) : /\d/.test(match) || match.length > 30),
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
function named(kind, source) {
    return [{ kind, pattern: new RegExp(`${tokens_begins}(?:${source})`, "g") }];
}

;// CONCATENATED MODULE: ./build/packages/scrub/near.js



const candidate = /(?<![\w+/.~%@$-]|:\/)(?:[A-Za-z0-9+_-]|\/(?!\/))(?:[A-Za-z0-9+/_~-]|[.:](?=[\w-])){13,500}={0,3}/g;
const strong = /(?:secret|token|passw|passphrase|credential|private|unseal|(?:api|access|auth|license|client|master|encryption|signing|account|admin|app|application|account|project|service|user|storage|function|customer|subscription|site|server|webhook|integration)[ _.-]{0,3}(?:key|pat|auth))/gi;
const weak = /key|auth(?!or)|access|license|credential|\bpat\b|(?-i:[Pp]ass|(?<=\w)PASS)\b|session|bearer/gi;
const near_open = /(?:cache|restore|primary|foreign|public|partition|sort|object|s3|gpg|pgp|rsa|ed25519|dsa|ssh|host|idempotency|group|routing|hot|answer|map|sort|cell|row|registry)[ _-]?key/i;
function isToldSecret(match, { text, index }) {
    if (isMarked(match))
        return true;
    const near = text.slice(Math.max(0, index - 80), index);
    const line = near.slice(near.lastIndexOf("\n") + 1);
    const { head, tail } = parted(match);
    if (!plain.test(match) && (isOfService(line, match) || (head !== "" && isOfService(line + head, tail))))
        return true;
    if (!/[a-z]/i.test(match))
        return false;
    if (head !== "" && (isUuid(tail) || isHex(tail)) && wordEnd.test(head))
        return !other.test(head) && !near_open.test(head);
    if (isPaired(match, line.trim() === "" ? near.trimEnd() : line))
        return true;
    const before = line.slice(-60);
    const told = last(strong, before + match) ?? last(weak, before + match);
    if (told === undefined)
        return standsAlone(match, before, text[index + match.length] ?? "");
    const glued = told.end - before.length;
    if (glued > 0 && !/^[a-z][a-z0-9]{0,30}(?:[_-][a-z]{1,20}){0,3}$/i.test(match.slice(0, glued)))
        return false;
    const value = glued > 0 ? (/^(?:[a-z]{0,12}|[A-Z]{0,12})[_:=-]{1,3}(?<value>.+)/.exec(match.slice(glued))?.[1] ?? "") : match;
    if (glued > 0 && !isUuid(value) && !/[A-Za-z0-9]{14}/.test(value))
        return false;
    const between = glued > 0 ? "" : before.slice(told.end);
    if (other.test(between) || near_open.test((before + match).slice(Math.max(0, told.end - 20), told.end)))
        return false;
    const isNext = next.test(between) && (told.isStrong || glued > 0 || /[:=]|\bis\b/.test(between) || /[A-Z_-]\w*$/.test(told.word));
    if (isNext ? !looksGiven(value) : !looksLike(value))
        return false;
    return ((!isHex(value) && !isUuid(value)) ||
        (isNext && value.length >= (/[:=]/.test(between) || glued > 0 ? 16 : told.isStrong ? 20 : 24)));
}
function parted(match) {
    const found = /^(?<head>[A-Za-z][\w.-]{0,60}?(?:[_.:=-]{1,3}|(?<=[a-z])(?=[A-Z\d]{20,}$)))(?<tail>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w-]{7,11}(?:-[\w]{4,8}){3,4}|[A-Za-z\d]{16,})$/i.exec(match);
    return { head: found?.groups?.["head"] ?? "", tail: found?.groups?.["tail"] ?? match };
}
const wordEnd = /(?:secret|token|private|(?:api|access|auth|license|account)[_.-]?key)(?:[_.-]?(?:key|tok))?[_.:=-]{1,3}$/i;
function isPaired(match, line) {
    if (!/\[REDACTED:(?!email|phone|card|iban|ssn|ip\b)[\w-]{1,40}\]["'`]?\s{0,2}[,:|/]?\s{0,2}["'`]?$/.test(line))
        return false;
    return ((match.length >= 20 && looksLike(match) && !isHex(match) && !isUuid(match)) ||
        (/["'`]$/.test(line) && match.length >= 24 && isHex(match)));
}
const next = /^\w{0,16}(?:[ _-](?:key|token|secret)s?)?["'`)\]}]{0,3}\s{0,4}(?:[:=>({"'`|-]|is\b|was\b|\s){0,6}$|^>\{?(?:\w{1,24} ){0,2}$/i;
const digest = /(?:integrity|hash|sum|digest|sha\d{0,3}|md5|etag|fingerprint|nonce|id|ref|version|ur[il]|path|file|from|resolved|content|mappings|data|map|cursor|state|build|image|commit|rev|name|host)["'`\\]{0,2}\s{0,3}[:=,(]{0,2}\s{0,3}["'`\\]{0,2}$/i;
function standsAlone(match, before, after) {
    if (match.length < 24 || isHex(match) || /[./:]/.test(match) || digest.test(before))
        return false;
    const isQuoted = /["'`]$/.test(before) && after === before.at(-1);
    if (!isQuoted && !/\w\s?=\s?$/.test(before))
        return false;
    return looksLike(match) && switches(match) >= 0.2 && !isUuid(match) && !/^0[0-7][0-9A-HJKMNP-TV-Z]{24}$/.test(match);
}
function last(words, line) {
    const found = [...line.matchAll(words)].findLast((one) => one.index + one[0].length <= line.length - 14);
    return found === undefined
        ? undefined
        : {
            end: found.index + found[0].length,
            word: line.slice(Math.max(0, found.index - 1), found.index + found[0].length),
            isStrong: words === strong,
        };
}
const plain = /^(?:\d:|v)?\d+\.\d+|^\.{0,2}\/|:\/\/|^[\w-]+@|^(?:sha\d{1,3}|md5|h1|arn|urn|base64)[-:]|^[a-z]{2}-[a-z]+-\d:|\.(?:[cm]?[jt]sx?|json|xml|ya?ml|md|go|py|rs|java|zip|gz|com|io|net|org|dev)(?![a-z0-9])/i;
function looksGiven(value) {
    if (value.length < 14 || plain.test(value) || /^[\d.,:/_+TZ-]+$/.test(value) || isNamed(value))
        return false;
    return entropyOf(value) >= 2.5 && (/\d.*\d/.test(value) || (value.length >= 20 && switches(value) >= 0.2));
}
function isNamed(value) {
    const parts = value.split(/[^A-Za-z0-9]+/);
    const words = parts.filter((part) => /^(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})(?:\d{1,4}[a-z]{0,8})?$/.test(part));
    return /^[a-z]+(?:-[a-z]+\d{0,3})+-/i.test(value) || (words.length >= 2 && parts.every(({ length }) => length < 20));
}
function looksLike(value) {
    if (value.length < 14 || /^[\d.,:/_+TZ-]+$/.test(value) || plain.test(value))
        return false;
    if (isNamed(value))
        return false;
    const digits = value.match(/\d/g)?.length ?? 0;
    return digits >= 3 && switches(value) >= 0.12 && entropyOf(value) >= 2.9;
}

;// CONCATENATED MODULE: ./build/packages/scrub/told.js


const told_named = "pass(?:word|wd|phrase|code)?|pwd|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credentials?";
const told_nothing = /^(?:true|false|null|none|string|required|\*+|\.+|…|x+|%.*|<.*|\{\{?[\w.]*\}?\}|(?:your|the|my|a|an) .*)$/i;
const told_told = [
    {
        kind: "credentials",
        pattern: new RegExp(`(?<name><[\\w.:-]{0,40}(?<word>${told_named})[\\w.-]{0,20}(?:\\s[^<>\\r\\n]{0,80})?>\\s{0,20})(?<value>[^<>\\r\\n]{3,2000})(?=</)`, "gi"),
        replacement: "$<name>",
        confirms: (_, { groups: { word = "", value = "" } }) => {
            if (told_nothing.test(value.trim()) || isReference(value.trim()) || value.includes("[REDACTED"))
                return false;
            return /^pass|pwd/i.test(word) ? !/ .* .* /.test(value) : /\d/.test(value) && /[^\s]{12}/.test(value);
        },
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:(?:docker|podman|helm|oras|crane|skopeo|buildah|nerdctl|az acr|oc)(?: registry)? login|sshpass|mysql\w{0,6}|mariadb\w{0,8}|redis-cli|ldap\w{3,8}|plink|pscp|ssh|rabbitmqadmin|mongo\w{0,8})\b[^\r\n|;&]{0,200}?\s-(?:p|P|pw|a|w)(?: ?["']?))(?!\d{1,5}(?![^\s"'])|[-$<{./~])[^\s"'|;&]{4,200}/g,
        replacement: "$<name>",
        confirms: (match, { groups: { name = "" } }) => name.startsWith("sshpass") ||
            (/ ["']?$/.test(name) || /^(?:mysql|mariadb|mongo)/.test(name)
                ? /\d|[^\w.-]|[a-z][A-Z]/.test(match.slice(name.length))
                : false),
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bidentified\s{1,3}with\s{1,3}["'`]?\w{3,40}["'`]?\s{1,3}(?:by|as)\s{1,3}(?:password\s{1,3})?["'`])[^"'`\r\n]{3,200}|(?<sql>\b(?:create|alter)\s{1,3}(?:user|role|login)\b[^;\r\n]{0,120}?\bpassword\s{1,3}["'`]?)(?!(?:expire|never|policy|null)\b|[$<:])[^\s"'`;]{3,200}/gi,
        replacement: "$<name>$<sql>",
        confirms: () => true,
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bconvertto-securestring(?: -\w{2,12}){1,4} ["']?)(?![-$<])[^\s"']{3,200}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b\w{0,30}(?:passw(?:or)?d|secret|token|api_?key)\w{0,10}\s{0,3}:?=\s{0,3}(?:[\w.]{1,40}\.)?(?:getenv|environ\.get|env|get)[([]["'][\w.-]{1,60}["'](?:,\s{0,3}|[)\]]\s{0,3}(?:or|\|\||\?\?)\s{0,3})["'])(?=[^"'\r\n]{0,200}\d)[^"'\r\n]{6,200}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bBUNDLE_[A-Z0-9_]{2,60}__[A-Z]{2,10}["']?\s?[:=]\s?["']?(?=[^\s"':]{3,80}:)|\/:_(?:authToken|auth|password)\s?=\s?["']?)(?![$<{%[])[^\s"']{6,400}/g,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>(?:key|salt)\d?["']?\s{0,3}(?:[:=]|=>|,)\s{0,40}(?<open>["']))(?<value>(?:(?!\k<open>)[^\r\n\\]){20,500})(?=\k<open>)/gi,
        replacement: "$<name>",
        confirms: (_, { groups: { value = "" } }) => isPhrase(value),
    },
    {
        kind: "credentials",
        pattern: new RegExp(`(?<name>\\b(?:key|name)["']?(?:\\s{0,3}[:=]\\s{0,3}["']?|>)[\\w.-]{0,40}(?:${told_named}|\\bpass)(?:["']|</\\w{1,20}>)?,?\\s{0,40}["'<]?value["']?(?:\\s{0,3}[:=]\\s{0,3}["']?|>))(?<value>[^\\s"'<>]{3,500})`, "gi"),
        replacement: "$<name>",
        confirms: (_, { groups: { name = "", value = "" } }) => !told_nothing.test(value) &&
            !isReference(value) &&
            (/pass|pwd/i.test(name) || (/\d/.test(value) && value.length >= 8)),
    },
    {
        kind: "credentials",
        pattern: /(?<name>\/api\/v1\/)[A-Za-z0-9]{20}(?=\/(?:telemetry|attributes|rpc)\b)/g,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: new RegExp(`(?<name>\\b(?:pass(?:word|phrase)?|secret|token|(?:access|api|private|license)[ _-]key)\\b[^\\r\\n]{0,50}(?:\\r?\\n[ \\t]{0,40}){1,2})(?<value>[A-Za-z0-9+/_.=:~-]{16,200})(?=[ \\t]{0,8}\\r?(?:\\n|$))`, "gi"),
        replacement: "$<name>",
        confirms: (_, { groups: { value = "" } }) => !/^(?:\/|\.|https?:|sha\d|[\w.-]+[/.][a-z]+$|-+|=+|[\d.:TZ-]+$|[A-Za-z]+(?:[-_.][A-Za-z]+)*:?$)/.test(value) &&
            (/\d.*\d/.test(value) || isMixed(value)) &&
            entropyOf(value) >= 3,
    },
];
const told_open = /^[A-Za-z0-9+/]+$/;
const wrapped = /PRIVATE KEY-----|"kty"\s*:|"private_key"|\bclient-key-data\b|\baws_secret_access_key\s*[:=]|"auths"\s*:/;
const encoded = [
    {
        kind: "private-key",
        pattern: /(?<![\w+/-])(?:MII[A-Za-z0-9+/]{3,5}(?:BAA[JK]|IBADANBg)|(?:M[CE]|MI)[A-Za-z0-9+/]{4}CAQAw[A-Za-z0-9+/]{2}YHKoZI|TlRMTVNTU)[A-Za-z0-9+/\s]{0,8}(?:[A-Za-z0-9+/=]{10,20000}\s{0,40}){1,100}/g,
    },
    {
        kind: "private-key",
        pattern: /(?<![\w+/=-])[A-Za-z0-9+/]{60,20000}(?:(?:\r?\n|\\n)[ \t]{0,20}[A-Za-z0-9+/]{60,100}){0,200}(?:(?:\r?\n|\\n)[ \t]{0,20}[A-Za-z0-9+/]{1,100}(?=={0,2}\s))?={0,2}(?![\w+/-])/g,
        confirms: (match, { text: whole, index }) => {
            if (!told_open.test(match.slice(0, 60)) || whole.slice(Math.max(0, index - 7), index) === "base64,")
                return false;
            const text = Buffer.from(match.replaceAll("\\n", ""), "base64").toString("latin1");
            return /^[\t\n\r -~]{30}/.test(text) && wrapped.test(text);
        },
    },
];

;// CONCATENATED MODULE: ./build/packages/scrub/shapes.js







const shapes_named = String.raw `[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----`;
const header = `-----BEGIN${shapes_named}`;
const newline = String.raw `(?:\r?\n|(?:\\r)?\\n)`;
const shapes = [
    {
        kind: "private-key",
        pattern: new RegExp(`${header}(?:[^-]|-(?!----)){0,20000}-----END${shapes_named}`, "gi"),
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
    ...encoded,
    ...tokens_tokens,
    {
        kind: "slack-webhook",
        pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{20,100}/g,
    },
    {
        kind: "webhook",
        pattern: /\b(?:[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook|hooks\.zapier\.com\/hooks|api\.hubapi\.com\/webhooks|chat\.twilio\.com\/v2\/Services|maker\.ifttt\.com\/trigger|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks)\/[\w/@-]{20,300}/gi,
    },
    {
        kind: "webhook",
        pattern: /\/(?:web)?hooks?\/(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/[\w-]{20,100}/gi,
        confirms: (match) => /\d.*\d.*\d/.test(match.slice(-20)),
    },
    {
        kind: "aws-secret",
        pattern: /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "jwt",
        pattern: /\bey(?:[JI]|(?=[A-Za-z]?\d|[A-Z]\d)[A-Za-z])[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_/+-]{0,4000}={0,2}){0,3}/g,
    },
    ...hashes,
    { kind: "jwt", pattern: /\bZXlK[A-Za-z0-9+/_-]{40,8000}={0,2}/g },
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
        confirms: (match) => /\d/.test(match) || match.length >= 26,
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
        pattern: /(?<scheme>\b(?:mongodb(?:\+srv)?|postgres(?:ql)?|mysql2?|mariadb|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|couchbases?|neo4j|bolt|influxdb|rediss?|amqps?|kafka|nats|mqtts?|stomp|ldaps?|s?ftps?|smtps?)(?:\+\w{1,20})?:\/\/)(?!\[REDACTED)[^\s/?#"'<>`[\]:@]{0,100}:(?!\d{1,5}[/?#,])(?:(?!:\/\/)[^\s"'<>`]){1,200}(?=@[\w.[\]-]{1,250}(?:[:/?,"'\s<`]|$))/gi,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\bcurl\b(?:[^\r\n]|\\\r?\n){0,1000}?\s(?:-u|--user|--proxy-user|-U)[ =]{0,3}["']?)(?![<$])(?:[^\s"']{1,100}":"[^\s"']{3,200}|[^\s"':]{0,100}:[^\s"']{3,200}|[^\s"':]{3,100}:(?=["']))/g,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:login|user(?:name)?|u):?\s{1,9}\S{1,100}\s{1,9}(?:password:?|pw:?|p:)\s{1,9})(?!\[REDACTED|[=:|&])\S{3,200}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>(?:[?&]|, ?)(?:sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token)|key|code|hmac|auth|st|assertion|ticket|awsaccesskeyid)=)[\w%+/=~.:-]{12,2000}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<quote>["'`])(?<name>)[^"'`\r\n\\]{3,500}(?=\k<quote>\)?\s{0,3}[!=]==?\s{0,3}[\w.$]{0,40}(?:passw(?:or)?d|secret|api_?key|private_?key)\w{0,20}\b)/gi,
        replacement: "$<quote>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:infura\.io|alchemy(?:api\.io|\.com)|quiknode\.pro|(?:chainstack|ankr|blastapi|getblock)\.\w{2,4})\/(?:(?:v\d|ws|rpc|\w{1,20})\/){0,2})[\w-]{24,80}(?![\w-])/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:identified\s{1,3}by(?:\s{1,3}password)?(?=\s{0,3}\\{0,2}["'`])|(?-i:IDENTIFIED\s{1,3}BY(?:\s{1,3}PASSWORD)?)|convertto-securestring(?: -string)?|password\s{1,3}for\s{1,3}\S{1,60}:)\s{0,3}\\{0,2}["'`]?)(?![$<[-])[^\s"'`;]{3,200}/gi,
        replacement: "$<name>",
    },
    ...told_told,
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
    ...lists,
    {
        kind: "credentials",
        pattern: /(?<name>^[ \t]{1,8}[\w.-]{1,80}:[ \t]{0,8}(?:[|>][-+]?\s{1,20})?["']?)(?=[a-z]{0,200}[A-Z\d=+/])[A-Za-z0-9+/]{10,}={0,3}(?=["']?[ \t]{0,8}$)/gm,
        replacement: "$<name>",
        confirms: (_, { text, index }) => /\bkind:[ \t]{0,8}["']?secret\b/i.test(text.slice(Math.max(0, index - 1000), index + 1000)),
    },
    { kind: "credentials", pattern: candidate, confirms: isToldSecret },
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
    const end = text[index + length];
    return (/["'`]/.test(quote) && end === quote) || (line.endsWith(">{") && end === "}") || telling.test(line);
}

;// CONCATENATED MODULE: ./build/packages/scrub/scrub.js




function createScrubber({ secrets, ipAddresses = false }) {
    const known = knownValues(secrets);
    const others = [...personal, ...(ipAddresses ? addresses : [])];
    const text = (raw) => {
        const safe = known === undefined ? raw : outside(raw, known, "[REDACTED:secret]");
        if (safe.length < 6)
            return safe;
        const { add, hide } = repeated();
        const found = shapes.reduce((so, shape) => redact(so, shape, add), safe);
        return others.reduce((so, shape) => redact(so, shape), hide(found));
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
function redact(text, { kind, pattern, replacement = "", confirms }, tell = () => undefined) {
    return text.replace(pattern, (match, ...rest) => {
        const last = rest.at(-1);
        const groups = typeof last === "object" ? last : {};
        const index = rest.find((one) => typeof one === "number") ?? 0;
        if (confirms?.(match, { text, index, groups }) === false)
            return match;
        const kept = replacement.replaceAll(/\$<(\w+)>/g, (_, name) => groups[name] ?? "");
        tell(match.slice(kept.length));
        return `${kept}[REDACTED:${kind}]`;
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
