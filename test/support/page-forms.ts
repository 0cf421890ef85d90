import { parse } from "node-html-parser";

/** A form of a page, with what a browser would send of it as it stands. */
export interface PageForm {
  method: string;
  action: string;
  /** Without the token; in the order of the page. */
  fields: [string, string][];
}

/** Reads all forms of a page. */
export function readForms(page: string): PageForm[] {
  return parse(page)
    .querySelectorAll("form")
    .map((form) => ({
      method: (form.getAttribute("method") ?? "get").toLowerCase(),
      action: decode(form.getAttribute("action") ?? ""),
      fields: form.querySelectorAll("input, textarea, select, button[name]").flatMap(fieldOf),
    }));
}

type Element = ReturnType<ReturnType<typeof parse>["querySelectorAll"]>[number];

function fieldOf(field: Element): [string, string][] {
  const name = field.getAttribute("name") ?? "";
  if (name === "" || name === "csrf") return [];
  const type = field.getAttribute("type");
  if ((type === "checkbox" || type === "radio") && !field.hasAttribute("checked")) return [];
  return [[name, sentValueOf(field)]];
}

function sentValueOf(field: Element): string {
  if (field.tagName === "TEXTAREA") return decode(field.innerHTML).replace(/^\n/, "");
  if (field.tagName !== "SELECT") return decode(field.getAttribute("value") ?? "");
  const choices = field.querySelectorAll("option");
  const chosen = choices.find((choice) => choice.hasAttribute("selected")) ?? choices[0];
  return decode(chosen?.getAttribute("value") ?? "");
}

/** Addresses that a page leads to. */
export function readLinks(page: string): string[] {
  return parse(page)
    .querySelectorAll("a")
    .map((link) => decode(link.getAttribute("href") ?? ""));
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** Marks of texts that would do harm if a page held them as they are. */
export const CANARY = "xss";

/**
 * What of a page a browser would run or follow that nobody of ours wrote: elements, attributes and addresses.
 *
 * @returns One line per fault; empty on a good page.
 */
export function harmIn(page: string): string[] {
  return parse(page, { comment: true })
    .querySelectorAll("*")
    .flatMap((element) => {
      const told = element.outerHTML.slice(0, 120);
      const isForeign = [CANARY, "script", "iframe", "object", "embed", "base", "img"].includes(
        element.tagName.toLowerCase(),
      );
      const isOwnPicture =
        element.tagName === "IMG" && /^\/desk\/assets\//.test(element.getAttribute("src") ?? "");
      const attributes = Object.entries(element.attributes).filter(
        ([name, value]) =>
          /^on|^style$/i.test(name) ||
          (/^(?:href|src|action|formaction)$/i.test(name) &&
            !/^(?:[/#?]|https?:\/\/|mailto:|tel:)/.test(value)),
      );
      return [
        ...(isForeign && !isOwnPicture ? [`element: ${told}`] : []),
        ...attributes.map(([name, value]) => `${name}="${value}": ${told}`),
      ];
    });
}
