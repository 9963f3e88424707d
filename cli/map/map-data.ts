import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { RunStatus } from '../../shared/model/run.ts';
import { isoTime } from '../render/times.ts';
import { ADVICE } from '../render/advice.ts';
import type { Positions } from './layout/point.ts';

/** What a map is drawn from, and what `map --json` prints: a contract. Names are as the devices have them, hostile or not. */
export interface MapData {
  readonly network: string;
  readonly run: { readonly id: string; readonly status: RunStatus; readonly startedAt: string | null };
  /** By name. */
  readonly devices: readonly MapDevice[];
  readonly links: readonly MapLink[];
}

export interface MapDevice {
  readonly id: string;
  readonly name: string;
  readonly status: ViewedDevice['status'];
  readonly site: string | null;
  readonly platform: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  readonly serials: readonly string[];
  readonly addresses: readonly string[];
  /** When it was last seen. */
  readonly uptimeSeconds: number | null;
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  /** Why the run could not visit it, also where an earlier one did. */
  readonly failure: MapFailure | null;
  /** The middle of its box, in pixels at full size. */
  readonly x: number;
  readonly y: number;
}

export interface MapFailure {
  readonly class: string;
  readonly phase: string;
  readonly reason: string;
  /** What to do. */
  readonly advice: string;
}

export interface MapEnd {
  readonly id: string;
  readonly device: string;
  readonly port: string | null;
}

export interface MapLink {
  readonly a: MapEnd;
  readonly b: MapEnd;
  readonly status: Link['status'];
  readonly protocols: Link['protocols'];
}

export function mapData(view: NetworkView, positions: Positions): MapData {
  const { run } = view;
  return {
    network: view.network,
    run: { id: run.runId, status: run.status, startedAt: isoTime(run.startedAt) },
    devices: view.devices.map((device) => mapDevice(device, positions)),
    links: view.links.map(({ a, b, status, protocols }) => ({ a: end(a), b: end(b), status, protocols })),
  };
}

function mapDevice(device: ViewedDevice, positions: Positions): MapDevice {
  const { nodeId, name, status, site, platform, vendor, model, osVersion, serials, addresses, stored } =
    device;
  const { x, y } = positions.get(nodeId) ?? { x: 0, y: 0 };
  return {
    id: nodeId,
    name,
    status,
    site,
    platform,
    vendor,
    model,
    osVersion,
    serials,
    addresses,
    uptimeSeconds: stored?.uptimeSeconds ?? null,
    firstSeenAt: isoTime(stored?.firstSeenAt),
    lastSeenAt: isoTime(stored?.lastSeenAt),
    failure: failureOf(device),
    x,
    y,
  };
}

function failureOf({ failure }: ViewedDevice): MapFailure | null {
  const outcome = failure?.outcome;
  if (outcome?.kind !== 'failed') return null;
  const { class: name, phase, reason } = outcome;
  return { class: name, phase, reason, advice: ADVICE[name] };
}

const end = ({ nodeId, device, port }: Link['a']): MapEnd => ({ id: nodeId, device, port });
