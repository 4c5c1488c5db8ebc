import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier, Project } from '../../../src/dossier/types.ts';
import { citationText, viewOfCitation } from '../../../src/share/citation.ts';
import { formatLink } from '../../../src/view/link.ts';
import { openPublished, projectsOf, storeOf } from '../published.ts';

let dossier: Dossier;
let projects: readonly Project[];
beforeAll(async () => {
  dossier = await openPublished();
  projects = await projectsOf(dossier);
});

const OUTSIDE = {
  exact: 'A plant\n\nwas built',
  title: 'Some paper',
  url: 'https://paper.example/',
};

describe('a citation', () => {
  test('tells quotation, article, date and link in one line', () => {
    const [citation] = projects.find(({ id }) => id === 'kostanay-cars')?.citations ?? [];
    if (citation === undefined) throw new Error('There is no such project.');
    expect(citationText(citation, 'https://atlas.example/#passage')).toBe(
      `“the production of cars in Kostanay”, ${dossier.articles[0]?.title ?? ''}, December 24, 2022, https://atlas.example/#passage`,
    );
  });

  test('of a text that stands elsewhere tells where', () => {
    expect(citationText(OUTSIDE, 'https://atlas.example/')).toBe(
      '“A plant was built”, Some paper, https://paper.example/, https://atlas.example/',
    );
  });

  test('leads to its passage, with the rest of the view as it is', async () => {
    const store = await storeOf(dossier, '#sector=energy&pane=projects&embed');
    for (const { citations } of projects)
      for (const citation of citations) {
        const link = formatLink(viewOfCitation(store.view, citation));
        const reopened = await storeOf(dossier, link);
        expect(reopened.linkProblems).toEqual([]);
        expect(reopened.pane).toBe('article');
        expect(reopened.view.filters.sector).toEqual(['energy']);
        expect(reopened.view.embed).toBe(false);
        const { passage } = reopened;
        expect(passage?.article.text.slice(passage.start, passage.end)).toContain(citation.exact);
      }
    expect(formatLink(viewOfCitation(store.view, OUTSIDE))).toBe('sector=energy&pane=projects');
  });
});
