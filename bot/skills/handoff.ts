import { isForReader, passageText } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { remember } from "../remember.ts";
import { TEXTS } from "../texts.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { contactClaim } from "./contact-claims.ts";

/** People whom somebody may want instead of the assistant. */
const PERSON = {
  en: "(?:person|human(?: being)?|someone|somebody|anyone|anybody|coordinator|people|agent|expert|specialist|adviser|advisor|staff member|employee|representative)",
  fi: "(?:ihmisen|jonkun|jonkin ihmisen|koordinaattorin|asiantuntijan|neuvojan|asiakaspalvelijan|työntekijän|yhteyshenkilön)",
  fiTo: "(?:ihmiselle|jollekulle|jollekin|koordinaattorille|asiantuntijalle|neuvojalle|asiakaspalvelijalle|asiakaspalveluun|yhteyshenkilölle)",
  fiFrom: "(?:ihmiseltä|joltakulta|joltain|koordinaattorilta|asiantuntijalta|neuvojalta|asiakaspalvelijalta)",
  fiTouch:
    "(?:ihmiseen|johonkuhun|johonkin ihmiseen|koordinaattoriin|asiantuntijaan|asiakaspalveluun|asiakaspalvelijaan)",
  sv: "(?:människa|person|någon|nån|koordinatorn?|samordnaren?|expert|rådgivare|handläggare|anställd|kundtjänst|människor)",
};

const REAL = {
  en: "(?:real |live |actual |human )?",
  fi: "(?:oikean |elävän )?",
  sv: "(?:riktig |levande |verklig )?",
};
const ARTICLE = "(?:a |an |some |the |your |one of the |one of your )?";

