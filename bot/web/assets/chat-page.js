/**
 * The chat page: joins the conversation, its view, the sample questions, the functions and the three languages.
 * In: clicks, and messages of the site around the page. Out: questions to the bot.
 */

import {
  forgetConversation,
  isConversationAlive,
  isOpenElsewhere,
  keepTokenFresh,
  openConversation,
} from "./conversation.js";
import { askForWords, dropFeedback, listenToFeedback } from "./feedback-form.js";
import { listenToHost, tellHost, visitorFrom } from "./host-channel.js";
import { hideMenu, isSomethingOpen, listenToFunctions } from "./page-functions.js";
import { firstLanguage, rememberLanguage, showLanguage, textsOf } from "./page-language.js";
import { isInPanel } from "./page-settings.js";
import { refreshTheme, setTheme } from "./page-theme.js";
import { readSignIn } from "./sign-in.js";
import { showStatus } from "./status-line.js";
import { openView } from "./web-chat-view.js";

const place = document.getElementById("web-chat");
const samples = document.querySelector("details.samples");

let language = firstLanguage();
/** @type {{ visitor: string, identity?: string }} */
let visitor = { visitor: "" };
/** @type {ReturnType<typeof openView> | undefined} */
let view;
/** @type {import("./conversation.js").Conversation | undefined} */
let conversation;
/** Counts the openings; an answer to an older one comes too late to matter. */
let opening = 0;
/** A question pressed before the chat is online. */
let waitingQuestion = "";
/** Whether the panel around the page is closed. */
let isHidden = false;
/** Whether the send box is to have the keyboard as soon as it is there. */
let wantsFocus = false;

/**
 * Opens the conversation of this tab, or a new one.
 *
 * @param {{ keptText?: string }} [options] `keptText`: name of a page text that stays in view afterwards.
 */
async function open({ keptText } = {}) {
  const current = ++opening;
  view?.close();
  view = conversation = undefined;
  dropFeedback();
  place.dataset.state = "connecting";
  showStatus("connecting");
  try {
    const opened = await openConversation(visitor);
    if (current !== opening) return;
    conversation = opened;
    view = openView({
      element: place,
      conversation,
      texts: textsOf(language),
      onOnline: () => current === opening && becameOnline(opened.isRefused ? "unknownVisitor" : keptText),
      onSend: foldSamples,
      onRefused: (text) => current === opening && refused(text),
      onAnswer: () => isHidden && tellHost("answer"),
      onRated: askForWords,
      onLost: (reason, token) => current === opening && lost(reason, { ...opened, token }),
    });
    if (opened.isResumed) foldSamples();
  } catch (error) {
    console.warn(error);
    if (current === opening) showStatus("failed", { action: "retry", run: () => open() });
  }
}

function becameOnline(keptText) {
  showStatus(keptText);
  place.dataset.state = "online";
  if (waitingQuestion) view?.send(waitingQuestion);
  waitingQuestion = "";
  if (wantsFocus) focusChat();
}

/** A question that came too late is asked again in a new conversation. */
async function refused(text) {
  const current = opening;
  if ((await isConversationAlive()) || current !== opening) return;
  waitingQuestion = text;
  lost("ended");
}

/** What was read stays in view when only the time is over; a conversation the server has not is replaced. */
function lost(reason, key) {
  const wasOnline = place.dataset.state === "online";
  place.dataset.state = "lost";
  forgetConversation();
  if (reason === "ended" || (key?.isResumed && !wasOnline)) void open({ keptText: "startedAnew" });
  else if (reason === "expired") void tellExpired(key);
  else showStatus("failed", { action: "retry", run: () => open() });
}

async function tellExpired(key) {
  const current = opening;
  const isElsewhere = key !== undefined && (await isOpenElsewhere(key));
  if (current !== opening) return;
  showStatus(isElsewhere ? "elsewhere" : "paused", { action: "newConversation", run: () => startAnew() });
}

/** @param {{ keptText?: string }} [options] As of {@link open}. */
function startAnew({ keptText } = {}) {
  forgetConversation();
  if (samples) samples.open = true;
  document.body.classList.remove("is-talking");
  wantsFocus = true;
  void open({ keptText });
}

/** @param {string} question Sent at once, or as soon as the chat is online. */
function ask(question) {
  foldSamples();
  if (place.dataset.state === "online") view?.send(question);
  else waitingQuestion = question;
  if (place.dataset.state === "lost") startAnew();
  else focusChat();
}

/** A keyboard on the screen would cover the chat, so only those with a real one get into the send box. */
function focusChat() {
  const box = place.querySelector("textarea, form input");
  wantsFocus = !box;
  if (matchMedia("(pointer: fine)").matches) box?.focus();
  else if (isInPanel) document.getElementById("close")?.focus();
}

/** On a phone the answer needs the room of the tagline and the sample questions. */
function foldSamples() {
  document.body.classList.add("is-talking");
  if (samples && matchMedia("(max-width: 52rem)").matches) samples.open = false;
}

function changeLanguage(chosen) {
  language = chosen;
  // On another site the language is the site's; what is chosen there says nothing about this page.
  if (!isInPanel) rememberLanguage(chosen);
  hideMenu();
  redraw();
}

function redraw() {
  refreshTheme();
  showLanguage(language);
  view?.show(textsOf(language));
}

/** What the site around the page may say. */
const hostHandlers = {
  hello(data) {
    isHidden = data.isOpen !== true;
    setTheme(data);
    redraw();
  },
  identify({ identity }) {
    const earlier = visitor;
    visitor = visitorFrom(identity);
    if (visitor.visitor !== earlier.visitor) startAnew();
  },
  shown() {
    isHidden = false;
    focusChat();
  },
  hidden() {
    isHidden = true;
  },
};

function listen() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => changeLanguage(button.dataset.language));
  }
  for (const button of document.querySelectorAll("[data-sample]")) {
    button.addEventListener("click", () => ask(textsOf(language).samples[button.dataset.sample].question));
  }
  listenToFunctions({
    currentKey: () => conversation,
    startAnew: () => startAnew(),
    onErased: () => startAnew({ keptText: "erased" }),
  });
  listenToFeedback({ send: (rating) => view?.rate(rating), focusChat });
  const close = document.getElementById("close");
  if (isInPanel) close?.addEventListener("click", () => tellHost("close"));
  else close?.remove();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !isSomethingOpen()) tellHost("close");
  });
  for (const query of ["(prefers-color-scheme: dark)", "(max-width: 52rem)"]) {
    matchMedia(query).addEventListener("change", redraw);
  }
}

async function start() {
  showLanguage(language);
  listen();
  const [{ identity }, role] = await Promise.all([listenToHost(hostHandlers), readSignIn()]);
  visitor = role ? { visitor: `role:${role}` } : visitorFrom(identity);
  redraw();
  keepTokenFresh(() => lost("expired"));
  void open();
}

void start();
