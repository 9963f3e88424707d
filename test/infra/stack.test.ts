// One file for vitest: each test file loads aws-cdk-lib anew, which costs 1 to 2 s.
import './bundles.case.ts';
import './functions.case.ts';
import './metrics.case.ts';
import './nag.case.ts';
import './network.case.ts';
import './operations-guide.case.ts';
import './own-app.case.ts';
import './schedules.case.ts';
import './table.case.ts';
import './workflow.case.ts';
