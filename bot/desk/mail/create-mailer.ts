import { createTransport } from "nodemailer";
import { describeError, type Log } from "../../log.ts";
import type { Reply } from "../../reply/reply.ts";
import type { NoticeOutcome } from "../notices/notice-box.ts";
import { writeMail } from "./write-mail.ts";

export interface MailerOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl: string;
  /** Sender: `address` or `Name <address>`. */
  from: string;
  log: Log;
  /** Longest time for connecting, and for each answer of the server, in milliseconds. @default {20_000} */
  timeoutInMs?: number;
}

/** Sends a reply to an address. */
export type SendMail = (address: string, reply: Reply) => Promise<NoticeOutcome>;

const TIMEOUT_IN_MS = 20_000;
/** One address and nothing else: no list, no name, no line that could begin a header. */
const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Creates what sends notices as plain-text mails through an SMTP server.
 *
 * A refusal for good (5xx) and an address that is none give `gone`; a server that is away or says "later" gives
 * `failed`, and whoever called tries again. A password is sent to another machine only after TLS. Neither addresses nor
 * words are logged.
 *
 * @throws {TypeError} When `smtpUrl` is no address of a mail server.
 *
 * @example
 * ```ts
 * const sendMail = createMailer({ smtpUrl: "smtp://127.0.0.1:2525", from: "Sivuvirta <sivuvirta@example.org>", log });
 * await sendMail("asker@example.org", reply); // "sent"
 * ```
 */
export function createMailer(options: MailerOptions): SendMail {
  const { smtpUrl, from, log, timeoutInMs = TIMEOUT_IN_MS } = options;
  const url = parseUrl(smtpUrl);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    secure: url.protocol === "smtps:",
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    requireTLS: url.username !== "" && !LOOPBACK.test(url.hostname),
    connectionTimeout: timeoutInMs,
    greetingTimeout: timeoutInMs,
    socketTimeout: timeoutInMs,
    dnsTimeout: timeoutInMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (address, reply) => {
    if (!ADDRESS.test(address)) return "gone";
    try {
      await transport.sendMail({ from, to: { name: "", address }, ...writeMail(reply) });
      return "sent";
    } catch (error) {
      const outcome = isRefusal(error) ? "gone" : "failed";
      const { error: name, code } = describeError(error);
      // The server's own words may hold the address.
      log.warn("mail.not-sent", { error: name, code, response: responseCode(error), outcome });
      return outcome;
    }
  };
}

function parseUrl(smtpUrl: string): URL {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (url === undefined || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    // The address itself may hold a password, so it is not repeated.
    throw new TypeError(
      "Cannot send mail: the address of the mail server is not of the form smtp://host:port or smtps://host:port",
    );
  }
  return url;
}

/** A server that says no for good: the address is unknown, or the mail is not taken. A wrong password is our own fault. */
function isRefusal(error: unknown): boolean {
  const isOwnFault = error instanceof Error && "code" in error && error.code === "EAUTH";
  return !isOwnFault && (responseCode(error) ?? 0) >= 500;
}

function responseCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("responseCode" in error)) return undefined;
  return typeof error.responseCode === "number" ? error.responseCode : undefined;
}
