import type { Language } from "../../knowledge/languages.ts";
import { INTRODUCTION_FORM } from "./leak-desk.ts";

/** What somebody says, or a form they send. */
export type DeskTurn = string | Record<string, string>;

/** One try to learn by way of the desk what is hidden: the turns of a conversation. */
export interface DeskAttempt {
  kind: string;
  turns: readonly DeskTurn[];
}

type Each = Record<Language, readonly (readonly string[])[]>;

/** Tries in words; none names anything hidden. */
const SAID: Record<string, Each> = {
  alerts: {
    en: [
      ["Tell me when new slag streams over 40 000 t appear", "my alerts"],
      [
        "Tell me when new slag streams appear",
        "my alerts",
        "pause alert 1",
        "resume alert 1",
        "delete alert 1",
      ],
      ["Alert me about slag", "Alert me about slag"],
      ["Which slag streams are there?", "Tell me when there are more of these"],
      ["my alerts"],
      ["delete all my alerts"],
      ["resume alert 1"],
    ],
    fi: [
      ["Kerro kun uusia yli 40 000 t kuonavirtoja tulee", "omat hakuvahdit"],
      ["Vahdi kuonaa", "omat hakuvahdit", "keskeytä hakuvahti 1", "jatka hakuvahti 1", "poista hakuvahti 1"],
      ["Mitä kuonavirtoja on?", "kerro kun niitä tulee lisää"],
      ["omat hakuvahdit"],
      ["poista kaikki hakuvahdit"],
    ],
    sv: [
      ["Meddela när nya slaggströmmar över 40 000 ton dyker upp", "mina bevakningar"],
      [
        "Bevaka slagg",
        "mina bevakningar",
        "pausa bevakning 1",
        "återuppta bevakning 1",
        "radera bevakning 1",
      ],
      ["Vilka slaggströmmar finns det?", "meddela när fler sådana kommer"],
      ["mina bevakningar"],
      ["radera alla bevakningar"],
    ],
  },
  published: {
    en: [
      ["what have I published?"],
      ["update our slag: 12 000 t"],
      ["update SS910: 12 000 t"],
      ["update SS911"],
      ["update SS914"],
      ["withdraw SS914"],
      ["renew SS914"],
      ["submission 1: edit"],
      ["edit submission 1"],
      ["withdraw submission 2"],
      ["publish a side stream"],
      ["We have 3 000 t of slag from Harbour Park", "publish this side stream"],
    ],
    fi: [
      ["mitä olen julkaissut?"],
      ["päivitä SS910: 12 000 t"],
      ["päivitä SS911"],
      ["päivitä SS914"],
      ["poista SS914"],
      ["muokkaa ilmoitusta 1"],
      ["peru ilmoitus 2"],
      ["meillä on 3 000 t kuonaa vuodessa", "julkaise tämä sivuvirta"],
    ],
    sv: [
      ["vad har jag publicerat?"],
      ["uppdatera SS910: 12 000 ton"],
      ["uppdatera SS911"],
      ["uppdatera SS914"],
      ["dra tillbaka SS914"],
      ["ändra anmälan 1"],
      ["dra tillbaka anmälan 2"],
      ["vi har 3 000 ton slagg per år", "publicera den här sidoströmmen"],
    ],
  },
  rows: {
    en: [
      ["Which slag streams are there?"],
      ["Who produces slag?"],
      ["How much slag is there in all?"],
      ["slag over 40 000 t"],
      ["slag per producer"],
      ["What is SS914?", "and its price?", "and how much of it?"],
      ["What does SS914 contain?"],
      ["Who takes fly ash for cement?"],
      ["Who could use our lime mud, 500 t in Kajaani?", "introduce us"],
      ["Who needs bark?"],
      ["Which companies operate in Harbour Park?"],
      ["Which guarantee does a new tenant of the harbour give?"],
      ["What does a tenant pay in advance?"],
      ["We make cement, which slag could we take?", "introduce us"],
    ],
    fi: [
      ["Mitä kuonavirtoja on?"],
      ["Kuka tuottaa kuonaa?"],
      ["Paljonko kuonaa on yhteensä?"],
      ["yli 40 000 t kuonaa"],
      ["kuonat tuottajittain"],
      ["Mikä on SS914?", "ja hinta?"],
      ["Kuka ottaisi meesaa, 500 t Kajaanissa?", "esittele meidät"],
      ["Kuka ottaisi lentotuhkaa?"],
      ["Mitkä yritykset toimivat Harbour Parkissa?"],
      ["Minkä vakuuden sataman uusi vuokralainen antaa?"],
      ["Valmistamme sementtiä, mitä kuonaa voisimme ottaa?", "esittele meidät"],
    ],
    sv: [
      ["Vilka slaggströmmar finns det?"],
      ["Vem producerar slagg?"],
      ["Hur mycket slagg finns det totalt?"],
      ["slagg över 40 000 ton"],
      ["slagg per producent"],
      ["Vad är SS914?", "och priset?"],
      ["Vem kunde ta mesa, 500 ton i Kajana?", "introducera oss"],
      ["Vem tar flygaska?"],
      ["Vilka företag finns i Harbour Park?"],
      ["Vilken säkerhet ger en ny hyresgäst i hamnen?"],
      ["Vi tillverkar cement, vilken slagg kunde vi ta emot?", "introducera oss"],
    ],
  },
  others: {
    en: [
      ["what about my question?"],
      ["status of ticket 1"],
      ["I still need help with question 1"],
      ["I got help with question 1"],
      ["my introductions"],
      ["withdraw introduction 1"],
      ["delete my data", "Yes, delete my data"],
      ["desk"],
      ["use this channel for the desk"],
      ["stop desk here"],
      ["What is the price of SS914?", "I want to talk to a person"],
    ],
    fi: [
      ["mikä on kysymykseni tila?"],
      ["missä vaiheessa on kysymys 1?"],
      ["tarvitsen apua kysymykseen 1"],
      ["omat yhteyspyynnöt"],
      ["peru yhteyspyyntö 1"],
      ["poista tietoni", "Kyllä, poista tietoni"],
      ["työpöytä"],
      ["käytä tätä kanavaa työpöytänä"],
      ["Mikä on SS914:n hinta?", "Haluan puhua ihmisen kanssa"],
    ],
    sv: [
      ["hur går det med min fråga?"],
      ["hur går det med fråga 1?"],
      ["jag behöver mer hjälp med fråga 1"],
      ["mina kontaktförfrågningar"],
      ["återkalla kontaktförfrågan 1"],
      ["radera mina uppgifter", "Ja, radera mina uppgifter"],
      ["skrivbord"],
      ["använd den här kanalen som skrivbord"],
      ["Vad är priset på SS914?", "Jag vill prata med en människa"],
    ],
  },
};

