import { UsageError } from '../../shared/errors.ts';

/** A variable of the environment. Throws where it is missing. */
export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new UsageError(`the environment variable ${name} is not set: the stack sets it on every function`);
  }
  return value;
}
