import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';

const FILE = 'netwalker.pid';
const ATTEMPTS = 10;
/** LevelDB refuses a second opener in the same process too, but only after dynalite says that it listens. */
const heldHere = new Set<string>();

export interface Holder {
  /** What the folder is called in messages. */
  readonly shownAs?: string;
  /** What this process does with it, for the message that another one gets: `netwalker discover`. */
  readonly purpose?: string;
}

/**
 * Takes a folder for this process and answers how to let go of it. A lock whose process is dead (SIGKILL, power cut) is
 * taken over. Throws a UsageError that names the process, what it does and since when, where another one is alive, and one that says
 * what is wrong with a folder that cannot be made or written to.
 */
export async function lockFolder(folder: string, holder: Holder = {}): Promise<() => Promise<void>> {
  const file = join(resolve(folder), FILE);
  const { shownAs = folder, purpose = '' } = holder;
  if (heldHere.has(file)) {
    throw inUse(process.pid, shownAs);
  }
  heldHere.add(file);
  try {
    await makeFolder(resolve(folder));
    await takeFile(file, { shownAs, purpose });
  } catch (error) {
    heldHere.delete(file);
    throw error instanceof UsageError ? error : unusable(shownAs, error);
  }
  return async () => {
    await rm(file, { force: true });
    heldHere.delete(file);
  };
}

/** Not with mkdir's own `recursive`, which never ends where a folder is there and takes no other (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const make = async (): Promise<void> => void (await succeeds(mkdir(folder), 'EEXIST'));
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
}

function unusable(shownAs: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`the data cannot be kept in ${shownAs} (${reason}): use another --data-dir`, {
    cause: error,
  });
}

async function takeFile(file: string, { shownAs, purpose }: Required<Holder>): Promise<void> {
  const mine = `${file}.${process.pid}`;
  const since = new Date().toISOString();
  await writeFile(mine, `${process.pid} ${startOf(process.pid)}\n${since} ${purpose}\n`);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // A link appears with its content: nobody ever reads half a lock.
      if (await succeeds(link(mine, file), 'EEXIST')) {
        return;
      }
      const holder = await readFile(file, 'utf8').catch(() => '');
      const pid = Number.parseInt(holder, 10);
      const [id = '', doing = ''] = holder.split('\n');
      if (isAlive(pid, id.trim().split(' ')[1] ?? '')) {
        throw inUse(pid, shownAs, doing);
      }
      await moveAside(file, holder);
    }
  } finally {
    await rm(mine, { force: true });
  }
  throw new UsageError(`${shownAs} could not be locked: use another --data-dir`);
}

/** Removes a dead process's lock; where another process took it over in the meantime, its lock is put back. */
async function moveAside(file: string, dead: string): Promise<void> {
  const aside = `${file}.${process.pid}.dead`;
  if (await succeeds(rename(file, aside), 'ENOENT')) {
    if ((await readFile(aside, 'utf8')) !== dead) {
      await succeeds(link(aside, file), 'EEXIST');
    }
    await rm(aside, { force: true });
  }
}

function isAlive(pid: number, start: string): boolean {
  // Our own id in a lock that we do not hold: an earlier process of that id (a container's processes are always 1, 7...).
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') {
      return false;
    }
  }
  // Process ids are used again, after a reboot above all: a holder that started at another time is another process.
  const now = startOf(pid);
  return start === '' || now === '' || now === start;
}

/** When a process started, in clock ticks since boot (proc(5), field 22 of stat); empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2 is the command in brackets and may hold spaces: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

async function succeeds(work: Promise<void>, expected: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) {
      return false;
    }
    throw error;
  }
}

/** @param doing since when, and what for: the second line of the lock, which an older version did not write. */
function inUse(pid: number, shownAs: string, doing = ''): UsageError {
  const [since = '', ...words] = doing.trim().split(' ');
  const purpose = words.join(' ');
  const what = purpose === '' ? 'another netwalker' : purpose;
  const when = since === '' ? '' : `, since ${since}`;
  const meanwhile = purpose.endsWith(' discover') ? ' (its own output tells how far it is)' : '';
  return new UsageError(
    `${what} (pid ${pid}${when}) uses ${shownAs}: wait for it${meanwhile} or use another --data-dir`,
  );
}
