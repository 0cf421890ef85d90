import type { Language } from "../../../knowledge/languages.ts";
import type { Actor } from "../actor.ts";
import type { Html } from "./html.ts";

/** A request to a page of the desk; whoever sent it was found to be a coordinator. */
export interface DeskExchange {
  actor: Actor;
  /** Language of the page. */
  language: Language;
  /** Parts of the path that a route names, such as `id`; decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Fields of a sent form; empty for a page that is only looked at. */
  form: URLSearchParams;
  /** Hidden field that every form with `method="post"` must hold. */
  csrfField: Html;
}

/** What a route of the desk answers. */
export type DeskAnswer =
  | {
      kind: "page";
      /** Heading of the page and title of its tab. */
      title: string;
      /** What stands below the heading. */
      main: Html;
      /** @default {200} */
      status?: number;
    }
  /** Goes to another page of the desk (a path that begins with `/desk`), after something was done. */
  | { kind: "redirect"; to: string; done?: string }
  | { kind: "file"; name: string; contentType: string; body: string | Uint8Array }
  | { kind: "missing" };

/** One address of a section. */
export interface DeskRoute {
  method: "get" | "post";
  /** Below the section's own path: `""`, `"/new"`, `"/:id"`, `"/:id/retire"`. A fixed part goes before a named one. */
  path: string;
  handle(exchange: DeskExchange): DeskAnswer | Promise<DeskAnswer>;
}

/** A part of the desk with pages of its own, such as the FAQ. */
export interface DeskSection {
  /** Below `/desk/`: `faq`. */
  path: string;
  /** Word in the navigation. */
  title: Readonly<Record<Language, string>>;
  /** What one does there, in a sentence on the home page. @default {none is shown} */
  about?: Readonly<Record<Language, string>>;
  /** How many things wait there, shown beside the word. @default {none is shown} */
  waiting?: () => number | Promise<number>;
  routes: readonly DeskRoute[];
}
