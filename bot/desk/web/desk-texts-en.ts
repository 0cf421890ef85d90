import type { DeskTexts } from "./desk-texts-shape.ts";

/** The desk in English. */
export const ENGLISH_DESK_TEXTS: DeskTexts = {
  desk: "Coordinator’s desk",
  skip: "Skip to content",
  sections: "Parts of the desk",
  home: "Home",
  homeIntro: "What waits for you, and where to find it.",
  waiting: (count) => `${count} waiting`,
  nothingWaiting: "Nothing waiting",
  signedIn: (name) => `Signed in: ${name}`,
  thisMachine: "on this computer",
  unnamed: "coordinator",
  signOut: "Sign out",
  chat: "Chat",
  signedOut: {
    title: "You have signed out",
    advice: "To come back, restart the bot: it then prints a new link.",
  },
  problems: {
    closed: {
      title: "The desk is not open to you",
      advice:
        "Open it with the link that the bot printed when it started. The link works once, within 15 minutes; restart the bot to get a new one. For more people to work here, set up sign-in by OpenID Connect.",
    },
    shut: {
      title: "Nobody can sign in here yet",
      advice:
        "The desk opens once sign-in by OpenID Connect is set up and somebody has the role of coordinator. Ask whoever runs this service.",
    },
    notCoordinator: {
      title: "The desk is for coordinators",
      advice:
        "You are signed in, but not as a coordinator. If you should be one, ask whoever runs this service for the role, then sign out and in again.",
    },
    usedLink: {
      title: "This link no longer works",
      advice:
        "The link works once, within 15 minutes of the start of the bot, and only as it was printed. Restart the bot to get a new one.",
    },
    elsewhere: {
      title: "This link works only on the bot’s own computer",
      advice:
        "Open it in a browser on the computer the bot runs on, exactly as it was printed. For others to work here, set up sign-in by OpenID Connect.",
    },
    missing: {
      title: "Page not found",
      advice: "There is nothing at this address. It may have been removed. Go back, or choose a part above.",
    },
    method: {
      title: "This address does not work like that",
      advice: "Go to the page where you began, and use its buttons.",
    },
    large: {
      title: "That was too much at once",
      advice: "A form may hold about 60,000 characters. Go back and shorten the text.",
    },
    unreadable: {
      title: "The form could not be read",
      advice: "Go back to the page, load it again and send the form from there.",
    },
    foreign: {
      title: "The form was not sent from this page",
      advice: "For your safety nothing was changed. Open the desk itself and do it there.",
    },
    busy: {
      title: "Too many requests",
      advice: "Wait a minute, then load the page again. Nothing was changed.",
    },
    failed: {
      title: "Something went wrong",
      advice: "Try again. If it happens again, give the reference below to whoever runs this service.",
    },
  },
  reference: "Reference",
  resend: {
    ended: {
      title: "Your sign-in has ended",
      advice:
        "Nothing was saved yet. Sign in again in a new tab, then come back to this page and send again. What you wrote is kept below.",
    },
    renewed: {
      title: "You have signed in anew meanwhile",
      advice: "Nothing was saved yet. Check what you wrote, then send it again.",
    },
    signIn: "Sign in (opens a new tab)",
    send: "Send again",
    written: "What you wrote",
  },
};
