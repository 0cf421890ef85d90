import type { Language } from "../../knowledge/languages.ts";
import { remember } from "../remember.ts";
import { TEXTS, type Texts } from "../texts.ts";
import { composeReply, type ReplyDraft } from "./compose-reply.ts";

type Kind = "greeting" | "thanks" | "farewell" | "capabilities" | "identity";

const END =
  "[\\s!.,?:)\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u{FE0F}\\u{200D}]*$";

const HELLO = "(?:hi|hello|hey|hei|moi|terve|hej|hejsan|tjena)[,!.]? ";
const BOT =
  "(?:(?:this|the|tämä|tää|se|den här|det här|denna) )?(?:chat ?)?(?:bot|assistant|botti|chatbotti|avustaja|boten|botten|chatboten|chattbotten|assistenten)";

/** Whole messages only: "hello" greets, "hello, who is the contact?" asks. */
const PATTERNS: readonly [Kind, RegExp][] = [
  [
    "greeting",
    new RegExp(
      `^(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening)|greetings|hei|hei hei|moi|moikka|terve|tervehdys|heippa|morjes|moro|huomenta|(?:hyvää )?(?:huomenta|päivää|iltaa)|hej|hej hej|hejsan|hallå|tjena|god (?:morgon|dag|kväll)|goddag|godmorgon)(?: (?:there|all|kaikki|sinne|alla|på dig|sivuvirta))?${END}`,
      "iu",
    ),
  ],
  [
    "thanks",
    new RegExp(
      `^(?:(?:ok(?:ay|ej)?|great|perfect|good|nice|hyvä|selvä|loistavaa|hienoa|kiva|bra|toppen|jättebra|fint),? )?(?:thanks|thank you|thx|cheers|many thanks|kiitos|kiitti|kiitoksia|tack|tackar)(?: (?:a lot|so much|very much|you|paljon|avusta|tiedosta|oikein paljon|vastauksesta|sinulle|så mycket|för hjälpen|för svaret|snälla|for (?:the|your) (?:help|answer)))*${END}`,
      "iu",
    ),
  ],
  ["thanks", new RegExp(`^(?:ok(?:ay|ej)?|selvä|jaha|jaa)${END}`, "iu")],
  [
    "farewell",
    new RegExp(
      `^(?:bye|goodbye|bye bye|see you|see you later|näkemiin|hei hei|heippa|moi moi|hejdå|hej då|adjö|vi ses|ha det bra)${END}`,
      "iu",
    ),
  ],
  [
    "capabilities",
    new RegExp(
      `^(?:${HELLO})?(?:what (?:can|could|does) (?:you|i|${BOT}) (?:do|ask|help)(?: (?:for me|with|you|here|me with))*|how (?:can|could) you help(?: me)?|what do you (?:do|know)|help(?: me)?|what can i ask(?: you)?|mitä (?:kaikkea )?(?:(?:sinä|sä) )?(?:osaat|voit)(?: (?:tehdä|auttaa|kertoa))?|mitä (?:kaikkea )?${BOT} (?:osaa|voi|tekee)(?: (?:tehdä|auttaa|kertoa))?|miten (?:voit|osaat) auttaa(?: minua)?|mitä (?:sinulta )?voi(?:n)? kysyä(?: sinulta)?|missä (?:asioissa )?voit auttaa|(?:auta|apua|ohje|ohjeet)|mihin (?:kysymyksiin )?(?:osaat )?vasta(?:at|ta)|vad (?:kan|gör) ${BOT}(?: (?:göra|hjälpa|svara))?|vad kan (?:du|jag) (?:göra|hjälpa|fråga|svara)(?: (?:mig|till|med|om|på|dig))*|hur kan du hjälpa(?: mig| till)*|hjälp(?: mig)?|vad vet du)${END}`,
      "iu",
    ),
  ],
  [
    "identity",
    new RegExp(
      `^(?:who are you|what are you|who (?:made|built|created|developed) you|are you (?:a |an )?(?:bot|robot|human|person|ai|real)(?: (?:person|human))?|kuka (?:sinä )?olet|mikä (?:sinä )?olet|kuka (?:on )?(?:sinut|sinua) (?:on )?(?:tehnyt|luonut|kehittänyt|rakentanut)|kuka sinut (?:teki|loi|kehitti|rakensi)|oletko (?:sinä )?(?:robotti|ihminen|botti|tekoäly|oikea ihminen)|vem är du|vad är du|vem (?:har )?(?:gjort|gjorde|skapat|skapade|utvecklat|utvecklade|byggt|byggde) dig|är du (?:en )?(?:robot|människa|bot|ai|riktig människa))${END}`,
      "iu",
    ),
  ],
];

/** Tells whether a message is nothing but a courtesy or a question about the assistant itself. */
export const detectSmalltalk = remember((text: string): Kind | undefined => {
  const trimmed = text.trim();
  return PATTERNS.find(([, pattern]) => pattern.test(trimmed))?.[0];
});

/** Languages that a courtesy belongs to, since "hej" and "moi" are too short for the detector. */
const COURTESY_LANGUAGES: readonly [Language, RegExp][] = [
  [
    "sv",
    /^(?:hej|hejsan|hallå|tjena|god|goddag|godmorgon|tack|tackar|hejdå|adjö|vi ses|ha det|vad|hur|hjälp|vem|är|bra|toppen|jättebra|fint)/i,
  ],
  [
    "fi",
    /^(?:hei|moi|terve|heippa|mor|huomenta|hyvää|kiit|näkemiin|mitä|miten|missä|auta|apua|ohje|mihin|kuka|mikä|olet|selvä|loistavaa|hienoa|kiva|hyvä)/i,
  ],
  [
    "en",
    /^(?:hi|hello|hey|good|greet|thank|thx|cheers|many|bye|see|what|how|help|who|are|great|perfect|nice)/i,
  ],
];

/** Language of a courtesy; nothing when it could be any ("ok"). */
export function courtesyLanguage(text: string): Language | undefined {
  const trimmed = text.trim();
  return COURTESY_LANGUAGES.find(([, pattern]) => pattern.test(trimmed))?.[0];
}

/** Answers a courtesy in a language, with sample questions where they help. */
export function answerSmalltalk(kind: Kind, language: Language): ReplyDraft {
  const texts = TEXTS[language];
  const withSamples = kind === "greeting" || kind === "capabilities" || kind === "identity";
  return composeReply({
    language,
    intent: "smalltalk",
    lines: [{ frame: texts[kind] }],
    suggestions: withSamples ? sampleSuggestions(texts) : [],
  });
}

/** The sample questions as buttons. */
export function sampleSuggestions(texts: Texts): { title: string; text: string }[] {
  return Object.values(texts.samples).map((sample) => ({ title: sample, text: sample }));
}
