import { EventBus, type IEventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ENV, EVENT_SOURCE, INDEX_LIST, INDEX_OPEN, type FunctionName } from '../../shared/names.ts';
import { environmentText } from '../environment-text.ts';
import type { DeploySettings } from '../deploy-settings.ts';
import { hoursUntilMissed } from '../hours-until-missed.ts';
import { Alarms } from './alarms.ts';
import { DiscoveryDashboard } from './discovery-dashboard.ts';
import { DiscoveryFunction } from './discovery-function.ts';
import { DiscoveryMetrics } from './discovery-metrics.ts';
import { DiscoveryTable } from './discovery-table.ts';
import { DiscoveryWorkflow } from './discovery-workflow.ts';
import { ProbeNetwork } from './probe-network.ts';
import { EndedExecutions } from './ended-executions.ts';
import { Schedules } from './schedules.ts';

export interface NetworkDiscoveryProps {
  readonly settings: DeploySettings;
  /** The bundle of each function: `index.handler`, CommonJS. */
  readonly code: Readonly<Record<FunctionName, Code>>;
}

/** Lambda's limit above the probe's own budget: what closing, the ledger and middy's early end need. */
const PROBE_MARGIN_SECONDS = 10;

/** Everything that walks one network: table, functions, workflow, schedules, alarms. */
export class NetworkDiscovery extends Construct {
  readonly table: DiscoveryTable;
  readonly functions: Readonly<Record<FunctionName, DiscoveryFunction>>;
  readonly workflow: DiscoveryWorkflow;
  readonly schedules: Schedules;
  readonly metrics: DiscoveryMetrics;
  readonly alarms: Alarms;
  private bus!: IEventBus;

  constructor(scope: Construct, id: string, { settings, code }: NetworkDiscoveryProps) {
    super(scope, id);
    const { deploy } = settings;
    const { tableKeyArn } = deploy;
    this.table = new DiscoveryTable(
      this,
      'Table',
      tableKeyArn === undefined ? {} : { encryptionKey: Key.fromKeyArn(this, 'TableKey', tableKeyArn) },
    );
    this.functions = this.createFunctions(settings, code);
    this.grantItems();
    this.tellSettings(settings);
    this.tellEvents(settings);
    const { probeDevice, reapSessions, finishRun } = this.functions;
    this.workflow = new DiscoveryWorkflow(this, 'Workflow', {
      functions: mapValues(this.functions, (each) => each.function),
      logRetention: deploy.logRetentionDays,
    });
    this.schedules = new Schedules(this, 'Schedules', {
      stateMachine: this.workflow.stateMachine,
      reaper: reapSessions.function,
      runs: deploy.schedule,
      timeZone: deploy.timeZone,
    });
    new EndedExecutions(this, 'EndedExecutions', {
      stateMachine: this.workflow.stateMachine,
      finishRun,
      undelivered: this.schedules.undelivered,
    });
    this.metrics = new DiscoveryMetrics(this, 'Metrics', {
      probe: probeDevice,
      sweepers: [reapSessions, finishRun],
    });
    new DiscoveryDashboard(this, 'Dashboard', {
      metrics: this.metrics,
      workflow: this.workflow,
      probe: probeDevice,
    });
    this.alarms = new Alarms(this, 'Alarms', {
      metrics: this.metrics,
      probe: probeDevice,
      reaper: reapSessions,
      finishRun,
      workflow: this.workflow,
      schedules: this.schedules,
      email: deploy.alarmEmail,
      authFailureThreshold: deploy.authFailureThreshold,
      missedAfterHours: hoursUntilMissed(deploy),
    });
  }

  /** Lets somebody query the results; not change them. */
  grantRead(grantee: IGrantable): void {
    this.table.table.grants.readData(grantee);
  }

  private createFunctions(
    settings: DeploySettings,
    code: NetworkDiscoveryProps['code'],
  ): Record<FunctionName, DiscoveryFunction> {
    const { run, deploy } = settings;
    const logRetention = deploy.logRetentionDays as RetentionDays;
    // The states of the workflow wait 60 s for StartRun, 45 s for a probe and 120 s for the rest: Lambda ends first.
    const create = (name: FunctionName, id: string, description: string, timeoutSeconds: number) =>
      new DiscoveryFunction(this, id, { code: code[name], description, timeoutSeconds, logRetention });
    const network = new ProbeNetwork(this, 'Network', settings);
    const timeoutSeconds = Math.ceil(run.probeTimeoutSeconds) + PROBE_MARGIN_SECONDS;
    return {
      startRun: create('startRun', 'StartRun', 'netwalker: starts a run', 55),
      planWave: create('planWave', 'PlanWave', 'netwalker: picks the targets of a wave', 110),
      probeDevice: new DiscoveryFunction(this, 'ProbeDevice', {
        code: code.probeDevice,
        description: 'netwalker: visits one device over SSH',
        timeoutSeconds,
        logRetention,
        reservedConcurrency: run.concurrency,
        network,
      }),
      reclaimSession: new DiscoveryFunction(this, 'ReclaimSession', {
        code: code.reclaimSession,
        description: 'netwalker: clears the line of a leaked session',
        timeoutSeconds,
        logRetention,
        network,
      }),
      reapSessions: create('reapSessions', 'ReapSessions', 'netwalker: flags leaked sessions', 110),
      finishRun: new DiscoveryFunction(this, 'FinishRun', {
        code: code.finishRun,
        description: 'netwalker: ends a run',
        timeoutSeconds: 110,
        // It holds the whole network to compare it with the run before. New accounts have no more than 3,008 MB.
        memorySize: 2048,
        logRetention,
      }),
    };
  }