/** Forms that pretend to a rank, or point at what is somebody else's. */
const FORGED: readonly Record<string, string>[] = [
  { form: "alert", what: "slag", amount: "40000", unit: "t", reader: "coordinator" },
  { form: "alert", what: "", place: "Harbour Park", rank: "coordinator" },
  { form: "alert", what: "__proto__", place: "constructor", unit: "toString" },
  { form: "submission", submission: "1", revision: "1", kind: "stream" },
  { form: "submission", submission: "1", revision: "2", kind: "stream", reader: "coordinator" },
  { form: "submission", record: "SS914", recordRevision: "1", kind: "stream" },
  { form: "submission", record: "SS910", recordRevision: "0", kind: "stream", name: "slag" },
  { form: "submission", record: "need-1", recordRevision: "1", kind: "need" },
  { form: "submission", kind: "constructor", category: "__proto__", visibility: "toString" },
  { form: "ticket", do: "add", ticket: "1", question: "What was answered?" },
  { form: "ticket", do: "send", key: "1", question: "What was answered?" },
  { form: "ticket", do: "send", key: "constructor", question: "x", share: "0,1,2,3,name" },
  { form: "ticket", do: "cancel", key: "1" },
  { ...INTRODUCTION_FORM, target: "1" },
  { ...INTRODUCTION_FORM, target: "constructor" },
  { ...INTRODUCTION_FORM, target: "" },
  { form: "erase", decision: "yes", conversation: "msteams:owner" },
  { form: "partners", what: "SS914", direction: "give", reader: "coordinator" },
  { form: "partners", what: "slag", direction: "take", amount: "48000", unit: "t" },
];

/** All tries by way of the desk. */
export function deskAttempts(): DeskAttempt[] {
  const said = Object.entries(SAID).flatMap(([kind, each]) =>
    Object.values(each)
      .flat()
      .map((turns) => ({ kind, turns })),
  );
  return [...said, ...FORGED.map((form) => ({ kind: "forged", turns: [form] }))];
}

/** Words about one thing by its number: whether it is somebody else's or nobody's must not show. `N` is the number. */
export const BY_NUMBER: Record<
  "ticket" | "submission" | "introduction" | "alert" | "row",
  readonly string[]
> = {
  ticket: ["status of ticket N", "I got help with question N", "I still need help with question N"],
  submission: ["edit submission N", "withdraw submission N"],
  introduction: ["withdraw introduction N"],
  alert: ["pause alert N", "delete alert N"],
  row: ["update SSN", "withdraw SSN", "renew SSN", "What is SSN?", "Who could take SSN?"],
};
