import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { clockWords } from '../../recording/web/clock.ts';
import { subjectOf } from '../../recording/web/kept-recording.ts';
import type { Outgoing } from '../../recording/web/outgoing.ts';
import { RecordLink } from '../../recording/web/told-links.tsx';
import { needsTeller, unsentSeconds } from '../../recording/web/unsent.ts';

interface NotSentYetProps {
  unsent: readonly Outgoing[];
  onStay: () => void;
  /** Signs out, whatever is on its way. */
  onLeave: () => void;
}

/** What signing out now would leave on this device, and the ways from here. */
export function NotSentYet({ unsent, onStay, onLeave }: NotSentYetProps) {
  const [waits, setWaits] = useState(false);
  const stuck = unsent.filter(needsTeller);
  // Where the browser keeps nothing, what is not sent goes with the page.
  const isKept = unsent.every(({ tape }) => tape === null || tape.kept);
  return (
    <div className="grid max-w-2xl gap-5">
      <Words unsent={unsent} isKept={isKept} />
      {stuck.map((one) => (
        <Stuck key={one.recording.id} one={one} />
      ))}
      {waits && (
        <p role="status">
          <Trans>You are signed out as soon as all of it is safe.</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-4">
        {waits || stuck.length > 0 ? (
          <Button autoFocus onPress={onStay}>
            <Trans>Stay signed in</Trans>
          </Button>
        ) : (
          <Button autoFocus onPress={() => setWaits(true)}>
            <Trans>Wait until it is sent</Trans>
          </Button>
        )}
        <Button variant={isKept ? 'secondary' : 'stop'} onPress={onLeave}>
          <Trans>Sign out all the same</Trans>
        </Button>
      </div>
    </div>
  );
}

function Words({ unsent, isKept }: Pick<NotSentYetProps, 'unsent'> & { isKept: boolean }) {
  const left = clockWords(unsent.reduce((sum, one) => sum + unsentSeconds(one), 0));
  const title = (
    <Plural
      value={unsent.length}
      one="A recording is not all with Telloom yet"
      other="# recordings are not all with Telloom yet"
    />
  );
  return (
    <>
      <Notice tone="careful" live title={title}>
        {isKept ? (
          <Trans>
            What is not sent stays on this device, for you alone. Sign in here again, and it goes
            on.
          </Trans>
        ) : (
          <Trans>This device could not keep it. What is not sent is lost when you sign out.</Trans>
        )}
      </Notice>
      {/* beside the notice: it changes all the time, and is not to be read out each time */}
      <p className="tabular-nums">
        <Trans>{left} minutes are on this device alone.</Trans>
      </p>
    </>
  );
}

/** Waiting does not help this one. */
function Stuck({ one: { recording, phase } }: { one: Outgoing }) {
  const { question } = recording;
  return (
    <div className="grid justify-items-start gap-2">
      <p>
        {phase === 'failed' ? (
          <Trans>“{question}” could not be sent yet.</Trans>
        ) : (
          <Trans>“{question}” waits for your word.</Trans>
        )}
      </p>
      <RecordLink subject={subjectOf(recording)} variant="secondary">
        {phase === 'failed' ? <Trans>See how far it is</Trans> : <Trans>Watch it and decide</Trans>}
      </RecordLink>
    </div>
  );
}
