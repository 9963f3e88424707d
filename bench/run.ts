/**
 * Runs the benches and prints their figures. `npm run bench` runs all, `npm run bench -- walk` those named. Nothing here
 * passes or fails: a time means something only beside what ran beside it, so each figure is a ratio or a growth.
 */
const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  walk: () => import('./walk.ts'),
  parse: () => import('./parse.ts'),
  start: () => import('./start.ts'),
  reap: () => import('./reap.ts'),
  finish: () => import('./finish.ts'),
  export: () => import('./export.ts'),
  map: () => import('./map.ts'),
  soak: () => import('./soak.ts'),
};

const wanted = process.argv.slice(2);
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  await (await load()).run();
}
