import type { Language } from "../../knowledge/languages.ts";
import { foldText } from "./fold-text.ts";

/** A field whose cells hold one of a few choices. */
export type ChoiceField =
  | "kind"
  | "form"
  | "hazardous"
  | "status"
  | "visibility"
  | "legal_status"
  | "hazard_class"
  | "regularity";

/** By field and choice, the words people write, separated by bars. */
const CHOICE_WORDS: Record<ChoiceField, Record<string, string>> = {
  kind: {
    flow: "flow | virta | vuosittainen | jatkuva | vuosivirta | flöde | årligt flöde | årlig | yearly | annual",
    aggregate:
      "aggregate | yhteensä | summa | kokonaismäärä | yhteismäärä | totalt | summa totalt | samlad | total | sum",
    stock:
      "stock | varasto | kertaerä | kertaluonteinen | läjitys | läjitetty | lager | engångsparti | upplag | one off | deposit",
    planned: "planned | suunniteltu | suunnitteilla | tuleva | planerad | planerat | kommande | future",
  },
  form: {
    solid:
      "solid | kiinteä | kiinteää | kiinteässä muodossa | jauhe | jauhemainen | pöly | rae | rakeinen | murske | kappale | fast | i fast form | pulver | pulverformig | damm | granulat | powder | dust | granular | granules | lump",
    sludge:
      "sludge | liete | lietemäinen | lietettä | pasta | pastamainen | tahna | tahnamainen | sakka | slam | slamformig | pastös | pasta form | paste | slurry | semi solid",
    liquid:
      "liquid | neste | nestemäinen | nestettä | vätska | flytande | vätskeformig | fluid | solution | liuos | lösning",
    gas: "gas | kaasu | kaasumainen | kaasua | gasformig | gaseous | höyrymäinen",
    heat: "heat | lämpö | hukkalämpö | höyry | energia | värme | spillvärme | ånga | energi | steam | waste heat",
  },
  hazardous: {
    yes: "yes | kyllä | on | ja | x | k | j | y | true | tosi | sant | 1 | vaarallinen | vaarallista | vaarallinen jäte | pop | pop jäte | farlig | farligt | farligt avfall | pop avfall | hazardous | hazardous waste | dangerous | pop waste",
    no: "no | ei | nej | e | n | false | epätosi | falskt | 0 | ei vaarallinen | ei vaarallista | vaaraton | vaaraton jäte | tavanomainen | tavanomainen jäte | pysyvä | pysyvä jäte | inertti | icke farlig | icke farligt | ej farligt | inte farligt | icke farligt avfall | inert | inert avfall | non hazardous | not hazardous | nonhazardous | non hazardous waste | inert waste",
  },
  status: {
    sold: "sold | myyty | myydään | myynnissä kokonaan | hyödynnetään muualla | såld | sålt | säljs | is sold",
    "used on site":
      "used on site | omassa käytössä | oma käyttö | käytetään itse | käytetään paikalla | hyödynnetään itse | hyödynnetään tehtaalla | används på plats | egen användning | används internt | eget bruk | used internally | own use | internal use",
    available:
      "available | saatavilla | saatavissa | tarjolla | vapaa | vapaana | tillgänglig | tillgängligt | finns att få | ledig | ledigt | free | on offer | for sale | myytävänä | till salu",
    landfilled:
      "landfilled | kaatopaikalle | kaatopaikka | läjitetään | loppusijoitetaan | loppusijoitus | deponeras | deponi | deponerad | deponerat | landfill | disposed",
    stored:
      "stored | varastoitu | varastossa | varastoidaan | lagrad | lagrat | lagras | i lager | in storage | in store",
    unknown: "unknown",
  },
  visibility: {
    public: "public | julkinen | kaikki | kaikille | offentlig | offentligt | öppen | alla | everyone | open",
    member:
      "member | members | jäsen | jäsenet | jäsenille | puiston jäsenet | puiston yritykset | medlem | medlemmar | park members",
    coordinator:
      "coordinator | coordinators | koordinaattori | koordinaattorit | koordinaattorille | vain koordinaattori | luottamuksellinen | salainen | koordinator | koordinatorer | endast koordinator | konfidentiell | coordinator only | confidential",
  },
  legal_status: {
    "by-product": "by product | byproduct | sivutuote | biprodukt",
    waste: "waste | jäte | avfall",
    "end-of-waste":
      "end of waste | eow | ei enää jätettä | jätteeksi luokittelun päättyminen | upphört att vara avfall",
    unknown: "unknown",
  },
  hazard_class: {
    "non-hazardous": "non hazardous | vaaraton | ei vaarallinen | tavanomainen | icke farligt | icke farlig",
    hazardous: "hazardous | vaarallinen | vaarallinen jäte | farligt | farlig | farligt avfall",
    POP: "pop | pop jäte | pop avfall | pop waste",
    inert: "inert | pysyvä | inertti | pysyvä jäte | inert avfall | inert waste",
  },
  regularity: {
    continuous:
      "continuous | jatkuva | jatkuvasti | säännöllinen | kontinuerlig | kontinuerligt | regelbunden | regular | steady",
    seasonal: "seasonal | kausiluonteinen | kausittainen | kausittain | säsong | säsongsbetonad | säsongsvis",
    "one-off":
      "one off | once | kertaluonteinen | kertaluontoinen | kertaerä | kerran | engångs | engångsparti | engång | single",
  },
};

