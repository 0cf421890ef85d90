import type { PrivacyFacts, PrivacySection, PrivacyTexts } from "./privacy-texts-shape.ts";

const YOUR_DATA: PrivacySection = {
  heading: "Download or delete your data",
  paragraphs: [
    "“Download this conversation” saves the whole conversation with its sources as a text file on your device.",
    "“Delete my data” deletes the running conversation from the server at once, with feedback, alerts and the words you sent to a person. Writing “delete my data” in the chat does the same, also in Teams. It cannot be undone. If you have closed the tab already, the conversation is deleted within the time above.",
  ],
};

const DESK_STORES = [
  "For statistics we note when, in which language and on what topic something was asked, and whether there was an answer. The words of a question that found no good answer are kept too, without e-mail addresses and phone numbers, so that a person can write the answer.",
  "If you send a question to a person, the coordinator sees what the form shows you before you send it. Alerts, side streams you publish and requests for an introduction are stored until they end.",
];

/** Writes the privacy page in English. */
export function englishPrivacyTexts(facts: PrivacyFacts): PrivacyTexts {
  const { retentionDays, hasSignIn, desk } = facts;
  return {
    title: "Privacy",
    back: "Back to the chat",
    sections: [
      whoAnswers(facts),
      {
        heading: "What is stored",
        paragraphs: [
          "We store your questions, the answers to them and what the conversation was about, so that it can go on.",
          "If you give feedback, we store the thumb and the words you add, so that whoever runs the service can improve the answers.",
          ...(desk === undefined ? [] : DESK_STORES),
          "We do not ask for your name. Please write no personal data or trade secrets into the chat or the feedback.",
        ],
      },
      {
        heading: "For how long",
        paragraphs: [
          `A conversation is deleted ${days(retentionDays)} after its last message.`,
          ...(desk === undefined
            ? []
            : [
                `The words of questions without a good answer are deleted after ${days(desk.questionDays)}, a question to a person ${days(desk.ticketDays)} after it was closed.`,
              ]),
        ],
      },
      YOUR_DATA,
      { heading: "Who you are", paragraphs: whoYouAre(hasSignIn) },
      {
        heading: "The chat on another site",
        paragraphs: [
          "The chat may be embedded in the site of another organisation. Even then your messages go straight to this server, and the site does not see them. Everything else on that site is covered by its own privacy notice.",
        ],
      },
      {
        heading: "In your browser",
        paragraphs: [
          `The page loads nothing from other servers. ${hasSignIn ? "It uses no cookies unless you sign in; then it uses a temporary cookie while you sign in and a session cookie, which goes when you sign out" : "It uses no cookies"}.`,
          "Your browser remembers the language you chose and, until you close the tab, the key of the running conversation and whom it was begun for (the role, and the id a site gave, if any).",
        ],
      },
    ],
  };
}

function whoAnswers({ usesChatModel, usesEmbeddingModel = false }: PrivacyFacts): PrivacySection {
  return {
    heading: "An AI answers you",
    paragraphs: [
      "Sivuvirta is an AI assistant, not a person. It answers from sources and shows them, but it can still be wrong. Check the source before you decide.",
      usesChatModel
        ? "A language model helps to word the answers. For this, your question, what was said just before and the passages found in the sources are sent to the provider of the model."
        : usesEmbeddingModel
          ? "The answers are made on this server. To find the right passages, your question is sent to an outside language model, which turns it into numbers."
          : "The answers are made on this server. Your questions are not sent to any outside language model.",
    ],
  };
}

function whoYouAre(hasSignIn = false): string[] {
  return [
    hasSignIn
      ? "You can use the service without signing in. If you sign in, we read only your role (member or coordinator) from the sign-in. Of a coordinator we also read the name and user id: the log of what is done at the coordinator’s desk tells who did it."
      : "You need no name and no account.",
    "If you are signed in to a site that embeds the chat, that site may tell us your role.",
    "The role travels, signed, in the key of the conversation and decides which information you may see. No name or e-mail address is stored with a conversation.",
  ];
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
