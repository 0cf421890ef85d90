import type { Language } from "../../knowledge/languages.ts";

/** What a picture shows, as data; `bot/pictures/` draws it. */
export type Drawing = BarChart | ParkMap | FlowPicture;

/** Horizontal bars, longest first as given. */
export interface BarChart {
  kind: "bars";
  language: Language;
  title: string;
  /** Unit of every value, such as `t`. */
  unit: string;
  /** At most 12 are drawn; `text` is the value written for the reader's language. */
  bars: readonly { label: string; value: number; text: string }[];
  /** Line below the chart: where the figures are from. */
  source: string;
}

/** The outline of Finland with named places. */
export interface ParkMap {
  kind: "map";
  language: Language;
  title: string;
  places: readonly { label: string; latitude: number; longitude: number; isHighlighted: boolean }[];
  source: string;
}

/** Streams from givers on the left to takers on the right; width by amount, thin where it is unknown. */
export interface FlowPicture {
  kind: "flow";
  language: Language;
  title: string;
  flows: readonly { from: string; to: string; label: string; value?: number }[];
  source: string;
}
