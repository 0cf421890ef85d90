import type { ChatTexts } from "./ticket-texts.ts";

export const CHAT_EN: ChatTexts = {
  formTitle: "Ask a coordinator",
  formIntro:
    "I can pass your question on to a coordinator, who will answer it in person. This is everything that will be sent; check it, change it and send it with the form below.",
  formShared: "This is a group conversation: the answer comes here, and everybody here can read it.",
  question: "Your question",
  questionEmpty: "Write the question in the form.",
  questionMissing: "Write your question so that I can send it.",
  turns: "What goes along from this conversation (you can leave it out):",
  turnAsked: "You asked",
  turnAnswered: "I answered",
  noTurns: "Nothing of the earlier conversation is sent.",
  share: "What should go along with the question?",
  yourName: (name) => `Your name: ${name}`,
  answerLanguage: "In which language would you like the answer?",
  languages: { fi: "In Finnish", sv: "In Swedish", en: "In English" },
  contact: "How would you like the answer?",
  contacts: { chat: "In this conversation", email: "In this conversation and by e-mail" },
  email: "E-mail address",
  emailExample: "name@company.com",
  emailMissing:
    "Write the e-mail address as name@company.com, or choose an answer in this conversation only.",
  howTo: "Send or cancel with the form below.",
  send: "Send to the coordinator",
  cancel: "Cancel",
  sent: (id) => `Your question has been sent to the coordinator. Its number is ${id}.`,
  next: "When the coordinator has answered, the answer comes to this conversation.",
  nextShared:
    "When the coordinator has answered, the answer comes to this group conversation, where everybody can read it.",
  nextEmail: "You will also get the answer by e-mail.",
  askLater: (id) => `What about question ${id}?`,
  twice: (id) => `This question has been sent already. Its number is ${id}.`,
  cancelled: "All right, nothing was sent.",
  tooMany: (most) =>
    `${most} questions from this conversation are waiting for an answer already, so the new one was not sent. You can add to an earlier question, or send a new one when one of them has been answered.`,
  formGone: "The form was too old, so nothing was sent. Here is a new one.",
  questionNumber: (id) => `Question ${id}`,
  noTickets: "No questions have been sent to a coordinator from this conversation.",
  unknownTicket: (id) => `No question number ${id} has been sent from this conversation.`,
  yourTickets: "Questions you have sent to the coordinator, newest first:",
  states: {
    open: "waiting for a coordinator",
    assigned: "a coordinator is working on it",
    answered: "answered in this conversation",
    closed: "closed",
  },
  ticketLine: (id, { question, state, date }) => `Question ${id} (${date}): “${question}” – **${state}**`,
  helped: (id) => `Good to hear! Question ${id} is closed now.`,
  reopened: (id) => `Question ${id} is with the coordinator again.`,
  notAnswered: (id) => `Question ${id} has not been answered yet, so it is still with the coordinator.`,
  addTitle: "Add to the question",
  addLabel: "What is still unclear?",
  addMissing: "First write what you want to add.",
  addSend: "Send the addition",
  added: (id) => `The addition to question ${id} has been sent to the coordinator.`,
  addedTooMany: "Nothing more can be added to this question. Please send a new one.",
  didItHelp: "Did the answer help?",
  helps: "Yes, thank you",
  needsMore: "I still need help",
  helpedSay: (id) => `I got help with question ${id}`,
  needsMoreSay: (id) => `I still need help with question ${id}`,
  answerTo: (id, question) => `Answer to your question ${id}: “${question}”`,
  answeredBy: (name, date) =>
    name === undefined
      ? `A coordinator answered on ${date}.`
      : `Answered by the coordinator ${name} on ${date}.`,
  statement: (name, date) =>
    name === undefined ? `Answer of the coordinator, ${date}` : `${name}, coordinator, answer of ${date}`,
  namedSource: (title, year) =>
    `Source named by the coordinator: ${title}${year === undefined ? "" : ` (${year})`}`,
  closedFrame: (id, question) =>
    `The coordinator closed your question ${id} without an answer: “${question}”\n\nReason:`,
  goOn: "You can go on in the conversation in which you asked.",
};
