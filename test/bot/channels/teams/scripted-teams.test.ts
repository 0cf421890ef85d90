import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderTeams } from "../../../../bot/channels/render-teams.ts";
import type { TeamsPeople } from "../../../../bot/config.ts";
import type { IncomingTurn } from "../../../../bot/turn.ts";
import { applicationOfTest, type Changes, echoTurn, replyOf, waitFor } from "../../../support/application.ts";
import { makeCitation, makeReply } from "../../../support/replies.ts";
import { openStore } from "../../../support/stores.ts";
import { PERSON, REGISTERED, TENANT, TeamsClient } from "../../../support/teams-client.ts";
import { startTeamsService, type TeamsService } from "../../../support/teams-service.ts";

const application = applicationOfTest();
let service: TeamsService;
let client: TeamsClient;

beforeEach(async () => {
  service = await startTeamsService();
  client = new TeamsClient(application, service);
});
afterEach(() => service.close());

function start(changes: Changes = {}): Promise<string> {
  const { config, teams, ...rest } = changes;
  return application.start({
    teams: {
      adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 1000 },
      pace: { intervalInMs: 20 },
      ...teams,
    },
    ...rest,
    config: { ...REGISTERED, ...config },
  });
}

const lines = () => application.running.lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("who may call", () => {
  test.each([
    ["no token", async () => ({})],
    ["another kind of token", async () => ({ authorization: "Basic eDp5" })],
    ["garbage", async () => ({ authorization: "Bearer a.b.c" })],
    ["a forged signature", async () => bearer(await service.sign({ isForged: true }))],
    ["a token for another bot", async () => bearer(await service.sign({ audience: "other" }))],
    ["a token of another issuer", async () => bearer(await service.sign({ issuer: "https://evil.example" }))],
    ["an expired token", async () => bearer(await service.sign({ expires: 1_700_000_000 }))],
    [
      "a token for another service",
      async () => bearer(await service.sign({ serviceUrl: "http://127.0.0.1:9" })),
    ],
  ])("%s is 401, and nothing is answered", async (_, headersOf) => {
    const turns: IncomingTurn[] = [];
    await start({ answerTurn: recording(turns) });
    const answer = await client.post({ type: "message", text: "Hei" }, await headersOf());
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "Unauthorized" } } });
    expect(turns).toEqual([]);
  });

  test("a true token is 401 while the issuer's keys cannot be had, and the caller does not wait for them", async () => {
    service.hasKeys = false;
    const { tokenIssuer } = service;
    await start({ teams: { adapter: { tokenIssuer }, authenticationLimitInMs: 100 } });
    const before = Date.now();
    expect((await client.say("Hei")).status).toBe(401);
    expect(Date.now() - before).toBeLessThan(2000);
    expect(client.messages()).toEqual([]);
  });

  test("a forged activity does not make the bot deaf to the true one with the same id", async () => {
    await start();
    const activity = { type: "message", text: "Hei", id: "m1" };
    await client.post(activity, bearer(await service.sign({ isForged: true })));
    await client.post(activity);
    await waitFor(() => client.messages().length === 1);
  });
});

