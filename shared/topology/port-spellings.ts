/**
 * How the field spells interface types: the full name, and each form in which a device abbreviates it. In lower case,
 * without blanks. Sources: `show cdp neighbors` (Gig, Ten, Fas, Twe, For, Hun, Fou: three letters), `show interfaces
 * status` (Gi, Te, Twe), IOS-XR brief forms (GE, TF, FH, BE, Mg), Comware brief forms (XGE, FGE, BAGG), VRP (XGE, 100GE).
 *
 * One type may stand in several families; a spelling means the same type in all of them, so that the platform need not
 * be known. Junos (`ge-0/0/1`) is not here: the hyphen is part of its name, and `ge-` never means `GE`. Nor are ProCurve, AOS,
 * AOS-CX, ICOS, Ciena, AlliedWare Plus, FortiOS, RouterOS, PAN-OS, OcNOS and Linux, which abbreviate nothing.
 */
export const PORT_SPELLINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cisco: {
    ethernet: ['e', 'et', 'eth'],
    fastethernet: ['fa', 'fas', 'fast'],
    gigabitethernet: ['gi', 'gig', 'gige', 'gigabit', 'gigabiteth', 'gigabit-ethernet'],
    twogigabitethernet: ['tw', 'two', 'twogig', 'twogige'],
    fivegigabitethernet: ['fi', 'fiv', 'five', 'fivegig', 'fivegige'],
    tengigabitethernet: ['te', 'ten', 'tengi', 'tengig', 'tengige', 'tengigabit'],
    twentyfivegigabitethernet: ['tf', 'twe', 'twentyfivegig', 'twentyfivegige', 'twentyfivegigethernet'],
    fortygigabitethernet: ['fo', 'for', 'forty', 'fortygig', 'fortygige', 'fortygigethernet'],
    fiftygigabitethernet: ['fif', 'fifty', 'fiftygig', 'fiftygige'],
    hundredgigabitethernet: ['hu', 'hun', 'hundredgig', 'hundredgige', 'hundredgigethernet'],
    twohundredgigabitethernet: ['th', 'twohundredgig', 'twohundredgige'],
    fourhundredgigabitethernet: ['fh', 'fou', 'fourhundredgig', 'fourhundredgige'],
    eighthundredgigabitethernet: ['eh', 'eighthundredgig', 'eighthundredgige'],
    appgigabitethernet: ['ap', 'app', 'appgig'],
    management: ['mg', 'mgmt', 'mgmteth'],
    'port-channel': ['po', 'portchannel'],
    'bundle-ether': ['be', 'bundleether'],
    vlan: ['vl'],
    loopback: ['lo', 'loop'],
    tunnel: ['tu', 'tun'],
    serial: ['se', 'ser'],
    multilink: ['mu'],
    'tunnel-te': ['tt'],
    'tunnel-ip': ['ti'],
    bvi: ['bv'],
    dialer: ['di'],
    cellular: ['ce'],
    nve: ['nv'],
  },
  // Small Business, which has no slots in its longest names: `gi1/0/1`, `te1/0/1`, `XG1/1`.
  smallBusiness: {
    fastethernet: ['fa'],
    gigabitethernet: ['gi'],
    tengigabitethernet: ['te', 'xg'],
  },
  arista: {
    ethernet: ['et', 'eth'],
    management: ['ma', 'managementethernet'],
    'port-channel': ['po'],
    vlan: ['vl'],
    vxlan: ['vx'],
    loopback: ['lo'],
  },
  huawei: {
    gigabitethernet: ['ge'],
    multigigabitethernet: ['mge', 'multige'],
    tengigabitethernet: ['xge', 'xgigabitethernet', '10ge'],
    twentyfivegigabitethernet: ['25ge'],
    fortygigabitethernet: ['40ge'],
    fiftygigabitethernet: ['50ge'],
    hundredgigabitethernet: ['100ge'],
    twohundredgigabitethernet: ['200ge'],
    fourhundredgigabitethernet: ['400ge'],
    'eth-trunk': ['ethtrunk'],
    meth: [],
  },
  comware: {
    gigabitethernet: ['ge'],
    // The port for management; `MGE` is a port of several speeds.
    'm-gigabitethernet': ['m-ge'],
    multigigabitethernet: ['mge'],
    tengigabitethernet: ['xge', 'ten-gigabitethernet'],
    twentyfivegigabitethernet: ['wge', 'twenty-fivegige'],
    fortygigabitethernet: ['fge', 'fortygige', 'forty-gige'],
    hundredgigabitethernet: ['hge', 'hundredgige', 'hundred-gige'],
    'bridge-aggregation': ['bagg'],
    'route-aggregation': ['ragg'],
    'vlan-interface': ['vlan-int'],
  },
  brocade: {
    ethernet: ['ethe'],
    tengigabitethernet: ['10gigabitethernet', '10gige'],
    twentyfivegigabitethernet: ['25gigabitethernet', '25gige'],
    fortygigabitethernet: ['40gigabitethernet', '40gige'],
    hundredgigabitethernet: ['100gigabitethernet', '100gige'],
  },
};
