import type * as ParseOutput from './parse-output.ts';

/**
 * The parsers of every platform, read when the first output is there: they are a third of our code, and a probe that is refused, or
 * finds nobody at home, needs none of it. What starts often (functions, see `infra/bundle.ts`) takes `parse-output.ts` only from here.
 */
export const parsing = async (): Promise<typeof ParseOutput> => import('./parse-output.ts');
