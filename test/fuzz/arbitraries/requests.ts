import fc from "fast-check";
import type { OddRequest } from "../http-client.ts";
import { brokenJson, jsonBytes, oddValues } from "./json.ts";
import { questions } from "./questions.ts";
import { texts } from "./texts.ts";

/** A conversation that requests are made to. */
interface Target {
  id: string;
  token: string;
}

/** A request as plain data, so that a failure prints it; conversation and credential are filled in later. */
export interface OddCall {
  method: string;
  /** `ID` stands for the conversation, `WEIRD` for `weird`. */
  route: string;
  weird: string;
  /** Which conversation. */
  which: number;
  credential: "token" | "other" | "secret" | "garbage" | "none";
  headers: Record<string, string>;
  body: string | undefined;
}

const thumbs = [{ "@type": "LikeAction", "@id": "#like-answer-1" }];
/** What Web Chat sends. */
const ACTIVITIES = [
  {
    type: "message",
    text: "Mitä tuhkaa syntyy Kemissä?",
    locale: "fi-FI",
    channelData: { clientActivityID: "1" },
  },
  { type: "message", value: { form: "partners", what: "fly ash", amount: "22000", place: "Kemi" } },
  { type: "message", value: { form: "ticket", do: "send", question: "Who?", contact: "a@b.example" } },
  { type: "message", text: "yes", value: { say: "Who could take our ash?" } },
  { type: "event", name: "webchat:activity-status/feedback", entities: thumbs, replyToId: "1" },
  { type: "event", name: "webchat/join", value: { language: "sv" } },
  { type: "typing" },
  {
    type: "invoke",
    name: "message/submitAction",
    replyToId: "1",
    value: { actionName: "feedback", actionValue: { reaction: "like", feedback: '{"feedbackText":"x"}' } },
  },
];
const bodies = jsonBytes(
  fc.oneof(
    { weight: 5, arbitrary: brokenJson(ACTIVITIES) },
    { weight: 2, arbitrary: questions.map((text) => ({ type: "message", text })) },
    { weight: 1, arbitrary: oddValues },
  ),
);

const headerText = fc.oneof(
  fc.constantFrom(
    "",
    "null",
    "*",
    "bytes",
    "https://evil.example",
    "a".repeat(4000),
    "é",
    "\t",
    "gzip",
    "0",
    "-1",
  ),
  texts.map((text) =>
    text
      .replace(/[^\t\x20-\x7e\x80-\xff]/g, "")
      .trim()
      .slice(0, 2000),
  ),
);
const oddHeaders = fc.dictionary(
  fc.constantFrom(
    "authorization",
    "content-type",
    "accept",
    "accept-encoding",
    "accept-version",
    "accept-language",
    "content-encoding",
    "origin",
    "cookie",
    "if-none-match",
    "range",
    "referer",
    "user-agent",
    "x-forwarded-proto",
    "x-request-id",
    "x-http-method-override",
    "traceparent",
    "sec-fetch-site",
  ),
  headerText,
  { maxKeys: 4 },
);

/** An activity sent to a conversation by who may. */
export const activityCalls: fc.Arbitrary<OddCall> = fc
  .record({ which: fc.nat(), body: bodies })
  .map((call) => ({
    ...call,
    method: "POST",
    route: "conversations/ID/activities",
    weird: "",
    credential: "token" as const,
    headers: {},
  }));

const ROUTES = [
  "tokens/generate",
  "tokens/refresh",
  "conversations",
  "conversations/ID",
  "conversations/ID/activities",
  "conversations/ID/activities?watermark=0",
  "conversations/ID/activities?watermark=WEIRD",
  "conversations/WEIRD/activities",
  "conversations/WEIRD",
  "conversations/ID/upload?userId=WEIRD",
  "conversations/ID/stream?watermark=-&t=WEIRD",
  "session/getsessionid",
  "WEIRD",
  "../../WEIRD",
  "/files/picture?t=WEIRD",
  "/files/export?t=WEIRD",
  "/records/streams/WEIRD",
  "/records/WEIRD/SS001?lang=WEIRD",
  "/desk/enter?key=WEIRD",
  "/desk/WEIRD",
  "/sign-in?to=WEIRD",
  "/sign-in/callback?code=WEIRD&state=WEIRD",
  "/embed.js?lang=WEIRD",
  "/?lang=WEIRD&identity=WEIRD",
  "/assets/WEIRD",
  "/metrics?WEIRD",
  "/readyz/WEIRD",
];

const weirdParts = fc.oneof(
  texts.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)),
  fc.constantFrom(
    "%",
    "%00",
    "%FF%C0",
    "..%2f..%2fetc%2fpasswd",
    "%E0%A4%A",
    "9".repeat(30),
    "a|b",
    "[x]",
    "1;2",
  ),
);

/** Any request to any address, with credentials right, wrong or of another conversation. */
export const calls: fc.Arbitrary<OddCall> = fc
  .record({
    method: fc.constantFrom("GET", "GET", "POST", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"),
    route: fc.constantFrom(...ROUTES),
    weird: weirdParts,
    which: fc.nat(),
    credential: fc.constantFrom("token", "token", "other", "secret", "garbage", "none"),
    headers: oddHeaders,
    body: fc.option(fc.oneof(bodies, fc.string({ unit: "binary", maxLength: 200 })), { nil: undefined }),
  })
  .map((call) => (call.method === "GET" || call.method === "HEAD" ? { ...call, body: undefined } : call));

/**
 * Fills in conversation and credential.
 *
 * @param options.secret That of the pages' servers.
 */
export function toRequest(
  call: OddCall,
  options: { targets: readonly Target[]; secret: string },
): OddRequest {
  const { method, route, weird, which, credential, headers, body } = call;
  const { targets, secret } = options;
  const { id, token } = targets[which % targets.length] as Target;
  const other = targets[(which + 1) % targets.length]?.token ?? "";
  const bearer = { token, other, secret, garbage: `${token.slice(0, -4)}AAAA`, none: undefined }[credential];
  const filled = route.replace("ID", id).replaceAll("WEIRD", weird);
  return {
    method,
    path: filled.startsWith("/") ? filled : `/v3/directline/${filled}`,
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": `10.${which % 250}.${(which >> 8) % 250}.1`,
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body,
  };
}
