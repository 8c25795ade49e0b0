package dev.fanlight.media.ptz;

import java.util.List;

/**
 * The answer to a command. Immutable.
 *
 * @param result what became of it
 * @param presets the positions that were asked for, at most {@link HeadPreset#MAX_PRESETS}; empty for other commands
 */
public record HeadAnswer(HeadResult result, List<HeadPreset> presets) {

    /**
     * An answer.
     *
     * @throws IllegalArgumentException when there are too many presets
     */
    public HeadAnswer {
        presets = List.copyOf(presets);
        if (presets.size() > HeadPreset.MAX_PRESETS) {
            throw new IllegalArgumentException("too many presets");
        }
    }

    /** An answer without presets. */
    public static HeadAnswer of(HeadResult result) {
        return new HeadAnswer(result, List.of());
    }
}
