const LAG = /^(port-?channel|po|bundle-ether|be|ae|bond|lag|reth|trk|eth-trunk)[-_ ]?\d+$/i;
const VIRTUAL =
  /^(vlan|vl|loopback|lo|tunnel|tu|nve|bvi|bdi|irb|vlanif|vlan-interface|null|st|vxlan)[-_ ]?\d*$/i;

/**
 * What NetBox requires to be said of an interface. A name tells what is a bundle or virtual; of the medium it tells too little, so all
 * others are `other`.
 */
export function interfaceType(name: string): 'lag' | 'virtual' | 'other' {
  if (LAG.test(name)) return 'lag';
  return VIRTUAL.test(name) ? 'virtual' : 'other';
}
