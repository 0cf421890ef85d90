import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { createMailer, type SendMail } from "../../../../bot/desk/mail/create-mailer.ts";
import { createLog } from "../../../../bot/log.ts";
import { replyOf } from "../../../support/application.ts";

interface Received {
  from: string | false;
  to: string[];
  mail: string;
}

let server: SMTPServer | undefined;
afterEach(async () => {
  const running = server;
  server = undefined;
  if (running !== undefined) await new Promise<void>((resolve) => running.close(() => resolve()));
});

/** Starts a mail server on a free port and a mailer that uses it. */
async function startServer(
  options: SMTPServerOptions = {},
  { user = "", timeoutInMs }: { user?: string; timeoutInMs?: number } = {},
): Promise<{ sendMail: SendMail; received: Received[]; lines: string[] }> {
  const received: Received[] = [];
  const lines: string[] = [];
  server = new SMTPServer({
    disabledCommands: user === "" ? ["AUTH", "STARTTLS"] : ["STARTTLS"],
    allowInsecureAuth: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { rcptTo } = session.envelope;
        const from = session.envelope.mailFrom;
        const mail = Buffer.concat(chunks).toString("utf8");
        received.push({
          from: from === false ? false : from.address,
          to: rcptTo.map(({ address }) => address),
          mail,
        });
        done();
      });
    },
    ...options,
  });
  const running = server;
  running.on("error", () => undefined);
  await new Promise<void>((resolve) => running.listen(0, "127.0.0.1", resolve));
  const { port } = running.server.address() as AddressInfo;
  const sendMail = createMailer({
    smtpUrl: `smtp://${user}127.0.0.1:${port}`,
    from: "Sivuvirta <sivuvirta@example.org>",
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
    ...(timeoutInMs === undefined ? {} : { timeoutInMs }),
  });
  return { sendMail, received, lines };
}

const refuse = (responseCode: number) =>
  Object.assign(new Error("no such zephyr@example.org"), { responseCode });
const REPLY = replyOf("Vastaus kysymykseesi 1: ”Paljonko höyry maksaa?”\n\n**20 euroa** [1].", "fi");

describe("createMailer()", () => {
  it("sends a plain-text mail in UTF-8 to one address", async () => {
    const { sendMail, received, lines } = await startServer();
    expect(await sendMail("maija@example.org", REPLY)).toBe("sent");
    const [{ from, to, mail } = { from: "", to: [], mail: "" }] = received;
    expect([from, to]).toEqual(["sivuvirta@example.org", ["maija@example.org"]]);
    expect(mail).toContain("From: Sivuvirta <sivuvirta@example.org>");
    expect(mail).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
    expect(mail).toContain("Auto-Submitted: auto-generated");
    expect(mail).not.toMatch(/text\/html/);
    expect(lines).toEqual([]);
  });

  it.each([
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org, b@example.org",
    "Maija <a@example.org>",
    "a@example.org;b@example.org",
    "",
    "maija",
  ])("sends nothing to what is not one address: %j", async (address) => {
    const { sendMail, received } = await startServer();
    expect(await sendMail(address, REPLY)).toBe("gone");
    expect(received).toEqual([]);
  });

  it("lets no words of a reply become a header", async () => {
    const { sendMail, received } = await startServer();
    await sendMail("maija@example.org", replyOf("Hello\rBcc: b@example.org\n\nBcc: c@example.org\n.\nQUIT"));
    const [{ to, mail } = { to: [], mail: "" }] = received;
    const [headers = ""] = mail.split("\r\n\r\n");
    expect(to).toEqual(["maija@example.org"]);
    expect(headers).not.toMatch(/^Bcc:/m);
  });

  it.each([
    [550, "gone"],
    [554, "gone"],
    [450, "failed"],
    [421, "failed"],
  ] as const)("takes %i for %s, and logs neither address nor words", async (code, outcome) => {
    const { sendMail, lines } = await startServer({
      onRcptTo: (_address, _session, done) => done(refuse(code)),
    });
    expect(await sendMail("zephyr@example.org", replyOf("quagga"))).toBe(outcome);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "mail.not-sent", response: code, outcome });
    expect(lines.join()).not.toMatch(/zephyr|quagga/);
  });

  it("signs in with user and password, and says failed when they are wrong, without telling them", async () => {
    const onAuth: SMTPServerOptions["onAuth"] = ({ username, password }, _session, done) =>
      password === "p@ss" ? done(null, { user: username }) : done(refuse(535));
    const right = await startServer({ onAuth }, { user: "sivu:p%40ss@" });
    expect(await right.sendMail("maija@example.org", REPLY)).toBe("sent");
    server?.close();
    const wrong = await startServer({ onAuth }, { user: "sivu:quagga@" });
    expect(await wrong.sendMail("maija@example.org", REPLY)).toBe("failed");
    expect(wrong.lines.join()).not.toMatch(/quagga|sivu:/);
  });

  it("says failed when the server is away, or does not answer in time", async () => {
    const { sendMail } = await startServer({ onConnect: () => undefined }, { timeoutInMs: 200 });
    const started = performance.now();
    expect(await sendMail("maija@example.org", REPLY)).toBe("failed");
    expect(performance.now() - started).toBeLessThan(5000);
    const log = createLog({ write: () => undefined });
    const nobody = createMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "a@example.org", log });
    expect(await nobody("maija@example.org", REPLY)).toBe("failed");
  });

  it.each(["", "mail.example.org", "https://user:quagga@example.org", "smtp://"])(
    "refuses %j as a mail server without repeating it",
    (smtpUrl) => {
      const log = createLog({ write: () => undefined });
      const create = () => createMailer({ smtpUrl, from: "a@example.org", log });
      expect(create).toThrow(TypeError);
      expect(create).not.toThrow(/quagga/);
    },
  );
});
