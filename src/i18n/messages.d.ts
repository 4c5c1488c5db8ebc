// Written by `npm run messages` from messages/en.json.

type Language = import('../dossier/localized.ts').Language;
type MessageParts = import('./parts.ts').MessageParts;

declare module 'messages:interface' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
    readonly countries: Readonly<Record<string, string>>;
  }
  interface Messages {
    readonly appName: string;
    readonly loading: string;
    readonly close: string;
    readonly dismiss: string;
    readonly copyLink: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly skipToMap: string;
    readonly quote: (values: { words: string }) => string;
    readonly thousands: (values: { number: number }) => string;
    readonly millions: (values: { number: number }) => string;
    readonly date: {
      readonly day: (values: { month: string | number; day: string; year: string }) => string;
      readonly month: (values: { month: string | number; year: string }) => string;
      readonly year: (values: { year: string }) => string;
    };
    readonly join: {
      readonly and: (values: { first: string; last: string }) => string;
      readonly andLast: (values: { first: string; last: string }) => string;
      readonly or: (values: { first: string; last: string }) => string;
      readonly orLast: (values: { first: string; last: string }) => string;
    };
    readonly header: {
      readonly share: string;
      readonly takeAway: string;
      readonly about: string;
      readonly settings: string;
    };
    readonly projects: (values: { number: number }) => string;
    readonly pane: {
      readonly label: string;
      readonly article: string;
      readonly projects: string;
      readonly table: string;
      readonly raise: string;
      readonly lower: string;
      readonly tableMissing: string;
    };
    readonly filter: {
      readonly label: string;
      readonly clearAll: string;
      readonly announce: (values: { shown: number; all: number }) => string;
      readonly emptyTitle: string;
      readonly loosen: string;
      readonly loosenSeveral: string;
      readonly without: (values: { filter: string; words: string; number: number }) => string;
    };
    readonly search: {
      readonly label: string;
      readonly placeholder: string;
      readonly passages: (values: { number: number }) => string;
      readonly next: string;
      readonly nextPassage: string;
      readonly step: (values: { number: number; all: number }) => string;
    };
    readonly facet: {
      readonly title: string;
      readonly active: string;
      readonly remove: (values: { filter: string; words: string }) => string;
      readonly name: {
        readonly sector: string;
        readonly kind: string;
        readonly country: string;
        readonly status: string;
        readonly when: string;
        readonly place: string;
        readonly q: string;
        readonly frame: string;
        readonly area: string;
      };
      readonly allSectors: string;
      readonly without: {
        readonly country: string;
        readonly status: string;
        readonly when: string;
      };
      readonly place: {
        readonly placed: string;
        readonly unplaced: string;
      };
      readonly frame: string;
      readonly area: string;
      readonly find: (values: { facet: string }) => string;
      readonly findAmong: (values: { number: number }) => string;
      readonly since: (values: { date: string }) => string;
      readonly until: (values: { date: string }) => string;
      readonly from: string;
      readonly to: string;
      readonly show: string;
      readonly datePattern: string;
      readonly dragHint: string;
      readonly chosen: (values: { span: string }) => string;
      readonly bar: (values: { when: string; number: number }) => string;
      readonly timeFault: {
        readonly unreadable: string;
        readonly reversed: string;
      };
      readonly frameOfLink: string;
    };
    readonly list: {
      readonly more: (values: { number: number }) => string;
      readonly page: (values: { page: number; pages: number }) => string;
      readonly previous: string;
      readonly next: string;
      readonly fetching: string;
      readonly unsound: string;
      readonly failed: string;
      readonly unplaced: string;
      readonly unplacedHint: string;
    };
    readonly sight: {
      readonly elsewhere: (values: { number: number }) => string;
      readonly show: string;
      readonly unplaced: (values: { number: number }) => string;
      readonly list: string;
    };
    readonly article: {
      readonly published: (values: { date: string }) => string;
      readonly source: string;
      readonly follow: string;
      readonly citedBy: (values: { names: string }) => string;
    };
    readonly card: {
      readonly sector: string;
      readonly kind: string;
      readonly place: string;
      readonly when: string;
      readonly status: string;
      readonly asOf: (values: { status: string; date: string }) => string;
      readonly read: string;
      readonly unfold: string;
      readonly notPlaced: string;
      readonly hidden: string;
      readonly translation: string;
      readonly translationReviewed: string;
    };
    readonly choice: {
      readonly here: (values: { number: number }) => string;
      readonly passage: (values: { number: number }) => string;
    };
    readonly kind: {
      readonly project: string;
      readonly event: string;
      readonly agreement: string;
      readonly institution: string;
      readonly initiative: string;
    };
    readonly status: {
      readonly agreed: string;
      readonly launched: string;
      readonly planned: string;
      readonly held: string;
      readonly ongoing: string;
      readonly signed: string;
    };
    readonly level: {
      readonly site: string;
      readonly settlement: string;
      readonly region: string;
      readonly country: string;
      readonly border: string;
      readonly water: string;
    };
    readonly countriesLevel: string;
    readonly map: {
      readonly legend: string;
      readonly legendKinds: string;
      readonly legendSectors: string;
      readonly legendExactness: string;
      readonly exact: string;
      readonly area: string;
      readonly border: string;
      readonly several: string;
      readonly clusterLabel: (values: { number: number; sectors: string }) => string;
      readonly share: (values: { sector: string; number: number }) => string;
      readonly credits: string;
      readonly disclaimer: string;
      readonly loading: string;
      readonly keys: string;
      readonly step: (values: { what: string; number: number; all: number }) => string;
      readonly locale: {
        readonly 'Map.Title': string;
        readonly 'NavigationControl.ZoomIn': string;
        readonly 'NavigationControl.ZoomOut': string;
        readonly 'NavigationControl.ResetBearing': string;
        readonly 'AttributionControl.ToggleAttribution': string;
        readonly 'ScaleControl.Kilometers': string;
        readonly 'ScaleControl.Meters': string;
        readonly 'CooperativeGesturesHandler.WindowsHelpText': string;
        readonly 'CooperativeGesturesHandler.MacHelpText': string;
        readonly 'CooperativeGesturesHandler.MobileHelpText': string;
      };
      readonly drawingKeys: string;
    };
    readonly failure: {
      readonly part: string;
      readonly file: (values: { status: string }) => string;
      readonly network: string;
    };
    readonly link: {
      readonly title: string;
      readonly more: (values: { number: number }) => string;
      readonly nearest: string;
      readonly reason: {
        readonly 'unknown-key': string;
        readonly 'repeated-key': string;
        readonly malformed: string;
        readonly 'out-of-range': string;
        readonly 'reversed-span': string;
        readonly 'second-span': string;
        readonly 'reversed-frame': string;
        readonly 'flat-frame': string;
        readonly 'unknown-value': string;
        readonly 'unknown-dossier': string;
        readonly 'unknown-sector': string;
        readonly 'unknown-country': string;
        readonly 'unknown-project': string;
        readonly 'unsound-project': string;
        readonly 'unknown-article': string;
        readonly 'unknown-passage': string;
        readonly 'few-corners': string;
        readonly 'many-corners': string;
        readonly 'flat-area': string;
        readonly 'crossing-area': string;
      };
    };
    readonly embed: {
      readonly open: string;
      readonly openLabel: string;
      readonly noMap: string;
    };
  }
}

