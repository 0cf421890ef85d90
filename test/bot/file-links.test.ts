import { expect, test } from "vitest";
import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import type { DownloadRequest } from "../../bot/reply/download-request.ts";
import { applicationOfTest, type Changes, send, waitFor } from "../support/application.ts";
import { MESSAGE } from "../support/bot-framework.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { barsOfTest } from "../support/drawings.ts";
import { makeReply } from "../support/replies.ts";

const { start } = applicationOfTest();

const request: DownloadRequest = {
  table: "streams",
  query: { sort: "largest" },
  format: "csv",
  language: "fi",
  reader: "member",
};
const reply = makeReply({
  pictures: [{ alt: "Bars", drawing: barsOfTest(2) }],
  downloads: [{ title: "CSV", request }],
});
const asked: DownloadRequest[] = [];
const withFiles = (config: Changes["config"] = {}): Changes => ({
  config,
  answerTurn: async () => reply,
  renderers: { webChat: renderWebChat, teams: renderTeams },
  createSheet: (wanted) => {
    asked.push(wanted);
    return { name: "Virrat", columns: [{ title: "Id" }], rows: [["SS001"]] };
  },
});

/** Addresses in an activity: of the picture and of the download. */
function addressesIn(activity: unknown): string[] {
  const found = JSON.stringify(activity).match(/"url":"[^"]*\/files\/[^"]*"/g) ?? [];
  return [...new Set(found.map((part) => part.slice(7, -1)))];
}

async function askWebChat(url: string): Promise<string[]> {
  const conversation = await startConversation(url);
  await conversation.post("Which streams?");
  const answer = await waitFor(async () =>
    (await conversation.poll()).activities.find(({ text }) => text?.startsWith("Kemi")),
  );
  return addressesIn(answer);
}

async function askTeams(url: string): Promise<string[]> {
  return addressesIn((await send(`${url}/api/messages`, { json: MESSAGE })).body);
}

test("the page gets addresses without a host, which the server knows as its own", async () => {
  const url = await start(withFiles());
  const [picture = "", download = "", ...others] = await askWebChat(url);
  expect(others).toEqual([]);
  expect([picture, download].every((address) => address.startsWith("/files/"))).toBe(true);
  expect((await fetch(url + picture)).headers.get("content-type")).toBe("image/png");
  expect(await (await fetch(url + download)).text()).toContain("SS001");
  expect(asked.at(-1)).toEqual(request);
});

test("other channels get none without PUBLIC_URL, whatever a request says of its host", async () => {
  const url = await start(withFiles());
  expect(await askTeams(url)).toEqual([]);
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  const answer = await send(`${url}/api/messages`, { json: { ...MESSAGE, id: "m2" }, headers });
  expect(JSON.stringify(answer.body)).not.toMatch(/evil|\/files\//);
});

test("with PUBLIC_URL the addresses are whole, for pages of other sites too", async () => {
  const url = await start(withFiles({ publicUrl: "https://chat.example.fi" }));
  const addresses = await askWebChat(url);
  expect(addresses).toHaveLength(2);
  for (const address of addresses) {
    expect(address).toMatch(/^https:\/\/chat\.example\.fi\/files\//);
    expect((await fetch(address.replace("https://chat.example.fi", url))).status).toBe(200);
  }
});

test("without sheets there are neither links nor files", async () => {
  const { createSheet: _, ...changes } = withFiles();
  const url = await start(changes);
  expect(await askWebChat(url)).toEqual([]);
  expect((await fetch(`${url}/files/picture?t=x`)).status).toBe(404);
});
