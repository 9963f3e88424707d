import { describe, expect, it } from 'vitest';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { Run, RunSettings } from '../../../shared/model/run.ts';
import type { SessionRecord } from '../../../shared/model/session-record.ts';
import type { Target } from '../../../shared/model/target.ts';
import { wouldRunTwice } from '../../../shared/steps/exec/would-run-twice.ts';
import { narrowedSettings } from '../../../shared/steps/narrowed-settings.ts';

const SAID = { network: 'n', seeds: ['10.0.0.1'], scope: ['10.0.0.0/8'] };

describe('a target of a run with commands whose probe died', () => {
  const runOf = (allowAny: boolean) =>
    ({
      runId: 'run',
      settings: runSettingsSchema.parse({ ...SAID, exec: { commands: ['reload'], allowAny } }) as RunSettings,
    }) as Run;
  const store = (openedAt?: number) => ({
    listSessions: async () => [{ targetId: '10.0.0.1', openedAt } as SessionRecord],
  });
  const target = (attempts: number) => ({ targetId: '10.0.0.1', attempts }) as Target;

  it('is not tried again once it had a connection, where anything may be run', async () => {
    expect(await wouldRunTwice(store(1), runOf(true), target(2))).toMatchObject({ class: 'abandoned' });
  });

  it('is tried again where it had none, where commands only read, and the first time', async () => {
    expect(await wouldRunTwice(store(), runOf(true), target(2))).toBeNull();
    expect(await wouldRunTwice(store(1), runOf(false), target(2))).toBeNull();
    expect(await wouldRunTwice(store(1), runOf(true), target(1))).toBeNull();
  });
});

describe('a deployed stack', () => {
  it('takes commands that read, and never anything else, whoever starts the execution', () => {
    const exec = { commands: ['show clock'], allowAny: false };
    expect(narrowedSettings({ exec }, SAID)).toMatchObject({ exec });
    expect(() => narrowedSettings({ exec: { ...exec, allowAny: true } }, SAID)).toThrow(
      /runs only commands that read/,
    );
    expect(narrowedSettings({ ...SAID, exec: { ...exec, allowAny: true } })).toMatchObject({
      exec: { allowAny: true },
    });
  });
});
