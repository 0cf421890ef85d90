/**
 * What the site has written on the script tag.
 *
 * @typedef {{ origin: string, language: string, isLeft: boolean, identity: string | undefined }} Settings
 */

/**
 * Reads the attributes of the script tag.
 *
 * @param {HTMLScriptElement | null} current The running script; unknown when the site loads it as a module.
 * @param {readonly string[]} languages Languages there are words for.
 * @returns {Settings} `origin` is that of the assistant, `language` the one of the tag, else of the page, else of the
 * browser, else English.
 * @throws {Error} If the tag cannot be found.
 */
export function readSettings(current, languages) {
  const script = current ?? document.querySelector('script[src*="/embed.js"]');
  if (!script?.src)
    throw new Error("Cannot show the chat: the script tag with the address of embed.js is gone");
  const { language, position, identity } = script.dataset;
  const wanted = [language, document.documentElement.lang, ...navigator.languages];
  return {
    origin: new URL(script.src).origin,
    language:
      wanted
        .map((tag) => tag?.trim().toLowerCase().split(/[-_]/)[0])
        .find((tag) => tag && languages.includes(tag)) ?? "en",
    isLeft: position === "left",
    identity: identity || undefined,
  };
}
