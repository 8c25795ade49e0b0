package dev.fanlight.agent.config;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.ValueParser;
import java.util.Optional;

/**
 * Whether viewers may move a camera’s head, and which. Only local configuration decides it, never a relay. Immutable.
 *
 * @param allowed whether they may
 * @param address the head; empty for that of the source
 */
public record HeadChoice(boolean allowed, Optional<OnvifAddress> address) {

    /** Reads {@code off}, {@code on} or {@code onvif://…}. */
    public static final ValueParser<HeadChoice> PARSER = HeadChoice::parse;

    private static HeadChoice parse(String text) {
        return switch (text) {
            case "off", "false" -> new HeadChoice(false, Optional.empty());
            case "on", "true" -> new HeadChoice(true, Optional.empty());
            default -> {
                if (!text.startsWith(OnvifAddress.SCHEME)) {
                    throw new IllegalArgumentException("off, on or the onvif:// address of a head");
                }
                yield new HeadChoice(true, Optional.of(OnvifAddress.parse(text)));
            }
        };
    }

    /**
     * The head that viewers may move, if they may.
     *
     * @throws UserException when it is that of the source, which is no ONVIF camera
     */
    Optional<OnvifAddress> head(SourceSpec source) {
        if (!allowed || address.isPresent()) {
            return address;
        }
        if (source.scheme() != SourceScheme.ONVIF) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "camera.ptz=on needs a camera.source that begins with onvif://. Name the head instead:"
                            + " camera.ptz=onvif://HOST");
        }
        return Optional.of(OnvifAddress.parse(source.location()));
    }
}
