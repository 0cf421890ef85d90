import type { Language } from "../../../knowledge/languages.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { CHANNELS, type Channel, HAPPENINGS, type HappeningKind } from "./asked-question.ts";
import { addDays, countDays } from "./desk-day.ts";
import type { Counts, Period, TopicCount, TurnCount } from "./figure-store.ts";
import type { FigureCell, FigureRow, FigureTable } from "./figure-table.ts";
import { QUESTION_TEXTS } from "./texts.ts";
import { type TopicKind, topicKind } from "./topics-of-words.ts";

/** A topic that fewer conversations asked about might tell who it was. */
export const FEWEST_CONVERSATIONS = 5;
const MOST_TOPICS = 15;
/** Longer periods are told by month. */
const MOST_DAYS = 92;

interface FigureContext {
  period: Period;
  language: Language;
  view: KnowledgeView;
}

/**
 * Puts the counts of a period into tables, in the words of a language.
 *
 * Greetings and forms are no questions and count nowhere. A topic of fewer than five conversations is named without its
 * figure, and stands after the others by its name, so that its place tells nothing.
 */
export function buildFigures(counts: Counts, context: FigureContext): FigureTable[] {
  const { language } = context;
  const questions = counts.turns.filter(({ outcome }) => outcome !== "courtesy");
  const topics = { ...context, topics: counts.topics };
  return [
    daysTable(questions, context),
    ...breakdownTables(questions, language),
    outcomesTable(questions, language),
    topicsTable("parks", "park", topics),
    topicsTable("materials", "material", topics),
    topicsTable("facts", "fact", topics),
    satisfactionTable(counts.turns, language),
    partnersTable(counts, language),
  ];
}

/** The command line is for whoever runs the bot: it is told of only where it was used. */
function isShownChannel(channel: Channel, questions: readonly TurnCount[]): boolean {
  return channel !== "command-line" || questions.some((question) => question.channel === channel);
}

/** By language, channel and kind of answer. */
function breakdownTables(questions: readonly TurnCount[], language: Language): FigureTable[] {
  const texts = QUESTION_TEXTS[language].figures;
  const rows = {
    languages: LANGUAGES.map((one) =>
      rowOf(
        texts.languages[one],
        questions.filter((question) => question.language === one),
      ),
    ),
    channels: CHANNELS.filter((one) => isShownChannel(one, questions)).map((one) =>
      rowOf(
        texts.channels[one],
        questions.filter(({ channel }) => channel === one),
      ),
    ),
    kinds: kindRows(questions, texts.kinds),
  };
  return (["languages", "channels", "kinds"] as const).map((id) => ({
    id,
    nameColumn: texts.nameColumns[id],
    columns: texts.outcomeColumns,
    rows: rows[id],
    drawn: [0],
  }));
}

function partnersTable({ happenings }: Counts, language: Language): FigureTable {
  const texts = QUESTION_TEXTS[language].figures;
  const count = (kind: HappeningKind) => happenings.find((found) => found.kind === kind)?.count ?? 0;
  return {
    id: "partners",
    nameColumn: texts.nameColumns.partners,
    columns: [texts.count],
    rows: HAPPENINGS.map((kind) => ({ name: texts.happenings[kind], cells: [count(kind)] })),
    drawn: [0],
  };
}

function daysTable(questions: readonly TurnCount[], { period, language }: FigureContext): FigureTable {
  const texts = QUESTION_TEXTS[language].figures;
  const isByMonth = countDays(period.from, period.to) > MOST_DAYS;
  const nameOf = (day: string) => (isByMonth ? day.slice(0, 7) : day);
  const names = new Set<string>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) names.add(nameOf(day));
  const byName = Map.groupBy(questions, ({ day }) => nameOf(day));
  return {
    id: "days",
    nameColumn: isByMonth ? texts.month : texts.nameColumns.days,
    columns: texts.outcomeColumns,
    rows: [...names].map((name) => rowOf(name, byName.get(name) ?? [])),
    drawn: [1, 2, 3, 4],
  };
}

