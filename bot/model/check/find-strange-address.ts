import type { KnowledgeView } from "../../knowledge-view.ts";
import { oncePer } from "../../once-per.ts";
import type { AnswerSource } from "../answer-source.ts";
import type { AddressesOf } from "./read-addresses.ts";

/**
 * Finds an address of a sentence that may not be shown. A mail address and a phone number must stand in a contact or a
 * row of a source it cites, a web address in the words of one, and its site must be one that the knowledge cites.
 */
export function findStrangeAddress(
  told: AddressesOf,
  { sources, view }: { sources: readonly AnswerSource[]; view: KnowledgeView },
): string | undefined {
  const contacts = sources.flatMap(({ sentences }) =>
    sentences
      .filter(({ sentence }) => sentence.kind === "contact" || sentence.kind === "row")
      .map(({ evidence }) => evidence.addresses),
  );
  const bodies = sources.map(({ body }) => body.addresses);
  return (
    told.mails.find((mail) => !contacts.some(({ mails }) => mails.includes(mail))) ??
    told.phones.find((phone) => !contacts.some(({ phones }) => phones.includes(phone))) ??
    told.links.find(
      (link) =>
        !bodies.some(({ links }) => links.includes(link)) ||
        !hostsOf(view).has(link.replace(/[/?#:].*$/, "")),
    )
  );
}

/** Hosts of what the knowledge cites: an address that nobody has entered as a source is led to by no answer. */
const hostsOf = oncePer(
  (view: KnowledgeView): ReadonlySet<string> =>
    new Set(
      view.index.passages.flatMap(({ sources }) =>
        sources.flatMap(({ source }) =>
          URL.canParse(source) ? [new URL(source).hostname.replace(/^www\./, "")] : [],
        ),
      ),
    ),
);
