import { presentQuantity, recordName, renderCompany, renderStream } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import { type CompanyRecord, type ParkRecord, type StreamRecord, TABLES } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamRow, Total } from "../reply/reply.ts";
import {
  type AnswerLine,
  type Claim,
  type ClaimSource,
  composeReply,
  type ReplyDraft,
} from "./compose-reply.ts";
import { placeName } from "./place-name.ts";
import { rowSources } from "./row-sources.ts";

export interface ListContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
}

const MOST_ROWS = 12;
/** Lists of at most so many streams tell uses and notes too. */
const MOST_DETAILED = 4;

interface ListTexts {
  streams: (count: number, where: string) => string;
  companies: (count: number, where: string) => string;
  parks: (count: number, where: string) => string;
  total: (amount: string, rows: number) => string;
  sumTitle: string;
  leftOut: (count: number) => string;
  more: (count: number) => string;
}

const LIST_TEXTS: Record<Language, ListTexts> = {
  fi: {
    streams: (count, where) =>
      `**${where}** – taulukossa on ${count === 1 ? "yksi sivuvirta" : `${count} sivuvirtaa`}:`,
    companies: (count, where) =>
      `**${where}** – taulukossa on ${count === 1 ? "yksi yritys tai muu toimija" : `${count} yritystä tai muuta toimijaa`}:`,
    parks: (count, where) =>
      `${where === "" ? "" : `**${where}** – `}taulukossa on ${count === 1 ? "yksi puisto" : `${count} puistoa`}:`,
    total: (amount, rows) =>
      `Vuosivirrat ovat yhteensä ${amount} vuodessa (${rows} riviä, joissa on määrä; tiedot ovat eri vuosilta).`,
    sumTitle: "Sivuvirtataulukko: rivien summa",
    leftOut: (count) =>
      `Summassa ei ole mukana rivejä, jotka ovat jo summia, varastoja tai suunnitelmia (${count} kpl).`,
    more: (count) => `Muita rivejä: ${count}.`,
  },
  sv: {
    streams: (count, where) =>
      `**${where}** – i tabellen finns ${count === 1 ? "en sidoström" : `${count} sidoströmmar`}:`,
    companies: (count, where) => `**${where}** – i tabellen finns ${count} företag eller andra aktörer:`,
    parks: (count, where) => `${where === "" ? "" : `**${where}** – `}i tabellen finns ${count} parker:`,
    total: (amount, rows) =>
      `Årsflödena uppgår till sammanlagt ${amount} per år (${rows} rader med mängd; uppgifter från olika år).`,
    sumTitle: "Sidoströmstabellen: radernas summa",
    leftOut: (count) => `Rader som själva är summor, lager eller planer ingår inte i summan (${count} st.).`,
    more: (count) => `Ytterligare rader: ${count}.`,
  },
  en: {
    streams: (count, where) =>
      `**${where}** – the table holds ${count === 1 ? "one side stream" : `${count} side streams`}:`,
    companies: (count, where) => `**${where}** – the table holds ${count} companies or other organisations:`,
    parks: (count, where) => `${where === "" ? "" : `**${where}** – `}the table holds ${count} parks:`,
    total: (amount, rows) =>
      `Yearly flows add up to ${amount} a year (${rows} rows with a quantity; figures of different years).`,
    sumTitle: "Side-stream table: sum of the rows",
    leftOut: (count) =>
      `Rows that are totals, stocks or plans themselves are left out of the sum (${count}).`,
    more: (count) => `More rows: ${count}.`,
  },
};

/** Streams as a list, largest first, with the sum of the yearly flows per unit. */
export function listStreams(
  streams: readonly StreamRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const texts = LIST_TEXTS[language];
  const visible = streams
    .filter((stream) => mayRead(reader, stream.visibility))
    .sort(
      (a, b) =>
        Number(b.kind === "flow") - Number(a.kind === "flow") || (b.quantity ?? -1) - (a.quantity ?? -1),
    );
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: texts.streams(visible.length, where) }];
  const isShort = visible.length <= MOST_DETAILED;
  for (const stream of visible.slice(0, MOST_ROWS)) lines.push(streamLine(stream, { ...context, isShort }));
  if (visible.length > MOST_ROWS) lines.push({ frame: texts.more(visible.length - MOST_ROWS) });
  const totals = sumFlows(visible);
  for (const total of totals) {
    if (total.rows > 1) lines.push({ claim: totalClaim(total, { streams: visible, language }) });
  }
  const others = visible.filter((stream) => stream.kind !== "flow").length;
  if (others > 0 && totals.length > 0) lines.push({ frame: texts.leftOut(others) });
  const draft = composeReply({ language, intent: "streams", lines });
  return { ...draft, streams: visible.map((stream) => toStreamRow(stream, context)), totals };
}

