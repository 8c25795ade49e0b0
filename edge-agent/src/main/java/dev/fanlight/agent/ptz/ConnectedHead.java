package dev.fanlight.agent.ptz;

import dev.fanlight.agent.onvif.PtzClient;
import dev.fanlight.agent.onvif.PtzPreset;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.GoToPreset;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadPreset;
import dev.fanlight.media.ptz.HeadResult;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A head that has answered. Each call waits for the camera, seconds at most. Not thread safe.
 *
 * @param client talks to it
 * @param profile token of the profile that it belongs to
 */
record ConnectedHead(PtzClient client, String profile) {

    /** Tokens that take one byte of a message for each character; cameras number their presets. */
    private static final Pattern TOKEN = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1," + HeadCommand.MAX_TOKEN + "}");

    /** Carries a command out. */
    HeadAnswer perform(HeadCommand command) throws OnvifException, InterruptedException {
        if (command instanceof Move move) {
            client.move(profile, move.velocity(), move.length());
        } else if (command instanceof Stop) {
            client.stop(profile);
        } else if (command instanceof GoToPreset there) {
            client.goTo(profile, there.preset());
        } else {
            return new HeadAnswer(HeadResult.DONE, presets());
        }
        return HeadAnswer.of(HeadResult.DONE);
    }

    private List<HeadPreset> presets() throws OnvifException, InterruptedException {
        return client.presets(profile).stream()
                .filter(preset -> TOKEN.matcher(preset.token()).matches())
                .limit(HeadPreset.MAX_PRESETS)
                .map(ConnectedHead::forViewers)
                .toList();
    }

    private static HeadPreset forViewers(PtzPreset preset) {
        String line = preset.name().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String name = line.isEmpty() ? preset.token() : line;
        int end = Math.min(name.length(), HeadPreset.MAX_NAME);
        boolean splits = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return new HeadPreset(preset.token(), name.substring(0, splits ? end - 1 : end));
    }
}
