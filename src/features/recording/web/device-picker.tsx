import { useLingui } from '@lingui/react/macro';
import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import type { Device } from './devices.ts';

export interface DevicePickerProps {
  label: string;
  devices: Device[];
  /** The one in use. */
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** Which camera or microphone. Nothing to choose, nothing shown. */
export function DevicePicker({ label, devices, chosen, onChoose }: DevicePickerProps) {
  const { t } = useLingui();
  if (devices.length < 2) return null;
  const items = devices.map((device, at) => {
    const number = at + 1;
    return { id: device.id, name: device.label || t`${label} ${number}` };
  });
  return (
    <Select
      value={chosen ?? items[0]?.id ?? null}
      onChange={(id) => id !== null && onChoose(String(id))}
      className="grid gap-2"
    >
      <Label className="font-semibold">{label}</Label>
      <Button className="flex min-h-[var(--target,3.25rem)] w-full cursor-pointer items-center justify-between gap-3 rounded-card border-2 border-edge bg-card px-4 py-2 text-left hover:border-ink">
        <SelectValue className="min-w-0 truncate" />
        <ChevronDown aria-hidden="true" className="size-6 shrink-0" />
      </Button>
      <Popover className="w-(--trigger-width) overflow-auto rounded-card border-2 border-edge bg-card">
        <ListBox items={items} className="p-1">
          {(item) => (
            <ListBoxItem
              textValue={item.name}
              className="group flex min-h-16 cursor-pointer items-center justify-between gap-3 rounded-lg px-4 py-2 text-[1.3125rem] data-[focused]:bg-thread-wash"
            >
              <span className="min-w-0">{item.name}</span>
              <Check
                aria-hidden="true"
                className="invisible size-6 shrink-0 text-thread group-data-[selected]:visible"
              />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
