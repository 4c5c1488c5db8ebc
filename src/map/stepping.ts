import { localized } from '../dossier/localized.ts';
import type { Row } from '../dossier/projectIndex.ts';
import type { Dossier } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import type { AtlasMap } from './atlasMap.ts';
import type { Mark } from './marks.ts';
import { MarkSteps } from './markSteps.ts';

/** More are told by their number. */
const MOST_NAMES = 8;

/** A mark that one has come to by keys. */
export interface Stop {
  /** What lights up there. */
  readonly rows: readonly Row[];
  /** It in words; `null` once one has gone on. */
  readonly announcement: Promise<string | null>;
}

/** Steps by keys from mark to mark of a map, and tells of each; fetched once the map is ready. */
export class Stepping {
  readonly #map: AtlasMap;
  readonly #dossier: Dossier;
  readonly #steps = new MarkSteps();

  constructor(map: AtlasMap, dossier: Dossier) {
    this.#map = map;
    this.#dossier = dossier;
  }

  /** The next mark, or the one before; `null` where there is none. */
  step(by: 1 | -1): Stop | null {
    // From nearer, or elsewhere, there are other marks.
    const { current } = this.#steps;
    if (current !== null && !this.#map.has(current)) this.reset();
    const found = this.#steps.step(by, this.#map.marksOnScreen());
    if (found === null) return null;
    const { mark, index, all } = found;
    const rows = mark.kind === 'cluster' ? [mark.row] : this.#map.rowsOf(mark);
    const announcement = describe(mark, rows, this.#dossier).then((what) =>
      this.#steps.current === mark ? m.map.step({ what, number: index + 1, all }) : null,
    );
    return { rows, announcement };
  }

  /** Does what a click on the mark does that one has come to. */
  choose(): void {
    const { current } = this.#steps;
    if (current !== null && this.#map.has(current)) this.#map.choose(current);
  }

  /** Begins anew with the next step: the marks or what is on the screen have changed. */
  reset(): void {
    this.#steps.reset();
  }
}

/** A mark in words: what is there, and where. */
async function describe(
  mark: Mark,
  rows: readonly Row[],
  { sectors, details }: Dossier,
): Promise<string> {
  if (mark.kind === 'cluster') {
    const shares = mark.shares.map(({ sector, count }) => {
      const name = sectors[sector]?.name;
      return m.map.share({ sector: name ? localized(name, LANGUAGE) : '', number: count });
    });
    return m.map.clusterLabel({ number: mark.count, sectors: shares.join(', ') });
  }
  const projects = await details.all(rows.slice(0, MOST_NAMES));
  const names = projects.map(({ name }) => localized(name, LANGUAGE));
  if (names.length === 0) return m.list.unsound;
  if (rows.length > MOST_NAMES) names.push(m.list.more({ number: rows.length - MOST_NAMES }));
  const place = projects[0]?.location?.place.name;
  const inSectors = new Set(projects.map(({ sector }) => localized(sector.name, LANGUAGE)));
  return [...names, ...inSectors, ...(place ? [localized(place, LANGUAGE)] : [])].join(', ');
}
