import type { InfiniteData, UseSuspenseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { More } from './more.tsx';
import { Rows } from './rows.tsx';

export interface PagedRowsProps<Item> {
  list: UseSuspenseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What is shown instead of no rows: an EmptyState. */
  empty: ReactNode;
  /** One Row, with a key. */
  children: (item: Item) => ReactNode;
}

/** A list that comes in parts, with a button for the next one. */
export function PagedRows<Item>({ list, empty, children }: PagedRowsProps<Item>) {
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? empty : <Rows>{items.map(children)}</Rows>}
      <More list={list} />
    </>
  );
}
