import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, type Icon } from './button.tsx';
import { Form } from './form.tsx';
import { Notice } from './notice.tsx';

export interface AskFirstProps {
  /** On the button that asks. */
  label: ReactNode;
  icon?: Icon;
  question: string;
  /** What would be gone, and what stays. */
  children: ReactNode;
  /** On the button that leaves all as it is. */
  keep: ReactNode;
  /** On the button that does it. */
  confirm: ReactNode;
  pendingLabel: string;
  /** A refusal is shown above the page's heading, as with every form. */
  onConfirm: () => Promise<void>;
}

/** Takes something away after a second question: nothing brings it back. */
export function AskFirst(props: AskFirstProps) {
  const { label, icon = Trash2, question, children, keep, confirm, ...rest } = props;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="secondary" icon={icon} onPress={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Form onSubmit={rest.onConfirm} className="grid max-w-xl gap-5">
      <Notice tone="careful" title={question} live>
        {children}
      </Notice>
      <div className="flex flex-wrap gap-4">
        <Button autoFocus variant="secondary" onPress={() => setAsking(false)}>
          {keep}
        </Button>
        <Button type="submit" variant="stop" pendingLabel={rest.pendingLabel}>
          {confirm}
        </Button>
      </div>
    </Form>
  );
}