const CHOICE_OF: Record<string, ReadonlyMap<string, string>> = Object.fromEntries(
  Object.entries(CHOICE_WORDS).map(([field, choices]) => [
    field,
    new Map(
      Object.entries(choices).flatMap(([choice, words]) =>
        words.split(" | ").map((word) => [foldText(word), choice] as const),
      ),
    ),
  ]),
);

/** How choices that go into a note are called. */
const CHOICE_LABELS: Partial<Record<ChoiceField, Record<string, Record<Language, string>>>> = {
  legal_status: {
    "by-product": { fi: "sivutuote", sv: "biprodukt", en: "by-product" },
    waste: { fi: "jäte", sv: "avfall", en: "waste" },
    "end-of-waste": { fi: "ei enää jätettä", sv: "har upphört att vara avfall", en: "end-of-waste" },
  },
  hazard_class: {
    "non-hazardous": { fi: "vaaraton", sv: "icke-farligt", en: "non-hazardous" },
    hazardous: { fi: "vaarallinen", sv: "farligt", en: "hazardous" },
    POP: { fi: "POP-jäte", sv: "POP-avfall", en: "POP waste" },
    inert: { fi: "pysyvä", sv: "inert", en: "inert" },
  },
  regularity: {
    continuous: { fi: "jatkuva", sv: "kontinuerlig", en: "continuous" },
    seasonal: { fi: "kausiluonteinen", sv: "säsongsbetonad", en: "seasonal" },
    "one-off": { fi: "kertaluonteinen", sv: "engångsparti", en: "one-off" },
  },
};

/**
 * Finds the choice that a cell means, in any of the three languages; what stands in brackets is left aside.
 *
 * @returns The word the table uses, or nothing when the cell holds something else.
 *
 * @example
 * ```ts
 * matchChoice("form", "Jauhe (hieno)"); // "solid"
 * ```
 */
export function matchChoice(field: ChoiceField, text: string): string | undefined {
  const choices = CHOICE_OF[field];
  return choices?.get(foldText(text)) ?? choices?.get(foldText(text.replace(/\([^)]*\)/g, " ")));
}

/** The words of a choice for a note, where it is a known one; else the text itself. */
export function presentChoice(field: ChoiceField, text: string, language: Language): string {
  const choice = matchChoice(field, text);
  return (choice === undefined ? undefined : CHOICE_LABELS[field]?.[choice]?.[language]) ?? text;
}

/** The choices of a field as the table writes them. */
export function listChoices(field: ChoiceField): string[] {
  return Object.keys(CHOICE_WORDS[field]);
}
