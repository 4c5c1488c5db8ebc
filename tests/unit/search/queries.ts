/** What the first dossier has to find: the ids that come first, in any order among themselves. */
export interface Query {
  readonly query: string;
  readonly first: readonly string[];
}

const find = (first: string | readonly string[], ...queries: readonly string[]): Query[] =>
  queries.map((query) => ({ query, first: typeof first === 'string' ? [first] : first }));

const TASHKENT = [
  'tashkent-region-logistics-center',
  'tashkent-residential-commercial-infrastructure',
  'inter-parliamentary-council-first-meeting',
];

export const QUERIES: readonly Query[] = [
  // A place by its names, spellings and scripts, and mistyped.
  ...find('kostanay-cars', 'Kostanay', 'Qostanay', 'Kustanai', 'Kustanay', 'Qostanai'),
  ...find('kostanay-cars', 'Қостанай', 'Костанай', 'Кустанай', 'Қостанайдағы', 'в Костанае'),
  ...find('kostanay-cars', 'KOSTANAY', 'kostan', 'kost', 'kostanai', 'Kostnay', 'Kotsanay'),
  ...find('kostanay-cars', 'Kosttanay', 'Gostanay', 'ostanay', 'Кастанай', 'kostaany'),
  ...find('karaganda-household-appliances', 'Karaganda', 'Qaraghandy', 'Karagandy', 'Караганда'),
  ...find('karaganda-household-appliances', 'Қарағанды', 'Qaragʻandi', "Qarag'andi", 'Qarag`andi'),
  ...find('karaganda-household-appliances', 'Qaragandi', 'karagnda', 'Карагонда'),
  ...find('uzbekistan-culture-days-astana', 'Astana', 'Ostona', 'Астана', 'Nur-Sultan'),
  ...find('uzbekistan-culture-days-astana', 'Nursultan', 'нур султан', 'Tselinograd', 'Акмола'),
  ...find(
    'pearl-of-the-aral-sea-exhibition',
    'Almaty',
    'Alma-Ata',
    'алма-ата',
    'Olmaota',
    'almati',
  ),
  ...find('samarkand-thermal-power-plant', 'Samarkand', 'Samarqand', 'Самарқанд', 'Самарканд'),
  ...find('samarkand-thermal-power-plant', 'Samrakand', 'Sàmárkänd', 'Samarcand'),
  ...find(TASHKENT, 'Tashkent', 'Toshkent', 'Ташкент', 'Тошкент', 'Taskhent'),
  ...find(['aral-tragedy-mitigation', 'pearl-of-the-aral-sea-exhibition'], 'Aral', 'Арал', 'Orol'),
  ...find('pearl-of-the-aral-sea-exhibition', 'Aral Sea', 'Orol dengizi'),
  ...find('aral-tragedy-mitigation', 'Аральское море', 'aral tragedy', 'трагедия Арала'),
  ...find('uzbekistan-culture-days-astana', 'Uzbekistan', 'Өзбекстан'),
  ...find('uzbekistan-culture-days-astana', 'Oʻzbekiston', 'O‘zbekiston', 'O’zbekiston'),
  ...find(
    'uzbekistan-culture-days-astana',
    "O'zbekiston",
    'Oʼzbekiston',
    'Ozbekiston',
    'OZBEKISTON',
  ),
  ...find(['state-visit', 'abay-events', 'agricultural-products'], 'Ўзбекистон'),
  ...find('state-visit', 'Узбекистан', 'Қазақстан', 'Qozogʻiston Prezidentining'),
  ...find('agricultural-products', 'Qazaqstan', 'Қозоғистон', 'Kazakhstan and Uzbekistan'),

  // Names in the four languages: whole, begun, in part, mistyped.
  ...find('samarkand-thermal-power-plant', 'thermal power plant', 'power', 'power plnat'),
  ...find('samarkand-thermal-power-plant', 'issiqlik elektr', 'жылу электр', 'электростанция'),
  ...find('mineral-fertilizers', 'mineral fertilizers', "o'g'it", 'удобрения', 'тыңайтқыштар'),
  ...find('tashkent-region-logistics-center', 'logistics', 'logistika markazi', 'logistcs center'),
  ...find('new-railways-and-highways', 'railways', 'rialways', 'temir yoʻl', 'железные дороги'),
  ...find('new-railways-and-highways', 'New railways and highways', 'теміржол'),
  ...find('kostanay-cars', 'car', 'cars', 'avtomobil', 'автомобиль', 'kostanay cras'),
  ...find('karaganda-household-appliances', 'household appliances', 'maishiy texnika'),
  ...find('treaty-on-allied-relations', 'Treaty on Allied Relations', 'allied', 'shartnoma'),
  ...find('border-demarcation-agreement', 'border', 'chegara', 'граница', 'demarkation'),
  ...find('inter-parliamentary-council', 'council', 'Inter-Parliamentary Council'),
  ...find(['parliamentary-cooperation', 'inter-parliamentary-council'], 'parlamentlararo'),
  ...find('inter-parliamentary-council-first-meeting', 'first meeting', 'первое заседание'),
  ...find('interstate-council', 'interstate', 'Межгосударственный'),
  ...find('deputy-prime-ministers-working-group', 'working group', 'Deputy Prime Ministers'),
  ...find('joint-film-festivals', 'joint', 'festvals', 'kinofestivallar', 'кинофестивали'),
  ...find('joint-foreign-trade-company', 'foreign trade', 'savdo kompaniyasi', 'foregn trade'),
  ...find('creative-evenings', 'artists', 'creative evenings', 'творческие вечера'),
  ...find('youth-congress', 'youth', 'Yoshlar', 'молодежный', 'молодёжный конгресс', 'yuoth'),
  ...find('abay-events', 'Abay', 'Абай', 'Abay Kunanbaev', 'Құнанбайұлы'),
  ...find('pearl-of-the-aral-sea-exhibition', 'pearl', 'жемчужина', 'durdona', 'інжу'),
  ...find('diplomatic-relations-anniversary', 'anniversary', '30', '30-летие'),
  ...find('geological-exploration', 'geological', 'геологоразведка', 'барлау'),
  ...find('natural-gas-processing', 'natural gas', 'gaz', 'природного газа'),
  ...find('transport-and-transit-potential', 'transit', 'транзит'),
  ...find('transboundary-water-use', 'water', 'suv', 'трансграничных'),
  ...find('international-industrial-cooperation-center', 'industrial cooperation', 'sanoat'),
  ...find('energy-facilities', 'energy', 'энергетика', 'energy facilites'),
  ...find('cultural-days-2023', 'cultural days', 'дни культуры', 'Madaniyat kunlari'),
  ...find('central-asia-consultative-meetings', 'consultative', 'Central Asian'),
  ...find('cooperation-in-international-organizations', 'Central Asia', 'UN', 'СНГ', 'cica'),
  ...find('regional-stability', 'stability', 'barqarorlik', 'өркендеу'),
  ...find('state-visit', 'visit', 'visti', 'tashrif', 'сапар'),
  ...find('leaders-talks', 'heads of state', 'переговоры'),
  ...find('import-substitution', 'replacing imports', 'импорт'),

  // A name with a place or a sector.
  ...find('tashkent-region-logistics-center', 'tashkent logistics', 'logistics tashkent'),
  ...find('pearl-of-the-aral-sea-exhibition', 'exhibition almaty', 'выставка алматы'),
  ...find('samarkand-thermal-power-plant', 'energy samarkand', 'энергетика самарканд'),
  ...find('kostanay-cars', 'automotive', 'Avtomobilsozlik', 'автомобилестроение'),

  // Words that stand only in quotations.
  ...find('import-substitution', 'expensive', 'manufacturers'),
  ...find('parliamentary-cooperation', 'legislative', 'legislatve authorities'),
  ...find('mutual-support-of-initiatives', 'reputable'),
  ...find('agricultural-products', 'food security', 'each other’s markets', 'territories'),
  ...find('leaders-briefing', 'media representatives'),
  ...find('abay-events', 'outstanding son of the Kazakh people'),
  ...find('leaders-talks', 'enrich bilateral relations'),
];

/** What nothing is to be found by. */
export const VAIN = ['xyzzy', 'Paris', 'kostanay xyzzy', 'tashkent astana', 'kostonoy', 'щ'];
