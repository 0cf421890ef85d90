import type { SKRSContext2D } from "@napi-rs/canvas";
import { canvasFont } from "./open-canvas.ts";
import type { AreaShape, FlowBand, Point, Scene, Shape, TextShape } from "./scene.ts";
import { COLOURS } from "./style.ts";

/**
 * Paints a picture on white ground.
 *
 * @param scene What to paint, in order.
 * @param context A canvas of the scene's size.
 */
export function paintScene(scene: Scene, context: SKRSContext2D): void {
  context.fillStyle = COLOURS.ground;
  context.fillRect(0, 0, scene.width, scene.height);
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const shape of scene.shapes) paint(shape, context);
}

function paint(shape: Shape, context: SKRSContext2D): void {
  context.beginPath();
  if (shape.kind === "text") paintText(shape, context);
  else if (shape.kind === "band") paintBand(shape, context);
  else if (shape.kind === "line") {
    trace(shape.points, context);
    stroke(context, { colour: shape.stroke, width: shape.width });
  } else paintArea(shape, context);
}

function paintArea(shape: AreaShape, context: SKRSContext2D): void {
  if (shape.kind === "circle") context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
  else if (shape.kind === "rectangle") context.rect(shape.x, shape.y, shape.width, shape.height);
  else {
    trace(shape.points, context);
    context.closePath();
  }
  context.fillStyle = shape.fill;
  context.fill();
  if (shape.stroke) stroke(context, { colour: shape.stroke, width: 2 });
}

function paintText(shape: TextShape, context: SKRSContext2D): void {
  context.font = canvasFont(shape.style);
  context.textAlign = shape.align;
  if (shape.hasHalo) {
    context.strokeStyle = COLOURS.ground;
    context.lineWidth = 7;
    context.strokeText(shape.text, shape.x, shape.y);
  }
  context.fillStyle = shape.fill;
  context.fillText(shape.text, shape.x, shape.y);
}

/** Two edges of the same curve, or for an unknown amount a dashed line in the middle. */
function paintBand(band: FlowBand, context: SKRSContext2D): void {
  if (band.isDashed) {
    traceEdge(band, { offset: 0, context });
    context.setLineDash([12, 10]);
    stroke(context, { colour: band.stroke, width: band.width });
    context.setLineDash([]);
    return;
  }
  traceEdge(band, { offset: -band.width / 2, context });
  context.lineTo(band.to.x, band.to.y + band.width / 2);
  traceBack(band, { offset: band.width / 2, context });
  context.closePath();
  context.fillStyle = band.fill;
  context.fill();
  stroke(context, { colour: band.stroke, width: 1.5 });
}

function traceEdge(band: FlowBand, { offset, context }: { offset: number; context: SKRSContext2D }): void {
  const { from, to, bendAt } = band;
  const middle = (bendAt + to.x) / 2;
  context.moveTo(from.x, from.y + offset);
  context.lineTo(bendAt, from.y + offset);
  context.bezierCurveTo(middle, from.y + offset, middle, to.y + offset, to.x, to.y + offset);
}

function traceBack(band: FlowBand, { offset, context }: { offset: number; context: SKRSContext2D }): void {
  const { from, to, bendAt } = band;
  const middle = (bendAt + to.x) / 2;
  context.bezierCurveTo(middle, to.y + offset, middle, from.y + offset, bendAt, from.y + offset);
  context.lineTo(from.x, from.y + offset);
}

function trace(points: readonly Point[], context: SKRSContext2D): void {
  points.forEach(({ x, y }, index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

function stroke(context: SKRSContext2D, { colour, width }: { colour: string; width: number }): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
