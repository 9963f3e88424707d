import type { FailureClass } from '../../../shared/model/outcome.ts';
import type { Target } from '../../../shared/model/target.ts';
import { ADVICE } from '../../render/advice.ts';
import { column, dateOf, type ExportTable } from './export-table.ts';

export const failureClassOf = ({ outcome }: Target): FailureClass | null =>
  outcome?.kind === 'failed' ? outcome.class : null;

const adviceFor = (target: Target): string | null => {
  const failed = failureClassOf(target);
  return failed === null ? null : ADVICE[failed];
};

export const failuresTable: ExportTable<Target> = {
  name: 'failures',
  sheet: 'Failures',
  columns: [
    column('address', 'Address', ({ targetId }) => targetId),
    column('name', 'Name', ({ nameHint }) => nameHint),
    column('toldBy', 'Told by', ({ toldBy }) => toldBy?.deviceName ?? 'seed'),
    column('class', 'Class', failureClassOf),
    column('phase', 'Phase', ({ outcome }) => (outcome?.kind === 'failed' ? outcome.phase : null)),
    column('reason', 'What happened', ({ outcome }) => (outcome?.kind === 'failed' ? outcome.reason : null)),
    column('advice', 'What to do', adviceFor),
    column('attempts', 'Tries', ({ attempts }) => attempts),
    column('finishedAt', 'At', ({ finishedAt }) => dateOf(finishedAt)),
  ],
  rows: ({ failures }) => failures,
};
