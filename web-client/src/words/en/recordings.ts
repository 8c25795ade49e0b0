/** Going back in what was recorded. */
export const recording = {
  sign: 'Recording',
  hint: 'What this camera shows is recorded',
  time: 'Time in the recording',
  back: '−10 s',
  forward: '+10 s',
  play: 'Play',
  pause: 'Pause the recording',
  speed: 'Speed',
  goTo: 'Go to',
  live: 'Live',
  nothingYet: 'Nothing has been recorded yet.',
  unreachable: 'The recording cannot be reached.',
  gone: 'This part of the recording is gone.',
  nothingThen: 'Nothing was recorded then.',
  unplayable: 'The recording cannot be played here.',
};

/** Pieces of a recording that are kept. */
export const clips = {
  title: 'Clips',
  beginHere: 'Begin here',
  endHere: 'End here',
  name: 'Name',
  nameLabel: 'Name of the clip',
  keep: 'Keep clip',
  kept: 'The clip is kept.',
  save: 'Save',
  saveNamed: (name: string) => `Save ${name}`,
  share: 'Share',
  shareNamed: (name: string) => `Share ${name}`,
  newLink: 'New link',
  revoke: 'Revoke link',
  revokeNamed: (name: string) => `Revoke the link to ${name}`,
  revoked: 'The link was revoked.',
  remove: 'Delete',
  removeQuestion: (name: string) =>
    `Delete the clip “${name}”? Its link ends, and it cannot be brought back.`,
  removed: 'The clip was deleted.',
  link: 'Link to the clip',
  sharedNote: 'Anyone with this link can see this clip, for seven days. It is shown only now.',
  shared: 'shared',
};
