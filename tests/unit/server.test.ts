import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import App from '../../src/App.svelte';
import { open } from '../../src/opening.ts';
import ProjectList from '../../src/projects/ProjectList.svelte';
import { openPublished, published, storeOf } from './published.ts';

/** Without the comments by which the script takes over. */
const plain = (body: string) => body.replace(/<!--.*?-->/gs, '');

test('the atlas renders on a server: article, passages, filter', async () => {
  const read = await published();
  const opened = await open(read, '');
  const body = plain(render(App, { props: { read, opened } }).body);
  expect(body).toContain('Uzbekistan, Kazakhstan strengthen allied relations');
  expect(body).toContain('the construction of a thermal power plant in Samarkand region</a>');
  expect(body).toContain('aria-label="Sector"');
});

test('the list of projects renders on a server', async () => {
  const store = await storeOf(await openPublished(), '#pane=projects');
  const body = plain(render(ProjectList, { props: { store } }).body);
  expect(body).toContain('Car production in Kostanay');
  expect(body).toContain('Not placed by the article');
});

test('before anything is read, a server renders that it is coming', async () => {
  const read = await published();
  expect(render(App, { props: { read } }).body).toContain('Opening the atlas');
});
