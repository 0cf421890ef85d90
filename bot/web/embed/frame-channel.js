/**
 * Messages between the site and the chat in the frame. Each is an object with its name under `sivuvirta`.
 */

/**
 * @param {{ frame: HTMLIFrameElement, origin: string, onMessage: (name: string) => void }} options `origin`: that of
 * the assistant; what another page or frame sends is not heard, and nothing is told to another page.
 * @returns {{ send: (name: string, data?: object) => void }}
 */
export function createFrameChannel({ frame, origin, onMessage }) {
  window.addEventListener("message", (event) => {
    if (event.origin !== origin || !event.source || event.source !== frame.contentWindow) return;
    const name = event.data?.sivuvirta;
    if (typeof name === "string") onMessage(name);
  });
  return {
    send: (name, data = {}) => frame.contentWindow?.postMessage({ ...data, sivuvirta: name }, origin),
  };
}
