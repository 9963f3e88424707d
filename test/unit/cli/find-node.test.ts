import { describe, expect, it } from 'vitest';
import { findMapped, findVisited } from '../../../cli/commands/find-node.ts';
import { labView } from '../../helpers/lab-view.ts';

const all = await labView('campus', 12);
const [first, second] = all.devices.filter(({ name }) => name.startsWith('acc-'));
const FAILED = first?.name ?? '';
const TOLD = second?.name ?? '';
const view = await labView('campus', 12, {
  failed: (name) => FAILED.startsWith(name),
  told: (name) => TOLD.startsWith(name),
});
const lonely = { ...view, devices: view.devices.filter(({ name }) => name !== FAILED) };
const [address = ''] = view.failures.map((target) => target.address);

describe('findVisited', () => {
  it('finds what was visited', () => {
    expect(findVisited(view, 'core-1').name).toBe('core-1');
  });

  it('says of a device that is known how it fared, and where more is told', () => {
    expect(() => findVisited(view, FAILED)).toThrow(
      `${FAILED} is known, and was not visited (auth-failed): netwalker explain ${FAILED} tells how it fared`,
    );
    expect(() => findVisited(view, address)).toThrow(
      `${FAILED} is known, and was not visited (auth-failed): netwalker explain ${address} tells`,
    );
    expect(() => findVisited(view, TOLD)).toThrow(`${TOLD} is known, and was not visited: netwalker explain`);
  });

  it('says that there is none only where none is known', () => {
    expect(() => findVisited(view, 'nowhere')).toThrow('there is no device nowhere in the network lab');
  });
});

describe('findMapped', () => {
  it('takes devices that were not visited, and knows of those that nobody tells of', () => {
    expect(findMapped(view, FAILED).name).toBe(FAILED);
    expect(() => findMapped(lonely, FAILED.toUpperCase())).toThrow('was not visited (auth-failed)');
    expect(() => findMapped(lonely, address)).toThrow(`${address} is known, and was not visited`);
    expect(() => findMapped(lonely, 'nowhere')).toThrow('there is no device nowhere');
  });
});
