import { markerPositions } from '../../src/dossier/markerPositions.ts';
import { GrowingColumn } from '../../src/dossier/growingColumn.ts';
import {
  mercatorX,
  mercatorY,
  type ProjectIndex,
  type Row,
} from '../../src/dossier/projectIndex.ts';
import {
  isArea,
  KINDS,
  STATUSES,
  type Place,
  type Sector,
  type SourceProject,
} from '../../src/dossier/types.ts';
import { daysOf } from '../../src/dossier/when.ts';
import { hilbert } from './hilbert.ts';
import { UNPLACED } from './rowOrder.ts';

/** The greatest number that fits into a column of the index. */
const MOST = 2 ** 16 - 1;

/** What the index tells of projects, gathered as they come; each has a number, from 0. */
export class ProjectTable {
  /** The sets of countries, and the areas, that projects have. */
  readonly countries: string[][] = [];
  readonly areas: Place[] = [];
  readonly #sectors: ReadonlyMap<Sector, number>;
  readonly #countryNumbers = new Map<string, number>();
  readonly #areaNumbers = new Map<string, number>();
  /** The spans of time, first and last day of each, in the order they come. */
  readonly #spans: (readonly [first: number, last: number])[] = [];
  readonly #spanNumbers = new Map<string, number>();
  readonly #columns = {
    sector: new GrowingColumn(),
    kind: new GrowingColumn(),
    status: new GrowingColumn(),
    countries: new GrowingColumn(),
    area: new GrowingColumn(),
    when: new GrowingColumn(),
  };
  /** The number of each project's first marker. */
  readonly #firstMarker = new GrowingColumn();
  readonly #x = new GrowingColumn();
  readonly #y = new GrowingColumn();

  constructor(sectors: readonly Sector[]) {
    this.#sectors = new Map(sectors.map((sector, number) => [sector, number]));
  }

  /** How many there are. */
  get size(): number {
    return this.#firstMarker.length;
  }

  /** Takes a project in; `null` where it did, else what there are too many of. */
  add({ sector, kind, status, when, location }: SourceProject): string | null {
    const sectorNumber = this.#sectors.get(sector) ?? 0;
    if (sectorNumber > MOST) return 'sectors';
    const countries = this.#countriesOf(location?.place.countries ?? []);
    if (countries === null) return 'sets of countries';
    const area = location === null ? 0 : this.#areaOf(location.place);
    if (area === null) return 'areas';

    this.#columns.sector.push(sectorNumber);
    this.#columns.kind.push(KINDS.indexOf(kind));
    this.#columns.status.push(status === null ? 0 : 1 + STATUSES.indexOf(status));
    this.#columns.countries.push(countries);
    this.#columns.area.push(area);
    this.#columns.when.push(when === null ? 0 : this.#spanOf(when));
    this.#firstMarker.push(this.#x.length);
    for (const [lng = 0, lat = 0] of location ? markerPositions(location.geometry) : []) {
      this.#x.push(mercatorX(lng));
      this.#y.push(mercatorY(lat));
    }
    return null;
  }

  /** How far along a curve over the map each project lies. */
  along(): Float64Array {
    return Float64Array.from({ length: this.size }, (_, number) => {
      const [from, to] = this.#markersOf(number);
      return from === to ? UNPLACED : hilbert(this.#x.at(from), this.#y.at(from));
    });
  }

  /** The index of the projects in an order of their numbers. */
  index(order: Uint32Array): ProjectIndex {
    const { sector, kind, status, countries, area, when } = this.#columns;
    const spans = this.#spansInOrder();
    const markers = {
      row: new Uint32Array(this.#x.length),
      x: new Uint32Array(this.#x.length),
      y: new Uint32Array(this.#x.length),
    };
    let at = 0;
    order.forEach((number, row: Row) => {
      const [from, to] = this.#markersOf(number);
      for (let marker = from; marker < to; marker++, at++) {
        markers.row[at] = row;
        markers.x[at] = this.#x.at(marker);
        markers.y[at] = this.#y.at(marker);
      }
    });
    return {
      size: order.length,
      sector: Uint16Array.from(order, (number) => sector.at(number)),
      kind: Uint8Array.from(order, (number) => kind.at(number)),
      status: Uint8Array.from(order, (number) => status.at(number)),
      countries: Uint16Array.from(order, (number) => countries.at(number)),
      area: Uint16Array.from(order, (number) => area.at(number)),
      when: Uint32Array.from(order, (number) => spans.numbers[when.at(number)] ?? 0),
      spans: {
        first: Int32Array.from(spans.sorted, ([first]) => first),
        last: Int32Array.from(spans.sorted, ([, last]) => last),
      },
      markers,
    };
  }

  #markersOf(number: number): [from: number, to: number] {
    const isLast = number + 1 === this.size;
    return [
      this.#firstMarker.at(number),
      isLast ? this.#x.length : this.#firstMarker.at(number + 1),
    ];
  }

  #countriesOf(codes: readonly string[]): number | null {
    const set = [...new Set(codes)].sort();
    return numberOf(set.join(), set, this.#countryNumbers, this.countries, MOST);
  }

  /** 1 + the number of the span that a date covers, in the order they come; 0 for none. */
  #spanOf(when: string): number {
    const span = daysOf(when);
    if (span === null) return 0;
    const number = numberOf(span.join(), span, this.#spanNumbers, this.#spans, Infinity);
    return number === null ? 0 : 1 + number;
  }

  /** The spans sorted, and for each number that a project has, the one it gets by that. */
  #spansInOrder() {
    const order = this.#spans.map((_, number) => number);
    const spanOf = (number: number) => this.#spans[number] ?? [0, 0];
    order.sort((a, b) => {
      const [first, last] = spanOf(a);
      const [otherFirst, otherLast] = spanOf(b);
      return first - otherFirst || last - otherLast;
    });
    const numbers = new Uint32Array(order.length + 1);
    order.forEach((number, place) => (numbers[1 + number] = 1 + place));
    return { sorted: order.map(spanOf), numbers };
  }

  /** 1 + the number of the area that a place stands for; 0 for a spot or a border. */
  #areaOf(place: Place): number | null {
    if (!isArea(place.level)) return 0;
    const { id, name, level, countries } = place;
    const key = id ?? [level, countries.toSorted().join(), JSON.stringify(name)].join(' ');
    const number = numberOf(key, place, this.#areaNumbers, this.areas, MOST - 1);
    return number === null ? null : 1 + number;
  }
}

/** The number of a value among others, by its key; `null` for a new one above the last number. */
function numberOf<T>(
  key: string,
  value: T,
  numbers: Map<string, number>,
  values: T[],
  last: number,
): number | null {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (values.length > last) return null;
  numbers.set(key, values.length);
  return values.push(value) - 1;
}
