import { count, integer } from './enNumbers.ts';

/** The words of what is taken away, in English: fetched with it. */
export const enTakeAway = {
  title: 'Take away what is shown',
  shown: (number: number, all: number) =>
    number === all
      ? `All ${count(number, 'project', 'projects')} of this dossier, each with its quotations.`
      : `${integer.format(number)} of ${count(all, 'project', 'projects')}: those that the filter shows, each with its quotations.`,
  nothing: 'Nothing is shown, so there is nothing to take away.',
  formatName: {
    geojson: 'GeoJSON',
    csv: 'CSV',
    kml: 'KML',
    linkedPlaces: 'Linked Places',
    annotations: 'Web Annotations',
  },
  formatUse: {
    geojson: 'For QGIS, geojson.io and other maps. Regions and countries come as their outlines.',
    csv: 'For a spreadsheet: a row for each project, with its quotation.',
    kml: 'For Google Earth and the like.',
    linkedPlaces: 'For gazetteers and other tools of the humanities.',
    annotations: 'The passages of the article, each linked to what it names. For annotation tools.',
  },
  picture: {
    name: 'Picture of the map',
    use: 'A PNG with title, legend, scale, credits and the link.',
    size: { 1: 'For a screen (1×)', 2: 'For print (2×)' },
    noMap: 'There is no map to take a picture of.',
  },
  print: {
    name: 'Print',
    use: 'The map, then the list with all quotations.',
    button: 'Print…',
    paper: 'Paper',
    papers: { a4: 'A4', letter: 'Letter' },
    tooMany: (most: number) =>
      `More than ${integer.format(most)} projects can’t be printed. Filter them, or take the CSV.`,
    mapAlt: 'The map as it was shown',
    list: 'The projects, and the words that name them',
    listsAll: (number: number) =>
      `All ${integer.format(number)} that are shown, also those that aren’t in the picture.`,
  },
  save: 'Save',
  saveLabel: (name: string) => `Save ${name}`,
  cancel: 'Cancel',
  working: (name: string) => `${name}: at work…`,
  workingAt: (name: string, done: number, all: number) =>
    `${name}: ${integer.format(done)} of ${count(all, 'project', 'projects')}…`,
  saved: (file: string) => `Saved as ${file}.`,
  printed: 'Handed to the browser’s print dialog.',
  tooMany: (most: number) =>
    `More than ${integer.format(most)} projects are more than a browser can put into a file. Filter them first.`,
  canceled: 'Canceled; nothing was saved.',
  /** The article doesn't place these, so a format hasn't got them. */
  leftOut: (number: number) =>
    `${count(number, 'project', 'projects')} not placed by the article, and so not in this file`,
  notOnMap: (number: number) =>
    `${count(number, 'project', 'projects')} not placed by the article, and so not on the map`,
  notPictured: (number: number) =>
    `${count(number, 'project lies', 'projects lie')} outside this picture`,
  withoutOutline: (number: number) =>
    `${count(number, 'project is', 'projects are')} in an area of which the atlas has no outline: listed, and not drawn`,
  unsound: (number: number) =>
    `${count(number, 'project isn’t', 'projects aren’t')} sound, and left out as everywhere`,
  failed: {
    projects: (number: number) =>
      `${count(number, 'project', 'projects')} didn’t arrive, so nothing was saved. Try again.`,
    program: 'The program for this format didn’t arrive. Try again, or reload the page.',
    other: (reason: string) => `That didn’t work, and nothing was saved: ${reason}`,
    canvas: 'the browser can’t make so large a picture',
    picture: 'the map can’t be drawn at the moment',
  },

  /** In the files themselves. */
  placed: (place: string, exactness: string) => `${place}: ${exactness}`,
  from: (title: string, where: string) => (where === '' ? title : `${title} (${where})`),
  geojsonNote:
    'What an article says, and where. “level” is how exactly the article places a thing, “shape” what its geometry stands for. A region, country or water is its outline: the thing is somewhere in it. “markers” are only where the atlas draws a mark. A status is what the article said, as of “statusAsOf”. “when” is EDTF.',
  kmlNote:
    'What an article says, and where. A shaded area means: somewhere in it, the article says no more. A status is what the article said, as of its date.',
  linkedPlacesNote:
    'What an article says, and where. “level” is how exactly the article places a thing, “shape” what its geometry stands for. An outline means: somewhere in it. A status is what the article said, as of “statusAsOf”.',
  filtered: (words: string, number: number, all: number) =>
    `${words}: ${integer.format(number)} of ${count(all, 'project', 'projects')}`,
  inPicture: (inside: number, elsewhere: number, unplaced: number) => {
    const all = inside + elsewhere + unplaced;
    if (inside === all) return all === 1 ? 'It is in this picture' : 'All are in this picture';
    return [
      `${integer.format(inside)} of ${count(all, 'project', 'projects')} in this picture`,
      ...(elsewhere > 0 ? [`${integer.format(elsewhere)} elsewhere`] : []),
      ...(unplaced > 0 ? [`${integer.format(unplaced)} not placed by the article`] : []),
    ].join(', ');
  },
  several: 'A ring with a number: so many close together',
  outlines: 'Areas',
  outlinesNote: 'Each is drawn once; what is in it names it.',
  shape: {
    site: 'The point is the site',
    settlement: 'The point stands for the town',
    border: 'The line is the border',
    outline: 'The shape is the whole area: it is somewhere in it',
    'outline-apart': 'It is somewhere in its area, whose outline is drawn once for all',
    'no-outline': 'It is somewhere in its area, of which there is no outline here',
  },
  scale: (kilometers: number) =>
    kilometers < 1
      ? `${integer.format(Math.round(kilometers * 1000))} m`
      : `${integer.format(kilometers)} km`,
  tilted: 'No one scale holds: the map is tilted.',
  /** Written at the arrow to the north. */
  north: 'N',
  northArrow: 'Arrow to the north',
  link: (address: string) => `This view: ${address}`,
};
