/**
 * The regions' codes and names. The outlines come from Natural Earth, which has Kazakhstan's regions as they were
 * before June 2022: Abai, Jetisu and Ulytau are still part of East Kazakhstan, Almaty and Karaganda regions, and
 * Shymkent is still part of Turkistan region (South Kazakhstan until 2018).
 */
import { ensureUnique } from '../lib/check.mjs';

/**
 * ISO 3166-2 code, Natural Earth's code, names. For Kazakhstan these are the numbers that ISO has used since 2022;
 * where a region gave up land since, it keeps its own number.
 */
// prettier-ignore
const rows = [
  ["KZ-11", "KAZ-3202", "Akmola region", "Aqmola viloyati", "Ақмола облысы", "Акмолинская область"],
  ["KZ-15", "KAZ-3195", "Aktobe region", "Aqtoʻbe viloyati", "Ақтөбе облысы", "Актюбинская область"],
  ["KZ-19", "KAZ-3207", "Almaty region", "Olmaota viloyati", "Алматы облысы", "Алматинская область"],
  ["KZ-23", "KAZ-3198", "Atyrau region", "Atirau viloyati", "Атырау облысы", "Атырауская область"],
  ["KZ-27", "KAZ-3201", "West Kazakhstan region", "Gʻarbiy Qozogʻiston viloyati", "Батыс Қазақстан облысы", "Западно-Казахстанская область"],
  ["KZ-31", "KAZ-3252", "Zhambyl region", "Jambil viloyati", "Жамбыл облысы", "Жамбылская область"],
  ["KZ-35", "KAZ-3203", "Karaganda region", "Qaragʻanda viloyati", "Қарағанды облысы", "Карагандинская область"],
  ["KZ-39", "KAZ-3196", "Kostanay region", "Qoʻstanay viloyati", "Қостанай облысы", "Костанайская область"],
  ["KZ-43", "KAZ-3197", "Kyzylorda region", "Qiziloʻrda viloyati", "Қызылорда облысы", "Кызылординская область"],
  ["KZ-47", "KAZ-3236", "Mangystau region", "Mangʻistau viloyati", "Маңғыстау облысы", "Мангистауская область"],
  ["KZ-55", "KAZ-3205", "Pavlodar region", "Pavlodar viloyati", "Павлодар облысы", "Павлодарская область"],
  ["KZ-59", "KAZ-3204", "North Kazakhstan region", "Shimoliy Qozogʻiston viloyati", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область"],
  ["KZ-61", "KAZ-3251", "Turkistan region", "Turkiston viloyati", "Түркістан облысы", "Туркестанская область"],
  ["KZ-63", "KAZ-3206", "East Kazakhstan region", "Sharqiy Qozogʻiston viloyati", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область"],
  ["KZ-71", "KAZ-4830", "Astana city", "Ostona shahri", "Астана қаласы", "город Астана"],
  ["KZ-75", "KAZ-4829", "Almaty city", "Olmaota shahri", "Алматы қаласы", "город Алматы"],
  ["UZ-AN", "UZB-363", "Andijan region", "Andijon viloyati", "Әндіжан облысы", "Андижанская область"],
  ["UZ-BU", "UZB-354", "Bukhara region", "Buxoro viloyati", "Бұхара облысы", "Бухарская область"],
  ["UZ-FA", "UZB-364", "Fergana region", "Fargʻona viloyati", "Ферғана облысы", "Ферганская область"],
  ["UZ-JI", "UZB-370", "Jizzakh region", "Jizzax viloyati", "Жызақ облысы", "Джизакская область"],
  ["UZ-NG", "UZB-365", "Namangan region", "Namangan viloyati", "Наманган облысы", "Наманганская область"],
  ["UZ-NW", "UZB-357", "Navoi region", "Navoiy viloyati", "Науаи облысы", "Навоийская область"],
  ["UZ-QA", "UZB-361", "Kashkadarya region", "Qashqadaryo viloyati", "Қашқадария облысы", "Кашкадарьинская область"],
  ["UZ-QR", "UZB-356", "Karakalpakstan", "Qoraqalpogʻiston", "Қарақалпақстан", "Каракалпакстан"],
  ["UZ-SA", "UZB-358", "Samarkand region", "Samarqand viloyati", "Самарқанд облысы", "Самаркандская область"],
  ["UZ-SI", "UZB-371", "Syrdarya region", "Sirdaryo viloyati", "Сырдария облысы", "Сырдарьинская область"],
  ["UZ-SU", "UZB-362", "Surkhandarya region", "Surxondaryo viloyati", "Сұрхандария облысы", "Сурхандарьинская область"],
  ["UZ-TK", "UZB-4828", "Tashkent city", "Toshkent shahri", "Ташкент қаласы", "город Ташкент"],
  ["UZ-TO", "UZB-372", "Tashkent region", "Toshkent viloyati", "Ташкент облысы", "Ташкентская область"],
  ["UZ-XO", "UZB-355", "Khorezm region", "Xorazm viloyati", "Хорезм облысы", "Хорезмская область"],
];

ensureUnique(
  'names/regions.mjs',
  rows.map(([id]) => id),
);

/** The land that Russia leases around the cosmodrome is drawn apart from the region that it lies in. */
const leased = /** @type {[string, string]} */ (['KAB+00?', 'KZ-43']);

/** @type {Map<string, string>} Natural Earth's code to ours */
export const sourceRegions = new Map([
  ...rows.map(([id, source]) => /** @type {[string, string]} */ ([source, id])),
  leased,
]);

/** @type {Map<string, import("../lib/check.mjs").Name>} */
export const regionNames = new Map(rows.map(([id, , en, uz, kk, ru]) => [id, { en, uz, kk, ru }]));
