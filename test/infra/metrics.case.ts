import { describe, expect, it } from 'vitest';
import { measure } from './metric-filters.ts';
import { everything } from './stack-settings.ts';
import { synthesise } from './synthesise.ts';

describe('the metric of refused logins', () => {
  it('counts devices that refused one, and those that are not tried because others did', () => {
    const lines = ['auth-failed', 'auth-paused', 'refused'].map((failure) => ({
      writer: 'ProbeDevice',
      entry: { message: 'probe-finished', event: { outcome: { kind: 'failed', class: failure } } },
    }));
    const [refused] = measure(synthesise(everything), lines).filter(
      ({ metric }) => metric === 'LoginsRefused',
    );
    expect(refused?.values).toHaveLength(2);
  });
});
