import { openMap } from '../openMap.ts';
import { markReady } from '../page.ts';

/** MapLibre with nothing to draw on its ground: what the memory of all others is measured over. */
openMap({}, []).once('idle', markReady);
