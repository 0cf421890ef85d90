import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { isHandoffRequest } from "../../skills/handoff.ts";

/** What somebody wants with introductions. */
export type IntroductionWish =
  /** `whom`: the words that name the other side; may be empty. */
  { kind: "introduce"; whom: string } | { kind: "list" } | { kind: "withdraw"; id?: number };

interface Words {
  introduce: RegExp;
  list: RegExp;
  withdraw: RegExp;
}

const opening = (pattern: string) => new RegExp(`^\\W*(?:${pattern})(?!\\p{L})[\\s:,]*(.*?)[\\s.!?]*$`, "iu");
const whole = (pattern: string) => new RegExp(`^\\W*(?:${pattern})\\W*$`, "iu");

const WORDS: Record<Language, Words> = {
  en: {
    introduce: opening(
      "(?:please |(?:can|could|would) you (?:please )?)?(?:introduce (?:us|me)(?: to| with)?|put (?:us|me) in (?:touch|contact) with|connect us (?:to|with)|(?:ask|request)(?: for)? an introduction(?: to)?)",
    ),
    list: whole(
      "(?:(?:show|list)(?: me)? )?(?:all )?(?:my|our) introductions?(?: requests?)?|(?:which|what) introductions (?:do (?:i|we) have|are open)",
    ),
    withdraw: whole(
      "(?:please )?(?:withdraw|cancel|take back|delete) (?:(?:my|our|the) )?introduction(?: request)?(?: (?:number|no\\.?))?(?: ?#?(\\d{1,9}))?",
    ),
  },
  fi: {
    introduce: opening(
      "(?:voitko |voisitko )?(?:välitä|välittää|välittäisitkö)(?: meille| minulle)? yhtey(?:s|den)(?: yritykseen| yhtiöön)?|esittele(?: meidät| minut)|(?:tee|lähetä|luo) yhteyspyyntö(?: yritykselle)?|yhteyspyyntö|(?:haluamme|haluan|haluaisimme|haluaisin) yhteyden (?:yritykseen|yhtiöön)|yhdistä meidät yritykseen",
    ),
    list: whole(
      "(?:(?:näytä|listaa) )?(?:kaikki )?(?:(?:omat|minun|meidän) )?(?:yhteyspyynnöt|yhteyspyyntöni|yhteyspyyntömme)|mitä yhteyspyyntöjä (?:minulla|meillä) on",
    ),
    withdraw: whole(
      "(?:peru|peruuta|poista|vedä takaisin) (?:minun )?(?:yhteyspyyntö|yhteyspyynnön|yhteyspyyntöni)(?: (?:numero|nro))?(?: (\\d{1,9}))?",
    ),
  },
  sv: {
    introduce: opening(
      "(?:kan du |kunde du )?(?:förmedla|förmedlar)(?: en)? kontakt(?:en)?(?: (?:till|med))?|introducera (?:oss|mig)(?: för| till)?|presentera oss för|(?:gör|skicka) en kontaktförfrågan(?: till)?|sätt (?:oss|mig) i (?:kontakt|förbindelse) med|(?:vi|jag) vill ha kontakt med företaget",
    ),
    list: whole(
      "(?:(?:visa|lista) )?(?:alla )?(?:(?:mina|våra) )?kontaktförfrågningar|vilka kontaktförfrågningar har (?:jag|vi)",
    ),
    withdraw: whole(
      "(?:återkalla|avbryt|ta tillbaka|radera) (?:min )?kontaktförfrågan(?: (?:nummer|nr))?(?: (\\d{1,9}))?",
    ),
  },
};

/**
 * Reads words as a wish about introductions.
 *
 * @param told Language of the words as far as they tell it; it is asked first.
 * @returns The wish and the language it is put in; nothing for any other message.
 *
 * @example
 * ```ts
 * readIntroductionWords("Förmedla kontakt: Boliden Kokkola Oy", "sv")?.wish; // { kind: "introduce", whom: "Boliden Kokkola Oy" }
 * ```
 */
export function readIntroductionWords(
  words: string,
  told: Language,
): { wish: IntroductionWish; language: Language } | undefined {
  if (isHandoffRequest(words)) return undefined;
  for (const language of [told, ...LANGUAGES.filter((other) => other !== told)]) {
    const { introduce, list, withdraw } = WORDS[language];
    if (list.test(words)) return { wish: { kind: "list" }, language };
    const taken = withdraw.exec(words);
    if (taken !== null) {
      const id = taken[1];
      return { wish: { kind: "withdraw", ...(id === undefined ? {} : { id: Number(id) }) }, language };
    }
    const wanted = introduce.exec(words);
    if (wanted !== null && PERSON.test(wanted[1] ?? "")) return undefined;
    if (wanted !== null) return { wish: { kind: "introduce", whom: wanted[1] ?? "" }, language };
  }
  return undefined;
}

/** "Connect us with a person" wants no company. */
const PERSON =
  /^(?:an? |some |the |en |någon )?(?:real |riktig )?(?:person|human|someone|somebody|people|coordinator|expert|agent|ihmi\p{L}*|koordinaattor\p{L}*|asiantuntij\p{L}*|johonkuhun|människ\p{L}*|någon|koordinator\p{L}*|samordnare\p{L}*)(?!\p{L})/iu;
