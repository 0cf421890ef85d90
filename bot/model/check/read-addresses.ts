/** Addresses of a text, and the text with blanks in their places. */
export interface AddressesOf {
  links: string[];
  mails: string[];
  /** Digits alone, without a leading zero or country code. */
  phones: string[];
  rest: string;
}

const MAIL = /[\p{L}\d._%+-]+(?:@|\s?\(at\)\s?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]"”]+|(?<![\p{L}\d@.-])(?:[\p{L}\d-]+\.)+(?:fi|com|org|net|eu|se|io|info|example|gov|app|dev|ai|ru|cn|me|ly|xyz|site|online|link)(?![\p{L}\d])(?:\/[^\s<>()[\]"”]*)?/giu;
const PHONE = /(?<![\p{L}\d])(?:\+|00|0)\d(?:[\s()-]?\d){5,}/gu;

/** Reads web addresses, mail addresses and phone numbers; whatever looks like one counts. */
export function readAddresses(text: string): AddressesOf {
  const found: AddressesOf = { links: [], mails: [], phones: [], rest: text };
  const take = (pattern: RegExp, keep: (match: string) => void) => {
    found.rest = found.rest.replace(pattern, (match) => {
      keep(match);
      return " ".repeat(match.length);
    });
  };
  take(MAIL, (match) => found.mails.push(match.toLowerCase().replace(/\s?\(at\)\s?/, "@")));
  take(LINK, (match) => found.links.push(plainLink(match)));
  take(PHONE, (match) => found.phones.push(plainPhone(match)));
  return found;
}

/** The same address for "https://www.example.fi/" and "example.fi". */
function plainLink(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/.,;:!?'”]+$/, "");
}

function plainPhone(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(?:00)?358|^0+/, "");
}
