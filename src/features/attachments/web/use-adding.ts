import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../web/api.ts';
import { newId } from '../../recording/web/send.ts';
import { upload, wholeFile } from '../../recording/web/tus-upload.ts';
import { besideStory } from './queries.ts';

interface Place {
  id: string;
  uploadUrl: string;
  chunkBytes: number;
}

/** One file on its way to the server. */
export interface Sent {
  key: string;
  file: File;
  /** Once the server has given it a place. */
  place?: Place;
  phase: 'queued' | 'sending' | 'failed';
  /** 0 to 1. */
  share: number;
  /** The connection is gone; it goes on by itself. */
  waiting?: boolean;
  error?: unknown;
}

/**
 * Sends files beside a story, one after the other. A file that fails stays in the list, to be tried
 * again from where it stopped; one that arrived leaves it, and is in the story's own list.
 */
export function useAdding(storyId: string, objectId?: string) {
  const client = useQueryClient();
  const [files, setFiles] = useState<Sent[]>([]);
  const [arrived, setArrived] = useState(0);
  const busy = useRef(false);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);

  const change = (key: string, part: Partial<Sent>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setFiles((all) => all.filter((one) => one.key !== key));

  const send = async (one: Sent, signal: AbortSignal) => {
    change(one.key, { phase: 'sending', error: undefined });
    const place = one.place ?? (await askForPlace(storyId, one, objectId, signal));
    change(one.key, { place });
    await upload({
      ...place,
      source: wholeFile(one.file),
      signal,
      onProgress: ({ sent, total, state }) =>
        change(one.key, { share: sent / total, waiting: state === 'waiting' }),
    });
  };
  const work = async (one: Sent) => {
    const { signal } = leaving.current;
    busy.current = true;
    try {
      await send(one, signal);
      await client.invalidateQueries({ queryKey: besideStory(storyId).queryKey });
      setArrived((count) => count + 1);
      drop(one.key);
    } catch (error) {
      if (!signal.aborted) change(one.key, { phase: 'failed', error });
    } finally {
      busy.current = false;
    }
  };
  useEffect(() => {
    const next = files.find(({ phase }) => phase === 'queued');
    if (next && !busy.current) void work(next);
  });

  return {
    files,
    /** How many came whole since the page was opened. */
    arrived,
    add: (chosen: Iterable<File>) =>
      setFiles((all) => [
        ...all,
        ...Array.from(chosen, (file) => ({
          key: newId(),
          file,
          phase: 'queued' as const,
          share: 0,
        })),
      ]),
    retry: (key: string) => change(key, { phase: 'queued' }),
    drop,
  };
}
export type Adding = ReturnType<typeof useAdding>;

const askForPlace = (
  storyId: string,
  { key, file }: Sent,
  objectId: string | undefined,
  signal: AbortSignal,
) =>
  api.post<Place>(
    `/responses/${storyId}/attachments`,
    { fileName: file.name || 'file', size: file.size, objectId },
    { headers: { 'Idempotency-Key': key }, signal },
  );
