import { parseArgs } from "node:util";
import { runScale } from "./run-scale.ts";

/** `npm run bench -- --scale [--json] [--streams N] [--companies N]`: how the tables answer when they are large. */
const { values } = parseArgs({
  options: {
    scale: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    streams: { type: "string", default: "100000" },
    companies: { type: "string", default: "20000" },
    index: { type: "string", default: "data/index" },
  },
});
if (!values.scale) {
  console.error('Cannot measure: give "--scale"');
  process.exitCode = 2;
} else {
  const figures = await runScale({
    index: values.index,
    streams: Number(values.streams),
    companies: Number(values.companies),
  });
  const lines = Object.entries(figures).map(([name, value]) => `${name}: ${value}`);
  console.log(values.json ? JSON.stringify(figures) : lines.join("\n"));
}
