import { join } from "node:path";
import type { BarChart, FlowPicture, ParkMap } from "../../bot/reply/drawing.ts";
import { readTable } from "../../knowledge/read-table.ts";

const LONG_LABEL =
  "Kuusen ja männyn kuori, tuhka ja muu puunjalostuksen kiinteä sivuvirta Äänekosken biotuotetehtaalta";

/** Bars from 1 to `count`, longest first; the first label is long. */
export function barsOfTest(count: number): BarChart {
  const bars = Array.from({ length: count }, (_, index) => ({
    label: index === 0 ? LONG_LABEL : `Sivuvirta ${index + 1}`,
    value: (count - index) * 1000,
    text: `${count - index}\u00a0000`,
  }));
  return {
    kind: "bars",
    language: "fi",
    title: "Tuhka Kemi-Torniossa",
    unit: "t",
    bars,
    source: "Lähde: taulukko",
  };
}

/** A map of the product's own parks. */
export async function parksOfTest(count: number, highlighted: readonly string[] = []): Promise<ParkMap> {
  const { rows = [] } = await readTable(join(import.meta.dirname, "../../knowledge"), "parks");
  const places = rows
    .filter(({ kind }) => kind === "park")
    .slice(0, count)
    .map(({ id, name_fi, latitude = Number.NaN, longitude = Number.NaN }) => {
      return { label: name_fi, latitude, longitude, isHighlighted: highlighted.includes(id) };
    });
  return { kind: "map", language: "fi", title: "Puistot", places, source: "Lähde: taulukko" };
}

/** Eight flows between four givers and five takers, two of them of unknown amount. */
export function flowsOfTest(): FlowPicture {
  const flows = [
    { from: "Outokumpu Chrome Oy", to: "Tapojärvi Oy", label: "Ferrokromikuona 300 000 t", value: 300_000 },
    { from: "Outokumpu Stainless Oy", to: "Tapojärvi Oy", label: "Teräskuona 180 000 t", value: 180_000 },
    { from: "Outokumpu Stainless Oy", to: "Tornion Energia Oy", label: "Hiilimonoksidikaasu" },
    {
      from: "Metsä Fibre Oy, Kemin biotuotetehdas",
      to: "Kemin Energia ja Vesi Oy",
      label: "Kuori",
      value: 120_000,
    },
    {
      from: "Metsä Fibre Oy, Kemin biotuotetehdas",
      to: "Kemin kaupunki",
      label: "Viherlipeäsakka",
      value: 8000,
    },
    {
      from: "Metsä Fibre Oy, Kemin biotuotetehdas",
      to: "Tornion Energia Oy",
      label: "Mäntyöljy",
      value: 40_000,
    },
    { from: "SMA Mineral Oy", to: "Outokumpu Stainless Oy", label: "Kalkki" },
    { from: "SMA Mineral Oy", to: "Kemin kaupunki", label: "Kivipöly 1 200 t", value: 1200 },
  ];
  return { kind: "flow", language: "fi", title: "Sivuvirtojen vaihdot", flows, source: "Lähde: taulukko" };
}
