/** A device to choose from. */
export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

/** Cameras and microphones of this computer. */
export interface DeviceList {
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
}

/** The devices by kind, with names also where the browser gives none. Entries that stand for others are skipped. */
export function deviceList(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): DeviceList {
  const of = (kind: MediaDeviceKind, name: string) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications')
      .map(({ deviceId, label }, index) => ({
        id: deviceId,
        label: label === '' ? `${name} ${index + 1}` : label,
      }));
  return { cameras: of('videoinput', 'Camera'), microphones: of('audioinput', 'Microphone') };
}
