/**
 * New conversation, download and deletion: beside the chat, or in the menu where there is no room.
 * In: presses. Out: calls of what the page gives.
 */

import { eraseConversation, readActivities } from "./conversation.js";
import { textsOf } from "./page-language.js";
import { showStatus } from "./status-line.js";
import { transcriptName, writeTranscript } from "./write-transcript.js";

const menu = document.getElementById("menu");
const dialog = document.getElementById("erase");
const eraseFailed = document.getElementById("erase-failed");

/**
 * @typedef {object} FunctionsOptions
 * @property {() => import("./conversation.js").Key | undefined} currentKey Key of the running conversation.
 * @property {() => void} startAnew
 * @property {() => void} onErased The server has deleted the conversation.
 */

/** @param {FunctionsOptions} options */
export function listenToFunctions({ currentKey, startAnew, onErased }) {
  const actions = {
    new: startAnew,
    download: () => download(currentKey()),
    erase: () => {
      eraseFailed.textContent = "";
      dialog.showModal();
    },
  };
  for (const button of document.querySelectorAll("[data-action]")) {
    button.addEventListener("click", () => {
      hideMenu();
      actions[button.dataset.action]();
    });
  }
  document.getElementById("erase-cancel").addEventListener("click", () => dialog.close());
  document.getElementById("erase-confirm").addEventListener("click", () => erase(currentKey(), onErased));
}

/** Whether Escape belongs to a window or menu of the page. A browser without popovers shows the menu all the time. */
export function isSomethingOpen() {
  return document.querySelector("dialog[open]") !== null || isMenuOpen();
}

/** Closes the menu, if it is open. */
export function hideMenu() {
  if (isMenuOpen()) menu.hidePopover();
}

function isMenuOpen() {
  return "hidePopover" in menu && menu.matches(":popover-open");
}

async function download(key) {
  const texts = textsOf(document.documentElement.lang);
  const options = { texts: texts.transcript, locale: texts.locale, now: new Date() };
  try {
    const activities = key ? await readActivities(key) : [];
    saveFile(writeTranscript(activities, options), transcriptName(options));
  } catch (error) {
    console.warn(error);
    showStatus("downloadFailed");
  }
}

function saveFile(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function erase(key, onErased) {
  const confirm = document.getElementById("erase-confirm");
  confirm.disabled = true;
  try {
    if (key) await eraseConversation(key);
    dialog.close();
    onErased();
  } catch (error) {
    console.warn(error);
    eraseFailed.textContent = textsOf(document.documentElement.lang).eraseFailed;
  } finally {
    confirm.disabled = false;
  }
}
