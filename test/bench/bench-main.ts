import { parseArgs } from "node:util";
import { presentChannel, runChannel } from "./channel/run-channel.ts";
import { runScale } from "./run-scale.ts";

/**
 * `npm run bench -- --scale [--json] [--streams N] [--companies N]`: how the tables answer when they are large.
 * `npm run bench -- --channel [--json]`: our Direct Line beside a bare echo bot on the same stack.
 */
const { values } = parseArgs({
  options: {
    channel: { type: "boolean", default: false },
    scale: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    streams: { type: "string", default: "100000" },
    companies: { type: "string", default: "20000" },
    index: { type: "string", default: "data/index" },
  },
});
if (values.channel) {
  const figures = await runChannel();
  console.log(values.json ? JSON.stringify(figures) : presentChannel(figures));
} else if (!values.scale) {
  console.error('Cannot measure: give "--scale" or "--channel"');
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
