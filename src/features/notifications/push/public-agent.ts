import { lookup } from 'node:dns';
import { Agent } from 'node:https';
import { BlockList, type LookupFunction } from 'node:net';

/** Everything that is not the open internet: this machine, its network, and what is set apart. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Resolves a name as usual, and fails where any of its addresses is not a public one. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const bad = found.find(({ address, family }) =>
      inside.check(address, family === 6 ? 'ipv6' : 'ipv4'),
    );
    if (bad) return done(new Error(`${host} is no public address`), []);
    const [first] = found;
    if (options.all || first === undefined) return done(null, found);
    done(null, first.address, first.family);
  });
};

/** Connects to public addresses alone, looked at in the moment of connecting. */
export const publicAgent = new Agent({ lookup: publicLookup });
