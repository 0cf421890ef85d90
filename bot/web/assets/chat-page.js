/**
 * The chat page: joins the conversation, its view, the sample questions and the three languages.
 * In: clicks. Out: questions to the bot.
 */

import { forgetConversation, isConversationAlive, keepTokenFresh, openConversation } from "./conversation.js";
import { firstLanguage, rememberLanguage, showLanguage, textsOf } from "./page-language.js";
import { openView } from "./web-chat-view.js";

const status = document.getElementById("status");
const place = document.getElementById("web-chat");
const samples = document.querySelector("details.samples");

let language = firstLanguage();
/** @type {ReturnType<typeof openView> | undefined} */
let view;
/** Counts the openings; an answer to an older one comes too late to matter. */
let opening = 0;
/** A question pressed before the chat is online. */
let waitingQuestion = "";

/**
 * Opens the conversation of this tab, or a new one.
 *
 * @param {{ keptText?: string }} [options] `keptText`: name of a page text that stays in view afterwards.
 */
async function open({ keptText } = {}) {
  const current = ++opening;
  view?.close();
  view = undefined;
  place.dataset.state = "connecting";
  showStatus("connecting");
  try {
    const conversation = await openConversation();
    if (current !== opening) return;
    view = openView({
      element: place,
      conversation,
      locale: textsOf(language).locale,
      onOnline: () => current === opening && becameOnline(keptText),
      onSend: foldSamples,
      onRefused: (text) => current === opening && refused(text),
      onLost: (reason) => current === opening && lost(reason, conversation.isResumed),
    });
    if (conversation.isResumed) foldSamples();
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
}

/** A question that came too late is asked again in a new conversation. */
async function refused(text) {
  const current = opening;
  if ((await isConversationAlive()) || current !== opening) return;
  waitingQuestion = text;
  lost("ended");
}

/** What was read stays in view when only the time is over; a conversation the server has not is replaced. */
function lost(reason, wasResumed = false) {
  const wasOnline = place.dataset.state === "online";
  place.dataset.state = "lost";
  forgetConversation();
  if (reason === "ended" || (wasResumed && !wasOnline)) open({ keptText: "startedAnew" });
  else if (reason === "expired") showStatus("paused", { action: "newConversation", run: startAnew });
  else showStatus("failed", { action: "retry", run: () => open() });
}

function startAnew() {
  forgetConversation();
  if (samples) samples.open = true;
  document.body.classList.remove("is-talking");
  open();
}

/** @param {string} question Sent at once, or as soon as the chat is online. */
function ask(question) {
  foldSamples();
  if (place.dataset.state === "online") view?.send(question);
  else waitingQuestion = question;
  if (place.dataset.state === "lost") startAnew();
  // A keyboard on the screen would cover the answer, so only those with a real one go on typing.
  if (matchMedia("(pointer: fine)").matches) place.querySelector("textarea, form input")?.focus();
}

/** On a phone the answer needs the room of the tagline and the sample questions. */
function foldSamples() {
  document.body.classList.add("is-talking");
  if (samples && matchMedia("(max-width: 52rem)").matches) samples.open = false;
}

/**
 * @param {string} [name] Name of a page text; none hides the line.
 * @param {{ action: string, run: () => void }} [button] A button behind the text.
 */
function showStatus(name, button) {
  status.hidden = !name;
  status.replaceChildren();
  if (!name) return;
  status.append(markedElement("span", name));
  if (!button) return;
  const element = markedElement("button", button.action);
  element.addEventListener("click", button.run);
  status.append(" ", element);
}

/** An element whose words follow the language of the page. */
function markedElement(tag, name) {
  const element = document.createElement(tag);
  element.dataset.text = name;
  element.textContent = textsOf(language)[name];
  return element;
}

function changeLanguage(chosen) {
  language = chosen;
  rememberLanguage(chosen);
  redraw();
}

function redraw() {
  showLanguage(language);
  view?.show(textsOf(language).locale);
}

function listen() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => changeLanguage(button.dataset.language));
  }
  for (const button of document.querySelectorAll("[data-sample]")) {
    button.addEventListener("click", () => ask(textsOf(language).samples[button.dataset.sample].question));
  }
  document.getElementById("new-conversation")?.addEventListener("click", startAnew);
  for (const query of ["(prefers-color-scheme: dark)", "(max-width: 52rem)"]) {
    matchMedia(query).addEventListener("change", redraw);
  }
}

showLanguage(language);
listen();
keepTokenFresh(() => lost("expired"));
open();
