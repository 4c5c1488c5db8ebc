import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import App from '../../src/App.svelte';
import { open } from '../../src/opening.ts';
import { published } from './published.ts';

test('the atlas renders on a server: article, passages, list, filter', async () => {
  const read = await published();
  const opened = await open(read, '');
  const { body } = render(App, { props: { read, opened } });
  expect(body).toContain('Uzbekistan, Kazakhstan strengthen allied relations');
  expect(body).toContain('the construction of a thermal power plant in Samarkand region</a>');
  expect(body).toContain('aria-label="Sector"');

  const list = await open(read, '#pane=projects');
  const { body: listed } = render(App, { props: { read, opened: list } });
  expect(listed).toContain('Car production in Kostanay');
  expect(listed).toContain('Not placed by the article');
});

test('before anything is read, a server renders that it is coming', async () => {
  const read = await published();
  expect(render(App, { props: { read } }).body).toContain('Opening the atlas');
});
