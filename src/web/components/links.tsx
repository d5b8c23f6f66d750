import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import type { Icon } from './button.tsx';
import { type ButtonVariant, buttonClass } from './button-style.ts';
import { BackMark } from './marks.tsx';

interface ButtonAnchorProps extends ComponentPropsWithRef<'a'> {
  variant?: ButtonVariant;
  icon?: Icon;
  wide?: boolean;
}

function ButtonAnchor({
  variant = 'primary',
  icon: Icon,
  wide,
  children,
  ...rest
}: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonClass(variant, wide)}>
      {Icon && <Icon aria-hidden="true" className="size-[1.2em] shrink-0" />}
      <span>{children}</span>
    </a>
  );
}

function BackAnchor({ children, ...rest }: ComponentPropsWithRef<'a'>) {
  return (
    <a
      {...rest}
      className="-ml-1 inline-flex min-h-[var(--target,2.75rem)] items-center gap-2 px-1 text-ink-soft underline underline-offset-4 decoration-line hover:text-ink hover:decoration-ink"
    >
      <BackMark />
      <span>{children}</span>
    </a>
  );
}

function TextAnchor(props: ComponentPropsWithRef<'a'>) {
  return <a {...props} className="prose-link" />;
}

/** A link to a page that looks like a Button: `<LinkButton to="/topics">All topics</LinkButton>`. */
export const LinkButton = createLink(ButtonAnchor);

/** The way back, for the `back` of a Page. */
export const BackLink = createLink(BackAnchor);

/** A link inside text. */
export const TextLink = createLink(TextAnchor);
