import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/dossier/localized.ts';
import { languageOf, type Sources } from '../../../src/i18n/language.ts';

const nowhere: Sources = { fragment: '', path: '/', chosen: null, preferred: [] };

describe('the language of the page', () => {
  it.each<[string, Partial<Sources>, string]>([
    ['the link’s', { fragment: '#lang=kk', path: '/ru/', chosen: 'uz', preferred: ['en'] }, 'kk'],
    ['the path’s', { path: '/atlas/ru/', chosen: 'uz', preferred: ['en'] }, 'ru'],
    ['the path’s, with the file', { path: '/ru/index.html', chosen: 'uz' }, 'ru'],
    ['the one chosen before', { chosen: 'uz', preferred: ['ru-RU'] }, 'uz'],
    ['the browser’s first that there is', { preferred: ['de-DE', 'ru-KZ', 'en'] }, 'ru'],
    ['English, where nothing says another', { preferred: ['de'] }, 'en'],
    ['none that there isn’t', { fragment: '#lang=de', chosen: 'xx', path: '/fr/' }, 'en'],
    ['not that of a folder further up', { path: '/ru/atlas/index.html' }, 'en'],
  ])('is %s', (_, sources, language) => {
    expect(languageOf({ ...nowhere, ...sources })).toBe(language);
  });

  it('is one of the four, whatever it is asked for', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('#lang=uz', '/kk/', 'uz-Cyrl', 'toString'));
    fc.assert(
      fc.property(
        text,
        text,
        fc.option(text),
        fc.array(text),
        (fragment, path, chosen, preferred) => {
          expect(LANGUAGES).toContain(languageOf({ fragment, path, chosen, preferred }));
        },
      ),
    );
  });
});
