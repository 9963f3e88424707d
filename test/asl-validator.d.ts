/** asl-validator 4 ships without declarations. It writes into the definition: hand it a clone. */
declare module 'asl-validator' {
  export default function aslValidator(
    definition: object,
    options?: { readonly checkArn?: boolean; readonly checkPaths?: boolean },
  ): { readonly isValid: boolean; readonly errorsText: (separator?: string) => string };
}
