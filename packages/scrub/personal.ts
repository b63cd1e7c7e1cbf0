import { isIPv6 } from "node:net";

import { isCardNumber } from "./cards.ts";
import type { SecretShape } from "./shapes.ts";

/** What tells who a person is, or how to reach them or their money. */
export const personal: readonly SecretShape[] = [
  {
    kind: "email",
    pattern:
      /(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9:/])/g,
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
    // With its country, E.164 or grouped.
    pattern: /(?<![\w+.=/-])\+[1-9]\d{0,2}(?:[ .\-/]?\(?\d{1,5}\)?){2,6}(?:x\d{1,6})?(?![\w-]|\.\d)/g,
    confirms: (match) => /^\D*(?:\d\D*){9,15}(?:x\d+)?$/.test(match),
  },
  {
    kind: "ssn",
    // However it is grouped, where it is called so; and in groups where it begins with the nought that no count has.
    pattern:
      /(?<name>\b(?:ssn|social[ -]security(?:[ -](?:number|no|nr))?)\b(?:["']?\s{0,3}[:=#]|\s{1,3}is)?\s{0,3}["']?)(?!000|666|9)\d{3}[-. ]?\d{2}[-. ]?\d{4}(?!\d)|(?<![\w.-])(?!000)0\d{2}(?<by>[. ])(?!00)\d{2}\k<by>(?!0000)\d{4}(?![\w-]|\.\d)/gi,
    replacement: "$<name>",
  },
  {
    kind: "phone",
    // North America, as it is written there, perhaps with a country before it.
    pattern:
      /(?<![A-Z\d_.:/-])(?:(?:\+?1|001|\d{2})[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.](?=\d{3}[-.]))[2-9]\d{2}[-.]\d{4}(?:x\d{1,6})?(?![\w-]|\.\d)/g,
  },
  {
    kind: "phone",
    // Whatever its form, where it is called so.
    pattern:
      /(?<name>\b(?:(?:tele?phone|phone|mobile|cell|fax|tel|whatsapp|sms)(?:[_ -]?(?:number|no|nr))?|(?:call|ring|dial|text)(?: (?:me|us|him|her|them))?(?: (?:at|on))?(?= )|(?:my|your|his|her|our|their|contact)(?: \w{1,20})? number)["']?\s{0,3}(?:[:=.]|\bis\b)?\s{0,3}["']?)\+?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?:x\d{1,6})?(?![\d.]|[\w-]{3})/gi,
    replacement: "$<name>",
  },
];

/** Addresses of machines, which may be those of people: taken out by option. */
export const addresses: readonly SecretShape[] = [
  {
    kind: "ip",
    pattern:
      /(?<![\w:.])(?:[0-9a-f]{1,4})?:(?:[0-9a-f]{0,4}:){1,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?:%\w{1,15})?(?![\w:])/gi,
    // `a::b` is a name in several languages, and the machine itself nobody.
    confirms: (match) => isIPv6(match.replace(/%.*/, "")) && /\d/.test(match) && !/^[0:]*:0*1?$/.test(match),
  },
  {
    kind: "ip",
    pattern:
      /(?<![\w.-])(?!127\.|0\.0\.0\.0|255\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/g,
  },
];

/** Length of an account number by its country (ISO 13616). */
const lengths =
  "NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 CR21 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC32 LC32 RU33";

function isIban(text: string): boolean {
  const account = text.replaceAll(" ", "");
  if (!lengths.includes(`${account.slice(0, 2)}${account.length}`)) return false;
  const digits = `${account.slice(4)}${account.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}
