import type { Language } from "../../../../knowledge/languages.ts";
import { type Html, html } from "../../web/html.ts";

/** A field of a form with its label above it. */
export interface FieldOptions {
  id: string;
  label: string;
  value: string;
  hint?: string | undefined;
  /** What is wrong with it. */
  problem?: string | undefined;
}

/** A list of choices. */
export function selectField(
  options: FieldOptions & { choices: readonly { value: string; title: string }[] },
): Html {
  const { id, label, value, choices } = options;
  const items = choices.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.title}</option>`,
  );
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${id}"${describe(options)}>${items}</select>${notes(options)}</div>`;
}

/**
 * A field for one line of text, a day or a year.
 *
 * @param options.lang Language that its words are in, for spelling and screen readers.
 */
export function lineField(
  options: FieldOptions & { type?: "text" | "date" | "number"; max?: number; lang?: Language },
): Html {
  const { id, label, value, type = "text", max, lang } = options;
  return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${id}" type="${type}" value="${value}"${
    max !== undefined && html` maxlength="${max}"`
  }${lang !== undefined && html` lang="${lang}"`}${describe(options)}>${notes(options)}</div>`;
}

/** A field for several lines of text. */
export function areaField(options: FieldOptions & { rows: number; max?: number; lang?: Language }): Html {
  const { id, label, value, rows, max, lang } = options;
  // The parser of HTML drops a line end right behind the tag: ours is the one it drops.
  return html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" name="${id}" rows="${rows}"${
    max !== undefined && html` maxlength="${max}"`
  }${lang !== undefined && html` lang="${lang}"`}${describe(options)}>
${value}</textarea>${notes(options)}</div>`;
}

function describe({ id, hint, problem }: FieldOptions): Html {
  const ids = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(" ")}"`}${problem !== undefined && html` aria-invalid="true"`}`;
}

function notes({ id, hint, problem }: FieldOptions): Html {
  return html`${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}${
    problem !== undefined && html`<small id="${id}-problem" class="is-danger">${problem}</small>`
  }`;
}
