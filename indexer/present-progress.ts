/** Where progress is shown; a terminal gets a bar on one line, everything else plain lines. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const STEP_NAMES: Record<string, string> = {
  read: "Reading files",
  embed: "Embedding passages",
  model: "Embedding with the model",
  index: "Building the lexical index",
  graph: "Linking the vectors",
};

const LINES_PER_STEP = 4;
const WIDEST_BAR = 24;

/**
 * Makes a function that shows how far each step of a build is.
 *
 * @param stream Usually `process.stderr`, so that the summary alone goes to standard output.
 */
export function createProgress(stream: ProgressStream): (step: string, done: number, all: number) => void {
  let shown = "";
  return (step, done, all) => {
    const name = STEP_NAMES[step] ?? step;
    if (stream.isTTY === true) {
      const count = ` ${done}/${all}`;
      // One column stays free: a full line would wrap, and the next bar would not overwrite it.
      const room = (stream.columns ?? 80) - name.length - count.length - 4;
      const width = Math.max(0, Math.min(WIDEST_BAR, room));
      const filled = all === 0 ? width : Math.round((done / all) * width);
      stream.write(`\r${name} [${"#".repeat(filled)}${".".repeat(width - filled)}]${count}\u001B[K`);
      if (done >= all) stream.write("\n");
      return;
    }
    const quarter = all === 0 ? LINES_PER_STEP : Math.floor((done / all) * LINES_PER_STEP);
    const line = `${step} ${quarter}`;
    if (line === shown || done === 0) return;
    shown = line;
    stream.write(`${name}: ${done} of ${all}\n`);
  };
}
