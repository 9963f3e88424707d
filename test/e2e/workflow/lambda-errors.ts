/**
 * What Step Functions reports of a Lambda invocation, by name (Step Functions developer guide, "Handling errors" and "Transient Lambda
 * service exceptions"; Lambda API, "Invoke"; those of EFS, SnapStart and durable functions left out, which no function of ours uses).
 */
export const LAMBDA_ERRORS = {
  /** Lambda itself had no room or a fault: the code did not run, or nobody knows. */
  service: [
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
  ],
  /** The code was ended: its time limit, its memory, its process. */
  ended: ['Lambda.Unknown', 'Sandbox.Timedout', 'States.Timeout', 'Runtime.ExitError', 'StepTimedOut'],
  /** What the SDK throws when the table has no room. */
  table: ['ProvisionedThroughputExceededException', 'ThrottlingException', 'InternalServerError'],
  /** Only functions in a VPC wait for its interfaces. */
  network: [
    'Lambda.ResourceNotReadyException',
    'Lambda.EC2ThrottledException',
    'Lambda.EC2UnexpectedException',
    'Lambda.ENILimitReachedException',
    'Lambda.SubnetIPAddressLimitReachedException',
  ],
  /** Somebody has to repair something first. */
  standing: [
    'Lambda.ResourceNotFoundException',
    'Lambda.ResourceConflictException',
    'Lambda.AccessDeniedException',
    'Lambda.EC2AccessDeniedException',
    'Lambda.InvalidSubnetIDException',
    'Lambda.InvalidSecurityGroupIDException',
    'Lambda.InvalidRuntimeException',
    'Lambda.InvalidZipFileException',
    'Lambda.InvalidParameterValueException',
    'Lambda.InvalidRequestContentException',
    'Lambda.RequestTooLargeException',
    'Lambda.RecursiveInvocationException',
    'Lambda.KMSAccessDeniedException',
    'Lambda.KMSDisabledException',
    'Lambda.KMSInvalidStateException',
    'Lambda.KMSNotFoundException',
    'States.Permissions',
    'Runtime.ImportModuleError',
    'Runtime.UserCodeSyntaxError',
    'TypeError',
  ],
} as const;

export type ErrorKind = keyof typeof LAMBDA_ERRORS;
