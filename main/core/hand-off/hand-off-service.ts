// Handing credentials on and taking them over: the operations of the Bridge.
import type { Bridge } from '#contract/bridge.ts';
import { ok } from '#contract/result.ts';
import { openHandOffOperations, type OpenHandOffPorts } from './open-hand-off.ts';
import type { OwnKeys } from './own-keys.ts';
import { writeHandOffOperations, type WriteHandOffPorts } from './write-hand-off.ts';

export interface HandOffPorts {
  readonly writing: WriteHandOffPorts;
  readonly opening: OpenHandOffPorts;
}

export function handOffService({ writing, opening }: HandOffPorts): Bridge['handOff'] {
  return { ...writeHandOffOperations(writing), ...openHandOffOperations(opening) };
}

export function keyOperations(keys: OwnKeys): Bridge['keys'] {
  return {
    own: () => Promise.resolve(ok(keys.own())),
    make: () => keys.make(),
    dropEarlier: () => Promise.resolve(keys.dropEarlier()),
  };
}
