/**
 * What the server told the page about this response.
 *
 * @type {{ hosts?: string[], hasSignIn: boolean }} `hosts`: origins of sites that may hold the page in their panel.
 */
export const settings = JSON.parse(document.getElementById("page-settings")?.textContent ?? "{}");

/** Whether the page is the inside of the panel on another site. */
export const isInPanel = settings.hosts !== undefined && window.parent !== window;
