import { describe, expect, it } from 'vitest';
import { failureText } from '../../../shared/workflow/failure-text.ts';

describe('failureText', () => {
  it('reads the JSON that Lambda puts into the cause', () => {
    const Cause = JSON.stringify({ errorType: 'UsageError', errorMessage: 'name a seed', trace: ['at …'] });
    expect(failureText(JSON.stringify({ Error: 'UsageError', Cause }))).toBe('UsageError: name a seed');
  });

  it('reads the plain message that the embedded engine puts there', () => {
    expect(failureText('{"Error":"UsageError","Cause":"name a seed"}')).toBe('UsageError: name a seed');
  });

  it('is the error alone when a timeout has no cause', () => {
    expect(failureText('{"Error":"States.Timeout"}')).toBe('States.Timeout');
    expect(failureText('{"Error":"States.Timeout","Cause":""}')).toBe('States.Timeout');
  });

  it.each(['', 'plain words', '[1]', '{"a":1}', 'null', '{"Error":7}'])('leaves %j as it is', (text) => {
    expect(failureText(text)).toBe(text);
  });
});
