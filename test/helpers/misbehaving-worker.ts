import invoke from '../../cli/engine/sandbox-worker.ts';
import type { SandboxReply, SandboxTask } from '../../cli/engine/sandbox-data.ts';

/** The real worker, with what goes wrong asked for in the payload. */
export default async function misbehave(task: SandboxTask): Promise<SandboxReply> {
  const { does, afterMs = 0 } = task.payload as { does?: string; afterMs?: number };
  if (does === 'blocks') {
    setTimeout(() => {
      for (;;);
    }, afterMs);
  }
  if (does === 'exits') setTimeout(() => process.exit(7), afterMs);
  if (does === 'throws') {
    const answer = {
      ok: false,
      name: 'ProvisionedThroughputExceededException',
      message: 'slow down',
    } as const;
    return { answer, threadId: 0, said: 0 };
  }
  const reply = await invoke(task);
  if (does === 'hangs') return new Promise(() => undefined);
  return reply;
}
