import { expect, test } from 'vitest';
import { renderFirstPage } from '../../src/firstPage/renderFirstPage.ts';
import { ID, published } from './published.ts';

test('the first state has the article, its passages and all projects with their words', async () => {
  const { body, title, description } = await renderFirstPage(ID, await published());
  expect(title).toBe('Uzbekistan and Kazakhstan, December 2022 · Cited Atlas');
  expect(description).toMatch(
    /^Uzbekistan, Kazakhstan strengthen allied relations\. .* 39 projects\.$/,
  );
  expect(body).toContain('The most important outcome of the visit');
  expect(body).toMatch(/<a href="#project=kostanay-cars"[^>]*>the production of cars in Kostanay/);
  expect(body.match(/<li>/g)).toHaveLength(39);
});

test('what the article places comes before what it doesn’t, as in the atlas', async () => {
  const { body } = await renderFirstPage(ID, await published());
  const items = [...body.matchAll(/<li>.*?<\/li>/gs)].map(([item]) => !item.includes('Not placed'));
  expect(items.lastIndexOf(true)).toBe(items.indexOf(false) - 1);
});

test('it has nothing that the page’s policy forbids, nor what only scripts need', async () => {
  const { body } = await renderFirstPage(ID, await published());
  expect(body).not.toMatch(/<[^>]* style=|<!--|<script|<style| on\w+=/);
});

test('only places that are spots have a point', async () => {
  const { articles } = await renderFirstPage(ID, await published());
  const places = articles.flatMap((article) => article.places);
  const spots = places.filter(({ point }) => point !== null).map(({ name }) => name);
  expect(spots).toContain('Kostanay');
  expect(spots).not.toContain('Samarkand region');
  expect(new Set(places.map(({ name }) => name)).size).toBe(places.length);
  expect(places.map(({ name }) => name)).toContain('Samarkand region');
});

test('a dossier that can’t be opened is told of', async () => {
  const read = () => Promise.reject(new Error('no such file'));
  await expect(renderFirstPage(ID, read)).rejects.toThrow('can’t be opened');
});
