import type { Language } from "../knowledge/languages.ts";

/** Everything the assistant says of its own accord, in the three languages; answers themselves come from sources. */
export interface Texts {
  /** Before sentences quoted in another language; `in` names that language. */
  quotedIn: Record<Language, string>;
  accordingTo: (title: string, year: number | undefined) => string;
  undated: string;
  /** Above figures that differ by source or year. */
  figuresDisagree: string;
  /** Above contact persons that differ by source. */
  contactsDisagree: string;
  refusal: string;
  refusalNearest: (topic: string) => string;
  refusalContact: string;
  contactDetails: string;
  emptyMessage: string;
  tooLong: string;
  greeting: string;
  thanks: string;
  farewell: string;
  capabilities: string;
  identity: string;
  welcome: string;
  languageSet: string;
  needTopic: string;
  handoff: string;
  failure: (id: string) => string;
  /** Shown while the answer is looked for. */
  searching: string;
  samples: { founder: string; staff: string; coordinator: string };
  talkToPerson: string;
  orientationOnly: string;
}

const LANGUAGE_NAMES: Record<Language, Record<Language, string>> = {
  fi: { fi: "suomeksi", sv: "ruotsiksi", en: "englanniksi" },
  sv: { fi: "på finska", sv: "på svenska", en: "på engelska" },
  en: { fi: "in Finnish", sv: "in Swedish", en: "in English" },
};

const FI: Texts = {
  quotedIn: {
    fi: "Lähteessä sanotaan:",
    sv: "Lähteessä sanotaan ruotsiksi:",
    en: "Lähteessä sanotaan englanniksi:",
  },
  accordingTo: (title, year) => `${title} (${year ?? "päiväämätön"})`,
  undated: "päiväämätön",
  figuresDisagree: "Lähteissä on eri lukuja, uusin ensin:",
  contactsDisagree: "Lähteissä on eri yhteyshenkilöt, joten tässä ovat kaikki:",
  refusal: "En löydä lähteistäni vastausta tähän kysymykseen, enkä halua arvata.",
  refusalNearest: (topic) => `Lähin aihe, josta minulla on tietoa: ${topic}.`,
  refusalContact: "Voit kysyä asiasta ihmiseltä:",
  contactDetails: "Yhteystiedot",
  emptyMessage: "Viesti oli tyhjä. Kirjoita kysymyksesi, niin etsin vastauksen lähteistä.",
  tooLong: "Viesti oli pitkä, joten luin siitä vain alun.",
  greeting:
    "Hei! Olen Sivuvirta, ekoteollisuuspuistojen kiertotalouteen perehtynyt tekoälyavustaja. Kysy puistoista, sivuvirroista, yhteyshenkilöistä tai ekoteollisuuspuiston perustamisesta, niin vastaan ja kerron lähteet.",
  thanks: "Ole hyvä! Kysy toki lisää, jos jokin jäi askarruttamaan.",
  farewell: "Näkemiin, ja tervetuloa uudelleen!",
  capabilities:
    "Vastaan ekoteollisuuspuistoja koskeviin kysymyksiin suomeksi, ruotsiksi ja englanniksi, ja kerron aina lähteen ja vuoden. Voit kysyä esimerkiksi\n- puistosta: missä se on, ketkä siellä toimivat, montako yritystä tai paljonko tonttimaata siellä on ja keneen otetaan yhteyttä\n- sivuvirroista: mitä missäkin syntyy, kuinka paljon ja mihin sivuvirrat käytetään\n- perustamisesta ja verkostoista: yhdeksän vaihetta, KIP-yhdistys, FISS, Materiaalitori\n- sivutuotteen haltijan velvollisuuksista (suuntaa antavasti, ei oikeudellista neuvontaa)\n\nJos en löydä vastausta lähteistä, sanon sen suoraan.",
  identity:
    "Olen Sivuvirta, tekoälyavustaja enkä ihminen. Vastaan vain sen, mitä lähteissäni sanotaan, ja näytän lähteen.",
  welcome:
    "Tervetuloa! Olen Sivuvirta, tekoälyavustaja, joka vastaa kysymyksiin ekoteollisuuspuistoista ja teollisuuden sivuvirroista. Vastaukseni perustuvat lähteisiin, jotka näet jokaisen vastauksen yhteydessä. Voit kysyä suomeksi, ruotsiksi tai englanniksi.",
  languageSet: "Selvä, vastaan suomeksi.",
  needTopic: "Mitä haluaisit tietää? Mainitse esimerkiksi puisto, yritys tai sivuvirta.",
  handoff: "En voi yhdistää puhelua, mutta voit kysyä näiltä henkilöiltä:",
  failure: (id) =>
    `Jokin meni vikaan, enkä saanut vastausta valmiiksi. Yritä hetken kuluttua uudelleen (tunnus ${id}).`,
  searching: "Etsin vastausta lähteistä…",
  samples: {
    founder: "Mitä ekoteollisuuspuisto tarjoaa yritykselle?",
    staff: "Mitä sivuvirtoja Kemi-Torniossa syntyy?",
    coordinator: "Montako jäsenyritystä KIP-yhdistyksellä on?",
  },
  talkToPerson: "Haluan puhua ihmisen kanssa",
  orientationOnly: "Tämä on suuntaa antavaa tietoa, ei oikeudellista neuvontaa.",
};

