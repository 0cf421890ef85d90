const SVG = "http://www.w3.org/2000/svg";
/** A speech bubble with two lines, and a cross. */
const SHAPES = { bubble: "M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12.5h5", cross: "M6 6l12 12M18 6L6 18" };

/**
 * The round button.
 *
 * @param {{ texts: Record<string, string>, panelId: string, onPress: () => void }} options
 * @returns {{ element: HTMLButtonElement, show: (state: { isOpen: boolean, isUnread: boolean }) => void }}
 */
export function createLauncher({ texts, panelId, onPress }) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "launcher";
  element.setAttribute("aria-controls", panelId);
  element.setAttribute("aria-haspopup", "dialog");
  const dot = document.createElement("span");
  dot.className = "dot";
  element.append(drawShape("bubble"), drawShape("cross"), dot);
  element.addEventListener("click", onPress);
  const show = ({ isOpen, isUnread }) => {
    element.setAttribute("aria-expanded", String(isOpen));
    element.setAttribute("aria-label", isUnread ? `${texts.chat}, ${texts.unread}` : texts.chat);
    dot.hidden = !isUnread;
  };
  show({ isOpen: false, isUnread: false });
  return { element, show };
}

/**
 * Drawn here and not loaded, so that a site that allows no pictures of others shows it.
 *
 * @param {keyof typeof SHAPES} name
 */
export function drawShape(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add(name);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
