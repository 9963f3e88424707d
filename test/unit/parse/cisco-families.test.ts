import { describe, expect, it } from 'vitest';
import { parseAsaVersion } from '../../../shared/parse/asa-version.ts';
import { parseCiscoCdpDetail } from '../../../shared/parse/cisco-cdp-detail.ts';
import { parseCiscoInventory } from '../../../shared/parse/cisco-inventory.ts';
import { parseIosxrVersion } from '../../../shared/parse/iosxr-version.ts';
import { parseSmbLldpBrief } from '../../../shared/parse/smb-lldp-brief.ts';
import { parseSmbSystemId } from '../../../shared/parse/smb-system-id.ts';
import { parseSmbSystem } from '../../../shared/parse/smb-system.ts';
import { parseSmbVersion } from '../../../shared/parse/smb-version.ts';
import { parseWlcSysinfo } from '../../../shared/parse/wlc-sysinfo.ts';

describe('IOS-XR', () => {
  const version = (model: string, up: string): string =>
    `Tue Jan 16 13:19:27.208 UTC\nCisco IOS XR Software, Version 7.9.2[Default] LNT\n\n${model}\n${up}\n`;

  it('tells the product from its series, and a name from "System"', () => {
    const text = version(
      'cisco 8000 (Intel(R) Xeon(R) CPU D-1530 @ 2.41GHz)\ncisco 8202-32FH-M (Intel(R) Xeon(R) CPU D-1530 @ 2.41GHz) processor with 64GB of memory',
      'core-1 uptime is 1 week, 1 day, 17 hours, 47 minutes',
    );
    expect(parseIosxrVersion(text)).toEqual({
      hostname: 'core-1',
      vendor: 'Cisco',
      model: '8202-32FH-M',
      osVersion: '7.9.2',
      uptimeSeconds: 755_220,
    });
    expect(parseIosxrVersion(version('cisco NCS-5500 () processor', 'System uptime is 1 minute'))).toEqual({
      vendor: 'Cisco',
      model: 'NCS-5500',
      osVersion: '7.9.2',
      uptimeSeconds: 60,
    });
    expect(parseIosxrVersion(version('cisco XRd-CP-C-01 processor with 94GB', '')).model).toBe('XRd-CP-C-01');
  });

  it('states the racks of an inventory in admin mode', () => {
    const text =
      'Fri Dec 24 13:42:23.980 CET\n\n Name: Rack 0                Descr: ASR 9906 4 Line Card Slot Chassis\n' +
      ' PID: ASR-9906               VID: V01                   SN: FOX00000001\n\n' +
      ' Name: 0/0                   Descr: 24X10G/1G Packet Transport Optimized LC\n' +
      ' PID: A9K-24X10GE-1G-TR      VID: V01                   SN: FOC00000001\n';
    expect(parseCiscoInventory(text)).toEqual({ model: 'ASR-9906', serials: ['FOX00000001'] });
  });
});

describe('ASA', () => {
  it('tells its own uptime from that of the cluster', () => {
    const text =
      'Cisco Adaptive Security Appliance Software Version 9.8(3)21 <context>\nDevice Manager Version 7.8(2)\n\n' +
      'fw-1 up 1 year 97 days\nfailover cluster up 2 years 3 days\n\nHardware:   ASA5516, 8192 MB RAM, CPU Atom\n\n' +
      'Serial Number: JAD00000001\n';
    expect(parseAsaVersion(text)).toEqual({
      hostname: 'fw-1',
      vendor: 'Cisco',
      model: 'ASA5516',
      osVersion: '9.8(3)21',
      serials: ['JAD00000001'],
      uptimeSeconds: (365 + 97) * 86_400,
    });
  });

  it('writes Name in its inventory, and a part without a serial number', () => {
    const text =
      'Name: "Chassis", DESCR: "ASA 5506-X, 8GE"\nPID: ASA5506           , VID: V01     , SN: JMX00000001\n\n' +
      'Name: "Storage Device 1", DESCR: "ASA 5506-X SSD"\nPID: ASA5506-SSD       , VID: N/A     , SN:';
    expect(parseCiscoInventory(text)).toEqual({ model: 'ASA5506', serials: ['JMX00000001'] });
  });
});

