import type { Language } from "../../knowledge/languages.ts";

/** Words of the partner form; labels, examples and what is wrong with a field. */
export interface PartnerFormTexts {
  title: string;
  subtitle: string;
  direction: string;
  directions: Record<"give" | "take", string>;
  directionMissing: string;
  what: string;
  whatExample: string;
  whatMissing: string;
  amount: string;
  amountExample: string;
  unit: string;
  place: string;
  placeExample: string;
  physicalForm: string;
  hazardous: string;
  answers: Record<"yes" | "no" | "unknown", string>;
  choose: string;
  submit: string;
}

/** The words by language. */
export const PARTNER_FORM_TEXTS: Record<Language, PartnerFormTexts> = {
  fi: {
    title: "Etsi kumppania",
    subtitle: "Kerro, mitä tiedät. Vain aine on pakollinen.",
    direction: "Kumpi kuvaa teitä?",
    directions: { give: "Meillä syntyy tätä", take: "Tarvitsemme tätä" },
    directionMissing: "Valitse toinen vaihtoehdoista.",
    what: "Mikä aine tai sivuvirta?",
    whatExample: "esim. lentotuhka",
    whatMissing: "Kirjoita, mistä aineesta on kyse.",
    amount: "Määrä vuodessa",
    amountExample: "esim. 22000",
    unit: "Yksikkö",
    place: "Kunta",
    placeExample: "esim. Kokkola",
    physicalForm: "Olomuoto",
    hazardous: "Onko se vaarallista?",
    answers: { yes: "Kyllä", no: "Ei", unknown: "Ei tiedossa" },
    choose: "Valitse",
    submit: "Etsi kumppaneita",
  },
  sv: {
    title: "Sök partner",
    subtitle: "Berätta det du vet. Bara ämnet är obligatoriskt.",
    direction: "Vad stämmer in på er?",
    directions: { give: "Det uppstår hos oss", take: "Vi behöver det" },
    directionMissing: "Välj ett av alternativen.",
    what: "Vilket ämne eller vilken sidoström?",
    whatExample: "t.ex. flygaska",
    whatMissing: "Skriv vilket ämne det gäller.",
    amount: "Mängd per år",
    amountExample: "t.ex. 22000",
    unit: "Enhet",
    place: "Kommun",
    placeExample: "t.ex. Karleby",
    physicalForm: "Form",
    hazardous: "Är det farligt?",
    answers: { yes: "Ja", no: "Nej", unknown: "Vet inte" },
    choose: "Välj",
    submit: "Sök partner",
  },
  en: {
    title: "Find a partner",
    subtitle: "Tell what you know. Only the material is required.",
    direction: "Which describes you?",
    directions: { give: "We have this", take: "We need this" },
    directionMissing: "Choose one of the two.",
    what: "Which material or side stream?",
    whatExample: "e.g. fly ash",
    whatMissing: "Write which material it is about.",
    amount: "Quantity a year",
    amountExample: "e.g. 22000",
    unit: "Unit",
    place: "Municipality",
    placeExample: "e.g. Kokkola",
    physicalForm: "Form",
    hazardous: "Is it hazardous?",
    answers: { yes: "Yes", no: "No", unknown: "Not known" },
    choose: "Choose",
    submit: "Find partners",
  },
};
