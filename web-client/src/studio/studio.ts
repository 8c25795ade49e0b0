import { type Captured, capture, type Devices, resize, stopCaptured } from '../capture/capture';
import { type CaptureChoice, FIRST_CHOICE, sameDevices } from '../capture/capture-choice';
import { LevelMeter } from '../capture/level-meter';
import { hasTorch, setTorch } from '../capture/torch';
import type { SourceProblem } from '../publish/command';
import type { PublishEngine } from '../publish/publish-engine';
import type { EngineReport } from '../publish/report';
import { type DeviceList, deviceList } from './device-list';
import { type StudioFacts, studioState } from './studio-state';
import { WakeLock } from './wake-lock';

/** What a studio needs from its page. */
export interface StudioDeps {
  readonly devices: (Devices & EventTarget) | undefined;
  /** Plays what is captured. */
  readonly preview: () => HTMLVideoElement | undefined;
  /** Dials at once; undefined without a publish key. */
  readonly newEngine:
    | ((choice: CaptureChoice, onReport: (report: EngineReport) => void) => PublishEngine)
    | undefined;
  readonly onChange: () => void;
  readonly onLevel: (level: number) => void;
}

/** A page that publishes, without what it looks like: devices, the engine, and what is known of both. Page thread only. */
export class Studio {
  readonly #deps: StudioDeps;
  readonly #wakeLock = new WakeLock();
  #facts: StudioFacts;
  #choice: CaptureChoice = FIRST_CHOICE;
  #list: DeviceList = { cameras: [], microphones: [] };
  #captured: Captured | undefined;
  #engine: PublishEngine | undefined;
  #meter: LevelMeter | undefined;
  #muted = false;
  #torch = false;
  #soundMissing = false;
  #pausedByPerson = false;
  #attempt = 0;

  constructor(deps: StudioDeps) {
    this.#deps = deps;
    this.#facts = {
      hasKey: deps.newEngine !== undefined,
      supported: true,
      capture: 'asking',
      started: false,
      paused: false,
      status: undefined,
    };
    deps.devices?.addEventListener('devicechange', this.#devicesChanged);
  }

  get facts(): StudioFacts {
    return this.#facts;
  }
  get choice(): CaptureChoice {
    return this.#choice;
  }
  get list(): DeviceList {
    return this.#list;
  }
  get muted(): boolean {
    return this.#muted;
  }
  /** Whether there is sound to mute. */
  get hasSound(): boolean {
    return this.#captured?.sound !== undefined;
  }
  /** A microphone was wanted, and there is none that works here. */
  get soundMissing(): boolean {
    return this.#soundMissing;
  }
  get screenStaysOn(): boolean {
    return this.#wakeLock.held;
  }
  /** Whether the light is on; undefined when the camera has none. */
  get torch(): boolean | undefined {
    return this.#captured !== undefined && hasTorch(this.#captured.video) ? this.#torch : undefined;
  }
  /** Whether the preview is to be shown as in a mirror: of a camera that looks at the person, not of a screen. */
  get mirrored(): boolean {
    const facing = this.#captured?.video.getSettings().facingMode;
    return this.#choice.source.kind !== 'screen' && facing !== 'environment';
  }

  /** Opens the devices of the choice, in place of those that are open. */
  async open(choice: CaptureChoice = this.#choice): Promise<void> {
    const before = this.#choice;
    this.#choice = choice;
    if (this.#facts.capture === 'on' && sameDevices(before, choice)) {
      await resize(this.#captured, choice);
      this.#engine?.choose(choice);
      this.#deps.onChange();
      return;
    }
    const attempt = ++this.#attempt;
    if (this.#captured === undefined) {
      this.#set({ capture: 'asking' });
    } else if (choice.source.kind !== 'screen') {
      // Phones open one camera at a time.
      this.#captured.video.stop();
    }
    const result = await capture(this.#deps.devices, choice);
    if (attempt !== this.#attempt) {
      return stopCaptured(result.kind === 'captured' ? result.captured : undefined);
    }
    if (result.kind === 'problem') {
      this.#failed(result.problem);
      return;
    }
    this.#soundMissing = result.soundMissing;
    this.#use(result.captured);
    await this.#refreshList();
  }

  /** Starts streaming. */
  start(): void {
    const { newEngine } = this.#deps;
    if (this.#captured === undefined || newEngine === undefined || this.#engine !== undefined) {
      return;
    }
    this.#engine = newEngine(this.#choice, (report) => this.#reported(report));
    this.#pausedByPerson = false;
    this.#set({ started: true, paused: false, status: undefined });
    this.#publish(this.#captured);
    this.#meter?.resume();
    this.#holdScreen();
  }

  /** Stops streaming; the preview goes on. */
  stop(): void {
    this.#engine?.stop();
    this.#engine = undefined;
    this.#set({ started: false, paused: false, status: undefined });
    void this.#wakeLock.want(false);
  }

  /** Dials again after the relay has refused. */
  redial(): void {
    this.#engine?.redial();
  }

  /** The page is seen again, or the network is back. */
  retryNow(): void {
    this.#engine?.retryNow();
    if (this.#facts.started) {
      this.#holdScreen();
    }
  }

  /** Mutes the microphone, or not: viewers hear silence. */
  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#captured?.sound !== undefined) {
      this.#captured.sound.enabled = !muted;
    }
    this.#deps.onChange();
  }