/** The sum of yearly flows, which rests on the amounts it adds up. */
function totalClaim(total: Total, context: { streams: readonly StreamRecord[]; language: Language }): Claim {
  const { streams, language } = context;
  const texts = LIST_TEXTS[language];
  const amount = `${presentNumber(total.quantity, language)} ${total.unit}`;
  const addends = streams
    .filter((stream) => isSummed(stream) && stream.unit === total.unit)
    .map((stream) => `${recordName(stream, language)} ${presentNumber(stream.quantity ?? 0, language)}`);
  const text = texts.total(amount, total.rows);
  return {
    text,
    sources: [
      {
        title: texts.sumTitle,
        source: TABLES.streams.file,
        passage: `${text} ${addends.join(" + ")} = ${amount}.`,
        language,
      },
    ],
  };
}

function streamLine(stream: StreamRecord, context: ListContext & { isShort: boolean }): AnswerLine {
  const { language, isShort } = context;
  const year = stream.year === undefined ? "" : ` (${stream.year})`;
  const named = stream[`producer_${language}`];
  const producer = named === undefined ? "" : `, ${named}`;
  // The first sentence of the rendered row repeats name and amount; the others tell uses, status and notes.
  const [row = "", ...details] = renderStream(stream, { language, park: parkName(stream.park, context) });
  const name = `${recordName(stream, language)}: `;
  const told = details.map((sentence) =>
    sentence.startsWith(name) ? sentence.slice(name.length) : sentence,
  );
  const head = `**${recordName(stream, language)}**${producer}: ${presentQuantity(stream, language)}${year}`;
  const text = isShort ? `${head}. ${told.join(" ")}` : head;
  const passage = [row, ...details].join(" ");
  return {
    prefix: "- ",
    claim: { text, sources: oneSource(stream, { ...context, passage, file: "side-streams.csv" }) },
  };
}

function toStreamRow(stream: StreamRecord, context: ListContext): StreamRow {
  const { id, municipality, quantity, unit, year } = stream;
  const producer = stream[`producer_${context.language}`];
  const note = stream[`note_${context.language}`];
  return {
    id,
    name: recordName(stream, context.language),
    park: parkName(stream.park, context),
    ...(producer === undefined ? {} : { producer }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(note === undefined ? {} : { note }),
  };
}

type SummedStream = StreamRecord & { quantity: number; unit: string };

/** Only what arises every year, in a known amount, is added up. */
function isSummed(stream: StreamRecord): stream is SummedStream {
  return stream.kind === "flow" && stream.quantity !== undefined && stream.unit !== undefined;
}

/** Sums of the yearly flows; totals, stocks and plans are never added, nor units mixed. */
export function sumFlows(streams: readonly StreamRecord[]): Total[] {
  const totals = new Map<string, Total>();
  for (const stream of streams) {
    if (!isSummed(stream)) continue;
    const total = totals.get(stream.unit) ?? { unit: stream.unit, quantity: 0, rows: 0 };
    totals.set(stream.unit, { ...total, quantity: total.quantity + stream.quantity, rows: total.rows + 1 });
  }
  return [...totals.values()];
}

/** Companies as a list with their line of business. */
export function listCompanies(
  companies: readonly CompanyRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const texts = LIST_TEXTS[language];
  const visible = companies.filter((company) => mayRead(reader, company.visibility));
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: texts.companies(visible.length, where) }];
  for (const company of visible.slice(0, MOST_ROWS + 8)) {
    const year = company.year === undefined ? "" : ` (${company.year})`;
    const text = `**${recordName(company, language)}**: ${company[`industry_${language}`]}${year}`;
    const parks = company.parks.map((id) => parkName(id, context));
    const passage = renderCompany(company, { language, parks }).join(" ");
    lines.push({
      prefix: "- ",
      claim: { text, sources: oneSource(company, { ...context, passage, file: "companies.csv" }) },
    });
  }
  const left = visible.length - MOST_ROWS - 8;
  if (left > 0) lines.push({ frame: texts.more(left) });
  return composeReply({ language, intent: "answer", lines });
}

/** Parks as a list with their place and line of business. */
export function listParks(
  parks: readonly ParkRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const visible = parks.filter((park) => mayRead(reader, park.visibility));
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: LIST_TEXTS[language].parks(visible.length, where) }];
  for (const park of visible) {
    const where = park.municipalities.map((name) => placeName(name, context)).join(", ");
    const text = `**${recordName(park, language)}** (${where}): ${park[`industries_${language}`]}`;
    const passage = text.replaceAll("**", "");
    lines.push({
      prefix: "- ",
      claim: { text, sources: oneSource(park, { ...context, passage, file: "parks.csv" }) },
    });
  }
  const draft = composeReply({ language, intent: "parks", lines });
  return {
    ...draft,
    parks: visible.map((park) => ({ name: recordName(park, language), reasons: [], missing: [] })),
  };
}

function parkName(id: string, context: ListContext): string {
  const park = context.view.index.tables.parks?.find((row) => row.id === id);
  return park === undefined ? id : recordName(park, context.language);
}

/** One source a row keeps a long list readable; the row's note names the others. */
function oneSource(
  row: Parameters<typeof rowSources>[0],
  context: Parameters<typeof rowSources>[1],
): ClaimSource[] {
  return rowSources(row, context).slice(0, 1);
}
