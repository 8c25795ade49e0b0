package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;

/** Records every moderation command, refused ones and those that could not be stored included. */
@FunctionalInterface
public interface ModerationJournal {

    /** Records one command. Called on the chat writer, may block; contains neither text nor names. */
    void acted(CameraName camera, Moderator by, ModerationAct act, ModerationResult result);
}
