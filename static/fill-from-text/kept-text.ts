import type { AccountId } from '#domain/ids';
import type { DeviceStore } from '../shared/device-store';

/**
 * The text that a person is sorting, kept on the device until it is used up. It is one text for all
 * issues, so that ten stories pasted once can fill ten issues.
 */
export type KeptText = {
  readonly read: () => string;
  readonly write: (text: string) => void;
};

export function keptText(device: DeviceStore, viewer: AccountId): KeptText {
  const key = `northstar:fill:${viewer}`;
  return {
    read: () => device.read(key) ?? '',
    write: (text) => {
      if (text === '') device.remove(key);
      else device.write(key, text);
    },
  };
}
