/**
 * The sign-in of the bot's own page, where the server has one.
 */

import { settings } from "./page-settings.js";

const ROLES = ["public", "member", "coordinator"];

/**
 * Asks who is signed in, and shows the links that fit.
 *
 * @returns {Promise<string>} The role, empty when nobody is signed in or it cannot be asked.
 */
export async function readSignIn() {
  if (!settings.hasSignIn) return "";
  const role = await askRole();
  for (const element of document.querySelectorAll("[data-account]")) {
    element.hidden = (element.dataset.account === "in") !== (role !== "");
  }
  for (const element of document.querySelectorAll("[data-role]")) element.dataset.role = role;
  return role;
}

async function askRole() {
  try {
    const response = await fetch("/sign-in/status", { cache: "no-store" });
    if (response.status !== 200) return "";
    const { reader } = await response.json();
    return ROLES.includes(reader) ? reader : "";
  } catch (error) {
    console.warn(error);
    return "";
  }
}
