import type { ReactNode } from 'react';
import { Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components';
import { FieldWords, labelId, useFieldProblem, wordsIds } from './field-parts.tsx';
import { fieldId } from './form-context.ts';

export interface RadioCard {
  value: string;
  label: string;
  /** What choosing it means, in a sentence. */
  hint?: ReactNode;
}

export interface RadioCardsProps
  extends Omit<RadioGroupProps, 'className' | 'style' | 'children' | 'name'> {
  name: string;
  label: string;
  hint?: ReactNode;
  cards: RadioCard[];
}

/** One choice of a few, each with room to say what it means. */
export function RadioCards({ name, label, hint, cards, ...rest }: RadioCardsProps) {
  const problem = useFieldProblem(name);
  return (
    <RadioGroup
      {...rest}
      name={name}
      id={fieldId(name)}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      aria-labelledby={labelId(name)}
      aria-describedby={wordsIds(name, hint, problem)}
      className="grid gap-2"
    >
      <FieldWords group {...{ name, label, hint, problem }} />
      <div className="mt-1 grid gap-3">
        {cards.map((card) => (
          <Radio
            key={card.value}
            value={card.value}
            className="group flex cursor-pointer gap-4 rounded-card border-2 border-edge bg-card p-4 hover:border-ink data-[focus-visible]:outline-3 data-[focus-visible]:outline-offset-3 data-[focus-visible]:outline-focus data-[selected]:border-thread data-[selected]:bg-thread-wash sm:p-5"
          >
            <span
              aria-hidden="true"
              className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-card group-data-[selected]:border-thread"
            >
              <span className="size-3 rounded-full group-data-[selected]:bg-thread" />
            </span>
            <span className="grid gap-1">
              <span className="font-semibold">{card.label}</span>
              {card.hint && <span className="text-ink-soft">{card.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