const SV: Texts = {
  quotedIn: {
    fi: "I källan står det på finska:",
    sv: "I källan står det:",
    en: "I källan står det på engelska:",
  },
  accordingTo: (title, year) => `${title} (${year ?? "odaterad"})`,
  undated: "odaterad",
  figuresDisagree: "Källorna anger olika siffror, de nyaste först:",
  contactsDisagree: "Källorna nämner olika kontaktpersoner, så här anges alla:",
  refusal: "Jag hittar inget svar på den frågan i mina källor, och jag vill inte gissa.",
  refusalNearest: (topic) => `Det närmaste ämne som jag har uppgifter om: ${topic}.`,
  refusalContact: "Du kan fråga en människa:",
  contactDetails: "Kontaktuppgifter",
  emptyMessage: "Meddelandet var tomt. Skriv din fråga med ord, så söker jag svaret i källorna.",
  tooLong: "Meddelandet var långt, så jag läste bara början.",
  greeting:
    "Hej! Jag är Sivuvirta, en AI-assistent för cirkulär ekonomi i ekoindustriparker. Fråga om parker, sidoströmmar, kontaktpersoner eller hur man grundar en ekoindustripark, så svarar jag och anger källorna.",
  thanks: "Varsågod! Fråga gärna mer.",
  farewell: "Hej då, och välkommen tillbaka!",
  capabilities:
    "Jag svarar på frågor om ekoindustriparker på svenska, finska och engelska och anger alltid källa och år. Du kan till exempel fråga\n- om en park: var den ligger, vilka som finns där, hur många företag eller hur mycket tomtmark den har och vem man kontaktar\n- om sidoströmmar: vad som uppstår på olika håll, hur mycket och vad det används till\n- om att grunda en park och om nätverk: de nio stegen, KIP-föreningen, FISS, Materiaalitori\n- om vad innehavaren av en biprodukt bör veta (vägledning, inte juridisk rådgivning)\n\nOm svaret inte finns i källorna säger jag det rakt ut.",
  identity:
    "Jag är Sivuvirta, en AI-assistent och ingen människa. Jag svarar bara utifrån det som står i mina källor och visar källan.",
  welcome:
    "Välkommen! Jag är Sivuvirta, en AI-assistent för ekoindustriparker och industrins sidoströmmar. Mina svar bygger på källor som du ser vid varje svar. Du kan fråga på svenska, finska eller engelska.",
  languageSet: "Visst, jag svarar på svenska.",
  needTopic: "Vad vill du veta? Nämn till exempel en park, ett företag eller en sidoström.",
  handoff: "Jag kan inte koppla samtal själv, men de här personerna kan du fråga:",
  failure: (id) => `Något gick fel och jag fick inte svaret färdigt. Försök igen om en stund (kod ${id}).`,
  searching: "Söker svar i källorna…",
  samples: {
    founder: "Vad erbjuder en ekoindustripark ett företag?",
    staff: "Vilka sidoströmmar uppstår i Kemi-Torneå?",
    coordinator: "Hur många medlemsföretag har KIP-föreningen?",
  },
  talkToPerson: "Jag vill prata med en människa",
  orientationOnly: "Detta är vägledande information, inte juridisk rådgivning.",
};

const EN: Texts = {
  quotedIn: {
    fi: "The source says, in Finnish:",
    sv: "The source says, in Swedish:",
    en: "The source says:",
  },
  accordingTo: (title, year) => `${title} (${year ?? "undated"})`,
  undated: "undated",
  figuresDisagree: "The sources give different figures, newest first:",
  contactsDisagree: "The sources name different contact persons, so here are all of them:",
  refusal: "I cannot find an answer to that question in my sources, and I would rather not guess.",
  refusalNearest: (topic) => `The nearest topic I know something about: ${topic}.`,
  refusalContact: "You can ask a person:",
  contactDetails: "Contact details",
  emptyMessage:
    "The message was empty. Write your question in words and I will look for the answer in the sources.",
  tooLong: "The message was long, so I read only its beginning.",
  greeting:
    "Hello! I am Sivuvirta, an AI assistant for the circular economy in eco-industrial parks. Ask about parks, side streams, contact persons or founding a park, and I will answer with sources.",
  thanks: "You are welcome! Ask again whenever you like.",
  farewell: "Goodbye, and welcome back!",
  capabilities:
    "I answer questions about eco-industrial parks in English, Finnish and Swedish, and always give the source and the year. You can ask, for example,\n- about a park: where it is, who is there, how many companies or how much land it has, and whom to contact\n- about side streams: what arises where, how much, and what it is used for\n- about founding a park and about networks: the nine steps, the KIP Association, FISS, Materiaalitori\n- about what the holder of a by-product should know (orientation, not legal advice)\n\nIf the answer is not in the sources, I say so.",
  identity:
    "I am Sivuvirta, an AI assistant and not a person. I answer only what my sources say, and I show the source.",
  welcome:
    "Welcome! I am Sivuvirta, an AI assistant for eco-industrial parks and industrial side streams. My answers rest on sources that you see with each answer. You can ask in English, Finnish or Swedish.",
  languageSet: "All right, I will answer in English.",
  needTopic: "What would you like to know? Name a park, a company or a side stream, for example.",
  handoff: "I cannot connect a call myself, but these people can be asked:",
  failure: (id) =>
    `Something went wrong and I could not finish the answer. Please try again in a moment (code ${id}).`,
  searching: "Searching the sources…",
  samples: {
    founder: "What does an eco-industrial park offer a company?",
    staff: "Which side streams arise in Kemi-Tornio?",
    coordinator: "How many members does the KIP Association have?",
  },
  talkToPerson: "I want to talk to a person",
  orientationOnly: "This is orientation, not legal advice.",
};

/** The assistant's own words by language. */
export const TEXTS: Record<Language, Texts> = { fi: FI, sv: SV, en: EN };

/** Name of a language as an adverb: "på finska", "in Finnish". */
export function languageName(named: Language, language: Language): string {
  return LANGUAGE_NAMES[language][named];
}
