import { newClientId } from '../../chat/chat-input';
import type { HeadAct, HeadVelocity, Ptz } from '../../protocol/head-message';

/** A direction in which a camera moves. */
export type Direction = 'left' | 'right' | 'up' | 'down' | 'in' | 'out';

/** How often a movement is repeated while a button is held, and how long each lasts: longer, so that it does not falter. */
export const REPEAT_MS = 500;
export const MOVE_MS = 1500;
const NUDGE_MS = 300;
const SPEED = 0.5;

/** What steering needs. */
export interface SteeringDeps {
  readonly send: (message: Ptz) => void;
  /** Runs something again and again until the function it returns is called. */
  readonly every: (run: () => void, ms: number) => () => void;
}

/** Moves the camera while buttons or keys are held; a camera whose viewer is cut off stops by itself. */
export class Steering {
  readonly #deps: SteeringDeps;
  readonly #held = new Set<Direction>();
  #stopRepeating: () => void = () => {};

  constructor(deps: SteeringDeps) {
    this.#deps = deps;
  }

  /** Moves in that direction, together with those that are held, until it is released. */
  press(direction: Direction): void {
    if (!this.#held.has(direction)) {
      this.#held.add(direction);
      this.#changed();
    }
  }

  /** Ends the movement in that direction. */
  release(direction: Direction): void {
    if (this.#held.delete(direction)) {
      this.#changed();
    }
  }

  /** Ends every movement that is held. */
  releaseAll(): void {
    if (this.#held.size > 0) {
      this.#held.clear();
      this.#changed();
    }
  }

  /** Moves a little: for a click that nothing was held for. */
  nudge(direction: Direction): void {
    this.#send({ act: 'move', ...velocityOf(new Set([direction])), for_ms: NUDGE_MS });
  }

  /** Moves to a preset. */
  goTo(preset: string): void {
    this.#send({ act: 'go_to', preset });
  }

  /** Asks for the presets. */
  askPresets(): void {
    this.#send({ act: 'presets' });
  }

  #changed(): void {
    this.#stopRepeating();
    this.#stopRepeating = () => {};
    const velocity = velocityOf(this.#held);
    if (Object.keys(velocity).length === 0) {
      this.#send({ act: 'stop' });
      return;
    }
    const move = () => this.#send({ act: 'move', ...velocity, for_ms: MOVE_MS });
    move();
    this.#stopRepeating = this.#deps.every(move, REPEAT_MS);
  }

  #send(act: HeadAct): void {
    this.#deps.send({ type: 'ptz', client_id: newClientId(), ...act });
  }
}

function velocityOf(held: ReadonlySet<Direction>): HeadVelocity {
  const part = (more: Direction, less: Direction) =>
    SPEED * (Number(held.has(more)) - Number(held.has(less)));
  const parts = { pan: part('right', 'left'), tilt: part('up', 'down'), zoom: part('in', 'out') };
  return Object.fromEntries(Object.entries(parts).filter(([, speed]) => speed !== 0));
}
