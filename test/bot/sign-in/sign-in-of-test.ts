import { createLog } from "../../../bot/log.ts";
import { createBotServer, httpServerOf } from "../../../bot/server.ts";
import { createSignIn, type SignIn, type SignInOptions } from "../../../bot/sign-in/create-sign-in.ts";
import { CLIENT_ID, CLIENT_SECRET, type ScriptedProvider } from "./scripted-provider.ts";

/** Where people reach the bot of the tests; TLS ends before it. */
export const PUBLIC_URL = "https://chat.example.fi";
export const SECRET = "a secret of the tests, long enough";

/** What a browser got; redirects are not followed. */
export interface Seen {
  status: number;
  headers: Headers;
  text: string;
  location: string;
}

/** A running server with the sign-in. */
export interface SignInOfTest {
  signIn: SignIn;
  url: string;
  lines: string[];
  close: () => Promise<void>;
}

/** Starts the real server with the sign-in, against a scripted provider. */
export async function startSignIn(
  provider: Pick<ScriptedProvider, "issuer">,
  options: Partial<SignInOptions> = {},
): Promise<SignInOfTest> {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), level: "debug" });
  const signIn = createSignIn({
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      members: [{ claim: "groups", value: "park-members" }],
      coordinators: [{ claim: "groups", value: "park-coordinators" }],
    },
    publicUrl: PUBLIC_URL,
    secret: SECRET,
    log,
    allowsInsecureLoopback: true,
    ...options,
  });
  const mounts = [(server: Parameters<SignIn["mount"]>[0]) => signIn.mount(server)];
  const server = createBotServer({ mounts, isReady: () => ({ ready: true }), log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  return {
    signIn,
    lines,
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: () => {
      httpServerOf(server).closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A browser that keeps cookies by the rules of `__Host-` and asks the bot where PUBLIC_URL is meant. */
export class Browser {
  readonly #botUrl: string;
  /** Cookies of the bot by name. */
  readonly cookies = new Map<string, string>();
  /** `Set-Cookie` headers as they came. */
  readonly setCookies: string[] = [];

  constructor(botUrl: string) {
    this.#botUrl = botUrl;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Asks for one address: a path, or a whole address under PUBLIC_URL or of the provider. */
  async open(
    address: string,
    { method = "GET", headers = {} as Record<string, string> } = {},
  ): Promise<Seen> {
    const isBot = address.startsWith("/") || address.startsWith(PUBLIC_URL);
    const url = isBot ? this.#botUrl + address.replace(PUBLIC_URL, "") : address;
    const cookie = isBot && this.cookies.size > 0 ? { cookie: this.cookieHeader } : {};
    const response = await fetch(url, { method, redirect: "manual", headers: { ...cookie, ...headers } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: response.headers.get("location") ?? "",
    };
  }

  /** Signs in up to the address that the provider sends the browser back to, which is not opened. */
  async approach(path = "/sign-in"): Promise<string> {
    const { location } = await this.open(path);
    return (await this.open(location)).location;
  }

  /** Signs in wholly. */
  async signIn(path = "/sign-in"): Promise<Seen> {
    return await this.open(await this.approach(path));
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const [pair = "", ...attributes] = line.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (attributes.includes("Max-Age=0")) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}
