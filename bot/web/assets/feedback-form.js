/**
 * Asks for words after a thumb was pressed.
 * In: a rating. Out: the same rating with the visitor's words.
 */

import { textsOf } from "./page-language.js";

const form = document.getElementById("feedback");
const question = document.getElementById("feedback-question");
const words = document.getElementById("feedback-words");
const status = document.getElementById("feedback-status");

/** How long the thanks stay, in milliseconds. */
const THANKS_IN_MS = 8000;

/** @typedef {import("./web-chat-view.js").Rating} Rating */

/** @type {Rating | undefined} */
let rating;
/** Where the keyboard was before. */
let opener;
let timer = 0;

/**
 * @param {{ send: (rating: Rating & { words: string }) => Promise<void>, focusChat: () => void }} options
 * `focusChat`: where the keyboard goes when the thumb is gone.
 */
export function listenToFeedback({ send, focusChat }) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (!rating || !text) return skipFeedback(focusChat);
    try {
      await send({ ...rating, words: text });
      skipFeedback(focusChat);
      say("feedbackThanks");
      timer = setTimeout(say, THANKS_IN_MS);
    } catch (error) {
      console.warn(error);
      say("feedbackFailed");
    }
  });
  document.getElementById("feedback-skip").addEventListener("click", () => skipFeedback(focusChat));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    skipFeedback(focusChat);
  });
}

/**
 * Shows the form for one rating; an earlier one that was not finished counts without words.
 *
 * @param {Rating} given
 */
export function askForWords(given) {
  rating = given;
  opener = document.activeElement;
  say();
  words.value = "";
  question.dataset.text = given.reaction === "like" ? "likeQuestion" : "dislikeQuestion";
  question.textContent = textsOf(document.documentElement.lang)[question.dataset.text];
  form.hidden = false;
  // A keyboard on the screen would cover the answer before the visitor has decided to write.
  const target = matchMedia("(pointer: fine)").matches ? words : form;
  // Later, because Web Chat moves the focus itself while it takes the thumb in.
  setTimeout(() => target.focus({ preventScroll: true }));
}

/** Hides the form without a word, because its conversation is over. */
export function dropFeedback() {
  form.hidden = true;
  say();
}

function skipFeedback(focusChat) {
  const hadFocus = form.contains(document.activeElement);
  form.hidden = true;
  rating = undefined;
  if (!hadFocus) return;
  opener?.focus();
  if (document.activeElement === document.body) focusChat();
}

/** @param {string} [name] Name of a page text; none empties the line. */
function say(name) {
  clearTimeout(timer);
  if (name) status.dataset.text = name;
  else delete status.dataset.text;
  status.textContent = name ? textsOf(document.documentElement.lang)[name] : "";
}
