import { randomUUID } from 'node:crypto';
import type { ServiceDatabase } from '../../../db/session.ts';
import { objectCategoryId } from '../../features/prompts/starter-library.ts';
import type { Family } from './arrive.ts';
import type { Caller, Upload } from './caller.ts';
import type { Kept } from './tell.ts';
import { type Beside, beside } from './told/beside.ts';
import type { Told } from './told/stories.ts';

/** What was kept, by the keys of the stories. */
export type Shelf = Map<string, Kept>;

/** Photos, papers and things go beside the stories that were told, with who is in them. */
export async function layBeside(family: Family, shelf: Shelf): Promise<void> {
  for (const one of beside) {
    const story = shelf.get(one.story);
    if (story) await lay(family[one.by], story.id, one);
  }
}

async function lay(teller: Caller, responseId: string, one: Beside): Promise<void> {
  const bytes = await one.make();
  const { thing, title, description = null, year = null } = one;
  const object = thing && {
    ...{ name: thing.name, description: thing.description, responseId },
    categoryId: objectCategoryId(thing.category),
  };
  const kept = object && (await teller.post<{ id: string }>('/objects', object));
  const { id, ...place } = await teller.post<Upload & { id: string }>(
    `/responses/${responseId}/attachments`,
    {
      ...{ fileName: one.fileName, size: bytes.length },
      ...(kept && { objectId: kept.id }),
    },
  );
  await teller.upload(place, bytes);
  await teller.patch(`/attachments/${id}`, { title, description, yearCaptured: year });
  for (const person of one.people ?? []) await teller.post(`/attachments/${id}/people`, person);
}

/** Who may watch: everyone invited, one of them, or nobody. */
export async function share(
  family: Family,
  service: ServiceDatabase,
  told: Told[],
  shelf: Shelf,
): Promise<void> {
  const privacy = { everyone: 'Public', chosen: 'Custom', nobody: 'Private' } as const;
  const anna = await idOf(family.anna);
  for (const { key, by, watched } of told) {
    const id = shelf.get(key)?.id ?? '';
    await family[by].patch(`/responses/${id}`, { privacyLevel: privacy[watched] });
    if (watched !== 'chosen') continue;
    await service.asPerson(
      await idOf(family[by]),
      (sql) => sql`
        insert into public."ResponsePermission" (id, "responseId", "userId", "permissionLevel")
        values (${randomUUID()}, ${id}, ${anna}, 'read')`,
    );
  }
}

/** Somebody watches, likes, asks, and looks after: what a family does with stories. */
export async function live(
  { rosa, otto, anna, ben, karl }: Family,
  service: ServiceDatabase,
  shelf: Shelf,
): Promise<void> {
  const on = async (key: string, act: (id: string) => Promise<unknown>) => {
    const id = shelf.get(key)?.id;
    if (id !== undefined) await act(id);
  };
  const watched = (who: Caller, position: number | null) => (id: string) =>
    who.post(`/responses/${id}/watched`, { position });
  await on('goat', watched(anna, null));
  await on('bakery', watched(anna, null));
  await on('dance', watched(anna, null));
  await on('crossing', watched(anna, 11));
  await on('bakery', watched(ben, null));
  await on('leaving', watched(ben, 6));
  for (const key of ['bakery', 'dance']) {
    await on(key, (id) => anna.post(`/responses/${id}/favorite`));
  }
  const { sharerId } = await rosa.get<{ sharerId: string }>('/me');
  const responseNotes = 'The church hall was on Ninth Street. It is a library now. – Karl';
  await on('dance', (id) => karl.for(sharerId).patch(`/responses/${id}`, { responseNotes }));
  const { sharerId: ottos } = await otto.get<{ sharerId: string }>('/me');
  await service.asPerson(
    await idOf(ben),
    (sql) => sql`select public.handle_follow_request(${ottos})`,
  );
}

const idOf = async (who: Caller) => (await who.get<{ id: string }>('/me')).id;