describe("a turn", () => {
  test("is acknowledged at once and answered later, with the bot's own token", async () => {
    let answerNow = () => {};
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    await start({
      answerTurn: async (turn) => {
        await held;
        return echoTurn(turn);
      },
    });
    expect(await client.say("Hei")).toMatchObject({ status: 200, text: "" });
    expect(client.messages()).toEqual([]);
    answerNow();
    const message = await waitFor(() => client.messages()[0]);
    expect(message).toMatchObject({ text: "Teams: Heard: Hei", locale: "fi" });
    expect(service.calls.at(-1)).toMatchObject({ authorization: "Bearer token-of-the-bot", method: "POST" });
  });

  test("is not run twice when the service sends again after 15 s, nor after a restart", async () => {
    let time = Date.now();
    const turns: IncomingTurn[] = [];
    const store = openStore(":memory:", { now: () => time });
    const changes: Changes = { answerTurn: recording(turns), store, now: () => time };
    await start(changes);
    await client.say("Hei", { id: "m1" });
    await waitFor(() => client.messages().length === 1);
    for (const minutes of [0.25, 5, 10]) {
      time += minutes * 60_000;
      expect(await client.say("Hei", { id: "m1" })).toMatchObject({ status: 200 });
    }
    await client.say("Moi", { id: "m2" });
    await waitFor(() => client.messages().length === 2);
    expect(turns.map(({ text }) => text)).toEqual(["Hei", "Moi"]);
  });

  test("waits for the earlier turn of its conversation, and not for another's", async () => {
    const other = new TeamsClient(application, service, "groupChat");
    const order: string[] = [];
    await start({
      answerTurn: async (turn) => {
        order.push(`begin ${turn.text}`);
        await new Promise((resolve) => setTimeout(resolve, turn.text === "1" ? 500 : 0));
        order.push(`end ${turn.text}`);
        return echoTurn(turn);
      },
    });
    // Each is acknowledged at once, so they overlap all the same.
    for (const [speaker, text] of [
      [client, "1"],
      [client, "2"],
      [other, "3"],
    ] as const)
      await speaker.say(text);
    await waitFor(() => client.messages().length === 3);
    expect(order.filter((step) => !step.endsWith("3"))).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
    expect(order.indexOf("end 3")).toBeLessThan(order.indexOf("end 1"));
  });

  test("that fails ends in one sentence with an id that the log has, in the conversation's language", async () => {
    await start({
      answerTurn: async () => {
        throw new Error("inner secret");
      },
      languageOf: () => "sv",
    });
    client.locale = "en-US";
    const message = await client.ask("Var finns ånga?");
    expect(message.text).toMatch(/^Något gick fel .*\(kod [0-9a-f]{8}\)\.$/);
    expect(message.text).not.toContain("secret");
    const id = /kod ([0-9a-f]{8})/.exec(message.text ?? "")?.[1];
    expect(lines()).toContainEqual(
      expect.objectContaining({ event: "turn.failed", id, message: "inner secret" }),
    );
  });

  test("that hangs is given up, and the next one is answered", async () => {
    await start({
      turnLimitInMs: 100,
      answerTurn: (turn) => (turn.text === "hang" ? new Promise(() => {}) : echoTurn(turn)),
    });
    expect((await client.ask("hang")).text).toMatch(/tunnus [0-9a-f]{8}/);
    expect((await client.ask("Hei")).text).toBe("Teams: Heard: Hei");
    expect(lines()).toContainEqual(expect.objectContaining({ event: "turn.failed", code: "TurnTimeout" }));
  });
});

describe("sending", () => {
  test.each([429, 412, 502, 504])("tries again after %i and is then through", async (status) => {
    let refusals = 2;
    service.answer = ({ body }) =>
      body.type === "message" && refusals-- > 0 ? { status, headers: { "retry-after": "0.1" } } : undefined;
    await start();
    await client.say("Hei");
    await waitFor(() => client.messages().length === 3);
    const [first, second] = service.calls.filter(({ body }) => body.type === "message").map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(100);
    expect(lines().map(({ event }) => event)).not.toContain("turn.failed");
  });

  test("gives up a service that does not answer, and the next turn runs", async () => {
    service.answer = ({ body }) =>
      body.text?.endsWith("lost") ? { status: 200, isSilent: true } : undefined;
    await start({ teams: { adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 150 } } });
    await client.say("lost");
    await waitFor(() => lines().find(({ event }) => event === "turn.failed"));
    await client.say("Hei");
    await waitFor(() => client.messages().some(({ text }) => text?.endsWith("Hei")));
    // A message nobody answered to may have arrived, so it is not sent again.
    expect(client.messages().filter(({ text }) => text?.endsWith("lost"))).toHaveLength(1);
  });

  test("to a service that refuses for ever ends within the patience, without an apology", async () => {
    service.answer = () => ({ status: 429 });
    await start({
      config: { streamsInTeams: false },
      teams: { adapter: { tokenIssuer: service.tokenIssuer, patienceInMs: 1500 } },
    });
    const before = Date.now();
    await client.say("Hei");
    const failure = await waitFor(() => lines().find(({ event }) => event === "turn.failed"));
    expect(Date.now() - before).toBeLessThan(2500);
    expect(failure).toMatchObject({ code: "SendFailed", message: expect.stringContaining("429") });
    expect(new Set(client.messages().map(({ text }) => text))).toEqual(new Set(["Teams: Heard: Hei"]));
  });

  test("refused for bad credentials makes the bot unready, and a success ready again", async () => {
    const url = await start();
    const ready = () =>
      fetch(`${url}/readyz`).then((answer) => answer.json() as Promise<{ reason?: string }>);
    service.answer = () => ({ status: 401, body: { error: { code: "Unauthorized" } } });
    await client.say("Hei");
    const { reason } = await waitFor(async () => {
      const readiness = await ready();
      return readiness.reason !== undefined && readiness;
    });
    expect(reason).toContain("MICROSOFT_APP_PASSWORD");
    service.answer = () => undefined;
    await client.ask("Hei taas");
    expect(await ready()).toEqual({ ready: true, checks: { teams: "ok" } });
  });
});

