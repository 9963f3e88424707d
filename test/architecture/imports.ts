import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Import {
  readonly from: string;
  readonly to: string;
}

const ROOTS = ['cli', 'functions', 'infra', 'lab', 'shared'];
const SPECIFIER = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Every import of the product's sources: `to` is a path in the project, or a package's name. */
export function allImports(root: string): readonly Import[] {
  return ROOTS.flatMap((folder) => sources(path.join(root, folder))).flatMap((file) => {
    const from = path.relative(root, file).split(path.sep).join('/');
    return [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map(([, specifier = '']) => ({
      from,
      to: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier,
    }));
  });
}

/** Every TypeScript file under a folder. */
export function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
