import type { KnowledgeView } from "../../knowledge-view.ts";
import type { DeskExchange } from "../web/desk-section.ts";

/** What the page of an introduction shows beside it. */
export interface PageOptions {
  exchange: DeskExchange;
  whole: KnowledgeView;
  /** What is wrong with the form that was sent; its fields are shown again. */
  problem?: string;
}