  /** Exactly the calls that the steps of each function make. */
  private grantItems(): void {
    const { table, functions } = this;
    // Queries, batches and the list only where a run goes on from an earlier one.
    functions.startRun
      .usesTable(table, ['GetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem', 'Query'])
      .queriesIndex(table, INDEX_LIST);
    functions.planWave.usesTable(table, ['GetItem', 'UpdateItem', 'Query']);
    functions.probeDevice.usesTable(table, [
      'GetItem',
      'BatchGetItem',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'BatchWriteItem',
      'Query',
    ]);
    functions.reclaimSession.usesTable(table, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']);
    functions.reapSessions
      .usesTable(table, ['GetItem', 'UpdateItem', 'DeleteItem'])
      .queriesIndex(table, INDEX_OPEN);
    functions.finishRun
      .usesTable(table, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'])
      .queriesIndex(table, INDEX_OPEN)
      .queriesIndex(table, INDEX_LIST);
  }

  /** Those that end runs and flag sessions tell others of it. */
  private tellEvents({ deploy }: DeploySettings): void {
    const bus = deploy.eventBus.startsWith('arn:')
      ? EventBus.fromEventBusArn(this, 'Bus', deploy.eventBus)
      : EventBus.fromEventBusName(this, 'Bus', deploy.eventBus);
    for (const each of [this.functions.finishRun, this.functions.reapSessions]) {
      each.function.addEnvironment(ENV.eventBus, deploy.eventBus);
      each.may(['events:PutEvents'], [bus.eventBusArn]);
    }
    this.bus = bus;
  }

  /** Calls a target whenever a run found its network different from the run before. */
  onTopologyChanged(id: string, target: IRuleTarget): Rule {
    return this.on(id, 'TopologyChanged', target);
  }

  /** Calls a target for each session that leaked. */
  onSessionLeaked(id: string, target: IRuleTarget): Rule {
    return this.on(id, 'SessionLeaked', target);
  }

  private on(id: string, detailType: string, target: IRuleTarget): Rule {
    const eventPattern = { source: [EVENT_SOURCE], detailType: [detailType] };
    return new Rule(this, id, { eventBus: this.bus, eventPattern, targets: [target] });
  }

  private tellSettings({ deploy, run }: DeploySettings): void {
    const { startRun, probeDevice, reclaimSession, finishRun } = this.functions;
    const { keepRunsDays } = deploy;
    if (keepRunsDays !== undefined) {
      // Those that put items: an update leaves what the item has.
      for (const each of [startRun, probeDevice, reclaimSession, finishRun])
        each.function.addEnvironment(ENV.keepRunsDays, String(keepRunsDays));
    }
    startRun.function.addEnvironment(ENV.settings, environmentText(ENV.settings, run));
    const { secretsKeyArn } = deploy;
    const key = secretsKeyArn === undefined ? null : Key.fromKeyArn(this, 'SecretsKey', secretsKeyArn);
    const arns = deploy.secrets.map(({ secret }, index) => secretArn(this, `Secret${index}`, secret));
    // Those that log in to devices read exactly these.
    for (const each of [probeDevice, reclaimSession]) {
      each.function.addEnvironment(ENV.credentials, environmentText(ENV.credentials, deploy.secrets));
      key?.grantDecrypt(each.function);
      for (const arn of arns) each.may(['secretsmanager:GetSecretValue'], [arn]);
    }
  }
}

/** The ARN that a policy needs: for a name, with the six characters that Secrets Manager adds as `??????`. */
function secretArn(scope: Construct, id: string, secret: string): string {
  if (secret.startsWith('arn:')) return secret;
  const arn = Secret.fromSecretNameV2(scope, id, secret).secretArn;
  return `${arn}-??????`;
}

function mapValues<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  map: (value: A) => B,
): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, map(value)])) as Record<
    K,
    B
  >;
}
