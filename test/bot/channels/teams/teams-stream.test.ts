import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderTeams } from "../../../../bot/channels/render-teams.ts";
import type { AnswerTurn, TurnProgress } from "../../../../bot/turn.ts";
import { applicationOfTest, type Changes, replyOf, waitFor } from "../../../support/application.ts";
import { makeReply } from "../../../support/replies.ts";
import { REGISTERED, TeamsClient } from "../../../support/teams-client.ts";
import {
  type SentActivity,
  type ServiceAnswer,
  type ServiceCall,
  startTeamsService,
  type TeamsService,
} from "../../../support/teams-service.ts";

const application = applicationOfTest();
let service: TeamsService;
let client: TeamsClient;
/** What the service answers to a step of a stream: to the nth chunk, or to the final message. */
let steps: Partial<Record<number | "final" | "put", ServiceAnswer>> = {};

beforeEach(async () => {
  steps = {};
  service = await startTeamsService();
  service.answer = answerStep;
  client = new TeamsClient(application, service);
});
afterEach(() => service.close());

function answerStep({ method, body }: ServiceCall): ServiceAnswer | undefined {
  if (method === "PUT") return steps.put ?? { status: 200, body: { id: "s1" } };
  const info = streamInfo(body);
  if (info?.streamType === "final") return steps.final ?? { status: 202, body: {} };
  if (info === undefined) return undefined;
  const sequence = Number(info.streamSequence);
  return (
    steps[sequence] ?? (sequence === 1 ? { status: 201, body: { id: "s1" } } : { status: 202, body: {} })
  );
}

function streamInfo(activity: SentActivity): Record<string, unknown> | undefined {
  return activity.entities?.find(({ type }) => type === "streaminfo");
}

const INTERVAL_IN_MS = 60;
const ANSWER = "Tuhkaa on 22 000 t. Kuorta on 12 000 t.";
const forbidden = (message: string): ServiceAnswer => ({
  status: 403,
  body: { error: { code: "ContentStreamNotAllowed", message } },
});

/** Searches, writes the beginning of the answer, then answers. */
const streaming: AnswerTurn = async (_, progress) => {
  progress?.searching("fi");
  await pause(2 * INTERVAL_IN_MS);
  progress?.writing("Tuhkaa on 22 000 t.");
  await pause(2 * INTERVAL_IN_MS);
  return replyOf(ANSWER, "fi");
};

function start(changes: Changes = {}): Promise<string> {
  const { config, ...rest } = changes;
  return application.start({
    answerTurn: streaming,
    renderers: { webChat: () => ({}), teams: renderTeams },
    teams: {
      adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 500, patienceInMs: 1000 },
      pace: { intervalInMs: INTERVAL_IN_MS },
    },
    ...rest,
    config: { ...REGISTERED, ...config },
  });
}

/** Asks, waits until the turn is over, and tells what was sent. */
async function streamOf(text = "Paljonko tuhkaa?"): Promise<ServiceCall[]> {
  await client.say(text);
  await waitFor(() => application.running.lines.some((line) => line.includes("turn.answered")));
  await pause(8 * INTERVAL_IN_MS);
  return service.calls;
}

/** Each call in a few words. */
const briefly = (calls: readonly ServiceCall[]) =>
  calls.map(({ method, body }) => {
    const { streamType, streamSequence, streamId } = streamInfo(body) ?? {};
    return [method, body.type, streamType, streamSequence, streamId, body.text];
  });

const SEARCHING = "Etsin vastausta lähteistä…";

