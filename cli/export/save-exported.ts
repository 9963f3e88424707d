import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../shared/errors.ts';
import type { ExportedFile } from './exported.ts';
import { saveFile } from './save-file.ts';

export interface SavedFile {
  readonly path: string;
  readonly bytes: number;
}

/** One file goes to `output` itself, or into it where that is a directory; several go into the directory, which is made. */
export async function saveExported(output: string, files: readonly ExportedFile[]): Promise<SavedFile[]> {
  const there = await stat(output).catch(() => null);
  const intoFolder = files.length !== 1 || there?.isDirectory() === true || output.endsWith('/');
  if (intoFolder && there && !there.isDirectory()) {
    throw new UsageError(`${output} is a file, and these are ${files.length}: name a directory`);
  }
  if (intoFolder) await makeFolder(output);
  const saved: SavedFile[] = [];
  for (const { name, content } of files) {
    const path = intoFolder ? join(output, name) : output;
    await saveFile(path, content);
    saved.push({ path, bytes: Buffer.byteLength(content) });
  }
  return saved;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `cannot make the directory ${path}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
