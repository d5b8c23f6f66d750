import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me, PromptDetail } from '../../../web/contract.ts';
import { meQuery, useBecomeSharer } from '../../people/web/queries.ts';
import { promptQuery } from './queries.ts';

/** The question, who answers it, and what makes that person a storyteller if they are none yet. */
export function usePrompt(promptId: string): {
  prompt: PromptDetail;
  me: Me;
  prepare: (() => Promise<unknown>) | undefined;
} {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: prompt } = useSuspenseQuery(promptQuery(promptId));
  const { mutateAsync } = useBecomeSharer();
  return { me, prompt, prepare: me.sharerId === null ? () => mutateAsync() : undefined };
}
