import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { withReference } from './platform-reference.ts';

/** Writes docs/platforms.md anew from the data of the platforms: `node docs/make-platforms.ts`. */
const page = new URL('platforms.md', import.meta.url);
const options = await resolveConfig(page);
const text = withReference(await readFile(page, 'utf8'));
await writeFile(page, await format(text, { ...options, parser: 'markdown' }));
