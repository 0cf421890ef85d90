import { recordName } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ContactRecord, ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Attribute } from "../understand/attributes.ts";
import type { Claim } from "./compose-reply.ts";
import { rowSources } from "./row-sources.ts";

/** The people of a park from the table of contacts, one claim each; nothing when an e-mail is asked and none is known. */
export function contactAnswer(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView },
): { claims: Claim[]; disagree: boolean } | undefined {
  const { park, language, reader, view } = context;
  const rows = (view.index.tables.contacts ?? []).filter(
    (row) => row.subject === park.id && mayRead(reader, row.visibility),
  );
  const people = new Map<string, ContactRecord[]>();
  for (const row of rows) people.set(row.name, [...(people.get(row.name) ?? []), row]);
  if (attribute === "email" && !rows.some((row) => row.email !== undefined)) return undefined;
  const hidesNote = people.size > 1;
  const claims = [...people.values()].map((person) =>
    contactClaim(person, { park, language, view, hidesNote }),
  );
  return { claims, disagree: people.size > 1 };
}

/** One person over all sources that name them. */
export function contactClaim(
  person: readonly ContactRecord[],
  context: {
    park?: ParkRecord;
    subject?: string;
    language: Language;
    view: KnowledgeView;
    hidesNote?: boolean;
  },
): Claim {
  const { language, view } = context;
  const subject = context.park === undefined ? context.subject : recordName(context.park, language);
  const values = (key: "phone" | "email") => [
    ...new Set(person.map((row) => row[key]).filter((value) => value !== undefined)),
  ];
  const [first] = person;
  const role = first?.[`role_${language}`];
  const years = [...new Set(person.map((row) => row.year).filter((year) => year !== undefined))];
  const note = person.map((row) => row[`note_${language}`]).find((text) => text !== undefined);
  const details = [first?.name, ...values("phone"), ...values("email")].join(", ");
  const who = [subject, role].filter((part) => part !== undefined).join(", ");
  const year = years.length === 0 ? "" : ` (${years.join(", ")})`;
  const text = `${who}: **${first?.name}**${details.slice(first?.name.length)}${year}.${note === undefined || context.hidesNote === true ? "" : ` ${note}`}`;
  const sources = person.flatMap((row) =>
    rowSources(row, { file: "contacts.csv", view, language, passage: text.replaceAll("**", "") }),
  );
  return { text, sources };
}
