import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  TranscriptDetail,
  TranscriptSuggestion,
  TranscriptVersion,
} from '../../../web/contract.ts';
import { pollEvery } from '../../../web/live/polling.ts';

/** How often it is asked whether the machine is done listening, in milliseconds, unless it is told. */
const WHILE_LISTENING = 3000;

const key = (videoId: string) => ['transcripts', videoId];

/** The words of a recording or topic video; asked again while a machine writes them. */
export const transcriptQuery = (videoId: string) =>
  queryOptions({
    queryKey: key(videoId),
    queryFn: ({ signal }) => api.get<TranscriptDetail>(`/transcripts/${videoId}`, { signal }),
    // An editor saves over the version that it has: another one on the way would be a surprise.
    refetchOnWindowFocus: false,
    refetchInterval: (query) => (query.state.data?.pending ? pollEvery(WHILE_LISTENING) : false),
  });

export const versionsQuery = (videoId: string) =>
  queryOptions({
    queryKey: [...key(videoId), 'versions'],
    queryFn: ({ signal }) =>
      api.get<{ items: TranscriptVersion[] }>(`/transcripts/${videoId}/versions`, { signal }),
  });

export const suggestionsQuery = (videoId: string) =>
  queryOptions({
    queryKey: [...key(videoId), 'suggestions'],
    queryFn: ({ signal }) =>
      api.get<{ items: TranscriptSuggestion[] }>(`/transcripts/${videoId}/suggestions`, { signal }),
  });

export const loadTranscript = (videoId: string) =>
  api.get<TranscriptDetail>(`/transcripts/${videoId}`);

const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

export type Words = Pick<TranscriptDetail, 'cues' | 'language' | 'isChecked'> & {
  text?: string;
  editSession?: string;
};

export const saveTranscript = (videoId: string, version: number, words: Words) =>
  api.put<TranscriptDetail>(`/transcripts/${videoId}`, words, ifMatch(version));

/** A mutation after which every page shows what is there now. */
function useChange<T>(videoId: string, run: (value: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all(
        [key(videoId), ['videos', videoId], ['stories']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** The newest transcript, once nothing that was typed is unsaved. Rejects where that cannot be. */
export type Settled = () => Promise<TranscriptDetail>;

/** Changes a part of a transcript, and leaves the rest as it is. */
export const useSaveWords = (videoId: string, settled: Settled) =>
  useChange(videoId, async (change: Partial<Words>) => {
    const { cues, text, language, isChecked, version } = await settled();
    return saveTranscript(videoId, version, { cues, text, language, isChecked, ...change });
  });

export const useImport = (videoId: string, settled: Settled) =>
  useChange(videoId, async (file: File) =>
    api.post(`/transcripts/${videoId}/import`, file, ifMatch((await settled()).version)),
  );

export const useListenAgain = (videoId: string, settled: Settled) =>
  useChange(videoId, async () => {
    const { language } = await settled();
    return api.post(`/transcripts/${videoId}/listen`, { language });
  });

export const useRestore = (videoId: string, settled: Settled) =>
  useChange(videoId, async (versionId: string) => {
    const { version } = await settled();
    return api.post(`/transcripts/${videoId}/versions/${versionId}/restore`, {}, ifMatch(version));
  });

export const useSuggest = (videoId: string) =>
  useChange(videoId, (words: Pick<TranscriptSuggestion, 'start' | 'was' | 'suggested'>) =>
    api.post(`/transcripts/${videoId}/suggestions`, words),
  );

export const useSettle = (videoId: string) =>
  useChange(
    videoId,
    ({ id, answer }: { id: string; answer: 'accept' | 'decline' | 'withdraw' }) => {
      const path = `/transcripts/${videoId}/suggestions/${id}`;
      return answer === 'withdraw' ? api.delete(path) : api.post(`${path}/${answer}`);
    },
  );

/** Has the summary made once more. It comes a moment later. */
export const useAskSummary = (videoId: string) =>
  useChange(videoId, () => api.post(`/transcripts/${videoId}/summary`));
