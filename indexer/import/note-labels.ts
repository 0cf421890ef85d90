import type { Language } from "../../knowledge/languages.ts";
import type { NotedField, PrivateField } from "./fields.ts";

/** What a value is called in a note, in Finnish, Swedish and English. */
const LABELS: Record<NotedField | PrivateField | "amount", readonly [string, string, string]> = {
  amount: ["Määrä ilmoitettuna", "Mängden som den uppgivits", "Amount as given"],
  description: ["Kuvaus", "Beskrivning", "Description"],
  legal_status: ["Oikeudellinen asema", "Rättslig ställning", "Legal status"],
  hazard_class: ["Jätteen luokitus", "Avfallets klass", "Class"],
  hazard_properties: ["Vaaraominaisuudet", "Farliga egenskaper", "Hazard properties"],
  physical_state: ["Olomuoto", "Fysikalisk form", "Physical state"],
  regularity: ["Säännöllisyys", "Regelbundenhet", "Regularity"],
  available_from: ["Saatavilla alkaen", "Tillgänglig från", "Available from"],
  available_until: ["Saatavilla asti", "Tillgänglig till", "Available until"],
  origin_activity: ["Syntypaikan toiminta", "Ursprungsverksamhet", "Origin activity"],
  location: ["Sijainti", "Läge", "Location"],
  composition: ["Koostumus", "Sammansättning", "Composition"],
  dry_matter: ["Kuiva-aine", "Torrsubstans", "Dry matter"],
  moisture: ["Kosteus", "Fukthalt", "Moisture"],
  heating_value: ["Lämpöarvo", "Värmevärde", "Heating value"],
  contaminants: ["Haitta-aineet", "Föroreningar", "Contaminants"],
  temperature: ["Lämpötila", "Temperatur", "Temperature"],
  treatment: ["Nykyinen käsittely", "Nuvarande behandling", "Current treatment"],
  transport: ["Kuljetus", "Transport", "Transport"],
  permits: ["Luvat ja ehdot", "Tillstånd och villkor", "Permits and conditions"],
  source_document: ["Lähdeasiakirja", "Källdokument", "Source document"],
  verified_by: ["Tiedot tarkistanut", "Uppgifterna kontrollerade av", "Verified by"],
  updated: ["Päivitetty", "Uppdaterad", "Last updated"],
  expires: ["Voimassa", "Giltig till", "Expires"],
  contact: ["Yhteystiedot", "Kontaktuppgifter", "Contact"],
  business_id: ["Y-tunnus", "FO-nummer", "Business ID"],
  price: ["Hinta", "Pris", "Price"],
};

/** Something for the note, under its label; the value may differ by language. */
export interface NoteEntry {
  field: keyof typeof LABELS;
  value: (language: Language) => string;
}

/**
 * Puts a note together: the coordinator's own words first, then each value under its label.
 *
 * @param entries In the order they shall stand.
 * @param options.own The note of the sheet, may be empty.
 * @param options.language Of the labels.
 *
 * @example
 * ```ts
 * composeNote([{ field: "moisture", value: () => "40 %" }], { own: "Kysy lisää", language: "fi" });
 * // "Kysy lisää. Kosteus: 40 %."
 * ```
 */
export function composeNote(
  entries: readonly NoteEntry[],
  { own, language }: { own: string; language: Language },
): string {
  const place = { fi: 0, sv: 1, en: 2 }[language];
  const parts = entries.map(({ field, value }) => `${LABELS[field][place]}: ${value(language)}`);
  return [own, ...parts]
    .filter((part) => part !== "")
    .map((part) => (/[.!?]["”)]?$/.test(part) ? part : `${part}.`))
    .join(" ");
}
