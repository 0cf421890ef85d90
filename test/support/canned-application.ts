import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import { loadConfig } from "../../bot/config.ts";
import { type Application, createApplication } from "../../bot/create-application.ts";
import { createLog } from "../../bot/log.ts";
import { buildCard, sayAction, textBlock } from "../../bot/reply/build-card.ts";
import { buildPartnerForm } from "../../bot/reply/partner-form.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import type { WebChatBundle } from "../../bot/web/fetch-web-chat.ts";
import { mountPages } from "../../bot/web/pages.ts";
import type { Language } from "../../knowledge/languages.ts";
import { barsOfTest } from "./drawings.ts";
import { makeCitation, makeReply } from "./replies.ts";

/** Choices of {@link startCannedApplication}. */
export interface CannedOptions {
  bundle: WebChatBundle | undefined;
  /** Path of the state database. @default {":memory:"} */
  stateFile?: string;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Origins of sites that may show the chat. @default {none} */
  allowedOrigins?: readonly string[];
  /** Whether the page shows the links of a sign-in, whose routes are not there. @default {false} */
  signIn?: boolean;
}

const PASSAGE =
  "In Kemi-Tornio, **27** side streams were mapped. The largest are steel slags, 430 000 t a year.";

const ANSWERS: Record<Language, string> = {
  fi: "Kemi-Tornion alueella on kartoitettu **27 sivuvirtaa** [1]. Suurimmat [1][2]:\n\n| Sivuvirta | Määrä | Vuosi |\n| --- | ---: | --- |\n| Teräskuona [1] | 430 000 t | 2018 |\n| Kuori [2] | 120 000 t | 2018 |",
  sv: "I Kemi-Torneå har **27 sidoströmmar** kartlagts [1]. De största är stålslagg, 430 000 t [1], och bark [2].",
  en: "**27 side streams** were mapped in Kemi-Tornio [1]. The largest are steel slags, 430 000 t [1], and bark [2].",
};

const WELCOME: Record<Language, string> = {
  fi: "Hei! Kysy sivuvirroista, kumppaneista tai puistoista.",
  sv: "Hej! Fråga om sidoströmmar, partner eller parker.",
  en: "Hello! Ask about side streams, partners or parks.",
};

/**
 * Starts the real server, Direct Line and page around a bot with one answer per language.
 *
 * A question that begins with "Mitä" or "Mihin" counts as Finnish, one with "Vilka" or "Var" as Swedish. One with the
 * word "card" gets a card with a picture and a download too, one with "form" the partner form. One with "long" gets an
 * answer that grows over several screens, with "slow" beside it one that takes its time.
 *
 * @param options See {@link CannedOptions}.
 * @returns The application, its address and the questions it was asked.
 */
export async function startCannedApplication(
  options: CannedOptions,
): Promise<{ application: Application; url: string; turns: IncomingTurn[] }> {
  const turns: IncomingTurn[] = [];
  const application = await createApplication({
    config: {
      ...loadConfig({}),
      port: 0,
      stateFile: options.stateFile ?? ":memory:",
      allowedOrigins: options.allowedOrigins ?? [],
    },
    answerTurn: async (turn, progress) => {
      turns.push(turn);
      const reply = cannedReply(turn);
      if (!/\blong\b/.test(turn.text)) return reply;
      progress?.searching(reply.language);
      const parts = Array.from({ length: 40 }, (_, index) => `Paragraph ${index + 1} of the answer.`);
      progress?.writing(parts[0] ?? "");
      // The beginning is shown before the whole, as in real answers.
      const delayInMs = /\bslow\b/.test(turn.text) ? 1500 : 200;
      await new Promise((resolve) => setTimeout(resolve, delayInMs));
      return { ...reply, text: parts.join("\n\n"), citations: [] };
    },
    welcome: (language) =>
      makeReply({ language, intent: "smalltalk", text: WELCOME[language], citations: [] }),
    renderers: { webChat: renderWebChat, teams: renderTeams },
    createSheet: ({ query }) => ({
      name: "Side streams",
      columns: [{ title: "Id" }],
      rows: [[String(query.id)]],
    }),
    mountPages: (server) =>
      mountPages(server, {
        webChat: () => options.bundle,
        retentionDays: 30,
        usesChatModel: false,
        embeddingOrigins: options.allowedOrigins,
        signIn: options.signIn,
      }),
    isReady: () => ({ ready: true }),
    log: createLog({ level: "error" }),
    now: options.now,
  });
  const { url } = await application.listen();
  return { application, url, turns };
}

function cannedReply({ text, form }: IncomingTurn): Reply {
  if (form !== undefined) return makeReply({ text: `Looking for ${form.fields.what}`, citations: [] });
  const language = /^(?:Mitä|Mihin)/.test(text) ? "fi" : /^(?:Vilka|Var)/.test(text) ? "sv" : "en";
  const reply = makeReply({
    language,
    intent: "streams",
    text: ANSWERS[language],
    citations: [
      makeCitation({ passage: PASSAGE }),
      makeCitation({
        n: 2,
        title: "Side stream SS007: bark",
        source: "side-streams.csv",
        passage: "SS007, bark, 120 000 t, Tornio",
      }),
    ],
    suggestions: [{ title: "Teräskuona", text: "Mitä teräskuonasta voi tehdä?" }],
  });
  if (/\bform\b/.test(text)) return { ...reply, cards: [buildPartnerForm({ language })] };
  return /\bcard\b/.test(text) ? withCard(reply) : reply;
}

function withCard(reply: Reply): Reply {
  const { language } = reply;
  const request = { table: "streams", query: { id: "SS007" }, language, reader: "public" } as const;
  const card = buildCard({
    title: "Kemi-Tornio",
    body: [textBlock("Steel slag, 430 000 t")],
    actions: [sayAction("Largest first", "largest first")],
  });
  return {
    ...reply,
    cards: [card],
    pictures: [{ alt: "Bar chart: steel slag 430 000 t; bark 120 000 t", drawing: barsOfTest(3) }],
    downloads: [{ title: "Download CSV", request: { ...request, format: "csv" } }],
  };
}
