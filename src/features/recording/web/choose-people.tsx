import { Trans, useLingui } from '@lingui/react/macro';
import { Form } from '../../../web/components/form.tsx';
import { SaveOrLeave } from '../../../web/components/save-or-leave.tsx';
import type { Listener } from '../../../web/contract.ts';
import { namedIn, PeopleFields } from '../../responses/web/people-fields.tsx';
import type { Sharing } from '../../responses/web/queries.ts';

interface ChoosePeopleProps {
  listeners: Listener[];
  onChoose: (people: Sharing['people']) => void;
  onLeave: () => void;
}

/** Of a story that is about to be: what each of the family and friends may. */
export function ChoosePeople({ listeners, onChoose, onLeave }: ChoosePeopleProps) {
  const { t } = useLingui();
  const people = listeners.map(({ id, ...listener }) => ({
    ...listener,
    listenerId: id,
    may: null,
  }));
  return (
    <Form className="grid gap-6" onSubmit={async (values) => onChoose(namedIn(values, people))}>
      <PeopleFields people={people} />
      <SaveOrLeave
        about={t`Who may watch`}
        save={<Trans>Let these people watch</Trans>}
        leave={<Trans>Choose something else</Trans>}
        onLeave={onLeave}
      />
    </Form>
  );
}
