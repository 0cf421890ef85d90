import type { Language } from "../../../knowledge/languages.ts";
import type { QuestionTexts } from "./question-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** The words of the queue, the figures and of forgetting, by language. */
export const QUESTION_TEXTS: Record<Language, QuestionTexts> = { fi: FI, sv: SV, en: EN };
