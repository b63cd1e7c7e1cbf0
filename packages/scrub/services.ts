import { isHex, isUuid, switches } from "./randomness.ts";

/** Between the word and the value, these say that it is something else. */
export const other =
  /\b(?:commit|sha\d*|digest|hash|checksum|md5|rev(?:ision)?|ref|branch|version|etag|fingerprint|integrity|image|file|path|url|uri|host|endpoint|domain|e-?mail|trace|span|request|run|job|build|layer|resolved|from|into|nonce|cursor|chunk|tree|parent|blob|scope|type|expires?|at)\b["'`]{0,2}\s{0,3}[:=]?|\[id=|sha\d{1,3}[-:]|\w:\\|base64,/i;

/**
 * Services whose keys have no shape of their own, and how such services like to call themselves. Names only: a UUID or a
 * digest right behind one is its key, behind any other word it is what it says.
 */
const names =
  "abuseipdb|deepseek|mistral|openrouter|accuweather|adafruit|adzuna|aeroworkflow|agora|aha|ai21|alchemy|airvisual|aiven|algolia|ambee|amadeus|amplitude|anypoint|apacta|apideck|apify|apifonica|appcues|appfollow|assemblyai|autodesk|autoklose|avaza|axonaut|aylien|ayrshare|bannerbear|baremetrics|beamer|besnappy|besttime|billomat|bitfinex|bitmex|blazemeter|blocknative|boostnote|braintree|brandfetch|browserstack|browshot|bugherd|bugsnag|bulbul|caflou|calendarific|campayn|captaindata|cashboard|censys|cerebras|chartmogul|chatfule|checkvist|cicero|clarifai|clickup|clockify|cloud(?:convert|elements|flare|image|inary|mersive|plan|smith)|cloze|coda|codacy|codeclimate|coinbase|companyhub|convertkit|dandelion|dareboost|databox|datadog|datagov|debounce|deepai|deepgram|delighted|detect(?:ify|language)|dfuse|diffbot|dnscheck|docusign|documo|dovico|dwolla|dyspatch|edamam|enablex|eventbrite|everhour|fastforex|feedier|finage|findl|finnhub|flickr|flight(?:api|labs|stats)|form(?:bucket|craft|site)|foursquare|freshdesk|freshworks|fullstory|geo(?:apify|code|codify|codio|ip\\w*)|getresponse|gitter|glassnode|graph(?:cms|hopper)|greptile|gumroad|guru|happyscribe|hellosign|helpscout|hiveage|honeycomb|hybiscus|iconfinder|iexcloud|imagga|infura|insightly|instabot|intrinio|invoiceocean|ip(?:2location|geolocation|info|quality|stack)|jira|jotform|jumpcloud|juro|kanban|karma|keenio|kickbox|klaviyo|knapsack|kontent|kucoin|kylas|launchdarkly|lemlist|live(?:agent|storm)|loadmill|locationiq|loggly|logzio|luno|magicbell|mail(?:chimp|erlite|gun|jet|modo|sac)|mandrill|map(?:box|quest)|maxmind|meistertask|messagebird|metaapi|metrilo|miro|mite|mixpanel|mockaroo|monkeylearn|moonclerk|moosend|moralis|mux|myintervals|nethunt|nexmo|nftport|nightfall|nozbe|numverify|nutritionix|nylas|oanda|omnisend|one(?:desk|login|signal)|oopspam|open(?:cage\\w*|uv|weather)|optimizely|packagecloud|pagerduty|pandadoc|paperform|parse(?:hub|ur)|paydirt|paystack|pivotaltracker|pixabay|planview|plivo|podio|poloniex|postman|postmark|proxycrawl|pubnub|pusher|qualaroo|railway|rapidapi|raven|rawg|razorpay|reachmail|rebrandly|recaptcha|redhat\\w*|refiner|rentman|requestfinance|restpack|ringcentral|ritekit|route4me|runscope|satismeter|saucelabs|scaleway|scrutinizer|securitytrails|sendbird|sendgrid|shippo|shodan|shortcut|shotstack|shutterstock|sign(?:able|alwire|aturit|upgenius)|simplynoted|sirv|skrapp|smartsheets?|snipcart|snowflake|sparkpost|spotify|squarespace|statuscake|stitchdata|stormglass|storyblok|strava|stytch|surveybot|survey(?:anyplace|sparrow)|sumologic|tatum|teamwork|telnyx|thousandeyes|tiingo|timecamp|timezoneapi|todoist|toggl|tomtom|tradier|transferwise|travelpayouts|trello|twelvedata|twilio|typetalk|ubidots|uclassify|unsplash|uplead|uploadcare|uptimerobot|urlscan|userstack|vatlayer|vbout|vercel|virustotal|visualcrossing|voodoosms|vouchery|vultr|walkscore|wandb|weather(?:bit|stack)|webex|websitepulse|wepay|whoxy|wistia|worksnaps|wrike|yelp|zapier|zenkit|zenrows|zenserp|zeplin|zerobounce|zipcodeapi|zhipu|zonka|zulip|[a-z]{3,12}(?:crm|sms|layer|scrape|scraping|scraper|currency|stack|(?<!web|rest|open|http|fast|graph)api)";

const service = new RegExp(`(?<![a-z])(?:${names})(?<after>.{0,40})$`, "is");
/** Up to three short words, and what assigns, joins or opens. */
const joined = /^\w{0,16}(?:[\s_.:=>"'`({[|,-]{1,5}\w{0,14}){0,3}[\s_.:=>"'`({[|,-]{0,5}$/;
const told = /secret|token|key|pass|auth|private|access|credential|_id\b/i;
const released =
  /\b(?:releases?|deploy\w*|event|issue|tag|pull|push|action|orb|package|bundle|artifact|snapshot|container|pipeline|workflow|task|group|created?|status|error|line)\b/i;

/** Whether a value that is drawn stands right behind the name of a service, `before` being the same line until there. */
export function isOfService(before: string, value: string): boolean {
  if (value.length < 14 || !/\d.*\d|[a-z][A-Z].*[a-z][A-Z]|^[A-Za-z]{20,}$/.test(value)) return false;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return false;
  const after = service.exec(before.slice(-80))?.groups?.["after"];
  if (after === undefined || !joined.test(after) || other.test(after) || released.test(after)) return false;
  if (isUuid(value)) return true;
  if (value.length < 16 || !/\d/.test(value)) return told.test(after);
  if (/^\d+$/.test(value)) return told.test(after);
  if (isHex(value)) return value.length >= 20;
  return switches(value) >= 0.1 || told.test(after);
}
