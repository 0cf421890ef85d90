import { readForms } from "./page-forms.ts";
import { linkIn } from "./serve-desk.ts";

/** A coordinator's browser at a desk in another process, without the drawing. */
export interface DeskClient {
  open(path: string): Promise<{ status: number; text: string }>;
  /** Sends a form; `to` is where the desk goes on when it was done. */
  send(path: string, fields: Record<string, string>): Promise<{ status: number; text: string; to: string }>;
  /** Field of the first form of a page that has it. */
  fieldOf(path: string, name: string): Promise<string>;
}

/** Comes in by the link that the bot printed at its start. */
export async function enterDesk(bot: { url: string; output(): string }): Promise<DeskClient> {
  const entered = await fetch(linkIn(bot.output()), { redirect: "manual" });
  const [cookie = ""] = entered.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const origin = new URL(bot.url).origin;
  const open: DeskClient["open"] = async (path) => {
    const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
    return { status: response.status, text: await response.text() };
  };
  const home = await open("/desk");
  const csrf = /name="csrf" value="([^"]*)"/.exec(home.text)?.[1] ?? "";
  return {
    open,
    async send(path, fields) {
      const response = await fetch(origin + path, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ ...fields, csrf }),
        headers: { cookie, origin },
      });
      const to = response.headers.get("location") ?? "";
      return { status: response.status, text: await response.text(), to };
    },
    async fieldOf(path, name) {
      const { text } = await open(path);
      const fields = readForms(text).flatMap((form) => form.fields);
      return fields.find(([known]) => known === name)?.[1] ?? "";
    },
  };
}