describe('AireOS', () => {
  it('has dots between label and value', () => {
    const text =
      "\nManufacturer's Name.............................. Cisco Systems Inc.\n" +
      'Product Version.................................. 8.10.162.0\nSystem Name...................................... wlc-1\n' +
      'System Location..................................\nSystem Up Time................................... 109 days 16 hrs 33 mins 12 secs\n' +
      'Burned-in MAC Address............................ 00:00:5E:00:53:01\n';
    expect(parseWlcSysinfo(text)).toEqual({
      hostname: 'wlc-1',
      vendor: 'Cisco Systems Inc.',
      osVersion: '8.10.162.0',
      uptimeSeconds: 109 * 86_400 + 16 * 3600 + 33 * 60 + 12,
      chassisIds: ['00:00:5E:00:53:01'],
    });
  });
});

describe('a Small Business switch', () => {
  it('centers its cells, wraps them, and leaves them empty', () => {
    const head =
      '\nSystem capability legend:\nB - Bridge; R - Router;\n\n' +
      '  Port        Device ID        Port ID       System Name    Capabilities  TTL\n' +
      '--------- ----------------- ------------- ----------------- ------------ -----\n';
    const rows =
      'gi1       00:00:5e:00:53:01     gi27      distribution-swit     B, R      99\n' +
      '                                              ch-01\n' +
      'gi2       00:00:5e:00:53:02 00:00:5e:00:5                                  12\n' +
      '                                3:02\n' +
      'gi3 00:00:5e:00:53:03 gi9 access-1 B 100\n';
    const read = parseSmbLldpBrief(head + rows).map((one) => [
      one.localPort,
      one.chassisId,
      one.remotePort,
      one.remoteName,
      one.capabilities.join(''),
    ]);
    expect(read).toEqual([
      ['gi1', '00:00:5e:00:53:01', 'gi27', 'distribution-switch-01', 'BR'],
      ['gi2', '00:00:5e:00:53:02', '00:00:5e:00:53:02', null, ''],
      ['gi3', '00:00:5e:00:53:03', 'gi9', 'access-1', 'B'],
    ]);
  });

  it('states version, name, uptime and the serial numbers of a stack', () => {
    expect(
      parseSmbVersion(
        'SW version    1.3.7.18 ( date  12-Jan-2014 time  18:02:59 )\nBoot version    1.1.0.6\n',
      ),
    ).toEqual({ osVersion: '1.3.7.18' });
    expect(
      parseSmbVersion(
        'Inactive-image: flash://a.bin\n  Version: 2.4.0.94\nActive-image: flash://b.bin\n  Version: 2.5.5.47\n',
      ),
    ).toEqual({ osVersion: '2.5.5.47' });
    expect(
      parseSmbSystem(
        'System Up Time (days,hour:min:sec):       70,03:16:47\nSystem Name:      sw-1\nSystem MAC Address:  00:00:5e:00:53:01\n',
      ),
    ).toEqual({ hostname: 'sw-1', uptimeSeconds: 70 * 86_400 + 11_807, chassisIds: ['00:00:5e:00:53:01'] });
    expect(parseSmbSystemId('Serial number : DNI00000001\n')).toEqual({ serials: ['DNI00000001'] });
    expect(
      parseSmbSystemId(
        'Unit    Serial number\n----    -------------\n1       DNI00000001\n2       DNI00000002\n',
      ),
    ).toEqual({
      serials: ['DNI00000001', 'DNI00000002'],
    });
  });

  it('writes Device-ID in its CDP table', () => {
    const text =
      'Device-ID: lab-1\nAdvertisement version: 2\nEntry address(es):\n  IP address: 192.0.2.1\n' +
      'Platform: cisco x5660, Capabilities: Router\nInterface: gi1/0/1, Port ID (outgoing port): gi0\nHoldtime: 123 sec\n';
    expect(parseCiscoCdpDetail(text)).toMatchObject([
      { localPort: 'gi1/0/1', remoteName: 'lab-1', remotePort: 'gi0', managementAddresses: ['192.0.2.1'] },
    ]);
  });
});
