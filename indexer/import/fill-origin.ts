import { READERS, type Reader } from "../../knowledge/languages.ts";
import { findPlace } from "./find-park.ts";
import { foldText } from "./fold-text.ts";
import type { FieldValues } from "./read-fields.ts";
import { type RowDraft, type RowSource, setCell } from "./row-draft.ts";
import { matchChoice } from "./value-words.ts";

/**
 * Fills where a stream is, who says so, of which year it is told, and who may see it.
 *
 * @example
 * ```ts
 * fillOrigin(draft, { values, context });
 * draft.cells.park; // "kokkola-industrial-park", of "KIP"
 * ```
 */
export function fillOrigin(draft: RowDraft, source: RowSource): void {
  fillPlace(draft, source);
  fillSources(draft, source);
  fillYear(draft, source.values);
  fillVisibility(draft, source);
}

function fillPlace(draft: RowDraft, { values, context }: RowSource): void {
  const place = findPlace(
    {
      park: values.get("park")?.text ?? "",
      municipality: values.get("municipality")?.text ?? "",
      fallback: context.park,
    },
    context.names,
  );
  if ("code" in place) {
    draft.problems.push(place);
    return;
  }
  const { park, municipality, unknownMunicipality: found, isFromMunicipality, outside } = place;
  setCell(draft, { column: "park", value: park });
  if (municipality !== "") setCell(draft, { column: "municipality", value: municipality });
  if (found !== undefined) draft.remarks.push({ code: "municipality-unknown", field: "municipality", found });
  if (outside !== undefined)
    draft.remarks.push({ code: "municipality-outside", field: "municipality", found: outside, detail: park });
  if (isFromMunicipality === true)
    draft.remarks.push({ code: "park-from-municipality", field: "park", found: municipality, detail: park });
}

/** Ids of sources, or their titles; a text that is neither goes into the note where `--source` names the source. */
function fillSources(draft: RowDraft, { values, context }: RowSource): void {
  const text = values.get("sources")?.text ?? "";
  const named = text.split(";").flatMap((part) => {
    const wanted = foldText(part);
    const source = context.sources.find(
      ({ id, title }) => foldText(id) === wanted || foldText(title) === wanted,
    );
    return wanted === "" ? [] : [source?.id];
  });
  const known = named.filter((id) => id !== undefined);
  if (named.length > 0 && known.length === named.length) {
    setCell(draft, { column: "sources", value: known.join("; ") });
  } else if (context.source === "") {
    const code = text === "" ? "source-missing" : "source-unknown";
    draft.problems.push({ code, field: "sources", found: text });
  } else {
    setCell(draft, { column: "sources", value: context.source });
    if (text !== "") draft.remarks.push({ code: "source-noted", field: "sources", found: text });
  }
}

function fillYear(draft: RowDraft, values: FieldValues): void {
  const text = values.get("year")?.text ?? "";
  if (text === "") return;
  const year = /^(?:\d{1,2}\.\d{1,2}\.)?((?:19|20)\d\d)(?:-\d\d-\d\d)?$/.exec(text)?.[1];
  if (year === undefined) draft.problems.push({ code: "year-wrong", field: "year", found: text });
  else setCell(draft, { column: "year", value: year });
}

/** A column can close a row further than the option does, never open it. */
function fillVisibility(draft: RowDraft, { values, context }: RowSource): void {
  const text = values.get("visibility")?.text ?? "";
  const own = text === "" ? "public" : matchChoice("visibility", text);
  if (own === undefined) {
    draft.problems.push({
      code: "choice-unknown",
      field: "visibility",
      found: text,
      detail: READERS.join(", "),
    });
    return;
  }
  setCell(draft, { column: "visibility", value: moreClosed(own as Reader, context.visibility) });
}

/** The one of two visibilities that fewer people pass. */
export function moreClosed(left: Reader, right: Reader): Reader {
  return READERS.indexOf(left) > READERS.indexOf(right) ? left : right;
}
