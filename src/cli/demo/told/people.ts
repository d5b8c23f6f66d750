import type { Looks } from '../draw/person.ts';
import type { Voice } from '../draw/speech.ts';

/** Nobody gets mail there: `example` is reserved (RFC 2606), so no real person can be taken for these. */
export const domain = 'demo.example';
export const addressOf = (who: string) => `${who}@${domain}`;

interface Somebody {
  name: string;
  /** What they come for, as the last page of the demo says it. */
  comes: string;
  looks: Looks;
  wall: string;
}

export type Name = 'rosa' | 'otto' | 'anna' | 'ben' | 'karl' | 'ada';

const grey = '#d9d4cc';

export const people: Record<Name, Somebody> = {
  rosa: {
    name: 'Rosa Delgado',
    comes: 'tells her stories',
    wall: '#8a5a48',
    looks: {
      ...{ skin: '#dba683', hair: '#e4ded6', style: 'bun', clothes: '#8c3b2a', collar: '#f3e4d0' },
      ...{ glasses: true, old: true },
    },
  },
  otto: {
    name: 'Otto Lindqvist',
    comes: 'tells his, three of them so far',
    wall: '#56705f',
    looks: {
      ...{ skin: '#e6b596', hair: grey, style: 'bald', clothes: '#3f5a4c', collar: '#e9e0cc' },
      ...{ moustache: true, old: true },
    },
  },
  anna: {
    name: 'Anna Hart',
    comes: 'watches: a granddaughter of Rosa, who follows Otto too',
    wall: '#c99a5b',
    looks: {
      skin: '#e2ae8b',
      hair: '#6b3f2a',
      style: 'long',
      clothes: '#d9a441',
      collar: '#f6ead2',
    },
  },
  ben: {
    name: 'Ben Hart',
    comes: 'watches: a grandson of Rosa, who has asked Otto to watch',
    wall: '#5f8290',
    looks: {
      ...{
        skin: '#d39d79',
        hair: '#3f2a20',
        style: 'short',
        clothes: '#34566b',
        collar: '#dfe6e8',
      },
      beard: true,
    },
  },
  karl: {
    name: 'Karl Hart',
    comes: 'is Rosa’s keeper: a son who looks after her stories',
    wall: '#7a6a86',
    looks: {
      ...{
        skin: '#dba583',
        hair: '#8d8177',
        style: 'parted',
        clothes: '#4a4158',
        collar: '#ece6ef',
      },
      glasses: true,
    },
  },
  ada: {
    name: 'Ada Okafor',
    comes: 'runs this Telloom',
    wall: '#a8603f',
    looks: {
      skin: '#8a5a3f',
      hair: '#2a1d18',
      style: 'curls',
      clothes: '#2f6f6a',
      collar: '#f0e2c8',
    },
  },
};

/** How those who tell sound. */
export const voices: Record<'rosa' | 'otto', Voice> = {
  rosa: { name: 'slt', pitch: 0.9, tempo: 0.92 },
  otto: { name: 'rms', pitch: 0.94, tempo: 0.95 },
};
