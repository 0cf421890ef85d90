import type { Fault } from "./fault.ts";
import type { RowPlace, Tables } from "./read-table.ts";

/**
 * Finds rows that name something no table holds: a source, a park, a receiver class, or an alias that belongs
 * to two parks.
 *
 * What has no table cannot be checked: without `sources.csv` every source id passes.
 *
 * @param tables Valid rows of the tables that exist.
 */
export function checkReferences(tables: Partial<Tables>): Fault[] {
  return [
    ...checkSources(tables),
    ...checkParks(tables),
    ...checkReceiverClasses(tables),
    ...checkConcepts(tables),
    ...checkNearWords(tables.words ?? []),
    ...checkAliases(tables.parks ?? []),
  ];
}

function checkSources(tables: Partial<Tables>): Fault[] {
  if (tables.sources === undefined) return [];
  const known = new Set(tables.sources.map(({ id }) => id));
  const rows: (RowPlace & { sources: string[] })[] = [
    ...(tables.parks ?? []),
    ...(tables.parkFacts ?? []),
    ...(tables.contacts ?? []),
    ...(tables.companies ?? []),
    ...(tables.streams ?? []),
    ...(tables.exchanges ?? []),
    ...(tables.parkFeatures ?? []),
    ...(tables.legalRoutes ?? []),
  ];
  return rows.flatMap(({ file, line, sources }) =>
    sources
      .filter((id) => !known.has(id))
      .map((id) => ({ file, line, field: "sources", reason: `unknown source "${id}"` })),
  );
}

function checkParks(tables: Partial<Tables>): Fault[] {
  if (tables.parks === undefined) return [];
  const known = new Set(tables.parks.map(({ id }) => id));
  const ofOnePark = [
    ...(tables.streams ?? []),
    ...(tables.parkFacts ?? []),
    ...(tables.parkFeatures ?? []),
  ].map(({ file, line, park }) => ({
    file,
    line,
    field: "park",
    park,
  }));
  const ofCompanies = (tables.companies ?? []).flatMap(({ file, line, parks }) =>
    parks.map((park) => ({ file, line, field: "parks", park })),
  );
  return [...ofOnePark, ...ofCompanies]
    .filter(({ park }) => !known.has(park))
    .map(({ file, line, field, park }) => ({ file, line, field, reason: `unknown park "${park}"` }));
}

function checkReceiverClasses(tables: Partial<Tables>): Fault[] {
  if (tables.receiverClasses === undefined) return [];
  const known = new Set(tables.receiverClasses.map((row) => row.receiver_class));
  const named = [
    ...(tables.uses ?? []).map((row) => ({ ...row, field: "receiver_class", classes: [row.receiver_class] })),
    ...(tables.companies ?? []).map((row) => ({
      ...row,
      field: "receiver_classes",
      classes: row.receiver_classes,
    })),
    ...(tables.legalRoutes ?? []).map((row) => ({
      ...row,
      field: "receiver_classes",
      classes: row.receiver_classes.filter((name) => name !== "*"),
    })),
  ];
  return named.flatMap(({ file, line, field, classes }) =>
    classes
      .filter((name) => !known.has(name))
      .map((name) => ({ file, line, field, reason: `unknown receiver class "${name}"` })),
  );
}

/** Materials, uses and legal routes name concepts of the vocabulary. */
function checkConcepts(tables: Partial<Tables>): Fault[] {
  if (tables.concepts === undefined) return [];
  const known = new Set(tables.concepts.map(({ concept_id }) => concept_id));
  const named: (RowPlace & { field: string; ids: readonly string[] })[] = [
    ...(tables.uses ?? []).flatMap((row) => [
      { file: row.file, line: row.line, field: "stream_type", ids: [row.stream_type] },
      { file: row.file, line: row.line, field: "pretreatment", ids: row.pretreatment },
    ]),
    ...(tables.materials ?? []).flatMap((row) => [
      { file: row.file, line: row.line, field: "concept_id", ids: [row.concept_id] },
      { file: row.file, line: row.line, field: "broader", ids: row.broader },
      { file: row.file, line: row.line, field: "contains", ids: row.contains },
    ]),
    ...(tables.legalRoutes ?? []).map((row) => ({
      file: row.file,
      line: row.line,
      field: "materials",
      ids: row.materials.filter((name) => name !== "*"),
    })),
  ];
  return named.flatMap(({ file, line, field, ids }) =>
    ids
      .filter((name) => !known.has(name))
      .map((name) => ({ file, line, field, reason: `unknown concept "${name}"` })),
  );
}

/** Nearness goes both ways: who asks about jobs may be answered by employment, and the other way round. */
function checkNearWords(words: Tables["words"]): Fault[] {
  const nearOf = new Map(words.map(({ id, near }) => [id, new Set(near)]));
  return words.flatMap(({ file, line, id, near }) =>
    near.flatMap((other) => {
      const fault = { file, line, field: "near" };
      const others = nearOf.get(other);
      if (others === undefined) return [{ ...fault, reason: `unknown word "${other}"` }];
      if (other === id) return [{ ...fault, reason: "names the row itself" }];
      return others.has(id) ? [] : [{ ...fault, reason: `"${other}" does not name "${id}" in turn` }];
    }),
  );
}

/** A name or alias, whatever its case, must lead to one park only. */
function checkAliases(parks: Tables["parks"]): Fault[] {
  const parkOfName = new Map<string, string>();
  const faults: Fault[] = [];
  for (const park of parks) {
    for (const name of [park.name_en, park.name_fi, park.name_sv, ...park.aliases]) {
      const owner = parkOfName.get(name.toLowerCase()) ?? park.id;
      parkOfName.set(name.toLowerCase(), owner);
      if (owner !== park.id) {
        const { file, line } = park;
        faults.push({ file, line, field: "aliases", reason: `"${name}" already names the park "${owner}"` });
      }
    }
  }
  return faults;
}
