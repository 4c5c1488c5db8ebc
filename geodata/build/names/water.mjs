/**
 * Names of lakes and rivers. The source has none, so each is found by a position that only it is at.
 */

/** @typedef {{ id?: string, at: [number, number][], name: [en: string, uz: string, kk: string, ru: string] }} Water */

/** A position within each lake, or within each of its parts. @type {Water[]} */
// prettier-ignore
export const lakes = [
  { at: [[77.3, 42.4]], name: ["Issyk-Kul", "Issiqkoʻl", "Ыстықкөл", "Иссык-Куль"] },
  { id: "Q134485", at: [[73.85, 45.7]], name: ["Lake Balkhash", "Balxash koʻli", "Балқаш көлі", "озеро Балхаш"] },
  { at: [[84.2, 47.9]], name: ["Lake Zaysan", "Zaysan koʻli", "Зайсан көлі", "озеро Зайсан"] },
  { at: [[81.75, 46.1]], name: ["Lake Alakol", "Olakoʻl", "Алакөл", "озеро Алаколь"] },
  { at: [[57.39, 41.92]], name: ["Sarygamysh Lake", "Sariqamish koʻli", "Сарықамыс көлі", "Сарыкамышское озеро"] },
  { at: [[73, 41.8]], name: ["Toktogul Reservoir", "Toʻxtagʻul suv ombori", "Тоқтоғұл су қоймасы", "Токтогульское водохранилище"] },
  { at: [[73.28, 53.3]], name: ["Siletiteniz", "Siletiteniz", "Сілетітеңіз", "Силетитениз"] },
  { at: [[77.54, 54.92]], name: ["Lake Chany", "Chani koʻli", "Чаны көлі", "озеро Чаны"] },
  { at: [[45.53, 37.46]], name: ["Lake Urmia", "Urmiya koʻli", "Урмия көлі", "озеро Урмия"] },
  { at: [[42.9, 38.6]], name: ["Lake Van", "Van koʻli", "Ван көлі", "озеро Ван"] },
  { at: [[45.35, 40.35]], name: ["Lake Sevan", "Sevan koʻli", "Севан көлі", "озеро Севан"] },
  { id: "Q5513", at: [[107.67, 53.03]], name: ["Lake Baikal", "Baykal koʻli", "Байкал көлі", "озеро Байкал"] },
];

/** The parts that the Aral Sea has shrunk to are one water. @type {Water} */
export const aral = {
  id: 'Q35883',
  at: [[59.634, 44.779]],
  name: ['Aral Sea', 'Orol dengizi', 'Арал теңізі', 'Аральское море'],
};

/** A sea without an outlet, which Natural Earth leaves out of the land. @type {Water} */
export const caspian = {
  at: [[51, 42]],
  name: ['Caspian Sea', 'Kaspiy dengizi', 'Каспий теңізі', 'Каспийское море'],
};

/** Lakes that the source still has and the land no longer. @type {[number, number][]} */
export const dry = [[90.186, 40.735]];

/** Positions that the rivers run through. @type {Water[]} */
// prettier-ignore
export const rivers = [
  { at: [[65.5, 44.8], [69.1, 40.2]], name: ["Syr Darya", "Sirdaryo", "Сырдария", "Сырдарья"] },
  { at: [[63.6, 39.1]], name: ["Amu Darya", "Amudaryo", "Әмудария", "Амударья"] },
  { at: [[71.5, 37.9]], name: ["Panj", "Panj", "Пяндж", "Пяндж"] },
  { at: [[76, 41.43], [73, 41.8]], name: ["Naryn", "Norin", "Нарын", "Нарын"] },
  { at: [[76.9, 52.3], [83.7, 49.1], [74.4, 56.1]], name: ["Irtysh", "Irtish", "Ертіс", "Иртыш"] },
  { at: [[87, 47.7]], name: ["Black Irtysh", "Qora Irtish", "Қара Ертіс", "Чёрный Иртыш"] },
  { at: [[51.4, 50]], name: ["Ural", "Ural", "Жайық", "Урал"] },
  { at: [[63.6, 53.2]], name: ["Tobol", "Tobol", "Тобыл", "Тобол"] },
  { at: [[83.1, 55]], name: ["Ob", "Ob", "Обь", "Обь"] },
  { at: [[46.5, 48]], name: ["Volga", "Volga", "Еділ", "Волга"] },
  { at: [[83, 41]], name: ["Tarim", "Tarim", "Тарым", "Тарим"] },
];
