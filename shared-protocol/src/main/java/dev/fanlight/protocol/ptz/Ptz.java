package dev.fanlight.protocol.ptz;

import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * A command to the head of the camera; answered by {@link PtzResult}.
 *
 * @param clientId identifies it in the answer, 8–64 of {@code [A-Za-z0-9_-]}; a relay chooses another one towards the agent
 * @param command the command
 */
public record Ptz(String clientId, HeadCommand command) implements FromPlayer, ToAgent {

    @Override
    public MessageType type() {
        return MessageType.PTZ;
    }
}
