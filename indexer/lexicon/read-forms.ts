import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { Rest } from "../pace.ts";
import type { LexiconData } from "./concept.ts";
import { KnownForms } from "./known-forms.ts";

/** Forms that are read between two looks at the clock. */
const STEP = 256;

/** The forms of a lexicon, ready to be looked up. */
export function readForms(data: LexiconData): Record<Language, KnownForms> {
  const forms = createForms();
  for (const _ of addForms(forms, data));
  return forms;
}

/** The same with rests between, for a process that serves meanwhile; two hundred thousand forms take a quarter of a second. */
export async function readFormsInSteps(data: LexiconData, rest: Rest): Promise<Record<Language, KnownForms>> {
  const forms = createForms();
  for (const _ of addForms(forms, data)) await rest();
  return forms;
}

function createForms(): Record<Language, KnownForms> {
  return { fi: new KnownForms("fi"), sv: new KnownForms("sv"), en: new KnownForms("en") };
}

function* addForms(forms: Record<Language, KnownForms>, data: LexiconData): Generator<void> {
  // Most of the two hundred thousand forms lead to one concept: those of a concept share one list.
  const single = data.concepts.map((_, position) => [position]);
  let count = 0;
  for (const language of LANGUAGES) {
    for (const [form, ...own] of data.forms[language]) {
      const positions = own.length === 1 ? (single[own[0] ?? -1] ?? own) : own;
      const isTopic = positions.some((position) => data.concepts[position]?.kind !== "word");
      forms[language].add(form, { positions, isTopic });
      count += 1;
      if (count % STEP === 0) yield;
    }
  }
}