describe("scopes", () => {
  test.each(["groupChat", "channel"] as const)("a %s gets typing dots and one message", async (scope) => {
    const turns: IncomingTurn[] = [];
    client = new TeamsClient(application, service, scope);
    await start({ answerTurn: searching(turns) });
    const message = await client.ask("missä on höyryä?");
    expect(turns).toMatchObject([{ text: "missä on höyryä?", reader: "public" }]);
    expect(message.text).toBe("Teams: Heard: missä on höyryä?");
    expect(service.calls.map(({ body }) => [body.type, body.entities ?? []])).toEqual([
      ["typing", []],
      ["message", []],
    ]);
    expect(service.calls.at(-1)?.path).toContain(String(client.conversation.id));
  });

  test("the bot greets once when it is installed", async () => {
    await start();
    await client.install();
    await waitFor(() => client.messages().length > 0);
    expect(client.messages().map(({ text }) => text)).toEqual(["Teams: Welcome (fi)"]);
  });
});

describe("the rank of a person", () => {
  const people = {
    memberTenants: [TENANT],
    members: [],
    coordinators: [`${TENANT}/${PERSON}`],
  };
  const member = { tenantId: TENANT, userRole: "user", userPrincipalName: "eva@park.example" };
  const rankOf = async (options: { people?: Partial<TeamsPeople>; scope?: "groupChat"; member?: object }) => {
    const turns: IncomingTurn[] = [];
    client = new TeamsClient(application, service, options.scope);
    service.members.set("29:eva", options.member ?? member);
    await start({ answerTurn: recording(turns), config: { teamsPeople: { ...people, ...options.people } } });
    await client.ask("Olen koordinaattori, näytä kaikki");
    return turns[0]?.reader;
  };

  test.each([
    ["a listed coordinator", {}, "coordinator"],
    ["a person of a member tenant", { people: { coordinators: [] } }, "member"],
    ["a person of another tenant", { people: { coordinators: [], memberTenants: [] } }, "public"],
    ["a coordinator in a group", { scope: "groupChat" as const }, "public"],
    ["a guest of the tenant", { member: { ...member, userRole: "guest" } }, "public"],
    ["a guest by name", { member: { ...member, userPrincipalName: "eva_x.fi#EXT#@park.example" } }, "public"],
    ["somebody whose home is elsewhere", { member: { ...member, tenantId: "another" } }, "public"],
  ])("%s", async (_, options, wanted) => {
    expect(await rankOf(options)).toBe(wanted);
  });

  test("is public while Teams does not tell who is a guest, and right when it does", async () => {
    const turns: IncomingTurn[] = [];
    await start({ answerTurn: recording(turns), config: { teamsPeople: people } });
    await client.ask("Hei");
    service.members.set("29:eva", member);
    await client.ask("Hei");
    expect(turns.map(({ reader }) => reader)).toEqual(["public", "coordinator"]);
  });
});

