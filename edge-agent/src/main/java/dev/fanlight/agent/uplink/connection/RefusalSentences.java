package dev.fanlight.agent.uplink.connection;

import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.chat.ChatRefused;
import java.time.Duration;

/** Sentences for people at a camera whose request the relay has refused. Stateless. */
final class RefusalSentences {

    private RefusalSentences() {}

    static String of(ChatRefused refused) {
        return switch (refused.reason()) {
            case EMPTY -> "There is nothing to say.";
            case TOO_LONG -> "The text is too long: at most 500 characters.";
            case TOO_FAST -> "Too many lines in a short time." + again(refused);
            case SILENCED -> "A moderator has silenced this camera in its chat." + again(refused);
            case LINKS -> "Only moderators may post links in this chat.";
            case UNAVAILABLE -> "The relay cannot store chat lines just now. Try again in a minute.";
            case TOO_SHORT, TAKEN, RESERVED, NOT_ALLOWED -> "The text has characters that are not allowed in the chat.";
        };
    }

    static String of(ShareRefusal reason) {
        return switch (reason) {
            case OFF ->
                "The owner of the relay does not let cameras make links (access.cameras_may_share is off). Ask the owner for"
                        + " one: fanlight-relay link create NAME";
            case TOO_MANY ->
                "This camera has as many valid links as it may have. They end within 24 hours, and the owner can revoke"
                        + " some at the relay.";
            case UNAVAILABLE -> "The relay cannot make a link just now. Try again in a minute.";
        };
    }

    private static String again(ChatRefused refused) {
        return refused.retryAfter()
                .map(wait -> " Try again in " + seconds(wait) + " s.")
                .orElse("");
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
