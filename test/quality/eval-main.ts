import { parseArgs } from "node:util";
import { InputError } from "./input-error.ts";

/**
 * `npm run eval`: measures the quality of one part of the assistant. One mode is chosen by its option; each mode is
 * a module of its own that takes the option's value and gives back what to print.
 */
const OPTIONS = {
  retrieval: { type: "string" },
  against: { type: "string" },
  answers: { type: "string" },
  streams: { type: "string" },
  partners: { type: "string" },
  pairs: { type: "string" },
  "partner-questions": { type: "string" },
  locations: { type: "string" },
  faq: { type: "string" },
  requests: { type: "string" },
  index: { type: "string" },
  knowledge: { type: "string" },
  verbose: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseOptions>;

/** For each mode how it is run; loaded only when chosen. Resolves to the text to print. */
const MODES: Readonly<Record<string, (values: Values) => Promise<string>>> = {
  retrieval: async ({ retrieval, against, json }) => {
    const { runRetrieval } = await import("./retrieval/run-retrieval.ts");
    return runRetrieval({ folder: retrieval ?? "", against: against?.split(",") ?? [], isJson: json });
  },
  answers: async ({ answers, index, knowledge, json, verbose }) => {
    const { runAnswers } = await import("./answers/run-answers.ts");
    const options = { file: answers ?? "", index, knowledge, isJson: json, isVerbose: verbose };
    const { text, faults } = await runAnswers(options);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
    return text;
  },
  partners: async ({ partners, index, knowledge, json, verbose }) => {
    const { runExchanges } = await import("./partners/run-exchanges.ts");
    return runExchanges({ file: partners ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
  pairs: async ({ pairs, index, knowledge, json }) => {
    const { runPairs } = await import("./partners/run-pairs.ts");
    return runPairs({ file: pairs ?? "", index, knowledge, isJson: json });
  },
  "partner-questions": async ({ "partner-questions": file, index, knowledge, json, verbose }) => {
    const { runPartnerQuestions } = await import("./partners/run-partner-questions.ts");
    return runPartnerQuestions({ file: file ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
  streams: async ({ streams, index, knowledge, json, verbose }) => {
    const { runStreams } = await import("./streams/run-streams.ts");
    return runStreams({ file: streams ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
  locations: async ({ locations, index, knowledge, json, verbose }) => {
    const { runLocations } = await import("./locations/run-locations.ts");
    return runLocations({ file: locations ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
  faq: async ({ faq, index, knowledge, json, verbose }) => {
    const { runFaq } = await import("./faq/run-faq.ts");
    return runFaq({ file: faq ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
  requests: async ({ requests, index, knowledge, json, verbose }) => {
    const { runRequests } = await import("./requests/run-requests.ts");
    return runRequests({ file: requests ?? "", index, knowledge, isJson: json, isVerbose: verbose });
  },
};

function parseOptions(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
}

function chooseMode(values: Values): string {
  const chosen = Object.keys(MODES).filter((mode) => Object.hasOwn(values, mode));
  const [mode] = chosen;
  if (mode === undefined || chosen.length > 1) {
    const choices = Object.keys(MODES).map((name) => `--${name}`);
    throw new InputError(`Cannot measure: give exactly one of ${choices.join(", ")}`);
  }
  return mode;
}

async function main(args: string[]): Promise<void> {
  const values = parseOptions(args);
  const mode = chooseMode(values);
  console.log(await MODES[mode]?.(values));
}

/** Whether the one who typed the command can mend it: a wrong option, a missing file or a wrong line in one. */
function isInputError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isOption = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  return isOption || error instanceof InputError;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!isInputError(error)) throw error;
  console.error(error.message.split("\n")[0]);
  process.exitCode = 2;
}
