import { passageText } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { contactClaim } from "./contact-claims.ts";

const REQUEST =
  /\b(?:talk|speak|chat) (?:to|with) (?:a |an |some |the )?(?:real )?(?:person|human|someone|somebody|coordinator|people|agent|expert)\b|\b(?:connect|transfer) me\b|\bhuman (?:please|help)\b|puhua (?:ihmisen|jonkun|koordinaattorin|asiantuntijan|oikean ihmisen) kanssa|(?:yhdistä|ohjaa) (?:minut )?(?:ihmiselle|koordinaattorille|asiantuntijalle)|prata med (?:en |någon )?(?:riktig )?(?:människa|person|någon|koordinator|samordnare|expert)|(?:koppla|kopplas) (?:mig )?(?:till|vidare)/iu;

/** Tells whether somebody wants a person rather than the assistant. */
export function isHandoffRequest(text: string): boolean {
  return REQUEST.test(text);
}

/**
 * Names people to ask: those of the park last talked about, else those of the network.
 *
 * @param context.topic Name of what was last talked about.
 */
export function answerHandoff(
  language: Language,
  context: { view: KnowledgeView; topic: string | undefined; reader: Reader },
): ReplyDraft {
  const lines: AnswerLine[] = [{ frame: TEXTS[language].handoff }, ...contacts(language, context)];
  return composeReply({ language, intent: "handoff", lines });
}

/** Published contacts of the parks that a text names, else of the network, else of the nearest document. */
export function contacts(
  language: Language,
  context: { view: KnowledgeView; topic: string | undefined; reader: Reader },
): AnswerLine[] {
  const { view, topic, reader } = context;
  const parkIds = view.index.lexicon
    .match(topic ?? "", language)
    .filter(({ concept }) => concept.kind === "park")
    .map(({ concept }) => concept.id.slice("park:".length));
  const visible = (view.index.tables.contacts ?? []).filter((row) => mayRead(reader, row.visibility));
  const wanted = [...parkIds, "circular-economy-centre", "eco-industrial-park-network"];
  for (const subject of wanted) {
    const rows = visible.filter((row) => row.subject === subject);
    const names = [...new Set(rows.map((row) => row.name))];
    if (names.length === 0) continue;
    const park = view.index.tables.parks?.find((row) => row.id === subject);
    return names.map((name) => ({
      prefix: "- ",
      claim: contactClaim(
        rows.filter((row) => row.name === name),
        { language, view, ...(park === undefined ? {} : { park }) },
      ),
    }));
  }
  return passageContacts(view, topic);
}

/** Without a table of contacts: the contact block of a passage on the topic, else the first there is. */
function passageContacts(view: KnowledgeView, topic: string | undefined): AnswerLine[] {
  const withContact = view.index.passages.filter(
    (passage) => passage.visibility === "public" && passage.sentences.some(({ kind }) => kind === "contact"),
  );
  const passage =
    withContact.find((candidate) => topic !== undefined && passageText(candidate).includes(topic)) ??
    withContact[0];
  const contact = passage?.sentences.find(({ kind }) => kind === "contact");
  const source = passage?.sources[contact?.sources[0] ?? 0];
  if (passage === undefined || contact === undefined || source === undefined) return [];
  const text = passageText(passage);
  return [
    {
      prefix: "- ",
      claim: { text: contact.text, sources: [{ ...source, passage: text, language: passage.language }] },
    },
  ];
}
