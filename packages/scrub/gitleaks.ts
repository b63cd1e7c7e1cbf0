/*! Made by scripts/secret-rules.ts from the rules of gitleaks 8.30.1, MIT licence, Copyright (c) 2019 Zachary Rice. */

/** Tokens that their own shape gives away: a line for each who issues them, its name and the expression. */
export const issued = String.raw`
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

/** Who issues secrets without a shape: near such a name a random value is one. */
export const issuers =
  "adafruit|adobe|airtable|algolia|alibaba|artifactory|asana|atatt3|atlassian|beamer|bintray|bitbucket|bittrex|cloudflare|co[_-]?api[_-]?key|codecov|cohere|coinbase|confluence|confluent|contentful|datadog|discord|dnkey|droneci|dropbox|etsy|facebook|fastly|finicity|finnhub|flickr|freshbooks|gitter|gocardless|heroku|hubspot|intercom|jfrog|jira|kraken|kucoin|launchdarkly|linear|linked[_-]?in|linkedin|looker|mailchimp|mailgun|mapbox|mattermost|meraki|message[_-]?bird|messagebird|netlify|new[_-]?relic|new[_-]?york[_-]?times|newrelic|newyorktimes|nrak|nrii[_-]?|nrjs[_-]?|nytimes|okta|plaid|private[_-]?ai|privateai|rapidapi|sendbird|sentry|snyk|sonar|squarespace|sumo|telegr|tfp[_-]?|travis|twitch|twitter|xray|yandex|zendesk";
