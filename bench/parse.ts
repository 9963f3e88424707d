import { parseOutput } from '../shared/steps/parse-output.ts';
import { medianMs, ms } from './measure.ts';

/** Twice the neighbors should take twice the time: the growth says whether a parser is linear. */
export async function run(): Promise<void> {
  for (const [platform, command, entry] of SAMPLES) {
    const times: number[] = [];
    for (const count of COUNTS) {
      const text = Array.from({ length: count }, (_, index) => entry(index)).join('');
      times.push(await medianMs(3, () => parseOutput(platform, command, text)));
    }
    const [first = 1] = times;
    const growth = times.map(
      (time, index) => `${COUNTS[index]}: ${ms(time)} (${(time / first).toFixed(1)}x)`,
    );
    console.log(`${platform} ${command}`.padEnd(44), growth.join('  '));
  }
}

const COUNTS = [2_500, 5_000, 10_000];

const SAMPLES: readonly (readonly [string, string, (index: number) => string])[] = [
  [
    'cisco_ios',
    'show cdp neighbors detail',
    (index) => `-------------------------
Device ID: sw-${index}.example.net
Entry address(es):
  IP address: 10.${index >> 8}.${index & 255}.1
Platform: cisco WS-C2960X-48FPD-L,  Capabilities: Switch IGMP
Interface: GigabitEthernet1/0/${index % 48},  Port ID (outgoing port): GigabitEthernet0/1
Holdtime : 151 sec

Version :
Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E3, RELEASE SOFTWARE (fc3)

`,
  ],
  [
    'cisco_nxos',
    'show lldp neighbors detail',
    (index) => `Chassis id: 0011.2233.${index.toString(16).padStart(4, '0')}
Port id: Ethernet1/${index % 48}
Local Port id: Eth1/${index % 96}
Port Description: to core
System Name: leaf-${index}
System Description: Cisco Nexus Operating System (NX-OS) Software 9.3(12)
Time remaining: 99 seconds
System Capabilities: B, R
Enabled Capabilities: B, R
Management Address: 10.${index >> 8}.${index & 255}.1
Vlan ID: 1

`,
  ],
];
