import * as v from 'valibot';
import { describeProblem, excerpt, type Problem } from '../../src/dossier/problem.ts';
import type { FeatureItem } from '../../src/dossier/source.ts';
import { collectionStream } from '../compile/collectionStream.ts';
import { lineStream } from '../compile/lineStream.ts';
import { Failure } from './failure.ts';
import { PropertyColumns } from './properties.ts';
import type { ColumnUse, NamedColumns, RowHandler } from './row.ts';
import { bytesOf } from './text.ts';

const FeatureShape = v.object({
  type: v.literal('Feature'),
  id: v.optional(v.unknown()),
  geometry: v.unknown(),
  properties: v.nullable(v.record(v.string(), v.unknown())),
});

/** What older programs write for WGS 84 longitude and latitude, which needs no mention. */
const WGS_84 = /CRS84|EPSG:+4326/;

/**
 * Reads a FeatureCollection as it comes from the disk. Throws a `Failure` where the file is broken
 * or has other coordinates than WGS 84.
 */
export function readCollection(
  file: string,
  named: NamedColumns,
  handler: RowHandler,
): Promise<ColumnUse> {
  return readItems(file, collectionStream(file, bytesOf(file)), named, handler, (problem) => {
    const isHarmless = problem.field === 'crs' && WGS_84.test(problem.found);
    if (!isHarmless) throw new Failure(describeProblem(problem));
  });
}

/**
 * Reads newline-delimited GeoJSON as it comes from the disk. Lines that are broken are refused one
 * by one; a `Failure` is thrown where the file is something else.
 */
export function readFeatureLines(
  file: string,
  named: NamedColumns,
  handler: RowHandler,
): Promise<ColumnUse> {
  const items = lineStream(file, bytesOf(file));
  return readItems(file, items, named, handler, (problem, label) => {
    if (problem.expected.includes('FeatureCollection'))
      throw new Failure(
        `${file}: found a FeatureCollection; expected a feature a line, or .geojson`,
      );
    const { found, expected, line = null } = problem;
    handler.refuse({ ...label, line }, [{ found, expected }]);
  });
}

async function readItems(
  file: string,
  items: AsyncIterable<FeatureItem>,
  named: NamedColumns,
  handler: RowHandler,
  judge: (problem: Problem, label: { number: number; columns: NamedColumns }) => void,
): Promise<ColumnUse> {
  const properties = new PropertyColumns(file, named);
  const { columns } = properties;
  let number = 0;
  for await (const item of items) {
    number++;
    if ('problem' in item) judge(item.problem, { number, columns });
    else readFeature(item.value, { number, line: item.line ?? null }, properties, handler);
  }
  return properties.use();
}

function readFeature(
  value: unknown,
  at: { number: number; line: number | null },
  properties: PropertyColumns,
  handler: RowHandler,
) {
  const label = { ...at, columns: properties.columns };
  const feature = v.safeParse(FeatureShape, value);
  if (!feature.success) {
    const expected = 'a GeoJSON Feature with “geometry” and “properties”';
    handler.refuse(label, [{ found: excerpt(value), expected }]);
    return;
  }
  const { id, geometry } = feature.output;
  const given = feature.output.properties ?? {};
  properties.learn(given);
  handler.take({
    ...label,
    geometry,
    cell: (field) => properties.value(given, field) ?? (field === 'id' ? id : undefined),
  });
}
