import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import kk from '../../src/i18n/messages/kk.json' with { type: 'json' };
import ru from '../../src/i18n/messages/ru.json' with { type: 'json' };
import uz from '../../src/i18n/messages/uz.json' with { type: 'json' };
import { expect, test } from './atlas.ts';
import { axeFindsNothing } from './axe.ts';

const STATION = 'samarkand-thermal-power-plant';

/** What a reader of each language sees of the power station, and what they don't. */
const LANGUAGES = [
  {
    lang: 'uz',
    words: uz,
    name: 'Samarqand viloyatidagi issiqlik elektr stansiyasi',
    date: '2022-yil 24-dekabr',
  },
  {
    lang: 'kk',
    words: kk,
    name: 'Самарқанд облысындағы жылу электр станциясы',
    date: '2022 жылғы 24 желтоқсан',
  },
  {
    lang: 'ru',
    words: ru,
    name: 'Тепловая электростанция в Самаркандской области',
    date: '24 декабря 2022 года',
  },
] as const;

for (const { lang, words, name, date } of LANGUAGES)
  test(`in ${lang} all is said so, but for the words of the article`, async ({ atlas, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await atlas.open(`#project=${STATION}&lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const map = page.getByRole('region', { name: words.interface.map.locale['Map.Title'] });
    await expect(map).toBeVisible();
    const card = page.getByRole('dialog', { name });
    await expect(card.locator('blockquote').first()).toHaveAttribute('lang', 'en');
    await expect(card).toContainText('the construction of a thermal power plant in Samarkand');
    await expect(card).toContainText(words.interface.card.translation);
    await expect(card.locator('time')).toHaveText(date);
    await expect(card).not.toContainText(en.interface.card.sector);
    const share = page.getByRole('button', { name: words.interface.header.share });
    await share.click();
    const dialog = page.getByRole('dialog', { name: words.sharing.title });
    await expect(dialog).toContainText(name);
    await expect(
      dialog.getByRole('textbox', { name: words.sharing.link }),
      'the link is of a page in this language',
    ).toHaveValue(new RegExp(`/uzbekistan-kazakhstan-2022/${lang}/#project=${STATION}$`));
    const tongues = asked.filter((url) => /\/interface-[^/]*\.js$/.test(url));
    expect(tongues, 'one language is fetched').toHaveLength(1);
    // Nothing is wider than the screen, however long the words.
    await page.keyboard.press('Escape');
    const { width } = page.viewportSize() ?? { width: 0 };
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

test('a language is chosen in place, kept in the link, and remembered', async ({ atlas, page }) => {
  await atlas.open('#sector=energy');
  await page.getByRole('button', { name: en.interface.header.settings }).click();
  const dialog = atlas.popup(en.interface.header.settings);
  await expect(dialog.getByRole('link', { name: 'English' })).toHaveAttribute('aria-current');
  await dialog.getByRole('link', { name: 'Русский' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await atlas.hasFragment(/^#sector=energy&lang=ru$/);
  await expect(
    page
      .getByRole('group', { name: ru.interface.filter.label })
      .getByRole('button', { pressed: true }),
  ).toHaveText(/Энергетика/);
  // Back shows it as it was; a link that names no language has the one chosen.
  await page.goto('./#sector=culture');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page).toHaveTitle(/Узбекистан и Казахстан/);
  await page.goto('./#lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('colours are chosen in place, and are in the link', async ({ atlas, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await atlas.open();
  await page.getByRole('button', { name: en.interface.header.settings }).click();
  const colours = page.getByRole('group', { name: en.settings.colours });
  await expect(colours.getByRole('radio', { name: en.settings.theme.system })).toBeChecked();
  await colours.getByRole('radio', { name: en.settings.theme.dark }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await atlas.hasFragment(/^#theme=dark$/);
  await colours.getByRole('radio', { name: en.settings.theme.system }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await atlas.hasFragment(/^$/);
});

test.describe('in a browser that asks for Kazakh', () => {
  test.use({ locale: 'kk-KZ' });
  test('the atlas is in Kazakh', { tag: '@once' }, async ({ atlas, page }) => {
    await atlas.open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
    await expect(page.getByRole('button', { name: kk.interface.header.about })).toBeVisible();
    expect(atlas.fragment()).toBe('');
  });
});

test(
  'where storage is denied, that is said, and the link keeps what is chosen',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    });
    const inRussian = atlas.in(ru);
    await inRussian.open('#lang=ru');
    await inRussian.map.focus();
    await page.keyboard.press('?');
    const keys = atlas.popup(ru.settings.shortcuts);
    await expect(keys).toContainText(ru.settings.notKept);
    await keys.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    // As it says, that holds until the page is closed.
    await page.keyboard.press('?');
    await page.getByRole('button', { name: ru.interface.header.settings }).click();
    await expect(atlas.dialog).toHaveCount(1);
    await expect(atlas.dialog).toContainText(ru.settings.notKept);
    await axeFindsNothing(page, 'dialog');
    await atlas.dialog.getByRole('link', { name: 'Oʻzbekcha' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'uz');
    await atlas.hasFragment(/^#lang=uz$/);
    await expect(page.getByRole('button', { name: uz.interface.header.about })).toBeVisible();
  },
);
