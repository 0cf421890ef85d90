import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { isHandoffRequest } from "../../skills/handoff.ts";

/** What somebody wants with introductions. */
export type IntroductionWish =
  /**
   * `whom`: the words that name the other side; may be empty. `onlyIf`: it is a wish for an introduction only if they name a
   * company ("I would like to get in touch with …"), or only if they mean one that was just suggested ("how do I contact
   * the first one?").
   */
  | { kind: "introduce"; whom: string; onlyIf?: "named" | "suggested" }
  | { kind: "list" }
  | { kind: "withdraw"; id?: number };

interface Words {
  introduce: RegExp;
  /** Wishes that are wishes for an introduction where the group `whom` names a company. */
  soft: RegExp;
  /** Questions after contacts: of those that were suggested, an introduction is the way to them. */
  pointed: RegExp;
  list: RegExp;
  withdraw: RegExp;
}

const opening = (pattern: string) => new RegExp(`^\\W*(?:${pattern})(?!\\p{L})[\\s:,]*(.*?)[\\s.!?]*$`, "iu");
const whole = (pattern: string) => new RegExp(`^\\W*(?:${pattern})\\W*$`, "iu");

/** The whole message, with the words that name the other side in the group `whom`. */
const soft = (pattern: string) => {
  let count = 0;
  // A name may stand but once in a pattern.
  const named = pattern.replace(/WHOM/g, () => `(?<whom${count++}>.{2,80}?)`);
  return new RegExp(`^\\W*(?:${named})[\\s,.!?]*$`, "iu");
};

const EN_POLITE =
  "(?:please |(?:can|could|would) you (?:please )?|(?:i|we)(?:'d| would| want)?(?: like| love)?(?: to)? )?";
const FI_POLITE =
  "(?:(?:haluaisi|halua|tahtoisi)(?:n|mme|sin|simme)? |haluaisin |haluaisimme |voisitko |voitko |voisitteko |voitteko |pääsisinkö |pääsisimmekö )?";
const SV_POLITE =
  "(?:(?:jag|vi) (?:vill|skulle vilja|skulle gärna vilja)(?: gärna)? |(?:kan|kunde) (?:jag|vi) (?:få )?)?";