declare module 'messages:space' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly near: string;
    readonly nearest: string;
    readonly nothingNear: string;
    readonly within: string;
    readonly onlyFiltered: string;
    readonly sphere: (values: { radius: number }) => string;
    readonly samePlace: string;
    readonly distance: (values: { kilometres: number }) => string;
    readonly touching: string;
    readonly atLeast: (values: { kilometres: number }) => string;
    readonly atLeastApart: (values: { kilometres: number }) => string;
    readonly inside: {
      readonly region: string;
      readonly country: string;
      readonly water: string;
    };
    readonly around: {
      readonly region: string;
      readonly country: string;
      readonly water: string;
    };
    readonly draw: string;
    readonly drawing: string;
    readonly corners: (values: { number: number }) => string;
    readonly undo: string;
    readonly finish: string;
    readonly cancel: string;
    readonly useFrame: string;
    readonly refused: {
      readonly malformed: string;
      readonly 'out-of-range': string;
      readonly 'few-corners': string;
      readonly 'many-corners': string;
      readonly 'flat-area': string;
      readonly 'crossing-area': string;
    };
    readonly notFetched: string;
  }
}

declare module 'messages:table' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly sortBy: string;
    readonly usualByName: string;
    readonly usual: string;
    readonly usualByRank: string;
    readonly descending: string;
    readonly sorted: (values: { column: string; descending: boolean }) => string;
    readonly sorting: string;
    readonly sortFailed: string;
    readonly retry: string;
    readonly column: {
      readonly name: string;
      readonly sector: string;
      readonly kind: string;
      readonly place: string;
      readonly country: string;
      readonly when: string;
      readonly status: string;
    };
    readonly level: {
      readonly site: string;
      readonly settlement: string;
      readonly region: string;
      readonly country: string;
      readonly border: string;
      readonly water: string;
    };
    readonly notPlaced: string;
    readonly unknown: string;
    readonly statusAsOf: (values: { date: string }) => string;
    readonly asOf: (values: { date: string }) => string;
    readonly undated: string;
  }
}