describe("a stream in a personal chat", () => {
  test("follows the documented sequence, with all that belongs to an answer on the final message", async () => {
    await start();
    const calls = await streamOf();
    expect(briefly(calls)).toEqual([
      ["POST", "typing", "informative", 1, undefined, SEARCHING],
      ["POST", "typing", "streaming", 2, "s1", "Tuhkaa on 22 000 t."],
      ["POST", "message", "final", undefined, "s1", ANSWER],
    ]);
    const final = calls[2]?.body;
    expect(final?.channelData).toMatchObject({ feedbackLoop: { type: "default" }, streamType: "final" });
    expect(final?.entities).toContainEqual(
      expect.objectContaining({ type: "https://schema.org/Message", additionalType: ["AIGeneratedContent"] }),
    );
    for (const { body } of calls.slice(0, 2)) expect(body.entities).toHaveLength(1);
    // The id belongs into the entity: as the activity's own it would never leave the SDK.
    expect(calls.map(({ body }) => body.id)).toEqual([undefined, undefined, undefined]);
  });

  test("never sends faster than the channel takes it, and puts together what came meanwhile", async () => {
    const beginnings = ["T", "Tu", "Tuh", "Tuhk", "Tuhka", "Tuhkaa"];
    await start({
      answerTurn: async (_, progress) => {
        progress?.searching("fi");
        for (const beginning of beginnings) {
          await pause(INTERVAL_IN_MS / 3);
          progress?.writing(beginning);
        }
        return replyOf("Tuhkaa on.", "fi");
      },
    });
    const begun = performance.now();
    const calls = await streamOf();
    // From before the first was sent: on its way each may be held up, which makes the gap to the next look shorter.
    const lasted = performance.now() - begun;
    expect(lasted).toBeGreaterThanOrEqual((calls.length - 1) * INTERVAL_IN_MS - 5);
    expect(calls.length).toBeLessThan(beginnings.length);
    expect(calls.at(-1)?.body.text).toBe("Tuhkaa on.");
  });

  test("without a search (a greeting) is one plain message", async () => {
    await start({ answerTurn: async () => replyOf("Hei!", "fi") });
    expect(briefly(await streamOf("hei"))).toEqual([
      ["POST", "message", undefined, undefined, undefined, "Hei!"],
    ]);
  });

  test("is one plain message where streaming is off", async () => {
    await start({ config: { streamsInTeams: false } });
    const calls = await streamOf();
    expect(calls.filter(({ body }) => streamInfo(body) !== undefined)).toEqual([]);
    expect(calls.at(-1)?.body.text).toBe(ANSWER);
  });

  test("that fails ends as a stream, with the apology in it", async () => {
    await start({
      answerTurn: async (_, progress) => {
        progress?.searching("fi");
        throw new Error("broken");
      },
    });
    await client.say("Paljonko?");
    const final = await waitFor(() =>
      service.calls.map(({ body }) => body).find(({ type }) => type === "message"),
    );
    expect(streamInfo(final)).toMatchObject({ streamType: "final", streamId: "s1" });
    expect(final.text).toMatch(/tunnus [0-9a-f]{8}/);
  });

  test("does not show a beginning that rewrites an earlier one", async () => {
    await start({
      answerTurn: async (_, progress: TurnProgress | undefined) => {
        progress?.writing("Kuorta on");
        await pause(2 * INTERVAL_IN_MS);
        progress?.writing("Tuhkaa on");
        await pause(2 * INTERVAL_IN_MS);
        return replyOf("Kuorta on 12 000 t.", "fi");
      },
    });
    expect(briefly(await streamOf()).map((call) => call.at(-1))).toEqual([
      "Kuorta on",
      "Kuorta on 12 000 t.",
    ]);
  });

  test("shows nothing of a turn that was given up and goes on", async () => {
    let goOn = () => {};
    await start({
      turnLimitInMs: 100,
      answerTurn: async (_, progress) => {
        progress?.searching("fi");
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        progress?.writing("Too late");
        return replyOf("Too late", "fi");
      },
    });
    await client.say("Paljonko?");
    await waitFor(() => client.messages().length === 1);
    goOn();
    await pause(3 * INTERVAL_IN_MS);
    expect(JSON.stringify(service.calls)).not.toContain("Too late");
  });
});