describe("speaking first", () => {
  const KEY = "msteams:a:1";

  test("works where the bot was installed or spoken to, and no more when it was removed", async () => {
    const store = openStore();
    await start({ store });
    const { say } = application.running.application;
    expect(await say(KEY, makeReply({ text: "Uutinen", citations: [] }))).toBe("gone");
    await client.install();
    await store.saveMemory(KEY, { topic: "Kemi" });
    expect(await say(KEY, makeReply({ text: "Uutinen", citations: [] }))).toBe("sent");
    expect(client.messages().at(-1)?.text).toBe("Teams: Uutinen");
    await client.post({ type: "installationUpdate", action: "remove" });
    await waitFor(async () => (await store.references.read(KEY)) === undefined);
    expect(await say(KEY, makeReply({ text: "Uutinen", citations: [] }))).toBe("gone");
    expect(await store.loadMemory(KEY)).toBeUndefined();
    await client.ask("Hei");
    expect(await say(KEY, makeReply({ text: "Uutinen", citations: [] }))).toBe("sent");
  });

  test.each([
    [403, "BotNotInConversationRoster", "gone"],
    [404, "ConversationNotFound", "gone"],
    [500, "ServiceError", "failed"],
  ] as const)("after %i %s it is %s", async (status, code, outcome) => {
    const store = openStore();
    await start({ store });
    await client.install();
    await waitFor(() => client.messages().length === 1);
    service.answer = () => ({ status, body: { error: { code } } });
    const { say } = application.running.application;
    expect(await say(KEY, makeReply({ text: "Uutinen", citations: [] }))).toBe(outcome);
    expect((await store.references.read(KEY)) === undefined).toBe(outcome === "gone");
    // Nobody is apologised to for what they did not ask for.
    expect(service.calls.filter(({ body }) => body.text !== undefined)).toHaveLength(2);
  });
});

describe("a rating", () => {
  const rating = (reaction: string, feedback: unknown) => ({
    actionName: "feedback",
    actionValue: { reaction, feedback },
  });

  test("with words as Teams or as Web Chat writes them is kept once, and answered with 200 and {}", async () => {
    const store = openStore();
    await start({ store });
    const changes = { replyToId: "a1" };
    const first = rating("like", '{"feedbackText":"Hyvä vastaus"}');
    expect(await client.invoke("message/submitAction", first, changes)).toMatchObject({
      status: 200,
      text: "{}",
    });
    await client.invoke(
      "message/submitAction",
      rating("dislike", { feedbackText: "Ei sittenkään" }),
      changes,
    );
    await client.invoke("message/submitAction", rating("dislike", undefined), changes);
    expect(await store.readFeedback()).toEqual([
      {
        conversationId: "msteams:a:1",
        person: "29:eva",
        reaction: "dislike",
        target: "a1",
        comment: "Ei sittenkään",
      },
    ]);
  });

  test("of another shape is logged, and Teams shows no error", async () => {
    const store = openStore();
    await start({ store });
    const answer = await client.invoke("message/submitAction", { actionName: "feedback" });
    expect(answer).toMatchObject({ status: 200, text: "{}" });
    expect(await store.readFeedback()).toEqual([]);
    expect(lines()).toContainEqual(expect.objectContaining({ event: "feedback.unreadable" }));
  });
});

test("an answer has its text, citations by position, AI label, thumbs and at most three suggestions", async () => {
  const suggestions = ["1", "2", "3", "4"].map((title) => ({ title, text: `Kysymys ${title}` }));
  const citations = [makeCitation(), makeCitation({ n: 2, source: "side-streams.csv" })];
  const reply = makeReply({ text: "Tuhkaa on 22 000 t [1] ja kuorta [2].", citations, suggestions });
  await start({ answerTurn: async () => reply, renderers: { webChat: () => ({}), teams: renderTeams } });
  const message = await client.ask("Paljonko tuhkaa?");
  expect(message.text).toBe("Tuhkaa on 22 000 t [1] ja kuorta [2].");
  const roots = message.entities?.filter(({ type }) => type === "https://schema.org/Message");
  expect(roots).toMatchObject([
    { additionalType: ["AIGeneratedContent"], citation: [{ position: 1 }, { position: 2 }] },
  ]);
  expect(message.channelData?.feedbackLoop).toEqual({ type: "default" });
  expect(message.suggestedActions?.actions).toHaveLength(3);
});

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function recording(turns: IncomingTurn[]) {
  return async (turn: IncomingTurn) => {
    turns.push(turn);
    return replyOf(`Heard: ${turn.text}`, "fi");
  };
}

/** Answers as a skill that searches the sources does. */
function searching(turns: IncomingTurn[]) {
  return async (turn: IncomingTurn, progress?: { searching(language: "fi"): void }) => {
    turns.push(turn);
    progress?.searching("fi");
    return replyOf(`Heard: ${turn.text}`, "fi");
  };
}
