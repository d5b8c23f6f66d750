import { objectCategoryId, type Query } from '../prompts/starter-library.ts';

/** What a family keeps, to begin with. An admin changes them as they like. */
const starters = [
  ['Photographs and albums', 'Pictures, and the books that hold them'],
  ['Letters and papers', 'Letters, diaries, certificates, school reports'],
  ['From the kitchen', 'Pots, recipes, the good plates'],
  ['Jewellery and watches', 'Rings, brooches, a pocket watch'],
  ['Clothes and cloth', 'Dresses, uniforms, blankets, embroidery'],
  ['Tools and work', 'What somebody earned their living with'],
  ['Toys and games', 'Dolls, trains, a pack of cards'],
  ['Music', 'Instruments, records, songbooks'],
  ['Furniture', 'A chair, a clock, a chest'],
  ['Something else', null],
] as const;

/** Their ids, the same in every installation. */
export const objectCategoryIds = (): string[] => starters.map(([name]) => objectCategoryId(name));

/** Puts the first categories of objects into a database that has none. */
export async function installObjectCategories(query: Query): Promise<void> {
  await query(
    `insert into public."ObjectCategory" (id, "categoryName", description)
     select id, name, about from unnest($1::uuid[], $2::text[], $3::text[]) as starter (id, name, about)
     where not exists (select from public."ObjectCategory")`,
    [objectCategoryIds(), starters.map(([name]) => name), starters.map(([, about]) => about)],
  );
}
