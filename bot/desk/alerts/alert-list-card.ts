import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, sayAction, textBlock } from "../../reply/build-card.ts";
import type { Alert } from "./alert.ts";
import { ALERT_TEXTS } from "./texts.ts";

/** Alerts as a card with buttons to pause, resume and delete each of them. */
export function alertListCard(
  alerts: readonly Pick<Alert, "number" | "state">[],
  context: { language: Language; title: string; whatOf: (number: number) => string },
): AdaptiveCard {
  const { language, title, whatOf } = context;
  const texts = ALERT_TEXTS[language];
  return buildCard({
    title,
    body: alerts.map(({ number, state }): CardElement => {
      const change =
        state === "active"
          ? sayAction(texts.pauseButton, texts.say.pause(number))
          : sayAction(texts.resumeButton, texts.say.resume(number));
      return {
        type: "Container",
        spacing: "Medium",
        separator: true,
        items: [
          textBlock(`${number} · ${whatOf(number)}`, { weight: "Bolder" }),
          textBlock(texts.states[state], { isSubtle: true, spacing: "None" }),
          {
            type: "ActionSet",
            actions: [change, sayAction(texts.deleteButton, texts.say.delete(number))],
          },
        ],
      };
    }),
    actions: alerts.length > 1 ? [sayAction(texts.deleteAllButton, texts.say.deleteAll)] : [],
  });
}
