import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ImagePlus } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { ApiError, api } from '../../../web/api.ts';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { Me } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';

/** One's own picture, which stands beside one's name. */
export function AvatarSetting({ me }: { me: Me }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['me'] });
  const set = useMutation({
    mutationFn: (photo: File) => api.put('/me/avatar', photo),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: () => api.delete('/me/avatar'), onSuccess });
  const words = useAvatarWords();
  const error = set.error ?? remove.error;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={me.fullName} url={me.avatarUrl} size="large" />
        <FileTrigger
          acceptedFileTypes={['image/*', 'image/heic']}
          onSelect={(files) => files?.[0] && set.mutate(files[0])}
        >
          <Button
            variant="secondary"
            icon={ImagePlus}
            isPending={set.isPending}
            pendingLabel={t`Sending your picture…`}
          >
            {me.avatarUrl ? <Trans>Choose another picture</Trans> : <Trans>Choose a picture</Trans>}
          </Button>
        </FileTrigger>
        {me.avatarUrl && (
          <Button variant="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
            <Trans>Take it away</Trans>
          </Button>
        )}
      </div>
      {error && (
        <Notice live tone="stop">
          {words(error)}
        </Notice>
      )}
    </div>
  );
}

function useAvatarWords(): (error: unknown) => string {
  const { t } = useLingui();
  const words = useErrorWords();
  return (error) => {
    if (error instanceof ApiError && error.is('not-a-picture')) {
      return t`This is not a picture that we can show. Choose another one.`;
    }
    if (error instanceof ApiError && error.is('too-large')) {
      return t`This picture is too large. Choose one under 20 megabytes.`;
    }
    return words(error);
  };
}