declare module 'messages:sharing' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly title: string;
    readonly link: string;
    readonly system: string;
    readonly systemFailed: string;
    readonly sentence: string;
    readonly qr: string;
    readonly qrLabel: string;
    readonly qrHint: string;
    readonly qrTooLong: string;
    readonly embed: string;
    readonly width: string;
    readonly height: string;
    readonly fullWidth: string;
    readonly code: string;
    readonly copyCode: string;
    readonly codeCopied: string;
    readonly codeFailed: string;
    readonly preview: string;
    readonly describe: {
      readonly plain: string;
      readonly the: {
        readonly project: (values: { name: string }) => string;
        readonly event: (values: { name: string }) => string;
        readonly agreement: (values: { name: string }) => string;
        readonly institution: (values: { name: string }) => string;
        readonly initiative: (values: { name: string }) => string;
      };
      readonly passage: (values: { words: string }) => string;
      readonly kinds: {
        readonly project: string;
        readonly event: string;
        readonly agreement: string;
        readonly institution: string;
        readonly initiative: string;
      };
      readonly inCountries: (values: { names: string }) => string;
      readonly withoutCountry: string;
      readonly status: {
        readonly agreed: string;
        readonly launched: string;
        readonly planned: string;
        readonly held: string;
        readonly ongoing: string;
        readonly signed: string;
        readonly none: string;
      };
      readonly since: (values: { date: string }) => string;
      readonly until: (values: { date: string }) => string;
      readonly undated: string;
      readonly place: {
        readonly placed: string;
        readonly unplaced: string;
      };
      readonly words: (values: { words: string }) => string;
      readonly frame: string;
      readonly area: string;
      readonly camera: string;
      readonly projects: string;
      readonly table: string;
      readonly sortKey: {
        readonly name: string;
        readonly sector: string;
        readonly kind: string;
        readonly place: string;
        readonly country: string;
        readonly when: string;
        readonly status: string;
      };
      readonly sorted: (values: { key: string; descending: boolean }) => string;
      readonly theme: {
        readonly light: string;
        readonly dark: string;
      };
      readonly embed: string;
      readonly language: {
        readonly en: string;
        readonly uz: string;
        readonly kk: string;
        readonly ru: string;
      };
    };
    readonly passageLink: string;
    readonly copyCitation: string;
    readonly citationCopied: string;
    readonly citationFailed: string;
  }
}

declare module 'messages:takeAway' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly title: string;
    readonly shown: (values: { isAll: boolean; all: number; number: number }) => string;
    readonly nothing: string;
    readonly formatName: {
      readonly geojson: string;
      readonly csv: string;
      readonly kml: string;
      readonly linkedPlaces: string;
      readonly annotations: string;
    };
    readonly formatUse: {
      readonly geojson: string;
      readonly csv: string;
      readonly kml: string;
      readonly linkedPlaces: string;
      readonly annotations: string;
    };
    readonly picture: {
      readonly name: string;
      readonly use: string;
      readonly size: {
        readonly '1': string;
        readonly '2': string;
      };
      readonly noMap: string;
    };
    readonly print: {
      readonly name: string;
      readonly use: string;
      readonly button: string;
      readonly paper: string;
      readonly papers: {
        readonly a4: string;
        readonly letter: string;
      };
      readonly tooMany: (values: { most: number }) => string;
      readonly mapAlt: string;
      readonly list: string;
      readonly listsAll: (values: { number: number }) => string;
    };
    readonly save: string;
    readonly saveLabel: (values: { name: string }) => string;
    readonly cancel: string;
    readonly working: (values: { name: string }) => string;
    readonly workingAt: (values: { name: string; done: number; all: number }) => string;
    readonly saved: (values: { file: string }) => string;
    readonly printed: string;
    readonly tooMany: (values: { most: number }) => string;
    readonly canceled: string;
    readonly leftOut: (values: { number: number }) => string;
    readonly notOnMap: (values: { number: number }) => string;
    readonly notPictured: (values: { number: number }) => string;
    readonly withoutOutline: (values: { number: number }) => string;
    readonly unsound: (values: { number: number }) => string;
    readonly failed: {
      readonly projects: (values: { number: number }) => string;
      readonly program: string;
      readonly other: (values: { reason: string }) => string;
      readonly canvas: string;
      readonly picture: string;
    };
    readonly placed: (values: { place: string; exactness: string }) => string;
    readonly geojsonNote: string;
    readonly kmlNote: string;
    readonly linkedPlacesNote: string;
    readonly filtered: (values: { words: string; number: number; all: number }) => string;
    readonly several: string;
    readonly outlines: string;
    readonly outlinesNote: string;
    readonly shape: {
      readonly site: string;
      readonly settlement: string;
      readonly border: string;
      readonly outline: string;
      readonly 'outline-apart': string;
      readonly 'no-outline': string;
    };
    readonly tilted: string;
    readonly north: string;
    readonly northArrow: string;
    readonly link: (values: { address: string }) => string;
    readonly pictured: {
      readonly all: (values: { number: number }) => string;
      readonly some: (values: { inside: number; all: number }) => string;
      readonly elsewhere: (values: { number: number }) => string;
      readonly unplaced: (values: { number: number }) => string;
    };
    readonly metres: (values: { number: number }) => string;
    readonly kilometres: (values: { number: number }) => string;
  }
}

