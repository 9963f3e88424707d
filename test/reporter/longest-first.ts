import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What walks networks waits more than it computes, and takes longest: it starts first, so that nothing long is left for the end. */
const ORDER = ['test/e2e/', 'test/contract/', 'test/property/'];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = ORDER.findIndex((folder) => moduleId.includes(folder));
      return found < 0 ? ORDER.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
