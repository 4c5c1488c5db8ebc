/** The sectors of the seeded dossiers. */
export const SECTORS = [
  { id: 'energy', name: 'Energy', color: '#d27300', icon: 'charging-station' },
  { id: 'transport', name: 'Transport', color: '#1f78b4', icon: 'rail' },
  { id: 'farming', name: 'Farming', color: '#4d8f1f', icon: 'farm' },
  { id: 'water', name: 'Water', color: '#008c99', icon: 'dam' },
  { id: 'culture', name: 'Culture', color: '#a0328c', icon: 'museum' },
  { id: 'learning', name: 'Learning', color: '#6a4fc1', icon: 'college' },
  { id: 'health', name: 'Health', color: '#c2314b', icon: 'hospital' },
  { id: 'housing', name: 'Housing', color: '#7a5c3a', icon: 'home' },
] as const;

/** The sectors chosen, by their places in the list: first the one, then the other beside it. */
export const FIRST = 0;
export const SECOND = 3;
