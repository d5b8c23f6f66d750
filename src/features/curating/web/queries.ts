import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  AlikePrompts,
  CuratedCategory,
  CuratedObjectCategory,
  CuratedPrompt,
  CuratedPrompts,
  SheetLook,
} from '../../../web/contract.ts';

interface Items<T> {
  items: T[];
}

/** Which questions are listed. */
export interface PromptFilter {
  q?: string;
  category?: string;
  theme?: string;
  flag?: string;
  state?: string;
}

export const promptsQuery = (filter: PromptFilter) =>
  infiniteQueryOptions({
    queryKey: ['curating', 'prompts', filter],
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries({ ...filter, cursor: pageParam }).filter(
        (entry): entry is [string, string] => !!entry[1],
      );
      return api.get<CuratedPrompts>(`/admin/prompts?${new URLSearchParams(given)}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const promptQuery = (id: string) =>
  queryOptions({
    queryKey: ['curating', 'prompt', id],
    queryFn: ({ signal }) => api.get<CuratedPrompt>(`/admin/prompts/${id}`, { signal }),
  });

export const alikeQuery = queryOptions({
  queryKey: ['curating', 'alike'],
  queryFn: ({ signal }) => api.get<Items<AlikePrompts>>('/admin/prompts/alike', { signal }),
});

export const categoriesQuery = queryOptions({
  queryKey: ['curating', 'categories'],
  queryFn: ({ signal }) => api.get<Items<CuratedCategory>>('/admin/prompt-categories', { signal }),
});

export const categoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['curating', 'category', id],
    queryFn: ({ signal }) => api.get<CuratedCategory>(`/admin/prompt-categories/${id}`, { signal }),
  });

export const questionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['curating', 'category', id, 'prompts'],
    queryFn: ({ signal }) =>
      api.get<Items<CuratedPrompt>>(`/admin/prompt-categories/${id}/prompts`, { signal }),
  });

export const objectCategoriesQuery = queryOptions({
  queryKey: ['curating', 'object-categories'],
  queryFn: ({ signal }) =>
    api.get<Items<CuratedObjectCategory>>('/admin/object-categories', { signal }),
});

/** What shows questions or topics, to storytellers too. */
const everything = [['curating'], ['topics'], ['prompts'], ['object-categories']];

/** Does something, and brings what shows questions up to date. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(everything.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Takes something away; its own page, which is still shown, does not ask for it again. */
function useRemoval(path: string, own: (id: string) => string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/admin/${path}/${id}`),
    onSuccess: (_, id) =>
      Promise.all(
        everything.map((queryKey) =>
          client.invalidateQueries({
            queryKey,
            predicate: (query) => !own(id).every((part, at) => query.queryKey[at] === part),
          }),
        ),
      ),
  });
}

export type PromptWords = Partial<
  Pick<CuratedPrompt, 'text' | 'categoryId' | 'type' | 'isContextEstablishing' | 'isObjectPrompt'>
>;
export const useAddPrompt = (key: string) =>
  useChange((words: PromptWords) =>
    api.post<CuratedPrompt>('/admin/prompts', words, { headers: { 'Idempotency-Key': key } }),
  );
export const useChangePrompt = (id: string) =>
  useChange((change: PromptWords & { retired?: boolean }) =>
    api.patch<CuratedPrompt>(`/admin/prompts/${id}`, change),
  );
export const useRemovePrompt = () => useRemoval('prompts', (id) => ['curating', 'prompt', id]);

export type CategoryWords = Pick<CuratedCategory, 'category' | 'description' | 'theme'>;
export const useAddCategory = () =>
  useChange((words: Partial<CategoryWords>) =>
    api.post<CuratedCategory>('/admin/prompt-categories', words),
  );
export const useChangeCategory = (id: string) =>
  useChange((change: Partial<CategoryWords>) =>
    api.patch<CuratedCategory>(`/admin/prompt-categories/${id}`, change),
  );
export const useEmptyCategory = (id: string) =>
  useChange((to: string | null) => api.post(`/admin/prompt-categories/${id}/empty`, { to }));
export const useRemoveCategory = () =>
  useRemoval('prompt-categories', (id) => ['curating', 'category', id]);
/** Puts topics in order, or the questions of one. */
export const useOrder = (of: string | null) =>
  useChange((ids: string[]) =>
    api.put<void>(`/admin/prompt-categories/${of === null ? '' : `${of}/`}order`, { ids }),
  );

export type ObjectCategoryWords = Pick<CuratedObjectCategory, 'name' | 'description'>;
export const useAddObjectCategory = () =>
  useChange((words: ObjectCategoryWords) =>
    api.post<CuratedObjectCategory>('/admin/object-categories', words),
  );
export const useChangeObjectCategory = (id: string) =>
  useChange((words: ObjectCategoryWords) => api.patch(`/admin/object-categories/${id}`, words));
export const useRemoveObjectCategory = () =>
  useChange((id: string) => api.delete(`/admin/object-categories/${id}`));

/** What a sheet is of: the last part of its path. */
export type SheetOf = 'prompts' | 'prompt-categories' | 'object-categories';
export const lookAtSheet = (of: SheetOf, sheet: Blob) =>
  api.post<SheetLook>(`/admin/${of}/import/look`, sheet);
export const usePutIn = (of: SheetOf) =>
  useChange(({ sheet, plan }: { sheet: Blob; plan: string }) =>
    api.post<Pick<SheetLook, 'added' | 'changed' | 'same'>>(
      `/admin/${of}/import?plan=${encodeURIComponent(plan)}`,
      sheet,
    ),
  );
