import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDER, messageTypes } from './messages.ts';

writeFileSync(path.join(FOLDER, 'messages.d.ts'), messageTypes());
