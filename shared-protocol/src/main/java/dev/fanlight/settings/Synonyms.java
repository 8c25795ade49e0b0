package dev.fanlight.settings;

import dev.fanlight.cli.DidYouMean;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Words that other programs use for the last word of a key here. Stateless. */
final class Synonyms {

    private static final Map<String, String> WORDS = Map.of(
            "framerate", "fps",
            "frame_rate", "fps",
            "rotation", "rotate",
            "device", "source",
            "username", "user",
            "gop", "keyframe_every");

    private Synonyms() {}

    /** The one of {@code keys} that {@code typed} means in the words of others, mistyped or not. */
    static Optional<String> find(String typed, Collection<String> keys) {
        int word = typed.lastIndexOf('.') + 1;
        return DidYouMean.nearest(typed.substring(word), WORDS.keySet())
                .map(other -> typed.substring(0, word) + WORDS.get(other))
                .filter(keys::contains);
    }
}
