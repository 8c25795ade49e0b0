import { trustedWorkerUrl } from '../engine/trusted-worker-url';
import { PublishEngine } from '../publish/publish-engine';
import workerUrl from '../publish/publish-worker.ts?worker&url';
import soundModule from '../publish/sound-capture-worklet.ts?worker&url';
import { recordedType } from '../publish/track-recorder';
import type { PublishAddress } from './publish-address';
import { Studio, type StudioDeps } from './studio';

const AGENT = 'fanlight-page/0.1.0';

/** What a page does with what its studio reports. */
export type StudioView = Pick<StudioDeps, 'preview' | 'onChange' | 'onLevel'>;

/** A studio with the devices of this browser; it publishes where the address says once it is started. */
export function browserStudio(address: PublishAddress, view: StudioView): Studio {
  const { key, socketUrl, codec, direct } = address;
  return new Studio({
    ...view,
    devices: navigator.mediaDevices,
    newEngine:
      key === undefined
        ? undefined
        : (choice, onReport) =>
            new PublishEngine({
              url: socketUrl,
              key,
              agent: AGENT,
              codec,
              recordedType: needsRecorder(codec) ? recordedType() : undefined,
              direct,
              choice,
              newWorker: () => new Worker(trustedWorkerUrl(workerUrl), { type: 'module' }),
              soundModuleUrl: soundModule,
              onReport,
            }),
  });
}

/** Where there are no encoders of WebCodecs; `?codec=recorder` asks for it. */
function needsRecorder(codec: string | null): boolean {
  return codec === 'recorder' || typeof VideoEncoder === 'undefined';
}
