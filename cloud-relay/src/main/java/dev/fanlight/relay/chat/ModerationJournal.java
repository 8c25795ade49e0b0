package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;

/** Is told of every act on a chat that was weighed, also of those that were refused. */
@FunctionalInterface
public interface ModerationJournal {

    /** One act. Called on the chat writer, may block; neither text nor names are in it. */
    void acted(CameraName camera, Moderator by, ModerationAct act, ModerationResult result);
}
