import type { WholeBot } from "../support/whole-bot.ts";

/** A coordinator at the pages of the desk without a browser: takes a form of a page and sends it. */
export class DeskHand {
  readonly #origin: string;
  #cookie = "";

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Comes in by the first-run link; it is used up then. */
  static async enter(bot: WholeBot): Promise<DeskHand> {
    const hand = new DeskHand(bot.url);
    await hand.#fetch(bot.deskLink);
    return hand;
  }

  /** The session, for a browser. */
  get cookies(): { name: string; value: string; url: string }[] {
    return this.#cookie.split("; ").map((cookie) => {
      const [name = "", ...value] = cookie.split("=");
      return { name, value: value.join("="), url: this.#origin };
    });
  }

  /**
   * Sends a form as a browser would, with what stands in it.
   *
   * @param path Page that holds the form.
   * @param action What the address of the form ends with.
   * @param changes Fields that are typed in.
   * @throws {Error} If the page has no such form, or does not take it.
   */
  async send(path: string, action: string, changes: Record<string, string> = {}): Promise<string> {
    const page = await this.read(path);
    const form = [...page.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(
      ([, address = ""]) => address.endsWith(action),
    );
    if (form === undefined) throw new Error(`The page ${path} has no form for ${action}`);
    const fields = { ...fieldsOf(form[2] ?? ""), ...changes };
    const answer = await this.#fetch(`${this.#origin}${form[1]}`, new URLSearchParams(fields));
    if (answer.status !== 303 && answer.status !== 302) {
      throw new Error(
        `${path} ${action}: ${answer.status} ${/role="alert">.{0,300}/s.exec(await answer.text())}`,
      );
    }
    return answer.headers.get("location") ?? "";
  }

  /** HTML of a page. */
  async read(path: string): Promise<string> {
    return await (await this.#fetch(`${this.#origin}${path}`)).text();
  }

  async #fetch(address: string, body?: URLSearchParams): Promise<Response> {
    const answer = await fetch(address, {
      redirect: "manual",
      headers: { cookie: this.#cookie, origin: this.#origin, "sec-fetch-site": "same-origin" },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    const set = answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
    const kept = this.#cookie
      .split("; ")
      .filter((one) => one !== "" && !set.some((next) => next.split("=")[0] === one.split("=")[0]));
    this.#cookie = [...kept, ...set].join("; ");
    return answer;
  }
}

function fieldsOf(form: string): Record<string, string> {
  const decode = (text: string) =>
    text.replace(
      /&(lt|gt|amp|quot|#39);/g,
      (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" })[name] ?? "",
    );
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || (/type="(?:checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) continue;
    fields[name] = decode(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", text = ""] of form.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  ))
    fields[name] = decode(text);
  for (const [, name = "", options = ""] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    fields[name] = decode(chosen?.[1] ?? "");
  }
  return fields;
}
