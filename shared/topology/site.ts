import type { SiteRule } from '../model/site.ts';
import { shortName } from './device-name.ts';
import { matchesGlob } from './glob.ts';
import { makeScope } from './scope.ts';

export interface Sited {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** Answers the site of a device: that of the first rule that fits it, else null. Names are compared without case and domain. */
export type SiteOf = (device: Sited) => string | null;

/** @throws UsageError for a text that is no CIDR. */
export function makeSites(rules: readonly SiteRule[]): SiteOf {
  const each = rules.map(siteBy);
  return (device) => {
    for (const site of each) {
      const found = site(device);
      if (found !== null) return found;
    }
    return null;
  };
}

function siteBy(rule: SiteRule): SiteOf {
  if ('nameUpTo' in rule) {
    return ({ name }) => {
      const short = shortName(name);
      const end = short.indexOf(rule.nameUpTo.toLowerCase());
      return end > 0 ? short.slice(0, end) : null;
    };
  }
  const { site, names = [], addresses = [] } = rule;
  const range = makeScope({ scope: addresses, exclude: [] });
  return (device) => {
    const texts = [device.name, shortName(device.name)];
    const byName = names.some((glob) => texts.some((text) => matchesGlob(glob, text)));
    return byName || device.addresses.some((address) => range.check(address).allowed) ? site : null;
  };
}
