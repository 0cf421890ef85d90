import { textsOf } from "./page-language.js";

const status = document.getElementById("status");

/**
 * Shows a line above the chat, which screen readers say.
 *
 * @param {string} [name] Name of a page text; none hides the line.
 * @param {{ action: string, run: () => void }} [button] A button behind the text.
 */
export function showStatus(name, button) {
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
  element.textContent = textsOf(document.documentElement.lang)[name];
  return element;
}
