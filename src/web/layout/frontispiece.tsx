import { Trans } from '@lingui/react/macro';
import { Band } from '../components/band.tsx';
import { Cloth } from '../components/cloth.tsx';

/** What Telloom is about, beside the page on wide screens. It repeats nothing one needs to read. */
export default function Frontispiece() {
  return (
    <div
      aria-hidden="true"
      className="no-print relative hidden overflow-hidden border-l border-line lg:block"
    >
      <Cloth />
      <div className="sticky top-0 flex h-dvh flex-col justify-center gap-6 p-10">
        <div className="hairline grid gap-5 rounded-card bg-card p-8 font-heading text-large">
          <p>
            <Trans>Who lived in the house you grew up in?</Trans>
          </p>
          <Band className="max-w-24" />
          <p>
            <Trans>What did you get into trouble for?</Trans>
          </p>
          <Band className="max-w-24" />
          <p>
            <Trans>What would you like us to remember?</Trans>
          </p>
        </div>
      </div>
    </div>
  );
}
