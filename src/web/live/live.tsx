import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Keeps the pages of someone who is signed in as things are. Shows nothing, and nothing waits for
 * it: without a connection the pages ask by themselves, as before.
 */
export function Live() {
  const queries = useQueryClient();
  useEffect(() => {
    let left = false;
    let end = () => {};
    void import('./connect.ts').then(({ connect }) => {
      if (!left) end = connect(queries);
    });
    return () => {
      left = true;
      end();
    };
  }, [queries]);
  return null;
}
