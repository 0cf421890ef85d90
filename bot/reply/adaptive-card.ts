/**
 * The part of Adaptive Cards 1.5 that Teams and Web Chat both show: no `Action.Execute`, no `Table` (Web Chat's
 * phone width breaks it), no templating.
 */
export interface AdaptiveCard {
  type: "AdaptiveCard";
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  version: "1.5";
  /** Read out in place of the card. */
  speak?: string;
  fallbackText?: string;
  body: CardElement[];
  actions?: CardAction[];
}

/** An element of a card's body, as plain data. */
export interface CardElement {
  type:
    | "TextBlock"
    | "FactSet"
    | "ColumnSet"
    | "Column"
    | "Container"
    | "Image"
    | "ActionSet"
    | "Input.Text"
    | "Input.Number"
    | "Input.ChoiceSet";
  [property: string]: unknown;
}

/** What a button does. */
export type CardAction =
  | { type: "Action.OpenUrl"; title: string; url: string }
  | { type: "Action.Submit"; title: string; data: Record<string, unknown> };
