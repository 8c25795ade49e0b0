package dev.fanlight.protocol.ptz;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The answer to {@link Ptz}.
 *
 * @param clientId of the command
 * @param answer the answer
 */
public record PtzResult(String clientId, HeadAnswer answer) implements FromAgent, ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.PTZ_RESULT;
    }
}
