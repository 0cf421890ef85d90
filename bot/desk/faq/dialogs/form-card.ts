import { LANGUAGES, type Language, READERS } from "../../../../knowledge/languages.ts";
import type { CardElement } from "../../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../../reply/build-card.ts";
import { capitalised } from "../../../reply/capitalised.ts";
import { type DialogAnswer, submitDialogAction } from "../../dialogs/dialog.ts";
import {
  COMMON_FIELDS,
  changedFields,
  type FaqDraft,
  type FaqField,
  TEXT_FIELDS,
  textField,
} from "../faq-draft.ts";
import { MAX_ANSWER_CHARS, MAX_QUESTION_CHARS } from "../faq-entry.ts";
import { fieldName } from "../pages/form-page.ts";
import type { ParkChoice } from "../pages/page-context.ts";
import { FAQ_TEXTS } from "../texts.ts";

const MAX_LIST_CHARS = 5000;
/** Teams gives an empty choice back as one that was not made. */
const NO_PARK = "-";

/** What the card of an entry shows. */
export interface FormCardOptions {
  /** Name of the dialog, such as `faq.edit`. */
  name: string;
  title: string;
  /** Language of the card's words. */
  language: Language;
  /** Language whose question and answer are shown. */
  shown: Language;
  /** What the form began with; only what differs from it travels along unseen. */
  base: FaqDraft;
  draft: FaqDraft;
  parks: readonly ParkChoice[];
  /** What names the entry, its form and where it comes from. */
  carried: Record<string, string>;
  /** Lines above the fields: what is wrong, near entries, a conflict. */
  notes?: readonly CardElement[];
  /** Whether it can be saved although others ask much the same. */
  canInsist?: boolean;
}

/** Fields that stand on the card when a language is shown. */
export function shownFields(shown: Language): FaqField[] {
  return [...TEXT_FIELDS.map((field) => textField(field, shown)), ...COMMON_FIELDS];
}

/** The form of an entry in one language at a time; buttons change the language and lose nothing. */
export function formCard(options: FormCardOptions): DialogAnswer {
  const { name, title, language, shown, base, draft, notes = [], canInsist = false } = options;
  const texts = FAQ_TEXTS[language];
  const visible = shownFields(shown);
  const hidden = changedFields(base, draft).filter((field) => !visible.includes(field));
  const carried = {
    ...Object.fromEntries(hidden.map((field) => [field, draft[field]])),
    ...options.carried,
    shown,
  };
  const others = LANGUAGES.filter((other) => other !== shown);
  const card = buildCard({
    title: `${title} – ${texts.languages[shown]}`,
    subtitle: texts.dialogs.language(texts.languages[shown]),
    body: [...notes, ...visible.map((field) => input(field, options))],
    actions: [
      submitDialogAction(texts.form.save, name, { ...carried, step: "save" }),
      ...(canInsist ? [submitDialogAction(texts.form.saveAnyway, name, { ...carried, step: "anyway" })] : []),
      ...others.map((other) =>
        submitDialogAction(languageTitle(other, { language, draft }), name, {
          ...carried,
          step: "language",
          to: other,
        }),
      ),
    ],
  });
  return { kind: "card", title, card };
}

/** Reads the fields of a sent card over what the form began with. */
export function readCardDraft(fields: Readonly<Record<string, string>>, base: FaqDraft): FaqDraft {
  const shown = LANGUAGES.find((language) => language === fields.shown);
  const draft = { ...base };
  for (const field of Object.keys(base) as FaqField[]) {
    if (fields[field] !== undefined) draft[field] = fields[field];
    // A client may leave out what was emptied.
    else if (shown !== undefined && shownFields(shown).includes(field)) draft[field] = "";
  }
  if (draft.park === NO_PARK) draft.park = "";
  return draft;
}

function languageTitle(
  other: Language,
  { language, draft }: { language: Language; draft: FaqDraft },
): string {
  const texts = FAQ_TEXTS[language];
  const name = capitalised(texts.languages[other]);
  return draft[textField("answer", other)] === "" ? `${name} (${texts.form.missing})` : name;
}

function input(field: FaqField, { language, draft, parks }: FormCardOptions): CardElement {
  const texts = FAQ_TEXTS[language];
  const [bare = ""] = field.split("_");
  const hint = texts.hints[bare as keyof typeof texts.hints] as string | undefined;
  const common = { id: field, label: fieldName(field, { language }) };
  if (field === "park" || field === "visibility") {
    const choices =
      field === "park"
        ? [
            { title: texts.noPark, value: NO_PARK },
            ...parks.map(({ id, name }) => ({ title: name, value: id })),
          ]
        : READERS.map((rank) => ({ title: texts.ranks[rank], value: rank }));
    return { type: "Input.ChoiceSet", ...common, style: "compact", choices, value: draft[field] || NO_PARK };
  }
  const isLong = bare === "variants" || bare === "answer" || bare === "sources";
  return {
    type: "Input.Text",
    ...common,
    isMultiline: isLong,
    maxLength: bare === "answer" ? MAX_ANSWER_CHARS : isLong ? MAX_LIST_CHARS : MAX_QUESTION_CHARS,
    ...(hint === undefined ? {} : { placeholder: hint }),
    ...(draft[field] === "" ? {} : { value: draft[field] }),
  };
}

/** A line that stands out. */
export function warning(text: string): CardElement {
  return textBlock(text, { color: "Attention" });
}
