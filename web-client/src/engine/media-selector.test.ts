import { beforeEach, describe, expect, it } from 'vitest';
import { FakeNetwork } from '../testing/fake-network';
import { MediaSelector } from './media-selector';

describe('choosing whether the page needs media', () => {
  let clock: FakeNetwork;
  let selector: MediaSelector;
  let selected: string[];

  beforeEach(() => {
    clock = new FakeNetwork();
    selected = [];
    selector = new MediaSelector({
      setTimer: clock.setTimer,
      clearTimer: clock.clearTimer,
      onChange: (media) => selected.push(media),
    });
  });

  it('stops media after five seconds in the background and resumes it at once', () => {
    selector.setHidden(true);
    clock.pass(4999);
    expect(selected).toEqual([]);
    clock.pass(1);
    expect(selected).toEqual(['none']);
    selector.setHidden(false);
    expect(selected).toEqual(['none', 'all']);
  });

  it('keeps media when the page comes back in time', () => {
    selector.setHidden(true);
    clock.pass(3000);
    selector.setHidden(false);
    selector.setHidden(true);
    clock.pass(3000);
    expect(selected).toEqual([]);
  });

  it('stops media at once on pause, and keeps it stopped whether the page is hidden or not', () => {
    selector.setPaused(true);
    expect(selected).toEqual(['none']);
    selector.setHidden(true);
    clock.pass(10_000);
    selector.setHidden(false);
    expect(selected).toEqual(['none']);
    selector.setPaused(false);
    expect(selected).toEqual(['none', 'all']);
  });

  it('goes on with the sound that is heard while the page is hidden, and stops with it', () => {
    selector.setUnseen('audio');
    selector.setHidden(true);
    clock.pass(5000);
    expect(selected).toEqual(['audio']);
    selector.setUnseen('none');
    expect(selected).toEqual(['audio', 'none']);
    selector.setHidden(false);
    expect(selected).toEqual(['audio', 'none', 'all']);
  });

  it('goes on with everything where sound cannot be had alone', () => {
    selector.setUnseen('all');
    selector.setHidden(true);
    clock.pass(10_000);
    expect(selected).toEqual([]);
    selector.setUnseen('none');
    clock.pass(5000);
    expect(selected).toEqual(['none']);
  });

  it('keeps media for a picture-in-picture window, and stops it after the window is closed', () => {
    selector.setPictureInPicture(true);
    selector.setHidden(true);
    clock.pass(10_000);
    expect(selected).toEqual([]);
    selector.setPictureInPicture(false);
    clock.pass(5000);
    expect(selected).toEqual(['none']);
  });

  it('sends nothing after it was closed', () => {
    selector.setHidden(true);
    selector.close();
    clock.pass(10_000);
    expect(selected).toEqual([]);
  });
});
