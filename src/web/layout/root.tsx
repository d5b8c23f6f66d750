import { Outlet } from '@tanstack/react-router';
import { SkipLink } from '../components/skip-link.tsx';

export function Root() {
  return (
    <>
      <SkipLink />
      <Outlet />
    </>
  );
}
