import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../web/api.ts';
import type { NotificationSettings } from '../../../web/contract.ts';
import { settingsQuery } from './queries.ts';

/** Tells Telloom once in which language and time zone this person reads, for what it mails to them. */
export function useContact(): void {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const { data: known } = useQuery({ ...settingsQuery, staleTime: Number.POSITIVE_INFINITY });
  const { mutate } = useMutation({
    mutationFn: (contact: { language: string; timeZone: string }) =>
      api.patch<NotificationSettings>('/me/notifications', contact),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  });
  const language = i18n.locale;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const differs = known && (known.language !== language || known.timeZone !== timeZone);
  useEffect(() => {
    if (differs) mutate({ language, timeZone });
  }, [differs, language, timeZone, mutate]);
}
