import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { exportSchema } from '../../../cli/export/export-schema.ts';
import { exportText } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';

const view = hostileView();
const text = await exportText('json', view);
const read = JSON.parse(text) as z.infer<typeof exportSchema>;

describe('the JSON export', () => {
  it('is what its schema says, and nothing else is in it', () => {
    expect(exportSchema.safeParse(read).error).toBeUndefined();
    expect(read.schema).toBe('netwalker-export/1');
  });

  it('gives every text back as the device said it', () => {
    expect(read.devices.map(({ name }) => name)).toEqual(view.devices.map(({ name }) => name));
    expect(read.devices.map(({ site, model, id }) => [site, model, id])).toEqual(
      view.devices.map(({ site, model, nodeId }) => [site, model, nodeId]),
    );
    expect(read.links.map(({ a, b }) => [a.id, a.port, b.id, b.port])).toEqual(
      view.links.map(({ a, b }) => [a.nodeId, a.port, b.nodeId, b.port]),
    );
    expect(read.neighbors.map(({ remoteName, remotePort }) => [remoteName, remotePort])).toEqual(
      view.neighbors.map(({ remoteName, remotePort }) => [remoteName, remotePort]),
    );
    expect(read.failures.map(({ reason }) => reason)).toEqual(
      view.failures.map(({ outcome }) => outcome?.kind === 'failed' && outcome.reason),
    );
  });

  it('holds no character that acts on a terminal', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u,
    );
  });

  it('names every device that a link or a failure is about', () => {
    const ids = new Set(read.devices.map(({ id }) => id));
    for (const { a, b } of read.links) expect([ids.has(a.id), ids.has(b.id)]).toEqual([true, true]);
  });
});

describe('netwalker-export.schema.json', () => {
  it('is what the code writes: npx netwalker schema --export > netwalker-export.schema.json', () => {
    const published = readFileSync(new URL('../../../netwalker-export.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(exportSchema))));
  });
});
