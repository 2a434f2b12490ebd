// The packages of docs/package.json, which ./workbook book puts into build/node_modules.
import { createRequire } from 'node:module';

export const packages = createRequire(new URL('../../build/package.json', import.meta.url));
