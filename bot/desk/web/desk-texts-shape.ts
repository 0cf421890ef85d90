/**
 * Why a page of the desk is not shown, as far as it changes what to do:
 * `closed` nobody can sign in here yet, but the link printed at start opens the desk; `shut` nobody can, and there is
 * no link; `notCoordinator` the person is no coordinator; `usedLink` the link was used, is too old or incomplete;
 * `elsewhere` it was opened from another machine or under another name; `missing` nothing is there; `method` the
 * address is not used that way; `large` too much was sent; `unreadable` what was sent is no form; `foreign` another
 * site's page sent it; `busy` too many requests; `failed` the server failed.
 */
export type DeskProblem =
  | "closed"
  | "shut"
  | "notCoordinator"
  | "usedLink"
  | "elsewhere"
  | "missing"
  | "method"
  | "large"
  | "unreadable"
  | "foreign"
  | "busy"
  | "failed";

/** A heading, and what happened and what to do. */
export interface DeskWords {
  title: string;
  advice: string;
}

/** Words of the desk that belong to no section. */
export interface DeskTexts {
  /** Name of the whole. */
  desk: string;
  /** Goes past the navigation. */
  skip: string;
  /** Names the navigation to those who hear it. */
  sections: string;
  home: string;
  /** Below the heading of the home page. */
  homeIntro: string;
  /** How many things wait in a section. */
  waiting: (count: number) => string;
  nothingWaiting: string;
  signedIn: (name: string) => string;
  /** Stands for the name of who came by the link printed at start. */
  thisMachine: string;
  /** Stands for the name of a coordinator whom the provider did not name. */
  unnamed: string;
  signOut: string;
  /** Leads to the chat page. */
  chat: string;
  signedOut: DeskWords;
  problems: Record<DeskProblem, DeskWords>;
  /** Before the id under which the log tells more. */
  reference: string;
  /** What was written is shown again when its session had ended. */
  resend: {
    /** Nobody is signed in now. */
    ended: DeskWords;
    /** Somebody is, in a newer session. */
    renewed: DeskWords;
    signIn: string;
    send: string;
    written: string;
  };
}
