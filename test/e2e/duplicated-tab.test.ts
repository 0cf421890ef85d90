import { expect, test } from "vitest";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { ask, DESKTOP, isOnline, messageOf, startChatSuite } from "./chat-suite.ts";

const suite = startChatSuite();

test("a duplicated tab goes on with the conversation, and the first one says so", async () => {
  const page = await suite.openChat({ locale: "sv-SE", viewport: DESKTOP });
  await ask(page, "Vilka strömmar?");
  await messageOf(page, "27 sidoströmmar").waitFor();
  const opened = page.waitForEvent("popup");
  // As the browser's own "duplicate tab" does, this takes the key of the conversation along.
  await page.evaluate("window.open(location.href)");
  const second = await opened;
  await isOnline(second);
  await messageOf(second, "27 sidoströmmar").waitFor();
  // directlinejs comes back after 3 to 15 s, and learns then that its place is taken.
  await page.getByText(PAGE_TEXTS.sv.elsewhere).waitFor({ timeout: 30_000 });
  await ask(second, "Vilka strömmar till?");
  await messageOf(second, "Vilka strömmar till?").waitFor();
  await page.getByRole("status").getByRole("button", { name: PAGE_TEXTS.sv.newConversation }).click();
  await isOnline(page);
  expect(await page.getByText("27 sidoströmmar").count()).toBe(0);
  suite.forgetMessages(/status of 403/);
}, 90_000);
