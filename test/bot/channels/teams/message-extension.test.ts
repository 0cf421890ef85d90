import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSheet } from "../../../../bot/exports/create-sheet.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { createFileLinks } from "../../../../bot/links/create-file-links.ts";
import { LinkSigner } from "../../../../bot/links/link-signer.ts";
import { createPublicRecords } from "../../../../bot/records/public-records.ts";
import { applicationOfTest } from "../../../support/application.ts";
import { barsOfTest } from "../../../support/drawings.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../../support/guarded-knowledge.ts";
import { askFiles, openOwnKnowledge } from "../../../support/own-index.ts";
import { REGISTERED, TeamsClient } from "../../../support/teams-client.ts";
import { startTeamsService, type TeamsService } from "../../../support/teams-service.ts";

const application = applicationOfTest();
const PUBLIC_URL = "https://chat.park.example";
const SECRET = "a secret of more than thirty-two characters";
let view: KnowledgeView;
let service: TeamsService;
let client: TeamsClient;

beforeAll(async () => {
  view = await openOwnKnowledge();
}, 60_000);
beforeEach(async () => {
  service = await startTeamsService();
  client = new TeamsClient(application, service);
});
afterEach(() => service.close());

function start(knowledge: KnowledgeView = view): Promise<string> {
  return application.start({
    config: { ...REGISTERED, publicUrl: PUBLIC_URL, directLineSecret: SECRET },
    teams: { adapter: { tokenIssuer: service.tokenIssuer } },
    records: createPublicRecords({ currentView: () => knowledge, publicUrl: PUBLIC_URL }),
    createSheet: (request) => createSheet(request, knowledge),
  });
}

interface Result {
  contentType: string;
  content: { type: string; version: string; actions?: { url: string }[] };
  preview: {
    contentType: string;
    content: { title: string; text?: string };
  };
}

interface Extension {
  type: string;
  text?: string;
  attachmentLayout?: string;
  attachments?: Result[];
}

async function search(
  commandId: string,
  text: string,
  options: object = { skip: 0, count: 25 },
): Promise<Extension> {
  const parameters = [{ name: "q", value: text }];
  const answer = await client.invoke("composeExtension/query", {
    commandId,
    parameters,
    queryOptions: options,
  });
  expect(answer.status).toBe(200);
  return answer.body.composeExtension as Extension;
}

const titles = ({ attachments = [] }: Extension) => attachments.map(({ preview }) => preview.content.title);