describe("what Teams refuses", () => {
  test.each([
    [400, { error: { code: "BadRequest", message: "Bad shape" } }],
    [403, { error: { code: "ContentStreamNotAllowed", message: "Not allowed in this conversation" } }],
    [404, {}],
    [405, { message: "Method Not Allowed" }],
    [500, {}],
  ])("the first step with %i: the answer is one plain message", async (status, body) => {
    steps[1] = { status, body };
    await start();
    const calls = (await streamOf()).slice(1);
    expect(briefly(calls)).toEqual([["POST", "message", undefined, undefined, undefined, ANSWER]]);
  });

  test("a first step without an id: the answer is one plain message", async () => {
    steps[1] = { status: 202, body: {} };
    await start();
    expect(briefly(await streamOf()).at(-1)).toEqual([
      "POST",
      "message",
      undefined,
      undefined,
      undefined,
      ANSWER,
    ]);
  });

  test("a late chunk (202 with a word of it): the stream goes on", async () => {
    const code = "ContentStreamSequenceOrderPreConditionFailed";
    steps[2] = { status: 202, body: { error: { code } } };
    await start();
    expect(briefly(await streamOf()).at(-1)).toEqual(["POST", "message", "final", undefined, "s1", ANSWER]);
  });

  test("a chunk because the person pressed Stop: nothing more is sent", async () => {
    steps[2] = forbidden("Content stream was canceled by user.");
    await start();
    const calls = await streamOf();
    expect(calls).toHaveLength(2);
  });

  test("the final message because the person pressed Stop: nothing more is sent", async () => {
    steps.final = forbidden("Content stream was cancelled by the user");
    await start();
    expect(briefly(await streamOf()).map(([method, type]) => [method, type])).toEqual([
      ["POST", "typing"],
      ["POST", "typing"],
      ["POST", "message"],
    ]);
  });

  test.each([
    "Content stream finished due to exceeded streaming time.",
    "Content stream is not allowed on an already completed streamed message",
    "The message must contain the previous content",
    "Message size too large",
  ])("the final message (%s): it takes the place of the stream", async (message) => {
    steps.final = forbidden(message);
    await start();
    const last = (await streamOf()).at(-1);
    expect(last).toMatchObject({ method: "PUT", path: expect.stringMatching(/\/activities\/s1$/) });
    expect(last?.body).toMatchObject({ type: "message", text: ANSWER });
    expect(last && streamInfo(last.body)).toBeUndefined();
  });

  test("the final message and its place: it comes as a message of its own", async () => {
    steps.final = forbidden("Content stream finished due to exceeded streaming time.");
    steps.put = { status: 404, body: {} };
    await start();
    expect(briefly(await streamOf()).at(-1)).toEqual([
      "POST",
      "message",
      undefined,
      undefined,
      undefined,
      ANSWER,
    ]);
  });

  test("the final message with 400: it comes as a message of its own", async () => {
    steps.final = { status: 400, body: { error: { code: "BadRequest" } } };
    await start();
    expect(
      briefly(await streamOf())
        .at(-1)
        ?.slice(0, 3),
    ).toEqual(["POST", "message", undefined]);
  });

  test("a chunk with 429: it is tried again after a pause, and the answer arrives", async () => {
    let refusals = 1;
    service.answer = (call) =>
      streamInfo(call.body)?.streamSequence === 2 && refusals-- > 0
        ? { status: 429, headers: { "retry-after": "0.1" } }
        : answerStep(call);
    await start();
    const sequences = briefly(await streamOf()).map(([, , type, sequence]) => [type, sequence]);
    expect(sequences).toEqual([
      ["informative", 1],
      ["streaming", 2],
      ["streaming", 2],
      ["final", undefined],
    ]);
  });

  test("a stream that lasts too long is replaced without another try", async () => {
    await start({
      teams: {
        adapter: { tokenIssuer: service.tokenIssuer },
        pace: { intervalInMs: INTERVAL_IN_MS, maxLifeInMs: INTERVAL_IN_MS },
      },
    });
    const methods = briefly(await streamOf()).map(([method, , type]) => [method, type]);
    expect(methods).toEqual([
      ["POST", "informative"],
      ["PUT", undefined],
    ]);
  });
});

test("an answer in a group has the AI label and the thumbs too", async () => {
  client = new TeamsClient(application, service, "groupChat");
  await start({ answerTurn: async () => makeReply() });
  const message = await client.ask("Paljonko tuhkaa?");
  expect(message.channelData).toEqual({ feedbackLoop: { type: "default" } });
  expect(message.entities).toMatchObject([
    { additionalType: ["AIGeneratedContent"], citation: [{ position: 1 }] },
  ]);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
