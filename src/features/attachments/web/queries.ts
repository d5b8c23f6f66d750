import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  Attachment,
  FamilyObject,
  ObjectCategory,
  Paged,
  PersonTag,
} from '../../../web/contract.ts';
import { pollEvery } from '../../../web/live/polling.ts';

type Items<T> = Pick<Paged<T>, 'items'>;

/** How often what is being looked into is asked after, in milliseconds, unless its changes arrive. */
const whileMoving = 1500;
const isMoving = ({ state }: Attachment) => state === 'processing';

/** What lies beside a story. */
export const besideStory = (storyId: string) =>
  queryOptions({
    queryKey: ['attachments', 'story', storyId],
    queryFn: ({ signal }) =>
      api.get<Items<Attachment>>(`/responses/${storyId}/attachments`, { signal }),
    refetchInterval: (query) =>
      query.state.data?.items.some(isMoving) ? pollEvery(whileMoving) : false,
  });

/** Which part of the gallery: of a storyteller, a topic, a person or an object. */
export interface GalleryFilter {
  sharer?: string;
  topic?: string;
  person?: string;
  object?: string;
}

function address(filter: GalleryFilter, cursor: string | null): string {
  const { sharer, topic, person, object } = filter;
  const all = { sharerId: sharer, topicId: topic, personId: person, objectId: object, cursor };
  const given = Object.entries(all).filter((entry): entry is [string, string] => !!entry[1]);
  return `/attachments?${new URLSearchParams(given)}`;
}

export const galleryQuery = (filter: GalleryFilter) =>
  infiniteQueryOptions({
    queryKey: ['attachments', 'gallery', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<Attachment>>(address(filter, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const attachmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['attachments', 'one', id],
    queryFn: ({ signal }) => api.get<Attachment>(`/attachments/${id}`, { signal }),
  });

/** People in the photos of a storyteller; of one's own without one. */
export const peopleQuery = (sharer?: string) =>
  queryOptions({
    queryKey: ['person-tags', sharer ?? 'mine'],
    queryFn: ({ signal }) =>
      api.get<Items<PersonTag>>(`/person-tags${sharer ? `?sharerId=${sharer}` : ''}`, { signal }),
  });

export const objectsQuery = (sharer?: string) =>
  infiniteQueryOptions({
    queryKey: ['objects', 'list', sharer ?? 'mine'],
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries({ sharerId: sharer, cursor: pageParam }).filter(
        (entry): entry is [string, string] => !!entry[1],
      );
      return api.get<Paged<FamilyObject>>(`/objects?${new URLSearchParams(given)}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const objectQuery = (id: string) =>
  queryOptions({
    queryKey: ['objects', 'one', id],
    queryFn: ({ signal }) => api.get<FamilyObject>(`/objects/${id}`, { signal }),
  });

export const categoriesQuery = queryOptions({
  queryKey: ['object-categories'],
  queryFn: ({ signal }) => api.get<Items<ObjectCategory>>('/object-categories', { signal }),
  staleTime: 600_000,
});

const everything = [['attachments'], ['person-tags'], ['objects']];
/** After a deletion nobody asks for what is gone. */
const lists = [
  ['attachments', 'story'],
  ['attachments', 'gallery'],
  ['person-tags'],
  ['objects', 'list'],
];

/** Does something, and brings what shows attachments, people or objects up to date. */
function useChange<Input, Result>(
  change: (input: Input) => Promise<Result>,
  stale: string[][] = everything,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export type AttachmentChange = Partial<
  Pick<
    Attachment,
    'title' | 'description' | 'dateCaptured' | 'yearCaptured' | 'estimatedYear' | 'objectId'
  >
>;
export const useChangeAttachment = (id: string) =>
  useChange((change: AttachmentChange) => api.patch<Attachment>(`/attachments/${id}`, change));
export const useDeleteAttachment = () =>
  useChange((id: string) => api.delete(`/attachments/${id}`), lists);
export const useRestoreAttachment = () =>
  useChange((id: string) => api.post<Attachment>(`/attachments/${id}/restore`));

export type Tag = { personId: string } | { name: string; relation: PersonTag['relation'] };
export const useTagPerson = (id: string) =>
  useChange((tag: Tag) => api.post<PersonTag>(`/attachments/${id}/people`, tag));
export const useUntagPerson = (id: string) =>
  useChange((personId: string) => api.delete(`/attachments/${id}/people/${personId}`));

export interface ObjectWords {
  name: string;
  description: string | null;
  categoryId: string | null;
  responseId: string | null;
}
export const useAddObject = (key: string) =>
  useChange((words: ObjectWords) =>
    api.post<FamilyObject>('/objects', words, { headers: { 'Idempotency-Key': key } }),
  );
export const useChangeObject = (id: string) =>
  useChange((words: Partial<ObjectWords>) => api.patch<FamilyObject>(`/objects/${id}`, words));
export const useDeleteObject = () => useChange((id: string) => api.delete(`/objects/${id}`), lists);
