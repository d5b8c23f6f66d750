import { Trans, useLingui } from '@lingui/react/macro';
import { Play } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../../../web/components/button.tsx';
import { buttonClass } from '../../../../web/components/button-style.ts';
import { TextField } from '../../../../web/components/text-field.tsx';

export interface TrimEdgeProps {
  name: 'start' | 'end';
  title: string;
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Earlier or later by so many seconds. */
  onStep: (by: number) => void;
  onListen: () => void;
  listen: string;
}

/** One end of what is kept: its time, steps to either side, and how it sounds. */
export function TrimEdge(props: TrimEdgeProps) {
  const { t } = useLingui();
  const steps = [
    { by: -5, label: t`5 seconds earlier` },
    { by: -1, label: t`1 second earlier` },
    { by: 1, label: t`1 second later` },
    { by: 5, label: t`5 seconds later` },
  ];
  return (
    <fieldset className="hairline grid min-w-0 content-start gap-5 rounded-card bg-card p-[min(1.25rem,5vw)]">
      {/* floats, or it would lie on the hairline */}
      <legend className="float-left">
        <h2 className="text-title">{props.title}</h2>
      </legend>
      <TextField
        name={props.name}
        label={props.label}
        hint={<Trans>Minutes and seconds, such as 1:05</Trans>}
        inputMode="text"
        autoComplete="off"
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-3">
        {steps.map(({ by, label }) => (
          // Not Button: here a second press within a second is meant.
          <AriaButton
            key={by}
            onPress={() => props.onStep(by)}
            className={`${buttonClass('secondary', true)} !px-2`}
          >
            {label}
          </AriaButton>
        ))}
      </div>
      <Button variant="secondary" icon={Play} wide onPress={props.onListen}>
        {props.listen}
      </Button>
    </fieldset>
  );
}