describe("searching from the compose box", () => {
  test.each([
    ["fi", "searchStreams", "lento", /lentotuhka/i],
    ["sv", "searchStreams", "flygaska", /flygaska/i],
    ["en", "searchStreams", "fly a", /fly ash/i],
    ["fi", "searchParks", "kokk", /kokkola/i],
    ["en", "searchCompanies", "outok", /outokumpu/i],
    ["fi", "searchFaq", "jäsen", /jäsen/i],
  ])("%s, %s: %s", async (locale, command, text, wanted) => {
    await start();
    client.locale = locale;
    const found = await search(command, text);
    expect(found).toMatchObject({ type: "result", attachmentLayout: "list" });
    expect(titles(found).slice(0, 3).join("\n")).toMatch(wanted);
    for (const { contentType, content, preview } of found.attachments ?? []) {
      expect([contentType, content.type, content.version]).toEqual([
        "application/vnd.microsoft.card.adaptive",
        "AdaptiveCard",
        "1.5",
      ]);
      expect(preview.contentType).toBe("application/vnd.microsoft.card.thumbnail");
      // With an action of its own Teams would ask once more instead of inserting the card.
      expect(preview.content).not.toHaveProperty("tap");
      expect(content.actions?.[0]?.url).toMatch(/^https:\/\/chat\.park\.example\/records\//);
    }
  });

  test("the first call, before anything is typed, shows a first page", async () => {
    await start();
    const parameters = [{ name: "initialRun", value: "true" }];
    const answer = await client.invoke("composeExtension/query", { commandId: "searchParks", parameters });
    expect(titles(answer.body.composeExtension as Extension).length).toBeGreaterThan(5);
  });

  test("a parameter without a name is what was typed", async () => {
    await start();
    const value = { parameters: [{ value: "lento" }], queryOptions: { skip: 0, count: 25 } };
    const answer = await client.invoke("composeExtension/query", value);
    expect(titles(answer.body.composeExtension as Extension).join()).toMatch(/lentotuhka/i);
  });

  test("pages follow each other without repeating", async () => {
    await start();
    const first = titles(await search("searchStreams", "", { skip: 0, count: 10 }));
    const second = titles(await search("searchStreams", "", { skip: 10, count: 10 }));
    expect([first.length, second.length]).toEqual([10, 10]);
    expect(first.filter((title) => second.includes(title))).toEqual([]);
  });

  test.each(["", "deleteAll", "__proto__"])("the command %j looks into everything", async (command) => {
    await start();
    client.locale = "en";
    const found = (await search(command, "lime")).attachments ?? [];
    const kinds = found.map(({ content }) => /records\/(\w+)/.exec(content.actions?.[0]?.url ?? "")?.[1]);
    expect(new Set(kinds).size).toBeGreaterThan(1);
  });

  test("nothing found is told in a sentence", async () => {
    await start();
    expect(await search("searchStreams", "qzxv")).toMatchObject({
      type: "message",
      text: expect.stringContaining("qzxv"),
    });
  });

  test.each([["a query of another shape", "composeExtension/query", "x"]])(
    "%s is 400",
    async (_, name, value) => {
      await start();
      expect((await client.invoke(name, value)).status).toBe(400);
    },
  );

  test.each(["x".repeat(10_000), "🏭🏭", "%%%", "'; drop table", "\u0000"])(
    "odd words (%#) do no harm",
    async (text) => {
      await start();
      expect((await search("searchStreams", text)).type).toMatch(/^(?:result|message)$/);
    },
  );

  test("is answered far below the 5 s Teams waits, for every command and letter", async () => {
    await start();
    await search("searchStreams", "tuhka");
    const times: number[] = [];
    for (const command of ["searchStreams", "searchCompanies", "searchParks", "searchFaq"]) {
      for (const text of ["", "t", "te", "teräskuona kemi", "yli 10000 t"]) {
        const before = performance.now();
        await search(command, text);
        times.push(performance.now() - before);
      }
    }
    expect(Math.max(...times)).toBeLessThan(1000);
  });

  test("a message with all its cards stays below what Teams takes", async () => {
    await start();
    for (const command of ["searchStreams", "searchCompanies", "searchParks", "searchFaq"]) {
      expect(JSON.stringify(await search(command, "")).length).toBeLessThan(100_000);
    }
  });

  test("whoever asks, only what the public may see is found, shown and counted", async () => {
    const { view: guarded } = await askFiles(GUARDED_KNOWLEDGE);
    await start(guarded);
    for (const command of ["searchStreams", "searchCompanies", "searchParks", "searchFaq"]) {
      for (const text of ["", "Zephyr", "Quagga", "ash", "harbour", "7771", "show all as coordinator"]) {
        const shown = JSON.stringify(await search(command, text)).replaceAll(text, "");
        for (const secret of Object.values(SECRETS)) expect(shown).not.toMatch(secret);
      }
    }
  });
});

describe("previews of links", () => {
  const preview = async (url: string, name = "composeExtension/queryLink") => {
    const answer = await client.invoke(name, { url });
    expect(answer.status).toBe(200);
    return answer.body.composeExtension as Extension | undefined;
  };
  const links = createFileLinks({ signer: new LinkSigner(SECRET), baseUrl: PUBLIC_URL });

  test.each(["composeExtension/queryLink", "composeExtension/anonymousQueryLink"])(
    "%s shows a record in the language of its link",
    async (name) => {
      await start();
      const found = await preview(`${PUBLIC_URL}/records/streams/SS007?lang=sv`, name);
      expect(found?.attachments?.[0]?.content.actions?.[0]).toMatchObject({ title: "Öppna" });
      expect(titles(found ?? { type: "" })).toHaveLength(1);
    },
  );

  test("shows what a download holds for the public, whoever it was made for", async () => {
    const { view: guarded } = await askFiles(GUARDED_KNOWLEDGE);
    await start(guarded);
    const request = {
      table: "parks",
      query: { ids: ["harbour-park", "zephyr-park"] },
      format: "csv",
    } as const;
    const url = links.exportUrl({ ...request, language: "en", reader: "coordinator" });
    client.locale = "en";
    const found = await preview(url);
    expect(found?.attachments?.[0]?.preview.content).toMatchObject({ title: "Parks", text: "1 row · CSV" });
    for (const secret of Object.values(SECRETS)) expect(JSON.stringify(found)).not.toMatch(secret);
  });

  test("shows a picture with its description", async () => {
    await start();
    const found = await preview(links.pictureUrl(barsOfTest(3)));
    expect(JSON.stringify(found)).toContain('"altText"');
  });

  test.each([
    ["another site's", "https://evil.example/records/streams/SS007"],
    ["an unknown record", `${PUBLIC_URL}/records/streams/SS999999`],
    ["another page of ours", `${PUBLIC_URL}/privacy`],
    ["a changed token", `${PUBLIC_URL}/files/export?t=abc.def`],
    ["no address at all", "not an address"],
  ])("%s link gets no preview of ours", async (_, url) => {
    await start();
    expect(await preview(url)).toBeUndefined();
  });

  test("a download whose time is over says so", async () => {
    await start();
    const old = createFileLinks({
      signer: new LinkSigner(SECRET, { now: () => Date.now() - 7_200_000 }),
      baseUrl: PUBLIC_URL,
    });
    const url = old.exportUrl({
      table: "parks",
      query: { ids: [] },
      format: "csv",
      language: "fi",
      reader: "public",
    });
    expect(JSON.stringify(await preview(url))).toContain("vanhentunut");
  });
});
