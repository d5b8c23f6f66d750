import { drawPhoto, drawThing } from '../draw/picture.ts';
import { typePage } from '../paper.ts';
import { people } from './people.ts';

/** What lies beside a story. */
export interface Beside {
  story: string;
  by: 'rosa' | 'otto';
  fileName: string;
  make: () => Buffer | Promise<Buffer>;
  title: string;
  description?: string;
  year?: number;
  people?: { name: string; relation: string }[];
  /** A thing that the family keeps, whose photo it is. */
  thing?: { name: string; description: string; category: string };
}

const father = { ...people.otto.looks, hair: '#2a1d18', clothes: '#efe6d6', old: undefined };
const girl = { ...people.anna.looks, hair: '#241813', clothes: '#b9a58a', style: 'bun' as const };
const walter = { ...people.ben.looks, beard: undefined, style: 'parted' as const };

const scraper = `<g transform="translate(200 158) rotate(-18)"><path d="M-96-10h192v58q0 14-14 14H-82q-14 0-14-14Z" fill="#b9bdbf"/>
  <path d="M-96-10h192v10H-96Z" fill="#8f9597"/><path d="M-104-52q0-14 14-14H90q14 0 14 14v44h-208Z" fill="#7d4a2d"/>
  <path d="M-90-50h180" stroke="#a86f42" stroke-width="6" stroke-linecap="round"/><g fill="#e9d7ae"><circle cx="-66" cy="-30" r="6"/><circle cx="66" cy="-30" r="6"/></g>
  <path d="M-80 44q40-16 70 0t80-6" stroke="#f4efe4" stroke-width="7" stroke-opacity=".7" fill="none" stroke-linecap="round"/></g>`;

const pocketWatch = `<path d="M200 92c-30-46 40-60 10-92" stroke="#b98a3a" stroke-width="7" stroke-dasharray="9 5" fill="none"/>
  <g transform="translate(200 176)"><circle cy="-94" r="15" fill="none" stroke="#b98a3a" stroke-width="7"/><circle r="84" fill="#c99a45"/><circle r="70" fill="#fbf5e6"/>
  ${Array.from({ length: 12 }, (_, i) => `<path d="M0-60v10" stroke="#3a2a22" stroke-width="4" transform="rotate(${i * 30})"/>`).join('')}
  <path d="M0 0l-26-22M0 0l34-36" stroke="#3a2a22" stroke-width="5" stroke-linecap="round"/><circle cy="34" r="15" fill="none" stroke="#8a7a5a" stroke-width="2"/><circle r="5" fill="#8c3b2a"/></g>`;

export const beside: Beside[] = [
  {
    ...{ story: 'bakery', by: 'rosa', fileName: 'bakery.jpg', year: 1952 },
    make: () => drawPhoto('bakery', [father, girl]),
    title: 'Papá and I before the oven',
    description: 'The priest took it, with a camera that he had borrowed from the doctor.',
    people: [
      { name: 'Manuel Delgado', relation: 'Father' },
      { name: 'Rosa', relation: 'Self' },
    ],
  },
  {
    ...{ story: 'bakery', by: 'rosa', fileName: 'scraper.jpg' },
    make: () => drawThing(scraper),
    title: 'The dough scraper',
    thing: {
      name: 'My father’s dough scraper',
      description:
        'He cut every loaf with it. It came over with me, wrapped in the shawl, and it still smells of Monday.',
      category: 'From the kitchen',
    },
  },
  {
    ...{ story: 'crossing', by: 'rosa', fileName: 'ship.jpg', year: 1961 },
    make: () => drawPhoto('ship'),
    title: 'Our ship, on the postcard they sold on board',
  },
  {
    ...{ story: 'dance', by: 'rosa', fileName: 'walter-and-me.jpg', year: 1963 },
    make: () => drawPhoto('dance', [walter, girl]),
    title: 'Walter and I, one year later',
    description: 'In the same hall. This time the lights worked.',
    people: [
      { name: 'Walter Hart', relation: 'Spouse' },
      { name: 'Rosa', relation: 'Self' },
    ],
  },
  {
    ...{ story: 'almond', by: 'rosa', fileName: 'almond-cake.pdf' },
    make: () => typePage(recipe),
    title: 'Almond cake, typed up by Anna',
  },
  {
    ...{ story: 'watch', by: 'otto', fileName: 'pocket-watch.jpg', year: 1938 },
    make: () => drawThing(pocketWatch),
    title: 'The first watch that I repaired',
    thing: {
      name: 'My uncle’s pocket watch',
      description:
        'It stopped in 1951 and I was eleven. It has gone ever since, four minutes fast.',
      category: 'Jewellery and watches',
    },
  },
  {
    ...{ story: 'school', by: 'otto', fileName: 'winter.jpg', year: 1948 },
    make: () => drawPhoto('winter'),
    title: 'The way to school, from our gate',
  },
];

const recipe = [
  'Almond cake from Cádiz',
  '4 eggs',
  '1 cup of sugar',
  '2 cups of almonds, not too fine',
  'The skin of 1 lemon',
  '',
  'Beat the eggs and the sugar until they are pale.',
  'Stir in the almonds and the lemon.',
  'Forty minutes in a quiet oven (170 °C).',
  '',
  'Wait until it is cold. (Nobody ever does.)',
];
