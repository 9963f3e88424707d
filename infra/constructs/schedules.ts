import { Aws, Duration, RemovalPolicy, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export interface SchedulesProps {
  readonly stateMachine: StateMachine;
  readonly reaper: IFunction;
  /** `rate(...)` or `cron(...)`; without it nobody but a person starts a run. */
  readonly runs?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** EventBridge Scheduler: the reaper every minute, and runs when the settings say so. */
export class Schedules extends Construct {
  /** What the scheduler could not deliver. */
  readonly undelivered: Queue;
  /** Disabled or deleted in one place; its metrics are this deployment's only. */
  readonly group: ScheduleGroup;

  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    // Its name is the same in every deployment of the stack: one that was kept would be in the way of the next.
    this.group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    this.undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.undelivered).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is the dead-letter queue of the schedules: nothing reads it but people, and an alarm watches it.',
    });
    this.everyMinute(props.reaper);
    if (props.runs !== undefined) this.runs(props.runs, props);
  }

  private everyMinute(reaper: IFunction): void {
    const role = this.roleFor('Reaper', 'lambda:InvokeFunction', reaper.functionArn);
    const target = new LambdaInvoke(reaper, {
      role: role.withoutPolicyUpdates(),
      input: ScheduleTargetInput.fromObject({}),
      // A sweep that was missed is made good by the next one.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
      deadLetterQueue: this.undelivered,
    });
    const schedule = ScheduleExpression.rate(Duration.minutes(1));
    const everyMinute = new Schedule(this, 'EveryMinute', {
      scheduleGroup: this.group,
      schedule,
      target,
      description: 'netwalker: flag leaked sessions',
    });
    everyMinute.node.addDependency(role, this.group);
  }

  private runs(expression: string, { stateMachine, timeZone }: SchedulesProps): void {
    const role = this.roleFor('Runs', 'states:StartExecution', stateMachine.stateMachineArn);
    const target = new StepFunctionsStartExecution(stateMachine, {
      role: role.withoutPolicyUpdates(),
      // The settings of a run are deployed with the functions: an execution may narrow them.
      input: ScheduleTargetInput.fromObject({}),
      retryAttempts: 3,
      maxEventAge: Duration.hours(1),
      deadLetterQueue: this.undelivered,
    });
    const zone = timeZone === undefined ? TimeZone.ETC_UTC : TimeZone.of(timeZone);
    const discovery = new Schedule(this, 'Discovery', {
      scheduleGroup: this.group,
      schedule: ScheduleExpression.expression(expression, zone),
      target,
      timeWindow: TimeWindow.flexible(Duration.minutes(5)),
      description: 'netwalker: walk the network',
    });
    discovery.node.addDependency(role, this.group);
  }

  /**
   * One action on one resource: CDK's own grant would cover every version of a function as well. A schedule has to wait for it: it
   * names the role, and not the policy with which alone it may do anything. Nor does it refer to its group, but by a plain name.
   */
  private roleFor(id: string, action: string, resource: string): Role {
    const role = new Role(this, `${id}Role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    this.undelivered.grantSendMessages(role);
    return role;
  }
}
