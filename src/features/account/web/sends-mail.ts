import { useEffect, useState } from 'react';
import { about } from './api.ts';

/** Whether codes leave by e-mail, or wait with whoever runs a Telloom without a mail server. */
export function useSendsMail(): boolean {
  const [sendsMail, setSendsMail] = useState(true);
  useEffect(() => {
    about().then(
      (answer) => setSendsMail(answer.sendsMail),
      // The page works without knowing; the form tells of a server that cannot be reached.
      (error: unknown) => console.error(error),
    );
  }, []);
  return sendsMail;
}
