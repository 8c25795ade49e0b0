package dev.fanlight.relay.chat;

/** Ends a link by which a moderator came who was banned: with it they would go on as another person. */
@FunctionalInterface
public interface LinkRevocation {

    /**
     * Revokes the link with this id and disconnects all who came by it; does nothing when there is none. One that cannot be stored yet is
     * revoked all the same. May block.
     */
    void revoke(String link, Moderator by);
}