/** All, answered, answered weakly, refused, handed over. */
function rowOf(name: string, questions: readonly TurnCount[]): FigureRow {
  const sum = (outcome?: TurnCount["outcome"]) =>
    questions
      .filter((one) => outcome === undefined || one.outcome === outcome)
      .reduce((all, { count }) => all + count, 0);
  return { name, cells: [sum(), sum("answered"), sum("weak"), sum("refused"), sum("handed-over")] };
}

function kindRows(questions: readonly TurnCount[], kinds: Readonly<Record<string, string>>): FigureRow[] {
  const byKind = [...Map.groupBy(questions, ({ intent }) => intent)];
  return byKind
    .map(([intent, some]) => rowOf(kinds[intent] ?? intent, some))
    .sort((one, other) => numberOf(other) - numberOf(one) || one.name.localeCompare(other.name));
}

function outcomesTable(questions: readonly TurnCount[], language: Language): FigureTable {
  const texts = QUESTION_TEXTS[language].figures;
  const [all, ...counts] = rowOf("", questions).cells;
  const share = (count: FigureCell): FigureCell =>
    typeof count === "number" && typeof all === "number" && all > 0
      ? Math.round((100 * count) / all)
      : "none";
  return {
    id: "outcomes",
    nameColumn: texts.nameColumns.outcomes,
    columns: [texts.count, texts.share],
    rows: counts.map((count, at) => ({
      name: texts.outcomeColumns[at + 1] ?? "",
      cells: [count, share(count)],
    })),
    drawn: [0],
  };
}

function topicsTable(
  id: "parks" | "materials" | "facts",
  kind: TopicKind,
  context: FigureContext & { topics: readonly TopicCount[] },
): FigureTable {
  const { language, view, topics } = context;
  const texts = QUESTION_TEXTS[language].figures;
  const own = topics.filter(({ topic }) => topicKind(topic, view) === kind);
  const told = own.filter(({ conversations }) => conversations >= FEWEST_CONVERSATIONS);
  const hidden = own.filter(({ conversations }) => conversations < FEWEST_CONVERSATIONS);
  const name = ({ topic }: TopicCount) => view.conceptLabel(topic, language);
  const rows: FigureRow[] = [
    ...told
      .toSorted((one, other) => other.count - one.count || name(one).localeCompare(name(other), language))
      .map((topic) => ({ name: name(topic), cells: [topic.count] })),
    ...hidden
      .toSorted((one, other) => name(one).localeCompare(name(other), language))
      .map((topic) => ({ name: name(topic), cells: ["hidden" as const] })),
  ];
  return {
    id,
    nameColumn: texts.nameColumns[id],
    columns: [texts.count],
    rows: rows.slice(0, MOST_TOPICS),
    drawn: [0],
  };
}

function satisfactionTable(turns: readonly TurnCount[], language: Language): FigureTable {
  const texts = QUESTION_TEXTS[language].figures;
  const rate = (name: string, some: readonly TurnCount[]): FigureRow => {
    const likes = some.reduce((sum, turn) => sum + turn.likes, 0);
    const dislikes = some.reduce((sum, turn) => sum + turn.dislikes, 0);
    const all = likes + dislikes;
    return { name, cells: [likes, dislikes, all === 0 ? "none" : Math.round((100 * likes) / all)] };
  };
  return {
    id: "satisfaction",
    nameColumn: texts.nameColumns.satisfaction,
    columns: texts.satisfactionColumns,
    rows: [
      rate(texts.all, turns),
      ...LANGUAGES.map((one) =>
        rate(
          texts.languages[one],
          turns.filter((turn) => turn.language === one),
        ),
      ),
    ],
    drawn: [2],
  };
}

function numberOf({ cells: [first] }: FigureRow): number {
  return typeof first === "number" ? first : 0;
}
