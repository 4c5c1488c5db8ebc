import { localized } from '../../dossier/localized.ts';
import { isAnchored, type Article, type Citation, type Project } from '../../dossier/types.ts';
import { m } from '../../i18n/index.ts';
import { addressWith } from './addresses.ts';
import type { ExportContent, ExportFormat, FileWriter } from './format.ts';
import { selectorOf } from './quotations.ts';
import { jsonText } from './text.ts';
import { creditWords, placeWords, statusWords } from './words.ts';

/**
 * W3C Web Annotations, https://www.w3.org/TR/annotation-model/: a collection of one page, with an
 * annotation for each quotation of each project. Its body names the project and says in words what
 * the atlas knows of it, its target is the passage.
 *
 * An article's text counts as the atlas publishes it: that is what a TextPositionSelector's offsets
 * count in. Where the article's own address is known it is a second target, found by the words.
 */
export const annotations: ExportFormat = {
  extension: 'annotations.jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  begin: (content) => new AnnotationWriter(content),
};

class AnnotationWriter implements FileWriter {
  readonly head: string;
  readonly #content: ExportContent;
  readonly #sources = new Map<string, object>();
  #total = 0;

  constructor(content: ExportContent) {
    const { dossier, language, links } = content;
    this.#content = content;
    const collection = jsonText({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: links.view,
      type: 'AnnotationCollection',
      label: localized(dossier.title, language),
      generator: { type: 'Software', name: m.appName },
      'dcterms:rights': creditWords(dossier),
    });
    const page = jsonText({
      id: addressWith(links.view, 'annotations', '1'),
      type: 'AnnotationPage',
      partOf: links.view,
      startIndex: 0,
    });
    this.head = `${collection.slice(0, -1)},"first":${page.slice(0, -1)},"items":[\n`;
  }

  add(project: Project): string {
    const annotated = project.citations.map((citation, number) => {
      const annotation = {
        id: addressWith(this.#content.links.project(project.id), 'annotation', `${number + 1}`),
        type: 'Annotation',
        motivation: 'identifying',
        body: bodyOf(project, this.#content),
        target: this.#targetsOf(citation),
      };
      return `${this.#total++ === 0 ? '' : ',\n'}${jsonText(annotation)}`;
    });
    return annotated.join('');
  }

  end(): string {
    return `\n]},"total":${this.#total}}\n`;
  }

  #targetsOf(citation: Citation): object {
    if (!isAnchored(citation)) {
      const { url, title, exact } = citation;
      return {
        type: 'SpecificResource',
        source: { id: url, 'dcterms:title': title },
        selector: { type: 'TextQuoteSelector', exact },
      };
    }
    const { article, start, end } = citation.passage;
    const quote = { type: 'TextQuoteSelector', ...selectorOf(citation.passage) };
    const published = {
      type: 'SpecificResource',
      source: this.#sourceOf(article),
      selector: [quote, { type: 'TextPositionSelector', start, end }],
    };
    if (article.source === null) return published;
    const original = { type: 'SpecificResource', source: article.source, selector: quote };
    return [published, original];
  }

  /** The article as the atlas publishes it, by the address that leads to its beginning. */
  #sourceOf(article: Article): object {
    const known = this.#sources.get(article.id);
    if (known !== undefined) return known;
    const { title, date, lang, source, text } = article;
    const [first = ''] = text.split('\n\n', 1);
    const described = {
      id: this.#content.links.passage({ article, start: 0, end: first.length }),
      type: 'Text',
      format: 'text/plain',
      language: lang,
      'dcterms:title': title,
      'dcterms:issued': date,
      ...(source === null ? {} : { 'dcterms:source': source }),
    };
    this.#sources.set(article.id, described);
    return described;
  }
}

function bodyOf(project: Project, { language, links }: ExportContent): object[] {
  const { id, name, kind, sector, status, when, location } = project;
  const place = location?.place;
  const words = [
    localized(name, language),
    m.kind[kind],
    localized(sector.name, language),
    placeWords(project, language),
    when,
    statusWords(project),
  ];
  return [
    {
      type: 'SpecificResource',
      purpose: 'identifying',
      source: {
        id: links.project(id),
        format: 'text/html',
        'dcterms:identifier': id,
        'dcterms:title': localized(name, language),
        'dcterms:type': kind,
        'dcterms:subject': sector.id,
        ...(when === null ? {} : { 'dcterms:temporal': when }),
        ...(place === undefined
          ? {}
          : {
              'dcterms:spatial': {
                'dcterms:title': localized(place.name, language),
                // How exactly the article places it.
                'dcterms:type': place.level,
                ...(place.id === undefined ? {} : { 'dcterms:identifier': place.id }),
              },
            }),
        ...(status === null ? {} : { 'dcterms:description': statusWords(project) }),
      },
    },
    {
      type: 'TextualBody',
      purpose: 'describing',
      format: 'text/plain',
      language,
      value: words.filter((word) => word !== null).join('. '),
    },
  ];
}
