import type { Credential } from '../model/credential.ts';

export interface Credentials {
  /** The credential for a target, or null when none matches. Throws only on a fault of the source. */
  forTarget(target: { readonly address: string; readonly nameHint?: string }): Promise<Credential | null>;
  /** Another credential than the one that was refused, where its source has one by now (a rotation); else null. */
  rotated?(
    target: { readonly address: string; readonly nameHint?: string },
    refused: Credential,
  ): Promise<Credential | null>;
}