/** Ways of asking for a person; a question about people or their contact details is none. */
const REQUESTS = [
  `\\b(?:talk|speak|chat|get in touch|get in contact) (?:to|with) ${ARTICLE}${REAL.en}${PERSON.en}\\b`,
  `\\b(?:connect|transfer|hand|put) me (?:over |through )?(?:to|with)\\b|\\b(?:connect|transfer) me\\b`,
  "\\bhuman (?:please|help)\\b|^(?:a |an )?(?:real |live )?(?:human|person|agent|coordinator)(?:,? please)?[\\s!.?]*$",
  `\\b(?:i (?:need|want|would like|prefer)|i'd (?:like|prefer|rather have)|give me|get me) ${ARTICLE}(?:real |live |actual |human )?(?:person|human|agent)\\b`,
  `\\b(?:ask|contact|reach|message) (?:an? |some |the |your )${REAL.en}(?:person|human|coordinator)(?: (?:about|instead|please|for me|directly)|[\\s!.?]*$)`,
  "\\b(?:can|could|would|will) (?:someone|somebody|anyone|anybody|a (?:person|human|coordinator))(?: (?:from|at|in|on|of) (?:your|the) (?:team|staff|office|side|network))? (?:please )?(?:get back to|call|contact|help|answer|talk to|write to|reach) me\\b",
  // Whoever says "a real human" hardly means anything else.
  "^(?:\\S+ ){0,9}(?:(?:real|actual|living) (?:human|person)|oikea\\p{L}* ihmi\\p{L}+|(?:riktig|verklig|levande) (?:människa|person))(?: (?:here|there|please|instead|for me|täällä|siellä|kiitos|här|där|tack|i stället))?[\\s!.?]*$",
  "\\b(?:someone|somebody|anyone|anybody|a (?:person|human))(?: \\p{L}+){0,4} (?:phone|call|ring|contact|help|get back to|write to) (?:me|us)\\b",
  "(?<!\\p{L})joku(?: \\p{L}+){0,3} (?:(?:soittaa|vastata|kirjoittaa|neuvoa|auttaa) (?:minulle|mulle|meille|minua|meitä)|ottaa (?:minuun |meihin )?yhteyttä)",
  "(?<!\\p{L})(?:någon|nån)(?: \\p{L}+){0,3} (?:ringa|kontakta|hjälpa|höra av sig till|skriva till) (?:mig|oss)(?!\\p{L})",
  "\\b(?:i|we)(?:'d| would| want)?(?: like| need)?(?: to)? (?:consult|ask|see|meet) (?:a|an|the|your) (?:expert|specialist|adviser|advisor)(?: (?:about|on) (?:this|it|that))?[\\s!.?]*$",
  "(?<!\\p{L})(?:anna|antakaa|haluan|haluaisin) (?:(?:minulle|mulle|meille) )?(?:oikea |elävä )?ihminen(?!\\p{L})",
  "(?:vill|skulle vilja) (?:gärna )?(?:rådfråga|konsultera|fråga|träffa) (?:en|någon) (?:sakkunnig|expert|rådgivare)(?: om (?:det|saken|detta))?[\\s!.?]*$",
  "(?<!\\p{L})ge (?:mig|oss) en (?:riktig |levande )?människa(?!\\p{L})",
  "\\b(?:is there|do you have) (?:any|some)(?:body|one)(?: \\p{L}+){0,3} (?:i|we) (?:can|could|may|might) (?:talk|speak|chat)(?: (?:with|to))?(?: about (?:this|it|that|the matter|my case))?[\\s!.?]*$",
  "(?:onko|olisiko)(?: \\p{L}+)? (?:ketään|joku|jotakuta),? (?:jonka|kenen) kanssa (?:\\p{L}+ ){0,2}(?:puhua|jutella|keskustella)(?: (?:tästä|asiasta|siitä|asiastani))?[\\s!.?]*$",
  "finns det (?:någon|nån)(?: \\p{L}+){0,3} (?:jag|vi) (?:kan|kunde|skulle kunna) (?:få )?(?:tala|prata|diskutera)(?: med)?(?: om (?:saken|det|det här|detta))?[\\s!.?]*$",
  "\\b(?:send|forward|pass|hand|give) (?:on |over )?(?:my|this|the) question (?:on |over )?to\\b",
  `(?:puhua|jutella|keskustella|chatata|asioida) (?:jonkun )?${REAL.fi}${PERSON.fi}(?: ihmisen)? kanssa`,
  `(?:puhua|jutella|soittaa) (?:oikealle |elävälle )?${PERSON.fiTo}`,
  `(?:yhdistä|yhdistäkää|ohjaa|siirrä|yhdistätkö|ohjaatko) (?:minut |mut )?(?:oikealle |elävälle )?${PERSON.fiTo}`,
  `(?:välitä|lähetä|siirrä|välitätkö|lähetätkö|välittää|lähettää) (?:tämä |tämän |minun )?(?:kysymykseni|kysymyksen|kysymys|viestini) (?:eteenpäin )?${PERSON.fiTo}`,
  `(?:kysyä|kysyn|kysyisin|kysy|kysytkö) (?:tätä |tästä |tämän |sitä |siitä |asiaa |asiasta |asiani |suoraan |mieluummin |vielä |myös )*(?:oikealta |elävältä )?${PERSON.fiFrom}`,
  `(?:ottaa|otan|otetaan) yhteyttä ${PERSON.fiTouch}`,
  `(?:sais(?:i|in|inko|imme|immeko|iko|ko)|saa(?:n|nko|ko|mmeko)|haluan|haluaisin|haluamme|pääsen|pääsisin) yhteyden (?:oikeaan |elävään |johonkin |johonkuhun )*(?:${PERSON.fiTouch}|asiakaspalvelijaan)`,
  "^(?:haluan |haluaisin |tarvitsen )?(?:oikean |elävän )?ihmisen(?: apua)?(?:,? kiitos)?[\\s!.?]*$|ihmisen apua",
  `(?:prata|tala|snacka|chatta) (?:med|till) (?:en |någon |nån |ett |er )?${REAL.sv}${PERSON.sv}(?![\\p{L}])`,
  "(?:fråga|kontakta) (?:koordinatorn|samordnaren)(?: i stället| om det| åt mig)?[\\s!.?]*$",
  "(?:koppla|kopplas|kopplar) (?:mig )?(?:till|vidare|över)",
  `(?:få )?(?:kontakt|komma i kontakt) med (?:(?:en |någon |nån )${REAL.sv}${PERSON.sv}|någon|nån)(?![\\p{L}])`,
  `(?:fråga|kontakta) (?:en |någon |nån )${REAL.sv}(?:människa|koordinator|samordnare)(?![\\p{L}])`,
  `(?:fråga|kontakta) (?:en |någon |nån )(?:riktig |levande |verklig )(?:person|människa)(?![\\p{L}])`,
  "(?:skicka|vidarebefordra|lämna|ge) (?:vidare )?(?:min|den här|frågan) ?(?:fråga|frågan)? ?(?:vidare )?till (?:en |någon )?(?:människa|koordinatorn?|samordnaren?|expert|handläggare)(?![\\p{L}])",
  "^(?:jag (?:vill ha|behöver) )?(?:en )?(?:riktig |levande )?människa(?:,? tack)?[\\s!.?]*$|mänsklig hjälp",
];

const REQUEST = new RegExp(REQUESTS.join("|"), "iu");

/** Who wants a number or a name gets it at once, whatever else they would like. */
const DETAILS =
  /(?<!\p{L})(?:numero|puhelin|sähköposti|yhteystie|yhteyshenkilö|(?:phone|telephone) ?number|phone\b|e-?mail|contact (?:person|details)|telefon|nummer|e-?post|mejl|kontaktperson|kontaktuppgift)/iu;

/** Tells whether somebody wants a person rather than the assistant, or the number of one. */
export const isHandoffRequest = remember(
  (text: string) => REQUEST.test(text) && !DETAILS.test(beyondHandoffRequest(text)),
);

/** What a wish for a person tells beside the wish: "about the price of steam". */
export function beyondHandoffRequest(text: string): string {
  return text.replace(REQUEST, " ").replace(/\s+/g, " ").trim();
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
    (passage) => isForReader(passage, "public") && passage.sentences.some(({ kind }) => kind === "contact"),
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
