/** Sound: from a device or a source to packets of Opus on the media clock. */
@NullMarked
package dev.fanlight.agent.audio;

import org.jspecify.annotations.NullMarked;
