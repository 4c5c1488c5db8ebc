import type { Kind, Level, Status } from '../dossier/types.ts';
import type { FilterName } from '../view/filter.ts';
import type { AreaProblem } from '../view/area.ts';
import type { LinkProblem } from '../view/link.ts';
import type { None, Sort, Theme } from '../view/view.ts';
import { count, integer } from './enNumbers.ts';

const kilometres = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'kilometer',
  maximumFractionDigits: 0,
});
const kilobytes = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
});
const megabytes = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'megabyte',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** All words of the interface, in English. */
export const en = {
  appName: 'Cited Atlas',
  loading: 'Opening the atlas…',
  fetching: 'Fetching the project…',
  close: 'Close',
  dismiss: 'Dismiss',
  copyLink: 'Copy link',
  copied: 'Link copied',
  copyFailed: 'The browser didn’t allow copying. The link is:',

  skipToMap: 'Skip to the map',
  /** A thin space keeps two quotation marks apart. */
  quoted: (words: string) =>
    `“${words.startsWith('“') ? '\u2009' : ''}${words}${words.endsWith('”') ? '\u2009' : ''}”`,
  projects: (number: number) => count(number, 'project', 'projects'),
  number: (number: number) => integer.format(number),
  /** A number for little room, as in 12.3K. */
  roundNumber: (number: number) => (number < 10_000 ? integer : compact).format(number),

  pane: {
    label: 'Reading',
    article: 'Article',
    projects: 'Projects',
    table: 'Table',
    raise: 'Raise the pane',
    lower: 'Lower the pane',
  },

  filter: {
    label: 'Sector',
    clearAll: 'Clear all filters',
    announce: (shown: number, all: number) =>
      `${integer.format(shown)} of ${count(all, 'project', 'projects')} shown`,
    emptyTitle: 'No project passes the filters.',
    loosen: 'Loosen one of them:',
    loosenSeveral: 'No one of them is it alone: loosen several.',
    without: (filter: string, words: string, number: number) =>
      `${filter}: ${words} – without it, ${count(number, 'project', 'projects')}`,
  },

  search: {
    label: 'Search',
    placeholder: 'Names, places, words of the article',
    passages: (number: number) => count(number, 'passage', 'passages'),
    next: 'Next',
    nextPassage: 'Next passage found',
    step: (number: number, all: number) => `${integer.format(number)} of ${integer.format(all)}`,
  },

  facet: {
    title: 'Filters',
    active: 'Active filters',
    remove: (filter: string, words: string) => `Remove ${filter}: ${words}`,
    name: {
      sector: 'Sector',
      kind: 'Kind',
      country: 'Country',
      status: 'Status',
      when: 'Time',
      place: 'Placed or not',
      q: 'Search',
      frame: 'Map’s frame',
      area: 'Area',
    } satisfies Record<FilterName, string>,
    allSectors: 'All sectors',
    without: {
      country: 'No country named',
      status: 'No status given',
      when: 'No date given',
    },
    place: { placed: 'Placed on the map', unplaced: 'Not placed by the article' },
    frame: 'In the map’s frame',
    area: 'In the area drawn',
    find: (facet: string) => `Find in ${facet}`,
    findAmong: (number: number) => `Find among ${integer.format(number)}`,
    since: (date: string) => `From ${date}`,
    until: (date: string) => `Until ${date}`,
    from: 'From',
    to: 'to',
    show: 'Show',
    datePattern: 'YYYY-MM',
    dragHint: 'Drag over the bars to choose a span',
    chosen: (span: string) => `Chosen: ${span}`,
    span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    bar: (when: string, number: number) => `${when}: ${count(number, 'project', 'projects')}`,
    timeFault: {
      unreadable: 'A date is written 2022, 2022-10 or 2022-10-31.',
      reversed: 'The span ends before it begins.',
    },
  },

  list: {
    more: (number: number) => `and ${integer.format(number)} more`,
    page: (page: number, pages: number) =>
      `Page ${integer.format(page)} of ${integer.format(pages)}`,
    previous: 'Previous',
    next: 'Next',
    fetching: 'Fetching…',
    unsound: 'This project can’t be shown',
    failed: 'This project didn’t arrive; choose it to try again',
    unplaced: 'Not placed by the article',
    unplacedHint: 'The article names these without saying where. The atlas doesn’t guess.',
  },

  sight: {
    elsewhere: (projects: number) =>
      projects === 1
        ? '1 project is elsewhere.'
        : `${integer.format(projects)} projects are elsewhere.`,
    show: 'Show on the map',
    unplaced: (projects: number) =>
      projects === 1
        ? 'The article doesn’t place this project.'
        : `The article doesn’t place these ${integer.format(projects)} projects.`,
    list: 'See the list',
  },

  table: {
    loading: 'Fetching the table…',
    missing: 'The table didn’t arrive. “Projects” lists the same.',
    sortBy: 'Sort by',
    usualByName: 'Default (name)',
    usual: 'Default (neighbours together)',
    usualByRank: 'Default (best match)',
    ascending: 'Ascending',
    descending: 'Descending',
    sorted: (column: string, descending: boolean) =>
      `Sorted by “${column}”, ${descending ? 'descending' : 'ascending'}`,
    sorting: 'Fetching the order…',
    sortFailed: 'The order didn’t arrive; these aren’t sorted.',
    retry: 'Try again',
    column: {
      name: 'Name',
      sector: 'Sector',
      kind: 'Kind',
      place: 'Place',
      country: 'Country',
      when: 'When',
      status: 'Status',
    } satisfies Record<Sort['key'], string>,
    /** How exactly a place is known, in a word below its name. */
    level: {
      site: 'site',
      settlement: 'town',
      region: 'region',
      country: 'country',
      border: 'border',
      water: 'water',
    } satisfies Record<Level, string>,
    notPlaced: 'Not placed',
    /** Read aloud where a dash is shown. */
    unknown: 'not said',
    statusAsOf: (date: string) => `Status as of ${date}`,
    asOf: (date: string) => `as of ${date}`,
    undated: 'date not known',
  },

  article: {
    published: (date: string) => `Published ${date}`,
    source: 'Source',
    follow: 'Follow along',
    followHint: 'The map moves to what you are reading',
    citedBy: (names: string) => `Cited by: ${names}`,
  },

  card: {
    sector: 'Sector',
    kind: 'Kind',
    place: 'Place',
    when: 'When',
    status: 'Status',
    asOf: (status: string, date: string) => `${status}, as of ${date}`,
    read: 'Read in article',
    unfold: 'Show details',
    notPlaced: 'Not placed by the article',
    hidden: 'The filters hide this project; it stays selected.',
  },

  choice: {
    here: (number: number) => `${count(number, 'project', 'projects')} here`,
    passage: (number: number) => `${count(number, 'project', 'projects')} of this passage`,
  },

  kind: {
    project: 'Project',
    event: 'Event',
    agreement: 'Agreement',
    institution: 'Institution',
    initiative: 'Initiative',
  } satisfies Record<Kind, string>,

  status: {
    agreed: 'Agreed',
    launched: 'Launched',
    planned: 'Planned',
    held: 'Held',
    ongoing: 'Ongoing',
    signed: 'Signed',
  } satisfies Record<Status, string>,

  /** How exactly a place is known. */
  level: {
    site: 'placed at this site',
    settlement: 'placed in this town, no closer',
    region: 'placed in this region, no closer',
    country: 'placed in this country, no closer',
    border: 'placed along this border',
    water: 'placed at this water, no closer',
  } satisfies Record<Level, string>,
  countriesLevel: 'placed in these countries, no closer',

  map: {
    legend: 'Legend',
    legendKinds: 'Shape: what it is',
    legendSectors: 'Colour and icon: its sector',
    legendExactness: 'Outline: how exactly the article places it',
    exact: 'A town or site: the mark stands on it',
    area: 'A region, country or water: somewhere in the shaded or outlined area; the mark stands only for it',
    border: 'A border: the whole line',
    several:
      'Several at one spot or close together, with the shares of their sectors: choose it to see all, or to come closer',
    clusterLabel: (number: number, sectors: string) =>
      `${count(number, 'project', 'projects')} close together: ${sectors}. Enter comes closer`,
    share: (sector: string, number: number) => `${sector} ${integer.format(number)}`,
    credits: 'Map data: Natural Earth; towns: GeoNames, CC BY 4.0',
    disclaimer: 'Borders and names imply no opinion on the status of any territory.',
    loading: 'Drawing the map…',
    keys: 'Arrow keys pan, + and − zoom, N and P step from mark to mark, Enter opens.',
    step: (what: string, index: number, all: number) => `${what}, ${index} of ${all}`,
    locale: {
      'Map.Title': 'Map',
      'NavigationControl.ZoomIn': 'Zoom in',
      'NavigationControl.ZoomOut': 'Zoom out',
      'NavigationControl.ResetBearing': 'Turn the map back to north',
      'AttributionControl.ToggleAttribution': 'Credits',
      'ScaleControl.Kilometers': 'km',
      'ScaleControl.Meters': 'm',
      'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl while scrolling to zoom the map',
      'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ while scrolling to zoom the map',
      'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
    },
  },

  takeAway: 'Take away',

  /** Where: what is near, areas drawn, the map’s frame. */
  space: {
    near: 'Near this',
    nearest: 'The closest',
    nothingNear: 'Nothing else is placed so that its distance is known.',
    within: 'In the same area, at no known distance',
    onlyFiltered: 'Only of the projects that pass the filter.',
    sphere: (radius: number) =>
      `Distances are those of great circles on a sphere of ${kilometres.format(radius)} radius. To or from a region, country, water or border, the distance is to its outline.`,
    samePlace: 'at the same place',
    distance: (kilometre: number) =>
      kilometre === 0 ? 'less than 1 km' : kilometres.format(kilometre),
    touching: 'touching or overlapping',
    atLeast: (kilometre: number) =>
      kilometre === 0 ? 'next to it, less than 1 km' : `at least ${kilometres.format(kilometre)}`,
    atLeastApart: (kilometre: number) =>
      kilometre === 0
        ? 'next to each other, less than 1 km'
        : `at least ${kilometres.format(kilometre)} apart`,
    /** Somewhere in the area that the project opened stands for. */
    inside: {
      region: 'within the region',
      country: 'within the country',
      water: 'within the water',
    },
    /** Stands for an area in which the project opened is. */
    around: {
      region: 'somewhere in the region around it',
      country: 'somewhere in the country around it',
      water: 'somewhere in the water around it',
    },
    draw: 'Draw an area',
    drawing:
      'Choose the corners on the map. The first corner again, a double click or Enter finishes; Escape cancels.',
    keys: 'Arrow keys move the map under the cross, Space sets a corner there, Backspace takes the last one back, Enter finishes, Escape cancels.',
    corners: (number: number) => count(number, 'corner', 'corners'),
    undo: 'Undo',
    finish: 'Finish',
    cancel: 'Cancel',
    useFrame: 'Only what the map shows',
    frameOfLink: 'In the frame of the link',
    refused: {
      malformed: 'This can’t be an area.',
      'out-of-range': 'An area goes round the world once at most.',
      'few-corners': 'An area has at least three corners.',
      'many-corners': 'An area has at most 200 corners.',
      'flat-area': 'The corners lie on one line.',
      'crossing-area': 'The lines would cross. Choose another corner.',
    } satisfies Record<AreaProblem, string>,
    notFetched: 'This part of the atlas didn’t arrive. Try again.',
  },

  /** Without a network, and new versions. */
  offline: {
    newVersion: 'There is a new version of this atlas.',
    load: 'Load it',
    title: 'Without a network',
    kept: 'This atlas works without a network.',
    preparing: 'This atlas is being made ready to work without a network.',
    unavailable:
      'This browser doesn’t keep the atlas: it needs a network. A private window, settings of the browser or an address without https may be why.',
    incomplete: (size: string) =>
      `Without a network this atlas opens, with whatever of it was opened before. For all of it, ${size} are still to be fetched.`,
    unknown: 'What is missing to use all of this atlas without a network couldn’t be found out.',
    keep: 'Keep offline',
    again: 'Try again',
    cancel: 'Cancel',
    progress: (done: string, all: string) => `${done} of ${all}`,
    cancelled: 'Cancelled. What was fetched is kept.',
    noRoom: (needed: string, free: string) =>
      `There isn’t room for it on this device: it needs ${needed}, and the browser has ${free}.`,
    full: 'The browser has no more room. What was fetched is kept.',
    network:
      'Part of it didn’t arrive. What was fetched is kept; “Keep offline” goes on from there.',
    /** A number of bytes. */
    size: (bytes: number) =>
      bytes < 1_000_000 ? kilobytes.format(bytes / 1000) : megabytes.format(bytes / 1_000_000),
  },

  failure: {
    noMapTitle: 'There is no map here.',
    webgl:
      'This browser or device doesn’t offer WebGL 2, which the map is drawn with. The article, the list, the filter and links work without it.',
    worker:
      'The map’s background worker couldn’t start; something may be blocking it. The article, the list, the filter and links work without it.',
    library:
      'The map’s program didn’t arrive. The article, the list, the filter and links work without it.',
    fault:
      'The map couldn’t be made; the browser’s console says why. The article, the list, the filter and links work without it.',
    basemap: 'Part of the background map didn’t arrive. The projects are drawn without it.',
    basemapDetails: 'What is missing',
    part: 'This part of the atlas didn’t arrive. Reload the page to try again.',
    dossierTitle: 'This dossier can’t be opened.',
    problemsTitle: (number: number) =>
      `This dossier has ${count(number, 'fault', 'faults')}. What is sound is shown.`,
    problemsDetails: 'What is wrong',
    found: 'found',
    expected: 'expected',
    file: (status: number) => `no such file on the server (status ${status})`,
    network: 'no answer from the server',
  },

  link: {
    title: 'Part of this link couldn’t be read. The rest is shown.',
    more: (number: number) => `And ${count(number, 'part', 'parts')} more.`,
    nearest: 'Nearest by name',
    unbuilt:
      'This link asks for more than this version of the atlas can do. That is kept in the link:',
    reason: {
      'unknown-key': 'this atlas knows no such part',
      'repeated-key': 'it stands more than once; the first counts',
      malformed: 'it can’t be read',
      'out-of-range': 'it is out of range',
      'reversed-span': 'the span ends before it begins',
      'second-span': 'left out, as only one span is read',
      'reversed-frame': 'its south is north of its north',
      'flat-frame': 'it has no width or no height',
      'unknown-value': 'there is no such choice',
      'unknown-dossier': 'there is no such dossier; the default is shown',
      'unknown-sector': 'there is no such sector in this dossier',
      'unknown-country': 'no country has this code',
      'unknown-project': 'there is no such project in this dossier',
      'unsound-project': 'this project can’t be shown; the faults of the dossier say why',
      'unknown-article': 'there is no such article in this dossier',
      'unknown-passage': 'the article has no such words, or has them more than once',
      'few-corners': 'an area has at least three corners',
      'many-corners': 'an area has at most 200 corners',
      'flat-area': 'its corners lie on one line',
      'crossing-area': 'its edges cross or touch each other',
    } satisfies Record<Exclude<LinkProblem['reason'], 'not-built'>, string>,
  },

  share: {
    open: 'Share',
    title: 'Share this view',
    link: 'Link',
    system: 'Send with an app',
    systemFailed: 'The system didn’t take the link. Copy it instead.',
    sentence: 'The sentence',
    passageLink: 'Link to this sentence',
    copyCitation: 'Copy citation',
    citationCopied: 'Citation copied',
    citationFailed: 'The browser didn’t allow copying. The citation is:',
    qr: 'QR code',
    qrLabel: 'QR code of the link',
    qrHint: 'For print and slides: a phone’s camera opens this view.',
    qrTooLong: 'This link is too long for a QR code that phones can read.',
    embed: 'Embed in a page',
    width: 'Width',
    height: 'Height',
    fullWidth: 'As wide as the page',
    code: 'HTML',
    copyCode: 'Copy HTML',
    codeCopied: 'HTML copied',
    codeFailed: 'The browser didn’t allow copying. The HTML is:',
    preview: 'Preview',

    /** A view in few words: parts of one sentence, in lower case but for names. */
    describe: {
      plain: 'The atlas as it opens',
      the: {
        project: (name: string) => `the project ${name}`,
        event: (name: string) => `the event ${name}`,
        agreement: (name: string) => `the agreement ${name}`,
        institution: (name: string) => `the institution ${name}`,
        initiative: (name: string) => `the initiative ${name}`,
      } satisfies Record<Kind, (name: string) => string>,
      passage: (words: string) => `the passage that begins “${words}”`,
      kinds: {
        project: 'projects',
        event: 'events',
        agreement: 'agreements',
        institution: 'institutions',
        initiative: 'initiatives',
      } satisfies Record<Kind, string>,
      inCountries: (names: string) => `in ${names}`,
      withoutCountry: 'without a country',
      status: {
        agreed: 'agreed',
        launched: 'launched',
        planned: 'planned',
        held: 'held',
        ongoing: 'ongoing',
        signed: 'signed',
        none: 'without a status',
      } satisfies Record<Status | None, string>,
      since: (date: string) => `since ${date}`,
      until: (date: string) => `until ${date}`,
      undated: 'without a date',
      place: { placed: 'placed on the map', unplaced: 'not placed by the article' },
      words: (words: string) => `with the words “${words}”`,
      frame: 'within a part of the map',
      area: 'within a drawn area',
      camera: 'the map as it is now',
      projects: 'the list of projects',
      table: 'the table of projects',
      sortKey: {
        name: 'name',
        sector: 'sector',
        kind: 'kind',
        place: 'place',
        country: 'country',
        when: 'date',
        status: 'status',
      } satisfies Record<Sort['key'], string>,
      sorted: (key: string, descending: boolean) =>
        `sorted by ${key}${descending ? ', from the last' : ''}`,
      language: (name: string) => `in ${name}`,
      theme: { light: 'in light colours', dark: 'in dark colours' } satisfies Record<Theme, string>,
      embed: 'as a frame within a page',
    },
  },

  embed: {
    open: 'Full atlas',
    openLabel: 'Full atlas: opens this view in a new tab',
    noMap: 'The map can’t be drawn here, so the projects are listed. The full atlas says why.',
  },

  about: {
    open: 'About',
    title: 'About this atlas',
    what: 'Cited Atlas maps what an article says. Every mark on the map cites the sentence that put it there, and every cited sentence leads to its mark.',
    howTitle: 'How a thing gets on the map',
    how: [
      'The article is read to its end. Each project, event, agreement, institution and initiative that it names is listed, with the words that name it, verbatim.',
      'Each is placed as exactly as the article places it, and no more: a region is drawn as the region. What the article doesn’t place is listed as such, and not guessed.',
      'A check refuses whatever has no verbatim quotation, and each mark that stands outside the place it names.',
      'A status is what the article said, as of its date.',
    ],
    sourcesTitle: 'Sources and licences',
    articles: 'Articles',
    sources: [
      'Land, borders, regions, lakes and rivers: Natural Earth, public domain.',
      'Towns: GeoNames, CC BY 4.0. Names of countries: Unicode CLDR.',
      'Icons: Maki (CC0) and Lucide (ISC). Map drawing: MapLibre GL JS (BSD 3-Clause).',
      'The atlas’s own code: MIT. Regions of Kazakhstan are those before the reform of June 2022.',
    ],
    unreviewed: (languages: string) =>
      `Names in these languages are the atlas’s own translations, and nobody has reviewed them: ${languages}.`,
    publisherTitle: 'Publisher and revision',
    publisher: (name: string) => `Published by ${name}.`,
    noPublisher: 'The dossier names no publisher.',
    revised: (date: string) => `Last revised ${date}.`,
    errorTitle: 'Report an error',
    contact: (contact: string) =>
      `Write to ${contact}, with the link to what is wrong and the words of the article that show it.`,
    noContact:
      'The dossier gives no contact. Write to whoever sent you to this page or publishes it, with the link to what is wrong (Copy link) and the words of the article that show it.',
    privacy: 'The atlas asks nobody else: no third-party request, no account, no tracking.',
  },
} as const;
