/**
 * Lets the browser keep the app itself, so that it opens without a connection. After everything
 * that the page needs, to take nothing from it. `sw.js` says what is kept.
 */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = () =>
    navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
      console.info('this browser does not keep the app', error);
    });
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', register, { once: true });
}
