/** One thing taken away or broken, and the test that must notice. */
export interface Mutant {
  /** What is missing then. */
  readonly without: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** A test file, and a part of the title of a test in it that must fail. */
  readonly test: string;
  readonly fails: string;
}
