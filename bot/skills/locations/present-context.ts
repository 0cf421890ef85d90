import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationRequest } from "../../query/location-need.ts";
import type { MatchContext } from "./match-need.ts";

/** What all parts of an answer on where to settle need to be put into words. */
export interface PresentContext {
  language: Language;
  view: KnowledgeView;
  reader: Reader;
  match: MatchContext;
  request: LocationRequest;
  /** Names of the needs, in the order of each park's matches. */
  labels: readonly string[];
  /** The same without the amounts asked for, to stand beside what sources tell. */
  names: readonly string[];
}
