import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Button, type ButtonProps } from '../../../web/components/button.tsx';
import { useErrorWords } from '../../../web/error-words.ts';

export interface ActButtonProps extends Pick<ButtonProps, 'icon' | 'variant' | 'aria-label'> {
  send: () => Promise<unknown>;
  /** What is said when it was taken. */
  done?: string;
  /** What is said where it makes no sense now. */
  refused?: string;
  children: ReactNode;
}

/** Does one thing, says what came of it, and has every page of admins look again. */
export function ActButton({ send, done, refused, children, ...rest }: ActButtonProps) {
  const words = useErrorWords();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
  const id = useId();
  const isRefused = act.error instanceof ApiError && act.error.status === 409;
  const wrong = (isRefused && refused) || (act.isError && words(act.error));
  return (
    <div className="grid gap-1">
      <Button
        variant="secondary"
        {...rest}
        aria-describedby={id}
        isPending={act.isPending}
        onPress={() => act.mutate()}
      >
        {children}
      </Button>
      <p id={id} role="status" className={act.isError ? 'text-stop' : 'text-good'}>
        {act.isSuccess ? done : wrong}
      </p>
    </div>
  );
}
