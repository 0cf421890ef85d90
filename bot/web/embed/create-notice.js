import { drawShape } from "./create-launcher.js";

/**
 * What stands in the panel until the chat has come, and when it does not come.
 *
 * @param {{ texts: Record<string, string>, chatUrl: string, onClose: () => void }} options `chatUrl`: the chat on a
 * page of its own.
 * @returns {{ element: HTMLElement, show: (state: "connecting" | "blocked" | "none") => void }}
 */
export function createNotice({ texts, chatUrl, onClose }) {
  const element = document.createElement("div");
  element.className = "notice";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.setAttribute("aria-label", texts.close);
  close.append(drawShape("cross"));
  close.addEventListener("click", onClose);
  const words = document.createElement("div");
  words.setAttribute("role", "status");
  element.append(close, words);
  const show = (state) => {
    element.hidden = state === "none";
    words.replaceChildren(
      ...(state === "blocked" ? blockedWords({ texts, chatUrl }) : [paragraph(texts.connecting)]),
    );
  };
  return { element, show };
}

function blockedWords({ texts, chatUrl }) {
  const link = document.createElement("a");
  Object.assign(link, { href: chatUrl, target: "_blank", rel: "noopener", textContent: texts.openTab });
  const advice = paragraph(texts.advice.replace("{origin}", location.origin));
  advice.className = "advice";
  const way = paragraph("");
  way.append(link);
  return [paragraph(texts.blocked), way, advice];
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