  /** Pauses the video and the sound, or goes on: viewers see that. */
  setPaused(paused: boolean): void {
    this.#pausedByPerson = paused;
    this.#pause(paused);
  }

  /** Switches the camera’s light. */
  async switchTorch(): Promise<void> {
    const video = this.#captured?.video;
    if (video !== undefined && (await setTorch(video, !this.#torch))) {
      this.#torch = !this.#torch;
      this.#deps.onChange();
    }
  }

  /** Ends everything. */
  close(): void {
    this.stop();
    this.#release();
    this.#deps.devices?.removeEventListener('devicechange', this.#devicesChanged);
  }

  /** Turns camera and microphone off. */
  #release(): void {
    this.#attempt++;
    this.#meter?.close();
    stopCaptured(this.#captured);
    this.#captured = undefined;
  }

  #use(captured: Captured): void {
    if (this.#captured !== captured) {
      stopCaptured(this.#captured);
    }
    this.#captured = captured;
    this.#torch = false;
    captured.video.addEventListener('ended', () => this.#ended(captured));
    captured.video.addEventListener('mute', () => this.#interrupted(captured, true));
    captured.video.addEventListener('unmute', () => this.#interrupted(captured, false));
    this.setMuted(this.#muted);
    this.#meter?.close();
    this.#meter = captured.sound && new LevelMeter(captured.sound, this.#deps.onLevel);
    this.#set({ capture: 'on' });
    this.#show(captured);
    this.#publish(captured);
  }

  /** The element may come with the next rendering. */
  #show({ video }: Captured): void {
    const preview = this.#deps.preview();
    if (preview !== undefined) {
      preview.srcObject = new MediaStream([video]);
      void preview.play().catch(() => {});
    }
  }

  #publish(captured: Captured): void {
    const preview = this.#deps.preview();
    if (this.#engine !== undefined && preview !== undefined) {
      this.#engine.choose(this.#choice);
      this.#soundMissing ||= !this.#engine.use(captured, preview);
      this.#engine.setProblem(this.#problem);
    }
  }

  #failed(problem: StudioFacts['capture']): void {
    const ended = this.#captured?.video.readyState !== 'live';
    if (!ended) {
      // A selection of a screen that was closed: what was there goes on.
      this.#deps.onChange();
      return;
    }
    stopCaptured(this.#captured);
    this.#captured = undefined;
    this.#set({ capture: this.#facts.started && problem === 'no_device' ? 'gone' : problem });
    this.#engine?.setProblem(this.#problem);
  }

  /** Why there are no frames: a camera that is lost stays so whether the person pauses or goes on. */
  get #problem(): SourceProblem | undefined {
    if (this.#facts.capture !== 'on' || this.#captured?.video.readyState === 'ended') {
      return 'device_gone';
    }
    return this.#facts.paused ? 'paused' : undefined;
  }

  #pause(paused: boolean): void {
    this.#set({ paused });
    this.#engine?.setProblem(this.#problem);
  }

  #ended(captured: Captured): void {
    if (captured !== this.#captured) {
      return;
    }
    this.#engine?.setProblem(this.#problem);
    if (this.#choice.source.kind === 'screen') {
      void this.open({ ...this.#choice, source: FIRST_CHOICE.source });
    } else {
      this.#set({ capture: 'gone' });
    }
  }

  /** The system takes the camera away for a while: a call, a locked phone. */
  #interrupted(captured: Captured, interrupted: boolean): void {
    if (captured === this.#captured && this.#facts.started) {
      this.#pause(interrupted || this.#pausedByPerson);
    }
  }

  readonly #devicesChanged = (): void => {
    void this.#refreshList();
    if (this.#facts.capture === 'gone' || this.#facts.capture === 'no_device') {
      void this.open();
    }
  };

  async #refreshList(): Promise<void> {
    const devices = await this.#deps.devices?.enumerateDevices().catch(() => []);
    this.#list = deviceList(devices ?? []);
    this.#deps.onChange();
  }

  #reported(report: EngineReport): void {
    this.#set(report.type === 'unsupported' ? { supported: false } : { status: report });
    if (studioState(this.#facts).name === 'key_refused') {
      this.#release();
      void this.#wakeLock.want(false);
    }
  }

  #holdScreen(): void {
    void this.#wakeLock.want(true).then(this.#deps.onChange);
  }

  #set(facts: Partial<StudioFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#deps.onChange();
  }
}