declare module 'messages:about' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly title: string;
    readonly what: string;
    readonly howTitle: string;
    readonly how: {
      readonly '1': string;
      readonly '2': string;
      readonly '3': string;
      readonly '4': string;
    };
    readonly sourcesTitle: string;
    readonly articles: string;
    readonly sources: {
      readonly '1': string;
      readonly '2': string;
      readonly '3': string;
      readonly '4': string;
    };
    readonly unreviewed: (values: { languages: string }) => string;
    readonly publisherTitle: string;
    readonly publisher: (values: { name: string }) => string;
    readonly noPublisher: string;
    readonly revised: (values: { date: string }) => string;
    readonly errorTitle: string;
    readonly contact: (values: { contact: string }) => string;
    readonly noContact: string;
    readonly privacy: string;
  }
}

declare module 'messages:settings' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly language: string;
    readonly colours: string;
    readonly theme: {
      readonly system: string;
      readonly light: string;
      readonly dark: string;
    };
    readonly shortcuts: string;
    readonly space: string;
    readonly singleKeys: string;
    readonly where: {
      readonly page: string;
      readonly map: string;
      readonly drawing: string;
    };
    readonly does: {
      readonly help: string;
      readonly close: string;
      readonly next: string;
      readonly previous: string;
      readonly open: string;
      readonly pan: string;
      readonly zoomIn: string;
      readonly zoomOut: string;
      readonly turn: string;
      readonly tilt: string;
      readonly point: string;
      readonly corner: string;
      readonly undo: string;
      readonly finish: string;
      readonly cancel: string;
    };
    readonly notKept: string;
  }
}

declare module 'messages:offline' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
    readonly language: Language;
  }
  interface Messages {
    readonly newVersion: string;
    readonly load: string;
    readonly otherLanguage: (values: { language: string }) => string;
    readonly title: string;
    readonly kept: string;
    readonly preparing: string;
    readonly unavailable: string;
    readonly incomplete: (values: { size: string }) => string;
    readonly unknown: string;
    readonly missing: string;
    readonly keep: string;
    readonly again: string;
    readonly cancel: string;
    readonly progress: (values: { done: string; all: string }) => string;
    readonly cancelled: string;
    readonly noRoom: (values: { needed: string; free: string }) => string;
    readonly full: string;
    readonly network: string;
    readonly kilobytes: (values: { number: number }) => string;
    readonly megabytes: (values: { number: number }) => string;
  }
}

declare module 'messages:faults' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly noMap: {
      readonly title: string;
      readonly webgl: string;
      readonly worker: string;
      readonly library: string;
      readonly fault: string;
    };
    readonly lostMap: string;
    readonly basemap: string;
    readonly basemapDetails: string;
    readonly cannotOpen: string;
    readonly problems: (values: { number: number }) => string;
    readonly mishap: {
      readonly missing: string;
      readonly page: string;
      readonly changed: string;
      readonly newer: string;
      readonly older: string;
      readonly code: string;
    };
    readonly article: (values: { article: string }) => string;
    readonly shown: string;
    readonly reload: string;
    readonly details: string;
    readonly found: string;
    readonly expected: string;
  }
}

declare module 'messages:firstPage' {
  const load: Readonly<Record<Language, () => Promise<Section>>>;
  export default load;
  interface Section {
    readonly default: (parts: MessageParts) => Messages;
  }
  interface Messages {
    readonly noScript: string;
    readonly more: (values: { number: number }) => string;
    readonly description: (values: { article: string; number: number }) => string;
    readonly noArticle: (values: { number: number }) => string;
  }
}
