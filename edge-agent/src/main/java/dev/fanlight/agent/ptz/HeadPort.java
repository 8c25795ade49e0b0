package dev.fanlight.agent.ptz;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import java.util.function.Consumer;

/** Takes the commands of viewers to a camera’s head. Thread safe; never blocks. */
@FunctionalInterface
public interface HeadPort {

    /** Of a camera that viewers must not move. */
    HeadPort OFF = (command, answer) -> answer.accept(HeadAnswer.of(HeadResult.OFF));

    /** Takes a command; {@code answer} is called once, on any thread, and must not block. */
    void command(HeadCommand command, Consumer<HeadAnswer> answer);
}
