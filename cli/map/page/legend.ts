import type { Colors } from './color-devices.ts';
import { byId, element } from './element.ts';
import { sampleBox, sampleLine } from './legend-samples.ts';
import type { Network } from './network.ts';
import { VERMILION } from './palette.ts';

/** What the colors, shapes and lines mean; what does not occur is left out. */
export function showLegend(network: Network, colors: Colors): void {
  const show = (): void => {
    const categories = colors
      .categories()
      .map(({ name, color, count }) => item(sampleBox({ color }), `${name} (${count})`));
    byId('legend-items').replaceChildren(
      element('ul', {}, ...categories),
      element('ul', {}, ...shapes(network)),
      element('ul', {}, ...lines(network)),
    );
  };
  show();
  colors.onChange(show);
  if (innerWidth < 800) byId<HTMLDetailsElement>('legend').open = false;
}

function shapes({ devices }: Network): readonly Node[] {
  const count = (wanted: (device: (typeof devices)[number]) => boolean): number =>
    devices.filter(wanted).length;
  const failed = count(({ status }) => status === 'failed');
  const warned = count(({ status, failure }) => status === 'visited' && failure !== null);
  const told = count(({ status }) => status === 'told');
  return [
    failed > 0
      ? item(sampleBox({ color: VERMILION, cut: true, mark: '✕' }), `could not be visited (${failed})`)
      : null,
    warned > 0
      ? item(
          sampleBox({ color: VERMILION, cut: true, mark: '!' }),
          `known, the latest run failed (${warned})`,
        )
      : null,
    told > 0 ? item(sampleBox({ color: null, dashed: true }), `not visited, only told of (${told})`) : null,
  ].filter((each) => each !== null);
}

const LINES = [
  ['confirmed', 'confirmed by both ends'],
  ['one-sided', 'one-sided'],
  ['conflicting', 'conflicting'],
] as const;

function lines({ links }: Network): readonly Node[] {
  return LINES.flatMap(([status, text]) => {
    const count = links.filter((link) => link.status === status).length;
    return count > 0 ? [item(sampleLine(status), `${text} (${count})`)] : [];
  });
}

const item = (sample: Node, text: string): HTMLElement => element('li', {}, sample, text);
