import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { GEODATA } from '../../geodata/check.ts';
import App from '../../src/App.svelte';
import { open } from '../../src/opening.ts';

const read = (file: string) => readFile(path.join(GEODATA, file), 'utf8');

test('the atlas renders on a server: article, passages, list, filter', async () => {
  const opened = await open(read, '');
  const { body } = render(App, { props: { read, opened } });
  expect(body).toContain('Uzbekistan, Kazakhstan strengthen allied relations');
  expect(body).toContain('the construction of a thermal power plant in Samarkand region</a>');
  expect(body).toContain('aria-label="Sector"');

  const list = render(App, { props: { read, opened, fragment: '#pane=projects' } });
  expect(list.body).toContain('Car production in Kostanay');
  expect(list.body).toContain('Not placed by the article');
});

test('before anything is read, a server renders that it is coming', () => {
  expect(render(App, { props: { read } }).body).toContain('Opening the atlas');
});
