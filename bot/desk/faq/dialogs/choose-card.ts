import type { CardElement } from "../../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../../reply/build-card.ts";
import { type DialogAnswer, type DialogRequest, submitDialogAction } from "../../dialogs/dialog.ts";
import { shownQuestion } from "../faq-entry.ts";
import type { FaqItem } from "../faq-item.ts";
import { filterItems } from "../filter-items.ts";
import { FAQ_TEXTS } from "../texts.ts";

const MOST_SHOWN = 12;
const MAX_SEARCH_CHARS = 100;
const MAX_TITLE_CHARS = 120;

/** What an entry is looked for in. */
export interface ChooseOptions {
  /** Name of the dialog, such as `faq.edit`. */
  name: string;
  title: string;
  items: readonly FaqItem[];
  /** Date as `2026-03-01`. */
  today: string;
  /** Which entries can be chosen. */
  state: "live" | "retired" | "all";
}

/** A card to look for an entry by its words and choose one; it comes back as the field `chosen`. */
export function chooseCard({ language, fields }: DialogRequest, options: ChooseOptions): DialogAnswer {
  const { name, title, items, today, state } = options;
  const { dialogs } = FAQ_TEXTS[language];
  const search = (fields.search ?? "").slice(0, MAX_SEARCH_CHARS);
  const found = filterItems(items, { filter: { state, search }, today }).slice(0, MOST_SHOWN);
  const choices = found.map((item) => ({
    title: shownQuestion(item.content, language).slice(0, MAX_TITLE_CHARS),
    value: item.id,
  }));
  const results: CardElement[] =
    choices.length === 0
      ? [textBlock(dialogs.nothingFound)]
      : [
          {
            type: "Input.ChoiceSet",
            id: "chosen",
            label: dialogs.choose,
            style: "expanded",
            wrap: true,
            choices,
          },
        ];
  const card = buildCard({
    title,
    body: [
      {
        type: "Input.Text",
        id: "search",
        label: dialogs.search,
        placeholder: dialogs.searchHint,
        maxLength: MAX_SEARCH_CHARS,
        ...(search === "" ? {} : { value: search }),
      },
      ...results,
    ],
    actions: [
      submitDialogAction(dialogs.find, name, { step: "search" }),
      ...(choices.length === 0 ? [] : [submitDialogAction(dialogs.open, name, { step: "choose" })]),
    ],
  });
  return { kind: "card", title, card };
}
