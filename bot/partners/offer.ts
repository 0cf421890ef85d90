import type { Reader } from "../../knowledge/languages.ts";
import type { Point } from "./distance.ts";
import type { Stuff } from "./read-stuff.ts";

/** What a search for takers knows of the stream. */
export interface Offer {
  stuff: readonly Stuff[];
  /** Rank of the asker: what it may not see of a use, company or park counts for nothing. @default "public" */
  reader?: Reader;
  wasteCode?: string | undefined;
  form?: string | undefined;
  place?: Point | undefined;
  /** Whether it is hazardous: then it goes to no food, feed or soil. */
  isHazardous?: boolean;
  /** Whether it is heat, which goes no farther than a pipe. */
  isHeat?: boolean;
  /** Words of the giver's own name: it is no partner of itself. */
  owner?: string | undefined;
}
