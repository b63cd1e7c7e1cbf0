/** First digits and lengths of the card networks: Visa, Mastercard, American Express, Discover, JCB, Diners, Maestro, UnionPay, Mir. */
const network =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|(?:1800|2131)\d{11}|3[068]\d{12}|62\d{14,17}|220[0-4]\d{12}|(?:50(?:18|20|38)|5[678]\d\d|6304|6759|676[1-3])\d{8,15})$/;

/** As cards are printed: not a size beside a date. */
const grouped = /^(?:\d+|\d{4}(?<by>[ -])\d{4}\k<by>\d{4}\k<by>\d{1,7}|\d{4}(?<sign>[ -])\d{6}\k<sign>\d{4,5})$/;

/** Whether digits, perhaps in groups, are a card number: a network's shape and Luhn's check digit. */
export function isCardNumber(text: string): boolean {
  if (!grouped.test(text)) return false;
  const digits = text.replaceAll(/[ -]/g, "");
  return network.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = digit * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