const WORDS: Record<Language, Words> = {
  en: {
    introduce: opening(
      "(?:please |(?:can|could|would) you (?:please )?)?(?:introduce (?:us|me)(?: to| with)?|put (?:us|me) in (?:touch|contact) with|connect us (?:to|with)|(?:ask|request)(?: for)? an introduction(?: to)?)",
    ),
    soft: soft(
      `${EN_POLITE}(?:get|come|be|put us|put me) (?:in|into) (?:touch|contact) with WHOM|${EN_POLITE}(?:meet|get to know) WHOM(?:,? (?:and |so )?(?:can|could|would|will) you (?:please )?introduce us)?|${EN_POLITE}(?:contact|reach out to|approach|talk to|speak to) WHOM,? (?:on our behalf|for us|on behalf of us)|${EN_POLITE}(?:arrange|set up|organi[sz]e|book) (?:an? |us an? )?(?:meeting|call|introduction|talk)(?: for us)? with WHOM(?: for us)?`,
    ),
    pointed: soft(
      `(?:(?:and|ok|so),? )?(?:how|where) (?:do|can|could|should|would) (?:i|we|one) (?:contact|reach|approach|call|e-?mail|phone|get (?:hold of|through to|in(?:to)? (?:touch|contact) with)|(?:talk|speak|write) (?:to|with)) WHOM|who(?:m)? (?:do|can|could|should|would) (?:i|we) (?:contact|call|e-?mail|approach)(?: (?:at|in|there|about) WHOM)?|${EN_POLITE}(?:contact|reach out to|call|approach) WHOM|(?:(?:what|who) (?:are|is|'s) |(?:give|show|tell) (?:me|us) |do you have |any )?(?:the |a )?contacts?(?: (?:details|info|information|person|persons|number))? (?:for|of|at|to|from) WHOM|(?:(?:what|who) (?:are|is|'s) |(?:give|show|tell) (?:me|us) |do you have )?(?<whose>their|its) contacts?(?: (?:details|info|information|person|persons|number))?`,
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
      "(?:voitko |voisitko |voitteko |voisitteko )?(?:välitä|välittää|välittäisitkö)(?: meille| minulle)? yhtey(?:s|den)(?: yritykseen| yhtiöön)?|esittele(?: meidät| minut)|(?:tee|lähetä|luo) yhteyspyyntö(?: yritykselle)?|yhteyspyyntö|(?:haluamme|haluan|haluaisimme|haluaisin) yhteyden (?:yritykseen|yhtiöön)|yhdistä meidät yritykseen|(?:voisitko |voitko |voisitteko |voitteko )esitellä(?: meidät| minut)",
    ),
    soft: soft(
      `${FI_POLITE}(?:päästä |pääsisin |pääsisimme )?(?:puheisiin|yhteyteen|yhteyksiin|tekemisiin|juttusille) WHOM kanssa|${FI_POLITE}(?:laita|laittaa|saata|saattaa|yhdistä|yhdistää|järjestä|järjestää) (?:meidät|minut|meille)(?: (?:yhteyteen|yhteyksiin|puheisiin))? WHOM(?: kanssa)?|${FI_POLITE}(?:tutustua) WHOM(?:,? (?:voisitko|voitko|voisitteko|voitteko) esitellä(?: meidät)?)?|${FI_POLITE}(?:ota|ottaa|ottakaa|ottaisitko|otatko) yhteyttä WHOM (?:meidän puolestamme|meidän puolesta|puolestamme|minun puolestani)|${FI_POLITE}yhteyden WHOM|${FI_POLITE}(?:järjestä|järjestää|järjestäisitte(?:kö)?|järjestäisitkö|sovi|sopia)(?: meille| minulle)? (?:tapaami\\p{L}+|palaveri\\p{L}*|puhelu\\p{L}*|kokou\\p{L}+) WHOM kanssa`,
    ),
    pointed: soft(
      `(?:(?:ja|no|entä),? )?miten (?:otan|otamme|otetaan|voin ottaa|voimme ottaa|voi ottaa|saan|saamme|saa|voin saada) yhtey(?:ttä|den) WHOM|(?:miten|mistä) (?:tavoitan|tavoitamme|voin tavoittaa|saan kiinni) WHOM|(?:kehen|keneen)(?: (?:minun|meidän))? (?:otan|otamme|ottaa|pitäisi ottaa|voin ottaa|voimme ottaa|kannattaa ottaa|tulee ottaa) yhteyttä(?: WHOM)?|${FI_POLITE}(?:ota|ottaa|ottaisin|ottaisimme) yhteyttä WHOM|(?:(?:mitkä|mikä|kuka|ketkä) (?:on|ovat) |(?:anna|kerro|näytä|saanko|saisinko|onko(?: teillä| sinulla)?) )?WHOM yhtey(?:stiedo\\p{L}+|shenkilö\\p{L}*|stieto\\p{L}*)`,
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
      "(?:(?:kan|kunde) (?:du|ni) )?(?:förmedla|förmedlar)(?: en)? kontakt(?:en)?(?: (?:till|med))?|introducera (?:oss|mig)(?: för| till)?|presentera oss för|(?:gör|skicka) en kontaktförfrågan(?: till)?|sätt (?:oss|mig) i (?:kontakt|förbindelse) med|(?:vi|jag) vill ha kontakt med företaget|(?:kan|kunde) (?:du|ni) (?:presentera|introducera) (?:oss|mig)(?: för| till)?",
    ),
    soft: soft(
      `${SV_POLITE}(?:komma|få|ha|ta) ?(?:i )?(?:kontakt|förbindelse|tal)(?: med)? WHOM|${SV_POLITE}(?:lära känna|träffa) WHOM(?:,? (?:kan|kunde) (?:du|ni) (?:presentera|introducera) oss)?|(?:kan (?:du|ni) |kunde (?:du|ni) )?(?:kontakta|ta kontakt med) WHOM (?:för vår räkning|åt oss|för oss)|(?:(?:kan|kunde) (?:du|ni) )?(?:ordna|boka|arrangera)(?: oss)? (?:ett )?(?:möte|samtal)(?: för oss| åt oss)? med WHOM`,
    ),
    pointed: soft(
      `(?:(?:och|men),? )?hur (?:(?:kontaktar|når|ringer) (?:jag|vi|man)|(?:får|tar|kommer) (?:jag|vi|man) (?:tag på|(?:i )?kontakt med)|(?:kan|ska|kunde) (?:jag|vi|man) (?:kontakta|nå|ringa|få tag på|(?:få|ta|komma i) kontakt med)) WHOM|vem (?:ska|kan|bör|borde) (?:jag|vi|man) (?:kontakta|ta kontakt med|ringa)(?: (?:på|hos|där|om) WHOM)?|${SV_POLITE}(?:kontakta|nå|ringa) WHOM|(?:(?:vad|vilka|vem) är |(?:ge|visa) (?:mig|oss) |har (?:du|ni) |får (?:jag|vi) )?(?:kontaktuppgift\\p{L}*|kontaktperson\\p{L}*) (?:till|för|på|hos) WHOM|(?:(?:vad|vilka|vem) är |(?:ge|visa) (?:mig|oss) |har (?:du|ni) |får (?:jag|vi) )?(?<whose>deras|dess) (?:kontaktuppgift\\p{L}*|kontaktperson\\p{L}*)`,
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
    const { introduce, soft: softly, pointed, list, withdraw } = WORDS[language];
    if (list.test(words)) return { wish: { kind: "list" }, language };
    const taken = withdraw.exec(words);
    if (taken !== null) {
      const id = taken[1];
      return { wish: { kind: "withdraw", ...(id === undefined ? {} : { id: Number(id) }) }, language };
    }
    const wanted = introduce.exec(words)?.[1];
    if (wanted !== undefined && PERSON.test(wanted)) return undefined;
    if (wanted !== undefined) return { wish: { kind: "introduce", whom: bare(wanted) }, language };
    const whom = whomOf(softly.exec(words));
    if (whom !== undefined && !PERSON.test(whom))
      return { wish: { kind: "introduce", whom: bare(whom), onlyIf: "named" }, language };
    const asked = pointed.exec(words);
    if (asked !== null) {
      const whom = bare(whomOf(asked) ?? "");
      return {
        wish: { kind: "introduce", whom: POINTS.test(whom) ? "" : whom, onlyIf: "suggested" },
        language,
      };
    }
  }
  return undefined;
}

function whomOf(found: RegExpExecArray | null): string | undefined {
  return Object.values(found?.groups ?? {}).find((one) => one !== undefined);
}

/** Words that point at all that were suggested, or at the only one. */
const POINTS =
  /^(?:them|it|him|her|that(?: (?:one|company))?|this(?: (?:one|company))?|th(?:o|e)se(?: (?:ones|companies))?|the compan(?:y|ies)|(?:any|one) of (?:them|these|those)|their|its|niihin|heihin|siihen|tuohon|tähän|niiden|heidän|sen|niitä|heitä|sitä|näihin(?: yrityksiin)?|näiden(?: yritysten)?|yrityksiin|yritykseen|yrityksen|yritysten|dem|den|det|dessa(?: företag)?|de|företage[nt]|någon av dem|deras|dess|där|there|sinne|sieltä)$/iu;

/** The name without courtesies around it. */
function bare(whom: string): string {
  return whom
    .replace(
      /[\s,]+(?:please|kiitos|tack|thanks|thank you|kanssa|for us|on our behalf|åt oss|för oss|puolestamme|meidän puolesta)\W*$/iu,
      "",
    )
    .replace(/^(?:please|snälla|to|with|med|för)\s+/iu, "")
    .trim();
}

/** "Connect us with a person" wants no company. */
const PERSON =
  /^(?:an? |some |the |en |någon )?(?:real |riktig )?(?:person|human|someone|somebody|people|coordinator|expert|agent|ihmi\p{L}*|koordinaattor\p{L}*|asiantuntij\p{L}*|johonkuhun|människ\p{L}*|någon|koordinator\p{L}*|samordnare\p{L}*)(?!\p{L})/iu;
