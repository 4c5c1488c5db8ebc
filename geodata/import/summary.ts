import path from 'node:path';
import { listed } from './columns.ts';
import type { Imported } from './importRows.ts';
import type { Options } from './options.ts';
import { UNREAD } from './reading.ts';

/** With more sectors than this nobody finds one. */
const MANY_SECTORS = 40;
const MOST_SHOWN = 10;

/** What an import did, and what is left to do by hand. */
export function summary(imported: Imported, { id, into, title, publish }: Options): string[] {
  const { report, tally, sectors, columns, goneIds, published } = imported;
  const { taken, unplaced, madeIds, rewrittenIds, assumedKinds, labels, lostPlaces } = tally;
  const leftOut = report.rows;
  const lines = [
    `${count(taken + leftOut, 'row')} read: ${number(taken)} taken, ${number(leftOut)} left out.`,
  ];
  const say = (isSo: boolean, line: string) => {
    if (isSo) lines.push(line);
  };
  const reasons = report.byField.map(([field, rows]) => `${field} ${number(rows)}`);
  say(leftOut > 0, `Left out for: ${reasons.join(', ')}.`);
  say(columns.empty > 0, `${count(columns.empty, 'row')} with empty cells only not counted.`);
  lines.push(`${number(taken - unplaced)} placed, ${number(unplaced)} not placed by their source.`);
  const shown = sectors
    .slice(0, MANY_SECTORS)
    .map(({ sector, rows }) => `${sector.name.en} ${number(rows)}`);
  const more = sectors.length - shown.length;
  lines.push(`Sectors: ${shown.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}.`);
  const used = [...columns.used].map(([field, column]) => `${field} ← “${column}”`);
  lines.push(`Columns: ${used.join(', ')}.`);
  say(columns.unused.length > 0, `Not used: ${listed(columns.unused)}.`);

  say(
    sectors.length > MANY_SECTORS,
    `Note: ${number(sectors.length)} sectors are too many to filter by; bring them together with “values” in a mapping file.`,
  );
  say(
    madeIds > 0,
    `Note: ${count(madeIds, 'id')} made from names. Links carry ids: they change if the names or the order of the rows do, so give the file a column of ids before you publish.`,
  );
  say(
    rewrittenIds > 0,
    `Note: ${count(rewrittenIds, 'id')} written in lower-case letters, digits and hyphens.`,
  );
  say(
    assumedKinds > 0,
    `Note: ${count(assumedKinds, 'row')} of no kind taken as “project”; a mapping file can say another.`,
  );
  say(
    labels > 0,
    `Note: ${count(labels, 'place')} without coordinates marked where the basemap has the label of the region, country or water.`,
  );
  const unchecked = [...tally.unchecked].sort(([, a], [, b]) => b - a);
  say(
    unchecked.length > 0,
    `Note: places not checked against the basemap: ${unchecked
      .slice(0, MOST_SHOWN)
      .map(([reason, places]) => `${number(places)} × ${reason}`)
      .join(', ')}${unchecked.length > MOST_SHOWN ? ' …' : ''}.`,
  );
  say(
    lostPlaces > 0,
    `Note: ${count(lostPlaces, 'row')} with a level or countries, but no place, not placed: these cells are in no file.`,
  );
  say(title === null, `Note: the title is the id, “${id}”: mend it in dossier.json.`);
  say(
    goneIds.length > 0,
    `Note: ${count(goneIds.length, 'id')} of the dossier replaced are no more: ${goneIds.slice(0, MOST_SHOWN).join(', ')}${goneIds.length > MOST_SHOWN ? ' …' : ''}. Links to them are broken; a column of aliases keeps them.`,
  );

  lines.push(`Written: ${path.relative(process.cwd(), imported.folder)}`);
  for (const { article, sentences, unread } of imported.readings)
    say(
      unread > 0,
      `To do: articles/${article}.reading.json: ${number(unread)} of ${count(sentences, 'sentence')} have the reason “${UNREAD}”. Complete it by hand.`,
    );
  if (published.includes(id)) lines.push('It is in index.json already.');
  else if (publish)
    lines.push(`Added to ${path.relative(process.cwd(), path.join(into, 'index.json'))}.`);
  else
    lines.push(
      `To do: to publish it, write in index.json: "dossiers": ${JSON.stringify([...published, id])} (or use --publish).`,
    );
  return lines;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function count(value: number, what: string): string {
  return `${number(value)} ${what}${value === 1 ? '' : 's'}`;
}
