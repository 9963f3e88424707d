import { keys, SK_PREFIX, type ItemKey } from '../../names.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Target, TargetEnd, TargetStatus } from '../../model/target.ts';
import type { TargetStore } from '../../ports/store.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite } from './batch-write.ts';
import { bounded } from './bounded.ts';
import { visitItem } from './visit-item.ts';
import type { Condition } from './expression.ts';
import { queryShards } from './query.ts';
import {
  getItem,
  IS_NEW,
  putItem,
  updateItem,
  withoutKeys,
  type Item,
  type TableAccess,
} from './table-access.ts';

/** One item a target holds seen, status and lease: two items would lose a target between their two writes. */
export function targetStore(access: TableAccess): TargetStore {
  return { ...frontier(access), ...leases(access) };
}

function frontier(
  access: TableAccess,
): Pick<
  TargetStore,
  'enqueue' | 'knownTargets' | 'carryOver' | 'getTarget' | 'listTargets' | 'listTargetEnds'
> {
  return {
    async enqueue(target) {
      return putItem(access, targetItem(target), IS_NEW);
    },

    async carryOver(targets) {
      const items = targets.flatMap(({ target, visited }) => {
        const { runId, targetId } = target;
        return visited === null
          ? [targetItem(target)]
          : [targetItem(target), visitItem(runId, { targetId, ...visited })];
      });
      // DynamoDB refuses a batch that names an item twice: the first target of a device has its visit.
      const once = new Map(
        items.map((item) => [JSON.stringify([item.pk, item.sk]), item] as const).reverse(),
      );
      await batchWrite(access, { put: [...once.values()] });
    },

    async knownTargets(runId, targetIds) {
      const all = targetIds.map((targetId) => keys.target(runId, targetId));
      const items = await batchGet(access, all);
      return new Set(targetIds.filter((_, index) => items[index] !== null));
    },

    async getTarget(runId, targetId) {
      const item = await getItem(access, keys.target(runId, targetId));
      return item && toTarget(item);
    },

    async listTargets(runId, options = {}) {
      const items = await queryShards(access, (shard) => keys.runShard(runId, shard), {
        skPrefix: SK_PREFIX.target,
        ...(options.live === true ? { filter: IS_LIVE } : {}),
      });
      return items.map(toTarget);
    },

    async listTargetEnds(runId) {
      const items = await queryShards(access, (shard) => keys.runShard(runId, shard), {
        skPrefix: SK_PREFIX.target,
        attributes: TARGET_END,
      });
      return items as unknown as TargetEnd[];
    },
  };
}

const targetItem = (target: Target): ItemKey & Item => ({
  ...bounded(target),
  ...keys.target(target.runId, target.targetId),
});

const TARGET_END: readonly (keyof TargetEnd)[] = [
  ...(['targetId', 'address', 'nameHint', 'outcome', 'finishedAt', 'durationMs', 'carriedFrom'] as const),
];

const IS_LIVE: Condition = {
  text: '#status IN (:pending, :active)',
  values: { ':pending': 'pending', ':active': 'active' },
};

function leases(
  access: TableAccess,
): Pick<TargetStore, 'claim' | 'finishTarget' | 'giveBack' | 'deferTarget' | 'abandon'> {
  return {
    async claim(runId, targetId, { owner, now, leaseUntil }) {
      const key = keys.target(runId, targetId);
      const lease = { status: 'active', owner, leaseUntil };
      const taken = await updateItem(
        access,
        key,
        { set: lease, add: { attempts: 1 } },
        {
          text: '#status = :pending OR (#status = :active AND #leaseUntil < :now AND #owner <> :owner)',
          values: { ':pending': 'pending', ':active': 'active', ':now': now, ':owner': owner },
        },
      );
      // Ours already: a repeated invocation, or the SDK's retry of a request whose answer was lost. Not a new attempt.
      const held = taken ?? (await updateItem(access, key, { set: lease }, heldBy(owner)));
      return held && toTarget(held);
    },

    async finishTarget(runId, targetId, { owner, ...end }) {
      const status = statusAfter(end.outcome);
      const repeated = '(#status = :status AND #finishedAt = :finishedAt)';
      const ended = await updateItem(
        access,
        keys.target(runId, targetId),
        { set: { ...bounded(end), status }, remove: ['leaseUntil'] },
        {
          text: `#owner = :owner AND (#status = :active OR ${repeated})`,
          values: { ...heldBy(owner).values, ':status': status, ':finishedAt': end.finishedAt },
        },
      );
      return ended !== null;
    },

    async giveBack(runId, targetId, lease) {
      const change = { set: { status: 'pending' }, remove: ['owner', 'leaseUntil'] };
      return (await updateItem(access, keys.target(runId, targetId), change, leaseStands(lease))) !== null;
    },

    async deferTarget(runId, targetId, { owner, notBefore, reason }) {
      const change = {
        set: { status: 'pending', notBefore, deferredFor: bounded(reason) },
        add: { attempts: -1, deferrals: 1 },
        remove: ['owner', 'leaseUntil'],
      };
      return (await updateItem(access, keys.target(runId, targetId), change, heldBy(owner))) !== null;
    },

    async abandon(runId, targetId, lease, end) {
      const change = { set: { ...bounded(end), status: 'abandoned' }, remove: ['leaseUntil'] };
      return (await updateItem(access, keys.target(runId, targetId), change, leaseStands(lease))) !== null;
    },
  };
}

function heldBy(owner: string): Condition {
  return { text: '#status = :active AND #owner = :owner', values: { ':active': 'active', ':owner': owner } };
}

function leaseStands(lease: { readonly owner: string; readonly leaseUntil: number }): Condition {
  const held = heldBy(lease.owner);
  return {
    text: `${held.text} AND #leaseUntil = :leaseUntil`,
    values: { ...held.values, ':leaseUntil': lease.leaseUntil },
  };
}

/** An alias was not visited: its device was, under another target. */
function statusAfter(outcome: Outcome): TargetStatus {
  switch (outcome.kind) {
    case 'visited':
      return 'done';
    case 'failed':
      return 'failed';
    case 'alias':
    case 'skipped':
      return 'skipped';
  }
}

function toTarget(item: Item): Target {
  return withoutKeys(item) as unknown as Target;
}
